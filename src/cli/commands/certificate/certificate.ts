import { randomBytes, randomUUID, X509Certificate } from 'node:crypto';
import path from 'node:path';
import { thumbprintOf } from '../../../auth/certificate.ts';
import { UserError } from '../../../errors.ts';
import { hyphenated } from '../../../text/display.ts';
import type { EpochMs } from '../../../text/numbers.ts';
import { newCertificate } from './new-certificate.ts';
import { requireAbsent, writeNewFiles, type NewFile } from './new-files.ts';
import { writePfx } from './pfx-writer.ts';
import { graphKeyCredential, keyCredential, registrationSteps } from './registration.ts';
import type { Terminal } from '../../terminal.ts';

export interface CertificateOptions {
  /** The common name of the certificate; the file names are derived from it. */
  readonly name: string;
  readonly bits: number;
  /** The end of its validity, which starts now: one of the three, or 12 months. */
  readonly months?: number;
  readonly days?: number;
  readonly notAfter?: Date;
  readonly directory: string;
  readonly passwordFile: boolean;
  readonly json: boolean;
}

/** 192 bits. */
const PASSWORD_BYTES = 24;
/** Tolerates a clock that is ahead of Entra's: the certificate would not be valid yet. */
const CLOCK_SKEW_MS = 300_000;
/** Later years are typing errors. */
const LAST_YEAR = 2_099;
/** For names without a letter from a to z and without a digit. */
const DEFAULT_FILE_NAME = 'mailbox-report';

/**
 * Creates a self-signed certificate for the application and the files to register it: PFX, DER, PEM and elements of the
 * manifest. Prints the commands. The password is shown once on a terminal or written to a file.
 * Throws UserError NO_TERMINAL, NAME_INVALID, DATES_INVALID, FILE_EXISTS, FILE_UNWRITABLE.
 */
export async function makeCertificate(options: CertificateOptions, terminal: Terminal): Promise<void> {
  const { name, bits, passwordFile, json } = options;
  const notAfter = endOf(options, terminal.now());
  if (!passwordFile && (json || !terminal.interactive)) {
    throw new UserError('NO_TERMINAL', 'The password is shown on a terminal only, and this output is not a terminal.', {
      hint: 'Add --password-file to write the password to a file that only you can read (on Windows: all users who can read the folder).',
    });
  }
  const files = filesOf(options);
  // Check before generating the key, which takes seconds.
  await requireAbsent(Object.values(files));
  terminal.progress(`Making an RSA key of ${bits} bits…`);
  const key = await newCertificate({
    commonName: name,
    bits,
    notBefore: new Date(terminal.now() - CLOCK_SKEW_MS),
    notAfter,
  });
  const password = randomBytes(PASSWORD_BYTES).toString('base64url');
  const certificate = new X509Certificate(key.certificate);
  const keyId = randomUUID();
  const contents: NewFile[] = [
    { file: files.pfx, content: writePfx({ ...key, friendlyName: name }, password) },
    { file: files.cer, content: certificate.raw },
    { file: files.pem, content: key.certificate.replaceAll('\r\n', '\n') },
    { file: files.keyCredentials, content: jsonOf([keyCredential(certificate, keyId)]) },
    { file: files.graphKeyCredentials, content: jsonOf([graphKeyCredential(certificate, keyId)]) },
    ...(files.password === undefined ? [] : [{ file: files.password, content: password }]),
  ];
  await writeNewFiles(contents);
  terminal.progress('');
  const summary = {
    thumbprint: thumbprintOf(certificate),
    notBefore: new Date(certificate.validFrom).toISOString(),
    notAfter: new Date(certificate.validTo).toISOString(),
    files,
  };
  if (json) terminal.out(jsonOf({ ok: true, ...summary }));
  else printResult(summary, { bits, password }, terminal);
}

/** Absolute paths, so that the printed commands work in any folder. */
function filesOf({ name, directory, passwordFile }: CertificateOptions) {
  const stem = path.join(path.resolve(directory), fileName(name));
  return {
    pfx: `${stem}.pfx`,
    cer: `${stem}.cer`,
    pem: `${stem}.pem`,
    keyCredentials: `${stem}.keyCredentials.json`,
    graphKeyCredentials: `${stem}.keyCredentials.graph.json`,
    ...(passwordFile && { password: `${stem}.password.txt` }),
  };
}

interface Created {
  readonly thumbprint: string;
  readonly notAfter: string;
  readonly files: ReturnType<typeof filesOf>;
}

function printResult(
  { thumbprint: print, notAfter, files }: Created,
  key: { bits: number; password: string },
  terminal: Terminal,
): void {
  const { out, style } = terminal;
  out(
    `${style('green', 'Created')} a certificate: RSA ${key.bits}, valid until ${notAfter.slice(0, 10)}, thumbprint ${print}\n\n`,
  );
  out(`  ${files.pfx}  key and certificate, with a password\n`);
  out(`  ${files.cer}, ${files.pem}  the certificate without its key, for the application\n`);
  out(`  ${files.keyCredentials}  the same as an element for the keyCredentials of a manifest\n`);
  out(`  ${files.graphKeyCredentials}  the same in the form of Microsoft Graph, as the portal's manifest has it\n`);
  if (files.password === undefined) {
    out(`\nPassword of the PFX, shown only once:\n\n  ${style('bold', key.password)}\n`);
  } else {
    out(`  ${files.password}  the password of the PFX\n`);
  }
  for (const step of registrationSteps({ files, notAfter }, process.platform)) {
    out(`\n${step.title}\n\n${step.commands.map((command) => `  ${style('bold', command)}\n`).join('')}`);
  }
  const secrets = files.password === undefined ? 'the PFX' : 'the PFX and the password file';
  out(`\nWhen doctor reports no failure and the secrets are stored, delete ${secrets}.\n`);
}

function jsonOf(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** With hyphens, because users copy it in commands. */
function fileName(name: string): string {
  const stem = hyphenated(name);
  // RFC 5280, appendix A.1: ub-common-name. A lone surrogate cannot be encoded in UTF-8.
  if (/^\P{Cc}{1,64}$/u.test(name) && /[\p{L}\p{N}]/u.test(name) && name.isWellFormed()) {
    return stem === '' ? DEFAULT_FILE_NAME : stem;
  }
  throw new UserError('NAME_INVALID', `--name cannot be ${JSON.stringify(name)}.`, {
    hint: 'Use a name of at most 64 characters that contains a letter or a digit.',
  });
}

function endOf({ months = 12, days, notAfter }: CertificateOptions, now: EpochMs): Date {
  const end = new Date(now);
  if (notAfter !== undefined) end.setTime(notAfter.getTime());
  else if (days !== undefined) end.setUTCDate(end.getUTCDate() + days);
  else {
    const day = end.getUTCDate();
    end.setUTCMonth(end.getUTCMonth() + months);
    // In a shorter month, use its last day instead of the next month.
    if (end.getUTCDate() !== day) end.setUTCDate(0);
  }
  if (end.getTime() > now && end.getUTCFullYear() <= LAST_YEAR) return end;
  const day = end.toISOString().slice(0, 10);
  const message =
    end.getTime() > now
      ? `The certificate would expire on ${day}, after the year ${LAST_YEAR}.`
      : `--not-after ${day} is in the past: the certificate would expire before it starts.`;
  throw new UserError('DATES_INVALID', message, {
    hint: `Set --not-after to a day in the future, such as ${new Date(now).getUTCFullYear() + 1}-12-31, or use --months or --days.`,
  });
}
