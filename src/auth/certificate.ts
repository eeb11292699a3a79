import { hash, type KeyObject, type X509Certificate } from 'node:crypto';
import { UserError } from '../errors.ts';
import { DAY_MS, type EpochMs } from '../text/numbers.ts';
import { inputName } from '../text/audience.ts';

/** The run warns of a certificate that expires within this many days. */
export const RENEWAL_DAYS = 30;

export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** A certificate of the application and its private RSA key, which signs client assertions. */
export interface ClientCertificate extends Validity {
  /** Secret: never exported, logged or written. */
  readonly privateKey: KeyObject;
  readonly certificate: X509Certificate;
  /** SHA-1 of the DER in upper-case hexadecimal: the thumbprint that the portal shows. */
  readonly thumbprint: string;
  /** base64url SHA-256 of the DER: the `x5t#S256` header of RFC 7515, section 4.1.8. */
  readonly x5tS256: string;
  /** Sentences for the log about the PFX, such as several certificates of one key. */
  readonly warnings: readonly string[];
}

/** SHA-1 of a certificate in upper-case hexadecimal, as the portal and Windows show it. */
export function thumbprintOf(certificate: X509Certificate): string {
  return hash('sha1', certificate.raw).toUpperCase();
}

/** The validity dates of a certificate; undefined if either cannot be read. */
export function validityOf(certificate: X509Certificate): Validity | undefined {
  // Where the text is "Bad time value", Node's validFromDate and validToDate are uninitialized memory.
  const [notBefore, notAfter] = [new Date(certificate.validFrom), new Date(certificate.validTo)];
  return Number.isNaN(notBefore.getTime()) || Number.isNaN(notAfter.getTime()) ? undefined : { notBefore, notAfter };
}

/** The key must be that of the certificate. */
export function clientCertificate(
  privateKey: KeyObject,
  certificate: X509Certificate,
  validity: Validity,
  warnings: readonly string[] = [],
): ClientCertificate {
  const x5tS256 = hash('sha256', certificate.raw, 'base64url');
  return { privateKey, certificate, thumbprint: thumbprintOf(certificate), x5tS256, ...validity, warnings };
}

/**
 * Returns the certificate if it is valid at `now`. Entra ID refuses others with a less specific error.
 * Throws UserError EXPIRED or NOT_YET_VALID.
 */
export function requireValid(certificate: ClientCertificate, now: Date): ClientCertificate {
  const { thumbprint, notBefore, notAfter } = certificate;
  if (now.getTime() > notAfter.getTime()) {
    throw new UserError(
      'EXPIRED',
      `The certificate in ${inputName('pfx')} expired on ${notAfter.toISOString().slice(0, 10)}. Its thumbprint is ${thumbprint}.`,
      {
        hint:
          'Create a new certificate, upload its public part to the application (App registrations > your application > ' +
          `Certificates & secrets) and use the new PFX in ${inputName('pfx')}.`,
      },
    );
  }
  if (now.getTime() < notBefore.getTime()) {
    throw new UserError(
      'NOT_YET_VALID',
      `The certificate in ${inputName('pfx')} is not valid until ${notBefore.toISOString()}. Its thumbprint is ${thumbprint}.`,
      {
        hint: `Use a certificate that is valid today, or check the clock of this machine: it shows ${now.toISOString()}.`,
      },
    );
  }
  return certificate;
}

/** Whole days until the certificate expires; negative afterwards. */
export function daysLeft({ notAfter }: Pick<Validity, 'notAfter'>, now: EpochMs): number {
  return Math.floor((notAfter.getTime() - now) / DAY_MS);
}

/** Warnings about the PFX, and about a certificate that expires soon: within 30 days, and of a short-lived one in its last third. */
export function certificateWarnings(certificate: ClientCertificate, now: EpochMs): readonly string[] {
  const remainingDays = daysLeft(certificate, now);
  const third = daysLeft(certificate, certificate.notBefore.getTime()) / 3;
  if (remainingDays > Math.min(RENEWAL_DAYS, third)) return certificate.warnings;
  const end = certificate.notAfter.toISOString().slice(0, 10);
  const days = remainingDays === 1 ? '1 day' : `${remainingDays} days`;
  return [
    ...certificate.warnings,
    `The certificate in ${inputName('pfx')} expires on ${end}, in ${days} (thumbprint ${certificate.thumbprint}). Add a new certificate ` +
      `to the application, then replace ${inputName('pfx')} and ${inputName('pfx-password')}.`,
  ];
}
