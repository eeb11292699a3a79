import { createHash, X509Certificate } from 'node:crypto';

/** What an application trusts. https://learn.microsoft.com/entra/workload-id/workload-identity-federation */
export interface FederatedCredential {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

/** The app registration with its name, certificates and federated credentials. */
export class Application {
  readonly clientId: string;
  readonly #federated: FederatedCredential[] = [];
  readonly #certificates = new Map<string, X509Certificate>();

  constructor(clientId: string, certificates: readonly string[]) {
    this.clientId = clientId;
    for (const pem of certificates) this.register(pem);
  }

  /** Adds a PEM certificate, as an upload in the portal does. Throws if the text is not a certificate. */
  register(pem: string): void {
    const certificate = new X509Certificate(pem);
    for (const thumbprint of thumbprints(certificate)) this.#certificates.set(thumbprint, certificate);
  }

  get federatedCredentials(): readonly FederatedCredential[] {
    return this.#federated;
  }

  /** Trusts the tokens of an issuer for a subject and an audience. */
  federate(credential: FederatedCredential): void {
    this.#federated.push(credential);
  }

  revoke(pem: string): void {
    for (const thumbprint of thumbprints(new X509Certificate(pem))) this.#certificates.delete(thumbprint);
  }

  /** The certificate with a thumbprint of SHA-1 or SHA-256, in base64url as JWS headers have it. */
  find(thumbprint: string): X509Certificate | undefined {
    return this.#certificates.get(thumbprint);
  }
}

function thumbprints({ raw }: X509Certificate): readonly string[] {
  return ['sha1', 'sha256'].map((algorithm) => createHash(algorithm).update(raw).digest('base64url'));
}
