import { TreeInterpreter } from '@jmespath-community/jmespath';
import { isRecord } from '../../json.ts';
import { addedFunctions } from './functions.ts';

/** A call in an expression's tree, with the arguments that it stands with there. */
export interface FunctionCall {
  readonly name: string;
  readonly children: unknown[];
}

/** Every call in an expression's tree, the outer before the inner. */
export function* functionCalls(tree: unknown): Generator<FunctionCall> {
  if (Array.isArray(tree)) {
    for (const child of tree) yield* functionCalls(child);
  } else if (isRecord(tree) && tree.type !== 'Literal') {
    const { type, name, children } = tree;
    if (type === 'Function' && typeof name === 'string' && Array.isArray(children)) yield { name, children };
    for (const child of Object.values(tree)) yield* functionCalls(child);
  }
}

/**
 * What an expression must not hold, undefined where there is nothing of the kind: a name that JavaScript's own objects
 * have and no answer of Graph, which the library would find there, and a reference to an expression in place of a value.
 */
export function refusedIn(tree: unknown): string | undefined {
  if (isRecord(tree) && tree.type === 'ExpressionReference') return 'an expression with & is no value';
  const name = inheritedName(tree);
  return name === undefined ? undefined : `no answer has '${name}'`;
}

function inheritedName(tree: unknown): string | undefined {
  if (Array.isArray(tree)) return tree.map(inheritedName).find((name) => name !== undefined);
  if (!isRecord(tree) || tree.type === 'Literal') return undefined;
  const { type, name } = tree;
  if (type === 'Field' && typeof name === 'string' && name in Object.prototype) return name;
  return inheritedName(Object.values(tree));
}

/**
 * What is wrong with a call: no function has its name, or it takes another number of arguments. The library would tell
 * only of a call that it comes to, so perhaps of none of the first thousand mailboxes. Undefined where nothing is wrong.
 */
export function wrongCall({ name, children: { length: given } }: FunctionCall): string | undefined {
  const functions = TreeInterpreter.runtime._functionTable;
  const known = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (known === undefined)
    return `there is no function '${name}'; there are ${Object.keys(functions).sort().join(', ')}`;
  const signature = known._signature;
  const least = addedFunctions[name]?.takes ?? signature.filter(({ optional }) => optional !== true).length;
  const most = signature.at(-1)?.variadic === true ? Infinity : (addedFunctions[name]?.takes ?? signature.length);
  if (given >= least && given <= most) return undefined;
  const takes = most === least ? `${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  return `${name}() takes ${takes} argument${takes === '1' || takes === 'at least 1' ? '' : 's'}, not ${given}`;
}
