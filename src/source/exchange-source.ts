import type { TokenSource } from '../auth/token-source.ts';
import { ExchangeClient } from '../exchange/exchange-client.ts';
import { BATCH_SIZE, CommandRunner, MAX_BATCHES } from '../exchange/command-runner.ts';
import type { GrantContext } from '../exchange/cmdlets.ts';
import { Directory, type ListedQuery, type MailboxTap } from '../exchange/directory.ts';
import { objectsOfCommand } from '../exchange/exchange-listing.ts';
import { ExchangeReader } from '../exchange/exchange-reader.ts';
import type { ExchangeQuery } from '../exchange/exchange-query.ts';
import { machineOf } from '../http/machine.ts';
import { Unlisted } from '../mailboxes/unlisted.ts';
import { UserError } from '../errors.ts';
import { RateLimiter } from '../http/rate-limiter.ts';
import { acceptedInternalDomains, type InternalDomains } from '../mailboxes/internal-domains.ts';
import { textIn, type JsonObject } from '../json.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { ReportInputs } from '../run/inputs.ts';
import type { StepOutputs } from '../run/outputs.ts';
import type { RowCells } from '../reports/rows.ts';
import { logText, type Log, type Warnings } from '../run/log.ts';
import type { Network } from '../run/runner.ts';
import { visibleLine } from '../text/display.ts';
import { count, counted, duration, someNames } from '../text/numbers.ts';
import { withUnlisted, type TenantMode } from './unlisted-reader.ts';
import { inputName } from '../text/audience.ts';

/** Ms that a cmdlet needs for one mailbox, as measured by graph2otel against a tenant (Get-MailboxPermission: 846 ms). */
const MS_PER_MAILBOX = 850;

/** https://learn.microsoft.com/powershell/module/exchange/get-recipient#-recipienttypedetails */
export const GROUP_TYPES = [
  'DynamicDistributionGroup',
  'GroupMailbox',
  'MailNonUniversalGroup',
  'MailUniversalDistributionGroup',
  'MailUniversalSecurityGroup',
];
export const GROUP_PROPERTIES = [
  'Name',
  'DisplayName',
  'PrimarySmtpAddress',
  'EmailAddresses',
  'ExternalDirectoryObjectId',
];

export interface ExchangeConnection extends Network {
  readonly inputs: ReportInputs;
  readonly tokens: TokenSource;
}

/** The mailboxes of a run, and what is listed of them. */
export interface ListedMailboxes {
  /** With those that only the tenant has, if they are read too. */
  readonly mailboxes: MailboxList;
  readonly directory: Directory;
  /** Undefined if the run does not look for them. */
  readonly unlisted: Unlisted | undefined;
}

/** Exchange Online, as one run reads it: all requests share a client and a rate limiter. */
export class Exchange {
  readonly client: ExchangeClient;
  readonly limiter: RateLimiter;
  readonly runner: CommandRunner;
  readonly #options: ExchangeConnection;

  /** Sends nothing. */
  constructor(options: ExchangeConnection) {
    const { inputs, tokens, dispatcher, signal } = options;
    const machine = machineOf(options);
    const { exchangeUrl, tenantId } = inputs;
    this.#options = options;
    this.client = new ExchangeClient({ ...machine, exchangeUrl, tenantId, dispatcher, tokens, signal });
    this.limiter = new RateLimiter({ concurrency: MAX_BATCHES, random: machine.random });
    const { client, limiter } = this;
    this.runner = new CommandRunner({ ...machine, client, limiter, signal });
  }

  readonly grants = async (): Promise<GrantContext> => {
    const { inputs, tokens } = this.#options;
    const isManagedIdentity = inputs.credential.kind === 'managed-identity';
    return { clientId: inputs.clientId, roles: (await tokens.get()).roles, isManagedIdentity };
  };

  /**
   * The accepted domains of the tenant, with subdomains where Exchange accepts them; undefined if they are not known, because Exchange
   * refuses to list them or the run is cancelled. Rejects with a UserError as `list` does.
   */
  async acceptedDomains(directory: Directory, core: Log): Promise<InternalDomains | undefined> {
    const objects = await this.#unlessCancelled(directory.organization.acceptedDomains);
    if (objects === undefined) return undefined;
    const accepted = objects.map((domain) => ({
      name: textIn(domain, 'DomainName'),
      hasSubdomains: domain.MatchSubDomains === true,
    }));
    const names = accepted.map(({ name, hasSubdomains }) => (hasSubdomains ? `${name} with subdomains` : name));
    core.info(logText(`Accepted domains of the tenant: ${someNames(names, visibleLine)}`));
    const inside = acceptedInternalDomains(accepted);
    // Without any of its domains, addresses of the tenant would count as external.
    if (inside !== undefined) return inside;
    throw new UserError('EXCHANGE_LISTING', 'Exchange Online lists no accepted domains, or some that are no domains.', {
      hint: `Set ${inputName('internal-domains')} to the domains of the tenant. Report it as an issue: the interface may have changed.`,
    });
  }

  /** The recipients of the tenant that are groups. Rejects with a UserError as `list` does. */
  async groups(): Promise<readonly JsonObject[]> {
    const parameters = { ResultSize: 'Unlimited', RecipientTypeDetails: GROUP_TYPES };
    const command = { cmdlet: 'Get-Recipient', parameters, select: GROUP_PROPERTIES };
    return (await this.#unlessCancelled(objectsOfCommand(command, this))) ?? [];
  }

  /**
   * Begins the listings of a run, which take longest. If a listing fails, the promises of `directory` reject.
   *
   * @param listsDomains whether the run needs the accepted domains
   * @param tap what else reads the mailboxes of the tenant
   */
  beginListings(
    mode: TenantMode,
    queries: readonly ListedQuery[],
    mailboxes: MailboxList,
    listsDomains: boolean,
    warnings: Warnings,
    tap?: MailboxTap,
  ): ListedMailboxes {
    const end = mode === 'all' ? mailboxes.length : undefined;
    const unlisted = mode === 'ignore' ? undefined : new Unlisted(mode, end);
    const { runner, grants } = this;
    const notice = (message: string): void => {
      warnings.add(message);
    };
    const directory = new Directory({ mailboxes, queries, listsDomains, runner, grants, unlisted, notice, tap });
    return { mailboxes, unlisted, directory };
  }

  /** The mailboxes of a list, as Exchange lists them, for a run that reads no report of Exchange. */
  directoryOf(mailboxes: MailboxList, warnings: Warnings): Directory {
    return this.beginListings('ignore', [], mailboxes, false, warnings).directory;
  }

  /** The mailboxes that the tenant has and a list lacks, incomplete if the run is cancelled. Rejects as `list` does. */
  async unlisted(mailboxes: MailboxList): Promise<Unlisted> {
    const unlisted = new Unlisted('all');
    const { runner, grants } = this;
    const directory = new Directory({ mailboxes, queries: [], listsDomains: false, runner, grants, unlisted });
    await this.#unlessCancelled(directory.mailboxes);
    return unlisted;
  }

  /** Awaits the mailboxes of the tenant and adds those that the list lacks. Rejects as `list` and `withUnlisted` do. */
  async withUnlisted(
    inputs: ReportInputs,
    { mailboxes: list, directory, unlisted }: ListedMailboxes,
    core: Log,
    outputs: StepOutputs,
  ): Promise<MailboxList> {
    await this.#unlessCancelled(directory.mailboxes);
    return withUnlisted(list, unlisted, inputs, core, outputs);
  }

  /**
   * Reads the reports of Exchange Online, and says before how long that takes.
   *
   * @param isOnlySource whether the run reads nothing else
   */
  reader(
    queries: readonly ExchangeQuery<RowCells[]>[],
    mailboxes: MailboxList,
    directory: Directory,
    inside: InternalDomains | undefined,
    isOnlySource: boolean,
    { core, warnings }: { readonly core: Log; readonly warnings: Warnings },
  ): ExchangeReader<RowCells[]> {
    const { signal } = this.#options;
    const time = duration((mailboxes.length * MS_PER_MAILBOX) / MAX_BATCHES);
    const all = counted(mailboxes.length, 'mailbox', 'mailboxes');
    for (const { request } of queries) {
      if (request.perMailbox !== true) continue;
      const most = request.onlyIf === undefined ? `each of ${all}, ` : `mailboxes for which it matters, `;
      const longest = request.onlyIf === undefined ? 'about' : 'at most about';
      core.info(logText(`${request.cmdlet} runs for ${most}${BATCH_SIZE} a request: ${longest} ${time}`));
    }
    const { runner, grants } = this;
    return new ExchangeReader({
      mailboxes,
      queries,
      directory,
      isOnlySource,
      inside,
      runner,
      grants,
      signal,
      notice: (message) => {
        warnings.add(message);
      },
      onListed: () => {
        const counts = directory.counts.map(([cmdlet, objectCount]) => `${cmdlet} ${count(objectCount)}`);
        if (counts.length > 0) core.info(logText(`Listed in Exchange Online: ${counts.join(', ')}`));
      },
    });
  }

  /** A cancelled run still reports every mailbox, as cancelled. */
  async #unlessCancelled<T>(step: Promise<T>): Promise<T | undefined> {
    try {
      return await step;
    } catch (error) {
      if (!this.#options.signal.aborted) throw error;
      return undefined;
    }
  }
}
