import { changesOf, choicesOf, earlierChangesOf } from './changes.ts';
import { isTable, REPORTS } from './columns.ts';
import { withDrift } from './drift.ts';
import { allOf, listBefore, listOf } from './lists.ts';
import type { Read } from './odd-answers.ts';
import { Left } from './parts.ts';
import { policyOf, type Subject } from './policies.ts';
import { mergeOf, nextOf, rehearsalOf } from './rehearsals.ts';
import { REPORT_FILES } from './report-files.ts';
import { rightsOf } from './rights.ts';
import { Streams } from './streams.ts';
import { addressesOf, DOMAIN, inactiveOf, ownersOf, tenantOf } from './tenants.ts';
import type { World, WorldBefore, WorldGate, WorldList, WorldRule, WorldTenant } from './world.ts';
import { faultsOf } from './wrongs.ts';

const DAY = 86_400_000;
/** Runs are after it, so that no certificate, date of the documents or version is ahead of them. */
const EPOCH = Date.UTC(2026, 11, 2, 6);
const MOST_REPORTS = 4;

/** The world of a seed. @param without parts that are left out: names that `partsOf` gives */
export function worldOf(seed: number, without: readonly string[] = []): World {
  return made(seed, new Left(without));
}

/** The parts of a world that can be left out. */
export function partsOf(seed: number, without: readonly string[] = []): readonly string[] {
  const left = new Left(without);
  made(seed, left);
  return left.kept;
}

function made(seed: number, left: Left): World {
  const streams = new Streams(seed);
  const tenant = tenantOf(streams, left);
  const addresses = addressesOf(tenant);
  const listed = addresses.slice(0, tenant.mailboxes);
  const start = EPOCH + streams.of('start').between(0, 400 * 24) * 3_600_000;
  const list = listOf(streams, left, listed);
  const unlisted = unlistedOf(streams, left);
  const all = allOf(streams, left, 'the run', list);
  const reports = reportsOf(streams, left);
  const subject: Subject = {
    start,
    list,
    reports,
    others: [...NAMED, ...TABLES].filter((name) => REPORT_FILES[name] === undefined),
    rights: rightsOf(tenant),
  };
  const chosen = streams.has('has a policy', 0.85) ? policyOf(streams, left, 'policy', subject) : undefined;
  const former =
    streams.has('has a run before', 0.6) && left.has('before')
      ? beforeOf(streams, left, tenant, { ...subject, unlisted: all === undefined ? unlisted : undefined }, chosen)
      : undefined;
  const isAccepted = streams.has('baseline', 0.5);
  const hasBaseline = former?.policy !== undefined && chosen !== undefined && isAccepted && left.has('baseline');
  const { policy, before } = hasBaseline
    ? withDrift(
        streams,
        left,
        { policy: chosen, before: former },
        { reports, addresses: listedOf(ownersOf(tenant), list) },
      )
    : { policy: chosen, before: former };
  const next = nextOf(streams, left, policy, subject);
  return {
    seed,
    without: left.names,
    start,
    tenant,
    choices: choicesOf(streams, left, {
      addresses: ownersOf(tenant),
      inactive: inactiveOf(tenant),
      contacts: contactsOf(tenant),
    }),
    list,
    reports,
    files: filesOf(reports),
    policy,
    hasBaseline,
    gate: gateOf(streams),
    unlisted: all === undefined ? unlisted : undefined,
    all,
    before,
    looks: streams.has('looks', 0.8),
    faults: faultsOf(streams, left, 'faults', listed, readOf(reports, [policy, next], listed, list, { all, unlisted })),
    shards: streams.of('shards').between(2, 4),
    merge: mergeOf(streams, left),
    next,
    rehearsal: rehearsalOf(streams, left),
  };
}

/** @param addresses as the tenant spells them */
function readOf(
  reports: readonly string[],
  policies: readonly World['policy'][],
  addresses: readonly string[],
  list: WorldList,
  { all, unlisted }: Pick<World, 'all' | 'unlisted'>,
): Read {
  return {
    reports: [...reports, ...policies.flatMap((policy) => policy?.rules ?? []).flatMap(reportsOfRule)],
    asksTenant: all !== undefined || unlisted !== undefined,
    addresses: all === undefined ? listedOf(addresses, list) : addresses,
  };
}

/** Those addresses that a list has, perhaps in other cases. */
function listedOf(addresses: readonly string[], { entries }: WorldList): readonly string[] {
  const own = new Set(entries.map(({ address }) => address.toLowerCase()));
  return addresses.filter((address) => own.has(address.toLowerCase()));
}

/** The names of contacts. Of an address that differs by case alone from another one, the documents do not say which is shown. */
function contactsOf({ exchange = {} }: WorldTenant): readonly string[] {
  return (exchange.recipients ?? []).flatMap(({ name, type, externalAddress = '' }) =>
    type === 'MailContact' && externalAddress === externalAddress.toLowerCase() ? [name] : [],
  );
}

/** Its own, and those of the columns that it names. */
function reportsOfRule({ report = 'mailbox-settings', when = {}, expect, message = '' }: WorldRule): readonly string[] {
  const columns = [...Object.keys(when), ...Object.keys(expect), ...message.split(/[{}]/)];
  const names = columns.flatMap((column) => /^([a-z-]+)[.]/.exec(column)?.[1] ?? []);
  return [report, ...names];
}

/** Reports that can be named alone. */
const NAMED = Object.keys(REPORTS).filter(
  (name) => !['access', 'mailboxes'].includes(name) && !isTable(name) && REPORT_FILES[name] === undefined,
);
/** Tables of the tenant, and those of report files. */
const TABLES = ['organization', 'applications-of-tenant', 'deleted-mailboxes', 'remote-domains', 'addresses'];
/** Reports of which `mailboxes` is made. */
const OF_INVENTORY = NAMED.filter(
  (name) => !['automatic-replies', 'calendar-permissions', 'folders', 'archives', 'applications'].includes(name),
);

function reportsOf(streams: Streams, left: Left): string[] {
  const draws = streams.of('reports');
  const named = draws.some(NAMED, draws.between(1, MOST_REPORTS));
  const kept = named.filter((name, at) => at === 0 || left.has('reports', name));
  const hasSources = kept.some((name) => ['mailbox-permissions', 'calendar-permissions', 'inbox-rules'].includes(name));
  const access = hasSources && draws.has(0.4) && left.has('reports', 'access') ? ['access'] : [];
  const isInventory = draws.has(0.25) && kept.some((name) => OF_INVENTORY.includes(name));
  const inventory = isInventory && left.has('reports', 'mailboxes') ? ['mailboxes'] : [];
  const tables = TABLES.filter((name) => streams.has(`table ${name}`, 0.2) && left.has('reports', name));
  const ofMailboxes = streams.has('report file', 0.15) && left.has('reports', 'regional') ? ['regional'] : [];
  return [...kept, ...access, ...inventory, ...ofMailboxes, ...tables];
}

/** The report files that a run names, by path. */
function filesOf(reports: readonly string[]): World['files'] {
  const files = reports.flatMap((name) => REPORT_FILES[name] ?? []);
  return Object.fromEntries(files.map(({ path, text }) => [path, text]));
}

function gateOf(streams: Streams): WorldGate {
  const draws = streams.of('gate');
  return {
    ...(draws.has(0.5) ? { 'fail-on': draws.pick(['error', 'warning', 'never'] as const) } : {}),
    ...(draws.has(0.5) ? { 'max-unreadable': draws.pick(['0', '1', '3', '20%', '50%', '100%']) } : {}),
    'internal-domains': draws.pick([DOMAIN, `${DOMAIN}\ncontoso.onmicrosoft.com`]),
    csv: draws.pick(['excel', 'excel-semicolon', 'plain'] as const),
  };
}

function unlistedOf(streams: Streams, left: Left): World['unlisted'] {
  const draws = streams.of('what about unlisted mailboxes');
  return draws.has(0.3) && left.has('unlisted') ? draws.pick(['warn', 'fail'] as const) : undefined;
}

function beforeOf(
  streams: Streams,
  left: Left,
  tenant: WorldTenant,
  { unlisted, ...subject }: Subject & Pick<World, 'unlisted'>,
  policy: World['policy'],
): WorldBefore {
  const start = subject.start - streams.of('before').pick([1, 1, 7, 30]) * DAY;
  const withMailbox = ownersOf(tenant);
  const listed = addressesOf(tenant).slice(0, tenant.mailboxes);
  const hasOther = streams.has('policy before', 0.3);
  const hasOtherList = streams.has('has another list before', 0.3) && left.has('list before');
  const list = hasOtherList ? listBefore(streams, left, subject.list, listed) : subject.list;
  const all = allOf(streams, left, 'the run before', list);
  const own = hasOther ? policyOf(streams, left, 'policy before', { ...subject, start }) : policy;
  const read = readOf(subject.reports, [own], listed, list, { all, unlisted });
  const before: WorldBefore = {
    start,
    list,
    all,
    policy: own,
    faults: streams.has('faults before', 0.2) ? faultsOf(streams, left, 'faults before', listed, read) : {},
    changes: changesOf(streams, left, withMailbox),
    before: undefined,
  };
  if (!streams.has('has an earlier run', 0.3) || !left.has('earlier')) return before;
  const earlier: WorldBefore = {
    ...before,
    start: start - streams.of('earlier').pick([1, 3, 20]) * DAY,
    list: subject.list,
    policy,
    faults: {},
    changes: earlierChangesOf(streams, left, withMailbox),
  };
  return { ...before, before: earlier };
}
