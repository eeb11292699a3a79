import { describe, expect, test } from '@jest/globals';
import { builtInReports } from '../../src/reports/built-in.ts';
import { accounts } from '../../src/reports/built-in/accounts.ts';
import { mailboxProperties } from '../../src/reports/built-in/mailbox-properties.ts';
import { mailboxes } from '../../src/reports/built-in/mailboxes.ts';
import { mailboxSettings } from '../../src/reports/built-in/mailbox-settings.ts';
import { definitionDigests } from '../../src/reports/definition-digests.ts';
import { firstKnown } from '../../src/reports/derived-column.ts';
import { isExchangeReport, revisionOf, type GraphReport, type ReportDefinition } from '../../src/reports/definition.ts';

const FILE: GraphReport = {
  name: 'own',
  permissions: [],
  request: { path: 'x', version: 'v1.0', query: { $select: 'a,b', $top: '5' } },
  rows: 'value',
  columns: { A: 'a', B: 'b', All: 'to_string(@)' },
};

/** The columns whose digests differ, and `row` if that of the row does. */
function differing(one: ReportDefinition, other: ReportDefinition): readonly string[] {
  const [before, after] = [one, other].map(definitionDigests);
  const names = Object.keys(before?.columns ?? {}).filter((name) => before?.columns[name] !== after?.columns[name]);
  return [...(before?.row === after?.row ? [] : ['row']), ...names];
}

describe('what explains a report', () => {
  test.each([...builtInReports.values()])('is in no digest of $name', (report) => {
    const places = { rows: { file: 'a.yml' }, columns: new Map([['A', { file: 'a.yml', line: 3 }]]) };
    const unexplained = {
      ...report,
      places,
      permissions: ['Another.Read.All'],
      unit: 'thing',
      sentences: undefined,
      corrects: undefined,
      highlights: [],
      compare: { ignore: [] },
      identity: undefined,
      listColumns: new Map([['Site', 0]]),
    };
    expect(differing(report, unexplained)).toEqual([]);
  });

  test('is what a listing shows', () => {
    const { signIn, ...beside } = accounts.request.beside ?? {};
    if (signIn === undefined) throw new Error('it reads sign-ins');
    const request = { ...accounts.request, beside: { ...beside, signIn: { ...signIn, shows: 'x', needs: 'y' } } };
    expect(differing(accounts, { ...accounts, request })).toEqual([]);
  });
});

test.each([...builtInReports.values()])(
  'a new column of $name leaves the digests of the others as they are',
  (report) => {
    const added: ReportDefinition = {
      ...report,
      columns: { First: 'extra.first', ...report.columns },
      types: { First: { type: 'string' }, ...report.types },
      members: { extra: 'value', 'extra.first': 'value', ...report.members },
    };
    const item = report.rows === undefined ? undefined : (report.item ?? Object.keys(report.columns).slice(0, 1));
    const selected: ReportDefinition =
      isExchangeReport(added) && added.convert === undefined
        ? { ...added, request: { ...added.request, select: ['extra', ...added.request.select] } }
        : added;
    expect(differing(report, { ...selected, item })).toEqual([]);
  },
);

describe('the digest', () => {
  test.each<[string, ReportDefinition, ReportDefinition, readonly string[]]>([
    ['of an expression', FILE, { ...FILE, columns: { ...FILE.columns, B: 'c' } }, ['B']],
    ['of rows', FILE, { ...FILE, rows: 'value[?a]' }, ['row']],
    ['of a query option', FILE, { ...FILE, request: { ...FILE.request, query: { $select: 'a,b' } } }, ['row']],
    [
      'of a selected property, and of a column that reads all',
      FILE,
      { ...FILE, request: { ...FILE.request, query: { $select: 'a', $top: '5' } } },
      ['B', 'All'],
    ],
    ['of what names a row', FILE, { ...FILE, item: ['B'] }, ['row']],
    ['of a type', FILE, { ...FILE, types: { A: { type: 'string' } } }, ['A']],
    [
      'of the presence of a member',
      mailboxSettings,
      { ...mailboxSettings, members: { ...mailboxSettings.members, timeZone: 'value' } },
      ['TimeZone'],
    ],
    [
      'of the organization',
      mailboxProperties,
      {
        ...mailboxProperties,
        request: {
          ...mailboxProperties.request,
          organization: { config: { cmdlet: 'Get-TransportConfig', select: [] } },
        },
      },
      ['Audited'],
    ],
    ['of a column that is taken', mailboxSettings, { ...mailboxSettings, takes: {} }, ['ArchiveFolder']],
    [
      'of sources',
      mailboxes,
      {
        ...mailboxes,
        made: { ...mailboxes.made, Pop: firstKnown({}) },
      },
      ['Pop'],
    ],
  ])('%s is of its columns alone', (_, one, other, expected) => {
    expect(differing(one, other)).toEqual(expected);
  });

  test('of an enumeration stays as it is with another value', () => {
    const [one, other] = [['a'], ['a', 'b']].map((values) => ({ ...FILE, types: { A: { enum: values } } }));
    expect(differing(one ?? FILE, other ?? FILE)).toEqual([]);
    expect(differing(FILE, other ?? FILE)).toEqual(['A']);
  });

  test.each([...builtInReports.values()])('of all parts of $name changes with the revision', (report) => {
    expect(differing(report, { ...report, revision: revisionOf(report) + 1 })).toEqual([
      'row',
      ...Object.keys(report.columns),
    ]);
  });
});
