import { readFile } from 'node:fs/promises';
import { describeError, UserError } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import type { RetryRule } from '../http/retrying.ts';
import { isConfidential } from '../http/secure-url.ts';
import { isRecord } from '../json.ts';
import { unverifiedClaims } from './access-token.ts';
import type { AssertionOptions } from './assertion-options.ts';
import { excerpt, printable, redacted, Redactor } from './redact.ts';
import { Failure, type HttpRequest, type HttpResponse, type RequestOptions, requestWithRetry } from './retry.ts';

/** Where the client assertions are from that sign in without a secret. */
export interface AssertionSource {
  /** For the log and errors. */
  readonly name: string;
  /** Whether GitHub issues them. */
  readonly isGithub: boolean;
  /** A new assertion. Throws UserError `OIDC_REFUSED`, `OIDC_UNREACHABLE` or `ASSERTION_UNUSABLE`, and the signal's reason. */
  readonly get: (options: RequestOptions) => Promise<string>;
}

/**
 * The first that there is: the variable that an option names, the OIDC token of the CI, the file of workload identity. Throws
 * UserError `OIDC_UNAVAILABLE` if there is none.
 */
export function assertionSource(env: Environment, options: AssertionOptions): AssertionSource {
  const { assertionEnv: variable, serviceConnection } = options;
  if (variable !== undefined) return assertionInVariable(env, variable);
  const { AZURE_FEDERATED_TOKEN_FILE: file = '' } = env;
  const isFromCi = [env.SYSTEM_ACCESSTOKEN, env.ACTIONS_ID_TOKEN_REQUEST_URL].some((value = '') => value !== '');
  if (!isFromCi && serviceConnection === undefined && file !== '') return assertionInFile(file);
  const endpoint = oidcEndpoint(env, serviceConnection);
  const isGithub = endpoint.service === 'GitHub';
  return {
    name: isGithub ? `GitHub's OIDC token for ${options.audience}` : azureDevOpsToken(serviceConnection),
    isGithub,
    get: (request) => federatedAssertion(endpoint, options.audience, request),
  };
}

function azureDevOpsToken(serviceConnection: string | undefined): string {
  const whose = serviceConnection === undefined ? 'this pipeline' : `the service connection ${serviceConnection}`;
  return `the OIDC token of Azure DevOps for ${whose}`;
}

function assertionInVariable(env: Environment, variable: string): AssertionSource {
  const hint =
    `GitLab: set "id_tokens: { ${variable}: { aud: api://AzureADTokenExchange } }" in the job, which gets a new token each time. ` +
    'Other CIs: set the variable to an OIDC token of the job.';
  return {
    name: `the assertion in the variable ${variable}`,
    isGithub: false,
    get: (options) => Promise.resolve(usableAssertion(env[variable], `variable ${variable}`, hint, options)),
  };
}

/** The file is replaced while a run lasts, so it is read each time. https://azure.github.io/azure-workload-identity */
function assertionInFile(file: string): AssertionSource {
  const place = `file ${file} (AZURE_FEDERATED_TOKEN_FILE)`;
  const hint =
    'Check that the service account of the pod has a federated credential, and the label azure.workload.identity/use.';
  return {
    name: `the assertion in the ${place}`,
    isGithub: false,
    get: async (options) => {
      const text = await readFile(file, 'utf8').catch((cause: unknown) => {
        throw new UserError('ASSERTION_UNUSABLE', `The ${place} cannot be read: ${describeError(cause)}`, {
          hint,
          cause,
        });
      });
      return usableAssertion(text, place, hint, options);
    },
  };
}

function usableAssertion(text: string | undefined, place: string, hint: string, { mask, now }: RequestOptions): string {
  const assertion = text?.trim() ?? '';
  if (assertion !== '') mask(assertion);
  const unusable = (what: string): UserError =>
    new UserError('ASSERTION_UNUSABLE', `The assertion in the ${place} ${what}`, { hint });
  if (assertion === '') throw unusable('is empty or not set.');
  const claims = unverifiedClaims(assertion);
  if (claims === undefined) throw unusable('is not a JWT.');
  const { exp } = claims;
  if (typeof exp === 'number' && exp * 1000 <= now()) {
    throw unusable(
      `expired on ${new Date(exp * 1000).toISOString()}. The run needs a valid one for each token request.`,
    );
  }
  return assertion;
}

/** Where a job requests OIDC tokens from its CI. */
interface OidcEndpoint {
  readonly service: 'GitHub' | 'Azure DevOps';
  readonly url: string;
  /** Secret: it allows its holder to act for the job. */
  readonly requestToken: string;
}

const PROXY =
  'On a self-hosted runner behind a proxy, set HTTPS_PROXY (and NO_PROXY), and NODE_EXTRA_CA_CERTS if the proxy ' +
  'inspects TLS.';

/** What the CIs differ in. `member`: of the response, with the token. */
const SERVICES = {
  GitHub: {
    method: 'GET',
    member: 'value',
    status: 'https://www.githubstatus.com',
    denied:
      'Check that the job has "id-token: write" and "contents: read" under "permissions:", and run it again. The right ' +
      'to request tokens ends with the job.',
  },
  'Azure DevOps': {
    method: 'POST',
    member: 'oidcToken',
    status: 'https://status.dev.azure.com',
    denied:
      'Check --service-connection: it is the ID in the address of the page Project settings > Service connections > the ' +
      'connection (resourceId). Let the pipeline use it there (Security > Pipeline permissions), and name it in the input of a ' +
      'task of this job, such as azureSubscription of AzureCLI@2. Check that SYSTEM_ACCESSTOKEN is $(System.AccessToken).',
  },
} as const;

/**
 * The endpoint that the CI gives a job: on GitHub with `id-token: write`
 * (https://docs.github.com/actions/reference/security/oidc), on Azure DevOps to each job
 * (https://learn.microsoft.com/azure/devops/release-notes/2024/sprint-240-update). Throws UserError `OIDC_UNAVAILABLE` if there
 * is none.
 *
 * @param serviceConnection of Azure DevOps. Undefined: the token is of the pipeline
 */
export function oidcEndpoint(env: Environment, serviceConnection?: string): OidcEndpoint {
  const { SYSTEM_OIDCREQUESTURI: pipeline = '', SYSTEM_ACCESSTOKEN: accessToken = '' } = env;
  if (pipeline !== '') {
    const url = URL.parse(pipeline);
    url?.searchParams.set('api-version', '7.1');
    if (serviceConnection !== undefined) url?.searchParams.set('serviceConnectionId', serviceConnection);
    // The request token is sent there, so the connection must be confidential.
    if (url !== null && accessToken !== '' && isConfidential(url)) {
      return { service: 'Azure DevOps', url: url.href, requestToken: accessToken };
    }
    throw new UserError('OIDC_UNAVAILABLE', 'Azure DevOps gives this step no token to request an OIDC token with.', {
      hint: 'Add "env: { SYSTEM_ACCESSTOKEN: $(System.AccessToken) }" to the step.',
    });
  }
  if (serviceConnection !== undefined) {
    throw new UserError('OIDC_UNAVAILABLE', 'SYSTEM_OIDCREQUESTURI is not set: this is no job of Azure DevOps.', {
      hint: 'Remove --service-connection, which is for jobs of Azure DevOps.',
    });
  }
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken = '' } = env;
  const address = URL.parse(url);
  if (address !== null && requestToken !== '' && isConfidential(address))
    return { service: 'GitHub', url, requestToken };
  if (env.GITHUB_ACTIONS !== 'true' && url === '') {
    throw new UserError('OIDC_UNAVAILABLE', 'There is no OIDC token here, and "credential: federated" requires one.', {
      hint:
        'GitHub: add "id-token: write" to "permissions:" of the job. Other CIs: set --assertion-env to the variable with the OIDC ' +
        'token, or AZURE_FEDERATED_TOKEN_FILE to a file with it. At a terminal, use --credential certificate.',
    });
  }
  const message = 'GitHub provides no OIDC token to this job, and "credential: federated" requires one to sign in.';
  const hint =
    'Set "permissions:" of the job or the workflow to "id-token: write" and "contents: read" (permissions that are ' +
    'not listed are removed). A workflow that calls this one must grant them too. Pull requests from forks never ' +
    'get an OIDC token.';
  throw new UserError('OIDC_UNAVAILABLE', message, { hint });
}

const SOON: RetryRule = { first: 500, longest: 60_000, attempts: 4, maxWait: 60_000 };
const TIMEOUT_MS = 20_000;

/**
 * A new OIDC token of the CI, to be sent to Entra as the client assertion. It is valid for about five minutes, so request one
 * for each token request. Throws UserError `OIDC_REFUSED` or `OIDC_UNREACHABLE`, and the signal's reason.
 */
export async function federatedAssertion(
  endpoint: OidcEndpoint,
  audience: string,
  options: RequestOptions,
): Promise<string> {
  const { requestToken } = endpoint;
  const redactor = new Redactor();
  redactor.add(requestToken);
  options.mask(requestToken);
  const token = await requestWithRetry<string>(
    {
      request: () => Promise.resolve(oidcRequest(endpoint, audience)),
      read: (response) => tokenIn(response, endpoint),
      unreachable: (cause) => new Failure(unreachableError(endpoint, cause), 'soon'),
      redactor,
      soon: SOON,
      timeoutMs: TIMEOUT_MS,
    },
    options,
  );
  options.mask(token);
  return token;
}

function oidcRequest({ service, url, requestToken }: OidcEndpoint, audience: string): HttpRequest {
  const headers = { authorization: `Bearer ${requestToken}`, accept: 'application/json' };
  if (service === 'GitHub') {
    const parameter = `${url.includes('?') ? '&' : '?'}audience=${encodeURIComponent(audience)}`;
    return { url: `${url}${parameter}`, method: 'GET', headers };
  }
  // Without the second header, a rejected token is redirected to a page for people.
  const azureHeaders = { 'content-type': 'application/json', 'x-tfs-fedauthredirect': 'Suppress' };
  return { url, method: 'POST', headers: { ...headers, ...azureHeaders }, body: '' };
}

function tokenIn({ status, json, text, isBusy }: HttpResponse, endpoint: OidcEndpoint): string | Failure {
  const token = isRecord(json) ? json[SERVICES[endpoint.service].member] : undefined;
  if (status === 200 && typeof token === 'string' && token !== '') return token;
  // Azure DevOps says in a sentence what the pipeline lacks. Otherwise, a 200 may contain a token in another form.
  const explanation = isRecord(json)
    ? [json.message, json.value].find((value) => typeof value === 'string')
    : undefined;
  const sentence = explanation?.includes(' ') === true ? redacted(printable(explanation), [endpoint.requestToken]) : '';
  const page = status === 200 ? '' : excerpt(text);
  const reason = sentence === '' ? page : sentence.slice(0, 300);
  const details = reason === '' ? (status === 200 ? ' without a token.' : '.') : `: ${reason}`;
  const isDenied = !isBusy && (status >= 300 || sentence !== '');
  // A page that something on the way shows instead.
  const isPage = status === 200 && json === undefined;
  const error = (isDenied ? deniedError : unexpectedError)(endpoint, status, details);
  return new Failure(error, isBusy || isPage ? 'soon' : 'never');
}

function deniedError({ service, url }: OidcEndpoint, status: number, details: string): UserError {
  const message = `${service} refuses an OIDC token: ${hostOf(url)} responded ${status}${details}`;
  return new UserError('OIDC_REFUSED', message, { hint: SERVICES[service].denied });
}

function unexpectedError({ service, url }: OidcEndpoint, status: number, details: string): UserError {
  return new UserError('OIDC_UNREACHABLE', `No OIDC token: ${hostOf(url)} responded ${status}${details}`, {
    hint: `Run again, and check ${SERVICES[service].status}. ${PROXY}`,
  });
}

function unreachableError({ service, url }: OidcEndpoint, cause: unknown): UserError {
  const reason = printable(describeError(cause));
  return new UserError('OIDC_UNREACHABLE', `No OIDC token: cannot connect to ${hostOf(url)} (${reason}).`, {
    hint: `Check that this machine can reach ${hostOf(url)}, and check ${SERVICES[service].status}. ${PROXY}`,
    cause,
  });
}

function hostOf(url: string): string {
  return new URL(url).host;
}
