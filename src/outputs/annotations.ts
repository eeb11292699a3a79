import { UserError, describeError, hintLines, reworded } from '../errors.ts';
import type { FailOn } from '../run/input-readers.ts';
import { withoutAddresses } from '../mailboxes/address.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { VerdictCounts } from '../totals/verdict-counts.ts';
import { logLines, logText, placeProperties, type Log } from '../run/log.ts';
import { count, counted } from '../text/numbers.ts';
import type { Detail } from '../totals/run-summary.ts';
import { REMEDIES, BY_REMEDY, type MailboxCounts } from '../totals/mailbox-counts.ts';
import { inTurns } from '../totals/shown-findings.ts';
import type { Totals } from '../totals/totals.ts';

/** GitHub shows ten errors and ten warnings of a step, and drops the rest. https://docs.github.com/rest/checks/runs */
const MAX_OF_A_LEVEL = 10;
/** At most so many annotations name mailboxes: the report has them all. */
const MAX_MAILBOXES = 10;

export interface AnnotationOptions {
  readonly detail: Detail;
  /** Whether the result explains every mailbox that could not be read. */
  readonly isExplained: boolean;
  /** Whether the step fails, which takes one error. */
  readonly fails: boolean;
  /** Violations of rules of the severity that it names are errors, others are warnings. */
  readonly failOn: FailOn;
  /** How many warnings the step has already. */
  readonly warned: number;
  /** How many of them name a mailbox. */
  readonly named: number;
}

/**
 * Annotates the lines of the list with violations and with mailboxes that could not be read. One budget decides which
 * GitHub shows: one mailbox of each violated rule, then a second of each, and at least one that could not be read. The
 * rest is counted in the log. With `counts`, no mailbox is named.
 */
export function annotateMailboxes(core: Log, { policy, mailboxes }: Totals, options: AnnotationOptions): void {
  const take = annotationBudget(options);
  // One place is kept for mailboxes that could not be read.
  const kept = mailboxes.unreadable > 0 && !options.isExplained ? 1 : 0;
  if (policy !== undefined) annotateViolations(core, policy, (level) => take(level, kept), options);
  if (!options.isExplained) annotateUnreadable(core, mailboxes, () => take('warning', 0), options.detail);
}

type Level = 'error' | 'warning';

/** Takes one of the annotations that GitHub still shows of the step, if one is left beside those that are kept. */
function annotationBudget({
  fails,
  warned,
  named,
}: AnnotationOptions): (level: Level, keptWarnings: number) => boolean {
  const left = {
    error: MAX_OF_A_LEVEL - (fails ? 1 : 0),
    warning: MAX_OF_A_LEVEL - warned,
    mailbox: MAX_MAILBOXES - named,
  };
  return (level, kept) => {
    if (left.mailbox <= kept || left[level] <= (level === 'warning' ? kept : 0)) return false;
    left[level] -= 1;
    left.mailbox -= 1;
    return true;
  };
}

function annotateViolations(
  core: Log,
  policy: VerdictCounts,
  take: (level: Level) => boolean,
  { detail, failOn }: AnnotationOptions,
): void {
  const [violationCount, warningCount] = [policy.total('failed'), policy.total('warned')];
  const knownCount = policy.total('known');
  if (knownCount > 0) core.info(`${counted(knownCount, 'violation is', 'violations are')} known: in the baseline.`);
  if (violationCount + warningCount === 0) return;
  const total = [
    ...(violationCount === 0 ? [] : [counted(violationCount, 'violation', 'violations')]),
    ...(warningCount === 0 ? [] : [counted(warningCount, 'warning', 'warnings')]),
  ].join(' and ');
  if (detail === 'counts') {
    core.warning(`The policy found ${total}.`, { title: 'Policy' });
    return;
  }
  let annotated = 0;
  for (const example of policy.examples) {
    const { rule, verdict, message: text, address, file, line, more, isNew } = example;
    const level = failOn === 'warning' || (failOn === 'error' && verdict === 'fail') ? 'error' : 'warning';
    if (!take(level)) continue;
    const others = more === 0 ? '' : `, and ${count(more)} more`;
    const message = logLines(`${address}: ${rule.title}. ${text}${others}${isNew ? ' (new)' : ''}`);
    core[level](message, { title: `Policy: ${rule.id}`, file, startLine: line });
    annotated += 1;
  }
  core.info(`The policy found ${total}; ${count(annotated)} of them are annotated in the list. See violations.csv.`);
}

/** Mailboxes that a cancelled run did not request are only counted. */
function annotateUnreadable(core: Log, mailboxes: MailboxCounts, take: () => boolean, detail: Detail): void {
  if (mailboxes.unreadable === 0) return;
  const total = counted(mailboxes.unreadable, 'mailbox', 'mailboxes');
  if (detail === 'counts') {
    core.warning(`${total} could not be read: ${mailboxes.causesText}.`, { title: 'Mailboxes that could not be read' });
    return;
  }
  let annotated = 0;
  const byCause = BY_REMEDY.filter((status) => status !== 'cancelled').map((status) =>
    mailboxes.unreadableMailboxes(status).map((mailbox) => ({ status, mailbox })),
  );
  for (const { status, mailbox } of inTurns(byCause, MAX_MAILBOXES)) {
    // One is always annotated: a run must not hide that mailboxes could not be read.
    if (!take() && annotated > 0) break;
    const { address, error, file, line } = mailbox;
    core.warning(logLines(`${address}: ${error === '' ? REMEDIES[status] : error}`), {
      title: `Mailbox could not be read: ${status}`,
      file,
      startLine: line,
    });
    annotated += 1;
  }
  if (mailboxes.unreadable > annotated) core.info(`${total} could not be read: ${mailboxes.causesText}. See the CSV.`);
}

/**
 * An error as the annotations and the summary show it: unless `summary` is `full`, texts of services name no mailbox. An
 * error about a file of the user has a place, and shows what is wrong there.
 */
export function shownReason(error: UserError, summary: string): UserError {
  if (summary === 'full') return error;
  if (error.code === 'ADDRESS_MALFORMED') return reworded(error, error.message.replace(/".*"/s, 'This'), error.hint);
  if (error.place !== undefined) return error;
  return reworded(error, withoutAddresses(error.message), error.hint);
}

/**
 * Reports in exactly one error annotation why the step fails: a UserError with its code, hint and place, anything else as
 * a bug. Causes and stacks are in the debug log.
 */
export function annotateError(core: Log, error: unknown): void {
  if (error instanceof UserError) {
    core.error(logLines(`${error.message}\n${hintLines(error)}`), {
      title: error.code,
      ...placeProperties(error.place),
    });
    if (error.cause !== undefined) core.debug(logLines(`Caused by: ${describeError(error.cause)}`));
    return;
  }
  core.error(logLines(describeError(error)), { title: 'Unexpected error, this is a bug in Mailbox Report' });
  if (error instanceof Error && error.stack !== undefined) core.debug(logLines(error.stack));
}

/** Reports a problem that does not fail the step. */
export function annotateWarning(core: Log, error: UserError): void {
  const { code, message, place } = error;
  core.warning(logLines(`${message}\n${hintLines(error)}`), { title: code, ...placeProperties(place) });
}

/** Warns once of addresses that the lists repeat, at the first repetition. With `counts` it names none. */
export function annotateDuplicates(core: Log, list: MailboxList, detail: Detail): void {
  const [first] = list.duplicates;
  if (first === undefined) return;
  const { mailbox, firstAt } = first;
  const lines = `${counted(list.duplicateCount, 'line', 'lines')} of the mailbox lists`;
  const which = list.duplicateCount === 1 ? 'It is' : 'The first is';
  const named = ` ${which} ${mailbox.address}, which is also in ${firstAt.file}, line ${firstAt.line}.`;
  core.warning(
    logText(
      `${lines} ${list.duplicateCount === 1 ? 'repeats an address' : 'repeat addresses'}. Each mailbox is reported once.` +
        (detail === 'full' ? named : ''),
    ),
    { title: 'Repeated mailboxes', ...placeProperties({ file: mailbox.file, line: mailbox.line }) },
  );
}
