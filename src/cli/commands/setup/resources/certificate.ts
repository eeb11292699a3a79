import { randomBytes, randomUUID, X509Certificate } from 'node:crypto';
import path from 'node:path';
import { describeError, UserError } from '../../../../errors.ts';
import { isText, objectOf, where, type Shaped } from '../../../../files/json-shape.ts';
import { replaceFile } from '../../../../files/rename.ts';
import type { Environment } from '../../../../http/proxy.ts';
import { retrying } from '../../../../http/retrying.ts';
import { isGuid, isObject, property, textIn, type Json, type JsonObject } from '../../../../json.ts';
import { DAY_MS, type EpochMs } from '../../../../text/numbers.ts';
import { COMMAND } from '../../../../version.ts';
import type { Terminal } from '../../../terminal.ts';
import { newCertificate } from '../../certificate/new-certificate.ts';
import { writePfx } from '../../certificate/pfx-writer.ts';
import { graphKeyCredential } from '../../certificate/registration.ts';
import { READ_BACK, type AdminGraph } from '../admin-graph.ts';
import { appIdOf, applicationPart, presentOf } from '../application-state.ts';
import {
  command,
  stayingOf,
  type Planned,
  type ReportSetup,
  type Resource,
  type Setup,
  type Undo,
  type Undone,
} from '../resource.ts';
import { digestOf, listPart, set, type SetupRecord } from '../setup-record.ts';
import { filesPart, type PfxName } from './files.ts';
import { contentOf } from '../present-files.ts';

export const PASSWORD_VARIABLE = 'MAILBOX_REPORT_PFX_PASSWORD';
/** Tolerates a clock that is ahead of Entra's. */
const CLOCK_SKEW_MS = 300_000;
/** 192 bits. */
const PASSWORD_BYTES = 24;

const isCertificate = objectOf({ keyId: where(isText, isGuid), /** Its public part: DER in base64. */ der: isText });
type Certificate = Shaped<typeof isCertificate>;
export const certificatesPart = listPart('certificates', isCertificate);

/** The set-up of an application that signs in with a PFX on this machine. */
type PfxSetup = Setup & Pick<ReportSetup, 'password'>;

/** Which certificate is made. */
interface CertificateKind<S extends PfxSetup> {
  /** The PFX, in the folder. */
  readonly file: PfxName;
  readonly days: number;
  /** One that ends within so many days is replaced. */
  readonly leastDays: number;
  /** Of the command that makes the same files. */
  readonly options: string;
  readonly isWanted: (setup: S) => boolean;
}

/** A certificate in a PFX on this machine, whose public part is among those of the application. */
export function certificate<S extends PfxSetup>(kind: CertificateKind<S>): Resource<S> {
  return {
    part: certificatesPart,
    on: 'application',
    outlivesApplication: true,
    plan: (setup) => planCertificate(setup, kind),
    undo: undoCertificates,
  };
}

async function planCertificate<S extends PfxSetup>(setup: S, kind: CertificateKind<S>): Promise<Planned> {
  const { graph, record, portal, application, place } = setup;
  const { file: pfx, leastDays } = kind;
  if (!kind.isWanted(setup)) return { steps: [] };
  const recorded = record.of(certificatesPart).at(-1);
  const hasFile = (await contentOf(path.join(place.folder, pfx))) !== undefined;
  const isOwnFile = record.of(filesPart).some(({ file }) => file === pfx);
  if (hasFile && !isOwnFile) throw foreignPfx(pfx);
  const now = place.terminal.now();
  const isUsable = recorded !== undefined && hasFile && endOf(recorded.der) - now > leastDays * DAY_MS;
  const id = presentOf(application)?.id;
  const keys = id === undefined ? [] : await keysOf(graph, id);
  if (isUsable && keys.some((key) => textIn(key, 'keyId') === recorded.keyId)) return { steps: [] };
  const days = isUsable ? '' : `, valid for ${kind.days} days`;
  const commands = [
    command(`${COMMAND} certificate${kind.options}`),
    command(`az ad app credential reset --id APP_ID --append --cert '@${pfx.replace(/pfx$/, 'pem')}'`),
  ];
  const step = {
    stage: 'terminal',
    mark: hasFile && !isUsable ? '~' : '+',
    lines: [`certificate in ${pfx}${days}; its public part is added to the application`],
    commands,
    make: async () => {
      await addKey(isUsable ? recorded : await makePfx(setup, kind, now), setup);
      return { text: `Added the certificate in ${pfx}`, link: portal.credentials(appIdOf(record)) };
    },
  } as const;
  return { steps: [step] };
}

async function undoCertificates(undo: Undo): Promise<Undone> {
  const { graph, record } = undo;
  const application = stayingOf(undo);
  if (application === undefined || record.of(certificatesPart).length === 0) return { lines: [] };
  const own = (await keysOf(graph, application.id)).filter((key) => isRecordedCertificate(key, record));
  return {
    lines: own.map((key) => `certificate ${textIn(key, 'keyId')} of ${application.name}`),
    remove: async () => {
      // Others may have changed since the question: Graph replaces the whole list.
      const keys = await keysOf(graph, application.id);
      const others = keys.filter((key) => !isRecordedCertificate(key, record));
      if (others.length < keys.length) await setKeys(graph, application.id, others);
    },
  };
}

/** Whether the record has a certificate of an application, by its ID and its public part. */
export function isRecordedCertificate(key: Json, record: SetupRecord): boolean {
  const [keyId, der] = [textIn(key, 'keyId'), textIn(key, 'key')];
  return record.of(certificatesPart).some((one) => one.keyId === keyId && one.der === der);
}

/** The password of a new PFX: of the variable, or as it is typed; generated and shown once if nothing is. Rejects with the UserError `NO_TERMINAL`. */
export async function newPassword(file: PfxName, env: Environment, terminal: Terminal): Promise<string> {
  const { [PASSWORD_VARIABLE]: fromVariable = '' } = env;
  if (fromVariable !== '') return fromVariable;
  terminal.progress('');
  const typed = await terminal.askSecret(`Password for the new ${file} (empty: one is generated and shown): `);
  if (typed === undefined) {
    throw new UserError('NO_TERMINAL', 'There is no terminal to enter or show the password of the PFX.', {
      hint: `Set ${PASSWORD_VARIABLE} to the password that the new ${file} gets.`,
    });
  }
  if (typed !== '') return typed;
  const generated = randomBytes(PASSWORD_BYTES).toString('base64url');
  terminal.err(`Password of ${file}, shown only once: ${generated}\n`);
  return generated;
}

async function makePfx<S extends PfxSetup>(
  { record, place, name, password }: S,
  { file: pfxFile, days }: CertificateKind<S>,
  now: EpochMs,
): Promise<Certificate> {
  const key = await newCertificate({
    commonName: name,
    bits: 3072,
    notBefore: new Date(now - CLOCK_SKEW_MS),
    notAfter: new Date(now + days * DAY_MS),
  });
  const pfx = writePfx({ ...key, friendlyName: name }, await password());
  const made = { keyId: randomUUID(), der: new X509Certificate(key.certificate).raw.toString('base64') };
  const others = record.of(filesPart).filter(({ file }) => file !== pfxFile);
  record.update(
    set(certificatesPart, [...record.of(certificatesPart), made]),
    set(filesPart, [...others, { file: pfxFile, sha256: digestOf(pfx), isAdded: undefined }]),
  );
  try {
    replaceFile(path.join(place.folder, pfxFile), pfx);
  } catch (error) {
    throw new UserError('FILE_UNWRITABLE', `${pfxFile} cannot be written (${describeError(error)}).`, {
      hint: 'Run the command in a folder where you may write files.',
      cause: error,
    });
  }
  return made;
}

/**
 * Sends the whole list with one more key, since Graph replaces it, and reads it back: two writers at a time would lose one. `addKey`
 * cannot add the first one. https://learn.microsoft.com/graph/api/application-addkey
 */
async function addKey({ keyId, der }: Certificate, { graph, record, place }: Setup): Promise<void> {
  const id = record.of(applicationPart)?.id ?? '';
  const before = await keysOf(graph, id);
  const added = jsonObject(graphKeyCredential(new X509Certificate(Buffer.from(der, 'base64')), keyId));
  await setKeys(graph, id, [...before, added]);
  const wanted = [...before, added].map((key) => textIn(key, 'keyId'));
  const isComplete = await retrying(async () => {
    const ids = (await keysOf(graph, id)).map((key) => textIn(key, 'keyId'));
    const all = wanted.every((one) => ids.includes(one));
    return { result: all, retry: all ? undefined : { rule: READ_BACK } };
  }, place.clock);
  if (isComplete) return;
  throw new UserError('SETUP_FAILED', 'The application does not have all certificates that were sent.', {
    hint: 'Somebody else may have changed them at the same time. Check them in the admin center, and run the command again.',
  });
}

/**
 * The certificates of an application with their keys, which Graph shows only if they are asked for by name. An application that is not
 * found is waited for: a list that only seems empty would replace all of them.
 */
async function keysOf(graph: AdminGraph, applicationId: string): Promise<readonly JsonObject[]> {
  const path = `/v1.0/applications/${applicationId}?$select=keyCredentials`;
  const keys = property(await graph.getMade(path, 'the application'), 'keyCredentials');
  return Array.isArray(keys) ? keys.filter(isObject) : [];
}

async function setKeys(graph: AdminGraph, applicationId: string, keys: readonly Json[]): Promise<void> {
  const body = { keyCredentials: [...keys] };
  await graph.write({ method: 'PATCH', path: `/v1.0/applications/${applicationId}`, body }, 'the application');
}

function jsonObject(value: object): JsonObject {
  return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, String(text)]));
}

function endOf(der: string): EpochMs {
  return new Date(new X509Certificate(Buffer.from(der, 'base64')).validTo).getTime();
}

function foreignPfx(file: PfxName): UserError {
  return new UserError('FILE_EXISTS', `There is already ${file}, which setup did not make.`, {
    hint: 'Move it away, or run the command in another folder.',
  });
}
