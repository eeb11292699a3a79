import type { UserError } from '../errors.ts';
import type { MailboxAnswer } from '../mailboxes/mailbox-answer.ts';
import { accessRows, grantsOf, type GrantSource } from './access-rows.ts';
import { isDerivedReport, type ReportDefinition } from '../reports/definition.ts';
import type { RowCells } from '../reports/rows.ts';
import type { AnswerReader } from '../run/source.ts';
import type { RunTrustees } from './trustees.ts';

type Answer = MailboxAnswer<RowCells[]>;
type Finder = Pick<RunTrustees, 'list' | 'expand' | 'find' | 'isInside'>;

/** Mailboxes whose groups are read while the mailboxes after them are: those of a second or two. */
const MAX_WAITING = 2_000;

/** Adds the results of the report `access` to those of the reports that it is made of, chunk by chunk. */
export class AccessReader implements AnswerReader {
  readonly #reader: AnswerReader;
  readonly #trustees: Finder;
  readonly #sources: readonly GrantSource[];
  /** The place of `access` among the reports. */
  readonly #index: number;

  /**
   * @param reader has the results of the other reports, in their order
   * @param reports with `access`
   */
  constructor(reader: AnswerReader, reports: readonly ReportDefinition[], trustees: Finder) {
    this.#reader = reader;
    this.#trustees = trustees;
    this.#index = reports.findIndex(isDerivedReport);
    const readReports = reports.filter((report) => !isDerivedReport(report));
    const from = reports.filter(isDerivedReport).flatMap((report) => report.from);
    // Not in the order of the reports, which must not decide on rows.
    this.#sources = from.flatMap((name) => {
      const index = readReports.findIndex((report) => report.name === name);
      const definition = readReports[index];
      return definition === undefined ? [] : [{ definition, index }];
    });
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
    const chunks = this.#reader.read();
    const trusteesReady = this.#trustees.list();
    const begun: BegunChunk[] = [];
    let waiting = 0;
    trusteesReady.catch(() => undefined);
    try {
      for (let isDone = false; !isDone || begun.length > 0;) {
        const next = isDone || waiting >= MAX_WAITING ? undefined : await chunks.next();
        if (next?.done === true) isDone = true;
        else if (next !== undefined) {
          begun.push(settling(this.#added(next.value, trusteesReady), next.value.length));
          waiting += next.value.length;
        }
        const [first] = begun;
        if (first !== undefined && (next === undefined || first.isSettled)) {
          begun.shift();
          waiting -= first.size;
          yield await first.answers;
        }
      }
    } finally {
      await chunks.return(undefined);
    }
  }

  async #added(answers: readonly Answer[], trusteesReady: Promise<void>): Promise<readonly Answer[]> {
    await trusteesReady;
    const mailboxGrants = answers.map(({ results }) => grantsOf(this.#sources, results));
    const trustees = new Set<string>();
    for (const { grants } of mailboxGrants) {
      for (const { trustee, isEveryone } of grants) if (trustee !== null && !isEveryone) trustees.add(trustee);
    }
    await this.#trustees.expand(trustees);
    return answers.map(({ mailbox, results }, index) => {
      const grants = mailboxGrants[index] ?? { grants: [], failure: undefined };
      return { mailbox, results: results.toSpliced(this.#index, 0, accessRows(grants, this.#trustees)) };
    });
  }
}

/** A chunk whose groups are being read. */
interface BegunChunk {
  readonly answers: Promise<readonly Answer[]>;
  /** The number of mailboxes. */
  readonly size: number;
  isSettled: boolean;
}

function settling(answers: Promise<readonly Answer[]>, size: number): BegunChunk {
  const begun = { answers, size, isSettled: false };
  const settle = (): void => {
    begun.isSettled = true;
  };
  answers.then(settle, settle);
  return begun;
}
