import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';
import type { EarlierSource } from '../compare/earlier-report.ts';
import { describeError, UserError } from '../errors.ts';
import { isReportFile } from '../reports/choose.ts';
import { isGuid, isObject, jsonOrUndefined, property, textIn, type Json } from '../json.ts';
import type { Environment } from '../http/proxy.ts';
import { CommitFiles, type CommitPlace } from './base-commit.ts';
import { openNewestReport, type ReportPlace } from './newest-report.ts';
import { filesOfPolicy } from '../policy/file/policy-file.ts';
import { policyState, type PolicyState } from './policy-state.ts';
import { rehearse } from './rehearsal.ts';
import type { RehearsedReport } from './rehearsal-text.ts';
import { checkConfig, withFile } from '../run/config-file.ts';
import type { Log } from '../run/log.ts';
import { required } from '../run/input-readers.ts';
import type { ValuesOf } from '../run/inputs.ts';
import { readInputs, text } from '../run/read-inputs.ts';
import { openNamedReport, type IndexedReport } from '../store/indexed-report.ts';
import { foreignReason } from '../store/kept-report.ts';
import { unreadableReport } from '../store/report-files.ts';
import { UnusableRows } from '../store/rows-reader.ts';

/** What a rehearsal needs. */
export interface RehearsalRequest {
  /** The inputs of the step, or the options of the command, in the form of a runner. */
  readonly env: Environment;
  /** The checkout with the policy. */
  readonly workspace: string;
  /** An empty folder. */
  readonly temp: string;
  /** The policy that it is compared with: of a commit, a file of the workspace, or what the run of the rows found. */
  readonly base:
    { readonly commit: CommitPlace; readonly file: string | undefined } | { readonly file: string } | undefined;
  /** Where the newest report is, or the path of one, relative to the workspace. */
  readonly report: ReportPlace | string;
  readonly log: Pick<Log, 'info'>;
}

/** The reason is a sentence. */
export interface NotRehearsed {
  readonly reason: string;
}

/**
 * Judges the rows of a kept report by the policy of the workspace and by the one before. Returns a reason if there is no report, or
 * GitHub does not show the commit. Rejects with a UserError: `REPORT_UNREADABLE` for a report that a path names,
 * `INPUT_MISSING` without a policy, or as `policyState` does for the files of the workspace.
 */
export async function rehearseChange(request: RehearsalRequest): Promise<RehearsedReport | NotRehearsed> {
  const opened = await openReport(request);
  if ('reason' in opened) return opened;
  const { report, source, skipped } = opened;
  try {
    const { workspace } = request;
    const env = await configured(request.env, workspace);
    const tenant = text(env, 'tenant-id') ?? '';
    const foreign = isGuid(tenant) ? foreignReason(report.header, { tenant }) : undefined;
    if (foreign !== undefined) throw new UnusableRows(foreign);
    const inputs = readInputs(env, 'validate');
    required('policy', inputs.policy);
    const after = await policyState(inputs, workspace, report.header.list.columns);
    const before = await stateBefore(request, inputs, report);
    if ('reason' in before) return before;
    return {
      rehearsal: rehearse(report, after, before.state),
      source,
      started: report.header.run.started,
      skipped,
      before: before.text,
    };
  } catch (error) {
    if (!(error instanceof UnusableRows)) throw error;
    if (source.kind === 'path') throw unreadableReport(source.path, error);
    return { reason: `The report of run #${source.number} cannot be used. ${error.message}` };
  } finally {
    await report.close();
  }
}

interface OpenReport {
  readonly report: IndexedReport;
  readonly source: EarlierSource;
  readonly skipped: readonly string[];
}

async function openReport({
  report: place,
  workspace,
  temp,
  log,
}: RehearsalRequest): Promise<OpenReport | NotRehearsed> {
  if (typeof place !== 'string') {
    const search = await openNewestReport(place, { log, tempFolder: temp });
    return search.kind === 'found' ? search : { reason: search.reason };
  }
  const report = await openNamedReport(place, workspace, temp);
  return { report, source: { kind: 'path', path: place }, skipped: [] };
}

/** The inputs with those of the file of `config` in a folder; without them if the file is not there. */
async function configured(env: Environment, folder: string): Promise<Environment> {
  const file = text(env, 'config');
  const config = file === undefined ? undefined : await checkConfig(file, folder);
  return withFile(env, config?.value ?? {});
}

interface StateBefore {
  /** Undefined: what the report itself found. */
  readonly state: PolicyState | undefined;
  readonly text: string;
}

async function stateBefore(
  { base, env, workspace, temp }: RehearsalRequest,
  inputs: ValuesOf<'validate'>,
  { header }: IndexedReport,
): Promise<StateBefore | NotRehearsed> {
  if (base === undefined) {
    const hadPolicy = header.digests.policy !== undefined;
    return { state: undefined, text: hadPolicy ? 'what that run found' : 'that run, which had no policy' };
  }
  const { columns } = header.list;
  if (!('commit' in base)) {
    const state = await policyState({ ...inputs, policy: base.file }, workspace, columns, 'base-policy');
    return { state, text: `the policy ${base.file}` };
  }
  const { commit } = base;
  try {
    const folder = await mkdtemp(path.join(temp, 'base-'));
    const files = await CommitFiles.open(commit);
    const state = await policyState(await copyPolicyFiles(files, env, base.file, folder), folder, columns);
    const name = `commit ${commit.commit.slice(0, 7)}`;
    return { state, text: state.policy === undefined ? `${name}, which has no policy` : `the policy of ${name}` };
  } catch (error) {
    const reason = describeError(error);
    if (error instanceof UserError) return { reason: `The policy of the base commit has a mistake. ${reason}` };
    return {
      reason: `The base commit could not be read: ${reason}. Add "contents: read" to the "permissions" of the job.`,
    };
  }
}

/** Copies what the policy of a commit is made of, and returns the inputs that name it there. */
async function copyPolicyFiles(
  files: CommitFiles,
  env: Environment,
  basePolicy: string | undefined,
  folder: string,
): Promise<ValuesOf<'validate'>> {
  const config = text(env, 'config');
  if (config !== undefined) await files.copy(config, folder);
  const inputs = readInputs(await configured(env, folder), 'validate');
  const policy = basePolicy ?? inputs.policy;
  const hasPolicy = policy !== undefined && (await files.copy(policy, folder));
  for (const named of hasPolicy ? await filesOfPolicy(policy, folder) : []) await files.copy(named, folder);
  const hasBaseline = inputs.baseline !== undefined && (await files.copy(inputs.baseline, folder));
  const lists: string[] = [];
  for (const pattern of inputs.mailboxes.lists) if (await files.copy(pattern, folder)) lists.push(pattern);
  const report: string[] = [];
  for (const entry of inputs.report) {
    if (!isReportFile(entry) || (await files.copy(entry, folder))) report.push(entry);
  }
  return {
    ...inputs,
    policy: hasPolicy ? policy : undefined,
    baseline: hasPolicy && hasBaseline ? inputs.baseline : undefined,
    mailboxes: { ...inputs.mailboxes, lists },
    report,
  };
}

/** The commit that the pull request of an event changes; a reason if it is one of a fork; undefined without a pull request. */
export async function baseCommit(eventFile: string): Promise<string | NotRehearsed | undefined> {
  const event = jsonOrUndefined(await readFile(eventFile, 'utf8').catch(() => ''));
  const pullRequest = property(event, 'pull_request');
  if (isObject(pullRequest)) {
    const [head, base] = [property(pullRequest, 'head'), property(pullRequest, 'base')];
    return isSameRepository(head, base)
      ? textIn(base, 'sha')
      : { reason: 'The pull request is from a fork, which must not see what the tenant has.' };
  }
  const sha = textIn(property(event, 'merge_group'), 'base_sha');
  return sha === '' ? undefined : sha;
}

function isSameRepository(head: Json | undefined, base: Json | undefined): boolean {
  const [one, other] = [head, base].map((side) => property(property(side, 'repo'), 'id'));
  return typeof one === 'number' && one === other;
}
