import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { describeError } from '../../../errors.ts';
import { downloadArtifact } from '../../../github/artifact-download.ts';
import { artifactsOnBranch, type Artifact } from '../../../github/artifacts.ts';
import type { MissingReport } from '../../../history/kept-report.ts';
import { keptFiles, type RemediationFiles } from '../../../history/period/kept-files.ts';
import { count, DAY_MS } from '../../../text/numbers.ts';
import { setupError, type GitHubRepository } from '../../repository.ts';

/** Pages of artifacts that are read. */
const MAX_PAGES = 100;
/** Those of the remediate action, unless `artifact-name` says another, but for plans, which change nothing. */
const NAMES = /^mailbox-remediation(?!.*-plan(?:-\d+)?$)/;

/** What the artifacts of remediations have. */
interface RemediationArtifacts {
  readonly remediations: readonly RemediationFiles[];
  readonly missing: readonly MissingReport[];
  /** What is not known, in a sentence. */
  readonly note: string;
}

/**
 * Downloads the artifacts of remediations that runs of the default branch uploaded in a period, into a temporary folder: they name mailboxes.
 * Rejects with the UserError `SETUP_GITHUB` if GitHub lists no artifacts.
 */
export async function keepRemediations(
  repository: GitHubRepository,
  { from, end }: { readonly from: Date; readonly end: Date },
  temp: string,
  onDownload: (url: string) => void,
): Promise<RemediationArtifacts> {
  const { api, defaultBranch, webUrl } = repository;
  const listed = await artifactsOnBranch(api, NAMES, defaultBranch, MAX_PAGES).catch((error: unknown) => {
    throw setupError(error, api.github);
  });
  const folder = await mkdtemp(path.join(temp, 'remediations-'));
  const pages = new Map<string, string>();
  const missing: MissingReport[] = [];
  for (const artifact of listed.artifacts.filter(
    ({ created }) => created >= from && created.getTime() < end.getTime() + DAY_MS,
  )) {
    const page = `${webUrl}/actions/runs/${artifact.runId}`;
    const file = `${artifact.id}.zip`;
    onDownload(page);
    const problem = await problemOf(repository, artifact, path.join(folder, file));
    if (problem === undefined) pages.set(file, page);
    else missing.push({ name: page, reason: `${problem} What it changed is not known.`, started: undefined });
  }
  const { remediations, missing: damaged } = await keptFiles(folder, temp, (file) => pages.get(file) ?? file);
  const others = 'Remediations are those of artifacts whose name starts with mailbox-remediation.';
  const unlisted = `${others} Only the newest ${count(MAX_PAGES * 100)} artifacts of the repository are read.`;
  return { remediations, missing: [...missing, ...damaged], note: listed.isWhole ? others : unlisted };
}

/** Downloads an artifact, or says in a sentence why it cannot be. */
async function problemOf({ api }: GitHubRepository, artifact: Artifact, file: string): Promise<string | undefined> {
  const named = `The artifact ${artifact.name}`;
  if (artifact.isExpired) return `${named} has expired.`;
  if (artifact.digest === undefined) return `GitHub gives no digest of ${artifact.name}.`;
  try {
    return (await downloadArtifact(api, artifact, file))
      ? undefined
      : `${named} does not have the digest that GitHub gives.`;
  } catch (error) {
    return `${named} cannot be downloaded: ${describeError(error)}.`;
  }
}
