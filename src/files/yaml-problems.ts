import { LineCounter } from 'yaml';
import { UserError, type ErrorCode, type SourcePlace } from '../errors.ts';

/** A crafted file can have half a million. */
const MOST = 100;

/** Collects up to a hundred mistakes of a file, so that all can be corrected at once. */
export class FileProblems {
  readonly #code: ErrorCode;
  readonly #file: string;
  readonly #length: number;
  readonly #lines = new LineCounter();
  readonly #found: { readonly offset: number; readonly problem: UserError }[] = [];

  /**
   * @param file its path relative to the workspace, with forward slashes
   * @param code of the problems
   */
  constructor(text: string, file: string, code: ErrorCode) {
    this.#code = code;
    this.#file = file;
    this.#length = text.length;
    this.#lines.addNewLine(0);
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) this.#lines.addNewLine(end + 1);
  }

  /**
   * @param offset in UTF-16 code units, as editors count columns
   * @param message a sentence that does not name the place. It may quote the file: hostile text until escaped.
   */
  add(offset: number, message: string, hint: string): void {
    if (this.#found.length < MOST) this.#found.push({ offset, problem: this.problem(offset, message, hint) });
  }

  /** A problem that is not added. */
  problem(offset: number, message: string, hint: string): UserError {
    return new UserError(this.#code, message, { hint, place: this.placeOf(offset) });
  }

  /** The place of a character. */
  placeOf(offset: number): Required<SourcePlace> {
    const { line, col: column } = this.#lines.linePos(Math.min(Math.max(offset, 0), this.#length));
    return { file: this.#file, line, column };
  }

  /** How many problems were added, up to the limit. */
  get count(): number {
    return this.#found.length;
  }

  /** In the file's order. */
  all(): readonly UserError[] {
    return this.#found.toSorted((a, b) => a.offset - b.offset).map(({ problem }) => problem);
  }
}
