import { generateKeyPair, randomUUID, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import type { Counts, LogEntry } from './counts.ts';
import type { FaultPlan } from './faults.ts';
import { send, sendJson } from './http.ts';
import { objectIn, type JsonObject } from './json.ts';
import type { Job, Repository } from './repository.ts';
import { signJwt } from './signing.ts';

/** The claims of the job in the OIDC tokens of GitHub. */
export interface OidcOptions {
  /** Of Azure DevOps: the service connection that the job may use. */
  readonly serviceConnection?: string;
  /** Of GitHub: what the subject depends on besides the repository. */
  readonly job?: Job;
  /** The claim `sub`; by default that of the job in the repository. */
  readonly subject?: string;
  /** The claim `iss`; the origin of the issuer, whose keys Entra knows, if not given. */
  readonly issuer?: string;
  /** The claim `aud` of every token. By default the requested audience. */
  readonly audience?: string;
  /** Seconds; 300 if not given. Below zero a token has expired when it is made. */
  readonly lifetime?: number;
}

export interface OidcDependencies {
  readonly options: OidcOptions;
  readonly repository: Repository;
  /** Bearer token of requests by the job. */
  readonly requestToken: string;
  readonly clock: () => number;
  readonly counts: Counts;
  readonly log: (entry: LogEntry) => void;
  readonly faults: () => FaultPlan;
  readonly origin: () => string;
}

/** The claim `iss` of jobs on github.com, for `OidcOptions.issuer`. */
export const ISSUER_OF_GITHUB = 'https://token.actions.githubusercontent.com';
const KEY_ID = 'oidc-1';
const PIPELINE_PATH = '/contoso/mailboxes/_apis/distributedtask/hubs/build/plans/1/jobs/2/oidctoken';

/** The keys of an issuer, as its `jwks_uri` gives them. https://www.rfc-editor.org/rfc/rfc7517 */
export interface KeySet {
  readonly keys: readonly JsonWebKey[];
}

interface KeyPair {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

let key: Promise<KeyPair> | undefined;

/** Generated once per process, on the first request for a token. */
function issuerKey(): Promise<KeyPair> {
  key ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return key;
}

/**
 * The OIDC issuer of GitHub: the token endpoint for jobs, the discovery document and the keys.
 * https://docs.github.com/actions/reference/security/oidc
 */
export class Oidc {
  readonly #dependencies: OidcDependencies;

  constructor(dependencies: OidcDependencies) {
    this.#dependencies = dependencies;
  }

  /** The value of ACTIONS_ID_TOKEN_REQUEST_URL on a runner. */
  get requestUrl(): string {
    return `${this.#dependencies.origin()}/idtoken?api-version=2.0`;
  }

  /** The same for a job of another run, or in an environment. */
  requestUrlOf(job: Job): string {
    return `${this.requestUrl}&job=${encodeURIComponent(JSON.stringify(job))}`;
  }

  /** The value of SYSTEM_OIDCREQUESTURI in a job of Azure DevOps. */
  get pipelineUrl(): string {
    return `${this.#dependencies.origin()}${PIPELINE_PATH}`;
  }

  /** The keys of an issuer, if it is this issuer, which can also stand for GitHub's own. */
  async keysOf(issuer: string): Promise<KeySet | undefined> {
    if (![this.#dependencies.origin(), ISSUER_OF_GITHUB].includes(issuer)) return undefined;
    const { publicKey } = await issuerKey();
    return { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig', alg: 'RS256' }] };
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const origin = this.#dependencies.origin();
    const url = new URL(request.url ?? '/', origin);
    if (url.pathname === '/.well-known/openid-configuration') {
      sendJson(response, 200, { issuer: origin, jwks_uri: `${origin}/.well-known/jwks` });
    } else if (url.pathname === '/.well-known/jwks') {
      sendJson(response, 200, await this.keysOf(origin));
    } else if (url.pathname === '/idtoken') {
      await this.#give(request, response, url);
    } else if (url.pathname === PIPELINE_PATH) {
      await this.#giveToPipeline(request, response, url);
    } else {
      send(response, 404, {});
    }
  }

  async #give(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { requestToken, clock, counts, log, faults } = this.#dependencies;
    const time = clock();
    counts.oidcTokens++;
    const answer = (status: number, body: unknown): void => {
      log({ time, kind: 'oidc', status, items: 0, path: url.pathname });
      sendJson(response, status, body);
    };
    if (request.headers.authorization !== `Bearer ${requestToken}`) {
      answer(401, { message: 'The token is not valid for this job.' });
    } else if (faults().nextOidc()) {
      answer(503, { message: 'Service unavailable' });
    } else {
      const audience = url.searchParams.get('audience') ?? `https://github.com/${this.#dependencies.repository.owner}`;
      answer(200, { count: 1, value: await this.#token(audience, jobIn(url)) });
    }
  }

  /**
   * The OIDC tokens of Azure DevOps for a job. Requests and answers are those of
   * https://learn.microsoft.com/rest/api/azure/devops/distributedtask/oidctoken/create and of public issues: Azure/azure-sdk-for-js#29854,
   * dotnet/docker-tools#2012. Their status is not known for a connection that the job does not name.
   */
  async #giveToPipeline(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { requestToken, clock, counts, log, options } = this.#dependencies;
    const time = clock();
    counts.oidcTokens++;
    const answer = (status: number, body: unknown): void => {
      log({ time, kind: 'oidc', status, items: 0, path: url.pathname });
      sendJson(response, status, body);
    };
    const connection = url.searchParams.get('serviceConnectionId');
    if (request.headers.authorization !== `Bearer ${requestToken}`) {
      const isSuppressed = request.headers['x-tfs-fedauthredirect'] === 'Suppress';
      if (isSuppressed) answer(401, {});
      else send(response, 302, { Location: 'https://spsprodcus3.vssps.visualstudio.com/_signin' });
    } else if (request.method !== 'POST') {
      answer(405, { message: `The requested resource does not support http method '${request.method ?? ''}'.` });
    } else if (url.searchParams.get('api-version') !== '7.1') {
      answer(400, { message: 'No api-version was supplied for the "POST" request.' });
    } else if (connection !== null && connection !== options.serviceConnection) {
      const value = `There is no explicit reference to service connection ${connection} from current stage report.__default.`;
      answer(400, { count: value.length, value });
    } else {
      const sub = connection === null ? 'p://contoso/mailboxes/report' : 'sc://contoso/mailboxes/exchange';
      answer(200, { oidcToken: await this.sign({ sub: options.subject ?? sub, aud: 'api://AzureADTokenExchange' }) });
    }
  }

  #token(audience: string, job: Job | undefined): Promise<string> {
    const { options, repository } = this.#dependencies;
    const { sub, ...claims } = repository.claims(job ?? options.job ?? {});
    return this.sign({ sub: options.subject ?? sub, aud: options.audience ?? audience, ...claims });
  }

  /** A token of the issuer with these claims, which adds issuer, times and an ID. */
  async sign(claims: JsonObject): Promise<string> {
    const { options, origin, clock } = this.#dependencies;
    const now = Math.floor(clock() / 1000);
    const expires = now + (options.lifetime ?? 300);
    // One that has expired was valid once.
    const issued = Math.min(now, expires - 1);
    const { privateKey } = await issuerKey();
    const times = { iss: options.issuer ?? origin(), nbf: issued, iat: issued, exp: expires };
    return signJwt({ jti: randomUUID(), ...claims, ...times }, { privateKey }, KEY_ID);
  }
}

/** The job that `requestUrlOf` names. */
function jobIn(url: URL): Job | undefined {
  const text = url.searchParams.get('job');
  if (text === null) return undefined;
  const { environment, branch, event } = objectIn(text);
  return {
    ...(typeof environment === 'string' ? { environment } : {}),
    ...(typeof branch === 'string' ? { branch } : {}),
    ...(typeof event === 'string' ? { event } : {}),
  };
}
