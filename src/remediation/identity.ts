import { covers } from '../auth/app-roles.ts';
import type { TokenSource } from '../auth/token-source.ts';
import { smtpAddresses } from '../exchange/matched-objects.ts';
import { isGuid, isObject, type Json, type JsonObject } from '../json.ts';
import { Identities, type MailboxIdentity } from '../mailboxes/identities.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { compileGraphQueries } from '../reports/queries.ts';
import { toUtc } from '../reports/expressions/functions.ts';
import type { ExchangeReport, GraphReport } from '../reports/definition.ts';
import type { Graph } from '../source/graph-source.ts';

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
      if (result?.status === 'ok') addIdentity(identities, mailbox.address, result.value[0]?.object);
      else if (result !== undefined) identities.addFailure(mailbox.address, result);
    }
  }
  return identities;
}

/** @param object a user of Graph, or a mailbox of Exchange Online; undefined: it is not known */
export function addIdentity(identities: Identities, address: string, object: Json | undefined): void {
  if (isObject(object)) identities.add(address, identityOf(address, object));
}

function identityOf(address: string, object: JsonObject): MailboxIdentity {
  const { id, ExternalDirectoryObjectId: objectId, Guid: guid } = object;
  const created = object.WhenCreated ?? object.createdDateTime;
  const texts = ['userPrincipalName', 'mail', 'UserPrincipalName', 'PrimarySmtpAddress'].map((name) => object[name]);
  const list = object.proxyAddresses ?? object.EmailAddresses;
  const addresses = [...texts, ...smtpAddresses(list)].flatMap((text) => (typeof text === 'string' ? text : []));
  return {
    account: [id, objectId, address].find(isGuid)?.toLowerCase(),
    guid: isGuid(guid) ? guid.toLowerCase() : undefined,
    // Exchange Online writes times in UTC without saying so, as the report `mailbox-properties` reads them.
    created: typeof created === 'string' ? toUtc(created, 'UTC') : undefined,
    // A list that is left out may have an address that is exempt.
    addresses: Array.isArray(list) ? [...new Set(addresses.map((text) => text.toLowerCase()))] : undefined,
  };
}
