import type { RowsInView } from '../../reports/highlight.ts';
import type { CsvDelimiter } from '../../text/csv.ts';
import type { EpochMs } from '../../text/numbers.ts';
import type { CommandTemplate, RowRemoval } from '../../text/power-shell.ts';

/** Rows of a table that people look for. The rows themselves have the positions of their highlights. */
export interface PageHighlight {
  readonly title: string;
  /** Names of the columns to show first, after the mailbox. */
  readonly columns: readonly string[];
  /** Rows, without placeholders of mailboxes that have no item. */
  readonly rows: number;
}

/** Rows that the page always offers to filter. */
export interface PageView extends Omit<PageHighlight, 'rows'> {
  /** Names it in the fragment of the page's address. */
  readonly key: string;
  /** The rows in words. */
  readonly meaning: string;
}

/** A table of the report page: the rows of a CSV. */
export interface PageTable {
  /** The report's name, or `violations` or `changes`, which no report can have. */
  readonly name: string;
  /** What its rows are about, for the navigation. Absent: the page has no table about the tenant. */
  readonly group?: 'Mailboxes' | 'Tenant' | 'Policy' | undefined;
  /** The name of the CSV with the same rows. */
  readonly file: string;
  /** The CSV's header. */
  readonly columns: readonly string[];
  /** The columns of the mailbox list among them. */
  readonly listed?: readonly string[] | undefined;
  /** Columns that only the view of a mailbox shows: rows have their cells after those of the CSV. Absent: none. */
  readonly viewColumns?: readonly string[] | undefined;
  readonly rows: number;
  /** What a row is: singular and plural, such as `inbox rule` and `inbox rules`. */
  readonly unit: readonly [singular: string, plural: string];
  /** Rows that are about an item, in mailboxes that were read: without placeholders of mailboxes that have no item. */
  readonly items: number;
  /** In the order of the report's definition, also those without rows. None for findings and changes. */
  readonly highlights: readonly PageHighlight[];
  /** Their positions follow those of the highlights. None if no mailbox was read. */
  readonly views: readonly PageView[];
  /** Whether the rows are findings of the policy instead of a report's rows. */
  readonly findings: boolean;
  readonly experimental: boolean;
  /** How the view of a mailbox shows the rows. Absent: by their cells. */
  readonly inView?: RowsInView | undefined;
  /** Positions of findings that the earlier report does not have. */
  readonly newRows: readonly number[];
}

/** The place of a finding in `violations.csv` and on the page: violations of errors first, inconclusive findings last. */
export function findingRank({ verdict, severity }: Readonly<Record<'verdict' | 'severity', PageCell>>): 0 | 1 | 2 {
  if (verdict === 'inconclusive') return 2;
  return severity === 'error' ? 0 : 1;
}

/** A rule of the policy. */
export interface PageRule {
  readonly id: string;
  readonly title: string;
  /** The name of the report that it is about. */
  readonly report: string;
  /** The http or https URL of a page with details. */
  readonly help?: string | undefined;
  /** The columns of the report whose cells the item of a finding joins. */
  readonly item?: readonly string[] | undefined;
  /** The command that corrects a finding. Absent if none is certain to. */
  readonly command?: CommandTemplate | undefined;
  /** What the command does in addition. */
  readonly note?: string | undefined;
  /** The commands that take the row of a finding away, as in the definition of the report. */
  readonly removal?: RowRemoval | undefined;
  /** Whether the remediate action plans the settings. */
  readonly isPlanned?: boolean | undefined;
}

/** Whether findings of a rule may have a command. */
export function canCorrect({ command, removal }: PageRule): boolean {
  return command !== undefined || removal !== undefined;
}

/**
 * Where the lists have the mailboxes, in the order of the first report: rows of a file, a line, and the number of mailboxes on
 * the lines from there.
 */
interface PagePlaces {
  readonly columns: readonly string[];
  readonly rows: number;
}

/** The data of the page's program, as JSON in the element `page-data`. */
export interface PageData {
  /** Whether the CSVs start with a byte order mark. */
  readonly bom: boolean;
  readonly delimiter: CsvDelimiter;
  /** When the run started. The quick view "Away now" refers to it. */
  readonly when: EpochMs;
  /** The tenant, the time and the address of the run, for people. */
  readonly run: string;
  /** The command that prints when a mailbox changed, without its address. */
  readonly history: string;
  /** At least one; the reports first, in their order. The rows of each are in an element `rows-0` and so on. */
  readonly tables: readonly PageTable[];
  /** The name of the table that is shown first. Absent: the first one. */
  readonly first?: string | undefined;
  /** The rules of the policy; none without a policy. */
  readonly rules: readonly PageRule[];
  /** Their rows are in the element after those of `tables`. */
  readonly places: PagePlaces;
  /** What to do about mailboxes that could not be read, by their status. */
  readonly remedies?: Readonly<Record<string, string>> | undefined;
  /** The address of a line of a list, for `listLineUrl`. */
  readonly source?: string | undefined;
}

/** A cell as the CSV has it, before it is defused and quoted. */
export type PageCell = string | number;

/**
 * A row as the page has it, as a line of JSON. `highlights`: positions of the table's highlights that the row has. `hasNoItem`: its
 * mailbox has no item, or could not be read.
 */
export type PageRow = readonly [cells: readonly PageCell[], highlights: readonly number[], hasNoItem?: 1];
