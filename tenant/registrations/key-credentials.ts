import { X509Certificate } from 'node:crypto';
import { graphError, type GraphAnswer } from '../graph-errors.ts';
import { isObject, property, type Json, type JsonObject } from '../json.ts';
import { keyCredential, type KeyCredential } from './application.ts';
import { isGuid, refused } from './directory-request.ts';
import type { Moment } from './replication.ts';

const DAY = 86_400_000;

/**
 * The certificates that an application has after a change of `keyCredentials`: the list is replaced. An entry whose `keyId` the
 * application has keeps its certificate if the entry has no key, as a client sends it that has read the list.
 */
export function keyCredentialsFrom(
  list: Json,
  present: readonly KeyCredential[],
  {
    since,
    now,
    mostDays = Infinity,
  }: { readonly since: Moment; readonly now: number; readonly mostDays?: number | undefined },
): readonly KeyCredential[] | GraphAnswer {
  if (!Array.isArray(list)) return invalid(now);
  const credentials: KeyCredential[] = [];
  for (const entry of list) {
    const credential = isObject(entry) ? credentialFrom(entry, present, since) : undefined;
    if (credential === undefined) return invalid(now);
    const { certificate, endDateTime } = credential;
    // Terraform and Microsoft365DSC met it: https://github.com/microsoft/Microsoft365DSC/issues/3426
    const end = Date.parse(endDateTime);
    if (!(end <= certificate.validToDate.getTime()) || end <= now) {
      return graphError(400, 'KeyCredentialsInvalidEndDate', 'Key credential end date is invalid.', now);
    }
    // https://learn.microsoft.com/graph/api/resources/applicationauthenticationmethodpolicy. The policy is about new certificates.
    if (
      !present.some(({ keyId }) => keyId === credential.keyId) &&
      end - Date.parse(credential.startDateTime) > mostDays * DAY
    ) {
      const message = 'Credential lifetime exceeds the max value allowed as per assigned policy.';
      return graphError(400, 'CredentialInvalidLifetimeAsPerAppPolicy', message, now);
    }
    if (credentials.some(({ keyId }) => keyId === credential.keyId)) return invalid(now);
    credentials.push(credential);
  }
  return credentials;
}

/** https://learn.microsoft.com/graph/api/resources/keycredential. Undefined if it cannot be one. */
function credentialFrom(
  entry: JsonObject,
  present: readonly KeyCredential[],
  since: Moment,
): KeyCredential | undefined {
  const { keyId = null, key = null, displayName = null, customKeyIdentifier = null } = entry;
  if (property(entry, 'type') !== 'AsymmetricX509Cert' || property(entry, 'usage') !== 'Verify') return undefined;
  const own = present.find((credential) => credential.keyId === keyId);
  const certificate = typeof key === 'string' ? certificateIn(key) : key === null ? own?.certificate : undefined;
  if (certificate === undefined || (keyId !== null && !isGuid(keyId))) return undefined;
  const base = own ?? keyCredential(certificate, since);
  return {
    ...base,
    keyId: keyId ?? base.keyId,
    certificate,
    displayName: typeof displayName === 'string' ? displayName : base.displayName,
    customKeyIdentifier: typeof customKeyIdentifier === 'string' ? customKeyIdentifier : base.customKeyIdentifier,
    startDateTime: timeIn(entry, 'startDateTime') ?? base.startDateTime,
    endDateTime: timeIn(entry, 'endDateTime') ?? base.endDateTime,
  };
}

function certificateIn(key: string): X509Certificate | undefined {
  if (!/^[A-Za-z0-9+/]+=*$/.test(key)) return undefined;
  const bytes = Buffer.from(key, 'base64');
  // A certificate and nothing after it: a PEM text in base64 is none.
  if (bytes[0] !== 0x30) return undefined;
  try {
    return new X509Certificate(bytes);
  } catch {
    return undefined;
  }
}

function timeIn(entry: JsonObject, name: string): string | undefined {
  const value = property(entry, name);
  return typeof value === 'string' ? value : undefined;
}

function invalid(now: number): GraphAnswer {
  return refused("Invalid value specified for property 'keyCredentials' of resource 'Application'.", now);
}

/** Without `withKey`, the key is null: only `$select` on a single application returns it. */
export function keyCredentialJson(credential: KeyCredential, withKey: boolean): JsonObject {
  const { keyId, customKeyIdentifier, displayName, startDateTime, endDateTime, certificate } = credential;
  return {
    customKeyIdentifier,
    displayName,
    endDateTime,
    key: withKey ? certificate.raw.toString('base64') : null,
    keyId,
    startDateTime,
    type: 'AsymmetricX509Cert',
    usage: 'Verify',
  };
}
