import type { Environment } from '../../http/proxy.ts';
import { annotateDuplicates } from '../../outputs/annotations.ts';
import { makeTempFolder, removeTemp } from '../../outputs/files/output-directory.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import type { StepOutputs } from '../../run/outputs.ts';
import { maxUnreadableText, type RunResult } from '../../run/result.ts';
import { chooseBaseline } from '../../policy/load.ts';
import { chooseRetirements } from '../../reports/retirements.ts';
import { reportOn, type ReportExtras } from '../report.ts';
import { compareText, type OutputInputs } from '../../run/inputs.ts';
import { logGroup, logSettings, Warnings } from '../../run/log.ts';
import { stepEnvironment, type Runner, type StepEnvironment } from '../../run/runner.ts';
import { lines, outputInputs, text, wholeNumber } from '../../run/read-inputs.ts';
import { ShardReader } from '../../store/shards.ts';
import { runAction } from '../conclude.ts';
import { certificateOutputs } from '../../source/sign-in.ts';
import { mergedReports } from './reports.ts';
import { HOUR_MS, hours, openShards, shardArtifacts, shardFolders, USUAL_MAX_AGE } from './shards.ts';

/** Of `max-age`: a workflow run can be re-run for 30 days, and its artifacts are kept for at most 400. */
const MOST_HOURS = 9_600;

/** The validated inputs of the merge action. */
interface MergeInputs extends OutputInputs {
  /** Names of built-in reports and paths of report files. Empty: the reports of the shards, which must be built-in. */
  readonly report: readonly string[];
  /** Hours between the shards beyond which the older ones are not used. Undefined: they are, with a warning. */
  readonly maxAge: number | undefined;
}

/** What only the terminal program asks for. */
export interface MergeExtras extends Pick<ReportExtras, 'onSummary'> {
  /** The shards as folders and zips, or folders of them, instead of artifacts of this workflow run. */
  readonly shards?: readonly string[];
}

/**
 * Runs the merge action and returns its result: reads the rows of the shards of this workflow run instead of Graph, and then
 * reports, judges and delivers as a run without shards does. Never rejects.
 */
export function runMerge(given: Environment, runner: Runner, extras: MergeExtras = {}): Promise<RunResult> {
  return runAction(given, runner.core, async (outputs: StepOutputs, env) => {
    const hoursApart = text(env, 'max-age');
    const maxAge = hoursApart === undefined ? undefined : wholeNumber('max-age', hoursApart, MOST_HOURS);
    const inputs: MergeInputs = { report: lines(env, 'report'), maxAge, ...outputInputs(env) };
    const step = stepEnvironment(env);
    const temp = makeTempFolder(step.tempFolder, 'mailbox-report-shards-');
    try {
      return await merge(inputs, step, runner, { outputs, temp, ...extras });
    } finally {
      await removeTemp(temp);
    }
  });
}

async function merge(
  inputs: MergeInputs,
  step: StepEnvironment,
  runner: Runner,
  { outputs, temp, shards: places, onSummary }: MergeExtras & { readonly outputs: StepOutputs; readonly temp: string },
): Promise<RunResult> {
  const { core, signal, loadArtifactClient, loadRetirements, now } = runner;
  const started = now();
  await logSettings(core, settingsOf(inputs));
  const shards = await logGroup(core, 'Shards', async () =>
    openShards(
      places === undefined
        ? await shardArtifacts(inputs.artifactName, step, { signal, loadArtifactClient })
        : await shardFolders(places, step.workspace),
      { core, signal, temp, maxAge: inputs.maxAge },
    ),
  );
  const { list, reports: readReports, of, origin, files, unusable, foreign, oldest } = shards;
  const { policy, reports } = await mergedReports(inputs, step.workspace, readReports, list.columns);
  const baseline = await chooseBaseline(inputs.baseline, step.workspace, policy);
  const retirements = await chooseRetirements(inputs.retirements, step.workspace, reports, loadRetirements);
  const warnings = new Warnings(core);
  if (inputs.maxAge === undefined && oldest.spanMs > USUAL_MAX_AGE * HOUR_MS) {
    warnings.add(
      `The shards were read more than ${hours()} apart: the oldest on ${oldest.started.toISOString()}. Re-run all jobs, not only ` +
        'the failed ones, for a report of one time.',
    );
  }
  outputs.set({ 'mailbox-count': list.length });
  annotateDuplicates(core, list, inputs.summary === 'full' ? 'full' : 'counts');
  const throttling = { waits: 0, waitedMs: 0, refused: 0 };
  const reader = new ShardReader({
    ...{ list, reports: readReports, definitions: reports, of, files, unusable, foreign, signal },
    onEnd: (end) => {
      add(throttling, end.throttling);
      for (const warning of end.warnings) if (!warnings.messages.includes(warning)) warnings.add(warning);
    },
  });
  if (origin.certificate !== undefined) outputs.set(certificateOutputs(origin.certificate, now()));
  const source = { mailboxes: list, reader, throttling: () => throttling, unlisted: undefined };
  const read = { source, reports, policy, baseline, retirements, started, origin };
  return reportOn(read, inputs, step, runner, { outputs, warnings, onSummary });
}

type Throttling = { -readonly [key in keyof RunSummary['throttling']]: number };

function add(sum: Throttling, { waits, waitedMs, refused }: RunSummary['throttling']): void {
  sum.waits += waits;
  sum.waitedMs += waitedMs;
  sum.refused += refused;
}

function settingsOf({ report, policy, baseline, failOn, compare, maxUnreadable, artifactName, maxAge }: MergeInputs) {
  return {
    report: report.length === 0 ? undefined : report.join(', '),
    policy,
    'fail-on': policy && failOn,
    baseline,
    compare: compareText(compare),
    'max-unreadable': maxUnreadableText(maxUnreadable),
    'max-age': maxAge?.toString(),
    'artifact-name': artifactName ?? '',
  };
}
