import { CERTIFICATE, pfxError } from './pfx-errors.ts';
import { forReader, theInput } from '../../text/audience.ts';

/** PFX files encoded twice occur in practice. */
const MAX_ENCODINGS = 3;

/**
 * Decodes a PFX from the forms that users store: base64 or base64url, with or without line breaks (also as the two
 * characters `\n`), surrounding blanks, quotes or a byte order mark, a data: URL, PEM armour of PKCS12 or of
 * `certutil -encode`, UTF-16 of PowerShell, base64 encoded twice, or the file itself.
 *
 * Throws UserError EMPTY, NOT_BASE64, IS_PEM, and NOT_PFX for base64 of other text.
 */
export function pfxBytes(input: string | Buffer): Buffer {
  if (input.length === 0) throw empty();
  let bytes = typeof input === 'string' ? fromText(input) : input;
  for (let round = 1; ; round++) {
    const text = textOf(bytes);
    if (text === undefined) return bytes;
    const raw = typeof input !== 'string' && round === 1;
    if (round > MAX_ENCODINGS || (!raw && !isEncoding(text))) {
      throw pfxError('NOT_PFX', `${theInput('pfx')} is base64 of text, not of a PFX file.`);
    }
    bytes = fromText(text);
  }
}

function fromText(input: string): Buffer {
  const text = trimmed(input);
  if (text === '') throw empty();
  const [, armored, second] = text.split('-----BEGIN ', 3);
  if (armored === undefined) return decode(text);
  const [, label = '', rest = ''] = /^([A-Z0-9 ]+)-----([\s\S]*)$/.exec(armored) ?? [];
  const end = rest.indexOf(`-----END ${label}-----`);
  const body = rest.slice(0, end);
  if (second !== undefined && /^(?:PKCS12|PFX)$/.test(label)) throw severalTexts();
  if (second !== undefined || end === -1 || body.includes(':')) throw isPem();
  if (!['PKCS12', 'PFX', 'CERTIFICATE'].includes(label)) throw isPem();
  const bytes = decode(body);
  // certutil writes CERTIFICATE around any file. A certificate starts with two sequences, a PFX with a version number.
  if (label === 'CERTIFICATE' && /^30(?:[0-7].|81..|82....|83.{6})30/s.test(bytes.toString('hex', 0, 8))) throw isPem();
  return bytes;
}

/** Removes what editors, shells and YAML add around a text. */
function trimmed(text: string): string {
  return text
    .replace(/[\0\u200b\ufeff\ufffd]/g, '')
    .replace(/\\[rn]/g, '\n')
    .trim()
    .replace(/^(["'])([\s\S]*)\1$/, '$2')
    .trim()
    .replace(/^data:[^,]{0,200};base64,/i, '');
}

function decode(text: string): Buffer {
  const letters = text.replace(/\s+/g, '').replace(/={1,2}$/, '');
  if (/^(?:[\w+/-]+={1,2})+[\w+/-]+$/.test(letters)) throw severalTexts();
  if (!/^[\w+/-]+$/.test(letters)) {
    throw notBase64(text);
  }
  return Buffer.from(letters.replace(/_/g, '/').replace(/-/g, '+'), 'base64');
}

const PATH = /^[^\n]{1,1000}\.(?:pfx|p12)$/i;
/** Entra's have 40 characters, with a tilde since 2021. */
const CLIENT_SECRET = /^(?=.*~)[\w.~-]{30,50}$/;

/** Whether a text has the form of a client secret of Entra ID. It must not be printed. */
export function isClientSecret(text: string): boolean {
  return CLIENT_SECRET.test(text.trim());
}

function notBase64(text: string): Error {
  const subject = theInput('pfx');
  if (isClientSecret(text)) {
    return pfxError('NOT_BASE64', `${subject} is a client secret of the application, not a PFX.`, {
      hint: CERTIFICATE,
    });
  }
  if (PATH.test(text)) {
    return pfxError('NOT_BASE64', `${subject} is the path of a PFX file, not its content.`, {
      hint: forReader({
        workflow: 'Store the content of the file in base64 as a secret, and pass it: pfx: ${{ secrets.PFX }}.',
        terminal: 'Set --pfx to the PFX file itself.',
      }),
    });
  }
  return pfxError(
    'NOT_BASE64',
    text.startsWith('version https://git-lfs')
      ? `${subject} is a Git LFS pointer, not the file itself.`
      : `${subject} is not base64: it contains characters that base64 does not use.`,
  );
}

/** True if decoded text is itself an encoding. Short words are not: they match the alphabet by chance. */
function isEncoding(text: string): boolean {
  return text.includes('-----BEGIN ') || /^[\w+/=\s-]{40,}$/.test(trimmed(text));
}

/** The bytes as text; undefined for DER, which always contains bytes that are not printable. */
function textOf(bytes: Buffer): string | undefined {
  if (bytes.length === 0) return '';
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return bytes.toString('utf16le');
  if (first === 0xfe && second === 0xff && bytes.length % 2 === 0)
    return Buffer.from(bytes).swap16().toString('utf16le');
  if (first === 0xef && second === 0xbb && third === 0xbf) return bytes.toString('utf8');
  const text = bytes.toString('latin1');
  if (/^(?:[\t\n\r\x20-\x7e]\0)+$/.test(text)) return bytes.toString('utf16le');
  return /^[\t\n\r\x20-\x7e]*$/.test(text) ? text : undefined;
}

function empty(): Error {
  return pfxError('EMPTY', `${theInput('pfx')} is empty.`);
}

function isPem(): Error {
  return pfxError('IS_PEM', `${theInput('pfx')} is PEM (a key or a certificate as text), not a PFX file.`);
}

function severalTexts(): Error {
  return pfxError(
    'NOT_BASE64',
    `${theInput('pfx')} contains several base64 texts in a row: "=" may occur only at the end. It was pasted twice, or ` +
      'several files were joined.',
    { hint: 'Use the base64 of one PFX file, once.' },
  );
}
