import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Dispatcher } from 'undici';
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
import { GitHubError } from '../../../github/client.ts';
import type { MissingReport } from '../../../history/kept-report.ts';
import type { Environment } from '../../../http/proxy.ts';
import { textIn } from '../../../json.ts';
import { GitHubRepository, gitHubToken, repositoryOfRemote, setupError } from '../../repository.ts';

/** Pages of artifacts or runs that are read: GitHub lists at most 1,000 runs by branch and time. */
const MAX_PAGES = 10;
/** Workflows that upload artifacts of the name. */
const MAX_WORKFLOWS = 5;

/** A repository, and which of its artifacts are reports. */
export interface ArtifactPlace {
  readonly repository: GitHubRepository;
  readonly artifactName: string;
  /** When the earliest run that counts was created. */
  readonly since: Date;
}

/** What was downloaded, and what could not be. */
export interface KeptArtifacts {
  /** The page of the run by the name of each file in the folder. */
  readonly runs: ReadonlyMap<string, string>;
  readonly missing: readonly MissingReport[];
}

/**
 * Opens the repository of an option, else that of the remote `origin` of the current folder. Rejects with the UserErrors
 * `INPUT_INVALID`, `INPUT_MISSING` and `SETUP_GITHUB`.
 */
export async function openRepository(
  option: string | undefined,
  env: Environment,
  dispatcher: Dispatcher,
): Promise<GitHubRepository> {
  const hint = 'Set --repository to OWNER/REPO, or name a folder with reports.';
  const name = option === undefined ? await repositoryOfRemote(process.cwd(), env) : parsedRepository(option);
  if (name === undefined) {
    throw option === undefined
      ? new UserError('INPUT_MISSING', 'There are no reports to read: no folder and no repository is named.', { hint })
      : new UserError('INPUT_INVALID', 'The option --repository is no repository.', { hint });
  }
  const repository = await GitHubRepository.open(name, await gitHubToken(name.host, env), env, dispatcher);
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
  const artifacts = await listArtifacts(place);
  const names = new Map<string, string>();
  const missing: MissingReport[] = [];
  for (const { id, url, started, conclusion } of await listRuns(place, artifacts)) {
    try {
      const artifact = usableArtifact(artifacts.filter(({ runId }) => runId === id));
      if (artifact === 'none')
        throw new Error(`The run has no report (${conclusion === '' ? 'not ended' : conclusion}).`);
      if (artifact === 'expired') throw new Error('The artifact has expired.');
      if (artifact.digest === undefined) throw new Error('GitHub gives no digest of the artifact.');
      const file = `sha256-${artifact.digest}.zip`;
      if (!(await hasDigest(path.join(folder, file), artifact.digest))) {
        onDownload(url);
        await keepArtifact(place.repository, artifact, path.join(folder, file));
      }
      names.set(file, url);
    } catch (error) {
      if (error instanceof UserError) throw error;
      missing.push({ name: url, reason: describeError(error), started });
    }
  }
  return { runs: names, missing };
}

/** Rejects with the reason if there is no such archive, and with the UserError `SETUP_GITHUB` if GitHub answers nothing. */
async function keepArtifact({ api }: GitHubRepository, artifact: Artifact, file: string): Promise<void> {
  try {
    if (await downloadArtifact(api, artifact, file)) return;
  } catch (error) {
    const isShown = error instanceof GitHubError && error.status !== 401;
    throw isShown ? new Error('GitHub does not give the artifact.') : setupError(error, api.github);
  }
  throw new Error('The artifact does not have the digest that GitHub gives.');
}

/** The artifacts of the name that runs of the repository itself uploaded on its default branch, the newest first. */
async function listArtifacts({ repository, artifactName, since }: ArtifactPlace): Promise<readonly Artifact[]> {
  const branch = textIn(repository.about, 'default_branch');
  const artifacts = await listed('artifacts', repository, () =>
    artifactsOnBranch(repository.api, artifactName, branch, MAX_PAGES),
  );
  return artifacts.filter(({ created }) => !(created < since));
}

/** The completed runs of the workflows that uploaded artifacts, whether they have one or not. */
async function listRuns(
  { repository, since }: ArtifactPlace,
  artifacts: readonly Artifact[],
): Promise<readonly WorkflowRun[]> {
  const branch = textIn(repository.about, 'default_branch');
  const seen = new Set<number>();
  const workflows = new Set<number>();
  const runs: WorkflowRun[] = [];
  for (const { runId } of artifacts.toSorted((one, other) => other.runId - one.runId)) {
    if (seen.has(runId) || workflows.size === MAX_WORKFLOWS) continue;
    seen.add(runId);
    const workflow = await workflowOf(repository, runId);
    if (workflow === undefined || workflows.has(workflow)) continue;
    workflows.add(workflow);
    await listed('workflow runs', repository, async () => {
      for await (const run of runsOf(repository.api, { workflow, branch, since }, MAX_PAGES)) {
        seen.add(run.id);
        if (run.counts && run.started >= since) runs.push(run);
      }
    });
  }
  return runs;
}

/** The workflow of a run; undefined for a run that was deleted. Rejects with the UserError `SETUP_GITHUB`. */
async function workflowOf({ api }: GitHubRepository, runId: number): Promise<number | undefined> {
  try {
    return (await workflowRun(api, runId)).workflow;
  } catch (error) {
    if (error instanceof GitHubError && error.status === 404) return undefined;
    throw setupError(error, api.github);
  }
}

/** Lists something of a repository. Rejects with the UserError `SETUP_GITHUB`. */
async function listed<T>(what: string, { name, api }: GitHubRepository, list: () => Promise<T>): Promise<T> {
  try {
    return await list();
  } catch (error) {
    const isHidden = error instanceof GitHubError && !error.isLimited && [403, 404].includes(error.status);
    if (!isHidden) throw setupError(error, api.github);
    throw new UserError('SETUP_GITHUB', `GitHub does not list the ${what} of ${name.path}.`, {
      hint: 'Use a token that may read them (classic: repo; fine-grained: Actions read), and run the command again.',
      cause: error,
    });
  }
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
