import { createCipheriv, createHmac, pbkdf2Sync } from 'node:crypto';
import { MAC, pkcs12Kdf } from '../../../src/auth/pfx/key-derivation.ts';
import { fixedBytes } from '../../support/fixed-bytes.ts';

/** One DER element around its parts. */
export function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const length = Buffer.from(content.length.toString(16).padStart(6, '0'), 'hex');
  return Buffer.concat([Buffer.from([tag, 0x83]), length, content]);
}

export function sequence(...parts: readonly Buffer[]): Buffer {
  return der(0x30, ...parts);
}

export function octetString(content: Buffer): Buffer {
  return der(0x04, content);
}

export function explicit0(...parts: readonly Buffer[]): Buffer {
  return der(0xa0, ...parts);
}

export function wholeNumber(value: number): Buffer {
  const hex = value.toString(16);
  return der(0x02, Buffer.from(`00${hex.length % 2 === 0 ? '' : '0'}${hex}`, 'hex'));
}

export function objectId(dotted: string): Buffer {
  const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const digits = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      digits.unshift((left & 0x7f) | 0x80);
    return digits;
  });
  return der(0x06, Buffer.from(bytes));
}

const DATA = objectId('1.2.840.113549.1.7.1');
const PBKDF2 = '1.2.840.113549.1.5.12';
export const HMAC_SHA256 = '1.2.840.113549.2.9';
export const NULL = Buffer.from([5, 0]);

/** ContentInfo of type data: RFC 7292, section 4. */
export function dataContent(content: Buffer): Buffer {
  return sequence(DATA, explicit0(octetString(content)));
}

/** `type`: the last arc of the bag's object identifier. RFC 7292, section 4.2. */
export function bag(type: number, value: Buffer): Buffer {
  return sequence(objectId(`1.2.840.113549.1.12.10.1.${type}`), explicit0(value));
}

export function keyBag(pkcs8: Buffer): Buffer {
  return bag(1, pkcs8);
}

export function certificateBag(raw: Buffer): Buffer {
  return bag(3, sequence(objectId('1.2.840.113549.1.9.22.1'), explicit0(octetString(raw))));
}

/** A PFX around an `AuthenticatedSafe`. */
export function pfx(safe: Buffer, macData: Buffer = Buffer.alloc(0)): Buffer {
  return sequence(wholeNumber(3), dataContent(safe), macData);
}

/** A PFX without a MAC around bags that are not encrypted as a whole. */
export function plainPfx(...bags: Buffer[]): Buffer {
  return pfx(sequence(dataContent(sequence(...bags))));
}

/** MacData with SHA-256: RFC 7292, section 4. `password`: the bytes to derive from. */
export function macData(safe: Buffer, password: Buffer): Buffer {
  const [salt, iterations, digest] = [fixedBytes(8), 2048, { name: 'sha256', length: 32 }];
  const key = pkcs12Kdf({ digest, purpose: MAC, password, salt, iterations, length: 32 });
  const mac = createHmac('sha256', key).update(safe).digest();
  const algorithm = sequence(objectId('2.16.840.1.101.3.4.2.1'), NULL);
  return sequence(sequence(algorithm, octetString(mac)), octetString(salt), wholeNumber(iterations));
}

export function pbkdf2Algorithm(salt: Buffer, iterations: number, keyLength?: number): Buffer {
  const length = keyLength === undefined ? [] : [wholeNumber(keyLength)];
  return sequence(
    objectId(PBKDF2),
    sequence(octetString(salt), wholeNumber(iterations), ...length, sequence(objectId(HMAC_SHA256), NULL)),
  );
}

/** A text encrypted with PBES2, and the algorithm identifier. `password`: the bytes to derive from. */
export function pbes2(password: Buffer, text: Buffer): { readonly algorithm: Buffer; readonly ciphertext: Buffer } {
  const [salt, iv] = [fixedBytes(16, 'salt'), fixedBytes(16, 'iv')];
  const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(password, salt, 2048, 32, 'sha256'), iv);
  const aes256 = sequence(objectId('2.16.840.1.101.3.4.1.42'), octetString(iv));
  return {
    algorithm: sequence(objectId('1.2.840.113549.1.5.13'), sequence(pbkdf2Algorithm(salt, 2048), aes256)),
    ciphertext: Buffer.concat([cipher.update(text), cipher.final()]),
  };
}

/** `EncryptedPrivateKeyInfo`: PKCS#8. */
export function encryptedKey(password: Buffer, pkcs8: Buffer): Buffer {
  const { algorithm, ciphertext } = pbes2(password, pkcs8);
  return sequence(algorithm, octetString(ciphertext));
}

export function encryptedKeyBag(password: Buffer, pkcs8: Buffer): Buffer {
  return bag(2, encryptedKey(password, pkcs8));
}
