import { parseJson, type JsonObject } from './json.ts';
import { calendarPermissions, DEFAULT_ID, groupPermission, PERMISSION_PROPERTIES } from './calendar-permissions.ts';
import type { Collection } from './collection-path.ts';
import { TenantGroups } from './groups.ts';
import { FOLDER_PROPERTIES, folderJson, FolderTree, FolderTrees, type Folder } from './folder-tree.ts';
import { badRequest, graphError, type GraphAnswer } from './graph-errors.ts';
import { editedPermissions, editedRules } from './entry-edits.ts';
import { changesIn, editedSettings, isRefusal, type Refusal } from './mailbox-edits.ts';
import { isOfCalendar, type MailboxPath, type MailboxResource } from './mailbox-path.ts';
import { mailboxSettings, type Property } from './mailbox-settings.ts';
import { CONTACT_PROPERTIES, CONTACTS_A_PAGE, contacts, PERSON_PROPERTIES, relevantPeople } from './contacts.ts';
import { CATEGORY_PROPERTIES, masterCategories } from './master-categories.ts';
import { messageRules, RULE_PROPERTIES, type MailboxRules } from './message-rules.ts';
import { pageOf, unknownProperty, type Listing, type PageFaults } from './page.ts';
import { MOST_A_PAGE, type PageQuery } from './page-query.ts';
import type { Kind } from './habits.ts';
import type { People } from './people.ts';
import type { Lag } from './writes.ts';
import { unknownUserProperty, userJson } from './user.ts';

/** The expected data of an address. All but the status is generated on access. */
export interface Expected {
  readonly status: 'ok' | 'not-found' | 'no-mailbox' | 'access-denied';
  /** The resource as Graph returns it, if it exists. */
  readonly settings?: unknown;
  /** The inbox rules as Graph returns them, in its order. */
  readonly rules?: readonly JsonObject[];
  /** Every folder that is neither hidden nor in a hidden folder, depth first. */
  readonly folders?: readonly ExpectedFolder[];
  readonly calendarPermissions?: readonly JsonObject[];
  readonly masterCategories?: readonly JsonObject[];
  readonly contacts?: readonly JsonObject[];
  readonly people?: readonly JsonObject[];
}

export interface ExpectedFolder {
  /** The names of its parent folders, outermost first, and its own. */
  readonly path: readonly string[];
  /** The folder as Graph v1.0 returns it. */
  readonly folder: JsonObject;
}

/** The size of a mailbox. */
export interface LargeMailbox {
  /** Minimum number of visible folders on all levels. */
  readonly folders?: number;
  readonly rules?: number;
}

/** What was in a mailbox before a change, while reads lag behind it. */
interface StaleState {
  /** How many more reads show it. */
  reads: number;
  /** Epoch ms. */
  readonly until: number;
  readonly settings?: readonly Property[];
  readonly rules?: readonly JsonObject[];
  readonly permissions?: readonly JsonObject[];
}

/** The URL, version and time of a request. */
export interface Asking {
  /** Origin and version, for `@odata.context` and links. */
  readonly root: string;
  /** `v1.0` or `beta`. */
  readonly version: string;
  /** Epoch ms, for the date in errors. */
  readonly now: number;
  readonly pageFaults: PageFaults | undefined;
}

/** Outlook's page size for folders. https://learn.microsoft.com/graph/api/user-list-mailfolders */
const FOLDERS_A_PAGE = 10;

/** The mailboxes of the organisation in Graph. */
export class Mailboxes {
  readonly #people: People;
  readonly #groups: TenantGroups;
  readonly #seed: number;
  readonly #today: number;
  readonly #large: LargeMailbox;
  readonly #largePosition: number;
  readonly #trees: FolderTrees;
  #largeRules: readonly JsonObject[] | undefined;
  /** Settings and inbox rules that were changed, by the position of their mailbox. */
  readonly #editedSettings = new Map<number, readonly Property[]>();
  readonly #editedRules = new Map<number, readonly JsonObject[]>();
  readonly #hiddenRules = new Map<number, readonly JsonObject[]>();
  readonly #editedPermissions = new Map<number, readonly JsonObject[]>();
  readonly #stale = new Map<number, StaleState>();

  /**
   * @param today epoch ms: absences are around this date
   * @param large size of the first user's mailbox, by default as for others
   */
  constructor(
    people: People,
    seed: number,
    today: number,
    large?: LargeMailbox,
    groups = new TenantGroups([], people),
  ) {
    this.#people = people;
    this.#groups = groups;
    this.#seed = seed;
    this.#today = today;
    this.#large = large ?? {};
    this.#largePosition =
      large === undefined ? -1 : people.addresses.findIndex((_, position) => people.kind(position) === 'user');
    this.#trees = new FolderTrees(
      (position) =>
        new FolderTree(people, position, seed, position === this.#largePosition ? (this.#large.folders ?? 0) : 0),
    );
  }

  /** The address of the large mailbox, if there is one. */
  get largeMailbox(): string | undefined {
    return this.#people.addresses[this.#largePosition];
  }

  /** The address of a mailbox that a URL names by its address or its object ID; the name itself if there is none. */
  addressOf(name: string): string {
    return this.#people.addresses[this.#people.find(name) ?? -1] ?? name;
  }

  answer({ address, resource }: Extract<MailboxPath, { ok: true }>, asking: Asking): GraphAnswer {
    const { now, root } = asking;
    const position = this.#people.find(address);
    const kind = position === undefined ? 'missing' : this.#people.kind(position);
    if (resource.kind === 'user')
      return this.#user(kind === 'missing' ? undefined : position, address, resource.select, asking);
    if (position === undefined || statusOf(kind) !== 'ok') return refusal(kind, address, now);
    const stale = this.#takeStale(position, now);
    if (resource.kind === 'mailboxSettings')
      return this.#settings(position, address, resource, asking, stale?.settings);
    if (resource.kind === 'messageRule') {
      const rule = this.#rule(resource, position, stale?.rules);
      return rule === undefined ? itemNotFound(now) : ruleAnswer(rule, address, root);
    }
    if (resource.kind === 'mailFolder') return this.#folder(resource, position, address, asking);
    if (resource.kind === 'calendarPermission') {
      const permission = this.#permission(resource.id, position, stale?.permissions);
      return permission === undefined ? itemNotFound(now) : permissionAnswer(permission, address, root);
    }
    const listing = this.#list(resource, position, asking.version, stale);
    if (listing === undefined) return itemNotFound(now);
    return pageOf(listing, resource.query, { root, address, url: resource.url }, asking.pageFaults, now);
  }

  /**
   * The response to a change of the settings, or of an inbox rule or calendar permission.
   * @param lost whether the change is accepted but not applied
   * @param lag for how long reads of the mailbox still show what was there before
   */
  change(
    { address, resource }: Extract<MailboxPath, { ok: true }>,
    method: string,
    body: string | undefined,
    asking: Asking & { readonly lost: boolean; readonly lag: Lag },
  ): GraphAnswer {
    const { now, root, lost, lag } = asking;
    const position = this.#people.find(address);
    const kind = position === undefined ? 'missing' : this.#people.kind(position);
    if (position === undefined || statusOf(kind) !== 'ok') return refusal(kind, address, now);
    const refuse = ({ status, code, message }: Refusal): GraphAnswer => graphError(status, code, message, now);
    const changes = method === 'DELETE' ? {} : changesIn(body);
    if (isRefusal(changes)) return refuse(changes);
    if (resource.kind !== 'mailboxSettings') {
      const id = 'id' in resource ? resource.id : undefined;
      const request = { method, id, values: changes };
      const isCalendar = isOfCalendar(resource);
      if (!isCalendar && !this.#isInbox(folderOf(resource), position)) return itemNotFound(now);
      const [rules, permissions] = [this.#rules(position), this.#calendarPermissions(position)];
      const nameOf = (address: string): string => this.#legacyName(address);
      const edited = isCalendar ? editedPermissions(permissions, request, nameOf) : editedRules(rules, request);
      if (edited === undefined) return itemNotFound(now);
      if ('code' in edited) return refuse(edited);
      const { entries, entry } = edited;
      if (!lost) {
        this.#stale.set(position, { ...lag, rules, permissions });
        (isCalendar ? this.#editedPermissions : this.#editedRules).set(position, entries);
      }
      if (entry === undefined) return { status: 204, body: '' };
      if (isCalendar) return permissionAnswer(entry, address, root);
      return { ...ruleAnswer(entry, address, root), status: id === undefined ? 201 : 200 };
    }
    const edited = editedSettings(this.#properties(position), changes, now);
    if ('status' in edited) return refuse(edited);
    if (!lost) {
      this.#stale.set(position, { ...lag, settings: this.#properties(position) });
      this.#editedSettings.set(position, edited);
    }
    return this.#settings(
      position,
      address,
      { kind: 'mailboxSettings', property: undefined, select: undefined },
      asking,
    );
  }

  /** Changes the settings of a mailbox as its owner did at some time. Throws if Graph would reject the change. */
  edit(address: string, changes: JsonObject): void {
    const position = this.#people.find(address);
    if (position === undefined) throw new Error(`there is no mailbox ${address}`);
    const edited = editedSettings(this.#properties(position), changes, -Infinity);
    if ('status' in edited) throw new Error(edited.message);
    this.#editedSettings.set(position, edited);
  }

  /** Replaces the inbox rules of a mailbox, as its owner did in Outlook. */
  setRules(address: string, rules: readonly JsonObject[]): void {
    const position = this.#people.find(address);
    if (position === undefined) throw new Error(`there is no mailbox ${address}`);
    this.#editedRules.set(position, rules);
  }

  /** Replaces the rules that only Exchange shows, as a program did through MAPI. */
  setHiddenRules(address: string, rules: readonly JsonObject[]): void {
    const position = this.#people.find(address);
    if (position === undefined) throw new Error(`there is no mailbox ${address}`);
    this.#hiddenRules.set(position, rules);
  }

  /** The inbox rules at a position, as Exchange knows them. */
  rulesAt(position: number): MailboxRules {
    return {
      shown: this.#rules(position),
      hidden: this.#hiddenRules.get(position) ?? [],
      folderName: (id) => this.#trees.of(position).find(id)?.name ?? id,
    };
  }

  /** Replaces the permissions of a calendar, as its owner did in Outlook. */
  setCalendarPermissions(address: string, permissions: readonly JsonObject[]): void {
    const position = this.#people.find(address);
    if (position === undefined) throw new Error(`there is no mailbox ${address}`);
    this.#editedPermissions.set(position, permissions);
  }

  /** The permissions of the calendar at a position; none if there is no mailbox. */
  permissionsAt(position: number): readonly JsonObject[] {
    return statusOf(this.#people.kind(position)) === 'ok' ? this.#calendarPermissions(position) : [];
  }

  /** Keeps the generated permissions of a calendar, whatever becomes of the people that they name. */
  writePermissions(position: number): void {
    this.#editedPermissions.set(position, this.#calendarPermissions(position));
  }

  editPermissions(position: number, edited: (permission: JsonObject) => JsonObject): void {
    this.#editedPermissions.set(position, this.#calendarPermissions(position).map(edited));
  }

  /** Makes a mailbox as it is when it is new: its calendar is open to nobody, and it has no inbox rules. */
  empty(position: number): void {
    this.#editedSettings.delete(position);
    this.#stale.delete(position);
    this.#editedRules.set(position, []);
    this.#hiddenRules.delete(position);
    const ofEveryone = calendarPermissions(this.#people, position, this.#seed).filter(({ id }) => id === DEFAULT_ID);
    this.#editedPermissions.set(position, ofEveryone);
  }

  /** What a request changes, as it is: the settings of a mailbox, an inbox rule or a permission, or the list of those. */
  present({ address, resource }: Extract<MailboxPath, { ok: true }>): JsonObject {
    const position = this.#people.find(address);
    if (position === undefined || statusOf(this.#people.kind(position)) !== 'ok') return {};
    if (resource.kind === 'messageRule') return this.#rule(resource, position) ?? {};
    if (resource.kind === 'calendarPermission') return this.#permission(resource.id, position) ?? {};
    if (resource.kind === 'collection') {
      const { name } = resource.collection;
      if (name === 'messageRules') return { rules: [...this.#rules(position)] };
      if (name === 'calendarPermissions') return { permissions: [...this.#calendarPermissions(position)] };
    }
    return Object.fromEntries(this.#properties(position).map(([name, json]) => [name, parseJson(json)]));
  }

  /** What the ID of a calendar permission follows from: an account that is made again, and a group, have another one. */
  #legacyName(address: string): string {
    const position = this.#people.find(address);
    const generation = position === undefined ? 0 : this.#people.generation(position);
    const group = position === undefined ? this.#groups.find(address) : undefined;
    return [address, ...(generation > 0 ? [generation] : []), ...(group === undefined ? [] : [group.id])].join(' ');
  }

  #properties(position: number): readonly Property[] {
    return this.#editedSettings.get(position) ?? mailboxSettings(this.#people, position, this.#seed, this.#today);
  }

  /** What the next read shows instead of the present state; undefined if reads no longer lag. */
  #takeStale(position: number, now: number): StaleState | undefined {
    const stale = this.#stale.get(position);
    if (stale === undefined || (stale.reads <= 0 && now >= stale.until)) return undefined;
    stale.reads -= 1;
    return stale;
  }

  #rule(
    { folder, id }: Extract<MailboxResource, { kind: 'messageRule' }>,
    position: number,
    rules = this.#rules(position),
  ): JsonObject | undefined {
    return this.#isInbox(folder, position) ? rules.find((rule) => rule.id === id) : undefined;
  }

  #permission(id: string, position: number, permissions = this.#calendarPermissions(position)): JsonObject | undefined {
    return permissions.find((permission) => permission.id === id);
  }

  /** The directory includes users without a mailbox. */
  #user(
    position: number | undefined,
    address: string,
    select: readonly string[] | undefined,
    { root, now }: Asking,
  ): GraphAnswer {
    const unknown = unknownUserProperty(select);
    if (unknown !== undefined) return unknownProperty(unknown, 'microsoft.graph.user', now);
    if (position === undefined) {
      const message = `Resource '${address}' does not exist or one of its queried reference-property objects are not present.`;
      return graphError(404, 'Request_ResourceNotFound', message, now);
    }
    if (select?.includes('signInActivity') === true && address.includes('@')) {
      return badRequest('Get By Key only supports UserId and the key has to be a valid Guid', now);
    }
    const context = `${root}/$metadata#users${select === undefined ? '' : `(${select.join(',')})`}/$entity`;
    return {
      status: 200,
      body: JSON.stringify({
        '@odata.context': context,
        ...userJson(this.#people, position, this.#seed, this.#today, select),
      }),
    };
  }

  #settings(
    position: number,
    address: string,
    { property, select }: Extract<MailboxResource, { kind: 'mailboxSettings' }>,
    { root, now }: Asking,
    properties = this.#properties(position),
  ): GraphAnswer {
    const unknown = select?.find((name) => !NAMES.has(name.toLowerCase()));
    if (property === undefined && unknown !== undefined) {
      return unknownProperty(unknown, 'microsoft.graph.mailboxSettings', now);
    }
    const context = (below: string): string =>
      `"@odata.context":"${root}/$metadata#users('${encodeURIComponent(address)}')/mailboxSettings${below}"`;
    if (property === undefined) {
      const chosen = select === undefined ? properties : properties.filter(([name]) => select.includes(name));
      let body = `{${context('')}`;
      for (const [name, json] of chosen) body += `,"${name}":${json}`;
      return { status: 200, body: `${body}}` };
    }
    const found = properties.find(([name]) => name.toLowerCase() === property.toLowerCase());
    if (found === undefined) {
      return NAMES.has(property.toLowerCase())
        ? { status: 204, body: '' }
        : graphError(400, 'BadRequest', `Resource not found for the segment '${property}'.`, now);
    }
    const [name, json] = found;
    const body = json.startsWith('{') ? json.slice(1, -1) : `"value":${json}`;
    return { status: 200, body: `{${context(`/${name}`)},${body}}` };
  }

  /** A collection of a mailbox. Undefined if its folder does not exist. */
  #list(
    { collection, query }: Extract<MailboxResource, { kind: 'collection' }>,
    position: number,
    version: string,
    { rules = this.#rules(position), permissions = this.#calendarPermissions(position) }: Partial<StaleState> = {},
  ): Listing | undefined {
    switch (collection.name) {
      case 'mailFolders':
        return this.#listFolders(collection, position, version, query);
      case 'messageRules': {
        if (!this.#isInbox(collection.folder, position)) return undefined;
        return {
          items: rules,
          type: 'microsoft.graph.messageRule',
          properties: RULE_PROPERTIES,
          pageSize: MOST_A_PAGE,
          paging: '$skiptoken',
          path: `mailFolders('${encodeURIComponent(collection.folder)}')/messageRules`,
        };
      }
      case 'calendarPermissions':
        return {
          items: permissions,
          type: 'microsoft.graph.calendarPermission',
          properties: PERMISSION_PROPERTIES,
          pageSize: MOST_A_PAGE,
          paging: '$skiptoken',
          path: 'calendar/calendarPermissions',
        };
      case 'masterCategories':
        return {
          items: masterCategories(this.#people, position, this.#seed),
          type: 'microsoft.graph.outlookCategory',
          properties: CATEGORY_PROPERTIES,
          pageSize: MOST_A_PAGE,
          paging: '$skip',
          path: 'outlook/masterCategories',
        };
      case 'contacts':
        return {
          items: contacts(this.#people, position, this.#seed),
          type: 'microsoft.graph.contact',
          properties: CONTACT_PROPERTIES,
          pageSize: CONTACTS_A_PAGE,
          paging: '$skip',
          path: 'contacts',
        };
      case 'people':
        return {
          items: relevantPeople(this.#people, position, this.#seed),
          type: 'microsoft.graph.person',
          properties: PERSON_PROPERTIES,
          pageSize: CONTACTS_A_PAGE,
          paging: '$skip',
          path: 'people',
        };
    }
  }

  #folder(
    { key, select }: Extract<MailboxResource, { kind: 'mailFolder' }>,
    position: number,
    address: string,
    { root, now, version }: Asking,
  ): GraphAnswer {
    const known: readonly string[] = folderPropertiesOf(version);
    const unknown = select?.find((name) => !known.includes(name));
    if (unknown !== undefined) return unknownProperty(unknown, 'microsoft.graph.mailFolder', now);
    const found = this.#trees.of(position).find(key);
    if (found === undefined) return itemNotFound(now);
    const properties = Object.entries(folderJson(found, version));
    // The key is always included.
    const chosen = properties.filter(([name]) => name === 'id' || select?.includes(name) !== false);
    const context = `${root}/$metadata#users('${encodeURIComponent(address)}')/mailFolders/$entity`;
    return { status: 200, body: JSON.stringify({ '@odata.context': context, ...Object.fromEntries(chosen) }) };
  }

  #listFolders(
    { parent: key }: Extract<Collection, { name: 'mailFolders' }>,
    position: number,
    version: string,
    { includeHidden, expand }: PageQuery,
  ): Listing | undefined {
    const tree = this.#trees.of(position);
    const parent = key === undefined ? tree.root : tree.find(key);
    if (parent === undefined) return undefined;
    const visible = (folder: Folder): readonly Folder[] =>
      folder.children.filter(({ isHidden }) => includeHidden || !isHidden);
    const withChildren = (folder: Folder): JsonObject => ({
      ...folderJson(folder, version),
      childFolders: visible(folder).map((child) => folderJson(child, version)),
    });
    return {
      items: visible(parent).map((folder) =>
        expand === 'childFolders' ? withChildren(folder) : folderJson(folder, version),
      ),
      expandable: 'childFolders',
      type: 'microsoft.graph.mailFolder',
      properties: folderPropertiesOf(version),
      pageSize: FOLDERS_A_PAGE,
      paging: '$skip',
      path: key === undefined ? 'mailFolders' : `mailFolders('${encodeURIComponent(key)}')/childFolders`,
    };
  }

  /** Only the inbox has rules. */
  #isInbox(key: string, position: number): boolean {
    if (key.toLowerCase() === 'inbox') return true;
    const tree = this.#trees.of(position);
    return tree.find(key) === tree.find('inbox');
  }

  #rules(position: number): readonly JsonObject[] {
    const edited = this.#editedRules.get(position);
    if (edited !== undefined) return edited;
    if (position !== this.#largePosition) return messageRules(this.#people, position, this.#seed, undefined);
    // They are asked for page by page.
    this.#largeRules ??= messageRules(this.#people, position, this.#seed, this.#large.rules);
    return this.#largeRules;
  }

  #calendarPermissions(position: number): readonly JsonObject[] {
    const edited = this.#editedPermissions.get(position);
    if (edited !== undefined) return edited;
    const ofGroups = this.#groups
      .withRight('calendars', position)
      .map(({ name, address }) => groupPermission(name, address));
    return [...ofGroups, ...calendarPermissions(this.#people, position, this.#seed)];
  }

  /** The expected data of an address. */
  expected(address: string, root: string): Expected {
    const position = this.#people.find(address);
    const status = position === undefined ? 'not-found' : statusOf(this.#people.kind(position));
    if (position === undefined || status !== 'ok') return { status };
    const asking = { root, version: 'v1.0', now: 0, pageFaults: undefined };
    const resource = { kind: 'mailboxSettings', property: undefined, select: undefined } as const;
    const settings = (): unknown => JSON.parse(this.#settings(position, address, resource, asking).body);
    const rules = (): readonly JsonObject[] => this.#rules(position);
    const folders = (): ExpectedFolder[] =>
      Array.from(this.#trees.of(position).visible(), ({ path, folder }) => ({
        path,
        folder: folderJson(folder, 'v1.0'),
      }));
    const permissions = (): readonly JsonObject[] => this.#calendarPermissions(position);
    const contactItems = (): JsonObject[] => contacts(this.#people, position, this.#seed);
    const personItems = (): JsonObject[] => relevantPeople(this.#people, position, this.#seed);
    const categories = (): JsonObject[] => masterCategories(this.#people, position, this.#seed);
    return {
      status,
      get settings() {
        return settings();
      },
      get rules() {
        return rules();
      },
      get folders() {
        return folders();
      },
      get calendarPermissions() {
        return permissions();
      },
      get masterCategories() {
        return categories();
      },
      get contacts() {
        return contactItems();
      },
      get people() {
        return personItems();
      },
    };
  }
}

function ruleAnswer(rule: JsonObject, address: string, root: string): GraphAnswer {
  const user = encodeURIComponent(address);
  const context = `${root}/$metadata#users('${user}')/mailFolders('inbox')/messageRules/$entity`;
  return { status: 200, body: JSON.stringify({ '@odata.context': context, ...rule }) };
}

function permissionAnswer(permission: JsonObject, address: string, root: string): GraphAnswer {
  const user = encodeURIComponent(address);
  const context = `${root}/$metadata#users('${user}')/calendar/calendarPermissions/$entity`;
  return { status: 200, body: JSON.stringify({ '@odata.context': context, ...permission }) };
}

/** The folder of an inbox rule, or of the list of them; '' for another resource. */
function folderOf(resource: MailboxResource): string {
  if (resource.kind === 'messageRule') return resource.folder;
  if (resource.kind !== 'collection') return '';
  return resource.collection.name === 'messageRules' ? resource.collection.folder : '';
}

function folderPropertiesOf(version: string): readonly string[] {
  return version === 'beta' ? [...FOLDER_PROPERTIES, 'sizeInBytes'] : FOLDER_PROPERTIES;
}

const NAMES = new Set(
  [
    'archiveFolder',
    'timeZone',
    'delegateMeetingMessageDeliveryOptions',
    'dateFormat',
    'timeFormat',
    'userPurpose',
    'automaticRepliesSetting',
    'language',
    'workingHours',
  ].map((name) => name.toLowerCase()),
);

function statusOf(kind: Kind): Expected['status'] {
  switch (kind) {
    case 'user':
    case 'shared':
    case 'room':
    case 'equipment':
      return 'ok';
    case 'on-premises':
    case 'inactive':
      return 'no-mailbox';
    case 'blocked':
      return 'access-denied';
    case 'missing':
      return 'not-found';
  }
}

function itemNotFound(now: number): GraphAnswer {
  return graphError(404, 'ErrorItemNotFound', 'The specified object was not found in the store.', now);
}

function refusal(kind: Kind, address: string, now: number): GraphAnswer {
  switch (kind) {
    case 'on-premises':
      return graphError(
        404,
        'MailboxNotEnabledForRESTAPI',
        'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
        now,
      );
    case 'inactive':
      return graphError(404, 'ResourceNotFound', 'Resource could not be discovered.', now);
    case 'blocked':
      return graphError(
        403,
        'ErrorAccessDenied',
        'Access to OData is disabled: [RAOP] : Blocked by tenant configured AppOnly AccessPolicy settings.',
        now,
      );
    case 'missing':
    case 'user':
    case 'shared':
    case 'room':
    case 'equipment':
      return graphError(404, 'ErrorInvalidUser', `The requested user '${address}' is invalid.`, now);
  }
}
