import { pfxError } from './errors.ts';

/** A PFX encoded twice is met in practice; more often than that it is something else. */
const MOST_ENCODINGS = 3;

/**
 * The bytes of the file behind a secret, in whatever form people store one: base64 and base64url, in lines or one, with
 * blanks, quotes or a byte order mark around it, line breaks written as `\n`, a data: URL, PKCS12 armour or that of
 * `certutil -encode`, UTF-16 from PowerShell, encoded twice, or the raw file.
 *
 * Throws UserError EMPTY, NOT_BASE64, IS_PEM, and NOT_PFX where text was encoded that is none of these.
 */
export function pfxBytes(input: string | Buffer): Buffer {
  if (input.length === 0) throw empty();
  let bytes = typeof input === 'string' ? fromText(input) : input;
  for (let round = 1; ; round++) {
    const text = textOf(bytes);
    if (text === undefined) return bytes;
    const raw = typeof input !== 'string' && round === 1;
    if (round > MOST_ENCODINGS || (!raw && !isEncoding(text))) {
      throw pfxError('NOT_PFX', 'The input "pfx" is base64 of a text, not of a PFX file.');
    }
    bytes = fromText(text);
  }
}

function fromText(input: string): Buffer {
  const text = plain(input);
  if (text === '') throw empty();
  const [, armoured, second] = text.split('-----BEGIN ', 3);
  if (armoured === undefined) return decode(text);
  const [, label = '', rest = ''] = /^([A-Z0-9 ]+)-----([\s\S]*)$/.exec(armoured) ?? [];
  const end = rest.indexOf(`-----END ${label}-----`);
  const body = rest.slice(0, end);
  if (second !== undefined || end === -1 || body.includes(':')) throw isPem();
  if (!['PKCS12', 'PFX', 'CERTIFICATE'].includes(label)) throw isPem();
  const bytes = decode(body);
  // certutil puts CERTIFICATE around any file; a certificate begins with two sequences, a PFX with a version number.
  if (label === 'CERTIFICATE' && /^30(?:[0-7].|81..|82....|83.{6})30/s.test(bytes.toString('hex', 0, 8))) throw isPem();
  return bytes;
}

/** The text without what editors, shells and YAML leave around it. */
function plain(text: string): string {
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
  if (!/^[\w+/-]+$/.test(letters)) {
    const pointer = text.startsWith('version https://git-lfs');
    throw pfxError(
      'NOT_BASE64',
      pointer
        ? 'The input "pfx" is a Git LFS pointer, not the file that it points to.'
        : 'The input "pfx" is not base64: it has characters that base64 does not use.',
    );
  }
  return Buffer.from(letters.replace(/_/g, '/').replace(/-/g, '+'), 'base64');
}

/** Whether text that was itself encoded is encoded again; a short word might be either. */
function isEncoding(text: string): boolean {
  return text.includes('-----BEGIN ') || /^[\w+/=\s-]{40,}$/.test(plain(text));
}

/** Bytes that are text rather than DER; undefined for DER, whose lengths and keys never are all printable. */
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
  return pfxError('EMPTY', 'The input "pfx" is empty.');
}

function isPem(): Error {
  return pfxError('IS_PEM', 'The input "pfx" holds PEM (a key or a certificate as text), not a PFX file.');
}
