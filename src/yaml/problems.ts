import { LineCounter } from 'yaml';
import type { SourcePlace } from '../errors.ts';

/** Something wrong in a file of the user's repository: where it stands, what it is, and what was meant. */
export interface FileProblem {
  readonly place: Required<SourcePlace>;
  /** A sentence that does not name the place. It may quote the file: hostile text until escaped. */
  readonly message: string;
  readonly hint: string;
}

/** More are no help, and a file can be made to hold half a million. */
const MOST = 100;

/** Gathers what is wrong in a file, up to a hundred problems, so that all of it can be mended at once. */
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

  /** Where a character stands, for what may be said of it later. */
  placeOf(offset: number): Required<SourcePlace> {
    const { line, col: column } = this.lines.linePos(this.within(offset));
    return { file: this.file, line, column };
  }

  /** How many problems were added, up to the limit. */
  get count(): number {
    return this.found.length;
  }

  get none(): boolean {
    return this.found.length === 0;
  }

  /** As they stand in the file. */
  all(): readonly FileProblem[] {
    return this.found.toSorted((a, b) => a.offset - b.offset).map(({ problem }) => problem);
  }

  private within(offset: number): number {
    return Math.min(Math.max(offset, 0), this.length);
  }
}

/** One message for all that is wrong in a file: the first, with its place, and how many more there are. */
export function firstOf(problems: readonly FileProblem[]): string {
  const [first, ...more] = problems;
  if (first === undefined) return '';
  const { file, line, column } = first.place;
  const follow = more.length === 1 ? 'problem follows' : 'problems follow';
  const others = more.length === 0 ? '' : ` (${more.length} more ${follow})`;
  return `${file}, line ${line}, column ${column}: ${first.message.replace(/\.$/, '')}${others}.`;
}
