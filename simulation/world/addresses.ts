import type { GroupOptions, TenantOptions } from '../../tenant/tenant.ts';
import type { JsonObject } from '../../tenant/json.ts';
import type { Left } from './parts.ts';
import type { Streams } from './streams.ts';

type Exchange = NonNullable<TenantOptions['exchange']>;

/** What mail depends on besides mailboxes. */
export interface WorldAddresses {
  readonly recipients: NonNullable<Exchange['recipients']>;
  readonly domains: NonNullable<Exchange['domains']>;
  readonly groups: readonly GroupOptions[];
  readonly rules: readonly JsonObject[];
}

const RECIPIENTS: WorldAddresses['recipients'] = [
  { name: 'Partner Desk', type: 'MailContact', externalAddress: 'desk@fabrikam.com' },
  // Its external address is the address of another recipient.
  { name: 'Second Desk', type: 'MailContact', address: 'desk@contoso.com', externalAddress: 'Desk@fabrikam.com' },
  {
    name: 'Former Colleague',
    type: 'MailContact',
    address: 'former@contoso.com',
    externalAddress: 'former@adatum.com',
    otherAddresses: ['smtp:leaver@contoso.com', 'X500:/o=contoso/cn=former'],
    isHidden: true,
  },
  // Two have the same external address.
  { name: 'Also Former', type: 'MailContact', address: 'also@contoso.com', externalAddress: 'former@adatum.com' },
  { name: 'Guest', type: 'GuestMailUser', externalAddress: 'guest@mail.example' },
  { name: 'Remote', type: 'MailUser', address: 'remote@contoso.com', externalAddress: 'remote@relay.contoso.com' },
  { name: 'Lost', type: 'MailUser', address: 'lost@contoso.com' },
];
const DOMAINS: WorldAddresses['domains'] = [
  { name: 'relay.contoso.com', type: 'InternalRelay' },
  { name: 'mail.example', matchSubDomains: true },
];
const RULES: readonly JsonObject[] = [
  { Name: 'External', FromScope: 'NotInOrganization', PrependSubject: '[EXTERNAL] ' },
  { Name: 'Off', State: 'Disabled', RedirectMessageTo: ['books@fabrikam.com'] },
  { Name: 'Tried', Mode: 'Audit', BlindCopyTo: ['archive@contoso.com'] },
  { Name: 'Over', AddToRecipients: ['agency@fabrikam.com'], ExpiryDate: '2026-08-31T22:00:00.0000000+00:00' },
];
const SENDING: readonly JsonObject[] = [
  // One recipient may be a text.
  { Name: 'Invoices', RedirectMessageTo: 'books@fabrikam.com' },
  { Name: 'Archive', BlindCopyTo: ['archive@contoso.com'] },
];
const [OUTER, INNER] = ['Outer List', 'Inner List'];

/** @param people addresses */
export function mailOf(streams: Streams, left: Left, people: readonly string[]): WorldAddresses {
  const draws = streams.of('addresses');
  const hasRecipients = draws.has(0.7) && left.has('recipients');
  const rules = draws.has(0.3) ? draws.some(SENDING, 1) : [];
  return {
    recipients: [
      ...(hasRecipients ? draws.some(RECIPIENTS, draws.between(1, RECIPIENTS.length)) : []),
      ...(hasRecipients && draws.has(0.15)
        ? [{ name: 'Posts', type: 'PublicFolder' as const, address: 'posts@contoso.com' }]
        : []),
    ],
    domains: draws.has(0.5) && left.has('domains') ? draws.some(DOMAINS, draws.between(1, 2)) : [],
    groups: draws.has(0.6) && left.has('lists') ? groupsOf(streams, people) : [],
    rules: left.has('mail flow rules') ? [...draws.some(RULES, draws.between(0, 2)), ...rules] : [],
  };
}

/** Lists in lists, which may lead back, with people and contacts. */
function groupsOf(streams: Streams, people: readonly string[]): readonly GroupOptions[] {
  const draws = streams.of('lists of the tenant');
  const others = ['desk@fabrikam.com', 'former@contoso.com', 'guest@mail.example', 'nobody@adatum.com'];
  const some = (): string[] => [...draws.some(people, draws.between(0, 2)), ...draws.some(others, draws.between(0, 2))];
  return [
    {
      name: OUTER,
      kind: 'distribution',
      members: [...some(), INNER],
      acceptsOutsiders: draws.has(0.5),
      isHiddenFromLists: draws.has(0.3),
    },
    {
      name: INNER,
      kind: 'distribution',
      members: [...some(), ...(draws.has(0.3) ? [OUTER] : [])],
      acceptsOutsiders: draws.has(0.5),
      acceptsOnlyFrom: draws.has(0.3) ? [OUTER] : [],
    },
    { name: 'Empty List', kind: 'distribution', members: [] },
    ...(draws.has(0.15) ? [{ name: 'Everybody', kind: 'dynamic' as const, members: [] }] : []),
  ];
}
