import type { JsonObject } from './json.ts';
import { Chance } from './chance.ts';
import { folderNames, ODD_NAMES, OWN_NAMES, WELL_KNOWN, type WellKnown } from './folder-names.ts';
import type { People } from './people.ts';

/** A mail folder with its contents. */
export interface Folder {
  readonly id: string;
  readonly name: string;
  readonly parent: Folder | undefined;
  readonly isHidden: boolean;
  /** A search folder, which has no subfolders. */
  readonly isSearch: boolean;
  readonly total: number;
  readonly unread: number;
  /** Bytes. */
  readonly size: number;
  /** In the order in which Graph lists them: by name. */
  readonly children: Folder[];
}

/** Differences from an ordinary folder. */
interface Traits {
  readonly isHidden?: boolean;
  readonly isSearch?: boolean;
}

const DEEPEST = 9;

/** The id of a folder by its number in the mailbox. Ids are opaque, and some differ only in case. */
export function folderId(seed: number, position: number, number: number): string {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(seed >>> 0, 0);
  bytes.writeUInt32BE(position, 4);
  bytes.writeUInt32BE(number, 8);
  return `AQMkAD${bytes.toString('base64url')}AAA=`;
}

/** The mail folders of one mailbox. */
export class FolderTree {
  /** The root, which contains all other folders and is not listed. */
  readonly root: Folder;
  readonly #named = new Map<string, Folder>();
  readonly #byId = new Map<string, Folder>();
  readonly #chance: Chance;
  readonly #idOf: (number: number) => string;

  /** @param least minimum number of visible folders */
  constructor(people: People, position: number, seed: number, least: number) {
    this.#chance = new Chance(seed ^ 0x666f6c64, position);
    this.#idOf = (number) => folderId(seed, position, number);
    this.root = this.#make('Top of Information Store', undefined, {});
    this.#named.set('msgfolderroot', this.root);
    const { culture } = people.person(position);
    const names = folderNames(this.#chance.next() < 0.7 ? culture.locale : 'en-US');
    for (const name of WELL_KNOWN) this.#named.set(name, this.#make(names[name], this.root, {}));
    this.#addOwn(people.kind(position) === 'user' ? this.#chance.next() : 0, people.habits.hasHostileTexts);
    this.#addHidden();
    this.#addSearches();
    this.#addMany(least);
    for (const { children } of this.#byId.values()) children.sort((one, other) => (one.name < other.name ? -1 : 1));
  }

  /** The folder with an id or a well-known name. Names are case-insensitive. */
  find(key: string): Folder | undefined {
    return this.#byId.get(key) ?? this.#named.get(key.toLowerCase());
  }

  /** The visible folders, depth first, each with the names of its path. */
  *visible(
    from: Folder = this.root,
    path: readonly string[] = [],
  ): Generator<{ path: readonly string[]; folder: Folder }> {
    for (const folder of from.children) {
      if (folder.isHidden) continue;
      const inside = [...path, folder.name];
      yield { path: inside, folder };
      yield* this.visible(folder, inside);
    }
  }

  #known(name: WellKnown): Folder {
    return this.#named.get(name) ?? this.root;
  }

  /** @param lot from 0 to 1: the user's tendency to create folders */
  #addOwn(lot: number, hasOddNames: boolean): void {
    const chance = this.#chance;
    const count = lot < 0.2 ? 0 : lot < 0.7 ? 1 + chance.below(5) : 6 + chance.below(12);
    const own: Folder[] = [];
    for (let made = 0; made < count; made++) {
      const where = chance.next();
      const inside = own[chance.below(own.length)];
      const parent = where < 0.3 ? this.root : where < 0.6 || inside === undefined ? this.#known('inbox') : inside;
      if (depthOf(parent) >= DEEPEST) continue;
      own.push(
        this.#make(hasOddNames && chance.next() < 0.25 ? chance.pick(ODD_NAMES) : chance.pick(OWN_NAMES), parent, {}),
      );
    }
    if (lot < 0.9) return;
    let parent = this.#known('archive');
    for (const name of ['Customers', 'Europe', 'Germany', 'Berlin', '2026', 'Q1'])
      parent = this.#make(name, parent, {});
  }

  /** Hidden folders of Outlook: a folder may count children and list none. */
  #addHidden(): void {
    const chance = this.#chance;
    const isHidden = true;
    this.#make('Conversation Action Settings', this.root, { isHidden });
    if (chance.next() < 0.5) this.#make('Team Chat', this.#known('conversationhistory'), { isHidden });
    if (chance.next() < 0.3) this.#make('Quick Step Settings', this.root, { isHidden });
    if (chance.next() < 0.2) this.#make('Inside', this.#make('Clutter', this.root, { isHidden }), {});
  }

  #addSearches(): void {
    const chance = this.#chance;
    if (chance.next() < 0.1) this.#make('Unread or for follow up', this.root, { isSearch: true });
    if (chance.next() < 0.05) this.#make('Weekly digests', this.#known('inbox'), { isSearch: true });
  }

  /** Adds folders up to the minimum: half of them side by side, the others nested. */
  #addMany(least: number): void {
    const inbox = this.#known('inbox');
    const holders = [this.#known('archive')];
    const missing = least - [...this.visible()].length;
    for (let made = 0; made < missing; made++) {
      const name = `Folder ${String(made + 1).padStart(5, '0')}`;
      const parent = made % 2 === 0 ? inbox : (holders[this.#chance.below(holders.length)] ?? inbox);
      const folder = this.#make(name, parent, {});
      if (made % 2 === 1 && depthOf(folder) < DEEPEST) holders.push(folder);
    }
  }

  #make(name: string, parent: Folder | undefined, { isHidden = false, isSearch = false }: Traits): Folder {
    const chance = this.#chance;
    const total = chance.next() < 0.25 ? 0 : chance.below(chance.next() < 0.1 ? 40_000 : 400);
    const folder: Folder = {
      id: this.#idOf(this.#byId.size),
      name: parent === undefined ? name : freeName(name, parent),
      parent,
      isHidden,
      isSearch,
      total,
      unread: chance.next() < 0.5 ? 0 : chance.below(total + 1),
      size: total * (2000 + chance.below(90_000)),
      children: [],
    };
    this.#byId.set(folder.id, folder);
    parent?.children.push(folder);
    return folder;
  }
}

/** Exchange requires unique names in a folder. */
function freeName(name: string, { children }: Folder): string {
  // Generated names are unique by their numbers.
  if (name.startsWith('Folder ')) return name;
  const isTaken = (one: string): boolean => children.some((other) => other.name.toLowerCase() === one.toLowerCase());
  let free = name;
  for (let number = 2; isTaken(free); number++) free = `${name} ${number}`;
  return free;
}

function depthOf({ parent }: Folder): number {
  return parent === undefined ? 0 : depthOf(parent) + 1;
}

/** The properties that `$select` may name in v1.0. https://learn.microsoft.com/graph/api/resources/mailfolder */
export const FOLDER_PROPERTIES = [
  'id',
  'displayName',
  'parentFolderId',
  'childFolderCount',
  'unreadItemCount',
  'totalItemCount',
  'isHidden',
] as const;

/** A folder as Graph returns it. Its count of children includes hidden ones. */
export function folderJson(folder: Folder, version: string): JsonObject {
  return {
    ...(folder.isSearch ? { '@odata.type': '#microsoft.graph.mailSearchFolder' } : {}),
    id: folder.id,
    displayName: folder.name,
    parentFolderId: folder.parent?.id ?? '',
    childFolderCount: folder.children.length,
    unreadItemCount: folder.unread,
    totalItemCount: folder.total,
    ...(version === 'beta' ? { sizeInBytes: folder.size } : {}),
    isHidden: folder.isHidden,
    ...(folder.isSearch
      ? {
          isSupported: true,
          includeNestedFolders: true,
          sourceFolderIds: folder.parent === undefined ? [] : [folder.parent.id],
          filterQuery: "contains(subject, 'weekly digest')",
        }
      : {}),
  };
}

const MOST_TREES = 64;

/** A cache of recent trees, because a tree of thousands of folders is requested page by page. */
export class FolderTrees {
  readonly #grow: (position: number) => FolderTree;
  readonly #recent = new Map<number, FolderTree>();

  constructor(grow: (position: number) => FolderTree) {
    this.#grow = grow;
  }

  of(position: number): FolderTree {
    const tree = this.#recent.get(position) ?? this.#grow(position);
    this.#recent.delete(position);
    this.#recent.set(position, tree);
    if (this.#recent.size > MOST_TREES) {
      const [oldest] = this.#recent.keys();
      if (oldest !== undefined) this.#recent.delete(oldest);
    }
    return tree;
  }
}
