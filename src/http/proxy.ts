import { Pool, type Dispatcher } from 'undici';
import { describeError, UserError } from '../errors.ts';

/** Environment variables, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

const PROXY = ['https_proxy', 'HTTPS_PROXY'];

/** The proxy, not the server behind it, failed to connect. The message contains no credentials. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  /** Such as `proxy.contoso.com:8080`. */
  readonly host: string;
  /** The HTTP status of its response to CONNECT; undefined if it did not respond. */
  readonly status: number | undefined;

  constructor(host: string, status: number | undefined, cause?: unknown) {
    const message =
      status === undefined
        ? `the proxy ${host} cannot be reached (${describeError(cause)})`
        : `the proxy ${host} refuses the connection (HTTP ${status})`;
    super(message, cause === undefined ? {} : { cause });
    this.host = host;
    this.status = status;
  }
}

type ConnectOptions = Omit<Dispatcher.ConnectOptions, 'origin'>;
type ConnectCallback = (error: Error | null, data: Dispatcher.ConnectData) => void;

/** Connections to a proxy, each a tunnel to one server (RFC 9110, section 9.3.6). They reject with a ProxyError. */
export class ProxyConnections extends Pool {
  readonly #host: string;

  constructor(proxy: URL, options: Pool.Options) {
    super(proxy, options);
    this.#host = proxy.host;
  }

  override connect(options: ConnectOptions): Promise<Dispatcher.ConnectData>;
  override connect(options: ConnectOptions, callback: ConnectCallback): void;
  override connect(options: ConnectOptions, callback?: ConnectCallback): Promise<Dispatcher.ConnectData> | undefined {
    if (callback === undefined) return this.#tunnel(super.connect(options));
    super.connect(options, callback);
    return undefined;
  }

  async #tunnel(connecting: Promise<Dispatcher.ConnectData>): Promise<Dispatcher.ConnectData> {
    let data: Dispatcher.ConnectData;
    try {
      data = await connecting;
    } catch (cause) {
      throw new ProxyError(this.#host, undefined, cause);
    }
    if (data.statusCode === 200) return data;
    data.socket.on('error', () => undefined).destroy();
    throw new ProxyError(this.#host, data.statusCode);
  }
}

/** The URL of the proxy for https; undefined if the variable is not set or invalid (see `requireUsableProxy`). */
export function httpsProxy(env: Environment): URL | undefined {
  const value = variable(env, PROXY)?.value;
  return value === undefined ? undefined : proxyAddress(value);
}

/**
 * The proxy's environment variable with a scheme in its value, for libraries in this process: the client of the artifact
 * storage does not accept `proxy.contoso.com:8080`. Empty if there is no proxy.
 */
export function proxyWithScheme(env: Environment): Record<string, string> {
  const proxy = httpsProxy(env);
  const name = variable(env, PROXY)?.name;
  return proxy === undefined || name === undefined ? {} : { [name]: proxy.href };
}

/** The hosts that NO_PROXY lists. */
export function noProxy(env: Environment): string {
  return variable(env, ['no_proxy', 'NO_PROXY'])?.value ?? '';
}

/**
 * Checks what the environment says about connections. Throws the UserError `PROXY_INVALID`, or `TLS_UNVERIFIED` if it turns off
 * the verification of TLS certificates in Node.js.
 */
export function requireSecureEnvironment(env: Environment): void {
  requireUsableProxy(env);
  if (env.NODE_TLS_REJECT_UNAUTHORIZED !== '0') return;
  throw new UserError(
    'TLS_UNVERIFIED',
    'The environment variable NODE_TLS_REJECT_UNAUTHORIZED is 0: any server could receive the tokens of this run.',
    {
      hint:
        'Remove the variable. If a proxy inspects TLS or a server has a certificate of a private authority, set ' +
        'NODE_EXTRA_CA_CERTS on this machine to the PEM file of the root certificate.',
    },
  );
}

/** Throws the UserError `PROXY_INVALID`, without the value, which may contain a password. */
function requireUsableProxy(env: Environment): void {
  const proxy = variable(env, PROXY);
  if (proxy === undefined || proxyAddress(proxy.value) !== undefined) return;
  throw new UserError('PROXY_INVALID', `The environment variable ${proxy.name} is not a valid proxy URL.`, {
    hint:
      `Set ${proxy.name} on this machine to a URL such as http://proxy.contoso.com:8080, or remove it. Percent-encode ` +
      'special characters of a user name or password. SOCKS proxies are not supported.',
  });
}

/**
 * The secrets in the proxy's URL, also if it is invalid: the password, or a user name without password, which is a token.
 * Each as written, decoded, and as sent in the Authorization header.
 */
export function proxySecrets(env: Environment): string[] {
  const value = variable(env, PROXY)?.value ?? '';
  // An invalid URL may contain an @ or a / that should have been percent-encoded.
  const [, userInfo = ''] = /^(?:[a-z][a-z\d+.-]*:\/\/)?(.*)@/is.exec(value) ?? [];
  const colon = userInfo.indexOf(':');
  const [username, password] = colon < 0 ? [userInfo, ''] : [userInfo.slice(0, colon), userInfo.slice(colon + 1)];
  const secret = password === '' ? username : password;
  if (secret === '') return [];
  const sent = `${decoded(username)}:${decoded(password)}`;
  // `URL` percent-encodes the characters that a URL may not contain.
  const { username: user = '', password: word = '' } = httpsProxy(env) ?? {};
  const secrets = [secret, decoded(secret), Buffer.from(sent).toString('base64'), word === '' ? user : word];
  return [...new Set(secrets)].filter((text) => text !== '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** As in curl and GitHub's toolkit, the lower-case name has priority, and an empty variable is ignored. */
function variable(
  env: Environment,
  names: readonly string[],
): { readonly name: string; readonly value: string } | undefined {
  for (const name of names) {
    const value = env[name]?.trim() ?? '';
    if (value !== '') return { name, value };
  }
  return undefined;
}

/** Accepts `proxy.contoso.com:8080` without a scheme too. */
function proxyAddress(value: string): URL | undefined {
  const url = URL.parse(/^[a-z][a-z\d+.-]*:\/\//i.test(value) ? value : `http://${value}`);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined;
  try {
    decodeURIComponent(`${url.username}${url.password}`);
  } catch {
    return undefined;
  }
  return url;
}
