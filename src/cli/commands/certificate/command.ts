import { Option } from 'commander';
import type { Command } from '../../command.ts';
import { flag, isoDate, wholeNumber } from '../../options.ts';
import type { CertificateOptions } from './certificate.ts';

export const certificate: Command = {
  name: 'certificate',
  group: 'Set up',
  description: 'Create a self-signed certificate for the application: PFX, .cer, .pem and manifest element.',
  sample: ['certificate', 'creates a certificate for the application'],
  options: [
    new Option('--name <name>', 'common name of the certificate, also used for the file names').default(
      'Mailbox Report',
    ),
    new Option('--bits <number>', 'length of the RSA key').argParser(wholeNumber(2048, 4096)).default(3072),
    new Option('--months <number>', 'validity in months (12)')
      .argParser(wholeNumber(1, 600))
      .conflicts(['days', 'notAfter']),
    new Option('--days <number>', 'validity in days').argParser(wholeNumber(1, 18_000)).conflicts(['notAfter']),
    new Option('--not-after <date>', 'expiry, as 2030-12-31 or an ISO time').argParser(isoDate),
    new Option('--directory <folder>', 'folder for the files').default('.'),
    flag('--password-file', 'write the password to a file instead of showing it'),
    flag('--json', 'print the result as JSON; requires --password-file'),
  ],
  notes: [
    'Only their owner can read the files, and none is overwritten. On Windows, files inherit the permissions of the folder: choose a folder that only you can read.',
    'Exit code: 0 if the files were written, 1 if not, 2 for invalid options.',
  ],
  run: async (parsed, { terminal }) => {
    // node-forge loads slowly.
    const { makeCertificate } = await import('./certificate.ts');
    await makeCertificate(parsed.opts<CertificateOptions>(), terminal);
    return 0;
  },
};
