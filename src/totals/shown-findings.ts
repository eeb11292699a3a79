import { listPlace, type ListPlace } from '../mailboxes/mailbox.ts';
import type { Rule } from '../policy/policy-definition.ts';
import { addressOf, placeOf, subjectLabel } from '../policy/subject.ts';
import type { Finding, RuleVerdict, Verdict } from '../policy/verdict.ts';
import { shortened } from '../text/display.ts';

const MAX_MAILBOXES = 20;
const MAX_FINDINGS_A_MAILBOX = 5;
const MAX_EXAMPLES = 20;
const MAX_EXAMPLES_A_RULE = 10;
const MAX_MESSAGE_LENGTH = 300;

/** A finding as people read it. */
interface ReportedFinding {
  /** The rule's id. */
  readonly rule: string;
  readonly verdict: 'fail' | 'warn';
  /** Cut at 300 characters, and hostile until escaped. */
  readonly message: string;
}

/** A mailbox that violates rules without being exempt or known. */
export type ViolatingMailbox = ListPlace & {
  readonly address: string;
  /** How many rules of severity error it violates. */
  readonly failed: number;
  /** How many rules of severity warning it violates. */
  readonly warned: number;
  /** Five at most: of each rule the first, then of each the second, and so on; failures before warnings in each turn. */
  readonly findings: readonly ReportedFinding[];
  /** How many there are of these. */
  readonly findingCount: number;
};

/** The first finding of a rule for a mailbox, with the line that a developer can change. */
export interface ExampleFinding extends Omit<ReportedFinding, 'rule'> {
  readonly rule: Rule;
  /** As `subjectLabel` has it. */
  readonly subject: string;
  /** '' unless it is about a mailbox. */
  readonly address: string;
  readonly file: string;
  readonly line: number;
  /** The number of further findings of the same rule and mailbox. */
  readonly more: number;
  /** Whether the earlier report does not have the violation. */
  readonly isNew: boolean;
}

/** The first findings of each rule. */
export class ExampleFindings {
  readonly #byRule = new Map<Rule, ExampleFinding[]>();

  /** Adds the findings of a mailbox. */
  add(rule: Rule, findings: readonly Finding[]): void {
    const examples = this.#byRule.get(rule) ?? [];
    const breaches = findings.filter(isBreach);
    const first = breaches.find(({ novelty }) => novelty === 'new') ?? breaches[0];
    if (first === undefined) return;
    const isNew = first.novelty === 'new';
    if (examples.length >= MAX_EXAMPLES_A_RULE && (!isNew || examples.at(-1)?.isNew === true)) return;
    const { file, line } = placeOf(first);
    const example = {
      ...reported(first),
      rule,
      subject: subjectLabel(first),
      address: addressOf(first.subject),
      file,
      line,
      more: breaches.length - 1,
      isNew,
    };
    const newFirst = [...examples, example].sort((one, other) => Number(other.isNew) - Number(one.isNew));
    this.#byRule.set(rule, newFirst.slice(0, MAX_EXAMPLES_A_RULE));
  }

  /** Those to show, as `VerdictCounts.examples` orders them. */
  first(rules: Iterable<Rule>): readonly ExampleFinding[] {
    const byRule = [...rules].map((rule) => this.#byRule.get(rule) ?? []);
    const ofKind = (isOfNew: boolean) => byRule.map((examples) => examples.filter(({ isNew }) => isNew === isOfNew));
    return [true, false]
      .flatMap((isOfNew) => inTurns(failuresFirst(ofKind(isOfNew)), MAX_EXAMPLES))
      .slice(0, MAX_EXAMPLES);
  }
}

/** The mailboxes that violate most rules: twenty at most. */
export class ViolatingMailboxes {
  /** Those with most rules of severity error first, then of severity warning; equal ones in the list's order. */
  readonly worst: ViolatingMailbox[] = [];
  /** How many there are in all. */
  count = 0;

  /** Adds a mailbox with the rules of verdict `fail` or `warn`: at least one. Tables are left out. */
  add(violated: readonly RuleVerdict[]): void {
    const subject = violated[0]?.findings[0]?.subject;
    if (subject === undefined) throw new Error('a violated rule has no finding');
    if (subject.kind !== 'mailbox') return;
    this.count += 1;
    const failed = violated.filter(({ verdict }) => verdict === 'fail').length;
    const warned = violated.length - failed;
    const last = this.worst.at(-1);
    if (this.worst.length >= MAX_MAILBOXES && last !== undefined && worstFirst({ failed, warned }, last) >= 0) return;
    const byRule = violated.map(({ findings }) => findings.filter(isBreach));
    const findings = inTurns(failuresFirst(byRule), MAX_FINDINGS_A_MAILBOX);
    const { mailbox } = subject;
    const { address } = mailbox;
    const findingCount = byRule.reduce((sum, some) => sum + some.length, 0);
    this.worst.push({
      address,
      ...listPlace(mailbox),
      failed,
      warned,
      findings: findings.map(reported),
      findingCount,
    });
    this.worst.sort(worstFirst);
    if (this.worst.length > MAX_MAILBOXES) this.worst.pop();
  }
}

type Breach = Finding & { readonly verdict: 'fail' | 'warn' };

function isBreach(finding: Finding): finding is Breach {
  return finding.verdict === 'fail' || finding.verdict === 'warn';
}

type Violations = Pick<ViolatingMailbox, 'failed' | 'warned'>;

function worstFirst(one: Violations, other: Violations): number {
  return other.failed - one.failed || other.warned - one.warned;
}

function reported({ rule, verdict, message }: Breach): ReportedFinding {
  return { rule: rule.id, verdict, message: shortened(message, MAX_MESSAGE_LENGTH) };
}

/** Failures before warnings in each turn. */
function failuresFirst<F extends { readonly verdict: Verdict }>(byRule: readonly (readonly F[])[]): (readonly F[])[] {
  return byRule.toSorted(([one], [other]) => Number(other?.verdict === 'fail') - Number(one?.verdict === 'fail'));
}

/** The first of each group, then the second of each, and so on, so that none is pushed out by a large one. */
export function inTurns<T>(groups: readonly (readonly T[])[], most: number): T[] {
  const turns = Array.from({ length: most }, (_, turn) => groups.flatMap((group) => group.slice(turn, turn + 1)));
  return turns.flat().slice(0, most);
}
