import type { INetworkModule, NetworkResponse, PublicClientApplication } from '@azure/msal-node';
import { request, type Dispatcher } from 'undici';
import { entraError, parseEntraError } from '../../../auth/entra-errors.ts';
import type { Application } from '../../../auth/entra-explanations.ts';
import { unreachable } from '../../../auth/entra-unreachable.ts';
import { printable } from '../../../auth/redact.ts';
import { describeError, UserError } from '../../../errors.ts';
import { firstValue } from '../../../http/headers.ts';
import { isRecord, jsonOrUndefined, type Json } from '../../../json.ts';
import type { Terminal } from '../../terminal.ts';
import type { AdminScopes } from './admin-token.ts';

/** Microsoft Graph Command Line Tools, in which people consent to scopes. Its redirect is http://localhost with any port. */
const TOOLS_CLIENT = '14d82eec-204b-4c2f-b7e8-296a70dab67e';
/** MSAL waits for the person without a limit. */
const MAX_MS = 300_000;
/** The error that stands for a person who did not sign in. */
const LATE = 'nobody_signed_in';

export interface InteractiveSignIn extends Omit<Application, 'clientId'> {
  readonly way: 'browser' | 'device-code';
  readonly scopes: AdminScopes;
  readonly dispatcher: Dispatcher;
  readonly terminal: Pick<Terminal, 'err' | 'open'>;
  /** Ms that the person has. */
  readonly maxMs?: number;
}

/**
 * An access token of the person who signs in: in the browser by authorization code with PKCE, or by a device code. Nothing is kept. Rejects
 * with the UserErrors `SETUP_SIGN_IN`, `ENTRA_UNREACHABLE` and `AADSTS...`.
 *
 * @param claims the JSON of a claims challenge
 */
export async function signInInteractively(options: InteractiveSignIn, claims?: string): Promise<string> {
  const { way, scopes, graphUrl, terminal, maxMs = MAX_MS } = options;
  // Loads slowly, and most runs have another token.
  const library = await import('@azure/msal-node');
  const network = new NetworkClient(options);
  const client = new library.PublicClientApplication(configuration(options, network));
  const wanted = {
    scopes: scopes.all.map((scope) => `${graphUrl}/${scope}`),
    ...(claims === undefined ? {} : { claims }),
  };
  try {
    const result = await (way === 'browser'
      ? byBrowser(client, wanted, terminal, maxMs)
      : byDeviceCode(client, wanted, terminal, maxMs));
    const token = result?.accessToken ?? '';
    if (token !== '') return token;
  } catch (error) {
    throw signInError(error, network.refusal, options);
  }
  throw noSignIn('The sign-in returned no token.');
}

type Wanted = { readonly scopes: string[]; readonly claims?: string };
type Result = Awaited<ReturnType<PublicClientApplication['acquireTokenByDeviceCode']>>;

async function byBrowser(
  client: PublicClientApplication,
  wanted: Wanted,
  terminal: InteractiveSignIn['terminal'],
  maxMs: number,
): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  try {
    return await client.acquireTokenInteractive({
      ...wanted,
      openBrowser: async (url) => {
        timer = setTimeout(() => {
          // MSAL cannot be cancelled: the answer that it waits for comes from here.
          void answerInstead(url);
        }, maxMs);
        terminal.err(`Sign in in the browser. If it does not open, open this page:\n${url}\n`);
        await terminal.open(url);
      },
    });
  } catch (error) {
    if (!isRecord(error) || error.errorCode !== LATE) throw error;
    throw noSignIn(`Nobody signed in within ${Math.round(maxMs / 1_000)} s.`);
  } finally {
    clearTimeout(timer);
  }
}

/** Answers MSAL's server in place of Entra ID, which closes it. */
async function answerInstead(authorizeUrl: string): Promise<void> {
  const parameters = new URL(authorizeUrl).searchParams;
  const redirect = new URL(parameters.get('redirect_uri') ?? '');
  await request(`http://127.0.0.1:${redirect.port}/`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ error: LATE, state: parameters.get('state') ?? '' }).toString(),
  }).then(({ body }) => body.dump());
}

async function byDeviceCode(
  client: PublicClientApplication,
  wanted: Wanted,
  terminal: InteractiveSignIn['terminal'],
  maxMs: number,
): Promise<Result> {
  return client.acquireTokenByDeviceCode({
    ...wanted,
    timeout: Math.ceil(maxMs / 1_000),
    deviceCodeCallback: ({ userCode, verificationUri }) => {
      terminal.err(`Open ${printable(verificationUri)} in any browser and enter the code ${printable(userCode)}\n`);
    },
  });
}

/** MSAL accepts https authorities only: an authority on this machine is named so, and asked over http. */
function configuration(
  { authorityHost, tenantId }: InteractiveSignIn,
  networkClient: NetworkClient,
): ConstructorParameters<typeof PublicClientApplication>[0] {
  const { host } = new URL(authorityHost);
  const tenant = tenantId === '' ? 'organizations' : tenantId;
  const authority = `https://${host}/${tenant}`;
  return {
    auth: {
      clientId: TOOLS_CLIENT,
      authority,
      knownAuthorities: [host],
      // Else MSAL asks for it first.
      authorityMetadata: JSON.stringify({
        authorization_endpoint: `${authorityHost}/${tenant}/oauth2/v2.0/authorize`,
        token_endpoint: `${authority}/oauth2/v2.0/token`,
        issuer: `https://${host}/{tenantid}/v2.0`,
        jwks_uri: `${authority}/discovery/v2.0/keys`,
      }),
    },
    system: {
      networkClient,
      disableInternalRetries: true,
      loggerOptions: { loggerCallback: () => undefined, piiLoggingEnabled: false },
    },
  };
}

/** The requests of MSAL, over the connections and proxies of this program. */
class NetworkClient implements INetworkModule {
  /** The last error of Entra, of which MSAL may keep the name alone. */
  refusal: Json | undefined;
  readonly #overHttp: string | undefined;
  readonly #dispatcher: Dispatcher;

  constructor({ authorityHost, dispatcher }: Pick<InteractiveSignIn, 'authorityHost' | 'dispatcher'>) {
    const { protocol, host } = new URL(authorityHost);
    this.#overHttp = protocol === 'http:' ? `https://${host}/` : undefined;
    this.#dispatcher = dispatcher;
  }

  sendGetRequestAsync<T>(url: string, options: { headers?: Record<string, string> } = {}): Promise<NetworkResponse<T>> {
    return this.#send(url, 'GET', options);
  }

  sendPostRequestAsync<T>(
    url: string,
    options: { headers?: Record<string, string>; body?: string } = {},
  ): Promise<NetworkResponse<T>> {
    return this.#send(url, 'POST', options);
  }

  async #send<T>(
    url: string,
    method: 'GET' | 'POST',
    { headers, body }: { headers?: Record<string, string>; body?: string },
  ): Promise<NetworkResponse<T>> {
    const isOverHttp = this.#overHttp !== undefined && url.startsWith(this.#overHttp);
    const response = await request(isOverHttp ? url.replace(/^https:/, 'http:') : url, {
      dispatcher: this.#dispatcher,
      method,
      ...(headers === undefined ? {} : { headers }),
      ...(body === undefined ? {} : { body }),
    });
    const json = jsonOrUndefined(await response.body.text());
    if (!isServerAnswer<T>(json)) throw new Error(`${new URL(url).host} answered ${response.statusCode} without JSON`);
    if (response.statusCode >= 400) this.refusal = json;
    const names = Object.keys(response.headers);
    return {
      headers: Object.fromEntries(names.map((name) => [name, firstValue(response.headers[name]) ?? ''])),
      body: json,
      status: response.statusCode,
    };
  }
}

/** MSAL checks the members that it reads. */
function isServerAnswer<T>(value: T | Json | undefined): value is T {
  return isRecord(value);
}

/** The error of a sign-in: Entra's with its explanation, or what happened here. */
function signInError(error: unknown, refusal: Json | undefined, { way, ...application }: InteractiveSignIn): UserError {
  if (error instanceof UserError) return error;
  const { errorCode = '', errorMessage = '' } = isRecord(error) ? error : {};
  const text = typeof errorMessage === 'string' ? errorMessage : '';
  const inBrowser = { error: errorCode, error_description: text.replace(/^.*?(?=AADSTS\d)/s, '') };
  const body = /AADSTS\d/.test(text) ? parseEntraError(inBrowser) : parseEntraError(refusal);
  if (body?.code !== undefined && body.error !== 'authorization_pending') {
    return entraError(body, { ...application, clientId: TOOLS_CLIENT, signInBy: way });
  }
  if (typeof errorCode === 'string' && /timeout|expired|cancel|declined|denied/i.test(errorCode)) {
    return noSignIn(`Nobody signed in (${printable(errorCode)}).`);
  }
  if (isRecord(error) && errorCode === '') return unreachable(application.authorityHost, error).error;
  return noSignIn(`The sign-in failed: ${printable(text === '' ? describeError(error) : text)}`);
}

function noSignIn(message: string): UserError {
  return new UserError('SETUP_SIGN_IN', message, {
    hint:
      'Run the command again. Or sign in with "az login", with --device-code, or with a token for Microsoft Graph in a variable that ' +
      '--access-token-env names.',
  });
}
