import { hash } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { accessRows, grantsOf } from '../../src/access/access-rows.ts';
import { RowMaker } from '../../src/applications/applications-deriver.ts';
import { consentedPermission, UNDOCUMENTED, type Permission } from '../../src/applications/permissions.ts';
import type { Grant } from '../../src/applications/reach.ts';
import type { QueryResult } from '../../src/mailboxes/mailbox-answer.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { access } from '../../src/reports/built-in/access.ts';
import { deletedMailboxes } from '../../src/reports/built-in/deleted-mailboxes.ts';
import { organization } from '../../src/reports/built-in/organization.ts';
import { applications } from '../../src/reports/built-in/applications.ts';
import { isDerivedReport, isMadeReport, revisionOf, type ReportDefinition } from '../../src/reports/definition.ts';
import { compileDerivedRow } from '../../src/reports/derived-row.ts';
import { known, NOT_KNOWN, unknownBecause } from '../../src/reports/known.ts';
import { loadPlainText } from '../../src/reports/expressions/plain-text.ts';
import { rowIdentity } from '../../src/reports/row-identity.ts';
import { madeRows } from '../../src/reports/table-rows.ts';
import { rowsOf, type RowCells } from '../../src/reports/rows.ts';
import { ANSWERS } from '../policy/answers.ts';
import { DELETED_ANSWERS } from './deleted-answers.ts';
import { answeredRows } from './answered-rows.ts';
import { ORGANIZATION_ANSWERS } from './organization-answers.ts';
import { ROW_REVISIONS } from './row-revisions.ts';

beforeAll(loadPlainText);

const MAILBOX = { address: 'megan@contoso.com', file: 'list.txt', line: 1 };
const NOT_READ: QueryResult<RowCells[]> = { status: 'failed', error: '' };
const READ_REPORTS = [...builtInReports.values()].filter((report) => !isDerivedReport(report));
const MOST_ANSWERS = Math.max(...READ_REPORTS.map(({ name }) => ANSWERS[name]?.length ?? 0));

/** The results of all reports that are read, for several mailboxes: the first with the first answer of each report, and so on. */
function readResults(): readonly QueryResult<RowCells[]>[][] {
  return Array.from({ length: MOST_ANSWERS }, (_, at) =>
    READ_REPORTS.map((report) => {
      const answer = ANSWERS[report.name]?.[at];
      return answer === undefined ? NOT_READ : answeredRows(report, answer);
    }),
  );
}

function accessResult(results: readonly QueryResult<RowCells[]>[]): QueryResult<RowCells[]> {
  const sources = READ_REPORTS.map((definition, index) => ({ definition, index })).filter(({ definition }) =>
    access.from.includes(definition.name),
  );
  const members = [
    { label: 'eve@evil.example', name: known('Eve') },
    { label: 'pat@contoso.com', name: NOT_KNOWN },
  ];
  return accessRows(grantsOf(sources, results), {
    find: (label) =>
      label === 'lee@contoso.com'
        ? { label, name: known('Sales'), members: known(members) }
        : { label, name: NOT_KNOWN },
    isInside: (label) => (label.includes('@') ? known(label.endsWith('@contoso.com')) : NOT_KNOWN),
  });
}

const MAIL_READ = consentedPermission('graph', 'Mail.Read') ?? UNDOCUMENTED;

function grantTo(name: string, scope: Grant['scope'], opens: Permission = MAIL_READ): Grant {
  const principal = { id: name, appId: name.toLowerCase(), name, isEnabled: true };
  return { principal, permission: 'Mail.Read', opens, scope, grantedOn: '' };
}

/** Applications with a permission in each of the ways in which they can have one. */
const TENANT: ConstructorParameters<typeof RowMaker>[0] = {
  tenant: {
    facts: {
      principals: [],
      grants: [
        grantTo('Reader', undefined),
        grantTo('Confined', undefined),
        grantTo('Scoped', { kind: 'scope', name: 'Sales', members: 'sales' }),
        grantTo('Elsewhere', { kind: 'group', name: 'Support', members: 'support' }),
        grantTo('Doubtful', {
          kind: 'unknown',
          name: 'HR',
          cause: unknownBecause('refused', 'the scope was not read'),
        }),
        grantTo('Sales', undefined, { abilities: ['read', 'write'], rights: ['FullAccess'] }),
        grantTo('Undocumented', undefined, UNDOCUMENTED),
      ],
      policies: known([{ appId: 'confined', isDenied: true, name: 'Board', members: 'sales' }]),
      delegated: known([{ id: 'd', appId: 'delegate', name: 'Delegate', isEnabled: true }]),
      gaps: ['roles were not read'],
    },
    personal: {
      of: () => known([{ id: 'b', appId: 'booster', name: 'Booster', isEnabled: true }]),
      ofOthers: known([]),
    },
    members: new Map([
      ['sales', known({ ids: new Set(['megan']) })],
      ['support', known({ ids: new Set(['kim']) })],
    ]),
    trustees: {
      byPrincipal: new Map([['Sales', { sid: 'S-1-5-21-1', names: new Set(['eve@evil.example']) }]]),
      sids: new Set(),
      unknown: undefined,
    },
    applications: [],
    failure: undefined,
    gaps: '',
    lacksApplications: false,
  },
  directory: { isListed: () => true, idsAt: () => ['megan'] },
};

/** The results of a report, of whatever kind. */
function resultsOf(report: ReportDefinition): readonly QueryResult<RowCells[]>[] {
  const read = readResults();
  if (report.name === access.name) return read.map(accessResult);
  if (report.name === applications.name) {
    const maker = new RowMaker(TENANT, READ_REPORTS, applications.from);
    return read.map((results) => maker.resultOf(0, results));
  }
  if (isMadeReport(report)) {
    const rowOf = compileDerivedRow(report.made, [...READ_REPORTS, access], () => ({ config: { InPlaceHolds: [] } }));
    return read.map((results) => rowOf([...results, accessResult(results)]));
  }
  return (ANSWERS[report.name] ?? []).map((answer) => answeredRows(report, answer));
}

test.each([...builtInReports.values()])('the rows of $name are those of its revision', (report) => {
  const { itemOf, digestOf } = rowIdentity(report);
  const rows = resultsOf(report).flatMap((result) =>
    rowsOf(MAILBOX, result, report).map((row) => ({
      status: row.status,
      cells: Object.keys(report.columns).map((name, at) => [name, row.cells[at], row.incomplete?.has(at) === true]),
      notApplicable: [...(row.notApplicable ?? [])],
      identity: row.identity,
      item: itemOf(row),
      digest: digestOf(row, ''),
    })),
  );
  expect(rows.some(({ status }) => status === 'ok')).toBe(true);
  // If cells mean something else now, raise the revision of the definition. In any case, copy what was received to row-revisions.ts.
  expect({ revision: revisionOf(report), rows: hash('sha256', JSON.stringify(rows)).slice(0, 16) }).toEqual(
    ROW_REVISIONS[report.name],
  );
});

test.each([
  { table: organization, answers: ORGANIZATION_ANSWERS },
  { table: deletedMailboxes, answers: DELETED_ANSWERS },
])('the rows of $table.name are those of its revision', ({ table, answers }) => {
  const context = { now: Date.parse('2026-12-01T00:00:00Z'), inside: undefined };
  const rows = madeRows(table, answers, context).flatMap(({ cells, incomplete = [] }) =>
    Object.keys(table.columns).map((name, at) => [name, cells[at], new Set(incomplete).has(at)]),
  );
  expect({ revision: revisionOf(table), rows: hash('sha256', JSON.stringify(rows)).slice(0, 16) }).toEqual(
    ROW_REVISIONS[table.name],
  );
});
