import { UserError } from '../errors.ts';
import { NAME_PROPERTIES, namesOf } from '../history/exchange-names.ts';
import { machineOf, type Machine } from '../http/machine.ts';
import { isGuid, textIn, type JsonObject } from '../json.ts';
import { isAddress } from '../mailboxes/address.ts';
import { acceptedInternalDomains, type InternalDomains } from '../mailboxes/internal-domains.ts';
import { known, unknownAs, unknownBecause, type Known, type UnknownValue } from '../reports/known.ts';
import { duration } from '../text/numbers.ts';
import type { RunOrigin } from '../run/run.ts';
import type { Exchange } from '../source/exchange-source.ts';
import type { Graph } from '../source/graph-source.ts';
import { findPerson } from '../source/person.ts';
import { auditLogState, auditSearch, NOT_SEARCHED, searchAuditLog, type AuditAnswer } from './audit-search.ts';
import type { Account, Incident } from './incident.ts';
import { keptEntries, withLiveNight, type ReadNights } from './kept-nights.ts';
import { LIVE_PROPERTIES, readLiveNight } from './live-night.ts';
import type { Answer, QuestionId } from './answer.ts';
import type { Question } from './question.ts';
import { ExchangeReads } from './reads/exchange-reads.ts';
import { GraphReads, type GraphNeed } from './reads/graph-reads.ts';
import { RequestLog } from './reads/request-log.ts';
import { sinceOf, type Since } from './since.ts';

export interface IncidentOptions extends Machine {
  /** An address, alias, user principal name or object ID. */
  readonly address: string;
  readonly since: Date | undefined;
  /** Whether to search the audit log. */
  readonly searchesAudit: boolean;
  readonly questions: readonly Question[];
  readonly graph: Graph;
  readonly exchange: Exchange;
  readonly origin: RunOrigin;
  /** Reads the kept reports for a mailbox with these addresses. */
  readonly readNights: (addresses: readonly string[]) => Promise<ReadNights>;
  readonly signal: AbortSignal;
  readonly progress: (activity: string) => void;
}

/** What an account is asked for by several questions at once. */
export const ACCOUNT_SELECT = [
  'id',
  'userPrincipalName',
  'displayName',
  'userType',
  'accountEnabled',
  'createdDateTime',
  'mail',
  'lastPasswordChangeDateTime',
  'signInSessionsValidFromDateTime',
  'onPremisesSyncEnabled',
  'proxyAddresses',
  'assignedLicenses',
];
const ACCOUNT_NEED: GraphNeed = { what: 'the account', permission: 'User.Read.All' };
const DELETED =
  '/v1.0/directory/deletedItems/microsoft.graph.user?$select=id,userPrincipalName,displayName,mail&$top=999';

/** The path of an account with what the questions need of it. */
export function accountPath(id: string): string {
  return `/v1.0/users/${encodeURIComponent(id)}?$select=${ACCOUNT_SELECT.join(',')}`;
}

/** What `Get-Mailbox` is asked for: names, and what reports read. */
const MAILBOX_SELECT = [...new Set([...NAME_PROPERTIES['Get-Mailbox'], ...LIVE_PROPERTIES])];

/** An incident, and from when on it is looked at. */
export interface OpenedIncident {
  readonly incident: Incident;
  readonly since: Since;
}

/**
 * Finds the account and its mailbox, reads the kept reports and what the mailbox is now, and begins to search the audit log. Rejects
 * with the UserErrors `PERSON_NOT_FOUND` if nothing has the address, and `INPUT_INVALID` if several accounts have it.
 *
 * @param answer the answer to another question
 */
export async function openIncident(
  options: IncidentOptions,
  answer: (id: QuestionId) => Promise<Answer | undefined>,
): Promise<OpenedIncident> {
  const { address, questions, signal, origin, progress } = options;
  const requests = new RequestLog(options.now);
  const graph = new GraphReads({ ...options, listing: options.graph.listing, requests });
  const exchange = new ExchangeReads({ runner: options.exchange.runner, requests });
  progress('Looking for the account and its mailbox…');
  const [person, mailbox, inside] = await Promise.all([
    accountOf(address, graph),
    mailboxOf(address, exchange),
    insideOf(exchange),
  ]);
  const named = [
    address.toLowerCase(),
    ...(mailbox.isKnown ? namesOf(nameProperties(mailbox.value)) : []),
    ...person.names,
  ];
  const names = new Set(named.filter((name) => name !== ''));
  const read = await options.readNights([...names].filter((name) => isAddress(name) || isGuid(name)));
  if (!person.account.isKnown && !mailbox.isKnown && read.nights.length === 0) throw notFound(address, person.account);
  const now = new Date(options.now());
  const since = sinceOf(options.since, keptEntries(read), now);
  const audit = options.searchesAudit
    ? searchAuditLog(
        options.graph.client,
        auditSearch(questions, since.time, now),
        names,
        { ...machineOf(options), signal },
        {
          since: since.time,
          requests,
          state: auditLogState(exchange),
          onWait: () => progress(`Waiting for the audit log, since ${duration(options.now() - now.getTime())}…`),
        },
      )
    : Promise.resolve<AuditAnswer>(NOT_SEARCHED);
  // Questions that do not wait for it must not make its failure an unhandled one.
  audit.catch(() => undefined);
  progress('Reading the mailbox…');
  const primary = mailbox.isKnown ? textIn(mailbox.value, 'PrimarySmtpAddress') || address : address;
  const live = await readLiveNight(primary, {
    ...options,
    exchangeReads: exchange,
    requests,
    inside: inside.isKnown ? inside.value : undefined,
    mailbox,
    now: now.getTime(),
    origin,
  });
  const kept = withLiveNight(read, live);
  const { account } = person;
  const shared = {
    named: address,
    address: primary,
    names,
    now,
    account,
    mailbox,
    inside,
    live,
    kept,
    graph,
    exchange,
    audit,
    requests,
    answer,
  };
  return { incident: { ...shared, since: since.time }, since };
}

function nameProperties(mailbox: JsonObject): JsonObject {
  return Object.fromEntries(
    NAME_PROPERTIES['Get-Mailbox'].flatMap((name) => (mailbox[name] === undefined ? [] : [[name, mailbox[name]]])),
  );
}

interface FoundAccount {
  readonly account: Known<Account>;
  /** In lower case. */
  readonly names: readonly string[];
}

async function accountOf(address: string, graph: GraphReads): Promise<FoundAccount> {
  try {
    const { id, displayName, userPrincipalName, addresses } = await findPerson(address, graph);
    const object = await graph.get(accountPath(id), ACCOUNT_NEED);
    const isGuest = object.isKnown && textIn(object.value, 'userType').toLowerCase() === 'guest';
    const account = known<Account>({ id, displayName, userPrincipalName, kind: isGuest ? 'guest' : 'member' });
    return { account, names: addresses };
  } catch (error) {
    if (!(error instanceof UserError) || error.code === 'INPUT_INVALID') throw error;
    if (error.code === 'PERSON_NOT_FOUND') return deletedAccount(address, graph, error);
    const reason = error.code === 'GRAPH_DENIED' ? 'permission' : 'refused';
    return { account: unknownBecause(reason, [error.message, error.hint].join(' ')), names: [] };
  }
}

/** https://learn.microsoft.com/graph/api/directory-deleteditems-list: a deleted account has its ID before its name. */
async function deletedAccount(address: string, graph: GraphReads, { message }: UserError): Promise<FoundAccount> {
  const deleted = await graph.list(DELETED, { what: 'deleted accounts', permission: 'User.Read.All' });
  if (!deleted.isKnown) return { account: unknownAs(deleted, `${message} ${deleted.detail ?? ''}`.trim()), names: [] };
  const wanted = address.toLowerCase();
  const found = deleted.value.find((one) => deletedNames(one).includes(wanted));
  if (found === undefined) return { account: unknownBecause('not-in-the-answer', message), names: [] };
  const id = textIn(found, 'id').toLowerCase();
  const [userPrincipalName, displayName] = [textIn(found, 'userPrincipalName'), textIn(found, 'displayName')];
  return {
    account: known<Account>({ id, displayName, userPrincipalName, kind: 'deleted' }),
    names: deletedNames(found),
  };
}

function deletedNames(user: JsonObject): readonly string[] {
  const id = textIn(user, 'id').toLowerCase();
  const name = textIn(user, 'userPrincipalName').toLowerCase();
  const bare = id.replaceAll('-', '');
  const former = bare !== '' && name.startsWith(bare) ? name.slice(bare.length) : name;
  return [id, former, textIn(user, 'mail').toLowerCase()].filter((one) => one !== '');
}

async function mailboxOf(address: string, exchange: ExchangeReads): Promise<Known<JsonObject>> {
  const found = await exchange.read('Get-Mailbox', { Identity: address }, MAILBOX_SELECT);
  if (!found.isKnown) {
    const isMissing = found.reason === 'not-in-the-answer';
    return unknownAs(found, isMissing ? `Exchange Online has no mailbox ${address}.` : found.detail);
  }
  const [mailbox, ...others] = found.value;
  if (mailbox !== undefined && others.length === 0) return known(mailbox);
  return unknownBecause('refused', `Exchange Online has ${found.value.length} mailboxes with the name ${address}.`);
}

async function insideOf(exchange: ExchangeReads): Promise<Known<InternalDomains>> {
  const domains = await exchange.read('Get-AcceptedDomain', {}, ['DomainName', 'MatchSubDomains']);
  if (!domains.isKnown) return unknownAs(domains);
  const accepted = domains.value.map((domain) => ({
    name: textIn(domain, 'DomainName'),
    hasSubdomains: domain.MatchSubDomains === true,
  }));
  const inside = acceptedInternalDomains(accepted);
  return inside === undefined
    ? unknownBecause('refused', 'Exchange Online lists no accepted domains, or some that are no domains.')
    : known(inside);
}

function notFound(address: string, account: UnknownValue<Account>): UserError {
  const detail = account.detail ?? `No account has the name or address ${address}.`;
  return new UserError('PERSON_NOT_FOUND', `${detail} No mailbox and no kept report has it.`, {
    hint: 'Check the spelling. Name the account by its user principal name, one of its addresses or its object ID.',
  });
}
