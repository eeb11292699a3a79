import { describe, expect, test } from '@jest/globals';
import { MailboxCounts } from '../../src/totals/mailbox-counts.ts';
import { readRow, unreadableRow } from '../outputs/rows.ts';

describe('the counts of mailboxes', () => {
  test('are of mailboxes, read and unreadable by status', () => {
    const counts = new MailboxCounts();
    counts.add(readRow('a@x.y', []));
    counts.add(unreadableRow('d@x.y', 'not-found', 'gone', 4, 2));
    counts.add(unreadableRow('e@x.y', 'cancelled', '', 5, 2));
    expect([counts.total, counts.read, counts.unreadable]).toEqual([3, 1, 2]);
    expect([counts.unreadableBy('not-found'), counts.unreadableBy('cancelled'), counts.unreadableBy('failed')]).toEqual(
      [1, 1, 0],
    );
    expect(counts.unreadableMailboxes('not-found')).toEqual([
      { address: 'd@x.y', file: 'mailboxes.txt', line: 4, error: 'gone' },
    ]);
    expect(counts.unreadableMailboxes('failed')).toEqual([]);
  });

  test('name the domain of most mailboxes that were read', () => {
    const counts = new MailboxCounts();
    expect(counts.domain).toBeUndefined();
    for (const address of ['a@x.y', 'b@Contoso.com', 'c@contoso.com']) counts.add(readRow(address, []));
    for (const name of ['d', 'e', 'f']) counts.add(unreadableRow(`${name}@partner.com`, 'not-found', ''));
    expect(counts.domain).toBe('contoso.com');
  });

  test('keeps the first twenty of a status and counts the others, with shortened errors', () => {
    const counts = new MailboxCounts();
    for (let i = 0; i < 1_500; i++) counts.add(unreadableRow(`m${i}@x.y`, 'throttled', 'e'.repeat(5_000), i));
    expect(counts.unreadableBy('throttled')).toBe(1_500);
    const kept = counts.unreadableMailboxes('throttled');
    expect(kept.map(({ line }) => line)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(kept[0]?.error).toBe(`${'e'.repeat(299)}…`);
  });
});
