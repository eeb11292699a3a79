import { isUtf8 } from 'node:buffer';
import { collectProblems, reworded, UserError, type Checked } from '../../errors.ts';
import { delimiterOf, readCsvRows } from '../../files/csv-reader.ts';
import { readWorkspaceFile } from '../../files/workspace.ts';
import type { CsvDelimiter } from '../../text/csv.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { shownText } from '../../text/display.ts';
import { counted, listed, someNames } from '../../text/numbers.ts';
import { BASELINE_COLUMNS, baselineKey, entryOf, writtenText, type BaselineEntry } from './baseline-entry.ts';

/** GitHub rejects files of more than 100 MiB. 100,000 entries have some 15 MB. */
export const MAX_BASELINE_BYTES = 100 * 1024 * 1024;
const DELIMITERS = [',', ';'] as const;
const MAX_PROBLEMS = 100;
const REPLACE = 'Replace the file with baseline.csv from the artifact of a run.';
const UPDATE =
  'Run without the baseline, download the artifact, review its violations, and run "mailbox-report baseline update" with it.';
const SORT = `Sort the rows by rule, mailbox, item, column, value and row, or r${REPLACE.slice(1)}`;

/** An entry with its line in the file, from 1. */
export interface PlacedEntry extends BaselineEntry {
  readonly line: number;
}

/** A committed `baseline.csv`. */
export interface Baseline {
  /** Path relative to the workspace, with forward slashes. */
  readonly file: string;
  /** Each identity once. */
  readonly entries: readonly PlacedEntry[];
}

/** A baseline with at most a hundred problems. */
interface CheckedBaseline extends Checked<Baseline> {
  /** With the entries that have no problem. */
  readonly value: Baseline;
  /** The first entry that sorts before the entry above it, with which a run starts all the same. */
  readonly unsorted: UserError | undefined;
  /** Whether the file lacks the columns that say which row was accepted, as those of earlier versions do. */
  readonly isOutdated: boolean;
}

/**
 * Reads the baseline of a run. Rejects with the UserError `BASELINE_FILE` for a file that is missing or has other columns,
 * an unknown rule or an entry twice; it names the first line with a mistake and counts the others.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param rules ids of the policy's rules; undefined if they are not known
 */
export async function readBaseline(
  file: string,
  workspace: string,
  rules: readonly string[] | undefined,
): Promise<Baseline> {
  return requireNoProblem(await openBaseline(file, workspace, rules));
}

function requireNoProblem({ value, problems }: CheckedBaseline): Baseline {
  const [first, ...furtherProblems] = problems;
  if (first === undefined) return value;
  if (furtherProblems.length === 0) throw first;
  const furtherText = counted(furtherProblems.length, 'more problem follows', 'more problems follow');
  throw reworded(first, `${first.message.replace(/\.$/, '')} (${furtherText}).`, first.hint);
}

/**
 * Reads the entries that `baseline update` replaces: none if the file lacks the columns that say which rows were accepted. Rejects
 * as `readBaseline` does.
 */
export async function readReplaceable(file: string, workspace: string): Promise<Baseline> {
  const checked = await openBaseline(file, workspace, undefined);
  return checked.isOutdated ? checked.value : requireNoProblem(checked);
}

/**
 * Reads a baseline offline, with all problems. The order of rows is a problem too. Rejects only for a bug.
 *
 * @param addresses those of the mailbox lists, in lower case; undefined without a list
 */
export function checkBaseline(
  file: string,
  workspace: string,
  rules: readonly string[] | undefined,
  addresses: Iterable<string> | undefined,
): Promise<Checked<Baseline>> {
  return collectProblems(async () => {
    const { value, problems, unsorted } = await openBaseline(file, workspace, rules);
    return {
      value,
      problems: unsorted === undefined ? problems : [...problems, unsorted],
      warnings: addresses === undefined ? [] : unlistedWarnings(value, addresses),
    };
  });
}

async function openBaseline(
  file: string,
  workspace: string,
  rules: readonly string[] | undefined,
): Promise<CheckedBaseline> {
  const { bytes, relativePath } = await readWorkspaceFile(file, workspace, {
    code: 'BASELINE_FILE',
    noun: 'baseline',
    input: 'baseline',
    extensions: ['csv'],
    names: [],
    maxBytes: MAX_BASELINE_BYTES,
  });
  return parseBaseline(bytes, relativePath, rules);
}

/** Parses the bytes of a `baseline.csv`, with commas or semicolons. `file`: its name in errors. */
export function parseBaseline(bytes: Uint8Array, file: string, rules: readonly string[] | undefined): CheckedBaseline {
  const entries: PlacedEntry[] = [];
  const problems: UserError[] = [];
  let unsorted: UserError | undefined;
  let isOutdated = false;
  const value = { file, entries };
  if (!isUtf8(bytes)) {
    problems.push(new UserError('BASELINE_FILE', `${file} is not UTF-8.`, { hint: REPLACE, place: { file } }));
    return { value, problems, unsorted, isOutdated };
  }
  const text = new TextDecoder().decode(bytes);
  const records: { readonly cells: readonly string[]; readonly line: number }[] = [];
  const badLine = readCsvRows(text, delimiterOf(text, DELIMITERS), false, (cells, line) => {
    records.push({ cells, line });
  });
  const problem = (line: number, message: string, hint: string): UserError =>
    new UserError('BASELINE_FILE', `${file}, line ${line}: ${message}`, { hint, place: { file, line } });
  const report = (line: number, message: string, hint: string): void => {
    if (problems.length < MAX_PROBLEMS) problems.push(problem(line, message, hint));
  };

  const [header, ...rows] = records;
  if (header === undefined ? badLine === undefined : !hasColumns(header.cells)) {
    const lacks = missingColumns(header?.cells ?? []);
    isOutdated = lacks.length > 0;
    // With other columns, every row would be one more problem.
    if (isOutdated) report(header?.line ?? 1, outdatedText(lacks), UPDATE);
    else report(header?.line ?? 1, `The columns are not ${BASELINE_COLUMNS.join(', ')}.`, REPLACE);
    return { value, problems, unsorted, isOutdated };
  }
  const ruleIds = rules === undefined ? undefined : new Set(rules.map(writtenText));
  const lines = new Map<string, number>();
  let lastKey = '';
  for (const { cells, line } of rows) {
    if (cells.length !== BASELINE_COLUMNS.length) {
      const has = counted(cells.length, 'cell', 'cells');
      report(line, `This row has ${has} instead of ${BASELINE_COLUMNS.length}.`, REPLACE);
      continue;
    }
    const entry = { ...entryOf(cells), line };
    const key = baselineKey(entry);
    const earlier = lines.get(key);
    if (ruleIds?.has(entry.rule) === false) {
      report(line, `The policy has no rule ${shownText(entry.rule)}.`, unknownRuleHint(entry.rule, ruleIds));
    } else if (earlier !== undefined) {
      report(line, `This row repeats line ${earlier}.`, 'Remove one of the two rows.');
    } else {
      entries.push(entry);
    }
    if (earlier === undefined) lines.set(key, line);
    if (key < lastKey) unsorted ??= problem(line, 'This row sorts before the row above it.', SORT);
    lastKey = key;
  }
  if (badLine !== undefined) {
    report(badLine.line, 'A quote in this row is not closed or is in the wrong place.', REPLACE);
  }
  return { value, problems, unsorted, isOutdated };
}

function unknownRuleHint(rule: string, rules: Iterable<string>): string {
  const meant = didYouMean(rule, rules);
  const suggestion = meant === undefined ? '' : ` Did you mean ${shownText(meant)}?`;
  return `Correct the rule's id, or remove the rows of a rule that the policy no longer has.${suggestion}`;
}

/** Whether a `baseline.csv` starts with a byte order mark, and what separates its cells. */
export function baselineFormat(bytes: Uint8Array): { readonly bom: boolean; readonly delimiter: CsvDelimiter } {
  const start = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 100));
  return { bom: start.startsWith('\uFEFF'), delimiter: delimiterOf(start.replace('\uFEFF', ''), DELIMITERS) };
}

/** The columns without which an entry would accept other rows than the one that people saw; none if the file is no baseline. */
function missingColumns(cells: readonly string[]): readonly string[] {
  if (cells[0] !== 'Rule' || !cells.includes('Found')) return [];
  return ['Item', 'Row'].filter((column) => !cells.includes(column));
}

function outdatedText(lacks: readonly string[]): string {
  const columns = `${lacks.length === 1 ? 'the column' : 'the columns'} ${listed(lacks, 'and')}`;
  return `The baseline lacks ${columns}, so it does not say which rows are accepted.`;
}

function hasColumns(cells: readonly string[]): boolean {
  return cells.length === BASELINE_COLUMNS.length && BASELINE_COLUMNS.every((column, index) => cells[index] === column);
}

/**
 * A warning if entries have mailboxes that the list does not have: a run never finds out about them, since it reads only
 * mailboxes of the list.
 */
function unlistedWarnings({ file, entries }: Baseline, addresses: Iterable<string>): readonly UserError[] {
  const listAddresses = new Set(Array.from(addresses, writtenText));
  // Entries about tables have no mailbox.
  const unlisted = entries.filter(({ address }) => address !== '' && !listAddresses.has(address.toLowerCase()));
  const [first] = unlisted;
  if (first === undefined) return [];
  const numbers = unlisted.map(({ line }) => String(line));
  const lines = `${unlisted.length === 1 ? 'line' : 'lines'} ${someNames(numbers, String)}`;
  const what = counted(
    unlisted.length,
    'entry of the baseline has a mailbox',
    'entries of the baseline have mailboxes',
  );
  const message = `${what} that the list does not have: ${file}, ${lines}.`;
  const hint = 'Remove the rows, or add the mailboxes to the list.';
  return [new UserError('BASELINE_UNUSED', message, { hint, place: { file, line: first.line } })];
}
