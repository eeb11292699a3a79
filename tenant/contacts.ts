import { Chance } from './chance.ts';
import type { JsonObject } from './json.ts';
import type { People } from './people.ts';

/** https://learn.microsoft.com/graph/api/resources/contact */
export const CONTACT_PROPERTIES = [
  'id',
  'createdDateTime',
  'lastModifiedDateTime',
  'displayName',
  'givenName',
  'surname',
  'companyName',
  'jobTitle',
  'emailAddresses',
  'businessPhones',
  'mobilePhone',
] as const;
/** https://learn.microsoft.com/graph/api/resources/person */
export const PERSON_PROPERTIES = [
  'id',
  'displayName',
  'givenName',
  'surname',
  'companyName',
  'jobTitle',
  'userPrincipalName',
  'scoredEmailAddresses',
  'personType',
] as const;
/** Items a page without `$top`. https://learn.microsoft.com/graph/api/user-list-contacts */
export const CONTACTS_A_PAGE = 10;

const COMPANIES = ['Fabrikam', 'Woodgrove Bank', 'Adatum'] as const;
const HOSTILE_COMPANIES = [...COMPANIES, '=HYPERLINK("http://example.com")', 'Müller; Söhne'] as const;

/** The contacts in the default folder of a mailbox. */
export function contacts({ habits }: People, position: number, seed: number): JsonObject[] {
  const chance = new Chance(seed ^ 0x636f6e74, position);
  return Array.from({ length: chance.below(14) }, (_, at) => {
    const companyName = chance.pick(habits.hasHostileTexts ? HOSTILE_COMPANIES : COMPANIES);
    const surname = `Partner ${at + 1}`;
    const address = `partner${at + 1}@fabrikam.example`;
    return {
      id: `AAMkContact${chance.hex(12)}`,
      createdDateTime: '2025-05-05T08:00:00Z',
      lastModifiedDateTime: '2026-01-07T09:30:00Z',
      displayName: `Alex ${surname}`,
      givenName: 'Alex',
      surname,
      companyName,
      jobTitle: null,
      emailAddresses: chance.next() < 0.2 ? [] : [{ name: `Alex ${surname}`, address }],
      businessPhones: [],
      mobilePhone: null,
    };
  });
}

/** The people that are relevant to a user, the most relevant first. */
export function relevantPeople(people: People, position: number, seed: number): JsonObject[] {
  const chance = new Chance(seed ^ 0x70656f70, position);
  return Array.from({ length: chance.below(13) }, (_, at) => {
    const other = chance.below(people.addresses.length);
    const { displayName } = people.person(other);
    const address = people.addresses[other] ?? '';
    return {
      id: people.objectId(other),
      displayName,
      givenName: null,
      surname: null,
      companyName: null,
      jobTitle: null,
      userPrincipalName: address,
      scoredEmailAddresses: [{ address, relevanceScore: 30 - at, selectionLikelihood: 'notSpecified' }],
      personType: { class: 'Person', subclass: 'OrganizationUser' },
    };
  });
}
