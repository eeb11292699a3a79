import { UserError } from '../../../errors.ts';
import { isObject, property, textIn, type Json, type JsonObject } from '../../../json.ts';
import { hyphenated, shownText } from '../../../text/display.ts';
import { isDenied, type AdminGraph } from './admin-graph.ts';
import type { PermissionRole } from './permissions.ts';
import { appIdOf, type SetupRecord } from './setup-record.ts';
import { command, shellWord, type SetupStep, type SetupTools, type StepResult } from './setup-step.ts';

/** The tag of the applications that setup makes. */
const TAG = 'mailbox-report-setup';
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
  ).find((item) => textIn(item, 'uniqueName') === uniqueName || textIn(item, 'id') === record.content.application?.id);
  if (deleted === undefined) return { kind: 'none' };
  if (!isOfSetup(deleted, record)) throw foreign(name, textIn(deleted, 'appId'));
  return { kind: 'deleted', id: textIn(deleted, 'id'), on: textIn(deleted, 'deletedDateTime').slice(0, 10) };
}

function isOfSetup(application: Json, { content }: SetupRecord): boolean {
  const tags = property(application, 'tags');
  return textIn(application, 'id') === content.application?.id || (Array.isArray(tags) && tags.includes(TAG));
}

/** Whether an application was made by the setup of this record, for one whose creation was cut off before its ID was recorded. */
export function isOwnApplication(application: Json, { content }: SetupRecord): boolean {
  const tags = property(application, 'tags');
  return Array.isArray(tags) && tags.includes(content.setupId);
}

function foreign(name: string, appId: string): UserError {
  return new UserError(
    'SETUP_REFUSED',
    `The tenant has an application ${shownText(name)} that setup did not make: ${appId}.`,
    { hint: 'Set --name to another name, or rename or delete that application if nothing uses it.' },
  );
}

/** What the steps about the application need. */
export interface ApplicationSetup extends Pick<SetupTools, 'graph' | 'record' | 'portal'> {
  readonly name: string;
  readonly roles: readonly PermissionRole[];
}

/** Creates or restores the application and its principal, or adds the permissions that it does not request yet. */
export function applicationSteps(state: ApplicationState, setup: ApplicationSetup): readonly SetupStep[] {
  const { graph, record, portal, name, roles } = setup;
  const asked = state.kind === 'present' ? state.requiredResourceAccess : [];
  const newRoles = roles.filter((role) => !isRequested(asked, role));
  const permissionLines = newRoles.map(({ value, allows }) => `permission ${value} (${allows})`);
  const permissionCommands = newRoles.map(({ resourceAppId, id }) =>
    command(`az ad app permission add --id APP_ID --api ${resourceAppId} --api-permissions ${id}=Role`),
  );
  const made = (text: string): StepResult => ({ text, link: portal.application(appIdOf(record)) });
  const body = (): JsonObject => ({
    displayName: name,
    uniqueName: uniqueNameOf(name),
    signInAudience: 'AzureADMyOrg',
    tags: [TAG, record.content.setupId],
    notes: 'Made by "mailbox-report setup" of https://github.com/mailbox-report/mailbox-report',
    requiredResourceAccess: withRoles([], roles),
  });
  const steps: SetupStep[] = [];
  if (state.kind === 'none') {
    steps.push({
      mark: '+',
      lines: [`application ${name}`, ...permissionLines],
      commands: [
        command(`az ad app create --display-name ${shellWord(name)} --sign-in-audience AzureADMyOrg`),
        ...permissionCommands,
      ],
      make: async () => {
        const application = { name, uniqueName: uniqueNameOf(name), isOwn: true };
        await record.update({
          application: { ...application, id: undefined, appId: undefined, principalId: undefined },
        });
        const request = { method: 'POST', path: '/v1.0/applications', body: body() } as const;
        const { json } = await graph.write(request, 'the application').catch(refusedRegistration);
        await record.update({
          application: { ...application, id: textIn(json, 'id'), appId: textIn(json, 'appId'), principalId: undefined },
        });
        return made(`Created application ${name}, client ID ${appIdOf(record)}`);
      },
    });
  } else if (state.kind === 'deleted') {
    steps.push({
      mark: '+',
      lines: [`application ${name}, restored: it was deleted on ${state.on}`, ...permissionLines],
      commands: [
        command(`az rest --method post --url ${graph.url}/v1.0/directory/deletedItems/${state.id}/restore`),
        ...permissionCommands,
      ],
      make: async () => {
        const path = `/v1.0/directory/deletedItems/${state.id}/restore`;
        const { json } = await graph.write({ method: 'POST', path }, 'the application');
        const { id } = state;
        const application = { name, uniqueName: uniqueNameOf(name), isOwn: true, id, appId: textIn(json, 'appId') };
        await record.update({ application: { ...application, principalId: undefined } });
        const select = `/v1.0/applications/${id}?$select=requiredResourceAccess`;
        await requestRoles(setup, withRoles(accessOf(await graph.getMade(select, 'the application')), roles));
        return made(`Restored application ${name}, client ID ${appIdOf(record)}`);
      },
    });
  } else if (newRoles.length > 0) {
    steps.push({
      mark: '+',
      lines: permissionLines,
      commands: permissionCommands,
      make: async () => {
        await requestRoles(setup, withRoles(asked, roles));
        const names = newRoles.map(({ value }) => value).join(', ');
        return { text: `Added permission ${names}`, link: portal.permissions(appIdOf(record)) };
      },
    });
  }
  if (state.kind !== 'present' || state.principalId === undefined) {
    steps.push({
      mark: '+',
      lines: ['service principal (enterprise application)'],
      commands: [command('az ad sp create --id APP_ID')],
      make: async () => {
        const principalId = await makePrincipal(setup);
        const { application } = record.content;
        if (application !== undefined) await record.update({ application: { ...application, principalId } });
        return { text: 'Created service principal', link: portal.principal(principalId, appIdOf(record)) };
      },
    });
  }
  return steps;
}

async function requestRoles({ graph, record }: ApplicationSetup, access: Json): Promise<void> {
  const path = `/v1.0/applications/${record.content.application?.id ?? ''}`;
  await graph.write({ method: 'PATCH', path, body: { requiredResourceAccess: access } }, 'the application');
}

function refusedRegistration(error: unknown): never {
  if (!isDenied(error)) throw error;
  throw new UserError(
    'SETUP_REFUSED',
    'The account may not register applications: the tenant allows that to administrators only.',
    {
      hint:
        'Sign in with an account that has the role Application Developer, Application Administrator or Cloud Application Administrator, or ' +
        'ask such an administrator to run this command. --print prints the commands for them.',
      cause: error,
    },
  );
}

/** A restored application may have its principal still. */
async function makePrincipal({ graph, record }: ApplicationSetup): Promise<string> {
  const appId = appIdOf(record);
  const { status, json } = await graph.write(
    { method: 'POST', path: '/v1.0/servicePrincipals', body: { appId, tags: [TAG] } },
    'the application',
    (answer) => answer.status === 409,
  );
  if (status !== 409) return textIn(json, 'id');
  return textIn(await graph.get(`/v1.0/servicePrincipals(appId='${appId}')?$select=id`), 'id');
}

function accessOf(application: Json | undefined): readonly JsonObject[] {
  const access = property(application, 'requiredResourceAccess');
  return Array.isArray(access) ? access.filter(isObject) : [];
}

function isRequested(access: readonly JsonObject[], role: PermissionRole): boolean {
  return access.some((one) => {
    const entries = property(one, 'resourceAccess');
    const isOfResource = textIn(one, 'resourceAppId') === role.resourceAppId;
    return isOfResource && Array.isArray(entries) && entries.some((entry) => textIn(entry, 'id') === role.id);
  });
}

/** The permissions that an application requests, with further ones. */
function withRoles(access: readonly JsonObject[], roles: readonly PermissionRole[]): JsonObject[] {
  const resources = new Set([
    ...access.map((one) => textIn(one, 'resourceAppId')),
    ...roles.map(({ resourceAppId }) => resourceAppId),
  ]);
  return [...resources].map((resourceAppId) => {
    const present = access.filter((one) => textIn(one, 'resourceAppId') === resourceAppId);
    const entries = present.flatMap((one) => {
      const list = property(one, 'resourceAccess');
      return Array.isArray(list) ? list : [];
    });
    const added = roles
      .filter((role) => role.resourceAppId === resourceAppId && !isRequested(access, role))
      .map(({ id }): JsonObject => ({ id, type: 'Role' }));
    return { resourceAppId, resourceAccess: [...entries, ...added] };
  });
}
