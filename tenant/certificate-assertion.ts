import { constants, verify, type X509Certificate } from 'node:crypto';
import { property, type Json } from './json.ts';
import { certificateWith, type KeyCredential } from './registrations/application.ts';
import { entraError, type EntraError } from './entra-errors.ts';
import { splitJwt } from './signing.ts';

/** Entra allows a clock skew of five minutes. */
const SKEW_SECONDS = 300;
const LONGEST_SECONDS = 24 * 3600;
const GUIDE =
  'Review the documentation at https://docs.microsoft.com/azure/active-directory/develop/active-directory-certificate-credentials .';

export interface AssertionContext {
  readonly clientId: string;
  readonly keys: readonly KeyCredential[];
  /** The values of `aud` that are accepted: the token endpoint, as the request spelled it. */
  readonly audiences: readonly string[];
  /** Epoch ms. */
  readonly now: number;
  /** Identifiers of the assertions seen so far; this one's is added. */
  readonly seen: Set<string>;
}

/**
 * Checks a client assertion as Entra does and in its order: form, key, signature, times, names, single use. Gives the
 * first thing that is wrong, or undefined.
 * https://learn.microsoft.com/entra/identity-platform/certificate-credentials
 */
export function assertionError(assertion: string, context: AssertionContext): EntraError | undefined {
  const jwt = splitJwt(assertion);
  if (jwt === undefined) return malformed("The token must be in JWS or JWE 'Compact' serialization format.");
  const { header, payload } = jwt;
  const named = thumbprintOf(header);
  if (named === undefined) {
    return entraError(
      'invalid_client',
      5002723,
      "Invalid JWT token. No certificate thumbprint ('x5t' or 'x5t#S256') is specified in the token header.",
    );
  }
  const algorithm = property(header, 'alg');
  if (algorithm !== named.algorithm) {
    return entraError(
      'invalid_client',
      5002738,
      `Invalid JWT token. '${shown(algorithm)}' is not a supported signature algorithm here; '${named.algorithm}' is expected with '${named.header}'.`,
    );
  }
  const certificate = certificateWith(named.thumbprint, context.keys);
  const fingerprint = Buffer.from(named.thumbprint, 'base64url').toString('hex').toUpperCase();
  if (certificate === undefined) {
    return keyError(
      `The key was not found., Thumbprint of key used by client: '${fingerprint}', Please visit the Azure Portal, Graph Explorer or directly use MS Graph to see configured keys for app Id '${context.clientId}'.`,
    );
  }
  const found = `Thumbprint of key used by client: '${fingerprint}', Found key 'Start=${shortDate(certificate.validFromDate)}, End=${shortDate(certificate.validToDate)}'`;
  if (context.now > certificate.validToDate.getTime() || context.now < certificate.validFromDate.getTime()) {
    return keyError(`The key used is expired., ${found}`);
  }
  if (!signatureHolds(named.algorithm, jwt, certificate)) {
    return keyError(`The provided signature value did not match the expected signature value., ${found}`);
  }
  return timesError(payload, context.now) ?? namesError(payload, context) ?? replayError(payload, context.seen);
}

interface NamedKey {
  readonly header: 'x5t#S256' | 'x5t';
  readonly algorithm: 'PS256' | 'RS256';
  readonly thumbprint: string;
}

function thumbprintOf(header: Json): NamedKey | undefined {
  const sha256 = property(header, 'x5t#S256');
  if (typeof sha256 === 'string' && sha256 !== '') {
    return { header: 'x5t#S256', algorithm: 'PS256', thumbprint: sha256 };
  }
  const sha1 = property(header, 'x5t');
  return typeof sha1 === 'string' && sha1 !== '' ? { header: 'x5t', algorithm: 'RS256', thumbprint: sha1 } : undefined;
}

function signatureHolds(
  algorithm: 'PS256' | 'RS256',
  { signedText, signature }: { readonly signedText: string; readonly signature: Buffer },
  { publicKey }: X509Certificate,
): boolean {
  if (publicKey.asymmetricKeyType !== 'rsa') return false;
  const padding = algorithm === 'PS256' ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  // RFC 7518, section 3.5: the salt is as long as the hash.
  return verify('sha256', Buffer.from(signedText), { key: publicKey, padding, saltLength: 32 }, signature);
}

/** Whether an assertion is valid at a time, within the clock skew. `now`: epoch ms. */
export function timesError(payload: Json, now: number): EntraError | undefined {
  const seconds = now / 1000;
  const expires = property(payload, 'exp');
  const issued = property(payload, 'iat');
  const begins = property(payload, 'nbf') ?? issued;
  if (typeof expires !== 'number') return malformed("The 'exp' claim is missing or is no number.");
  if (begins !== undefined && typeof begins !== 'number') return malformed("The 'nbf' or 'iat' claim is no number.");
  const from = begins ?? seconds;
  const late = seconds >= expires + SKEW_SECONDS;
  const early = from > seconds + SKEW_SECONDS || (typeof issued === 'number' && issued > seconds + SKEW_SECONDS);
  if (!late && !early && expires > from && expires - from <= LONGEST_SECONDS) return undefined;
  return entraError(
    'invalid_client',
    700024,
    `Client assertion is not within its valid time range. Current time: ${precise(seconds)}, assertion valid from ${precise(from)}, expiry time of assertion ${precise(expires)}. ${GUIDE}`,
  );
}

function namesError(payload: Json, { clientId, audiences }: AssertionContext): EntraError | undefined {
  const own = clientId.toLowerCase();
  for (const claim of ['iss', 'sub']) {
    const value = property(payload, claim);
    if (typeof value !== 'string' || value.toLowerCase() !== own) {
      return entraError(
        'invalid_client',
        700021,
        `Client assertion application identifier doesn't match 'client_id' parameter. ${GUIDE}`,
      );
    }
  }
  const audience = property(payload, 'aud');
  if (typeof audience === 'string' && audiences.includes(audience)) return undefined;
  return entraError('invalid_client', 700023, `Client assertion audience claim does not match Realm issuer. ${GUIDE}`);
}

function replayError(payload: Json, seen: Set<string>): EntraError | undefined {
  const identifier = property(payload, 'jti');
  if (typeof identifier !== 'string' || identifier === '') return malformed("The 'jti' claim is missing.");
  if (seen.has(identifier)) {
    return entraError(
      'invalid_client',
      50013,
      'Assertion failed validation. [Reason - The assertion was already used.]',
    );
  }
  seen.add(identifier);
  return undefined;
}

export function malformed(text: string): EntraError {
  return entraError('invalid_request', 50027, `JWT token is invalid or malformed. ${text}`);
}

function keyError(reason: string): EntraError {
  return entraError('invalid_client', 700027, `Client assertion failed signature validation. [Reason - ${reason}]`);
}

/** The claim as the text quotes it. */
function shown(value: Json | undefined): string {
  return typeof value === 'string' ? value.slice(0, 40) : '';
}

/** `11/17/2026 17:41:38`, as Entra prints the dates of a key. */
function shortDate(date: Date): string {
  const [day = '', time = ''] = date.toISOString().slice(0, 19).split('T');
  const [year = '', month = '', dayOfMonth = ''] = day.split('-');
  return `${month}/${dayOfMonth}/${year} ${time}`;
}

function precise(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? String(seconds) : date.toISOString().replace('Z', '0000Z');
}
