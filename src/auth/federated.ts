import { request, type Dispatcher } from 'undici';
import { isConfidential } from '../http/secure-url.ts';
import { describeError, UserError } from '../errors.ts';
import { firstValue } from '../http/headers.ts';
import { retryAfterMs } from '../http/retry-after.ts';
import { isRecord, jsonOrUndefined } from '../json.ts';
import { attempt, type Failure, type Sleep } from './retry.ts';
import { excerpt, printable, readBounded, withoutEcho } from './redact.ts';

/** Where the job asks GitHub for OIDC tokens. */
export interface OidcEndpoint {
  readonly url: string;
  /** Secret: whoever has it can act for the job. */
  readonly requestToken: string;
}

export interface OidcOptions {
  readonly dispatcher: Dispatcher;
  /** Epoch ms. */
  readonly now: () => number;
  /** Called with each secret before it is used. */
  readonly mask: (secret: string) => void;
  readonly signal?: AbortSignal;
  /** How to wait between attempts; a timer unless a test says otherwise. */
  readonly sleep?: Sleep;
}

const ATTEMPTS = 4;
const LONGEST_WAIT_MS = 60_000;
const TIMEOUT_MS = 20_000;
const GUIDE = 'https://www.githubstatus.com';

/**
 * What a runner tells a job that may ask for OIDC tokens. Throws UserError `OIDC_UNAVAILABLE` where it told nothing.
 * https://docs.github.com/actions/reference/security/oidc
 */
export function oidcEndpoint(env: Readonly<Record<string, string | undefined>>): OidcEndpoint {
  const { ACTIONS_ID_TOKEN_REQUEST_URL: url = '', ACTIONS_ID_TOKEN_REQUEST_TOKEN: requestToken = '' } = env;
  const parsed = URL.parse(url);
  // The request token goes there, so nobody may listen on the way.
  if (parsed !== null && requestToken !== '' && isConfidential(parsed)) return { url, requestToken };
  throw new UserError(
    'OIDC_UNAVAILABLE',
    'GitHub gives this job no OIDC token, which "credential: federated" signs in with.',
    {
      hint:
        'Give the job, or the whole workflow, these "permissions:": "id-token: write" and "contents: read" (what is not ' +
        'named there is taken away). A workflow that calls this one must grant them too. Pull requests from forks get ' +
        'no OIDC token whatever is granted.',
    },
  );
}

/**
 * A fresh OIDC token of GitHub for an audience, to be sent to Entra as the client assertion. It lives about five
 * minutes, so ask anew for each token request. Throws UserError `OIDC_REFUSED` where GitHub denies it and
 * `OIDC_UNREACHABLE` where no token comes however often it is asked; and the signal's reason.
 */
export async function federatedAssertion(
  endpoint: OidcEndpoint,
  audience: string,
  options: OidcOptions,
): Promise<string> {
  const { sleep, signal, mask } = options;
  mask(endpoint.requestToken);
  const token = await attempt(() => ask(endpoint, audience, options), {
    attempts: ATTEMPTS,
    longestWaitMs: LONGEST_WAIT_MS,
    sleep,
    signal,
  });
  mask(token);
  return token;
}

async function ask(
  { url, requestToken }: OidcEndpoint,
  audience: string,
  { dispatcher, now, signal }: OidcOptions,
): Promise<string | Failure> {
  const address = `${url}${url.includes('?') ? '&' : '?'}audience=${encodeURIComponent(audience)}`;
  let response: Dispatcher.ResponseData;
  let text: string;
  try {
    // A redirect is an answer like any other: the request token follows none.
    response = await request(address, {
      dispatcher,
      headers: { authorization: `Bearer ${requestToken}`, accept: 'application/json' },
      headersTimeout: TIMEOUT_MS,
      bodyTimeout: TIMEOUT_MS,
      signal: signal ?? null,
    });
    text = await readBounded(response.body);
  } catch (cause) {
    signal?.throwIfAborted();
    return { error: noAnswer(url, cause), transient: true, retryAfterMs: undefined };
  }
  const { statusCode, headers } = response;
  const json = jsonOrUndefined(text);
  const token = isRecord(json) ? json.value : undefined;
  if (statusCode === 200 && typeof token === 'string' && token !== '') return token;
  const transient = statusCode === 429 || statusCode >= 500;
  const denied = !transient && statusCode >= 400;
  // A 200 may hold a token in some other form, and a page may echo what it was sent.
  const page = excerpt(withoutEcho(text, requestToken));
  const said = statusCode === 200 ? ' without one.' : page === '' ? '.' : `: ${page}`;
  return {
    error: denied ? refused(url, statusCode, said) : wrongAnswer(url, statusCode, said),
    transient,
    retryAfterMs: retryAfterMs(firstValue(headers['retry-after']), now()),
  };
}

function refused(url: string, status: number, said: string): UserError {
  return new UserError('OIDC_REFUSED', `GitHub refuses an OIDC token: ${hostOf(url)} answered ${status}${said}`, {
    hint:
      'Check that the job has "id-token: write" and "contents: read" under "permissions:" and that it is still running: ' +
      'the right to ask ends with it. Then run it again.',
  });
}

function wrongAnswer(url: string, status: number, said: string): UserError {
  return new UserError('OIDC_UNREACHABLE', `No OIDC token: ${hostOf(url)} answered ${status}${said}`, {
    hint: `Run again, and look at ${GUIDE}. ${PROXY}`,
  });
}

const PROXY =
  'On a self-hosted runner behind a proxy, set HTTPS_PROXY (and NO_PROXY), and NODE_EXTRA_CA_CERTS where it inspects TLS.';

function noAnswer(url: string, cause: unknown): UserError {
  const what = printable(describeError(cause));
  return new UserError('OIDC_UNREACHABLE', `No OIDC token: there is no connection to ${hostOf(url)} (${what}).`, {
    hint: `Check that the runner may reach ${hostOf(url)}, and look at ${GUIDE}. ${PROXY}`,
    cause,
  });
}

function hostOf(url: string): string {
  return new URL(url).host;
}
