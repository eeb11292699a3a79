import { LineCounter } from 'yaml';
import { UserError, type ErrorCode, type SourcePlace } from '../errors.ts';

/** A mistake in a file of the user's repository. */
export interface FileProblem {
  readonly place: Required<SourcePlace>;
  /** A sentence that does not name the place. It may quote the file: hostile text until escaped. */
  readonly message: string;
  readonly hint: string;
}

/** At least one problem, in the file's order. */
export type Problems = readonly [FileProblem, ...FileProblem[]];

/** A crafted file can have half a million. */
const MOST = 100;

/** Collects up to a hundred mistakes of a file, so that all can be corrected at once. */
export class FileProblems {
  private readonly file: string;
  private readonly length: number;
  private readonly lines = new LineCounter();
  private readonly found: { readonly offset: number; readonly problem: FileProblem }[] = [];

  /** @param file its path relative to the workspace, with forward slashes */
  constructor(text: string, file: string) {
    this.file = file;
    this.length = text.length;
    this.lines.addNewLine(0);
    for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', end + 1)) this.lines.addNewLine(end + 1);
  }

  /** @param offset in UTF-16 code units, as editors count columns */
  add(offset: number, message: string, hint: string): void {
    if (this.found.length >= MOST) return;
    const within = this.within(offset);
    this.found.push({ offset: within, problem: { place: this.placeOf(within), message, hint } });
  }

  /** The place of a character. */
  placeOf(offset: number): Required<SourcePlace> {
    const { line, col: column } = this.lines.linePos(this.within(offset));
    return { file: this.file, line, column };
  }

  /** How many problems were added, up to the limit. */
  get count(): number {
    return this.found.length;
  }

  /** In the file's order. */
  all(): readonly FileProblem[] {
    return this.found.toSorted((a, b) => a.offset - b.offset).map(({ problem }) => problem);
  }

  private within(offset: number): number {
    return Math.min(Math.max(offset, 0), this.length);
  }
}

/** One error for all problems of a file: the first, with its place, and how many others there are. */
export function problemsError(code: ErrorCode, problems: Problems): UserError {
  const [{ message, hint, place }, ...more] = problems;
  const { file, line, column } = place;
  const others =
    more.length === 0 ? '' : ` (${more.length} more ${more.length === 1 ? 'problem follows' : 'problems follow'})`;
  const text = `${file}, line ${line}, column ${column}: ${message.replace(/\.$/, '')}${others}.`;
  return new UserError(code, text, { hint, place });
}
