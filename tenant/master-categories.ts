import type { JsonObject } from './json.ts';
import { Chance } from './chance.ts';
import type { People } from './people.ts';

/** https://learn.microsoft.com/graph/api/resources/outlookcategory */
export const CATEGORY_PROPERTIES = ['id', 'displayName', 'color'] as const;

/** The categories of a new mailbox. */
const FIRST = [
  ['Red category', 'preset0'],
  ['Orange category', 'preset1'],
  ['Yellow category', 'preset3'],
  ['Green category', 'preset4'],
  ['Blue category', 'preset7'],
  ['Purple category', 'preset8'],
] as const;
const OWN = ['Urgent', 'Kunde: Müller & Söhne', 'Waiting', '=SUM(1;2)', 'ToDo; later', '<i>later</i>', '🚀'] as const;

/** The categories of a mailbox. */
export function masterCategories({ habits }: People, position: number, seed: number): JsonObject[] {
  const chance = new Chance(seed ^ 0x63617465, position);
  const first = chance.next() < 0.1 ? [] : FIRST.map(([displayName, color]) => ({ displayName, color }));
  const own = (habits.hasHostileTexts ? OWN : OWN.slice(0, 3))
    .filter(() => chance.next() < 0.15)
    .map((displayName) => ({
      displayName,
      color: chance.next() < 0.1 ? 'none' : `preset${chance.below(25)}`,
    }));
  return [...first, ...own].map(({ displayName, color }) => ({ id: guid(chance), displayName, color }));
}

function guid(chance: Chance): string {
  return `${chance.hex(8)}-${chance.hex(4)}-4${chance.hex(3)}-8${chance.hex(3)}-${chance.hex(12)}`;
}
