import { describeError, UserError, type SourcePlace } from '../errors.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { PolicyTally } from '../policy/policy-tally.ts';
import type { UnreadStatus } from '../graph/outcome.ts';
import { findingText } from './sink.ts';
import { logLines, logText } from '../runner/log.ts';
import { count, counted } from '../text/numbers.ts';
import { REMEDIES } from './unread-hints.ts';
import type { Detail } from './summary/facts.ts';
import { UNREAD_STATUSES, type Tally, type UnreadMailbox } from './tally.ts';

export interface AnnotationProperties {
  title?: string;
  file?: string;
  startLine?: number;
  startColumn?: number;
}

/** What this room needs of `@actions/core`, which satisfies it. */
export interface Annotate {
  error(message: string, properties?: AnnotationProperties): void;
  warning(message: string, properties?: AnnotationProperties): void;
  notice(message: string, properties?: AnnotationProperties): void;
  info(message: string): void;
  debug(message: string): void;
  startGroup(name: string): void;
  endGroup(): void;
}

/** GitHub shows ten warnings a step, and drops the rest. https://docs.github.com/rest/checks/runs */
const MOST_WARNINGS = 10;
/** At lines of the list: who has more to look at reads the report. */
export const MOST_MARKED = 10;

/**
 * Says in exactly one error annotation what ended the run: a UserError with its code, hint and place, and anything else
 * as a bug of ours. Causes and stacks stand under debug. Exit codes are the caller's.
 */
export function annotateError(core: Annotate, error: unknown): void {
  if (error instanceof UserError) {
    core.error(logLines(`${error.message}\n${error.hint}`), { title: error.code, ...placeProperties(error.place) });
    if (error.cause !== undefined) core.debug(logLines(`Caused by: ${describeError(error.cause)}`));
    return;
  }
  core.error(logLines(describeError(error)), { title: 'Unexpected error, this is a bug in Mailbox Report' });
  if (error instanceof Error && error.stack !== undefined) core.debug(logLines(error.stack));
}

/** Says what a user should mend, though nothing fails of it: with code, hint and place. */
export function annotateWarning(core: Annotate, { code, message, hint, place }: UserError): void {
  core.warning(logLines(`${message}\n${hint}`), { title: code, ...placeProperties(place) });
}

/**
 * Warns of unread mailboxes, at most ten, each on the line of the list where its address stands, and of every cause at
 * least one; the others are counted in a line of the log. Mailboxes that a cancelled run did not ask are only counted.
 * Under `counts` one warning counts them all and names none.
 */
export function annotateUnread(core: Annotate, tally: Tally, { detail, warned, marked }: UnreadOptions): void {
  if (tally.unread === 0) return;
  if (detail === 'counts') {
    const verb = tally.unread === 1 ? 'was' : 'were';
    const total = counted(tally.unread, 'mailbox', 'mailboxes');
    core.warning(`${total} ${verb} not read: ${byCause(tally)}.`, { title: 'Mailboxes not read' });
    return;
  }
  const shown = inTurns(tally, Math.max(1, Math.min(MOST_MARKED - marked, MOST_WARNINGS - warned)));
  for (const { status, mailbox } of shown) {
    const { address, error, file, line } = mailbox;
    core.warning(logLines(`${address}: ${error === '' ? REMEDIES[status] : error}`), {
      title: `Mailbox not read: ${status}`,
      file,
      startLine: line,
    });
  }
  if (tally.unread > shown.length) {
    const more = shown.length === 0 ? '' : ' more';
    const others = tally.unread - shown.length;
    core.info(
      `${count(others)}${more} ${others === 1 ? 'mailbox was' : 'mailboxes were'} not read; in all: ` +
        `${byCause(tally)}. See the CSV.`,
    );
  }
}

export interface UnreadOptions {
  readonly detail: Detail;
  /** How many warnings the step has already. */
  readonly warned: number;
  /** How many of its annotations stand at lines of the list. */
  readonly marked: number;
}

/** One less than GitHub shows, where one more error says why the step fails. */
const MOST_ERRORS = 9;

export interface FindingsOptions {
  readonly detail: Detail;
  /** Whether the step fails of violations: then they are errors, and warnings otherwise. */
  readonly failing: boolean;
  /** How many warnings the step has, or is yet to have besides. */
  readonly warned: number;
  /** How many lines of the list may be marked. */
  readonly most: number;
}

/** What was said of findings. */
export interface FindingsSaid {
  readonly warnings: number;
  /** How many lines of the list are marked. */
  readonly marked: number;
}

/**
 * Marks what a policy found at the lines of the list where mailboxes stand, of each broken rule one mailbox, then of each
 * a second, ten at most; the rest is counted in a line of the log. Under `counts` one warning counts them all and names no
 * mailbox.
 */
export function annotateFindings(
  core: Annotate,
  tally: PolicyTally,
  { detail, failing, warned: before, most }: FindingsOptions,
): FindingsSaid {
  const { violationCount, warningCount } = tally;
  const total = violationCount + warningCount;
  if (total === 0) return { warnings: 0, marked: 0 };
  const all = [
    ...(violationCount === 0 ? [] : [counted(violationCount, 'violation', 'violations')]),
    ...(warningCount === 0 ? [] : [counted(warningCount, 'warning', 'warnings')]),
  ].join(' and ');
  if (detail === 'counts') {
    core.warning(`The policy found ${all}.`, { title: 'Policy' });
    return { warnings: 1, marked: 0 };
  }
  const mostWarnings = Math.max(1, MOST_WARNINGS - before);
  let errors = 0;
  let warned = 0;
  for (const highlight of tally.highlights) {
    if (errors + warned >= most) break;
    const { rule, verdict, address, file, line, more } = highlight;
    const others = more === 0 ? '' : `, and ${count(more)} more`;
    const message = `${address}: ${rule.title}. ${findingText(highlight)}${others}`;
    const properties = { title: `Policy: ${rule.id}`, file, startLine: line };
    if (verdict === 'fail' && failing) {
      if (errors >= MOST_ERRORS) continue;
      core.error(logLines(message), properties);
      errors += 1;
    } else if (warned < mostWarnings) {
      core.warning(logLines(message), properties);
      warned += 1;
    }
  }
  const marked = errors + warned;
  const verb = marked === 1 ? 'is' : 'are';
  core.info(`The policy found ${all}; ${count(marked)} of them ${verb} marked at the list. See violations.csv.`);
  return { warnings: warned, marked };
}

/** Warns once of addresses that the lists repeat, on the line of the first repetition. Under `counts` it names none. */
export function annotateDuplicates(core: Annotate, list: MailboxList, detail: Detail): void {
  const [first] = list.duplicates;
  if (first === undefined) return;
  const { mailbox, firstAt } = first;
  const lines = `${counted(list.duplicateCount, 'line', 'lines')} of the mailbox lists`;
  const which = list.duplicateCount === 1 ? 'It is' : 'The first is';
  const named = ` ${which} ${mailbox.address}, which stands in ${firstAt.file}, line ${firstAt.line} already.`;
  core.warning(
    logText(
      `${lines} ${list.duplicateCount === 1 ? 'repeats an address' : 'repeat addresses'}, reported once.` +
        (detail === 'full' ? named : ''),
    ),
    { title: 'Repeated mailboxes', ...placeProperties({ file: mailbox.file, line: mailbox.line }) },
  );
}

/** Where GitHub marks a place in the workspace. */
export function placeProperties(place: SourcePlace | undefined): AnnotationProperties {
  if (place === undefined) return {};
  const { file, line, column } = place;
  return {
    file,
    ...(line === undefined ? {} : { startLine: line }),
    ...(column === undefined ? {} : { startColumn: column }),
  };
}

function byCause(tally: Tally): string {
  return tally.causes.map((status) => `${count(tally.unreadBy(status))} ${status}`).join(', ');
}

interface Unread {
  readonly status: UnreadStatus;
  readonly mailbox: UnreadMailbox;
}

/** The first mailbox of each cause, then the second of each, and so on. */
function inTurns(tally: Tally, most: number): Unread[] {
  const causes = UNREAD_STATUSES.filter((status) => status !== 'cancelled').map((status) =>
    tally
      .unreadMailboxes(status)
      .slice(0, most)
      .map((mailbox): Unread => ({ status, mailbox })),
  );
  const turns = Array.from({ length: most }, (_, turn) => causes.flatMap((cause) => cause.slice(turn, turn + 1)));
  return turns.flat().slice(0, most);
}
