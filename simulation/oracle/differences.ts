import { REPORTS } from '../world/columns.ts';
import { cellText, csvText, type Row } from './cells.ts';
import { controlLines, unmetCount } from './controls.ts';
import { subjectsOf, type ExpectedRun, type ExpectedTable } from './expected-run.ts';
import { expectedGate, rowVerdict } from './gate.ts';
import { itemOf } from './items.ts';
import { hasRegister, reportOf, type Finding } from './judge.ts';
import { messageOf } from './messages.ts';
import { csvRows, plain } from './texts.ts';

/** What people see of a run. */
export interface Outcome {
  readonly code: number;
  readonly outputs: Readonly<Record<string, string>>;
  /** The CSV files that it wrote, by name, as text. */
  readonly files: Readonly<Record<string, string>>;
  /** The texts of its warnings. */
  readonly warnings: readonly string[];
}

type Record_ = Readonly<Record<string, string>>;

/** What a run shows and should not, as sentences; none if everything is right. */
export function differences(expected: ExpectedRun, outcome: Outcome): readonly string[] {
  if (expected.isError) return errorDifferences(outcome);
  const gate = expectedGate(expected);
  const { outputs, code } = outcome;
  return [
    ...(code === gate.code ? [] : [`exit code is ${code} instead of ${gate.code}`]),
    ...Object.entries(gate.outputs).flatMap(([name, value]) =>
      outputs[name] === value ? [] : [`output ${name} is ${outputs[name] ?? 'not set'} instead of ${value}`],
    ),
    ...expected.reports.flatMap((report) => reportDifferences(expected, report, rowsOf(expected, outcome, report))),
    ...expected.tables.flatMap((table) => tableDifferences(expected, table, rowsOf(expected, outcome, table.name))),
    ...unlistedDifferences(expected, outcome),
    ...(expected.policy === undefined ? [] : violationDifferences(expected, rowsOf(expected, outcome, 'violations'))),
    ...registerDifferences(expected, outcome),
    ...controlDifferences(expected, outcome),
  ];
}

/** The file names the mailboxes that the list lacks, in any order; there is none if the run does not look for them. */
function unlistedDifferences(expected: ExpectedRun, outcome: Outcome): readonly string[] {
  const { unlistedMailboxes } = expected;
  const hasFile = outcome.files['unlisted.csv'] !== undefined;
  if (unlistedMailboxes === undefined) return hasFile ? ['there is an unlisted.csv'] : [];
  const line = (address: string, type: string): string => `${plain(address).toLowerCase()} (${type})`;
  const is = rowsOf(expected, outcome, 'unlisted').map(({ MailboxName = '', RecipientTypeDetails = '' }) =>
    line(MailboxName, RecipientTypeDetails),
  );
  const should = unlistedMailboxes.map(({ address, type }) => line(address, type));
  return [
    ...(hasFile ? [] : ['there is no unlisted.csv']),
    ...without(is, should).map((text) => `unlisted.csv has ${text}`),
    ...without(should, is).map((text) => `unlisted.csv lacks ${text}`),
  ];
}

/** One warning says how many lines of the register occur no more. */
function registerDifferences({ goneLines }: ExpectedRun, { warnings }: Outcome): readonly string[] {
  const counts = warnings.flatMap((text) => /^([\d,]+) lines? of the register no longer/.exec(text)?.[1] ?? []);
  const wanted = goneLines === 0 ? '' : String(goneLines);
  return counts.join() === wanted
    ? []
    : [`warnings say that ${counts.join() || 'no'} lines of the register occur no more instead of ${wanted || 'none'}`];
}

/** The lines of `controls.csv`, in the order of the catalogue; there is none if no rule decides a control. */
function controlDifferences(expected: ExpectedRun, outcome: Outcome): readonly string[] {
  const lines = controlLines(expected);
  const count = outcome.outputs['unmet-control-count'];
  const wantedCount = lines === undefined ? undefined : String(unmetCount(lines));
  const shown = rowsOf(expected, outcome, 'controls');
  const wanted = lines ?? [];
  return [
    ...(count === wantedCount
      ? []
      : [`output unmet-control-count is ${count ?? 'not set'} instead of ${wantedCount ?? 'not set'}`]),
    ...(shown.length === wanted.length ? [] : [`controls.csv has ${shown.length} lines instead of ${wanted.length}`]),
    ...wanted.flatMap(({ cells, tenant }, at) => {
      const row = shown[at] ?? {};
      const place = `controls.csv: ${cells.Control ?? ''} of ${cells.Subject ?? ''}`;
      const { Tenant: size = '' } = row;
      return [
        ...Object.entries(cells).flatMap(([column, should]) =>
          plain(row[column] ?? '') === plain(should)
            ? []
            : [`${place}: ${column} is "${row[column] ?? ''}" instead of "${should}"`],
        ),
        ...(tenant.includes(size) ? [] : [`${place}: Tenant is "${size}" instead of "${tenant.join('" or "')}"`]),
      ];
    }),
  ];
}

/** A run without a result fails, and counts nothing. */
function errorDifferences({ code, outputs }: Outcome): readonly string[] {
  const { result = '' } = outputs;
  return [
    ...(code === 1 && result === 'error'
      ? []
      : [`exit code is ${code} and result is ${result} instead of 1 and error`]),
    ...['read-count', 'violation-count'].flatMap((name) =>
      outputs[name] === undefined ? [] : [`output ${name} is ${outputs[name]} without a result`],
    ),
  ];
}

export function rowsOf({ world }: Pick<ExpectedRun, 'world'>, { files }: Outcome, name: string): readonly Record_[] {
  return csvRows(files[`${name}.csv`] ?? '', world.gate.csv === 'excel-semicolon' ? ';' : ',');
}

function reportDifferences(expected: ExpectedRun, report: string, shown: readonly Record_[]): readonly string[] {
  const { world, mailboxes, policy } = expected;
  const order = shown.map(({ MailboxName }) => MailboxName).filter((name, at, all) => name !== all[at - 1]);
  const wanted = world.list.entries.map(({ address }) => address);
  const ofFiles = new Set(world.list.entries.flatMap(({ address, file }) => (file === '' ? [] : [plain(address)])));
  // An apostrophe may precede an address that a spreadsheet would evaluate. Those of the tenant have no order.
  const comparable = (names: readonly string[]): string => {
    const ofTenant = world.list.hasTenant === true ? names.filter((name) => !ofFiles.has(name)).toSorted() : [];
    return JSON.stringify([...names.filter((name) => !ofTenant.includes(name)), '', ...ofTenant]);
  };
  if (comparable(order.map((name) => plain(name ?? ''))) !== comparable(wanted.map(plain))) {
    return [`${report}.csv has the mailboxes ${order.join(', ')} instead of ${wanted.join(', ')}`];
  }
  return mailboxes.flatMap(({ seen, right, rules }) => {
    const { address } = seen.entry;
    const rows = shown.filter(({ MailboxName = '' }) => plain(MailboxName) === plain(address));
    const at = `${report}.csv: ${address}`;
    const own = seen.reports[report] ?? { status: 'failed', rows: [] };
    const isRead = own.status === 'ok';
    const wantedRows: readonly Row[] = isRead && own.rows.length > 0 ? own.rows : [...own.rows, {}];
    /** All rows but the one that says why a mailbox is unread. */
    const isReadRow = (place: number): boolean => isRead || place < own.rows.length;
    const statuses = right[report] ?? [];
    const wrongStatus = rows.find(
      ({ Status }, place) => !(isReadRow(place) ? ['ok'] : statuses).some((status) => status === Status),
    );
    if (wrongStatus !== undefined) {
      return [`${at} is ${wrongStatus.Status ?? ''} (${wrongStatus.Error ?? ''}) instead of ${statuses.join(' or ')}`];
    }
    if (rows.length !== wantedRows.length) return [`${at} has ${rows.length} rows instead of ${wantedRows.length}`];
    const ofReport = rules.filter(({ rule }) => reportOf(rule) === report);
    return rows.flatMap((row, place) => [
      ...cellDifferences(at, row, wantedRows[place] ?? {}, columnsOf(report, expected)),
      ...listDifferences(at, row, seen.entry.cells, world.list.columns),
      ...(((row.Error ?? '') === '') === isReadRow(place) ? [] : [`${at}: Error is ${row.Error ?? ''}`]),
      ...(policy === undefined || ofReport.length === 0
        ? []
        : verdictDifferences(at, row, rowVerdict(ofReport, place, isReadRow(place)))),
    ]);
  });
}

function tableDifferences(
  { policy, tenant }: ExpectedRun,
  { name, statuses, hasGaps }: ExpectedTable,
  shown: readonly Record_[],
): readonly string[] {
  const at = `${name}.csv`;
  const own = tenant.seen.reports[name] ?? { status: 'failed', rows: [] };
  const isRead = own.status === 'ok';
  const wrongStatus = shown.find(({ Status }) => !statuses.some((status) => status === Status));
  if (wrongStatus !== undefined)
    return [`${at} is ${wrongStatus.Status ?? ''} (${wrongStatus.Error ?? ''}) instead of ${statuses.join(' or ')}`];
  // One row says why a table was not read.
  const wantedRows: readonly Row[] = isRead ? own.rows : [{}];
  if (shown.length !== wantedRows.length) return [`${at} has ${shown.length} rows instead of ${wantedRows.length}`];
  const rules = tenant.rules.filter(({ rule }) => reportOf(rule) === name);
  return shown.flatMap((row, place) => [
    ...cellDifferences(at, row, wantedRows[place] ?? {}, Object.keys(REPORTS[name]?.columns ?? {})),
    ...(hasGaps === undefined || ((row.Error ?? '') !== '') === hasGaps ? [] : [`${at}: Error is ${row.Error ?? ''}`]),
    ...(policy === undefined || rules.length === 0
      ? []
      : verdictDifferences(at, row, rowVerdict(rules, place, isRead))),
  ]);
}

function columnsOf(report: string, { policy }: ExpectedRun): readonly string[] {
  return [...Object.keys(REPORTS[report]?.columns ?? {}), ...(hasRegister(report, policy) ? ['Registered'] : [])];
}

function cellDifferences(at: string, row: Record_, wanted: Row, columns: readonly string[]): string[] {
  return columns.flatMap((column) => {
    const cell = wanted[column];
    // A blank row, of a mailbox without any, has no cells.
    if (cell === undefined || (cell.is === 'unknown' && cell.isOpen === true)) return [];
    const [is, should] = [plain(row[column] ?? ''), plain(cellText(cell))];
    return is === should || (is === 'inconclusive' && should === '' && cell.is === 'unknown')
      ? []
      : [`${at}: ${column} is "${is}" instead of "${should}" (${cell.is})`];
  });
}

function listDifferences(at: string, row: Record_, cells: readonly string[], columns: readonly string[]): string[] {
  return columns.flatMap((column, which) => {
    const [is, should] = [plain(row[column] ?? ''), plain(cells[which] ?? '')];
    return is === should ? [] : [`${at}: ${column} of the list is "${is}" instead of "${should}"`];
  });
}

function verdictDifferences(
  at: string,
  { Verdict: verdict = '', Violations: violations = '' }: Record_,
  wanted: ReturnType<typeof rowVerdict>,
): string[] {
  return [
    ...(verdict === wanted.verdict ? [] : [`${at}: Verdict is ${verdict} instead of ${wanted.verdict}`]),
    ...(violations === wanted.violations.join('; ')
      ? []
      : [`${at}: Violations is "${violations}" instead of "${wanted.violations.join('; ')}"`]),
  ];
}

const OF_FINDING = ['Rule', 'Title', 'Severity', 'Report', 'MailboxName', 'Item', 'Column', 'Found', 'Verdict'];

/** The findings as a set: each is a line of `violations.csv`. */
function violationDifferences(expected: ExpectedRun, shown: readonly Record_[]): string[] {
  const is = shown.map(shownLine).sort();
  const should = subjectsOf(expected)
    .flatMap(({ rules }) => rules.flatMap(({ findings }) => findings))
    .map((finding) => findingLine(finding))
    .sort();
  return [
    ...without(is, should).map((line) => `violations.csv has ${line}`),
    ...without(should, is).map((line) => `violations.csv lacks ${line}`),
    ...messageDifferences(expected, shown),
  ];
}

/** The messages that rules have. */
function messageDifferences(expected: ExpectedRun, shown: readonly Record_[]): string[] {
  return subjectsOf(expected).flatMap(({ seen, rules }) =>
    rules
      .flatMap(({ findings }) => findings)
      .flatMap((finding) => {
        const message = messageOf(finding, seen, expected);
        if (message === undefined) return [];
        const line = findingLine(finding);
        const rows = shown.filter((row) => shownLine(row) === line);
        if (rows.length === 0 || rows.some(({ Message = '' }) => plain(Message) === plain(message))) return [];
        return [`violations.csv: the message of ${line} is "${rows[0]?.Message ?? ''}" instead of "${message}"`];
      }),
  );
}

function shownLine(row: Record_): string {
  return OF_FINDING.map((name) => plain(row[name] ?? '')).join(' | ');
}

function findingLine({ rule, mailbox, report, row, column, found, verdict }: Finding): string {
  const { id, title = id, severity = 'error' } = rule;
  return [id, title, severity, report, mailbox, itemOf(report, row), column, csvText(found), verdict]
    .map(plain)
    .join(' | ');
}

/** The texts of a list that another lacks, as often as it lacks them. */
export function without(texts: readonly string[], others: readonly string[]): string[] {
  const left = [...others];
  return texts.filter((text) => {
    const at = left.indexOf(text);
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
}
