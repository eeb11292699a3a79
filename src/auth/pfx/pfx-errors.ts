import { UserError } from '../../errors.ts';
import { forReader, inputName, theInput } from '../../text/audience.ts';

type PfxErrorCode =
  | 'EMPTY'
  | 'NOT_BASE64'
  | 'IS_PEM'
  | 'NOT_PFX'
  | 'BAD_PASSWORD'
  | 'KEY_PASSWORD'
  | 'NO_PRIVATE_KEY'
  | 'NO_CERTIFICATE'
  | 'KEY_NOT_RSA'
  | 'KEY_TOO_SHORT'
  | 'KEY_DAMAGED'
  | 'CERTIFICATE_DAMAGED'
  | 'KEY_CERT_MISMATCH'
  | 'MANY_KEYS'
  | 'UNSUPPORTED';

/** How to pass the PFX, as a sentence. */
function encodeHint(): string {
  return forReader({
    workflow:
      'Use the PFX file itself. In a workflow, encode it: base64 -w0 app.pfx on Linux, base64 -i app.pfx on macOS, or ' +
      '[Convert]::ToBase64String([IO.File]::ReadAllBytes("$PWD\\app.pfx")) in PowerShell.',
    terminal: 'Set --pfx to the PFX file itself, or to a text file with it in base64.',
  });
}

function useHint(): string {
  return forReader({
    workflow: 'Use that file. In a workflow, store it in base64.',
    terminal: 'Set --pfx to that file.',
  });
}

/** What to do with a client secret, as sentences. */
export const CERTIFICATE =
  'The application signs in with a certificate: create one with "mailbox-report certificate", upload the .cer file under ' +
  'App registrations > your application > Certificates & secrets > Certificates, and use the PFX. Delete the client secret.';
const JOIN = 'openssl pkcs12 -export -inkey key.pem -in certificate.pem -out app.pfx';
const EXPORT = `Export the certificate together with its private key: Export-PfxCertificate in PowerShell, or ${JOIN}`;
const EXPORT_WITH_KEY = `${EXPORT}. In the Windows dialog choose "Yes, export the private key".`;
const EXPORT_AGAIN = 'Export the PFX again from the store or files that it was made from.';
const CONVERT =
  'Convert the file: openssl pkcs12 -legacy -in app.pfx -nodes -out app.pem, then openssl pkcs12 -export -in app.pem ' +
  '-keypbe AES-256-CBC -certpbe AES-256-CBC -macalg sha256 -out new.pfx. Delete app.pem.';

const HINTS: Readonly<Record<PfxErrorCode, string | (() => string)>> = {
  EMPTY: () =>
    forReader({
      workflow:
        'Store the PFX in base64 as a secret and pass it: pfx: ${{ secrets.PFX }}. The value is empty if the secret does ' +
        'not exist, and workflows of pull requests from forks get no secrets.',
      terminal: 'Export or copy the PFX again.',
    }),
  NOT_BASE64: encodeHint,
  IS_PEM: () => `Make a PFX from the PEM files: ${JOIN}. ${useHint()}`,
  NOT_PFX: encodeHint,
  BAD_PASSWORD: () =>
    `Set ${inputName('pfx-password')} to the password that the PFX was exported with. If it is correct, the file is damaged: ` +
    forReader({ workflow: 'encode it again.', terminal: 'export or copy it again.' }),
  KEY_PASSWORD:
    'Export it again with the same password for the file and for the key. With keytool: keytool -importkeystore ' +
    '-srckeystore app.pfx -destkeystore new.pfx -deststoretype PKCS12 with equal -deststorepass and -destkeypass.',
  NO_PRIVATE_KEY: EXPORT_WITH_KEY,
  NO_CERTIFICATE: `${EXPORT}.`,
  KEY_NOT_RSA:
    'Entra ID accepts only assertions that an RSA key signed. Create a certificate with an RSA key of 2048 bits or more, ' +
    'register it on the application and use its PFX.',
  KEY_TOO_SHORT:
    'Create a certificate with an RSA key of 2048 bits or more, register it on the application (App registrations > ' +
    'your application > Certificates & secrets) and use its PFX.',
  KEY_DAMAGED: EXPORT_AGAIN,
  CERTIFICATE_DAMAGED: EXPORT_AGAIN,
  KEY_CERT_MISMATCH: `${EXPORT}.`,
  MANY_KEYS: 'Export only the certificate that is registered on the application, with its key.',
  UNSUPPORTED: CONVERT,
};

/** An error about the inputs `pfx` and `pfx-password`. The message must contain nothing of the key or the password. */
export function pfxError(
  code: PfxErrorCode,
  message: string,
  extra: { hint?: string; cause?: unknown } = {},
): UserError {
  const hint = HINTS[code];
  return new UserError(code, message, {
    hint: extra.hint ?? (typeof hint === 'string' ? hint : hint()),
    cause: extra.cause,
  });
}

/** NOT_PFX for a file of another kind. `what` completes "The input is ...". */
export function otherFile(what: string, contains: 'key' | 'certificate' | 'other', cause: unknown): UserError {
  const hints = {
    key: `A PFX contains the certificate too. Make one: ${JOIN}. ${useHint()}`,
    certificate: EXPORT_WITH_KEY,
    other: encodeHint(),
  };
  return pfxError('NOT_PFX', `${theInput('pfx')} is not a PFX file: it is ${what}.`, { hint: hints[contains], cause });
}

/** UNSUPPORTED: `what` is an algorithm or a form that `readPkcs12` does not open. */
export function unsupported(what: string, hint?: string): UserError {
  const message = `The PFX in ${inputName('pfx')} uses ${what}, which is not supported.`;
  return pfxError('UNSUPPORTED', message, hint === undefined ? {} : { hint });
}
