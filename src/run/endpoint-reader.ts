import { clouds, type CloudEndpoints } from '../auth/clouds.ts';
import { isConfidential } from '../http/secure-url.ts';
import { cloudOf, invalid, lines, type Reader } from './input-readers.ts';
import { inputName } from '../text/audience.ts';

/** Where a run sends its requests and tokens. */
export type Endpoints = Pick<CloudEndpoints, 'authorityHost' | 'graphUrl' | 'exchangeUrl' | 'exchangeAudience'>;

/** The members that the lines of the input `endpoints` replace. */
const ENDPOINT_MEMBERS = { authority: 'authorityHost', graph: 'graphUrl', exchange: 'exchangeUrl' } as const;

/**
 * The URLs of the cloud, and those that replace them, without a trailing slash. Tokens are sent there, so only encrypted and loopback
 * URLs are allowed.
 */
export const endpoints: Reader<Endpoints> = {
  kind: 'list',
  show: ({ authorityHost, graphUrl, exchangeUrl }) =>
    `authority=${authorityHost}, graph=${graphUrl}, exchange=${exchangeUrl}`,
  read: (input) => {
    const urls = { ...clouds[cloudOf(input.textOf('cloud'))] };
    const names = new Set<string>();
    for (const line of lines.read(input)) {
      const { name, url } = endpointIn(line, input.name);
      // Which of two decides where a token goes must not depend on their order.
      if (names.has(name)) throw invalid(input.name, name, `Remove one of the lines with "${name}=".`);
      names.add(name);
      urls[ENDPOINT_MEMBERS[name]] = url;
      if (name === 'exchange') urls.exchangeAudience = url;
    }
    const { authorityHost, graphUrl, exchangeUrl, exchangeAudience } = urls;
    return { authorityHost, graphUrl, exchangeUrl, exchangeAudience };
  },
};

/** The name and the URL of a line. Throws the UserError `INPUT_INVALID`. */
function endpointIn(line: string, input: string): { name: keyof typeof ENDPOINT_MEMBERS; url: string } {
  const [key = '', ...rest] = line.split('=').map((part) => part.trim());
  const value = rest.join('=');
  const form = `Use lines such as "graph=https://graph.microsoft.com", or leave it out and set ${inputName('cloud')}.`;
  const hint = `${form} The names are authority, graph and exchange.`;
  const name = (['authority', 'graph', 'exchange'] as const).find((known) => known === key);
  // What is no name may be a URL, and a URL may contain a password.
  if (name === undefined) throw invalid(input, /^[\w-]*$/.test(key) ? `${key}=` : 'a line without a name', hint);
  const url = URL.parse(value);
  // User information, queries and fragments are refused and not repeated: they may contain a password.
  if (url?.href !== `${url?.origin}${url?.pathname}`) throw invalid(input, `${name}=${shownUrl(url, value)}`, form);
  if (!isConfidential(url)) {
    throw invalid(input, line, `Only https: is allowed, and http: for a loopback address. ${form}`);
  }
  return { name, url: url.href.replace(/\/+$/, '') };
}

/** A URL without a host has no origin: in `localhost:80`, `localhost` is the scheme. */
function shownUrl(url: URL | null, value: string): string {
  if (url === null) return value;
  return url.origin === 'null' ? 'a URL without https:' : url.origin;
}
