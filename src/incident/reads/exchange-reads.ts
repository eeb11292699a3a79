import { describeError, UserError } from '../../errors.ts';
import { roleOf } from '../../exchange/cmdlets.ts';
import { isCutShort, isWhole, nextLink, selectedObjects, type Command } from '../../exchange/command.ts';
import type { CommandRunner } from '../../exchange/command-runner.ts';
import type { ExchangeOutcome } from '../../exchange/exchange-outcome.ts';
import type { Json, JsonObject } from '../../json.ts';
import { known, unknownBecause, type Known } from '../../reports/known.ts';
import type { RequestLog } from './request-log.ts';

export interface ExchangeReadsOptions {
  readonly runner: Pick<CommandRunner, 'run' | 'batch'>;
  readonly requests: RequestLog;
}

/** Pages of a thousand that are read. */
const MAX_PAGES = 100;

/** Reads Exchange Online for the questions. Each command runs once, and its answer is shared. */
export class ExchangeReads {
  readonly #options: ExchangeReadsOptions;
  readonly #answers = new Map<string, Promise<Known<readonly JsonObject[]>>>();

  constructor(options: ExchangeReadsOptions) {
    this.#options = options;
  }

  /**
   * The objects that a cmdlet returns, on all pages. If Exchange has more and does not link to it, the answer is unknown, and `shown`
   * has what arrived. An object that does not exist is unknown with the reason `not-in-the-answer`.
   *
   * @param select the properties to return
   */
  read(
    cmdlet: string,
    parameters: Readonly<Record<string, Json>>,
    select: readonly string[],
  ): Promise<Known<readonly JsonObject[]>> {
    const command = { cmdlet, parameters, select };
    const key = JSON.stringify(command);
    const answer = this.#answers.get(key) ?? this.#read(command);
    this.#answers.set(key, answer);
    return answer;
  }

  /**
   * The objects that a cmdlet returns with each of some parameters, of at most ten commands that are sent together. As `read`, but without
   * further pages: an answer with a link to more is unknown, and `shown` has what arrived.
   */
  async readEach(
    cmdlet: string,
    parameters: readonly Readonly<Record<string, Json>>[],
    select: readonly string[],
  ): Promise<readonly Known<readonly JsonObject[]>[]> {
    const outcomes = await this.batch(parameters.map((each) => ({ cmdlet, parameters: each, select })));
    return outcomes.map((outcome) => {
      if (outcome.kind !== 'read') return unread(cmdlet, outcome);
      try {
        const objects = selectedObjects(outcome.body, { select });
        return isWhole(outcome.body) ? known(objects) : refused(cmdlet, 'there are more', objects);
      } catch (error) {
        return refused(cmdlet, describeError(error), []);
      }
    });
  }

  /** As `CommandRunner.run`. Without a token for Exchange Online, the outcome says so. */
  async run(command: Command, link?: string): Promise<ExchangeOutcome> {
    const { runner, requests } = this.#options;
    const text = `${commandText(command)}${link === undefined ? '' : ' (next page)'}`;
    const answer = runner.run(command, link).catch(withoutToken);
    return requests.logged('Exchange Online', text, answer, outcomeText);
  }

  /** As `CommandRunner.batch`. Without a token for Exchange Online, the outcomes say so. */
  async batch(commands: readonly Command[]): Promise<ExchangeOutcome[]> {
    const { runner, requests } = this.#options;
    const answer = runner.batch(commands).catch((error: unknown) => commands.map(() => withoutToken(error)));
    const text = commands.map(commandText).join('; ');
    return requests.logged('Exchange Online', text, answer, (outcomes) => outcomes.map(outcomeText).join('; '));
  }

  async #read(command: Command): Promise<Known<readonly JsonObject[]>> {
    const objects: JsonObject[] = [];
    let link: string | undefined;
    for (let page = 1; page <= MAX_PAGES; page += 1) {
      const outcome = await this.run(command, link);
      if (outcome.kind !== 'read')
        return page === 1 ? unread(command.cmdlet, outcome) : refused(command.cmdlet, outcome.error, objects);
      try {
        objects.push(...selectedObjects(outcome.body, command));
        link = nextLink(outcome.body);
      } catch (error) {
        return refused(command.cmdlet, describeError(error), objects);
      }
      if (link === undefined) {
        return isCutShort(outcome.body) ? refused(command.cmdlet, 'there are more', objects) : known(objects);
      }
    }
    return refused(command.cmdlet, 'there are too many', objects);
  }
}

function commandText({ cmdlet, parameters }: Command): string {
  return [cmdlet, ...Object.entries(parameters).map(([name, value]) => `-${name} ${JSON.stringify(value)}`)].join(' ');
}

function outcomeText(outcome: ExchangeOutcome): string {
  return outcome.kind === 'read' ? 'ok' : `${outcome.kind}: ${outcome.error}`;
}

function withoutToken(error: unknown): ExchangeOutcome {
  if (!(error instanceof UserError)) throw error;
  return { kind: 'final', status: 'failed', error: error.message.split('\n', 1)[0] ?? '' };
}

function refused(cmdlet: string, cause: string, shown: readonly JsonObject[]): Known<readonly JsonObject[]> {
  return {
    ...unknownBecause('refused', `Exchange Online does not return all objects of ${cmdlet} (${cause}).`),
    shown,
  };
}

function unread(cmdlet: string, outcome: Exclude<ExchangeOutcome, { kind: 'read' }>): Known<readonly JsonObject[]> {
  const { kind, error } = outcome;
  if (kind === 'denied') {
    const grant = `Exchange.ManageAsApp and the role "${roleOf(cmdlet)}"`;
    return unknownBecause('permission', `Exchange Online refuses ${cmdlet}: grant the application ${grant}.`);
  }
  if (kind === 'final' && outcome.status === 'not-found')
    return unknownBecause('not-in-the-answer', `Exchange Online has no object for ${cmdlet}.`);
  return unknownBecause('refused', `Exchange Online does not answer ${cmdlet} (${error.replace(/\.?$/, '')}).`);
}
