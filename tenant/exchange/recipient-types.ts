import { unsuitableValue, type ExchangeAnswer } from './errors.ts';

/** https://learn.microsoft.com/powershell/module/exchange/get-mailbox#-recipienttypedetails */
const MAILBOX_TYPES = [
  'DiscoveryMailbox',
  'EquipmentMailbox',
  'GroupMailbox',
  'LegacyMailbox',
  'LinkedMailbox',
  'LinkedRoomMailbox',
  'RoomMailbox',
  'SchedulingMailbox',
  'SharedMailbox',
  'TeamMailbox',
  'UserMailbox',
];

/** The members of an enumeration that a command names. PowerShell takes the start of a name, if only one has it. */
export function recipientTypes(
  texts: readonly string[],
  members: readonly string[] = MAILBOX_TYPES,
): ReadonlySet<string> | ExchangeAnswer {
  const types = new Set<string>();
  for (const text of texts.flatMap((one) => one.split(',')).map((one) => one.trim().toLowerCase())) {
    const exact = members.find((member) => member.toLowerCase() === text);
    const [first, ...more] =
      exact === undefined ? members.filter((one) => one.toLowerCase().startsWith(text)) : [exact];
    if (first === undefined || more.length > 0) {
      return unsuitableValue(
        'RecipientTypeDetails',
        `Cannot convert value "${text}" to type "Microsoft.Exchange.Data.Directory.Recipient.RecipientTypeDetails[]". Specify one of the following enumerator names and try again: ${members.join(', ')}`,
      );
    }
    types.add(first);
  }
  return types;
}
