import { lstat, mkdir, stat, unlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReportExtras } from '../../../actions/report.ts';
import { systemErrorCode, UserError } from '../../../errors.ts';
import { makeTempFolder } from '../../../files/temp-folder.ts';
import type { Environment } from '../../../http/proxy.ts';
import { shardArtifactName } from '../../../mailboxes/shard.ts';
import { azureCommand } from '../../../run/azure-core.ts';
import { hostOf } from '../../../run/host.ts';
import { DEFAULT_ARTIFACT_NAME, inputsOf, type ActionName } from '../../../run/inputs.ts';
import { inputVariable } from '../../../run/input-readers.ts';
import { readShard } from '../../../run/read-inputs.ts';
import type { RunResult } from '../../../run/result.ts';
import { stepEnvironment, type Core, type Runner } from '../../../run/runner.ts';
import { INTERRUPTED } from '../../../run/stop-signals.ts';
import { ROWS_FILE } from '../../../store/rows-file.ts';
import { visibleLine } from '../../../text/display.ts';
import type { RunSummary } from '../../../totals/run-summary.ts';
import { azureTerminalCore, runAtTerminal, terminalCore } from '../../action-run.ts';
import type { CommandContext } from '../../command.ts';
import { exitCodeOf, type Terminal } from '../../terminal.ts';
import { checkOutputFolder } from './output-folder.ts';
import { answerIn } from './person-answer.ts';
import { csvRows, jsonRows, type PrintedRows } from './printed-rows.ts';
import type { ReportOptions } from './report-options.ts';
import { briefText, resultJson, resultText } from './result-text.ts';

const DIRECTORY = inputVariable('output-directory');

type Action = (
  env: Environment,
  runner: Runner,
  callbacks: Pick<ReportExtras, 'onSummary' | 'onFiles' | 'receiverOf'>,
) => Promise<RunResult>;

/** Runs the function of an action that writes reports, prints its result, and opens the page. Returns the exit code. */
export async function runReport(
  options: ReportOptions,
  optionInputs: Environment,
  addresses: readonly string[],
  { env, assets, terminal }: CommandContext,
  action: Action,
): Promise<number> {
  const isAzure = hostOf(env) === 'azure';
  const summaryFile = summaryFileOf(options, isAzure ? env : undefined);
  const folder = folderOf(optionInputs, addresses);
  const page = path.join(folder, pageName(optionInputs));
  const names = [page, summaryFile ?? page]
    .filter((file) => path.dirname(file) === folder)
    .map((file) => path.basename(file));
  const earlier = await checkOutputFolder(folder, options.force, names);
  if (summaryFile !== undefined) {
    // The run makes the folder later.
    if (path.dirname(summaryFile) === folder) await mkdir(folder, { recursive: true });
    await writeSummaryStart(summaryFile);
  }
  const startTime = terminal.now();
  const rows = rowsOf(options, terminal);
  const isBrief = !options.verbose && (rows !== undefined || (!terminal.interactive && !isCi(env)));
  const core = isAzure ? azureTerminalCore(terminal) : terminalCore(terminal, logOf(options, terminal, isBrief));
  const inputs = {
    ...optionInputs,
    [inputVariable('config')]: undefined,
    [DIRECTORY]: path.relative(process.cwd(), folder) || '.',
  };
  let summary: RunSummary | undefined;
  let files: readonly string[] = [];
  const { result, isInterrupted } = await runAtTerminal(
    { ...inputs, GITHUB_STEP_SUMMARY: summaryFile },
    { env, core, assets },
    (environment, runner) =>
      action(environment, runner, {
        onSummary: (of) => (summary = of),
        onFiles: (written) => (files = written),
        receiverOf: rows?.receiverOf,
      }),
  );
  terminal.progress('');
  const kept = [...files, ...(summaryFile === undefined ? [] : [summaryFile])].map((file) =>
    path.relative(folder, file),
  );
  if (files.length > 0) await removeStale(folder, earlier, kept, core);
  if (isAzure && summaryFile !== undefined && (await stat(summaryFile)).size > 0)
    core.info(azureCommand('task.uploadsummary', {}, summaryFile));
  const hasAnswer = rows === undefined && addresses.length > 0 && hasRows(files);
  const ended = {
    result,
    outputs: core.outputs,
    summary,
    page: (await isOlder(page, startTime)) ? undefined : page,
    answer: hasAnswer ? await answerIn(folder, addresses) : undefined,
  };
  const detail = optionInputs.INPUT_SUMMARY ?? 'full';
  if (rows !== undefined) rows.end(result);
  else if (options.json) terminal.out(resultJson(ended));
  else terminal.out(isBrief ? briefText(ended, terminal.style) : resultText(ended, terminal.style, detail));
  if (options.open && ended.page !== undefined) await terminal.open(ended.page);
  if (isInterrupted) return INTERRUPTED;
  if (!result.fails) return 0;
  return result.reason === undefined ? 1 : exitCodeOf(result.reason);
}

/** What prints the rows; undefined if the result is printed. */
function rowsOf({ format }: ReportOptions, terminal: Terminal): PrintedRows | undefined {
  if (format === undefined) return undefined;
  return format === 'csv' ? csvRows(terminal) : jsonRows(terminal);
}

function hasRows(files: readonly string[]): boolean {
  return files.some((file) => path.basename(file) === ROWS_FILE);
}

/** Whether a CI runs the program: its log is read later. */
function isCi(env: Environment): boolean {
  const { CI: ci = '' } = env;
  return hostOf(env) !== 'other' || !['', 'false', '0'].includes(ci.toLowerCase());
}

/** Prints a line of the log. Undefined at a terminal, which shows only the current line. */
function logOf(
  { verbose }: ReportOptions,
  { interactive, err }: Terminal,
  isBrief: boolean,
): ((line: string) => void) | undefined {
  if (isBrief) return () => undefined;
  if (interactive && !verbose) return undefined;
  return (line) => {
    err(line === '' ? '' : `${line}\n`);
  };
}

/** The inputs of an action. */
export function namesOf(action: ActionName): readonly string[] {
  return inputsOf(action).map(([name]) => name);
}

/**
 * The output directory. By default, a shard has its own, and so have single mailboxes, so that they do not replace the report of the whole
 * list. Throws the UserError `INPUT_INVALID` for a wrong shard.
 */
function folderOf(inputs: Environment, addresses: readonly string[]): string {
  const folder = inputs[DIRECTORY]?.trim() ?? '';
  if (folder !== '') return path.resolve(folder);
  const shard = readShard(inputs);
  if (shard !== undefined) return path.resolve(shardArtifactName(DEFAULT_ARTIFACT_NAME, shard));
  const hasLists = (inputs[inputVariable('mailboxes')]?.trim() ?? '') !== '';
  return path.resolve(hasLists ? DEFAULT_ARTIFACT_NAME : [DEFAULT_ARTIFACT_NAME, ...addressPart(addresses)].join('-'));
}

/** Names of files have at most 255 bytes. */
const MAX_ADDRESS_PART = 150;

/** `adele-at-contoso.com` and `and-2-more`; nothing without addresses. */
function addressPart(addresses: readonly string[]): readonly string[] {
  const [first, ...others] = new Set(addresses.map((address) => address.toLowerCase()));
  if (first === undefined) return [];
  const name = first
    .replace('@', '-at-')
    .replaceAll(/[^\p{L}\p{N}.-]/gu, '-')
    .slice(0, MAX_ADDRESS_PART);
  return others.length === 0 ? [name] : [name, `and-${others.length}-more`];
}

/** The page has the name of the artifact that the action would upload. */
function pageName(inputs: Environment): string {
  const name = inputs[inputVariable('artifact-name')]?.trim() ?? DEFAULT_ARTIFACT_NAME;
  return `${name === '' ? 'report' : name}.html`;
}

/** The file of `--summary-file`; on Azure Pipelines (`azure`: its variables) else one that the agent can upload once the program has ended. */
function summaryFileOf({ summaryFile }: ReportOptions, azure: Environment | undefined): string | undefined {
  if (summaryFile !== undefined) return path.resolve(summaryFile);
  if (azure === undefined) return undefined;
  return path.join(makeTempFolder(stepEnvironment(azure).tempFolder, 'mailbox-report-'), 'Mailbox Report.md');
}

/** Replaces an earlier summary: actions append to theirs. A link is not followed. */
async function writeSummaryStart(file: string): Promise<void> {
  const existing = await lstat(file).catch(() => undefined);
  if (existing?.isFile() === false) {
    const kind = existing.isSymbolicLink() ? 'a symbolic link' : 'no regular file';
    throw new UserError('OUTPUT_FOLDER', `The summary file ${file} is ${kind}.`, {
      hint: 'Set --summary-file to a new file, or to the summary of an earlier report.',
    });
  }
  try {
    if (existing !== undefined) await unlink(file);
    await writeFile(file, '', { flag: 'wx' });
  } catch (error) {
    throw new UserError('OUTPUT_FOLDER', `The summary file ${file} cannot be written (${systemErrorCode(error)}).`, {
      hint: 'Set --summary-file to a file in an existing folder that you may write to.',
      cause: error,
    });
  }
}

/** Removes files of an earlier report that this run did not write: beside its result, they would pass for its own. */
async function removeStale(
  folder: string,
  earlier: readonly string[],
  kept: readonly string[],
  core: Core,
): Promise<void> {
  const removed: string[] = [];
  for (const name of earlier.filter((each) => !kept.includes(each))) {
    try {
      await unlink(path.join(folder, name));
      removed.push(name);
    } catch (error) {
      core.warning(`${visibleLine(name)} is of an earlier report and cannot be removed (${systemErrorCode(error)}).`);
    }
  }
  if (removed.length === 0) return;
  core.notice(`Removed files of an earlier report that this run does not have: ${removed.map(visibleLine).join(', ')}`);
}

/** FAT has times of two seconds. */
const TIME_STEP = 2_000;

/** Whether a file is missing or was written before a time, in epoch ms. */
async function isOlder(file: string, time: number): Promise<boolean> {
  const { mtimeMs } = await stat(file).catch(() => ({ mtimeMs: 0 }));
  return mtimeMs < time - TIME_STEP;
}
