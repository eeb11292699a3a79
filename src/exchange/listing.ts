import { setImmediate as nextTurn } from 'node:timers/promises';
import { describeError, UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { selectedObjects, type Command } from './command.ts';
import { knownCmdlet } from './cmdlets.ts';
import { deniedError, type GrantContext } from './denied.ts';
import type { ExchangeOutcome } from './outcome.ts';
import { isCutShort, nextLink } from './pagination.ts';
import type { ExchangeRequests } from './requests.ts';

/** Receives the objects of a listing, page by page. */
export interface ListingSink {
  add(items: readonly JsonObject[]): void;
  /** The listing begins again: everything that was added is dropped. */
  restart(): void;
}

export interface ListOptions {
  readonly requests: Pick<ExchangeRequests, 'run'>;
  readonly grants: () => Promise<GrantContext>;
}

/** Pages of a thousand: ten million objects. Links to next pages may never end. */
const MAX_PAGES = 10_000;
/** A parameter is missing, or those that are given do not go together. */
const PARAMETER_ERROR = /^(?:AmbiguousParameterSet|ParameterBinding\w*)Exception\b/;

/**
 * Lists all objects of a command. Rejects with the UserError `EXCHANGE_DENIED`, or `EXCHANGE_LISTING` if not every page could
 * be read: a part of a listing is never passed off as the whole. If the link to a page expires, the listing begins again,
 * once.
 */
export async function list(command: Command, sink: ListingSink, options: ListOptions): Promise<void> {
  if (await listOnce(command, sink, options)) return;
  sink.restart();
  if (await listOnce(command, sink, options)) return;
  throw incomplete(command, 'the link to a page has expired twice');
}

/** The objects of a command that returns few. Rejects as `list` does. */
export async function objectsOfCommand(command: Command, options: ListOptions): Promise<readonly JsonObject[]> {
  let found: JsonObject[] = [];
  const sink: ListingSink = {
    add: (items) => {
      found.push(...items);
    },
    restart: () => {
      found = [];
    },
  };
  await list(command, sink, options);
  return found;
}

/** The answer to a request that was sent. */
interface Page {
  readonly number: number;
  readonly answer: Promise<ExchangeOutcome>;
}

/** False if the link to a page has expired. */
async function listOnce(command: Command, sink: ListingSink, options: ListOptions): Promise<boolean> {
  const seen = new Set<string>();
  const follow = (link: string, number: number): Page => {
    if (seen.has(link)) throw new Error('the link to the next page leads back to a page that was read');
    if (number > MAX_PAGES) throw new Error(`there are more than ${MAX_PAGES} pages`);
    seen.add(link);
    return request(command, number, options, link);
  };
  let page: Page | undefined = request(command, 1, options);
  while (page !== undefined) {
    const read = await readPage(command, page, { sink, follow, grants: options.grants });
    if (read === 'expired') return false;
    page = read.next;
  }
  return true;
}

function request(command: Command, number: number, { requests }: ListOptions, link?: string): Page {
  const answer = requests.run(command, link);
  // If the page before it cannot be used, the listing ends without awaiting this answer.
  answer.catch(() => undefined);
  return { number, answer };
}

/** Reads a page in a call of its own, so that none is held while the next one is awaited. */
async function readPage(
  command: Command,
  { number, answer }: Page,
  { sink, follow, grants }: PageOptions,
): Promise<{ readonly next: Page | undefined } | 'expired'> {
  const outcome = await answer;
  if (outcome.kind === 'expired' && number > 1) return 'expired';
  if (number === 1 && needsMailbox(command, outcome)) return { next: undefined };
  if (outcome.kind === 'denied') throw deniedError(command.cmdlet, outcome.error, await grants());
  try {
    if (outcome.kind !== 'read') throw new Error(outcome.error);
    const link = nextLink(outcome.body);
    if (link === undefined && isCutShort(outcome.body))
      throw new Error('Exchange has more results and no link to them');
    const next = link === undefined ? undefined : follow(link, number + 1);
    // Adding the page takes 20 ms, so the next request is sent first. undici checks an idle connection for one turn of the event
    // loop before it reuses the connection, so this takes two turns.
    await nextTurn();
    await nextTurn();
    sink.add(selectedObjects(outcome.body, command));
    return { next };
  } catch (error) {
    throw incomplete(command, describeError(error), number, error);
  }
}

/** Whether a cmdlet does not list the tenant, so that it must name a mailbox. */
function needsMailbox({ cmdlet, parameters }: Command, outcome: ExchangeOutcome): boolean {
  const { mayNeedMailbox, mailboxParameter } = knownCmdlet(cmdlet);
  const isOfTenant = !Object.hasOwn(parameters, mailboxParameter);
  return mayNeedMailbox === true && isOfTenant && outcome.kind === 'final' && PARAMETER_ERROR.test(outcome.error);
}

interface PageOptions {
  readonly sink: ListingSink;
  /** Requests the page of this number. Throws if it cannot be the next one. */
  readonly follow: (link: string, number: number) => Page;
  readonly grants: ListOptions['grants'];
}

function incomplete({ cmdlet }: Command, reason: string, page?: number, cause?: unknown): UserError {
  const where = page === undefined ? '' : ` at page ${page}`;
  return new UserError('EXCHANGE_LISTING', `The listing of ${cmdlet} could not be finished${where}: ${reason}.`, {
    hint:
      'Run the workflow again. A part of a listing is not reported, because mailboxes would be missing. If it happens again ' +
      'and Exchange Online is busy, choose another time for the schedule.',
    cause,
  });
}
