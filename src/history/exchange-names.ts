import { objectsOf, selectedProperties } from '../exchange/command.ts';
import type { CommandRunner } from '../exchange/command-runner.ts';
import { smtpAddresses } from '../exchange/matched-objects.ts';
import type { Json } from '../json.ts';
import { canonicalName } from './audit-log.ts';

const SELECT = [
  'Guid',
  'ExchangeGuid',
  'ExternalDirectoryObjectId',
  'UserPrincipalName',
  'PrimarySmtpAddress',
  'EmailAddresses',
  'Alias',
  'Name',
];

/**
 * The names by which Exchange Online knows a mailbox now, in lower case: addresses, IDs and alias. Records of the audit log name it as the
 * cmdlet did. A sentence if they are not known. Rejects with the token's UserError.
 */
export async function exchangeNames(runner: CommandRunner, address: string): Promise<readonly string[] | string> {
  const outcome = await runner.run({ cmdlet: 'Get-Mailbox', parameters: { Identity: address }, select: SELECT });
  if (outcome.kind !== 'read') return outcome.error;
  const [mailbox, ...others] = selectedProperties(objectsOf(outcome.body), SELECT);
  if (mailbox === undefined || others.length > 0) return 'It lists no mailbox with this address, or several.';
  const { EmailAddresses: addresses = null, Name: name = null, ...single } = mailbox;
  return [
    ...[...Object.values(single), name].filter(isText),
    ...smtpAddresses(addresses),
    ...(isText(name) ? [canonicalName(name)] : []),
  ].map((one) => one.toLowerCase());
}

function isText(value: Json): value is string {
  return typeof value === 'string' && value !== '';
}
