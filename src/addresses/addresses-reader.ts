import { UserError } from '../errors.ts';
import { DOMAINS, organizationObjects } from '../exchange/organization.ts';
import { refusedNotice } from '../exchange/cmdlets.ts';
import { list, objectsOfCommand, requireObjects, type ListOptions } from '../exchange/exchange-listing.ts';
import type { ListingOptions } from '../graph/graph-listing.ts';
import type { ReadEach } from '../graph/graph-reader.ts';
import type { JsonObject } from '../json.ts';
import { BLANK_CELLS, type QueryFailure } from '../mailboxes/mailbox-answer.ts';
import type { ListingSink } from '../mailboxes/listing-sink.ts';
import { GROUPS_PERMISSION } from '../reports/built-in/access.ts';
import { SENDS } from '../reports/built-in/organization/mail-flow-rules.ts';
import type { TableAnswer } from '../reports/rows.ts';
import type { EpochMs } from '../text/numbers.ts';
import { AcceptedDomains } from './accepted-domains.ts';
import { AddressRows, ALSO_SENDS, sendingRules } from './address-rows.ts';
import { Forwardings } from './forwardings.ts';
import { MemberLists } from './group-members.ts';
import { GROUP_CMDLETS, GROUP_PROPERTIES, GroupSettings } from './group-settings.ts';
import { MailRoutes } from './mail-route.ts';
import { RECIPIENT_PROPERTIES, Recipients } from './recipients.ts';

/** What the table is read from. */
export interface AddressServices {
  readonly graph: ListingOptions;
  readonly readEach: ReadEach;
  readonly exchange: ListOptions;
  /** When the run started. */
  readonly now: EpochMs;
  /** Receives what people should know although it is no error. */
  readonly notice: (message: string) => void;
}

/** A listing of mailboxes that a report of the run reads anyway. */
export interface SharedMailboxes {
  /** Resolves when it is read. */
  readonly listed: Promise<unknown>;
  /** Why Exchange Online refuses it; undefined if it does not. */
  readonly refusal: () => UserError | undefined;
}

const NO_RECIPIENTS: QueryFailure = { status: 'failed', error: 'Get-Recipient returned nothing, not even mailboxes' };
const ALL = { ResultSize: 'Unlimited' };
const MAILBOXES = 'Get-Mailbox';
const RULES = {
  cmdlet: 'Get-TransportRule',
  select: ['Name', 'State', 'Mode', 'ActivationDate', 'ExpiryDate', ...SENDS.map(([name]) => name), ...ALSO_SENDS],
  parameters: ALL,
};
const ACCEPTED_DOMAINS = { cmdlet: DOMAINS, select: ['DomainName', 'DomainType', 'MatchSubDomains'], parameters: ALL };

/** Reads the table `addresses`, from its construction on, all listings side by side. */
export class AddressesReader {
  /** Receives the mailboxes of the tenant. */
  readonly forwardings = new Forwardings();
  readonly #services: AddressServices;
  readonly #recipients = new Recipients();
  readonly #groups = new GroupSettings();
  readonly #members: MemberLists;
  /** Why each cmdlet was not read. */
  readonly #failures = new Map<string, UserError>();
  readonly #reading: Promise<readonly [string, readonly JsonObject[] | undefined, readonly JsonObject[] | undefined]>;

  constructor(services: AddressServices) {
    this.#services = services;
    this.#members = new MemberLists(services.graph, services.readEach);
    this.#reading = this.#read();
    // `answer` rejects with its error.
    this.#reading.catch(() => undefined);
  }

  /**
   * The rows. Rejects if the run is cancelled, or with the UserErrors of a sign-in.
   *
   * @param shared undefined: the mailboxes are listed for the table alone
   */
  async answer(shared: SharedMailboxes | undefined): Promise<TableAnswer> {
    const listed =
      shared === undefined ? this.#list(MAILBOXES, this.forwardings.select, this.forwardings) : shared.listed;
    const [[gapOfGroups, domainObjects, rules]] = await Promise.all([this.#reading, listed]);
    const refusal = shared?.refusal();
    if (refusal !== undefined) this.#failures.set(MAILBOXES, refusal);
    const unlisted = this.#failures.get('Get-Recipient');
    if (unlisted !== undefined) return this.#unread(unlisted);
    const domains = new AcceptedDomains(domainObjects);
    const recipients = this.#recipients;
    // A tenant without recipients has no mailbox either.
    if (recipients.all.length === 0) return { result: NO_RECIPIENTS, gaps: '' };
    const routes = new MailRoutes({
      recipients,
      forwardingOf: (mailbox) => this.forwardings.of(mailbox),
      membersOf: (group) => this.#members.of(this.#groups.of(group)?.hidesMembers === true ? '' : group.objectId),
      domains,
    });
    this.#noticeRefusals();
    const { now } = this.#services;
    const rows = new AddressRows({
      recipients,
      routes,
      domains,
      groups: this.#groups,
      rules: rules && sendingRules(rules, now),
    }).rows();
    return { result: { status: 'ok', value: rows }, gaps: this.#gaps(gapOfGroups) };
  }

  async #read(): Promise<readonly [string, readonly JsonObject[] | undefined, readonly JsonObject[] | undefined]> {
    const { exchange } = this.#services;
    const [domains, rules, gap] = await Promise.all([
      this.#unlessRefused(DOMAINS, async () =>
        requireObjects(DOMAINS, await organizationObjects(ACCEPTED_DOMAINS, exchange)),
      ),
      this.#unlessRefused(RULES.cmdlet, () => organizationObjects(RULES, exchange)),
      this.#readMembers(),
      this.#list('Get-Recipient', RECIPIENT_PROPERTIES, this.#recipients),
      ...GROUP_CMDLETS.map((cmdlet) => this.#readGroups(cmdlet)),
    ]);
    return [gap, domains, rules];
  }

  async #list(cmdlet: string, select: readonly string[], sink: ListingSink): Promise<void> {
    const command = { cmdlet, select, parameters: ALL };
    await this.#unlessRefused(cmdlet, () => list(command, sink, this.#services.exchange));
  }

  async #readGroups(cmdlet: string): Promise<void> {
    const command = { cmdlet, select: GROUP_PROPERTIES, parameters: ALL };
    this.#groups.add(
      (await this.#unlessRefused(cmdlet, () => objectsOfCommand(command, this.#services.exchange))) ?? [],
    );
  }

  async #unlessRefused<T>(cmdlet: string, read: () => Promise<T>): Promise<T | undefined> {
    try {
      return await read();
    } catch (error) {
      const isRefusal = error instanceof UserError && ['EXCHANGE_DENIED', 'EXCHANGE_LISTING'].includes(error.code);
      if (!isRefusal) throw error;
      this.#failures.set(cmdlet, error);
      return undefined;
    }
  }

  /** Why members of groups are not known; '' if they are, or hidden. */
  async #readMembers(): Promise<string> {
    const { notice } = this.#services;
    const failure = await this.#members.read();
    if (failure?.status === 'access-denied') {
      notice(
        `The members of groups are not known: the application may not list them. Grant it ${GROUPS_PERMISSION}. ` +
          `Cells that depend on them ${BLANK_CELLS}.`,
      );
    }
    const first = failure ?? this.#members.failure;
    return first === undefined || first.status === 'cancelled' ? '' : `members of groups were not read: ${first.error}`;
  }

  #noticeRefusals(): void {
    const refused = [...this.#failures].flatMap(([cmdlet, { code }]) => (code === 'EXCHANGE_DENIED' ? [cmdlet] : []));
    if (refused.length > 0) this.#services.notice(refusedNotice(refused));
  }

  #unread(error: UserError): TableAnswer {
    const status = error.code === 'EXCHANGE_DENIED' ? 'access-denied' : 'failed';
    if (status === 'access-denied') this.#services.notice(`${error.message} ${error.hint.replaceAll('\n', ' ')}`);
    return { result: { status, error: error.message }, gaps: '' };
  }

  #gaps(ofGroups: string): string {
    const messages = [...this.#failures.values()].map(({ message }) => message);
    return [...messages, ...(ofGroups === '' ? [] : [ofGroups])].join('; ');
  }
}
