import { compile, tokenize } from '@jmespath-community/jmespath';
import { describeError } from '../../errors.ts';
import { shownText } from '../../text/display.ts';

/** A syntax error in an expression. */
export interface SyntaxMistake {
  /** In UTF-16 code units from the expression's beginning. */
  readonly offset: number;
  /** A clause that follows a colon. */
  readonly message: string;
}

/**
 * The syntax error of an expression; undefined if there is none, or if its place cannot be found. The library names no
 * place, but it parses from left to right: the shortest prefix that fails for a reason other than its end ends with the
 * mistake.
 */
export function syntaxError(expression: string): SyntaxMistake | undefined {
  const starts = tokenStarts(expression);
  if (starts === undefined) return strangeCharacter(expression);
  const failure = failureOf(expression);
  if (failure === undefined) return openQuote(expression, starts.at(-1) ?? 0);
  if (failure.includes('call stack')) return { offset: 0, message: 'it is nested too deep' };
  if (failure === 'end') return { offset: expression.length, message: 'it is not complete' };
  const beginning = (tokens: number): string => expression.slice(0, starts[tokens] ?? expression.length);
  const tokens = least(starts.length, (count) => !['end', undefined].includes(failureOf(beginning(count))));
  const offset = starts[tokens - 1] ?? 0;
  const token = beginning(tokens).slice(offset).trim();
  const generic = /^Syntax error: (?:unexpected token|invalid token|expected .* got|expecting an identifier)/.test(
    failure,
  );
  return { offset, message: generic ? `${shownText(token)} is not allowed here` : failure };
}

function tokenStarts(expression: string): readonly number[] | undefined {
  try {
    return tokenize(expression).map(({ start }) => start);
  } catch {
    return undefined;
  }
}

/** The library accepts a literal without its closing quote at the end of an expression. */
function openQuote(expression: string, offset: number): SyntaxMistake | undefined {
  const token = expression.slice(offset);
  const closed = [/^'(?:\\[\\']|\\(?![\\'])|[^'\\])*'\s*$/, /^`(?:\\[\\`]|\\(?![\\`])|[^`\\])*`\s*$/];
  if (!/^['`]/.test(token) || closed.some((whole) => whole.test(token))) return undefined;
  return { offset, message: 'this quote is not closed' };
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
  return { offset, message: `${shownText(character)} is not allowed here` };
}

/** Why an expression does not parse: 'end' if it is not complete, or the library's message; undefined if it parses. */
function failureOf(expression: string): string | undefined {
  try {
    compile(expression);
    return undefined;
  } catch (error) {
    const message = describeError(error);
    // The library reads a token beyond the last one and then throws a TypeError.
    return /EOF|Cannot read properties of undefined/.test(message) ? 'end' : message;
  }
}

/** The least number from 1 to `most` for which `holds` is true. It must be true for `most` and all numbers after the least. */
function least(most: number, holds: (count: number) => boolean): number {
  let [low, high] = [1, most];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
