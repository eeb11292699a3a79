import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parsedRepository } from '../../../auth/github-subject.ts';
import { describeError, systemErrorCode, UserError } from '../../../errors.ts';
import { downloadArtifact } from '../../../github/artifact-download.ts';
import {
  artifactsOnBranch,
  runsOf,
  usableArtifact,
  workflowRun,
  type Artifact,
  type WorkflowRun,
} from '../../../github/artifacts.ts';
import { GitHubError, GitHubUnreachable } from '../../../github/client.ts';
import type { MissingReport } from '../../../history/kept-report.ts';
import { machineOf } from '../../../http/machine.ts';
import { shownText } from '../../../text/display.ts';
import { count } from '../../../text/numbers.ts';
import { GitHubRepository, gitHubToken, repositoryInUrl, repositoryOfRemote, setupError } from '../../repository.ts';
import type { HistoryAccess } from './history-options.ts';

/** Pages of artifacts that are read. */
const MAX_PAGES = 100;
/** Runs of a workflow that are read: hourly ones of a year. */
const MAX_RUNS = 10_000;
/** Workflows that upload artifacts of the name. */
const MAX_WORKFLOWS = 5;
/** Runs about which GitHub is asked although it did not answer about others. */
const MAX_FAILURES = 3;

/** A repository, and which of its artifacts are reports. */
export interface ArtifactPlace {
  readonly repository: GitHubRepository;
  readonly artifactName: string;
  /** When the earliest run that counts was created. */
  readonly since: Date;
  /** When the last run that counts was created; undefined: now. */
  readonly until?: Date;
  /** What an artifact has: `report`. */
  readonly noun: string;
}

/** A run without an artifact that can be used, or what GitHub does not say about runs. */
export interface MissingArtifact extends MissingReport {
  /** Undefined if GitHub does not say. */
  readonly workflow?: number | undefined;
  /** Whether it had an artifact, which GitHub no longer has. */
  readonly isExpired?: boolean;
}

/** What was downloaded, and what could not be. */
export interface KeptArtifacts {
  /** The run by the name of each file in the folder. */
  readonly runs: ReadonlyMap<string, WorkflowRun>;
  /** All runs that count, with an artifact or without. */
  readonly listed: readonly WorkflowRun[];
  readonly missing: readonly MissingArtifact[];
}

/**
 * Opens the repository of an option, else that of the remote `origin` of the current folder. Rejects with the UserErrors
 * `INPUT_INVALID`, `INPUT_MISSING` and `SETUP_GITHUB`.
 */
export async function openRepository(
  option: string | undefined,
  { env, dispatcher, terminal }: HistoryAccess,
): Promise<GitHubRepository> {
  const hint = 'Set --repository to OWNER/REPO, or name a folder with reports.';
  const name =
    option === undefined
      ? await repositoryOfRemote(process.cwd(), env)
      : (parsedRepository(option) ?? repositoryInUrl(option));
  if (name === undefined) {
    throw option === undefined
      ? new UserError('INPUT_MISSING', 'There are no reports to read: no folder and no repository is named.', { hint })
      : new UserError('INPUT_INVALID', `The option --repository cannot be ${shownText(option)}.`, { hint });
  }
  const token = await gitHubToken(name.host, env);
  const repository = await GitHubRepository.open(name, token, env, dispatcher, machineOf(terminal)).catch(
    (error: unknown) => {
      if (!(error instanceof UserError && error.cause instanceof GitHubUnreachable)) throw error;
      throw new UserError(error.code, error.message, {
        hint: 'Check the network and HTTPS_PROXY, or name a folder with reports.',
        cause: error,
      });
    },
  );
  if (repository.about !== undefined && repository.hasToken) return repository;
  throw new UserError('SETUP_GITHUB', `GitHub does not show the artifacts of ${name.path}.`, {
    hint: 'Sign in with an account that can read the repository: gh auth login, or a token in GH_TOKEN (fine-grained: Actions read).',
  });
}

/**
 * Downloads the reports of the default branch that the folder does not have, each as a file named by its digest. Rejects with the
 * UserError `SETUP_GITHUB` if GitHub lists no artifacts.
 */
export async function keepArtifacts(
  place: ArtifactPlace,
  folder: string,
  onDownload: (url: string) => void,
): Promise<KeptArtifacts> {
  const { artifacts, isWhole } = await listArtifacts(place);
  const names = new Map<string, WorkflowRun>();
  const { runs, missing: unlisted } = await listRuns(place, artifacts);
  const missing: MissingArtifact[] = [...unlisted];
  const oldest = artifacts.at(-1);
  if (!isWhole && oldest !== undefined) {
    const reason = `Only the newest ${count(artifacts.length)} artifacts are read.`;
    missing.push({ name: pageOf(place.repository, oldest.runId), reason, started: oldest.created });
  }
  for (const run of runs) {
    const { id, url, started, conclusion, workflow } = run;
    const artifact = usableArtifact(artifacts.filter(({ runId }) => runId === id));
    try {
      if (artifact === 'none')
        throw new Error(`The run has no ${place.noun} (${conclusion === '' ? 'not ended' : conclusion}).`);
      if (artifact === 'expired') throw new Error('The artifact has expired.');
      if (artifact.digest === undefined) throw new Error('GitHub gives no digest of the artifact.');
      const file = `sha256-${artifact.digest}.zip`;
      if (!(await hasDigest(path.join(folder, file), artifact.digest))) {
        onDownload(url);
        await keepArtifact(place.repository, artifact, path.join(folder, file));
      }
      names.set(file, run);
    } catch (error) {
      if (error instanceof UserError) throw error;
      missing.push({ name: url, reason: describeError(error), started, workflow, isExpired: artifact === 'expired' });
    }
  }
  return { runs: names, listed: runs, missing };
}

/** Rejects with the reason if there is no such archive, and with the UserError `SETUP_GITHUB` if GitHub answers nothing. */
async function keepArtifact({ api }: GitHubRepository, artifact: Artifact, file: string): Promise<void> {
  try {
    if (await downloadArtifact(api, artifact, file)) return;
  } catch (error) {
    const isShown = error instanceof GitHubError && error.status !== 401;
    throw isShown ? new Error(`GitHub does not give the artifact: ${error.message}.`) : setupError(error, api.github);
  }
  throw new Error('The artifact does not have the digest that GitHub gives.');
}

/** The artifacts of the name that runs of the repository itself uploaded on its default branch. */
async function listArtifacts({ repository, artifactName, since }: ArtifactPlace) {
  try {
    const { artifacts, isWhole } = await artifactsOnBranch(
      repository.api,
      artifactName,
      repository.defaultBranch,
      MAX_PAGES,
    );
    return { artifacts: artifacts.filter(({ created }) => !(created < since)), isWhole };
  } catch (error) {
    requireShown('artifacts', repository, error);
    throw setupError(error, repository.api.github);
  }
}

/**
 * The completed runs of the workflows that uploaded artifacts, whether they have one or not, and what GitHub does not say about others.
 * Rejects with the UserError `SETUP_GITHUB` if it may not be asked.
 */
async function listRuns(
  place: ArtifactPlace,
  artifacts: readonly Artifact[],
): Promise<{ readonly runs: readonly WorkflowRun[]; readonly missing: readonly MissingReport[] }> {
  const { repository } = place;
  const runs = new Map<number, WorkflowRun>();
  const missing = new Map<number, MissingReport>();
  const workflows = new Set<number>();
  const asked = new Set<number>();
  let [unanswered, reason] = [0, ''];
  for (const { runId, created } of artifacts.toSorted((one, other) => other.runId - one.runId)) {
    if (runs.has(runId) || asked.has(runId)) continue;
    asked.add(runId);
    if (unanswered < MAX_FAILURES && workflows.size < MAX_WORKFLOWS) {
      try {
        const { workflow } = await workflowRun(repository.api, runId);
        if (workflows.has(workflow)) continue;
        await addRunsOf(workflow, place, { runs, missing });
        workflows.add(workflow);
        if (workflows.size === MAX_WORKFLOWS) reason = `Only the reports of ${MAX_WORKFLOWS} workflows are read.`;
        continue;
      } catch (error) {
        // The run was deleted.
        if (error instanceof GitHubError && error.status === 404) continue;
        requireShown('workflow runs', repository, error);
        unanswered = error instanceof GitHubError && !error.isLimited ? unanswered + 1 : MAX_FAILURES;
        reason = `GitHub does not show the run: ${describeError(error)}.`;
      }
    }
    missing.set(runId, { name: pageOf(repository, runId), reason, started: created });
  }
  for (const id of runs.keys()) missing.delete(id);
  return {
    runs: [...runs.values()].filter(
      ({ counts, started }) =>
        counts && started >= place.since && !(place.until !== undefined && started > place.until),
    ),
    missing: [...missing.values()],
  };
}

/** Adds the runs of a workflow, and what is not read of them. Rejects as `runsOf` does. */
async function addRunsOf(
  workflow: number,
  { repository, since }: ArtifactPlace,
  found: { readonly runs: Map<number, WorkflowRun>; readonly missing: Map<number, MissingReport> },
): Promise<void> {
  let number = 0;
  for await (const run of runsOf(repository.api, { workflow, branch: repository.defaultBranch, since })) {
    number += 1;
    if (number > MAX_RUNS) {
      const reason = `Only the newest ${count(MAX_RUNS)} runs of its workflow are read.`;
      found.missing.set(-workflow, { name: run.url, reason, started: run.started });
      return;
    }
    found.runs.set(run.id, run);
  }
}

function pageOf({ webUrl }: GitHubRepository, runId: number): string {
  return `${webUrl}/actions/runs/${runId}`;
}

/** Throws the UserError `SETUP_GITHUB` for an error because of which GitHub lists something of a repository to no such token. */
function requireShown(what: string, { name, api }: GitHubRepository, error: unknown): void {
  if (!(error instanceof GitHubError) || error.isLimited || ![401, 403, 404].includes(error.status)) return;
  if (error.status === 401) throw setupError(error, api.github);
  throw new UserError('SETUP_GITHUB', `GitHub does not list the ${what} of ${name.path}.`, {
    hint: 'Use a token that may read them (classic: repo; fine-grained: Actions read), and run the command again.',
    cause: error,
  });
}

/** Whether a file is there and is the artifact. */
async function hasDigest(file: string, digest: string): Promise<boolean> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
    return hash.digest('hex') === digest;
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return false;
    throw error;
  }
}
