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
