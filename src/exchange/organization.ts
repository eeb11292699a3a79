import { UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { BLANK_CELLS } from '../mailboxes/mailbox-answer.ts';
import { knownCmdlet } from './cmdlets.ts';
import type { Command } from './command.ts';
import { objectsOfCommand, type ListOptions } from './exchange-listing.ts';
import type { ExchangeRequest } from './exchange-query.ts';
import type { Refusals } from './refusals.ts';

export interface OrganizationOptions extends ListOptions {
  readonly requests: readonly ExchangeRequest[];
  /** Whether to list the accepted domains. */
  readonly listsDomains: boolean;
  readonly refusals: Refusals;
}

/** The cmdlet that lists the accepted domains. */
export const DOMAINS = 'Get-AcceptedDomain';

/** The objects of the tenant as a whole. Reads each cmdlet once, from its construction on. */
export class Organization {
  /** The objects of the accepted domains; undefined if the application may not read them. Rejects as `list` does. */
  readonly acceptedDomains: Promise<readonly JsonObject[] | undefined>;
  /** Resolves when everything is read. Rejects as `list` does. */
  readonly all: Promise<unknown>;
  readonly #options: OrganizationOptions;
  readonly #objects = new Map<string, JsonObject>();
  readonly #ambiguous = new Set<string>();

  constructor(options: OrganizationOptions) {
    this.#options = options;
    this.acceptedDomains = options.listsDomains ? this.#listDomains() : Promise.resolve(undefined);
    this.all = Promise.all([this.acceptedDomains, this.#readAll()]);
    // A caller that awaits one gets its rejection; that of the other must not count as unhandled.
    for (const promise of [this.acceptedDomains, this.all]) promise.catch(() => undefined);
  }

  /** The cmdlets that it reads. */
  get cmdlets(): readonly string[] {
    return [...new Set(this.#requests().map(({ cmdlet }) => cmdlet)), DOMAINS];
  }

  /** The cmdlets that did not return exactly one object. */
  get ambiguous(): readonly string[] {
    return [...this.#ambiguous];
  }

  /** The objects that a report reads, by their names. */
  objectsOf({ organization = {} }: ExchangeRequest): JsonObject {
    const objects = Object.entries(organization).map(([name, { cmdlet }]): [string, JsonObject] => [
      name,
      this.#objects.get(cmdlet) ?? {},
    ]);
    return Object.fromEntries(objects);
  }

  #requests(): readonly Pick<ExchangeRequest, 'cmdlet' | 'select'>[] {
    return this.#options.requests.flatMap(({ organization = {} }) => Object.values(organization));
  }

  async #readAll(): Promise<void> {
    const requests = this.#requests();
    for (const cmdlet of new Set(requests.map((request) => request.cmdlet))) {
      const select = requests.filter((request) => request.cmdlet === cmdlet).flatMap((request) => request.select);
      await this.#options.refusals.unlessRefused(cmdlet, async () => {
        const command = { cmdlet, select: [...new Set(select)] };
        const [object, ...others] = await organizationObjects(command, this.#options);
        if (object === undefined || others.length > 0) this.#ambiguous.add(cmdlet);
        else this.#objects.set(cmdlet, object);
      });
    }
  }

  #listDomains(): Promise<readonly JsonObject[] | undefined> {
    const command = { cmdlet: DOMAINS, parameters: {}, select: ['DomainName', 'MatchSubDomains'] };
    return this.#options.refusals.unlessRefused(DOMAINS, () => objectsOfCommand(command, this.#options));
  }
}

/**
 * The objects of a cmdlet about the organization. Runs it with the switches that its properties need, or without these properties if
 * Exchange rejects a switch. Rejects as `list` does.
 */
export async function organizationObjects(
  { cmdlet, select, parameters = {} }: Pick<Command, 'cmdlet' | 'select'> & Partial<Pick<Command, 'parameters'>>,
  options: ListOptions,
): Promise<readonly JsonObject[]> {
  const { kind, switchOf = {} } = knownCmdlet(cmdlet);
  const switches = select.flatMap((name) => switchOf[name] ?? []);
  const all = { ...parameters, ...Object.fromEntries(switches.map((name) => [name, true] as const)) };
  const command: Command = { cmdlet, parameters: all, select, requestsAll: kind === 'organization' };
  try {
    return await objectsOfCommand(command, options);
  } catch (error) {
    if (switches.length === 0 || !(error instanceof UserError)) throw error;
    const known = select.filter((name) => switchOf[name] === undefined);
    const objects = await objectsOfCommand({ ...command, parameters, select: known }, options);
    options.notice?.(
      `Exchange Online rejects the switch ${switches.join(', ')} of ${cmdlet}: cells that depend on it ${BLANK_CELLS}.`,
    );
    return objects;
  }
}
