import { compile, TreeInterpreter } from '@jmespath-community/jmespath';
import { describeError, UserError } from '../../errors.ts';
import { property, type Json } from '../../json.ts';
import type { InternalDomains } from '../../mailboxes/internal-domains.ts';
import { functionCalls, refusedIn, wrongCall } from './function-calls.ts';
import { insideArgument, registerFunctions } from './functions.ts';

/** Evaluates one column's expression on a mailbox's answer. Where a property is missing the value is null. */
export type Expression = (answer: Json) => Json;

const PLAIN_PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*$/;

/**
 * Compiles a JMESPath expression (https://jmespath.site). A plain path, such as `language.displayName`, is walked
 * directly: the interpreter would cost more than the whole of the rest of a row. `functions.ts` lists the functions that
 * are added to those of the language; `inside` is what its `external` takes for inside, nothing if undefined.
 *
 * Throws a UserError `EXPRESSION` where the text does not parse, or calls a function that does not exist or takes another
 * number of arguments. What it gives throws where a function of the language gets a value of a type that it does not take.
 */
export function compileExpression(text: string, inside?: InternalDomains): Expression {
  if (PLAIN_PATH.test(text)) return plainPath(text.split('.'));
  registerFunctions();
  const tree = parsed(text);
  const refused = refusedIn(tree);
  if (refused !== undefined) throw notAnExpression(text, refused);
  for (const call of functionCalls(tree)) {
    const wrong = wrongCall(call);
    if (wrong !== undefined) throw notAnExpression(text, wrong);
    if (call.name === 'external') call.children.push(insideArgument(inside));
  }
  return (answer) => TreeInterpreter.search(tree, answer);
}

function parsed(text: string): ReturnType<typeof compile> {
  try {
    return compile(text);
  } catch (error) {
    throw notAnExpression(text, describeError(error), error);
  }
}

function notAnExpression(text: string, reason: string, cause?: unknown): UserError {
  return new UserError('EXPRESSION', `'${text}' is not a JMESPath expression: ${reason}`, {
    hint: 'See https://jmespath.site for the language, and docs/reports.md for the functions that are added to it.',
    cause,
  });
}

function plainPath(keys: readonly string[]): Expression {
  return (answer) => {
    let value: Json | undefined = answer;
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
