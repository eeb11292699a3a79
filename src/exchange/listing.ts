import { describeError, UserError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { selectedObjects, type Command } from './command.ts';
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

/** False if the link to a page has expired. */
async function listOnce(command: Command, sink: ListingSink, options: ListOptions): Promise<boolean> {
  const seen = new Set<string>();
  let link: string | undefined;
  for (let page = 1; page <= MAX_PAGES; page++) {
    const read = await readPage(command, { page, link }, sink, options);
    if (read === 'expired') return false;
    ({ link } = read);
    if (link === undefined) return true;
    if (seen.has(link)) throw incomplete(command, 'the link to the next page leads back to a page that was read', page);
    seen.add(link);
  }
  throw incomplete(command, `there are more than ${MAX_PAGES} pages`);
}

/** Reads a page in a call of its own, so that none is held while the next one is awaited. */
async function readPage(
  command: Command,
  { page, link }: { readonly page: number; readonly link: string | undefined },
  sink: ListingSink,
  { requests, grants }: ListOptions,
): Promise<{ readonly link: string | undefined } | 'expired'> {
  const outcome = await requests.run(command, link);
  if (outcome.kind === 'expired' && link !== undefined) return 'expired';
  try {
    return { link: await addPage(command, outcome, sink, grants) };
  } catch (error) {
    throw error instanceof UserError ? error : incomplete(command, describeError(error), page, error);
  }
}

/** Adds a page. Returns the link to the next one. */
async function addPage(
  command: Command,
  outcome: ExchangeOutcome,
  sink: ListingSink,
  grants: ListOptions['grants'],
): Promise<string | undefined> {
  if (outcome.kind === 'denied') throw deniedError(command.cmdlet, outcome.error, await grants());
  if (outcome.kind !== 'read') throw new Error(outcome.error);
  const items = selectedObjects(outcome.body, command);
  const next = nextLink(outcome.body);
  if (next === undefined && isCutShort(outcome.body)) throw new Error('Exchange has more results and no link to them');
  sink.add(items);
  return next;
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
