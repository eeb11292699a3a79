import type { Json, JsonObject } from '../json.ts';
import { domainOf } from '../mailboxes/address.ts';
import { NOT_FOLLOWED, NOWHERE } from '../reports/built-in/addresses.ts';
import { nameOf, textsIn } from '../reports/built-in/organization/cells.ts';
import { markOf, SENDS } from '../reports/built-in/organization/mail-flow-rules.ts';
import { atLeast, known, NOT_KNOWN, type Known } from '../reports/known.ts';
import { rowWith } from '../reports/row-view.ts';
import type { RowCells } from '../reports/rows.ts';
import { count, type EpochMs } from '../text/numbers.ts';
import type { AcceptedDomains } from './accepted-domains.ts';
import type { GroupSettings } from './group-settings.ts';
import { sharedText, unknownOwnerText, type MailRoute, type MailRoutes } from './mail-route.ts';
import { isGroup, kindOf } from './recipient-kinds.ts';
import type { Recipient, Recipients } from './recipients.ts';

/** What the table is made of. */
export interface AddressFacts {
  readonly recipients: Recipients;
  readonly routes: MailRoutes;
  readonly domains: AcceptedDomains;
  readonly groups: GroupSettings;
  /** The names of the mail flow rules in force that send mail to other recipients; undefined if these are not known. */
  readonly rules: readonly string[] | undefined;
}

const MAX_RULES = 10;
/** Where mail goes on besides recipients of the rule: to a manager, or through a connector. */
export const ALSO_SENDS = ['AddManagerAsRecipientType', 'RouteMessageOutboundConnector'];

/** The names of the mail flow rules that redirect mail or add recipients, and are in force or may be. */
export function sendingRules(rules: readonly JsonObject[], now: EpochMs): readonly string[] {
  const properties = [...SENDS.map(([name]) => name), ...ALSO_SENDS];
  return rules
    .filter((rule) => {
      const targets = properties.map((name) => textsIn(rule, name));
      return (markOf(rule, now) ?? '') === '' && !targets.every((texts) => texts.isKnown && texts.value.length === 0);
    })
    .map((rule) => nameOf(rule) || 'a rule without a name');
}

/** The rows of the table, a row for each address. An address of several recipients is that of none for certain. */
export class AddressRows {
  readonly #facts: AddressFacts;
  /** Many rows have the same unknown cells, and the same last step. */
  readonly #incomplete = new Map<string, ReadonlySet<number>>();
  readonly #lastSteps = new Map<string, string[]>();
  readonly #domains = new Map<string, string>();

  constructor(facts: AddressFacts) {
    this.#facts = facts;
  }

  rows(): RowCells[] {
    const { recipients, routes } = this.#facts;
    const shared = this.#sharedAddresses();
    return recipients.all.flatMap((owner) => {
      const all = this.#addressesOf(owner);
      const route = all.length === 0 ? undefined : routes.from(owner);
      const outsideSenders = this.#outsideSenders(owner);
      return all.flatMap((address) => {
        const owners = shared.get(address.toLowerCase());
        // One row, with the address as the first one has it.
        if (owners !== undefined && owners[0] !== owner) return [];
        const reason = owners === undefined ? this.#doubtAbout(address) : sharedText(address, owners);
        if (reason === undefined) return [this.#row(address, owner, route, outsideSenders)];
        return [this.#row(address, undefined, undefined, NOT_KNOWN, atLeast([reason]))];
      });
    });
  }

  /** The SMTP addresses of a recipient, and its external address unless a recipient has it as a proxy address. */
  #addressesOf({ addresses, external }: Recipient): readonly string[] {
    const isListed = typeof external === 'string' && this.#facts.recipients.withExternalAddress(external) !== undefined;
    return isListed ? [...addresses, external] : addresses;
  }

  /** The recipients of each address that several have, by the address in lower case. */
  #sharedAddresses(): ReadonlyMap<string, readonly Recipient[]> {
    const { recipients } = this.#facts;
    const shared = new Map<string, Recipient[]>();
    for (const owner of recipients.all) {
      for (const address of this.#addressesOf(owner)) {
        const named = recipients.withAddress(address);
        const found = named === undefined ? recipients.withExternalAddress(address) : named;
        if (found !== null) continue;
        const key = address.toLowerCase();
        const owners = shared.get(key);
        if (owners === undefined) shared.set(key, [owner]);
        else owners.push(owner);
      }
    }
    return shared;
  }

  /** The reason if the owner of an address is not known. Proxy addresses are unique, external addresses are not. */
  #doubtAbout(address: string): string | undefined {
    const { recipients } = this.#facts;
    const isComplete = recipients.hasAllAddresses && recipients.hasAllExternalAddresses;
    return isComplete || recipients.withAddress(address) !== undefined ? undefined : unknownOwnerText(address);
  }

  #row(
    address: string,
    owner: Recipient | undefined,
    route: MailRoute | undefined,
    outsideSenders: Known<Json>,
    reason?: Known<Json>,
  ): RowCells {
    const domain = this.#domainOf(address);
    const primary = owner?.address ?? '';
    const { lands, steps } = this.#ends(domain, route);
    return this.#sharing(
      rowWith([
        known(address),
        textOf(primary),
        owner?.displayName === undefined ? NOT_KNOWN : known(owner.displayName || null),
        textOf(owner?.type ?? ''),
        primary === '' ? NOT_KNOWN : yesOrNo(primary.toLowerCase() === address.toLowerCase()),
        known(domain),
        yesOrNo(this.#facts.domains.of(domain).isAccepted),
        yesOrNo(owner?.isHidden),
        lands,
        reason ?? steps,
        outsideSenders,
      ]),
    );
  }

  /** `Lands` and `Route`: mail to a domain whose addresses a connector decides on may go elsewhere too. */
  #ends(domain: string, route: MailRoute | undefined): { readonly lands: Known<Json>; readonly steps: Known<Json> } {
    if (route === undefined) return { lands: NOT_KNOWN, steps: NOT_KNOWN };
    const { rules, domains } = this.#facts;
    const { isAccepted, isAuthoritative } = domains.of(domain);
    const relays = isAccepted === true && isAuthoritative !== true ? [domain] : [];
    const further = (rules?.length ?? 0) - MAX_RULES;
    const names = [
      ...(rules?.slice(0, MAX_RULES) ?? ['the rules are not known']),
      ...(further > 0 ? [`${count(further)} further rules`] : []),
      ...new Set([...route.connectors, ...relays]),
    ];
    const last = [
      ...(isAccepted === undefined ? [`whether ${domain} is an accepted domain is not known`] : []),
      ...(names.length === 0 ? [] : [`${NOT_FOLLOWED}: ${names.join(', ')}`]),
    ];
    const isWhole = route.isWhole && last.length === 0;
    const shown = isWhole ? route.lands : route.lands.filter((one) => one !== NOWHERE);
    return {
      lands: isWhole ? known([...shown]) : atLeast([...shown]),
      steps: known(route.steps.length === 0 ? this.#lastStep(last) : [...route.steps, ...last]),
    };
  }

  #lastStep(steps: string[]): string[] {
    const key = steps.join('\n');
    const shared = this.#lastSteps.get(key) ?? steps;
    this.#lastSteps.set(key, shared);
    return shared;
  }

  #domainOf(address: string): string {
    const domain = (domainOf(address) ?? '').toLowerCase();
    const shared = this.#domains.get(domain) ?? domain;
    this.#domains.set(domain, shared);
    return shared;
  }

  #sharing({ cells, incomplete }: ReturnType<typeof rowWith>): RowCells {
    if (incomplete === undefined) return { cells, incomplete };
    const key = [...incomplete].join();
    const shared = this.#incomplete.get(key) ?? incomplete;
    this.#incomplete.set(key, shared);
    return { cells, incomplete: shared };
  }

  /** Blank of an owner that is no group. A group that accepts mail from some alone refuses others, if none of these is outside. */
  #outsideSenders(owner: Recipient): Known<Json> {
    const { groups, recipients } = this.#facts;
    if (owner.type === '') return NOT_KNOWN;
    if (!isGroup(owner.type)) return known(null);
    const setting = groups.of(owner);
    if (setting?.refusesOutsiders === true) return known('refused');
    if (setting?.onlyFrom.isKnown !== true) return NOT_KNOWN;
    const { onlyFrom, refusesOutsiders } = setting;
    if (onlyFrom.value.length === 0) return refusesOutsiders === false ? known('accepted') : NOT_KNOWN;
    const areInside = onlyFrom.value.every((name) => kindOf(recipients.named(name)?.type ?? '') === 'mailbox');
    return areInside ? known('refused') : NOT_KNOWN;
  }
}

function textOf(text: string): Known<Json> {
  return text === '' ? NOT_KNOWN : known(text);
}

function yesOrNo(value: boolean | undefined): Known<Json> {
  return value === undefined ? NOT_KNOWN : known(value ? 'yes' : 'no');
}
