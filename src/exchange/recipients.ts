import { UserError } from '../errors.ts';
import { property, type JsonObject } from '../json.ts';
import type { GrantContext } from './cmdlets.ts';
import type { Command } from './command.ts';
import { BATCH_SIZE, MAX_BATCHES, type CommandRunner } from './command-runner.ts';
import { objectsOfItem } from './exchange-listing.ts';
import type { ExchangeOutcome } from './exchange-outcome.ts';

/** The properties that say who a recipient is. */
export const RECIPIENT_SELECT = ['ExternalEmailAddress', 'PrimarySmtpAddress', 'ExternalDirectoryObjectId'];

/** Errors of a single answer, after which others may be read. */
const OF_ANSWER: readonly string[] = ['EXCHANGE_DENIED', 'EXCHANGE_LISTING'];

export interface RecipientsOptions {
  readonly runner: Pick<CommandRunner, 'run' | 'batch'>;
  readonly grants: () => Promise<GrantContext>;
}

/** A recipient of the directory, as far as it is known. */
interface Recipient {
  readonly address: string | undefined;
  /** Its object ID in Entra ID. */
  readonly id: string | undefined;
}

/**
 * The addresses of recipients of the directory by the name that other objects have for them: the external address of a
 * contact, else the primary one if Exchange says that there is no external one. The address of a name that no recipient has, or
 * several, is unknown.
 */
export class Recipients {
  readonly #options: RecipientsOptions;
  readonly #seen = new Set<string>();
  readonly #waiting: string[] = [];
  readonly #workers: Promise<void>[] = [];
  #working = 0;
  readonly #recipients = new Map<string, Recipient>();

  constructor(options: RecipientsOptions) {
    this.#options = options;
  }

  /** The address of a name; null if it is unknown, undefined as long as the name is not asked for. */
  addressOf(name: string): string | null | undefined {
    const recipient = this.#recipients.get(name);
    return recipient && (recipient.address ?? null);
  }

  /** The object ID of a name; undefined if it is unknown. */
  idOf(name: string): string | undefined {
    return this.#recipients.get(name)?.id;
  }

  /** Adds a name while a listing goes on to name more. Sends full batches, at most `MAX_BATCHES` at a time. */
  add(name: string): void {
    if (name === '' || this.#seen.has(name)) return;
    this.#seen.add(name);
    this.#waiting.push(name);
    if (this.#waiting.length < BATCH_SIZE || this.#working >= MAX_BATCHES) return;
    const worker = this.#work();
    // A caller that awaits `all` gets the rejection.
    worker.catch(() => undefined);
    this.#workers.push(worker);
  }

  /** Resolves when every added name is asked for, once no more are added. Rejects as `CommandRunner.batch` does. */
  async all(): Promise<void> {
    await Promise.all(this.#workers);
    await this.resolve(this.#waiting.splice(0));
  }

  /** Asks for the names that were not asked for before, one batch after the other. Rejects as `CommandRunner.batch` does. */
  async resolve(names: readonly string[]): Promise<void> {
    const unknown = [...new Set(names)].filter((name) => !this.#recipients.has(name));
    for (let at = 0; at < unknown.length; at += BATCH_SIZE) await this.#ask(unknown.slice(at, at + BATCH_SIZE));
  }

  async #work(): Promise<void> {
    this.#working += 1;
    while (this.#waiting.length >= BATCH_SIZE) await this.#ask(this.#waiting.splice(0, BATCH_SIZE));
    this.#working -= 1;
  }

  async #ask(names: readonly string[]): Promise<void> {
    const commands = names.map((name): Command => {
      return { cmdlet: 'Get-Recipient', parameters: { Identity: name }, select: RECIPIENT_SELECT };
    });
    const outcomes = await this.#options.runner.batch(commands);
    for (const [at, command] of commands.entries()) {
      this.#recipients.set(names[at] ?? '', onlyRecipient(await this.#objectsOf(command, outcomes[at])));
    }
  }

  /** The recipients in an answer; none if these are not known. */
  async #objectsOf(command: Command, outcome: ExchangeOutcome | undefined): Promise<readonly JsonObject[]> {
    if (outcome?.kind !== 'read') return [];
    try {
      return await objectsOfItem(command, outcome.body, this.#options);
    } catch (error) {
      const isOfAnswer = error instanceof UserError ? OF_ANSWER.includes(error.code) : error instanceof TypeError;
      if (!isOfAnswer) throw error;
      return [];
    }
  }
}

/** The only recipient of several objects, as far as it is said who it is. */
function onlyRecipient([recipient, ...others]: readonly JsonObject[]): Recipient {
  if (recipient === undefined || others.length > 0) return { address: undefined, id: undefined };
  const [external, primary, id] = RECIPIENT_SELECT.map((name) => property(recipient, name));
  // A contact without its external address in the answer would look like a colleague.
  const address = external === null || external === '' ? primary : external;
  const textOf = (value: unknown): string | undefined =>
    typeof value === 'string' && value !== '' ? value : undefined;
  // That of a contact has a prefix.
  return { address: textOf(address)?.replace(/^smtp:/i, ''), id: textOf(id) };
}
