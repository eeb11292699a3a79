import type { CellSchema } from '../schema/cell-schema.ts';
import type { RowPhrase } from '../text/row-phrase.ts';

// What the rows of a report mean to people, as data of its definition.

/** Columns of a report and the schemas that all of their cells must meet. */
export type ColumnSchemas = Readonly<Record<string, CellSchema>>;

/** What a highlight is about: its place among the numbers of the page. */
type HighlightTopic = 'Forwarding' | 'Access' | 'Replies' | 'Protocols';

/** Rows that people look for, such as inbox rules that forward mail outside. */
export interface ReportHighlight {
  /** In one line, for people. */
  readonly title: string;
  /** What the cells of a row must meet: at least one column. An unknown cell does not meet it. */
  readonly when: ColumnSchemas;
  /** Alternatives, of which the cells must meet one in addition. Only for built-in reports. */
  readonly any?: readonly ColumnSchemas[] | undefined;
  /** The columns to show first, after the mailbox. */
  readonly columns: readonly string[];
  readonly topic?: HighlightTopic | undefined;
  /** The title after a number of mailboxes: `mailbox forwards outside`, `mailboxes forward outside`. */
  readonly counted?: readonly [singular: string, plural: string] | undefined;
  /** How such a mailbox sends mail out of the tenant: `inbox rule`. The first of `columns` has the addresses. Undefined: it does not. */
  readonly sends?: string | undefined;
  /**
   * What the rows of other reports of the mailbox must meet, by the report's name: one row each. Without these reports in the run, no
   * row meets it. Only for built-in reports.
   */
  readonly beside?: Readonly<Record<string, ColumnSchemas>> | undefined;
  /** Set if the rows are no finding: the page always offers to filter them, and the summary has their number. */
  readonly view?: HighlightView | undefined;
  /** What Microsoft retires for such mailboxes. They are then no finding of their own: a section of the summary has their number. */
  readonly ends?: Retirement | undefined;
}

/** Rows that are of interest in every run, such as mailboxes that reply automatically. After a report's other highlights. */
interface HighlightView {
  /** Names it in the address of the page: `away`. */
  readonly key: string;
  /** The number of mailboxes in the summary. */
  readonly label: string;
  /** The rows in a sentence, with `{started}` for when the run began. */
  readonly meaning: string;
}

/** Something that Microsoft retires. */
export interface Retirement {
  /** Names the affected mailboxes in the address of the page. */
  readonly view: string;
  /** What ends: the subject of a sentence. */
  readonly what: string;
  /** What an affected mailbox does, also for several: `used SMTP AUTH`. */
  readonly phrase: string;
  /** Days, or months such as `2027-03`. */
  readonly announced: string | undefined;
  readonly defaultOff: string | undefined;
  readonly removed: string | undefined;
  /** The address of the page that says so. */
  readonly source: string;
  /** The day of what the source says. */
  readonly asOf: string;
  /** The place among all retirements. */
  readonly order: number;
}

/** What the summary and the page count of the cells. */
export interface CountedCells {
  /** Columns of few values. */
  readonly values?: readonly CountedColumn[] | undefined;
  /** A column of sizes in GB, and the limits between which mailboxes are counted. */
  readonly sizes?: { readonly column: string; readonly limits: readonly number[] } | undefined;
  /** The columns with the state of automatic replies and who outside gets them. The view is that of mailboxes that reply. */
  readonly replies?: { readonly view: string; readonly status: string; readonly audience: string } | undefined;
}

/** A column whose values are counted. Of columns with one title, the first by `order` counts that a report of the run has. */
export interface CountedColumn {
  readonly column: string;
  readonly title: string;
  readonly order: number;
  /** Where it is shown: `types` on the page beside the sizes, `settings` on both, `replies` in the summary. */
  readonly group: 'replies' | 'settings' | 'types';
}

/**
 * The rows of a mailbox in the view of it. `access` and `applications`: in the list of who can open it, for each right the people, for
 * each ability the applications. `addresses`: those of the owner, with the way of their mail.
 */
export type RowsInView = RowsInWords | { readonly phrase: 'access' | 'applications' | 'addresses' };

/** A section with the rows of a mailbox in words. */
interface RowsInWords {
  readonly title: string;
  /** Of each row. `inbox-rule`: in the order in which the rules run, each with its name and what it does. */
  readonly phrase: RowPhrase | 'inbox-rule';
}
