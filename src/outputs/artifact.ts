import { decodeJwt } from 'jose';
import { describeError, UserError } from '../errors.ts';
import { loadArtifactClient, unlessAborted, type ArtifactClient } from '../run/artifact-client.ts';
import { isEnterpriseServer } from '../run/enterprise-server.ts';

export type LoadArtifactClient = () => Promise<UploadClient>;
type UploadClient = Omit<ArtifactClient, 'downloadArtifact'>;

export interface UploadOptions {
  readonly name: string;
  /** Absolute paths, all below the root directory, which the archive's own paths are relative to. */
  readonly files: readonly string[];
  readonly rootDirectory: string;
  /**
   * Whether to upload a single file without an archive, so that a browser opens it from its link. The service names such an
   * artifact after its file, so `name` must be the file name.
   */
  readonly unzipped?: boolean;
  /** Whether an artifact of an earlier attempt is kept, which makes its name taken. */
  readonly keepEarlier?: boolean;
  /** The folder of the reports on the runner, for error messages. */
  readonly place: string;
  /** Undefined: the repository's setting. */
  readonly retentionDays?: number | undefined;
  /** The step's: `GITHUB_SERVER_URL`, `GITHUB_REPOSITORY`, `GITHUB_RUN_ID`, `GITHUB_RUN_ATTEMPT`, `ACTIONS_*`. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Stops the upload, even if the service does not respond. */
  readonly signal: AbortSignal;
  readonly loadClient?: LoadArtifactClient;
}

export interface UploadedArtifact {
  readonly id: number;
  /** Page from which a person with access to the repository downloads it. */
  readonly url: string;
  /** SHA-256 of the archive, or of the unzipped file, in hex. */
  readonly digest: string;
  /** Creation time of the replaced artifact of an earlier attempt. */
  readonly replaced: Date | undefined;
}

/**
 * Uploads the files of a report as an artifact of this workflow run. Replaces an artifact of the same name from an earlier
 * attempt of the run. Throws a UserError: `ARTIFACT_GHES`, `ARTIFACT_UNAVAILABLE`, `ARTIFACT_NAME_TAKEN`, or
 * `ARTIFACT_FAILED` for any other failure, including an aborted signal. After an abort the client may still hold sockets, so
 * the process must exit explicitly.
 */
export async function uploadReport(options: UploadOptions): Promise<UploadedArtifact> {
  const { name, place, env, signal, loadClient = loadArtifactClient } = options;
  const server = requireArtifactService(env);
  try {
    const { id, digest, replaced } = await unlessAborted(signal, async () => {
      const client = await loadClient();
      return uploadOrReplace(client, options);
    });
    if (id === undefined) throw new Error('the service returned no artifact id');
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

/** Returns the URL of the server. Throws the UserError `ARTIFACT_GHES` or `ARTIFACT_UNAVAILABLE`. */
export function requireArtifactService(env: UploadOptions['env']): string {
  const server = env.GITHUB_SERVER_URL ?? 'https://github.com';
  if (isEnterpriseServer(server)) throw enterpriseServerError(server);
  const missing = ['ACTIONS_RUNTIME_TOKEN', 'ACTIONS_RESULTS_URL'].find((variable) => (env[variable] ?? '') === '');
  if (missing !== undefined) throw unavailableError(missing);
  return server;
}

type Uploaded = Awaited<ReturnType<UploadClient['uploadArtifact']>>;

async function uploadOrReplace(
  client: UploadClient,
  options: UploadOptions,
): Promise<Uploaded & { readonly replaced?: Date | undefined }> {
  const { name, signal } = options;
  let earlier: Date | undefined;
  try {
    return await upload(client, options);
  } catch (error) {
    if (!isNameTaken(error)) throw error;
    if (options.keepEarlier === true) throw nameTakenError(name, error);
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
  client: UploadClient,
  { name, files, rootDirectory, retentionDays, unzipped = false }: UploadOptions,
): Promise<Uploaded> {
  return client.uploadArtifact(name, [...files], rootDirectory, {
    ...(retentionDays === undefined ? {} : { retentionDays }),
    ...(unzipped ? { skipArchive: true } : {}),
  });
}

/** The client reports the status of the service only in its message. */
function isNameTaken(error: unknown): boolean {
  return /\(409\)|artifact with this name already exists/i.test(describeError(error));
}

/**
 * The creation time of an artifact with this name from an earlier attempt of the run; undefined if there is none. An
 * artifact that is newer than the token of this job belongs to this attempt. An artifact of another job of this attempt that
 * ended before this job started looks the same as one of an earlier attempt, so a replacement is reported in a notice. An
 * unfinished upload is not listed and cannot be deleted.
 */
async function fromEarlierAttempt(client: UploadClient, { name, env }: UploadOptions): Promise<Date | undefined> {
  if (!(Number(env.GITHUB_RUN_ATTEMPT) > 1)) return undefined;
  const { artifacts } = await client.listArtifacts();
  const sameName = artifacts.filter((artifact) => artifact.name === name);
  const jobStart = issuedAt(env.ACTIONS_RUNTIME_TOKEN ?? '');
  const made = sameName.map(({ createdAt }) => createdAt ?? new Date(0));
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

/** GitHub Enterprise Server does not support artifacts of version 4. */
function enterpriseServerError(server: string): UserError {
  return new UserError(
    'ARTIFACT_GHES',
    `This action cannot upload artifacts to GitHub Enterprise Server (${server}).`,
    {
      hint: [
        'The report is written to the runner. Set "artifact-name: \'\'" and an id for this step, and upload its folder in the next step:',
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
    `The artifact cannot be uploaded because ${missing} is not set: this does not run as an action in a workflow.`,
    { hint: 'Run it as a step with "uses:", or set "artifact-name" to an empty text. The report stays on disk.' },
  );
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
  return new UserError('ARTIFACT_FAILED', `The artifact "${name}" could not be uploaded: ${describeError(cause)}`, {
    hint:
      `The report is in ${place} on this runner. Run the workflow again. If it fails again, check ` +
      'https://www.githubstatus.com, or upload "output-directory" in a step of your own.',
    cause,
  });
}
