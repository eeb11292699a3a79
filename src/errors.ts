import { inspect } from 'node:util';
import { isRecord } from './json.ts';

/** A place in a file of the user's repository, as workflow annotations name it. Lines and columns count from 1. */
export interface SourcePlace {
  /** Path relative to the workspace, with forward slashes. */
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export interface UserErrorOptions {
  /** What to change, and where: an input, a portal page, a command. */
  readonly hint: string;
  readonly place?: SourcePlace | undefined;
  readonly cause?: unknown;
}

/**
 * Something that the person who runs the action can mend. Its message says what is wrong and its hint what to change;
 * both are printed without a stack trace, so neither may ever carry a secret.
 */
export class UserError extends Error {
  override readonly name = 'UserError';
  /** Stable, upper-case words with underscores, such as `BAD_PASSWORD`: what troubleshooting tables are keyed by. */
  readonly code: string;
  readonly hint: string;
  readonly place: SourcePlace | undefined;

  constructor(code: string, message: string, options: UserErrorOptions) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.code = code;
    this.hint = options.hint;
    this.place = options.place;
  }
}

/** The same failure, said in other words to another reader. */
export function reworded({ code, place, cause }: UserError, message: string, hint: string): UserError {
  return new UserError(code, message, { hint, place, cause });
}

/** The message of anything that was thrown, followed by the messages of its causes: `a: b: c`. */
export function describeError(thrown: unknown): string {
  const parts: string[] = [];
  const seen = new Set<unknown>();
  for (let error = thrown; error !== undefined && error !== null && !seen.has(error);) {
    seen.add(error);
    if (error instanceof AggregateError && error.message === '') {
      parts.push(error.errors.map(describeError).join(', '));
      break;
    }
    const text = messageOf(error);
    if (!parts.includes(text)) parts.push(text);
    error = isRecord(error) ? error.cause : undefined;
  }
  return parts.join(': ');
}

/** By its shape: an error of another realm, as Node's own are inside a test's, is no instance of this one's `Error`. */
function messageOf(thrown: unknown): string {
  if (typeof thrown === 'string') return thrown;
  if (!isRecord(thrown) || typeof thrown.message !== 'string') return inspect(thrown, { depth: 1 });
  return thrown.message || String(thrown.name);
}
