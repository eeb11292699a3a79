import { UserError } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import { isConfidential } from '../http/secure-url.ts';

// The inputs of a step as the runner passes them (`INPUT_TENANT-ID` and so on), and the checks that many of them share.

const SECRET_INPUTS: readonly string[] = ['pfx', 'pfx-password', 'github-token'];

/**
 * The secret inputs, to mask before anything is checked or printed. Also each of their lines, since a log may show one
 * line of a PFX with line breaks.
 */
export function secretInputs(env: Environment): string[] {
  const secrets = SECRET_INPUTS.map((name) => raw(env, name) ?? '');
  const lines = secrets.flatMap((secret) => secret.split(/\r?\n/)).map((line) => line.trim());
  return [...new Set([...secrets, ...lines])].filter((secret) => secret.trim() !== '');
}

/** The input as it is. Throws the UserError `INPUT_INVALID` for a certificate or a key in an input that is not secret. */
export function raw(env: Environment, name: string): string | undefined {
  const value = env[`INPUT_${name.toUpperCase()}`];
  // Errors, the log and the summary repeat values of all other inputs.
  if (!SECRET_INPUTS.includes(name) && value !== undefined && looksLikeKey(value)) throw keyInInput(name);
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
  return new UserError('INPUT_INVALID', `The input "${name}" contains a certificate or a key.`, {
    hint: `Set "pfx" to the PFX file, from a secret, and "${name}" to the value that README describes. If the workflow file contains the key, replace the certificate.`,
  });
}

/** The input without blanks around it; undefined if it is empty. */
export function text(env: Environment, name: string): string | undefined {
  const value = raw(env, name)?.trim();
  return value === '' ? undefined : value;
}

/** The lines of an input that are not blank. */
export function lines(env: Environment, name: string): string[] {
  return parts(env, name, /\r?\n/);
}

/** The entries of an input, separated by commas or line ends. */
export function entries(env: Environment, name: string): string[] {
  return parts(env, name, /[\r\n,]+/);
}

function parts(env: Environment, name: string, separator: RegExp): string[] {
  return (raw(env, name) ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** Throws the UserError `INPUT_MISSING`, or `EMPTY` for the PFX. */
export function required(env: Environment, name: string): string {
  const value = text(env, name);
  if (value !== undefined) return value;
  throw new UserError(name === 'pfx' ? 'EMPTY' : 'INPUT_MISSING', `The input "${name}" is empty.`, {
    hint:
      `Set "${name}" under "with:". If the value is a secret or a variable, check its name, and that the workflow ` +
      'can read it. Workflows started by a fork or Dependabot have no secrets.' +
      (name === 'pfx' ? ' To sign in without a secret, set "credential" to "federated".' : ''),
  });
}

/** One of the choices, in any case; the first by default. Throws the UserError `INPUT_INVALID`. */
export function choice<T extends string>(env: Environment, name: string, choices: readonly [T, ...T[]]): T {
  const value = text(env, name);
  return value === undefined ? choices[0] : oneOf(name, value, choices);
}

/** The choice that a value names, in any case. Throws the UserError `INPUT_INVALID`. */
export function oneOf<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value.toLowerCase());
  if (found !== undefined) return found;
  throw invalid(name, value, `Use ${choices.map((choice) => `"${choice}"`).join(', ')}.`);
}

/** The UserError `INPUT_INVALID` for a value, which is cut at 60 characters. */
export function invalid(name: string, value: string, hint: string): UserError {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value;
  return new UserError('INPUT_INVALID', `The input "${name}" cannot be ${JSON.stringify(shown)}.`, { hint });
}

/**
 * An override of a URL of the cloud. The token is sent there, so only encrypted and loopback URLs are allowed.
 *
 * @param example for the hint
 */
export function url(env: Environment, name: string, example: string): string | undefined {
  const value = text(env, name);
  if (value === undefined) return undefined;
  const parsed = URL.parse(value);
  const hint = `Use a URL such as "${example}", or leave "${name}" out and set "cloud".`;
  // User information, queries and fragments are refused and not repeated: they may contain a password.
  if (parsed?.href !== `${parsed?.origin}${parsed?.pathname}`) throw invalid(name, shownUrl(parsed, value), hint);
  if (!isConfidential(parsed)) {
    throw invalid(name, value, `Only https: is allowed, and http: for a loopback address. ${hint}`);
  }
  return parsed.href.replace(/\/$/, '');
}

/** A URL without a host has no origin: in `localhost:80`, `localhost` is the scheme. */
function shownUrl(parsed: URL | null, value: string): string {
  if (parsed === null) return value;
  return parsed.origin === 'null' ? 'a URL without https:' : parsed.origin;
}

/** A number from 1 to `most`. Throws the UserError `INPUT_INVALID`. `besides`: what else the input can be, for the hint. */
export function wholeNumber(name: string, value: string, most: number, besides = ''): number {
  const number = Number(value);
  if (/^\d{1,9}$/.test(value) && number >= 1 && number <= most) return number;
  throw invalid(name, value, `Use ${besides}a whole number from 1 to ${most}.`);
}

/** The values of the YAML 1.2 core schema, as `core.getBooleanInput` accepts them. */
export function flag(env: Environment, name: string, fallback: boolean): boolean {
  const value = text(env, name);
  if (value === undefined) return fallback;
  if (/^(?:true|True|TRUE)$/.test(value)) return true;
  if (/^(?:false|False|FALSE)$/.test(value)) return false;
  throw invalid(name, value, 'Use true or false.');
}
