import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { Finding, ReportVerdict } from '../policy/verdict.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { RowStatus } from '../reports/row.ts';
import type { MailboxRows } from '../reports/row.ts';
import { cellText, shortened, visibleLine } from '../text/display.ts';

/** What a report has of a mailbox, and what its rules say of it. */
export interface ReportResult {
  readonly definition: ReportDefinition;
  readonly rows: MailboxRows;
  /** Undefined where no rule is about the report. */
  readonly verdict: ReportVerdict | undefined;
}

/** All that a run knows of one mailbox: what every writer of findings takes, once a mailbox and in the list's order. */
export interface MailboxResult {
  readonly mailbox: Mailbox;
  /** The weightiest of its reports. */
  readonly status: RowStatus;
  /** Why it was not read, else ''. Hostile text until escaped. */
  readonly error: string;
  readonly reports: readonly ReportResult[];
}

/** A file that mailboxes are written to as they are judged. */
export interface Sink {
  readonly path: string;
  /**
   * Where it gives a promise, the disk is behind: wait for it before the next mailbox. Throws, or rejects with, the
   * UserError `OUTPUT_UNWRITABLE` where the disk failed.
   */
  add(judged: MailboxResult): void | Promise<void>;
  /** Ends the file, also where a run was cancelled; a second call gives the same promise. Rejects as `add` does. */
  close(): Promise<void>;
}

/** The findings of a mailbox, by report and rule, in the order of both. */
export function findingsOf({ reports }: Pick<MailboxResult, 'reports'>): readonly Finding[] {
  let findings: readonly Finding[] = NONE;
  for (const { verdict } of reports) {
    if (verdict === undefined) continue;
    for (const rule of verdict.rules) {
      if (rule.findings.length > 0) findings = findings === NONE ? rule.findings : findings.concat(rule.findings);
    }
  }
  return findings;
}

/** Most mailboxes have none: nothing is made for them. */
const NONE: readonly Finding[] = [];

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
