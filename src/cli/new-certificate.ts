import { generateKeyPair, randomBytes, sign } from 'node:crypto';
import { promisify } from 'node:util';
import forge from 'node-forge';

/** A key pair with a certificate for it, in PEM. */
export interface CertifiedKey {
  readonly privateKey: string;
  readonly certificate: string;
}

export interface CertificateRequest {
  readonly commonName: string;
  readonly notBefore: Date;
  readonly notAfter: Date;
  /** Length of the RSA key; 2048 where left out. */
  readonly bits?: number;
  /** Who signs it; itself where left out. */
  readonly issuer?: CertifiedKey;
  /** For TLS: addresses that the certificate stands for. */
  readonly ipAddresses?: readonly string[];
  readonly authority?: boolean;
}

/** The form of a name for any character, which a PrintableString has not even for an accent (RFC 5280, 4.1.2.4). */
const UTF8_STRING: unknown = forge.asn1.Type.UTF8;

/** Makes an RSA key and an X.509 certificate for it (RFC 5280), without any program besides Node. */
export async function newCertificate(request: CertificateRequest): Promise<CertifiedKey> {
  const keys = await promisify(generateKeyPair)('rsa', {
    modulusLength: request.bits ?? 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = forge.pki.publicKeyFromPem(keys.publicKey);
  // A serial number is positive, and DER allows no byte before it that could be left out.
  certificate.serialNumber = `01${randomBytes(16).toString('hex')}`;
  certificate.validity.notBefore = request.notBefore;
  certificate.validity.notAfter = request.notAfter;
  // The types of the library take the tag for one of another kind.
  const form: object = { valueTagClass: UTF8_STRING };
  const subject = [Object.assign({ name: 'commonName', value: request.commonName }, form)];
  certificate.setSubject(subject);
  const { issuer } = request;
  certificate.setIssuer(issuer === undefined ? subject : subjectOf(issuer.certificate));
  certificate.setExtensions([
    { name: 'basicConstraints', cA: request.authority === true, critical: true },
    {
      name: 'keyUsage',
      critical: true,
      ...(request.authority === true ? { keyCertSign: true } : { digitalSignature: true }),
    },
    ...(request.ipAddresses === undefined
      ? []
      : [{ name: 'subjectAltName', altNames: request.ipAddresses.map((ip) => ({ type: 7, ip })) }]),
    { name: 'subjectKeyIdentifier' },
  ]);
  certificate.sign(signingKey(certificate, issuer?.privateKey ?? keys.privateKey), forge.md.sha256.create());
  return { privateKey: keys.privateKey, certificate: forge.pki.certificateToPem(certificate) };
}

/** A key of forge that signs with Node.js, which takes 1 ms instead of 300. */
function signingKey(certificate: forge.pki.Certificate, privateKey: string): forge.pki.rsa.PrivateKey {
  return Object.assign(forge.pki.privateKeyFromPem(privateKey), {
    sign: () => {
      const signed = Buffer.from(forge.asn1.toDer(certificate.tbsCertificate).getBytes(), 'latin1');
      return sign('sha256', signed, privateKey).toString('latin1');
    },
  });
}

/** As the issuer's certificate has it, byte for byte: the encoder takes characters where the decoder gives bytes. */
function subjectOf(certificate: string): forge.pki.CertificateField[] {
  return forge.pki
    .certificateFromPem(certificate)
    .subject.attributes.map((attribute) =>
      attribute.valueTagClass === UTF8_STRING && typeof attribute.value === 'string'
        ? { ...attribute, value: forge.util.decodeUtf8(attribute.value) }
        : attribute,
    );
}
