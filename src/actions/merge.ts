import { UserError } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import { annotateDuplicates } from '../outputs/annotations.ts';
import { makeTempFolder, removeTemp } from '../files/temp-folder.ts';
import type { RunSummary } from '../totals/run-summary.ts';
import type { StepOutputs } from '../run/outputs.ts';
import type { RunResult } from '../run/result.ts';
import { chooseBaseline, choosePolicy, type ChosenPolicy } from '../policy/load.ts';
import { builtInReports } from '../reports/built-in.ts';
import { chooseReports } from '../reports/choose.ts';
import { tablesOf, type ReportDefinition } from '../reports/definition.ts';
import type { RowsReport } from '../store/rows-file.ts';
import { isOfDefinition } from '../store/stored-definition.ts';
import type { Cells } from '../text/csv.ts';
import { visibleLine } from '../text/display.ts';
import { counted, HOUR_MS, someNames } from '../text/numbers.ts';
import { withRetirements } from '../reports/retirements.ts';
import { reportOn, type ReportExtras } from './report.ts';
import type { ValuesOf } from '../run/inputs.ts';
import { logGroup, logSettings, Warnings } from '../run/log.ts';
import { stepEnvironment, type Runner, type StepEnvironment } from '../run/runner.ts';
import { readInputs, settingsOf } from '../run/read-inputs.ts';
import type { JoinedLists } from '../store/joined-lists.ts';
import { ShardReader } from '../store/shards.ts';
import { judgeOf } from '../run/policy-stage.ts';
import { runAction } from './run-action.ts';
import { certificateOutputs } from '../source/sign-in.ts';
import { hours, openShards, shardArtifacts, shardFolders, USUAL_MAX_AGE } from './merge-shards.ts';

/** What only the terminal program asks for. */
interface MergeExtras extends ReportExtras {
  /** The shards as folders and zips, or folders of them, instead of artifacts of this workflow run. */
  readonly shards?: readonly string[];
}

/**
 * Runs the merge action and returns its result: reads the rows of the shards of this workflow run instead of Graph, and then
 * reports, judges and delivers as a run without shards does. Never rejects.
 */
export function runMerge(environment: Environment, runner: Runner, extras: MergeExtras = {}): Promise<RunResult> {
  return runAction(environment, runner.core, async (outputs: StepOutputs, env, fileSettings) => {
    const inputs = readInputs(env, 'merge');
    const step = stepEnvironment(env);
    const temp = makeTempFolder(step.tempFolder, 'mailbox-report-shards-');
    try {
      return await merge(inputs, step, runner, outputs, temp, { fileSettings, ...extras });
    } finally {
      await removeTemp(temp);
    }
  });
}

async function merge(
  inputs: ValuesOf<'merge'>,
  step: StepEnvironment,
  runner: Runner,
  outputs: StepOutputs,
  temp: string,
  { shards: places, fileSettings = [], ...callbacks }: MergeExtras,
): Promise<RunResult> {
  const { core, signal, loadRetirements, now } = runner;
  const started = now();
  await logSettings(core, settingsOf(inputs, 'merge'), fileSettings);
  const shards = await logGroup(core, 'Shards', async () =>
    openShards(
      places === undefined
        ? await shardArtifacts(inputs.artifactName, step, runner)
        : await shardFolders(places, step.workspace),
      { core, signal, tempFolder: temp, maxAge: inputs.maxAge },
    ),
  );
  const { lists, reports: readReports, of, origin, files, unusable, foreign, oldest } = shards;
  const { list } = lists;
  const { policy, reports: chosen } = await mergedReports(inputs, step.workspace, readReports, list.columns);
  const reports = await withRetirements(chosen, loadRetirements);
  const baseline = await chooseBaseline(inputs.baseline, step.workspace, policy);
  const warnings = new Warnings(core);
  if (inputs.maxAge === undefined && oldest.spanMs > USUAL_MAX_AGE * HOUR_MS) {
    warnings.add(
      `The shards were read more than ${hours()} apart: the oldest on ${oldest.started.toISOString()}. Re-run all jobs, not only ` +
        'the failed ones, for a report of one time.',
    );
  }
  for (const notice of differenceNotices(lists, inputs.summary)) warnings.add(notice);
  outputs.set({ 'mailbox-count': list.length });
  annotateDuplicates(core, list, inputs.summary === 'full' ? 'full' : 'counts');
  const throttling = { waits: 0, waitedMs: 0, refused: 0 };
  const tables = new Map<string, readonly Cells[]>();
  const reader = new ShardReader({
    lists,
    reports: readReports,
    definitions: reports,
    of,
    files,
    unusable,
    foreign,
    signal,
    onEnd: (end) => {
      add(throttling, end.throttling);
      // All shards list the whole tenant.
      for (const [name, rows] of Object.entries(end.tables ?? {})) tables.set(name, tables.get(name) ?? rows);
      for (const warning of end.warnings) if (!warnings.messages.includes(warning)) warnings.add(warning);
    },
  });
  if (origin.certificate !== undefined) outputs.set(certificateOutputs(origin.certificate, now()));
  const source = {
    mailboxes: list,
    reader,
    throttling: () => throttling,
    unlisted: undefined,
    tables: new Map(tablesOf(reports).map((name) => [name, () => tables.get(name) ?? []] as const)),
  };
  const judge = await judgeOf(policy, reports, started, baseline, warnings);
  const run = { inputs, step, runner, outputs, warnings, started, origin, source, reports, policy, judge };
  return reportOn({ ...run, fileSettings, lacking: undefined }, callbacks);
}

/** What shards with `mailboxes: all` listed at their times. Why a list lacks a mailbox that another shard read is not known. */
function differenceNotices(
  { differing: { read, madeSince } }: JoinedLists,
  summary: ValuesOf<'merge'>['summary'],
): readonly string[] {
  const names = (addresses: readonly string[]): string =>
    summary === 'full' ? `: ${someNames(addresses, visibleLine)}` : '';
  return [
    ...(read.length === 0
      ? []
      : [`Only some shards list ${counted(read.length, 'mailbox', 'mailboxes')}. Each is read once${names(read)}.`]),
    ...(madeSince.length === 0
      ? []
      : [
          `No shard read ${counted(madeSince.length, 'mailbox', 'mailboxes')}, created after the first shard ` +
            `started${names(madeSince)}. The next run reads those that exist.`,
        ]),
  ];
}

type Throttling = { -readonly [key in keyof RunSummary['throttling']]: number };

function add(sum: Throttling, { waits, waitedMs, refused }: RunSummary['throttling']): void {
  sum.waits += waits;
  sum.waitedMs += waitedMs;
  sum.refused += refused;
}

/**
 * The definitions of the reports that the shards read, and the policy. Rejects with the UserError `SHARD_UNUSABLE` if the
 * shards read other reports than the inputs ask for, or as `chooseReports` and `choosePolicy` do.
 */
async function mergedReports(
  { report, policy: policyFile }: { readonly report: readonly string[]; readonly policy: string | undefined },
  workspace: string,
  shardReports: readonly RowsReport[],
  listColumns: readonly string[],
): Promise<ChosenPolicy> {
  const definitions = report.length === 0 ? builtIn(shardReports) : await chooseReports(report, workspace);
  const chosen = await choosePolicy(policyFile, workspace, definitions, listColumns);
  const unreadNames = chosen.added
    .map(({ name }) => name)
    .filter((name) => shardReports.every((report) => report.name !== name));
  if (unreadNames.length > 0) {
    throw new UserError(
      'SHARD_UNUSABLE',
      `The policy has rules about ${unreadNames.join(', ')}, which no shard read.`,
      {
        hint: 'Set "policy" in the shards as well: it decides which reports they read.',
      },
    );
  }
  const isSame =
    chosen.reports.length === shardReports.length &&
    chosen.reports.every((definition, index) => {
      const shardReport = shardReports[index];
      return shardReport?.name === definition.name && isOfDefinition(shardReport, definition);
    });
  if (isSame) return chosen;
  throw new UserError(
    'SHARD_UNUSABLE',
    `The shards read ${namesOf(shardReports)}, and this step expects ${namesOf(chosen.reports)}, or their definitions differ.`,
    { hint: 'Set "report" and "policy" to the same values in the shards and in the merge action, at the same commit.' },
  );
}

function builtIn(reports: readonly RowsReport[]): ReportDefinition[] {
  return reports.map(({ name }) => {
    const definition = builtInReports.get(name);
    if (definition !== undefined) return definition;
    throw new UserError('SHARD_UNUSABLE', `The shards read ${namesOf(reports)}, and not all of them are built in.`, {
      hint: 'Set "report" in the merge action to the same value as in the shards, with the paths of report files.',
    });
  });
}

function namesOf(reports: readonly { readonly name: string }[]): string {
  return someNames(
    reports.map(({ name }) => name),
    visibleLine,
  );
}
