import { AsyncLocalStorage } from 'node:async_hooks';
import { redacted } from '../auth/redact.ts';
import { describeError } from '../errors.ts';

/** An artifact of this workflow run. */
export interface ListedArtifact {
  readonly id: number;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly createdAt?: Date;
  /** `sha256:` and the hash in hex, if the service knows it. */
  readonly digest?: string;
}

/** The part of the client of this run's artifacts that is used. `DefaultArtifactClient` of `@actions/artifact` satisfies it. */
export interface ArtifactClient {
  uploadArtifact(
    name: string,
    files: string[],
    rootDirectory: string,
    options?: { retentionDays?: number; skipArchive?: boolean },
  ): Promise<{ readonly id?: number; readonly size?: number; readonly digest?: string }>;
  /** `latest`: of artifacts with the same name only the newest. */
  listArtifacts(options?: { latest?: boolean }): Promise<{ readonly artifacts: readonly ListedArtifact[] }>;
  deleteArtifact(name: string): Promise<unknown>;
  /** A digest that does not match is only returned. With `skipDecompress` the folder has one file, as it was uploaded. */
  downloadArtifact(
    id: number,
    options: { path: string; expectedHash?: string; skipDecompress: boolean },
  ): Promise<{ readonly digestMismatch?: boolean }>;
}

/**
 * Loads the client only when it is needed: it loads more slowly than everything else. Its errors have the text of GitHub's
 * services, in which tokens that they echo are redacted.
 */
export async function loadArtifactClient(): Promise<ArtifactClient> {
  const client = new (await import('@actions/artifact')).DefaultArtifactClient();
  return {
    uploadArtifact: (...parameters) => called(() => client.uploadArtifact(...parameters)),
    listArtifacts: (...parameters) => called(() => client.listArtifacts(...parameters)),
    deleteArtifact: (...parameters) => called(() => client.deleteArtifact(...parameters)),
    downloadArtifact: (id, options) => called(() => client.downloadArtifact(id, options)),
  };
}

const calls = new AsyncLocalStorage<boolean>();

/** Whether the caller is the client, which logs each of its steps and has no option for its log. */
export function isArtifactClient(): boolean {
  return calls.getStore() === true;
}

/** Calls the client, and removes from its errors the token of the job, which it takes from the environment. */
function called<T>(call: () => Promise<T>): Promise<T> {
  return calls.run(true, call).catch((error: unknown) => {
    throw new Error(redacted(describeError(error), [process.env.ACTIONS_RUNTIME_TOKEN]));
  });
}

/** Does work with the client, which cannot be stopped, until the signal aborts. Rejects with its reason then. */
export async function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const abort = (): void => {
    reject(signal.reason);
  };
  signal.addEventListener('abort', abort, { once: true });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
