import { property, type JsonObject } from '../json.ts';

/** A link to a next page that must not be requested. */
export class LinkError extends Error {
  override readonly name = 'LinkError';
}

/** The property of a page that links to the next one. */
export const NEXT_LINK = '@odata.nextLink';

/** The link to the next page of a listing; undefined after the last page. Throws if there is a link that is no text. */
export function nextLink(page: JsonObject): string | undefined {
  const link = property(page, NEXT_LINK);
  if (link === undefined || link === null) return undefined;
  if (typeof link !== 'string' || link === '') throw new TypeError('The link to the next page is no text');
  return link;
}

/**
 * Where the link to a next page leads: the admin API of the tenant, at the configured host or at one of its regions. Throws
 * for any other link, since the token is sent along. The link is used as it is: its skip token is opaque.
 *
 * @param base the configured URL
 * @param root path of the tenant's admin API
 */
export function linkTarget(link: string, base: URL, root: string): { readonly origin: string; readonly path: string } {
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

/** The warning of a page that is not the last although it has no link. */
export function isCutShort(page: JsonObject): boolean {
  const warnings = property(page, '@adminapi.warnings');
  return (
    Array.isArray(warnings) && warnings.some((text) => typeof text === 'string' && /more results available/i.test(text))
  );
}
