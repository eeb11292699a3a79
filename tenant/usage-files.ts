import type { IncomingMessage, ServerResponse } from 'node:http';
import { send } from './http.ts';
import type { Json, JsonObject } from './json.ts';
import type { Counts } from './counts.ts';

/** What goes wrong with the file of a usage report. */
export interface UsageFileFaults {
  /** What the file has in place of its rows. `cut`: it ends within a row. `doubled`: each row stands twice. */
  readonly content?: 'html' | 'empty' | 'header' | 'cut' | 'doubled';
  /** The columns are in another order. */
  readonly reversed?: boolean;
  /** Columns that the file lacks. */
  readonly lacks?: readonly string[];
  /** The host of the file answers with this status. */
  readonly status?: number;
  /** The host of the file redirects once more. */
  readonly redirects?: boolean;
  /** Where Graph redirects to, in place of the file. */
  readonly location?: string;
}

/** The names of the CSV's columns, and of the members of beta's JSON. */
type Columns = readonly (readonly [column: string, member: string])[];

/** https://learn.microsoft.com/graph/api/reportroot-getmailboxusagedetail */
const MAILBOX_USAGE: Columns = [
  ['Report Refresh Date', 'reportRefreshDate'],
  ['User Principal Name', 'userPrincipalName'],
  ['Display Name', 'displayName'],
  ['Is Deleted', 'isDeleted'],
  ['Deleted Date', 'deletedDate'],
  ['Created Date', 'createdDate'],
  ['Last Activity Date', 'lastActivityDate'],
  ['Item Count', 'itemCount'],
  ['Storage Used (Byte)', 'storageUsedInBytes'],
  ['Issue Warning Quota (Byte)', 'issueWarningQuotaInBytes'],
  ['Prohibit Send Quota (Byte)', 'prohibitSendQuotaInBytes'],
  ['Prohibit Send/Receive Quota (Byte)', 'prohibitSendReceiveQuotaInBytes'],
  ['Deleted Item Count', 'deletedItemCount'],
  ['Deleted Item Size (Byte)', 'deletedItemSizeInBytes'],
  ['Deleted Item Quota (Byte)', 'deletedItemQuota'],
  ['Has Archive', 'hasArchive'],
  ['Report Period', 'reportPeriod'],
];

/** https://learn.microsoft.com/graph/api/reportroot-getemailappusageuserdetail */
const APP_USAGE: Columns = [
  ['Report Refresh Date', 'reportRefreshDate'],
  ['User Principal Name', 'userPrincipalName'],
  ['Display Name', 'displayName'],
  ['Is Deleted', 'isDeleted'],
  ['Deleted Date', 'deletedDate'],
  ['Last Activity Date', 'lastActivityDate'],
  ['Mail For Mac', 'mailForMac'],
  ['Outlook For Mac', 'outlookForMac'],
  ['Outlook For Windows', 'outlookForWindows'],
  ['Outlook For Mobile', 'outlookForMobile'],
  ['Other For Mobile', 'otherForMobile'],
  ['Outlook For Web', 'outlookForWeb'],
  ['POP3 App', 'pop3App'],
  ['IMAP4 App', 'imap4App'],
  ['SMTP App', 'smtpApp'],
  ['Report Period', 'reportPeriod'],
];

export const USAGE_COLUMNS = { getMailboxUsageDetail: MAILBOX_USAGE, getEmailAppUsageUserDetail: APP_USAGE } as const;

/** Files are valid for minutes. */
const VALID_MS = 5 * 60_000;
const BOM = '\uFEFF';

interface UsageFile {
  readonly text: () => string;
  readonly faults: UsageFileFaults;
  /** Epoch ms. */
  readonly expires: number;
}

/**
 * The host to which Graph redirects the request for a usage report. Its URLs are authenticated by themselves: as the storage
 * behind it does, it refuses requests with an Authorization header.
 */
export class UsageFiles {
  readonly #files = new Map<string, UsageFile>();
  readonly #clock: () => number;
  readonly #counts: Counts;
  readonly #origin: () => string;
  readonly #newId: () => string;

  constructor(clock: () => number, counts: Counts, origin: () => string, newId: () => string) {
    this.#clock = clock;
    this.#counts = counts;
    this.#origin = origin;
    this.#newId = newId;
  }

  /** A new URL of a file with these objects. */
  locate(columns: Columns, objects: () => Iterable<JsonObject>, faults: UsageFileFaults): string {
    if (faults.location !== undefined) return faults.location;
    const token = this.#newId();
    const text = (): string => csvOf(columns, objects(), faults);
    this.#files.set(token, { text, faults, expires: this.#clock() + VALID_MS });
    return `${this.#origin()}/data/v1.0/download?token=${token}`;
  }

  handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://reports');
    const file = this.#files.get(searchParams.get('token') ?? '');
    this.#counts.usageFiles++;
    if (request.headers.authorization !== undefined) send(response, 400, {});
    else if (file === undefined || pathname !== '/data/v1.0/download') send(response, 404, {});
    else if (file.expires < this.#clock()) send(response, 403, {});
    else if (file.faults.status !== undefined) send(response, file.faults.status, {});
    else if (file.faults.redirects === true) send(response, 302, { Location: request.url });
    else send(response, 200, { 'Content-Type': 'application/octet-stream' }, file.text());
    return Promise.resolve();
  }
}

function csvOf(columns: Columns, objects: Iterable<JsonObject>, { content, reversed, lacks = [] }: UsageFileFaults) {
  if (content === 'empty') return '';
  if (content === 'html') return '<!DOCTYPE html><html><head><title>Service unavailable</title></head></html>';
  const present = columns.filter(([column]) => !lacks.includes(column));
  const ordered = reversed === true ? present.toReversed() : present;
  const header = ordered.map(([column]) => column).join(',');
  const rows = content === 'header' ? [] : [...objects].map((object) => rowOf(ordered, object));
  const lines = content === 'doubled' ? rows.flatMap((row) => [row, row]) : rows;
  const text = `${BOM}${[header, ...lines].join('\r\n')}\r\n`;
  return content === 'cut' ? text.slice(0, -20) : text;
}

function rowOf(columns: Columns, object: JsonObject): string {
  return columns.map(([, member]) => cellOf(object[member] ?? null)).join(',');
}

/** Apps are lists of versions in JSON. In the file that is public, a cell has the version, and is blank if there is none. */
function cellOf(value: Json): string {
  if (Array.isArray(value)) return typeof value[0] === 'string' ? value[0] : '';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  const text = value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
