import { describeError, UserError } from '../errors.ts';
import type { QueryFailure } from '../mailboxes/mailbox-answer.ts';
import type { JsonObject } from '../json.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { deniedError, knownCmdlet, type GrantContext } from './cmdlets.ts';
import { isCutShort, nextLink, selectedObjects, statedCount, type Command } from './command.ts';
import type { CommandRunner } from './command-runner.ts';
import type { Directory } from './directory.ts';
import { objectsOfCommand, PARAMETER_ERROR } from './exchange-listing.ts';
import type { ExchangeOutcome } from './exchange-outcome.ts';
import { REJECTED, type BesideRequest, type ExchangeRequest } from './exchange-query.ts';
import { Recipients } from './recipients.ts';
import { PERMISSIONS_CMDLET, TRUSTEE_PROPERTIES } from './system-trustees.ts';

/** What cmdlets returned about a mailbox, by name, or why a part of it could not be read. */
export type MailboxFound = { readonly found: JsonObject } | QueryFailure;

export interface MailboxCommandsOptions {
  readonly mailboxes: MailboxList;
  readonly directory: Pick<Directory, 'objectsAt' | 'isRefused'>;
  readonly runner: Pick<CommandRunner, 'batch' | 'run'>;
  readonly grants: () => Promise<GrantContext>;
  /** Receives what people should know although it is no error. */
  readonly notice?: ((message: string) => void) | undefined;
  readonly signal: AbortSignal;
}

/** Runs cmdlets that need a mailbox for a batch of them, and adds what listings have about each. */
export class MailboxCommands {
  readonly #options: MailboxCommandsOptions;
  readonly #recipients: Recipients;
  readonly #rejected = new Set<string>();

  constructor(options: MailboxCommandsOptions) {
    this.#options = options;
    this.#recipients = new Recipients(options.runner);
  }

  /**
   * The objects of a request under `value`, and those of `beside` under their names. Positions that a cancelled run did not
   * read are left out. Rejects with the UserError `EXCHANGE_DENIED`, and with the token's.
   *
   * @param positions of at most ten mailboxes that Exchange lists
   */
  async read(request: ExchangeRequest, positions: readonly number[]): Promise<ReadonlyMap<number, MailboxFound>> {
    const { directory } = this.#options;
    const rejected = new Map<number, Set<string>>();
    const refused = Object.values(request.beside ?? {}).flatMap(({ cmdlet }) =>
      directory.isRefused(cmdlet) ? [cmdlet] : [],
    );
    try {
      const sources = [
        ['value', await this.#run(request, positions, rejected)] as const,
        ...(await this.#beside(request, positions)),
      ];
      const resolving = Object.values(request.beside ?? {}).filter(({ resolves }) => resolves !== undefined);
      const recipientAddresses = await this.#addressesOf(resolving, positions);
      const additionsOf = (position: number): JsonObject => {
        const lacking = [...refused, ...(rejected.get(position) ?? [])];
        return { recipientAddresses, ...(lacking.length === 0 ? {} : { [REJECTED]: lacking }) };
      };
      return new Map(positions.map((position) => [position, joined(sources, position, additionsOf(position))]));
    } catch (error) {
      if (!this.#options.signal.aborted) throw error;
      return new Map();
    }
  }

  async #beside({ beside = {} }: ExchangeRequest, positions: readonly number[]): Promise<(readonly [string, Found])[]> {
    const { directory } = this.#options;
    const sources: (readonly [string, Found])[] = [];
    for (const [name, request] of Object.entries(beside)) {
      const found = new Map<number, readonly JsonObject[] | QueryFailure>();
      for (const position of positions) {
        const objects = directory.objectsAt(request.cmdlet, position);
        if (objects.length > 0) found.set(position, objects);
      }
      if (directory.isRefused(request.cmdlet)) for (const position of positions) found.set(position, []);
      // A listing may name a mailbox otherwise than that of the mailboxes does: nothing in it does not mean that there is nothing.
      const missing = positions.filter((position) => !found.has(position));
      for (const [position, objects] of await this.#run(request, missing)) found.set(position, objects);
      sources.push([name, found]);
    }
    return sources;
  }

  /**
   * Runs a cmdlet for mailboxes, again without a switch that the service rejects.
   *
   * @param rejected receives the rejected switches by position
   */
  async #run(
    request: Pick<ExchangeRequest, 'cmdlet' | 'parameters' | 'select'>,
    positions: readonly number[],
    rejected = new Map<number, Set<string>>(),
  ): Promise<Found> {
    const { mailboxes, runner } = this.#options;
    const found = new Map<number, readonly JsonObject[] | QueryFailure>();
    for (let pending = positions; pending.length > 0;) {
      const commands = pending.map((position) =>
        commandFor(request, mailboxes.at(position).address, rejected.get(position)),
      );
      const outcomes = await runner.batch(commands);
      const again: number[] = [];
      for (const [at, position] of pending.entries()) {
        const [command, outcome] = [commands[at], outcomes[at]];
        if (command === undefined || outcome === undefined) continue;
        const switches = rejectedSwitches(command, outcome);
        if (switches.length === 0) {
          found.set(position, await this.#objectsOf(command, outcome));
          continue;
        }
        rejected.set(position, new Set([...(rejected.get(position) ?? []), ...switches]));
        again.push(position);
        for (const name of switches) this.#noticeRejected(command.cmdlet, name);
      }
      pending = again;
    }
    return found;
  }

  #noticeRejected(cmdlet: string, name: string): void {
    if (this.#rejected.has(name)) return;
    this.#rejected.add(name);
    this.#options.notice?.(
      `Exchange Online rejects the switch ${name} of ${cmdlet}. Objects that only the switch returns are unknown, and rules ` +
        'about the mailboxes are inconclusive.',
    );
  }

  async #objectsOf(command: Command, outcome: ExchangeOutcome): Promise<readonly JsonObject[] | QueryFailure> {
    const { runner, grants } = this.#options;
    if (outcome.kind === 'denied') throw deniedError(command.cmdlet, outcome.error, await grants());
    if (outcome.kind !== 'read') return failureOf(outcome);
    try {
      // The link of an item is bound to the batch's server, so the command is listed by itself.
      const { body } = outcome;
      const objects = selectedObjects(body, command);
      if (nextLink(body) !== undefined || isCutShort(body) || statedCount(body) > objects.length) {
        return await objectsOfCommand(command, { runner, grants });
      }
      if (objects.length > 0 || knownCmdlet(command.cmdlet).neverEmpty !== true) return objects;
      return {
        status: 'failed',
        error: `${command.cmdlet} returned nothing, not even what every mailbox has`,
      };
    } catch (error) {
      if (error instanceof UserError && error.code !== 'EXCHANGE_LISTING') throw error;
      this.#options.signal.throwIfAborted();
      return { status: 'failed', error: describeError(error) };
    }
  }

  /** The known addresses of the recipients that listed objects name. */
  async #addressesOf(requests: readonly BesideRequest[], positions: readonly number[]): Promise<JsonObject> {
    const { directory } = this.#options;
    const names = requests.flatMap(({ cmdlet, resolves = '' }) =>
      positions.flatMap((position) => directory.objectsAt(cmdlet, position).flatMap((item) => namesIn(item, resolves))),
    );
    await this.#recipients.resolve(names);
    return Object.fromEntries(
      names.flatMap((name) => {
        const address = this.#recipients.addressOf(name);
        return typeof address === 'string' ? [[name, address]] : [];
      }),
    );
  }
}

/** By position in the list. */
type Found = ReadonlyMap<number, readonly JsonObject[] | QueryFailure>;

function joined(sources: readonly (readonly [string, Found])[], position: number, additions: JsonObject): MailboxFound {
  const found: JsonObject = { ...additions };
  for (const [name, objects] of sources) {
    const own = objects.get(position) ?? { status: 'failed', error: 'No complete answer arrived' };
    if ('error' in own) return own;
    found[name] = [...own];
  }
  return { found };
}

/** Stands for the mailbox in the identity of a folder. */
const MAILBOX = '{mailbox}';

function commandFor(
  { cmdlet, parameters = {}, select }: Pick<ExchangeRequest, 'cmdlet' | 'parameters' | 'select'>,
  address: string,
  without: ReadonlySet<string> = new Set(),
): Command {
  const { mailboxParameter, folder } = knownCmdlet(cmdlet);
  const { Identity: named = `${MAILBOX}:\\${folder ?? ''}`, ...others } = parameters;
  const identity = folder === undefined || typeof named !== 'string' ? address : named.replace(MAILBOX, () => address);
  const kept = Object.entries(others).filter(([name]) => !without.has(name));
  return {
    cmdlet,
    parameters: { ...Object.fromEntries(kept), [mailboxParameter]: identity },
    // Every object has an identity, so one without any property is of an unknown shape.
    select: [...new Set([...select, 'Identity', ...(cmdlet === PERMISSIONS_CMDLET ? TRUSTEE_PROPERTIES : [])])],
  };
}

/** The switches of a command that the service does not accept: those that the error names, else all that can be left out. */
function rejectedSwitches({ parameters }: Command, outcome: ExchangeOutcome): string[] {
  if (outcome.kind !== 'final' || !PARAMETER_ERROR.test(outcome.error)) return [];
  const switches = Object.keys(parameters).filter((name) => name.startsWith('Include'));
  const named = switches.filter((name) => outcome.error.includes(name));
  return named.length > 0 ? named : switches;
}

function failureOf(outcome: Exclude<ExchangeOutcome, { kind: 'read' }>): QueryFailure {
  const { error } = outcome;
  return { status: outcome.kind === 'final' || outcome.kind === 'retry' ? outcome.status : 'failed', error };
}

function namesIn(item: JsonObject, name: string): string[] {
  const value = item[name];
  return Array.isArray(value) ? value.flatMap((text) => (typeof text === 'string' && text !== '' ? [text] : [])) : [];
}
