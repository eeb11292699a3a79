import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AccessTokens } from './access-tokens.ts';
import { sendJson } from './http.ts';
import type { JsonObject } from './json.ts';
import type { Resource } from './resource.ts';

/** The identities of the host. */
export interface ManagedIdentityOptions {
  /** Whether it has a system-assigned identity; true if not given. */
  readonly system?: boolean;
  /** Client IDs of its user-assigned identities; none if not given. */
  readonly users?: readonly string[];
  /** The metadata service accepts connections and never answers, as a filter on the way. */
  readonly silent?: boolean;
  /** Whether the metadata service is that of Azure Arc, whose tokens need a secret from a file of the host. */
  readonly arc?: boolean;
}

export interface ManagedIdentityDependencies {
  readonly options: ManagedIdentityOptions;
  readonly tokens: AccessTokens;
  readonly resources: readonly Resource[];
  /** The principal that the tokens are of. */
  readonly principal: { readonly id: string; readonly clientId: string };
  readonly clock: () => number;
  /** Seconds. */
  readonly lifetime: number;
}

const METADATA = '/metadata/identity/oauth2/token';
const APP_SERVICE = '/msi/token';

/**
 * The endpoints of a host in Azure that give tokens for its identities: the metadata service of a VM
 * (https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token), and the endpoint of App
 * Service, Container Apps and Azure Automation (https://learn.microsoft.com/azure/app-service/overview-managed-identity). The tokens
 * are of the tenant's application, whichever identity asks.
 */
export class ManagedIdentity {
  /** The value of IDENTITY_HEADER on the host. */
  readonly header = randomUUID();
  readonly #dependencies: ManagedIdentityDependencies;

  constructor(dependencies: ManagedIdentityDependencies) {
    this.#dependencies = dependencies;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { options } = this.#dependencies;
    const url = new URL(request.url ?? '/', 'http://host');
    if (request.method !== 'GET' || ![METADATA, APP_SERVICE].includes(url.pathname)) {
      sendJson(response, 404, { error: 'not_found' });
      return;
    }
    if (url.pathname === METADATA && options.silent === true) return;
    const refused = (url.pathname === METADATA ? metadataError : appServiceError)(request, url, this.header);
    if (options.arc === true) {
      // https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication
      response.setHeader('www-authenticate', 'Basic realm=/var/opt/azcmagent/tokens/a.key');
      sendJson(response, 401, { error: 'unauthorized', error_description: 'Missing Basic Authorization header' });
    } else if (refused !== undefined) {
      sendJson(response, refused.status, refused.body);
    } else {
      await this.#give(response, url);
    }
  }

  async #give(response: ServerResponse, url: URL): Promise<void> {
    const { options, tokens, resources, principal, clock, lifetime } = this.#dependencies;
    const client = url.searchParams.get('client_id');
    const has = client === null ? (options.system ?? true) : (options.users ?? []).includes(client);
    const isMetadata = url.pathname === METADATA;
    if (!has) {
      const text = isMetadata
        ? 'Identity not found'
        : 'No User Assigned or Delegated Managed Identity found for specified ClientId.';
      sendJson(response, 400, isMetadata ? invalid(text) : { statusCode: 400, message: text });
      return;
    }
    const audience = (url.searchParams.get('resource') ?? '').replace(/\/$/, '');
    const resource = resources.find(({ audiences }) => audiences().includes(audience));
    if (resource === undefined) {
      const error_description = `AADSTS500011: The resource principal named ${audience} was not found in the tenant.`;
      sendJson(response, 400, { error: 'invalid_resource', error_description });
      return;
    }
    const now = Math.floor(clock() / 1000);
    sendJson(response, 200, {
      access_token: await tokens.issue(principal, { resource, audience }, undefined),
      client_id: client ?? '00000000-0000-0000-0000-000000000000',
      expires_on: String(now + lifetime),
      resource: audience,
      token_type: 'Bearer',
      ...(isMetadata
        ? { expires_in: String(lifetime), ext_expires_in: String(lifetime), not_before: String(now) }
        : {}),
    });
  }
}

interface Refusal {
  readonly status: number;
  readonly body: JsonObject;
}

function metadataError({ headers }: IncomingMessage, url: URL): Refusal | undefined {
  if (headers.metadata !== 'true') return { status: 400, body: invalid('Required metadata header not specified') };
  if (headers['x-forwarded-for'] !== undefined) return { status: 400, body: invalid('The request is forwarded') };
  return parameterError(url, '2018-02-01');
}

function appServiceError({ headers }: IncomingMessage, url: URL, header: string): Refusal | undefined {
  if (headers['x-identity-header'] !== header) return { status: 403, body: { statusCode: 403, message: 'Forbidden' } };
  return parameterError(url, '2019-08-01');
}

function parameterError({ searchParams }: URL, version: string): Refusal | undefined {
  if (searchParams.get('api-version') !== version)
    return { status: 400, body: invalid('Required query variable api-version') };
  return searchParams.has('resource') ? undefined : { status: 400, body: invalid('Required query variable resource') };
}

function invalid(description: string): JsonObject {
  return { error: 'invalid_request', error_description: description };
}
