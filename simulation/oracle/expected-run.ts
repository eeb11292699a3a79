import { REPORTS } from '../world/columns.ts';
import type { WorldRule } from '../world/world.ts';
import type { Facts } from './facts.ts';
import { hiddenBy } from './hidden.ts';
import { judged, reportOf, type IsKnown, type RuleOfMailbox } from './judge.ts';
import { accountOf } from './reports/listings.ts';
import { madeOf } from './reports/mailboxes.ts';
import { MADE, ofMailbox, type Reading } from './reports/reports.ts';
import type { OfMailbox, RunOf, Seen, SeenReport, Status } from './run.ts';

/** What a run must show. */
export interface ExpectedRun extends RunOf {
  /** The reports that it reads, those of the input first. */
  readonly reports: readonly string[];
  readonly mailboxes: readonly ExpectedMailbox[];
  /** Without a result. */
  readonly isError: boolean;
}

export interface ExpectedMailbox {
  readonly seen: Seen;
  /** The statuses that are right, by report. */
  readonly right: Readonly<Record<string, readonly Status[]>>;
  readonly rules: readonly RuleOfMailbox[];
}

/** What a run says, which decides where more than one thing is right. */
export interface Shown {
  /** The status of a report of a mailbox. */
  readonly statusOf: (report: string, address: string) => string | undefined;
  readonly isError: boolean;
}

/** What a run must show. */
export function expectedRun(run: RunOf, facts: Facts, shown: Shown, isKnown: IsKnown = () => false): ExpectedRun {
  const reports = reportsOf(run);
  const hidden = hiddenBy(run.faults, facts);
  const reading: Reading = { world: run.world, hidden, now: run.start, reads: new Set(reports) };
  const rules = run.policy?.rules ?? [];
  const mailboxes = run.world.list.entries.map((entry): ExpectedMailbox => {
    const { address } = entry;
    const own: Record<string, SeenReport> = {};
    const expected = inOrder(reports).map((report) => {
      const of = MADE[report]?.(address, own, reading) ?? ofMailbox(report, address, reading);
      own[report] = seenOf(of, shown.statusOf(report, address));
      return [report, of] as const;
    });
    const seen: Seen = {
      entry,
      reports: own,
      names: namesOf(address, reading),
    };
    return {
      seen,
      right: Object.fromEntries(expected.map(([report, { statuses }]) => [report, statuses])),
      rules: rules.map((rule) => judged(rule, seen, run, isKnown)),
    };
  });
  return { ...run, reports, mailboxes, isError: hidden.endsRun(reports) ?? shown.isError };
}

/** The reports of the input, then those that rules add: their own, and those of columns of other reports. */
export function reportsOf({ world, policy }: Pick<RunOf, 'world' | 'policy'>): readonly string[] {
  return [...new Set([...world.reports, ...(policy?.rules ?? []).flatMap(ofRule)])];
}

function ofRule(rule: WorldRule): string[] {
  const own = reportOf(rule);
  const inMessage = [...(rule.message ?? '').matchAll(/\{([^{}]+)\}/g)].map(([, column = '']) => column);
  return [...Object.keys(rule.when ?? {}), ...Object.keys(rule.expect), ...inMessage].reduce(
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
