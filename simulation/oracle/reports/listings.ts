import { csvText, known, member, NOT_APPLICABLE, plainCell, textCell, UNKNOWN, type Cell, type Row } from '../cells.ts';
import type { Facts, Json, JsonObject } from '../facts.ts';
import type { Hidden } from '../hidden.ts';
import { rounded } from './exchange.ts';

const DAY = 86_400_000;
const GIGABYTE = 1024 ** 3;

/** The account of an address: by user principal name, object ID, or any address. */
export function accountOf(address: string, { listings }: Facts): JsonObject | undefined {
  const name = address.toLowerCase();
  const users = listings.users ?? [];
  const is = (value: Json | undefined): boolean => typeof value === 'string' && value.toLowerCase() === name;
  const byName = users.find((user) => is(user.userPrincipalName) || is(user.id));
  if (byName !== undefined) return byName;
  const byAddress = users.filter(({ mail, proxyAddresses }) => {
    const proxies: readonly Json[] = Array.isArray(proxyAddresses) ? proxyAddresses : [];
    return is(mail) || proxies.some((proxy) => typeof proxy === 'string' && is(proxy.replace(/^smtp:/i, '')));
  });
  return byAddress.length === 1 ? byAddress[0] : undefined;
}

/** The row of `accounts`. @param now epoch ms: the start of the run */
export function accountRow(user: JsonObject, { listings }: Facts, missing: Hidden['missing'], now: number): Row {
  const { signInActivity: activity } = user;
  const registration = (listings.userRegistrationDetails ?? []).find(({ id }) => id === user.id);
  const activityTime = (name: string): Cell => (missing.has('sign-ins') ? UNKNOWN : signIn(activity, name));
  const last = activityTime('lastSuccessfulSignInDateTime');
  const isDisabled = user.accountEnabled === false;
  const mfa = (name: string): Cell => {
    if (isDisabled) return NOT_APPLICABLE;
    return registration === undefined || missing.has('registrations') ? UNKNOWN : plainCell(registration, name);
  };
  return {
    DisplayName: textCell(user, 'displayName'),
    UserPrincipalName: textCell(user, 'userPrincipalName'),
    AccountEnabled: plainCell(user, 'accountEnabled'),
    UserType: textCell(user, 'userType'),
    Department: textCell(user, 'department'),
    JobTitle: textCell(user, 'jobTitle'),
    Licenses: licenses(user, missing.has('part-numbers') ? undefined : (listings.subscribedSkus ?? [])),
    CreatedOn: time(member(user, 'createdDateTime')),
    LastSignIn: activityTime('lastSignInDateTime'),
    LastNonInteractiveSignIn: activityTime('lastNonInteractiveSignInDateTime'),
    LastSuccessfulSignIn: last,
    DaysSinceSignIn:
      last.is === 'known' && typeof last.value === 'string'
        ? known(Math.floor((now - Date.parse(last.value)) / DAY))
        : last,
    MfaRegistered: mfa('isMfaRegistered'),
    MfaCapable: mfa('isMfaCapable'),
    LastPasswordChange: time(member(user, 'lastPasswordChangeDateTime')),
  };
}

/** Without activity, there was no sign-in. */
function signIn(activity: Json | undefined, name: string): Cell {
  return known(timeText(member(activity, name) ?? null));
}

function time(value: Json | undefined): Cell {
  return value === undefined ? UNKNOWN : known(timeText(value));
}

function timeText(value: Json): Json {
  return typeof value === 'string' ? new Date(value).toISOString().replace('.000', '') : null;
}

/** @param skus undefined: the part numbers are unknown, and the IDs are shown */
function licenses({ assignedLicenses }: JsonObject, skus: readonly JsonObject[] | undefined): Cell {
  if (!Array.isArray(assignedLicenses)) return UNKNOWN;
  const assigned: readonly Json[] = assignedLicenses;
  if (skus === undefined && assigned.length > 0) {
    return {
      is: 'unknown',
      shown: null,
      display: csvText(assigned.map((license) => member(license, 'skuId') ?? null)),
    };
  }
  return known(
    assigned.map((license) => {
      const id = member(license, 'skuId') ?? null;
      return skus?.find(({ skuId }) => skuId === id)?.skuPartNumber ?? id;
    }),
  );
}

/** The row of `mailbox-usage`; undefined if the report of the service lacks the mailbox. */
export function usageRow(address: string, { listings }: Facts): Row | undefined {
  const name = address.toLowerCase();
  const usage = (listings.getMailboxUsageDetail ?? []).find(
    ({ userPrincipalName }) => typeof userPrincipalName === 'string' && userPrincipalName.toLowerCase() === name,
  );
  if (usage === undefined) return undefined;
  const used = Number(usage.storageUsedInBytes);
  const quota = Number(usage.prohibitSendReceiveQuotaInBytes);
  return {
    UsedGB: known(rounded(used / GIGABYTE)),
    Items: plainCell(usage, 'itemCount'),
    DeletedItemsGB: known(rounded(Number(usage.deletedItemSizeInBytes) / GIGABYTE)),
    QuotaGB: known(rounded(quota / GIGABYTE)),
    QuotaPercent: known(quota === 0 ? null : rounded((used / quota) * 100)),
    LastActivityDate: textCell(usage, 'lastActivityDate'),
    HasArchive: plainCell(usage, 'hasArchive'),
    ReportDate: textCell(usage, 'reportRefreshDate'),
  };
}
