import { TreeInterpreter } from '@jmespath-community/jmespath';
import { isRecord } from '../../json.ts';
import type { ExpressionTree } from './evaluation.ts';

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

function callProblem(name: string, given: number): string | undefined {
  const functions = TreeInterpreter.runtime._functionTable;
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (known === undefined)
    return `there is no function '${name}'; there are ${Object.keys(functions).sort().join(', ')}`;
  const signature = known._signature;
  const least = signature.filter(({ optional }) => optional !== true).length;
  const most = signature.at(-1)?.variadic === true ? Infinity : signature.length;
  if (given >= least && given <= most) return undefined;
  const takes = most === least ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  return `${name}() takes ${takes} argument${takes === '1' || takes === 'at least 1' ? '' : 's'}, not ${given}`;
}
