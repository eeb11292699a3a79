import type { Json } from '../json.ts';
import type { Cmdlet } from './cmdlet.ts';
import { notSimulated } from './errors.ts';
import { otherRecipients, RECIPIENT_PROPERTIES, type Recipient } from './recipients.ts';
import { rowsOfList, type Property } from './rows.ts';

/** What the cmdlets about groups return besides what every recipient has. https://learn.microsoft.com/powershell/module/exchange/get-distributiongroup */
const GROUP_PROPERTIES: readonly Property<Recipient>[] = [
  ...RECIPIENT_PROPERTIES.filter(([name]) => name !== 'ExternalEmailAddress'),
  // New groups refuse senders outside.
  ['RequireSenderAuthenticationEnabled', 'plain', ({ group }) => group?.acceptsOutsiders !== true],
  ['AcceptMessagesOnlyFromSendersOrMembers', 'list', ({ group }): Json => [...(group?.acceptsOnlyFrom ?? [])]],
  ['ModerationEnabled', 'plain', () => false],
  ['HiddenGroupMembershipEnabled', 'plain', ({ group }) => group?.visibility === 'HiddenMembership'],
];

function groupCmdlet(name: string, types: readonly string[]): Cmdlet {
  return {
    name,
    role: 'View-Only Recipients',
    parameters: { Identity: 'text', ResultSize: 'size', Filter: 'other', RecipientTypeDetails: 'other' },
    run: (values, { directory, lacks }) => {
      if (values.has('Identity')) return notSimulated(`${name} with an Identity`);
      const groups = otherRecipients(directory.organisation).filter(({ type }) => types.includes(type));
      return rowsOfList(groups, GROUP_PROPERTIES, (property) => lacks('', property));
    },
  };
}

export const GROUP_CMDLETS: readonly Cmdlet[] = [
  groupCmdlet('Get-DistributionGroup', ['MailUniversalDistributionGroup', 'MailUniversalSecurityGroup', 'RoomList']),
  groupCmdlet('Get-DynamicDistributionGroup', ['DynamicDistributionGroup']),
  groupCmdlet('Get-UnifiedGroup', ['GroupMailbox']),
];
