import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { listening } from '../support/listening.ts';

/** A runtime token of a job, as the results service issues it. This service does not check its signature. */
export function runtimeToken(claims: Readonly<Record<string, unknown>>): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  return [part({ alg: 'none' }), part({ scp: 'Actions.Results:run-1:job-1', ...claims }), 'signature'].join('.');
}

export interface ServiceOptions {
  /** Artifacts that this run already has. */
  readonly existing?: readonly { readonly name: string; readonly created_at?: string }[];
  /** Methods that fail with this status and message. */
  readonly refuse?: Readonly<Record<string, readonly [status: number, message: string]>>;
  /** Methods without a response. */
  readonly hang?: readonly string[];
  /** Methods whose first response is cut. */
  readonly cut?: readonly string[];
  /** Called before each response, which waits for it. */
  readonly hold?: (method: string) => Promise<void>;
  /** Names remain in use after a deletion, as if another job had uploaded the artifact again. */
  readonly raced?: boolean;
}

export interface ResultsService {
  readonly url: string;
  /** Called methods, in order. `PUT` is the request to the storage. */
  readonly calls: string[];
  /** Bodies of the calls, by method. */
  readonly bodies: Map<string, string>;
  close(): Promise<void>;
}

/** The part of GitHub's results service and storage that an upload calls. */
export async function startResultsService({
  existing = [],
  refuse = {},
  hang = [],
  cut = [],
  hold = () => Promise.resolve(),
  raced = false,
}: ServiceOptions = {}): Promise<ResultsService> {
  const calls: string[] = [];
  const bodies = new Map<string, string>();
  const taken = new Set(existing.map(({ name }) => name));

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(Buffer.from(chunk));
    const body = Buffer.concat(chunks).toString('latin1');
    const method = request.method === 'PUT' ? 'PUT' : ((request.url ?? '').split('/').at(-1) ?? '');
    calls.push(method);
    bodies.set(method, body);
    if (hang.includes(method)) return;
    if (cut.includes(method) && calls.indexOf(method) === calls.length - 1) {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': '100' });
      response.write('{"ok":', () => response.destroy());
      return;
    }
    await hold(method);
    const [status, message] = refuse[method] ?? [200, ''];
    if (status !== 200) {
      json(response, status, { msg: message });
    } else if (method === 'PUT') {
      response.writeHead(201).end();
    } else if (method === 'ListArtifacts') {
      const ids = {
        workflow_run_backend_id: 'run-1',
        workflow_job_run_backend_id: 'job-0',
        database_id: '7',
        size: '1',
      };
      json(response, 200, { artifacts: existing.map((artifact) => ({ ...ids, ...artifact })) });
    } else if (method === 'DeleteArtifact') {
      if (!raced) taken.clear();
      json(response, 200, { ok: true, artifact_id: '7' });
    } else if (method === 'CreateArtifact' && [...taken].some((name) => body.includes(`"name":"${name}"`))) {
      json(response, 409, { msg: 'an artifact with this name already exists on the workflow run' });
    } else {
      json(response, 200, {
        ok: true,
        signed_upload_url: `${url}/account/container/artifact.zip?sig=signature-of-a-test`,
        artifact_id: '42',
      });
    }
  }

  const server = createServer((request, response) => {
    void answer(request, response);
  });
  const { origin: url, close } = await listening(server);
  return { url, calls, bodies, close };
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
