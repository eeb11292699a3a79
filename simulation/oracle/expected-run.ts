import { isTable, REPORTS } from '../world/columns.ts';
import type { WorldPolicy, WorldRule } from '../world/world.ts';
import type { Facts } from './facts.ts';
import { hiddenBy } from './hidden.ts';
import { judged, reportOf, type IsKnown, type RuleOfMailbox } from './judge.ts';
import { goneLines, type KnownMailbox } from './register.ts';
import { knownMailbox, withRegistered } from './registered-rows.ts';
import { accountOf } from './reports/listings.ts';
import { madeOf } from './reports/mailboxes.ts';
import { MADE, ofMailbox, type Reading } from './reports/reports.ts';
import { tableOf } from './reports/tables.ts';
import { unlistedOf, withTenantOf, type UnlistedMailbox } from './unlisted.ts';
import type { OfMailbox, OfTable, RunOf, Seen, SeenReport, Status } from './run.ts';

/** What a run must show. */
export interface ExpectedRun extends RunOf {
  /** The reports about mailboxes that it reads, those of the input first. */
  readonly reports: readonly string[];
  readonly mailboxes: readonly ExpectedMailbox[];
  readonly tables: readonly ExpectedTable[];
  /** The tables as those of one mailbox without an address: where rules are counted, a table counts as a mailbox. */
  readonly tenant: ExpectedMailbox;
  /** Mailboxes that the list lacks; undefined if the run does not look for them. */
  readonly unlistedMailboxes: readonly UnlistedMailbox[] | undefined;
  /** How many lines of the register occur no more. */
  readonly goneLines: number;
  /** Without a result. */
  readonly isError: boolean;
}

/** A table about the tenant. */
export interface ExpectedTable extends OfTable {
  readonly name: string;
}

export interface ExpectedMailbox {
  readonly seen: Seen;
  /** Undefined: the subject is the tenant. */
  readonly known: KnownMailbox | undefined;
  /** The statuses that are right, by report. */
  readonly right: Readonly<Record<string, readonly Status[]>>;
  readonly rules: readonly RuleOfMailbox[];
}

/** What a run says, which decides where more than one thing is right. */
export interface Shown {
  /** The status of a report of a mailbox, or of a table, which has no address. */
  readonly statusOf: (report: string, address: string) => string | undefined;
  /** A cell of the first row of a mailbox, or of the row of an address. */
  readonly textOf: (report: string, name: string, column: string) => string;
  readonly isError: boolean;
}

/** What a run must show. */
export function expectedRun(asked: RunOf, facts: Facts, shown: Shown, isKnown: IsKnown = () => false): ExpectedRun {
  const named = reportsOf(asked);
  const reports = named.filter((name) => !isTable(name));
  const hidden = hiddenBy(asked.faults, facts, asked.world.tenant.exchange?.lackedCmdlets);
  const withTenant = withTenantOf(asked, reports, hidden);
  const run = withTenant ?? asked;
  const reading: Reading = {
    world: run.world,
    hidden,
    now: run.start,
    reads: new Set(reports),
    shownText: shown.textOf,
    shownStatus: shown.statusOf,
  };
  const rules = run.policy?.rules ?? [];
  const tables = named.filter(isTable).map((name): ExpectedTable => ({ name, ...tableOf(name, reading) }));
  const tenant = tenantOf(tables, run, shown, isKnown);
  const readsTrustees = reading.reads.has('access');
  const mailboxes = run.world.list.entries.map((entry): ExpectedMailbox => {
    const { address } = entry;
    const own: Record<string, SeenReport> = {};
    const expected = inOrder(reports).map((report) => {
      const of = MADE[report]?.(address, own, reading) ?? ofMailbox(report, address, reading);
      own[report] = seenOf(of, shown.statusOf(report, address));
      return [report, of] as const;
    });
    const known = knownMailbox(entry, own, reading);
    const seen: Seen = {
      entry,
      reports: { ...tenant.seen.reports, ...withRegistered(own, known, run, readsTrustees) },
      names: namesOf(address, reading),
    };
    return {
      seen,
      known,
      right: Object.fromEntries(expected.map(([report, { statuses }]) => [report, statuses])),
      rules: rules.filter((rule) => !isTable(reportOf(rule))).map((rule) => judged(rule, seen, run, isKnown)),
    };
  });
  const unlistedMailboxes = run.unlisted === undefined ? undefined : unlistedOf(run, reports, hidden);
  const isCut = withTenant === undefined || (run.unlisted !== undefined && unlistedMailboxes === undefined);
  const register = run.policy?.register;
  return {
    ...run,
    reports,
    mailboxes,
    tables,
    tenant,
    unlistedMailboxes,
    goneLines: register === undefined ? 0 : goneLines(register, mailboxes, readsTrustees),
    isError: isCut || (hidden.endsRun(reports) ?? shown.isError),
  };
}

/** The mailboxes of a run, and the tenant with its tables. */
export function subjectsOf({ mailboxes, tenant }: ExpectedRun): readonly ExpectedMailbox[] {
  return [...mailboxes, tenant];
}

/** The mailbox of a run with the same address, however it is spelled, or the tenant, which has none. */
export function subjectIn(run: ExpectedRun, address: string): ExpectedMailbox | undefined {
  return subjectsOf(run).find(({ seen }) => seen.entry.address.toLowerCase() === address.toLowerCase());
}

/** The tenant is not in the list. */
const NO_ENTRY = { address: '', file: '', line: 0, cells: [] };

function tenantOf(tables: readonly ExpectedTable[], run: RunOf, shown: Shown, isKnown: IsKnown): ExpectedMailbox {
  const reports = Object.fromEntries(
    tables.map((table) => [table.name, seenOf(table, shown.statusOf(table.name, ''))]),
  );
  const seen: Seen = { entry: NO_ENTRY, reports, names: [] };
  const rules = (run.policy?.rules ?? []).filter((rule) => isTable(reportOf(rule)));
  return {
    seen,
    known: undefined,
    right: Object.fromEntries(tables.map(({ name, statuses }) => [name, statuses])),
    rules: rules.map((rule) => judged(rule, seen, run, isKnown)),
  };
}

/** The rows of a run as another policy judges them. */
export function rejudged(run: ExpectedRun, policy: WorldPolicy, isKnown: IsKnown): ExpectedRun {
  const other = { ...run, policy };
  const readsTrustees = run.reports.includes('access');
  const judgedBy = (subject: ExpectedMailbox, ofTables: boolean): ExpectedMailbox => {
    const { known, seen } = subject;
    const reports = known === undefined ? seen.reports : withRegistered(seen.reports, known, other, readsTrustees);
    const now = { ...seen, reports };
    return {
      ...subject,
      seen: now,
      rules: policy.rules
        .filter((rule) => isTable(reportOf(rule)) === ofTables)
        .map((rule) => judged(rule, now, other, isKnown)),
    };
  };
  return {
    ...other,
    mailboxes: run.mailboxes.map((mailbox) => judgedBy(mailbox, false)),
    tenant: judgedBy(run.tenant, true),
  };
}

/** The reports of the input, then those that rules add: their own, and those of columns of other reports. */
export function reportsOf({ world, policy }: Pick<RunOf, 'world' | 'policy'>): readonly string[] {
  const named = [...world.reports, ...(policy?.rules ?? []).flatMap(reportsOfRule)];
  return [...new Set([...named, ...(named.includes('applications') ? ['applications-of-tenant'] : [])])];
}

/** The report of a rule, and those whose columns it names or that these are made of. */
export function reportsOfRule(rule: WorldRule): readonly string[] {
  const own = reportOf(rule);
  const inMessage = [...(rule.message ?? '').matchAll(/\{([^{}]+)\}/g)].map(([, column = '']) => column);
  return [...Object.keys(rule.when ?? {}), ...Object.keys(rule.expect), ...inMessage].reduce<readonly string[]>(
    (names, column) => {
      const other = column.slice(0, Math.max(0, column.indexOf('.')));
      const report = REPORTS[other] === undefined ? own : other;
      const name = report === other ? column.slice(other.length + 1) : column;
      return [...names, report, ...(report === 'mailboxes' ? madeOf(name) : [])];
    },
    [own],
  );
}

/** Reports that are made of others come after these. */
function inOrder(reports: readonly string[]): readonly string[] {
  return [
    ...reports.filter((name) => MADE[name] === undefined),
    ...Object.keys(MADE).filter((name) => reports.includes(name)),
  ];
}

function seenOf({ statuses, rows, rest = [] }: OfMailbox, shown: string | undefined): SeenReport {
  const status = statuses.find((each) => each === shown) ?? statuses[0] ?? 'failed';
  return { status, rows: status === 'ok' ? rows : rest };
}

/** Names that exemptions can have besides the address of the list. */
function namesOf(address: string, { hidden, reads }: Reading): string[] {
  const { facts } = hidden;
  const account = reads.has('accounts') ? accountOf(address, facts) : undefined;
  const readsExchange = [...reads].some((name) => REPORTS[name]?.source === 'exchange');
  const mailbox = readsExchange ? facts.mailboxes[address.toLowerCase()]?.mailbox : undefined;
  const names = [
    account?.userPrincipalName,
    account?.id,
    mailbox?.UserPrincipalName,
    mailbox?.PrimarySmtpAddress,
    mailbox?.ExternalDirectoryObjectId,
  ];
  return names.flatMap((name) => (typeof name === 'string' ? [name.toLowerCase()] : []));
}
