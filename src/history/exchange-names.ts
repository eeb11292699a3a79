import { objectsOf, selectedProperties } from '../exchange/command.ts';
import type { CommandRunner } from '../exchange/command-runner.ts';
import { smtpAddresses } from '../exchange/matched-objects.ts';
import type { Json, JsonObject } from '../json.ts';
import { canonicalName } from './audit-log.ts';

const NAMES = ['Guid', 'ExternalDirectoryObjectId', 'PrimarySmtpAddress', 'EmailAddresses', 'Alias', 'Name'];
/** The properties that are names. */
export const NAME_PROPERTIES = {
  'Get-Mailbox': [...NAMES, 'ExchangeGuid', 'UserPrincipalName'],
  // Also of a group.
  'Get-Recipient': NAMES,
};

/** What Exchange Online calls mailboxes or recipients now. */
export interface ExchangeNames {
  /** By address: other addresses, IDs, alias and canonical name, in lower case. */
  readonly byAddress: ReadonlyMap<string, readonly string[]>;
  /** Why names are missing. Hostile text until escaped. */
  readonly problems: ReadonlySet<string>;
}

/**
 * The names of mailboxes, or of recipients: records of the audit log have that which the cmdlet was given. Stops at a failure that is not
 * about one of them. Rejects with the token's UserError.
 */
export async function exchangeNames(
  runner: CommandRunner,
  cmdlet: keyof typeof NAME_PROPERTIES,
  addresses: readonly string[],
): Promise<ExchangeNames> {
  const select = NAME_PROPERTIES[cmdlet];
  const byAddress = new Map<string, readonly string[]>();
  const problems = new Set<string>();
  for (const address of addresses) {
    const outcome = await runner.run({ cmdlet, parameters: { Identity: address }, select });
    if (outcome.kind === 'read') {
      const [mailbox, ...others] = selectedProperties(objectsOf(outcome.body), select);
      if (mailbox === undefined || others.length > 0) problems.add('It lists none of this address, or several.');
      else byAddress.set(address, namesOf(mailbox));
      continue;
    }
    problems.add(outcome.error);
    if (outcome.kind !== 'final') break;
  }
  return { byAddress, problems };
}

/** The names in an object with properties of `NAME_PROPERTIES`, in lower case. */
export function namesOf({
  EmailAddresses: addresses = null,
  Name: name = null,
  ...single
}: JsonObject): readonly string[] {
  return [
    ...[...Object.values(single), name].filter(isText),
    ...smtpAddresses(addresses),
    ...(isText(name) ? [canonicalName(name)] : []),
  ].map((one) => one.toLowerCase());
}

function isText(value: Json): value is string {
  return typeof value === 'string' && value !== '';
}
