import type { NetworkRequestOptions, NetworkResponse } from '@azure/msal-node';
import { request as send } from 'undici';
import { describeError, UserError } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import { isRecord, type Json } from '../json.ts';
import { appRoles, type AccessToken } from './access-token.ts';
import { requireTenant } from './external-token.ts';
import { excerpt, printable, Redactor } from './redact.ts';
import { Failure, requestWithRetry, type HttpResponse, type RequestOptions } from './retry.ts';
import type { TokenRequester } from './token-source.ts';

interface ManagedIdentityOptions extends RequestOptions {
  /** Of a user-assigned identity; '' for the system-assigned one. */
  readonly clientId: string;
  /** '' if the token decides. */
  readonly tenantId: string;
  /** That of this process, which the library reads itself. */
  readonly env: Environment;
}

/** Until a machine without metadata service is known. */
const PROBE_MS = 3_000;
const TIMEOUT_MS = 30_000;
const ATTEMPTS = 5;
const MAX_PAUSE_MS = 60_000;
/** While the service is being updated. https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling */
const UPDATING = [404, 410];

/**
 * The managed identity of this host in Azure: of a VM (metadata service), or of App Service, Container Apps and Azure Automation
 * (`IDENTITY_ENDPOINT`). Loads Microsoft's library when the first token is needed.
 *
 * @returns the requester of a service, by its origin. Throws UserError `MANAGED_IDENTITY_UNAVAILABLE`,
 * `MANAGED_IDENTITY_REFUSED` or `TENANT_DIFFERS`, and the signal's reason
 */
export function managedIdentity(options: ManagedIdentityOptions): (resource: string) => TokenRequester {
  // The library keeps the client of the first application for all.
  let application: ReturnType<typeof load> | undefined;
  return (resource) => ({
    send: async (claims): Promise<AccessToken> => {
      application ??= load(options);
      const token = await (await application)(resource, claims);
      requireTenant(token.value, options.tenantId);
      return token;
    },
  });
}

async function load(options: ManagedIdentityOptions) {
  const { AuthError, ManagedIdentityApplication } = await import('@azure/msal-node');
  const client = new IdentityClient(options);
  const answered = async (url: string, request?: NetworkRequestOptions): Promise<NetworkResponse<never>> => {
    try {
      const body = await client.get(url, request?.headers ?? {});
      if (isBody(body)) return { status: 200, headers: {}, body };
      throw new Error('the response is no object');
    } catch (cause) {
      // The library passes on errors of its own class only.
      throw Object.assign(new AuthError('failed', ''), { cause });
    }
  };
  const { clientId } = options;
  const application = new ManagedIdentityApplication({
    ...(clientId === '' ? {} : { managedIdentityIdParams: { userAssignedClientId: clientId } }),
    system: {
      networkClient: { sendGetRequestAsync: answered, sendPostRequestAsync: answered },
      disableInternalRetries: true,
    },
  });
  return async (resource: string, claims: string | undefined): Promise<AccessToken> => {
    try {
      // The caller keeps tokens. With claims, the library names the revoked token, which it must know.
      const how = claims === undefined ? { forceRefresh: true } : { claims };
      const { accessToken: value, expiresOn } = await application.acquireToken({ resource, ...how });
      if (expiresOn === null) throw new Error('the token has no expiry');
      return { value, expiresAt: expiresOn.getTime(), roles: appRoles(value) };
    } catch (error) {
      throw error instanceof AuthError && error.cause !== undefined ? error.cause : error;
    }
  };
}

/** The library declares a body to be of any type that it asks for, and checks it itself. */
function isBody(body: unknown): body is never {
  return isRecord(body);
}

/** Requests tokens of the host, and says why it gives none. */
class IdentityClient {
  readonly #options: ManagedIdentityOptions;
  readonly #redactor = new Redactor();
  #probe: Promise<void> | undefined;

  constructor(options: ManagedIdentityOptions) {
    this.#options = options;
    const { IDENTITY_HEADER: header = '' } = options.env;
    if (header !== '') options.mask(header);
    this.#redactor.add(header);
  }

  /** The body of a response with a token, which is masked. */
  async get(url: string, headers: Readonly<Record<string, string>>): Promise<Json> {
    if ('Metadata' in headers) await (this.#probe ??= this.#find(url));
    return requestWithRetry<Json>(
      {
        request: () => Promise.resolve({ url, method: 'GET', headers }),
        read: (response) => this.#read(response, url),
        unreachable: (cause) => new Failure(unavailable(url, describeError(cause), cause), 'soon'),
        redactor: this.#redactor,
        attempts: ATTEMPTS,
        maxPauseMs: MAX_PAUSE_MS,
        timeoutMs: TIMEOUT_MS,
      },
      this.#options,
    );
  }

  /** Any response shows that there is a metadata service: it rejects requests without its header. */
  async #find(url: string): Promise<void> {
    const { dispatcher, signal } = this.#options;
    const timeout = AbortSignal.timeout(PROBE_MS);
    try {
      const { body } = await send(url, { dispatcher, signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
      await body.dump();
    } catch (cause) {
      signal?.throwIfAborted();
      throw unavailable(
        url,
        timeout.aborted ? `no response for ${PROBE_MS / 1_000} seconds` : describeError(cause),
        cause,
      );
    }
  }

  #read({ status, json, text, isBusy }: HttpResponse, url: string): Json | Failure {
    const token = isRecord(json) ? json.access_token : undefined;
    if (status === 200 && json !== undefined && typeof token === 'string' && token !== '') {
      this.#options.mask(token);
      return json;
    }
    const shown = isRecord(json) ? (json.error_description ?? json.message ?? json.error) : undefined;
    const reason = typeof shown === 'string' && status !== 200 ? printable(shown) : excerpt(text);
    const failure = refused(url, status, reason, this.#options.clientId);
    return new Failure(failure, isBusy || UPDATING.includes(status) ? 'soon' : 'never');
  }
}

function unavailable(url: string, reason: string, cause: unknown): UserError {
  const { host } = new URL(url);
  const message = `This machine has no managed identity: ${host} does not answer (${printable(reason)}).`;
  const hint =
    'Use "credential: managed-identity" on a VM, in Container Apps, App Service or Azure Automation, and elsewhere ' +
    '"federated" or "certificate". In a container on a VM, the network must reach 169.254.169.254.';
  return new UserError('MANAGED_IDENTITY_UNAVAILABLE', message, { hint, cause });
}

function refused(url: string, status: number, reason: string, clientId: string): UserError {
  const details = reason === '' ? '' : `: ${reason.slice(0, 300)}`;
  const identity = clientId === '' ? 'system-assigned identity' : `user-assigned identity ${clientId}`;
  const message = `${new URL(url).host} gives no token for the ${identity} (HTTP ${status})${details}`;
  // https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication
  const hint =
    status === 401
      ? 'Servers with Azure Arc, which answer so, are not supported: use "federated" or "certificate" there.'
      : clientId === ''
        ? 'Turn on the system-assigned identity of the host in the Azure portal (Identity), or set "client-id" to the client ID ' +
          'of a user-assigned identity of the host.'
        : 'Assign the identity to the host in the Azure portal (Identity > User assigned), and check that "client-id" is its ' +
          'client ID, not its object ID. If "client-id" is empty, the system-assigned identity is used.';
  return new UserError('MANAGED_IDENTITY_REFUSED', message, { hint });
}
