import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Json, JsonObject } from '../../../src/json.ts';
import type { PlacedEntry } from '../../../src/policy/register/register-entry.ts';
import { RegisterIndex, type RegisteredMailbox } from '../../../src/policy/register/register.ts';
import { rightOfRow } from '../../../src/policy/register/row-right.ts';
import { allBuiltIn } from '../../../src/reports/built-in-tables.ts';
import { known, NOT_KNOWN, valueOf, type Known } from '../../../src/reports/known.ts';
import { rowWith, viewOf } from '../../../src/reports/row-view.ts';

const NOW = Date.parse('2026-12-02T12:00:00Z');
const [SID, OTHER_SID] = ['S-1-5-21-1-2-3-1105', 'S-1-5-21-1-2-3-1106'];
const [ID, OTHER_ID] = ['00000000-0000-4000-8000-00000000000a', '00000000-0000-4000-8000-00000000000b'];
const MAILBOX: RegisteredMailbox = { names: ['Adele@contoso.com'], ids: {} };

function entry(values: Partial<PlacedEntry> = {}): PlacedEntry {
  const names = { mailbox: 'adele@contoso.com', mailboxId: '', trustee: 'bob@contoso.com', trusteeId: '' };
  const texts = { reason: 'Deputy', owner: 'amy@contoso.com', until: '', reviewedOn: '2026-11-01', further: [] };
  return { ...names, right: 'FullAccess', ...texts, file: 'grants.csv', line: 2, ...values };
}

/** A row of a report with these cells; the others are unknown. */
function rowOf(report: string, cells: Readonly<Record<string, Json>>, identity?: JsonObject) {
  const columns = Object.keys(allBuiltIn.get(report)?.columns ?? {});
  const values = columns.map((name): Known<Json> =>
    Object.hasOwn(cells, name) ? known(cells[name] ?? null) : NOT_KNOWN,
  );
  return { view: viewOf(columns, rowWith(values)), identity };
}

const FULL_ACCESS = { Right: 'FullAccess', Trustee: 'Bob@contoso.com', Inherited: false, Deny: false };

interface Options {
  readonly report?: string;
  readonly cells?: Readonly<Record<string, Json>>;
  readonly identity?: JsonObject | undefined;
  readonly mailbox?: RegisteredMailbox;
  readonly everyDays?: number | null;
  readonly readsTrustees?: boolean;
}

/** What a register with these entries says about a row: the value, `unknown` or `not-applicable`, and why. */
function said(
  entries: readonly PlacedEntry[],
  {
    report = 'mailbox-permissions',
    cells = FULL_ACCESS,
    identity,
    mailbox = MAILBOX,
    everyDays = 180,
    readsTrustees = false,
  }: Options = {},
) {
  const files = [{ path: 'grants.csv', entries, columns: [], format: { bom: false, delimiter: ',' as const } }];
  const index = new RegisterIndex({ files, reviewEveryDays: everyDays ?? undefined }, NOW);
  const {
    registered,
    reason,
    entry: deciding,
  } = index.registrationOf(report, rowOf(report, cells, identity), mailbox, readsTrustees);
  const value = registered === 'not-applicable' ? registered : (valueOf(registered) ?? 'unknown');
  return { value, reason, line: deciding?.line };
}

describe('a right is', () => {
  test.each<[string, Partial<PlacedEntry>, string, number | null]>([
    ['registered', {}, 'yes', 180],
    ['registered without an interval and a review', { reviewedOn: '' }, 'yes', null],
    ['due if it was never reviewed', { reviewedOn: '' }, 'due', 180],
    ['registered on the last day of the interval', { reviewedOn: '2026-06-05' }, 'yes', 180],
    ['due after it', { reviewedOn: '2026-06-04' }, 'due', 180],
    ['due if its review is in the future', { reviewedOn: '2026-12-03' }, 'due', 180],
    ['due without reason, also without an interval', { reason: '' }, 'due', null],
    ['due without owner', { owner: '' }, 'due', 180],
    ['registered on its last day', { until: '2026-12-02' }, 'yes', 180],
    ['expired after it, whatever else is due', { until: '2026-12-01', reviewedOn: '' }, 'expired', 180],
    ['not registered as another right', { right: 'SendAs' }, 'no', 180],
    ['not registered of another mailbox', { mailbox: 'alex@contoso.com' }, 'no', 180],
    ['registered for every mailbox', { mailbox: '*' }, 'yes', 180],
  ])('%s', (_, values, expected, everyDays) => {
    expect(said([entry(values)], { everyDays }).value).toBe(expected);
  });

  test('decided by the best of several entries', () => {
    const entries = [
      entry({ until: '2026-01-01', line: 2 }),
      entry({ mailbox: '*', line: 3 }),
      entry({ reviewedOn: '', mailbox: 'Adele@contoso.com', line: 4 }),
    ];
    expect(said(entries)).toMatchObject({ value: 'yes', line: 3 });
    expect(said(entries.toSpliced(1, 1))).toMatchObject({ value: 'due', line: 4 });
  });

  test('not known to be expired while a later entry may be about it', () => {
    const expired = entry({ until: '2026-01-01' });
    const renewed = entry({ mailbox: '*', trusteeId: SID, until: '2027-01-01', line: 3 });
    expect(said([expired, renewed])).toMatchObject({ value: 'unknown', reason: 'the ID of the trustee is not known' });
    expect(said([expired, { ...renewed, until: '2026-02-01' }])).toMatchObject({ value: 'expired', line: 2 });
    expect(said([expired, renewed], { identity: { TrusteeId: OTHER_SID } })).toMatchObject({ value: 'expired' });
  });
});

describe('a trustee', () => {
  const withSid = { identity: { TrusteeId: SID } };
  test.each<[string, Partial<PlacedEntry>, Options, string, string | undefined]>([
    ['without an ID is matched by address', {}, {}, 'yes', 'matched by address'],
    [
      'is matched by SID whatever the name',
      { trusteeId: SID, trustee: 'robert@contoso.com' },
      withSid,
      'yes',
      undefined,
    ],
    [
      'who got the address of another is not registered',
      { trusteeId: OTHER_SID },
      withSid,
      'no',
      'the address belongs to another account now',
    ],
    ['whose ID the row lacks is not known', { trusteeId: SID }, {}, 'unknown', 'the ID of the trustee is not known'],
    [
      'whose ID is of another kind is not known',
      { trusteeId: ID },
      withSid,
      'unknown',
      'the ID of the trustee is not known',
    ],
    [
      'with another address may be the same',
      { trustee: 'robert@contoso.com' },
      withSid,
      'unknown',
      'another address may be that of the same trustee',
    ],
    [
      'with another address is another if the run read trustees',
      { trustee: 'robert@contoso.com' },
      { readsTrustees: true },
      'no',
      undefined,
    ],
    [
      'with another address is not known to be another than the one with an ID, if the row has no ID',
      { trusteeId: SID, trustee: 'robert@contoso.com' },
      { readsTrustees: true },
      'unknown',
      'the ID of the trustee is not known',
    ],
    ['with another ID is another', { trusteeId: OTHER_SID, trustee: 'eve@contoso.com' }, withSid, 'no', undefined],
    [
      'that is shown as a SID is matched by it',
      { trustee: SID },
      { cells: { ...FULL_ACCESS, Trustee: SID } },
      'yes',
      undefined,
    ],
  ])('%s', (_, values, options, value, reason) => {
    expect(said([entry(values)], options)).toMatchObject({ value, reason });
  });
});

describe('a mailbox', () => {
  const ids = { account: ID, guid: OTHER_ID };
  test.each<[string, string, RegisteredMailbox, string]>([
    ['is matched by the ID of its account under a new address', ID, { names: ['new@contoso.com'], ids }, 'yes'],
    ['is matched by its GUID', OTHER_ID, { ...MAILBOX, ids }, 'yes'],
    ['is matched by an object ID in the list', ID, { names: [ID.toUpperCase()], ids: {} }, 'yes'],
    ['is matched by any of its addresses', '', { names: ['new@contoso.com', 'ADELE@contoso.com'], ids: {} }, 'yes'],
    ['that got the address of another is not registered', SID, { ...MAILBOX, ids }, 'no'],
    ['is not known if one of its IDs is not', OTHER_ID, { ...MAILBOX, ids: { account: ID } }, 'unknown'],
    ['is not known without IDs', ID, MAILBOX, 'unknown'],
  ])('%s', (_, mailboxId, mailbox, value) => {
    expect(said([entry({ mailboxId })], { mailbox }).value).toBe(value);
  });

  test('that got the address of another says so', () => {
    const { reason } = said([entry({ mailboxId: SID })], { mailbox: { ...MAILBOX, ids } });
    expect(reason).toBe('the address of the mailbox belongs to another account now');
  });
});

describe('no register has', () => {
  const calendar = { GrantedTo: 'Bob', GrantedToAddress: 'bob@contoso.com', Role: 'write' };
  const access = {
    Trustee: 'bob@contoso.com',
    TrusteeName: 'Bob',
    Right: 'FullAccess',
    Through: 'direct',
    Inside: true,
  };
  test.each<[string, string, Readonly<Record<string, Json>>, JsonObject | undefined]>([
    ['an entry that denies', 'mailbox-permissions', { ...FULL_ACCESS, Deny: true }, undefined],
    ['an inherited entry', 'mailbox-permissions', { ...FULL_ACCESS, Inherited: true }, undefined],
    ['a right that opens nothing', 'mailbox-permissions', { ...FULL_ACCESS, Right: 'ReadPermission' }, undefined],
    [
      'what a mailbox may do itself',
      'mailbox-permissions',
      { ...FULL_ACCESS, Trustee: 'NT AUTHORITY\\SELF' },
      undefined,
    ],
    ['the entry of everyone', 'calendar-permissions', { ...calendar, GrantedToAddress: null }, undefined],
    ['a role that opens nothing', 'calendar-permissions', { ...calendar, Role: 'none' }, undefined],
    ['forwarding', 'access', { ...access, Right: 'Forwarding' }, undefined],
    ['what an inbox rule forwards', 'access', { ...access, Right: 'InboxRule' }, undefined],
    ['the calendar grant of everyone', 'access', { ...access, Right: 'Calendar: read' }, { Everyone: true }],
    ['an inherited right', 'access', access, { Inherited: true }],
  ])('%s', (_, report, cells, identity) => {
    expect(said([entry()], { report, cells, identity }).value).toBe('not-applicable');
  });

  test('a right through a group, but the right of the group', () => {
    const cells = { ...access, Through: 'sales@contoso.com' };
    const options = { report: 'access', cells, identity: { TrusteeId: ID, ThroughId: [SID, OTHER_ID] } };
    expect(said([entry()], { ...options, readsTrustees: true }).value).toBe('no');
    expect(said([entry({ trustee: 'Sales@contoso.com' })], options).value).toBe('yes');
    expect(said([entry({ trustee: 'Sales', trusteeId: OTHER_ID })], options).value).toBe('yes');
    expect(said([entry({ trustee: 'sales@contoso.com', trusteeId: ID })], options).value).toBe('no');
  });

  test('a right on a calendar in words of its own', () => {
    expect(said([entry({ right: 'Calendar: write' })], { report: 'calendar-permissions', cells: calendar }).value).toBe(
      'yes',
    );
    expect(said([entry({ right: 'Calendar: read' })], { report: 'calendar-permissions', cells: calendar }).value).toBe(
      'no',
    );
  });
});

test.each<[string, Readonly<Record<string, Json>>]>([
  ['Right', { Trustee: 'bob@contoso.com', Inherited: false, Deny: false }],
  ['Trustee', { Right: 'FullAccess', Inherited: false, Deny: false }],
  ['Deny', { Right: 'FullAccess', Trustee: 'bob@contoso.com', Inherited: false }],
])('nothing is known of a right without %s', (_, cells) => {
  expect(said([entry()], { cells }).value).toBe('unknown');
});

test('a right that is not documented is not known, and one without Inherited is as others', () => {
  expect(said([entry()], { cells: { ...FULL_ACCESS, Right: 'FullAcess' } }).value).toBe('unknown');
  expect(said([entry()], { cells: { Right: 'FullAccess', Trustee: 'bob@contoso.com', Deny: false } }).value).toBe(
    'yes',
  );
});

const someText = fc.constantFrom('', ID, OTHER_ID, SID, OTHER_SID);
const entries = fc.array(
  fc.record({
    mailbox: fc.constantFrom('adele@contoso.com', 'alex@contoso.com', '*'),
    mailboxId: fc.constantFrom('', ID, OTHER_ID),
    trustee: fc.constantFrom('bob@contoso.com', 'eve@contoso.com', SID),
    trusteeId: someText,
    right: fc.constantFrom('FullAccess', 'SendAs'),
  }),
  { maxLength: 4 },
);

test('is yes only for an entry of the same right whose names or IDs are those of the row, and never for what is unknown', () => {
  const cell = (...values: Json[]) => fc.option(fc.constantFrom(...values), { nil: undefined });
  const row = fc.record({
    Right: cell('FullAccess', 'SendAs', 'ReadPermission'),
    Trustee: cell('bob@contoso.com', 'eve@contoso.com', SID),
    Inherited: cell(true, false),
    Deny: cell(true, false),
  });
  fc.assert(
    fc.property(
      entries,
      row,
      someText,
      fc.constantFrom(undefined, ID, OTHER_ID),
      fc.boolean(),
      (all, cells, id, account, readsTrustees) => {
        const identity: JsonObject = id === '' ? {} : { TrusteeId: id };
        const shown = Object.fromEntries(
          Object.entries(cells).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
        );
        const mailbox = { names: ['adele@contoso.com'], ids: { account } };
        const { value } = said(
          all.map((one) => entry(one)),
          { cells: shown, identity, mailbox, readsTrustees },
        );
        const { Right: right, Trustee: trustee, Inherited: inherited, Deny: deny } = cells;
        const isGrant = ![right, trustee, deny].includes(undefined) && inherited !== true && deny !== true;
        const fits = all.some((one) => {
          const isMailbox =
            one.mailbox === '*' ||
            (one.mailboxId === '' ? one.mailbox === 'adele@contoso.com' : one.mailboxId === account);
          const lineId = one.trusteeId === '' && one.trustee === SID ? SID : one.trusteeId;
          const isTrustee = lineId === '' ? one.trustee === trustee : [id, trustee].includes(lineId);
          return isMailbox && isTrustee && one.right === right;
        });
        expect(value !== 'yes' || (isGrant && fits)).toBe(true);
      },
    ),
  );
});

test('throws for a report without rights', () => {
  expect(() => rightOfRow('folders', rowOf('folders', {}))).toThrow('no rights');
});
