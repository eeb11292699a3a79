import { daysLeft } from '../auth/certificate.ts';
import { UserError } from '../errors.ts';
import { annotateMailboxes, annotateWarning, shownReason } from '../outputs/annotations.ts';
import type { PolicyJudge } from '../policy/judge.ts';
import type { Feature } from '../run/feature.ts';
import { maxUnreadableText } from '../run/input-readers.ts';
import { logText, placeProperties } from '../run/log.ts';
import { visibilityWarning } from '../run/repository-visibility.ts';
import { allowedUnread, resultOf, unlistedText, type RunResult } from '../run/result.ts';
import type { Run } from '../run/run.ts';
import { count, counted, duration, listed } from '../text/numbers.ts';
import type { PolicySummary, RunSummary } from '../totals/run-summary.ts';
import type { Totals } from '../totals/totals.ts';
import type { VerdictCounts } from '../totals/verdict-counts.ts';

/**
 * Decides the result of a run whose mailboxes have passed the pipeline, sets the outputs that are known, and logs the findings
 * and the warnings. Returns the result and what else the summary and the page show.
 *
 * @param folder where the files are
 * @param visibility whether everybody can see the repository
 */
export async function conclude(
  run: Run,
  features: readonly Feature[],
  totals: Totals,
  folder: string,
  visibility: Promise<boolean>,
): Promise<{ readonly result: RunResult; readonly summary: RunSummary }> {
  const { inputs, runner, warnings, started } = run;
  const { core } = runner;
  const durationMs = runner.now() - started;
  const { read, total } = totals.mailboxes;
  const isPublic = await visibility;
  const { tables } = totals;
  const what =
    total === 0 && tables.length > 0
      ? readTables(tables)
      : `${count(read)} of ${counted(total, 'mailbox', 'mailboxes')}`;
  core.info(logText(`Read ${what} in ${duration(durationMs)}: ${folder}`));
  const accessError = deniedError(run, totals);
  const result = decide(run, totals, accessError);
  for (const feature of features) feature.conclude?.(run);
  // Columns of the user's own reports that found nothing are probably misspelt, or blank in this tenant.
  for (const { blankNotice } of totals.reports) {
    if (blankNotice !== undefined) core.notice(logText(blankNotice.message), placeProperties(blankNotice.place));
  }
  const shownToAll = isPublic ? visibilityWarning(inputs) : undefined;
  if (shownToAll !== undefined) warnings.add(shownToAll);
  const summary = summaryOf(run, features, totals, result, { folder, durationMs });
  annotateFindings(run, totals, result, accessError !== undefined);
  return { result, summary };
}

/** `2 of 3 tables`. */
function readTables(tables: Totals['tables']): string {
  const read = tables.filter(({ status }) => status === 'ok').length;
  return `${count(read)} of ${counted(tables.length, 'table', 'tables')}`;
}

/**
 * The error that explains every unread mailbox: the application lacks app roles, and Graph denies all mailboxes. With RBAC for
 * Applications in Exchange Online, which needs none, Graph would allow some.
 */
function deniedError({ lacking }: Run, { mailboxes, reports }: Totals): UserError | undefined {
  const { total, read } = mailboxes;
  const unreadReports = reports.filter((report) => report.read === 0);
  const withoutRole = lacking?.reports.filter(({ name }) => unreadReports.some((report) => report.name === name)) ?? [];
  if (
    lacking === undefined ||
    withoutRole.length === 0 ||
    read > 0 ||
    mailboxes.unreadableBy('access-denied') < total
  ) {
    return undefined;
  }
  const what = unreadReports.length === reports.length ? '' : ` in ${withoutRole.map(({ name }) => name).join(', ')}`;
  const roles = [...new Set(withoutRole.flatMap(({ lacks }) => lacks))];
  const { hint, copy } = lacking.grant;
  return new UserError('INCOMPLETE', `No mailbox could be read${what}: the application lacks ${roles.join(' and ')}.`, {
    hint:
      `${hint} If RBAC for Applications in Exchange Online is to grant the access instead, check its scope with ` +
      'Test-ServicePrincipalAuthorization. A change can take two hours to apply.',
    copy,
  });
}

/** Compares the totals with the thresholds of the inputs. */
function decide(run: Run, totals: Totals, accessError: UserError | undefined): RunResult {
  const { inputs, outputs, warnings, lacking, source } = run;
  const { unlisted, reader } = source;
  const { mailboxes, policy } = totals;
  const stoppedBy = reader.stoppedBy && shownReason(reader.stoppedBy, inputs.summary);
  outputs.set({ 'read-count': mailboxes.read, 'unreadable-count': mailboxes.unreadable });
  if (policy !== undefined) {
    outputs.set({
      'violation-count': policy.total('failed'),
      'known-count': policy.total('known'),
      'exempt-count': policy.total('exempt'),
    });
  }
  const unlistedCount = unlisted?.isComplete === true ? unlisted.count : 0;
  if (unlisted?.isComplete === true && unlisted.mode !== 'all') outputs.set({ 'unlisted-count': unlisted.count });
  const counts = { ...totals.counts, unlisted: unlistedCount };
  const { failOn, baseline } = inputs;
  const thresholds = { allowed: allowedUnread(run), failOn, unlisted: unlisted?.mode, baseline };
  const result = resultOf(counts, thresholds, stoppedBy, accessError);
  if (unlistedCount > 0 && unlisted?.mode === 'warn') warnings.add(unlistedText(unlistedCount));
  // Where Graph denies nothing, RBAC for Applications grants the access.
  const denied = mailboxes.unreadableBy('access-denied');
  if (lacking !== undefined && accessError === undefined && denied > 0) {
    warnings.add(`Access to ${counted(denied, 'mailbox', 'mailboxes')} was denied. ${lacking.warning}`);
  }
  const deniedTables = totals.tables.flatMap(({ name, status }) => (status === 'access-denied' ? [name] : []));
  if (lacking !== undefined && denied === 0 && deniedTables.length > 0) {
    warnings.add(`Access to ${listed(deniedTables, 'and')} was denied. ${lacking.warning}`);
  }
  if (stoppedBy !== undefined && result.reason?.message.includes(stoppedBy.message) !== true) {
    warnings.add(`${stoppedBy.message} ${stoppedBy.hint.replaceAll('\n', ' ')}`);
  }
  return result;
}

/** Annotates violations and mailboxes that could not be read, and the reason of a result that does not fail the step. */
function annotateFindings(
  { inputs, runner: { core } }: Run,
  totals: Totals,
  { reason, fails }: RunResult,
  isExplained: boolean,
): void {
  if (!fails && reason !== undefined) annotateWarning(core, reason);
  if (core.listsFindings !== true) annotateMailboxes(core, totals, inputs, fails, isExplained);
}

function summaryOf(
  run: Run,
  features: readonly Feature[],
  totals: Totals,
  { result, reason }: RunResult,
  { folder, durationMs }: { readonly folder: string; readonly durationMs: number },
): RunSummary {
  const { inputs, fileSettings, runner, source, warnings, origin, policy, judge, step, started } = run;
  const { mailboxes, unlisted } = source;
  const { certificate } = origin;
  const complete = unlisted?.isComplete === true ? unlisted : undefined;
  const { listed } = mailboxes;
  return {
    result,
    message: reason?.message ?? '',
    hint: reason?.hint ?? '',
    copy: reason?.copy,
    cancelled: runner.signal.aborted,
    mailboxes: totals.mailboxes,
    policy: policy && totals.policy && policySummary(policy.file, totals.policy, judge),
    parts: features,
    history: features.flatMap(({ history = [] }) => history),
    started,
    reports: totals.reports,
    tables: totals.tables,
    duplicateCount: mailboxes.duplicateCount,
    // Without a list, each mailbox is not in it.
    unlistedCount: listed === undefined ? complete?.count : listed === 0 ? undefined : mailboxes.length - listed,
    includesUnlisted: listed !== undefined,
    maxUnreadable: maxUnreadableText(allowedUnread(run)),
    failOn: inputs.failOn,
    fileSettings,
    durationMs,
    throttling: source.throttling(),
    stoppedBy: source.reader.stoppedBy,
    place: folder,
    listFiles: mailboxes.files,
    warnings: warnings.messages,
    certificate: certificate && {
      expiresOn: certificate.notAfter,
      daysLeft: daysLeft(certificate, started + durationMs),
      thumbprint: certificate.thumbprint,
    },
    lines: step.source?.lines,
    runUrl: step.runUrl,
  };
}

function policySummary(file: string, verdicts: VerdictCounts, judge: PolicyJudge | undefined): PolicySummary {
  const baseline = judge?.baseline;
  return {
    file,
    verdicts,
    exemptions: judge?.exemptions.uses ?? [],
    baseline: baseline && { file: baseline.file, entries: baseline.size, stale: baseline.stale.length },
  };
}
