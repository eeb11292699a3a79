import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { children, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING, readElement, SEQUENCE } from './der.ts';
import { otherFile } from './pfx-errors.ts';

const MAGIC: Readonly<Record<string, string>> = {
  feedfeed: 'a Java key store in the old format (JKS)',
  cececece: 'a Java key store in the old format (JCEKS)',
  '504b0304': 'a ZIP archive',
};

/** The error NOT_PFX for bytes that do not have the structure of a PFX. Its message names the kind of the file. */
export function identifyFile(bytes: Buffer, cause: unknown): Error {
  const magic = MAGIC[bytes.toString('hex', 0, 4)];
  if (magic !== undefined) return otherFile(magic, 'other', cause);
  if (bytes[0] !== SEQUENCE)
    return otherFile('a file of another kind (a PFX starts with the byte 0x30)', 'other', cause);
  if (succeeds(() => new X509Certificate(bytes))) {
    return otherFile('a certificate without its private key (.cer)', 'certificate', cause);
  }
  for (const [type, name] of [
    ['pkcs8', 'PKCS#8'],
    ['pkcs1', 'PKCS#1'],
    ['sec1', 'EC'],
  ] as const) {
    if (succeeds(() => createPrivateKey({ key: bytes, format: 'der', type }))) {
      return otherFile(`a private key without its certificate (${name})`, 'key', cause);
    }
  }
  if (succeeds(() => createPublicKey({ key: bytes, format: 'der', type: 'spki' }))) {
    return otherFile('a public key', 'certificate', cause);
  }
  return otherFile(...byStructure(tagsOf(bytes)), cause);
}

type Kind = Parameters<typeof otherFile>[1];

/** By the tags of the outermost SEQUENCE, for files that are damaged or need a password. */
function byStructure(tags: readonly (number | undefined)[]): readonly [string, Kind] {
  const [first, second, third] = tags;
  if (first === SEQUENCE && second === OCTET_STRING) {
    return ['an encrypted private key without its certificate (PKCS#8)', 'key'];
  }
  if (first === OBJECT_IDENTIFIER) return ['a PKCS#7 file (.p7b), which contains no private key', 'certificate'];
  if (first === INTEGER && second === SEQUENCE && third === OCTET_STRING) {
    return ['a damaged private key without its certificate (PKCS#8)', 'key'];
  }
  if (first === INTEGER && second === INTEGER) return ['a damaged private key without its certificate (PKCS#1)', 'key'];
  if (first === INTEGER) return ['a PFX that is damaged or truncated', 'other'];
  if (first === SEQUENCE && second === SEQUENCE)
    return ['a damaged certificate without its private key', 'certificate'];
  return ['a file of another kind, or damaged', 'other'];
}

/** Of as many elements as can be read; of a truncated first element at least its tag. */
function tagsOf(bytes: Buffer): (number | undefined)[] {
  try {
    return children(readElement(bytes)).map(({ tag }) => tag);
  } catch {
    const length = bytes[1] ?? 0;
    return [bytes[2 + (length > 0x80 ? length & 0x7f : 0)]];
  }
}

function succeeds(parse: () => unknown): boolean {
  try {
    parse();
    return true;
  } catch {
    return false;
  }
}
