import { namesRegister } from '../world/remediation-rules.ts';
import type { RemediationWorld } from '../world/remediation.ts';
import type { ActionStep, RemediationRuns, Value } from './remediation-facts.ts';
import { registeredPlan, rightCounts, type RegisteredSubject } from './remediation-register.ts';
import { effectKey, effectOf, isRecord, mailboxNamed, type Effect } from './remediation-rows.ts';

/** What a plan must have, and what it may have besides: what is partly hidden need not be planned. */
interface ExpectedPlan {
  readonly required: readonly Effect[];
  readonly allowed: readonly Effect[];
  /** How many mailboxes of the list could not be read. */
  readonly unread: number;
  /** In how many mailboxes a rule may be violated by what is hidden. */
  readonly undecided: number;
  /** Whether rules leave rights that they are about. */
  readonly leavesRights: boolean;
  /** Whether the register has so few rights that nothing is planned; undefined: it may have, because of what is hidden. */
  readonly isGuarded: boolean | undefined;
}

type Facts = Readonly<Record<string, Value>>;

/** The facts that a rule changes in a mailbox that violates it, as docs/remediation.md has it for each report. */
type Changes = (facts: Facts, world: RemediationWorld) => readonly Omit<Effect, 'address'>[];

const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];

/** By the rule of the world. A rule without `set` changes nothing. */
const CHANGES: Readonly<Record<string, Changes>> = {
  audience: (facts) => {
    const isOn = ['alwaysenabled', 'scheduled'].includes(text(facts['settings automaticRepliesSetting.status']));
    const fact = 'settings automaticRepliesSetting.externalAudience';
    return isOn && text(facts[fact]) === 'all' ? [{ fact, after: 'contactsOnly' }] : [];
  },
  off: (facts) => {
    const fact = 'settings automaticRepliesSetting.status';
    return text(facts[fact]) === 'scheduled' ? [{ fact, after: 'disabled' }] : [];
  },
  format: (facts) => [
    ...unless(facts, 'settings dateFormat', 'yyyy-MM-dd'),
    ...unless(facts, 'settings timeFormat', 'HH:mm'),
  ],
  weekdays: (facts) => {
    const fact = 'settings workingHours.daysOfWeek';
    const days = facts[fact];
    return Array.isArray(days) && days.length === WEEKDAYS.length ? [] : [{ fact, after: WEEKDAYS }];
  },
  hiding: (facts) =>
    rulesOf(facts).flatMap(([fact, rule]) =>
      rule.isEnabled === true && (isAction(rule, 'delete') || isAction(rule, 'permanentDelete'))
        ? [{ fact, after: { ...rule, isEnabled: false } }]
        : [],
    ),
  'no-deletion': (facts) =>
    rulesOf(facts).flatMap(([fact, rule]) => (isAction(rule, 'delete') ? [{ fact, after: undefined }] : [])),
  forwarding: (facts) => {
    const fact = 'exchange ForwardingSmtpAddress';
    if (facts[fact] === null) return [];
    const recipients = namesOf(facts, /^held Forwarding /);
    return [{ fact, after: null }, ...recipients.map((recipient) => ({ fact: recipient, after: undefined }))];
  },
  audit: (facts) => unless(facts, 'exchange AuditEnabled', true),
  protocols: (facts, { tenant: { exchange } }) => {
    const own = facts['exchange SmtpClientAuthenticationDisabled'];
    const isDisabled = own ?? exchange?.settings?.SmtpClientAuthenticationDisabled === true;
    return [
      ...unless(facts, 'exchange ImapEnabled', false),
      ...(isDisabled === true ? [] : [{ fact: 'exchange SmtpClientAuthenticationDisabled', after: true }]),
    ];
  },
  'no-rights': (facts) => removed(facts, /^held (?:FullAccess|SendAs|SendOnBehalf) (?!S-1-5-10$)/),
  'no-full-access': (facts) => removed(facts, /^held FullAccess (?!S-1-5-10$)/),
  'no-sharing': (facts) => removed(facts, /^held (?:freeBusyRead|limitedRead|read|write) S-/),
};

/** The columns of Exchange Online that rules need, and which of their changes then cannot be known to be needed. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
  ForwardingSmtpAddress: ['forwarding'],
  AuditEnabled: ['audit'],
  GrantSendOnBehalfTo: ['no-rights', 'no-full-access'],
  ImapEnabled: ['protocols'],
};

const OF_GRAPH = ['mailbox-settings', 'automatic-replies', 'inbox-rules', 'calendar-permissions'];

export function expectedPlan(
  world: RemediationWorld,
  { listed, accepted, register }: RemediationRuns,
  { before: state, start, rights }: ActionStep,
): ExpectedPlan {
  const { rules, exemptions, hidden, subjects } = world;
  const readsGraph = rules.some(({ report, set }) => set !== undefined && OF_GRAPH.includes(report));
  const unreadSubjects = readsGraph ? hidden.fromGraph : [];
  const required: Effect[] = [];
  const optional: Effect[] = [];
  const readsExchange = rules.some(({ report, set }) => set !== undefined && !OF_GRAPH.includes(report));
  const registered: RegisteredSubject[] = [];
  let [undecided, leavesRights, takesRights] = [0, false, false];
  for (const at of subjects.keys()) {
    const address = (listed[at] ?? '').toLowerCase();
    const mailbox = mailboxNamed(state, address);
    if (mailbox === undefined || unreadSubjects.includes(at)) continue;
    const { facts } = mailbox;
    const { property } = hidden;
    const held = rights[at];
    const hidesDelegates = property?.name === 'GrantSendOnBehalfTo' && property.subjects.includes(at);
    const subject = held && register && { mailbox, held, register, now: start, readsExchange, hidesDelegates };
    if (subject !== undefined) registered.push(subject);
    const unknown = property?.subjects.includes(at) === true ? (NEEDS[property.name] ?? []) : [];
    for (const rule of rules) {
      const { id, set } = rule;
      const isExempt = exemptions.some((one) => one.rule === id && one.subject === at && one.days >= 0);
      const isKnown = accepted.some((one) => one.rule === id && one.mailbox.toLowerCase() === address);
      if (set === undefined || isExempt || isKnown) continue;
      if (namesRegister(rule)) {
        const plan = subject && registeredPlan(rule, subject);
        required.push(...(plan?.effects ?? []).map((effect) => ({ address, ...effect })));
        if (plan?.leaves === true) undecided += 1;
        leavesRights ||= plan?.leaves === true;
        takesRights ||= (plan?.effects.length ?? 0) > 0;
        continue;
      }
      const effects = (CHANGES[id]?.(facts, world) ?? []).map((change) => ({ address, ...change }));
      if (!unknown.includes(id)) required.push(...effects);
      else {
        // What is hidden is never changed itself.
        optional.push(...effects.filter(({ fact }) => !isHidden(fact, property?.name ?? '')));
        // A rule about another right does not apply to what is hidden.
        if (id !== 'no-full-access') undecided += 1;
      }
    }
  }
  const strangers = listed.length - subjects.length;
  const unread = strangers + new Set(unreadSubjects).size;
  const guards = rules.filter(namesRegister).map(({ report }) => isIncomplete(report, registered));
  const isGuarded = takesRights && (guards.includes(true) || (guards.includes(undefined) ? undefined : false));
  return { required, allowed: [...required, ...optional], unread, undecided, leavesRights, isGuarded };
}

/** Whether the register has less than half of the rights of a report; undefined: what is hidden decides. */
function isIncomplete(report: string, subjects: readonly RegisteredSubject[]): boolean | undefined {
  const counts = subjects.map((subject) => rightCounts(report, subject));
  const sum = (name: 'rights' | 'registered' | 'hidden'): number =>
    counts.reduce((total, count) => total + count[name], 0);
  const [rights, registered, hidden] = [sum('rights'), sum('registered'), sum('hidden')];
  if (2 * registered < rights) return true;
  return 2 * registered < rights + hidden ? undefined : false;
}

function isHidden(fact: string, property: string): boolean {
  if (property === 'GrantSendOnBehalfTo') return fact.startsWith('held SendOnBehalf ');
  // The recipient belongs to the address.
  return (
    fact === `exchange ${property}` || (property === 'ForwardingSmtpAddress' && fact.startsWith('held Forwarding '))
  );
}

/** What is wrong with the plan of a policy. */
export function planProblems(world: RemediationWorld, runs: RemediationRuns, step: ActionStep): readonly string[] {
  const expected = expectedPlan(world, runs, step);
  const { unread, undecided, isGuarded = step.outputs.result === 'error' } = expected;
  const required = isGuarded ? [] : expected.required;
  const allowed = isGuarded ? [] : expected.allowed;
  const planned = step.planned.map((row) => effectOf(row, step.before));
  const keys = new Set(planned.map(effectKey));
  const allowedKeys = new Set(allowed.map(effectKey));
  const isError = unread === runs.listed.length || isGuarded;
  const result = isError ? 'error' : planned.length === 0 ? 'unchanged' : 'planned';
  const leftOut = Number(step.outputs['left-out-count']);
  const hidesNothing =
    !isError &&
    unread === 0 &&
    allowed.length === required.length &&
    world.hidden.property === undefined &&
    !expected.leavesRights;
  return [
    ...(isGuarded && !step.errors.some((error) => error.startsWith('REGISTER_INCOMPLETE'))
      ? ['does not say that the register is incomplete']
      : []),
    ...required.filter((effect) => !keys.has(effectKey(effect))).map((effect) => `does not plan ${effectKey(effect)}`),
    ...planned.filter((effect) => !allowedKeys.has(effectKey(effect))).map((effect) => `plans ${effectKey(effect)}`),
    ...(keys.size < planned.length ? ['plans something twice'] : []),
    ...(step.outputs.result === result ? [] : [`has the result ${step.outputs.result ?? ''} instead of ${result}`]),
    ...(hidesNothing && leftOut !== 0 ? [`leaves out ${leftOut} although nothing is hidden`] : []),
    ...(!isError && unread > 0 && hasSet(world) && leftOut === 0 ? ['counts no mailbox that could not be read'] : []),
    ...(!isError && leftOut < undecided ? [`leaves out ${leftOut}, and ${undecided} cannot be decided`] : []),
  ];
}

function hasSet({ rules }: RemediationWorld): boolean {
  return rules.some(({ set }) => set !== undefined);
}

function text(value: Value | undefined): string {
  return typeof value === 'string' ? value.toLowerCase() : '';
}

function unless(facts: Facts, fact: string, after: Value): readonly Omit<Effect, 'address'>[] {
  return facts[fact] === after ? [] : [{ fact, after }];
}

function namesOf(facts: Facts, pattern: RegExp): readonly string[] {
  return Object.keys(facts).filter((name) => pattern.test(name));
}

function removed(facts: Facts, pattern: RegExp): readonly Omit<Effect, 'address'>[] {
  return namesOf(facts, pattern).map((fact) => ({ fact, after: undefined }));
}

function rulesOf(facts: Facts): readonly (readonly [string, Readonly<Record<string, Value>>])[] {
  return Object.entries(facts).flatMap(([fact, value]) =>
    fact.startsWith('rule ') && isRecord(value) ? [[fact, value] as const] : [],
  );
}

function isAction({ actions }: Readonly<Record<string, Value>>, name: string): boolean {
  return isRecord(actions) && actions[name] === true;
}
