import { UserError, describeError, hintLines, reworded, withoutCode } from '../errors.ts';
import type { FailOn } from '../run/input-readers.ts';
import type { OutputInputs } from '../run/inputs.ts';
import { withoutAddresses } from '../mailboxes/address.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { VerdictCounts } from '../totals/verdict-counts.ts';
import { logLines, logText, placeProperties, type AnnotationProperties, type Log } from '../run/log.ts';
import { count, counted, someNames } from '../text/numbers.ts';
import type { Detail } from '../run/section.ts';
import { REMEDIES, BY_REMEDY, type MailboxCounts } from '../totals/mailbox-counts.ts';
import { inTurns, type ExampleFinding } from '../totals/shown-findings.ts';
import type { Totals } from '../totals/totals.ts';

/** GitHub shows ten errors and ten warnings of a step, and drops the rest. https://docs.github.com/rest/checks/runs */
const MOST = 10;

interface Annotation {
  readonly level: 'error' | 'warning';
  readonly message: string;
  readonly properties: AnnotationProperties;
}

/**
 * Annotates the lines of the list with violations and with mailboxes that could not be read: the first ten, errors before warnings.
 * All are counted in the log. Unless the summary is `full`, no mailbox is named.
 *
 * @param fails whether the step fails, which takes one error
 * @param isExplained whether the result explains every mailbox that could not be read
 */
export function annotateMailboxes(
  core: Log,
  { policy, mailboxes }: Totals,
  { summary, failOn }: OutputInputs,
  fails: boolean,
  isExplained: boolean,
): void {
  const detail = summary === 'full' ? 'full' : 'counts';
  if (policy !== undefined) countViolations(core, policy, detail);
  if (!isExplained) countUnreadable(core, mailboxes, detail);
  if (detail === 'counts') return;
  const violations = policy?.examples.map((example) => violationAnnotation(example, failOn)) ?? [];
  const errors = violations.filter(({ level }) => level === 'error');
  const warnings = violations.filter(({ level }) => level === 'warning');
  const unread = isExplained ? [] : unreadableAnnotations(mailboxes);
  const bySeverity = [...errors, ...inTurns([unread, warnings], MOST)];
  for (const { level, message, properties } of bySeverity.slice(0, fails ? MOST - 1 : MOST)) {
    core[level](message, properties);
  }
}

function countViolations(core: Log, policy: VerdictCounts, detail: Detail): void {
  const [violationCount, warningCount] = [policy.total('failed'), policy.total('warned')];
  const knownCount = policy.total('known');
  if (knownCount > 0) core.info(`${counted(knownCount, 'violation is', 'violations are')} known: in the baseline.`);
  if (violationCount + warningCount === 0) return;
  const total = [
    ...(violationCount === 0 ? [] : [counted(violationCount, 'violation', 'violations')]),
    ...(warningCount === 0 ? [] : [counted(warningCount, 'warning', 'warnings')]),
  ].join(' and ');
  if (detail === 'counts') core.warning(`The policy found ${total}.`, { title: 'Policy' });
  else core.info(`The policy found ${total}. See violations.csv.`);
}

function violationAnnotation(
  { rule, verdict, message, subject, file, line, more, isNew }: ExampleFinding,
  failOn: FailOn,
): Annotation {
  const others = more === 0 ? '' : `, and ${count(more)} more`;
  return {
    level: failOn === 'warning' || (failOn === 'error' && verdict === 'fail') ? 'error' : 'warning',
    message: logLines(`${subject}: ${message}${others}${isNew ? ' (new)' : ''}`),
    properties: { title: `Policy: ${rule.id}`, file, startLine: line },
  };
}

function countUnreadable(core: Log, mailboxes: MailboxCounts, detail: Detail): void {
  if (mailboxes.unreadable === 0) return;
  const total = counted(mailboxes.unreadable, 'mailbox', 'mailboxes');
  const text = `${total} could not be read: ${mailboxes.causesText}.`;
  if (detail === 'counts') core.warning(text, { title: 'Mailboxes that could not be read' });
  else core.info(`${text} See the CSV.`);
}

/** Some of each cause. Mailboxes that a cancelled run did not request are only counted. */
function unreadableAnnotations(mailboxes: MailboxCounts): readonly Annotation[] {
  const byCause = BY_REMEDY.filter((status) => status !== 'cancelled').map((status) =>
    mailboxes.unreadableMailboxes(status).map((mailbox): Annotation => {
      const { address, error } = mailbox;
      return {
        level: 'warning',
        message: logLines(`${address}: ${error === '' ? REMEDIES[status] : error}`),
        properties: { title: `Mailbox could not be read: ${status}`, ...placeProperties(mailbox) },
      };
    }),
  );
  return inTurns(byCause, MOST);
}

/**
 * An error as the annotations and the summary show it: unless `summary` is `full`, texts of services name no mailbox. An
 * error about a file of the user has a place, and shows what is wrong there, unless it is about a rule for a mailbox.
 */
export function shownReason(error: UserError, summary: string): UserError {
  if (summary === 'full') return error;
  if (error.code === 'ADDRESS_MALFORMED') return reworded(error, error.message.replace(/".*"/s, 'This'), error.hint);
  const isOfMailbox = error.code === 'SET_CONFLICT' || error.code === 'SET_REFUSED';
  if (error.place !== undefined && !isOfMailbox) return error;
  return reworded(error, withoutAddresses(error.message), error.hint);
}

/**
 * Reports in exactly one error annotation why the step fails: a UserError with its code, hint and place, anything else as
 * a bug. Causes and stacks are in the debug log.
 */
export function annotateError(core: Log, error: unknown): void {
  if (error instanceof UserError) {
    core.error(logLines(`${withoutCode(error)}\n${hintLines(error)}`), {
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
  const { code, place } = error;
  core.warning(logLines(`${withoutCode(error)}\n${hintLines(error)}`), { title: code, ...placeProperties(place) });
}

/**
 * Warns once of addresses that the lists repeat, at the first repetition, and of values that differ on their lines. With `counts` it
 * names no mailbox.
 */
export function annotateDuplicates(core: Log, list: MailboxList, detail: Detail): void {
  annotateConflicts(core, list);
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

function annotateConflicts(core: Log, { conflicts = [] }: MailboxList): void {
  const [first] = conflicts;
  if (first === undefined) return;
  const which = counted(conflicts.length, 'mailbox has', 'mailboxes have');
  const lines = someNames(
    conflicts.map(
      ({ firstAt, mailbox }) => `${firstAt.file}, line ${firstAt.line}, and ${mailbox.file}, line ${mailbox.line}`,
    ),
    String,
  );
  const { file, line } = first.mailbox;
  const message = `${which} different values in the lists, which are unknown: ${lines}. Correct or remove one.`;
  core.warning(logText(message), { title: 'Repeated mailboxes', ...placeProperties({ file, line }) });
}
