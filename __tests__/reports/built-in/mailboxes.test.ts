import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../src/json.ts';
import type { QueryResult } from '../../../src/mailboxes/mailbox-answer.ts';
import { builtInReports } from '../../../src/reports/built-in.ts';
import { mailboxes } from '../../../src/reports/built-in/mailboxes.ts';
import { compileDerivedRow, lackingSources, sourcesOf } from '../../../src/reports/derived-row.ts';
import type { ReportDefinition } from '../../../src/reports/definition.ts';
import { known, type Known } from '../../../src/reports/known.ts';
import { rowWith, viewOf } from '../../../src/reports/row-view.ts';
import type { RowCells } from '../../../src/reports/rows.ts';

/** The known cells of each report of a run, by report; undefined: the mailbox could not be read there. */
type Run = Readonly<Record<string, readonly Readonly<Record<string, Json>>[] | undefined>>;

function definitionsOf(names: readonly string[]): readonly ReportDefinition[] {
  return names.flatMap((name) => builtInReports.get(name) ?? []);
}

/** A cell of the row that is made of these rows, whose other cells are not known. */
function cellOf(column: string, run: Run): Known<Json> | undefined {
  const definitions = definitionsOf(Object.keys(run));
  const results = definitions.map(({ name, columns }): QueryResult<RowCells[]> => {
    const rows = run[name];
    if (rows === undefined) return { status: 'failed', error: '' };
    const cells = rows.map((row) =>
      Object.keys(columns).map((one) => (one in row ? known(row[one] ?? null) : { isKnown: false as const })),
    );
    return { status: 'ok', value: cells.map(rowWith) };
  });
  const result = compileDerivedRow(mailboxes.made, definitions)(results);
  const [row] = result.status === 'ok' ? result.value : [];
  return row && viewOf(Object.keys(mailboxes.columns), row).cell(column);
}

function shownOf(column: string, run: Run): string {
  const cell = cellOf(column, run);
  return JSON.stringify(cell?.isKnown === true ? cell.value : ['unknown', cell?.shown]);
}

const THIEF = { Trustee: 'thief@evil.com', Right: 'FullAccess', Inside: false };
const NOBODY = { access: [] };

describe('a column of mailboxes', () => {
  test.each<[string, Run, string]>([
    // Rights to the mailbox were not read.
    ['Delegates', { ...NOBODY, 'calendar-permissions': [] }, '["unknown",null]'],
    ['Delegates', { ...NOBODY, 'mailbox-permissions': [] }, '0'],
    ['Delegates', { access: [THIEF], 'mailbox-permissions': [{ ...THIEF, Deny: false }] }, '1'],
    ['OutsideAccess', { ...NOBODY, 'mailbox-permissions': [] }, '["unknown",[]]'],
    ['OutsideAccess', { ...NOBODY, 'calendar-permissions': [] }, '["unknown",[]]'],
    ['OutsideAccess', { access: [THIEF], 'mailbox-permissions': [] }, '["unknown",["thief@evil.com"]]'],
    ['OutsideAccess', { ...NOBODY, 'mailbox-permissions': [], 'calendar-permissions': [] }, '[]'],
    ['Archive', { 'mailbox-properties': [{ ArchiveStatus: 'None' }] }, '["unknown",null]'],
    ['Archive', { 'mailbox-properties': [{ ArchiveStatus: 'None' }], 'mailbox-usage': undefined }, '["unknown",null]'],
    [
      'Archive',
      { 'mailbox-properties': [{ ArchiveStatus: 'None' }], 'mailbox-usage': [{ HasArchive: false }] },
      '"no"',
    ],
    ['Archive', { 'mailbox-usage': [{ HasArchive: true }] }, '"yes"'],
  ])('%s is known only if each report that decides it was read: %j', (column, run, expected) => {
    expect(shownOf(column, run)).toBe(expected);
  });

  test.each<[Run, string]>([
    [{ 'mailbox-settings': [{ UserPurpose: 'user' }] }, '"UserMailbox"'],
    [{ 'mailbox-settings': [{ UserPurpose: 'Shared' }] }, '"SharedMailbox"'],
    [{ 'mailbox-settings': [{ UserPurpose: 'others' }] }, '["unknown",null]'],
    [{ 'mailbox-settings': [{ UserPurpose: 'user' }], 'mailbox-properties': undefined }, '"UserMailbox"'],
    // Exchange Online left it out.
    [{ 'mailbox-settings': [{ UserPurpose: 'shared' }], 'mailbox-properties': [{}] }, '["unknown",null]'],
  ])('Type has the words of Exchange Online, unless a report leaves it out: %j', (run, expected) => {
    expect(shownOf('Type', run)).toBe(expected);
  });

  test('that a run cannot fill is named with the reports that a policy would add', () => {
    const lacking = lackingSources(mailboxes, definitionsOf(['access', 'calendar-permissions', 'mailbox-usage']));
    expect(lacking).toMatchObject({
      Delegates: [['mailbox-permissions']],
      OutsideAccess: [['mailbox-permissions']],
      Archive: [['mailbox-properties']],
      Type: [['mailbox-properties'], ['mailbox-settings']],
    });
    expect(sourcesOf(mailboxes, 'OutsideAccess')).toEqual(['access', 'mailbox-permissions', 'calendar-permissions']);
  });
});
