import { clouds } from '../auth/clouds.ts';
import type { Environment } from '../http/proxy.ts';
import { uploadWarning } from '../outputs/artifact.ts';
import { deliver } from '../outputs/deliver.ts';
import { columnCollisions } from '../outputs/files/csv-sinks.ts';
import { createOutputDirectory } from '../outputs/files/output-directory.ts';
import { logProgress } from '../outputs/progress.ts';
import { createSinks, discardSinks } from '../outputs/sinks.ts';
import { judgeOf } from '../run/policy-stage.ts';
import { chooseBaseline, choosePolicy } from '../policy/load.ts';
import { chooseReports, lackingSource, unavailableReport } from '../reports/choose.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import { reportLabel, type AnyReport } from '../reports/table.ts';
import { withRetirements } from '../reports/retirements.ts';
import { readReportInputs, settingsOf, text } from '../run/read-inputs.ts';
import { logGroup, logSettings, logText, Warnings } from '../run/log.ts';
import type { StepOutputs } from '../run/outputs.ts';
import { isPublicRepository } from '../run/repository-visibility.ts';
import { maxUnreadableText, required } from '../run/input-readers.ts';
import { allowedUnread, type RunResult } from '../run/result.ts';
import type { Run } from '../run/run.ts';
import { stepEnvironment, type Runner } from '../run/runner.ts';
import { servicesOf } from '../source/services.ts';
import { readCredential, signIn } from '../source/sign-in.ts';
import { readShardOfTenant } from '../source/shard-of-tenant.ts';
import { prepareSource, readLists } from '../source/source.ts';
import type { RunSummary } from '../totals/run-summary.ts';
import { Totals } from '../totals/totals.ts';
import { VerdictCounts } from '../totals/verdict-counts.ts';
import { runPipeline, type Receiver } from '../run/pipeline.ts';
import { conclude } from './conclude.ts';
import { featuresOf } from './features.ts';
import { logLists } from './log-lists.ts';
import { runAction } from './run-action.ts';
import { runShard } from './run-shard.ts';

/** What only the terminal program asks for. */
export interface ReportExtras {
  /** Mailboxes besides those of the lists. */
  readonly addresses?: readonly string[];
  /** Receives what the summary shows. */
  readonly onSummary?: ((summary: RunSummary) => void) | undefined;
  /** Receives the paths of the files that the run wrote, once all of them are complete. */
  readonly onFiles?: ((files: readonly string[]) => void) | undefined;
  /** Makes a further receiver of the mailboxes and tables. `report`: the first of the input; `hasVerdicts`: whether there is a policy. */
  readonly receiverOf?: ((report: AnyReport, hasVerdicts: boolean) => Receiver) | undefined;
  /** What its file sets of the inputs that decide whether the run fails. */
  readonly fileSettings?: readonly string[];
}

/**
 * Runs the report action and returns its result. Never rejects: the reason of a failure is an annotation, and what was
 * read is written, uploaded and summarised before.
 */
export function run(env: Environment, runner: Runner, extras: ReportExtras = {}): Promise<RunResult> {
  return runAction(env, runner.core, (outputs: StepOutputs, configured, fileSettings) =>
    report(configured, runner, outputs, { fileSettings, ...extras }),
  );
}

/** The product: read the inputs, sign in, read the list, pass every mailbox through the pipeline, deliver the result. */
async function report(
  env: Environment,
  runner: Runner,
  outputs: StepOutputs,
  { addresses = [], fileSettings = [], receiverOf, ...callbacks }: ReportExtras,
): Promise<RunResult> {
  const { core, signal } = runner;
  const started = runner.now();
  const inputs = readReportInputs(env, false);
  const step = stepEnvironment(env);
  const warnings = new Warnings(core);
  // First, so that a run with a bad list also says when the certificate expires.
  const credential = readCredential(inputs, runner, outputs, warnings, env);
  const hasList = addresses.length > 0 || text(env, 'mailboxes') !== undefined;
  const definitions = await chooseReports(inputs.report, step.workspace);
  // Before the policy, whose rules may name columns of the list.
  if (!hasList) refuseWithoutList(definitions.reports);
  const list = await readLists(inputs, step.workspace, addresses);
  const chosenOnes = await choosePolicy(inputs.policy, step.workspace, definitions, list.columns);
  const { policy, reports: chosen, tables, added } = chosenOnes;
  if (!hasList) refuseWithoutList(chosen);
  const reports = await withRetirements(chosen, runner.loadRetirements);
  const unusable = lackingSource(reports) ?? unavailableReport(reports, inputs.cloud);
  if (unusable !== undefined) throw unusable;
  const [collision] = inputs.extraColumns.length === 0 ? [] : columnCollisions(reports, list.columns);
  if (collision !== undefined) throw collision;
  const baseline = await chooseBaseline(inputs.baseline, step.workspace, policy);
  const notes =
    added.length === 0
      ? fileSettings
      : [...fileSettings, `Also read, because the policy needs it: ${added.map(withPermission).join(', ')}`];
  const settings = {
    ...settingsOf(inputs, 'report'),
    report: [...reports, ...tables].map(({ name }) => name).join(', '),
    'max-unreadable': maxUnreadableText(allowedUnread({ inputs, policy })),
  };
  await logSettings(core, settings, notes);

  // The first shard reads the tables, and the merge shows them.
  const readTables = inputs.shard === undefined || inputs.shard.number === 1 ? tables : [];
  const notUploaded = uploadWarning(step, inputs.artifactName, inputs.shard !== undefined);
  if (notUploaded !== undefined) warnings.add(notUploaded);
  const signedIn = await logGroup(core, 'Sign in', () =>
    signIn(inputs, { reports, tables: readTables }, credential, runner),
  );
  const { certificate, lacking, tenantId } = signedIn;
  await logGroup(core, 'Mailbox list', () => logLists(list, inputs, core, outputs, reports.length > 0));
  const { graph, exchange } = servicesOf({ inputs, signedIn, runner, step });
  const { shard, cloud, graphUrl } = inputs;
  const services = { graph, exchange, core, warnings, outputs, started, signal, tables: readTables };
  const ofTenant =
    shard !== undefined && inputs.mailboxes.all && reports.length > 0
      ? await readShardOfTenant(inputs, shard, reports, list, services)
      : undefined;
  const wholeList = ofTenant?.list ?? list;
  const source = await prepareSource(inputs, reports, wholeList, { ...services, share: ofTenant?.share });

  const shownCloud = graphUrl === clouds[cloud].graphUrl ? cloud : `${cloud}, ${graphUrl}`;
  const originText = { tenant: inputs.tenantId || tenantId, cloud: shownCloud };
  const origin = { tenant: tenantId, cloud, shown: originText, certificate };
  const settled = { inputs, fileSettings, step, runner, outputs, warnings, started, origin };
  const reading = { ...settled, source, reports, tables: readTables, policy, lacking };
  if (shard === undefined) {
    const judge = await judgeOf(policy, [...reports, ...tables], started, baseline, warnings);
    const named = definitions.reports[0] ?? definitions.tables[0];
    const first = [...reports, ...tables].find(({ name }) => name === named?.name);
    const receivers = first === undefined ? [] : [receiverOf?.(first, policy !== undefined) ?? []].flat();
    return reportOn({ ...reading, judge }, callbacks, receivers);
  }
  // The merge action shows it.
  if (lacking !== undefined) warnings.add(lacking.warning);
  const place = { shard, list: wholeList, positions: ofTenant?.positions, recent: ofTenant?.recent };
  return runShard({ ...reading, judge: undefined }, place, callbacks.onFiles);
}

/** Throws the UserError `INPUT_MISSING` if there is a report about mailboxes, which needs a list. */
function refuseWithoutList(reports: readonly ReportDefinition[]): void {
  if (reports.length > 0) required('mailboxes', undefined);
}

function withPermission({ name, permissions }: AnyReport): string {
  return permissions.length === 0 ? name : `${name} (${permissions.join(', ')})`;
}

/** Passes every mailbox of a run through the pipeline, also to further receivers, and delivers the result. */
export async function reportOn(
  run: Run,
  { onSummary, onFiles }: Pick<ReportExtras, 'onSummary' | 'onFiles'>,
  receivers: readonly Receiver[] = [],
): Promise<RunResult> {
  const { inputs, step, runner, outputs, reports, tables, source, policy } = run;
  const { core } = runner;
  const visibility = isPublicRepository(step, runner);
  const features = await featuresOf(run);
  try {
    const folder = await createOutputDirectory(inputs.outputDirectory, step);
    const sinks = await createSinks(run, features, folder);
    try {
      const totals = new Totals(reports, policy && new VerdictCounts(policy));
      await logGroup(core, 'Read the mailboxes', () => {
        outputs.set({ 'output-directory': folder, 'csv-path': sinks.all[0]?.path ?? folder });
        core.info(logText(`Reading ${[...reports, ...tables].map(reportLabel).join(', ')}`));
        const stages = features.flatMap(({ stage }) => stage ?? []);
        const { reader, throttling, mailboxes } = source;
        const progress = { reader, waits: () => throttling().waits, total: mailboxes.length };
        const all = [totals, ...features, ...sinks.all, ...receivers];
        return runPipeline({
          source: logProgress(runner, progress),
          reports,
          stages,
          receivers: all,
          tables,
          tableStages: features.flatMap(({ tableStage }) => tableStage ?? []),
          tableAnswers: source.tables,
        });
      });
      const concluded = await logGroup(core, 'Findings', () => conclude(run, features, totals, folder, visibility));
      const { result, summary } = await deliver(run, concluded.result, concluded.summary, sinks);
      onSummary?.(summary);
      onFiles?.(sinks.all.flatMap((sink) => sink.path ?? []));
      return result;
    } finally {
      await discardSinks(sinks);
    }
  } finally {
    for (const feature of features) await feature.close?.();
  }
}
