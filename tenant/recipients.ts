import type { JsonObject } from './json.ts';
import type { Chance } from './chance.ts';
import type { People } from './people.ts';

/** A mail address as Graph gives it. https://learn.microsoft.com/graph/api/resources/emailaddress */
export type EmailAddress = Record<'name' | 'address', string>;

/** A recipient in the organisation. */
export function insider(people: People, chance: Chance): EmailAddress {
  const position = people.anybody(chance);
  return { name: people.person(position).displayName, address: people.addresses[position] ?? `info@${people.domain}` };
}

/** A recipient in another organisation. */
export function outsider(people: People, chance: Chance): EmailAddress {
  const position = people.anybody(chance);
  const { displayName } = people.person(position);
  const { hasHostileTexts, outside } = people.habits;
  if (!hasHostileTexts) {
    const [local = ''] = (people.addresses[position] ?? '').split('@', 1);
    return { name: displayName, address: `${local}@${chance.pick(outside)}` };
  }
  const address = `${chance.pick(['a', 'me', 'private', 'office'])}.${chance.below(1000)}@${chance.pick(outside)}`;
  const name = chance.next();
  // A display name may be anything, such as an address inside.
  return { name: name < 0.1 ? `boss@${people.domain}` : name < 0.4 ? address : displayName, address };
}

/** A recipient of a rule: `{emailAddress: ...}`. */
export function target(people: People, chance: Chance): JsonObject {
  return { emailAddress: targetAddress(people, chance) };
}

function targetAddress(people: People, chance: Chance): JsonObject {
  const lot = chance.next();
  if (lot < 0.4) return outsider(people, chance);
  const { name, address } = insider(people, chance);
  const [local = ''] = address.split('@', 1);
  if (lot < 0.6) return { name, address };
  if (lot < 0.68) return { name, address: `${local}@emea.${people.domain}` };
  if (lot < 0.76) return { name, address: address.toUpperCase() };
  // A recipient without a mailbox, or only in the directory.
  if (lot < 0.88)
    return {
      name,
      address: `/o=ExchangeLabs/ou=Exchange Administrative Group (FYDIBOHF23SPDLT)/cn=Recipients/cn=${chance.hex(32)}-${local.replace(/[^a-z]/gi, '')}`,
    };
  return lot < 0.94 ? { name } : { name, address: null };
}
