import { UserError } from '../errors.ts';
import { shownText } from '../text/display.ts';

const LINES_SHOWN = 10;

/** The entries of one file that are no addresses. All are looked for before the error, so that one go mends the file. */
export class MalformedAddresses {
  private first: { readonly text: string; readonly line: number } | undefined;
  private readonly otherLines: number[] = [];
  private others = 0;

  add(text: string, line: number): void {
    if (this.first === undefined) {
      this.first = { text, line };
      return;
    }
    this.others += 1;
    if (this.otherLines.length < LINES_SHOWN) this.otherLines.push(line);
  }

  /** Throws a UserError `ADDRESS_MALFORMED` that stands at the first and counts the rest, if there is one. */
  throwIfAny(file: string): void {
    if (this.first === undefined) return;
    const { text, line } = this.first;
    const what = text === '' ? 'the address is missing' : `${quoted(text)} is no mailbox address`;
    throw new UserError('ADDRESS_MALFORMED', `${file}, line ${line}: ${what}.${this.rest()}`, {
      hint: 'Correct these lines or take them out. Each entry is one user principal name or mail address, such as adele@contoso.com; a table belongs in a .csv file.',
      place: { file, line },
    });
  }

  private rest(): string {
    if (this.others === 0) return '';
    const lines = this.otherLines.join(', ');
    const noun = this.others === 1 ? 'line' : 'lines';
    return ` ${this.others} more on ${noun} ${lines}${this.others > this.otherLines.length ? ' and further down' : ''}.`;
  }
}

/** What may name somebody is not repeated in a log or a summary that must name nobody: file and line tell where it is. */
function quoted(text: string): string {
  return text.includes('@') ? 'the text there' : shownText(text);
}
