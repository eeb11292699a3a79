import type { FileProblems } from '../yaml/problems.ts';
import { shownText } from '../text/display.ts';
import { mapping, type YamlValue } from '../yaml/value.ts';
import { MAILBOX_COLUMN, STATUS_COLUMNS, VERDICT_COLUMNS } from './definition.ts';
import { expressionText } from './expression-value.ts';

const MOST = 200;
const LONGEST_NAME = 100;
const RESERVED = [MAILBOX_COLUMN, ...STATUS_COLUMNS, ...VERDICT_COLUMNS];

/** The columns of a report: name to expression. What is wrong is added to the problems. */
export function reportColumns(value: YamlValue, problems: FileProblems): Readonly<Record<string, string>> | undefined {
  const found = mapping(value, problems);
  if (found === undefined) return undefined;
  if (found.entries.size === 0) problems.add(value.offset, '"columns" has no column.', 'Add one: "Name: expression".');
  if (found.entries.size > MOST) problems.add(value.offset, `There are more than ${MOST} columns.`, 'Leave some out.');
  const seen = new Set<string>();
  const columns: [string, string][] = [];
  for (const { key, keyOffset, value: expression } of found.entries.values()) {
    const folded = key.trim().toLowerCase();
    const hint = seen.has(folded) ? 'There is one already: case does not count.' : hintFor(key);
    if (hint !== undefined) problems.add(keyOffset, `A column cannot be called ${shownText(key)}.`, hint);
    seen.add(folded);
    columns.push([key, expressionText(expression, problems) ?? '']);
  }
  return Object.fromEntries(columns);
}

function hintFor(name: string): string | undefined {
  if (name.trim() === '') return 'Give it a name.';
  if (name !== name.trim()) return 'Remove the blanks around the name.';
  if (name.length > LONGEST_NAME) return `Use at most ${LONGEST_NAME} characters.`;
  if (/[\p{C}\p{Zl}\p{Zp}]/u.test(name)) return 'Use neither line breaks nor characters that cannot be seen.';
  // An object's members with such names come first, wherever they were written.
  if (/^\d+$/.test(name)) return 'Add a word: a column called by a number alone would lose its place.';
  const reserved = RESERVED.find((column) => column.toLowerCase() === name.toLowerCase());
  return reserved === undefined ? undefined : `Every report has ${reserved} or gets it: choose another name.`;
}
