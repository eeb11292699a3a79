import { UserError } from '../../../errors.ts';
import { isText, isTime, isTruth, objectOf, optional, where } from '../../../files/json-shape.ts';
import { isGuid, isObject, property, textIn, type Json, type JsonObject } from '../../../json.ts';
import { hyphenated, shownText } from '../../../text/display.ts';
import type { EpochMs } from '../../../text/numbers.ts';
import type { AdminGraph } from './admin-graph.ts';
import { RECORD_FILE, type RecordPart, type SetupRecord } from './setup-record.ts';

/** What the record has of the application. */
interface RecordedApplication {
  /** As the tenant shows both. An application that another program made may have no unique name. */
  readonly name: string;
  readonly uniqueName?: string | undefined;
  /** Whether this setup made it, so that `--undo` deletes it. */
  readonly isOwn: boolean;
  /** A GUID of this creation alone, which is also a tag of the application: it is found by it until its ID is recorded. */
  readonly creation?: string | undefined;
  /** When its creation was begun: the tenant may not show it yet. */
  readonly begun?: string | undefined;
  /** Undefined: its creation was begun, and may have been cut off. */
  readonly id?: string | undefined;
  readonly appId?: string | undefined;
  readonly principalId?: string | undefined;
  /** Whether it was restored, and credentials of others were not removed from it yet. */
  readonly isRestored?: boolean | undefined;
}

const isId = where(isText, isGuid);
const isApplication = objectOf({
  name: isText,
  uniqueName: optional(isText),
  isOwn: isTruth,
  creation: optional(isId),
  begun: optional(isTime),
  id: optional(isId),
  appId: optional(isId),
  principalId: optional(isId),
  isRestored: optional(isTruth),
});

export const applicationPart: RecordPart<RecordedApplication | undefined> = {
  member: 'application',
  shape: optional(isApplication),
  empty: undefined,
};

/** The client ID of the application, which exists by then. */
export function appIdOf(record: SetupRecord): string {
  return record.of(applicationPart)?.appId ?? '';
}

/** The tag of the applications that setup makes. */
export const TAG = 'mailbox-report-setup';
const SELECT = '$select=id,appId,displayName,uniqueName,tags,requiredResourceAccess';
const DELETED = `/v1.0/directory/deletedItems/microsoft.graph.application?${SELECT},deletedDateTime`;
/** Microsoft documents no limit for replication; more than five minutes were reported: microsoftgraph/msgraph-bicep-types#193. */
const REPLICATION_MS = 600_000;

/** An application as the tenant shows it. */
export interface TenantApplication {
  readonly id: string;
  readonly appId: string;
  readonly name: string;
  readonly uniqueName: string | undefined;
  /** Whether this setup made it. */
  readonly isOwn: boolean;
  readonly requiredResourceAccess: readonly JsonObject[];
}

export interface PresentApplication extends TenantApplication {
  readonly kind: 'present';
  /** Undefined: it has none yet. */
  readonly principalId: string | undefined;
}

/** It keeps its unique name for 30 days, and can be restored. */
export interface DeletedApplication extends TenantApplication {
  readonly kind: 'deleted';
  /** A day. */
  readonly on: string;
}

/** The application of the setup, as it is before. */
export type ApplicationState = { readonly kind: 'none' } | DeletedApplication | PresentApplication;

/** An application that is there; undefined if it is made or restored. */
export function presentOf(state: ApplicationState): PresentApplication | undefined {
  return state.kind === 'present' ? state : undefined;
}

/** The name that is unique in the tenant, of the name of an application. Throws the UserError `NAME_INVALID`. https://learn.microsoft.com/graph/api/application-upsert */
export function uniqueNameOf(name: string): string {
  const stem = hyphenated(name);
  if (stem !== '' && name.length <= 120) return stem;
  throw new UserError('NAME_INVALID', `--name cannot be ${shownText(name)}.`, {
    hint: 'Use a name of at most 120 characters that contains a letter from a to z or a digit.',
  });
}

/** The path of an application by its unique name, which a record that others wrote can have in any form. */
export function pathOfUniqueName(uniqueName: string, select: string): string {
  return `/v1.0/applications(uniqueName='${encodeURIComponent(uniqueName.replaceAll("'", "''"))}')?${select}`;
}

/** What finds the application. */
interface Search {
  readonly graph: AdminGraph;
  readonly record: SetupRecord;
  readonly now: EpochMs;
}

/**
 * Finds the application that the record names, else the one to adopt, also among the deleted ones. Rejects with the UserError
 * `SETUP_REFUSED` for one of the name that the record does not name, and as `findRecorded` does.
 *
 * @param adopt the client ID of an application that setup did not make, and is to use
 */
export async function findApplication(
  search: Search,
  { name, adopt }: { readonly name: string; readonly adopt: string | undefined },
): Promise<ApplicationState> {
  const { graph } = search;
  // What a creation that was cut off has made is found by its name when it is made again.
  const recorded = await findRecorded(search, false);
  if (recorded.kind !== 'none') return adopt === undefined ? recorded : requireAdopted(recorded, adopt);
  if (adopt !== undefined) return findAdopted(graph, adopt);
  const uniqueName = uniqueNameOf(name);
  const filter = encodeURIComponent(`displayName eq '${name.replaceAll("'", "''")}'`);
  const found =
    (await graph.get(pathOfUniqueName(uniqueName, SELECT))) ??
    (await graph.list(`/v1.0/applications?$filter=${filter}&$select=id,appId`))[0];
  if (found !== undefined) throw foreign(name, textIn(found, 'appId'));
  const deleted = (await graph.list(DELETED)).find((item) => textIn(item, 'uniqueName') === uniqueName);
  if (deleted === undefined) return { kind: 'none' };
  throw foreign(name, textIn(deleted, 'appId'), textIn(deleted, 'deletedDateTime').slice(0, 10));
}

/**
 * The application that the record names, as the tenant shows it. Rejects with the UserError `SETUP_RECORD` if the tenant shows another
 * one than was recorded: the file may have been changed. Rejects with `SETUP_FAILED` if the tenant does not show an application that was
 * made some minutes ago: it may be there all the same.
 *
 * @param waitsForBegun whether to wait some minutes for an application whose creation was cut off
 */
export async function findRecorded({ graph, record, now }: Search, waitsForBegun: boolean): Promise<ApplicationState> {
  const recorded = record.of(applicationPart);
  if (recorded === undefined) return { kind: 'none' };
  const isRecent = now - Date.parse(recorded.begun ?? '') < REPLICATION_MS;
  if (recorded.id === undefined) return findBegun(graph, recorded, isRecent && waitsForBegun);
  const path = `/v1.0/applications/${recorded.id}?${SELECT}`;
  const found = await graph.get(path);
  if (found !== undefined) return present(graph, requireSame(found, recorded), recorded.isOwn);
  const deleted = (await graph.list(DELETED)).find((item) => textIn(item, 'id') === recorded.id);
  if (deleted !== undefined) return deletedState(requireSame(deleted, recorded), recorded.isOwn);
  if (!isRecent) return { kind: 'none' };
  const made = await graph.getMade(path, 'the application');
  return made === undefined ? { kind: 'none' } : present(graph, requireSame(made, recorded), recorded.isOwn);
}

/** An application whose creation was cut off before its ID was recorded. Nothing but this creation knows its tag. */
async function findBegun(
  graph: AdminGraph,
  { uniqueName = '', creation }: RecordedApplication,
  waits: boolean,
): Promise<ApplicationState> {
  if (creation === undefined) return { kind: 'none' };
  const path = pathOfUniqueName(uniqueName, SELECT);
  const found = (await graph.get(path)) ?? (waits ? await graph.getIfMade(path, 'the application') : undefined);
  return found !== undefined && isTagged(found, creation) ? present(graph, found, true) : { kind: 'none' };
}

/** Whether an application has a tag. */
export function isTagged(application: Json | undefined, tag: string): boolean {
  const tags = property(application, 'tags');
  return Array.isArray(tags) && tags.includes(tag);
}

async function present(graph: AdminGraph, found: Json, isOwn: boolean): Promise<PresentApplication> {
  const application = applicationIn(found, isOwn);
  const principal = await graph.get(`/v1.0/servicePrincipals(appId='${application.appId}')?$select=id`);
  return { kind: 'present', ...application, principalId: textIn(principal, 'id') || undefined };
}

function deletedState(item: Json, isOwn: boolean): DeletedApplication {
  return { kind: 'deleted', ...applicationIn(item, isOwn), on: textIn(item, 'deletedDateTime').slice(0, 10) };
}

function applicationIn(application: Json, isOwn: boolean): TenantApplication {
  return {
    id: textIn(application, 'id'),
    appId: textIn(application, 'appId'),
    name: textIn(application, 'displayName'),
    uniqueName: textIn(application, 'uniqueName') || undefined,
    isOwn,
    requiredResourceAccess: accessOf(application),
  };
}

/** The permissions that an application requests. */
export function accessOf(application: Json | undefined): readonly JsonObject[] {
  const access = property(application, 'requiredResourceAccess');
  return Array.isArray(access) ? access.filter(isObject) : [];
}

/** Rejects an application that is not as it was recorded. One that setup made has its tag, which only an owner can set. */
function requireSame(found: Json, { appId, uniqueName, isOwn }: RecordedApplication): Json {
  const isSame = textIn(found, 'appId') === appId && textIn(found, 'uniqueName') === (uniqueName ?? '');
  if (isSame && (!isOwn || isTagged(found, TAG))) return found;
  const shown = `${shownText(textIn(found, 'displayName'))}, client ID ${textIn(found, 'appId')}`;
  throw new UserError(
    'SETUP_RECORD',
    `${RECORD_FILE} names an application by its object ID, and the tenant shows another one: ${shown}.`,
    { hint: 'The file may have been changed: restore it from the history of the repository. Nothing was changed.' },
  );
}

function requireAdopted(state: TenantApplication & ApplicationState, adopt: string): ApplicationState {
  if (state.appId === adopt.toLowerCase()) return state;
  throw new UserError('SETUP_RECORD', `${RECORD_FILE} is about another application: client ID ${state.appId}.`, {
    hint: 'Leave out --adopt, or delete that application first with "setup --undo".',
  });
}

async function findAdopted(graph: AdminGraph, adopt: string): Promise<ApplicationState> {
  const appId = adopt.toLowerCase();
  const found = await graph.get(`/v1.0/applications(appId='${appId}')?${SELECT}`);
  if (found !== undefined) return present(graph, found, false);
  const deleted = (await graph.list(DELETED)).find((item) => textIn(item, 'appId') === appId);
  if (deleted !== undefined) return deletedState(deleted, false);
  throw new UserError('SETUP_REFUSED', `The tenant has no application with the client ID ${appId}.`, {
    hint: 'Set --adopt to the Application (client) ID that App registrations shows. An application that was just made is shown after some minutes.',
  });
}

function foreign(name: string, appId: string, deletedOn?: string): UserError {
  const what = `an application ${shownText(name)}`;
  const message =
    deletedOn === undefined
      ? `The tenant has ${what} that ${RECORD_FILE} does not name: ${appId}.`
      : `The tenant deleted ${what} on ${deletedOn} that ${RECORD_FILE} does not name, and keeps its name for 30 days: ${appId}.`;
  return new UserError('SETUP_REFUSED', message, {
    hint:
      `Set --name to another name. Or, if you know who made it, add --adopt ${appId}: the plan then lists its owners and everything that ` +
      'can sign in with it.',
  });
}
