import { isObject, type JsonObject } from '../src/json.ts';
import { allMatch, codeOf, mustAnswer, needs, oneEach, readable, rowsOf, typed, type Answer } from './answer.ts';
import type { Services } from './services.ts';

/** Something that the action relies on and that only a service can confirm. */
export interface Assumption extends Statement {
  readonly id: string;
  readonly basis: Basis;
  /** A page of documentation, a public repository, or what an inference is drawn from. */
  readonly source: string;
}

interface Statement {
  readonly statement: string;
  /** How the probe checks it. Without `check`: why it cannot. */
  readonly method: string;
  readonly check?: Check;
}

/** `observed`: by a public project or in a public report. `inferred`: not known to have been observed. */
type Basis = 'documented' | 'observed' | 'inferred';

/** The source is the value of its basis. */
type Sourced = {
  [One in Basis]: Readonly<Record<One, string>> & Readonly<Partial<Record<Exclude<Basis, One>, undefined>>>;
}[Basis];

/** Assumptions by ID. */
export type Assumptions = Readonly<Record<`${string}-${number}`, Statement & Sourced>>;

export function listOf(assumptions: Assumptions): readonly Assumption[] {
  return Object.entries(assumptions).map(([id, { documented, observed, inferred = '', ...statement }]) => {
    if (documented !== undefined) return { id, ...statement, basis: 'documented', source: documented };
    if (observed !== undefined) return { id, ...statement, basis: 'observed', source: observed };
    return { id, ...statement, basis: 'inferred', source: inferred };
  });
}

/** Resolves if an assumption holds. Rejects with Differs, or with NotChecked. */
export type Check = (services: Services) => void | Promise<void>;

/** What a check asks a service. */
export type Question = (services: Services) => Promise<Answer>;

/** The objects that a check looks at. */
export type Objects = (services: Services) => Promise<readonly JsonObject[]>;

/** Asks Graph for a page at a path, with its version. */
export function page(path: string): Question {
  return (services) => services.graphPage(path);
}

/** Asks Graph for a path of the first mailbox. */
export function own(path: string): Question {
  return (services) => services.graph(path);
}

/** Asks Graph for a path of a mailbox that does not exist. */
export function unknown(path: string): Question {
  return (services) => services.graph(path, services.unknownAddress);
}

/**
 * Runs a cmdlet of Exchange Online.
 *
 * @param select names, separated by spaces
 * @param size of a page
 */
export function cmdlet(
  name: string,
  select: string,
  parameters: JsonObject | ((services: Services) => JsonObject) = {},
  size?: number,
): Question {
  return (services) => {
    const given = typeof parameters === 'function' ? parameters(services) : parameters;
    return services.command(name, select.split(' '), given, size === undefined ? {} : { size });
  };
}

/** The answer to a cmdlet, unless the application has no role for it. */
export function allowed(name: string, question: Question): Question {
  return async (services) => {
    const answer = await question(services);
    needs(codeOf(answer) !== 'CommandNotFoundException', `The application has no role for ${name}.`);
    return answer;
  };
}

/** The parameters of a cmdlet about the first mailbox. */
export function ofMailbox({ mailbox }: Services): JsonObject {
  return { Identity: mailbox };
}

/** The listed objects of an answer. */
export function rows(question: Question): Objects {
  return async (services) => rowsOf(await question(services));
}

/** The answer itself, if it is an object. */
export function body(question: Question): Objects {
  return async (services) => [readable(await question(services)).json].filter(isObject);
}

/** The objects that others have in properties, alone or in a list. */
export function within(objects: Objects, ...names: readonly string[]): Objects {
  return async (services) => {
    const outer = await objects(services);
    return names.flatMap((name) => objectsIn(outer, name));
  };
}

/** The objects that others have in a property, alone or in a list. */
export function objectsIn(objects: readonly JsonObject[], name: string): JsonObject[] {
  return objects.flatMap((object) => object[name] ?? []).filter(isObject);
}

/** Objects, of which at least one is needed. */
export function some(objects: Objects, reason: string): Objects {
  return async (services) => {
    const found = await objects(services);
    needs(found.length > 0, reason);
    return found;
  };
}

/** A form that texts have: what matches it, and in words. */
export type Form = readonly [pattern: RegExp, words: string];

/** Checks the JSON types of properties, as `typed` does, and then the form of texts, as `allMatch` does. */
export function have(
  objects: Objects,
  types: Readonly<Record<string, string>>,
  forms: Readonly<Record<string, Form>> = {},
): Check {
  return async (services) => {
    const found = await objects(services);
    if (Object.keys(types).length > 0) typed(found, types);
    for (const [name, [pattern, words]] of Object.entries(forms)) allMatch(found, name, pattern, words);
  };
}

/** Checks the listed objects of an answer, as `have` does. */
export function lists(question: Question, ...expected: Tail<Parameters<typeof have>>): Check {
  return have(rows(question), ...expected);
}

type Tail<List extends readonly unknown[]> = List extends readonly [unknown, ...infer Rest] ? Rest : never;

/** Checks the status, and that an error has one of the codes. */
export function answers(question: Question, status: number, ...codes: readonly string[]): Check {
  return async (services) => {
    mustAnswer(await question(services), status, ...codes);
  };
}

/** Checks that a batch has one response to each of the ids from 0. */
export function answersEach(batch: Question, size: number): Check {
  return async (services) => {
    oneEach(await batch(services), size);
  };
}

/** Several checks, of which the first that fails counts. */
export function all(...checks: readonly Check[]): Check {
  return async (services) => {
    for (const check of checks) await check(services);
  };
}
