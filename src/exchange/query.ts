import type { JsonObject } from '../json.ts';
import { knownCmdlet } from './cmdlets.ts';
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
   * Listings with more about the mailbox, if the cmdlet runs for each mailbox. `read` finds their objects by these names, and
   * the addresses of the recipients that they name under `recipientAddresses`.
   */
  readonly beside?: Readonly<Record<string, BesideRequest>> | undefined;
  /**
   * A property that names a recipient of the directory. Expressions find the recipient's address under `recipientAddress`;
   * null if it is not known.
   */
  readonly resolves?: string | undefined;
}

/** The properties of a mailbox in a listing, without the objects of another cmdlet. */
export interface BesideRequest extends Pick<ExchangeRequest, 'cmdlet' | 'select'> {
  /** A property with a list of names of recipients of the directory. */
  readonly resolves?: string | undefined;
}

/** What a request lists for the whole tenant. */
export function listedRequests(request: ExchangeRequest): readonly Pick<ExchangeRequest, 'cmdlet' | 'select'>[] {
  return [...(request.perMailbox === true ? [] : [request]), ...Object.values(request.beside ?? {})];
}

/** The cmdlets that a request runs. */
export function cmdletsOf(request: ExchangeRequest): string[] {
  const { cmdlet, organization, beside = {} } = request;
  const others = Object.values(beside);
  const resolvesNames = [request, ...others].some((one) => one.resolves !== undefined);
  return [
    cmdlet,
    ...(organization === undefined ? [] : [organization.cmdlet]),
    ...others.map((one) => one.cmdlet),
    ...(resolvesNames ? ['Get-Recipient'] : []),
  ];
}

/** Whether expressions find a list of objects under `value`, since a mailbox may have several or none. */
export function hasObjectList({ cmdlet, perMailbox }: ExchangeRequest): boolean {
  return perMailbox === true || knownCmdlet(cmdlet).many === true;
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
