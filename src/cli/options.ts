import { InvalidArgumentError, Option, type Command } from 'commander';

/** How a command signs in. */
export interface CredentialOptions {
  readonly credential: 'certificate' | 'federated';
  readonly pfx?: string;
}

export const PASSWORD_HELP =
  '\nThe password of the PFX is read from MAILBOX_REPORT_PFX_PASSWORD, or entered at a prompt.\n' +
  'Messages name the inputs of the action. Options have the same names.\n';

/** Adds the options for the application and its credential. Returns the command. */
export function addSignInOptions(command: Command): Command {
  return command
    .requiredOption('--tenant-id <id>', 'Directory (tenant) ID or a verified domain')
    .requiredOption('--client-id <id>', 'Application (client) ID')
    .addOption(
      new Option('--credential <kind>', 'how the application signs in')
        .choices(['certificate', 'federated'])
        .default('certificate'),
    )
    .option('--pfx <file>', 'certificate: the PFX, as a file or as the text of the secret');
}

/** Adds the options for the cloud and its services. Returns the command. */
export function addCloudOptions(command: Command): Command {
  return command
    .option('--cloud <name>', 'global, usgov, usgov-dod or china', 'global')
    .option('--authority-host <url>', "authority host, instead of the cloud's")
    .option('--graph-url <url>', "URL of Microsoft Graph, instead of the cloud's")
    .option('--exchange-url <url>', "URL of Exchange Online, instead of the cloud's");
}

/** Ends the program with an error if a certificate has no PFX, or a federated credential has one. */
export function requirePfxOfCredential(command: Command, { credential, pfx }: CredentialOptions): void {
  const isFederated = credential === 'federated';
  if (isFederated !== (pfx === undefined)) {
    command.error(`error: --credential ${credential} ${isFederated ? 'does not use' : 'requires'} --pfx <file>`);
  }
}

/** The options of a command as inputs of the action with the same names, in the form of a runner: `INPUT_TENANT-ID`. */
export function asInputs(options: object): Readonly<Record<string, string | undefined>> {
  const inputs: Record<string, string> = {};
  const entries: [string, unknown][] = Object.entries(options);
  for (const [name, value] of entries) {
    const text = Array.isArray(value) ? value.join('\n') : value;
    if (typeof text === 'string') inputs[`INPUT_${name.replaceAll(/[A-Z]/g, '-$&').toUpperCase()}`] = text;
  }
  return inputs;
}

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
  const [, day = '', time = 'T23:59:59', zone = 'Z'] =
    /^(\d{4}-\d{2}-\d{2})(?:(T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?)?$/.exec(text) ?? [];
  const midnight = new Date(`${day}T00:00:00Z`);
  const date = new Date(`${day}${time}${zone}`);
  // Date reads 31 February as a day in March.
  const exists = !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(day);
  if (exists && !Number.isNaN(date.getTime())) return date;
  throw new InvalidArgumentError('Use a day such as 2030-12-31, or a time such as 2030-12-31T12:00:00Z.');
}
