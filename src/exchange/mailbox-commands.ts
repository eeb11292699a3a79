import { describeError, UserError } from '../errors.ts';
import type { QueryFailure } from '../mailboxes/mailbox-answer.ts';
import type { JsonObject } from '../json.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { deniedError, FOLDER_LOOKUP, knownCmdlet, refusedNotice, type GrantContext } from './cmdlets.ts';
import type { Command } from './command.ts';
import type { CommandRunner } from './command-runner.ts';
import { MAILBOXES, type Directory } from './directory.ts';
import { objectsOfItem, PARAMETER_ERROR } from './exchange-listing.ts';
import type { ExchangeOutcome } from './exchange-outcome.ts';
import { folderTypeOf, REJECTED, type BesideRequest, type ExchangeRequest } from './exchange-query.ts';
import { Recipients } from './recipients.ts';
import { PERMISSIONS_CMDLET, TRUSTEE_PROPERTIES } from './system-trustees.ts';

/** What cmdlets returned about a mailbox, by name, or why a part of it could not be read. */
export type MailboxFound = { readonly found: JsonObject } | QueryFailure;

export interface MailboxCommandsOptions {
  readonly mailboxes: MailboxList;
  readonly directory: Pick<Directory, 'objectsAt' | 'refusalOf'>;
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
  readonly #noticed = new Set<string>();
  readonly #refusals = new Map<string, UserError>();

  constructor(options: MailboxCommandsOptions) {
    this.#options = options;
    this.#recipients = new Recipients(options);
  }

  /** Why Exchange refuses a cmdlet for every mailbox, as far as it was asked; undefined if it does not. */
  refusalOf(cmdlet: string): UserError | undefined {
    return this.#refusals.get(cmdlet);
  }

  /**
   * The objects of a request under `value`, and those of `beside` under their names. Positions that a cancelled run did not
   * read are left out. Rejects with the token's UserError.
   *
   * @param positions of at most ten mailboxes that Exchange lists
   */
  async read(request: ExchangeRequest, positions: readonly number[]): Promise<ReadonlyMap<number, MailboxFound>> {
    const rejected: Rejected = new Map();
    try {
      const value = await this.#runWhereNeeded(request, positions, rejected);
      const readPositions = positions.filter((position) => Array.isArray(value.get(position)));
      const sources = [['value', value] as const, ...(await this.#beside(request, readPositions, rejected))];
      const resolving = Object.values(request.beside ?? {}).filter(({ resolves }) => resolves !== undefined);
      const recipients = await this.#recipientsOf(resolving, readPositions);
      const additionsOf = (position: number): JsonObject => {
        const lacking = rejected.get(position);
        return { ...recipients, ...(lacking === undefined ? {} : { [REJECTED]: [...lacking] }) };
      };
      return new Map(positions.map((position) => [position, joined(sources, position, additionsOf(position))]));
    } catch (error) {
      if (!this.#options.signal.aborted) throw error;
      return new Map();
    }
  }

  async #beside(
    { beside = {} }: ExchangeRequest,
    positions: readonly number[],
    rejected: Rejected,
  ): Promise<(readonly [string, Found])[]> {
    const { directory } = this.#options;
    const sources: (readonly [string, Found])[] = [];
    for (const [name, request] of Object.entries(beside)) {
      const found = new Map<number, readonly JsonObject[] | QueryFailure>();
      for (const position of positions) {
        const objects = directory.objectsAt(request.cmdlet, position);
        if (objects.length > 0) found.set(position, objects);
      }
      const isRefused = directory.refusalOf(request.cmdlet) !== undefined;
      const lack = (position: number): void => {
        reject(rejected, position, [request.cmdlet]);
        found.set(position, []);
      };
      if (isRefused) for (const position of positions) lack(position);
      // A listing may name a mailbox otherwise than that of the mailboxes does: nothing in it does not mean that there is nothing.
      const missing = positions.filter((position) => !found.has(position));
      for (const [position, objects] of await this.#runWhereNeeded(request, missing)) {
        const isDenied = 'error' in objects && objects.status === 'access-denied';
        if (!isDenied || request.isOptional !== true) found.set(position, objects);
        else {
          lack(position);
          this.#noticeOnce(request.cmdlet, refusedNotice([request.cmdlet]));
        }
      }
      sources.push([name, found]);
    }
    return sources;
  }

  /** Runs a cmdlet for the mailboxes for which it is needed. The others have no objects. */
  async #runWhereNeeded(
    request: Pick<ExchangeRequest, 'cmdlet' | 'parameters' | 'select' | 'onlyIf'>,
    positions: readonly number[],
    rejected?: Rejected,
  ): Promise<Found> {
    const { onlyIf } = request;
    if (onlyIf === undefined) return this.#run(request, positions, rejected);
    const isNeeded = (position: number): boolean => this.#options.directory.objectsAt(MAILBOXES, position).some(onlyIf);
    const needed = await this.#run(request, positions.filter(isNeeded), rejected);
    return new Map(positions.map((position) => [position, needed.get(position) ?? []]));
  }

  /**
   * Runs a cmdlet for mailboxes, again without a switch that the service rejects.
   *
   * @param rejected receives the rejected switches by position
   */
  async #run(
    request: Pick<ExchangeRequest, 'cmdlet' | 'parameters' | 'select'>,
    positions: readonly number[],
    rejected: Rejected = new Map(),
  ): Promise<Found> {
    const { runner, grants } = this.#options;
    const refusal = this.#refusals.get(request.cmdlet);
    if (refusal !== undefined) return new Map(positions.map((position) => [position, denied(refusal)]));
    const found = new Map<number, readonly JsonObject[] | QueryFailure>();
    const identities = new Map<number, string>();
    for (const [position, identity] of await this.#identities(request, positions)) {
      if (typeof identity === 'string') identities.set(position, identity);
      else found.set(position, identity);
    }
    for (let pending = [...identities.keys()]; pending.length > 0;) {
      const commands = pending.map((position) =>
        commandFor(request, identities.get(position) ?? '', rejected.get(position)),
      );
      const outcomes = await runner.batch(commands);
      const [first] = outcomes;
      if (first?.kind === 'denied' && outcomes.every(({ kind }) => kind === 'denied')) {
        const error = deniedError(request.cmdlet, first.error, await grants());
        // Roles have cmdlets, whatever the mailbox is. The first of the batches that are sent side by side gives the reason.
        const reason = this.#refusals.get(request.cmdlet) ?? error;
        this.#refusals.set(request.cmdlet, reason);
        for (const position of pending) found.set(position, denied(reason));
        return found;
      }
      const again: number[] = [];
      for (const [at, position] of pending.entries()) {
        const [command, outcome] = [commands[at], outcomes[at]];
        if (command === undefined || outcome === undefined) continue;
        const switches = rejectedSwitches(command, outcome);
        if (switches.length === 0) {
          found.set(position, await this.#objectsOf(command, outcome));
          continue;
        }
        reject(rejected, position, switches);
        again.push(position);
        for (const name of switches) {
          this.#noticeOnce(
            name,
            `Exchange Online rejects the switch ${name} of ${command.cmdlet}. Objects that only the switch returns are unknown, ` +
              'and rules about the mailboxes are inconclusive.',
          );
        }
      }
      pending = again;
    }
    return found;
  }

  /** What a cmdlet is about in each mailbox, the mailbox itself or a folder, or why that is not known. */
  async #identities(
    request: Pick<ExchangeRequest, 'cmdlet' | 'parameters' | 'select'>,
    positions: readonly number[],
  ): Promise<ReadonlyMap<number, string | QueryFailure>> {
    const addressOf = (position: number): string => this.#options.mailboxes.at(position).address;
    const folderType = folderTypeOf(request);
    if (folderType === undefined) {
      return new Map(positions.map((position) => [position, identityOf(request, addressOf(position))]));
    }
    const lookup = {
      cmdlet: FOLDER_LOOKUP,
      parameters: { FolderScope: folderType },
      select: ['FolderType', 'FolderId'],
    };
    const found = [...(await this.#run(lookup, positions))];
    return new Map(
      found.map(([position, folders]) => [
        position,
        'error' in folders ? folders : folderIn(folders, folderType, addressOf(position)),
      ]),
    );
  }

  #noticeOnce(name: string, message: string): void {
    if (this.#noticed.has(name)) return;
    this.#noticed.add(name);
    this.#options.notice?.(message);
  }

  async #objectsOf(command: Command, outcome: ExchangeOutcome): Promise<readonly JsonObject[] | QueryFailure> {
    const { runner, grants } = this.#options;
    if (outcome.kind === 'denied') return denied(deniedError(command.cmdlet, outcome.error, await grants()));
    if (outcome.kind !== 'read') return failureOf(outcome);
    try {
      const objects = await objectsOfItem(command, outcome.body, { runner, grants });
      if (objects.length > 0 || knownCmdlet(command.cmdlet).neverEmpty !== true) return objects;
      return {
        status: 'failed',
        error: `${command.cmdlet} returned nothing, not even what every mailbox has`,
      };
    } catch (error) {
      if (error instanceof UserError && error.code === 'EXCHANGE_DENIED') return denied(error);
      if (error instanceof UserError && error.code !== 'EXCHANGE_LISTING') throw error;
      this.#options.signal.throwIfAborted();
      return { status: 'failed', error: describeError(error) };
    }
  }

  /** The known addresses and object IDs of the recipients that listed objects name. */
  async #recipientsOf(requests: readonly BesideRequest[], positions: readonly number[]): Promise<JsonObject> {
    const { directory } = this.#options;
    const names = requests.flatMap(({ cmdlet, resolves = '' }) =>
      positions.flatMap((position) => directory.objectsAt(cmdlet, position).flatMap((item) => namesIn(item, resolves))),
    );
    await this.#recipients.resolve(names);
    const known = (valueOf: (name: string) => string | null | undefined): JsonObject =>
      Object.fromEntries(
        names.flatMap((name) => {
          const value = valueOf(name);
          return typeof value === 'string' ? [[name, value]] : [];
        }),
      );
    return {
      recipientAddresses: known((name) => this.#recipients.addressOf(name)),
      recipientIds: known((name) => this.#recipients.idOf(name)),
    };
  }
}

/** By position in the list, the switches and cmdlets that Exchange does not accept or allow. */
type Rejected = Map<number, Set<string>>;

function reject(rejected: Rejected, position: number, names: readonly string[]): void {
  rejected.set(position, new Set([...(rejected.get(position) ?? []), ...names]));
}

/** The result of a mailbox about which Exchange refuses a cmdlet. */
export function denied({ message }: UserError): QueryFailure {
  return { status: 'access-denied', error: message };
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

function identityOf({ parameters }: Pick<ExchangeRequest, 'parameters'>, address: string): string {
  const named = parameters?.Identity;
  return typeof named === 'string' ? named.replace(MAILBOX, () => address) : address;
}

/** The only folder of a type. Its ID names it whatever its name has. */
function folderIn(folders: readonly JsonObject[], type: string, address: string): string | QueryFailure {
  const ids = folders.flatMap(({ FolderType, FolderId }) => (FolderType === type ? [FolderId] : []));
  const [id] = ids;
  if (ids.length === 1 && typeof id === 'string' && id !== '') return `${address}:${id}`;
  return { status: 'failed', error: `Exchange Online names ${ids.length} folders of the type ${type}, not one` };
}

function commandFor(
  { cmdlet, parameters = {}, select }: Pick<ExchangeRequest, 'cmdlet' | 'parameters' | 'select'>,
  identity: string,
  without: ReadonlySet<string> = new Set(),
): Command {
  const kept = Object.entries(parameters).filter(([name]) => name !== 'Identity' && !without.has(name));
  return {
    cmdlet,
    parameters: { ...Object.fromEntries(kept), [knownCmdlet(cmdlet).mailboxParameter]: identity },
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
