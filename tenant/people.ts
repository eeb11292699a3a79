import { Chance } from './chance.ts';
import type { JsonObject } from './json.ts';
import { CULTURES, type Culture } from './cultures.ts';
import { HOSTILE, type Habits, type Kind } from './habits.ts';

const SHARED: ReadonlySet<Kind> = new Set(['shared', 'room', 'equipment']);
const HAS_MAILBOX: ReadonlySet<Kind> = new Set(['user', 'shared', 'room', 'equipment']);

const DEPARTMENTS = [
  'info',
  'sales',
  'billing',
  'press',
  'jobs',
  'support',
  'legal',
  'events',
  'r&d',
  'export',
] as const;
const TEAMS = ['info', 'sales', 'billing', 'press', 'jobs', 'support', 'legal', 'events', 'orders'] as const;
const PLACES = ['berlin', 'paris', 'tokyo', 'madrid', 'seattle', 'leeds', 'zurich', 'osaka', 'sydney'] as const;
const THINGS = ['projector', 'van', 'camera', 'whiteboard', 'car'] as const;

/** One in this number of addresses has legal characters that URLs must escape. */
const ODD_EVERY = 40;
const FIRST_ODD = 7;
/** Without hostile texts, so many family names are tried before an address gets a number. */
const OTHER_NAMES = 12;

export interface Person {
  readonly culture: Culture;
  /** In the user's own spelling. */
  readonly displayName: string;
}

/** What an administrator has changed of a person since the organisation began. IDs never change: a person who is made again is another. */
interface ChangedPerson {
  /** How often an account was made again at this position. Each has other IDs. */
  readonly generation: number;
  /** Whether the account was deleted, with its mailbox. */
  readonly isGone: boolean;
  /** When it was deleted: epoch ms. */
  readonly goneAt?: number;
  /** SMTP addresses, the primary one first. The user principal name need not be among them. */
  readonly smtpAddresses: readonly string[];
  /** The alias and the name in Exchange, which stay if the user principal name changes. */
  readonly alias: string;
  readonly name: string;
}

/** What an administrator changes of the names of a person. What is left out stays. */
export interface PersonNames {
  readonly userPrincipalName?: string;
  readonly smtpAddresses?: readonly string[];
  readonly name?: string;
}

/**
 * The organisation's mailboxes, all from a seed: who they are is drawn when asked, so that three hundred thousand of
 * them are no more than their addresses in memory.
 */
export class People {
  /** One user principal name per mailbox: first those of the mailbox list in order, then unlisted ones. */
  get addresses(): readonly string[] {
    return this.#addresses;
  }

  readonly #addresses: string[] = [];
  readonly #changed = new Map<number, ChangedPerson>();
  readonly #accounts = new Map<number, JsonObject>();
  /** The number of addresses in the list. */
  readonly listed: number;
  /** The domains of all addresses. */
  readonly domain: string;
  readonly habits: Habits;
  readonly #seed: number;
  readonly #positions = new Map<string, number>();
  /** How far the family name of somebody is from the drawn one, whose address another has. */
  readonly #otherFamily = new Map<number, number>();

  /** @param unlisted number of mailboxes that are not in the list. */
  constructor(listed: number, seed: number, domain: string, unlisted = 0, habits = HOSTILE) {
    this.#seed = seed;
    this.habits = habits;
    this.listed = listed;
    this.domain = domain;
    const addresses = this.#addresses;
    const taken = new Map<string, number>();
    for (let position = 0; position < listed + unlisted; position++) {
      let name = this.#localPart(position);
      for (let other = 1; !habits.hasHostileTexts && taken.has(name) && other < OTHER_NAMES; other++) {
        this.#otherFamily.set(position, other);
        name = this.#localPart(position);
      }
      const times = (taken.get(name) ?? 0) + 1;
      taken.set(name, times);
      // No name ends with a digit, so a name with a number is unique.
      const address = `${name}${times === 1 && !name.endsWith('-') ? '' : times}@${domain}`;
      addresses.push(address);
      this.#positions.set(address.toLowerCase(), position);
    }
  }

  /** The position of a user principal name or an object ID, case-insensitively. Undefined if the organisation does not have it. */
  find(address: string): number | undefined {
    const [, id] = /^00000000-0000-4000-80[0-9a-f]{2}-([0-9a-f]{12})$/i.exec(address) ?? [];
    if (id === undefined) return this.#positions.get(address.toLowerCase());
    const position = parseInt(id, 16);
    const isPresent = this.addresses[position] !== undefined && this.objectId(position) === address.toLowerCase();
    return isPresent ? position : undefined;
  }

  /** What was changed of a person; undefined if nothing was. */
  changed(position: number): ChangedPerson | undefined {
    return this.#changed.get(position);
  }

  /** The properties of the account of a person, as Graph names them, that an administrator changed. */
  account(position: number): JsonObject {
    return this.#accounts.get(position) ?? {};
  }

  editAccount(position: number, properties: JsonObject): void {
    this.#accounts.set(position, { ...this.account(position), ...properties });
  }

  /** The positions of the people of whom something was changed. */
  get changedPositions(): readonly number[] {
    return [...this.#changed.keys()];
  }

  /** The accounts that were deleted and not made again, as the directory keeps them: a deleted account has its ID before its name. */
  get deleted(): readonly JsonObject[] {
    return [...this.#changed].flatMap(([position, { isGone, goneAt = 0, smtpAddresses }]) => {
      if (!isGone) return [];
      const id = this.objectId(position);
      return {
        id,
        userPrincipalName: `${id.replaceAll('-', '')}${this.addresses[position] ?? ''}`,
        displayName: this.person(position).displayName,
        mail: smtpAddresses[0] ?? null,
        deletedDateTime: `${new Date(goneAt).toISOString().slice(0, 19)}Z`,
        assignedLicenses: [],
      };
    });
  }

  generation(position: number): number {
    return this.#changed.get(position)?.generation ?? 0;
  }

  /** Changes names of a person. The IDs stay. @param before the names that the person has, in Exchange */
  rename(
    position: number,
    { userPrincipalName, smtpAddresses, name }: PersonNames,
    before: Omit<ChangedPerson, 'generation' | 'isGone'>,
  ): void {
    const former = this.addresses[position] ?? '';
    if (userPrincipalName !== undefined) {
      this.#positions.delete(former.toLowerCase());
      this.#addresses[position] = userPrincipalName;
      this.#positions.set(userPrincipalName.toLowerCase(), position);
    }
    this.#changed.set(position, {
      generation: this.generation(position),
      isGone: false,
      alias: before.alias,
      name: name ?? before.name,
      smtpAddresses: smtpAddresses ?? before.smtpAddresses,
    });
  }

  /** Deletes the account of a person, with the mailbox. Its names are free. @param now epoch ms */
  remove(position: number, before: Omit<ChangedPerson, 'generation' | 'isGone'>, now: number): void {
    this.#positions.delete((this.addresses[position] ?? '').toLowerCase());
    this.#changed.set(position, { ...before, generation: this.generation(position), isGone: true, goneAt: now });
  }

  /** Makes another account with names of its own at the position of one that was deleted. */
  remake(position: number, userPrincipalName: string): void {
    const [alias = ''] = userPrincipalName.split('@', 1);
    this.#addresses[position] = userPrincipalName;
    this.#positions.set(userPrincipalName.toLowerCase(), position);
    const generation = this.generation(position) + 1;
    this.#accounts.delete(position);
    this.#changed.set(position, { generation, isGone: false, alias, name: alias, smtpAddresses: [userPrincipalName] });
  }

  kind(position: number): Kind {
    const { isGone, generation = 0 } = this.#changed.get(position) ?? {};
    if (isGone === true) return 'missing';
    if (generation > 0) return 'user';
    let lot = new Chance(this.#seed, position).next() * 100;
    for (const [kind, share] of this.habits.kinds) {
      // Unlisted addresses must have a mailbox.
      if (lot < share) return position < this.listed || HAS_MAILBOX.has(kind) ? kind : 'user';
      lot -= share;
    }
    return 'user';
  }

  /** The position of any address; of a user, if texts are not hostile: rooms open no mailboxes. */
  anybody(chance: Chance): number {
    const draw = (): number => chance.below(this.addresses.length);
    let position = draw();
    // A small organisation may have no user.
    for (let left = this.habits.hasHostileTexts ? 0 : 20; left > 0 && this.kind(position) !== 'user'; left--) {
      position = draw();
    }
    return position;
  }

  /** The object's ID in the directory. */
  objectId(position: number): string {
    const generation = this.generation(position).toString(16).padStart(2, '0');
    return `00000000-0000-4000-80${generation}-${position.toString(16).padStart(12, '0')}`;
  }

  /** The user of the mailbox, or with hostile texts the creator of a shared mailbox. Otherwise that has a name of its own. */
  person(position: number): Person {
    const { culture, given, family } = this.#draw(position);
    if (!this.habits.hasHostileTexts && SHARED.has(this.kind(position))) {
      const [local = ''] = (this.addresses[position] ?? '').split('@', 1);
      const words = local.split(/[.-]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
      return { culture, displayName: words.join(' ') };
    }
    return { culture, displayName: [given, family].map(this.habits.hasHostileTexts ? native : legible).join(' ') };
  }

  #draw(position: number): { culture: Culture; given: string; family: string } {
    const chance = new Chance(this.#seed ^ 0x6e616d65, position);
    const culture = WEIGHTED[chance.below(WEIGHTED.length)] ?? CULTURES[0];
    const [given, drawn] = [chance.pick(culture.given), chance.pick(culture.family)];
    const at = culture.family.indexOf(drawn) + (this.#otherFamily.get(position) ?? 0);
    return { culture, given, family: culture.family[at % culture.family.length] ?? drawn };
  }

  #localPart(position: number): string {
    const { given, family } = this.#draw(position);
    const chance = new Chance(this.#seed ^ 0x61646472, position);
    const { hasHostileTexts } = this.habits;
    if (hasHostileTexts && position % ODD_EVERY === FIRST_ODD) {
      switch (Math.floor(position / ODD_EVERY) % 6) {
        case 0:
          return `${latin(given)}.o'neil`;
        case 1:
          return `${latin(given)}_fabrikam.com#EXT#`;
        case 2:
          return `$svc-${latin(given)}`;
        case 3:
          return `${latin(given)}+${latin(family)}`;
        case 4:
          return `r&d.${latin(family)}`;
        default:
          // Decoded twice, it would be another address.
          return `100%25.${latin(given)}`;
      }
    }
    switch (this.kind(position)) {
      case 'shared':
        return `${chance.pick(hasHostileTexts ? DEPARTMENTS : TEAMS)}.${chance.pick(PLACES)}${hasHostileTexts ? '-' : ''}`;
      case 'room':
        return `room.${chance.pick(PLACES)}-`;
      case 'equipment':
        return `${chance.pick(THINGS)}.${chance.pick(PLACES)}-`;
      case 'user':
      case 'on-premises':
      case 'inactive':
      case 'blocked':
      case 'missing':
        return `${latin(given)}.${latin(family)}`;
    }
  }
}

const WEIGHTED: readonly Culture[] = CULTURES.flatMap((culture) => new Array<Culture>(culture.weight).fill(culture));

/** Letters without a decomposition into a base letter and a mark. */
const LETTERS: Readonly<Record<string, string>> = { ß: 'ss', ø: 'o', ł: 'l', æ: 'ae', đ: 'd', ı: 'i' };

function native(name: string): string {
  return name.split('|', 1).join('');
}

/** In Latin letters: a font for others may be missing where the demo is shown. */
function legible(name: string): string {
  return name.split('|').at(-1) ?? name;
}

const SPELLINGS = new Map<string, string>();

/** The spelling in an address: `muller` for `Müller`, `devries` for `de Vries`. */
function latin(name: string): string {
  let spelling = SPELLINGS.get(name);
  if (spelling === undefined) {
    spelling = (name.split('|')[1] ?? name)
      .toLowerCase()
      .replace(/[ßøłæđı]/g, (letter) => LETTERS[letter] ?? letter)
      .normalize('NFD')
      .replace(/[^a-z']/g, '')
      .replace(/^'/, '');
    SPELLINGS.set(name, spelling);
  }
  return spelling;
}
