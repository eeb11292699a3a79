import { property, textIn, type Json } from '../../json.ts';
import { isAbout } from '../../history/audit-join.ts';
import { AUDIT_PERMISSION, type AuditRecord } from '../../history/audit-log.ts';
import { mailboxPermissions } from '../../reports/built-in/mailbox-permissions.ts';
import { mailboxProperties } from '../../reports/built-in/mailbox-properties.ts';
import { isCertainly, unknownBecause, valueOf, type UnknownValue } from '../../reports/known.ts';
import { count, counted, HOUR_MS, DAY_MS, utcText } from '../../text/numbers.ts';
import type { Evidence, Finding, Indicator } from '../answer.ts';
import { clientAddress } from '../client-address.ts';
import type { Incident } from '../incident.ts';
import { nightBefore, rowsIn } from '../kept-nights.ts';
import type { Question } from '../question.ts';
import { firstTraced, sentMessages, TRACE_CMDLET, TRACED_DAYS } from '../reads/message-trace.ts';
import { networkOf, SIGN_IN_NEED, signInHistory, type SignInHistory } from '../reads/sign-ins.ts';

const READS = 'MailItemsAccessed';
const AUDIT = 'audit log';
/** Fewer messages in an hour are no burst, whatever was usual. */
const LEAST_BURST = 10;
/** The APIs through which all clients read mail: records may name them instead of the client. */
const APIS = new Set(['00000002-0000-0ff1-ce00-000000000000', '00000003-0000-0000-c000-000000000000']);

interface Part {
  readonly findings: readonly Finding[];
  readonly seen: readonly Evidence[];
  readonly missing: readonly UnknownValue<unknown>[];
  readonly summary: string;
}

/** Whether the mailbox was used to send, and what was read in it. */
export const mail: Question = {
  id: 'mail',
  question: 'Was more mail sent than usual, or read by a new application or from a new address?',
  permissions: [
    { name: AUDIT_PERMISSION, why: 'what was read in the mailbox, by whom', license: 'Audit (Standard), which E3 has' },
    { name: SIGN_IN_NEED.permission, why: 'which addresses and clients are usual', license: 'Entra ID P1' },
  ],
  cmdlets: [
    { name: TRACE_CMDLET, why: 'how much was sent, of 90 days' },
    { name: 'Get-Mailbox', why: 'whether reading is audited' },
  ],
  reports: [mailboxPermissions.name],
  audit: { exchangeItemAggregated: [READS] },
  look: async (incident) => {
    const parts = await Promise.all([sent(incident), read(incident)]);
    return {
      findings: parts.flatMap(({ findings }) => findings),
      seen: parts.flatMap(({ seen }) => seen),
      missing: parts.flatMap(({ missing }) => missing),
      summary: parts.map(({ summary }) => summary).join(' '),
      sources: [TRACE_CMDLET, `${AUDIT}, by owner of the mailbox, client and address`, 'sign-in log'],
    };
  },
};

/** The most messages of an hour since, against those of any day before, which are read only if there is a burst. */
async function sent({ exchange, names, since, now }: Incident): Promise<Part> {
  const senders = [...names].filter((name) => name.includes('@')).sort();
  const none = { findings: [], seen: [], missing: [] };
  if (senders.length === 0)
    return {
      ...none,
      missing: [unknownBecause('not-in-the-answer', 'No address of the person is known.')],
      summary: '',
    };
  const first = firstTraced(now);
  const missing: UnknownValue<unknown>[] = [];
  if (since < first)
    missing.push(unknownBecause('retention', `The message trace has ${TRACED_DAYS} days, which begin after --since.`));
  const recent = await sentMessages(exchange, senders, since < first ? first : since, now);
  if (recent.missing !== undefined) missing.push(recent.missing);
  const most = busiestHour(recent.times);
  const total = `${counted(recent.times.length, 'message was', 'messages were')} sent since --since, by recipient, at most ${count(most.count)} in an hour.`;
  if (most.count < LEAST_BURST) return { ...none, missing, summary: total };
  const earlier = await sentMessages(exchange, senders, first, since);
  if (earlier.missing !== undefined) missing.push(earlier.missing);
  const days = Map.groupBy(earlier.times, (time) => Math.floor(time / DAY_MS));
  const before = Math.max(0, ...[...days.values()].map(({ length }) => length));
  if (before >= most.count) return { ...none, missing, summary: total };
  const burst = {
    what: `${count(most.count)} messages, by recipient, were sent in the hour from ${utcText(most.start)}, and at most ${count(before)} on a day before`,
    time: new Date(most.start),
    source: TRACE_CMDLET,
  };
  // Without the days before, nobody knows whether that is usual.
  return missing.length > 0
    ? { ...none, seen: [burst], missing, summary: total }
    : { ...none, findings: [burst], summary: total };
}

/** @param times epoch ms, in any order */
function busiestHour(times: readonly number[]): { readonly start: number; readonly count: number } {
  const sorted = times.toSorted((one, other) => one - other);
  let best = { start: sorted[0] ?? 0, count: 0 };
  let end = 0;
  for (const [at, start] of sorted.entries()) {
    while ((sorted[end] ?? Infinity) < start + HOUR_MS) end += 1;
    if (end - at > best.count) best = { start, count: end - at };
  }
  return best;
}

/** Records of one application, from one address, of one person. */
interface ReadGroup {
  readonly records: readonly AuditRecord[];
  readonly actor: string;
  /** The ID of the application that the record names; '' if it names none. */
  readonly appId: string;
  readonly address: string;
}

async function read(incident: Incident): Promise<Part> {
  const { audit, names } = incident;
  const answer = await audit;
  const missing: UnknownValue<unknown>[] = [
    ...(answer.missing === undefined ? [] : [answer.missing]),
    ...unaudited(incident),
  ];
  const records = answer.records.filter((record) => record.operation === READS && isAbout(record, names));
  const throttled = records.find(({ data }) => /^true$/i.test(operationProperty(data, 'IsThrottled')));
  if (throttled !== undefined) {
    const time = utcText(throttled.time.getTime());
    missing.push(
      unknownBecause(
        'not-in-the-answer',
        `After more than 1,000 reads, Exchange Online stopped to record them at ${time} for 24 hours.`,
      ),
    );
  }
  const summary =
    records.length === 0
      ? 'The audit log has no record of reads.'
      : `${counted(records.length, 'record', 'records')} of reads are of usual applications and addresses.`;
  if (records.length === 0) return { findings: [], seen: [], missing, summary };
  const history = await signInHistory(incident);
  const groups = groupsOf(records).map((group) => ({ group, news: newsOf(group, history, incident) }));
  const findings = groups.flatMap(({ group, news }) => (news.kind === 'new' ? [findingOf(group, news.what)] : []));
  const undecided = groups.filter(({ news }) => news.kind === 'unknown');
  const causes = new Map(
    undecided.flatMap(({ news }) => (news.kind === 'unknown' ? [[news.cause.detail, news.cause] as const] : [])),
  );
  return {
    findings,
    seen: groups.flatMap(({ group, news }) => (news.kind === 'new' ? [] : [findingOf(group, '')])),
    missing: [...missing, ...causes.values()],
    summary,
  };
}

/** Without auditing of the owner's reads, the log says nothing of them. */
function unaudited({ live }: Incident): readonly UnknownValue<never>[] {
  const rows = rowsIn(live, mailboxProperties.name);
  const [row] = rows.isKnown ? rows.value : [];
  const owner = valueOf(row?.cell('AuditOwner'));
  if (isCertainly<Json>(row?.cell('Audited'), 'yes') && Array.isArray(owner) && owner.includes(READS)) return [];
  return [
    unknownBecause(
      'not-in-the-answer',
      `It is not certain that ${READS} of the owner is audited: no record proves nothing.`,
    ),
  ];
}

function operationProperty(data: Json, name: string): string {
  const pairs = property(data, 'OperationProperties');
  const pair = Array.isArray(pairs) ? pairs.find((one) => textIn(one, 'Name') === name) : undefined;
  return textIn(pair, 'Value');
}

function groupsOf(records: readonly AuditRecord[]): readonly ReadGroup[] {
  const grouped = Map.groupBy(records, ({ actor, data }) =>
    JSON.stringify([actor.toLowerCase(), applicationOf(data), clientAddress(data)]),
  );
  return [...grouped.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const { actor, data } = first;
    return [{ records: group, actor, appId: applicationOf(data), address: clientAddress(data) }];
  });
}

/** The client if the record says it, else the application that holds the token. */
function applicationOf(data: Json): string {
  return (textIn(data, 'ClientAppId') || textIn(data, 'AppId')).toLowerCase();
}

type News =
  | { readonly kind: 'new'; readonly what: string }
  | { readonly kind: 'usual' }
  | { readonly kind: 'unknown'; readonly cause: UnknownValue<unknown> };

/** What is new about records, against the sign-ins before, the applications and the rights of the report before. */
function newsOf({ actor, appId, address }: ReadGroup, history: SignInHistory, incident: Incident): News {
  const isOwner = incident.names.has(actor.toLowerCase());
  if (!isOwner && actor.includes('@')) return ofDelegate(actor, incident);
  const { before, unusable } = history;
  const usualApps = new Set([...APIS, ...before.map((signIn) => signIn.appId), ...applicationsBefore(incident)]);
  const isNewApp = appId !== '' && !usualApps.has(appId);
  // Applications without a user run in data centers, whose addresses change.
  const isNewAddress =
    isOwner && address !== '' && !before.some((one) => networkOf(one.address) === networkOf(address));
  if (unusable !== undefined && (isNewApp || isNewAddress)) return { kind: 'unknown', cause: unusable };
  const what = [...(isNewApp ? ['application'] : []), ...(isNewAddress ? ['address'] : [])].join(', ');
  if (what !== '') return { kind: 'new', what };
  if (isOwner && address === '' && appId === '')
    return {
      kind: 'unknown',
      cause: unknownBecause('not-in-the-answer', 'A record of reads names no application and no address.'),
    };
  return { kind: 'usual' };
}

/** The IDs of applications that reached the mailbox before. */
function applicationsBefore({ kept, since }: Incident): readonly string[] {
  const rows = rowsIn(nightBefore(kept, since, 'applications'), 'applications');
  const cells = rows.isKnown ? rows.value.map((row) => valueOf(row.cell('AppIds'))) : [];
  return cells.flatMap((cell) =>
    Array.isArray(cell) ? cell.flatMap((id) => (typeof id === 'string' ? [id.toLowerCase()] : [])) : [],
  );
}

/** Others than the owner read with a right, which the report before has or not. */
function ofDelegate(actor: string, { kept, since }: Incident): News {
  const rows = rowsIn(nightBefore(kept, since, mailboxPermissions.name), mailboxPermissions.name);
  const cause = unknownBecause('not-read', `No kept report says whether ${actor} had a right before --since.`);
  if (!rows.isKnown) return { kind: 'unknown', cause };
  const had = rows.value.some((row) => {
    const trustee = valueOf(row.cell('Trustee'));
    return typeof trustee === 'string' && trustee.toLowerCase() === actor.toLowerCase();
  });
  return had ? { kind: 'usual' } : { kind: 'new', what: 'person' };
}

function findingOf({ records, actor, appId, address }: ReadGroup, news: string): Finding {
  const folders = new Set<string>();
  let items = 0;
  for (const { data } of records) {
    const isSync = /^sync$/i.test(operationProperty(data, 'MailAccessType'));
    if (isSync) foldersIn(data).forEach((folder) => folders.add(folder));
    else items += Number(property(data, 'OperationCount') ?? 1) || 1;
  }
  const what = [
    ...(folders.size === 0 ? [] : [`whole folders (${[...folders].join(', ')})`]),
    ...(items === 0 ? [] : [counted(items, 'item', 'items')]),
  ].join(' and ');
  const by = [actor, ...(appId === '' ? [] : [`application ${appId}`]), ...(address === '' ? [] : [address])].join(
    ', ',
  );
  const indicators: Indicator[] = [
    ...(address === '' || !news.includes('address') ? [] : [{ kind: 'ip', value: address } as const]),
    ...(appId === '' || !news.includes('application') ? [] : [{ kind: 'application', value: appId } as const]),
  ];
  return {
    what: `Read: ${what}, by ${by}${news === '' ? '' : `: new ${news}`}`,
    time: records[0]?.time,
    by: actor,
    source: AUDIT,
    indicators,
  };
}

/** The folders that were downloaded. A record without them is of one whose name is not known. */
function foldersIn(data: Json): readonly string[] {
  const folders = property(data, 'Folders');
  const paths = Array.isArray(folders)
    ? folders.map((folder) => textIn(folder, 'Path')).filter((path) => path !== '')
    : [];
  const path = textIn(property(property(data, 'Item'), 'ParentFolder'), 'Path');
  const all = [...paths, ...(path === '' ? [] : [path])];
  return all.length === 0 ? ['one without a name'] : all;
}
