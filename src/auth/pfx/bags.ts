import { children, DerError, type Element, explicit, EXPLICIT_0, octets, oid, readElement, SEQUENCE } from './der.ts';
import { decryptions } from './decryption.ts';
import { pfxError, protectedByPublicKey, unsupported } from './errors.ts';
import type { PasswordBytes } from './key-derivation.ts';

/** The contents of a PFX that the action uses, in DER. */
export interface Bags {
  /** `PrivateKeyInfo` (PKCS#8). */
  readonly keys: Buffer[];
  /** X.509. */
  readonly certificates: Buffer[];
}

export interface Lock {
  readonly password: PasswordBytes;
  /** True once the MAC or a decryption has shown that the password is correct. */
  readonly passwordFits: boolean;
}

const DATA = '1.2.840.113549.1.7.1';
const ENVELOPED_DATA = '1.2.840.113549.1.7.3';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
const KEY_BAG = '1.2.840.113549.1.12.10.1.1';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERT_BAG = '1.2.840.113549.1.12.10.1.3';
const SAFE_CONTENTS_BAG = '1.2.840.113549.1.12.10.1.6';
const MAX_DEPTH = 8;

/**
 * Opens an `AuthenticatedSafe` (RFC 7292, section 4.1). CRLs, secrets and bags of unknown types are ignored.
 * Throws UserError BAD_PASSWORD, KEY_PASSWORD, UNSUPPORTED; DerError.
 */
export function openBags(authenticatedSafe: Buffer, lock: Lock): Bags {
  const bags: Bags = { keys: [], certificates: [] };
  let opened = lock.passwordFits;
  for (const info of children(readElement(authenticatedSafe))) {
    const [type, content] = children(info);
    switch (oid(type)) {
      case DATA:
        opened = collect(readElement(octets(explicit(content))), bags, { ...lock, passwordFits: opened });
        break;
      case ENCRYPTED_DATA:
        opened = collect(decryptContents(explicit(content), { ...lock, passwordFits: opened }), bags, {
          ...lock,
          passwordFits: true,
        });
        break;
      case ENVELOPED_DATA:
        throw protectedByPublicKey();
      default:
        throw unsupported(`content of type ${oid(type)}`);
    }
  }
  return bags;
}

function decryptContents(encryptedData: Element, lock: Lock): Element {
  const [, encryptedContent] = children(encryptedData);
  const [, algorithm, content] = children(encryptedContent);
  const found = firstReadable(algorithm, octets(content, EXPLICIT_0 & ~0x20), lock, (text) => {
    const contents = readElement(text);
    for (const bag of children(contents)) oid(children(bag)[0]);
    return contents;
  });
  if (found !== undefined) return found;
  throw lock.passwordFits
    ? pfxError('KEY_PASSWORD', 'A part of the PFX in "pfx" is damaged, or has a different password than the file.')
    : badPassword();
}

/** Adds the keys and certificates of `SafeContents`. Returns true if the password is then known to be correct. */
function collect(contents: Element, bags: Bags, lock: Lock, depth = 0): boolean {
  let opened = lock.passwordFits;
  if (depth > MAX_DEPTH) throw new DerError('bags that are nested too deeply');
  for (const bag of children(contents)) {
    const [type, wrapped] = children(bag);
    switch (oid(type)) {
      case KEY_BAG:
        bags.keys.push(whole(explicit(wrapped), wrapped));
        break;
      case SHROUDED_KEY_BAG:
        bags.keys.push(decryptKey(explicit(wrapped), { ...lock, passwordFits: opened }));
        opened = true;
        break;
      case CERT_BAG: {
        const [kind, certificate] = children(explicit(wrapped));
        if (oid(kind) === X509_CERTIFICATE) bags.certificates.push(octets(explicit(certificate)));
        break;
      }
      case SAFE_CONTENTS_BAG:
        opened = collect(explicit(wrapped), bags, { ...lock, passwordFits: opened }, depth + 1);
        break;
      default:
    }
  }
  return opened;
}

function decryptKey(encrypted: Element, lock: Lock): Buffer {
  const [algorithm, ciphertext] = children(encrypted);
  const key = firstReadable(algorithm, octets(ciphertext), lock, (text) => {
    const [, keyAlgorithm, privateKey] = children(readElement(text));
    oid(children(keyAlgorithm)[0]);
    octets(privateKey);
    return text;
  });
  if (key !== undefined) return key;
  throw lock.passwordFits
    ? pfxError(
        'KEY_PASSWORD',
        'The private key in the PFX of "pfx" has a different password: "pfx-password" opens the file but not the key.',
      )
    : badPassword();
}

function firstReadable<T>(
  algorithm: Element | undefined,
  ciphertext: Buffer,
  lock: Lock,
  read: (text: Buffer) => T,
): T | undefined {
  for (const text of decryptions(algorithm, ciphertext, lock.password)) {
    try {
      return read(text);
    } catch (error) {
      if (!(error instanceof DerError)) throw error;
    }
  }
  return undefined;
}

/** The bytes of the element inside an explicit tag, including its own tag and length. */
function whole(element: Element, wrapper: Element | undefined): Buffer {
  if (element.tag !== SEQUENCE || wrapper === undefined) throw new DerError('a key that is not a sequence');
  return wrapper.content.subarray(0, element.end);
}

/** A wrong password cannot be told from a file that was changed. */
export function badPassword(): Error {
  return pfxError(
    'BAD_PASSWORD',
    'The password does not open the PFX in "pfx", or the file was changed after it was written.',
  );
}
