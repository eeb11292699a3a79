import {
  addressesOf,
  faultShare,
  meetsRequest,
  type RetryAfter,
  type Which,
  type WhichMailboxes,
} from '../fault-options.ts';
import type { JsonObject } from '../json.ts';
import type { Lag } from '../writes.ts';

/** The commands that a fault may affect, by the name of their cmdlet; all if not given. `$batch` is a batch as a whole. */
interface OfCmdlets {
  readonly cmdlets?: readonly string[];
}

/** Simulated faults of Exchange's admin API. `Which` counts the commands that a fault may affect. */
export interface ExchangeFaults {
  /** Plain text, with status 429 by default. */
  readonly exchangeThrottle?: Which &
    OfCmdlets & { readonly retryAfter: RetryAfter; readonly status?: 400 | 429 | 500 | 503 };
  /** Commands are refused in a batch, and only there. */
  readonly exchangeRefusedItems?: Which & OfCmdlets & { readonly status: 401 | 403 };
  readonly exchangeUnavailable?: Which & OfCmdlets & { readonly status?: 503 | 504; readonly retryAfter?: RetryAfter };
  /** A temporary failure in the envelope of a bad request (400). */
  readonly exchangeTransient?: Which & OfCmdlets;
  /** An error (500) with the name of a server and a stack trace. */
  readonly exchangeServerError?: Which & OfCmdlets;
  /** Status 200 with a body that is declared as gzip but is not compressed. */
  readonly exchangeUndecodable?: Which & OfCmdlets;
  /** Status 204, or status 200 with `null`. */
  readonly exchangeNothing?: Which & OfCmdlets & { readonly status: 200 | 204 };
  /** The JSON of the response is truncated, with a matching length. */
  readonly exchangeMalformed?: Which & OfCmdlets;
  /** The connection is closed without a response. */
  readonly exchangeReset?: Which & OfCmdlets;
  /** Status 200 with JSON of another shape: the members of `body`, by default those of an older interface. */
  readonly exchangeUnknownShape?: Which & OfCmdlets & { readonly body?: JsonObject };
  /** The answers of cmdlets, by name. */
  readonly exchangeAnswers?: Readonly<Record<string, JsonObject>>;
  /** The first links that are followed have expired. */
  readonly exchangeExpiredLinks?: OfCmdlets & { readonly times: number };
  /** Every link leads to this origin. */
  readonly exchangeForeignLink?: OfCmdlets & { readonly origin: string };
  /** The first page has no link to the next, only a warning that there is more. */
  readonly exchangeTruncated?: OfCmdlets;
  /** An empty page with a link precedes each page. */
  readonly exchangeEmptyPages?: OfCmdlets;
  /** Pages after the first have every property, regardless of the selection. */
  readonly exchangeForgottenSelect?: OfCmdlets;
  /** Responses lack these properties for these mailboxes. */
  readonly exchangeAbsent?: WhichMailboxes & OfCmdlets & { readonly properties: readonly string[] };
  /** Changes of these mailboxes are accepted, and have no effect. */
  readonly exchangeLostWrites?: WhichMailboxes;
  /** After a change of these mailboxes, this many reads, and those of this time, still show what was there before. */
  readonly exchangeStaleReads?: WhichMailboxes & { readonly reads?: number; readonly ms?: number };
  /** How a change is answered: with an empty list by default, with status 204, or with an empty body. */
  readonly exchangeWriteAnswer?: WriteAnswer;
  /** The list of the cmdlets that the application may run does not exist, or has other cmdlets. */
  readonly exchangeModuleFile?: 'absent' | readonly string[];
  /** The cmdlets do not list the organisation: they need an identity. */
  readonly exchangeNeedsIdentity?: OfCmdlets;
  /** The cmdlets do not know these parameters. */
  readonly exchangeUnknownParameters?: OfCmdlets & { readonly names: readonly string[] };
  /** Pages with more rows take too long: a gateway answers with 504. */
  readonly exchangeSlow?: OfCmdlets & { readonly mostRows: number };
  /** A share of the items is missing from the response of a batch. */
  readonly exchangeMissingAnswers?: Which & OfCmdlets;
}

/** Nobody has captured how `Set-*` is answered: third parties handle all of these. */
export type WriteAnswer = 'list' | 'no-content' | 'empty';

const OLDER_SHAPE: JsonObject = { d: { results: [{ __metadata: {} }] } };

/** The name of every fault of Exchange. */
export const EXCHANGE_FAULTS = [
  'exchangeThrottle',
  'exchangeRefusedItems',
  'exchangeUnavailable',
  'exchangeTransient',
  'exchangeServerError',
  'exchangeUndecodable',
  'exchangeNothing',
  'exchangeMalformed',
  'exchangeReset',
  'exchangeUnknownShape',
  'exchangeAnswers',
  'exchangeExpiredLinks',
  'exchangeForeignLink',
  'exchangeTruncated',
  'exchangeEmptyPages',
  'exchangeForgottenSelect',
  'exchangeAbsent',
  'exchangeLostWrites',
  'exchangeStaleReads',
  'exchangeWriteAnswer',
  'exchangeModuleFile',
  'exchangeNeedsIdentity',
  'exchangeUnknownParameters',
  'exchangeSlow',
  'exchangeMissingAnswers',
] as const satisfies readonly (keyof ExchangeFaults)[];

/** A fault that replaces or modifies a response. */
export type CommandFault =
  | { readonly kind: '429'; readonly status: 400 | 429 | 500 | 503; readonly retryAfter: RetryAfter }
  | { readonly kind: 'refused-item'; readonly status: 401 | 403 }
  | { readonly kind: '503'; readonly status: 503 | 504; readonly retryAfter: RetryAfter }
  | { readonly kind: 'transient' | 'server-error' | 'undecodable' | 'malformed' }
  | { readonly kind: 'nothing'; readonly status: 200 | 204 }
  | { readonly kind: 'unknown-shape'; readonly body: JsonObject }
  | { readonly kind: 'reset' };

/** The faults of the pages of a listing. */
export interface ListingFaults {
  /** The origin of every link; undefined for the tenant's own. */
  readonly foreign: string | undefined;
  readonly truncated: boolean;
  readonly empty: boolean;
  readonly forgetsSelect: boolean;
}

/** Selects the fault of each command. */
export class ExchangeFaultPlan {
  readonly #faults: ExchangeFaults;
  readonly #seed: number;
  readonly #times = new Map<string, number>();
  readonly #absent: ReadonlySet<string>;

  constructor(faults: ExchangeFaults, seed: number) {
    this.#faults = faults;
    this.#seed = seed;
    this.#absent = addressesOf(faults.exchangeAbsent);
  }

  /** The fault of the next run of a cmdlet, if any, or of a whole batch with the name `$batch`. */
  next(cmdlet: string): CommandFault | undefined {
    const faults = this.#faults;
    const { exchangeThrottle: throttle, exchangeUnavailable: unavailable, exchangeUnknownShape: unknownShape } = faults;
    const { exchangeNothing: nothing } = faults;
    if (this.#meets('exchangeReset', faults.exchangeReset, cmdlet)) return { kind: 'reset' };
    if (throttle !== undefined && this.#meets('exchangeThrottle', throttle, cmdlet)) {
      return { kind: '429', status: throttle.status ?? 429, retryAfter: throttle.retryAfter };
    }
    if (unavailable !== undefined && this.#meets('exchangeUnavailable', unavailable, cmdlet)) {
      const { status = 503, retryAfter = 'none' } = unavailable;
      return { kind: '503', status, retryAfter };
    }
    if (this.#meets('exchangeTransient', faults.exchangeTransient, cmdlet)) return { kind: 'transient' };
    if (this.#meets('exchangeServerError', faults.exchangeServerError, cmdlet)) return { kind: 'server-error' };
    if (this.#meets('exchangeUndecodable', faults.exchangeUndecodable, cmdlet)) return { kind: 'undecodable' };
    if (nothing !== undefined && this.#meets('exchangeNothing', nothing, cmdlet)) {
      return { kind: 'nothing', status: nothing.status };
    }
    if (unknownShape !== undefined && this.#meets('exchangeUnknownShape', unknownShape, cmdlet)) {
      return { kind: 'unknown-shape', body: unknownShape.body ?? OLDER_SHAPE };
    }
    const answer = faults.exchangeAnswers?.[cmdlet];
    if (answer !== undefined) return { kind: 'unknown-shape', body: answer };
    if (this.#meets('exchangeMalformed', faults.exchangeMalformed, cmdlet)) return { kind: 'malformed' };
    return undefined;
  }

  /** The fault of the next command of a batch, if any. */
  nextItem(cmdlet: string): CommandFault | undefined {
    const fault = this.#faults.exchangeRefusedItems;
    const isRefused = fault !== undefined && this.#meets('exchangeRefusedItems', fault, cmdlet);
    return isRefused ? { kind: 'refused-item', status: fault.status } : this.next(cmdlet);
  }

  /** Whether the next link has expired. */
  nextLinkExpired(cmdlet: string): boolean {
    const fault = this.#faults.exchangeExpiredLinks;
    return fault !== undefined && this.#meets('exchangeExpiredLinks', { ...fault, first: fault.times }, cmdlet);
  }

  /** Whether the next item of a batch has no response. */
  nextAnswerMissing(cmdlet: string): boolean {
    return this.#meets('exchangeMissingAnswers', this.#faults.exchangeMissingAnswers, cmdlet);
  }

  /** Whether a cmdlet needs an identity although it usually does not. */
  needsIdentity(cmdlet: string): boolean {
    return affects(this.#faults.exchangeNeedsIdentity, cmdlet);
  }

  /** The parameters that a cmdlet does not know although it usually does. */
  unknownParameters(cmdlet: string): readonly string[] {
    const fault = this.#faults.exchangeUnknownParameters;
    return fault !== undefined && affects(fault, cmdlet) ? fault.names : [];
  }

  /** The most rows of a page that does not take too long. */
  mostRows(cmdlet: string): number {
    const fault = this.#faults.exchangeSlow;
    return fault !== undefined && affects(fault, cmdlet) ? fault.mostRows : Infinity;
  }

  listing(cmdlet: string): ListingFaults {
    const { exchangeForeignLink, exchangeTruncated, exchangeEmptyPages, exchangeForgottenSelect } = this.#faults;
    return {
      foreign: affects(exchangeForeignLink, cmdlet) ? exchangeForeignLink?.origin : undefined,
      truncated: affects(exchangeTruncated, cmdlet),
      empty: affects(exchangeEmptyPages, cmdlet),
      forgetsSelect: affects(exchangeForgottenSelect, cmdlet),
    };
  }

  /** Whether the response of a cmdlet lacks a property of a mailbox. */
  lacks(cmdlet: string, address: string, property: string): boolean {
    const fault = this.#faults.exchangeAbsent;
    if (fault === undefined || !affects(fault, cmdlet) || !fault.properties.includes(property)) return false;
    const mailbox = address.toLowerCase();
    return 'rate' in fault
      ? faultShare(this.#seed, 'exchangeAbsent', mailbox, 0) < fault.rate
      : this.#absent.has(mailbox);
  }

  /** Whether a change of a mailbox has no effect. */
  losesWrite(address: string): boolean {
    return this.#affects('exchangeLostWrites', this.#faults.exchangeLostWrites, address);
  }

  /** How long reads of a mailbox lag behind a change that is made now (epoch ms). */
  lag(address: string, now: number): Lag {
    const fault = this.#faults.exchangeStaleReads;
    const { reads = 0, ms = 0 } = this.#affects('exchangeStaleReads', fault, address) ? (fault ?? {}) : {};
    return { reads, until: now + ms };
  }

  get writeAnswer(): WriteAnswer {
    return this.#faults.exchangeWriteAnswer ?? 'list';
  }

  get moduleFile(): ExchangeFaults['exchangeModuleFile'] {
    return this.#faults.exchangeModuleFile;
  }

  #affects(name: string, which: WhichMailboxes | undefined, address: string): boolean {
    if (which === undefined) return false;
    const mailbox = address.toLowerCase();
    return 'rate' in which ? faultShare(this.#seed, name, mailbox, 0) < which.rate : addressesOf(which).has(mailbox);
  }

  #meets(name: string, which: (Which & OfCmdlets) | undefined, cmdlet: string): boolean {
    if (which === undefined || !affects(which, cmdlet)) return false;
    const number = this.#times.get(name) ?? 0;
    this.#times.set(name, number + 1);
    return meetsRequest(which, number, () => faultShare(this.#seed, name, '', number));
  }
}

/** A whole batch has a fault only if the fault names `$batch`, because its items are commands too. */
function affects(fault: OfCmdlets | undefined, cmdlet: string): boolean {
  if (fault === undefined) return false;
  if (fault.cmdlets === undefined) return cmdlet !== '$batch';
  return fault.cmdlets.some((name) => name.toLowerCase() === cmdlet.toLowerCase());
}
