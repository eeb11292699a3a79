import { openLatest, type Found } from '../compare/earlier-report.ts';
import { withReasons, type EarlierArtifact, type NotFound } from '../compare/earlier-run.ts';
import { artifactsOnBranch, workflowRun } from '../github/artifacts.ts';
import type { Repository } from '../github/repository.ts';
import type { Log } from '../run/log.ts';

/** Pages of artifacts that are searched. */
const MAX_PAGES = 3;
/** Runs that are asked whether they count. */
const MAX_RUNS = 30;

/** Where a repository keeps the reports of its workflows. */
export interface ReportPlace {
  readonly repository: Repository;
  readonly artifactName: string;
}

interface FindOptions {
  readonly log: Pick<Log, 'info'>;
  /** Where temporary files may be. */
  readonly tempFolder: string;
  /** Files of the artifact that are extracted besides its rows. */
  readonly names?: readonly string[];
}

/**
 * Finds, downloads and opens the newest report that a workflow made on the default branch of the repository itself: not cancelled, and
 * with at least half of its mailboxes read. Errors are results: it never rejects.
 */
export function openNewestReport(place: ReportPlace, options: FindOptions): Promise<Found> {
  return openLatest(withReasons(search(place)), place, { ...options, run: undefined });
}

/** The artifacts of the name, the newest first. Returns why there are no more. */
async function* search({ repository, artifactName }: ReportPlace): AsyncGenerator<EarlierArtifact, NotFound, void> {
  const branch = await repository.defaultBranch();
  const { artifacts } = await artifactsOnBranch(repository, artifactName, branch, MAX_PAGES);
  const usable = artifacts.filter(({ isExpired }) => !isExpired).slice(0, MAX_RUNS);
  for (const artifact of usable) {
    const run = await workflowRun(repository, artifact.runId);
    if (run.counts) yield { run, artifact };
  }
  const reason =
    artifacts.length > 0 && usable.length === 0
      ? `All artifacts "${artifactName}" of runs on ${branch} have expired.`
      : `There is no completed run on ${branch} with an artifact "${artifactName}" that can be used.`;
  return { kind: 'none', reason };
}
