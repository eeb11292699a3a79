import {
  createCipheriv,
  createHmac,
  createPrivateKey,
  hash,
  pbkdf2Sync,
  randomBytes,
  X509Certificate,
} from 'node:crypto';
import forge from 'node-forge';
import { bmpPassword, MAC, pkcs12Kdf } from '../../../auth/pfx/key-derivation.ts';

const { asn1 } = forge;
type Node = forge.asn1.Asn1;

const OIDS = {
  data: '1.2.840.113549.1.7.1',
  encryptedData: '1.2.840.113549.1.7.6',
  shroudedKeyBag: '1.2.840.113549.1.12.10.1.2',
  certificateBag: '1.2.840.113549.1.12.10.1.3',
  x509Certificate: '1.2.840.113549.1.9.22.1',
  friendlyName: '1.2.840.113549.1.9.20',
  localKeyId: '1.2.840.113549.1.9.21',
  pbes2: '1.2.840.113549.1.5.13',
  pbkdf2: '1.2.840.113549.1.5.12',
  hmacSha256: '1.2.840.113549.2.9',
  aes256Cbc: '2.16.840.1.101.3.4.1.42',
  sha256: '2.16.840.1.101.3.4.2.1',
} as const;
/** Enough for weak passwords; the generated ones have 128 random bits. */
const ITERATIONS = 10_000;
const DIGEST_LENGTH = 32;
const KEY_LENGTH = 32;
const BLOCK_LENGTH = 16;
const SALT_LENGTH = 16;

interface PfxContents {
  /** PEM, RSA. */
  readonly privateKey: string;
  /** PEM. */
  readonly certificate: string;
  /** The friendly name that Windows shows. */
  readonly friendlyName?: string;
}

/**
 * Returns a PFX (PKCS#12, RFC 7292) in DER with a key and its certificate. Both are encrypted with AES-256-CBC and PBKDF2
 * with HMAC-SHA-256 (PBES2, RFC 8018), and the file has an HMAC-SHA-256. Windows Server 2019, OpenSSL 1.1 and later
 * versions open it. `iterations`: of each key derivation.
 */
export function writePfx(
  { privateKey, certificate, friendlyName }: PfxContents,
  password: string,
  iterations = ITERATIONS,
): Buffer {
  const utf8 = Buffer.from(password, 'utf8');
  const { raw } = new X509Certificate(certificate);
  const pkcs8 = createPrivateKey(privateKey).export({ format: 'der', type: 'pkcs8' });
  const attributes = set(
    attribute(OIDS.localKeyId, octets(hash('sha1', raw, 'buffer'))),
    ...(friendlyName === undefined ? [] : [attribute(OIDS.friendlyName, bmpString(friendlyName))]),
  );
  const key = encrypted(pkcs8, utf8, iterations);
  const keyBag = sequence(
    oid(OIDS.shroudedKeyBag),
    explicit(sequence(key.algorithm, octets(key.ciphertext))),
    attributes,
  );
  const certificateBag = sequence(
    oid(OIDS.certificateBag),
    explicit(sequence(oid(OIDS.x509Certificate), explicit(octets(raw)))),
    attributes,
  );
  const authenticatedSafe = der(
    sequence(encryptedContents(der(sequence(certificateBag)), utf8, iterations), contents(der(sequence(keyBag)))),
  );
  return der(
    sequence(integer(3), contents(authenticatedSafe), seal(authenticatedSafe, bmpPassword(password), iterations)),
  );
}

/** ContentInfo of type data: RFC 7292, section 4. */
function contents(bytes: Buffer): Node {
  return sequence(oid(OIDS.data), explicit(octets(bytes)));
}

/** ContentInfo of type EncryptedData: RFC 2315, section 13, with an implicit tag for the ciphertext. */
function encryptedContents(bytes: Buffer, password: Buffer, iterations: number): Node {
  const { algorithm, ciphertext } = encrypted(bytes, password, iterations);
  const tagged = asn1.create(asn1.Class.CONTEXT_SPECIFIC, asn1.Type.NONE, false, ciphertext.toString('latin1'));
  return sequence(oid(OIDS.encryptedData), explicit(sequence(integer(0), sequence(oid(OIDS.data), algorithm, tagged))));
}

function encrypted(
  bytes: Buffer,
  password: Buffer,
  iterations: number,
): { readonly algorithm: Node; readonly ciphertext: Buffer } {
  const salt = randomBytes(SALT_LENGTH);
  const iv = randomBytes(BLOCK_LENGTH);
  const cipher = createCipheriv('aes-256-cbc', pbkdf2Sync(password, salt, iterations, KEY_LENGTH, 'sha256'), iv);
  const derivation = sequence(octets(salt), integer(iterations), sequence(oid(OIDS.hmacSha256), nothing()));
  return {
    ciphertext: Buffer.concat([cipher.update(bytes), cipher.final()]),
    algorithm: sequence(
      oid(OIDS.pbes2),
      sequence(sequence(oid(OIDS.pbkdf2), derivation), sequence(oid(OIDS.aes256Cbc), octets(iv))),
    ),
  };
}

/** MacData: RFC 7292, section 4, with the key derivation of appendix B, the only one that older readers support. */
function seal(authenticatedSafe: Buffer, password: Buffer, iterations: number): Node {
  const salt = randomBytes(SALT_LENGTH);
  const key = pkcs12Kdf({
    digest: { name: 'sha256', length: DIGEST_LENGTH },
    purpose: MAC,
    password,
    salt,
    iterations,
    length: DIGEST_LENGTH,
  });
  const mac = createHmac('sha256', key).update(authenticatedSafe).digest();
  return sequence(sequence(sequence(oid(OIDS.sha256), nothing()), octets(mac)), octets(salt), integer(iterations));
}

function attribute(type: string, value: Node): Node {
  return sequence(oid(type), set(value));
}

function sequence(...children: Node[]): Node {
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, children);
}

/** DER requires the members of a set in the order of their encoding. */
function set(...children: Node[]): Node {
  const sortedChildren = children
    .map((child) => ({ child, bytes: der(child) }))
    .sort((a, b) => Buffer.compare(a.bytes, b.bytes))
    .map(({ child }) => child);
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, sortedChildren);
}

function explicit(child: Node): Node {
  return asn1.create(asn1.Class.CONTEXT_SPECIFIC, asn1.Type.NONE, true, [child]);
}

function oid(name: string): Node {
  return primitive(asn1.Type.OID, asn1.oidToDer(name).getBytes());
}

function integer(value: number): Node {
  return primitive(asn1.Type.INTEGER, asn1.integerToDer(value).getBytes());
}

function octets(bytes: Buffer): Node {
  return primitive(asn1.Type.OCTETSTRING, bytes.toString('latin1'));
}

function bmpString(text: string): Node {
  // The only type whose characters the encoder converts to bytes.
  return primitive(asn1.Type.BMPSTRING, text);
}

function nothing(): Node {
  return primitive(asn1.Type.NULL, '');
}

function primitive(type: forge.asn1.Type, bytes: string): Node {
  return asn1.create(asn1.Class.UNIVERSAL, type, false, bytes);
}

function der(node: Node): Buffer {
  return Buffer.from(asn1.toDer(node).getBytes(), 'latin1');
}
