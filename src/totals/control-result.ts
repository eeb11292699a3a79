import {
  COVERED,
  referenceText,
  type Control,
  type ControlPart,
  type ControlSubject,
  type Covered,
} from '../controls/catalogue.ts';
import type { ControlResult } from '../controls/evidence.ts';
import { SHIPPED_COLUMNS } from '../controls/shipped-rules.ts';
import { expectedColumns, type Rule } from '../policy/policy-definition.ts';
import type { AnyReport } from '../reports/table.ts';
import { counted, listed } from '../text/numbers.ts';
import type { CountedVerdict } from './verdict-counts.ts';

/** A rule that decides controls. */
export interface RuleOfControl {
  readonly rule: Rule;
  /** Undefined if the run does not have it. */
  readonly report: AnyReport | undefined;
  readonly subject: ControlSubject;
  /** Whether it is one of the shipped rules. */
  readonly isShipped: boolean;
  /** Mailboxes, or the tenant, to which the rule applies and whose rows were read. */
  concerned: number;
  /** Those of them that violate it, exempt ones not counted. */
  violated: number;
}

/** What a control's result follows from. */
export interface ControlFacts {
  readonly catalogue: string;
  readonly control: Control;
  /** Those that name it. */
  readonly rules: readonly RuleOfControl[];
  /** One for each subject. */
  readonly counts: readonly Readonly<Record<CountedVerdict | 'unread', number>>[];
  /** Whether reading stopped early, or the run was cancelled. */
  readonly isStopped: boolean;
  /** Mailboxes of the tenant that the run knows of and did not read since they are not in its list. 0 without rules about mailboxes. */
  readonly unlisted: number;
}

/** What a part of a control is about, in a sentence. */
const OF: Readonly<Record<ControlSubject, string>> = { mailboxes: 'mailboxes', organization: 'the organization' };

/**
 * What a run says about a control, over all that it is about. A violation counts whatever its severity, also one that the baseline has,
 * and also if another rule leaves the same mailbox unknown.
 */
export function controlResult(facts: ControlFacts): ControlResult {
  const { rules, counts, isStopped } = facts;
  const sum = (name: CountedVerdict | 'unread'): number => counts.reduce((total, one) => total + one[name], 0);
  const violated = sum('failed') + sum('warned') + sum('known');
  const unknown = sum('inconclusive') + sum('unread');
  if (violated + unknown + sum('exempt') + sum('passed') === 0) return 'not-checked';
  if (violated > 0 || rules.some((rule) => rule.violated > 0)) return 'not-met';
  if (unknown > 0 || isStopped) return 'unknown';
  if (sum('exempt') > 0) return 'excepted';
  return missingOf(facts).length === 0 ? 'met' : 'met-in-part';
}

/** The least that is covered of the parts about a subject; if there is none, of those that the rules about it name. */
export function coveredOf(subject: ControlSubject, facts: ControlFacts): Covered {
  const { parts } = facts.control;
  const own = parts.filter((part) => part.subject === subject);
  const named = parts.filter((part) => rulesOf(part, facts).some((rule) => rule.subject === subject));
  const covered = (own.length === 0 ? named : own).map((part) => COVERED.indexOf(part.covered));
  return COVERED[Math.max(0, ...covered)] ?? 'no';
}

/** Why the run does not decide the control as a whole, in a sentence for each part of which that is so, and for mailboxes outside the list. */
export function missingOf(facts: ControlFacts): readonly string[] {
  const { control, unlisted } = facts;
  const ofParts = control.parts.flatMap((part) => {
    const lack = lackOf(part, facts);
    if (lack === undefined) return [];
    const text = part.id === '' ? lack : `${part.id}: ${lack}`;
    return [text.endsWith('.') ? text : `${text}.`];
  });
  if (unlisted === 0) return ofParts;
  return [
    ...ofParts,
    `${counted(unlisted, 'mailbox', 'mailboxes')} of the tenant ${unlisted === 1 ? 'is' : 'are'} not in the list.`,
  ];
}

/** Why a part is not decided as a whole; undefined if it is. */
function lackOf(part: ControlPart, facts: ControlFacts): string | undefined {
  const { covered, reason, subject } = part;
  if (covered === 'no') return `No report shows it. ${reason}`;
  if (covered === 'effect') return `Reports show only its effect in mailboxes. ${reason}`;
  const rules = rulesOf(part, facts);
  if (rules.length === 0) return 'No rule is about it.';
  const ofSubject = rules.filter((rule) => rule.subject === subject);
  const [other] = rules;
  if (ofSubject.length === 0) return `The rule ${other?.rule.id} is not about ${OF[subject]}.`;
  const deciding = ofSubject.filter(({ concerned }) => concerned > 0);
  if (deciding.length === 0) {
    const ids = ofSubject.map(({ rule }) => rule.id);
    return `Nothing that was read is concerned by ${listed(ids, 'and')}.`;
  }
  const expected = new Set(deciding.flatMap(({ rule, report }) => expectedColumns(rule, report)));
  const lacking = decidingColumns(part, facts).filter((column) => !expected.has(column));
  return lacking.length === 0 ? undefined : `No rule about it expects ${listed(lacking, 'and')}.`;
}

/** The columns that shipped rules expect of a part. Of a catalogue of one's own, none are known. */
function decidingColumns({ id }: ControlPart, { catalogue, control }: ControlFacts): readonly string[] {
  const reference = referenceText({ catalogue, control: control.id, part: id });
  return Object.hasOwn(SHIPPED_COLUMNS, reference) ? (SHIPPED_COLUMNS[reference] ?? []) : [];
}

/** The rules that name a part. */
function rulesOf(part: ControlPart, { catalogue, control, rules }: ControlFacts): readonly RuleOfControl[] {
  return rules.filter(({ rule: { controls = [] } }) =>
    controls.some((one) => one.catalogue === catalogue && one.control === control.id && one.part === part.id),
  );
}
