import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { parseJson, property, type Json } from './json.ts';
import { Blobs } from './blobs.ts';
import type { LogEntry } from './counts.ts';
import { readBody, send, sendJson } from './http.ts';
import { backendIds, type BackendIds } from './runtime-token.ts';

const SERVICE = '/twirp/github.actions.results.api.v1.ArtifactService/';
const MOST_BYTES = 1024 * 1024;
/** Characters that are invalid in file names. */
const FORBIDDEN = /["<>:|*?\r\n\\/]/;

/** Faults of the results service. */
export interface ArtifactFaults {
  /** The step that fails with a permanent error. */
  readonly fail?: 'create' | 'upload' | 'finalize';
  /** Only artifacts of these names fail. */
  readonly names?: readonly string[];
  /** The run has artifacts of these names already. */
  readonly taken?: readonly string[];
  /** Requests get no response. `upload`: uploads of a blob get no response. */
  readonly hang?: boolean | 'upload';
}

/** A finalised artifact. */
export interface StoredArtifact {
  readonly id: number;
  readonly name: string;
  /** `application/zip`, or of a file that was kept as it is. */
  readonly mimeType: string;
  readonly jobId: string;
  readonly bytes: Buffer;
  readonly size: number;
  /** `sha256:` and the hash in hex; null if it is not known. */
  readonly digest: string | null;
  readonly createdAt: Date;
  /** Undefined if the client did not request a retention. */
  readonly expiresAt: Date | undefined;
}

interface Entry {
  readonly id: number;
  readonly name: string;
  readonly mimeType: string;
  readonly ids: BackendIds;
  readonly path: string;
  readonly createdAt: number;
  readonly expiresAt: number | undefined;
  stored: { readonly bytes: Buffer; readonly digest: string | null; readonly size?: number } | undefined;
}

/** An artifact as the REST API of GitHub lists it. Times are epoch ms. */
export interface RunArtifact {
  readonly id: number;
  readonly name: string;
  readonly size: number;
  readonly digest: string | null;
  readonly createdAt: number;
  readonly expiresAt: number | undefined;
  /** A new URL of the archive, valid for an hour. */
  readonly signedUrl: () => string;
}

/** A Twirp error. https://twitchtv.github.io/twirp/docs/errors.html */
interface TwirpError {
  readonly status: number;
  readonly code: string;
  readonly msg: string;
}

export interface ResultsOptions {
  readonly clock: () => number;
  readonly log: (entry: LogEntry) => void;
  readonly faults: () => ArtifactFaults;
  readonly resultsUrl: () => string;
}

/** The artifact side of GitHub's results service, as `@actions/artifact` calls it, and the storage behind it. */
export class Results {
  readonly #options: ResultsOptions;
  readonly #blobs: Blobs;
  #entries: Entry[] = [];
  #lastId = 4_000_000_000;

  constructor(options: ResultsOptions) {
    this.#options = options;
    this.#blobs = new Blobs(options.clock);
  }

  /** The finalised artifacts, oldest first. */
  artifacts(): readonly StoredArtifact[] {
    return this.#entries.flatMap(({ id, name, mimeType, ids, stored, createdAt, expiresAt }) =>
      stored === undefined
        ? []
        : [
            {
              id,
              name,
              mimeType,
              jobId: ids.job,
              bytes: stored.bytes,
              size: stored.bytes.length,
              digest: stored.digest,
              createdAt: new Date(createdAt),
              expiresAt: expiresAt === undefined ? undefined : new Date(expiresAt),
            },
          ],
    );
  }

  /** The finalised artifacts of a run. */
  ofRun(run: string): readonly RunArtifact[] {
    return this.#entries.flatMap((entry) => (entry.ids.run === run ? (this.#runArtifact(entry) ?? []) : []));
  }

  /** Undefined if there is no artifact with this id. */
  byId(id: number): RunArtifact | undefined {
    const entry = this.#entries.find((one) => one.id === id);
    return entry === undefined ? undefined : this.#runArtifact(entry);
  }

  /**
   * Stores an artifact without an upload, in place of one of the same name in the run. `digest` and `size`: its own if not
   * given.
   */
  store(
    ids: BackendIds,
    {
      name,
      bytes,
      digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`,
      size = bytes.length,
      expiresAt,
    }: {
      readonly name: string;
      readonly bytes: Buffer;
      readonly digest?: string | null;
      readonly size?: number;
      readonly expiresAt?: number;
    },
  ): void {
    const path = `/storage/actions-results/${randomUUID()}/artifact.zip`;
    const mimeType = 'application/zip';
    this.#blobs.write(path, bytes, mimeType);
    const createdAt = this.#options.clock();
    const replaced = this.#entries.findIndex((entry) => entry.ids.run === ids.run && entry.name === name);
    if (replaced !== -1) this.#entries.splice(replaced, 1);
    this.#entries.push({
      id: ++this.#lastId,
      name,
      mimeType,
      ids,
      path,
      createdAt,
      expiresAt,
      stored: { bytes, digest, size },
    });
  }

  #runArtifact({ id, name, stored, createdAt, expiresAt, path }: Entry): RunArtifact | undefined {
    if (stored === undefined) return undefined;
    const { bytes, digest, size = bytes.length } = stored;
    const signedUrl = (): string => this.#options.resultsUrl() + this.#blobs.sign(path, 'r');
    return { id, name, size, digest, createdAt, expiresAt, signedUrl };
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { clock, log, faults } = this.#options;
    const time = clock();
    const path = (request.url ?? '').split('?', 1).join('');
    const note = (kind: 'results' | 'blob', status: number): void => {
      // The query of a signed URL is a secret.
      log({ time, kind, status, items: 0, path });
    };
    const { hang } = faults();
    if (hang === true || (hang === 'upload' && path.startsWith('/storage/'))) {
      note('results', 0);
      return;
    }
    if (path.startsWith('/storage/')) {
      note('blob', await this.#blobs.handle(request, response, this.#fails('upload', this.#nameAt(path))));
      return;
    }
    const answer = await this.#call(request, path);
    if ('code' in answer) {
      note('results', answer.status);
      sendJson(response, answer.status, { code: answer.code, msg: answer.msg });
    } else {
      note('results', 200);
      send(response, 200, { 'Content-Type': 'application/json' }, JSON.stringify(answer.body));
    }
  }

  async #call(request: IncomingMessage, path: string): Promise<TwirpError | { readonly body: unknown }> {
    const method = path.startsWith(SERVICE) ? path.slice(SERVICE.length) : undefined;
    const text = await readBody(request, MOST_BYTES);
    if (method === undefined || request.method !== 'POST')
      return twirp(404, 'bad_route', `no handler for path "${path}"`);
    const caller = await backendIds(request.headers.authorization, this.#options.clock());
    if (caller === undefined) return twirp(401, 'unauthenticated', 'invalid or expired token');
    let message: Json;
    try {
      message = parseJson(text?.toString('utf8') ?? '');
    } catch {
      return twirp(400, 'malformed', 'the json request could not be decoded');
    }
    // Artifacts are visible to all jobs of the same run, and to no others.
    if (property(message, 'workflow_run_backend_id') !== caller.run) {
      return twirp(403, 'permission_denied', 'the token is not for this workflow run');
    }
    const job = property(message, 'workflow_job_run_backend_id');
    switch (method) {
      case 'CreateArtifact':
        return job === caller.job ? this.#create(message, caller) : FOREIGN_JOB;
      case 'FinalizeArtifact':
        return job === caller.job ? this.#finalize(message, caller) : FOREIGN_JOB;
      case 'ListArtifacts':
        return this.#list(message, caller.run);
      case 'GetSignedArtifactURL':
        return this.#signedUrl(message, caller.run);
      case 'DeleteArtifact':
        return this.#delete(message, caller.run);
      default:
        return twirp(404, 'bad_route', `no handler for path "${path}"`);
    }
  }

  #create(message: Json, ids: BackendIds): TwirpError | { readonly body: unknown } {
    const name = property(message, 'name');
    if (this.#fails('create', name)) return twirp(403, 'permission_denied', 'insufficient usage to create artifact');
    if (typeof name !== 'string' || name === '' || FORBIDDEN.test(name)) {
      return twirp(400, 'invalid_argument', 'name is not a valid artifact name');
    }
    const expires = property(message, 'expires_at');
    const expiresAt = typeof expires === 'string' ? Date.parse(expires) : undefined;
    const now = this.#options.clock();
    if (expiresAt !== undefined && !(expiresAt > now)) {
      return twirp(400, 'invalid_argument', 'expires_at must be in the future');
    }
    if (this.#find(ids.run, name) !== undefined || this.#options.faults().taken?.includes(name) === true) {
      return twirp(409, 'already_exists', 'an artifact with this name already exists on the workflow run');
    }
    const given = property(message, 'mime_type');
    const mimeType = typeof given === 'string' ? given : 'application/zip';
    // An artifact without an archive has the name of its file.
    const file = mimeType === 'application/zip' ? 'artifact.zip' : name;
    const path = `/storage/actions-results/${randomUUID()}/${encodeURIComponent(file)}`;
    this.#entries.push({ id: ++this.#lastId, name, mimeType, ids, path, createdAt: now, expiresAt, stored: undefined });
    return { body: { ok: true, signed_upload_url: this.#options.resultsUrl() + this.#blobs.sign(path, 'cw') } };
  }

  #finalize(message: Json, ids: BackendIds): TwirpError | { readonly body: unknown } {
    if (this.#fails('finalize', property(message, 'name')))
      return twirp(400, 'failed_precondition', 'the upload could not be finalized');
    const entry = this.#find(ids.run, property(message, 'name'));
    if (entry?.ids.job !== ids.job || entry.stored !== undefined) return twirp(404, 'not_found', 'artifact not found');
    const bytes = this.#blobs.bytes(entry.path);
    if (bytes === undefined) return twirp(412, 'failed_precondition', 'nothing was uploaded');
    const digest = `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
    const hash = property(message, 'hash') ?? digest;
    if (property(message, 'size') !== String(bytes.length))
      return twirp(400, 'invalid_argument', 'size does not match');
    if (hash !== digest) return twirp(400, 'invalid_argument', 'hash does not match');
    entry.stored = { bytes, digest };
    return { body: { ok: true, artifact_id: String(entry.id) } };
  }

  #list(message: Json, run: string): { readonly body: unknown } {
    const name = property(message, 'name_filter');
    const id = property(message, 'id_filter');
    const found = this.#entries.filter(
      (entry) =>
        entry.ids.run === run &&
        entry.stored !== undefined &&
        (name === undefined || entry.name === name) &&
        (id === undefined || id === String(entry.id)),
    );
    return {
      body: {
        artifacts: found.map((entry) => ({
          workflow_run_backend_id: entry.ids.run,
          workflow_job_run_backend_id: entry.ids.job,
          database_id: String(entry.id),
          name: entry.name,
          size: String(entry.stored?.bytes.length),
          created_at: new Date(entry.createdAt).toISOString(),
          digest: entry.stored?.digest,
        })),
      },
    };
  }

  #signedUrl(message: Json, run: string): TwirpError | { readonly body: unknown } {
    const entry = this.#find(run, property(message, 'name'));
    if (entry?.stored === undefined) return twirp(404, 'not_found', 'artifact not found');
    return { body: { signed_url: this.#options.resultsUrl() + this.#blobs.sign(entry.path, 'r') } };
  }

  #delete(message: Json, run: string): TwirpError | { readonly body: unknown } {
    const entry = this.#find(run, property(message, 'name'));
    if (entry === undefined) return twirp(404, 'not_found', 'artifact not found');
    this.#entries = this.#entries.filter((other) => other !== entry);
    this.#blobs.remove(entry.path);
    return { body: { ok: true, artifact_id: String(entry.id) } };
  }

  #fails(step: ArtifactFaults['fail'], name: Json | undefined): boolean {
    const { fail, names } = this.#options.faults();
    return fail === step && (names === undefined || names.some((each) => each === name));
  }

  /** The name of the artifact that is stored at a path. */
  #nameAt(path: string): string | undefined {
    return this.#entries.find((entry) => entry.path === path)?.name;
  }

  #find(run: string, name: Json | undefined): Entry | undefined {
    return this.#entries.find((entry) => entry.ids.run === run && entry.name === name);
  }
}

function twirp(status: number, code: string, msg: string): TwirpError {
  return { status, code, msg };
}

const FOREIGN_JOB = twirp(403, 'permission_denied', 'the token is not for this job');
