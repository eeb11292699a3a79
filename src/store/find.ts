import { mkdir, readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { describeError } from '../errors.ts';
import { unlessAborted, type ArtifactClient } from '../run/artifact-client.ts';
import { logGroup, logText, type Log } from '../run/log.ts';
import { openEarlierReport, UnusableReport, VIOLATIONS_FILE } from './earlier-report.ts';
import { findArtifact, searchPlace, type SearchOptions, type SearchPlace } from './earlier-run.ts';
import type { Found } from './found.ts';
import { extractFiles } from './extract.ts';

/** The files that a comparison reads. */
function comparedFiles(reports: readonly string[]): ReadonlySet<string> {
  return new Set([...reports.map((name) => `${name}.csv`), VIOLATIONS_FILE]);
}

/**
 * Opens a report that lies on the disk: a folder, or a zip, of which the known files are extracted into `temp`. Never
 * rejects for what it finds there.
 *
 * @param shown how messages name it
 * @param reports names of the reports to compare
 */
export async function openReportAt(
  place: string,
  { shown, temp, reports }: { readonly shown: string; readonly temp: string; readonly reports: readonly string[] },
): Promise<Found> {
  try {
    const found = await stat(place);
    const folder = found.isDirectory() ? place : temp;
    if (folder === temp) await extractFiles(place, temp, comparedFiles(reports));
    const report = await openEarlierReport(folder, reports);
    return { kind: 'found', source: { kind: 'path', path: shown }, report };
  } catch (error) {
    const reason = error instanceof UnusableReport ? error.message : `It cannot be read: ${describeError(error)}.`;
    return { kind: 'unavailable', cause: 'unusable', reason: `The earlier report ${shown} cannot be used. ${reason}` };
  }
}

export interface FindOptions extends SearchOptions {
  readonly loadClient: () => Promise<ArtifactClient>;
  /** An empty folder for the download. */
  readonly temp: string;
  /** Names of the reports to compare. */
  readonly reports: readonly string[];
  readonly log: Log;
}

/** Bytes of an archive. */
const MAX_ARCHIVE_BYTES = 1024 * 1024 * 1024;

/**
 * Finds, downloads and opens the report of the latest earlier run. Whatever goes wrong is a result: it never rejects. The
 * token is sent to GitHub's API, which gives a signed address of the storage.
 */
export function findEarlierReport(options: FindOptions): Promise<Found> {
  const place = searchPlace(options);
  if (place.kind !== 'place') return Promise.resolve(place);
  // The client writes lines of its own.
  return logGroup(options.log, 'Earlier report', () => openLatest(place, options));
}

async function openLatest(place: SearchPlace, options: FindOptions): Promise<Found> {
  const { log, temp, reports, loadClient, signal } = options;
  const artifact = await findArtifact(place, options);
  if (artifact.kind !== 'artifact') {
    log.info('None to compare with');
    return artifact;
  }
  const { id, size, digest, runId, runNumber: number, url, started } = artifact;
  const unusable = (reason: string): Found => ({
    kind: 'unavailable',
    cause: 'unusable',
    reason: `The report of run #${number} cannot be used. ${reason}`,
  });
  if (size > MAX_ARCHIVE_BYTES) return unusable('Its archive exceeds 1 GiB.');
  if (digest === undefined) return unusable('GitHub gives no digest of its archive.');
  const { token, owner: repositoryOwner, repo: repositoryName } = place;
  log.info(logText(`Artifact "${place.artifactName}" of run #${number}`));
  const folder = path.join(temp, 'archive');
  try {
    await mkdir(folder);
    const client = await loadClient();
    const { digestMismatch } = await unlessAborted(signal, () =>
      client.downloadArtifact(id, {
        path: folder,
        expectedHash: digest,
        skipDecompress: true,
        findBy: { token, workflowRunId: runId, repositoryOwner, repositoryName },
      }),
    );
    if (digestMismatch !== false) return unusable('Its archive does not have the digest that GitHub gives.');
    const [archive, ...others] = await readdir(folder);
    if (archive === undefined || others.length > 0) return unusable('It is not one archive.');
    await extractFiles(path.join(folder, archive), temp, comparedFiles(reports));
    const report = await openEarlierReport(temp, reports);
    return { kind: 'found', source: { kind: 'run', number, url, started }, report };
  } catch (error) {
    return unusable(
      error instanceof UnusableReport ? error.message : `It cannot be downloaded: ${describeError(error)}.`,
    );
  }
}
