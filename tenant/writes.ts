import type { RetryAfter, WhichMailboxes } from './fault-options.ts';
import type { Json, JsonObject } from './json.ts';

/** How changes of some mailboxes fail, in Graph and in Exchange. */
export type WriteFault = WhichMailboxes & {
  /** The first so many changes of each mailbox; all if not given. */
  readonly times?: number;
  /** Whether the change takes effect nevertheless. */
  readonly commits: boolean;
  /** The status of the response. 0: the connection is closed without one. */
  readonly status: 0 | 400 | 403 | 404 | 429 | 500 | 503 | 504;
  readonly retryAfter?: RetryAfter;
};

/** The response to a change that a fault may prevent or hide. */
export function faulted<Answer>(
  fault: WriteFault | undefined,
  change: () => Answer,
  refuse: (fault: WriteFault) => Answer,
): Answer {
  if (fault === undefined) return change();
  if (fault.commits) change();
  return refuse(fault);
}

/** For how long reads still show what was there before a change: so many reads, and until then (epoch ms). */
export interface Lag {
  readonly reads: number;
  readonly until: number;
}

/** A read or a change of one mailbox. */
export interface Access {
  readonly kind: 'read' | 'write';
  /** In lower case. */
  readonly address: string;
  /** `mailboxSettings`, `messageRules`, the id of an inbox rule, or a cmdlet such as `Get-Mailbox`. */
  readonly resource: string;
  /** 1 for the first of this kind to this resource of the mailbox. */
  readonly number: number;
}

/** A change of a mailbox that the tenant received. */
export interface Write {
  /** Epoch ms. */
  readonly time: number;
  /** In lower case. */
  readonly address: string;
  /** `mailboxSettings`, the id of an inbox rule, or a cmdlet. */
  readonly resource: string;
  /** As the request has them. */
  readonly values: Json;
  /** The properties that changed, as they were and as they are. Both are empty if none did. */
  readonly before: JsonObject;
  readonly after: JsonObject;
  /** Of the response; 0 without one. */
  readonly status: number;
}

/** Records changes, and lets a test act after each access as a person would. */
export class Accesses {
  readonly #writes: Write[] = [];
  readonly #numbers = new Map<string, number>();
  /** Called after each access, before its response is sent. */
  watch: ((access: Access) => void) | undefined;

  /** The oldest first. */
  get writes(): readonly Write[] {
    return this.#writes;
  }

  note(kind: Access['kind'], address: string, resource: string): void {
    if (this.watch === undefined) return;
    const key = JSON.stringify([kind, address, resource]);
    const number = (this.#numbers.get(key) ?? 0) + 1;
    this.#numbers.set(key, number);
    this.watch({ kind, address, resource, number });
  }

  /** Records a change. `before` and `after`: the whole resource. */
  wrote({ before, after, ...write }: Write): void {
    const names = Object.keys({ ...before, ...after }).filter(
      (name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
    );
    const changed = (resource: JsonObject): JsonObject =>
      Object.fromEntries(names.map((name) => [name, resource[name] ?? null]));
    this.#writes.push({ ...write, before: changed(before), after: changed(after) });
    this.note('write', write.address, write.resource);
  }
}
