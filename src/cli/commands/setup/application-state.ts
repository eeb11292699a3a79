import { UserError } from '../../../errors.ts';
import { isText, isTruth, objectOf, optional, type Shape, type Shaped } from '../../../files/json-shape.ts';
import { isObject, property, textIn, type Json, type JsonObject } from '../../../json.ts';
import { hyphenated, shownText } from '../../../text/display.ts';
import type { AdminGraph } from './admin-graph.ts';
import type { RecordPart, SetupRecord } from './setup-record.ts';

const isApplication = objectOf({
  name: isText,
  uniqueName: isText,
  /** Whether this setup made it, so that `--undo` deletes it. */
  isOwn: isTruth,
  /** Without an ID, its creation was begun, and may have been cut off. */
  id: optional(isText),
  appId: optional(isText),
  principalId: optional(isText),
});
const isApplicationOrNone: Shape<Shaped<typeof isApplication> | undefined> = optional(isApplication);

export const applicationPart: RecordPart<Shaped<typeof isApplicationOrNone>> = {
  member: 'application',
  shape: isApplicationOrNone,
  empty: undefined,
};

/** The client ID of the application, which exists by then. */
export function appIdOf(record: SetupRecord): string {
  return record.of(applicationPart)?.appId ?? '';
}

/** The tag of the applications that setup makes. */
export const TAG = 'mailbox-report-setup';
const SELECT = '$select=id,appId,displayName,uniqueName,tags,requiredResourceAccess';

/** The application of the setup, as it is before. */
export type ApplicationState =
  | { readonly kind: 'none' }
  /** It is deleted, and keeps its unique name for 30 days. */
  | { readonly kind: 'deleted'; readonly id: string; readonly on: string }
  | {
      readonly kind: 'present';
      readonly id: string;
      readonly appId: string;
      /** Undefined: it has none yet. */
      readonly principalId: string | undefined;
      /** Whether the setup of this record made it. */
      readonly isOwn: boolean;
      readonly requiredResourceAccess: readonly JsonObject[];
    };

/** An application that is there; undefined if it is made or restored. */
export function presentOf(state: ApplicationState): Extract<ApplicationState, { kind: 'present' }> | undefined {
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

/**
 * Finds the application by its unique name, also among the deleted ones. Rejects with the UserError `SETUP_REFUSED` for one of this
 * name that setup did not make.
 */
export async function findApplication(graph: AdminGraph, name: string, record: SetupRecord): Promise<ApplicationState> {
  const uniqueName = uniqueNameOf(name);
  const found = await graph.get(`/v1.0/applications(uniqueName='${uniqueName}')?${SELECT}`);
  if (found !== undefined) {
    if (!isOfSetup(found, record)) throw foreign(name, textIn(found, 'appId'));
    const appId = textIn(found, 'appId');
    const principal = await graph.get(`/v1.0/servicePrincipals(appId='${appId}')?$select=id`);
    return {
      kind: 'present',
      id: textIn(found, 'id'),
      appId,
      principalId: textIn(principal, 'id') || undefined,
      isOwn: isOwnApplication(found, record),
      requiredResourceAccess: accessOf(found),
    };
  }
  const [sameName] = await graph.list(
    `/v1.0/applications?$filter=${encodeURIComponent(`displayName eq '${name.replaceAll("'", "''")}'`)}&$select=id,appId`,
  );
  if (sameName !== undefined) throw foreign(name, textIn(sameName, 'appId'));
  const deleted = (
    await graph.list(`/v1.0/directory/deletedItems/microsoft.graph.application?${SELECT},deletedDateTime`)
  ).find((item) => textIn(item, 'uniqueName') === uniqueName || textIn(item, 'id') === record.of(applicationPart)?.id);
  if (deleted === undefined) return { kind: 'none' };
  if (!isOfSetup(deleted, record)) throw foreign(name, textIn(deleted, 'appId'));
  return { kind: 'deleted', id: textIn(deleted, 'id'), on: textIn(deleted, 'deletedDateTime').slice(0, 10) };
}

/** The object ID of the application if this setup made it, also if that was cut off before its ID was recorded. */
export async function findOwnApplication(graph: AdminGraph, record: SetupRecord): Promise<string | undefined> {
  const application = record.of(applicationPart);
  if (application?.isOwn !== true) return undefined;
  if (application.id !== undefined) return application.id;
  const path = `/v1.0/applications(uniqueName='${application.uniqueName}')?$select=id,appId,tags`;
  const found = await graph.get(path);
  return found !== undefined && isOwnApplication(found, record) ? textIn(found, 'id') : undefined;
}

function isOfSetup(application: Json, record: SetupRecord): boolean {
  return textIn(application, 'id') === record.of(applicationPart)?.id || tagsOf(application).includes(TAG);
}

/** Whether an application was made by the setup of this record, for one whose creation was cut off before its ID was recorded. */
function isOwnApplication(application: Json, { setupId }: SetupRecord): boolean {
  return tagsOf(application).includes(setupId);
}

function tagsOf(application: Json): readonly Json[] {
  const tags = property(application, 'tags');
  return Array.isArray(tags) ? tags : [];
}

/** The permissions that an application requests. */
export function accessOf(application: Json | undefined): readonly JsonObject[] {
  const access = property(application, 'requiredResourceAccess');
  return Array.isArray(access) ? access.filter(isObject) : [];
}

function foreign(name: string, appId: string): UserError {
  return new UserError(
    'SETUP_REFUSED',
    `The tenant has an application ${shownText(name)} that setup did not make: ${appId}.`,
    { hint: 'Set --name to another name, or rename or delete that application if nothing uses it.' },
  );
}
