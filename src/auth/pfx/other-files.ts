import { createPrivateKey, createPublicKey, X509Certificate } from 'node:crypto';
import { children, INTEGER, OBJECT_IDENTIFIER, OCTET_STRING, readElement, SEQUENCE } from './der.ts';
import { otherFile } from './pfx-errors.ts';

type Kind = Parameters<typeof otherFile>[1];

/** By the first bytes. */
const MAGIC: Readonly<Record<string, string>> = {
  feedfeed: 'a Java key store in the old format (JKS)',
  cececece: 'a Java key store in the old format (JCEKS)',
  '504b0304': 'a ZIP archive',
};

function isPrivateKey(type: 'pkcs8' | 'pkcs1' | 'sec1') {
  return (key: Buffer): unknown => createPrivateKey({ key, format: 'der', type });
}

/** By what can read the file. */
const PARSERS: readonly (readonly [parse: (bytes: Buffer) => unknown, name: string, kind: Kind])[] = [
  [(bytes) => new X509Certificate(bytes), 'a certificate without its private key (.cer)', 'certificate'],
  [isPrivateKey('pkcs8'), 'a private key without its certificate (PKCS#8)', 'key'],
  [isPrivateKey('pkcs1'), 'a private key without its certificate (PKCS#1)', 'key'],
  [isPrivateKey('sec1'), 'a private key without its certificate (EC)', 'key'],
  [(key) => createPublicKey({ key, format: 'der', type: 'spki' }), 'a public key', 'certificate'],
];

/** By the first tags of the outermost SEQUENCE, for files that are damaged or need a password. */
const STRUCTURES: readonly (readonly [tags: readonly number[], name: string, kind: Kind])[] = [
  [[SEQUENCE, OCTET_STRING], 'an encrypted private key without its certificate (PKCS#8)', 'key'],
  [[SEQUENCE, SEQUENCE], 'a damaged certificate without its private key', 'certificate'],
  [[OBJECT_IDENTIFIER], 'a PKCS#7 file (.p7b), which contains no private key', 'certificate'],
  [[INTEGER, SEQUENCE, OCTET_STRING], 'a damaged private key without its certificate (PKCS#8)', 'key'],
  [[INTEGER, INTEGER], 'a damaged private key without its certificate (PKCS#1)', 'key'],
  [[INTEGER], 'a PFX that is damaged or truncated', 'other'],
];

/** The error NOT_PFX for bytes that do not have the structure of a PFX. Its message names the kind of the file. */
export function errorForFile(bytes: Buffer, cause: unknown): Error {
  const magic = MAGIC[bytes.toString('hex', 0, 4)];
  if (magic !== undefined) return otherFile(magic, 'other', cause);
  if (bytes[0] !== SEQUENCE) {
    return otherFile('a file of another kind (a PFX starts with the byte 0x30)', 'other', cause);
  }
  for (const [parse, name, kind] of PARSERS) {
    try {
      parse(bytes);
      return otherFile(name, kind, cause);
    } catch {
      // Another parser may read it.
    }
  }
  const tags = tagsOf(bytes);
  const [, name, kind] = STRUCTURES.find(([first]) => first.every((tag, index) => tags[index] === tag)) ?? [];
  return otherFile(name ?? 'a file of another kind, or damaged', kind ?? 'other', cause);
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
