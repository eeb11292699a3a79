/** An item of `Through`: a permission of an application, and the way in which it reaches a mailbox. Hostile until escaped. */
export interface ThroughItem {
  readonly name: string;
  readonly appId: string;
  readonly permission: string;
  /** `tenant-wide`, or `scope`, `group` or `policy` with a name. */
  readonly way: string;
}

export const TENANT_WIDE = 'tenant-wide';
/** The scope of a permission that reaches what the roles of the application allow. */
export const BY_ROLES = 'roles of the application';

/** An item as `throughText` writes it; undefined for any other text. */
export function throughItem(text: string): ThroughItem | undefined {
  const [, name, appId, permission, way] = /^(.+) \(([^()]+)\): ([^:,]+), (.+)$/s.exec(text) ?? [];
  if (name === undefined || appId === undefined || permission === undefined || way === undefined) return undefined;
  return { name, appId, permission, way };
}

/** `NAME (APPID): permission, WAY`. */
export function throughText({ permission, way, ...application }: ThroughItem): string {
  return `${fullName(application)}: ${permission}, ${way}`;
}

/** `NAME (APPID)`, or the name if the ID is not known. */
export function fullName({ name, appId }: Pick<ThroughItem, 'name' | 'appId'>): string {
  return appId === '' ? name : `${name} (${appId})`;
}
