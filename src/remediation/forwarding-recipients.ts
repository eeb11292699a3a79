import { objectsOf, selectedProperties } from '../exchange/command.ts';
import { isGuid, textIn } from '../json.ts';
import { mailboxProperties } from '../reports/built-in/mailbox-properties.ts';
import type { Exchange } from '../source/exchange-source.ts';
import { targetKey, type PlannedChange } from './change.ts';
import type { RestoreBasis, UndoBasis } from './remediation-inputs.ts';
import type { RestoreSource } from './restore/restore-source.ts';
import { FORWARDING } from './targets/mailbox-cmdlet.ts';
import { outcomesOf, recipientsNamed } from './targets/trustee-identity.ts';
import type { FormerForwarding } from './undo-file.ts';

const RECIPIENT = 'ForwardingAddress';
const ADDRESS = 'ForwardingSmtpAddress';

/** Reads what an undo must know of forwarding, right before changes. Rejects as `CommandRunner.batch` does. */
export async function formerForwarding(
  changes: readonly PlannedChange[],
  exchange: Exchange | undefined,
): Promise<FormerForwarding> {
  const named = await recipientsOf(changes, 'before', exchange);
  const recipients = new Map(
    named.flatMap(({ change, recipient }): [PlannedChange, string][] =>
      isGuid(recipient?.guid) ? [[change, recipient.guid]] : [],
    ),
  );
  return { recipients, ignored: await ignoredAddresses(changes, exchange) };
}

async function ignoredAddresses(
  changes: readonly PlannedChange[],
  exchange: Exchange | undefined,
): Promise<ReadonlySet<PlannedChange>> {
  const withRecipient = new Set(changes.filter(({ setting }) => setting === RECIPIENT).map(mailboxOf));
  const alone = changes.filter(
    (change) =>
      change.setting === ADDRESS && typeof change.before === 'string' && !withRecipient.has(mailboxOf(change)),
  );
  if (exchange === undefined || alone.length === 0) return new Set(alone);
  const select = ['Guid', RECIPIENT];
  const outcomes = await outcomesOf(alone.map(mailboxOf), { cmdlet: 'Get-Mailbox', select }, exchange.runner);
  return new Set(
    alone.filter((change) => {
      const outcome = outcomes.get(mailboxOf(change));
      const [mailbox] = outcome?.kind === 'read' ? selectedProperties(objectsOf(outcome.body), select) : [];
      return mailbox?.[RECIPIENT] !== null;
    }),
  );
}

/**
 * The changes of forwarding in mailboxes that would forward to a recipient whose name is not known to be that of the former recipient.
 * Rejects as `CommandRunner.batch` does.
 */
export async function unknownRecipients(
  changes: readonly PlannedChange[],
  basis: RestoreBasis | UndoBasis,
  exchange: Exchange | undefined,
): Promise<ReadonlySet<PlannedChange>> {
  const named = await recipientsOf(changes, 'after', exchange);
  const unknown = new Set(
    named.flatMap(({ change, name, recipient }) => {
      const [then = '', now] =
        basis.kind === 'restore'
          ? [keptRecipient(change, basis.kept), recipient?.id]
          : [basis.undo.recipients.get(targetKey(change)), recipient?.guid];
      const isSame = then !== '' && then.toLowerCase() === now?.toLowerCase();
      return isSame && isNameOf(name, recipient) ? [] : mailboxOf(change);
    }),
  );
  return new Set(changes.filter((change) => FORWARDING.includes(change.setting) && unknown.has(mailboxOf(change))));
}

/** Whether a change sets an address back that had no effect, as its undo file says. */
export function isIgnoredAddress(change: PlannedChange, basis: RestoreBasis | UndoBasis): boolean {
  return basis.kind === 'undo' && change.setting === ADDRESS && basis.undo.ignored.has(targetKey(change));
}

/** Who has the names now to which changes forward, before them or after. */
async function recipientsOf(
  changes: readonly PlannedChange[],
  side: 'before' | 'after',
  exchange: Exchange | undefined,
) {
  const named = changes.flatMap((change) => {
    const { setting, [side]: name } = change;
    return setting === RECIPIENT && typeof name === 'string' && name !== '' ? [{ change, name }] : [];
  });
  const names = named.map(({ name }) => name);
  const found = exchange === undefined || names.length === 0 ? [] : await recipientsNamed(names, exchange.runner);
  return named.map(({ change, name }, at) => ({ change, name, recipient: found[at] }));
}

/** Whether Exchange shows a recipient by this text: it also finds recipients by alias, and then shows another text than was written. */
function isNameOf(text: string, recipient: { readonly name: string } | undefined): boolean {
  const isPath = /[/=]/.test(text);
  return recipient !== undefined && (isPath || text.toLowerCase() === recipient.name.toLowerCase());
}

/** The object ID of the recipient that the report shows; '' if it does not say it. */
function keptRecipient({ address, mailboxId: account, guid }: PlannedChange, kept: RestoreSource): string {
  const ids = { account, guid: isGuid(guid) ? guid : undefined };
  const [row] = kept.mailboxOf(address, ids)?.results.get(mailboxProperties.name)?.rows ?? [];
  return textIn(row?.identity, 'recipientId');
}

function mailboxOf({ guid, address }: PlannedChange): string {
  return (isGuid(guid) ? guid : address).toLowerCase();
}
