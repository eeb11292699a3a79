import { setImmediate as nextTurn } from 'node:timers/promises';
import { describeError, UserError } from '../errors.ts';
import type { ListingSink } from '../mailboxes/listing-sink.ts';
import type { JsonObject } from '../json.ts';
import { deniedError, knownCmdlet, type GrantContext } from './cmdlets.ts';
import { PAGE_SIZE } from './exchange-client.ts';
import { isCutShort, isWhole, nextLink, selectedObjects, statedCount, type Command } from './command.ts';
import type { CommandRunner } from './command-runner.ts';
import type { ExchangeOutcome } from './exchange-outcome.ts';

export interface ListOptions {
  readonly runner: Pick<CommandRunner, 'run'>;
  readonly grants: () => Promise<GrantContext>;
  /** Receives what people should know although it is no error. */
  readonly notice?: ((message: string) => void) | undefined;
}

/** Pages of a thousand: ten million objects. Links to next pages may never end. */
const MAX_PAGES = 10_000;
/** Objects of a page that are added at once. */
const PART = 100;
/** Objects of a page, if larger pages take too long. */
const SMALLER_PAGES = [200, 50];
/** A parameter is missing, or those that are given do not go together. */
export const PARAMETER_ERROR = /^(?:AmbiguousParameterSet|ParameterBinding\w*)Exception\b/;

/**
 * Lists all objects of a command. Rejects with the UserError `EXCHANGE_DENIED`, or `EXCHANGE_LISTING` if not every page could
 * be read: a part of a listing is never passed off as the whole. If the link to a page expires, the listing begins again,
 * once. If a page of a cmdlet takes too long that can also run for each mailbox, the listing begins again with smaller pages, and
 * in the end stays empty.
 */
export async function list(command: Command, sink: ListingSink, options: ListOptions): Promise<void> {
  const { cmdlet } = command;
  const smaller = knownCmdlet(cmdlet).mayNeedMailbox === true ? [...SMALLER_PAGES] : undefined;
  let pageSize = smaller === undefined ? undefined : PAGE_SIZE;
  for (let hasExpired = false; ;) {
    const end = await listOnce({ ...command, pageSize }, sink, options);
    if (end === 'complete') return;
    sink.restart();
    if (end === 'expired' && hasExpired) throw incomplete(command, 'the link to a page has expired twice');
    if (end === 'expired') hasExpired = true;
    else pageSize = smaller?.shift();
    if (end === 'timeout' && pageSize === undefined) {
      options.notice?.(`Exchange Online takes too long to list ${cmdlet}, so it runs for each mailbox.`);
      return;
    }
  }
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

/**
 * All objects of a command, of which an item of a batch is the answer. If there are more, the command is listed by itself, since the link
 * of an item is bound to the server of the batch. Rejects as `list` does, and with a TypeError for an answer of an unknown shape.
 */
export async function objectsOfItem(
  command: Command,
  body: JsonObject,
  options: ListOptions,
): Promise<readonly JsonObject[]> {
  return isWhole(body) ? selectedObjects(body, command) : objectsOfCommand(command, options);
}

/** Throws the UserError `EXCHANGE_LISTING` if a cmdlet about the organization returned nothing of which every tenant has something. */
export function requireObjects(cmdlet: string, objects: readonly JsonObject[]): readonly JsonObject[] {
  if (objects.length > 0 || knownCmdlet(cmdlet).neverEmpty !== true) return objects;
  throw new UserError('EXCHANGE_LISTING', `${cmdlet} returned nothing, not even what every tenant has.`, {
    hint: 'Run again. Report it as an issue if it happens again: the interface may have changed.',
  });
}

/** Why a listing ended. */
type ListingEnd = 'complete' | 'expired' | 'timeout';

async function listOnce(command: Command, sink: ListingSink, { runner, grants }: ListOptions): Promise<ListingEnd> {
  const seen = new Set<string>();
  const request = (link?: string): Promise<ExchangeOutcome> => {
    const answer = runWithAnswer(runner, command, link);
    // If the page before it cannot be used, the listing ends without awaiting this answer.
    answer.catch(() => undefined);
    return answer;
  };
  const follow = (link: string): Promise<ExchangeOutcome> => {
    if (seen.has(link)) throw new Error('the link to the next page leads back to a page that was read');
    if (seen.size >= MAX_PAGES - 1) throw new Error(`there are more than ${MAX_PAGES} pages`);
    seen.add(link);
    return request(link);
  };
  let answer: Promise<ExchangeOutcome> | undefined = request();
  let [arrived, stated] = [0, 0];
  for (let page = 1; answer !== undefined; page++) {
    const outcome: ExchangeOutcome = await answer;
    if (outcome.kind === 'expired' && page > 1) return 'expired';
    if (outcome.kind === 'retry' && outcome.isTimeout === true && command.pageSize !== undefined) return 'timeout';
    if (page === 1 && needsMailbox(command, outcome)) return 'complete';
    if (outcome.kind === 'denied') throw deniedError(command.cmdlet, outcome.error, await grants());
    try {
      if (outcome.kind !== 'read') throw new Error(outcome.error);
      const link = nextLink(outcome.body);
      if (link === undefined && isCutShort(outcome.body)) {
        throw new Error('Exchange has more results and no link to them');
      }
      answer = link === undefined ? undefined : follow(link);
      // Adding the page takes 20 ms, so the next request is sent first. undici checks an idle connection for one turn of the
      // event loop before it reuses the connection, so this takes two turns.
      await nextTurn();
      await nextTurn();
      const objects = selectedObjects(outcome.body, command);
      arrived += objects.length;
      stated = Math.max(stated, statedCount(outcome.body));
      if (answer === undefined && stated > arrived)
        throw new Error(`Exchange returned ${arrived} of ${stated} objects`);
      await addPage(objects, sink);
    } catch (error) {
      throw error instanceof UserError ? error : incomplete(command, describeError(error), page, error);
    }
  }
  return 'complete';
}

/** Runs a command, and once more if the answer has no content. More attempts would delay a listing that always gets such answers. */
async function runWithAnswer(
  runner: ListOptions['runner'],
  command: Command,
  link: string | undefined,
): Promise<ExchangeOutcome> {
  const outcome = await runner.run(command, link);
  return outcome.kind === 'final' && outcome.isNothing === true ? runner.run(command, link) : outcome;
}

/** Adds a page in parts. In between, pages of other listings are read, whose next pages can then be requested. */
async function addPage(objects: readonly JsonObject[], sink: ListingSink): Promise<void> {
  for (let at = 0; at < objects.length; at += PART) {
    sink.add(objects.slice(at, at + PART));
    await nextTurn();
  }
  sink.endPage?.();
}

/** Whether a cmdlet does not list the tenant, so that it must name a mailbox. */
function needsMailbox({ cmdlet, parameters }: Command, outcome: ExchangeOutcome): boolean {
  const { mayNeedMailbox, mailboxParameter } = knownCmdlet(cmdlet);
  const isOfTenant = !Object.hasOwn(parameters, mailboxParameter);
  return mayNeedMailbox === true && isOfTenant && outcome.kind === 'final' && PARAMETER_ERROR.test(outcome.error);
}

function incomplete({ cmdlet }: Command, reason: string, page?: number, cause?: unknown): UserError {
  const where = page === undefined ? '' : ` at page ${page}`;
  return new UserError('EXCHANGE_LISTING', `The listing of ${cmdlet} could not be finished${where}: ${reason}.`, {
    hint:
      'Run again. A part of a listing is not reported, because mailboxes would be missing. If it happens again ' +
      'and Exchange Online is busy, choose another time for the schedule.',
    cause,
  });
}
