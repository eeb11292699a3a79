import { Option, type Command } from 'commander';
import type { CertificateOptions } from './certificate.ts';
import { notes } from '../../help.ts';
import { isoDate, wholeNumber } from '../../options.ts';
import type { CommandContext } from '../../report-options.ts';

/** Adds the command `certificate`. */
export function addCertificate(program: Command, { terminal }: CommandContext): void {
  program
    .command('certificate')
    .description('Create a self-signed certificate for the application: PFX, .cer, .pem and manifest element.')
    .option('--name <name>', 'common name of the certificate, also used for the file names', 'Mailbox Report')
    .addOption(new Option('--bits <number>', 'length of the RSA key').argParser(wholeNumber(2048, 4096)).default(3072))
    .addOption(
      new Option('--months <number>', 'validity in months (12)')
        .argParser(wholeNumber(1, 600))
        .conflicts(['days', 'notAfter']),
    )
    .addOption(
      new Option('--days <number>', 'validity in days').argParser(wholeNumber(1, 18_000)).conflicts(['notAfter']),
    )
    .addOption(new Option('--not-after <date>', 'expiry, as 2030-12-31 or an ISO time').argParser(isoDate))
    .option('--directory <folder>', 'folder for the files', '.')
    .option('--password-file', 'write the password to a file instead of showing it', false)
    .option('--json', 'print the result as JSON; requires --password-file', false)
    .addHelpText(
      'after',
      notes(
        'Only their owner can read the files, and none is overwritten. On Windows, files inherit the permissions of the folder: choose a folder that only you can read.',
      ),
    )
    .action(async (options: CertificateOptions) => {
      // node-forge loads slowly.
      const { makeCertificate } = await import('./certificate.ts');
      await makeCertificate(options, terminal);
    });
}
