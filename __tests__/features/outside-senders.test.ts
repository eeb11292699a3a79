import { expect, test } from '@jest/globals';
import { outsideSenders } from '../../src/features/outside-senders.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { runSummary } from '../support/run-summary.ts';

const SUMMARY = runSummary({ durationMs: 1 });

test.each([
  [['inbox-rules'], 'by inbox rule', 'not read: forwarding of the mailbox'],
  [['mailbox-properties'], 'by forwarding of the mailbox', 'not read: inbox rules'],
  [['mailbox-properties', 'inbox-rules'], 'by any way', undefined],
])('a run of %j counts the mailboxes that send mail outside %s', (names, by, note) => {
  const reports = [...builtInReports.values()].filter(({ name }) => names.includes(name));
  const [tile] = outsideSenders(reports)?.tiles?.(SUMMARY) ?? [];
  expect(tile?.unit).toEqual([`mailbox sends mail outside, ${by}`, `mailboxes send mail outside, ${by}`]);
  expect(tile?.note).toBe(note);
});

test('a run without a report about such mailboxes says nothing about them', () => {
  const reports = [...builtInReports.values()].filter(({ name }) => name === 'mailbox-settings');
  expect(outsideSenders(reports)).toBeUndefined();
});
