import { generateKeyPair, sign, verify, type KeyObject } from 'node:crypto';
import { promisify } from 'node:util';
import { parseJson, type Json } from './json.ts';

interface SigningKey {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

let key: Promise<SigningKey> | undefined;

/** The RSA key that signs the tokens of the tenant. Generated once per process, because generation is slow. */
export function signingKey(): Promise<SigningKey> {
  key ??= promisify(generateKeyPair)('rsa', { modulusLength: 2048 });
  return key;
}

/** A signed JWT (RS256, RFC 7519); `kid` names the key. */
export function signJwt(
  claims: Readonly<Record<string, unknown>>,
  { privateKey }: Pick<SigningKey, 'privateKey'>,
  kid = 'tenant',
): string {
  const text = `${encoded({ typ: 'JWT', alg: 'RS256', kid })}.${encoded(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), privateKey).toString('base64url')}`;
}

/** The claims of a JWT that this process signed. Undefined for other text. Does not check its times. */
export function verifyJwt(token: string, { publicKey }: SigningKey): Json | undefined {
  const parts = splitJwt(token);
  if (parts === undefined) return undefined;
  const { signedText, signature, payload } = parts;
  return verify('sha256', Buffer.from(signedText), publicKey, signature) ? payload : undefined;
}

export interface JwtParts {
  readonly header: Json;
  readonly payload: Json;
  readonly signature: Buffer;
  /** The signed text. */
  readonly signedText: string;
}

/** The parts of a compact JWS (RFC 7515, section 7.1); undefined where the text is none. */
export function splitJwt(token: string): JwtParts | undefined {
  const [header, payload, signature, ...more] = token.split('.');
  if (header === undefined || payload === undefined || signature === undefined || more.length > 0) return undefined;
  if (![header, payload, signature].every((part) => /^[A-Za-z0-9_-]+$/.test(part))) return undefined;
  try {
    return {
      header: parseJson(Buffer.from(header, 'base64url').toString()),
      payload: parseJson(Buffer.from(payload, 'base64url').toString()),
      signature: Buffer.from(signature, 'base64url'),
      signedText: `${header}.${payload}`,
    };
  } catch {
    return undefined;
  }
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}
