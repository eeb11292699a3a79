import { UserError } from '../errors.ts';
import { Unlisted } from '../mailboxes/unlisted.ts';
import { Accounts, ACCOUNTS_PATH, type UnlistedAccount } from '../graph/accounts.ts';
import { readListing } from '../graph/graph-listing.ts';
import type { QueryFailure } from '../mailboxes/mailbox-answer.ts';
import { mailboxList, type Mailbox, type MailboxList } from '../mailboxes/mailbox.ts';
import { builtInReports } from '../reports/built-in.ts';
import { isGraphReport, requestPath, type GraphReport, type ReportDefinition } from '../reports/definition.ts';
import type { ReportInputs } from '../run/inputs.ts';
import { logText, type Log } from '../run/log.ts';
import type { StepOutputs } from '../run/outputs.ts';
import { visibleLine } from '../text/display.ts';
import { counted, someNames } from '../text/numbers.ts';
import type { Graph } from './graph-source.ts';
import { forReader, inputName } from '../text/audience.ts';

/** The permission to list accounts. https://learn.microsoft.com/graph/api/user-list#permissions */
export const ACCOUNTS_PERMISSION = 'User.Read.All';

/** What a run does about the mailboxes that the tenant has and the lists lack. `all`: it reads them too. */
export type TenantMode = Unlisted['mode'] | 'ignore';

/** With `mailboxes: all`, no mailbox is left that `unlisted` could be about. */
export function tenantMode({ mailboxes, unlisted }: ReportInputs): TenantMode {
  return mailboxes.all ? 'all' : unlisted;
}

/** Resources that only a mailbox has. */
const OF_MAILBOX =
  /^(?:mailboxSettings|mailFolders|messages|calendars?|calendarView|events|outlook|contacts|contactFolders|inferenceClassification)\b/i;

/** Every tenant has accounts. */
const NO_ACCOUNT: QueryFailure = { status: 'failed', error: 'Graph lists no account' };

export interface UnlistedOptions {
  readonly graph: Pick<Graph, 'listing' | 'readEach'>;
  readonly reports: readonly ReportDefinition[];
  /** How an administrator grants a permission. */
  readonly grant: string;
  readonly signal: AbortSignal;
  readonly core: Pick<Log, 'info'>;
}

/**
 * Finds the mailboxes that the tenant has and the list lacks, by the accounts in Graph. An account with a plan of Exchange has one, or
 * should have; another one unless Graph answers that there is none. Incomplete if the run is cancelled. Rejects with the UserError
 * `GRAPH_DENIED`, or `GRAPH_LISTING` if not every page could be read.
 */
export async function findUnlisted(
  mode: Unlisted['mode'],
  list: MailboxList,
  { graph, reports, grant, signal, core }: UnlistedOptions,
): Promise<Unlisted> {
  const unlisted = new Unlisted(mode);
  const accounts = new Accounts(list);
  const failure = await readListing(ACCOUNTS_PATH, accounts, graph.listing);
  if (failure !== undefined && failure.status !== 'cancelled') throw listingError(failure, mode, grant);
  if (failure !== undefined) return unlisted;
  if (accounts.count === 0) throw listingError(NO_ACCOUNT, mode, grant);
  const unlistedAccounts = accounts.unlisted;
  const without = await withoutMailbox(
    unlistedAccounts.filter(({ isLicensed }) => !isLicensed),
    graph,
    reports,
  );
  // Of a cancelled run, it is not known which have a mailbox.
  if (signal.aborted) return unlisted;
  for (const { id, address, created } of unlistedAccounts) {
    if (without.has(address)) continue;
    unlisted.add({ UserPrincipalName: address, WhenCreated: created, ExternalDirectoryObjectId: id });
  }
  unlisted.isComplete = true;
  core.info(
    logText(
      `${counted(accounts.count, 'account', 'accounts')} in the tenant, guests included. Left out because Graph answers that they ` +
        `have no mailbox: ${counted(without.size, 'account', 'accounts')} without an Exchange plan`,
    ),
  );
  return unlisted;
}

/** Addresses of the accounts about which Graph answers that there is no mailbox. */
async function withoutMailbox(
  accounts: readonly UnlistedAccount[],
  graph: Pick<Graph, 'readEach'>,
  reports: readonly ReportDefinition[],
): Promise<ReadonlySet<string>> {
  const addresses = new Set<string>();
  if (accounts.length === 0) return addresses;
  // A request that the run sends anyway, so that it needs no other permission.
  const { version, path, query } = ofMailbox(reports).request;
  const ask = {
    version,
    path: requestPath({ version, path, query }),
    firstPageOnly: true,
    newCollector: () => ({ onPage: () => [], result: () => true }),
  };
  const listed = accounts.map(({ address }) => address);
  for await (const answers of graph.readEach(listed, ask)) {
    for (const { mailbox, results } of answers) {
      if (results[0]?.status === 'no-mailbox') addresses.add(mailbox.address);
    }
  }
  return addresses;
}

function ofMailbox(reports: readonly ReportDefinition[]): GraphReport {
  const all = [...reports, ...builtInReports.values()].filter(isGraphReport);
  const report = all.find(({ request }) => OF_MAILBOX.test(request.path));
  if (report === undefined) throw new Error('no report of mailboxes');
  return report;
}

function listingError({ status, error }: QueryFailure, mode: Unlisted['mode'], grant: string): UserError {
  if (status === 'access-denied') {
    const [input, other] =
      mode === 'all'
        ? ['mailboxes: all', `name lists in ${inputName('mailboxes')}`]
        : ['unlisted', `set ${inputName('unlisted')} to "ignore"`];
    const message = `Graph does not list the accounts of the tenant, which "${input}" needs: ${error}`;
    const hint = `The application needs the permission ${ACCOUNTS_PERMISSION}. ${grant} Or ${other}.`;
    return new UserError('GRAPH_DENIED', message, { hint });
  }
  return new UserError('GRAPH_LISTING', `The accounts of the tenant could not be listed: ${error}.`, {
    hint: 'Run again. A part of a listing is not reported, because mailboxes would be missing.',
  });
}

/**
 * Adds the mailboxes that only the tenant has to a list, in the tenant's order. Throws the UserError `LIST_EMPTY` or `CANCELLED` if
 * there is then no mailbox at all, since a run without mailboxes would pass.
 */
export function withUnlisted(
  list: MailboxList,
  unlisted: Unlisted | undefined,
  { summary, unlisted: mode }: ReportInputs,
  core: Log,
  outputs: StepOutputs,
): MailboxList {
  if (unlisted?.isComplete !== true) {
    // With the mailboxes of the list, the run reports that all of them are unread.
    if (list.length > 0) return list;
    throw new UserError('CANCELLED', 'The run was cancelled before the mailboxes of the tenant were listed.', {
      hint: forReader({
        workflow: 'Run again, with a longer timeout-minutes if that ended it.',
        terminal: 'Run again.',
      }),
    });
  }
  const mailboxes = extendedList(list, unlisted);
  if (mailboxes.length === 0) {
    throw new UserError('LIST_EMPTY', 'Microsoft 365 lists no mailbox, and there is no list.', {
      hint: `Check that the application may see the mailboxes, or name a list in ${inputName('mailboxes')}.`,
    });
  }
  outputs.set({ 'mailbox-count': mailboxes.length });
  if (mode !== 'ignore') outputs.set({ 'unlisted-count': unlisted.count });
  const addresses = unlisted.mailboxes.map(({ address }) => address);
  const addressText = summary === 'full' ? `: ${someNames(addresses, visibleLine)}` : '';
  const which = list.files.length === 0 ? 'in the tenant' : 'outside the list, added to it';
  core.info(logText(`${counted(unlisted.count, 'mailbox', 'mailboxes')} ${which}${addressText}`));
  return mailboxes;
}

function extendedList(list: MailboxList, unlisted: Unlisted): MailboxList {
  const added = unlisted.mailboxes.map(({ address, account }): Mailbox => {
    return { address, ids: account === '' ? undefined : { account } };
  });
  const { duplicateCount, duplicates } = list;
  const all = mailboxList([...list.mailboxes, ...added], list.files, list.columns);
  return { ...all, duplicateCount, duplicates, listed: list.length };
}
