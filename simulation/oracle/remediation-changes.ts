import { namesRegister, REMEDIATION_RULES } from '../world/remediation-rules.ts';
import type { RemediationWorld } from '../world/remediation.ts';
import type { ActionStep, Holder, MailboxState, Row, TenantState, Value } from './remediation-facts.ts';
import {
  effectKey,
  effectOf,
  isEffected,
  isSameValue,
  mailboxNamed,
  mailboxWithId,
  type Effect,
} from './remediation-rows.ts';

/** A change of a plan with what became of it. */
export interface MadeChange extends Effect {
  readonly row: Row;
  readonly status: string;
  /** The mailbox that the plan means; undefined if the tenant had none of this name then. */
  readonly id: string | undefined;
}

/** What an apply, or an undo, says about each change of its plan. */
export function changesOf(step: ActionStep, planState: TenantState): readonly MadeChange[] {
  return step.applied.map((row) => {
    const effect = effectOf(row, planState);
    return { ...effect, row, status: row.Status ?? '', id: mailboxNamed(planState, effect.address)?.id };
  });
}

/**
 * Whether a mailbox is the one that a plan means, and everything that the change depends on is as it was: its names, its facts but for
 * those that the plan changes, and the names of the holder.
 */
export function isAsPlanned(
  { address, fact }: Effect,
  {
    plan,
    now,
    planned,
    isOfRegister = false,
  }: {
    readonly plan: TenantState;
    readonly now: TenantState;
    readonly planned: readonly Effect[];
    readonly isOfRegister?: boolean;
  },
): boolean {
  const [then, present] = [mailboxNamed(plan, address), mailboxNamed(now, address)];
  if (then === undefined || present?.id !== then.id) return false;
  // Graph finds a mailbox by its user principal name alone.
  if (present.name.toLowerCase() !== address) return false;
  if (then.addresses.join() !== present.addresses.join() || isClaimed(then, now)) return false;
  // Forwarding is changed as a whole. A line of the register that names another holder may be about this one, if that has another name now.
  const isWhole = isOfRegister || fact === 'exchange ForwardingSmtpAddress';
  const held = isWhole ? Object.keys(then.facts).filter((name) => isOfRegister || isForwarding(name)) : [fact];
  const sids = held.flatMap((name) => /^held \S+ (S-\S+)$/.exec(name)?.[1] ?? []);
  if (sids.some((sid) => !isSameHolder(sid, plan, now))) return false;
  const own = new Map(planned.filter((effect) => effect.address === address).map((effect) => [effect.fact, effect]));
  const names = new Set([...Object.keys(then.facts), ...Object.keys(present.facts)]);
  return [...names].every((name) => {
    const value = present.facts[name];
    const effect = own.get(name);
    return isSameValue(value, then.facts[name]) || (effect !== undefined && isEffected(effect, value));
  });
}

function isForwarding(fact: string): boolean {
  return fact.startsWith('held Forwarding ');
}

/** Whether somebody else has a name of a mailbox now. */
function isClaimed({ id, name, addresses }: MailboxState, { mailboxes, holders }: TenantState): boolean {
  const names = [name.toLowerCase(), ...addresses];
  return (
    mailboxes.some((other) => other.id !== id && other.addresses.some((address) => names.includes(address))) ||
    Object.values(holders).some((other) => other.id !== id && other.names.some((one) => names.includes(one)))
  );
}

/** Whether a holder has all names that it had, and nobody else has one of them. */
export function isSameHolder(sid: string, plan: TenantState, now: TenantState): boolean {
  const [then, present] = [plan.holders[sid], now.holders[sid]];
  if (then === undefined || present === undefined) return false;
  const isOwn = ({ names }: Holder): boolean =>
    then.names.length === names.length && then.names.every((name) => names.includes(name));
  const others = Object.entries(now.holders).filter(([other]) => other !== sid);
  return isOwn(present) && !others.some(([, { names }]) => names.some((name) => then.names.includes(name)));
}

/** The facts that differ between two states, each of the mailbox with this ID. Mailboxes that only one state has differ in nothing. */
export function differences(
  one: TenantState,
  other: TenantState,
): readonly { readonly id: string; readonly fact: string }[] {
  return one.mailboxes.flatMap(({ id, facts }) => {
    const after = mailboxWithId(other, id)?.facts;
    if (after === undefined) return [];
    const names = new Set([...Object.keys(facts), ...Object.keys(after)]);
    return [...names].filter((fact) => !isSameValue(facts[fact], after[fact])).map((fact) => ({ id, fact }));
  });
}

const DONE = ['applied', 'unchanged'];
const OF_REGISTER = REMEDIATION_RULES.filter(namesRegister).map(({ id }) => id);

/** What is wrong with outputs and exit code of a run that changes something. */
export function outcomeProblems({ outputs, code, applied }: ActionStep, limit: number | undefined): readonly string[] {
  const countOf = (...statuses: readonly string[]): number =>
    applied.filter(({ Status = '' }) => statuses.includes(Status)).length;
  const counts = {
    'change-count': applied.length,
    'applied-count': countOf('applied'),
    'pending-count': countOf('pending'),
    'failed-count': countOf('stale', 'failed', 'not-verified', 'cancelled'),
  };
  const isDone = applied.every(
    ({ Status = '' }) => DONE.includes(Status) || (limit !== undefined && Status === 'pending'),
  );
  const isStale = applied.length > 0 && countOf('stale') === applied.length;
  const result = isDone ? 'applied' : isStale ? 'stale' : 'partial';
  return [
    ...Object.entries(counts).flatMap(([name, count]) =>
      outputs[name] === String(count) ? [] : [`says ${name}: ${outputs[name] ?? ''} instead of ${count}`],
    ),
    ...(outputs.result === result ? [] : [`has the result ${outputs.result ?? ''} instead of ${result}`]),
    ...(code === (result === 'applied' ? 0 : 1) ? [] : [`ends with ${code}`]),
  ];
}

/** What goes wrong for the mailboxes of an apply on purpose. */
export interface Disturbance {
  /** Addresses, in lower case. */
  readonly faulty: readonly string[];
  /** Whether changes may be left untried. */
  readonly mayStop: boolean;
}

export const UNDISTURBED: Disturbance = { faulty: [], mayStop: false };

/** How the world disturbs its first apply. */
export function disturbanceOf({ apply }: RemediationWorld, listed: readonly string[]): Disturbance {
  const { faults, service, limit, maxFailures, stopAfter } = apply;
  const concerned = Object.keys(service).length > 0 ? listed : faults.map(({ subject }) => listed[subject] ?? '');
  const faulty = concerned.map((address) => address.toLowerCase());
  return { faulty, mayStop: limit !== undefined || stopAfter !== undefined || maxFailures < 1000 };
}

/**
 * What is wrong with what a run changed: each change that says so took effect, nothing else changed, what differed from the plan stays, and
 * what is as planned is changed.
 *
 * @param plan the state in which the plan was made
 */
export function changeProblems(
  step: ActionStep,
  plan: TenantState,
  { faulty, mayStop }: Disturbance,
): readonly string[] {
  const made = changesOf(step, plan);
  const problems: string[] = [];
  const keys = new Set(step.planned.map((row) => effectKey(effectOf(row, plan))));
  if (made.length !== keys.size || made.some((change) => !keys.has(effectKey(change))))
    problems.push('lists other changes than its plan');
  const changed = new Map(made.map((change) => [`${change.id ?? ''} ${change.fact}`, change]));
  for (const { id, fact } of differences(step.before, step.after)) {
    const status = changed.get(`${id} ${fact}`)?.status;
    const mayBeWritten = status === 'applied' || status === 'not-verified';
    if (!mayBeWritten) problems.push(`changes ${fact} of ${id}, which is ${status ?? 'not planned'}`);
  }
  for (const change of made) {
    const { fact, status, address, id = '' } = change;
    const [was, is] = [step.before, step.after].map((state) => mailboxWithId(state, id)?.facts[fact]);
    const then = mailboxWithId(plan, id)?.facts[fact];
    const about = `${address}: ${fact}`;
    if (DONE.includes(status) && !isEffected(change, is))
      problems.push(`says ${status} of ${about}, which is ${shown(is)}`);
    const isChanged = !isSameValue(was, then) && !isEffected(change, was);
    if (isChanged && !isSameValue(was, is)) problems.push(`overwrites ${about}, which changed since the plan`);
    const isOfRegister = OF_REGISTER.some((rule) => change.row.Rule?.includes(rule) === true);
    const states = { plan, now: step.before, planned: made, isOfRegister };
    const isPlain = isAsPlanned(change, states) && !faulty.includes(address);
    const expected = isEffected(change, was) ? ['unchanged', 'applied'] : ['applied'];
    const stopped = mayStop ? ['pending', 'cancelled'] : [];
    if (isPlain && ![...expected, ...stopped].includes(status))
      problems.push(`says ${status} of ${about}, which is as planned`);
  }
  return problems;
}

function shown(value: Value | undefined): string {
  return value === undefined ? 'absent' : JSON.stringify(value);
}
