import { covers } from '../auth/app-roles.ts';
import type { TokenSource } from '../auth/token-source.ts';
import { smtpAddresses } from '../exchange/matched-objects.ts';
import { isGuid, isObject, type Json, type JsonObject } from '../json.ts';
import { isMissing } from '../mailboxes/mailbox-answer.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { compileGraphQueries } from '../reports/queries.ts';
import { toUtc } from '../reports/expressions/functions.ts';
import type { ExchangeReport, GraphReport } from '../reports/definition.ts';
import type { Graph } from '../source/graph-source.ts';

/** Which mailbox an address of the list names. */
interface MailboxIdentity {
  /** The object ID of its account in Entra ID; undefined if it is not known. */
  readonly id: string | undefined;
  /** Its GUID in Exchange's directory; undefined if it is not known. */
  readonly guid: string | undefined;
  /** When it was created, in ISO 8601; undefined if that is not known. */
  readonly created: string | undefined;
  /** Every address by which it can be named; undefined if they are not known. */
  readonly addresses: readonly string[] | undefined;
}

const NAME = 'mailbox-identity';
/** Of Graph, to read accounts. */
export const IDENTITY_PERMISSION = 'User.Read.All';

/** Read together with other reports of Exchange Online, which lists these properties in any case. */
export const EXCHANGE_IDENTITY: ExchangeReport = {
  name: NAME,
  source: 'exchange',
  permissions: ['Exchange.ManageAsApp'],
  request: {
    cmdlet: 'Get-Mailbox',
    select: [
      'Guid',
      'ExternalDirectoryObjectId',
      'UserPrincipalName',
      'PrimarySmtpAddress',
      'EmailAddresses',
      'WhenCreated',
    ],
  },
  columns: { Guid: 'Guid' },
  keepsObject: true,
};

const GRAPH_IDENTITY: GraphReport = {
  name: NAME,
  permissions: [IDENTITY_PERMISSION],
  request: {
    path: '',
    version: 'v1.0',
    query: { $select: 'id,userPrincipalName,mail,proxyAddresses,createdDateTime' },
  },
  columns: { Id: 'id' },
  keepsObject: true,
};

/** What is known of the mailboxes of a run, by their addresses in the list. */
export class Identities {
  readonly #identities = new Map<string, MailboxIdentity>();
  /** Why accounts could not be read, apart from those that do not exist. */
  readonly #failures = new Map<string, string>();
  /** IDs of the mailboxes that passed. */
  readonly #seen = new Set<string>();
  /** Whether the application may not read them in Graph. */
  isDenied = false;

  /** @param object a user of Graph, or a mailbox of Exchange Online */
  add(address: string, object: Json | undefined): void {
    if (isObject(object)) this.#identities.set(address.toLowerCase(), identityOf(address, object));
  }

  addFailure(address: string, { status, error }: { readonly status: string; readonly error: string }): void {
    if (!isMissing(status)) this.#failures.set(address.toLowerCase(), error);
  }

  /** Why it could not be read which mailbox an address names; undefined if it was, or if there is none. */
  failureOf(address: string): string | undefined {
    return this.#failures.get(address.toLowerCase());
  }

  of(address: string): MailboxIdentity | undefined {
    return this.#identities.get(address.toLowerCase());
  }

  /** Whether an address that passed before names the same mailbox. Call it once for each mailbox. */
  isRepeated(address: string): boolean {
    const { id, guid } = this.of(address) ?? {};
    const ids = [id, guid].filter((value) => value !== undefined);
    const isRepeated = ids.some((value) => this.#seen.has(value));
    for (const value of ids) this.#seen.add(value);
    return isRepeated;
  }

  /** The object ID of the account of a mailbox; undefined if it is not known. */
  idOf(address: string): string | undefined {
    return this.of(address)?.id ?? (isGuid(address) ? address.toLowerCase() : undefined);
  }

  /** The names that are known: addresses, with that of the list, and IDs. */
  readonly namesOf = (address: string): readonly string[] => {
    const { addresses = [], id, guid } = this.of(address) ?? {};
    return [
      ...new Set([
        address.toLowerCase(),
        ...addresses,
        ...(id === undefined ? [] : [id]),
        ...(guid === undefined ? [] : [guid]),
      ]),
    ];
  };
}

/**
 * Reads the accounts of mailboxes through Graph. Without the permission nothing is read, and whatever is not read is not
 * known.
 */
export async function readGraphIdentities(graph: Graph, tokens: TokenSource, list: MailboxList): Promise<Identities> {
  const identities = new Identities();
  const { roles } = await tokens.get();
  identities.isDenied = roles !== undefined && !covers(roles, IDENTITY_PERMISSION);
  if (identities.isDenied) return identities;
  const reader = graph.reader(list, await compileGraphQueries([GRAPH_IDENTITY]));
  for await (const answers of reader.read()) {
    for (const { mailbox, results } of answers) {
      const [result] = results;
      if (result?.status === 'ok') identities.add(mailbox.address, result.value[0]?.object);
      else if (result !== undefined) identities.addFailure(mailbox.address, result);
    }
  }
  return identities;
}

function identityOf(address: string, object: JsonObject): MailboxIdentity {
  const { id, ExternalDirectoryObjectId: objectId, Guid: guid } = object;
  const created = object.WhenCreated ?? object.createdDateTime;
  const texts = ['userPrincipalName', 'mail', 'UserPrincipalName', 'PrimarySmtpAddress'].map((name) => object[name]);
  const list = object.proxyAddresses ?? object.EmailAddresses;
  const addresses = [...texts, ...smtpAddresses(list)].flatMap((text) => (typeof text === 'string' ? text : []));
  return {
    id: [id, objectId, address].find(isGuid)?.toLowerCase(),
    guid: isGuid(guid) ? guid.toLowerCase() : undefined,
    // Exchange Online writes times in UTC without saying so, as the report `mailbox-properties` reads them.
    created: typeof created === 'string' ? toUtc(created, 'UTC') : undefined,
    // A list that is left out may have an address that is exempt.
    addresses: Array.isArray(list) ? [...new Set(addresses.map((text) => text.toLowerCase()))] : undefined,
  };
}
