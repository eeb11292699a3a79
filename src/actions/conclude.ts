import { warn, type RunContext } from '../run/context.ts';
import type { UserError } from '../errors.ts';
import { annotateFindings, type Delivery } from '../outputs/deliver.ts';
import type { Sinks } from '../outputs/sinks.ts';
import type { Totals } from '../totals/totals.ts';
import { setOutputs } from '../run/outputs.ts';
import type { PolicyJudge } from '../policy/judge.ts';
import { reportLabel } from '../reports/definition.ts';
import { resultOf, unlistedText, type RunResult } from '../run/result.ts';
import { logText, placeProperties } from '../run/log.ts';
import { visibilityWarning } from '../run/repository-visibility.ts';
import { count, counted, duration, someNames } from '../text/numbers.ts';
import { concludeComparison, type RunComparison } from './comparison.ts';

/** Logs which reports are read, and sets the outputs about the files, which a run has also if it fails. */
export function logStart({ core, reports }: RunContext, { all, folder }: Sinks): void {
  setOutputs(core, { 'output-directory': folder, 'csv-path': all[0]?.path ?? folder });
  core.info(logText(`Reading ${reports.map(reportLabel).join(', ')}`));
}

/** A run whose mailboxes have passed the pipeline. */
interface Finished extends Pick<Delivery, 'totals' | 'sinks' | 'mailboxes' | 'judge' | 'durationMs' | 'unlisted'> {
  readonly comparison: RunComparison;
  /** The error that stopped reading early. */
  readonly stoppedBy: UserError | undefined;
  /** Whether the repository is public. */
  readonly isPublic: boolean;
}

/** Decides the result of a run, sets the outputs that are known, and logs the findings and the warnings. */
export function conclude(context: RunContext, run: Finished): RunResult {
  const { core } = context;
  const { totals, sinks, mailboxes, judge, durationMs, comparison, isPublic } = run;
  const { read, total } = totals.mailboxes;
  const all = counted(total, 'mailbox', 'mailboxes');
  core.info(logText(`Read ${count(read)} of ${all} in ${duration(durationMs)}: ${sinks.place}`));
  const result = decide(context, run);
  concludeComparison(context, comparison);
  if (judge !== undefined) warnOfPolicy(context, judge);
  noteBlankColumns(context, totals);
  if (isPublic) warnOfVisibility(context);
  annotateFindings(context, { result, totals, mailboxes });
  return result;
}

/** Compares the totals with the thresholds of the inputs. */
function decide(
  context: RunContext,
  { totals, stoppedBy, unlisted }: Pick<Finished, 'totals' | 'stoppedBy' | 'unlisted'>,
): RunResult {
  const { mailboxes, policy } = totals;
  setOutputs(context.core, { 'read-count': mailboxes.read, 'unreadable-count': mailboxes.unreadable });
  if (policy !== undefined) {
    setOutputs(context.core, {
      'violation-count': policy.violationCount,
      'known-count': policy.knownCount,
      'exempt-count': policy.exemptCount,
    });
  }
  const missing = unlisted?.isComplete === true ? unlisted.count : 0;
  if (unlisted?.isComplete === true) setOutputs(context.core, { 'unlisted-count': unlisted.count });
  const result = resultOf(
    { ...totals.counts, unlisted: missing },
    { ...context.inputs, unlisted: unlisted?.mode },
    stoppedBy,
  );
  if (missing > 0 && unlisted?.mode === 'warn') warn(context, unlistedText(missing));
  if (result.result === 'pass' && mailboxes.read === 0) {
    warn(context, 'No mailbox could be read. Fix the cause before changing "max-unreadable".');
  }
  if (stoppedBy !== undefined && result.reason?.message.includes(stoppedBy.message) !== true) {
    warn(context, stoppedBy.message);
  }
  return result;
}

/**
 * Warns of what a policy no longer needs: exemptions that would have covered a violation if they had not expired, rules whose
 * `when` met no row, and entries of the baseline that no longer occur.
 */
export function warnOfPolicy(context: RunContext, judge: PolicyJudge): void {
  warnOfExemptions(context, judge);
  for (const { message, place } of judge.unusedRules()) warn(context, message, place);
  warnOfStaleEntries(context, judge);
}

function warnOfExemptions(context: RunContext, judge: PolicyJudge): void {
  const expired = judge.exemptions.uses.filter(({ missed }) => missed > 0);
  const [first] = expired;
  if (first === undefined) return;
  const named = expired.slice(0, 5).map(({ exemption: { rule, expires } }) => `${rule} (until ${expires})`);
  const more = expired.length > named.length ? ` and ${count(expired.length - named.length)} more` : '';
  warn(context, `Expired exemptions no longer apply: ${named.join(', ')}${more}.`, first.exemption.place);
}

/** Only entries about mailboxes that were read can be stale. */
function warnOfStaleEntries(context: RunContext, { baseline }: PolicyJudge): void {
  const { file = '', stale = [] } = baseline ?? {};
  const [first] = stale;
  if (first === undefined) return;
  const entries = counted(
    stale.length,
    'entry of the baseline no longer occurs',
    'entries of the baseline no longer occur',
  );
  const lines = someNames(
    stale.map(({ line }) => String(line)),
    (line) => line,
  );
  const where = `${file}, ${stale.length === 1 ? 'line' : 'lines'} ${lines}`;
  warn(context, `${entries}: ${where}. Replace the file with baseline.csv from the artifact.`, {
    file,
    line: first.line,
  });
}

/** Columns of the user's own reports that found nothing are probably misspelt, or blank in this tenant. */
function noteBlankColumns({ core }: RunContext, { reports }: Totals): void {
  for (const { blankNotice } of reports) {
    if (blankNotice !== undefined) core.notice(logText(blankNotice.message), placeProperties(blankNotice.place));
  }
}

/** Warns if a public repository shows mailboxes to everybody. */
export function warnOfVisibility(context: RunContext): void {
  const { summary, artifactName } = context.inputs;
  const warning = visibilityWarning({ summary, uploads: artifactName !== undefined });
  if (warning !== undefined) warn(context, warning);
}
