import { workspaceOf, type Dependencies, type ReadContext, type RunContext } from './context.ts';
import { clouds } from './auth/clouds.ts';
import type { Unlisted } from './exchange/unlisted.ts';
import { proxySecrets, requireUsableProxy, type Environment } from './http/proxy.ts';
import { requireVerifiedTls } from './http/secure-url.ts';
import { readReportInputs, secretInputs, type ReportInputs } from './inputs.ts';
import type { MailboxList } from './mailboxes/mailbox.ts';
import { annotateFindings, deliver, deliverError, type Delivery } from './output/deliver.ts';
import { logProgress } from './output/progress.ts';
import { discardSinks, openSinks, type Sinks } from './output/sinks.ts';
import { Totals } from './output/totals.ts';
import { guardOutputs, setOutputs } from './outputs.ts';
import { runPipeline } from './pipeline.ts';
import type { PolicyJudge } from './policy/judge.ts';
import { chooseBaseline, choosePolicy } from './policy/load.ts';
import { policyStage } from './policy/stage.ts';
import { chooseReports } from './reports/choose.ts';
import { maxUnreadableText, type RunResult } from './result.ts';
import { logGroup, logText } from './runner/log.ts';
import { isPublicRepository } from './runner/repository-visibility.ts';
import { concludeComparison, openComparison } from './steps/compare.ts';
import {
  conclude,
  noteBlankColumns,
  warnOfExemptions,
  warnOfStaleEntries,
  warnOfUnusedRules,
  warnOfVisibility,
} from './steps/conclude.ts';
import type { AnswerReader } from './steps/joined-reader.ts';
import { highlightStage } from './steps/highlights.ts';
import { listMailboxes, openGraph } from './steps/read.ts';
import { runShard } from './steps/shard.ts';
import { needsExchange, signIn } from './steps/sign-in.ts';
import { openSource } from './steps/source.ts';
import { count, counted, duration } from './text/numbers.ts';

/**
 * Runs the report action and returns its result. Never rejects: the reason of a failure is an annotation, and what was
 * read is written, uploaded and summarised before.
 */
export function run(env: Environment, dependencies: Dependencies): Promise<RunResult> {
  return guarded(env, dependencies, async (all) => report(await readContext(env, all)));
}

/** Masks secrets, runs an action, and reports its failure in one error. Never rejects. */
export async function guarded<T extends Pick<RunResult, 'fails'>>(
  env: Environment,
  dependencies: Dependencies,
  action: (dependencies: Dependencies) => Promise<T>,
): Promise<T | RunResult> {
  for (const secret of [...secretInputs(env), ...proxySecrets(env)]) dependencies.core.setSecret(secret);
  const { core, failure } = guardOutputs(dependencies.core);
  try {
    const result = await action({ ...dependencies, core });
    const unset = failure();
    // A failed run has exactly one error.
    return unset === undefined || result.fails ? result : await deliverError(unset, env, { core });
  } catch (error) {
    return deliverError(error, env, { core });
  }
}

/** The product: sign in, read the list, pass every mailbox through the pipeline, deliver the result. */
async function report(context: ReadContext): Promise<RunResult> {
  const { shard } = context.inputs;
  const { tokens, exchangeTokens, certificate } = await signIn(context);
  const list = await listMailboxes(context);
  const graph = openGraph(context, tokens);
  const source = await openSource(context, list, { graph, exchangeTokens });
  if (shard !== undefined) return runShard(context, { ...source, shard, list, certificate });
  return reportOn(context, { ...source, certificate });
}

/** A source of mailbox results, and what is known about it. */
export interface Reading {
  readonly mailboxes: MailboxList;
  /** Undefined if no certificate signed in. */
  readonly certificate: Delivery['certificate'];
  readonly reader: AnswerReader;
  readonly throttling: () => Delivery['throttling'];
  /** Mailboxes that only the tenant has. Undefined with `unlisted: ignore`. */
  readonly unlisted?: Unlisted | undefined;
}

/** Passes every mailbox of a source through the pipeline and delivers the result. */
export async function reportOn(context: RunContext, reading: Reading): Promise<RunResult> {
  const { core, reports, started } = context;
  const { mailboxes, certificate, reader, throttling, unlisted } = reading;
  const visibility = isPublicRepository(context.env, context);
  const highlights = await highlightStage(reports, started);
  const judge = await compileJudge(context);
  const comparison = await openComparison(context);
  const { summary: compared } = comparison;
  const sinks = await openSinks(context, mailboxes, {
    baseline: judge?.baseline,
    isCompared: compared !== undefined,
    unlisted,
  });
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
    const result = await logGroup(core, 'Findings', async () => {
      logEnd(context, totals, { durationMs, place: sinks.place });
      const concluded = conclude(context, totals, { stoppedBy: reader.stoppedBy, unlisted });
      concludeComparison(context, comparison);
      warnOfExemptions(context, judge);
      warnOfUnusedRules(context, judge);
      warnOfStaleEntries(context, judge);
      noteBlankColumns(context, totals);
      if (await visibility) warnOfVisibility(context);
      annotateFindings(context, { result: concluded, totals, mailboxes });
      return concluded;
    });
    return await deliver(context, {
      ...{ result, totals, sinks, mailboxes, judge, certificate, durationMs, unlisted },
      comparison: compared,
      throttling: throttling(),
    });
  } finally {
    await discardSinks(sinks);
    await comparison.close();
  }
}

async function readContext(env: Environment, dependencies: Dependencies): Promise<ReadContext> {
  const inputs = readReportInputs(env);
  requireUsableProxy(env);
  requireVerifiedTls(env);
  const workspace = workspaceOf(env);
  const named = await chooseReports(inputs.report, workspace);
  const { policy, reports, added } = await choosePolicy(inputs.policy, workspace, named);
  const baseline = await chooseBaseline(inputs.baseline, workspace, policy);
  const started = dependencies.now();
  const cloud = cloudText(inputs);
  const context: ReadContext = {
    env,
    inputs,
    cloud,
    tenant: inputs.tenantId,
    reports,
    policy,
    baseline,
    started,
    warnings: [],
    ...dependencies,
  };
  await logSettings(context, added);
  return context;
}

/** Loaded only by runs with a policy. */
async function compileJudge({ policy, baseline, reports, now }: RunContext): Promise<PolicyJudge | undefined> {
  if (policy === undefined) return undefined;
  const { compilePolicy } = await import('./policy/judge.ts');
  return compilePolicy(policy, reports, now(), baseline);
}

function cloudText({ cloud, graphUrl }: ReportInputs): string {
  return graphUrl === clouds[cloud].graphUrl ? cloud : `${cloud}, ${graphUrl}`;
}

/** Logs the inputs without the secrets. `added`: the reports that only the policy names. */
function logSettings(
  { inputs, reports, policy, baseline, core }: ReadContext,
  added: readonly string[],
): Promise<void> {
  const {
    tenantId,
    clientId,
    credential,
    authorityHost,
    graphUrl,
    exchangeUrl,
    mailboxes,
    unlisted,
    maxUnreadable,
    failOn,
    compare,
    shard,
    concurrency,
  } = inputs;
  const settings = {
    'tenant-id': tenantId,
    'client-id': clientId,
    credential: credential.kind,
    'authority-host': authorityHost,
    'graph-url': graphUrl,
    ...(needsExchange(inputs, reports) ? { 'exchange-url': exchangeUrl } : {}),
    mailboxes: mailboxes.join(', '),
    ...(unlisted === 'ignore' ? {} : { unlisted }),
    report: reports.map(({ name }) => name).join(', '),
    ...(policy === undefined ? {} : { policy: policy.file, 'fail-on': failOn }),
    ...(baseline === undefined ? {} : { baseline: baseline.file }),
    compare: compare.kind === 'path' ? compare.path : compare.kind,
    ...(shard === undefined ? {} : { shard: `${shard.number}/${shard.of}` }),
    'max-unreadable': maxUnreadableText(maxUnreadable),
    concurrency: String(concurrency),
  };
  return logGroup(core, 'Settings', () => {
    for (const [name, value] of Object.entries(settings)) core.info(logText(`${name}: ${value}`));
    if (added.length > 0) core.info(logText(`Also read, because the policy needs it: ${added.join(', ')}`));
  });
}

function logStart({ core, reports }: RunContext, { all, folder }: Sinks): void {
  setOutputs(core, { 'output-directory': folder, 'csv-path': all[0]?.path ?? folder });
  core.info(logText(`Reading ${reports.map(({ name }) => name).join(', ')}`));
}

function logEnd(
  { core }: RunContext,
  { mailboxes: { read, total } }: Totals,
  { durationMs, place }: { readonly durationMs: number; readonly place: string },
): void {
  core.info(
    logText(`Read ${count(read)} of ${counted(total, 'mailbox', 'mailboxes')} in ${duration(durationMs)}: ${place}`),
  );
}
