import type { UserError } from '../errors.ts';
import type { MailboxAnswer } from '../graph/reader.ts';
import { accessRows, grantsOf, type GrantSource } from '../reports/access.ts';
import { isDerivedReport, type ReportDefinition } from '../reports/definition.ts';
import type { RowCells } from '../reports/rows.ts';
import type { AnswerReader } from './joined-reader.ts';
import type { RunTrustees } from './trustees.ts';

type Answer = MailboxAnswer<RowCells[]>;
type Finder = Pick<RunTrustees, 'list' | 'expand' | 'find' | 'isInside'>;

/** Chunks whose groups are read while the mailboxes after them are. */
const MAX_CHUNKS = 8;

/** Adds the results of the report `access` to those of the reports that it is made of, chunk by chunk. */
export class AccessReader implements AnswerReader {
  readonly #reader: AnswerReader;
  readonly #trustees: Finder;
  readonly #sources: readonly GrantSource[];
  /** The place of `access` among the reports. */
  readonly #at: number;

  /**
   * @param reader has the results of the other reports, in their order
   * @param reports with `access`
   */
  constructor(reader: AnswerReader, reports: readonly ReportDefinition[], trustees: Finder) {
    this.#reader = reader;
    this.#trustees = trustees;
    this.#at = reports.findIndex(isDerivedReport);
    const others = reports.filter((report) => !isDerivedReport(report));
    const from = reports.filter(isDerivedReport).flatMap((report) => report.from);
    // Not in the order of the reports, which must not decide on rows.
    this.#sources = from.flatMap((name) => {
      const at = others.findIndex((report) => report.name === name);
      const definition = others[at];
      return definition === undefined ? [] : [{ definition, at }];
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
    const listed = this.#trustees.list();
    const begun: { readonly answers: Promise<readonly Answer[]>; isSettled: boolean }[] = [];
    listed.catch(() => undefined);
    try {
      for (let isDone = false; !isDone || begun.length > 0;) {
        const next = isDone || begun.length >= MAX_CHUNKS ? undefined : await chunks.next();
        if (next?.done === true) isDone = true;
        else if (next !== undefined) begun.push(settling(this.#added(next.value, listed)));
        const [first] = begun;
        if (first !== undefined && (next === undefined || first.isSettled)) {
          begun.shift();
          yield await first.answers;
        }
      }
    } finally {
      await chunks.return(undefined);
    }
  }

  async #added(answers: readonly Answer[], listed: Promise<void>): Promise<readonly Answer[]> {
    await listed;
    const found = answers.map(({ results }) => grantsOf(this.#sources, results));
    const trustees = new Set<string>();
    for (const { grants } of found) {
      for (const { trustee, isEveryone } of grants) if (trustee !== null && !isEveryone) trustees.add(trustee);
    }
    await this.#trustees.expand(trustees);
    return answers.map(({ mailbox, results }, at) => {
      const grants = found[at] ?? { grants: [], failure: undefined };
      return { mailbox, results: results.toSpliced(this.#at, 0, accessRows(grants, this.#trustees)) };
    });
  }
}

function settling<T>(answers: Promise<T>): { readonly answers: Promise<T>; isSettled: boolean } {
  const begun = { answers, isSettled: false };
  const settle = (): void => {
    begun.isSettled = true;
  };
  answers.then(settle, settle);
  return begun;
}
