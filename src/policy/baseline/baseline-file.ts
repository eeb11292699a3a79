import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import { UserError } from '../../errors.ts';
import type { CsvDelimiter } from '../../text/csv.ts';
import { shownText } from '../../text/display.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { counted } from '../../text/numbers.ts';
import { readWorkspaceFile } from '../../files/file.ts';
import { BASELINE_COLUMNS, baselineKey, entryOf, writtenText, type BaselineEntry } from './baseline-entry.ts';

/** GitHub rejects files of more than 100 MiB. 100,000 entries have some 15 MB. */
export const MAX_BASELINE_BYTES = 100 * 1024 * 1024;
const MAX_PROBLEMS = 100;
const REPLACE = 'Replace the file with baseline.csv from the artifact of a run.';

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

/** What is wrong with a baseline. */
export interface BaselineProblems {
  /** Mistakes with which a run does not start; the first hundred, in the file's order. */
  readonly errors: readonly UserError[];
  /** The first entry that sorts before the entry above it. */
  readonly order: UserError | undefined;
}

/**
 * Reads the baseline of a run. Rejects with the UserError `BASELINE_FILE` for a file that is missing or has other columns,
 * an unknown rule or an entry twice; it names the first line with a mistake and counts the others.
 *
 * @param file path relative to the workspace, or absolute within it
 * @param workspace absolute path of the repository's checkout
 * @param rules ids of the policy's rules; undefined if they are not known
 */
export async function readBaseline(
  file: string,
  workspace: string,
  rules: readonly string[] | undefined,
): Promise<Baseline> {
  const { baseline, errors } = await openBaseline(file, workspace, rules);
  const [first, ...others] = errors;
  if (first === undefined) return baseline;
  if (others.length === 0) throw first;
  const more = counted(others.length, 'more problem follows', 'more problems follow');
  const { code, message, hint, place } = first;
  throw new UserError(code, `${message.replace(/\.$/, '')} (${more}).`, { hint, place });
}

/**
 * Like `readBaseline`, but returns all mistakes. Rejects with the UserError `BASELINE_FILE` only if the file cannot be opened.
 *
 * @param rules undefined if they are not known
 */
export async function openBaseline(
  file: string,
  workspace: string,
  rules: readonly string[] | undefined,
): Promise<BaselineProblems & { readonly baseline: Baseline }> {
  const { bytes, shown } = await readWorkspaceFile(file, workspace, {
    ...{ code: 'BASELINE_FILE', noun: 'baseline', input: 'baseline', extensions: ['csv'], names: [] },
    maxBytes: MAX_BASELINE_BYTES,
  });
  return parseBaseline(bytes, shown, rules);
}

/** Parses the bytes of a `baseline.csv`, with commas or semicolons. `file`: its name in errors. */
export function parseBaseline(
  bytes: Uint8Array,
  file: string,
  rules: readonly string[] | undefined,
): BaselineProblems & { readonly baseline: Baseline } {
  if (!isUtf8(bytes)) {
    const error = new UserError('BASELINE_FILE', `${file} is not UTF-8.`, { hint: REPLACE, place: { file } });
    return { baseline: { file, entries: [] }, errors: [error], order: undefined };
  }
  // csv-parse counts a CRLF inside quotes as two lines.
  const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, '\n');
  const reader = new BaselineReader(file, rules);
  try {
    parse(text, {
      delimiter: delimiterOf(text),
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      // With null, the parser does not collect the rows.
      on_record: (cells: unknown, { lines }) => {
        reader.add(Array.isArray(cells) ? cells.map(String) : [], lines);
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    reader.problem(reader.nextLine, 'A quote in this row is not closed or is in the wrong place.', REPLACE);
  }
  return reader.result();
}

/** Whether a `baseline.csv` starts with a byte order mark, and what separates its cells. */
export function baselineFormat(bytes: Uint8Array): { readonly bom: boolean; readonly delimiter: CsvDelimiter } {
  const start = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, 100));
  return { bom: start.startsWith('\uFEFF'), delimiter: delimiterOf(start.replace('\uFEFF', '')) };
}

function delimiterOf(text: string): CsvDelimiter {
  return /^"?Rule"?;/.test(text) ? ';' : ',';
}

/** Collects entries and mistakes row by row. */
class BaselineReader {
  readonly #file: string;
  readonly #rules: ReadonlySet<string> | undefined;
  readonly #entries: PlacedEntry[] = [];
  /** Lines by key. */
  readonly #lines = new Map<string, number>();
  readonly #errors: UserError[] = [];
  #order: UserError | undefined;
  #header: 'missing' | 'right' | 'wrong' = 'missing';
  #lastKey = '';
  /** The first line of the next row. */
  nextLine = 1;

  constructor(file: string, rules: readonly string[] | undefined) {
    this.#file = file;
    this.#rules = rules === undefined ? undefined : new Set(rules.map(writtenText));
  }

  /** `lastLine`: of the row. */
  add(cells: readonly string[], lastLine: number): void {
    const lineEnds = cells.reduce((sum, cell) => sum + cell.split('\n').length - 1, 0);
    const line = lastLine - lineEnds;
    this.nextLine = lastLine + 1;
    if (this.#header === 'missing') {
      this.#header = hasColumns(cells) ? 'right' : 'wrong';
      if (this.#header === 'wrong') this.#wrongColumns(line);
      return;
    }
    // With other columns, every row would be one more problem.
    if (this.#header === 'wrong') return;
    if (cells.length !== BASELINE_COLUMNS.length) {
      const has = counted(cells.length, 'cell', 'cells');
      this.problem(line, `This row has ${has} instead of ${BASELINE_COLUMNS.length}.`, REPLACE);
      return;
    }
    this.#addEntry({ ...entryOf(cells), line });
  }

  problem(line: number, message: string, hint: string): void {
    if (this.#errors.length < MAX_PROBLEMS) this.#errors.push(this.#error(line, message, hint));
  }

  result(): BaselineProblems & { readonly baseline: Baseline } {
    if (this.#header === 'missing' && this.#errors.length === 0) this.#wrongColumns(1);
    return { baseline: { file: this.#file, entries: this.#entries }, errors: this.#errors, order: this.#order };
  }

  #addEntry(entry: PlacedEntry): void {
    const { rule, line } = entry;
    const key = baselineKey(entry);
    const earlier = this.#lines.get(key);
    if (this.#rules !== undefined && !this.#rules.has(rule)) {
      const meant = didYouMean(rule, this.#rules);
      const suggestion = meant === undefined ? '' : ` Did you mean ${shownText(meant)}?`;
      const hint = `Correct the rule's id, or remove the rows of a rule that the policy no longer has.${suggestion}`;
      this.problem(line, `The policy has no rule ${shownText(rule)}.`, hint);
    } else if (earlier !== undefined) {
      this.problem(line, `This row repeats line ${earlier}.`, 'Remove one of the two rows.');
    } else {
      this.#entries.push(entry);
    }
    if (earlier === undefined) this.#lines.set(key, line);
    if (key < this.#lastKey) {
      const message = 'This row sorts before the row above it.';
      const hint = `Sort the rows by rule, mailbox, item, column and value, or replace the file with baseline.csv from the artifact of a run.`;
      this.#order ??= this.#error(line, message, hint);
    }
    this.#lastKey = key;
  }

  #wrongColumns(line: number): void {
    const message = `The columns are not ${BASELINE_COLUMNS.join(', ')}.`;
    this.problem(line, message, REPLACE);
  }

  #error(line: number, message: string, hint: string): UserError {
    const text = `${this.#file}, line ${line}: ${message}`;
    return new UserError('BASELINE_FILE', text, { hint, place: { file: this.#file, line } });
  }
}

function hasColumns(cells: readonly string[]): boolean {
  return cells.length === BASELINE_COLUMNS.length && BASELINE_COLUMNS.every((column, at) => cells[at] === column);
}
