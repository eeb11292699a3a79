import { isTable } from '../world/columns.ts';
import type { WorldPolicy, WorldRule } from '../world/world.ts';
import { definition } from './baseline.ts';
import { without } from './differences.ts';
import { rejudged, reportsOfRule, subjectsOf, type ExpectedRun } from './expected-run.ts';
import { itemOf } from './items.ts';
import { reportOf, type Finding, type IsKnown } from './judge.ts';
import { ruleLines, type RuleLine } from './rehearsal-text.ts';

/** What people see of a rehearsal. */
export interface RehearsalOutcome {
  readonly code: number;
  readonly outputs: Readonly<Record<string, string>>;
  /** The job summary. */
  readonly summary: string;
}

/** A rehearsal of a run. */
export interface Rehearsed {
  /** The run of the rows. */
  readonly kept: ExpectedRun;
  readonly policy: WorldPolicy;
  /** The policy that the rehearsal names as the one before; undefined: what the run found counts. */
  readonly base: WorldPolicy | undefined;
  readonly isKnown: IsKnown;
}

/** What is different of a rule, each with the mailboxes of which that is true, in the order of the list. */
interface Effect {
  readonly rule: string;
  readonly severity: Severity;
  /** That of the policy before, if it is known. */
  readonly severityBefore: Severity | undefined;
  readonly presence: 'kept' | 'added' | 'removed';
  /** Whether the rows have the report that the rule is about. */
  readonly isJudged: boolean;
  readonly by: Readonly<Record<Severity, SeverityEffect>>;
  readonly known: readonly string[];
  readonly exempt: readonly string[];
  readonly noLongerFails: readonly string[];
  readonly inconclusive: number;
}

type Severity = 'error' | 'warning';

interface SeverityEffect {
  readonly before: number;
  readonly after: number;
  readonly new: readonly string[];
  readonly fewer: readonly string[];
}

const SEVERITIES: readonly Severity[] = ['error', 'warning'];
const MOST_NAMES = 10;

/** What a rehearsal shows and should not, in sentences; none if it says what docs/policy.md says. */
export function rehearsalDifferences(rehearsed: Rehearsed, outcome: RehearsalOutcome): readonly string[] {
  const { world } = rehearsed.kept;
  const effects = effectsOf(rehearsed);
  return [
    ...outputDifferences(effects, outcome, world.rehearsal.inputs['fail-on-rehearsal'] === 'new'),
    ...headlineDifferences(rehearsed, effects, outcome.summary),
    ...mailboxDifferences(rehearsed, outcome.summary),
    ...tableDifferences(effects, outcome.summary, rehearsed),
    ...nameDifferences(rehearsed, effects, outcome.summary),
    ...setDifferences(rehearsed, effects, outcome.summary),
    ...undecidedDifferences(rehearsed, outcome.summary),
  ].map((text) => `rehearsal: ${text}`);
}

/** How many mailboxes violate a rule, neither known nor exempt; undefined for rules that the rows do not decide everywhere. */
export function wouldViolate(rehearsed: Rehearsed): ReadonlyMap<string, number> {
  const decided = rehearsed.policy.rules.filter((rule) => lackingReports(rule, rehearsed.kept).length === 0);
  const effects = new Map(effectsOf(rehearsed).map((effect) => [effect.rule, effect]));
  return new Map(
    decided.map(({ id }) => {
      const { error, warning } = effects.get(id)?.by ?? {};
      return [id, (error?.after ?? 0) + (warning?.after ?? 0)];
    }),
  );
}

function sum(effects: readonly Effect[], numberOf: (effect: Effect) => number): number {
  return effects.reduce((total, effect) => total + numberOf(effect), 0);
}

function effectsOf({ kept, policy, base, isKnown }: Rehearsed): readonly Effect[] {
  const after = rejudged(kept, policy, isKnown);
  const before = base === undefined ? kept : rejudged(kept, base, isKnown);
  const earlier = (before.policy?.rules ?? []).filter(
    ({ id }) => base !== undefined || subjectsOf(kept).some(({ rules }) => findingsOf(rules, id).length > 0),
  );
  const ids = [...new Set([...policy.rules, ...earlier].map(({ id }) => id))];
  return ids.map((id) => effectOf(id, kept, { after, before, base }));
}

type Judged = ExpectedRun['mailboxes'][number]['rules'];

function findingsOf(rules: Judged, id: string): readonly Finding[] {
  return rules.filter(({ rule }) => rule.id === id).flatMap(({ findings }) => findings);
}

/** What a rule says of a mailbox, or of a table, by both policies. */
interface OfBoth {
  /** The name of a table. */
  readonly address: string;
  readonly is: readonly Finding[];
  readonly was: readonly Finding[];
  /** Whether a violation may be there still: its report is unread, or the rule is inconclusive. */
  readonly isOpen: boolean;
}

interface Policies {
  readonly after: ExpectedRun;
  readonly before: ExpectedRun;
  readonly base: Rehearsed['base'];
}

function ofBoth(id: string, report: string | undefined, kept: ExpectedRun, { after, before }: Policies): OfBoth[] {
  const isUnread = ({ reports }: ExpectedRun['tenant']['seen']): boolean =>
    report !== undefined && reports[report]?.status !== 'ok';
  const isInconclusive = (findings: readonly Finding[]): boolean =>
    findings.some(({ verdict }) => verdict === 'inconclusive');
  const tables = kept.tables.map(({ name }) => {
    const [is = [], was = []] = [after, before].map(({ tenant }) =>
      findingsOf(tenant.rules, id).filter((finding) => finding.report === name),
    );
    return { address: name, is, was, isOpen: (report === name && isUnread(kept.tenant.seen)) || isInconclusive(is) };
  });
  const mailboxes = kept.mailboxes.map(({ seen }, at) => {
    const [is = [], was = []] = [after, before].map((run) => findingsOf(run.mailboxes[at]?.rules ?? [], id));
    const isOfTable = report !== undefined && isTable(report);
    return { address: seen.entry.address, is, was, isOpen: (!isOfTable && isUnread(seen)) || isInconclusive(is) };
  });
  return [...tables, ...mailboxes];
}

function effectOf(id: string, kept: ExpectedRun, policies: Policies): Effect {
  const { after, before, base } = policies;
  const [is, was] = [after, before].map(({ policy }) => policy?.rules.find((rule) => rule.id === id));
  const isJudged = is === undefined || hasReport(kept, reportOf(is));
  const subjects = isJudged ? ofBoth(id, is && reportOf(is), kept, policies) : [];
  const where = (has: (subject: OfBoth) => boolean): readonly string[] =>
    subjects.filter(has).map(({ address }) => address);
  const by = (severity: Severity): SeverityEffect => {
    const of = (findings: readonly Finding[]): readonly Finding[] =>
      findings.filter(({ verdict }) => verdict === (severity === 'error' ? 'fail' : 'warn'));
    return {
      before: where((mailbox) => of(mailbox.was).length > 0).length,
      after: where((mailbox) => of(mailbox.is).length > 0).length,
      new: where((mailbox) => lacksSome(of(mailbox.is), of(mailbox.was))),
      fewer: where(
        (mailbox) => !mailbox.isOpen && lacksSome(of(mailbox.was), [...of(mailbox.is), ...accepted(mailbox.is)]),
      ),
    };
  };
  const newly = (verdict: Finding['verdict']): readonly string[] =>
    where((mailbox) =>
      hasSome(
        mailbox.is.filter((each) => each.verdict === verdict),
        mailbox.was.filter(isCounted),
      ),
    );
  const bySeverity = { error: by('error'), warning: by('warning') };
  const shownBefore = bySeverity.error.before > 0 || bySeverity.warning.before > 0 || base !== undefined;
  const severityBefore = was !== undefined && shownBefore ? severityOf(was) : undefined;
  const isFailure = ({ verdict }: Finding): boolean => verdict === 'fail';
  return {
    rule: id,
    severity: is === undefined ? (severityBefore ?? 'error') : severityOf(is),
    severityBefore,
    presence: is === undefined ? 'removed' : base !== undefined && was === undefined ? 'added' : 'kept',
    isJudged,
    by: bySeverity,
    known: newly('known'),
    exempt: newly('exempt'),
    noLongerFails: where((mailbox) => lacksSome(mailbox.was.filter(isFailure), mailbox.is.filter(isFailure))),
    inconclusive: where(
      (mailbox) => mailbox.is.some(({ verdict }) => verdict === 'inconclusive') && !mailbox.is.some(isCounted),
    ).length,
  };
}

function severityOf({ severity = 'error' }: WorldRule): Severity {
  return severity;
}

function isCounted({ verdict }: Finding): boolean {
  return verdict === 'fail' || verdict === 'warn';
}

function accepted(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ verdict }) => verdict === 'known' || verdict === 'exempt');
}

/** What makes violations of a rule the same. */
function keyOf({ report, row, column }: Finding): string {
  return JSON.stringify([itemOf(report, row), definition(report, row), column]);
}

function lacksSome(some: readonly Finding[], others: readonly Finding[]): boolean {
  return without(some.map(keyOf), others.map(keyOf)).length > 0;
}

function hasSome(some: readonly Finding[], others: readonly Finding[]): boolean {
  const keys = new Set(others.map(keyOf));
  return some.some((finding) => keys.has(keyOf(finding)));
}

/** Whether a rule is weaker than before; undefined: it depends on how exemptions are written. */
function isWeaker(effect: Effect, { policy, base }: Rehearsed): boolean | undefined {
  const { rule, presence, severity, severityBefore, known, exempt, noLongerFails } = effect;
  if (presence === 'removed' || noLongerFails.length + known.length + exempt.length > 0) return true;
  if (severityBefore === 'error' && severity === 'warning') return true;
  const ofRule = (of: WorldPolicy | undefined): string =>
    JSON.stringify(
      of?.exemptions
        .filter((exemption) => exemption.rule === rule)
        .map(({ mailboxes, items, expires }) => [mailboxes, items, expires]),
    );
  return base !== undefined && presence === 'kept' && ofRule(policy) !== ofRule(base) ? undefined : false;
}

function outputDifferences(
  effects: readonly Effect[],
  { code, outputs }: RehearsalOutcome,
  failsOnNew: boolean,
): string[] {
  const of = (numberOf: (effect: SeverityEffect) => number): number => sum(effects, ({ by }) => numberOf(by.error));
  const isNew = of((effect) => effect.new.length) > 0;
  const fails = failsOnNew && isNew;
  const wanted = {
    result: fails ? 'violations' : 'pass',
    'would-violate-count': String(of(({ after }) => after)),
    'would-be-new-count': String(of((effect) => effect.new.length)),
    'would-be-resolved-count': String(of(({ fewer }) => fewer.length)),
  };
  return [
    ...Object.entries(wanted).flatMap(([name, value]) =>
      outputs[name] === value ? [] : [`output ${name} is ${outputs[name] ?? 'not set'} instead of ${value}`],
    ),
    ...(code === (fails ? 1 : 0) ? [] : [`exit code is ${code}`]),
  ];
}

const PART = String.raw`(\d+) NOUNs?, (\d+) of them new(?: \(rule ([^)]*)\))?, (\d+) fewer`;
const HEADLINE = new RegExp(
  String.raw`Would find ${PART.replace('NOUN', 'violation')}(?:; ${PART.replace('NOUN', 'warning')})?` +
    String.raw`(?:; (\d+) rules? (?:is|are) weaker than before)?(?:; (\d+) rules? (?:is|are) not judged)?\*\*`,
);

function headlineDifferences(rehearsed: Rehearsed, effects: readonly Effect[], summary: string): string[] {
  const match: readonly (string | undefined)[] = HEADLINE.exec(summary) ?? [];
  const numberAt = (at: number): number => Number(match[at] ?? '0');
  const partAt = (at: number): object => ({
    numbers: [at, at + 1, at + 3].map(numberAt),
    rules: (match[at + 2] ?? '').split(', ').filter(Boolean).sort(),
  });
  const [error, warning] = SEVERITIES.map((severity) => {
    const rules = effects.filter(({ by }) => by[severity].new.length > 0);
    const total = (numberOf: (effect: SeverityEffect) => number): number =>
      sum(effects, ({ by }) => numberOf(by[severity]));
    return {
      numbers: [total(({ after }) => after), total((effect) => effect.new.length), total(({ fewer }) => fewer.length)],
      rules: rules.map(({ rule, by }) => `${rule} ${by[severity].new.length}`).sort(),
    };
  });
  const weaker = effects.map((effect) => isWeaker(effect, rehearsed));
  const [least, most] = [weaker.filter((is) => is === true).length, weaker.filter((is) => is !== false).length];
  const unjudged = effects.filter(({ isJudged }) => !isJudged).length;
  const isRight =
    match.length > 0 &&
    JSON.stringify([partAt(1), partAt(5)]) === JSON.stringify([error, warning]) &&
    numberAt(9) >= least &&
    numberAt(9) <= most &&
    numberAt(10) === unjudged;
  const wanted = `${JSON.stringify([error, warning])}, ${least} to ${most} weaker, ${unjudged} not judged`;
  return isRight ? [] : [`says "${match[0] ?? 'nothing'}" instead of ${wanted}`];
}

function tableDifferences(effects: readonly Effect[], summary: string, rehearsed: Rehearsed): string[] {
  const lines = new Map(ruleLines(summary).map((line) => [line.rule, line]));
  const judged = effects.filter(({ isJudged }) => isJudged);
  const [, same = '0']: readonly (string | undefined)[] =
    /^(\d+) rules? finds? the same as before\.$/m.exec(summary) ?? [];
  return [
    ...judged.flatMap((effect) => {
      const line = lines.get(effect.rule);
      if (line === undefined) return hasEffect(effect, rehearsed) ? [`lacks the rule ${effect.rule}`] : [];
      const [is, should] = [JSON.stringify(line), JSON.stringify(lineOf(effect))];
      return is === should ? [] : [`shows ${is} instead of ${should}`];
    }),
    ...[...lines.keys()]
      .filter((rule) => !judged.some((effect) => effect.rule === rule))
      .map((rule) => `shows the rule ${rule}`),
    ...(Number(same) === judged.length - lines.size ? [] : [`says that ${same} rules find the same`]),
  ];
}

function hasEffect(effect: Effect, rehearsed: Rehearsed): boolean {
  const { presence, by, inconclusive } = effect;
  const differs = [by.error, by.warning].some(
    ({ before, after, new: fresh, fewer }) => before !== after || fresh.length + fewer.length > 0,
  );
  return differs || presence !== 'kept' || inconclusive > 0 || isWeaker(effect, rehearsed) === true;
}

function lineOf({ rule, presence, severity, severityBefore, by, ...effect }: Effect): RuleLine {
  const { before, after, new: fresh, fewer } = by[severity];
  const wasOther = severityBefore !== undefined && severityBefore !== severity;
  const { noLongerFails, known, exempt, inconclusive } = effect;
  return {
    rule,
    presence,
    severity: wasOther ? `${severity}, was ${severityBefore}` : severity,
    numbers: [
      before,
      after,
      fresh.length,
      fewer.length,
      noLongerFails.length,
      known.length,
      exempt.length,
      inconclusive,
    ],
  };
}

/** How many mailboxes are judged, and how many of these are unread in part. */
function mailboxDifferences({ kept: { mailboxes, reports } }: Rehearsed, summary: string): string[] {
  const [line = 'nothing', total, unread = '0']: readonly (string | undefined)[] =
    /: (\d+) mailbox(?:es)?(?:, (\d+) of them not wholly read)?\.$/m.exec(summary) ?? [];
  const partly = mailboxes.filter(({ seen }) => reports.some((name) => seen.reports[name]?.status !== 'ok')).length;
  return Number(total) === mailboxes.length && Number(unread) === partly
    ? []
    : [`says "${line}" instead of ${mailboxes.length} mailboxes, ${partly} of them not wholly read`];
}

/** The mailboxes that a rehearsal names: at most ten for each number, and none if the summary has counts alone. */
function nameDifferences(rehearsed: Rehearsed, effects: readonly Effect[], summary: string): string[] {
  const { world } = rehearsed.kept;
  const names = (addresses: readonly string[]): string =>
    [
      ...addresses.slice(0, MOST_NAMES).map((address) => `\`${address}\``),
      ...(addresses.length > MOST_NAMES ? [`${addresses.length - MOST_NAMES} more`] : []),
    ].join(', ');
  const lines = effects
    .filter(({ isJudged }) => isJudged)
    .flatMap(({ rule, by, severity, known, exempt }) =>
      Object.entries({ new: by[severity].new, fewer: by[severity].fewer, 'newly known': known, 'newly exempt': exempt })
        .filter(([, addresses]) => addresses.length > 0)
        .map(([name, addresses]) => `- \`${rule}\`, ${name}: ${names(addresses)}`),
    );
  const wanted = world.rehearsal.inputs.summary === 'counts' ? [] : lines;
  const shown = summary.match(/^- `[^`]+`, (?:new|fewer|newly known|newly exempt): .*$/gm) ?? [];
  const weaker = effects
    .filter(({ noLongerFails }) => noLongerFails.length > 0)
    .map(({ rule, noLongerFails }) => {
      const mailboxes = noLongerFails.length === 1 ? 'mailbox' : 'mailboxes';
      const ofRule = `no longer fails for ${noLongerFails.length} ${mailboxes}`;
      return `- Weaker: \`${rule}\` … ${ofRule}${world.rehearsal.inputs.summary === 'counts' ? '' : `: ${names(noLongerFails)}`}`;
    });
  const shownWeaker = (summary.match(/^- Weaker: .*no longer fails for .*$/gm) ?? []).map((line) =>
    line.replace(/^(- Weaker: `[^`]+`) .*?(no longer fails for)/, '$1 … $2'),
  );
  return [
    ...without(shown, wanted).map((line) => `says ${line}`),
    ...without(wanted, shown).map((line) => `does not say ${line}`),
    ...without(shownWeaker, weaker).map((line) => `says ${line}`),
    ...without(weaker, shownWeaker).map((line) => `does not say ${line}`),
  ];
}

/** What a remediation would change, and in how many mailboxes, for rules that find something else than before. */
function setDifferences({ policy }: Rehearsed, effects: readonly Effect[], summary: string): string[] {
  const listed = new Set(ruleLines(summary).map(({ rule }) => rule));
  const wanted = effects.flatMap(({ rule, by }) => {
    const after = by.error.after + by.warning.after;
    const sets = policy.rules.some(({ id, set }) => id === rule && set !== undefined);
    return sets && listed.has(rule) && after > 0
      ? [`\`${rule}\`, in ${after} ${after === 1 ? 'mailbox' : 'mailboxes'}`]
      : [];
  });
  const shown = [...summary.matchAll(/A remediation plan would set for (`[^`]+`, in \d+ mailbox(?:es)?): /g)].map(
    ([, text = '']) => text,
  );
  return [
    ...without(shown, wanted).map((text) => `says that a plan would set for ${text}`),
    ...without(wanted, shown).map((text) => `does not say that a plan would set for ${text}`),
  ];
}

/** The rules that the rows cannot decide, or not for every mailbox. */
function undecidedDifferences({ kept, policy, base }: Rehearsed, summary: string): string[] {
  const wanted = [
    ...policy.rules.flatMap((rule) => undecidedLine(rule, kept, '')),
    ...(base?.rules ?? [])
      .filter(({ id }) => !policy.rules.some((rule) => rule.id === id && lackingReports(rule, kept).length > 0))
      .flatMap((rule) => undecidedLine(rule, kept, ' of the policy before')),
  ];
  const shown = summary.match(/^The rule \S+(?: of the policy before)? is (?:not judged|judged in part only)/gm) ?? [];
  return [
    ...without(shown, wanted).map((line) => `says ${line}`),
    ...without(wanted, shown).map((line) => `does not say ${line}`),
  ];
}

/** The reports that a rule is about, or whose columns it names, and the rows lack. */
function lackingReports(rule: WorldRule, kept: ExpectedRun): readonly string[] {
  return reportsOfRule(rule).filter((name) => !hasReport(kept, name));
}

function hasReport({ reports, tables }: ExpectedRun, report: string): boolean {
  return reports.includes(report) || tables.some(({ name }) => name === report);
}

function undecidedLine(rule: WorldRule, kept: ExpectedRun, of: string): string[] {
  const lacking = lackingReports(rule, kept);
  if (lacking.length === 0) return [];
  return [`The rule ${rule.id}${of} is ${lacking.includes(reportOf(rule)) ? 'not judged' : 'judged in part only'}`];
}
