import type { World } from '../../world/world.ts';
import type { Facts, MailboxFacts } from '../facts.ts';
import type { Hidden } from '../hidden.ts';
import type { OfMailbox, Row, SeenReport, Status } from '../run.ts';
import { accessOf } from './access.ts';
import { applicationsOf } from './applications.ts';
import { archivesRow } from './archives.ts';
import { folderRows, grantRows, ruleRows } from './entries.ts';
import { clientAccessRow, permissionRows, propertiesRow } from './exchange.ts';
import { accountOf, accountRow, usageRow } from './listings.ts';
import { mailboxesOf } from './mailboxes.ts';
import { protocolUseRow } from './protocol-use.ts';
import { regionalRow } from './regional.ts';
import { repliesRow, settingsRow } from './settings.ts';

/** What reports read: what is left of the tenant, and what the run says about reading it. */
export interface Reading {
  readonly world: World;
  readonly hidden: Hidden;
  /** Epoch ms: the start of the run. */
  readonly now: number;
  /** The names of all reports that the run reads. */
  readonly reads: ReadonlySet<string>;
  /** The cell of a report of a mailbox that the run shows, for texts that the documents do not say. */
  readonly shownText: (report: string, address: string, column: string) => string;
  /** The status of a report of a mailbox that the run shows, where more than one is right. */
  readonly shownStatus: (report: string, address: string) => string | undefined;
}

type RowsOf = (address: string, of: MailboxFacts, reading: Reading) => readonly Row[];

const GRAPH: Readonly<Record<string, RowsOf>> = {
  'mailbox-settings': (address, of, reading) => [settingsRow(of, reading.now, readsFolders(address, reading))],
  'automatic-replies': (_, of) => [repliesRow(of)],
  'inbox-rules': (address, of, reading) => ruleRows(of, internalDomains(reading.world), readsFolders(address, reading)),
  'calendar-permissions': (_, of) => grantRows(of),
  folders: (_, of) => folderRows(of),
  regional: (_, of) => [regionalRow(of)],
};
const EXCHANGE: Readonly<Record<string, RowsOf>> = {
  'mailbox-properties': (_, of, { world, hidden }) => [
    propertiesRow(of, hidden.facts.organization, internalDomains(world)),
  ],
  'client-access': (_, of, { hidden }) => [clientAccessRow(of, hidden.facts.organization)],
  'mailbox-permissions': (_, of) => permissionRows(of),
  archives: (_, of, { world }) => [
    archivesRow(of, world.tenant.exchange?.settings?.AutoExpandingArchiveEnabled === true),
  ],
};

/** By report of the run, as they were seen. */
type Others = Readonly<Record<string, SeenReport>>;

/** Reports with cells of others, each after those that it is made of. */
export const MADE: Readonly<Record<string, (address: string, others: Others, reading: Reading) => OfMailbox>> = {
  'protocol-use': (address, others, { hidden, now }) =>
    ok([protocolUseRow(address, hidden.facts, now, others['client-access'])]),
  access: (address, others, { world, hidden, reads }) =>
    accessOf(others, {
      facts: hidden.facts,
      of: factsOf(address, hidden.facts),
      internal: internalDomains(world),
      readsExchange: [...reads].some((name) => EXCHANGE[name] !== undefined),
    }),
  mailboxes: (_, others, { hidden }) => mailboxesOf(others, hidden.facts.organization),
  applications: (address, others, { world, hidden, shownText }) =>
    applicationsOf({
      facts: hidden.facts,
      of: factsOf(address, hidden.facts),
      tenant: world.tenant,
      unread: hidden.unread,
      others,
      shownReasons: shownText('applications', address, 'Unknown'),
    }),
};

/** What a report shows of a listed mailbox. */
export function ofMailbox(report: string, address: string, reading: Reading): OfMailbox {
  const { statuses, ...rows } = withoutLasting(report, address, reading);
  return { statuses: [...new Set([...statuses, ...reading.hidden.lasting(report, address)])], ...rows };
}

/** The same if no fault outlasts the retries that may. */
function withoutLasting(report: string, address: string, reading: Reading): OfMailbox {
  const of = factsOf(address, reading.hidden.facts);
  const statuses = reading.hidden.statusesOf(report, address);
  if (statuses !== undefined) return { statuses, rows: [] };
  const graph = GRAPH[report];
  if (graph !== undefined) return of.status === 'ok' ? ok(graph(address, of, reading)) : unread(of.status);
  const exchange = EXCHANGE[report];
  if (exchange !== undefined)
    return of.mailbox === undefined ? unknownTo(address, of, reading) : ok(exchange(address, of, reading));
  return ofListing(report, address, reading);
}

function factsOf(address: string, { mailboxes }: Facts): MailboxFacts {
  const of = mailboxes[address.toLowerCase()];
  if (of === undefined) throw new Error(`no facts of ${address}`);
  return of;
}

function ofListing(report: string, address: string, { hidden, now }: Reading): OfMailbox {
  const { facts, missing } = hidden;
  if (report === 'accounts') {
    const account = accountOf(address, facts);
    return account === undefined ? unread('not-found') : ok([accountRow(account, facts, missing, now)]);
  }
  return ok([usageRow(address, facts) ?? {}]);
}

/** Exchange does not know the address: Graph may know that there is no mailbox. */
function unknownTo(address: string, of: MailboxFacts, { reads, hidden, shownStatus }: Reading): OfMailbox {
  const ofGraph = [...reads].filter((name) => GRAPH[name] !== undefined);
  const isCertain = ofGraph.some((name) => {
    const statuses = [...(hidden.statusesOf(name, address) ?? [of.status]), ...hidden.lasting(name, address)];
    return statuses.includes('no-mailbox') && (statuses.length === 1 || shownStatus(name, address) === 'no-mailbox');
  });
  return unread(isCertain ? 'no-mailbox' : 'not-found');
}

/** Whether the run knows the folders of a mailbox. */
function readsFolders(address: string, { reads, hidden }: Reading): boolean {
  return reads.has('folders') && hidden.statusesOf('folders', address) === undefined;
}

function ok(rows: readonly Row[]): OfMailbox {
  return { statuses: ['ok'], rows };
}

function unread(status: Status): OfMailbox {
  return { statuses: [status], rows: [] };
}

export function internalDomains({ gate }: World): readonly string[] {
  return (gate['internal-domains'] ?? '')
    .split(/[\s,]+/)
    .filter(Boolean)
    .map((each) => each.toLowerCase());
}
