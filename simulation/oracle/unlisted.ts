import { isTable, REPORTS } from '../world/columns.ts';
import { itemsOf, member } from './cells.ts';
import type { Json, JsonObject } from './facts.ts';
import type { Hidden } from './hidden.ts';
import type { RunOf } from './run.ts';

/** A mailbox that the tenant has and the list lacks. */
export interface UnlistedMailbox {
  readonly address: string;
  /** Only Exchange says it. */
  readonly type: string;
}

/** Mailboxes that Exchange keeps for itself. */
const SYSTEM = [
  'ArbitrationMailbox',
  'AuditLogMailbox',
  'DiscoveryMailbox',
  'MonitoringMailbox',
  'PublicFolderMailbox',
  'SystemMailbox',
];

/** The mailboxes that the tenant has and the list lacks. Undefined if the listing is denied or fails: the run has no result then. */
export function unlistedOf(
  { world, faults }: RunOf,
  reports: readonly string[],
  hidden: Hidden,
): readonly UnlistedMailbox[] | undefined {
  const listed = world.list.entries.map(({ address }) => address.toLowerCase());
  const isOfExchange = reports.some((name) => REPORTS[name]?.source === 'exchange' && !isTable(name));
  if (isOfExchange) {
    if (faults.exchangeServerError?.cmdlets?.includes('Get-Mailbox') === true) return undefined;
    const mailboxes = hidden.facts.directory.mailboxes.filter(
      ({ RecipientTypeDetails }) => !isSystem(RecipientTypeDetails),
    );
    const names = (mailbox: JsonObject): Names => ({
      own: textsOf([mailbox.UserPrincipalName, mailbox.ExternalDirectoryObjectId]),
      primary: textsOf([mailbox.PrimarySmtpAddress]),
      others: textsOf(itemsOf(mailbox.EmailAddresses)),
    });
    return lacking(mailboxes, names, listed).map(({ UserPrincipalName, RecipientTypeDetails }) => ({
      address: textOf(UserPrincipalName),
      type: textOf(RecipientTypeDetails),
    }));
  }
  if (faults.listings?.users?.denied === true) return undefined;
  const names = (user: JsonObject): Names => ({
    own: textsOf([user.userPrincipalName, user.id]),
    primary: [],
    others: textsOf([user.mail, ...itemsOf(user.proxyAddresses)]),
  });
  const members = (hidden.facts.listings.users ?? []).filter(({ userType }) => userType !== 'Guest');
  return lacking(members, names, listed)
    .filter((user) => hasMailbox(user, hidden))
    .map(({ userPrincipalName }) => ({ address: textOf(userPrincipalName), type: '' }));
}

/** A run with the mailboxes of the tenant in its list, if it asks for them. Undefined: the run has no result, as they are not known or none. */
export function withTenantOf(run: RunOf, reports: readonly string[], hidden: Hidden): RunOf | undefined {
  const { world } = run;
  if (world.list.hasTenant !== true) return run;
  const added = unlistedOf(run, reports, hidden);
  if (added === undefined || world.list.entries.length + added.length === 0) return undefined;
  const entries = added.map(({ address }) => ({ address, file: '', line: 0, cells: [] }));
  return { ...run, world: { ...world, list: { ...world.list, entries: [...world.list.entries, ...entries] } } };
}

interface Names {
  readonly own: readonly string[];
  readonly primary: readonly string[];
  readonly others: readonly string[];
}

/** The objects that no address of a list names. An address is that of the object whose name it is, before those that also have it. */
function lacking(
  objects: readonly JsonObject[],
  namesOf: (object: JsonObject) => Names,
  listed: readonly string[],
): readonly JsonObject[] {
  const named = objects.map((object) => ({ object, names: namesOf(object) }));
  const present = new Set(
    listed.flatMap((address) => {
      const of = (kind: keyof Names): readonly JsonObject[] =>
        named.filter(({ names }) => names[kind].includes(address)).map(({ object }) => object);
      return [of('own'), of('primary'), of('others')].find((some) => some.length > 0) ?? [];
    }),
  );
  return objects.filter((object) => !present.has(object));
}

/** An account without an Exchange plan has none only if Graph answers so. */
function hasMailbox(user: JsonObject, { facts, statusesOf }: Hidden): boolean {
  const hasPlan = itemsOf(user.assignedPlans).some((plan) => member(plan, 'service') === 'exchange');
  const address = textOf(user.userPrincipalName).toLowerCase();
  const [status] = statusesOf('mailbox-settings', address) ?? [facts.directory.statuses[address]];
  return hasPlan || status !== 'no-mailbox';
}

function isSystem(type: Json | undefined): boolean {
  return SYSTEM.includes(textOf(type));
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value : '';
}

/** In lower case, without the type of an address. */
function textsOf(values: readonly (Json | undefined)[]): readonly string[] {
  return values.flatMap((value) => {
    const text = textOf(value)
      .toLowerCase()
      .replace(/^smtp:/, '');
    return text === '' ? [] : [text];
  });
}
