import { Pool, type Dispatcher } from 'undici';
import { describeError, UserError } from '../errors.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const PROXY = ['https_proxy', 'HTTPS_PROXY'];

/** The proxy on the way, not the server behind it, is why there is no connection. Its message holds no credentials. */
export class ProxyError extends Error {
  override readonly name = 'ProxyError';
  /** Such as `proxy.contoso.com:8080`. */
  readonly host: string;
  /** What it answered to CONNECT; undefined where it did not answer. */
  readonly status: number | undefined;

  constructor(host: string, status: number | undefined, cause?: unknown) {
    const what =
      status === undefined
        ? `the proxy ${host} cannot be reached (${describeError(cause)})`
        : `the proxy ${host} refuses the connection (HTTP ${status})`;
    super(what, cause === undefined ? {} : { cause });
    this.host = host;
    this.status = status;
  }
}

type ConnectOptions = Omit<Dispatcher.ConnectOptions, 'origin'>;
type ConnectCallback = (error: Error | null, data: Dispatcher.ConnectData) => void;

/** Connections to a proxy, each a tunnel to one server (RFC 9110, 9.3.6), which say so where the proxy is at fault. */
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

/** The proxy for https, or undefined where there is none; what `requireUsableProxy` refuses is none either. */
export function httpsProxy(env: Environment): URL | undefined {
  const value = variable(env, PROXY)?.value;
  return value === undefined ? undefined : proxyAddress(value);
}

/**
 * The proxy's variable as an address with its scheme, for what else runs in this process: the client of the artifact's
 * storage takes `proxy.contoso.com:8080` for no address at all. Empty where there is no proxy.
 */
export function proxyWithScheme(env: Environment): Record<string, string> {
  const proxy = httpsProxy(env);
  const name = variable(env, PROXY)?.name;
  return proxy === undefined || name === undefined ? {} : { [name]: proxy.href };
}

/** Hosts that are asked past the proxy, as NO_PROXY lists them. */
export function noProxy(env: Environment): string {
  return variable(env, ['no_proxy', 'NO_PROXY'])?.value ?? '';
}

/** Throws UserError `PROXY_INVALID` where the proxy's variable holds no address of one. Its value may hold a password. */
export function requireUsableProxy(env: Environment): void {
  const proxy = variable(env, PROXY);
  if (proxy === undefined || proxyAddress(proxy.value) !== undefined) return;
  throw new UserError('PROXY_INVALID', `The environment variable ${proxy.name} is not the address of a proxy.`, {
    hint:
      `Set ${proxy.name} on the runner to an address such as http://proxy.contoso.com:8080, or take it away. Special ` +
      'characters of a user name or password in it are percent-encoded; SOCKS is not supported.',
  });
}

/**
 * What of the proxy's address is secret: its password, or its user name where that stands alone and so is a token; as it is
 * written, as it is meant, and as it is sent. Of an address that is refused too, whose text nobody else takes apart.
 */
export function proxySecrets(env: Environment): string[] {
  const value = variable(env, PROXY)?.value ?? '';
  // What is refused may hold an @ or a / that should have been percent-encoded.
  const [, userInfo = ''] = /^(?:[a-z][a-z\d+.-]*:\/\/)?(.*)@/is.exec(value) ?? [];
  const colon = userInfo.indexOf(':');
  const [username, password] = colon < 0 ? [userInfo, ''] : [userInfo.slice(0, colon), userInfo.slice(colon + 1)];
  const written = password === '' ? username : password;
  if (written === '') return [];
  const sent = `${decoded(username)}:${decoded(password)}`;
  // An address that is passed on has the characters that it may not hold percent-encoded.
  const { username: user = '', password: word = '' } = httpsProxy(env) ?? {};
  const secrets = [written, decoded(written), Buffer.from(sent).toString('base64'), word === '' ? user : word];
  return [...new Set(secrets)].filter((secret) => secret !== '');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** As curl and GitHub's own toolkit have it: the lower-case name goes first, and an empty variable is none. */
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

/** `proxy.contoso.com:8080` alone is an address of a proxy too. */
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
