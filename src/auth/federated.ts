import { describeError, UserError } from '../errors.ts';
import { isConfidential } from '../http/secure-url.ts';
import { isRecord } from '../json.ts';
import { excerpt, printable, Redactor } from './redact.ts';
import { Failure, type HttpResponse, type RequestOptions, requestWithRetry } from './retry.ts';

/** Where a job requests OIDC tokens from GitHub. */
export interface OidcEndpoint {
  readonly url: string;
  /** Secret: it allows its holder to act for the job. */
  readonly requestToken: string;
}

export interface OidcOptions extends RequestOptions {
  /** Called with each secret before it is used. */
  readonly mask: (secret: string) => void;
}

const ATTEMPTS = 4;
const MAX_PAUSE_MS = 60_000;
const TIMEOUT_MS = 20_000;
const STATUS_PAGE = 'https://www.githubstatus.com';
const PROXY =
  'On a self-hosted runner behind a proxy, set HTTPS_PROXY (and NO_PROXY), and NODE_EXTRA_CA_CERTS if the proxy ' +
  'inspects TLS.';

/**
 * The endpoint that the runner gives a job with `id-token: write`. Throws UserError `OIDC_UNAVAILABLE` if there is none.
 * https://docs.github.com/actions/reference/security/oidc
 */
export function oidcEndpoint(env: Readonly<Record<string, string | undefined>>): OidcEndpoint {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken = '' } = env;
  const parsed = URL.parse(url);
  // The request token is sent there, so the connection must be confidential.
  if (parsed !== null && requestToken !== '' && isConfidential(parsed)) return { url, requestToken };
  throw new UserError(
    'OIDC_UNAVAILABLE',
    'GitHub provides no OIDC token to this job, and "credential: federated" requires one to sign in.',
    {
      hint:
        'Set "permissions:" of the job or the workflow to "id-token: write" and "contents: read" (permissions that are ' +
        'not listed are removed). A workflow that calls this one must grant them too. Pull requests from forks never ' +
        'get an OIDC token.',
    },
  );
}

/**
 * A new OIDC token of GitHub for an audience, to be sent to Entra as the client assertion. It is valid for about five
 * minutes, so request one for each token request. Throws UserError `OIDC_REFUSED` or `OIDC_UNREACHABLE`, and the signal's
 * reason.
 */
export async function federatedAssertion(
  { url, requestToken }: OidcEndpoint,
  audience: string,
  options: OidcOptions,
): Promise<string> {
  const redactor = new Redactor();
  redactor.add(requestToken);
  options.mask(requestToken);
  const token = await requestWithRetry<string>(
    {
      request: async () =>
        Promise.resolve({
          url: `${url}${url.includes('?') ? '&' : '?'}audience=${encodeURIComponent(audience)}`,
          method: 'GET',
          headers: { authorization: `Bearer ${requestToken}`, accept: 'application/json' },
        }),
      read: (response) => read(response, url),
      unreachable: (cause) => new Failure(unreachable(url, cause), 'soon'),
      redactor,
      attempts: ATTEMPTS,
      maxPauseMs: MAX_PAUSE_MS,
      timeoutMs: TIMEOUT_MS,
    },
    options,
  );
  options.mask(token);
  return token;
}

function read({ status, json, text, isBusy }: HttpResponse, url: string): string | Failure {
  const token = isRecord(json) ? json.value : undefined;
  if (status === 200 && typeof token === 'string' && token !== '') return token;
  // A 200 may contain a token in another form.
  const page = excerpt(text);
  const details = status === 200 ? ' without a token.' : page === '' ? '.' : `: ${page}`;
  const isDenied = !isBusy && status >= 400;
  return new Failure((isDenied ? denied : unexpected)(url, status, details), isBusy ? 'soon' : 'never');
}

function denied(url: string, status: number, details: string): UserError {
  return new UserError('OIDC_REFUSED', `GitHub refuses an OIDC token: ${hostOf(url)} responded ${status}${details}`, {
    hint:
      'Check that the job has "id-token: write" and "contents: read" under "permissions:", and run it again. The right ' +
      'to request tokens ends with the job.',
  });
}

function unexpected(url: string, status: number, details: string): UserError {
  return new UserError('OIDC_UNREACHABLE', `No OIDC token: ${hostOf(url)} responded ${status}${details}`, {
    hint: `Run again, and check ${STATUS_PAGE}. ${PROXY}`,
  });
}

function unreachable(url: string, cause: unknown): UserError {
  const reason = printable(describeError(cause));
  return new UserError('OIDC_UNREACHABLE', `No OIDC token: cannot connect to ${hostOf(url)} (${reason}).`, {
    hint: `Check that the runner can reach ${hostOf(url)}, and check ${STATUS_PAGE}. ${PROXY}`,
    cause,
  });
}

function hostOf(url: string): string {
  return new URL(url).host;
}
