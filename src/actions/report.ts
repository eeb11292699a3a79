import type { Dependencies, ReadContext, RunContext } from '../run/context.ts';
import type { Environment } from '../http/proxy.ts';
import { deliver, type Delivery } from '../outputs/deliver.ts';
import { logProgress } from '../outputs/progress.ts';
import { discardSinks, openSinks } from '../outputs/sinks.ts';
import { Totals } from '../totals/totals.ts';
import { VerdictCounts } from '../totals/verdict-counts.ts';
import { runPipeline } from './pipeline.ts';
import { openJudge } from '../policy/load.ts';
import type { RunResult } from '../run/result.ts';
import { logGroup } from '../run/log.ts';
import { isPublicRepository } from '../run/repository-visibility.ts';
import { openComparison } from './comparison.ts';
import { conclude, logStart } from './conclude.ts';
import { guarded } from './guarded.ts';
import { openRun } from './open-run.ts';
import { listMailboxes, openGraph } from '../source/graph.ts';
import { runShard } from './shard.ts';
import { signIn } from '../source/sign-in.ts';
import { openSource, type Source } from '../source/source.ts';
import { highlightStage, policyStage } from './stages.ts';

/**
 * Runs the report action and returns its result. Never rejects: the reason of a failure is an annotation, and what was
 * read is written, uploaded and summarised before.
 */
export function run(env: Environment, dependencies: Dependencies): Promise<RunResult> {
  return guarded(env, dependencies, async (all) => report(await openRun(env, all)));
}

/** The product: sign in, read the list, pass every mailbox through the pipeline, deliver the result. */
async function report(context: ReadContext): Promise<RunResult> {
  const { shard } = context.inputs;
  const { tokens, exchangeTokens, certificate } = await signIn(context);
  const list = await listMailboxes(context);
  const graph = openGraph(context, tokens);
  const source = await openSource(context, list, { graph, exchangeTokens });
  if (shard !== undefined) return runShard(context, { ...source, shard, list, certificate });
  return reportOn(context, source, certificate);
}

/**
 * Passes every mailbox of a source through the pipeline and delivers the result. `certificate`: undefined if none signed in.
 */
export async function reportOn(
  context: RunContext,
  source: Source,
  certificate: Delivery['certificate'],
): Promise<RunResult> {
  const { core, reports, policy, started } = context;
  const { mailboxes, reader, throttling, unlisted } = source;
  const visibility = isPublicRepository(context.env, context);
  const highlights = await highlightStage(reports, started);
  const judge = await openJudge(context);
  const comparison = await openComparison(context);
  const { summary: compared } = comparison;
  const opened = { baseline: judge?.baseline, isCompared: compared !== undefined, unlisted };
  const sinks = await openSinks(context, mailboxes, opened);
  try {
    const totals = await logGroup(core, 'Read the mailboxes', () => {
      logStart(context, sinks);
      return runPipeline({
        source: logProgress(context, { reader, waits: () => throttling().waits, total: mailboxes.length }),
        reports,
        stages: [highlights, judge && policyStage(judge), comparison.stage].filter((stage) => stage !== undefined),
        totals: new Totals(reports, policy && new VerdictCounts(policy), started, compared?.counts),
        sinks: sinks.all,
      });
    });
    const durationMs = context.now() - started;
    const run = { totals, sinks, mailboxes, judge, durationMs, unlisted };
    const result = await logGroup(core, 'Findings', async () =>
      conclude(context, { ...run, comparison, stoppedBy: reader.stoppedBy, isPublic: await visibility }),
    );
    return await deliver(context, { ...run, result, certificate, comparison: compared, throttling: throttling() });
  } finally {
    await discardSinks(sinks);
    await comparison.close();
  }
}
