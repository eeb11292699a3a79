import { clouds } from '../auth/clouds.ts';
import type { Environment } from '../http/proxy.ts';
import { uploadWarning } from '../outputs/artifact.ts';
import { deliver } from '../outputs/deliver.ts';
import { columnCollisions } from '../outputs/files/csv-sinks.ts';
import { createOutputDirectory } from '../outputs/files/output-directory.ts';
import { logProgress } from '../outputs/progress.ts';
import { createSinks, discardSinks } from '../outputs/sinks.ts';
import { chooseBaseline, choosePolicy, warningsOfRun } from '../policy/load.ts';
import { chooseReports, lackingSource, unavailableReport } from '../reports/choose.ts';
import { reportLabel } from '../reports/definition.ts';
import { withRetirements } from '../reports/retirements.ts';
import type { OutputInputs } from '../run/inputs.ts';
import { readReportInputs, settingsOf } from '../run/read-inputs.ts';
import { logGroup, logSettings, logText, Warnings } from '../run/log.ts';
import type { StepOutputs } from '../run/outputs.ts';
import { isPublicRepository } from '../run/repository-visibility.ts';
import type { RunResult } from '../run/result.ts';
import { stepEnvironment, type Runner, type StepEnvironment } from '../run/runner.ts';
import { Exchange } from '../source/exchange-source.ts';
import { Graph } from '../source/graph-source.ts';
import { needsExchange, readCredential, signIn } from '../source/sign-in.ts';
import { logLists, prepareSource, readLists } from '../source/source.ts';
import { historyAfter, rowsHeader } from '../store/rows-file.ts';
import type { RunSummary } from '../totals/run-summary.ts';
import { Totals } from '../totals/totals.ts';
import { VerdictCounts } from '../totals/verdict-counts.ts';
import { findComparison } from './comparison.ts';
import { conclude, runAction } from './conclude.ts';
import { highlightStage, policyStage, runPipeline, type ReadMailboxes } from './pipeline.ts';
import { runShard } from './run-shard.ts';

/** What only the terminal program asks for. */
export interface ReportExtras {
  /** Mailboxes besides those of the lists. */
  readonly addresses?: readonly string[];
  /** Receives what the summary shows. */
  readonly onSummary?: ((summary: RunSummary) => void) | undefined;
}

/**
 * Runs the report action and returns its result. Never rejects: the reason of a failure is an annotation, and what was
 * read is written, uploaded and summarised before.
 */
export function run(env: Environment, runner: Runner, extras: ReportExtras = {}): Promise<RunResult> {
  return runAction(env, runner.core, (outputs: StepOutputs, configured) => report(configured, runner, outputs, extras));
}

/** The product: read the inputs, sign in, read the list, pass every mailbox through the pipeline, deliver the result. */
async function report(
  env: Environment,
  runner: Runner,
  outputs: StepOutputs,
  { addresses = [], onSummary }: ReportExtras,
): Promise<RunResult> {
  const { core, dispatcher, signal, now, random } = runner;
  const started = now();
  const inputs = readReportInputs(env, /* a list is required */ addresses.length === 0);
  const step = stepEnvironment(env);
  const warnings = new Warnings(core);
  // First, so that a run with a bad list also says when the certificate expires.
  const credential = readCredential(inputs, { core, outputs, warnings, dispatcher, signal, now, env });
  const named = await chooseReports(inputs.report, step.workspace);
  const list = await readLists(inputs, step.workspace, addresses);
  const { policy, reports: chosen, added } = await choosePolicy(inputs.policy, step.workspace, named, list.columns);
  const reports = await withRetirements(chosen, runner.loadRetirements);
  const unusable = lackingSource(reports) ?? unavailableReport(reports, inputs.cloud);
  if (unusable !== undefined) throw unusable;
  const [collision] = inputs.mailboxColumns.length === 0 ? [] : columnCollisions(reports, list.columns);
  if (collision !== undefined) throw collision;
  const baseline = await chooseBaseline(inputs.baseline, step.workspace, policy);
  const notes = added.length === 0 ? [] : [`Also read, because the policy needs it: ${added.join(', ')}`];
  const settings = {
    ...settingsOf(inputs, 'report'),
    'exchange-url': needsExchange(reports) ? inputs.exchangeUrl : undefined,
    report: reports.map(({ name }) => name).join(', '),
  };
  await logSettings(core, settings, notes);

  const notUploaded = uploadWarning(step, inputs.artifactName, inputs.shard !== undefined);
  if (notUploaded !== undefined) warnings.add(notUploaded);
  const signedIn = await logGroup(core, 'Sign in', () => signIn(inputs, reports, credential, { core, signal }));
  const { tokens, exchangeTokens, certificate, lacking, tenantId } = signedIn;
  await logGroup(core, 'Mailbox list', () => logLists(list, inputs, core, outputs));
  const http = { dispatcher, signal, now, random };
  const graph = new Graph({ inputs, tokens, ...http, debugLog: step.isDebug ? core : undefined });
  const exchange = exchangeTokens && new Exchange({ inputs, tokens: exchangeTokens, ...http });
  const services = { graph, exchange, core, warnings, outputs, started, signal };
  const source = await prepareSource(inputs, reports, list, services);

  const { shard, cloud, graphUrl } = inputs;
  const shownCloud = graphUrl === clouds[cloud].graphUrl ? cloud : `${cloud}, ${graphUrl}`;
  const shown = { tenant: inputs.tenantId || tenantId, cloud: shownCloud };
  const origin = { tenant: tenantId, cloud, shown, certificate };
  const read = { source, reports, policy, baseline, lacking, started, origin };
  if (shard === undefined) return reportOn(read, inputs, step, runner, { outputs, warnings, onSummary });
  // The merge action shows it.
  if (lacking !== undefined) warnings.add(lacking.warning);
  return runShard({ ...read, shard, list }, inputs, step, runner, { outputs, warnings });
}

/** Passes every mailbox of a source through the pipeline and delivers the result. */
export async function reportOn(
  read: ReadMailboxes,
  inputs: OutputInputs,
  step: StepEnvironment,
  runner: Runner,
  {
    outputs,
    warnings,
    onSummary,
  }: Pick<ReportExtras, 'onSummary'> & { readonly outputs: StepOutputs; readonly warnings: Warnings },
): Promise<RunResult> {
  const { source, reports, policy, baseline, started, origin } = read;
  const { core, dispatcher, signal, deadline, now, loadArtifactClient, loadPageAssets: loadAssets } = runner;
  const { formats, artifactName, csvBom: bom, csvDelimiter: delimiter } = inputs;
  const { mailboxes, reader, throttling, unlisted } = source;
  const visibility = isPublicRepository(step, { dispatcher, signal });
  const highlights = await highlightStage(reports, started);
  for (const { message, place } of await warningsOfRun(policy, reports, started)) warnings.add(message, place);
  const judge = policy && (await import('../policy/judge.ts')).compilePolicy(policy, reports, started, baseline);
  const comparison = await findComparison(inputs, read, step, runner);
  const { summary: compared, found } = comparison;
  const history = found?.kind === 'found' ? historyAfter(found.report.header, found.report.end) : [];
  try {
    const folder = await createOutputDirectory(inputs.outputDirectory, step);
    const sinks = await createSinks({
      folder,
      formats,
      csv: { bom, delimiter },
      artifactName,
      reports,
      policy,
      baseline: judge?.baseline,
      mailboxes,
      unlisted,
      listColumns: mailboxes.columns,
      isCompared: compared !== undefined,
      started,
      ...origin.shown,
      rows: rowsHeader({ step, started, reports, policy, list: mailboxes, history, ...origin }),
      step,
      loadAssets,
      log: core,
      warnings,
    });
    try {
      const totals = await logGroup(core, 'Read the mailboxes', () => {
        outputs.set({ 'output-directory': folder, 'csv-path': sinks.all[0]?.path ?? folder });
        core.info(logText(`Reading ${reports.map(reportLabel).join(', ')}`));
        const progress = { reader, waits: () => throttling().waits, total: mailboxes.length };
        return runPipeline({
          source: logProgress({ core, now, signal }, progress),
          reports,
          stages: [highlights, judge && policyStage(judge), comparison.stage].filter((stage) => stage !== undefined),
          totals: new Totals(reports, policy && new VerdictCounts(policy), started, compared?.counts),
          sinks: sinks.all,
        });
      });
      const finished = { totals, judge, comparison, history, ended: now(), place: folder };
      const { result, facts } = await logGroup(core, 'Findings', async () =>
        conclude({ ...read, ...finished, isPublic: await visibility, step }, inputs, { core, outputs, warnings }),
      );
      const delivery = { core, outputs, warnings, inputs, step, signal, deadline, loadArtifactClient, onSummary };
      return await deliver(result, facts, sinks, delivery);
    } finally {
      await discardSinks(sinks);
    }
  } finally {
    await comparison.close();
  }
}
