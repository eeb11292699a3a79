import { InvalidArgumentError, Option, type Command } from 'commander';
import { CLOUDS, clouds } from '../auth/clouds.ts';
import { mayHaveAssertion } from '../auth/assertion-options.ts';
import { UserError } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import { CREDENTIALS } from '../run/credential-readers.ts';
import { inputVariable } from '../run/input-readers.ts';
import { defaultOf, INPUTS, inputsOf, type ActionName, type ReportInputs } from '../run/inputs.ts';
import { readReportInputs } from '../run/read-inputs.ts';
import { shownText } from '../text/display.ts';
import type { SmtpServer } from './commands/smtp-test/session.ts';

/** Where a job runs that signs in with an OIDC token, the default first. */
export const CIS = ['github', 'azure-devops', 'gitlab'] as const;

/** How a command signs in. */
export interface CredentialOptions extends SecretOptions {
  readonly config?: string;
  readonly tenantId?: string | undefined;
  readonly clientId?: string | undefined;
  readonly credential?: string | undefined;
}

/** Where the secrets of a sign-in are. */
export interface SecretOptions {
  /** For `certificate` only. */
  readonly pfx?: string;
  readonly assertionEnv?: string;
  readonly serviceConnection?: string;
  /** In place of a credential. */
  readonly accessTokenEnv?: string;
}

export const PASSWORD_HELP =
  'The password of the PFX is read from MAILBOX_REPORT_PFX_PASSWORD, or entered at a prompt.';

export const CONFIG_HELP =
  'Options that are not given are read from mailbox-report.yml (--config), whose keys are their names.';

/** What commands that sign in take from mailbox-report.yml. */
export const SIGN_IN_INPUTS = ['tenant-id', 'client-id', 'credential', 'cloud'];

/** The inputs of an action that are options. */
export function optionsOf(action: ActionName): readonly string[] {
  return inputsOf(action).flatMap(([name, { option }]) => (option === false ? [] : [name]));
}

/** The inputs for mailbox lists, report files and the policy. */
export const POLICY_FILES = optionsOf('validate').filter((name) => name !== 'summary');

/** The options for the application and its credential. */
export function signInOptions(): readonly Option[] {
  return [...inputOptions(['tenant-id', 'client-id', 'credential']), ...secretOptions()];
}

/** An option for each input. `action`: whose defaults `--help` shows. */
export function inputOptions(names: readonly string[], action: ActionName = 'report'): readonly Option[] {
  return names.map((name) => inputOption(name, action));
}

/** An option without a value, which is false if it is not given. */
export function flag(syntax: string, description: string): Option {
  return new Option(syntax, description).default(false);
}

/** The option of an input. It has no default: a file can set what is not given. */
export function inputOption(name: string, action: ActionName): Option {
  const row = INPUTS.get(name);
  if (row === undefined) throw new Error(`there is no input ${name}`);
  const { about, value, read } = row;
  const hasOwnFolder = name === 'output-directory' && action !== 'remediate';
  const defaultValue = hasOwnFolder ? './mailbox-report' : defaultOf(row, action);
  const what = read?.choices === undefined ? about : `${about}: ${read.choices.join(', ')}`;
  return new Option(`--${name} <${value ?? name}>`, defaultValue === '' ? what : `${what} (${defaultValue})`);
}

/** The options about secrets, which are no inputs of the action. No option has a secret itself. */
export function secretOptions(): readonly Option[] {
  const token = 'the variable with an access token from elsewhere, in place of a credential';
  return [
    new Option('--pfx <file>', 'certificate: the PFX, as a file, binary or in base64'),
    new Option(
      '--assertion-env <name>',
      'federated: the variable with an OIDC token, such as one of id_tokens in GitLab',
    ),
    new Option(
      '--service-connection <id>',
      'federated: the service connection of Azure DevOps whose OIDC token is requested',
    ),
    new Option('--access-token-env <name>', token).conflicts(['pfx', 'assertionEnv', 'serviceConnection']),
  ];
}

/** The options for the cloud and its services. */
export function cloudOptions(): readonly Option[] {
  return inputOptions(['cloud', 'endpoints']);
}

/**
 * The credential that an option names, in any case. If it names none, or `auto`, the one that the program would sign in with; `auto`
 * if there is none.
 */
export function credentialOf(options: CredentialOptions, env: Environment): (typeof CREDENTIALS)[number] {
  const { credential, pfx } = options;
  const name = CREDENTIALS.find((known) => known === credential?.trim().toLowerCase()) ?? CREDENTIALS[0];
  if (name !== 'auto') return name;
  if (pfx !== undefined) return 'certificate';
  return mayHaveAssertion(env, options) ? 'federated' : 'auto';
}

/** The ways to sign in at a terminal. */
const ANY_CREDENTIAL = 'a credential (--pfx <file>, --assertion-env <name> or --credential managed-identity)';

/**
 * Ends the program with an error that names all options that are missing, or that the credential does not use. `furtherOptions`: missing
 * ones that are not about signing in.
 */
export function requireSignIn(
  command: Command,
  options: CredentialOptions,
  env: Environment,
  furtherOptions: readonly string[] = [],
): void {
  const { tenantId, clientId, pfx, assertionEnv, serviceConnection } = options;
  const credential = credentialOf(options, env);
  const isAnonymous = options.accessTokenEnv !== undefined || credential === 'managed-identity';
  const missingOptions = [
    ...(tenantId === undefined && !isAnonymous ? ['--tenant-id <id>'] : []),
    ...(clientId === undefined && !isAnonymous ? ['--client-id <id>'] : []),
    ...(pfx === undefined && !isAnonymous && credential === 'certificate' ? ['--pfx <file>'] : []),
    ...(credential === 'auto' && !isAnonymous ? [ANY_CREDENTIAL] : []),
    ...furtherOptions,
  ];
  const unused = [
    ...(pfx !== undefined && credential !== 'certificate' ? ['--pfx <file>'] : []),
    ...(assertionEnv !== undefined && credential !== 'federated' ? ['--assertion-env <name>'] : []),
    ...(serviceConnection !== undefined && credential !== 'federated' ? ['--service-connection <id>'] : []),
  ];
  if (missingOptions.length > 0) command.error(`error: missing: ${missingOptions.join(', ')}`);
  if (unused.length > 0) command.error(`error: --credential ${credential} does not use ${unused.join(', ')}`);
}

/** The options of a command as inputs of the action with the same names, in the form of a runner: `INPUT_TENANT-ID`. */
export function asInputs(options: object): Readonly<Record<string, string | undefined>> {
  const inputs: Record<string, string> = {};
  const entries: [string, unknown][] = Object.entries(options);
  for (const [name, value] of entries) {
    const text = Array.isArray(value) ? value.join('\n') : value;
    if (typeof text === 'string') inputs[inputVariable(name.replaceAll(/[A-Z]/g, '-$&'))] = text;
  }
  return inputs;
}

/** The options of a command that signs in, validated as inputs of the action. Inputs in the environment do not count. */
export function signInInputs(options: object, env: Environment): ReportInputs {
  return readReportInputs({
    ...Object.fromEntries(Object.entries(env).filter(([name]) => !name.startsWith('INPUT_'))),
    // The action requires a list. The commands read none, or the one of the options.
    INPUT_MAILBOXES: '-',
    ...asInputs(options),
  });
}

export const SMTP_PORT = 587;
const HOST = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|[\da-f:.]*:[\da-f:.]+)$/i;

/** The SMTP server of the options, else of the cloud. Throws UserError `INPUT_INVALID`. */
export function smtpServer(cloud: string = CLOUDS[0], { host, port = SMTP_PORT }: Partial<SmtpServer>): SmtpServer {
  const cloudName = CLOUDS.find((name) => name === cloud.toLowerCase());
  const chosen = host ?? (cloudName && clouds[cloudName].smtpHost);
  if (chosen !== undefined && HOST.test(chosen)) return { host: chosen, port };
  const message =
    chosen === undefined
      ? `The SMTP server of the cloud ${shownText(cloud)} is not known.`
      : `The option --host cannot be ${shownText(chosen)}.`;
  throw new UserError('INPUT_INVALID', message, { hint: 'Set --host to a host name such as smtp.office365.com.' });
}

/** Parses `HOST` or `HOST:PORT`. */
export function hostAndPort(text: string): SmtpServer {
  const [, host = '', port] = /^([a-z0-9_.-]+|\[[\da-f:.]+\])(?::(\d{1,5}))?$/i.exec(text) ?? [];
  if (host === '') throw new InvalidArgumentError('Use HOST:PORT.');
  return { host: host.replace(/^\[|\]$/g, ''), port: port === undefined ? SMTP_PORT : portNumber(port) };
}

/** Parses the port of a server. */
export const portNumber = wholeNumber(1, 65_535);

/** Parses a whole number within limits. */
export function wholeNumber(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Use a whole number from ${least} to ${most}.`);
  };
}

/** Parses a date. A day means its end. Days and times without a zone are in UTC. */
export function isoDate(text: string): Date {
  return dateIn(text, 'T23:59:59');
}

/** The same, but a day means its start. */
export function isoStart(text: string): Date {
  return dateIn(text, 'T00:00:00');
}

function dateIn(text: string, timeOfDay: string): Date {
  const [, day = '', time = timeOfDay, zone = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})(?:(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?)?$/.exec(text) ?? [];
  const midnight = new Date(`${day}T00:00:00Z`);
  const date = new Date(`${day}${time}${zone}`);
  // Date reads 31 February as a day in March.
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
  if (exists && !Number.isNaN(date.getTime())) return date;
  throw new InvalidArgumentError('Use a day such as 2030-12-31, or a time such as 2030-12-31T12:00:00Z.');
}
