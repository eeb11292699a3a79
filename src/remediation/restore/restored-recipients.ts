import { isGuid, textIn } from '../../json.ts';
import { mailboxProperties } from '../../reports/built-in/mailbox-properties.ts';
import type { Exchange } from '../../source/exchange-source.ts';
import type { PlannedChange } from '../change.ts';
import { FORWARDING } from '../targets/mailbox-cmdlet.ts';
import { recipientIds } from '../targets/trustee-identity.ts';
import type { RestoreSource } from './restore-source.ts';

const RECIPIENT = 'ForwardingAddress';

/**
 * The changes of forwarding in mailboxes that would forward to a recipient whose name is not known to be that of the recipient of the report.
 * Rejects as `CommandRunner.batch` does.
 */
export async function unknownRecipients(
  changes: readonly PlannedChange[],
  kept: RestoreSource,
  exchange: Exchange | undefined,
): Promise<ReadonlySet<PlannedChange>> {
  const named = changes.flatMap((change) =>
    change.setting === RECIPIENT && typeof change.after === 'string' ? [{ change, name: change.after }] : [],
  );
  if (named.length === 0) return new Set();
  const names = named.map(({ name }) => name);
  const present = exchange === undefined ? [] : await recipientIds(names, exchange.runner);
  const unknown = new Set(
    named.flatMap(({ change }, at) => {
      const then = keptRecipient(change, kept);
      return then !== '' && then === present[at]?.toLowerCase() ? [] : mailboxOf(change);
    }),
  );
  return new Set(changes.filter((change) => FORWARDING.includes(change.setting) && unknown.has(mailboxOf(change))));
}

/** The object ID of the recipient that the report shows; '' if it does not say it. */
function keptRecipient({ address, mailboxId: account, guid }: PlannedChange, kept: RestoreSource): string {
  const ids = { account, guid: isGuid(guid) ? guid : undefined };
  const [row] = kept.mailboxOf(address, ids)?.results.get(mailboxProperties.name)?.rows ?? [];
  return textIn(row?.identity, 'recipientId').toLowerCase();
}

function mailboxOf({ guid, address }: PlannedChange): string {
  return (isGuid(guid) ? guid : address).toLowerCase();
}
