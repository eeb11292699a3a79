import { expect, test } from '@jest/globals';
import { knownCmdlet } from '../../src/exchange/cmdlets.ts';
import type { JsonObject } from '../../src/json.ts';
import { organization } from '../../src/reports/built-in/organization.ts';
import type { TableAnswer } from '../../src/reports/rows.ts';
import { readTables } from '../../src/source/table-reader.ts';
import { COLUMNS_OF_PART } from '../reports/built-in/organization-columns.ts';
import { ORGANIZATION_ANSWERS } from '../reports/organization-answers.ts';

const NAMES = Object.keys(organization.cmdlets).filter((name) => organization.cmdlets[name]?.many === true);

/** The table `organization`, of what its cmdlets return by their names. */
async function organizationOf(answers: Readonly<Record<string, readonly JsonObject[]>>): Promise<TableAnswer> {
  const [answer] = await readTables([organization], new Map(), {
    graph: { graphUrl: 'https://graph.example', get: () => Promise.reject(new Error('Graph is asked')) },
    exchange: {
      runner: { run: ({ cmdlet }) => Promise.resolve({ kind: 'read', body: { value: [...(answers[cmdlet] ?? [])] } }) },
      grants: () => Promise.resolve({ clientId: 'id', roles: [], isManagedIdentity: false }),
    },
    inside: undefined,
    givenInside: undefined,
    now: Date.parse('2026-12-01T08:00:00Z'),
    signal: new AbortController().signal,
    notice: () => undefined,
  });
  if (answer === undefined) throw new Error('no answer');
  return answer;
}

function unknownColumns({ result }: TableAnswer): readonly string[] {
  const [row] = result.status === 'ok' ? result.value : [];
  return Object.keys(organization.columns).filter((_, at) => row?.incomplete?.has(at) ?? true);
}

test.each(NAMES)('cells of %s are unknown if it returns nothing, unless a tenant may have none', async (name) => {
  const usual = Object.fromEntries(
    Object.entries(ORGANIZATION_ANSWERS).map(([part, objects]) => [
      organization.cmdlets[part]?.cmdlet ?? '',
      // Without bookings, no policy decides about those that are shared.
      [objects].flat().map((object) => (part === 'config' ? { ...object, BookingsEnabled: true } : object)),
    ]),
  );
  const before = unknownColumns(await organizationOf(usual));
  const { cmdlet = '' } = organization.cmdlets[name] ?? {};
  const answer = await organizationOf({ ...usual, [cmdlet]: [] });
  const isGap = knownCmdlet(cmdlet).neverEmpty === true;
  expect(isGap).toBe(!/rules$/i.test(name));
  expect(unknownColumns(answer).filter((column) => !before.includes(column))).toEqual(
    isGap ? Object.keys(organization.columns).filter((column) => isOf(name, column) && !before.includes(column)) : [],
  );
  expect(answer.gaps).toBe(isGap ? `${cmdlet} returned nothing, not even what every tenant has.` : '');
});

function isOf(name: string, column: string): boolean {
  return COLUMNS_OF_PART[name]?.includes(column) === true;
}
