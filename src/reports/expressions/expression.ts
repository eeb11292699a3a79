import { compile } from '@jmespath-community/jmespath';
import { describeError, UserError } from '../../errors.ts';
import { type Json, property } from '../../json.ts';
import { evaluate, type EvaluationContext, type ExpressionTree, lengthOf } from './evaluation.ts';
import { addedFunctions } from './functions.ts';
import { problemIn } from './syntax.ts';

/** Evaluates an expression on a response or a part of it. A missing property is null. */
export type Expression = (value: Json, context: EvaluationContext) => Json;

/** An expression that only reads a property of a property. */
export const PROPERTY_PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/**
 * Compiles a JMESPath expression (https://jmespath.site). `functions.ts` lists the added functions.
 *
 * Throws a UserError `EXPRESSION` if the text does not parse, is nested too deep, or calls an unknown function or a
 * function with the wrong number of arguments. The result throws what `evaluate` throws.
 */
export function compileExpression(text: string): Expression {
  if (PROPERTY_PATH.test(text)) return propertyPath(text.split('.'));
  const tree = parsed(text);
  const problem = problemIn(tree);
  if (problem !== undefined) throw notAnExpression(text, problem);
  return compiled(tree) ?? ((value, context) => evaluate(tree, value, context));
}

/**
 * An expression as closures; undefined if it has more than property names, literals, operators of logic and added
 * functions. The library's interpreter takes 9 % of the CPU time of a `mailbox-settings` run, and makes a quarter of its
 * garbage.
 */
function compiled(node: ExpressionTree): Expression | undefined {
  if (node.type === 'Field') return propertyPath([node.name]);
  if (node.type === 'Current') return (value) => value;
  if (node.type === 'Literal') {
    const literal = node.value;
    return () => literal;
  }
  if (node.type === 'NotExpression') {
    const child = compiled(node.child);
    return child && ((value, context) => !isTruthy(child(value, context)));
  }
  if (node.type === 'Function') return compiledCall(node.name, node.children.map(compiled));
  if (!isOperator(node)) return undefined;
  const [left, right] = [compiled(node.left), compiled(node.right)];
  return left && right && OPERATORS[node.type](left, right);
}

type Operator = 'Subexpression' | 'Pipe' | 'AndExpression' | 'OrExpression';

const OPERATORS: Readonly<Record<Operator, (left: Expression, right: Expression) => Expression>> = {
  Subexpression: (left, right) => (value, context) => {
    const found = left(value, context);
    return found === null ? null : right(found, context);
  },
  Pipe: (left, right) => (value, context) => right(left(value, context), context),
  AndExpression: (left, right) => (value, context) => {
    const found = left(value, context);
    return isTruthy(found) ? right(value, context) : found;
  },
  OrExpression: (left, right) => (value, context) => {
    const found = left(value, context);
    return isTruthy(found) ? found : right(value, context);
  },
};

function isOperator(node: ExpressionTree): node is Extract<ExpressionTree, { left: unknown }> & { type: Operator } {
  return Object.hasOwn(OPERATORS, node.type);
}

function compiledCall(name: string, args: readonly (Expression | undefined)[]): Expression | undefined {
  const called = Object.hasOwn(addedFunctions, name) ? addedFunctions[name] : undefined;
  const known = args.filter((arg) => arg !== undefined);
  if (called === undefined || known.length < args.length) return undefined;
  return (value, context) => {
    const values = known.map((arg) => arg(value, context));
    for (const each of values) context.spend(lengthOf(each));
    const result = called.of(values, context);
    context.spend(lengthOf(result));
    return result;
  };
}

function parsed(text: string): ExpressionTree {
  try {
    return compile(text);
  } catch (error) {
    throw notAnExpression(text, describeError(error), error);
  }
}

function notAnExpression(text: string, reason: string, cause?: unknown): UserError {
  return new UserError('EXPRESSION', `'${text}' is not a JMESPath expression: ${reason}`, {
    hint: 'See https://jmespath.site for the language, and docs/reports.md for the added functions.',
    cause,
  });
}

function propertyPath(keys: readonly string[]): Expression {
  return (item) => {
    let value: Json | undefined = item;
    for (const key of keys) value = property(value, key);
    return value ?? null;
  };
}

/** Whether JMESPath counts a value as true: not null, false, or an empty string, array or object. https://jmespath.site */
export function isTruthy(value: Json): boolean {
  if (value === null || value === false || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
