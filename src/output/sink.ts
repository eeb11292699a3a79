import type { MailboxResult } from '../mailbox-result.ts';
import type { Finding } from '../policy/verdict.ts';
import { cellText, shortened, visibleLine } from '../text/display.ts';
import type { RunSummary } from './summary/facts.ts';

/** A file that receives every mailbox of a run. It decides nothing. */
export interface Sink {
  /** The file that is uploaded; undefined if there is none to upload. */
  readonly path: string | undefined;
  /**
   * If it returns a promise, await it before the next mailbox, since the disk is slower than the source. Throws, or rejects
   * with, the UserError `OUTPUT_UNWRITABLE`.
   */
  add(result: MailboxResult): void | Promise<void>;
  /**
   * Completes the file, also after a cancelled run. `summary` is undefined if the run failed before it had a result. A
   * second call has no effect. Rejects as `add` does.
   */
  close(summary?: RunSummary): Promise<void>;
}

/** A sink whose file exists from the start. */
export interface FileSink extends Sink {
  readonly path: string;
}

/** Longest text of a cell in a sentence: a reply, or the conditions of a rule, can be of many thousand characters. */
const LONGEST_CELL = 200;

/**
 * A finding in one sentence, on one line in which nothing is hidden: `ExternalTargets of "To home" is x@example.com,
 * expected nothing`. Hostile text until escaped for where it goes.
 */
export function findingText({
  item,
  column,
  found,
  expected,
}: Pick<Finding, 'item' | 'column' | 'found' | 'expected'>): string {
  const of = item === '' ? '' : ` of "${shownCell(item)}"`;
  if (column === '') return `Graph keeps back what the rule would have to know${of}`;
  const text = cellText(found);
  return `${column}${of} is ${text === '' ? 'blank' : shownCell(text)}, expected ${shownCell(expected)}`;
}

function shownCell(text: string): string {
  return visibleLine(shortened(text, LONGEST_CELL));
}
