import { compile, tokenize } from '@jmespath-community/jmespath';
import { describeError } from '../../errors.ts';
import { shownText } from '../../text/display.ts';

/** Where an expression goes wrong, and how. */
export interface SyntaxMistake {
  /** In UTF-16 code units from the expression's beginning. */
  readonly offset: number;
  /** What follows a colon. */
  readonly message: string;
}

/**
 * Where the syntax of an expression is wrong; undefined where it is right, or where nothing tells. The library names no
 * place, but it reads from left to right: the shortest beginning that fails for another reason than its end ends with the
 * mistake.
 */
export function syntaxError(expression: string): SyntaxMistake | undefined {
  const starts = tokenStarts(expression);
  if (starts === undefined) return strangeCharacter(expression);
  const failure = failureOf(expression);
  if (failure === undefined) return openQuote(expression, starts.at(-1) ?? 0);
  if (failure.includes('call stack')) return { offset: 0, message: 'it is nested too deep' };
  if (failure === 'end') return { offset: expression.length, message: 'it ends where more must follow' };
  const beginning = (tokens: number): string => expression.slice(0, starts[tokens] ?? expression.length);
  const tokens = least(starts.length, (count) => !['end', undefined].includes(failureOf(beginning(count))));
  const offset = starts[tokens - 1] ?? 0;
  const token = beginning(tokens).slice(offset).trim();
  const generic = /^Syntax error: (?:unexpected token|invalid token|expected .* got|expecting an identifier)/.test(
    failure,
  );
  return { offset, message: generic ? `${shownText(token)} cannot stand there` : failure };
}

function tokenStarts(expression: string): readonly number[] | undefined {
  try {
    return tokenize(expression).map(({ start }) => start);
  } catch {
    return undefined;
  }
}

/** The library takes a literal for closed that the expression's end cuts off. */
function openQuote(expression: string, offset: number): SyntaxMistake | undefined {
  const token = expression.slice(offset);
  const closed = [/^'(?:\\[\\']|\\(?![\\'])|[^'\\])*'\s*$/, /^`(?:\\[\\`]|\\(?![\\`])|[^`\\])*`\s*$/];
  if (!/^['`]/.test(token) || closed.some((whole) => whole.test(token))) return undefined;
  return { offset, message: 'a quote that begins there is not closed' };
}

function strangeCharacter(expression: string): SyntaxMistake | undefined {
  const isStrange = (length: number): boolean => {
    try {
      tokenize(expression.slice(0, length));
      return false;
    } catch (error) {
      return describeError(error).includes('unknown character');
    }
  };
  if (!isStrange(expression.length)) return undefined;
  const offset = least(expression.length, isStrange) - 1;
  const [character = ''] = expression.slice(offset);
  return { offset, message: `${shownText(character)} cannot stand there` };
}

/** Why an expression does not parse: its end, or what the library says; undefined where it does. */
function failureOf(expression: string): string | undefined {
  try {
    compile(expression);
    return undefined;
  } catch (error) {
    const message = describeError(error);
    // Where the library looks one token further than there are, it trips over itself.
    return /EOF|Cannot read properties of undefined/.test(message) ? 'end' : message;
  }
}

/** The least number from 1 to `most` for which something holds that holds for all after it, and for `most`. */
function least(most: number, holds: (count: number) => boolean): number {
  let [low, high] = [1, most];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
