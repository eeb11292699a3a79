import { UserError } from '../errors.ts';
import { objectsOfCommand, list, type ListOptions } from '../exchange/exchange-listing.ts';
import { listObjects, type ListingOptions } from '../graph/graph-listing.ts';
import { property, textIn, type JsonObject } from '../json.ts';
import type { QueryFailure, QueryResult } from '../mailboxes/mailbox-answer.ts';
import { known, reasonOf, unknownAs, unknownBecause, type Known, type UnknownValue } from '../reports/known.ts';
import { unsaidBy } from './unsaid.ts';

/** Whose mailboxes a scope or a policy is about. `members` names them. */
export type ScopeKey = { readonly members: string } & (
  | { readonly kind: 'filter'; readonly filter: string }
  /** A group as Exchange names it, without the groups in it. */
  | { readonly kind: 'group'; readonly identity: string }
  /** An administrative unit. */
  | { readonly kind: 'unit'; readonly id: string }
  /** A mailbox, or a group with the groups in it, by its object ID. */
  | { readonly kind: 'nested'; readonly id: string }
  /** It is not known which mailboxes these are, or what the policy does. */
  | { readonly kind: 'unknown'; readonly cause: UnknownValue<never> }
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

/** The mailboxes of a scope. Rejects if the run is cancelled. */
export async function membersOf(scope: ScopeKey, services: ScopeServices): Promise<Known<ScopeMembers>> {
  switch (scope.kind) {
    case 'unknown':
      return scope.cause;
    case 'unit':
      return unitMembers(scope.id, services.graph);
    case 'filter':
      return unlessRefused(async () => known({ ids: await previewed(scope.filter, services.exchange) }));
    case 'group':
      return unlessRefused(() => directMembers(scope.identity, services.exchange));
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

/** A filter finds the members of these, but none of a dynamic group: https://learn.microsoft.com/powershell/exchange/recipientfilter-properties */
const GROUPS_WITH_MEMBERS = /^(?:Mail(?:Non)?Universal(?:Security|Distribution)?Group|GroupMailbox|RoomList)$/i;

/** https://learn.microsoft.com/exchange/permissions-exo/application-rbac: members of groups in the group are out of scope. */
async function directMembers(identity: string, options: ListOptions): Promise<Known<ScopeMembers>> {
  const group = await recipientOf(identity, ['DistinguishedName', 'DisplayName', 'RecipientTypeDetails'], options);
  if (group === undefined) return unknownBecause('not-in-the-answer', 'Exchange Online does not say which group it is');
  const unsaid = unsaidBy(group, 'the group', { DistinguishedName: 'value', RecipientTypeDetails: 'value' });
  if (unsaid !== undefined) return unsaid;
  const [name, type] = [textIn(group, 'DistinguishedName'), textIn(group, 'RecipientTypeDetails')];
  if (!GROUPS_WITH_MEMBERS.test(type)) return unknownBecause(undefined, `the members of a ${type} are not known`);
  const ids = await previewed(`MemberOfGroup -eq '${name.replaceAll("'", "''")}'`, options);
  return known({ ids, name: textIn(group, 'DisplayName') || undefined });
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
async function nestedMembers(id: string, { graph, exchange }: ScopeServices): Promise<Known<ScopeMembers>> {
  const recipient = await unlessRefused(async () => known(await recipientOf(id, ['RecipientTypeDetails'], exchange)));
  if (!recipient.isKnown) return unknownAs(recipient);
  const unsaid = unsaidBy(recipient.value ?? {}, 'the recipient', { RecipientTypeDetails: 'value' });
  if (unsaid !== undefined) return unsaid;
  const type = textIn(recipient.value, 'RecipientTypeDetails');
  if (/^(?:UserMailbox|MailUser)$/i.test(type)) return known({ ids: new Set([id]) });
  // A recipient of another type has no account, so that nothing says what the policy does.
  if (!/^MailUniversalSecurityGroup$/i.test(type))
    return unknownBecause(undefined, `policies for a ${type} are not supported`);
  const [group, members] = await Promise.all([
    graph.get(`/v1.0/groups/${encodeURIComponent(id)}?$select=id,visibility`),
    listObjects(`/v1.0/groups/${encodeURIComponent(id)}/transitiveMembers?$select=id,visibility&$top=999`, graph),
  ]);
  if (group.status !== 'ok') return unreadMembers(group);
  const inner = members.status === 'ok' ? members.value.filter(mayBeGroup) : [];
  const isHidden = [group.value, ...inner].some(hidesMembers);
  return isHidden
    ? unknownBecause('permission', 'only members may see who is in it, or in a group in it')
    : idsIn(members);
}

function mayBeGroup(object: JsonObject): boolean {
  return /(?:^|\.group)$/i.test(textIn(object, '@odata.type'));
}

/** Whether only members of a group or unit see who is in it, or Graph does not say so. */
function hidesMembers(object: JsonObject): boolean {
  const visibility = property(object, 'visibility');
  return visibility === undefined || textIn(object, 'visibility').toLowerCase() === 'hiddenmembership';
}

async function unitMembers(id: string, graph: ListingOptions): Promise<Known<ScopeMembers>> {
  const at = `/v1.0/directory/administrativeUnits/${encodeURIComponent(id)}`;
  const [unit, members] = await Promise.all([
    graph.get(`${at}?$select=id,displayName,visibility`),
    listObjects(`${at}/members?$select=id&$top=999`, graph),
  ]);
  if (unit.status !== 'ok') return unreadMembers(unit);
  // https://learn.microsoft.com/graph/api/administrativeunit-list-members
  if (hidesMembers(unit.value)) return unknownBecause('permission', 'only members may see who is in it');
  const found = idsIn(members);
  return found.isKnown ? known({ ...found.value, name: textIn(unit.value, 'displayName') || undefined }) : found;
}

function idsIn(members: QueryResult<readonly JsonObject[]>): Known<ScopeMembers> {
  if (members.status !== 'ok') return unreadMembers(members);
  for (const member of members.value) {
    const unsaid = unsaidBy(member, 'a member', { id: 'value' });
    if (unsaid !== undefined) return unsaid;
  }
  return known({ ids: new Set(members.value.map((member) => textIn(member, 'id').toLowerCase())) });
}

function unreadMembers(failure: QueryFailure): UnknownValue<never> {
  return unknownBecause(reasonOf(failure), `members: ${failure.error}`);
}

/** The result of a step; not known if Exchange Online refuses it. Rejects with what is no UserError. */
export async function unlessRefused<T>(step: () => Promise<Known<T>>): Promise<Known<T>> {
  try {
    return await step();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const [line = ''] = error.message.split('\n', 1);
    // What follows has the ID of the request, which differs in every run.
    return error.code === 'EXCHANGE_DENIED'
      ? unknownBecause('permission', line.split(': ', 1)[0] ?? '')
      : unknownBecause('refused', line.replace(/\.$/, ''));
  }
}
