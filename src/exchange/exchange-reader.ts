import { setImmediate as nextTurn } from 'node:timers/promises';
import { describeError, reworded, type UserError } from '../errors.ts';
import type { QueryFailure, QueryResult, MailboxAnswer } from '../mailboxes/mailbox-answer.ts';
import type { Json, JsonObject } from '../json.ts';
import type { InternalDomains } from '../mailboxes/internal-domains.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { count } from '../text/numbers.ts';
import { knownCmdlet, type GrantContext } from './cmdlets.ts';
import { BATCH_SIZE, MAX_BATCHES, type CommandRunner } from './command-runner.ts';
import { MAILBOXES, type Directory } from './directory.ts';
import { denied, MailboxCommands, type MailboxFound } from './mailbox-commands.ts';
import {
  hasObjectList,
  requiredCmdlets,
  type ExchangeQuery,
  type ExchangeRequest,
  type ListedCells,
} from './exchange-query.ts';

export interface ExchangeReaderOptions<T> {
  readonly mailboxes: MailboxList;
  /** At least one. */
  readonly queries: readonly ExchangeQuery<T>[];
  readonly directory: Directory;
  /** Whether the run has nothing if Exchange refuses all of its queries. */
  readonly isOnlySource: boolean;
  /** What counts as inside, if a report asks for it. */
  readonly inside?: InternalDomains | undefined;
  readonly runner: CommandRunner;
  readonly grants: () => Promise<GrantContext>;
  readonly signal: AbortSignal;
  /** Receives what people should know although it is no error. */
  readonly notice?: ((message: string) => void) | undefined;
  /** Called once everything is listed. */
  readonly onListed?: () => void;
}

/** Small, so that a chunk is garbage before V8 moves it to the old generation. */
const CHUNK = 100;
const AMBIGUOUS = 'Exchange Online lists several mailboxes with this address: name it by its object ID in the list';
const NOT_LISTED =
  'Exchange Online lists no mailbox with this address: a mail user on-premises, an inactive or deleted mailbox, or a group';

/**
 * Reads reports from Exchange Online: lists what can be listed, runs the other cmdlets for each mailbox in batches, and
 * yields the results in list order. The interface is that of Graph's reader, but a listing that cannot be finished is an
 * error of the whole run. A cmdlet that Exchange refuses leaves its reports unread.
 */
export class ExchangeReader<T> {
  readonly #options: ExchangeReaderOptions<T>;
  readonly #commands: MailboxCommands;
  #finished = 0;
  #hasRead = false;
  #isListed = false;

  constructor(options: ExchangeReaderOptions<T>) {
    this.#options = options;
    this.#commands = new MailboxCommands(options);
  }

  /** That Exchange refuses cmdlets without which reports have nothing; undefined if it refuses none. */
  get stoppedBy(): UserError | undefined {
    const refusals = new Set(this.#options.queries.flatMap(({ request }) => this.#refusalsOf(request)));
    const [first] = refusals;
    return first && reworded(first, [...refusals].map(({ message }) => message).join(' '), first.hint);
  }

  /** The number of mailboxes with a result. */
  get finished(): number {
    return this.#finished;
  }

  /** What is listed so far: `Get-Mailbox 12,000, Get-CASMailbox 11,000`. Undefined once everything is. */
  get listing(): string | undefined {
    if (this.#isListed) return undefined;
    return this.#options.directory.counts.map(([cmdlet, found]) => `${cmdlet} ${count(found)}`).join(', ');
  }

  /**
   * Yields the results in chunks, each mailbox once, in list order. Rejects with the UserError `EXCHANGE_LISTING`, with
   * `EXCHANGE_DENIED` if the run then has nothing, and with the token's.
   */
  async *read(): AsyncGenerator<readonly MailboxAnswer<T>[]> {
    const { mailboxes, directory, queries, signal, onListed } = this.#options;
    try {
      await directory.all;
      this.#isListed = true;
      onListed?.();
    } catch (error) {
      if (!signal.aborted) throw error;
    }
    const asksForEach = queries.some(({ request }) => request.perMailbox);
    // What is listed need not be waited for, and several chunks in memory would outlive the young generation.
    const [size, most] = asksForEach ? [BATCH_SIZE, MAX_BATCHES] : [CHUNK, 1];
    const inFlight: Promise<MailboxAnswer<T>[]>[] = [];
    for (let at = 0; at < mailboxes.length || inFlight.length > 0;) {
      for (; inFlight.length < most && at < mailboxes.length; at += size) {
        const answers = this.#answers(at, Math.min(at + size, mailboxes.length));
        answers.catch(() => undefined);
        inFlight.push(answers);
      }
      const chunk = (await inFlight.shift()) ?? [];
      this.#finished += chunk.length;
      yield chunk;
      // Timers and other responses get their turn.
      await nextTurn();
    }
  }

  async #answers(start: number, end: number): Promise<MailboxAnswer<T>[]> {
    const { mailboxes, queries, isOnlySource } = this.#options;
    const results: QueryResult<T>[][] = Array.from({ length: end - start }, () => []);
    for (const query of queries) {
      const found = await this.#resultsOf(query, start, end);
      this.#hasRead ||= found.some(({ status }) => status === 'ok');
      for (const [at, result] of found.entries()) results[at]?.push(result);
    }
    const { stoppedBy } = this;
    const hasOthers = !isOnlySource || queries.some(({ request }) => this.#refusalsOf(request).length === 0);
    if (stoppedBy !== undefined && !hasOthers && !this.#hasRead) throw stoppedBy;
    return results.map((found, at) => ({ mailbox: mailboxes.at(start + at), results: found }));
  }

  #refusalsOf(request: ExchangeRequest): readonly UserError[] {
    const { directory } = this.#options;
    return requiredCmdlets(request).flatMap(
      (cmdlet) => directory.refusalOf(cmdlet) ?? this.#commands.refusalOf(cmdlet) ?? [],
    );
  }

  async #resultsOf(query: ExchangeQuery<T>, start: number, end: number): Promise<readonly QueryResult<T>[]> {
    const [refusal] = this.#refusalsOf(query.request);
    // A mailbox for which the cmdlet need not run is read without it.
    const isPartial = query.request.onlyIf !== undefined && this.#options.directory.refusalOf(MAILBOXES) === undefined;
    if (refusal !== undefined && !isPartial) return Array.from({ length: end - start }, () => denied(refusal));
    return query.request.perMailbox === true ? this.#run(query, start, end) : this.#listed(query, start, end);
  }

  async #listed(query: ExchangeQuery<T>, start: number, end: number): Promise<QueryResult<T>[]> {
    const results: QueryResult<T>[] = [];
    const missing = await this.#missing(query.request, start, end);
    for (let position = start; position < end; position++) {
      const own = missing.get(position);
      if (own !== undefined) results.push('error' in own ? own : this.#read(query, own.found));
      else results.push(this.#listedAt(query, position) ?? (await this.#awaitedAt(query, position)));
    }
    return results;
  }

  /** What a listing lacks, or has perhaps only in part, by position: the cmdlet runs for these mailboxes. */
  async #missing(
    { cmdlet, select }: ExchangeRequest,
    start: number,
    end: number,
  ): Promise<ReadonlyMap<number, MailboxFound>> {
    const { directory, signal } = this.#options;
    const found = new Map<number, MailboxFound>();
    if (knownCmdlet(cmdlet).mayNeedMailbox !== true || signal.aborted) return found;
    const positions = Array.from({ length: end - start }, (_, at) => start + at).filter(
      (position) => this.#failureAt(position) === undefined && directory.objectsAt(cmdlet, position).length === 0,
    );
    for (let at = 0; at < positions.length; at += BATCH_SIZE) {
      const answers = await this.#commands.read({ cmdlet, select }, positions.slice(at, at + BATCH_SIZE));
      for (const [position, answer] of answers) found.set(position, answer);
    }
    return found;
  }

  /** Why nothing can be read of a mailbox. */
  #failureAt(position: number): QueryFailure | undefined {
    const { directory } = this.#options;
    if (!directory.has(position)) return { status: 'not-found', error: NOT_LISTED };
    return directory.isAmbiguous(position) ? { status: 'failed', error: AMBIGUOUS } : undefined;
  }

  /** Only the last recipients of a listing are still asked for, so that few mailboxes wait. */
  async #awaitedAt(query: ExchangeQuery<T>, position: number): Promise<QueryResult<T>> {
    try {
      await this.#options.directory.recipients;
    } catch (error) {
      if (!this.#options.signal.aborted) throw error;
    }
    return this.#listedAt(query, position) ?? CANCELLED;
  }

  /** Undefined as long as the recipient is not asked for that the mailbox names. */
  #listedAt(query: ExchangeQuery<T>, position: number): QueryResult<T> | undefined {
    const { directory, signal } = this.#options;
    const { request } = query;
    if (signal.aborted) return CANCELLED;
    const failure = this.#failureAt(position);
    if (failure !== undefined) return failure;
    const listed = directory.listedAt(query, position);
    if (listed === undefined)
      return { status: 'failed', error: `${request.cmdlet} returned nothing about this mailbox` };
    if (hasObjectList(request)) return this.#read(query, { value: [...directory.objectsAt(request.cmdlet, position)] });
    const { object, cells } = listed;
    const recipientAddress = directory.recipientOf(request, object);
    if (recipientAddress === undefined) return undefined;
    const beside = Object.entries(request.beside ?? {}).map(([name, { cmdlet }]): [string, Json] => [
      name,
      [...directory.objectsAt(cmdlet, position)],
    ]);
    const recipient = { recipientAddress, recipientId: directory.recipientIdOf(request, object) };
    const found = { ...object, ...Object.fromEntries(beside), ...this.#additions(request, recipient) };
    return this.#read(query, found, cells);
  }

  /** Runs a cmdlet for each mailbox of a range that Exchange lists. */
  async #run(query: ExchangeQuery<T>, start: number, end: number): Promise<QueryResult<T>[]> {
    const { signal } = this.#options;
    const positions = Array.from({ length: end - start }, (_, at) => start + at);
    const listed = positions.filter((position) => !signal.aborted && this.#failureAt(position) === undefined);
    const answers = await this.#commands.read(query.request, listed);
    return positions.map((position) => {
      const answer = answers.get(position);
      if (answer === undefined) return signal.aborted ? CANCELLED : (this.#failureAt(position) ?? CANCELLED);
      if ('error' in answer) return answer;
      return this.#read(query, { ...answer.found, ...this.#additions(query.request, NO_RECIPIENT) });
    });
  }

  #read(query: ExchangeQuery<T>, found: JsonObject, cells?: ListedCells): QueryResult<T> {
    try {
      return { status: 'ok', value: query.read(found, this.#options.inside, cells) };
    } catch (error) {
      return { status: 'failed', error: describeError(error) };
    }
  }

  /** What expressions find besides the object itself. */
  #additions(request: ExchangeRequest, recipient: typeof NO_RECIPIENT): JsonObject {
    const { directory } = this.#options;
    return {
      ...(request.organization === undefined ? {} : { organization: directory.organization.objectsOf(request) }),
      ...(request.resolves === undefined ? {} : recipient),
    };
  }
}

/** What expressions find of a recipient that is not known. */
const NO_RECIPIENT: Readonly<Record<'recipientAddress' | 'recipientId', string | null>> = {
  recipientAddress: null,
  recipientId: null,
};
const CANCELLED: QueryFailure = { status: 'cancelled', error: 'The run was cancelled before this mailbox was read' };
