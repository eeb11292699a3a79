import { data, Evaluator, Lexer, Parser } from '@actions/expressions';
import { truthy } from '@actions/expressions/result';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';

/** What expressions of a workflow can read. */
export interface Contexts {
  /** By name, such as `github`. */
  readonly values: Readonly<Record<string, unknown>>;
  /** Of the job, or of the jobs that a job needs. */
  readonly status: 'success' | 'failure';
  /** The digest of the files that match; '' if none does. */
  readonly hashFiles: (patterns: readonly string[]) => string;
}

/** https://docs.github.com/actions/reference/workflows-and-actions/expressions#status-check-functions */
const STATUS = /\b(?:success|failure|always|cancelled)\s*\(/;

/** Whether a condition is true. Without a function of the status, it needs success, too. */
export function isTrue(condition: string | undefined, contexts: Contexts): boolean {
  const [, inner = condition ?? ''] = /^\s*\$\{\{(.*)\}\}\s*$/s.exec(condition ?? '') ?? [];
  if (!STATUS.test(inner) && contexts.status !== 'success') return false;
  return inner.trim() === '' || truthy(evaluated(inner, contexts));
}

/** A text with the values of its expressions. */
export function filled(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{(.*?)\}\}/gs, (_, expression: string) =>
    evaluated(expression, contexts).coerceString(),
  );
}

/** The value of an expression, by GitHub's own evaluator. */
function evaluated(expression: string, { values, status, hashFiles }: Contexts): data.ExpressionData {
  const is = (name: string, value: boolean) => functionOf(name, [0, 0], () => new data.BooleanData(value));
  const functions = [
    is('always', true),
    is('cancelled', false),
    is('failure', status === 'failure'),
    is('success', status === 'success'),
    functionOf('hashFiles', [1, 255], (...patterns) => {
      return new data.StringData(hashFiles(patterns.map((pattern) => pattern.coerceString())));
    }),
  ];
  const context: unknown = JSON.parse(JSON.stringify(values), data.reviver);
  if (!(context instanceof data.Dictionary)) throw new Error('contexts are an object');
  const parsed = new Parser(new Lexer(expression).lex().tokens, Object.keys(values), functions).parse();
  const byName = new Map(functions.map((one) => [one.name.toLowerCase(), one]));
  return new Evaluator(parsed, context, byName).evaluate();
}

function functionOf(
  name: string,
  [minArgs, maxArgs]: readonly [number, number],
  call: FunctionDefinition['call'],
): FunctionDefinition {
  return { name, minArgs, maxArgs, call };
}
