import { isObject, property, type Json, type JsonObject } from '../../src/json.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { makeCertificate, type TestCertificate } from './certificate.ts';
import { get, signIn, type Answer } from './sign-in.ts';

/** A tenant and a signed-in client. */
export interface Office {
  readonly tenant: Tenant;
  readonly token: string;
  /** Addresses of mailboxes that can be read, in the tenant's order. */
  readonly readable: readonly string[];
  /** Requests a path below a mailbox. */
  readonly ask: (address: string, below: string, version?: string) => Promise<Answer>;
  /** Requests a link unchanged. */
  readonly follow: (link: string) => Promise<Answer>;
  /** Reads all pages of a collection. Throws if a page fails or if there are too many pages. */
  readonly readAll: (
    address: string,
    below: string,
    version?: string,
  ) => Promise<{ readonly items: readonly JsonObject[]; readonly pages: number }>;
  readonly close: () => Promise<void>;
}

const MOST_PAGES = 500;

/** One certificate for all tenants of a test file, because generating a key is slow. */
let certificate: TestCertificate | undefined;

const EVERY_ROLE = ['MailboxSettings.Read', 'Mail.ReadBasic.All', 'Calendars.ReadBasic.All'];

export async function openOffice(options: TenantOptions = {}): Promise<Office> {
  certificate ??= await makeCertificate();
  const tenant = await startTenant({ mailboxes: 300, certificates: [certificate.pem], roles: EVERY_ROLE, ...options });
  const token = await signIn(tenant, certificate);
  const ask = async (address: string, below: string, version = 'v1.0'): Promise<Answer> =>
    get(tenant, token, `/${version}/users('${encodeURIComponent(address.replaceAll("'", "''"))}')/${below}`);
  const follow = async (link: string): Promise<Answer> => {
    if (!link.startsWith(`${tenant.graphUrl}/`)) throw new Error(`not Graph's: ${link}`);
    return get(tenant, token, link.slice(tenant.graphUrl.length));
  };
  return {
    tenant,
    token,
    readable: tenant.addresses.filter((address) => tenant.expected(address).status === 'ok'),
    ask,
    follow,
    readAll: async (address, below, version) => {
      const items: JsonObject[] = [];
      let answer = await ask(address, below, version);
      for (let pages = 1; pages <= MOST_PAGES; pages++) {
        items.push(...itemsOf(answer));
        const next = nextOf(answer);
        if (next === undefined) return { items, pages };
        answer = await follow(next);
      }
      throw new Error(`more than ${MOST_PAGES} pages`);
    },
    close: async () => tenant.close(),
  };
}

/** The items of a page. Throws if the response is not a page. */
export function itemsOf({ status, body, text }: Answer): JsonObject[] {
  if (status !== 200 || !Array.isArray(body.value)) throw new Error(`no page: ${status} ${text}`);
  return body.value.map((item) => {
    if (!isObject(item)) throw new Error(`no item: ${JSON.stringify(item)}`);
    return item;
  });
}

export function nextOf({ body }: Answer): string | undefined {
  const link = body['@odata.nextLink'];
  return typeof link === 'string' ? link : undefined;
}

export function errorOf({ body }: Answer): { code: Json | undefined; message: Json | undefined } {
  return { code: property(body.error, 'code'), message: property(body.error, 'message') };
}

/** The value of a key. Undefined if the value is not an object. */
export function at(value: Json | undefined, ...path: readonly string[]): Json | undefined {
  return path.reduce<Json | undefined>((inner, key) => property(inner, key), value);
}

export function textAt(value: Json | undefined, ...path: readonly string[]): string {
  const found = at(value, ...path);
  return typeof found === 'string' ? found : '';
}

export function listAt(value: Json | undefined, ...path: readonly string[]): readonly Json[] {
  const found = at(value, ...path);
  return Array.isArray(found) ? found : [];
}
