import { itemsOf, csvText, shownValue, type Cell } from './cells.ts';
import { cellOf, reportOf, type Finding } from './judge.ts';
import type { RunOf, Seen } from './run.ts';

/** Longer texts are cut, and hidden characters are made visible: neither is expected here. */
const LONGEST = 200;
const PLAIN = /^[ -~]*$/;

/** The message of a violation of a rule that has one, with its columns filled in; undefined if the oracle does not expect a certain one. */
export function messageOf({ rule, row, column }: Finding, seen: Seen, run: RunOf): string | undefined {
  if (rule.message === undefined || column === '') return undefined;
  const texts = [...rule.message.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) =>
    textOf(cellOf(name, reportOf(rule), row, seen, run).cell),
  );
  if (texts.some((text) => text === undefined || text.length > LONGEST || !PLAIN.test(text))) return undefined;
  return rule.message.replaceAll(/\{[^{}]+\}/g, () => texts.shift() ?? '');
}

/** A column in a sentence: what is blank is not set, and an unknown cell without certain items is unknown. */
function textOf(cell: Cell): string | undefined {
  if (cell.is === 'not-applicable' || cell.display !== undefined) return undefined;
  const value = shownValue(cell);
  if (cell.is === 'unknown' && itemsOf(value).length === 0) return 'unknown';
  const text = Array.isArray(value) ? itemsOf(value).map(csvText).join(', ') : csvText(value);
  return text === '' ? 'not set' : text;
}
