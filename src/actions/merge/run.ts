import type { Environment } from '../../http/proxy.ts';
import { annotateDuplicates } from '../../outputs/annotations.ts';
import { makeTempFolder, removeTemp } from '../../outputs/files/output-directory.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import type { StepOutputs } from '../../run/outputs.ts';
import { maxUnreadableText, type RunResult } from '../../run/result.ts';
import { chooseBaseline } from '../../policy/load.ts';
import { reportOn } from '../report.ts';
import { compareText } from '../../run/inputs.ts';
import { logGroup, logSettings, Warnings } from '../../run/log.ts';
import { stepEnvironment, type Runner, type StepEnvironment } from '../../run/runner.ts';
import { ShardReader } from '../../store/shards/reader.ts';
import { runAction } from '../conclude.ts';
import { certificateOutputs } from '../../source/sign-in.ts';
import { readMergeInputs, type MergeInputs } from './inputs.ts';
import { mergedReports } from './reports.ts';
import { openShards } from './shards.ts';

/**
 * Runs the merge action and returns its result: reads the rows of the shards of this workflow run instead of Graph, and then
 * reports, judges and delivers as a run without shards does. Never rejects.
 */
export function runMerge(env: Environment, runner: Runner): Promise<RunResult> {
  return runAction(env, runner.core, async (outputs: StepOutputs) => {
    const inputs = readMergeInputs(env);
    const step = stepEnvironment(env);
    const temp = makeTempFolder(step.tempFolder, 'mailbox-report-shards-');
    try {
      return await merge(inputs, step, runner, outputs, temp);
    } finally {
      await removeTemp(temp);
    }
  });
}

async function merge(
  inputs: MergeInputs,
  step: StepEnvironment,
  runner: Runner,
  outputs: StepOutputs,
  temp: string,
): Promise<RunResult> {
  const { core, signal, loadArtifactClient, now } = runner;
  const started = now();
  await logSettings(core, settingsOf(inputs));
  const shards = await logGroup(core, 'Shards', () =>
    openShards(inputs, step, { core, signal, loadArtifactClient }, temp),
  );
  const { run, list, files, unusable, foreign, certificate } = shards;
  const { policy, reports } = await mergedReports(inputs, step.workspace, run);
  const baseline = await chooseBaseline(inputs.baseline, step.workspace, policy);
  const warnings = new Warnings(core);
  outputs.set({ 'mailbox-count': list.length });
  annotateDuplicates(core, list, inputs.summary === 'full' ? 'full' : 'counts');
  const throttling = { waits: 0, waitedMs: 0, refused: 0 };
  const reader = new ShardReader({
    ...{ list, reports, of: run.of, files, unusable, foreign, signal },
    onEnd: (end) => {
      add(throttling, end.throttling);
      for (const warning of end.warnings) if (!warnings.messages.includes(warning)) warnings.add(warning);
    },
  });
  if (certificate !== undefined) outputs.set(certificateOutputs(certificate, now()));
  const source = { mailboxes: list, reader, throttling: () => throttling, unlisted: undefined };
  const { cloud, tenant } = run;
  const read = { source, reports, policy, baseline, started, cloud, tenant, certificate };
  return reportOn(read, inputs, step, runner, { outputs, warnings });
}

type Throttling = { -readonly [key in keyof RunSummary['throttling']]: number };

function add(sum: Throttling, { waits, waitedMs, refused }: RunSummary['throttling']): void {
  sum.waits += waits;
  sum.waitedMs += waitedMs;
  sum.refused += refused;
}

function settingsOf({ report, policy, baseline, failOn, compare, maxUnreadable, artifactName }: MergeInputs) {
  return {
    report: report.length === 0 ? undefined : report.join(', '),
    policy,
    'fail-on': policy && failOn,
    baseline,
    compare: compareText(compare),
    'max-unreadable': maxUnreadableText(maxUnreadable),
    'artifact-name': artifactName ?? '',
  };
}
