import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { ClientRequest, IncomingMessage } from 'node:http';
import { appendFile } from 'node:fs/promises';
import { decodeJwt } from 'jose';
import { describeError, UserError } from '../errors.ts';
import type { Machine } from '../http/machine.ts';
import { isRecord } from '../json.ts';
import { loadArtifactClient, unlessAborted, type ArtifactClient } from '../run/artifact-client.ts';
import { logText, type Log } from '../run/log.ts';
import type { StepEnvironment } from '../run/runner.ts';

type UploadClient = Omit<ArtifactClient, 'downloadArtifact'>;
export type LoadArtifactClient = () => Promise<UploadClient>;

export interface UploaderOptions {
  /** The folder with the files of the run. */
  readonly folder: string;
  readonly step: StepEnvironment;
  readonly log: Log;
  /** Undefined: the repository's setting. */
  readonly retentionDays: number | undefined;
  /** Stops an upload, even if the service does not respond. */
  readonly deadline: AbortSignal;
  readonly timer: Machine['timer'];
  readonly loadClient?: LoadArtifactClient;
}

export interface UploadOptions {
  /**
   * Whether to upload a single file without an archive, so that a browser opens it from its link. The service names such an
   * artifact after its file, so `name` must be the file name.
   */
  readonly unzipped?: boolean;
  /** Days: the input, or whatever it says, as the repository keeps artifacts. */
  readonly retention?: 'input' | 'repository';
  /** What to do about an artifact of an earlier attempt: replace it, with or without a notice, or keep it, so that its name is taken. */
  readonly earlier?: 'replace' | 'replace-silently' | 'keep';
}

/** A step of an upload without any response for so long has failed. The client itself waits 15 minutes for each. */
const STALLED_MS = 180_000;

export interface UploadedArtifact {
  readonly name: string;
  readonly id: number;
  /** Page from which a person with access to the repository downloads it. */
  readonly url: string;
  /** SHA-256 of the archive, or of the unzipped file, in hex. */
  readonly digest: string;
}

/** Uploads files as artifacts of this workflow run. */
export class ArtifactUploader {
  readonly #options: UploaderOptions;

  constructor(options: UploaderOptions) {
    this.#options = options;
  }

  /**
   * Uploads files of the folder. Replaces an artifact of the same name from an earlier attempt of the run, and reports that in
   * a notice. Rejects with a UserError: `ARTIFACT_GHES`, `ARTIFACT_UNAVAILABLE`, `ARTIFACT_NAME_TAKEN`, or `ARTIFACT_FAILED`
   * for any other failure, including the deadline and three minutes without a response. After these the client may still hold sockets, so the process must
   * exit explicitly.
   *
   * @param files absolute paths
   */
  async upload(name: string, files: readonly string[], options: UploadOptions = {}): Promise<UploadedArtifact> {
    const { step, folder, deadline, timer, loadClient = loadArtifactClient } = this.#options;
    requireArtifactService(step);
    try {
      const upload = () =>
        unlessStalled({ signal: deadline, timer }, async () =>
          this.#uploadOrReplace(await loadClient(), name, files, options),
        );
      const { id, digest, replaced } = await upload().catch(async (error: unknown) => {
        if (!(error instanceof CutResponseError)) throw error;
        return upload().catch((second: unknown) => {
          // The first request may have created the artifact.
          throw isNameTaken(second) ? error : second;
        });
      });
      if (id === undefined) throw new Error('the service returned no artifact id');
      if (replaced !== undefined && options.earlier !== 'replace-silently') this.#noticeReplaced(name, replaced);
      await this.#announce(name, digest, options.unzipped === true ? files[0] : undefined);
      return { name, id, url: `${step.runUrl ?? step.serverUrl}/artifacts/${id}`, digest: digest ?? '' };
    } catch (error) {
      if (isNameTaken(error)) throw nameTakenError(name, error);
      throw uploadError(name, files.length === 1 ? files.join() : folder, error);
    }
  }

  async #uploadOrReplace(
    client: UploadClient,
    name: string,
    files: readonly string[],
    { unzipped = false, retention = 'input', earlier }: UploadOptions,
  ): Promise<Uploaded & { readonly replaced?: Date }> {
    const { step, deadline, folder, retentionDays } = this.#options;
    const upload = (): Promise<Uploaded> =>
      client.uploadArtifact(name, [...files], folder, {
        ...(retentionDays === undefined || retention === 'repository' ? {} : { retentionDays }),
        ...(unzipped ? { skipArchive: true } : {}),
      });
    try {
      return await upload();
    } catch (error) {
      const isReplaceable = isNameTaken(error) && earlier !== 'keep';
      const replaced = isReplaceable ? await fromEarlierAttempt(client, name, step) : undefined;
      if (replaced === undefined) throw error;
      deadline.throwIfAborted();
      await client.deleteArtifact(name);
      // If the name is taken again, another job of this attempt was faster.
      return { ...(await upload()), replaced };
    }
  }

  /**
   * Adds an artifact to the subjects that actions/attest attests: a single file by its path, an archive by name and digest. The runner fails
   * the step for a line with `=`. https://github.com/actions/runner, CreateArtifactsFileCommand.cs of 2.336.0
   */
  async #announce(name: string, digest: string | undefined, file: string | undefined): Promise<void> {
    const { step, log } = this.#options;
    if (step.artifactsFile === '' || digest === undefined) return;
    const line = file ?? `${name}@sha256:${digest}`;
    try {
      if (/[=\r\n]/.test(line)) throw new Error('its name or folder has a character that the runner does not accept');
      await appendFile(step.artifactsFile, `${line}\n`);
    } catch (error) {
      log.notice(logText(`The artifact "${name}" is not among those to attest: ${describeError(error)}.`));
    }
  }

  #noticeReplaced(name: string, replaced: Date): void {
    this.#options.log.notice(
      logText(
        `The artifact "${name}" replaces the one of ${replaced.toISOString()}, from an earlier attempt of this ` +
          'run. If another job of this attempt made it, give each job its own "artifact-name".',
      ),
      { title: 'Artifact replaced' },
    );
  }
}

type Uploaded = Awaited<ReturnType<UploadClient['uploadArtifact']>>;

/** Where Node reports each response to a request of `node:http`. https://nodejs.org/api/diagnostics_channel.html#http */
const RESPONSES = 'http.client.response.finish';

class CutResponseError extends Error {
  override readonly name = 'CutResponseError';
  override readonly message = 'the connection ended within a response';
}

/**
 * Does work with the client until the signal aborts, no response arrives for three minutes, or a response of the artifact service is
 * cut, for whose end the client would wait. Rejects with the reason then.
 */
async function unlessStalled<T>(
  { signal, timer }: Pick<Machine, 'timer'> & { readonly signal: AbortSignal },
  work: () => Promise<T>,
): Promise<T> {
  const stalled = new AbortController();
  const start = (): (() => void) =>
    timer(STALLED_MS, () => {
      stalled.abort(new Error(`no response for ${STALLED_MS / 60_000} minutes`));
    });
  let cancel = start();
  // The client reports no progress. A block of the archive is a request of its own.
  const onResponse = (message: unknown): void => {
    cancel();
    cancel = start();
    if (!isRecord(message)) return;
    const { request, response } = message;
    // The client of the storage notices this itself, and retries.
    if (!(request instanceof ClientRequest && request.path.includes('/twirp/'))) return;
    if (!(response instanceof IncomingMessage)) return;
    response.once('close', () => {
      if (!response.complete) stalled.abort(new CutResponseError());
    });
  };
  subscribe(RESPONSES, onResponse);
  try {
    return await unlessAborted(AbortSignal.any([signal, stalled.signal]), work);
  } finally {
    unsubscribe(RESPONSES, onResponse);
    cancel();
  }
}

/** Throws the UserError `ARTIFACT_GHES` or `ARTIFACT_UNAVAILABLE`. */
function requireArtifactService({ serverUrl, isEnterpriseServer, runtimeToken, resultsUrl }: StepEnvironment): void {
  if (isEnterpriseServer) throw enterpriseServerError(serverUrl);
  if (runtimeToken !== '' && resultsUrl !== '') return;
  const missing = runtimeToken === '' ? 'ACTIONS_RUNTIME_TOKEN' : 'ACTIONS_RESULTS_URL';
  throw new UserError(
    'ARTIFACT_UNAVAILABLE',
    `The artifact cannot be uploaded because ${missing} is not set: this does not run as an action in a workflow.`,
    { hint: 'Run it as a step with "uses:", or set "artifact-name" to an empty text. The report stays on disk.' },
  );
}

/** The client reports the status of the service only in its message. */
function isNameTaken(error: unknown): boolean {
  return /\(409\)|artifact with this name already exists/i.test(describeError(error));
}

/** The text of the client, for what the service calls insufficient usage. */
function isQuotaUsedUp(error: unknown): boolean {
  return /storage quota has been hit/i.test(describeError(error));
}

/**
 * The creation time of an artifact with this name from an earlier attempt of the run; undefined if there is none. An
 * artifact that is newer than the token of this job belongs to this attempt. An artifact of another job of this attempt that
 * ended before this job started looks the same as one of an earlier attempt, so a replacement is reported in a notice. An
 * unfinished upload is not listed and cannot be deleted.
 */
async function fromEarlierAttempt(
  client: UploadClient,
  name: string,
  { attempt, runtimeToken }: StepEnvironment,
): Promise<Date | undefined> {
  if (!(attempt > 1)) return undefined;
  const { artifacts } = await client.listArtifacts();
  const made = artifacts.filter((artifact) => artifact.name === name).map(({ createdAt }) => createdAt ?? new Date(0));
  const jobStart = issuedAt(runtimeToken);
  return made.every((time) => time.getTime() < jobStart) ? made[0] : undefined;
}

/** Time at which the token of the job was issued, in epoch ms; Infinity if unknown. */
function issuedAt(token: string): number {
  try {
    const { iat, nbf } = decodeJwt(token);
    return (iat ?? nbf ?? Infinity) * 1000;
  } catch {
    return Infinity;
  }
}

/**
 * GitHub Enterprise Server and Gitea do not support the artifacts of this client, which have version 4.
 * https://github.com/actions/upload-artifact#v4---whats-new
 */
function enterpriseServerError(server: string): UserError {
  return new UserError(
    'ARTIFACT_GHES',
    `${server} (GitHub Enterprise Server or Gitea) does not support the artifacts of this action.`,
    {
      hint:
        'The files are on the runner. Set an id for this step, and upload them in the next step: uses: ' +
        'actions/upload-artifact@v3-node20, if: always(), path: ${{ steps.<id>.outputs.output-directory }}',
    },
  );
}

/** How to join shards on a server without these artifacts. */
const MERGE_FOLDERS =
  'To join shards there, download the files of all of them in one job, and run "mailbox-report merge", the terminal program, ' +
  'with their folders.';

/**
 * Why nothing can be uploaded on this server, whatever the step does, for a warning before anything is read; undefined if
 * uploads are possible or not wanted. The files stay on the runner.
 */
export function uploadWarning(
  { isEnterpriseServer, serverUrl }: StepEnvironment,
  artifactName: string | undefined,
  isShard = false,
): string | undefined {
  if (!isEnterpriseServer || artifactName === undefined) return undefined;
  const { code, message, hint } = enterpriseServerError(serverUrl);
  return [`${code}: ${message} Nothing is uploaded.`, hint, ...(isShard ? [MERGE_FOLDERS] : [])].join(' ');
}

/** Throws the UserError `ARTIFACT_GHES` or `ARTIFACT_UNAVAILABLE` if the artifacts of shards cannot be read. */
export function requireShardArtifacts(step: StepEnvironment): void {
  if (step.isEnterpriseServer) {
    const { code, message } = enterpriseServerError(step.serverUrl);
    throw new UserError(code, message, { hint: MERGE_FOLDERS });
  }
  requireArtifactService(step);
}

function nameTakenError(name: string, cause: unknown): UserError {
  return new UserError('ARTIFACT_NAME_TAKEN', `This workflow run already has an artifact named "${name}".`, {
    hint:
      'If this action runs more than once in a workflow, in several steps or in the jobs of a matrix, set "artifact-name" to ' +
      'a different name for each.',
    cause,
  });
}

function uploadError(name: string, place: string, cause: unknown): UserError {
  const remedy = isQuotaUsedUp(cause)
    ? 'Delete artifacts of earlier runs, set "retention-days" to fewer days, and run the workflow again: GitHub counts the ' +
      'storage anew every 6 to 12 hours. Or set "artifact-name" to an empty text, and keep "output-directory" elsewhere.'
    : 'Run the workflow again. If it fails again, check https://www.githubstatus.com, or upload "output-directory" in a step of ' +
      'your own.';
  return new UserError('ARTIFACT_FAILED', `The artifact "${name}" could not be uploaded: ${describeError(cause)}`, {
    hint: `The report is in ${place} on this runner. ${remedy}`,
    cause,
  });
}
