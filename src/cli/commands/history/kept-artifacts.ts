import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rename } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Dispatcher } from 'undici';
import { parsedRepository } from '../../../auth/github-subject.ts';
import { EVENTS } from '../../../compare/earlier-run.ts';
import { describeError, systemErrorCode, UserError } from '../../../errors.ts';
import { removeTemp } from '../../../files/temp-folder.ts';
import type { MissingReport } from '../../../history/kept-report.ts';
import { download } from '../../../http/download.ts';
import type { Environment } from '../../../http/proxy.ts';
import { property, textIn, type Json } from '../../../json.ts';
import { GitHubRepository, gitHubToken, repositoryOfRemote } from '../../repository.ts';

const PAGE_SIZE = 100;
/** Pages of artifacts or runs that are read: GitHub lists at most 1,000 runs by branch and time. */
const MAX_PAGES = 10;
/** Workflows that upload artifacts of the name. */
const MAX_WORKFLOWS = 5;
const MAX_DOWNLOAD_MS = 900_000;

/** A repository, and which of its artifacts are reports. */
export interface ArtifactPlace {
  readonly repository: GitHubRepository;
  readonly artifactName: string;
  /** When the earliest run that counts was created. */
  readonly since: Date;
}

interface Artifact {
  readonly id: number;
  /** SHA-256 in hex; '' if GitHub does not give it. */
  readonly digest: string;
  readonly isExpired: boolean;
  readonly runId: number;
}

interface Run {
  readonly id: number;
  readonly url: string;
  readonly started: Date;
  readonly conclusion: string;
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
  dispatcher: Dispatcher,
  onDownload: (url: string) => void,
): Promise<KeptArtifacts> {
  const artifacts = await listArtifacts(place);
  const runs = await listRuns(place, artifacts);
  const names = new Map<string, string>();
  const missing: MissingReport[] = [];
  for (const { id, url, started, conclusion } of runs) {
    const own = artifacts.filter(({ runId }) => runId === id).sort((one, other) => other.id - one.id);
    const artifact = own.find(({ isExpired }) => !isExpired);
    try {
      if (own.length === 0) throw new Error(`The run has no report (${conclusion === '' ? 'not ended' : conclusion}).`);
      if (artifact === undefined) throw new Error('The artifact has expired.');
      if (artifact.digest === '') throw new Error('GitHub gives no digest of the artifact.');
      const file = `sha256-${artifact.digest}.zip`;
      if (!(await hasDigest(path.join(folder, file), artifact.digest))) {
        onDownload(url);
        await downloadTo(path.join(folder, file), artifact, place.repository, dispatcher);
      }
      names.set(file, url);
    } catch (error) {
      if (error instanceof UserError) throw error;
      missing.push({ name: url, reason: describeError(error), started });
    }
  }
  return { runs: names, missing };
}

/** The artifacts of the name that runs of the repository itself uploaded on its default branch. */
async function listArtifacts({ repository, artifactName, since }: ArtifactPlace): Promise<readonly Artifact[]> {
  const branch = textIn(repository.about, 'default_branch');
  const query = `/actions/artifacts?name=${encodeURIComponent(artifactName)}`;
  const items = await pagesOf(repository, query, 'artifacts');
  return items.flatMap((artifact): Artifact[] => {
    const run = property(artifact, 'workflow_run');
    const [id, runId] = [property(artifact, 'id'), property(run, 'id')];
    const isOwn = property(run, 'repository_id') === property(run, 'head_repository_id');
    const isNamed = textIn(artifact, 'name') === artifactName && textIn(run, 'head_branch') === branch;
    if (!isOwn || !isNamed || typeof id !== 'number' || typeof runId !== 'number') return [];
    if (new Date(textIn(artifact, 'created_at')) < since) return [];
    const [, digest = ''] = /^sha256:([0-9a-f]{64})$/.exec(textIn(artifact, 'digest')) ?? [];
    return [{ id, digest, isExpired: property(artifact, 'expired') === true, runId }];
  });
}

/** The completed runs of the workflows that uploaded artifacts, whether they have one or not. */
async function listRuns({ repository, since }: ArtifactPlace, artifacts: readonly Artifact[]): Promise<readonly Run[]> {
  const branch = encodeURIComponent(textIn(repository.about, 'default_branch'));
  const created = encodeURIComponent(`>=${since.toISOString().slice(0, 10)}`);
  const seen = new Set<number>();
  const runs: Run[] = [];
  let workflows = 0;
  for (const { runId } of artifacts.toSorted((one, other) => other.runId - one.runId)) {
    if (seen.has(runId) || workflows === MAX_WORKFLOWS) continue;
    seen.add(runId);
    const workflow = property(await repository.get(`/actions/runs/${runId}`), 'workflow_id');
    if (typeof workflow !== 'number') continue;
    workflows += 1;
    const query = `/actions/workflows/${workflow}/runs?branch=${branch}&created=${created}&exclude_pull_requests=true`;
    for (const run of await pagesOf(repository, query, 'workflow_runs')) {
      const id = property(run, 'id');
      if (typeof id !== 'number') continue;
      seen.add(id);
      const started = new Date(textIn(run, 'run_started_at') || textIn(run, 'created_at'));
      const isOwn = isOfRepository(run) && EVENTS.has(textIn(run, 'event'));
      if (!isOwn || textIn(run, 'status') !== 'completed' || !(started >= since)) continue;
      runs.push({ id, url: textIn(run, 'html_url'), started, conclusion: textIn(run, 'conclusion') });
    }
  }
  return runs;
}

/** Whether the code of a run is of the repository itself. A deleted fork is null. */
function isOfRepository(run: Json): boolean {
  const [own, head] = [property(run, 'repository'), property(run, 'head_repository')].map((one) => property(one, 'id'));
  return typeof own === 'number' && own === head;
}

/** The items of all pages of a listing. Rejects with the UserError `SETUP_GITHUB`. */
async function pagesOf(repository: GitHubRepository, path: string, member: string): Promise<readonly Json[]> {
  const items: Json[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const json = await repository.get(`${path}&per_page=${PAGE_SIZE}&page=${page}`);
    const part = property(json, member);
    if (!Array.isArray(part)) {
      throw new UserError(
        'SETUP_GITHUB',
        `GitHub does not list the ${member.replace('_', ' ')} of ${repository.name.path}.`,
        {
          hint: 'Use a token that may read them (classic: repo; fine-grained: Actions read), and run the command again.',
        },
      );
    }
    items.push(...part);
    if (part.length < PAGE_SIZE) break;
  }
  return items;
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

/** Downloads an artifact into a file, which is complete whenever it is there. Rejects if it does not have the digest. */
export async function downloadTo(
  file: string,
  { id, digest }: Pick<Artifact, 'id' | 'digest'>,
  repository: GitHubRepository,
  dispatcher: Dispatcher,
): Promise<void> {
  const url = await repository.redirect(`/actions/artifacts/${id}/zip`);
  if (url === undefined) throw new Error('GitHub does not give the artifact.');
  const temp = await mkdtemp(path.join(path.dirname(file), '.download-'));
  try {
    const part = path.join(temp, 'artifact.zip');
    const content = download(url, { dispatcher, signal: AbortSignal.timeout(MAX_DOWNLOAD_MS) });
    await pipeline(content, createWriteStream(part, { flags: 'wx' }));
    if (!(await hasDigest(part, digest))) throw new Error('The artifact does not have the digest that GitHub gives.');
    await rename(part, file);
  } finally {
    await removeTemp(temp);
  }
}
