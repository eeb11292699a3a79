import { expect, test } from '@jest/globals';
import type { Json, JsonObject } from '../../../src/json.ts';
import { deletedMailboxes } from '../../../src/reports/built-in/deleted-mailboxes.ts';
import { viewOf } from '../../../src/reports/row-view.ts';
import { madeRows } from '../../../src/reports/table-rows.ts';
import type { CmdletObjects } from '../../../src/reports/table.ts';
import { deletedMailbox, INACTIVE } from '../deleted-answers.ts';

const NOW = Date.parse('2026-12-01T12:00:00Z');
const COLUMNS = Object.keys(deletedMailboxes.columns);
const CONFIG = { Name: 'contoso', InPlaceHolds: [] };

/** The cells of each row; of what is not fully known, `unknown` and what is shown. */
function rowsOf(objects: CmdletObjects): readonly Readonly<Record<string, Json>>[] {
  return madeRows(deletedMailboxes, objects, { now: NOW, inside: undefined }).map((row) => {
    const { cell } = viewOf(COLUMNS, row);
    return Object.fromEntries(
      COLUMNS.map((name): [string, Json] => {
        const one = cell(name);
        return [name, one?.isKnown === true ? one.value : { unknown: one?.shown ?? null }];
      }),
    );
  });
}

function rowOf(mailbox: JsonObject, config: JsonObject = CONFIG): Readonly<Record<string, Json>> {
  const [row = {}] = rowsOf({ deleted: [mailbox], inactive: [], ...(Object.keys(config).length > 0 && { config }) });
  return row;
}

test('has each mailbox once, by its ID: names and addresses repeat', () => {
  const again = deletedMailbox(4, { PrimarySmtpAddress: 'person1@contoso.com' });
  const rows = rowsOf({ deleted: [deletedMailbox(1), INACTIVE, again], inactive: [INACTIVE], config: CONFIG });
  expect(rows.map(({ Address, Kind, DaysLeft }) => [Address, Kind, DaysLeft])).toEqual([
    ['person1@contoso.com', 'soft-deleted', 9],
    ['person2@contoso.com', 'inactive', null],
    ['person1@contoso.com', 'soft-deleted', 9],
  ]);
  expect(new Set(rows.map(({ ExchangeGuid }) => ExchangeGuid)).size).toBe(3);
});

test.each([
  ['2026-12-01T11:59:00Z', 30],
  ['2026-11-25T12:00:00+00:00', 24],
  // In UTC, whatever the zone of the runner: this fails elsewhere if it is read as local time.
  ['2026-11-25T12:00:00', 24],
  ['2026-11-01T12:00:01.0000000+00:00', 1],
  ['2026-11-01T11:00:00Z', 0],
  ['2026-01-01T00:00:00Z', 0],
  // The clock of the runner is somewhat late, or days.
  ['2026-12-01T20:00:00Z', 30],
  ['2026-12-05T00:00:00Z', { unknown: null }],
  ['soon', { unknown: null }],
])('a mailbox that was deleted at %s can be restored for %j days', (WhenSoftDeleted, expected) => {
  expect(rowOf(deletedMailbox(1, { WhenSoftDeleted })).DaysLeft).toEqual(expected);
});

test('does not know how long a mailbox is kept of which the service does not say when it was deleted, or whether it is inactive', () => {
  const { WhenSoftDeleted, ...timeless } = deletedMailbox(1);
  expect(WhenSoftDeleted).toBeDefined();
  for (const mailbox of [timeless, { ...timeless, WhenSoftDeleted: null }])
    expect(rowOf(mailbox)).toMatchObject({ DeletedOn: { unknown: null }, DaysLeft: { unknown: null } });
  const { IsInactiveMailbox, ...kindless } = deletedMailbox(1);
  expect(IsInactiveMailbox).toBe(false);
  expect(rowOf(kindless)).toMatchObject({
    Kind: { unknown: null },
    DeletedOn: '2026-11-10T08:07:47Z',
    DaysLeft: { unknown: null },
  });
  // It is of the listing of inactive ones.
  expect(rowsOf({ deleted: [kindless], inactive: [kindless], config: CONFIG })).toMatchObject([
    { Kind: 'inactive', DaysLeft: null },
  ]);
});

test.each<[string, JsonObject, readonly Json[], Json]>([
  ['nothing', {}, [], []],
  ['a litigation hold', { LitigationHoldEnabled: true }, [], ['litigation hold']],
  ['a retention label', { ComplianceTagHoldApplied: true }, [], ['retention label']],
  ['delay holds', { DelayHoldApplied: true, DelayReleaseHoldApplied: true }, [], ['delay hold', 'delay release hold']],
  [
    'holds of cases and policies, but not those that exclude it or only delete',
    { InPlaceHolds: ['UniHa1', 'mbxa2:2', 'skpa3:3', 'mbxa4:1', '-mbxa5'] },
    [],
    ['UniHa1', 'mbxa2:2', 'skpa3:3'],
  ],
  ['policies of the organization', {}, ['mbxa6:2', 'mbxa7:1', 'grpa8:2'], ['organization-wide mbxa6:2']],
  ['no policy of the organization that excludes it', { InPlaceHolds: ['-mbxa6'] }, ['mbxa6:2'], []],
  ['perhaps a hold of an unknown form', { InPlaceHolds: ['new:1'] }, [], { unknown: [] }],
])('says that %s keeps a mailbox', (_, more, organization, expected) => {
  expect(rowOf(deletedMailbox(1, more), { Name: 'contoso', InPlaceHolds: [...organization] }).KeptBy).toEqual(expected);
});

test('nothing that the service leaves out is taken for no hold', () => {
  const all = deletedMailbox(1);
  for (const name of ['LitigationHoldEnabled', 'ComplianceTagHoldApplied', 'DelayHoldApplied', 'InPlaceHolds']) {
    const rest = Object.fromEntries(Object.entries(all).filter(([property]) => property !== name));
    expect([name, rowOf(rest).KeptBy]).toEqual([name, { unknown: [] }]);
    expect(rowOf({ ...rest, DelayReleaseHoldApplied: true }).KeptBy).toEqual({ unknown: ['delay release hold'] });
  }
  expect(rowOf(all, { Name: 'contoso' }).KeptBy).toEqual({ unknown: [] });
  const [withoutConfig] = rowsOf({ deleted: [all], inactive: [] });
  expect(withoutConfig?.KeptBy).toEqual({ unknown: [] });
});
