import { UserError } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import { refuseRemovedInputs } from './former-names.ts';
import { inputVariable, required, shardOf, type GivenInput } from './input-readers.ts';
import { defaultOf, INPUTS, inputsOf, type ActionName, type ReportInputs, type ValuesOf } from './inputs.ts';
import { forReader, theInput } from '../text/audience.ts';

// The inputs of a step as the runner passes them (`INPUT_TENANT-ID` and so on). `core.getInput` gives other messages, and has
// neither choices nor numbers.

/**
 * Reads the inputs of the report action as the runner passes them (`INPUT_TENANT-ID` and so on). Throws a UserError
 * `INPUT_MISSING`, `INPUT_INVALID` or `EMPTY` for the first invalid one.
 */
export function readReportInputs(env: Environment, listRequired = true): ReportInputs {
  const inputs = readInputs(env, 'report');
  if (listRequired) required('mailboxes', text(env, 'mailboxes'));
  return { ...inputs, ...inputs.endpoints };
}

/** Reads the inputs of an action, each by the reader of its row. Throws a UserError for the first invalid one. */
export function readInputs<A extends ActionName>(env: Environment, action: A): ValuesOf<A> {
  refuseRemovedInputs(env);
  const values: Record<string, unknown> = {};
  for (const [name, { read }] of inputsOf(action)) {
    if (read !== undefined) values[memberOf(name)] = read.read(givenInput(env, name, action));
  }
  if (hasAll(values, action)) return values;
  throw new Error('an input was not read');
}

/** Each value is of the type that its reader returns, which the compiler does not follow through a loop. */
function hasAll<A extends ActionName>(values: object, action: A): values is ValuesOf<A> {
  return inputsOf(action).every(([name, { read }]) => read === undefined || memberOf(name) in values);
}

/** The member of an input, and of an option: `maxUnreadable` of `max-unreadable`. */
export function memberOf(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** What the log shows of the inputs of an action, by name. */
export function settingsOf<A extends ActionName>(
  inputs: ValuesOf<A>,
  action: A,
): Readonly<Record<string, string | undefined>> {
  const values = new Map<string, unknown>(Object.entries(inputs));
  const settings: Record<string, string> = {};
  for (const [name, row] of inputsOf(action)) {
    const value = values.get(memberOf(name));
    const isIdle = row.with !== undefined && values.get(memberOf(row.with)) === undefined;
    if (row.log === undefined || isIdle) continue;
    const setting = row.read?.show?.(value) ?? plainText(value);
    if (setting !== (row.log === 'always' ? '' : defaultOf(row, action))) settings[name] = setting;
  }
  return settings;
}

function plainText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

/** The share of the list that the input `shard` names. Throws the UserError `INPUT_INVALID`. */
export function readShard(env: Environment): ReturnType<typeof shardOf.read> {
  return shardOf.read(givenInput(env, 'shard'));
}

function givenInput(env: Environment, name: string, action: ActionName = 'report'): GivenInput {
  const textOf = (other: string): string => {
    const row = INPUTS.get(other);
    const value = raw(env, other)?.trim();
    const isSet = value !== undefined && (value !== '' || row?.read?.blank === true);
    return isSet ? value : row === undefined || row.secret === true ? '' : defaultOf(row, action);
  };
  return { name, text: textOf(name), textOf, env };
}

/** The input without blanks around it, and without its default; undefined if it is empty. */
export function text(env: Environment, name: string): string | undefined {
  const value = raw(env, name)?.trim();
  return value === '' ? undefined : value;
}

/** With which CIs and hosts in Azure give tokens to the job. */
const SECRET_VARIABLES = ['ACTIONS_ID_TOKEN_REQUEST_TOKEN', 'SYSTEM_ACCESSTOKEN', 'IDENTITY_HEADER'];

/**
 * The secret inputs and variables, to mask before anything is checked or printed. Also each of their lines, since a log may show one
 * line of a PFX with line breaks.
 */
export function secretInputs(env: Environment): string[] {
  const variableNames = ['access-token-env', 'assertion-env'].map((name) => env[inputVariable(name)]?.trim() ?? '');
  const variables = [...SECRET_VARIABLES, ...variableNames].map((name) => env[name]?.trim() ?? '');
  const inputs = [...INPUTS].filter(([, { secret }]) => secret).map(([name]) => raw(env, name) ?? '');
  const secrets = [...inputs, ...variables];
  const lines = secrets.flatMap((secret) => secret.split(/\r?\n/)).map((line) => line.trim());
  return [...new Set([...secrets, ...lines])].filter((secret) => secret.trim() !== '');
}

/** The input as it is. Throws the UserError `INPUT_INVALID` for a certificate or a key in an input that is not secret. */
function raw(env: Environment, name: string): string | undefined {
  const value = env[inputVariable(name)];
  // Errors, the log and the summary repeat values of all other inputs.
  if (INPUTS.get(name)?.secret !== true && value !== undefined && looksLikeKey(value)) throw keyInInput(name);
  return value;
}

/** Whether a value contains a PEM block, a PFX in base64, or a line of one. */
function looksLikeKey(value: string): boolean {
  if (value.includes('-----BEGIN ')) return true;
  const compact = value.replaceAll(/\s/g, '');
  // 0x30 0x80 to 0x30 0x83: the start of a DER SEQUENCE with a long or an indefinite length.
  if (/^MI[A-P][A-Za-z0-9+/=]{60}/.test(compact)) return true;
  return (value.match(/[A-Za-z0-9+]{60,}/g) ?? []).some((run) =>
    [/[A-Z]/, /[a-z]/, /\d/].every((kind) => kind.test(run)),
  );
}

function keyInInput(name: string): UserError {
  return new UserError('INPUT_INVALID', `${theInput(name)} contains a certificate or a key.`, {
    hint: forReader({
      workflow: `Set "pfx" to the PFX file, from a secret, and "${name}" to the value that README describes. If the workflow file contains the key, replace the certificate.`,
      terminal: `Set --pfx to the PFX file, and --${name} to the value that --help describes.`,
    }),
  });
}
