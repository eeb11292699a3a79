import { isObject, type Json, type JsonObject } from '../../../src/json.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../../tenant/tenant.ts';
import { makeCertificate } from '../certificate.ts';
import { answerOf, assertion, requestToken, tokenForm, type Answer } from '../sign-in.ts';

export const ANCHOR = 'APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@';

/** A tenant, and a client of its admin API. */
export interface ExchangeOffice {
  readonly tenant: Tenant;
  /** Runs a cmdlet, and returns the first page. */
  run(cmdlet: string, parameters?: JsonObject, options?: RequestOptions): Promise<Answer>;
  /** Posts a body to an address, as `run` does. */
  post(url: string, body: Json, options?: RequestOptions): Promise<Answer>;
  /** All rows of a cmdlet, through every page. */
  rows(cmdlet: string, parameters?: JsonObject, options?: RequestOptions): Promise<JsonObject[]>;
  /** A new token for a scope of Exchange. */
  signIn(scope?: string): Promise<string>;
  close(): Promise<void>;
}

export interface RequestOptions {
  /** Names for `$select`. */
  readonly select?: readonly string[];
  /** Headers besides; a header that is undefined is left out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly token?: string;
  readonly method?: string;
  readonly version?: string;
}

/** Starts a tenant with an application that has the roles of the options. */
export async function openExchange(options: TenantOptions = {}): Promise<ExchangeOffice> {
  const certificate = await makeCertificate();
  const tenant = await startTenant({ mailboxes: 60, ...options, certificates: [certificate.pem] });
  const signIn = async (scope = `${tenant.exchangeUrl}/.default`): Promise<string> => {
    const { body, text } = await requestToken(
      tenant,
      tokenForm(tenant, await assertion(tenant, certificate), { scope }),
    );
    if (typeof body.access_token !== 'string') throw new Error(`no token: ${text}`);
    return body.access_token;
  };
  const token = await signIn().catch(async (error: unknown) => {
    // Otherwise its open ports would keep the test process alive.
    await tenant.close();
    throw error;
  });
  const post = async (url: string, body: Json, one: RequestOptions = {}): Promise<Answer> => {
    const headers = new Headers();
    const all: Readonly<Record<string, string | undefined>> = {
      authorization: `Bearer ${one.token ?? token}`,
      'content-type': 'application/json; charset=utf-8',
      'accept-encoding': 'identity',
      'x-anchormailbox': ANCHOR + tenant.tenantId,
      prefer: 'odata.maxpagesize=1000',
      ...one.headers,
    };
    for (const [name, value] of Object.entries(all)) if (value !== undefined) headers.set(name, value);
    const { method = 'POST' } = one;
    const content = method === 'POST' ? { body: JSON.stringify(body) } : {};
    return answerOf(await fetch(url, { method, headers, redirect: 'manual', ...content }));
  };
  const run = (cmdlet: string, parameters: JsonObject = {}, one: RequestOptions = {}): Promise<Answer> => {
    const { version = 'beta', select } = one;
    const query = select === undefined ? '' : `?$select=${select.join(',')}`;
    const url = `${tenant.exchangeUrl}/adminapi/${version}/${tenant.tenantId}/InvokeCommand${query}`;
    return post(url, commandOf(cmdlet, parameters), one);
  };
  return {
    tenant,
    run,
    post,
    rows: async (cmdlet, parameters = {}, one = {}) => {
      const rows: JsonObject[] = [];
      let answer = await run(cmdlet, parameters, one);
      for (let pages = 0; pages < 200; pages++) {
        if (answer.status !== 200) throw new Error(`${answer.status} ${answer.text}`);
        rows.push(...rowsIn(answer));
        const link = answer.body['@odata.nextLink'];
        if (typeof link !== 'string') return rows;
        answer = await post(link, commandOf(cmdlet, parameters), one);
      }
      throw new Error('the pages have no end');
    },
    signIn,
    close: () => tenant.close(),
  };
}

export function commandOf(cmdlet: string, parameters: JsonObject): JsonObject {
  return { CmdletInput: { CmdletName: cmdlet, Parameters: parameters } };
}

/** The rows of a page, without annotations. */
export function rowsIn({ body }: Answer): JsonObject[] {
  const { value } = body;
  if (!Array.isArray(value)) throw new Error('an answer without rows');
  return value
    .filter(isObject)
    .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !name.includes('@'))));
}

/** The exception and the text of an error, where the service has them. */
export function failureOf({ body }: Answer): { type: unknown; message: unknown } {
  let place: Json | undefined = body.error;
  for (const name of ['innererror', 'internalexception']) place = isObject(place) ? place[name] : undefined;
  return isObject(place) ? { type: place.type, message: place.message } : { type: undefined, message: undefined };
}
