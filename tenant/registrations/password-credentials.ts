import { randomBytes, randomUUID } from 'node:crypto';
import { property, type JsonObject } from '../json.ts';
import type { GraphAnswer } from '../graph-errors.ts';
import { bodyOf, found, isAnswer, isGuid, NO_CONTENT, refused, type DirectoryRequest } from './directory-request.ts';
import { dateTime } from './replication.ts';

/** A client secret, without its text. https://learn.microsoft.com/graph/api/resources/passwordcredential */
export interface PasswordCredential {
  readonly keyId: string;
  readonly displayName: string | null;
  /** ISO 8601 */
  readonly startDateTime: string | null;
  readonly endDateTime: string;
  /** Its first characters. */
  readonly hint: string;
}

/** What has client secrets: an application or a service principal. */
interface SecretHolder {
  secrets: readonly PasswordCredential[];
}

const TWO_YEARS_MS = 2 * 365 * 86_400_000;

/** A secret that was made before the tenant started. `endDateTime`: ISO 8601. */
export function secretUntil(endDateTime: string): PasswordCredential {
  return { keyId: randomUUID(), displayName: null, startDateTime: null, endDateTime, hint: 'abc' };
}

/** https://learn.microsoft.com/graph/api/application-addpassword, also of service principals. */
export function addPassword(request: DirectoryRequest, holder: SecretHolder): GraphAnswer {
  const { now } = request;
  const body = bodyOf(request);
  if (isAnswer(body)) return body;
  const name = property(property(body, 'passwordCredential'), 'displayName');
  const secretText = randomBytes(30).toString('base64url');
  const secret: PasswordCredential = {
    keyId: randomUUID(),
    displayName: typeof name === 'string' ? name : null,
    startDateTime: dateTime(now),
    endDateTime: dateTime(now + TWO_YEARS_MS),
    hint: secretText.slice(0, 3),
  };
  holder.secrets = [...holder.secrets, secret];
  return found(200, { ...secretJson(secret), secretText }, request, 'microsoft.graph.passwordCredential');
}

/** https://learn.microsoft.com/graph/api/application-removepassword, also of service principals. */
export function removePassword(request: DirectoryRequest, holder: SecretHolder): GraphAnswer {
  const body = bodyOf(request);
  if (isAnswer(body)) return body;
  const keyId = property(body, 'keyId');
  const others = holder.secrets.filter((secret) => secret.keyId !== keyId);
  if (!isGuid(keyId) || others.length === holder.secrets.length) {
    return refused('No password credential found with this keyId.', request.now);
  }
  holder.secrets = others;
  return NO_CONTENT;
}

export function secretJson({ keyId, displayName, startDateTime, endDateTime, hint }: PasswordCredential): JsonObject {
  return { customKeyIdentifier: null, displayName, endDateTime, hint, keyId, secretText: null, startDateTime };
}
