import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { errors } from 'undici';
import { renameFile } from '../files/rename.ts';
import { removeTemp } from '../files/temp-folder.ts';
import { download, HostError } from '../http/download.ts';
import { within } from '../http/machine.ts';
import { retrying, type RetryRule } from '../http/retrying.ts';
import { isConfidential } from '../http/secure-url.ts';
import type { Artifact } from './artifacts.ts';
import { GitHubError } from './client.ts';
import type { Repository } from './repository.ts';

const RETRY: RetryRule = { first: 1_000, longest: 8_000, attempts: 5 };
const MAX_MS = 900_000;

/**
 * Downloads the archive of an artifact into a file, which is complete whenever it is there. GitHub redirects to a signed URL of the
 * storage, which receives no token. Returns whether the archive has a digest, in hex; there is no file otherwise. Rejects with a GitHubError if
 * GitHub does not redirect, as the file system does, and with the signal's reason.
 */
export async function downloadArtifact(
  repository: Repository,
  { id, digest }: Pick<Artifact, 'id' | 'digest'>,
  file: string,
): Promise<boolean> {
  const url = await archiveUrl(repository, id);
  const temp = await mkdtemp(path.join(path.dirname(file), '.download-'));
  try {
    const part = path.join(temp, 'artifact.zip');
    if ((await downloadTo(part, url, repository)) !== digest) return false;
    renameFile(part, file);
    return true;
  } finally {
    await removeTemp(temp);
  }
}

async function archiveUrl(repository: Repository, id: number): Promise<URL> {
  const answer = await repository.send(`/actions/artifacts/${id}/zip`);
  const { status, location } = answer;
  if (status < 300 || status >= 400) throw new GitHubError(answer);
  if (location === undefined || !isConfidential(location)) throw new Error('GitHub does not give the artifact.');
  return location;
}

/** Downloads a file, again from its start after a fault of the host or the network. Returns its SHA-256 in hex. */
async function downloadTo(file: string, url: URL, { github }: Repository): Promise<string> {
  const { dispatcher } = github.network;
  const result = await within(MAX_MS, github.network, (signal) =>
    retrying<{ readonly sha256: string } | { readonly error: unknown }>(
      async () => {
        const hash = createHash('sha256');
        const hashed = async function* (): AsyncGenerator<Buffer> {
          for await (const chunk of download(url, { dispatcher, signal })) {
            hash.update(chunk);
            yield chunk;
          }
        };
        try {
          await pipeline(hashed, createWriteStream(file));
          return { result: { sha256: hash.digest('hex') } };
        } catch (error) {
          return { result: { error }, retry: isFinal(error) ? undefined : { rule: RETRY } };
        }
      },
      { ...github.network, signal },
    ),
  );
  if ('error' in result) throw result.error;
  return result.sha256;
}

function isFinal(error: unknown): boolean {
  if (error instanceof HostError) return error.status < 500 && error.status !== 429;
  return error instanceof errors.ResponseExceededMaxSizeError;
}
