import type { World } from '../../world/world.ts';
import type { Facts, MailboxFacts } from '../facts.ts';
import type { OfMailbox, Row, SeenReport, Status } from '../run.ts';
import { accessOf } from './access.ts';
import { folderRows, grantRows, ruleRows } from './entries.ts';
import { clientAccessRow, permissionRows, propertiesRow } from './exchange.ts';
import { accountOf, accountRow, usageRow } from './listings.ts';
import { mailboxesOf } from './mailboxes.ts';
import { protocolUseRow } from './protocol-use.ts';
import { repliesRow, settingsRow } from './settings.ts';

/** What reports read: the tenant, and what the run says about reading it. */
export interface Reading {
  readonly world: World;
  readonly facts: Facts;
  /** Epoch ms: the start of the run. */
  readonly now: number;
  /** The names of all reports that the run reads. */
  readonly reads: ReadonlySet<string>;
}

type RowsOf = (address: string, of: MailboxFacts, reading: Reading) => readonly Row[];

const GRAPH: Readonly<Record<string, RowsOf>> = {
  'mailbox-settings': (_, of, { now, reads }) => [settingsRow(of, now, reads.has('folders'))],
  'automatic-replies': (_, of) => [repliesRow(of)],
  'inbox-rules': (_, of, { world, reads }) => ruleRows(of, internalDomains(world), reads.has('folders')),
  'calendar-permissions': (_, of) => grantRows(of),
  folders: (_, of) => folderRows(of),
};
const EXCHANGE: Readonly<Record<string, RowsOf>> = {
  'mailbox-properties': (_, of, { world, facts }) => [propertiesRow(of, facts.organization, internalDomains(world))],
  'client-access': (_, of, { facts }) => [clientAccessRow(of, facts.organization)],
  'mailbox-permissions': (_, of) => permissionRows(of),
};

/** By report of the run, as they were seen. */
type Others = Readonly<Record<string, SeenReport>>;

/** Reports with cells of others, each after those that it is made of. */
export const MADE: Readonly<Record<string, (address: string, others: Others, reading: Reading) => OfMailbox>> = {
  'protocol-use': (address, others, { facts, now }) =>
    ok([protocolUseRow(address, facts, now, others['client-access'])]),
  access: (address, others, { world, facts, reads }) =>
    accessOf(others, {
      facts,
      of: factsOf(address, facts),
      internal: internalDomains(world),
      readsExchange: [...reads].some((name) => EXCHANGE[name] !== undefined),
    }),
  mailboxes: (_, others, { facts }) => mailboxesOf(others, facts.organization),
};

/** Reports that the oracle can tell. */
export const TOLD: readonly string[] = [
  ...Object.keys(GRAPH),
  ...Object.keys(EXCHANGE),
  ...Object.keys(MADE),
  'accounts',
  'mailbox-usage',
];

/** What a report shows of a listed mailbox if nothing goes wrong. */
export function ofMailbox(report: string, address: string, reading: Reading): OfMailbox {
  const of = factsOf(address, reading.facts);
  const graph = GRAPH[report];
  if (graph !== undefined) return of.status === 'ok' ? ok(graph(address, of, reading)) : unread(of.status);
  const exchange = EXCHANGE[report];
  if (exchange !== undefined)
    return of.mailbox === undefined ? unknownTo(of, reading) : ok(exchange(address, of, reading));
  return ofListing(report, address, reading);
}

function factsOf(address: string, { mailboxes }: Facts): MailboxFacts {
  const of = mailboxes[address.toLowerCase()];
  if (of === undefined) throw new Error(`no facts of ${address}`);
  return of;
}

function ofListing(report: string, address: string, { facts, now }: Reading): OfMailbox {
  if (report === 'accounts') {
    const account = accountOf(address, facts);
    return account === undefined ? unread('not-found') : ok([accountRow(account, facts, now)]);
  }
  return ok([usageRow(address, facts) ?? {}]);
}

/** Exchange does not know the address: the status of Graph says more, if the run reads from it. */
function unknownTo({ status }: MailboxFacts, { reads }: Reading): OfMailbox {
  const readsGraph = [...reads].some((name) => GRAPH[name] !== undefined);
  return unread(readsGraph && status !== 'ok' ? status : 'not-found');
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
