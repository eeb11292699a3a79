import { UserError } from '../errors.ts';
import { objectsOfCommand, list, type ListOptions } from '../exchange/exchange-listing.ts';
import { listObjects, type ListingOptions } from '../graph/graph-listing.ts';
import { property, textIn, type JsonObject } from '../json.ts';
import type { QueryResult } from '../mailboxes/mailbox-answer.ts';

/** Whose mailboxes a scope or a policy is about. `members` names them. */
export type ScopeKey = { readonly members: string } & (
  | { readonly kind: 'filter'; readonly filter: string }
  /** A group as Exchange names it, without the groups in it. */
  | { readonly kind: 'group'; readonly identity: string }
  /** An administrative unit. */
  | { readonly kind: 'unit'; readonly id: string }
  /** A mailbox, or a group with the groups in it, by its object ID. */
  | { readonly kind: 'nested'; readonly id: string }
  /** The directory no longer has what the policy names. */
  | { readonly kind: 'gone' }
);

/** Object IDs in lower case. */
export interface ScopeMembers {
  readonly ids: ReadonlySet<string>;
  /** What people call the scope, if it differs from what other objects call it. */
  readonly name?: string | undefined;
}

/** Both services. Exchange is undefined if the run cannot ask it. */
export interface ScopeServices {
  readonly graph: ListingOptions;
  readonly exchange: ListOptions;
}

const GONE = 'the mailbox or group no longer exists, or the policy is not valid';

/** The mailboxes of a scope, or why they are not known. Rejects if the run is cancelled. */
export async function membersOf(scope: ScopeKey, services: ScopeServices): Promise<ScopeMembers | string> {
  switch (scope.kind) {
    case 'gone':
      return GONE;
    case 'unit':
      return unitMembers(scope.id, services.graph);
    case 'filter':
      return reasonOr(async () => ({ ids: await previewed(scope.filter, services.exchange) }));
    case 'group':
      return reasonOr(() => directMembers(scope.identity, services.exchange));
    case 'nested':
      return nestedMembers(scope.id, services);
  }
}

/** The recipients that a filter matches. https://learn.microsoft.com/powershell/module/exchange/get-recipient#-recipientpreviewfilter */
async function previewed(filter: string, options: ListOptions): Promise<ReadonlySet<string>> {
  const ids = new Set<string>();
  const parameters = { RecipientPreviewFilter: filter, ResultSize: 'Unlimited' };
  const sink = {
    add: (items: readonly JsonObject[]): void => {
      for (const item of items) {
        const id = property(item, 'ExternalDirectoryObjectId');
        if (id === undefined) throw new TypeError('A recipient has no object ID');
        if (typeof id === 'string' && id !== '') ids.add(id.toLowerCase());
      }
    },
    restart: (): void => {
      ids.clear();
    },
  };
  await list({ cmdlet: 'Get-Recipient', parameters, select: ['ExternalDirectoryObjectId'] }, sink, options);
  return ids;
}

/** https://learn.microsoft.com/exchange/permissions-exo/application-rbac: members of groups in the group are out of scope. */
async function directMembers(identity: string, options: ListOptions): Promise<ScopeMembers | string> {
  const group = await recipientOf(identity, ['DistinguishedName', 'DisplayName'], options);
  const name = textIn(group, 'DistinguishedName');
  if (name === '') return 'Exchange Online does not say which group it is';
  const ids = await previewed(`MemberOfGroup -eq '${name.replaceAll("'", "''")}'`, options);
  return { ids, name: textIn(group, 'DisplayName') || undefined };
}

async function recipientOf(
  identity: string,
  select: readonly string[],
  options: ListOptions,
): Promise<JsonObject | undefined> {
  const found = await objectsOfCommand(
    { cmdlet: 'Get-Recipient', parameters: { Identity: identity }, select },
    options,
  );
  return found.length === 1 ? found[0] : undefined;
}

/** https://learn.microsoft.com/powershell/module/exchange/new-applicationaccesspolicy: members of groups in the group count. */
async function nestedMembers(id: string, { graph, exchange }: ScopeServices): Promise<ScopeMembers | string> {
  const recipient = await reasonOr(() => recipientOf(id, ['RecipientTypeDetails'], exchange));
  if (typeof recipient === 'string') return recipient;
  const type = textIn(recipient, 'RecipientTypeDetails');
  if (type === '') return 'Exchange Online does not say what it is';
  if (/^(?:UserMailbox|MailUser)$/i.test(type)) return { ids: new Set([id]) };
  // A recipient of another type has no account, so that nothing says what the policy does.
  if (!/^MailUniversalSecurityGroup$/i.test(type)) return `policies for a ${type} are not supported`;
  const [group, members] = await Promise.all([
    graph.get(`/v1.0/groups/${encodeURIComponent(id)}?$select=id,visibility`),
    listObjects(`/v1.0/groups/${encodeURIComponent(id)}/transitiveMembers?$select=id,visibility&$top=999`, graph),
  ]);
  if (group.status !== 'ok') return `members: ${group.error}`;
  const inner = members.status === 'ok' ? members.value.filter(mayBeGroup) : [];
  const isHidden = [group.value, ...inner].some(hidesMembers);
  return isHidden ? 'only members may see who is in it, or in a group in it' : idsIn(members);
}

function mayBeGroup(object: JsonObject): boolean {
  return /(?:^|\.group)$/i.test(textIn(object, '@odata.type'));
}

/** Whether only members of a group or unit see who is in it, or Graph does not say so. */
function hidesMembers(object: JsonObject): boolean {
  const visibility = property(object, 'visibility');
  return visibility === undefined || textIn(object, 'visibility').toLowerCase() === 'hiddenmembership';
}

async function unitMembers(id: string, graph: ListingOptions): Promise<ScopeMembers | string> {
  const at = `/v1.0/directory/administrativeUnits/${encodeURIComponent(id)}`;
  const [unit, members] = await Promise.all([
    graph.get(`${at}?$select=id,displayName,visibility`),
    listObjects(`${at}/members?$select=id&$top=999`, graph),
  ]);
  if (unit.status !== 'ok') return `members: ${unit.error}`;
  // https://learn.microsoft.com/graph/api/administrativeunit-list-members
  if (hidesMembers(unit.value)) return 'only members may see who is in it';
  const found = idsIn(members);
  if (typeof found === 'string') return found;
  return { ...found, name: textIn(unit.value, 'displayName') || undefined };
}

function idsIn(members: QueryResult<readonly JsonObject[]>): ScopeMembers | string {
  if (members.status !== 'ok') return `members: ${members.error}`;
  return { ids: new Set(members.value.map((member) => textIn(member, 'id').toLowerCase())) };
}

/** The result of a step, or in a sentence why it has none. Rejects with what is no UserError. */
export async function reasonOr<T>(step: () => Promise<T>): Promise<T | string> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [line = ''] = error.message.split('\n', 1);
    // What follows has the ID of the request, which differs in every run.
    return error.code === 'EXCHANGE_DENIED' ? (line.split(': ', 1)[0] ?? '') : line.replace(/\.$/, '');
  }
}
