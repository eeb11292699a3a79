import type { JsonObject } from '../json.ts';
import type { Command } from './command.ts';

/** Which objects of Exchange Online a report reads. */
export interface ExchangeRequest {
  /** A cmdlet of `cmdlets.ts`. */
  readonly cmdlet: string;
  readonly parameters?: Command['parameters'] | undefined;
  /** The properties to read. Expressions find them in this spelling. */
  readonly select: readonly string[];
  /** Run the cmdlet for each mailbox. Undefined: list its objects for the whole tenant, a thousand a request. */
  readonly perMailbox?: boolean | undefined;
  /** A cmdlet that returns one object for the organization, which expressions find under `organization`. */
  readonly organization?: Pick<ExchangeRequest, 'cmdlet' | 'select'> | undefined;
  /**
   * A property that names a recipient of the directory. Expressions find the recipient's address under `recipientAddress`;
   * null if it is not known.
   */
  readonly resolves?: string | undefined;
}

/** How the objects of one mailbox become a value. */
export interface ExchangeQuery<T> {
  readonly request: ExchangeRequest;
  /**
   * Reads an object of a listing, or `{ value: [...] }` with the objects of a cmdlet that is run for each mailbox. Throws if
   * they do not have the expected shape.
   */
  readonly read: (found: JsonObject) => T;
}
