import { UserError } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import { annotateDuplicates } from '../outputs/annotations.ts';
import { makeTempFolder, removeTemp } from '../files/temp-folder.ts';
import type { RunSummary } from '../totals/run-summary.ts';
import type { StepOutputs } from '../run/outputs.ts';
import type { RunResult } from '../run/result.ts';
import { mailboxList } from '../mailboxes/mailbox.ts';
import { chooseBaseline, choosePolicy, type ChosenPolicy } from '../policy/load.ts';
import { allBuiltIn } from '../reports/built-in-tables.ts';
import { chooseReports, chosenOf } from '../reports/choose.ts';
import type { TableAnswer } from '../reports/rows.ts';
import type { AnyReport, TableReport } from '../reports/table.ts';
import type { RowsEnd, RowsReport } from '../store/rows-file.ts';
import { isOfDefinition } from '../store/stored-definition.ts';
import { visibleLine } from '../text/display.ts';
import { counted, HOUR_MS, someNames } from '../text/numbers.ts';
import { withRetirements } from '../reports/retirements.ts';
import { reportOn, type ReportExtras } from './report.ts';
import type { ValuesOf } from '../run/inputs.ts';
import { logGroup, logSettings, Warnings } from '../run/log.ts';
import { stepEnvironment, type Runner, type StepEnvironment } from '../run/runner.ts';
import { readInputs, settingsOf } from '../run/read-inputs.ts';
import type { JoinedLists } from '../store/joined-lists.ts';
import { readEnd, readTables, UnusableRows } from '../store/rows-reader.ts';
import { ShardReader, tableAnswer, typeCheck } from '../store/shards.ts';
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
  const { lists, reports: readReports, tables: readOnes, of, origin, files, unusable, foreign, oldest } = shards;
  const { list } = lists;
  const merged = await mergedReports(inputs, step.workspace, { reports: readReports, tables: readOnes }, list.columns);
  const { policy, reports: chosen, tables } = merged;
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
  if (list.length > 0) outputs.set({ 'mailbox-count': list.length });
  annotateDuplicates(core, list, inputs.summary === 'full' ? 'full' : 'counts');
  const throttling = { waits: 0, waitedMs: 0, refused: 0 };
  const onEnd = (end: RowsEnd): void => {
    add(throttling, end.throttling);
    for (const warning of end.warnings) if (!warnings.messages.includes(warning)) warnings.add(warning);
  };
  // The reader below reads no file then.
  for (const file of reports.length === 0 ? files.values() : []) {
    const { end } = (await readEnd(file)) ?? {};
    if (end !== undefined) onEnd(end);
  }
  const reader = new ShardReader({
    lists: reports.length === 0 ? { ...lists, list: mailboxList([]), owners: [] } : lists,
    reports: readReports,
    definitions: reports,
    of,
    files,
    unusable,
    foreign,
    signal,
    onEnd,
  });
  if (origin.certificate !== undefined) outputs.set(certificateOutputs(origin.certificate, now()));
  const source = {
    // Nothing of a list is read without a report about mailboxes.
    mailboxes: reports.length === 0 ? mailboxList([]) : list,
    reader,
    throttling: () => throttling,
    unlisted: undefined,
    tables: tablesOfShard(tables, readOnes, files.get(1), `Shard 1 of ${of}: ${unusable.get(1) ?? ''}`),
  };
  const judge = await judgeOf(policy, [...reports, ...tables], started, baseline, warnings);
  const run = { inputs, step, runner, outputs, warnings, started, origin, source, reports, tables, policy, judge };
  return reportOn({ ...run, fileSettings, lacking: undefined }, callbacks);
}

/**
 * The tables that the first shard read, in their order.
 *
 * @param stored what that shard says about them
 * @param file its rows file; undefined if it cannot be used
 * @param reason why it cannot be used
 */
async function tablesOfShard(
  tables: readonly TableReport[],
  stored: readonly RowsReport[] = [],
  file: string | undefined,
  reason: string,
): Promise<readonly TableAnswer[]> {
  const unread = (error: string): TableAnswer => ({ result: { status: 'failed', error }, gaps: '' });
  if (file === undefined) return tables.map(() => unread(reason));
  try {
    const found = new Map((await readTables(file, { tables: stored })).map((one) => [one.name, one]));
    return tables.map((table) => {
      const one = found.get(table.name);
      if (one === undefined) throw new Error(`the first shard lacks the table ${table.name}`);
      typeCheck(table)(one);
      return tableAnswer(one);
    });
  } catch (error) {
    if (!(error instanceof UnusableRows)) throw error;
    return tables.map(() => unread(`Shard 1: ${error.message}`));
  }
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
  {
    reports: shardReports,
    tables,
  }: { readonly reports: readonly RowsReport[]; readonly tables: readonly RowsReport[] | undefined },
  listColumns: readonly string[],
): Promise<ChosenPolicy> {
  const all = [...shardReports, ...(tables ?? [])];
  const definitions = report.length === 0 ? chosenOf(builtIn(all)) : await chooseReports(report, workspace);
  const chosen = await choosePolicy(policyFile, workspace, definitions, listColumns);
  const wanted = [...chosen.reports, ...(tables === undefined ? [] : chosen.tables)];
  const unreadNames = chosen.added
    .filter((one) => wanted.includes(one))
    .map(({ name }) => name)
    .filter((name) => all.every((report) => report.name !== name));
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
    wanted.length === all.length &&
    wanted.every((definition, index) => {
      const shardReport = all[index];
      return shardReport?.name === definition.name && isOfDefinition(shardReport, definition);
    });
  if (isSame) return chosen;
  throw new UserError(
    'SHARD_UNUSABLE',
    `The shards read ${namesOf(all)}, and this step expects ${namesOf(wanted)}, or their definitions differ.`,
    { hint: 'Set "report" and "policy" to the same values in the shards and in the merge action, at the same commit.' },
  );
}

function builtIn(reports: readonly RowsReport[]): AnyReport[] {
  return reports.map(({ name }) => {
    const definition = allBuiltIn.get(name);
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
