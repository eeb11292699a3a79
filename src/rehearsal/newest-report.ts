import path from 'node:path';
import type { Dispatcher } from 'undici';
import { describeError, systemErrorCode } from '../errors.ts';
import { EarlierReport, openLatest, type EarlierSource, type Found } from '../compare/earlier-report.ts';
import {
  connect,
  EVENTS,
  failure,
  withoutToken,
  type EarlierArtifact,
  type NotFound,
  type Octokit,
} from '../compare/earlier-run.ts';
import type { ArtifactClient } from '../run/artifact-client.ts';
import type { Log } from '../run/log.ts';
import { reportFolder } from '../store/archive.ts';
import { UnusableRows } from '../store/rows-reader.ts';

/** Pages of 100 artifacts that are searched. */
const MAX_PAGES = 3;
/** Runs that are asked whether they count. */
const MAX_RUNS = 30;

/** Where a repository keeps the reports of its workflows. */
export interface ReportPlace {
  /** The URL of GitHub's API. */
  readonly api: string;
  /** Of its web pages. */
  readonly serverUrl: string;
  readonly owner: string;
  readonly repo: string;
  readonly artifactName: string;
  /** Sent to GitHub's API alone. */
  readonly token: string;
  readonly loadClient: () => Promise<Pick<ArtifactClient, 'downloadArtifact'>>;
}

interface FindOptions {
  readonly signal: AbortSignal;
  readonly dispatcher: Dispatcher;
  readonly log: Log;
  /** An empty folder for unpacked files. */
  readonly temp: string;
}

/**
 * Finds, downloads and opens the newest report that a workflow made on the default branch of the repository itself: not cancelled, and
 * with at least half of its mailboxes read. Errors are results: it never rejects.
 */
export function openNewestReport(place: ReportPlace, options: FindOptions): Promise<Found> {
  return openLatest(newestArtifacts(place, options), place, {
    ...options,
    loadClient: place.loadClient,
    run: undefined,
  });
}

/** Opens a report that lies on the disk: a folder, or a zip. Rejects with an `UnusableRows` that names it. */
export async function openKeptReport(
  folder: string,
  place: string,
  temp: string,
): Promise<{ readonly report: EarlierReport; readonly source: EarlierSource }> {
  try {
    const report = await EarlierReport.open(await reportFolder(path.resolve(folder, place), temp), temp);
    return { report, source: { kind: 'path', path: place } };
  } catch (error) {
    if (error instanceof UnusableRows) throw error;
    const isMissing = systemErrorCode(error) === 'ENOENT';
    throw new UnusableRows(
      isMissing ? 'There is no such folder or zip.' : `It cannot be read: ${describeError(error)}.`,
    );
  }
}

/** The artifacts of the name, the newest first. Returns why there are no more. Never rejects. */
async function* newestArtifacts(
  place: ReportPlace,
  options: Pick<FindOptions, 'signal' | 'dispatcher'>,
): AsyncGenerator<EarlierArtifact, NotFound, void> {
  try {
    return withoutToken(yield* search(await connect(place, options), place), place);
  } catch (error) {
    return withoutToken(failure(error), place);
  }
}

async function* search(
  octokit: Octokit,
  { owner, repo, artifactName, serverUrl }: ReportPlace,
): AsyncGenerator<EarlierArtifact, NotFound, void> {
  const { data: repository } = await octokit.rest.repos.get({ owner, repo });
  const { default_branch: branch, id: repositoryId } = repository;
  const artifacts = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const { data } = await octokit.rest.actions.listArtifactsForRepo({
      owner,
      repo,
      name: artifactName,
      per_page: 100,
      page,
    });
    artifacts.push(...data.artifacts);
    if (data.artifacts.length < 100) break;
  }
  const ofBranch = artifacts.filter(
    ({ name, workflow_run: run }) =>
      name === artifactName &&
      run?.head_branch === branch &&
      run.repository_id === repositoryId &&
      run.head_repository_id === repositoryId,
  );
  const usable = ofBranch
    .filter(({ expired }) => !expired)
    .sort((one, other) => other.id - one.id)
    .slice(0, MAX_RUNS);
  for (const artifact of usable) {
    const runId = artifact.workflow_run?.id ?? 0;
    const { data: run } = await octokit.rest.actions.getWorkflowRun({ owner, repo, run_id: runId });
    if (run.status !== 'completed' || !EVENTS.has(run.event)) continue;
    yield {
      kind: 'artifact',
      id: artifact.id,
      size: artifact.size_in_bytes,
      digest: artifact.digest ?? undefined,
      runId,
      runNumber: run.run_number,
      cancelled: run.conclusion === 'cancelled',
      url: `${serverUrl}/${owner}/${repo}/actions/runs/${runId}`,
      started: new Date(run.run_started_at ?? run.created_at),
    };
  }
  const reason =
    ofBranch.length > 0 && usable.length === 0
      ? `All artifacts "${artifactName}" of runs on ${branch} have expired.`
      : `There is no completed run on ${branch} with an artifact "${artifactName}" that can be used.`;
  return { kind: 'none', reason };
}
