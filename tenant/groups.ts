import { badRequest, graphError, type GraphAnswer } from './graph-errors.ts';
import { addressOf, objectIdOf, type RecipientOptions } from './exchange/more-recipients.ts';
import type { JsonObject } from './json.ts';
import { notSimulated } from './page-query.ts';
import type { People } from './people.ts';

/** The distribution group of all people, in Exchange and Entra. */
export const GROUP_NAME = 'All Staff';
export const GROUP_ID = '00000000-0000-4000-9000-000000000001';

/** A group of the organisation, with the rights of its members. */
export interface GroupOptions {
  /** Unique: the display name, and the name in Exchange. */
  readonly name: string;
  /** By default the name in lower case with dots. */
  readonly address?: string;
  /** Addresses or positions of people, names of other groups, and addresses outside, of contacts. */
  readonly members: readonly (string | number)[];
  /** Only of Microsoft 365 groups. */
  readonly visibility?: 'HiddenMembership' | 'Private';
  /** `dynamic`: in Exchange alone. */
  readonly kind?: 'security' | 'distribution' | 'rooms' | 'unified' | 'dynamic';
  /** Whether senders outside may write to it. */
  readonly acceptsOutsiders?: boolean;
  /** The names of the only recipients that may write to it. */
  readonly acceptsOnlyFrom?: readonly string[];
  readonly isHiddenFromLists?: boolean;
  /** Mailboxes on which it has the right: addresses or positions. */
  readonly fullAccess?: readonly (string | number)[];
  readonly sendAs?: readonly (string | number)[];
  readonly calendars?: readonly (string | number)[];
  /** The status of every request for its members. */
  readonly fails?: 403;
}

/** A request for a page of a group's members. */
export interface MembersPath {
  readonly ok: true;
  readonly group: string;
  readonly part: 'group' | 'members' | 'transitiveMembers';
  /** As written, relative to the version. */
  readonly path: string;
  readonly query: string;
}

const PATH = /^\/groups\/([^/?]+)(?:\/(members|transitiveMembers))?\/?$/i;
/** https://learn.microsoft.com/graph/api/group-get */
const PROPERTIES = ['id', 'displayName', 'mail', 'proxyAddresses', 'mailEnabled', 'visibility'];
/** https://learn.microsoft.com/graph/api/group-list-transitivemembers */
export const GROUP_ROLES = [
  'GroupMember.Read.All',
  'GroupMember.ReadWrite.All',
  'Group.Read.All',
  'Group.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];
/** Without one of them, members have their ID and type alone. https://learn.microsoft.com/graph/permissions-overview */
const USER_ROLES = [
  'User.ReadBasic.All',
  'User.Read.All',
  'User.ReadWrite.All',
  'Directory.Read.All',
  'Directory.ReadWrite.All',
];
const HIDDEN_ROLE = 'Member.Read.Hidden';
const OPTIONS = ['$select', '$top', '$skiptoken', '$count'];
const MEMBER_PROPERTIES = ['id', 'displayName', 'mail', 'userPrincipalName', 'userType', 'visibility'];
const MOST_A_PAGE = 999;
const PAGE_SIZE = 100;
/** Of the first group. The distribution group of all people precedes it. */
const FIRST_ID = 16;
const TYPES = {
  security: 'MailUniversalSecurityGroup',
  distribution: 'MailUniversalDistributionGroup',
  rooms: 'RoomList',
  unified: 'GroupMailbox',
  dynamic: 'DynamicDistributionGroup',
} as const;

/** The request for members that a URL is, relative to the version; undefined if it is none. */
export function membersAt(url: string): MembersPath | undefined {
  const [path = '', query = ''] = url.split('?');
  const [, id, members] = PATH.exec(path) ?? [];
  if (id === undefined) return undefined;
  const part = members === undefined ? 'group' : members.toLowerCase() === 'members' ? 'members' : 'transitiveMembers';
  return { ok: true, group: decodeURIComponent(id).toLowerCase(), part, path, query };
}

/** A group with what is derived from its options. */
export interface TenantGroup extends GroupOptions {
  readonly id: string;
  readonly address: string;
  /** `RecipientTypeDetails` in Exchange. */
  readonly type: string;
}

/** The groups of an organisation, in Graph and Exchange. */
export class TenantGroups {
  /** Without the distribution group of all people, which Exchange always has. */
  all: readonly TenantGroup[] = [];
  /** As Graph lists the groups with an address. */
  listed: readonly JsonObject[] = [];
  readonly #people: People;
  /** Recipients that are neither people nor groups, by their addresses in lower case. */
  readonly #others: ReadonlyMap<string, RecipientOptions>;
  #byName: ReadonlyMap<string, TenantGroup> = new Map();
  #byId: ReadonlyMap<string, TenantGroup> = new Map();
  #nextId = FIRST_ID;
  /** Groups by position of a mailbox and right. */
  readonly #rights = new Map<string, TenantGroup[]>();

  constructor(options: readonly GroupOptions[], people: People, others: readonly RecipientOptions[] = []) {
    this.#people = people;
    this.#others = new Map(others.map((one) => [addressOf(one).toLowerCase(), one]));
    this.#replace(options.map((one) => this.#newGroup(one)));
    for (const group of this.all) {
      for (const right of ['fullAccess', 'sendAs', 'calendars'] as const) {
        for (const mailbox of group[right] ?? []) {
          const position = typeof mailbox === 'number' ? mailbox : people.find(mailbox);
          if (position === undefined) throw new Error(`the group ${group.name} has a right on an unknown mailbox`);
          const key = `${right} ${position}`;
          this.#rights.set(key, [...(this.#rights.get(key) ?? []), group]);
        }
      }
    }
  }

  /** The group that has a name, an address or an ID. */
  find(name: string): TenantGroup | undefined {
    const key = name.toLowerCase();
    return this.all.find(({ id, name: own, address }) => [id, own, address].some((one) => one.toLowerCase() === key));
  }

  /** Makes a group, with an ID that no group had before. */
  add(options: GroupOptions): TenantGroup {
    const group = this.#newGroup(options);
    this.#replace([...this.all, group]);
    return group;
  }

  /** Changes the name or the address of a group, which keeps its ID. */
  rename(id: string, names: Partial<Pick<TenantGroup, 'name' | 'address'>>): void {
    this.#replace(this.all.map((group) => (group.id === id ? { ...group, ...names } : group)));
  }

  remove(id: string): void {
    this.#replace(this.all.filter((group) => group.id !== id));
  }

  #newGroup(options: GroupOptions): TenantGroup {
    const id = `00000000-0000-4000-9000-${this.#nextId.toString(16).padStart(12, '0')}`;
    this.#nextId += 1;
    const address = options.address ?? `${options.name.toLowerCase().replaceAll(' ', '.')}@${this.#people.domain}`;
    return { ...options, id, address, type: TYPES[options.kind ?? 'security'] };
  }

  #replace(groups: readonly TenantGroup[]): void {
    const people = this.#people;
    this.all = groups;
    this.#byName = new Map(groups.map((group) => [group.name, group]));
    const everybody: TenantGroup = {
      name: GROUP_NAME,
      id: GROUP_ID,
      address: `all.staff@${people.domain}`,
      type: 'MailUniversalDistributionGroup',
      members: [...people.addresses.keys()],
    };
    this.#byId = new Map([everybody, ...this.all].map((group) => [group.id, group]));
    this.listed = [...this.#byId.values()]
      .filter(({ kind }) => kind !== 'dynamic')
      .map(({ id, name, address, kind, visibility }) => ({
        id,
        displayName: name,
        mail: address,
        proxyAddresses: [`SMTP:${address}`],
        mailEnabled: true,
        groupTypes: kind === 'unified' ? ['Unified'] : [],
        visibility: visibility ?? (kind === 'unified' ? 'Public' : null),
      }));
  }

  /** The groups with a right on the mailbox at a position. */
  withRight(right: 'fullAccess' | 'sendAs' | 'calendars', position: number): readonly TenantGroup[] {
    return this.#rights.get(`${right} ${position}`) ?? [];
  }

  /** Positions of the people that are members of a group itself, without those of groups in it. */
  directMembers({ members }: TenantGroup): ReadonlySet<number> {
    const positions = members.map((member) => (typeof member === 'number' ? member : this.#people.find(member)));
    return new Set(positions.filter((position) => position !== undefined));
  }

  /** The members of a group and of all groups in it, groups among them, whoever may see them. */
  transitiveMembers(id: string): readonly JsonObject[] {
    const group = this.#byId.get(id);
    return group === undefined ? [] : [...this.#members(group, true, true, new Map()).values()];
  }

  /** The members of a group itself, whoever may see them. */
  membersOf(id: string): readonly JsonObject[] {
    const group = this.#byId.get(id);
    return group === undefined ? [] : [...this.#members(group, false, true, new Map()).values()];
  }

  /** A page of the members of a group, or the group itself, or why it is refused. */
  answer(
    { group: id, part, path, query }: MembersPath,
    { root, roles, now }: { readonly root: string; readonly roles: readonly string[]; readonly now: number },
  ): GraphAnswer {
    const group = this.#byId.get(id);
    const has = (allowed: readonly string[]): boolean => roles.some((role) => allowed.includes(role));
    const isHidden = part !== 'group' && group?.visibility === 'HiddenMembership' && !has([HIDDEN_ROLE]);
    if (!has(GROUP_ROLES) || isHidden || group?.fails === 403) {
      return graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.', now);
    }
    if (group === undefined || group.kind === 'dynamic') {
      const message = `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`;
      return graphError(404, 'Request_ResourceNotFound', message, now);
    }
    const values = new Map([...new URLSearchParams(query)].map(([name, value]) => [name.toLowerCase(), value]));
    const unknown = [...values.keys()].find((name) => !OPTIONS.includes(name));
    if (unknown !== undefined) return badRequest(notSimulated(`The query option '${unknown}' of members`), now);
    if (part === 'group') {
      const json = this.listed.find((one) => one.id === group.id) ?? {};
      const names = values.get('$select')?.split(',') ?? PROPERTIES;
      if (names.some((name) => !PROPERTIES.includes(name)))
        return badRequest(notSimulated(`A property of groups`), now);
      const object = Object.fromEntries(names.map((name) => [name, json[name] ?? null]));
      return { status: 200, body: JSON.stringify({ '@odata.context': `${root}/$metadata#groups/$entity`, ...object }) };
    }
    const top = Number(values.get('$top') ?? PAGE_SIZE);
    if (!(top >= 1 && top <= MOST_A_PAGE)) return badRequest('Invalid page size specified.', now);
    const select = values.get('$select')?.split(',') ?? MEMBER_PROPERTIES;
    const missing = select.find((name) => !MEMBER_PROPERTIES.includes(name));
    if (missing !== undefined) return badRequest(notSimulated(`The property '${missing}' of members`), now);
    const token = values.get('$skiptoken');
    const offset = token === undefined ? 0 : Number(Buffer.from(token, 'base64url').toString());
    if (!Number.isInteger(offset)) return badRequest('The $skiptoken query option is not valid.', now);
    const isTransitive = part === 'transitiveMembers';
    const members = [...this.#members(group, isTransitive, has([HIDDEN_ROLE]), new Map()).values()];
    const named = has(USER_ROLES);
    const value = members.slice(offset, offset + top).map((member) => shown(member, select, named));
    const kept = query.split('&').filter((option) => !/^(?:\$|%24)skiptoken=/i.test(option));
    const next = `$skiptoken=${Buffer.from(String(offset + top)).toString('base64url')}`;
    const body: JsonObject = {
      '@odata.context': `${root}/$metadata#directoryObjects`,
      ...(offset + top < members.length ? { '@odata.nextLink': `${root}${path}?${[...kept, next].join('&')}` } : {}),
      value,
    };
    return { status: 200, body: JSON.stringify(body) };
  }

  /** By ID, if they are transitive with the members of groups in it. Groups that contain each other occur once. */
  #members(
    group: TenantGroup,
    isTransitive: boolean,
    seesHidden: boolean,
    found: Map<string, JsonObject>,
  ): ReadonlyMap<string, JsonObject> {
    for (const member of group.members) {
      const inner = typeof member === 'string' ? this.#byName.get(member) : undefined;
      if (inner !== undefined) {
        if (found.has(inner.id)) continue;
        const { id, name, address, visibility = null } = inner;
        found.set(id, { ...typed('group'), id, displayName: name, mail: address, visibility });
        const isSeen = isTransitive && (inner.visibility !== 'HiddenMembership' || seesHidden);
        if (isSeen) this.#members(inner, isTransitive, seesHidden, found);
        continue;
      }
      const other = typeof member === 'string' ? this.#others.get(member.toLowerCase()) : undefined;
      if (other !== undefined) {
        const [id, mail] = [objectIdOf(other), addressOf(other)];
        const type = typed(other.type === 'MailContact' ? 'orgContact' : 'user');
        const name = other.type === 'MailContact' ? {} : { userPrincipalName: principalNameOf(other, this.#people) };
        found.set(id, { ...type, ...name, id, displayName: other.name, mail });
        continue;
      }
      const position = typeof member === 'number' ? member : this.#people.find(member);
      const address = position === undefined ? String(member) : (this.#people.addresses[position] ?? '');
      const id = position === undefined ? `contact ${address}` : this.#people.objectId(position);
      const displayName = position === undefined ? address : this.#people.person(position).displayName;
      const ofType = position === undefined ? typed('orgContact') : { ...typed('user'), userPrincipalName: address };
      found.set(id, { ...ofType, id, displayName, mail: address });
    }
    return found;
  }
}

/** A guest has one that is made of the address outside. */
function principalNameOf(recipient: RecipientOptions, { domain }: People): string {
  const address = addressOf(recipient);
  return recipient.type === 'GuestMailUser' ? `${address.replace('@', '_')}#EXT#@${domain}` : address;
}

function typed(type: string): JsonObject {
  return { '@odata.type': `#microsoft.graph.${type}` };
}

function shown(member: JsonObject, select: readonly string[], named: boolean): JsonObject {
  const type = member['@odata.type'] ?? null;
  const isVisible = named || type === '#microsoft.graph.group';
  const found: JsonObject = { '@odata.type': type };
  for (const name of select) {
    if (Object.hasOwn(member, name)) found[name] = isVisible || name === 'id' ? (member[name] ?? null) : null;
  }
  return found;
}

/** Groups of five people, each with the calendars of four mailboxes, for benchmarks. */
export function patternGroups(count: number, mailboxes: number): readonly GroupOptions[] {
  return Array.from({ length: count }, (_, at) => {
    const places = (first: number, size: number): number[] =>
      Array.from({ length: size }, (_unused, next) => (first + next * 7) % mailboxes);
    return { name: `Group ${String(at + 1)}`, members: places(at * 3, 5), calendars: places(at * 17, 4) };
  });
}
