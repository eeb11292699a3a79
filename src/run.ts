import type { Dependencies, ReadContext, RunContext } from './context.ts';
import type { Environment } from './http/proxy.ts';
import { deliver, type Delivery } from './output/deliver.ts';
import { logProgress } from './output/progress.ts';
import { discardSinks, openSinks } from './output/sinks.ts';
import { Totals } from './output/totals/totals.ts';
import { runPipeline } from './pipeline.ts';
import { openJudge } from './policy/load.ts';
import type { RunResult } from './result.ts';
import { logGroup } from './runner/log.ts';
import { isPublicRepository } from './runner/repository-visibility.ts';
import { openComparison } from './steps/compare.ts';
import { conclude, logStart } from './steps/conclude.ts';
import { guarded } from './steps/guarded.ts';
import { openRun } from './steps/open-run.ts';
import { listMailboxes, openGraph } from './steps/read.ts';
import { runShard } from './steps/shard.ts';
import { signIn } from './steps/sign-in.ts';
import { openSource, type Source } from './steps/source.ts';
import { highlightStage, policyStage } from './steps/stages.ts';

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
  const { core, reports, started } = context;
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
        totals: new Totals(reports, judge?.newTally(), started, compared?.tally),
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
