import { createHash } from 'node:crypto';
import { Chance } from './chance.ts';
import { badRequest, graphError, type GraphAnswer } from './graph-errors.ts';
import type { JsonObject } from './json.ts';
import { GROUP_ROLES, type TenantGroups } from './groups.ts';
import { objectFilter } from './object-filter.ts';
import { notSimulated } from './page-query.ts';
import type { Kind } from './habits.ts';
import type { People } from './people.ts';
import { USAGE_COLUMNS, type UsageFileFaults, type UsageFiles } from './usage-files.ts';
import type { DirectoryAudits } from './directory-audits.ts';
import { appUsage } from './protocol-use.ts';
import type { SignInLog } from './sign-ins.ts';
import { isAccountEnabled, SKUS, unknownUserProperty, userJson, USER_PROPERTIES } from './user.ts';

const NAMES = [
  ...(['users', 'groups', 'subscribedSkus', 'userRegistrationDetails', 'getMailboxUsageDetail'] as const),
  ...(['getEmailAppUsageUserDetail', 'signIns', 'directoryAudits'] as const),
];

/** What Graph lists of the whole tenant. */
export type ListingName = (typeof NAMES)[number];

/** A request for a page of a listing. */
export interface ListingPath {
  readonly ok: true;
  readonly listing: ListingName;
  /** As written, relative to the version. */
  readonly path: string;
  readonly query: string;
}

/** What goes wrong with a listing. */
export interface ListingFaults {
  /** It has status 403 whatever the roles are. */
  readonly denied?: boolean;
  /** The first `times` requests are refused with 429, which concerns this listing alone. */
  readonly throttled?: { readonly times: number; readonly retryAfter: number };
  /** The skip tokens of the first so many requests for a further page have expired. */
  readonly expired?: number;
  /** The most objects of a page, whatever was asked for. */
  readonly most?: number;
  /** The page with this number, from 1, has no link to the next one. */
  readonly endsAt?: number;
  /** The page with this number has the objects of the page before it. */
  readonly repeatsAt?: number;
  /** The last page links to the first, under another URL each time. */
  readonly endless?: boolean;
  /** Each page links to itself. */
  readonly looping?: boolean;
  /** Links to next pages lead to this origin, or to this path. */
  readonly foreign?: string;
  readonly strayPath?: string;
  /** Links to further pages of a usage report are as the documentation of getFormsUserActivityUserDetail shows them. */
  readonly reportingLinks?: boolean;
  /** Objects at the end: each a copy of that of an address, with other values. */
  readonly extra?: readonly { readonly of: string; readonly set: JsonObject }[];
  /** Addresses that it lacks. */
  readonly without?: readonly string[];
  /** Names are MD5 hashes, as `displayConcealedNames` makes them. */
  readonly concealed?: boolean;
  /** User principal names are in upper case. */
  readonly upperCase?: boolean;
  /** The tenant has no Microsoft Entra ID P1. */
  readonly free?: boolean;
  /** What goes wrong with the CSV of a usage report. */
  readonly file?: UsageFileFaults;
}

/** The rules for the requests of a listing. */
interface ListingRules {
  readonly path: RegExp;
  /** One of them is enough. https://learn.microsoft.com/graph/permissions-reference */
  readonly roles: readonly string[];
  /** Items a page without `$top`. */
  readonly pageSize: number;
  /** Options that it has, in lower case. */
  readonly options: readonly string[];
  /** Whether it needs Microsoft Entra ID P1. */
  readonly premium?: boolean;
}

const USERS = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All', 'Directory.ReadWrite.All'];
const SIGN_INS = ['AuditLog.Read.All'];

const LISTINGS: Readonly<Record<ListingName, ListingRules>> = {
  users: { path: /^\/users\/?$/i, roles: USERS, pageSize: 100, options: ['$top', '$select', '$filter', '$count'] },
  groups: {
    path: /^\/groups\/?$/i,
    roles: GROUP_ROLES,
    pageSize: 100,
    options: ['$top', '$select', '$filter', '$count'],
  },
  subscribedSkus: {
    path: /^\/subscribedSkus\/?$/i,
    roles: ['LicenseAssignment.Read.All', 'Organization.Read.All', 'Directory.Read.All', 'Directory.ReadWrite.All'],
    pageSize: Infinity,
    options: ['$select'],
  },
  // https://learn.microsoft.com/graph/api/authenticationmethodsroot-list-userregistrationdetails: neither $top nor $select.
  userRegistrationDetails: {
    path: /^\/reports\/authenticationMethods\/userRegistrationDetails\/?$/i,
    roles: SIGN_INS,
    pageSize: 1000,
    options: [],
    premium: true,
  },
  getMailboxUsageDetail: {
    path: /^\/reports\/getMailboxUsageDetail\(period='D(?:7|30|90|180)'\)$/i,
    roles: ['Reports.Read.All'],
    pageSize: 200,
    options: ['$format', '$top'],
  },
  getEmailAppUsageUserDetail: {
    path: /^\/reports\/getEmailAppUsageUserDetail\(period='D(?:7|30|90|180)'\)$/i,
    roles: ['Reports.Read.All'],
    pageSize: 200,
    options: ['$format', '$top'],
  },
  // https://learn.microsoft.com/graph/api/signin-list: no $select.
  signIns: {
    path: /^\/auditLogs\/signIns\/?$/i,
    roles: SIGN_INS,
    pageSize: 1000,
    options: ['$filter', '$top'],
    premium: true,
  },
  // https://learn.microsoft.com/graph/api/directoryaudit-list: without P1, with fewer days.
  directoryAudits: {
    path: /^\/auditLogs\/directoryAudits\/?$/i,
    roles: [...SIGN_INS, 'Directory.Read.All', 'Directory.ReadWrite.All'],
    pageSize: 1000,
    options: ['$filter', '$top', '$orderby'],
  },
};
/** They share a limit. https://learn.microsoft.com/graph/throttling-limits#identity-and-access-reports-best-practices */
export const REPORTING: ReadonlySet<ListingName> = new Set(['signIns', 'directoryAudits']);
/** Usage reports have a CSV unless JSON is asked for. */
const USAGE: ReadonlySet<ListingName> = new Set(['getMailboxUsageDetail', 'getEmailAppUsageUserDetail']);
/** https://learn.microsoft.com/graph/api/user-list: pages with sign-ins are smaller. */
const MOST_USERS = 999;
const MOST_WITH_SIGN_INS = 500;
/** As in the documents: without hyphens. */
const REPORTING_TENANT = '72f988bf86f141af91ab2d7cd011db47';
const DAY = 86_400_000;
/** The kinds with a mailbox that usage reports count. */
const USED: ReadonlySet<Kind> = new Set(['user', 'shared', 'room', 'equipment', 'blocked']);

/** The listing that a URL asks for, relative to the version; undefined if it is none. */
export function listingAt(url: string): ListingPath | undefined {
  const [written = '', query = ''] = url.split('?');
  const path = written.replaceAll('%27', "'").replaceAll('%28', '(').replaceAll('%29', ')');
  for (const name of NAMES) {
    if (LISTINGS[name].path.test(path)) return { ok: true, listing: name, path: written, query };
  }
  return undefined;
}

/** Origin and version, the roles of the token, and the time in epoch ms. */
interface Asking {
  readonly root: string;
  readonly version: string;
  readonly roles: readonly string[];
  readonly now: number;
  readonly faults: ListingFaults;
}

/** What the tenant keeps of what happened, for some days. */
export interface TenantLogs {
  readonly signIns: SignInLog;
  readonly directoryAudits: DirectoryAudits;
}

export interface ListingsOptions {
  readonly people: People;
  readonly groups: TenantGroups;
  readonly files: UsageFiles;
  readonly logs: TenantLogs;
  readonly seed: number;
  /** Epoch ms: sign-ins and usage are before it. */
  readonly today: number;
}

/** A listing of the tenant: the object at each position is generated when its page is asked for. */
export class Listings {
  readonly #people: People;
  readonly #groups: TenantGroups;
  readonly #seed: number;
  readonly #today: number;
  readonly #positions = new Map<ListingName, readonly number[]>();
  readonly #files: UsageFiles;
  readonly #logs: TenantLogs;

  constructor({ people, groups, files, logs, seed, today }: ListingsOptions) {
    this.#people = people;
    this.#files = files;
    this.#logs = logs;
    this.#groups = groups;
    this.#seed = seed;
    this.#today = today;
  }

  /** The objects that a listing has without faults, with these properties of users. */
  all(name: ListingName, select?: readonly string[]): JsonObject[] {
    return this.#listed(name).map((position) => this.#object(name, position, select));
  }

  /** A page, or why it is refused. */
  answer({ listing, path, query }: ListingPath, { root, version, roles, now, faults }: Asking): GraphAnswer {
    const { pageSize, options, premium, roles: allowed } = LISTINGS[listing];
    if (faults.denied === true || !roles.some((role) => allowed.includes(role))) return denied(listing, now);
    const values = new Map([...new URLSearchParams(query)].map(([name, value]) => [name.toLowerCase(), value]));
    const unknown = [...values.keys()].find((name) => ![...options, '$skiptoken'].includes(name));
    if (unknown !== undefined) return badRequest(`The query option '${unknown}' is not supported here.`, now);
    if (listing === 'getMailboxUsageDetail' || listing === 'getEmailAppUsageUserDetail') {
      const isJson = values.get('$format') === 'application/json';
      if (version !== 'beta' && values.size === 0) return this.#file(listing, faults);
      if (version !== 'beta' || !isJson) return badRequest(notSimulated(`${listing} of ${version}?${query}`), now);
    }
    const filter = values.get('$filter');
    const isNamed = listing === 'users' || listing === 'groups' ? this.#namedBy(filter, listing) : undefined;
    if (isNamed === 'not simulated') return badRequest(notSimulated(`The filter '${filter ?? ''}' of ${listing}`), now);
    const select = values.get('$select')?.split(',');
    const missing = listing === 'users' ? unknownUserProperty(select) : undefined;
    if (missing !== undefined) {
      return badRequest(`Could not find a property named '${missing}' on type 'microsoft.graph.user'.`, now);
    }
    const hasSignIns = listing === 'users' && select?.includes('signInActivity') === true;
    if (hasSignIns && !roles.some((role) => SIGN_INS.includes(role))) return auditLogDenied(now);
    if ((hasSignIns || premium === true) && faults.free === true) {
      const message = "Neither tenant is B2C or tenant doesn't have premium license";
      return graphError(403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant', message, now);
    }
    const filtered = this.#logged(listing, filter, { version, now, isFree: faults.free === true });
    if (typeof filtered === 'string') return badRequest(filtered, now);
    const top = values.get('$top') === undefined ? pageSize : Number(values.get('$top'));
    if (listing === 'users' && !(top >= 1 && top <= MOST_USERS)) {
      const message = `Invalid page size specified: '${values.get('$top') ?? ''}'. Must be between 1 and 999 inclusive.`;
      return graphError(400, 'Request_BadRequest', message, now);
    }
    const size = Math.min(top, hasSignIns ? MOST_WITH_SIGN_INS : Infinity, faults.most ?? Infinity);
    const token = values.get('$skiptoken');
    const [, start, round] = /^page (\d+) (\d+)$/.exec(Buffer.from(token ?? '', 'base64url').toString()) ?? [];
    if (token !== undefined && start === undefined) return badRequest('The $skiptoken query option is not valid.', now);
    return this.#page(
      { listing, path, query },
      {
        offset: Number(start ?? 0),
        lap: Number(round ?? 0),
        size,
        select,
        root,
        version,
        faults,
        positions: filtered ?? isNamed ?? this.#listed(listing),
      },
    );
  }

  /** The positions of the users or groups that a filter names; undefined if it names all of them. */
  #namedBy(filter: string | undefined, listing: 'users' | 'groups'): readonly number[] | 'not simulated' | undefined {
    if (filter === undefined || (listing === 'groups' && filter === 'mailEnabled eq true')) return undefined;
    const matches = objectFilter(filter);
    if (matches === undefined) return 'not simulated';
    const select = ['userPrincipalName', 'mail', 'mailNickname', 'proxyAddresses'];
    return this.#listed(listing).filter((position) => matches(this.#object(listing, position, select)));
  }

  /** The positions that a filter of a log names, or why it is refused; undefined for a listing that is no log. */
  #logged(
    listing: ListingName,
    filter: string | undefined,
    { version, now, isFree }: { readonly version: string; readonly now: number; readonly isFree: boolean },
  ): readonly number[] | string | undefined {
    const { signIns, directoryAudits } = this.#logs;
    if (listing === 'signIns') return signIns.filtered(filter, version, now);
    return listing === 'directoryAudits' ? directoryAudits.filtered(filter, isFree, now) : undefined;
  }

  /** Graph redirects to the CSV of a usage report. https://learn.microsoft.com/graph/api/reportroot-getmailboxusagedetail */
  #file(listing: keyof typeof USAGE_COLUMNS, faults: ListingFaults): GraphAnswer {
    const objects = (): Iterable<JsonObject> => this.#shownObjects(listing, faults);
    return { status: 302, body: '', location: this.#files.locate(USAGE_COLUMNS[listing], objects, faults.file ?? {}) };
  }

  *#shownObjects(listing: ListingName, faults: ListingFaults): Generator<JsonObject> {
    const { extra = [], without = [] } = faults;
    const lacks = new Set(without.map((address) => this.#people.find(address)));
    for (const position of this.#listed(listing)) {
      if (!lacks.has(position)) yield this.#shown(this.#object(listing, position, undefined), faults);
    }
    for (const { of, set } of extra) {
      const position = this.#people.find(of);
      if (position === undefined) continue;
      yield this.#shown({ ...this.#object(listing, position, undefined), ...set }, faults);
    }
  }

  #page(
    { listing, path, query }: Omit<ListingPath, 'ok'>,
    {
      offset,
      lap,
      size,
      select,
      root,
      version,
      faults,
      positions,
    }: {
      readonly positions: readonly number[];
      readonly offset: number;
      readonly lap: number;
      readonly size: number;
      readonly select: readonly string[] | undefined;
      readonly root: string;
      readonly version: string;
      readonly faults: ListingFaults;
    },
  ): GraphAnswer {
    const {
      extra = [],
      without = [],
      endsAt,
      repeatsAt,
      endless,
      looping,
      foreign,
      strayPath,
      reportingLinks,
    } = faults;
    const total = positions.length + extra.length;
    const number = Math.floor(offset / size) + 1;
    const from = number === repeatsAt ? offset - size : offset;
    const lacks = new Set(without.map((address) => this.#people.find(address)));
    const items: JsonObject[] = [];
    for (let at = from; at < Math.min(from + size, total); at++) {
      const { of, set } = extra[at - positions.length] ?? {};
      const position = of === undefined ? positions[at] : this.#people.find(of);
      if (position === undefined || (of === undefined && lacks.has(position))) continue;
      items.push(this.#shown({ ...this.#object(listing, position, select, version), ...set }, faults));
    }
    const end = offset + size;
    const following = end < total && number !== endsAt ? [end, lap] : endless === true ? [0, lap + 1] : undefined;
    const kept = query.split('&').filter((option) => option !== '' && !/^(?:\$|%24)skiptoken=/i.test(option));
    const option = following && `%24skiptoken=${Buffer.from(`page ${following.join(' ')}`).toString('base64url')}`;
    const { pathname } = new URL(root);
    const data = `/graph${pathname}/data/${REPORTING_TENANT}/Microsoft.O365Reporting.`;
    const start = (foreign ?? new URL(root).origin) + (reportingLinks === true ? '' : pathname);
    const next = reportingLinks === true ? path.replace('/reports/', data) : path;
    const link =
      looping === true
        ? `${root}${path}?${query}`
        : option && `${start}${strayPath ?? next}?${[...kept, option].join('&')}`;
    const body: JsonObject = {
      '@odata.context': `${root}/$metadata#${path.slice(1)}`,
      ...(link === undefined ? {} : { '@odata.nextLink': link }),
      value: items,
    };
    return { status: 200, body: JSON.stringify(body) };
  }

  #shown(object: JsonObject, { concealed, upperCase }: ListingFaults): JsonObject {
    const { userPrincipalName: name, displayName } = object;
    if (typeof name !== 'string') return object;
    if (upperCase === true) return { ...object, userPrincipalName: name.toUpperCase() };
    if (concealed !== true) return object;
    return {
      ...object,
      userPrincipalName: md5(name),
      displayName: md5(typeof displayName === 'string' ? displayName : ''),
    };
  }

  #listed(name: ListingName): readonly number[] {
    const isChanged = this.#people.changedPositions.length > 0;
    const known = isChanged ? undefined : this.#positions.get(name);
    if (known !== undefined) return known;
    const has = (position: number): boolean => {
      const kind = this.#people.kind(position);
      if (name === 'users') return kind !== 'missing';
      if (USAGE.has(name)) return USED.has(kind);
      return name === 'userRegistrationDetails' && isAccountEnabled(this.#people, position, this.#seed);
    };
    if (name === 'signIns') return [...this.#logs.signIns.all.keys()];
    if (name === 'directoryAudits') return [...this.#logs.directoryAudits.all.keys()];
    if (name === 'groups') return [...this.#groups.listed.keys()];
    const all = name === 'subscribedSkus' ? [...SKUS.keys()] : [...this.#people.addresses.keys()].filter(has);
    this.#positions.set(name, all);
    return all;
  }

  #object(name: ListingName, position: number, select: readonly string[] | undefined, version = 'beta'): JsonObject {
    switch (name) {
      case 'users':
        return this.#user(position, select);
      case 'groups':
        return this.#groups.listed[position] ?? {};
      case 'subscribedSkus':
        return skuObject(position);
      case 'userRegistrationDetails':
        return this.#registration(position);
      case 'getMailboxUsageDetail':
        return this.#usage(position);
      case 'getEmailAppUsageUserDetail':
        return appUsage(this.#people, position, this.#seed, this.#today);
      case 'signIns':
        return this.#logs.signIns.object(position, version);
      case 'directoryAudits':
        return this.#logs.directoryAudits.object(position);
    }
  }

  /** Graph leaves `signInActivity` out for users who never signed in, and always adds the id beside it. */
  #user(position: number, select: readonly string[] | undefined): JsonObject {
    const names = select?.map(
      (name) => USER_PROPERTIES.find((one) => one.toLowerCase() === name.toLowerCase()) ?? name,
    );
    const user = userJson(this.#people, position, this.#seed, this.#today, names);
    if (user.signInActivity === undefined) return user;
    const { signInActivity, ...others } = user;
    const id = this.#people.objectId(position);
    return signInActivity === null ? { ...others, id } : { ...others, id, signInActivity };
  }

  #registration(position: number): JsonObject {
    const isRegistered = new Chance(this.#seed ^ 0x6d6661, position).next() < 0.8;
    return {
      id: this.#people.objectId(position),
      userPrincipalName: this.#people.addresses[position] ?? '',
      userDisplayName: this.#people.person(position).displayName,
      userType: 'member',
      isAdmin: false,
      isSsprRegistered: isRegistered,
      isMfaRegistered: isRegistered,
      isMfaCapable: isRegistered,
      methodsRegistered: isRegistered ? ['microsoftAuthenticatorPush'] : [],
      lastUpdatedDateTime: dateTime(this.#today - DAY),
    };
  }

  #usage(position: number): JsonObject {
    const chance = new Chance(this.#seed ^ 0x757365, position);
    const kind = this.#people.kind(position);
    const quota = (kind === 'user' ? chance.pick([50, 100]) : 50) * 2 ** 30;
    const used = Math.floor(quota * chance.next() ** 3);
    const items = Math.floor(used / 75_000);
    const deleted = chance.next() / 10;
    const idle = chance.below(60);
    return {
      reportRefreshDate: day(this.#today - 2 * DAY),
      userPrincipalName: this.#people.addresses[position] ?? '',
      displayName: this.#people.person(position).displayName,
      isDeleted: false,
      deletedDate: null,
      createdDate: '2024-02-01',
      lastActivityDate: idle > 50 ? null : day(this.#today - (2 + idle) * DAY),
      itemCount: items,
      storageUsedInBytes: used,
      deletedItemCount: Math.floor(items * deleted),
      deletedItemSizeInBytes: Math.floor(used * deleted),
      deletedItemQuota: 32_212_254_720,
      hasArchive: chance.next() < 0.2,
      issueWarningQuotaInBytes: Math.floor(quota * 0.98),
      prohibitSendQuotaInBytes: Math.floor(quota * 0.99),
      prohibitSendReceiveQuotaInBytes: quota,
      recipientType: kind === 'user' || kind === 'blocked' ? 'User' : kind === 'shared' ? 'Shared' : 'Resource',
      reportPeriod: '7',
    };
  }
}

function denied(listing: ListingName, now: number): GraphAnswer {
  if (USAGE.has(listing)) {
    const message = JSON.stringify({ error: { code: 'S2SUnauthorized', message: 'Invalid permission.' } });
    return graphError(403, 'UnknownError', message, now);
  }
  if (LISTINGS[listing].roles.includes('AuditLog.Read.All')) return auditLogDenied(now);
  return graphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.', now);
}

function auditLogDenied(now: number): GraphAnswer {
  const message = 'Calling principal does not have required MSGraph permissions AuditLog.Read.All';
  return graphError(403, 'Authentication_MSGraphPermissionMissing', message, now);
}

function skuObject(position: number): JsonObject {
  const { skuId, skuPartNumber } = SKUS[position] ?? SKUS[0];
  return { id: `5c1f8a3e-7d42-4b9e-9a61-0f3b6f2d8c17_${skuId}`, capabilityStatus: 'Enabled', skuId, skuPartNumber };
}

function md5(text: string): string {
  return createHash('md5').update(text).digest('hex').toUpperCase();
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

function dateTime(time: number): string {
  return `${new Date(time).toISOString().slice(0, 19)}Z`;
}
