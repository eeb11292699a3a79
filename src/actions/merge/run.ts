import { tmpdir } from 'node:os';
import { warn, workspaceOf, type Dependencies, type RunContext } from '../../run/context.ts';
import type { Environment } from '../../http/proxy.ts';
import { annotateDuplicates } from '../../outputs/annotations.ts';
import { requireFormats } from '../../outputs/formats.ts';
import { makeTempFolder, removeTemp } from '../../outputs/files/output-directory.ts';
import type { RunSummary } from '../../totals/run-summary.ts';
import { setOutputs } from '../../run/outputs.ts';
import { maxUnreadableText, type RunResult } from '../../run/result.ts';
import { chooseBaseline } from '../../policy/load.ts';
import { reportOn } from '../report.ts';
import { logGroup } from '../../run/log.ts';
import { ShardReader } from '../../store/shards/reader.ts';
import { guarded } from '../guarded.ts';
import { compareText, logSettings } from '../settings.ts';
import { setCertificateOutputs } from '../../source/sign-in.ts';
import { readMergeInputs, type MergeInputs } from './inputs.ts';
import { mergedReports } from './reports.ts';
import { openShards } from './shards.ts';

/**
 * Runs the merge action and returns its result: reads the rows of the shards of this workflow run instead of Graph, and then
 * reports, judges and delivers as a run without shards does. Never rejects.
 */
export function runMerge(env: Environment, dependencies: Dependencies): Promise<RunResult> {
  return guarded(env, dependencies, async (all) => {
    const inputs = readMergeInputs(env);
    requireFormats(inputs.formats);
    const temp = makeTempFolder(env.RUNNER_TEMP ?? tmpdir(), 'mailbox-report-shards-');
    try {
      return await merge(env, all, inputs, temp);
    } finally {
      await removeTemp(temp);
    }
  });
}

async function merge(
  env: Environment,
  dependencies: Dependencies,
  inputs: MergeInputs,
  temp: string,
): Promise<RunResult> {
  const { core, signal } = dependencies;
  const started = dependencies.now();
  await logSettings(core, settingsOf(inputs));
  const shards = await logGroup(core, 'Shards', () => openShards(env, dependencies, inputs, temp));
  const { run, list, files, unusable, foreign } = shards;
  const { policy, reports } = await mergedReports(inputs, workspaceOf(env), run);
  const baseline = await chooseBaseline(inputs.baseline, workspaceOf(env), policy);
  const context: RunContext = {
    ...{ env, inputs, cloud: run.cloud, tenant: run.tenant, reports, policy, baseline, started, warnings: [] },
    ...dependencies,
  };
  setOutputs(core, { 'mailbox-count': list.length });
  annotateDuplicates(core, list, inputs.summary === 'full' ? 'full' : 'counts');
  const throttling = { waits: 0, waitedMs: 0, refused: 0 };
  const reader = new ShardReader({
    ...{ list, reports, of: run.of, files, unusable, foreign, signal },
    onEnd: (end) => {
      add(throttling, end.throttling);
      for (const warning of end.warnings) if (!context.warnings.includes(warning)) warn(context, warning);
    },
  });
  const { certificate } = shards;
  if (certificate !== undefined) setCertificateOutputs(context, certificate);
  const source = { mailboxes: list, reader, throttling: () => throttling, unlisted: undefined };
  return reportOn(context, source, certificate);
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
