import type { Tenant } from '../../tenant/tenant.ts';
import type { IDENTITY_CHANGES } from '../world/remediation.ts';

/** An address that no account ever has. */
export const STRANGER = 'stranger@contoso.com';

interface Person {
  /** The last user principal name of one that is gone. */
  name: string;
  isGone: boolean;
}

/** The accounts and groups of a tenant by their present names, and the names that nobody has any more. */
export class NamedPeople {
  readonly tenant: Tenant;
  readonly people: readonly Person[];
  readonly groups: string[];
  readonly #free: string[] = [];
  #made = 0;

  constructor(tenant: Tenant, people: readonly string[], groups: readonly string[]) {
    this.tenant = tenant;
    this.people = people.map((name) => ({ name, isGone: false }));
    this.groups = [...groups];
  }

  /** An address that nobody had. */
  fresh(): string {
    this.#made += 1;
    return `fresh.${this.#made}@contoso.com`;
  }

  /** An address that somebody had once, and nobody has now; else one that nobody had. */
  freed(): string {
    const at = this.#free.findIndex((address) => this.tenant.account(address) === undefined);
    return (at === -1 ? undefined : this.#free.splice(at, 1)[0]) ?? this.fresh();
  }

  free(...addresses: readonly string[]): void {
    for (const address of addresses) {
      const { tenant } = this;
      if (tenant.account(address) === undefined && !this.#free.includes(address)) this.#free.unshift(address);
    }
  }

  /** Somebody who is there. There are always two. */
  person(number: number): Person {
    const present = this.people.filter(({ isGone }) => !isGone);
    const person = present[number % present.length];
    if (person === undefined) throw new Error('nobody is left');
    return person;
  }

  addressesOf({ name }: Person): readonly string[] {
    const found = this.tenant.exchangeObjects('Get-Mailbox', name)?.[0]?.EmailAddresses;
    const texts = Array.isArray(found) ? found : [];
    return texts.flatMap((text) => (typeof text === 'string' && /^smtp:/i.test(text) ? text.slice(5) : []));
  }

  rename(person: Person, userPrincipalName: string, smtpAddresses: readonly string[]): void {
    const before = [person.name, ...this.addressesOf(person)];
    this.tenant.identities.rename(person.name, { userPrincipalName, smtpAddresses });
    person.name = userPrincipalName;
    this.free(...before);
  }

  /** Gives one the user principal name and address of another, who gets new ones. */
  takeOver(from: Person, to: Person): void {
    const { name } = from;
    const fresh = this.fresh();
    this.rename(from, fresh, [fresh]);
    this.rename(to, name, [name]);
  }

  /** Not the last two. */
  remove(person: Person): boolean {
    if (this.people.filter(({ isGone }) => !isGone).length <= 2) return false;
    const before = [person.name, ...this.addressesOf(person)];
    this.tenant.identities.remove(person.name);
    person.isGone = true;
    this.free(...before);
    return true;
  }

  group(number: number): string {
    if (this.groups.length === 0) this.addGroup('Another group', this.fresh());
    return this.groups[number % this.groups.length] ?? '';
  }

  addGroup(name: string, address: string): void {
    const isTaken = this.tenant.account(name) !== undefined || this.tenant.account(address) !== undefined;
    const own = isTaken ? [`Group ${this.fresh()}`, this.fresh()] : [name, address];
    const [first = '', second = ''] = own;
    this.tenant.identities.addGroup({ name: first, address: second, members: [0, 1] });
    this.groups.push(first);
  }

  renameGroup(name: string, names: { readonly name?: string; readonly address?: string }): void {
    this.tenant.identities.renameGroup(name, names);
    if (names.name !== undefined) this.groups.splice(this.groups.indexOf(name), 1, names.name);
  }
}

/** Returns false if it changed nothing. */
type Change = (world: NamedPeople, one: number, other: number) => unknown;

/** What happens to names in a tenant. IDs stay, but for what is made again. */
const CHANGES = {
  'another user principal name, the former one stays an address': (world, one) => {
    const [person, name] = [world.person(one), world.fresh()];
    world.rename(person, name, [name, ...world.addressesOf(person)]);
  },
  'another user principal name and address': (world, one) => {
    const [person, name] = [world.person(one), world.fresh()];
    world.rename(person, name, [name]);
  },
  'another primary address': (world, one) => {
    const person = world.person(one);
    world.rename(person, person.name, [world.fresh()]);
  },
  'an alias that another had': (world, one) => {
    const person = world.person(one);
    world.rename(person, person.name, [...world.addressesOf(person), world.freed()]);
  },
  'another name in Exchange': (world, one) => {
    world.tenant.identities.rename(world.person(one).name, { name: `Name of ${world.fresh()}` });
  },
  'the name in Exchange that another had': (world, one) => {
    world.tenant.identities.rename(world.person(one).name, { name: world.freed() });
  },
  'two accounts swap names in Exchange': (world, one, other) => {
    const { identities } = world.tenant;
    const [from, to] = [world.person(one).name, world.person(other).name];
    if (from === to) return false;
    const [first = '', second = ''] = [from, to].map((who) => world.tenant.account(who)?.identity);
    identities.rename(from, { name: `Name of ${world.fresh()}` });
    identities.rename(to, { name: first });
    identities.rename(from, { name: second });
    return true;
  },
  'an account deleted': (world, one) => world.remove(world.person(one)),
  'an account made again': (world, one) => {
    if (!world.people.some(({ isGone }) => isGone)) world.remove(world.person(one));
    const gone = world.people.find(({ isGone }) => isGone);
    if (gone === undefined || world.tenant.account(gone.name) !== undefined) return false;
    world.tenant.identities.remake(gone.name);
    gone.isGone = false;
    return true;
  },
  'a user principal name and address that another had': (world, one, other) => {
    const [from, to] = [world.person(one), world.person(other)];
    if (from === to) return false;
    world.takeOver(from, to);
    return true;
  },
  'two accounts swap names': (world, one, other) => {
    const [from, to] = [world.person(one), world.person(other)];
    if (from === to) return false;
    const [names, between] = [[from.name, to.name], world.fresh()];
    const addresses = [world.addressesOf(from), world.addressesOf(to)];
    world.rename(from, between, [between]);
    world.rename(to, names[0] ?? '', addresses[0] ?? []);
    world.rename(from, names[1] ?? '', addresses[1] ?? []);
    return true;
  },
  'a group with an address that a person had': (world) => {
    world.addGroup(`Group ${world.fresh()}`, world.freed());
  },
  'a group with a name that a person had': (world) => {
    world.addGroup(world.freed(), world.fresh());
  },
  'a group renamed': (world, one) => {
    const group = world.group(one);
    world.renameGroup(group, { name: `Group ${world.fresh()}`, address: world.fresh() });
  },
  'a group deleted': (world, one) => {
    const group = world.group(one);
    world.tenant.identities.removeGroup(group);
    world.groups.splice(world.groups.indexOf(group), 1);
  },
  'a group made again': (world, one) => {
    const group = world.group(one);
    world.tenant.identities.removeGroup(group);
    world.tenant.identities.addGroup({ name: group, members: [0, 1] });
  },
  'two groups swap names': (world, one, other) => {
    const [from, to] = [world.group(one), world.group(other)];
    if (from === to) return false;
    const between = `Group ${world.fresh()}`;
    world.renameGroup(from, { name: between });
    world.renameGroup(to, { name: from });
    world.renameGroup(between, { name: to });
    return true;
  },
} satisfies Readonly<Record<(typeof IDENTITY_CHANGES)[number], Change>>;

/** Makes a change. Returns false if it changed nothing. */
export function changeNames(people: NamedPeople, kind: keyof typeof CHANGES, one: number, other: number): boolean {
  return CHANGES[kind](people, one, other) !== false;
}
