import type { Json } from '../../json.ts';
import { changesByItself, columnOf, type ReportColumns } from '../../reports/definition.ts';
import { defusedText } from '../../text/csv.ts';
import { cellText } from '../../text/display.ts';
import type { Rule } from '../policy-definition.ts';

/** The header of `baseline.csv`. */
export const BASELINE_COLUMNS = ['Rule', 'MailboxName', 'Item', 'Column', 'Found', 'Row', 'AddedOn'] as const;

/** A violation by the texts that identify it, each as `writtenText` returns it. */
export interface ViolationIdentity {
  /** The rule's id. */
  readonly rule: string;
  /** In any case. */
  readonly address: string;
  readonly item: string;
  readonly column: string;
  readonly found: string;
  /** Digest of what else defines the row. */
  readonly row: string;
}

/** A violation that the baseline accepts: a row of `baseline.csv`. */
export interface BaselineEntry extends ViolationIdentity {
  /** ISO date in UTC, as the action writes it. */
  readonly addedOn: string;
}

/**
 * A cell as `baseline.csv` has it: formulas defused, line ends as `\n`, since Git may convert them, without NUL, which would
 * make the file binary for Git, and without unpaired surrogates, which UTF-8 cannot store. That of such a text is the same text.
 */
export function writtenText(cell: Json): string {
  return defusedText(cellText(cell).toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\0', '\uFFFD'));
}

/** What identifies a violation by a mailbox. */
interface IdentifiedViolation {
  readonly item: string;
  readonly row: string;
  readonly column: string;
  readonly found: Json;
  /** Whether `found` changes by itself, so that it does not identify the violation. */
  readonly changesByItself?: boolean | undefined;
}

/** The identity of a violation as the baseline compares it. */
export function violationIdentity(rule: string, address: string, violation: IdentifiedViolation): ViolationIdentity {
  const { item, row, column, found, changesByItself } = violation;
  return {
    rule: writtenText(rule),
    address: writtenText(address),
    item: writtenText(item),
    column: writtenText(column),
    found: changesByItself === true ? '' : writtenText(found),
    row: writtenText(row),
  };
}

/** Whether the values that a rule finds in a column change by themselves. Both are as the baseline writes them. */
export type ChangingColumns = (rule: string, column: string) => boolean;

/** @param reports those that the rules can name */
export function changingColumns(
  rules: readonly Pick<Rule, 'id' | 'report'>[],
  reports: Iterable<Pick<ReportColumns, 'about' | 'name' | 'columns' | 'listColumns' | 'compare'>>,
): ChangingColumns {
  const reportOf = new Map(rules.map(({ id, report }) => [writtenText(id), report]));
  const byName = new Map(Array.from(reports, (report) => [report.name, report]));
  return (rule, written) => {
    const own = byName.get(reportOf.get(rule) ?? '');
    const { report = '', column = '' } = own === undefined ? {} : columnOf(own, written);
    const definition = byName.get(report);
    return definition !== undefined && changesByItself(definition, column);
  };
}

/** An entry as runs write it today: those of earlier versions have a value where it changes by itself. */
export function currentEntry<Entry extends BaselineEntry>(entry: Entry, isChanging: ChangingColumns): Entry {
  return isChanging(entry.rule, entry.column) ? { ...entry, found: '' } : entry;
}

/**
 * The identity as one string. Equal identities, compared without the case of the address, have equal keys, and keys sort as
 * `baseline.csv` does: by rule, address, item, column, value and row.
 */
export function baselineKey({ rule, address, item, column, found, row }: ViolationIdentity): string {
  // Sorts before all written texts and occurs in none.
  return [rule, address.toLowerCase(), item, column, found, row].join('\0');
}

/** The entries in the order of `baseline.csv`, of those with the same identity the first. */
export function sortedEntries(entries: Iterable<BaselineEntry>): readonly BaselineEntry[] {
  const byKey = new Map<string, BaselineEntry>();
  for (const entry of entries) {
    const key = baselineKey(entry);
    if (!byKey.has(key)) byKey.set(key, entry);
  }
  return [...byKey].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, entry]) => entry);
}

/** The cells of an entry, in the order of the columns. */
export function baselineCells({ rule, address, item, column, found, row, addedOn }: BaselineEntry): readonly string[] {
  return [rule, address, item, column, found, row, addedOn];
}

/** The entry of a record's cells, in the order of the columns. */
export function entryOf(cells: readonly string[]): BaselineEntry {
  const [rule = '', address = '', item = '', column = '', found = '', row = '', addedOn = ''] = cells.map(writtenText);
  return { rule, address, item, column, found, row, addedOn };
}
