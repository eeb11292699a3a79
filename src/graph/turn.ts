import { describeError } from '../failure.ts';
import type { JsonObject } from '../json.ts';
import type { UnreadStatus } from './unread-status.ts';
import { mailboxUrl } from './batch.ts';
import type { Gathering, Inquiry, TakePage } from './inquiry.ts';
import type { NextPage } from './next-link.ts';

/** What came of one inquiry to a mailbox. */
export type Part<T> =
  { readonly status: 'ok'; readonly value: T } | { readonly status: UnreadStatus; readonly error: string };

/** One request to a mailbox. */
export interface Asked<T> {
  readonly turn: MailboxTurn<T>;
  readonly line: Line<T>;
  /** Below `/users/{mailbox}/`; or, beginning with `/`, relative to the version, as a link to a further page has it. */
  readonly path: string;
  /** Undefined for the first page of the inquiry. */
  readonly take: TakePage | undefined;
  /** How often it has been sent. */
  attempts: number;
  /** Sent in a batch of its own, since Graph refused one that it was in as a whole. */
  alone: boolean;
}

/** An inquiry to this mailbox, with how far it has come. */
interface Line<T> {
  readonly inquiry: Inquiry<T>;
  /** Begun with the first page, so that what is only asked takes little room. */
  gathering: Gathering<T> | undefined;
  /** Requests that have not come to their end, and those that were answered. */
  open: number;
  answered: number;
  /** The further pages so far; undefined as long as there is none. */
  pages: Set<string> | undefined;
  part: Part<T> | undefined;
}

/**
 * Outlook takes so many requests to one mailbox at a time from an application, in one batch or across batches.
 * https://learn.microsoft.com/graph/throttling-limits#outlook-service-limits
 */
export const MOST_AT_ONCE = 4;
/**
 * Answers that one inquiry may take. The same service takes no more requests to a mailbox in ten minutes, so what goes on
 * for longer holds the others up, and may have no end.
 */
export const MOST_REQUESTS = 10_000;

/** A mailbox that is being asked: its inquiries, the requests they still take, and what has come of them. */
export class MailboxTurn<T> {
  readonly position: number;
  /** Characters of the answers that are held for it. */
  held = 0;
  /** Epoch ms before which nothing more may be asked of it, as it said itself. */
  notBefore = -Infinity;
  readonly #lines: readonly Line<T>[];
  #waiting: Asked<T>[] | undefined;
  #underWay = 0;
  #openLines: number;

  /** `position`: of the mailbox, in the list. */
  constructor(position: number, inquiries: readonly Inquiry<T>[]) {
    this.position = position;
    this.#openLines = inquiries.length;
    this.#lines = inquiries.map((inquiry) => {
      const line: Line<T> = { inquiry, gathering: undefined, open: 0, answered: 0, pages: undefined, part: undefined };
      this.#ask(line, inquiry.path, undefined);
      return line;
    });
  }

  /** Whether every inquiry has come to its end. */
  get done(): boolean {
    return this.#openLines === 0;
  }

  /** What came of each inquiry; `instead` stands for one that has not come to its end, and never will. */
  parts(instead: Part<T>): Part<T>[] {
    return this.#lines.map(({ part }) => part ?? instead);
  }

  /** The requests that may be sent now. Each counts as under way until it is read or failed. */
  begin(): Asked<T>[] {
    const waiting = this.#waiting ?? [];
    const begun = waiting.splice(0, MOST_AT_ONCE - this.#underWay);
    this.#underWay += begun.length;
    // Most mailboxes are asked one thing: thousands of them at a time shall hold no empty arrays.
    if (waiting.length === 0) this.#waiting = undefined;
    return begun;
  }

  /** Whether the inquiry of a request has ended without it. */
  isOver({ line }: Asked<T>): boolean {
    return line.part !== undefined;
  }

  /** Whether a request asks for what an answer of the same inquiry named, and is no further page. */
  isBelow({ path, take }: Asked<T>): boolean {
    return take !== undefined && !path.startsWith('/');
  }

  /** A request was answered with a page. */
  read(asked: Asked<T>, page: JsonObject, next: NextPage): void {
    this.#underWay--;
    const { line, path } = asked;
    if (line.part !== undefined) return;
    try {
      line.gathering ??= line.inquiry.gather();
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

  /** A request will not be answered, so its inquiry has no answer. */
  fail({ line }: Asked<T>, status: UnreadStatus, error: string): void {
    this.#underWay--;
    if (line.part === undefined) this.#end(line, { status, error });
  }

  /** Whether a link leads to where it stands, or where another one of the inquiry has led. */
  #isKnown(line: Line<T>, from: string, to: string): boolean {
    line.pages ??= new Set([from]);
    if (line.pages.has(to) || from === to) return true;
    line.pages.add(to);
    return false;
  }

  /** What an inquiry that has ended still wanted to ask is asked no more. */
  #end(line: Line<T>, part: Part<T>): void {
    line.part = part;
    line.gathering = undefined;
    line.pages = undefined;
    this.#openLines--;
    this.#waiting = this.#waiting?.filter((asked) => asked.line !== line);
  }

  #ask(line: Line<T>, path: string, take: TakePage | undefined): void {
    line.open++;
    this.#waiting ??= [];
    this.#waiting.push({ turn: this, line, path, take, attempts: 0, alone: false });
  }
}

/** Where a request to the mailbox of an address goes, relative to the version. */
export function urlOf({ path }: Pick<Asked<unknown>, 'path'>, address: string): string {
  return path.startsWith('/') ? path : mailboxUrl(address, path);
}
