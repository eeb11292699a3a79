import { compile, tokenize, TreeInterpreter } from '@jmespath-community/jmespath';
import { describeError } from '../../errors.ts';
import { isRecord } from '../../json.ts';
import { shownText } from '../../text/display.ts';
import type { ExpressionTree } from './evaluation.ts';

interface SyntaxMistake {
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

/** Deeper expressions could exhaust the stack when they are evaluated. */
const MAX_DEPTH = 200;

/**
 * What is wrong with a parsed expression; undefined if nothing is. The library would notice only when it evaluates that
 * part, perhaps not for any of the first thousand mailboxes.
 */
export function problemIn(tree: ExpressionTree): string | undefined {
  // An expression reference is valid only as an argument of a function.
  if (tree.type === 'ExpressionReference') return 'an expression with & is no value';
  return problemBelow(tree, 0);
}

function problemBelow(node: unknown, depth: number): string | undefined {
  if (depth > MAX_DEPTH) return `it is nested more than ${MAX_DEPTH} deep`;
  if (Array.isArray(node)) return firstProblem(node, depth);
  if (!isRecord(node) || node.type === 'Literal') return undefined;
  return problemOf(node) ?? firstProblem(Object.values(node), depth + 1);
}

function firstProblem(nodes: readonly unknown[], depth: number): string | undefined {
  for (const node of nodes) {
    const problem = problemBelow(node, depth);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function problemOf({ type, name, children }: Record<string, unknown>): string | undefined {
  if (typeof name !== 'string') return undefined;
  // The library would return JavaScript's own property of that name.
  if (type === 'Field' && name in Object.prototype) return `no response has '${name}'`;
  return type === 'Function' && Array.isArray(children) ? callProblem(name, children.length) : undefined;
}

function callProblem(name: string, count: number): string | undefined {
  const functions = TreeInterpreter.runtime._functionTable;
  const definition = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (definition === undefined)
    return `there is no function '${name}'; there are ${Object.keys(functions).sort().join(', ')}`;
  const signature = definition._signature;
  const least = signature.filter(({ optional }) => optional !== true).length;
  const most = signature.at(-1)?.variadic === true ? Infinity : signature.length;
  if (count >= least && count <= most) return undefined;
  const takes = most === least ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  return `${name}() takes ${takes} argument${takes === '1' || takes === 'at least 1' ? '' : 's'}, not ${count}`;
}

/**
 * The properties of a row that an expression reads: `ForwardTo` in `length(ForwardTo || [])`, but not what it reads within
 * them. Throws the library's Error for a text that is not JMESPath.
 */
export function rowProperties(expression: string): string[] {
  return [...new Set(propertiesIn(compile(expression)))];
}

/**
 * The properties of a row that decide on the value of an expression; undefined if any may, as in `length(@)`. Throws the library's
 * Error for a text that is not JMESPath.
 */
export function decidingProperties(expression: string): string[] | undefined {
  const tree = compile(expression);
  // The row (`$`) and variables can stand anywhere.
  return expression.includes('$') || readsWhole(tree) ? undefined : [...new Set(propertiesIn(tree))];
}

function readsWhole(node: unknown): boolean {
  if (Array.isArray(node)) return node.some(readsWhole);
  if (!isRecord(node) || node.type === 'Literal' || node.type === 'ExpressionReference') return false;
  if (node.type === 'Current' || node.type === 'Identity') return true;
  return readsWhole(STEPS.includes(String(node.type)) ? node.left : Object.values(node));
}

/** Nodes whose other parts read what the left one finds. */
const STEPS = ['Subexpression', 'IndexExpression', 'Projection', 'ValueProjection', 'FilterProjection', 'Pipe'];

function propertiesIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(propertiesIn);
  if (!isRecord(node) || node.type === 'Literal' || node.type === 'ExpressionReference') return [];
  if (node.type === 'Field') return [String(node.name)];
  return propertiesIn(STEPS.includes(String(node.type)) ? node.left : Object.values(node));
}
