import { DIRECT_MEMBERS_PATH, MAIL_GROUPS_PATH } from '../src/addresses/group-members.ts';
import { GROUP_CMDLETS, GROUP_PROPERTIES } from '../src/addresses/group-settings.ts';
import { RECIPIENT_PROPERTIES } from '../src/addresses/recipients.ts';
import { GROUPS_PERMISSION } from '../src/reports/built-in/access.ts';
import { needs, rowsOf, textsOf, typed } from './answer.ts';
import { cmdlet, lists, type Assumptions } from './assumption.ts';

const GRAPH_API = 'https://learn.microsoft.com/graph/api';
const MODULE = 'https://learn.microsoft.com/powershell/module/exchange';
const ALL = { ResultSize: 'Unlimited' };

/** What the action relies on about recipients and the way of mail. */
export const ADDRESS_LISTINGS: Assumptions = {
  'GRAPH-75': {
    statement: '`members` has the type and the ID of each member of a group itself, `mail` of contacts.',
    documented: `${GRAPH_API}/group-list-members`,
    method: `Requests those of the first five groups. Needs \`${GROUPS_PERMISSION}\`.`,
    check: async (services) => {
      const groups = rowsOf(await services.graphPage(MAIL_GROUPS_PATH)).filter(
        ({ visibility }) => visibility !== 'HiddenMembership',
      );
      needs(groups.length > 0, 'The tenant has no group with an address.');
      typed(groups, { groupTypes: 'list', visibility: 'text null' });
      const urls = textsOf(groups, 'id').map((id) => `/groups/${encodeURIComponent(id)}/${DIRECT_MEMBERS_PATH}`);
      const members = (await services.graphItems(urls.slice(0, 5))).flatMap(rowsOf);
      typed(members, { '@odata.type': 'text', id: 'text', mail: 'text null absent' });
    },
  },
  'EXCHANGE-140': {
    statement:
      '`Get-Recipient` without an identity lists recipients of all kinds, with addresses, both IDs, and whether they are hidden.',
    documented: `${MODULE}/get-recipient`,
    method: 'Runs it.',
    check: lists(cmdlet('Get-Recipient', RECIPIENT_PROPERTIES.join(' '), ALL), {
      Name: 'text',
      DisplayName: 'text',
      RecipientTypeDetails: 'text',
      PrimarySmtpAddress: 'text',
      EmailAddresses: 'list',
      ExternalEmailAddress: 'text null',
      HiddenFromAddressListsEnabled: 'boolean',
      ExternalDirectoryObjectId: 'text null',
      Guid: 'text',
    }),
  },
  'EXCHANGE-141': {
    statement:
      'The cmdlets of groups say whether senders must be authenticated, a boolean, and from whom alone mail is accepted, a list.',
    documented: `${MODULE}/get-distributiongroup; ${MODULE}/get-unifiedgroup`,
    method: `Runs ${GROUP_CMDLETS.map((name) => `\`${name}\``).join(', ')}. Needs a group.`,
    check: async (services) => {
      const ask = GROUP_CMDLETS.map((name) => cmdlet(name, GROUP_PROPERTIES.join(' '), ALL)(services));
      const groups = (await Promise.all(ask)).flatMap(rowsOf);
      needs(groups.length > 0, 'The tenant has no group with an address.');
      typed(groups, {
        Guid: 'text',
        RequireSenderAuthenticationEnabled: 'boolean',
        AcceptMessagesOnlyFromSendersOrMembers: 'list null',
      });
    },
  },
  'EXCHANGE-142': {
    statement:
      'An accepted domain is `Authoritative` or `InternalRelay`; mail to unknown addresses of the first is refused.',
    documented: `${MODULE}/set-accepteddomain#-domaintype`,
    method: 'Runs `Get-AcceptedDomain`.',
    check: lists(
      cmdlet('Get-AcceptedDomain', 'DomainName DomainType'),
      { DomainName: 'text', DomainType: 'text' },
      { DomainType: [/^(?:Authoritative|InternalRelay|ExternalRelay)$/, 'a documented type'] },
    ),
  },
  'EXCHANGE-143': {
    statement: '`ForwardingSmtpAddress` does not count beside `ForwardingAddress`.',
    documented: `${MODULE}/set-mailbox#-forwardingaddress`,
    method: 'The probe only reads.',
  },
  'EXCHANGE-144': {
    statement: 'Mail to a contact, mail user or guest goes to its `ExternalEmailAddress`.',
    documented: `${MODULE}/set-mailuser#-externalemailaddress`,
    method: 'The probe only reads.',
  },
};
