import { CONTROL_RESULTS, POPULATION } from '../../../controls/evidence.ts';
import type {
  ControlPeriod,
  CountedRun,
  ExceptionPeriod,
  PolicyChange,
} from '../../../history/period/control-period.ts';
import type { KeptEvidence } from '../../../history/period/kept-files.ts';
import type { Interval, Night } from '../../../history/period/nights.ts';
import type { Block, Cell, Column, Piece, Section } from '../../../run/section.ts';
import { capitalized } from '../../../text/display.ts';
import { count, counted, listed, utcText } from '../../../text/numbers.ts';
import { VERSION } from '../../../version.ts';
import type { EvidencePeriod } from './evidence-period.ts';
import type { Remediation } from './remediations.ts';

/** Of digests and commits in the table of a control. The table of runs has them whole. */
const SHORT = 12;

/** What the runs of a period say, for people. Its texts are hostile. */
export function periodSection(result: EvidencePeriod, now: number): Section {
  const { period, nights, runs, controls, changes, exceptions, remediations, unused, notes } = result;
  const title = `Evidence of controls from ${dayText(period.from)} to ${dayText(new Date(period.end.getTime() - 1))}`;
  const gaps = gapsIn(nights);
  const missing = gaps.filter(({ isGap }) => isGap);
  const others = gaps.filter(({ isGap }) => !isGap);
  const blocks: readonly Block[] = [
    { paragraph: headText(result, now) },
    { heading: 'Nights without evidence' },
    missing.length === 0 ? NONE : { items: mergedGaps(missing) },
    ...(others.length === 0
      ? []
      : [
          { heading: 'Runs without evidence beside others' },
          { items: others.map(({ start, reason }) => `${dayText(start)}: ${reason}`) },
        ]),
    ...(unused.length === 0
      ? []
      : [{ heading: 'Not used' }, { items: unused.map(({ name, reason }) => `${name}: ${reason}`) }]),
    { heading: 'Controls' },
    controlsTable(controls),
    { heading: 'Changes of the policy' },
    changes.length === 0 ? NONE : { items: changes.map(changeText) },
    { heading: 'Exceptions in force' },
    exceptions.length === 0 ? NONE : exceptionsTable(exceptions),
    { heading: 'Remediations' },
    remediations.length === 0 ? NONE : { items: remediations.map(remediationText) },
    ...controls.flatMap((one): readonly Block[] => [
      { heading: `${one.catalogue}/${one.control}: ${one.title}` },
      controlTable(one),
      ...missingIn(one.runs),
    ]),
    { heading: 'Runs' },
    runsTable(runs),
    { heading: 'Not in this answer' },
    { items: [...notes, SIGNATURES] },
  ];
  return { title, folded: title, blocks };
}

const NONE: Block = { paragraph: 'None.' };
const SIGNATURES = 'Signatures are not checked. The digest is that of evidence.json, by which its signature is found.';

function headText({ nights, runs, period }: EvidencePeriod, now: number): string {
  const expected = nights.filter(({ isExpected }) => isExpected);
  const run = expected.filter(({ counted: one }) => one !== undefined);
  const { tenant = '', cloud = '', run: { repository } = { repository: null } } = runs[0]?.run.evidence ?? {};
  return [
    `Tenant ${tenant} (${cloud})${repository === null ? '' : `, repository ${repository}`}.`,
    `A run is expected ${everyPhrase(period.every)}: ${counted(expected.length, 'night', 'nights')} expected, ${count(run.length)} with evidence, ${count(expected.length - run.length)} without.`,
    `Made on ${utcText(now)} by Mailbox Report ${VERSION}. Times are in UTC. The newest run of a night counts.`,
  ].join(' ');
}

/** A night without evidence, or with a run that cannot be used. */
interface NightNote {
  readonly start: Date;
  readonly end: Date;
  /** Whether a run was expected and none counts. */
  readonly isGap: boolean;
  /** Hostile until escaped. */
  readonly reason: string;
}

/** The nights about which something is to be said. */
export function gapsIn(nights: readonly Night[]): readonly NightNote[] {
  return nights.flatMap(({ start, end, isExpected, counted, reason }) =>
    reason === '' ? [] : [{ start, end, isGap: isExpected && counted === undefined, reason }],
  );
}

/** `1d`, `12h`, `weekday`, as the option takes it. */
export function everyText(every: Interval): string {
  if (every === 'weekday') return every;
  return every.hours % 24 === 0 ? `${every.hours / 24}d` : `${every.hours}h`;
}

function everyPhrase(every: Interval): string {
  if (every === 'weekday') return 'on each day from Monday to Friday';
  const days = every.hours / 24;
  if (!Number.isInteger(days)) return `every ${counted(every.hours, 'hour', 'hours')}`;
  return days === 1 ? 'every day' : `every ${count(days)} days`;
}

/** Nights that follow each other for the same reason are one item. */
function mergedGaps(gaps: readonly NightNote[]): readonly string[] {
  const groups: NightNote[][] = [];
  for (const gap of gaps) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const follows = last?.reason === gap.reason && last.end.getTime() === gap.start.getTime();
    if (follows) group?.push(gap);
    else groups.push([gap]);
  }
  return groups.map((group) => {
    const [first, last] = [group[0], group.at(-1)];
    const days = [first, last].map((one) => (one === undefined ? '' : dayText(one.start)));
    const nights = group.length === 1 ? days[0] : `${days.join(' to ')} (${count(group.length)} nights)`;
    return `${nights ?? ''}: ${first?.reason ?? ''}`;
  });
}

function controlsTable(controls: readonly ControlPeriod[]): Block {
  const rows = controls.map(({ catalogue, control, title, runs, nights, without }) => {
    const results = CONTROL_RESULTS.flatMap((result) => {
      const number = nights.get(result) ?? 0;
      return number === 0 ? [] : [`${result} ${count(number)}`];
    });
    const absent = without === 0 ? [] : [`not in the evidence ${count(without)}`];
    const last = newestOf(runs);
    const basis = listed([...new Set(last?.lines.flatMap((line) => line.basis ?? []))], 'and');
    return {
      cells: [`${catalogue}/${control}`, title, last?.result ?? '', basis, [...results, ...absent].join(', ')],
    };
  });
  const columns = ['Control', 'Title', 'Last result', 'Basis', 'Nights by result'];
  return table('Controls', columns, rows, ['control', 'controls']);
}

/** The newest run of a control that counts. */
function newestOf(runs: ControlPeriod['runs']): ControlPeriod['runs'][number] | undefined {
  return runs.findLast(({ isCounted }) => isCounted);
}

/** Why a control was not met as a whole in its newest run. */
function missingIn(runs: ControlPeriod['runs']): readonly Block[] {
  const sentences = [...new Set(newestOf(runs)?.lines.flatMap(({ missing }) => missing))];
  return sentences.length === 0 ? [] : [{ paragraph: 'What is missing in the newest run:' }, { items: sentences }];
}

function controlTable({ runs }: ControlPeriod): Block {
  const columns = ['Started', 'Run', 'Commit', 'Digest', 'Result', 'Subject'].map((name): Column => ({ name }));
  const numbers = POPULATION.map((name): Column => ({ name: capitalized(name), kind: 'number' }));
  const rows = runs.flatMap(({ run, isCounted, lines }) =>
    lines.map(({ result, subject, population }) => {
      const { commit } = run.evidence.run;
      const started = `${utcText(run.started.getTime())}${isCounted ? '' : ' (replaced by a later run)'}`;
      const cells = [
        started,
        runText(run),
        (commit ?? '').slice(0, SHORT),
        run.digest.slice(0, SHORT),
        result,
        subject,
      ];
      return { cells: [...cells, ...POPULATION.map((name) => numberText(population[name]))] };
    }),
  );
  return table('Runs of the control', [...columns, ...numbers], rows, ['line', 'lines']);
}

function runsTable(runs: readonly CountedRun[]): Block {
  const rows = runs.map(({ run, isCounted }): { cells: readonly Cell[] } => {
    const { evidence, started, digest } = run;
    const { actor, commit, url } = evidence.run;
    const link: Piece = url === null ? runText(run) : { link: runText(run), url };
    const isUsed = isCounted ? 'yes' : 'no';
    return { cells: [utcText(started.getTime()), link, isUsed, evidence.result, actor ?? '', commit ?? '', digest] };
  });
  const columns = ['Started', 'Run', 'Counts', 'Result of the run', 'Started by', 'Commit', 'Digest of evidence.json'];
  return table('Runs', columns, rows, ['run', 'runs']);
}

function exceptionsTable(exceptions: readonly ExceptionPeriod[]): Block {
  const rows = exceptions.map(({ rule, expires, reason, owner, first, last, numbers }) => ({
    cells: [rule, expires, owner, reason, dayOf(first), dayOf(last), rangeText(numbers)],
  }));
  const columns = ['Rule', 'Last day', 'Owner', 'Reason', 'First run', 'Last run', 'Exempt'];
  return table('Exceptions', columns, rows, ['exception', 'exceptions']);
}

/** `policy: 1a2b… -> 3c4d…, from the run 41 (commit …) to the run 42 (commit …)`. Hostile until escaped. */
export function changeText({ from, to, what, before = 'none', after = 'none' }: PolicyChange): string {
  const texts = [from, to].map((run) => {
    const { commit } = run.evidence.run;
    return `${utcText(run.started.getTime())} (run ${runText(run)}, commit ${commit ?? 'not known'})`;
  });
  return `${what}: ${before} -> ${after}, between ${listed(texts, 'and')}`;
}

/** Hostile until escaped. */
export function exceptionText({ expires, reason, owner, first, last, numbers }: ExceptionPeriod): string {
  const runs = `in the runs from ${dayOf(first)} to ${dayOf(last)}, exempt: ${rangeText(numbers)}`;
  return `Until ${expires}, owner ${owner}, ${runs}. ${reason}`;
}

/** Hostile until escaped. */
export function remediationText(remediation: Remediation): string {
  const { name, applied, actor, approvers, plan, changes, recorded } = remediation;
  const counts = [...(changes ?? [])].map(([status, number]) => `${count(number)} ${status}`);
  const upTo = recorded === undefined ? '' : ` of up to ${counted(recorded, 'change', 'changes')}`;
  const what =
    changes === undefined
      ? `what was applied${upTo} is not known: there is no applied.csv`
      : counts.length === 0
        ? 'no change'
        : listed(counts, 'and');
  const by = actor === '' ? '' : `, started by ${actor}`;
  const approved =
    approvers === undefined
      ? ', who approved it is not known'
      : approvers.length === 0
        ? ', without an approval'
        : `, approved by ${listed(approvers, 'and')}`;
  const when = applied === undefined ? 'At a time that is not known' : utcText(applied.getTime());
  return `${when}: ${what}${by}${approved}${plan === '' ? '' : `, plan ${plan}`} (${name})`;
}

/** `3`, `2 to 5`, or that it is not known. */
function rangeText(numbers: ExceptionPeriod['numbers']): string {
  const known = numbers.filter((number) => number !== null);
  if (known.length < numbers.length || known.length === 0) return 'not known';
  const [fewest, most] = [Math.min(...known), Math.max(...known)];
  return fewest === most ? count(most) : `${count(fewest)} to ${count(most)}`;
}

function runText({ name, evidence: { run } }: KeptEvidence): string {
  return run.id === '' ? name : run.id;
}

function dayOf({ started }: KeptEvidence): string {
  return started.toISOString().slice(0, 10);
}

function numberText(number: number | null): string {
  return number === null ? '' : count(number);
}

function dayText(date: Date): string {
  const text = utcText(date.getTime());
  return text.endsWith(' 00:00 UTC') || text.endsWith(' 23:59 UTC') ? text.slice(0, 10) : text;
}

function table(
  label: string,
  columns: readonly (string | Column)[],
  rows: readonly { readonly cells: readonly Cell[] }[],
  unit: readonly [string, string],
): Block {
  return {
    table: {
      label,
      columns: columns.map((column) => (typeof column === 'string' ? { name: column } : column)),
      rows,
      unit,
    },
  };
}
