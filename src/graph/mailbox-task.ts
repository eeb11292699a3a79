import { describeError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import type { UnreadStatus } from './unread-status.ts';
import { mailboxUrl } from './batch.ts';
import type { PageCollector, Query, TakePage } from './query.ts';
import type { NextPage } from './pagination.ts';

/** What came of one query to a mailbox. */
export type QueryResult<T> =
  { readonly status: 'ok'; readonly value: T } | { readonly status: UnreadStatus; readonly error: string };

/** One request to a mailbox. */
export interface PendingRequest<T> {
  readonly turn: MailboxTask<T>;
  readonly line: QueryState<T>;
  /** Below `/users/{mailbox}/`; or, beginning with `/`, relative to the version, as a link to a further page has it. */
  readonly path: string;
  /** Undefined for the first page of the query. */
  readonly take: TakePage | undefined;
  /** How often it has been sent. */
  attempts: number;
  /** Sent in a batch of its own, since Graph refused one that it was in as a whole. */
  alone: boolean;
}

/** An query to this mailbox, with how far it has come. */
interface QueryState<T> {
  readonly query: Query<T>;
  /** Begun with the first page, so that what is only asked takes little room. */
  gathering: PageCollector<T> | undefined;
  /** Requests that have not come to their end, and those that were answered. */
  open: number;
  answered: number;
  /** The further pages so far; undefined as long as there is none. */
  pages: Set<string> | undefined;
  part: QueryResult<T> | undefined;
}

/**
 * Outlook takes so many requests to one mailbox at a time from an application, in one batch or across batches.
 * https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits
 */
export const MOST_AT_ONCE = 4;
/**
 * Answers that one query may take. The same service takes no more requests to a mailbox in ten minutes, so what goes on
 * for longer holds the others up, and may have no end.
 */
export const MOST_REQUESTS = 10_000;

/** A mailbox that is being asked: its queries, the requests they still take, and what has come of them. */
export class MailboxTask<T> {
  readonly position: number;
  /** Characters of the answers that are held for it. */
  held = 0;
  /** Epoch ms before which nothing more may be asked of it, as it said itself. */
  notBefore = -Infinity;
  readonly #lines: readonly QueryState<T>[];
  #waiting: PendingRequest<T>[] | undefined;
  #underWay = 0;
  #openLines: number;

  /** `position`: of the mailbox, in the list. */
  constructor(position: number, queries: readonly Query<T>[]) {
    this.position = position;
    this.#openLines = queries.length;
    this.#lines = queries.map((query) => {
      const line: QueryState<T> = {
        query,
        gathering: undefined,
        open: 0,
        answered: 0,
        pages: undefined,
        part: undefined,
      };
      this.#ask(line, query.path, undefined);
      return line;
    });
  }

  /** Whether every query has come to its end. */
  get done(): boolean {
    return this.#openLines === 0;
  }

  /** What came of each query; `instead` stands for one that has not come to its end, and never will. */
  results(instead: QueryResult<T>): QueryResult<T>[] {
    return this.#lines.map(({ part }) => part ?? instead);
  }

  /** The requests that may be sent now. Each counts as under way until it is read or failed. */
  begin(): PendingRequest<T>[] {
    const waiting = this.#waiting ?? [];
    const begun = waiting.splice(0, MOST_AT_ONCE - this.#underWay);
    this.#underWay += begun.length;
    // Most mailboxes are asked one thing: thousands of them at a time shall hold no empty arrays.
    if (waiting.length === 0) this.#waiting = undefined;
    return begun;
  }

  /** Whether the query of a request has ended without it. */
  isOver({ line }: PendingRequest<T>): boolean {
    return line.part !== undefined;
  }

  /** Whether a request asks for what an answer of the same query named, and is no further page. */
  isBelow({ path, take }: PendingRequest<T>): boolean {
    return take !== undefined && !path.startsWith('/');
  }

  /** A request was answered with a page. */
  read(asked: PendingRequest<T>, page: JsonObject, next: NextPage): void {
    this.#underWay--;
    const { line, path } = asked;
    if (line.part !== undefined) return;
    try {
      line.gathering ??= line.query.gather();
      const { gathering } = line;
      const { take = gathering.take } = asked;
      if (next.kind === 'refused') throw new Error(next.error);
      if (next.kind === 'path' && this.#isKnown(line, path, next.path))
        throw new Error('The link to the next page leads back to a page that was read');
      const further = take(page, next.kind === 'path');
      if (next.kind === 'path') this.#ask(line, next.path, take);
      for (const request of further) this.#ask(line, request.path, request.take);
      if (--line.open > 0 && ++line.answered >= MOST_REQUESTS) {
        throw new Error(`Not everything was read after ${MOST_REQUESTS.toLocaleString('en-US')} requests`);
      }
      if (line.open === 0) this.#end(line, { status: 'ok', value: gathering.result() });
    } catch (error) {
      this.#end(line, { status: 'failed', error: describeError(error) });
    }
  }

  /** A request will not be answered, so its query has no answer. */
  fail({ line }: PendingRequest<T>, status: UnreadStatus, error: string): void {
    this.#underWay--;
    if (line.part === undefined) this.#end(line, { status, error });
  }

  /** Whether a link leads to where it stands, or where another one of the query has led. */
  #isKnown(line: QueryState<T>, from: string, to: string): boolean {
    line.pages ??= new Set([from]);
    if (line.pages.has(to) || from === to) return true;
    line.pages.add(to);
    return false;
  }

  /** What an query that has ended still wanted to ask is asked no more. */
  #end(line: QueryState<T>, part: QueryResult<T>): void {
    line.part = part;
    line.gathering = undefined;
    line.pages = undefined;
    this.#openLines--;
    this.#waiting = this.#waiting?.filter((asked) => asked.line !== line);
  }

  #ask(line: QueryState<T>, path: string, take: TakePage | undefined): void {
    line.open++;
    this.#waiting ??= [];
    this.#waiting.push({ turn: this, line, path, take, attempts: 0, alone: false });
  }
}

/** Where a request to the mailbox of an address goes, relative to the version. */
export function urlOf({ path }: Pick<PendingRequest<unknown>, 'path'>, address: string): string {
  return path.startsWith('/') ? path : mailboxUrl(address, path);
}
