import { expect, test } from '@jest/globals';
import type { JsonObject } from '../../../src/json.ts';
import { archives } from '../../../src/reports/built-in/archives.ts';
import { isExchangeReport } from '../../../src/reports/definition.ts';
import { collectedRows } from '../collected-rows.ts';

const GB = 2 ** 30;
const size = (gigabytes: number): string => `${gigabytes} GB (${(gigabytes * GB).toLocaleString('en-US')} bytes)`;
const PLAIN: JsonObject = {
  ArchiveStatus: 'None',
  ArchiveGuid: '00000000-0000-0000-0000-000000000000',
  ArchiveQuota: size(100),
  AutoExpandingArchiveEnabled: false,
  RecoverableItemsQuota: size(30),
  LitigationHoldEnabled: false,
  InPlaceHolds: [],
  ComplianceTagHoldApplied: false,
  DelayHoldApplied: false,
  DelayReleaseHoldApplied: false,
};
const ARCHIVED: JsonObject = { ...PLAIN, ArchiveStatus: 'Active' };
const HELD: JsonObject = { ...PLAIN, LitigationHoldEnabled: true, RecoverableItemsQuota: size(100) };
const OF_ARCHIVE: JsonObject = { TotalItemSize: size(95), TotalDeletedItemSize: size(2) };
const OF_MAILBOX: JsonObject = { TotalDeletedItemSize: size(60) };

/** The cells of a mailbox in the order of the columns; `?` for what is not known. */
function cellsOf(
  mailbox: JsonObject,
  archive: JsonObject[] = [],
  primary: JsonObject[] = [],
  config: JsonObject = { AutoExpandingArchiveEnabled: false },
) {
  const answer = { value: archive, mailbox: [mailbox], primary, organization: { config } };
  const [row] = collectedRows(archives, answer);
  return Object.entries(row?.cells ?? {}).map(([name, cell]) => (row?.incomplete.includes(name) === true ? '?' : cell));
}

test('runs the cmdlet only for active archives, and for mailboxes that a hold keeps', () => {
  if (!isExchangeReport(archives)) throw new Error('no report of Exchange Online');
  const { onlyIf, beside = {} } = archives.request;
  const asked = (mailbox: JsonObject) => [onlyIf?.(mailbox), beside.primary?.onlyIf?.(mailbox)];
  const { ArchiveStatus, ...withoutStatus } = PLAIN;
  expect(ArchiveStatus).toBe('None');
  expect(
    [PLAIN, ARCHIVED, HELD, { ...ARCHIVED, InPlaceHolds: ['UniH1'] }, { ...PLAIN, InPlaceHolds: ['-mbx1'] }].map(asked),
  ).toEqual([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
    [false, false],
  ]);
  expect(
    [withoutStatus, { ...withoutStatus, ArchiveGuid: 'a0c41e00-5a4b-4c1e-9f3b-2d7c1a9e8b10' }, {}].map(asked),
  ).toEqual([
    [false, false],
    [true, false],
    [false, false],
  ]);
});

test('shows how full an archive is, and the larger recoverable items', () => {
  expect(cellsOf(PLAIN)).toEqual([null, null, null, null, null]);
  expect(cellsOf(ARCHIVED, [OF_ARCHIVE])).toEqual([95, 100, 95, 2, 30]);
  expect(cellsOf(HELD, [], [OF_MAILBOX])).toEqual([null, null, null, 60, 100]);
  expect(cellsOf({ ...HELD, ArchiveStatus: 'Active' }, [OF_ARCHIVE], [OF_MAILBOX])).toEqual([95, 100, 95, 60, 100]);
  expect(cellsOf({ ...ARCHIVED, ArchiveQuota: 'Unlimited' }, [OF_ARCHIVE])).toEqual([95, null, null, 2, 30]);
});

test('an archive that expands by itself has no percentage', () => {
  const expands = { AutoExpandingArchiveEnabled: true };
  for (const cells of [
    cellsOf({ ...ARCHIVED, ...expands }, [OF_ARCHIVE]),
    cellsOf(ARCHIVED, [OF_ARCHIVE], [], expands),
  ])
    expect(cells).toEqual([95, 100, null, 2, 30]);
});

test('does not take what the service leaves out for no archive, or an empty one', () => {
  expect(cellsOf({})).toEqual(['?', '?', '?', '?', '?']);
  expect(cellsOf(ARCHIVED)).toEqual(['?', 100, '?', '?', 30]);
  expect(cellsOf(ARCHIVED, [{ TotalItemSize: 'a lot' }])).toEqual(['?', 100, '?', '?', 30]);
  const { LitigationHoldEnabled, ...open } = ARCHIVED;
  expect(LitigationHoldEnabled).toBe(false);
  // A hold may let the recoverable items of the mailbox grow, of which nothing was read.
  expect(cellsOf(open, [OF_ARCHIVE])).toEqual([95, 100, 95, '?', 30]);
  expect(cellsOf({ ...open, ArchiveStatus: 'None' })).toEqual([null, null, null, '?', '?']);
  expect(cellsOf({ ...PLAIN, ArchiveStatus: 'HostedPending' })).toEqual(['?', '?', '?', '?', '?']);
});

test('has no percentage if the service does not say whether archives expand', () => {
  const { AutoExpandingArchiveEnabled, ...silent } = ARCHIVED;
  expect(AutoExpandingArchiveEnabled).toBe(false);
  for (const cells of [cellsOf(silent, [OF_ARCHIVE]), cellsOf(ARCHIVED, [OF_ARCHIVE], [], {})])
    expect(cells).toEqual([95, 100, '?', 2, 30]);
  expect(cellsOf(PLAIN, [], [], {})).toEqual([null, null, null, null, null]);
});
