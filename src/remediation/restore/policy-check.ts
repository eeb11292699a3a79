import type { QueryResult } from '../../mailboxes/mailbox-answer.ts';
import type { PolicyJudge } from '../../policy/judge.ts';
import type { Finding } from '../../policy/verdict.ts';
import { compileDerivedRow } from '../../reports/derived-row.ts';
import { isMadeReport, type ReportDefinition } from '../../reports/definition.ts';
import { cellsOf, unreadableRow, type RowCells } from '../../reports/rows.ts';
import type { MailboxResult, ReportResult } from '../../run/mailbox-result.ts';
import { supposedFindings } from '../../run/policy-stage.ts';

/** The rows of a mailbox by report, where they differ from those that were read. */
export type OtherRows = ReadonlyMap<string, readonly RowCells[]>;

/** Judges mailboxes as they would be. */
export class PolicyCheck {
  readonly #reports: readonly ReportDefinition[];
  readonly #judge: PolicyJudge;
  readonly #made: ReadonlyMap<string, ReturnType<typeof compileDerivedRow>>;

  /** @param reports those of the run */
  constructor(judge: PolicyJudge, reports: readonly ReportDefinition[]) {
    this.#reports = reports;
    this.#judge = judge;
    const others = reports.filter((report) => !isMadeReport(report));
    this.#made = new Map(
      reports.filter(isMadeReport).map((report) => [report.name, compileDerivedRow(report.made, others)]),
    );
  }

  /** The rules that a mailbox would violate with other rows, or could not be decided for it then, and that it does not now, or with another value. */
  addedBy(result: MailboxResult, before: OtherRows, after: OtherRows): readonly string[] {
    const [earlier, later] = [before, after].map((rows) => this.#findings(result, rows));
    const keys = new Set(earlier?.map(keyOf));
    return [...new Set(later?.filter((finding) => !keys.has(keyOf(finding))).map(({ rule }) => rule.id))];
  }

  #findings({ mailbox, reports }: MailboxResult, rows: OtherRows): readonly Finding[] {
    const read = reports.filter(({ definition }) => !isMadeReport(definition));
    const ofRead = new Map(read.map((report) => [report.definition.name, resultWith(report, rows)]));
    const results = this.#reports.flatMap(
      ({ name }) => this.#made.get(name)?.([...ofRead.values()]) ?? ofRead.get(name) ?? [],
    );
    const findings = supposedFindings(this.#judge, { mailbox, results }, this.#reports);
    return findings.filter(({ verdict }) => verdict !== 'exempt' && verdict !== 'known');
  }
}

function resultWith({ definition, rows }: ReportResult, others: OtherRows): QueryResult<RowCells[]> {
  const unread = unreadableRow(rows);
  if (unread !== undefined && unread.status !== 'ok') return { status: unread.status, error: unread.error };
  const value = others.get(definition.name) ?? rows.filter(({ content }) => content === 'item').map(cellsOf);
  return { status: 'ok', value: [...value] };
}

/** A violation with another value is another one: a mailbox that violates a rule must not violate it in another way. */
function keyOf({ rule, item, column, rowDigest, verdict, found }: Finding): string {
  return JSON.stringify([rule.id, item, column, rowDigest, verdict, found]);
}
