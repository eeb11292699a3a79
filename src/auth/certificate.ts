import { createHash, type KeyObject, type X509Certificate } from 'node:crypto';
import { UserError } from '../errors.ts';

/** A certificate of the application with its private RSA key: what signs a client assertion. */
export interface ClientCertificate {
  /** Stays inside this process: it is never exported, logged or written. */
  readonly privateKey: KeyObject;
  readonly certificate: X509Certificate;
  /** SHA-1 of the DER in upper-case hexadecimal: the thumbprint that the portal shows. */
  readonly thumbprint: string;
  /** base64url SHA-256 of the DER: the `x5t#S256` header of RFC 7515, section 4.1.8. */
  readonly x5tS256: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Sentences for the log about what works but should not stay so, such as a short key. */
  readonly warnings: readonly string[];
}

/** SHA-1 of a certificate in upper-case hexadecimal, as the portal and Windows show it. */
export function thumbprintOf(certificate: X509Certificate): string {
  return createHash('sha1').update(certificate.raw).digest('hex').toUpperCase();
}

/** Gives the certificate its names and dates. The key must be the certificate's own. */
export function clientCertificate(privateKey: KeyObject, certificate: X509Certificate): ClientCertificate {
  const bits = privateKey.asymmetricKeyDetails?.modulusLength ?? 0;
  const thumbprint = thumbprintOf(certificate);
  return {
    privateKey,
    certificate,
    thumbprint,
    x5tS256: createHash('sha256').update(certificate.raw).digest('base64url'),
    notBefore: certificate.validFromDate,
    notAfter: certificate.validToDate,
    warnings:
      bits < 2048
        ? [`The key of certificate ${thumbprint} has ${bits} bits. Make a new certificate of 2048 bits or more.`]
        : [],
  };
}

/**
 * Hands the certificate back where `now` lies within its dates; Entra would refuse it otherwise, with less to go on.
 * Throws UserError EXPIRED or NOT_YET_VALID.
 */
export function requireValid(certificate: ClientCertificate, now: Date): ClientCertificate {
  const { thumbprint, notBefore, notAfter } = certificate;
  const span = `it is valid from ${notBefore.toISOString()} to ${notAfter.toISOString()}`;
  if (now.getTime() > notAfter.getTime()) {
    throw new UserError('EXPIRED', `The certificate in "pfx" has expired: ${span}. Its thumbprint is ${thumbprint}.`, {
      hint:
        'Make a new certificate, upload its public part to the application (App registrations > your application > ' +
        'Certificates & secrets) and put the new PFX into the secret behind "pfx".',
    });
  }
  if (now.getTime() < notBefore.getTime()) {
    throw new UserError(
      'NOT_YET_VALID',
      `The certificate in "pfx" is not valid yet: ${span}. Its thumbprint is ${thumbprint}.`,
      {
        hint: `Use a certificate that is valid today, or check the clock of this runner: it says ${now.toISOString()}.`,
      },
    );
  }
  return certificate;
}
