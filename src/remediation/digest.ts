import { createHash } from 'node:crypto';
import { comparable, type Change } from './change.ts';

/** The changes in the order of plan.csv, which does not depend on the mailbox list. */
export function sortedChanges(changes: readonly Change[]): readonly Change[] {
  return changes
    .map((change) => ({ change, key: changeKey(change) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ change }) => change);
}

/** The SHA-256 of a plan in hex: the same changes give the same digest on any machine, in any order. */
export function planDigest(changes: readonly Change[]): string {
  const lines = changes.map(changeKey).sort();
  return createHash('sha256').update(lines.join('\n')).digest('hex');
}

function changeKey({ address, rules, item, inboxRule = '', exchange, setting, before, after }: Change): string {
  const values = [comparable(setting, before), comparable(setting, after)];
  const target = [inboxRule, exchange?.cmdlet ?? '', exchange?.identity.toLowerCase() ?? ''];
  return JSON.stringify([address.toLowerCase(), item, setting, ...target, [...rules].sort(), ...values]);
}
