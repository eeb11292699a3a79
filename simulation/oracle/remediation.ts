import type { RemediationWorld } from '../world/remediation.ts';
import {
  changeProblems,
  changesOf,
  differences,
  disturbanceOf,
  isAsPlanned,
  isSameHolder,
  outcomeProblems,
  UNDISTURBED,
  type MadeChange,
} from './remediation-changes.ts';
import type { ActionStep, RemediationRuns, TenantState } from './remediation-facts.ts';
import { planProblems } from './remediation-plan.ts';
import { effectKey, effectOf, isSameValue, mailboxNamed, mailboxWithId, type Effect } from './remediation-rows.ts';

/**
 * What is wrong with what the remediate action did in a world, in sentences; none if it did what docs/remediation.md says. What is known of
 * the world: who and what the tenant had before and after each run.
 */
export function remediationProblems(world: RemediationWorld, runs: RemediationRuns): readonly string[] {
  const ofSteps = runs.steps.flatMap((step) => {
    const problems = [...(isPlan(step) ? quietProblems(step) : []), ...problemsOf(world, runs, step)];
    return problems.map((problem) => `${step.name} ${problem}`);
  });
  return [...ofSteps, ...runs.early];
}

function isPlan({ name }: ActionStep): boolean {
  return name.startsWith('plan');
}

/** A plan changes nothing, and counts what it plans. */
function quietProblems({ writes, before, after, outputs, planned, code, errors }: ActionStep): readonly string[] {
  const changed = differences(before, after).map(({ id, fact }) => `changes ${fact} of ${id}`);
  const isFine = outputs.result === 'planned' || outputs.result === 'unchanged';
  const hasPlan = outputs['change-count'] !== undefined;
  return [
    ...changed,
    ...(writes.length === 0 ? [] : [`writes ${writes.length} times`]),
    ...(code === (isFine ? 0 : 1) && errors.length === code ? [] : [`ends with ${code} and ${errors.length} errors`]),
    ...(!hasPlan || outputs['change-count'] === String(planned.length) ? [] : ['counts other changes than it lists']),
  ];
}

function problemsOf(world: RemediationWorld, runs: RemediationRuns, step: ActionStep): readonly string[] {
  const stateOf = (name: ActionStep['name']): TenantState => stepNamed(runs, name)?.before ?? step.before;
  switch (step.name) {
    case 'plan':
      return planProblems(world, runs, step);
    case 'apply':
      return [
        ...changeProblems(step, stateOf('plan'), disturbanceOf(world, runs.listed)),
        ...outcomeProblems(step, world.apply.limit),
      ];
    case 'apply again':
      return [...changeProblems(step, stateOf('plan'), UNDISTURBED), ...outcomeProblems(step, undefined)];
    case 'plan again':
      // Nothing is hidden any more.
      return planProblems({ ...world, hidden: { fromGraph: [], property: undefined } }, runs, step);
    case 'plan back':
      return planBackProblems(world, runs, step);
    case 'back':
      return [
        ...changeProblems(step, stateOf('plan back'), UNDISTURBED),
        ...outcomeProblems(step, undefined),
        ...formerProblems(world, runs, step),
      ];
  }
}

function stepNamed({ steps }: RemediationRuns, name: ActionStep['name']): ActionStep | undefined {
  return steps.find((step) => step.name === name);
}

/** What goes back: what the first apply wrote, or perhaps wrote, and differs now from what was before it. */
function changedByApply(runs: RemediationRuns, statuses = ['applied', 'not-verified']): readonly MadeChange[] {
  const [plan, apply] = [stepNamed(runs, 'plan'), stepNamed(runs, 'apply')];
  if (plan === undefined || apply === undefined) return [];
  const last = stepNamed(runs, 'apply again') ?? apply;
  return changesOf(apply, plan.before).filter(({ id = '', fact, status }) => {
    const [was, is] = [apply.before, last.after].map((state) => mailboxWithId(state, id)?.facts[fact]);
    return statuses.includes(status) && !isSameValue(was, is);
  });
}

/** The state that goes back: before the apply, or of the report. */
function formerState(world: RemediationWorld, runs: RemediationRuns): TenantState | undefined {
  return world.back === 'undo' ? stepNamed(runs, 'apply')?.before : runs.kept;
}

/** A plan lists a report that could not be read by its name. */
const WHOLE_REPORT = /^[a-z]+(?:-[a-z]+)+$/;

/** Each change that nobody disturbed is planned back, and what is not planned is listed. An undo plans nothing else. */
function planBackProblems(world: RemediationWorld, runs: RemediationRuns, step: ActionStep): readonly string[] {
  const [apply, last] = [stepNamed(runs, 'apply'), stepNamed(runs, 'apply again') ?? stepNamed(runs, 'apply')];
  if (apply === undefined || last === undefined || step.outputs['change-count'] === undefined) return [];
  const changed = changedByApply(runs);
  const planned = new Set(step.planned.map((row) => effectKey(effectOf(row, step.before))));
  // The record also has what failed after a write that may have had an effect.
  const recorded = changedByApply(runs, ['applied', 'not-verified', 'failed', 'cancelled']);
  const isOther = (key: string): boolean => !recorded.some((effect) => effectKey(effect) === key);
  // An undo keeps what people changed since.
  const edited = recorded.filter(({ id = '', fact }) => {
    const [then, now] = [last.after, step.before].map((state) => mailboxWithId(state, id)?.facts[fact]);
    return !isSameValue(then, now);
  });
  const isEdited = (key: string): boolean => edited.some((effect) => effectKey(effect) === key);
  const isWrong = (key: string): boolean => isOther(key) || isEdited(key);
  const others = world.back === 'undo' ? [...planned].filter(isWrong).map((key) => `plans ${key}`) : [];
  const missing = changed.filter((effect) => !planned.has(effectKey(effect)));
  const plain = missing.filter(
    (effect) =>
      isAsPlanned(effect, { plan: last.after, now: step.before, planned: [] }) &&
      !(world.back === 'restore' && isOfGroup(effect, runs.kept)) &&
      hasItsRecipients(effect, formerState(world, runs), step.before),
  );
  const listed = Map.groupBy(step.left, ({ mailbox }) => mailbox);
  const unlisted = [...Map.groupBy(missing, ({ address }) => address)].flatMap(([address, own]) => {
    const left = listed.get(address) ?? [];
    const stillChanged = own.filter((effect) => isStill(effect, apply, step));
    const isListed =
      left.some(({ item }) => item === '' || WHOLE_REPORT.test(item)) || left.length >= stillChanged.length;
    return isListed
      ? []
      : [`does not list all that stays of ${address}: ${stillChanged.map(({ fact }) => fact).join(', ')}`];
  });
  return [...others, ...plain.map((effect) => `does not plan ${effectKey(effect)}`), ...unlisted];
}

/** Forwarding goes back as a whole: not to an address, if the recipient beside it is not known to be the same. */
function hasItsRecipients({ address, fact }: Effect, former: TenantState | undefined, now: TenantState): boolean {
  if (fact !== 'exchange ForwardingSmtpAddress' || former === undefined) return true;
  const facts = Object.keys(mailboxNamed(former, address)?.facts ?? {});
  const recipients = facts.flatMap((name) => /^held Forwarding (.*)$/.exec(name)?.[1] ?? []);
  return recipients.every((sid) => isSameHolder(sid, former, now));
}

/** Whether an effect is a permission of a group in a calendar: no report says whose the address of a group was. */
function isOfGroup({ fact }: Effect, { mailboxes, holders }: TenantState): boolean {
  const [, right = '', sid = ''] = /^held (\S+) (S-\S+)$/.exec(fact) ?? [];
  return /^[a-z]/.test(right) && !mailboxes.some(({ id }) => id === holders[sid]?.id);
}

/** Whether a mailbox still lacks what it had before the apply. */
function isStill({ id = '', fact }: MadeChange, apply: ActionStep, step: ActionStep): boolean {
  const [then, now] = [apply.before, step.before].map((state) => mailboxWithId(state, id));
  return now === undefined || !isSameValue(then?.facts[fact], now.facts[fact]);
}

/** Whatever a run that takes changes back does, a mailbox then has what it had before it, or what it had once: nothing is given to another. */
function formerProblems(world: RemediationWorld, runs: RemediationRuns, step: ActionStep): readonly string[] {
  const former = formerState(world, runs);
  return differences(step.before, step.after).flatMap(({ id, fact }) => {
    const then = former && mailboxWithId(former, id);
    const isFormer = then !== undefined && isSameValue(then.facts[fact], mailboxWithId(step.after, id)?.facts[fact]);
    return isFormer ? [] : [`gives ${fact} to ${id}, which never had it`];
  });
}
