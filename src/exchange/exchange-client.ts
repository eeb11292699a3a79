import { gunzipSync } from 'node:zlib';
import { tenantOf, type AccessToken } from '../auth/access-token.ts';
import { AuthorizedClient, type AuthorizedClientOptions, type AuthorizedRequest } from '../auth/authorized-client.ts';
import { firstValue, type Headers } from '../http/headers.ts';
import { isObject, jsonOrUndefined, parseJson, property, type Json, type JsonObject } from '../json.ts';
import { CMDLETS } from './cmdlets.ts';
import { commandBody, LINK_NAME, selectQuery, type Command } from './command.ts';

/** A complete response of the admin API, or of a gateway on the way to it. */
export interface ExchangeResponse {
  readonly status: number;
  /** Without tokens. */
  readonly headers: Headers;
  /** Undefined if the body is not JSON: 403 sends NUL characters. */
  readonly json: Json | undefined;
  /** The body without secrets; '' if it cannot be decoded. */
  readonly text: string;
  /** Whether it has no body. */
  readonly isEmpty: boolean;
  readonly clientRequestId: string;
}

export interface ExchangeClientOptions extends AuthorizedClientOptions {
  /** Origin such as `https://outlook.office365.com`. */
  readonly exchangeUrl: string;
  /** GUID or verified domain. The GUID in the token takes precedence: links to pages require the same name throughout. */
  readonly tenantId: string;
}

/** A link to a next page that must not be requested. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
}

/** A request to the configured host or its region, unless a link leads to another. */
interface AdminRequest extends Pick<AuthorizedRequest, 'method' | 'body' | 'once'> {
  readonly origin?: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Ms; `MAX_WAIT_FOR_PAGE` if undefined. */
  readonly maxWait?: number | undefined;
}

/** The most objects of a page. Everybody assumes this limit, and it is the default of Microsoft's module. */
export const PAGE_SIZE = 1000;
/** The mailbox of the organization. All pages of a listing must be requested with the same anchor. */
const ANCHOR = 'SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}';
/** Ms that a page may take, as other clients wait. */
const MAX_WAIT_FOR_PAGE = 300_000;
const MAX_BYTES = 256 * 1024 * 1024;
/** Of a buffer that holds nearly every decompressed page. */
const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * Sends commands to Exchange Online's admin API, the service behind Microsoft's PowerShell module. A redirect to a regional host is followed by the first label of its
 * name only, so that the token stays within the domain that it was issued for. Methods reject
 * as `AuthorizedClient.send` does.
 */
export class ExchangeClient {
  readonly #options: ExchangeClientOptions;
  readonly #connectionId: string;
  readonly #client: AuthorizedClient;
  /** Of the configured URL, or of the region that it has redirected to. */
  #origin: URL;
  readonly #base: URL;
  #tenant: string | undefined;

  constructor(options: ExchangeClientOptions) {
    this.#options = options;
    this.#connectionId = options.newId();
    this.#client = new AuthorizedClient(options);
    this.#base = new URL(options.exchangeUrl);
    this.#origin = this.#base;
  }

  /**
   * Runs a command, or requests its next page: the same request to the page's link. Throws an Error if the link leads to
   * another service.
   *
   * @param once see `AuthorizedRequest`
   */
  invoke(command: Command, link?: string, once?: boolean): Promise<ExchangeResponse> {
    return this.#request(async () => {
      const root = await this.#root();
      return {
        method: 'POST',
        ...(link === undefined
          ? { path: `${root}/InvokeCommand${selectQuery(command)}` }
          : linkTarget(link, this.#base, root)),
        headers: {
          ...(await this.#anchor()),
          prefer: `odata.maxpagesize=${command.pageSize ?? PAGE_SIZE}`,
          'x-cmdletname': command.cmdlet,
        },
        body: JSON.stringify(commandBody(command)),
        maxWait: CMDLETS.get(command.cmdlet)?.maxWait,
        once,
      };
    });
  }

  /**
   * Runs commands in one request. The ids of the responses are the positions, from 0. Each item has the token and an id of its
   * own, as Microsoft's module sends them: no client without them is known to work.
   */
  batch(commands: readonly Command[]): Promise<ExchangeResponse> {
    return this.#request(async () => {
      const root = await this.#root();
      const anchor = await this.#anchor();
      const origin = this.#origin.origin;
      const itemsFor = (token: AccessToken): JsonObject[] =>
        commands.map((command, at) => ({
          id: String(at),
          method: 'POST',
          url: `${origin}${root}/InvokeCommand${selectQuery(command)}`,
          headers: {
            Authorization: `Bearer ${token.value}`,
            'client-request-id': this.#options.newId(),
            ...anchor,
            'X-CmdletName': command.cmdlet,
            Prefer: `odata.maxpagesize=${PAGE_SIZE}`,
            Accept: 'application/json',
            'Content-Type': 'application/json',
          },
          body: commandBody(command),
        }));
      return {
        method: 'POST',
        path: `${root}/$batch`,
        headers: { ...anchor, prefer: `odata.maxpagesize=${PAGE_SIZE};odata.continue-on-error` },
        body: (token) => JSON.stringify({ requests: itemsFor(token) }),
      };
    });
  }

  /**
   * The cmdlets that the token may run, in lower case. Undefined if Exchange Online does not say: the interface is not
   * documented, so a caller must work without the answer.
   */
  async allowedCmdlets(): Promise<ReadonlySet<string> | undefined> {
    const { status, json } = await this.#request(async () => ({
      method: 'GET',
      path: `${(await this.#root()).replace('/beta/', '/v1.0/')}/EXOModuleFile?Version=3.9.2`,
      headers: { ...(await this.#anchor()), commandname: '*' },
    }));
    const modules = property(json, 'value');
    if (status !== 200 || !Array.isArray(modules)) return undefined;
    const names = modules.flatMap((module) => {
      const exported = property(module, 'exportedCmdlets');
      return typeof exported === 'string' ? exported.split(',') : [];
    });
    const found = names.map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
    return found.length === 0 ? undefined : new Set(found);
  }

  /**
   * Sends a request that no report sends: the probe checks what Exchange Online does with it.
   *
   * @param path below `/adminapi/`, such as `v1.0/{tenant}/InvokeCommand`; `{tenant}` stands for the tenant, also in the body
   */
  send(
    method: AdminRequest['method'],
    path: string,
    {
      headers = {},
      body,
    }: { readonly headers?: AdminRequest['headers'] | undefined; readonly body?: string | undefined },
  ): Promise<ExchangeResponse> {
    return this.#request(async () => {
      const tenant = await this.#tenantName();
      const prefix = `${this.#base.pathname.replace(/\/$/, '')}/adminapi/`;
      return {
        method,
        path: prefix + path.replaceAll('{tenant}', tenant),
        headers: { ...(await this.#anchor()), ...headers },
        ...(body === undefined ? {} : { body: body.replaceAll('{tenant}', tenant) }),
      };
    });
  }

  async #root(): Promise<string> {
    return `${this.#base.pathname.replace(/\/$/, '')}/adminapi/beta/${await this.#tenantName()}`;
  }

  async #anchor(): Promise<{ readonly 'X-AnchorMailbox': string }> {
    return { 'X-AnchorMailbox': `APP:${ANCHOR}@${await this.#tenantName()}` };
  }

  async #tenantName(): Promise<string> {
    this.#tenant ??= tenantOf(await this.#options.tokens.get()) ?? this.#options.tenantId;
    return this.#tenant;
  }

  /** Sends a request, and again to the region that the response names. */
  async #request(build: () => Promise<AdminRequest>): Promise<ExchangeResponse> {
    const response = await this.#send(await build());
    if (response.status < 300 || response.status > 399) return response;
    const region = this.#regionOf(firstValue(response.headers.location));
    if (region === undefined) return response;
    this.#origin = region;
    return this.#send({ ...(await build()), origin: region.origin });
  }

  /** `https://eurprd01.outlook.office365.com`: the label of a redirect's host, below the configured host. */
  #regionOf(location: string | undefined): URL | undefined {
    const host = location === undefined ? undefined : URL.parse(location, this.#origin.href)?.hostname;
    const [label = ''] = host?.split('.') ?? [];
    if (!/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/i.test(label)) return undefined;
    if (host === this.#base.hostname) return this.#base;
    return URL.parse(`${this.#base.protocol}//${label}.${this.#base.host}`) ?? undefined;
  }

  async #send({
    method,
    origin = this.#origin.origin,
    path,
    headers,
    body,
    maxWait,
    once,
  }: AdminRequest): Promise<ExchangeResponse> {
    const response = await this.#client.send({
      method,
      once,
      url: `${origin}${path}`,
      headersTimeout: maxWait ?? MAX_WAIT_FOR_PAGE,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
        accept: 'application/json',
        'accept-encoding': 'gzip',
        'connection-id': this.#connectionId,
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    });
    const { status, clientRequestId } = response;
    const isEmpty = response.body.byteLength === 0;
    const sent = decoded(Buffer.from(response.body), firstValue(response.headers['content-encoding']));
    const text = withExactIntegers(this.#client.redact(sent));
    const json = withOwnLink(jsonOrUndefined(text), sent);
    // Frees the buffers of a page now: those of many pages are freed only by the next full garbage collection.
    for (const buffer of new Set([response.body, sent.buffer])) buffer.transfer(0);
    return { status, headers: response.headers, json, text, isEmpty, clientRequestId };
  }
}

/** The link in the text of an answer: parsing a megabyte once more would take longer. No other text has such quotes. */
const LINK = /"@?[^@"]*nextLink"\s*:\s*("(?:[^"\\]|\\.)*")/i;

/**
 * A redacted answer with its original link: a skip token may name the tenant in base64, as the access token does, and would
 * be damaged.
 *
 * @param sent the original bytes
 */
function withOwnLink(redacted: Json | undefined, sent: Buffer): Json | undefined {
  if (!isObject(redacted)) return redacted;
  const [name, shown] = Object.entries(redacted).find(([key]) => LINK_NAME.test(key)) ?? [];
  if (name === undefined || typeof shown !== 'string' || !shown.includes('***')) return redacted;
  const link = LINK.exec(sent.toString())?.[1];
  return link === undefined ? redacted : { ...redacted, [name]: parseJson(link) };
}

/** The decompressed body; empty if it is not what its header says, as with 403, which declares NUL characters as gzip. */
function decoded(bytes: Buffer<ArrayBuffer>, encoding: string | undefined): Buffer<ArrayBuffer> {
  if (encoding?.toLowerCase() !== 'gzip') return bytes;
  try {
    return gunzipSync(bytes, { maxOutputLength: MAX_BYTES, chunkSize: CHUNK_BYTES });
  } catch {
    return Buffer.alloc(0);
  }
}

/**
 * Where the link to a next page leads: the admin API of the tenant, at the configured host or at one of its regions. Throws
 * for any other link, since the token is sent along. The link is used as it is: its skip token is opaque.
 *
 * @param base the configured URL
 * @param root path of the tenant's admin API
 */
function linkTarget(link: string, base: URL, root: string): { readonly origin: string; readonly path: string } {
  const url = URL.parse(link);
  if (url === null) throw new LinkError('The link to the next page is no URL');
  const isKnown = url.host === base.host || url.host.endsWith(`.${base.host}`);
  if (!isKnown || url.protocol !== base.protocol || url.username !== '' || url.password !== '') {
    throw new LinkError(`The link to the next page leads to another host, ${url.host}`);
  }
  // A server resolves `..`, so the resolved path counts. The service may spell the GUID of the tenant in another case.
  if (!url.pathname.toLowerCase().startsWith(`${root.toLowerCase()}/`)) {
    throw new LinkError('The link to the next page leads out of the admin API of the tenant');
  }
  return { origin: url.origin, path: /^[a-z]+:\/\/[^/?#]+([^#]*)/i.exec(link)?.[1] ?? '' };
}

/** A string or a number of a JSON text. */
const TOKEN = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*/g;
/** Sixteen digits can be more than 2^53. */
const CANDIDATE = /[:,[]\s*-?\d{16}/;

/**
 * A JSON text with its whole numbers beyond 2^53 as strings, since `JSON.parse` would round them: the `RuleIdentity` of an
 * inbox rule, by which cmdlets find the rule, has up to 20 digits.
 */
export function withExactIntegers(json: string): string {
  if (!CANDIDATE.test(json)) return json;
  return json.replace(TOKEN, (token) =>
    /^-?\d{16,}$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token,
  );
}
