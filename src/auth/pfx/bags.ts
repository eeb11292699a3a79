import { children, DerError, type Element, explicit, EXPLICIT_0, octets, oid, readElement, SEQUENCE } from './der.ts';
import { decryptions } from './decryption.ts';
import { pfxError, unsupported } from './pfx-errors.ts';
import type { PasswordBytes } from './key-derivation.ts';
import { inputName } from '../../text/audience.ts';

const DATA = '1.2.840.113549.1.7.1';
const ENVELOPED_DATA = '1.2.840.113549.1.7.3';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
const KEY_BAG = '1.2.840.113549.1.12.10.1.1';
const SHROUDED_KEY_BAG = '1.2.840.113549.1.12.10.1.2';
const CERT_BAG = '1.2.840.113549.1.12.10.1.3';
const SAFE_CONTENTS_BAG = '1.2.840.113549.1.12.10.1.6';
const MAX_DEPTH = 8;

/** The contents of a PFX that the action uses, in DER. CRLs, secrets and bags of unknown types are ignored. */
export class Bags {
  /** `PrivateKeyInfo` (PKCS#8). */
  readonly keys: Buffer[] = [];
  /** X.509. */
  readonly certificates: Buffer[] = [];
  readonly #password: PasswordBytes;
  /** True once the MAC or a decryption has shown that the password is correct. */
  #passwordFits: boolean;

  constructor(password: PasswordBytes, passwordFits: boolean) {
    this.#password = password;
    this.#passwordFits = passwordFits;
  }

  /**
   * Adds the contents of an `AuthenticatedSafe` (RFC 7292, section 4.1).
   * Throws UserError BAD_PASSWORD, KEY_PASSWORD, UNSUPPORTED; DerError.
   */
  add(authenticatedSafe: Buffer): void {
    for (const info of children(readElement(authenticatedSafe))) {
      const [type, content] = children(info);
      switch (oid(type)) {
        case DATA:
          this.#collect(readElement(octets(explicit(content))));
          break;
        case ENCRYPTED_DATA:
          this.#collect(this.#decryptContents(explicit(content)));
          break;
        case ENVELOPED_DATA:
          throw unsupported(
            'protection for a user or group of a Windows domain instead of a password',
            'Export it again with a password: Export-PfxCertificate with -Password and without -ProtectTo, or without "Group or ' +
              'user names" in the Windows dialog.',
          );
        default:
          throw unsupported(`content of type ${oid(type)}`);
      }
    }
  }

  /** Adds the keys and certificates of `SafeContents`. */
  #collect(contents: Element, depth = 0): void {
    if (depth > MAX_DEPTH) throw new DerError('bags that are nested too deeply');
    for (const bag of children(contents)) {
      const [type, wrapped] = children(bag);
      switch (oid(type)) {
        case KEY_BAG:
          this.keys.push(whole(explicit(wrapped), wrapped));
          break;
        case SHROUDED_KEY_BAG:
          this.keys.push(this.#decryptKey(explicit(wrapped)));
          break;
        case CERT_BAG: {
          const [kind, certificate] = children(explicit(wrapped));
          if (oid(kind) === X509_CERTIFICATE) this.certificates.push(octets(explicit(certificate)));
          break;
        }
        case SAFE_CONTENTS_BAG:
          this.#collect(explicit(wrapped), depth + 1);
          break;
        default:
      }
    }
  }

  #decryptContents(encryptedData: Element): Element {
    const [, encryptedContent] = children(encryptedData);
    const [, algorithm, content] = children(encryptedContent);
    const ciphertext = octets(content, EXPLICIT_0 & ~0x20);
    const wrong = `A part of the PFX in ${inputName('pfx')} is damaged, or has a different password than the file.`;
    return this.#decrypt(algorithm, ciphertext, wrong, (text) => {
      const contents = readElement(text);
      for (const bag of children(contents)) oid(children(bag)[0]);
      return contents;
    });
  }

  #decryptKey(encrypted: Element): Buffer {
    const [algorithm, ciphertext] = children(encrypted);
    const wrong = `The private key in the PFX of ${inputName('pfx')} has a different password: ${inputName('pfx-password')} opens the file but not the key.`;
    return this.#decrypt(algorithm, octets(ciphertext), wrong, (text) => {
      const [, keyAlgorithm, privateKey] = children(readElement(text));
      oid(children(keyAlgorithm)[0]);
      octets(privateKey);
      return text;
    });
  }

  /** The first plaintext that can be read. `wrong`: what is wrong if there is none although the password opens the file. */
  #decrypt<T>(algorithm: Element | undefined, ciphertext: Buffer, wrong: string, read: (text: Buffer) => T): T {
    for (const text of decryptions(algorithm, ciphertext, this.#password)) {
      try {
        const content = read(text);
        this.#passwordFits = true;
        return content;
      } catch (error) {
        if (!(error instanceof DerError)) throw error;
      }
    }
    throw this.#passwordFits ? pfxError('KEY_PASSWORD', wrong) : badPassword();
  }
}

/** The bytes of the element inside an explicit tag, including its own tag and length. */
function whole(element: Element, wrapper: Element | undefined): Buffer {
  if (element.tag !== SEQUENCE || wrapper === undefined) throw new DerError('a key that is not a sequence');
  return wrapper.content.subarray(0, element.end);
}

/** A wrong password cannot be told from a file that was changed. */
export function badPassword(more = ''): Error {
  return pfxError(
    'BAD_PASSWORD',
    `The password does not open the PFX in ${inputName('pfx')}, or the file was changed after it was written.${more}`,
  );
}
