import type { UserError } from '../errors.ts';
import type { MailboxAnswer } from '../mailboxes/mailbox-answer.ts';
import { compileDerivedRow } from '../reports/derived-row.ts';
import { isMadeReport, type ReportDefinition } from '../reports/definition.ts';
import type { RowCells } from '../reports/rows.ts';
import type { AnswerReader } from '../run/source.ts';

type Answer = MailboxAnswer<RowCells[]>;

/** Adds the results of reports whose rows are made of those of the other reports. */
export class DerivedReader implements AnswerReader {
  readonly #reader: AnswerReader;
  readonly #added: readonly { readonly at: number; readonly rowOf: ReturnType<typeof compileDerivedRow> }[];

  /**
   * @param reader has the results of the other reports, in their order
   * @param reports with those that are made
   */
  constructor(reader: AnswerReader, reports: readonly ReportDefinition[]) {
    this.#reader = reader;
    const others = reports.filter((report) => !isMadeReport(report));
    this.#added = reports.flatMap((report, at) =>
      isMadeReport(report) ? [{ at, rowOf: compileDerivedRow(report.made, others) }] : [],
    );
  }

  get finished(): number {
    return this.#reader.finished;
  }

  get stoppedBy(): UserError | undefined {
    return this.#reader.stoppedBy;
  }

  get listing(): string | undefined {
    return this.#reader.listing;
  }

  async *read(): AsyncGenerator<readonly Answer[], void> {
    for await (const answers of this.#reader.read()) yield answers.map((answer) => this.#withAdded(answer));
  }

  #withAdded({ mailbox, results: read }: Answer): Answer {
    const results = [...read];
    for (const { at, rowOf } of this.#added) results.splice(at, 0, rowOf(read));
    return { mailbox, results };
  }
}
