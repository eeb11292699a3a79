import { createHash, randomUUID, X509Certificate } from 'node:crypto';
import type { SignedInUser } from '../access-tokens.ts';
import type { JsonObject } from '../json.ts';
import type { PasswordCredential } from './password-credentials.ts';
import { BEFORE_ALL, dateTime, type Moment } from './replication.ts';

/** A user who may change an application. */
export type Owner = Pick<SignedInUser, 'id' | 'displayName'> & {
  /** Null for a service principal. */
  readonly userPrincipalName: string | null;
};

/** What an application trusts. https://learn.microsoft.com/entra/workload-id/workload-identity-federation */
export interface FederatedCredential {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

/** A federated credential in the directory. https://learn.microsoft.com/graph/api/resources/federatedidentitycredential */
export interface RegisteredCredential extends FederatedCredential {
  readonly id: string;
  readonly name: string;
  readonly description: string | null;
  readonly since: Moment;
}

/** A certificate of an application. https://learn.microsoft.com/graph/api/resources/keycredential */
export interface KeyCredential {
  readonly keyId: string;
  readonly customKeyIdentifier: string;
  readonly displayName: string | null;
  readonly startDateTime: string;
  readonly endDateTime: string;
  readonly certificate: X509Certificate;
  readonly since: Moment;
}

/** An application registration. https://learn.microsoft.com/graph/api/resources/application */
export class Application {
  readonly id: string;
  readonly clientId: string;
  readonly uniqueName: string | null;
  readonly since: Moment;
  /** Epoch ms. */
  readonly created: number;
  /** They may change it. */
  readonly owners: readonly Owner[];
  /** The properties that requests can set, without its credentials. */
  properties: JsonObject;
  keyCredentials: readonly KeyCredential[] = [];
  secrets: readonly PasswordCredential[] = [];
  federatedCredentials: readonly RegisteredCredential[] = [];
  /** Epoch ms; undefined until it is deleted. */
  deletedAt: number | undefined;
  /** Writes so far. */
  writes = 0;

  constructor(
    ids: { readonly id: string; readonly clientId: string; readonly uniqueName: string | null },
    { since, created, owners, properties }: Pick<Application, 'since' | 'created' | 'owners' | 'properties'>,
  ) {
    this.id = ids.id;
    this.clientId = ids.clientId;
    this.uniqueName = ids.uniqueName;
    this.since = since;
    this.created = created;
    this.owners = owners;
    this.properties = properties;
  }

  get displayName(): string {
    const { displayName } = this.properties;
    return typeof displayName === 'string' ? displayName : '';
  }

  isOwnedBy(user: SignedInUser | undefined): boolean {
    return this.owners.some(({ id }) => id === user?.id);
  }

  /** Adds a PEM certificate, as an upload in the portal does. Throws if the text is not a certificate. */
  register(pem: string): void {
    const certificate = new X509Certificate(pem);
    this.keyCredentials = [...this.keyCredentials, keyCredential(certificate, BEFORE_ALL)];
  }

  revoke(pem: string): void {
    const { fingerprint256 } = new X509Certificate(pem);
    this.keyCredentials = this.keyCredentials.filter(
      ({ certificate }) => certificate.fingerprint256 !== fingerprint256,
    );
  }

  /** Trusts the tokens of an issuer for a subject and an audience. */
  federate(credential: FederatedCredential): void {
    const id = randomUUID();
    const registered = { id, name: id, description: null, since: BEFORE_ALL, ...credential };
    this.federatedCredentials = [...this.federatedCredentials, registered];
  }
}

/** A certificate with the properties that it has by default. */
export function keyCredential(certificate: X509Certificate, since: Moment): KeyCredential {
  return {
    keyId: randomUUID(),
    // The documents show the thumbprint in hexadecimal: https://learn.microsoft.com/graph/applications-how-to-add-certificate
    customKeyIdentifier: createHash('sha1').update(certificate.raw).digest('hex').toUpperCase(),
    displayName: certificate.subject.replaceAll('\n', ', '),
    startDateTime: dateTime(certificate.validFromDate.getTime()),
    endDateTime: dateTime(certificate.validToDate.getTime()),
    certificate,
    since,
  };
}

/** The certificate with a thumbprint of SHA-1 or SHA-256, in base64url as JWS headers have it. */
export function certificateWith(thumbprint: string, keys: readonly KeyCredential[]): X509Certificate | undefined {
  return keys.find(({ certificate: { raw } }) =>
    ['sha1', 'sha256'].some((algorithm) => createHash(algorithm).update(raw).digest('base64url') === thumbprint),
  )?.certificate;
}
