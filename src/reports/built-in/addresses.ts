import type { ReadTable } from '../table.ts';
import { GROUPS_PERMISSION } from './access.ts';
import { oneOf, TEXT, TEXTS, typedColumns } from './column-types.ts';

const YES_OR_NO = oneOf('yes', 'no');
/** `Lands` of mail that ends nowhere. */
export const NOWHERE = 'nowhere';
/** How the last step of a route begins that may go on elsewhere. The names of rules and domains follow. */
export const NOT_FOLLOWED = 'mail flow rules and connectors are not followed';

/** Every address of the tenant: whose it is, and where mail to it ends. */
export const addresses: ReadTable = {
  about: 'tenant',
  name: 'addresses',
  answers: 'Whose each address is, and where mail to it ends',
  source: 'listings',
  // The members of groups. The table is useful without them.
  permissions: ['Exchange.ManageAsApp', GROUPS_PERMISSION],
  cmdlets: [
    'Get-Recipient',
    'Get-Mailbox',
    'Get-AcceptedDomain',
    'Get-TransportRule',
    'Get-DistributionGroup',
    'Get-DynamicDistributionGroup',
    'Get-UnifiedGroup',
  ],
  unit: 'address',
  rows: 'value',
  item: ['Address'],
  row: ['Owner'],
  inView: { phrase: 'addresses' },
  ...typedColumns({
    Address: ['Address', TEXT],
    Owner: ['Owner', TEXT],
    OwnerName: ['OwnerName', TEXT],
    OwnerType: ['OwnerType', TEXT],
    Primary: ['Primary', YES_OR_NO],
    Domain: ['Domain', TEXT],
    DomainAccepted: ['DomainAccepted', YES_OR_NO],
    Hidden: ['Hidden', YES_OR_NO],
    Lands: ['Lands', TEXTS],
    Route: ['Route', TEXTS],
    OutsideSenders: ['OutsideSenders', oneOf('accepted', 'refused')],
  }),
  sentences: {
    Owner: '{Address} belongs to {Owner}',
    OwnerName: '{Address} belongs to {OwnerName}',
    OwnerType: '{Address} belongs to a recipient of the type {OwnerType}',
    Primary: { yes: '{Address} is a primary address', no: '{Address} is a further address of {Owner}' },
    Domain: '{Address} is in the domain {Domain}',
    DomainAccepted: {
      yes: 'The domain of {Address} is an accepted domain',
      no: 'The domain of {Address} is no accepted domain: mail to it does not arrive at the tenant',
    },
    Hidden: {
      yes: '{Owner} is hidden from address lists',
      no: '{Owner} is in address lists',
    },
    Lands: { '': 'Where mail to {Address} ends is not known', '*': 'Mail to {Address} ends at {Lands}' },
    Route: { '': 'Mail to {Address} is not sent on', '*': 'Mail to {Address} is sent on: {Route}' },
    OutsideSenders: {
      accepted: '{Owner} accepts mail of senders outside',
      refused: '{Owner} refuses mail of senders outside',
    },
  },
};
