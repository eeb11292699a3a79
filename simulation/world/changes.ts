import type { JsonObject } from '../../tenant/json.ts';
import type { Left } from './parts.ts';
import type { Draws, Streams } from './streams.ts';
import type { WorldChange } from './world.ts';

const MOST_CHANGES = 5;

/**
 * What happens in the tenant until the run.
 *
 * @param addresses of accounts with a mailbox
 * @param when which the streams and parts have before their names
 */
export function changesOf(streams: Streams, left: Left, addresses: readonly string[], when = ''): WorldChange[] {
  const count = streams.of(`${when}changes`).between(0, MOST_CHANGES);
  // An account that was removed or renamed has no further change under its former name.
  const present = new Set(addresses);
  const changes: WorldChange[] = [];
  for (let at = 0; at < count; at += 1) {
    const draws = streams.of(`${when}change ${at}`);
    if (present.size <= 2) break;
    const change = changeOf(draws, at, [...present]);
    if (!left.has(`${when}changes`, String(at))) continue;
    changes.push(...change);
    for (const each of change) {
      if (each.kind === 'rename' || each.kind === 'remove') present.delete(each.address);
    }
  }
  return changes;
}

/** What happens before that: no account gets another name, so that the changes until the run can be any. */
export function earlierChangesOf(streams: Streams, left: Left, addresses: readonly string[]): WorldChange[] {
  return changesOf(streams, left, addresses, 'earlier ').filter(
    ({ kind }) => !['rename', 'remove', 'remake'].includes(kind),
  );
}

function changeOf(draws: Draws, at: number, addresses: readonly string[]): WorldChange[] {
  const [address = '', other = ''] = draws.some(addresses, 2);
  const fresh = `fresh.${at}@contoso.com`;
  return draws.pick<() => WorldChange[]>([
    () => [{ kind: 'settings', address, settings: draws.pick([{ timeZone: 'UTC' }, { dateFormat: 'yyyy-MM-dd' }]) }],
    () => [
      {
        kind: 'settings',
        address,
        settings: {
          automaticRepliesSetting: {
            status: draws.pick(['alwaysEnabled', 'disabled']),
            externalAudience: draws.pick(['all', 'none']),
            internalReplyMessage: 'Away',
            externalReplyMessage: 'Away',
          },
        },
      },
    ],
    () => [{ kind: 'rules', address, rules: [] }],
    () => [
      {
        kind: 'rules',
        address,
        rules: [
          {
            id: `AQAAAJ5dZp${at}`,
            displayName: 'Forward',
            sequence: 1,
            isEnabled: true,
            hasError: false,
            isReadOnly: false,
            conditions: { subjectContains: ['invoice'] },
            actions: {
              forwardTo: [{ emailAddress: { name: 'Alex', address: 'alex@fabrikam.com' } }],
              stopProcessingRules: true,
            },
          },
        ],
      },
    ],
    () => [
      {
        kind: 'exchange',
        address,
        properties: draws.pick([
          { ForwardingSmtpAddress: 'smtp:alex@fabrikam.com' },
          { AuditEnabled: false },
          { HiddenFromAddressListsEnabled: true },
        ]),
      },
    ],
    () => [{ kind: 'account', address, properties: { accountEnabled: draws.has(0.3), department: 'Legal' } }],
    () => [{ kind: 'grant', address, right: draws.pick(['FullAccess', 'SendAs'] as const), trustee: other }],
    () => [{ kind: 'rename', address, names: { userPrincipalName: fresh, smtpAddresses: [fresh] } }],
    () => [{ kind: 'rename', address, names: { userPrincipalName: fresh, smtpAddresses: [fresh, address] } }],
    () => [{ kind: 'remove', address }],
    () => [
      { kind: 'remove', address },
      { kind: 'remake', address, name: address },
    ],
    // Another account takes over an address that is free again.
    () => [
      { kind: 'rename', address, names: { userPrincipalName: fresh, smtpAddresses: [fresh] } },
      { kind: 'rename', address: other, names: { userPrincipalName: address, smtpAddresses: [address] } },
    ],
  ])();
}

/** Who has a mailbox, and who else gets mail. */
export interface Chosen {
  readonly addresses: readonly string[];
  /** Mailboxes without an account. */
  readonly inactive: readonly string[];
  /** The names of contacts. */
  readonly contacts: readonly string[];
}

/** What was chosen long before the first run of what is the same for most mailboxes. */
export function choicesOf(streams: Streams, left: Left, chosen: Chosen): readonly WorldChange[] {
  const draws = streams.of('choices');
  const { addresses, inactive } = chosen;
  const some = draws.some(addresses, draws.between(0, 6)).flatMap((address) => choiceOf(draws, address, chosen));
  const ofInactive = streams.of('choices of inactive mailboxes');
  const kept = ofInactive.some(inactive, ofInactive.between(0, 2)).map((address): WorldChange => {
    const properties = ofInactive.pick([{ RecipientTypeDetails: 'SharedMailbox' }, { ArchiveStatus: 'Active' }]);
    return { kind: 'exchange', address, properties };
  });
  return [...some, ...kept].filter((_, at) => left.has('choices', String(at)));
}

function choiceOf(draws: Draws, address: string, { addresses, contacts }: Chosen): readonly WorldChange[] {
  const exchange = (properties: JsonObject): WorldChange => ({ kind: 'exchange', address, properties });
  return draws.pick<() => readonly WorldChange[]>([
    () => [
      exchange({
        ArchiveQuota: '50 GB (53,687,091,200 bytes)',
        RecoverableItemsQuota: '100 GB (107,374,182,400 bytes)',
      }),
    ],
    () => [exchange({ MaxSendSize: '150 MB (157,286,400 bytes)', MaxReceiveSize: '75 MB (78,643,200 bytes)' })],
    () => [exchange({ RoleAssignmentPolicy: 'Kiosk', OwaMailboxPolicy: 'OwaMailboxPolicy-Kiosk' })],
    () => [{ kind: 'account', address, properties: { createdDateTime: '2026-05-01T06:30:00Z' } }],
    () => (contacts.length === 0 ? [] : [exchange({ ForwardingAddress: draws.pick(contacts) })]),
    () => [{ kind: 'account', address, properties: { userType: 'Guest' } }],
    () => [{ kind: 'grant', address, right: 'FullAccess', trustee: draws.pick(addresses), isInherited: true }],
  ])();
}
