import { Option, type Command } from 'commander';

/** How a command signs in. */
export interface CredentialOptions {
  readonly credential: 'certificate' | 'federated';
  readonly pfx?: string;
}

export const PASSWORD_HELP =
  '\nThe password of the PFX is read from MAILBOX_REPORT_PFX_PASSWORD, or entered at a prompt.\n';

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
