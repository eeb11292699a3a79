import { property } from '../json.ts';
import { objectsOf } from './command.ts';
import { BATCH_SIZE } from './batch-size.ts';
import type { ExchangeOutcome } from './outcome.ts';
import type { ExchangeRequests } from './requests.ts';

const SELECT = ['PrimarySmtpAddress', 'ExternalEmailAddress'];

/**
 * The addresses of recipients of the directory by the name that other objects have for them: the external address of a
 * contact, else the primary one. A name that no recipient has, or several, is left out: its address is unknown.
 */
export async function resolveRecipients(
  names: readonly string[],
  requests: Pick<ExchangeRequests, 'batch'>,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let at = 0; at < names.length; at += BATCH_SIZE) {
    const some = names.slice(at, at + BATCH_SIZE);
    const outcomes = await requests.batch(
      some.map((name) => ({ cmdlet: 'Get-Recipient', parameters: { Identity: name }, select: SELECT })),
    );
    for (const [place, name] of some.entries()) {
      const address = addressIn(outcomes[place]);
      if (address !== undefined) found.set(name, address);
    }
  }
  return found;
}

function addressIn(outcome: ExchangeOutcome | undefined): string | undefined {
  if (outcome?.kind !== 'read') return undefined;
  const recipients = objectsOf(outcome.body);
  if (recipients.length !== 1) return undefined;
  for (const name of ['ExternalEmailAddress', 'PrimarySmtpAddress']) {
    const address = property(recipients[0], name);
    if (typeof address === 'string' && address !== '') return address;
  }
  return undefined;
}
