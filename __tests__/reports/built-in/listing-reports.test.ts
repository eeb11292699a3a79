import { expect, test } from '@jest/globals';
import { compileListingQueries } from '../../../src/reports/queries.ts';
import { accounts } from '../../../src/reports/built-in/accounts.ts';
import { mailboxUsage } from '../../../src/reports/built-in/mailbox-usage.ts';
import type { ListingReport } from '../../../src/reports/definition.ts';
import type { JsonObject } from '../../../src/json.ts';

const NOW = Date.UTC(2026, 10, 28, 9);

/** The cells of a report by column, and the columns that are unknown. */
function cellsOf(report: ListingReport, object: JsonObject, beside: JsonObject = {}) {
  const [row] = compileListingQueries([report], NOW)[0]?.read([object], beside, undefined) ?? [];
  const names = Object.keys(report.columns);
  const cells = Object.fromEntries(names.map((name, at) => [name, row?.cells[at] ?? null]));
  return { cells, unknown: names.filter((_, at) => row?.incomplete?.has(at)) };
}

const USER: JsonObject = {
  id: '1',
  displayName: 'Megan',
  userPrincipalName: 'megan@contoso.com',
  accountEnabled: true,
  userType: 'Member',
  department: null,
  jobTitle: null,
  createdDateTime: '2020-01-01T08:00:00Z',
  lastPasswordChangeDateTime: '2026-02-03T04:05:06Z',
  assignedLicenses: [{ skuId: 'A' }, { skuId: 'b' }],
};
const SKUS: JsonObject[] = [{ skuId: 'a', skuPartNumber: 'SPE_E3' }];

const SIGN_IN = {
  lastSignInDateTime: '2026-11-27T09:00:00Z',
  lastNonInteractiveSignInDateTime: '2026-11-26T10:00:00Z',
  lastSuccessfulSignInDateTime: '2025-10-24T08:00:00Z',
};

test('an account under password spray was last used when a sign-in succeeded, and has licenses by part number or ID', () => {
  const signInActivity = SIGN_IN;
  const { cells, unknown } = cellsOf(accounts, USER, {
    skus: SKUS,
    signIn: { id: '1', signInActivity },
    registration: { isMfaRegistered: false, isMfaCapable: false },
  });
  expect(cells).toMatchObject({
    DaysSinceSignIn: 400,
    LastSignIn: '2026-11-27T09:00:00Z',
    LastSuccessfulSignIn: '2025-10-24T08:00:00Z',
    Licenses: ['SPE_E3', 'b'],
    LastPasswordChange: '2026-02-03T04:05:06Z',
  });
  expect([cells.Department, cells.MfaRegistered, unknown]).toEqual([null, false, ['Licenses']]);
});

test('an account that never signed in is known to have no sign-in, and one without the listing is not', () => {
  const signIns = ['LastSignIn', 'LastNonInteractiveSignIn', 'LastSuccessfulSignIn', 'DaysSinceSignIn'];
  const never = cellsOf(accounts, USER, { signIn: { id: '1' } });
  expect(never.unknown).not.toEqual(expect.arrayContaining(signIns));
  expect(never.cells.DaysSinceSignIn).toBeNull();
  expect(cellsOf(accounts, USER).unknown).toEqual(expect.arrayContaining([...signIns, 'MfaRegistered', 'MfaCapable']));
});

test('an account whose attempts all failed is known to have no sign-in, and without the member it is unknown', () => {
  const { lastSuccessfulSignInDateTime, ...attempts } = SIGN_IN;
  expect(lastSuccessfulSignInDateTime).toBeDefined();
  const failed = cellsOf(accounts, USER, {
    signIn: { id: '1', signInActivity: { ...attempts, lastSuccessfulSignInDateTime: null } },
  });
  expect([failed.cells.LastSignIn, failed.cells.DaysSinceSignIn]).toEqual(['2026-11-27T09:00:00Z', null]);
  expect(failed.unknown).not.toEqual(expect.arrayContaining(['DaysSinceSignIn']));
  const silent = cellsOf(accounts, USER, { signIn: { id: '1', signInActivity: attempts } });
  expect(silent.unknown).toEqual(expect.arrayContaining(['LastSuccessfulSignIn', 'DaysSinceSignIn']));
  expect(silent.unknown).not.toContain('LastSignIn');
});

test.each([
  ['2099-01-01T00:00:00Z', null, true],
  ['2026-11-28T12:00:00Z', 0, false],
])('a sign-in at %s, after the start of the run, was %j days ago', (lastSuccessfulSignInDateTime, days, isUnknown) => {
  const signIn = { id: '1', signInActivity: { ...SIGN_IN, lastSuccessfulSignInDateTime } };
  const { cells, unknown } = cellsOf(accounts, USER, { signIn });
  expect([cells.DaysSinceSignIn, unknown.includes('DaysSinceSignIn')]).toEqual([days, isUnknown]);
});

test('usage is in GB with two decimals, and blank without a quota', () => {
  const object = {
    storageUsedInBytes: 1.236 * 2 ** 30,
    prohibitSendReceiveQuotaInBytes: 2 ** 30,
    deletedItemSizeInBytes: 0,
    itemCount: 3,
    lastActivityDate: null,
    hasArchive: false,
    reportRefreshDate: '2026-11-26',
  };
  const { cells, unknown } = cellsOf(mailboxUsage, object);
  expect([cells.UsedGB, cells.DeletedItemsGB, cells.QuotaGB, cells.QuotaPercent]).toEqual([1.24, 0, 1, 123.6]);
  expect([cells.LastActivityDate, unknown]).toEqual([null, []]);
  expect(cellsOf(mailboxUsage, { ...object, prohibitSendReceiveQuotaInBytes: 0 }).cells.QuotaPercent).toBeNull();
  expect(cellsOf(mailboxUsage, { ...object, storageUsedInBytes: null }).unknown).toEqual(['UsedGB', 'QuotaPercent']);
});
