import { APPLICATION_COLUMNS, readersOfAll, type ReaderOfAll } from '../applications/application-rows.ts';
import { fullName } from '../text/through.ts';
import { applicationsOfTenant } from '../reports/built-in/applications-of-tenant.ts';
import type { Feature } from '../run/feature.ts';
import type { Run } from '../run/run.ts';
import { readRowsOf } from '../run/table-result.ts';
import { namesOf, piecesOf, type Block, type Section, type Table } from '../run/section.ts';
import type { Cells } from '../text/csv.ts';
import { cellText } from '../text/display.ts';
import { count, counted, DAY_MS, type EpochMs } from '../text/numbers.ts';

const TITLE = 'Applications that reach mailboxes';
const YEAR_MS = 365 * DAY_MS;
/** Applications that are named. The file has all of them. */
const MAX_ROWS = 50;
/** Columns of texts that people choose, of any length. */
const NAMES: readonly string[] = ['Application', 'Publisher', 'Scope', 'Owners'];
/** Of the columns of the file, those that the section has, with their names there. */
const SHOWN: Readonly<Record<string, string | undefined>> = {
  Application: 'Application',
  Publisher: 'Publisher',
  Permission: 'Permission',
  Scope: 'Scope',
  LastSignIn: 'Last sign-in',
  Owners: 'Owners',
  CredentialExpiresOn: 'Credential expires',
  Enabled: 'Enabled',
};

/** The applications of the tenant as a section. Undefined if the run does not read them. */
export function reachingApplications({ tables, started }: Run): Feature | undefined {
  if (tables.every(({ name }) => name !== applicationsOfTenant.name)) return undefined;
  let rows: readonly Cells[] = [];
  return {
    addTable: (result) => {
      if (result.definition.name !== applicationsOfTenant.name) return;
      // A row for those that may be missing is no application.
      rows = readRowsOf(result).flatMap(({ cells, incomplete }) => (incomplete?.size === cells.length ? [] : [cells]));
    },
    sections: (_, { detail }) => [
      {
        section: sectionOf(rows, readersOfAll(rows), started, detail === 'full'),
        summary: 'applications',
        as: 'folded',
        page: 'applications',
      },
    ],
    tiles: () => [
      {
        group: 'Access',
        number: readersOfAll(rows).length,
        tone: 'warn',
        unit: ['application can read all mail', 'applications can read all mail'],
        section: TITLE,
      },
    ],
  };
}

function sectionOf(
  rows: readonly Cells[],
  readers: readonly ReaderOfAll[],
  now: EpochMs,
  namesApplications: boolean,
): Section | undefined {
  if (rows.length === 0) return undefined;
  const total = counted(rows.length, 'application has permissions', 'applications have permissions');
  const reading = counted(readers.length, 'application', 'applications');
  const paragraph = `${total} that reach mailboxes. ${reading} can read all mail.`;
  return {
    title: TITLE,
    short: 'Applications',
    folded: `${TITLE}: ${count(rows.length)}, of which ${count(readers.length)} can read all mail`,
    blocks: [
      { paragraph },
      ...unusedOnes(readers, now, namesApplications),
      ...(namesApplications ? [{ table: tableOf(rows) }] : []),
    ],
  };
}

/** Applications that can read all mail and have not signed in for a year. */
function unusedOnes(readers: readonly ReaderOfAll[], now: EpochMs, namesApplications: boolean): readonly Block[] {
  const unused = readers.filter(({ lastSignIn }) => lastSignIn !== undefined && now - lastSignIn > YEAR_MS);
  if (unused.length === 0) return [];
  const subject = counted(unused.length, 'application is', 'applications are');
  const names = namesOf(unused.map(fullName), (name) => name);
  const text = `${subject} unused for a year and can read all mail`;
  return [
    { paragraph: namesApplications ? [{ strong: text }, ': ', ...piecesOf(names), '.'] : [{ strong: text }, '.'] },
  ];
}

function tableOf(rows: readonly Cells[]): Table {
  const columns = APPLICATION_COLUMNS.flatMap((column, at) => {
    const name = SHOWN[column];
    const kind = NAMES.includes(column) ? ('name' as const) : ('short' as const);
    return name === undefined ? [] : [{ name, kind, at }];
  });
  return {
    label: TITLE,
    columns: columns.map(({ name, kind }) => ({ name, kind })),
    rows: rows.slice(0, MAX_ROWS).map((cells) => ({
      cells: columns.map(({ at }) => {
        const value = cells[at] ?? null;
        return Array.isArray(value) ? { lines: value.map((one) => cellText(one)) } : cellText(value);
      }),
    })),
    unit: ['application', 'applications'],
    open: 10,
    ...(rows.length > MAX_ROWS ? { more: rows.length - MAX_ROWS, moreIn: `${applicationsOfTenant.name}.csv` } : {}),
  };
}
