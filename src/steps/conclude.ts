import { warn, type RunContext } from '../context.ts';
import type { UserError } from '../errors.ts';
import type { Unlisted } from '../exchange/unlisted.ts';
import type { Totals } from '../output/totals.ts';
import { setOutputs } from '../outputs.ts';
import type { PolicyJudge } from '../policy/judge.ts';
import { resultOf, unlistedText, type RunResult } from '../result.ts';
import { logText, placeProperties } from '../runner/log.ts';
import { visibilityWarning } from '../runner/repository-visibility.ts';
import { count, counted, someNames } from '../text/numbers.ts';

/** Compares the totals with the thresholds and sets the outputs that are known. */
export function conclude(
  context: RunContext,
  totals: Totals,
  { stoppedBy, unlisted }: { readonly stoppedBy: UserError | undefined; readonly unlisted: Unlisted | undefined },
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

/** Warns of exemptions that would have covered a violation if they had not expired. */
export function warnOfExemptions(context: RunContext, judge: PolicyJudge | undefined): void {
  const expired = judge?.exemptions.uses.filter(({ missed }) => missed > 0) ?? [];
  const [first] = expired;
  if (first === undefined) return;
  const named = expired.slice(0, 5).map(({ exemption: { rule, expires } }) => `${rule} (until ${expires})`);
  const more = expired.length > named.length ? ` and ${count(expired.length - named.length)} more` : '';
  warn(context, `Expired exemptions no longer apply: ${named.join(', ')}${more}.`, first.exemption.place);
}

/** Warns of entries of the baseline that no longer occur among mailboxes that were read. */
export function warnOfStaleEntries(context: RunContext, judge: PolicyJudge | undefined): void {
  const { file = '', stale = [] } = judge?.baseline ?? {};
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

/** Rules whose `when` met no row. */
export function warnOfUnusedRules(context: RunContext, judge: PolicyJudge | undefined): void {
  for (const { message, place } of judge?.unusedRules() ?? []) warn(context, message, place);
}

/** Columns of the user's own reports that found nothing are probably misspelt, or blank in this tenant. */
export function noteBlankColumns({ core }: RunContext, { reports }: Totals): void {
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
