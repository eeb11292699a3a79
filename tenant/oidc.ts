import { generateKeyPair, randomUUID, type JsonWebKey, type KeyObject } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import type { Counts, LogEntry } from './counts.ts';
import type { FaultPlan } from './faults.ts';
import { send, sendJson } from './http.ts';
import { signJwt } from './signing.ts';

/** The claims of the job in the OIDC tokens of GitHub. */
export interface OidcOptions {
  /** The claim `sub`; a branch of `contoso/mailboxes` in the numeric form if not given. */
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
  /** Bearer token of requests by the job. */
  readonly requestToken: string;
  readonly clock: () => number;
  readonly counts: Counts;
  readonly log: (entry: LogEntry) => void;
  readonly faults: () => FaultPlan;
  readonly origin: () => string;
}

const KEY_ID = 'oidc-1';
const REPOSITORY = { owner: 'contoso', ownerId: '5113', name: 'mailboxes', id: '81264' };
const REF = 'refs/heads/main';

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

  /** The keys of an issuer, if it is this issuer. */
  async keysOf(issuer: string): Promise<KeySet | undefined> {
    if (issuer !== this.#dependencies.origin()) return undefined;
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
      const audience = url.searchParams.get('audience') ?? `https://github.com/${REPOSITORY.owner}`;
      answer(200, { count: 1, value: await this.#token(audience, time) });
    }
  }

  async #token(audience: string, time: number): Promise<string> {
    const { options, origin } = this.#dependencies;
    const { owner, ownerId, name, id } = REPOSITORY;
    const now = Math.floor(time / 1000);
    const expires = now + (options.lifetime ?? 300);
    // One that has expired was valid once.
    const issued = Math.min(now, expires - 1);
    const { privateKey } = await issuerKey();
    return signJwt(
      {
        jti: randomUUID(),
        sub: options.subject ?? `repo:${owner}@${ownerId}/${name}@${id}:ref:${REF}`,
        aud: options.audience ?? audience,
        ref: REF,
        ref_type: 'branch',
        repository: `${owner}/${name}`,
        repository_owner: owner,
        repository_id: id,
        repository_owner_id: ownerId,
        run_id: '1234567890',
        run_attempt: '1',
        event_name: 'schedule',
        runner_environment: 'github-hosted',
        iss: options.issuer ?? origin(),
        nbf: issued,
        iat: issued,
        exp: expires,
      },
      { privateKey },
      KEY_ID,
    );
  }
}
