import { describeError, UserError } from '../errors.ts';
import type { QueryFailure } from '../graph/query.ts';
import type { JsonObject } from '../json.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { deniedError, knownCmdlet, type GrantContext } from './cmdlets.ts';
import { isCutShort, nextLink, selectedObjects, type Command } from './command.ts';
import type { CommandRunner } from './command-runner.ts';
import type { Directory } from './directory.ts';
import { objectsOfCommand } from './listing.ts';
import type { ExchangeOutcome } from './outcome.ts';
import type { BesideRequest, ExchangeRequest } from './query.ts';
import { Recipients } from './recipients.ts';

/** What cmdlets returned about a mailbox, by name, or why a part of it could not be read. */
export type MailboxFound = { readonly found: JsonObject } | QueryFailure;

export interface MailboxCommandsOptions {
  readonly mailboxes: MailboxList;
  readonly directory: Pick<Directory, 'objectsAt'>;
  readonly runner: Pick<CommandRunner, 'batch' | 'run'>;
  readonly grants: () => Promise<GrantContext>;
  readonly signal: AbortSignal;
}

/** Runs cmdlets that need a mailbox for a batch of them, and adds what listings have about each. */
export class MailboxCommands {
  readonly #options: MailboxCommandsOptions;
  readonly #recipients: Recipients;

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
    try {
      const sources = [
        ['value', await this.#run(request, positions)] as const,
        ...(await this.#beside(request, positions)),
      ];
      const resolving = Object.values(request.beside ?? {}).filter(({ resolves }) => resolves !== undefined);
      const recipientAddresses = await this.#addressesOf(resolving, positions);
      return new Map(positions.map((position) => [position, joined(sources, position, { recipientAddresses })]));
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
      // A listing may name a mailbox otherwise than that of the mailboxes does: nothing in it does not mean that there is nothing.
      const missing = positions.filter((position) => !found.has(position));
      for (const [position, objects] of await this.#run(request, missing)) found.set(position, objects);
      sources.push([name, found]);
    }
    return sources;
  }

  async #run(
    request: Pick<ExchangeRequest, 'cmdlet' | 'parameters' | 'select'>,
    positions: readonly number[],
  ): Promise<Found> {
    const { mailboxes, runner } = this.#options;
    const commands = positions.map((position) => commandFor(request, mailboxes.at(position).address));
    const outcomes = commands.length === 0 ? [] : await runner.batch(commands);
    const found = new Map<number, readonly JsonObject[] | QueryFailure>();
    for (const [at, position] of positions.entries()) {
      const [command, outcome] = [commands[at], outcomes[at]];
      if (command !== undefined && outcome !== undefined) found.set(position, await this.#objectsOf(command, outcome));
    }
    return found;
  }

  async #objectsOf(command: Command, outcome: ExchangeOutcome): Promise<readonly JsonObject[] | QueryFailure> {
    const { runner, grants } = this.#options;
    if (outcome.kind === 'denied') throw deniedError(command.cmdlet, outcome.error, await grants());
    if (outcome.kind !== 'read') return failureOf(outcome);
    try {
      // The link of an item is bound to the batch's server, so the command is listed by itself.
      if (nextLink(outcome.body) !== undefined || isCutShort(outcome.body)) {
        return await objectsOfCommand(command, { runner, grants });
      }
      return selectedObjects(outcome.body, command);
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

function commandFor(
  { cmdlet, parameters, select }: Pick<ExchangeRequest, 'cmdlet' | 'parameters' | 'select'>,
  address: string,
): Command {
  return {
    cmdlet,
    parameters: { ...parameters, [knownCmdlet(cmdlet).mailboxParameter]: address },
    // Every object has an identity, so one without any property is of an unknown shape.
    select: [...new Set([...select, 'Identity'])],
  };
}

function failureOf(outcome: Exclude<ExchangeOutcome, { kind: 'read' }>): QueryFailure {
  const { error } = outcome;
  return { status: outcome.kind === 'final' || outcome.kind === 'retry' ? outcome.status : 'failed', error };
}

function namesIn(item: JsonObject, name: string): string[] {
  const value = item[name];
  return Array.isArray(value) ? value.flatMap((text) => (typeof text === 'string' && text !== '' ? [text] : [])) : [];
}
