import { UserError } from '../../errors.ts';

export type PfxErrorCode =
  | 'EMPTY'
  | 'NOT_BASE64'
  | 'IS_PEM'
  | 'NOT_PFX'
  | 'BAD_PASSWORD'
  | 'KEY_PASSWORD'
  | 'NO_PRIVATE_KEY'
  | 'NO_CERTIFICATE'
  | 'KEY_NOT_RSA'
  | 'KEY_CERT_MISMATCH'
  | 'MANY_KEYS'
  | 'UNSUPPORTED';

const ENCODE =
  'Encode the PFX file itself: base64 -w0 app.pfx on Linux, base64 -i app.pfx on macOS, or ' +
  '[Convert]::ToBase64String([IO.File]::ReadAllBytes("$PWD\\app.pfx")) in PowerShell; then store the text as the secret.';
const PAIR =
  'Export the certificate together with its private key: Export-PfxCertificate in PowerShell, or ' +
  'openssl pkcs12 -export -inkey key.pem -in certificate.pem -out app.pfx';
const REWRITE =
  'Write the file again: openssl pkcs12 -legacy -in app.pfx -nodes -out app.pem, then ' +
  'openssl pkcs12 -export -in app.pem -keypbe AES-256-CBC -certpbe AES-256-CBC -macalg sha256 -out new.pfx, and delete app.pem.';

const HINTS: Readonly<Record<PfxErrorCode, string>> = {
  EMPTY:
    'Store the PFX in base64 as a secret and pass it: pfx: ${{ secrets.PFX }}. A secret that does not exist gives an ' +
    'empty text, and workflows from forks get no secrets.',
  NOT_BASE64: ENCODE,
  IS_PEM:
    'Make a PFX of it: openssl pkcs12 -export -inkey key.pem -in certificate.pem -out app.pfx; then store that file in ' +
    'base64.',
  NOT_PFX: ENCODE,
  BAD_PASSWORD:
    'Set "pfx-password" to the password that the PFX was exported with. Blanks and line breaks at its ends count: store ' +
    'the secret without a final line break. If the password is right, the file was damaged: encode it again.',
  KEY_PASSWORD:
    'Export it again with one password for the file and for the key. With keytool: keytool -importkeystore -srckeystore ' +
    'app.pfx -destkeystore new.pfx -deststoretype PKCS12 with equal -deststorepass and -destkeypass.',
  NO_PRIVATE_KEY: `${PAIR}. In the Windows dialog choose "Yes, export the private key".`,
  NO_CERTIFICATE: `${PAIR}.`,
  KEY_NOT_RSA:
    'Entra ID takes assertions of RSA keys alone. Make a certificate with an RSA key of 2048 bits or more, register it ' +
    'on the application and use its PFX.',
  KEY_CERT_MISMATCH: `${PAIR}.`,
  MANY_KEYS: 'Export the one certificate that is registered on the application, with its key alone.',
  UNSUPPORTED: REWRITE,
};

/**
 * What is wrong with the PFX, in words that name the inputs `pfx` and `pfx-password`. The message must carry nothing of
 * the key or the password.
 */
export function pfxError(
  code: PfxErrorCode,
  message: string,
  extra: { hint?: string; cause?: unknown } = {},
): UserError {
  return new UserError(code, message, { hint: extra.hint ?? HINTS[code], cause: extra.cause });
}

/** NOT_PFX: a certificate alone, as a `.cer` holds it; base64 of it would be none the better. */
export function onlyCertificate(cause: unknown): UserError {
  const message = 'The input "pfx" is no PFX file: it is a certificate without its key (.cer).';
  return pfxError('NOT_PFX', message, { hint: HINTS.NO_PRIVATE_KEY, cause });
}

/** UNSUPPORTED: `what` names an algorithm or a form that this reader does not open. */
export function unsupported(what: string): UserError {
  return pfxError('UNSUPPORTED', `The PFX in "pfx" uses ${what}, which this action does not read.`);
}
