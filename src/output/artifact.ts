import { decodeJwt } from 'jose';
import { describeError, UserError } from '../errors.ts';
import { loadArtifactClient, type ArtifactClient } from '../runner/artifact-client.ts';

export type LoadArtifactClient = () => Promise<ArtifactClient>;

export interface UploadOptions {
  readonly name: string;
  /** Absolute paths, all below the root directory, which the archive's own paths are relative to. */
  readonly files: readonly string[];
  readonly rootDirectory: string;
  /**
   * Whether the one file is to be kept as it is, so that a browser opens it from its link. The service names such an
   * artifact after its file: `name` must be that.
   */
  readonly unzipped?: boolean;
  /** For the message of a failure: where the reports lie on the runner. */
  readonly place: string;
  /** Absent: as the repository has it. */
  readonly retentionDays?: number | undefined;
  /** The step's: `GITHUB_SERVER_URL`, `GITHUB_REPOSITORY`, `GITHUB_RUN_ID`, `GITHUB_RUN_ATTEMPT`, `ACTIONS_*`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Once it aborts, the upload is given up, whatever the service does. */
  readonly signal: AbortSignal;
  readonly loadClient?: LoadArtifactClient;
}

export interface UploadedArtifact {
  readonly id: number;
  /** Page from which a person with access to the repository downloads it. */
  readonly url: string;
  /** SHA-256 of the archive, or of the file that was kept as it is, in hex. */
  readonly digest: string;
  /** When the artifact was made that this one took the place of: an earlier attempt's. */
  readonly replaced: Date | undefined;
}

/**
 * Uploads the files of a report as an artifact of this workflow run. A later attempt of the run replaces what an earlier
 * one uploaded under the name. Throws a UserError: `ARTIFACT_GHES`, `ARTIFACT_UNAVAILABLE`, `ARTIFACT_NAME_TAKEN`, or
 * `ARTIFACT_FAILED` for all else, an aborted signal included. After an abort the client may still hold sockets: the
 * process ends by exiting, not by running dry.
 */
export async function uploadReport(options: UploadOptions): Promise<UploadedArtifact> {
  const { name, place, env, signal, loadClient = loadArtifactClient } = options;
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
  if (isEnterpriseServer(server)) throw enterpriseServerError(server);
  const missing = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'].find((variable) => (env[variable] ?? '') === '');
  if (missing !== undefined) throw unavailableError(missing);
  try {
    const { id, digest, replaced } = await unlessAborted(signal, async () => {
      const client = await loadClient();
      return uploadOrReplace(client, options);
    });
    if (id === undefined) throw new Error('the service gave no artifact id');
    return {
      id,
      url: `${server}/${env.GITHUB_REPOSITORY ?? ''}/actions/runs/${env.GITHUB_RUN_ID ?? ''}/artifacts/${id}`,
      digest: digest ?? '',
      replaced,
    };
  } catch (error) {
    throw error instanceof UserError ? error : uploadError(name, place, error);
  }
}

type Uploaded = Awaited<ReturnType<ArtifactClient['uploadArtifact']>>;

async function uploadOrReplace(
  client: ArtifactClient,
  options: UploadOptions,
): Promise<Uploaded & { readonly replaced?: Date | undefined }> {
  const { name, signal } = options;
  let earlier: Date | undefined;
  try {
    return await upload(client, options);
  } catch (error) {
    if (!isNameTaken(error)) throw error;
    signal.throwIfAborted();
    earlier = await fromEarlierAttempt(client, options);
    if (earlier === undefined) throw nameTakenError(name, error);
  }
  signal.throwIfAborted();
  await client.deleteArtifact(name);
  signal.throwIfAborted();
  try {
    return { ...(await upload(client, options)), replaced: earlier };
  } catch (error) {
    // Another job of this attempt was faster.
    throw isNameTaken(error) ? nameTakenError(name, error) : error;
  }
}

function upload(
  client: ArtifactClient,
  { name, files, rootDirectory, retentionDays, unzipped = false }: UploadOptions,
): Promise<Uploaded> {
  return client.uploadArtifact(name, [...files], rootDirectory, {
    ...(retentionDays === undefined ? {} : { retentionDays }),
    ...(unzipped ? { skipArchive: true } : {}),
  });
}

/** As the client judges it, which refuses to work there: anything but github.com, ghe.com and *.localhost. */
function isEnterpriseServer(server: string): boolean {
  const host = URL.parse(server)?.hostname.toLowerCase();
  return host !== undefined && host !== 'github.com' && !host.endsWith('.ghe.com') && !host.endsWith('.localhost');
}

/** The client passes the service's status on in a message only. */
function isNameTaken(error: unknown): boolean {
  return /\(409\)|artifact with this name already exists/i.test(describeError(error));
}

/**
 * When the namesake was made, if that was in an earlier attempt of the run. One that was made since this job got its token
 * is of this very attempt, and the first attempt has none before it. A job of this attempt that ended before this one
 * began cannot be told from an earlier attempt's, which is why whoever replaces says so. One that the service does not
 * list was begun and never finished: it cannot be deleted.
 */
async function fromEarlierAttempt(client: ArtifactClient, { name, env }: UploadOptions): Promise<Date | undefined> {
  if (!(Number(env.GITHUB_RUN_ATTEMPT) > 1)) return undefined;
  const { artifacts } = await client.listArtifacts();
  const namesakes = artifacts.filter((artifact) => artifact.name === name);
  const jobStart = issuedAt(env.ACTIONS_RUNTIME_TOKEN ?? '');
  const made = namesakes.map(({ createdAt }) => createdAt ?? new Date(0));
  return made.every((time) => time.getTime() < jobStart) ? made[0] : undefined;
}

/** When the token of the job was issued, in epoch ms; Infinity where it does not say. */
function issuedAt(token: string): number {
  try {
    const { iat, nbf } = decodeJwt(token);
    return (iat ?? nbf ?? Infinity) * 1000;
  } catch {
    return Infinity;
  }
}

async function unlessAborted<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  signal.throwIfAborted();
  let abort = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    abort = () => {
      reject(signal.reason instanceof Error ? signal.reason : new Error('the upload was given up'));
    };
    signal.addEventListener('abort', abort, { once: true });
  });
  try {
    return await Promise.race([work(), aborted]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}

/** GitHub Enterprise Server has no service for this generation of artifacts. */
function enterpriseServerError(server: string): UserError {
  return new UserError(
    'ARTIFACT_GHES',
    `${server} is a GitHub Enterprise Server, to which this action cannot upload.`,
    {
      hint: [
        'The report is written all the same. Set "artifact-name: \'\'" on this step, give it an id, and upload its folder in the next:',
        '- uses: actions/upload-artifact@v3',
        '  if: always()',
        '  with:',
        '    name: mailbox-report',
        '    path: ${{ steps.<id>.outputs.output-directory }}',
      ].join('\n'),
    },
  );
}

function unavailableError(missing: string): UserError {
  return new UserError(
    'ARTIFACT_UNAVAILABLE',
    `${missing} is not set: this does not run as an action inside a workflow, so there is nowhere to upload to.`,
    { hint: 'Run it as a step with "uses:", or set "artifact-name" to an empty text; the report stays on disk.' },
  );
}

function nameTakenError(name: string, cause: unknown): UserError {
  return new UserError('ARTIFACT_NAME_TAKEN', `This workflow run has an artifact named "${name}" already.`, {
    hint:
      'Where this action runs twice in one workflow, in two steps or in the jobs of a matrix, set "artifact-name" to ' +
      'another name for each.',
    cause,
  });
}

function uploadError(name: string, place: string, cause: unknown): UserError {
  return new UserError('ARTIFACT_FAILED', `The artifact "${name}" could not be uploaded: ${describeError(cause)}`, {
    hint:
      `The report was written: ${place} on this runner. Run the workflow again; where it fails again, upload ` +
      '"output-directory" with a step of your own, and look at https://www.githubstatus.com.',
    cause,
  });
}
