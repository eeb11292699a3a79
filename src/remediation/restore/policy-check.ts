import { policyStage } from '../../features/policy-verdicts.ts';
import type { QueryResult } from '../../mailboxes/mailbox-answer.ts';
import type { PolicyJudge } from '../../policy/judge.ts';
import type { Finding } from '../../policy/verdict.ts';
import { compileDerivedRow } from '../../reports/derived-row.ts';
import { isMadeReport, type ReportDefinition } from '../../reports/definition.ts';
import { unreadableRow, type Row, type RowCells } from '../../reports/rows.ts';
import { findingsOf, mailboxResult, type MailboxResult, type ReportResult } from '../../run/mailbox-result.ts';
import type { Stage } from '../../run/pipeline.ts';

/** The rows of a mailbox by report, where they differ from those that were read. */
export type OtherRows = ReadonlyMap<string, readonly RowCells[]>;

/** What a row shows, read or kept. */
export type ShownRow = Pick<Row, 'cells' | 'incomplete' | 'object' | 'id' | 'identity'>;

/** Judges mailboxes as they would be. */
export class PolicyCheck {
  readonly #reports: readonly ReportDefinition[];
  readonly #judge: Stage;
  readonly #made: ReadonlyMap<string, ReturnType<typeof compileDerivedRow>>;

  /** @param reports those of the run */
  constructor(judge: PolicyJudge, reports: readonly ReportDefinition[]) {
    this.#reports = reports;
    this.#judge = policyStage(judge);
    const others = reports.filter((report) => !isMadeReport(report));
    this.#made = new Map(
      reports.filter(isMadeReport).map((report) => [report.name, compileDerivedRow(report.made, others)]),
    );
  }

  /** The rules that a mailbox would violate with other rows, or could not be decided for it then, and that it does not now. */
  addedBy(result: MailboxResult, before: OtherRows, after: OtherRows): readonly string[] {
    const [earlier, later] = [before, after].map((rows) => this.#findings(result, rows));
    const keys = new Set(earlier?.map(keyOf));
    return [...new Set(later?.filter((finding) => !keys.has(keyOf(finding))).map(({ rule }) => rule.id))];
  }

  #findings({ mailbox, reports }: MailboxResult, rows: OtherRows): readonly Finding[] {
    const read = reports.filter(({ definition }) => !isMadeReport(definition));
    const results = read.map((report) => queryResult(report, rows));
    let at = 0;
    const all = this.#reports.flatMap((report): QueryResult<RowCells[]>[] => {
      const made = this.#made.get(report.name);
      if (made !== undefined) return [made(results)];
      at += 1;
      return results.slice(at - 1, at);
    });
    const findings = findingsOf(this.#judge(mailboxResult({ mailbox, results: all }, this.#reports)));
    return findings.filter(({ verdict }) => verdict !== 'exempt' && verdict !== 'known');
  }
}

function queryResult({ definition, rows }: ReportResult, others: OtherRows): QueryResult<RowCells[]> {
  const unread = unreadableRow(rows);
  if (unread !== undefined && unread.status !== 'ok') return { status: unread.status, error: unread.error };
  const value = others.get(definition.name) ?? rows.filter(({ content }) => content === 'item').map(cellsOf);
  return { status: 'ok', value: [...value] };
}

/** A row as its reader returned it. */
export function cellsOf({ cells, incomplete, object, id, identity }: ShownRow): RowCells {
  return { cells, incomplete, ...(object === undefined ? {} : { object }), id, identity };
}

function keyOf({ rule, item, column, rowDigest, verdict }: Finding): string {
  return JSON.stringify([rule.id, item, column, rowDigest, verdict]);
}
