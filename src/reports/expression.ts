import { compile, register, TreeInterpreter, TYPE_ANY } from '@jmespath-community/jmespath';
import { describeError, UserError } from '../failure.ts';
import { isRecord, property, type Json } from '../json.ts';
import { toUtc } from './utc.ts';

/** Evaluates one column's expression on a mailbox's answer. Where a property is missing the value is null. */
export type Expression = (answer: Json) => Json;

const PLAIN_PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/**
 * Compiles a JMESPath expression (https://jmespath.site). A plain path, such as `language.displayName`, is walked
 * directly: the interpreter would cost more than the whole of the rest of a row.
 *
 * Three functions are added to those of the language:
 * - `same(a, b)`: whether two words are equal without case, as Graph's enum values must be compared;
 * - `utc(dateTimeTimeZone)`: the instant as `2026-11-25T08:00:00Z`;
 * - `time(timeOfDay)`: `08:00:00.0000000` as `08:00:00`.
 *
 * Throws a UserError `EXPRESSION` where the text does not parse.
 */
export function compileExpression(text: string): Expression {
  if (PLAIN_PATH.test(text)) return plainPath(text.split('.'));
  registerFunctions();
  try {
    const tree = compile(text);
    return (answer) => TreeInterpreter.search(tree, answer);
  } catch (error) {
    throw new UserError('EXPRESSION', `'${text}' is not a JMESPath expression: ${describeError(error)}`, {
      hint: 'See https://jmespath.site for the language.',
      cause: error,
    });
  }
}

function plainPath(keys: readonly string[]): Expression {
  return (answer) => {
    let value: Json | undefined = answer;
    for (const key of keys) value = property(value, key);
    return value ?? null;
  };
}

let registered = false;

function registerFunctions(): void {
  if (registered) return;
  registered = true;
  const any = { types: [TYPE_ANY] };
  register('same', ([a, b]) => typeof a === 'string' && typeof b === 'string' && fold(a) === fold(b), [any, any]);
  register('utc', ([value]) => utc(value), [any]);
  register('time', ([value]) => (typeof value === 'string' ? value.replace(/\.0+$/, '') : null), [any]);
}

function fold(word: string): string {
  return word.toLowerCase();
}

/** A zone that nobody can place is kept beside the local time, so that the cell misleads nobody. */
function utc(value: unknown): Json {
  if (!isRecord(value) || typeof value.dateTime !== 'string') return null;
  const timeZone = typeof value.timeZone === 'string' ? value.timeZone : 'UTC';
  return toUtc(value.dateTime, timeZone) ?? `${value.dateTime} ${timeZone}`;
}
