import { BlockList, isIPv4 } from 'node:net';
import { request as send } from 'undici';
import { describeError, UserError } from '../errors.ts';
import { within } from '../http/machine.ts';
import type { Environment } from '../http/proxy.ts';
import type { RetryRule } from '../http/retrying.ts';
import { isRecord } from '../json.ts';
import { appRoles, type AccessToken } from './access-token.ts';
import { requireTenant } from './external-token.ts';
import { excerpt, printable, Redactor } from './redact.ts';
import { Failure, requestWithRetry, type HttpResponse, type RequestOptions } from './retry.ts';
import type { TokenRequester } from './token-source.ts';
import { inputName } from '../text/audience.ts';

/** Until a machine without metadata service is known. */
const PROBE_MS = 3_000;
const TIMEOUT_MS = 30_000;
/** While the service is being updated, which takes up to 70 seconds. https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token#error-handling */
const UPDATING = [404, 410];
const SOON: RetryRule = { first: 2_000, longest: 60_000, attempts: 7, maxWait: 60_000 };
const METADATA_HOST = 'http://169.254.169.254';
const METADATA_PATH = '/metadata/identity/oauth2/token';

/** Where a host in Azure gives tokens for its identities. */
interface IdentityEndpoint {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Whether any response without its header shows that there is a metadata service. */
  readonly isMetadata: boolean;
}

/**
 * The managed identity of this host in Azure: of a VM (metadata service), or of App Service, Container Apps and Azure Automation
 * (`IDENTITY_ENDPOINT`). Azure keeps a token for about a day, and gives the same one again.
 *
 * @param clientId of a user-assigned identity; '' for the system-assigned one
 * @param tenantId '' if the token decides
 * @returns the requester of a service, by its origin. Throws UserError `MANAGED_IDENTITY_UNAVAILABLE`,
 * `MANAGED_IDENTITY_REFUSED` or `TENANT_DIFFERS`, and the signal's reason
 */
export function managedIdentity(
  clientId: string,
  tenantId: string,
  env: Environment,
  options: RequestOptions,
): (resource: string) => TokenRequester {
  const { mask } = options;
  const { IDENTITY_HEADER: secret = '' } = env;
  const redactor = new Redactor();
  if (secret !== '') mask(secret);
  redactor.add(secret);
  let probe: Promise<void> | undefined;
  return (resource) => ({
    send: async (): Promise<AccessToken> => {
      const { url, headers, isMetadata } = identityEndpoint(env);
      if (isMetadata) await (probe ??= findMetadata(url, options));
      url.searchParams.set('resource', resource);
      if (clientId !== '') url.searchParams.set('client_id', clientId);
      const token = await requestWithRetry<AccessToken>(
        {
          request: () => Promise.resolve({ url: url.href, method: 'GET', headers }),
          read: (response) => tokenIn(response, url, clientId),
          unreachable: (cause) => new Failure(unavailable(url, describeError(cause), cause), 'soon'),
          redactor,
          soon: SOON,
          timeoutMs: TIMEOUT_MS,
        },
        options,
      );
      mask(token.value);
      requireTenant(token.value, tenantId);
      return token;
    },
  });
}

/**
 * https://learn.microsoft.com/azure/app-service/overview-managed-identity#rest-endpoint-reference,
 * https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/how-to-use-vm-token. A server with Azure Arc has the
 * address of its metadata service in the same variable (https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication),
 * and a pod of AKS with pod identity in one of its own.
 */
function identityEndpoint(env: Environment): IdentityEndpoint {
  const { IDENTITY_ENDPOINT: address = '', IDENTITY_HEADER: secret = '', IMDS_ENDPOINT: arc = '' } = env;
  const { AZURE_POD_IDENTITY_AUTHORITY_HOST: pod = '' } = env;
  if (address !== '' && secret !== '') {
    const url = localUrl('IDENTITY_ENDPOINT', address);
    url.searchParams.set('api-version', '2019-08-01');
    return { url, headers: { 'X-IDENTITY-HEADER': secret }, isMetadata: false };
  }
  const isArc = address !== '' && arc !== '';
  const url = isArc
    ? localUrl('IDENTITY_ENDPOINT', address)
    : localUrl('AZURE_POD_IDENTITY_AUTHORITY_HOST', `${pod === '' ? METADATA_HOST : pod}${METADATA_PATH}`);
  url.searchParams.set('api-version', isArc ? '2020-06-01' : '2018-02-01');
  return { url, headers: { Metadata: 'true' }, isMetadata: true };
}

/** Addresses of the host and of its own network. App Service on Linux has 169.254.0.0/16 or 172.16.0.0/12. */
const OWN_NETWORK = new BlockList();
for (const [net, prefix] of [
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const) {
  OWN_NETWORK.addSubnet(net, prefix);
}

/** A URL with http, to which no proxy applies, of the host itself: the requests have secrets. */
function localUrl(variable: string, value: string): URL {
  const url = URL.parse(value);
  const { protocol = '', hostname = '' } = url ?? {};
  const isOwn = hostname === 'localhost' || hostname === '[::1]' || (isIPv4(hostname) && OWN_NETWORK.check(hostname));
  if (url !== null && protocol === 'http:' && isOwn) return url;
  const message = `The variable ${variable} is not the address of an identity service of this machine.`;
  const hint = `Remove ${variable} from the environment of this job: Azure itself sets it on hosts with a managed identity.`;
  throw new UserError('MANAGED_IDENTITY_UNAVAILABLE', message, { hint });
}

/** Any response shows that there is a metadata service: it rejects requests without its header. */
async function findMetadata(url: URL, options: RequestOptions): Promise<void> {
  const { dispatcher } = options;
  try {
    await within(PROBE_MS, options, async (signal) => {
      const { body } = await send(url, { dispatcher, signal });
      await body.dump();
    });
  } catch (cause) {
    options.signal?.throwIfAborted();
    const isLate = isRecord(cause) && cause.name === 'TimeoutError';
    const reason = isLate ? `no response for ${PROBE_MS / 1_000} seconds` : describeError(cause);
    throw unavailable(url, reason, cause);
  }
}

function tokenIn({ status, json, text, isBusy }: HttpResponse, url: URL, clientId: string): AccessToken | Failure {
  const members = isRecord(json) ? json : {};
  const { access_token: value } = members;
  // The lifetime in `expires_in` may be that of the token when it was new.
  const expiresAt = Number(members.expires_on) * 1_000;
  if (status === 200 && typeof value === 'string' && value !== '' && expiresAt > 0) {
    return { value, expiresAt, roles: appRoles(value) };
  }
  const explanation = members.error_description ?? members.message ?? members.error;
  const reason = typeof explanation === 'string' && status !== 200 ? printable(explanation) : excerpt(text);
  const failure = refused(url, status, reason, clientId);
  return new Failure(failure, isBusy || UPDATING.includes(status) ? 'soon' : 'never');
}

function unavailable({ host }: URL, reason: string, cause: unknown): UserError {
  const message = `This machine has no managed identity: ${host} does not answer (${printable(reason)}).`;
  const hint =
    'Use "credential: managed-identity" on a VM, in Container Apps, App Service or Azure Automation, and elsewhere ' +
    '"federated" or "certificate". In a container on a VM, the network must reach 169.254.169.254.';
  return new UserError('MANAGED_IDENTITY_UNAVAILABLE', message, { hint, cause });
}

function refused({ host }: URL, status: number, reason: string, clientId: string): UserError {
  const details = reason === '' ? '' : `: ${reason.slice(0, 300)}`;
  const identity = clientId === '' ? 'system-assigned identity' : `user-assigned identity ${clientId}`;
  const message = `${host} gives no token for the ${identity} (HTTP ${status})${details}`;
  // https://learn.microsoft.com/azure/azure-arc/servers/managed-identity-authentication
  const hint =
    status === 401
      ? 'Servers with Azure Arc, which answer so, are not supported: use "federated" or "certificate" there.'
      : clientId === ''
        ? `Turn on the system-assigned identity of the host in the Azure portal (Identity), or set ${inputName('client-id')} to the client ID ` +
          'of a user-assigned identity of the host.'
        : `Assign the identity to the host in the Azure portal (Identity > User assigned), and check that ${inputName('client-id')} is its ` +
          `client ID, not its object ID. If ${inputName('client-id')} is empty, the system-assigned identity is used.`;
  return new UserError('MANAGED_IDENTITY_REFUSED', message, { hint });
}
