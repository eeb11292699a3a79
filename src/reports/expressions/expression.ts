import { compile } from '@jmespath-community/jmespath';
import { describeError, UserError } from '../../errors.ts';
import { property, type Json } from '../../json.ts';
import { ABSENT } from './absent.ts';
import { evaluate, type EvaluationContext, type ExpressionTree } from './evaluation.ts';
import './functions.ts';
import { problemIn } from './syntax.ts';

/**
 * Evaluates an expression on a response or a part of it. A missing property is null; so is `ABSENT`, which marks the context.
 * Objects and lists of a result may contain it.
 */
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
  // Takes no steps of the budget, so that a mailbox may have any number of items.
  if (PROPERTY_PATH.test(text)) return propertyPath(text.split('.'));
  const tree = parsed(text);
  const problem = problemIn(tree);
  if (problem !== undefined) throw notAnExpression(text, problem);
  return (value, context) => evaluate(tree, value, context);
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
  return (item, context) => {
    let value: Json | undefined = item;
    for (const key of keys) value = value === ABSENT ? ABSENT : property(value, key);
    if (value !== ABSENT) return value ?? null;
    context.markAbsent();
    return null;
  };
}

/** Whether JMESPath counts a value as true: not null, false, or an empty string, array or object. https://jmespath.site */
export function isTruthy(value: Json): boolean {
  if (value === null || value === false || value === '') return false;
  if (Array.isArray(value)) return value.length > 0;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}
