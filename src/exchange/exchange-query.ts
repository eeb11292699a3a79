import type { Json, JsonObject } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import { FOLDER_LOOKUP, knownCmdlet } from './cmdlets.ts';
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
  /** Whether the cmdlet runs for a mailbox, as `Get-Mailbox` lists it under `beside`. Undefined: for each. Expressions find no objects of others. */
  readonly onlyIf?: ((mailbox: JsonObject) => boolean) | undefined;
  /**
   * Cmdlets that return one object for the organization. Expressions find it by its name under `organization`: empty if the
   * application may not read it, or if there is not exactly one.
   */
  readonly organization?: Readonly<Record<string, Pick<ExchangeRequest, 'cmdlet' | 'select'>>> | undefined;
  /**
   * Listings with more about the mailbox. `read` finds their objects by these names. If the cmdlet runs for each mailbox, it
   * finds the addresses and object IDs of the recipients that they name under `recipientAddresses` and `recipientIds`.
   */
  readonly beside?: Readonly<Record<string, BesideRequest>> | undefined;
  /**
   * A property that names a recipient of the directory. Expressions find the recipient's address under `recipientAddress`, and its object
   * ID under `recipientId`; null if they are not known.
   */
  readonly resolves?: string | undefined;
}

/** The properties of a mailbox in a listing, without the objects of another cmdlet. */
export interface BesideRequest extends Pick<ExchangeRequest, 'cmdlet' | 'select' | 'onlyIf'> {
  /** A property with a list of names of recipients of the directory. */
  readonly resolves?: string | undefined;
  /** Whether the report is useful without it: if the application may not list it, there are no objects. */
  readonly isOptional?: boolean | undefined;
}

/** What a request lists for the whole tenant. */
export function listedRequests(request: ExchangeRequest): readonly BesideRequest[] {
  const { cmdlet, select } = request;
  return [...(request.perMailbox === true ? [] : [{ cmdlet, select }]), ...Object.values(request.beside ?? {})];
}

/** The cmdlets that a request runs. */
export function cmdletsOf(request: ExchangeRequest): string[] {
  const { cmdlet, organization = {}, beside = {} } = request;
  const others = Object.values(beside);
  const resolvesNames = [request, ...others].some((one) => one.resolves !== undefined);
  return [
    cmdlet,
    ...(folderTypeOf(request) === undefined ? [] : [FOLDER_LOOKUP]),
    ...Object.values(organization).map((one) => one.cmdlet),
    ...others.map((one) => one.cmdlet),
    ...(resolvesNames ? ['Get-Recipient'] : []),
  ];
}

/** The cmdlets without which a report has nothing of any mailbox, besides the one that lists the mailboxes. */
export function requiredCmdlets(request: ExchangeRequest): string[] {
  const { cmdlet, beside = {} } = request;
  const others = Object.values(beside).filter(({ isOptional }) => isOptional !== true);
  const lookups = folderTypeOf(request) === undefined ? [] : [FOLDER_LOOKUP];
  return [...lookups, cmdlet, ...others.map((other) => other.cmdlet)];
}

/** The type of the folder that a request is about; undefined if it names the folder, or is not about one. */
export function folderTypeOf({ cmdlet, parameters }: ExchangeRequest): string | undefined {
  return parameters?.Identity === undefined ? knownCmdlet(cmdlet).folder : undefined;
}

/** Whether expressions find a list of objects under `value`, since a mailbox may have several or none. */
export function hasObjectList({ cmdlet, perMailbox }: ExchangeRequest): boolean {
  return perMailbox === true || knownCmdlet(cmdlet).many === true;
}

/** A member with the switches and cmdlets that the service rejected, each of which would have brought more objects. */
export const REJECTED = 'rejected';

/** The cells of a listed object that need no other object, made when it arrives. */
export interface ListedCells {
  /** By column; undefined where more is needed. */
  readonly cells: readonly (Json | undefined)[];
  /** Positions of those whose value is not fully known. */
  readonly unknown: readonly number[];
  /** Why the object cannot be read; undefined if it can. */
  readonly error?: string | undefined;
}

/** How a query reads an object of a listing before everything is listed. */
export interface ListedReading {
  /** The properties of the object that are needed later too. */
  readonly keeps: readonly string[];
  readonly begin: (item: JsonObject) => ListedCells;
}

/** How the objects of one mailbox become a value. */
export interface ExchangeQuery<T> {
  readonly request: ExchangeRequest;
  /** Undefined: objects are kept until everything is listed. */
  readonly listed?: ListedReading | undefined;
  /**
   * Reads an object of a listing, or `{ value: [...] }` with the objects of a cmdlet that is run for each mailbox, which has
   * `REJECTED` if they may not be all. Throws if they do not have the expected shape.
   *
   * @param cells what `listed` has made of the object; `found` then has what `listed` keeps
   */
  readonly read: (found: JsonObject, inside?: InternalDomains, cells?: ListedCells) => T;
}
