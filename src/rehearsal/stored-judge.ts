import { compilePolicy, type PolicyJudge } from '../policy/judge.ts';
import { reportsOfPolicy } from '../policy/load.ts';
import type { Policy } from '../policy/policy-definition.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import { supposedFindings } from '../run/policy-stage.ts';
import {
  definitionDigest,
  storedViolation,
  type RowsHeader,
  type StoredMailbox,
  type StoredViolation,
} from '../store/rows-file.ts';
import { queryResult, typeCheck } from '../store/shards.ts';
import { listed, type EpochMs } from '../text/numbers.ts';
import type { PolicyState } from './policy-state.ts';

/** A rule that stored rows cannot decide, or not for every mailbox. */
export interface UnjudgedRule {
  readonly rule: string;
  /** Whether the rule is judged all the same, and inconclusive where the lacking rows decide. */
  readonly isPartly: boolean;
  /** A sentence. */
  readonly reason: string;
}

interface StoredReportPlace {
  readonly definition: ReportDefinition;
  /** Its position among the reports of the rows. */
  readonly at: number;
  readonly check: ReturnType<typeof typeCheck>;
}

/** Judges stored rows by a policy, as a run judges the rows that it reads. */
export class StoredJudge {
  /** Rules about reports that the rows lack, or have by another definition. */
  readonly unjudged: readonly UnjudgedRule[];
  readonly #judge: PolicyJudge;
  readonly #reports: readonly StoredReportPlace[];

  /** @param now decides which exemptions have expired, and what `today` means in a rule */
  constructor(header: RowsHeader, policy: Policy, { reports, baseline }: PolicyState, now: EpochMs) {
    this.#reports = header.reports.flatMap(({ name, digest }, at) => {
      const definition = reports.get(name);
      const isSame = definition !== undefined && definitionDigest(definition) === digest;
      return isSame ? [{ definition, at, check: typeCheck(definition) }] : [];
    });
    this.#judge = compilePolicy(policy, [...reports.values()], now, baseline);
    this.unjudged = policy.rules.flatMap((rule) => {
      const names = [...reportsOfPolicy({ ...policy, rules: [rule] }, reports)];
      const lacking = names.filter((name) => this.#reports.every(({ definition }) => definition.name !== name));
      if (lacking.length === 0) return [];
      const isPartly = !lacking.includes(rule.report);
      return [{ rule: rule.id, isPartly, reason: lackingReason(isPartly ? lacking : [rule.report], header) }];
    });
  }

  /**
   * The violations of a mailbox in the form in which a run stores them. Call it once for each mailbox. Throws an `UnusableRows` for a
   * cell of the wrong type.
   *
   * @param mailbox of the list
   */
  violationsOf(stored: StoredMailbox, mailbox: Mailbox): readonly StoredViolation[] {
    const results = this.#reports.flatMap(({ at, check }) => {
      const report = stored.reports[at];
      if (report === undefined) return [];
      check(report);
      return [queryResult(report)];
    });
    const definitions = this.#reports.map(({ definition }) => definition);
    const answer = { mailbox: { ...mailbox, columns: stored.columns }, results };
    return supposedFindings(this.#judge, answer, definitions).map(storedViolation);
  }
}

/** The rules about reports that the rows lack: whether they have violations is not known. */
export function undecidedRules(unjudged: readonly UnjudgedRule[] = []): ReadonlySet<string> {
  return new Set(unjudged.flatMap(({ rule, isPartly }) => (isPartly ? [] : [rule])));
}

function lackingReason(names: readonly string[], { reports }: RowsHeader): string {
  const changed = names.filter((name) => reports.some((report) => report.name === name));
  const missing = names.filter((name) => !changed.includes(name));
  return [
    missing.length === 0 ? '' : `The report has no rows of ${listed(missing, 'and')}.`,
    changed.length === 0 ? '' : `The report has rows of another definition of ${listed(changed, 'and')}.`,
  ]
    .filter(Boolean)
    .join(' ');
}
