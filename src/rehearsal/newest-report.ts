import { openLatest, type Found } from '../compare/earlier-report.ts';
import {
  artifactOf,
  askGitHub,
  EVENTS,
  type EarlierArtifact,
  type GitHubOptions,
  type NotFound,
  type Octokit,
} from '../compare/earlier-run.ts';
import type { ArtifactClient } from '../run/artifact-client.ts';
import type { Log } from '../run/log.ts';

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

interface FindOptions extends GitHubOptions {
  readonly log: Pick<Log, 'info'>;
  /** An empty folder for unpacked files. */
  readonly temp: string;
}

/**
 * Finds, downloads and opens the newest report that a workflow made on the default branch of the repository itself: not cancelled, and
 * with at least half of its mailboxes read. Errors are results: it never rejects.
 */
export function openNewestReport(place: ReportPlace, options: FindOptions): Promise<Found> {
  return openLatest(
    askGitHub(place, options, (octokit) => search(octokit, place)),
    place,
    {
      ...options,
      loadClient: place.loadClient,
      run: undefined,
    },
  );
}

/** The artifacts of the name, the newest first. Returns why there are no more. */
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
    yield artifactOf(artifact, run, `${serverUrl}/${owner}/${repo}`);
  }
  const reason =
    ofBranch.length > 0 && usable.length === 0
      ? `All artifacts "${artifactName}" of runs on ${branch} have expired.`
      : `There is no completed run on ${branch} with an artifact "${artifactName}" that can be used.`;
  return { kind: 'none', reason };
}
