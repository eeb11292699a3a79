import { isObject, property, textIn, type Json, type JsonObject } from '../json.ts';
import { isMailboxId } from '../mailboxes/address.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { ListingSink } from '../mailboxes/listing-sink.ts';

/** An account of the tenant that the list does not name. */
export interface UnlistedAccount {
  readonly id: string;
  /** Its user principal name, or its id if no list can have that. */
  readonly address: string;
  /** As Graph says it; '' if it does not. */
  readonly created: string;
  /** Whether it has a plan with a mailbox, or Graph does not say. */
  readonly isLicensed: boolean;
  /** Its other addresses that the list has, in lower case. */
  readonly aliases: readonly string[];
}

/** The accounts of the tenant. https://learn.microsoft.com/graph/api/user-list */
export const ACCOUNTS_PATH =
  '/v1.0/users?$select=id,userPrincipalName,mail,proxyAddresses,userType,assignedPlans,createdDateTime&$top=999';

/** `EXCHANGE_S_FOUNDATION`, also of the government: a part of most products, without a mailbox. Licensing service plan reference. */
const WITHOUT_MAILBOX = /^(?:113feb6c-3fe4-4440-bddc-54d774bf0318|922ba911-5694-4e99-a794-73aed9bfeec8)$/i;
/** `Warning` is a period of grace. https://learn.microsoft.com/graph/api/resources/assignedplan */
const USABLE = /^(?:Enabled|Warning)$/i;

/** Collects the accounts that the list does not name. Guests have no mailbox in the tenant, and are left out. */
export class Accounts implements ListingSink {
  /** Addresses and ids of the list, in lower case. */
  readonly #listed: ReadonlySet<string>;
  /** Those that are the name or the id of an account. */
  readonly #claimed = new Set<string>();
  readonly #others = new Map<string, UnlistedAccount>();
  /** The number of objects. */
  count = 0;

  constructor(list: MailboxList) {
    this.#listed = new Set(list.mailboxes.map(({ address }) => address.toLowerCase()));
  }

  /** Throws a TypeError for an account without an id: it could be any. */
  add(items: readonly JsonObject[]): void {
    for (const item of items) this.#add(item);
  }

  restart(): void {
    this.#claimed.clear();
    this.#others.clear();
    this.count = 0;
  }

  /** The accounts that the list lacks. An address names the account whose name it is, else the first that has it as an alias. */
  get unlisted(): readonly UnlistedAccount[] {
    const claimed = new Set(this.#claimed);
    return [...this.#others.values()].filter(({ aliases }) => {
      const alias = aliases.find((one) => !claimed.has(one));
      if (alias !== undefined) claimed.add(alias);
      return alias === undefined;
    });
  }

  #add(item: JsonObject): void {
    const [id, name] = [textIn(item, 'id'), textIn(item, 'userPrincipalName')];
    if (id === '') throw new TypeError('An account has no id');
    this.count += 1;
    const own = [id.toLowerCase(), name.toLowerCase()].filter((one) => this.#listed.has(one));
    for (const one of own) this.#claimed.add(one);
    if (own.length > 0 || textIn(item, 'userType').toLowerCase() === 'guest') return;
    const proxies = property(item, 'proxyAddresses');
    const addresses = [
      textIn(item, 'mail'),
      ...(Array.isArray(proxies) ? proxies.filter((one) => typeof one === 'string') : []),
    ];
    this.#others.set(id, {
      id,
      address: isMailboxId(name) ? name : id,
      created: textIn(item, 'createdDateTime'),
      isLicensed: isLicensed(property(item, 'assignedPlans')),
      aliases: addresses.map((one) => one.replace(/^smtp:/i, '').toLowerCase()).filter((one) => this.#listed.has(one)),
    });
  }
}

/** What Graph does not say is taken for a plan: the account then stays in the report, whatever it answers. */
function isLicensed(plans: Json | undefined): boolean {
  if (!Array.isArray(plans)) return true;
  return plans.some((plan) => {
    const [service, status] = [property(plan, 'service'), property(plan, 'capabilityStatus')];
    const isExchange = typeof service !== 'string' || service.toLowerCase() === 'exchange';
    const isUsable = typeof status !== 'string' || USABLE.test(status);
    return !isObject(plan) || (isExchange && isUsable && !WITHOUT_MAILBOX.test(textIn(plan, 'servicePlanId')));
  });
}
