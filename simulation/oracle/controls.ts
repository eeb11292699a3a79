import { isTable } from '../world/columns.ts';
import { CATALOGUE_FILE, CONTROLS, type WorldControl, type WorldPart } from '../world/controls.ts';
import { subjectsOf, type ExpectedMailbox, type ExpectedRun } from './expected-run.ts';
import { reportOf, worstOfRules, type RuleOfMailbox, type Verdict } from './judge.ts';

export type ControlResult = 'met' | 'met-in-part' | 'excepted' | 'not-met' | 'unknown' | 'not-checked';

/** A line of `controls.csv`. */
export interface ControlLine {
  /** The cells of the columns that have one right text. */
  readonly cells: Readonly<Record<string, string>>;
  /** The right texts of `Tenant`. */
  readonly tenant: readonly string[];
}

type Subject = WorldPart['subject'];

/** What a mailbox, or the tenant, counts as. */
type CountedAs = Verdict | 'unread' | 'not concerned';

const SUBJECTS: readonly Subject[] = ['mailboxes', 'organization'];
const VIOLATED: readonly CountedAs[] = ['fail', 'warn', 'known'];
const COVERED = ['whole', 'effect', 'no'];

/** The lines of `controls.csv`; undefined if no rule decides a control. */
export function controlLines(run: ExpectedRun): readonly ControlLine[] | undefined {
  const rules = run.policy?.rules ?? [];
  if (rules.every(({ controls = [] }) => controls.length === 0)) return undefined;
  return CONTROLS.flatMap((control) => linesOf(control, run));
}

/** How many controls are not met, or not known to be. */
export function unmetCount(lines: readonly ControlLine[]): number {
  const unmet = lines.filter(({ cells: { Result = '' } }) => ['not-met', 'unknown'].includes(Result));
  return new Set(unmet.map(({ cells }) => cells.Control)).size;
}

/** A control about one subject. */
interface OfSubject {
  readonly subject: Subject;
  /** Ids of rules. */
  readonly rules: readonly string[];
  /** A mailbox each, or the tenant. */
  readonly counted: readonly CountedAs[];
}

function linesOf(control: WorldControl, run: ExpectedRun): readonly ControlLine[] {
  const all = rulesOf(
    run,
    control.parts.map((part) => nameOf(control, part)),
  );
  const about = new Set([...control.parts, ...all].map(({ subject }) => subject));
  const subjects = SUBJECTS.filter((subject) => about.has(subject)).map((subject): OfSubject => {
    const rules = all.filter((rule) => rule.subject === subject).map(({ id }) => id);
    const population = subject === 'mailboxes' ? run.mailboxes : [run.tenant];
    return { subject, rules, counted: rules.length === 0 ? [] : population.map((each) => countedAs(each, rules)) };
  });
  const result = resultOf(control, run, subjects);
  return subjects.map(({ subject, rules, counted }): ControlLine => {
    const count = (...kinds: readonly CountedAs[]): string =>
      rules.length === 0 ? '' : String(counted.filter((kind) => kinds.includes(kind)).length);
    const read: readonly CountedAs[] = ['pass', 'fail', 'warn', 'known', 'exempt', 'inconclusive'];
    return {
      cells: {
        Catalogue: CATALOGUE_FILE,
        Control: control.id,
        Title: control.title,
        Subject: subject,
        Result: result,
        Covered: coveredOf(control, subject, run),
        Basis: all.length === 0 ? '' : 'own',
        Rules: rules.join('; '),
        Listed: rules.length === 0 ? '' : String(counted.length),
        Read: count(...read, 'not concerned'),
        Concerned: count(...read),
        Passed: count('pass'),
        Failed: count('fail'),
        Warned: count('warn'),
        Known: count('known'),
        Exempt: count('exempt'),
        Inconclusive: count('inconclusive'),
        Unread: count('unread'),
      },
      tenant: rules.length === 0 || subject === 'organization' ? [''] : tenantSizes(run),
    };
  });
}

function resultOf(control: WorldControl, run: ExpectedRun, subjects: readonly OfSubject[]): ControlResult {
  const counted = subjects.flatMap((subject) => subject.counted);
  if (counted.every((kind) => kind === 'not concerned')) return 'not-checked';
  const ids = new Set(subjects.flatMap(({ rules }) => rules));
  // Also of a mailbox of which another rule says something worse.
  const verdicts = subjectsOf(run).flatMap(({ rules }) => rules.filter(({ rule }) => ids.has(rule.id)));
  if (verdicts.some(({ verdict = 'pass' }) => VIOLATED.includes(verdict))) return 'not-met';
  if (counted.some((kind) => kind === 'inconclusive' || kind === 'unread')) return 'unknown';
  if (counted.includes('exempt')) return 'excepted';
  const isWhole = control.parts.every(
    (part) => part.covered === 'whole' && isDecided(nameOf(control, part), part, run),
  );
  const hasMore =
    subjects.some(({ subject, rules }) => subject === 'mailboxes' && rules.length > 0) && lacksMailboxes(run);
  return isWhole && !hasMore ? 'met' : 'met-in-part';
}

/** Whether a rule that names a part, and is about its subject, says something of what was read. */
function isDecided(name: string, { subject }: WorldPart, run: ExpectedRun): boolean {
  const rules = rulesOf(run, [name]).filter((rule) => rule.subject === subject);
  return rules.some(({ id }) =>
    subjectsOf(run).some((each) => !['unread', 'not concerned'].includes(countedAs(each, [id]))),
  );
}

/** Whether the tenant has mailboxes that the list lacks, as far as the run knows. */
function lacksMailboxes({ unlistedMailboxes = [] }: ExpectedRun): boolean {
  return unlistedMailboxes.length > 0;
}

/** The worst verdict of rules about a mailbox, or the tenant. */
function countedAs(each: ExpectedMailbox, ids: readonly string[]): CountedAs {
  const own = each.rules.filter(({ rule }) => ids.includes(rule.id));
  const verdicts = own.flatMap((rule) => verdictOf(rule, each) ?? []);
  if (verdicts.length === 0) return 'not concerned';
  return own.some(({ rule }) => isRead(each, reportOf(rule))) ? worstOfRules(verdicts) : 'unread';
}

/** What counts of the verdict of a rule. */
function verdictOf({ rule, verdict, isUndecided }: RuleOfMailbox, { seen }: ExpectedMailbox): Verdict | undefined {
  const report = reportOf(rule);
  if (!isTable(report)) return verdict;
  const { status, rows } = seen.reports[report] ?? { status: 'failed', rows: [] };
  // No row of an empty table meets a "when".
  if (status === 'ok' && rows.length === 0 && rule.when !== undefined) return undefined;
  // An exemption covers rows of a table, and not the others.
  return verdict === 'exempt' && isUndecided ? 'inconclusive' : verdict;
}

/** Whether a report of a mailbox was read, if only in part. */
function isRead({ seen }: ExpectedMailbox, report: string): boolean {
  const { status, rows } = seen.reports[report] ?? { status: 'failed', rows: [] };
  return status === 'ok' || rows.length > 0;
}

function coveredOf(control: WorldControl, subject: Subject, run: ExpectedRun): string {
  const own = control.parts.filter((part) => part.subject === subject);
  // A rule about mailboxes may decide what is about the organization.
  const named = control.parts.filter((part) =>
    rulesOf(run, [nameOf(control, part)]).some((rule) => rule.subject === subject),
  );
  const covered = (own.length === 0 ? named : own).map((part) => COVERED.indexOf(part.covered));
  return COVERED[Math.max(...covered)] ?? '';
}

/**
 * How many mailboxes the tenant has, if the run asks it: those that the list lacks, and those of the list that it has. Whether it has one that no
 * report shows is known only if the tenant listed it, or a service answered that there is none.
 */
function tenantSizes({ world, mailboxes, unlistedMailboxes, reports }: ExpectedRun): readonly string[] {
  if (unlistedMailboxes === undefined && world.list.hasTenant !== true) return [''];
  const unread = mailboxes.filter((each) => !reports.some((report) => isRead(each, report)));
  const isAbsent = ({ seen }: ExpectedMailbox): readonly boolean[] =>
    reports.map((name) => ['not-found', 'no-mailbox'].includes(seen.reports[name]?.status ?? 'failed'));
  const absent = unread.filter((each) => isAbsent(each).every(Boolean));
  // Reports may differ in whether there is such a mailbox.
  const doubtful = unread.filter((each) => isAbsent(each).includes(true) && !absent.includes(each));
  const most = mailboxes.length - absent.length + (unlistedMailboxes?.length ?? 0);
  const sizes = Array.from({ length: doubtful.length + 1 }, (_, fewer) => String(most - fewer));
  const ofList = unread.filter(({ seen }) => seen.entry.file !== '');
  if (ofList.every((each) => absent.includes(each))) return sizes;
  return ofList.every((each) => absent.includes(each) || doubtful.includes(each)) ? [...sizes, ''] : [''];
}

function rulesOf(
  { policy }: ExpectedRun,
  names: readonly string[],
): readonly { readonly id: string; readonly subject: Subject }[] {
  return (policy?.rules ?? [])
    .filter(({ controls = [] }) => controls.some((name) => names.includes(name)))
    .map((rule) => ({ id: rule.id, subject: isTable(reportOf(rule)) ? 'organization' : 'mailboxes' }));
}

function nameOf({ id: control }: WorldControl, { id }: WorldPart): string {
  return `${CATALOGUE_FILE}/${control}${id === undefined ? '' : `#${id}`}`;
}
