import type { Cloud } from '../auth/clouds.ts';
import type { Directory } from '../exchange/directory.ts';
import type { ListOptions } from '../exchange/exchange-listing.ts';
import type { ListingOptions } from '../graph/graph-listing.ts';
import type { ReadEach } from '../graph/graph-reader.ts';
import type { JsonObject } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { MailboxAnswer, QueryResult } from '../mailboxes/mailbox-answer.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { DerivedReport, ReportDefinition } from './definition.ts';
import type { RowCells, TableAnswer } from './rows.ts';

/** Makes the rows of a report of those of other reports, or of listings of the tenant. `source/derivers.ts` has all of them. */
export interface Deriver {
  /** The cmdlets of Exchange Online that it runs. */
  readonly cmdlets?: readonly string[] | undefined;
  /** A page of each listing of Graph that it reads. Only the first is required. */
  readonly listings?: readonly ListingOfTenant[] | undefined;
  /**
   * Begins to read what takes longest, before it is known what counts as inside.
   *
   * @returns a function that is called once this is known, before the first mailbox is read
   */
  readonly begin: (services: DeriverServices) => (run: DerivedRun) => Derivation;
}

/** A listing of Graph for a deriver. */
interface ListingOfTenant {
  /** With version and query. */
  readonly path: string;
  /** The application permission. */
  readonly needs: string;
  readonly shows: string;
  /** Whether only the global cloud has it. */
  readonly isGlobalOnly?: boolean;
}

/** What a deriver reads from besides the results of other reports. */
export interface DeriverServices {
  readonly graph: {
    /** What a listing of the tenant needs. */
    readonly listing: ListingOptions;
    readonly readEach: ReadEach;
  };
  /** Undefined if the run does not sign in to Exchange Online. */
  readonly exchange: ExchangeServices | undefined;
  readonly cloud: Cloud;
  readonly signal: AbortSignal;
  /** Receives what people should know although it is no error. */
  readonly notice: (message: string) => void;
}

export interface ExchangeServices extends Pick<ListOptions, 'runner' | 'grants'> {
  /** Whether other reports of the run are read from Exchange Online. */
  readonly isSource: boolean;
  /** The mailboxes of the run as Exchange Online lists them. Begins the listing unless a report has begun it. */
  readonly directory: () => Directory;
  /** The recipients of the tenant that are groups. Rejects with a UserError as `list` does. */
  readonly groups: () => Promise<readonly JsonObject[]>;
}

/** The run of a derived report. */
export interface DerivedRun {
  readonly report: DerivedReport;
  /** The reports whose results it is given, in the order of these: those that are read, and derived ones that it is made of. */
  readonly others: readonly ReportDefinition[];
  /** The mailboxes of the whole list, also those of other shards, so that all shards find the same. */
  readonly mailboxes: MailboxList;
  readonly inside: InternalDomains | undefined;
}

/** The results of a derived report in a run. */
export interface Derivation {
  /** Settles when results can be made. Answers of Graph's batches are packed until then. Rejects if the run cannot go on. */
  readonly ready?: Promise<unknown> | undefined;
  /** Called once, when the first mailboxes are requested: begins what is read beside the mailboxes. */
  readonly start?: (() => void) | undefined;
  /**
   * The results of some mailboxes, in the order of these. A promise: mailboxes after these are read meanwhile.
   *
   * @param first the position of the first of them in the list that the run reads
   */
  readonly resultsOf: (answers: readonly MailboxAnswer<RowCells[]>[], first: number) => Results | Promise<Results>;
  /** The tables about the tenant that come with the report, by their names. Call them once `ready` has settled. */
  readonly tables?: Readonly<Record<string, () => TableAnswer>> | undefined;
}

type Results = readonly QueryResult<RowCells[]>[];
