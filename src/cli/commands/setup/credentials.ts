import { UserError } from '../../../errors.ts';
import { retrying } from '../../../http/retrying.ts';
import { isObject, property, textIn, type Json, type JsonObject } from '../../../json.ts';
import { counted } from '../../../text/numbers.ts';
import { READ_BACK, type AdminGraph } from './admin-graph.ts';
import type { SetupPlace } from './setup-place.ts';
import { RECORD_FILE, type SetupRecord } from './setup-record.ts';
import { isRecordedCertificate } from './resources/certificate.ts';
import { isRecordedCredential } from './resources/federated-credentials.ts';

/** Something that can sign in as an application. */
export interface Credential {
  readonly kind: 'federated credential' | 'certificate' | 'secret';
  /** What has it: the path of the application or of its principal. */
  readonly holder: string;
  /** A federated credential has an ID, the others a key ID. */
  readonly id: string;
  /** A line for people. Untrusted text until escaped. */
  readonly text: string;
  /** Whether the record of this setup names it, with the same content. */
  readonly isRecorded: boolean;
}

/** Who can sign in as an application, or let others do so. */
export interface ApplicationAccess {
  /** Names. They can add credentials. Untrusted text until escaped. */
  readonly owners: readonly string[];
  readonly credentials: readonly Credential[];
}

interface Holder {
  readonly id: string;
  readonly principalId?: string | undefined;
}

const KEYS = '$select=id,keyCredentials,passwordCredentials';

/** All credentials and owners of an application and its principal. An application that is not found is waited for. */
export async function readAccess(
  graph: AdminGraph,
  application: Holder,
  record: SetupRecord,
): Promise<ApplicationAccess> {
  const holders = holdersOf(application);
  const owners = new Set<string>();
  for (const holder of holders) {
    const list = await graph.listMade(`${holder}/owners?$select=id,displayName,userPrincipalName`, 'the application');
    for (const owner of list) owners.add(nameOf(owner));
  }
  return { owners: [...owners], credentials: await readCredentials(graph, application, record) };
}

/** All credentials of an application and its principal: federated credentials, certificates and client secrets. */
export async function readCredentials(
  graph: AdminGraph,
  application: Holder,
  record: SetupRecord,
): Promise<readonly Credential[]> {
  const [own = ''] = holdersOf(application);
  const federated = await graph.listMade(`${own}/federatedIdentityCredentials`, 'the application');
  const credentials = federated.map((item): Credential => federatedCredential(own, item, record));
  for (const holder of holdersOf(application)) {
    credentials.push(...keysOf(holder, await graph.getMade(`${holder}?${KEYS}`, 'the application'), record));
  }
  return credentials;
}

/** What a deleted application shows of its credentials: no federated ones. */
export async function credentialsOfDeleted(
  graph: AdminGraph,
  { id }: Holder,
  record: SetupRecord,
): Promise<readonly Credential[]> {
  return keysOf('', await graph.get(`/v1.0/directory/deletedItems/${id}`), record);
}

/**
 * Removes the credentials of an application that the record does not name, and reads back that none is left. Returns those that were
 * removed. Rejects with the UserError `SETUP_FAILED` if one is left.
 */
export async function removeUnrecorded(
  graph: AdminGraph,
  application: Holder,
  record: SetupRecord,
  { clock }: Pick<SetupPlace, 'clock'>,
): Promise<readonly Credential[]> {
  const others = async (): Promise<readonly Credential[]> =>
    (await readCredentials(graph, application, record)).filter(({ isRecorded }) => !isRecorded);
  const removed = await others();
  for (const { kind, holder, id } of removed) {
    if (kind === 'federated credential') await graph.remove(`${holder}/federatedIdentityCredentials/${id}`);
    if (kind === 'secret') await removeSecret(graph, holder, id);
  }
  for (const holder of new Set(removed.filter(({ kind }) => kind === 'certificate').map((one) => one.holder))) {
    const keys = keyList(await graph.getMade(`${holder}?${KEYS}`, 'the application'), 'keyCredentials');
    const keyCredentials = keys.filter((key) => !removed.some(({ id }) => id === textIn(key, 'keyId')));
    await graph.write({ method: 'PATCH', path: holder, body: { keyCredentials } }, 'the application');
  }
  if (removed.length === 0) return removed;
  const left = await retrying(async () => {
    const present = await others();
    return { result: present, retry: present.length === 0 ? undefined : { rule: READ_BACK } };
  }, clock);
  if (left.length === 0) return removed;
  throw new UserError(
    'SETUP_FAILED',
    `The application still has ${counted(left.length, 'credential', 'credentials')} that ${RECORD_FILE} does not name: ${left.map(({ text }) => text).join('; ')}.`,
    { hint: 'Nothing was granted. Remove them under Certificates & secrets, and run the command again.' },
  );
}

/** Lines about who can sign in as an application. Untrusted text until escaped. */
export function accessLines({ owners, credentials }: ApplicationAccess): readonly string[] {
  return [
    `Owners, who can add credentials: ${owners.length === 0 ? 'none' : owners.join(', ')}`,
    ...credentialLines(credentials),
  ];
}

export function credentialLines(credentials: readonly Credential[]): readonly string[] {
  if (credentials.length === 0) return ['Credentials: none'];
  return credentials.map(({ text, isRecorded }) => `Credential: ${text}${isRecorded ? '' : ' (not of this setup)'}`);
}

function holdersOf({ id, principalId }: Holder): readonly string[] {
  const principals = principalId === undefined ? [] : [`/v1.0/servicePrincipals/${principalId}`];
  return [`/v1.0/applications/${id}`, ...principals];
}

/** https://learn.microsoft.com/graph/api/application-removepassword */
async function removeSecret(graph: AdminGraph, holder: string, keyId: string): Promise<void> {
  const request = { method: 'POST', path: `${holder}/removePassword`, body: { keyId } } as const;
  // Another one has removed it meanwhile.
  await graph.write(
    request,
    'the application',
    ({ status, message }) => status === 400 && /no password/i.test(message),
  );
}

function nameOf(owner: Json): string {
  return textIn(owner, 'userPrincipalName') || textIn(owner, 'displayName') || textIn(owner, 'id');
}

function federatedCredential(holder: string, item: Json, record: SetupRecord): Credential {
  const [id, name, subject, issuer] = ['id', 'name', 'subject', 'issuer'].map((member) => textIn(item, member));
  const text = `federated credential ${name ?? ''}: ${subject ?? ''}, issuer ${issuer ?? ''}`;
  return { kind: 'federated credential', holder, id: id ?? '', text, isRecorded: isRecordedCredential(item, record) };
}

function keysOf(holder: string, object: Json | undefined, record: SetupRecord): readonly Credential[] {
  return [
    ...keyList(object, 'keyCredentials').map((key) => {
      const isRecorded = isRecordedCertificate(key, record);
      return {
        kind: 'certificate',
        holder,
        id: textIn(key, 'keyId'),
        text: keyText('certificate', key),
        isRecorded,
      } as const;
    }),
    ...keyList(object, 'passwordCredentials').map((secret) => {
      const text = keyText('secret', secret);
      return { kind: 'secret', holder, id: textIn(secret, 'keyId'), text, isRecorded: false } as const;
    }),
  ];
}

function keyText(kind: string, key: JsonObject): string {
  const name = textIn(key, 'displayName') || textIn(key, 'keyId');
  return `${kind} ${name}, valid until ${textIn(key, 'endDateTime').slice(0, 10)}`;
}

function keyList(object: Json | undefined, member: string): readonly JsonObject[] {
  const list = property(object, member);
  return Array.isArray(list) ? list.filter(isObject) : [];
}
