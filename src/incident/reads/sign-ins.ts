import { property, textIn, type JsonObject } from '../../json.ts';
import { unknownAs, unknownBecause, type Known, type UnknownValue } from '../../reports/known.ts';
import { count, DAY_MS, utcText } from '../../text/numbers.ts';
import { ipAddress } from '../client-address.ts';
import type { Incident } from '../incident.ts';
import type { GraphNeed } from './graph-reads.ts';

/** A successful sign-in. Texts are hostile until escaped; '' where the log does not say them. */
export interface SignIn {
  readonly time: Date;
  /** An IP address. */
  readonly address: string;
  /** Town and country. */
  readonly place: string;
  /** Protocol or browser, and operating system, without versions. */
  readonly client: string;
  readonly appId: string;
  readonly application: string;
}

/** The successful sign-ins of an account that the log still has. */
export interface SignInHistory {
  /** Before `--since`. The latest first, as all. */
  readonly before: readonly SignIn[];
  readonly after: readonly SignIn[];
  /** Whole days before `--since` of which the log has sign-ins of the account. */
  readonly days: number;
  /** Why the sign-ins before do not say what is usual; undefined if they do. */
  readonly unusable: UnknownValue<never> | undefined;
  /** What the log may have besides. */
  readonly missing: readonly UnknownValue<never>[];
}

export const SIGN_IN_NEED: GraphNeed = {
  what: 'the sign-ins',
  permission: 'AuditLog.Read.All',
  license: 'Entra ID P1',
};
/** https://learn.microsoft.com/entra/identity/monitoring-health/reference-reports-data-retention, with P1 or P2 */
const KEPT_DAYS = 30;
/** Fewer days of sign-ins do not show what is usual. */
const LEAST_DAYS = 7;

/** https://learn.microsoft.com/graph/api/signin-list: other types than interactive ones are in beta alone, one type a request. */
function pathsOf(id: string): readonly string[] {
  const own = `userId eq '${id}' and status/errorCode eq 0`;
  const background = `${own} and signInEventTypes/any(t: t eq 'nonInteractiveUser')`;
  return [
    `/v1.0/auditLogs/signIns?$filter=${encodeURIComponent(own)}&$top=999`,
    `/beta/auditLogs/signIns?$filter=${encodeURIComponent(background)}&$top=999`,
  ];
}

/** The sign-ins of the account, interactive and not, of all days that the log has. */
export async function signInHistory({ account, graph, since, now }: Incident): Promise<SignInHistory> {
  if (!account.isKnown) {
    const missing = unknownAs(account);
    return { before: [], after: [], days: 0, unusable: missing, missing: [missing] };
  }
  const answers = await Promise.all(pathsOf(account.value.id).map((path) => graph.list(path, SIGN_IN_NEED)));
  const rows = answers.flatMap((answer) => (answer.isKnown ? answer.value : []));
  const parsed = rows.map(signInIn);
  const signIns = parsed
    .filter((signIn) => signIn !== undefined)
    .toSorted((one, other) => other.time.getTime() - one.time.getTime());
  const missing = [...gapsIn(answers), ...oddRows(rows.length - signIns.length), ...retention(since, now)];
  const [before, after] = [signIns.filter(({ time }) => time < since), signIns.filter(({ time }) => time >= since)];
  const earliest = before.at(-1)?.time ?? since;
  const days = Math.floor((since.getTime() - earliest.getTime()) / DAY_MS);
  return {
    before,
    after,
    days,
    unusable: answers.some(({ isKnown }) => !isKnown) ? gapsIn(answers)[0] : tooFew(days),
    missing,
  };
}

function gapsIn(answers: readonly Known<unknown>[]): readonly UnknownValue<never>[] {
  const gaps = answers.flatMap((answer) => (answer.isKnown ? [] : [unknownAs(answer)]));
  return [...new Map(gaps.map((gap) => [gap.detail, gap])).values()];
}

function oddRows(rows: number): readonly UnknownValue<never>[] {
  if (rows === 0) return [];
  return [unknownBecause('not-in-the-answer', `The log says no time or address of ${count(rows)} sign-ins.`)];
}

/** Why the log does not have all sign-ins since a time. */
export function retention(since: Date, now: Date): readonly UnknownValue<never>[] {
  const first = now.getTime() - KEPT_DAYS * DAY_MS;
  if (since.getTime() >= first) return [];
  return [unknownBecause('retention', `The log has sign-ins since ${utcText(first)} alone, which is after --since.`)];
}

function tooFew(days: number): UnknownValue<never> | undefined {
  if (days >= LEAST_DAYS) return undefined;
  const has = days === 0 ? 'no sign-in of the account' : `sign-ins of ${count(days)} days`;
  return unknownBecause(
    'retention',
    `The log has ${has} before --since: fewer than ${LEAST_DAYS} days do not show what is usual.`,
  );
}

/** Undefined for a row without time or address. A success has the reason `Other.`: its code alone says that it is one. */
function signInIn(row: JsonObject): SignIn | undefined {
  const time = new Date(textIn(row, 'createdDateTime'));
  const address = ipAddress(textIn(row, 'ipAddress'));
  if (Number.isNaN(time.getTime()) || address === '' || property(row.status, 'errorCode') !== 0) return undefined;
  const [device, location] = [property(row, 'deviceDetail'), property(row, 'location')];
  const programs = ['browser', 'operatingSystem'].map((name) => textIn(device, name));
  return {
    time,
    address,
    place: joined([textIn(location, 'city'), textIn(location, 'countryOrRegion')]),
    client: joined([textIn(row, 'clientAppUsed'), ...programs].map((text) => text.replace(/[\d.]+/g, ''))),
    appId: textIn(row, 'appId').toLowerCase(),
    application: textIn(row, 'appDisplayName'),
  };
}

function joined(texts: readonly string[]): string {
  return texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .join(', ');
}

/** What is compared of an address: a household or an office has a whole /64 of IPv6, whose end changes by the day. */
export function networkOf(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const groups = (text = ''): string[] => (text === '' ? [] : text.split(':'));
  const [first, last] = [groups(head), groups(tail)];
  const zeros = tail === undefined ? [] : Array.from({ length: 8 - first.length - last.length }, () => '0');
  const network = [...first, ...zeros, ...last].slice(0, 4).map((group) => parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}
