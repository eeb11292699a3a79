import { TreeInterpreter, type compile } from '@jmespath-community/jmespath';
import { isRecord, type Json } from '../../json.ts';
import type { InternalDomains } from '../../mailboxes/internal-domains.ts';
import type { EpochMs } from '../../text/numbers.ts';
import { ABSENT, absentAsNull, hasAbsent } from './absent.ts';

/** A parsed expression. */
export type ExpressionTree = ReturnType<typeof compile>;

/** Steps of the interpreter, array elements and characters that the expressions of one mailbox may produce. */
const MAX_STEPS = 5_000_000;
/** Values and characters in one result, and its nesting. Later steps, such as JSON.stringify, recurse into it. */
const MAX_SIZE = 1_000_000;
const MAX_DEPTH = 100;

/**
 * Why the result of an expression is not fully known. `part`: it is less than the whole value. `absent`: it depends on what the
 * service did not say.
 */
type Unknown = 'part' | 'absent';

/**
 * What the expressions of a report share while one mailbox is evaluated: the internal domains, the time of the run, and a
 * budget, since an expression such as `[@, @] | [@, @] | ...` doubles its result with each step, and JMESPath has no limits.
 */
export class EvaluationContext {
  readonly internalDomains: InternalDomains | undefined;
  /** When the run started; undefined if that is unknown. */
  readonly now: EpochMs | undefined;
  /** Whether an object of the answer has what the service did not say, so that functions look for it. */
  hasAbsent = false;
  #steps = 0;
  #unknown: Unknown | undefined;

  constructor(internalDomains?: InternalDomains, now?: EpochMs) {
    this.internalDomains = internalDomains;
    this.now = now;
  }

  /** Called by a function that returns less than the whole value, or nothing because the value is unknown. */
  markIncomplete(): void {
    this.#unknown ??= 'part';
  }

  /** Called when an expression reads what the service did not say. */
  markAbsent(): void {
    this.#unknown = 'absent';
  }

  /** What is unknown of the result of the expressions since the last call. */
  takeUnknown(): Unknown | undefined {
    const unknown = this.#unknown;
    this.#unknown = undefined;
    return unknown;
  }

  /** Throws an Error if the mailbox has used up its budget. */
  spend(steps: number): void {
    this.#steps += steps;
    if (this.#steps > MAX_STEPS) throw limitError(`needs more than ${MAX_STEPS.toLocaleString('en-US')} steps`);
  }
}

let active = new EvaluationContext();

/** The context of the expression that is being evaluated, for functions that expressions call. */
export function activeContext(): EvaluationContext {
  return active;
}

/**
 * Evaluates a parsed expression. Throws an Error that starts with `EXPRESSION_LIMIT` if a limit is exceeded, and the
 * library's Error if a function gets a value of a type that it does not accept.
 */
export function evaluate(tree: ExpressionTree, value: Json, context: EvaluationContext): Json {
  active = context;
  return TreeInterpreter.search(tree, value);
}

/** A value with null for what the service did not say, which is then marked: nothing in it may be taken for an answer. */
export function nullsForAbsent(value: Json, context: EvaluationContext): Json {
  if (!context.hasAbsent || !hasAbsent(value)) return value;
  context.markAbsent();
  return absentAsNull(value);
}

/** Throws an Error that starts with `EXPRESSION_LIMIT` if a value is too large or nested too deep to be a cell. */
export function checkSize(value: unknown): void {
  let size = 0;
  const visit = (part: unknown, depth: number): void => {
    size += typeof part === 'string' ? part.length + 1 : 1;
    if (size > MAX_SIZE) throw limitError(`gives more than ${MAX_SIZE.toLocaleString('en-US')} values or characters`);
    if (typeof part !== 'object' || part === null) return;
    if (depth >= MAX_DEPTH) throw limitError(`gives values nested more than ${MAX_DEPTH} deep`);
    for (const child of Object.values(part)) visit(child, depth + 1);
  };
  visit(value, 0);
}

function limitError(reason: string): Error {
  return new Error(`EXPRESSION_LIMIT: the expression ${reason}`);
}

/** Adds the limits to the library's interpreter. Functions such as `map` call back into the same interpreter. */
function limitInterpreter(interpreter: typeof TreeInterpreter): void {
  const visit = interpreter.visit.bind(interpreter);
  const withScope = interpreter.withScope.bind(interpreter);
  const { runtime } = interpreter;
  const callFunction = runtime.callFunction.bind(runtime);
  const visitWithin: typeof visit = (node, value) => {
    active.spend(1);
    if (node.type === 'Flatten') {
      const input = interpreter.visit(node.child, value);
      if (!Array.isArray(input)) return null;
      for (const part of input) active.spend(lengthOf(part));
      return input.flat();
    }
    if (node.type === 'Comparator' && (node.name === 'EQ' || node.name === 'NE')) {
      const [left, right] = [interpreter.visit(node.left, value), interpreter.visit(node.right, value)];
      return isEqual(left, right) === (node.name === 'EQ');
    }
    const result = visit(node, value);
    if (node.type === 'Slice') active.spend(lengthOf(result));
    return result;
  };
  interpreter.visit = (node, value) => nullIfAbsent(visitWithin(node, nullIfAbsent(value)));
  interpreter.withScope = (scope) => {
    const inner = withScope(scope);
    limitInterpreter(inner);
    return inner;
  };
  runtime.callFunction = (name, args) => {
    for (const arg of args) active.spend(lengthOf(arg));
    checkArguments(name, args);
    if (active.hasAbsent && !READS_NO_MEMBER.test(name) && args.some(hasAbsent)) active.markAbsent();
    const result = callFunction(name, args);
    active.spend(lengthOf(result));
    return result;
  };
}

limitInterpreter(TreeInterpreter);

/**
 * Functions that read members of their arguments only through an expression, which is visited; and `part_numbers`, which marks what it
 * reads itself: its list has all plans of all licenses of the tenant, for each mailbox.
 */
const READS_NO_MEMBER = /^(?:length|type|map|.*_by|part_numbers)$/;

/** Null for what the service did not say, which is then marked. */
function nullIfAbsent<T>(value: T): T | null {
  if (value !== ABSENT) return value;
  active.markAbsent();
  return null;
}

/** What a value counts in a budget: its elements or characters. */
function lengthOf(value: unknown): number {
  return typeof value === 'string' || Array.isArray(value) ? value.length : 1;
}

/** Whether two values are equal, as JMESPath compares them. The library's own comparison has no limit. */
function isEqual(one: unknown, other: unknown): boolean {
  active.spend(1);
  if (one === ABSENT || other === ABSENT) {
    active.markAbsent();
    return false;
  }
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((part, index) => isEqual(part, other[index]));
  }
  if (!isRecord(one) || !isRecord(other) || Array.isArray(one) || Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isEqual(one[key], other[key]))
  );
}

/** Checks, before the function allocates it, that a text does not become too long. Wrong types are left to the library. */
function checkArguments(name: string, args: readonly unknown[]): void {
  const [first, second, third] = args;
  if (name === 'to_string') checkSize(first);
  if (name.startsWith('pad_') && typeof second === 'number') checkLength(second);
  if (name === 'join' && Array.isArray(second)) {
    checkLength(second.reduce((length: number, part) => length + lengthOf(part) + lengthOf(first), 0));
  }
  if (name === 'replace' && typeof first === 'string' && typeof second === 'string' && typeof third === 'string') {
    checkLength(first.length + (first.split(second).length - 1) * third.length);
  }
}

function checkLength(length: number): void {
  if (length > MAX_SIZE) throw limitError(`gives more than ${MAX_SIZE.toLocaleString('en-US')} values or characters`);
}
