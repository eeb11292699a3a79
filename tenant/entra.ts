import type { IncomingMessage, ServerResponse } from 'node:http';
import { isObject, parseJson } from './json.ts';
import type { AccessTokens } from './access-tokens.ts';
import { altered } from './alterations.ts';
import { assertionError } from './certificate-assertion.ts';
import type { Counts, LogEntry } from './counts.ts';
import { entraError, entraErrorBody, type EntraError } from './entra-errors.ts';
import { federatedError, isFederated } from './federated-assertion.ts';
import type { KeySet } from './oidc.ts';
import type { Moment } from './registrations/replication.ts';
import type { Client, Registrations } from './registrations/registrations.ts';
import type { Resource } from './resource.ts';
import { retryAfterHeader } from './fault-options.ts';
import type { FaultPlan } from './faults.ts';
import { readBody, send } from './http.ts';
import type { Host } from './listen.ts';
import { Gate } from './throttle.ts';
import { answerUserEndpoint, ANY_TENANT } from './user-sign-in/endpoints.ts';
import { USER_GRANTS, type UserSignIn } from './user-sign-in/user-sign-in.ts';

const MOST_BYTES = 64 * 1024;
const JWT_BEARER = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

const NOT_FOUND = {
  status: 404,
  type: 'text/html; charset=utf-8',
  body: '<html><title>Sign in to your account</title></html>',
};

export interface EntraOptions {
  readonly tenantId: string;
  /** Verified domains, which name the tenant too. */
  readonly domains: readonly string[];
  readonly registrations: Registrations;
  readonly users: UserSignIn;
  readonly tokens: AccessTokens;
  /** Seconds. */
  readonly tokenLifetime: number;
  readonly clock: () => number;
  readonly host: Host;
  /** Ms. */
  readonly latency: number;
  readonly counts: Counts;
  readonly log: (entry: LogEntry) => void;
  readonly faults: () => FaultPlan;
  /** The APIs that the application may sign in to: the `/.default` of each is a scope. */
  readonly resources: readonly Resource[];
  readonly authorityHost: () => string;
  /** The keys that an issuer of federated assertions publishes. */
  readonly keysOf: (issuer: string) => Promise<KeySet | undefined>;
}

/** The token endpoint of a tenant, for applications that sign in by certificate or by a federated credential. */
export class Entra {
  readonly #options: EntraOptions;
  readonly #gate = new Gate();
  readonly #seen = new Set<string>();

  constructor(options: EntraOptions) {
    this.#options = options;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { clock, host, counts, log, latency, authorityHost } = this.#options;
    const time = clock();
    const path = request.url ?? '';
    const [, realm] = /^\/([^/?]+)\/oauth2\/v2\.0\/token(?:\?|$)/.exec(path) ?? [];
    if (realm === undefined) {
      await this.#servePage(request, response);
      return;
    }
    counts.tokens++;
    if (this.#gate.early(time)) counts.early++;
    const body = await readBody(request, MOST_BYTES);
    await host.pause(latency);
    const note = (status: number): void => {
      log({ time, kind: 'token', status, items: 0, path });
    };
    const fault = this.#options.faults().nextToken();
    if (fault?.kind === 'unavailable') {
      note(503);
      send(
        response,
        503,
        { 'Content-Type': 'text/html' },
        "<html><body><h2>Our services aren't available right now</h2></body></html>",
      );
      return;
    }
    const now = clock();
    let outcome: EntraError | string;
    const headers: Record<string, string> = {
      'Content-Type': 'application/json; charset=utf-8',
      'Cache-Control': 'no-store, no-cache',
      Pragma: 'no-cache',
    };
    if (fault?.kind === 'throttled') {
      const wait = retryAfterHeader(fault.retryAfter, now);
      if (wait !== undefined) {
        headers['Retry-After'] = wait.header;
        this.#gate.close(now, wait.opensAt);
      }
      outcome = entraError(
        'temporarily_unavailable',
        90055,
        'The server is terminating the request because the tenant has sent too many requests.',
        429,
      );
    } else if (request.method !== 'POST') {
      outcome = entraError(
        'invalid_request',
        900561,
        `The endpoint only accepts POST requests. Received a ${request.method ?? ''} request.`,
        405,
      );
    } else if (body === undefined) {
      outcome = entraError('invalid_request', 9002313, 'Invalid request. Request is malformed or invalid.', 413);
    } else {
      outcome = await this.#token(decodeURIComponent(realm), new URLSearchParams(body.toString('utf8')), request);
    }
    const given =
      typeof outcome === 'string'
        ? { status: 200, body: outcome }
        : { status: outcome.status, body: entraErrorBody(outcome, now, authorityHost()) };
    const answer = altered(given, `token ${given.status}`, this.#options.faults().alterations);
    note(answer.status);
    send(response, answer.status, headers, answer.body);
  }

  async #servePage(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { users, tenantId, domains, authorityHost, clock, log } = this.#options;
    const url = new URL(request.url ?? '/', authorityHost());
    const body = (await readBody(request, MOST_BYTES))?.toString('utf8') ?? '';
    const time = clock();
    const realms = [tenantId, ...domains];
    const endpoints = { users, tenantId, realms, authorityHost: authorityHost(), now: time };
    const served = await answerUserEndpoint({ method: request.method ?? 'GET', url, body }, endpoints);
    const { status, type, body: text } = served ?? NOT_FOUND;
    log({ time, kind: 'sign-in', status, items: 0, path: url.pathname });
    send(response, status, { 'Content-Type': type, 'Cache-Control': 'no-store, no-cache' }, text);
  }

  /** The body of a successful response, or the first error. */
  async #token(realm: string, form: URLSearchParams, request: IncomingMessage): Promise<string | EntraError> {
    const { tenantId, domains, registrations, tokens, tokenLifetime } = this.#options;
    const missing = (name: string): EntraError =>
      entraError('invalid_request', 900144, `The request body must contain the following parameter: '${name}'.`);
    const isOfUser = USER_GRANTS.includes(form.get('grant_type') ?? '');
    if (![tenantId, ...domains, ...(isOfUser ? ANY_TENANT : [])].includes(realm.toLowerCase())) {
      return entraError(
        'invalid_request',
        90002,
        `Tenant '${realm}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud. Check with your subscription administrator, this may happen if there are no active subscriptions for the tenant.`,
      );
    }
    if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) {
      return entraError(
        'invalid_request',
        900144,
        "The request body must contain the following parameter: 'grant_type'.",
      );
    }
    registrations.replication.begin();
    const clientId = form.get('client_id');
    if (clientId === null) return missing('client_id');
    if (isOfUser) return this.#options.users.token(form);
    const client = registrations.client(clientId);
    if (!client.ok) return clientError(client.reason, clientId, tenantId);
    const grant = form.get('grant_type');
    if (grant === null) return missing('grant_type');
    if (grant !== 'client_credentials') {
      return entraError('unsupported_grant_type', 70003, `The app requested an unsupported grant type '${grant}'.`);
    }
    const assertion = form.get('client_assertion');
    if (assertion === null) {
      return entraError(
        'invalid_client',
        7000216,
        "'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type.",
      );
    }
    const type = form.get('client_assertion_type');
    if (type === null) return missing('client_assertion_type');
    if (type !== JWT_BEARER) {
      return entraError('invalid_request', 900144, `The value '${type}' of 'client_assertion_type' is not supported.`);
    }
    const target = this.#resourceOf(form.get('scope'));
    if ('error' in target) return target;
    const claims = form.get('claims') ?? undefined;
    if (claims !== undefined && !isJsonObject(claims)) {
      return entraError('invalid_request', 9002313, 'Invalid request. Request is malformed or invalid.');
    }
    const wrongAssertion = await this.#assertionError(assertion, realm, client);
    if (wrongAssertion !== undefined) return wrongAssertion;
    return JSON.stringify({
      token_type: 'Bearer',
      expires_in: tokenLifetime,
      ext_expires_in: tokenLifetime,
      access_token: await tokens.issue(client.principal, target, claims),
    });
  }

  async #assertionError(
    assertion: string,
    realm: string,
    { application }: Extract<Client, { ok: true }>,
  ): Promise<EntraError | undefined> {
    const { registrations, clock, keysOf, faults } = this.#options;
    const isKnown = ({ since }: { readonly since: Moment }): boolean =>
      registrations.replication.has('credential', since);
    if (isFederated(assertion)) {
      const credentials = application.federatedCredentials.filter(isKnown);
      const client = `'${application.clientId}'(${application.displayName})`;
      const pending = faults().nextFederated();
      return federatedError(assertion, { client, credentials, keysOf, pending, now: clock() });
    }
    return assertionError(assertion, {
      clientId: application.clientId,
      keys: application.keyCredentials.filter(isKnown),
      audiences: this.#audiences(realm),
      now: clock(),
      seen: this.#seen,
    });
  }

  #resourceOf(scope: string | null): { readonly resource: Resource; readonly audience: string } | EntraError {
    for (const resource of this.#options.resources) {
      const audience = resource.audiences().find((name) => scope === `${name}/.default`);
      if (audience !== undefined) return { resource, audience };
    }
    if (scope === null || scope === '') {
      return entraError('invalid_request', 900144, "The request body must contain the following parameter: 'scope'.");
    }
    if (scope.endsWith('/.default') && !scope.includes(' ')) {
      return entraError(
        'invalid_resource',
        500011,
        `The resource principal named ${scope.slice(0, -'/.default'.length)} was not found in the tenant named Contoso.`,
      );
    }
    return entraError(
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
  }

  /** The endpoint by every name of the tenant: the audience of an assertion may use a domain or the ID. */
  #audiences(realm: string): string[] {
    const { tenantId, authorityHost } = this.#options;
    return [realm, tenantId].map((name) => `${authorityHost()}/${name}/oauth2/v2.0/token`);
  }
}

function clientError(reason: Extract<Client, { ok: false }>['reason'], clientId: string, tenantId: string): EntraError {
  switch (reason) {
    case 'no-application':
      return entraError(
        'unauthorized_client',
        700016,
        `Application with identifier '${clientId}' was not found in the directory 'Contoso'. This can happen if the application has not been installed by the administrator of the tenant or consented to by any user in the tenant. You may have sent your authentication request to the wrong tenant.`,
      );
    case 'no-principal':
      return entraError(
        'invalid_client',
        7000229,
        `The client application ${clientId} is missing service principal in the tenant ${tenantId}. See instructions here: https://go.microsoft.com/fwlink/?linkid=2225119`,
      );
    case 'disabled':
      return entraError('unauthorized_client', 7000112, `Application '${clientId}'(Mailbox Report) is disabled.`);
  }
}

function isJsonObject(text: string): boolean {
  try {
    return isObject(parseJson(text));
  } catch {
    return false;
  }
}
