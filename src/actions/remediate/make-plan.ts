import { warn } from '../../run/context.ts';
import { UserError } from '../../errors.ts';
import { logProgress } from '../../outputs/progress.ts';
import { Totals } from '../../totals/totals.ts';
import { VerdictCounts } from '../../totals/verdict-counts.ts';
import { runPipeline } from '../pipeline.ts';
import { compilePolicy } from '../../policy/judge.ts';
import { policyStage } from '../stages.ts';
import { logGroup, logText } from '../../run/log.ts';
import { warnOfPolicy } from '../conclude.ts';
import { listMailboxes, openGraph } from '../../source/graph.ts';
import type { SignedIn } from '../../source/sign-in.ts';
import { openSource } from '../../source/source.ts';
import { count, counted } from '../../text/numbers.ts';
import type { Change } from '../../remediation/change.ts';
import type { RemediationContext } from './context.ts';
import { PlanCollector, sortedChanges } from '../../remediation/plan.ts';
import { withRaw, withRawObject } from '../../remediation/services/raw-query.ts';

/**
 * Reads and judges the mailboxes, and returns what the policy changes, sorted. Rejects with a UserError: of the list, the
 * sign-in or Exchange Online, `SET_CONFLICT`, `INCOMPLETE` if no mailbox could be read, or `CANCELLED`.
 */
export async function makePlan(
  context: RemediationContext,
  { tokens, exchangeTokens }: Pick<SignedIn, 'tokens' | 'exchangeTokens'>,
): Promise<readonly Change[]> {
  const { core, reports, policy, baseline, started } = context;
  if (policy === undefined) throw new Error('a plan without a policy');
  const list = await listMailboxes(context);
  const graph = openGraph(context, tokens);
  const adapt = { graph: withRaw, exchange: withRawObject };
  const { reader } = await openSource(context, list, { graph, exchangeTokens, adapt });
  const judge = compilePolicy(policy, reports, context.now(), baseline);
  const plan = new PlanCollector();
  const totals = await logGroup(core, 'Read the mailboxes', () =>
    runPipeline({
      source: logProgress(context, { reader, waits: () => graph.limiter.throttling.waits, total: list.length }),
      reports,
      stages: [policyStage(judge)],
      totals: new Totals(reports, new VerdictCounts(policy), started),
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
  warnOfPolicy(context, judge);
  warnOfUncorrected(context, plan);
  return sortedChanges(plan.changes);
}

function warnOfUncorrected(context: RemediationContext, { readOnly, ineffective, unknown }: PlanCollector): void {
  if (readOnly > 0) {
    const rules = counted(readOnly, 'violating inbox rule is', 'violating inbox rules are');
    warn(context, `${rules} read-only and cannot be changed through Graph. Ask the owners to delete them in Outlook.`);
  }
  if (ineffective > 0) {
    const found = counted(ineffective, 'violation is', 'violations are');
    warn(context, `${found} not corrected by "set": the settings have these values already.`);
  }
  if (unknown > 0) {
    const found = counted(unknown, 'violation is', 'violations are');
    warn(context, `${found} not corrected: Exchange Online does not show the earlier value, or the id of the mailbox.`);
  }
}
