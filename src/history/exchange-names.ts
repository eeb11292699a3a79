import { objectsOf, selectedProperties } from '../exchange/command.ts';
import type { CommandRunner } from '../exchange/command-runner.ts';
import { smtpAddresses } from '../exchange/matched-objects.ts';
import type { Json, JsonObject } from '../json.ts';
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

/** What Exchange Online calls mailboxes now. */
export interface ExchangeNames {
  /** By address: other addresses, IDs, alias and canonical name, in lower case. */
  readonly byAddress: ReadonlyMap<string, readonly string[]>;
  /** Why names are missing. Hostile text until escaped. */
  readonly problems: ReadonlySet<string>;
}

/**
 * The names of mailboxes: records of the audit log have that which the cmdlet was given. Stops at a failure that is not about one mailbox.
 * Rejects with the token's UserError.
 */
export async function exchangeNames(runner: CommandRunner, addresses: readonly string[]): Promise<ExchangeNames> {
  const byAddress = new Map<string, readonly string[]>();
  const problems = new Set<string>();
  for (const address of addresses) {
    const outcome = await runner.run({ cmdlet: 'Get-Mailbox', parameters: { Identity: address }, select: SELECT });
    if (outcome.kind === 'read') {
      const [mailbox, ...others] = selectedProperties(objectsOf(outcome.body), SELECT);
      if (mailbox === undefined || others.length > 0) problems.add('It lists no mailbox, or several.');
      else byAddress.set(address, namesIn(mailbox));
      continue;
    }
    problems.add(outcome.error);
    if (outcome.kind !== 'final') break;
  }
  return { byAddress, problems };
}

function namesIn({ EmailAddresses: addresses = null, Name: name = null, ...single }: JsonObject): readonly string[] {
  return [
    ...[...Object.values(single), name].filter(isText),
    ...smtpAddresses(addresses),
    ...(isText(name) ? [canonicalName(name)] : []),
  ].map((one) => one.toLowerCase());
}

function isText(value: Json): value is string {
  return typeof value === 'string' && value !== '';
}
