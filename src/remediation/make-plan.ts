import type { TokenSource } from '../auth/token.ts';
import { warn } from '../context.ts';
import { UserError } from '../errors.ts';
import { logProgress } from '../output/progress.ts';
import { Totals } from '../output/totals.ts';
import { runPipeline } from '../pipeline.ts';
import { compilePolicy } from '../policy/judge.ts';
import { policyStage } from '../policy/stage.ts';
import { compileQueries } from '../reports/query.ts';
import { logGroup, logText } from '../runner/log.ts';
import { warnOfExemptions, warnOfStaleEntries, warnOfUnusedRules } from '../steps/conclude.ts';
import { confirmedDomains, listMailboxes, openGraph, openReader } from '../steps/read.ts';
import { count, counted } from '../text/numbers.ts';
import type { Change } from './change.ts';
import type { RemediationContext } from './context.ts';
import { sortedChanges } from './digest.ts';
import { PlanCollector } from './plan.ts';
import { withRaw } from './raw-query.ts';

/**
 * Reads and judges the mailboxes, and returns what the policy changes, sorted. Rejects with a UserError: of the list or the
 * sign-in, `SET_CONFLICT`, `INCOMPLETE` if no mailbox could be read, or `CANCELLED`.
 */
export async function makePlan(context: RemediationContext, tokens: TokenSource): Promise<readonly Change[]> {
  const { core, reports, policy, baseline, inputs, started } = context;
  if (policy === undefined) throw new Error('a plan without a policy');
  const list = await listMailboxes(context);
  const graph = openGraph(context, tokens);
  const domains = inputs.internalDomains ?? (await confirmedDomains(context, list, graph));
  const queries = await compileQueries(reports, domains);
  const withResources = queries.map((query, at) => {
    const report = reports[at];
    return report === undefined ? query : withRaw(query, report);
  });
  const reader = openReader(context, list, withResources, graph);
  const judge = compilePolicy(policy, reports, context.now(), baseline);
  const plan = new PlanCollector();
  const totals = await logGroup(core, 'Read the mailboxes', () =>
    runPipeline({
      source: logProgress(context, { reader, waits: () => graph.limiter.throttling.waits, total: list.length }),
      reports,
      stages: [policyStage(judge)],
      totals: new Totals(reports, judge.newTally(), started),
      sinks: [plan],
    }),
  );
  const { read, unreadable, total } = totals.mailboxes;
  core.info(logText(`Read ${count(read)} of ${counted(total, 'mailbox', 'mailboxes')}`));
  if (context.signal.aborted) {
    throw new UserError('CANCELLED', 'The run was cancelled before the plan was complete. Nothing was changed.', {
      hint: 'Run the workflow again.',
    });
  }
  if (reader.stoppedBy !== undefined) throw reader.stoppedBy;
  if (read === 0) {
    throw new UserError('INCOMPLETE', 'No mailbox could be read, so there is no plan.', {
      hint: 'Run the report action on the same list: its report has the cause for each mailbox.',
    });
  }
  if (unreadable > 0) {
    warn(context, `${counted(unreadable, 'mailbox', 'mailboxes')} could not be read and will not be changed.`);
  }
  warnOfExemptions(context, judge);
  warnOfUnusedRules(context, judge);
  warnOfStaleEntries(context, judge);
  warnOfUncorrected(context, plan);
  return sortedChanges(plan.changes);
}

function warnOfUncorrected(context: RemediationContext, { readOnly, ineffective }: PlanCollector): void {
  if (readOnly > 0) {
    const rules = counted(readOnly, 'violating inbox rule is', 'violating inbox rules are');
    warn(context, `${rules} read-only and cannot be changed through Graph. Ask the owners to delete them in Outlook.`);
  }
  if (ineffective > 0) {
    const found = counted(ineffective, 'violation is', 'violations are');
    warn(context, `${found} not corrected by "set": the settings have these values already.`);
  }
}
