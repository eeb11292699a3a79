import { existsSync } from 'node:fs';
import { isScalar } from 'yaml';
import { requireValue, reworded, type Checked } from '../errors.ts';
import { anyText, choice, oneOrMore, record, type Field, type Key } from '../files/fields.ts';
import { checkWorkspaceFile } from '../files/workspace.ts';
import { readYaml } from '../files/yaml-file.ts';
import type { YamlEntry } from '../files/yaml-value.ts';
import type { Environment } from '../http/proxy.ts';
import type { JsonObject } from '../json.ts';
import { removedInput } from './former-names.ts';
import { inputVariable } from './input-readers.ts';
import { defaultOf, INPUTS, inputsOf, type InputRow } from './inputs.ts';

const CONFIG_FILE = 'mailbox-report.yml';

const MAX_VALUES = 1_000;

const INPUT_PREFIX_LENGTH = inputVariable('').length;

/** A number as YAML or a text has it: the input decides which it accepts. */
const NUMBER: Field<string> = {
  schema: { type: ['number', 'string'] },
  read: (value) => value.scalarText()?.trim(),
};

/** `artifact-name: ''` uploads nothing, instead of the default. */
const BLANKABLE: Field<string> = {
  schema: { type: 'string' },
  read: (value) => (isScalar(value.node) && value.node.value === '' ? '' : value.text()),
};

/** A value as the runner passes it. */
function fieldOf({ read, about }: InputRow): Field<string> {
  if (read?.choices !== undefined) return choice(...read.choices);
  if (read?.kind === 'number') return NUMBER;
  if (read?.kind !== 'list') return read?.blank === true ? BLANKABLE : anyText;
  const many = oneOrMore(anyText, { noun: 'value', maxItems: MAX_VALUES, hint: `Name ${about}.` });
  return { schema: many.schema, read: (value) => many.read(value)?.join('\n') };
}

function keyOf(row: InputRow): Key<string> {
  const { about: description, example } = row;
  const defaultValue = defaultOf(row);
  return {
    is: fieldOf(row),
    description,
    ...(example !== undefined && { examples: [example] }),
    ...(defaultValue !== '' && { default: defaultValue }),
  };
}

/** Why the file must not have an input; undefined if it may. */
function refusal({ refused, secret }: InputRow): string | undefined {
  return secret === true ? 'A secret does not belong in a file that is committed.' : refused;
}

/** By the variable in which the runner passes them. */
const ROWS: ReadonlyMap<string, InputRow> = new Map(
  inputsOf('report').flatMap(([name, row]) => (refusal(row) === undefined ? [[inputVariable(name), row]] : [])),
);

const KEYS = record<Readonly<Record<string, string>>>(
  Object.fromEntries(
    inputsOf('report').flatMap(([name, row]) => (ROWS.has(inputVariable(name)) ? [[name, keyOf(row)]] : [])),
  ),
  refusedEntry,
);

/** The JSON Schema of mailbox-report.yml. */
export const CONFIG_SCHEMA: JsonObject = KEYS.schema;

/** Parses a file whose keys are names of inputs. Its values are by the variable of the input, as the runner passes them. */
export function parseConfigFile(content: string | Uint8Array, file: string): Checked<Environment> {
  return readYaml(content, file, 'CONFIG_FILE', (root) => {
    const keys = KEYS.read(root);
    const entries = (root.entries() ?? []).filter(
      // The variable of a key in another case is the same, but such a key is none.
      (entry) => entry.key === entry.key.toLowerCase() && ROWS.has(inputVariable(entry.key)) && !refusedEntry(entry),
    );
    return Object.fromEntries(entries.map(({ key }) => [inputVariable(key), keys?.get(key)]));
  });
}

/** Why the file must not have an entry: a former name or value, or an input that is no key. */
function refusedEntry({ key, value }: YamlEntry): { readonly message: string; readonly hint: string } | undefined {
  const removed = removedInput('key', key, isScalar(value.node) ? String(value.node.value) : '');
  if (removed !== undefined) return removed;
  const row = INPUTS.get(key);
  const hint = row && refusal(row);
  return hint === undefined ? undefined : { message: `The key "${key}" is refused here.`, hint };
}

/** The file of the terminal program: of its option, else mailbox-report.yml if the current folder has it. */
export function configFileOf(option: string | undefined): string | undefined {
  return option ?? (existsSync(CONFIG_FILE) ? CONFIG_FILE : undefined);
}

/** Reads a file of the workspace whose keys are names of inputs. A file that cannot be read is a problem. */
export function checkConfig(file: string, workspace: string): Promise<Checked<Environment>> {
  const fileRules = { code: 'CONFIG_FILE', noun: 'file', input: 'config', extensions: ['yml', 'yaml'] } as const;
  return checkWorkspaceFile(file, workspace, fileRules, parseConfigFile);
}

/** The same. Rejects with the UserError `CONFIG_FILE`, which has all problems. */
export async function readConfig(file: string, workspace: string): Promise<Environment> {
  const checked = await checkConfig(file, workspace);
  const { problems } = checked;
  const [first] = problems;
  if (first === undefined || problems.length === 1) return requireValue(checked);
  const isList = (hint: string): boolean => hint.startsWith('The keys here are');
  const lines = problems.map(({ message, hint, place }) => {
    const [sentence = ''] = isList(hint) ? [] : hint.split(/(?<=[.?]) /);
    return `Line ${place?.line ?? 1}: ${message} ${sentence}`.trimEnd();
  });
  const keys = problems.find(({ hint }) => isList(hint))?.hint ?? 'Correct these lines.';
  throw reworded(first, [`${file} has ${problems.length} mistakes.`, ...lines].join('\n'), keys);
}

/** The inputs of a step with those of a file. */
export interface Configured {
  readonly env: Environment;
  /** What the file sets of the inputs that decide whether the step fails: `mailbox-report.yml sets fail-on: never`. */
  readonly fileSettings: readonly string[];
}

/** The environment of an action with the values of the file that the input `config` names. Rejects as `readConfig` does. */
export async function withConfig(env: Environment, workspace: string): Promise<Configured> {
  const file = env[inputVariable('config')]?.trim() ?? '';
  if (file === '') return { env, fileSettings: [] };
  const values = await readConfig(file, workspace);
  return { env: withFile(env, values), fileSettings: fileSettings(file, values, env) };
}

/** A sentence for each input that decides whether the step fails, and that the file sets: the environment does not. */
export function fileSettings(file: string, values: Environment, env: Environment): readonly string[] {
  return [...ROWS].flatMap(([variable, { decides }]) => {
    const value = values[variable];
    if (decides !== true || value === undefined || isSet(variable, env)) return [];
    return [`${file} sets ${variable.slice(INPUT_PREFIX_LENGTH).toLowerCase()}: ${value}`];
  });
}

/**
 * An environment with the values of a file. An input that is set takes precedence, even if it has the usual value: action.yml has
 * no default for it, except for the name of the artifact, where blank is a value.
 */
export function withFile(env: Environment, file: Environment): Environment {
  return { ...env, ...Object.fromEntries(Object.entries(file).filter(([variable]) => !isSet(variable, env))) };
}

function isSet(variable: string, env: Environment): boolean {
  const row = ROWS.get(variable);
  const value = env[variable]?.trim() ?? '';
  if (row?.read?.blank !== true) return value !== '';
  return env[variable] !== undefined && value !== defaultOf(row);
}
