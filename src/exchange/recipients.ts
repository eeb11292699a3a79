import { property } from '../json.ts';
import { objectsOf } from './command.ts';
import { BATCH_SIZE, MAX_BATCHES } from './batch-size.ts';
import type { ExchangeOutcome } from './outcome.ts';
import type { ExchangeRequests } from './requests.ts';

const SELECT = ['PrimarySmtpAddress', 'ExternalEmailAddress'];

/**
 * The addresses of recipients of the directory by the name that other objects have for them: the external address of a
 * contact, else the primary one. A name that no recipient has, or several, is left out: its address is unknown.
 */
export async function resolveRecipients(
  names: readonly string[],
  requests: Pick<ExchangeRequests, 'batch'>,
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (let at = 0; at < names.length; at += BATCH_SIZE) {
    const some = names.slice(at, at + BATCH_SIZE);
    const outcomes = await requests.batch(
      some.map((name) => ({ cmdlet: 'Get-Recipient', parameters: { Identity: name }, select: SELECT })),
    );
    for (const [place, name] of some.entries()) {
      const address = addressIn(outcomes[place]);
      if (address !== undefined) found.set(name, address);
    }
  }
  return found;
}

/** Finds the addresses of recipients while a listing goes on to name more of them. */
export class Recipients {
  readonly #requests: Pick<ExchangeRequests, 'batch'>;
  readonly #seen = new Set<string>();
  readonly #workers: Promise<void>[] = [];
  #working = 0;
  readonly #waiting: string[] = [];
  readonly #addresses = new Map<string, string | null>();

  constructor(requests: Pick<ExchangeRequests, 'batch'>) {
    this.#requests = requests;
  }

  /** Adds a name. Sends full batches, at most `MAX_BATCHES` at a time. */
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

  /** Resolves when every name is asked for, once no more are added. Rejects as `ExchangeRequests.batch` does. */
  async all(): Promise<void> {
    await Promise.all(this.#workers);
    await this.#ask(this.#waiting.splice(0));
  }

  /** As `resolveRecipients` finds it; null if there is none, undefined as long as the name is not asked for. */
  addressOf(name: string): string | null | undefined {
    return this.#addresses.get(name);
  }

  async #work(): Promise<void> {
    this.#working += 1;
    while (this.#waiting.length >= BATCH_SIZE) await this.#ask(this.#waiting.splice(0, BATCH_SIZE));
    this.#working -= 1;
  }

  async #ask(names: readonly string[]): Promise<void> {
    const found = await resolveRecipients(names, this.#requests);
    for (const name of names) this.#addresses.set(name, found.get(name) ?? null);
  }
}

function addressIn(outcome: ExchangeOutcome | undefined): string | undefined {
  if (outcome?.kind !== 'read') return undefined;
  const recipients = objectsOf(outcome.body);
  if (recipients.length !== 1) return undefined;
  for (const name of ['ExternalEmailAddress', 'PrimarySmtpAddress']) {
    const address = property(recipients[0], name);
    if (typeof address === 'string' && address !== '') return address;
  }
  return undefined;
}
