import { randomUUID } from 'node:crypto';
import { UserError } from '../../../../errors.ts';
import { property, textIn, type Json, type JsonObject } from '../../../../json.ts';
import { isDenied, type AdminGraph, type GraphAnswer } from '../admin-graph.ts';
import {
  accessOf,
  appIdOf,
  applicationPart,
  isTagged,
  pathOfUniqueName,
  presentOf,
  TAG,
  uniqueNameOf,
  type DeletedApplication,
  type PresentApplication,
  type TenantApplication,
} from '../application-state.ts';
import { removeUnrecorded, type Credential } from '../credentials.ts';
import type { PermissionRole } from '../permissions.ts';
import { command, shellWord, type Resource, type Setup, type SetupStep, type StepResult } from '../resource.ts';
import { clear, RECORD_FILE, set } from '../setup-record.ts';

/** The application with the permissions that it requests, and its principal. */
export const application: Resource = {
  part: applicationPart,
  on: 'tenant',
  plan: (setup) => ({ steps: [...registrationSteps(setup), ...principalSteps(setup)] }),
  undo: ({ graph, record, place, application: undo }) => {
    const forget = (): void => record.update(clear(applicationPart));
    if (undo.kind === 'gone' || undo.kind === 'other') return { lines: [], remove: forget };
    const { name, appId } = undo.application;
    const shown = `application ${name} (${appId})`;
    if (undo.kind === 'shared') {
      const list = undo.others.join('; ');
      return { lines: [], notes: [`The ${shown} is kept: it has credentials that setup did not make here: ${list}.`] };
    }
    const { application: found, forever } = undo;
    if (found.kind === 'deleted' && !forever) {
      const note = `The ${shown} was deleted on ${found.on}. Within 30 days, setup restores it; "setup --undo --forever" deletes it for good.`;
      return { lines: [], notes: [note] };
    }
    const how = forever ? 'permanently, with its permissions and credentials' : 'which setup can restore for 30 days';
    return {
      lines: [`${shown}, ${how}`],
      remove: async () => {
        // From here on, an application that is not found is gone.
        record.update(set(applicationPart, recordedOf(found, undefined)));
        if (found.kind === 'present') await graph.remove(`/v1.0/applications/${found.id}`);
        if (!forever) return;
        if (await purge(graph, found)) return forget();
        place.terminal.out(
          'The application is deleted, but not permanently: the account may not. Its unique name stays taken for 30 days; the next setup restores it.\n',
        );
      },
    };
  },
};

/** What the record has of an application that the tenant shows. */
export function recordedOf(
  { name, uniqueName, isOwn, id, appId }: TenantApplication,
  principalId: string | undefined,
  isRestored = false,
) {
  return { name, uniqueName, isOwn, id, appId, principalId, isRestored: isRestored || undefined };
}

const OTHERS_REMOVED = `credentials that ${RECORD_FILE} does not name are removed before anything is granted`;

/** Creates or restores the application, or adds the permissions that it does not request yet. */
function registrationSteps(setup: Setup): readonly SetupStep[] {
  const { graph, record, portal, name, roles, application: state } = setup;
  const asked = presentOf(state)?.requiredResourceAccess ?? [];
  const newRoles = roles.filter((role) => !isRequested(asked, role));
  const permissionLines = newRoles.map(({ value, allows }) => `permission ${value} (${allows})`);
  const permissionCommands = newRoles.map(({ resourceAppId, id }) =>
    command(`az ad app permission add --id APP_ID --api ${resourceAppId} --api-permissions ${id}=Role`),
  );
  const added = { stage: 'application', mark: '+' } as const;
  const result = (done: string): StepResult => ({
    text: `${done} application ${name}, client ID ${appIdOf(record)}`,
    link: portal.application(appIdOf(record)),
  });
  if (state.kind === 'none') {
    const create = `az ad app create --display-name ${shellWord(name)} --sign-in-audience AzureADMyOrg`;
    return [
      {
        ...added,
        lines: [`application ${name}`, ...permissionLines],
        commands: [command(create), ...permissionCommands],
        make: () => register(setup).then(() => result('Created')),
      },
    ];
  }
  if (state.kind === 'deleted') {
    const path = `/v1.0/directory/deletedItems/${state.id}/restore`;
    return [
      {
        ...added,
        lines: [`application ${name}, restored: it was deleted on ${state.on}; ${OTHERS_REMOVED}`, ...permissionLines],
        commands: [command(`az rest --method post --url ${graph.url}${path}`), ...permissionCommands],
        make: async () => {
          const removed = await restore(setup, state, path);
          const { text, link } = result('Restored');
          return { text: `${text}; ${removedText(removed)}`, link };
        },
      },
    ];
  }
  const steps: SetupStep[] = [];
  if (record.of(applicationPart)?.isRestored === true) {
    steps.push({
      ...added,
      mark: '~',
      lines: [`application ${name}, which was restored: ${OTHERS_REMOVED}`],
      commands: [],
      make: async () => ({ text: `Examined application ${name}; ${removedText(await removeOthers(setup, state))}` }),
    });
  }
  if (newRoles.length === 0) return steps;
  return [
    ...steps,
    {
      ...added,
      lines: permissionLines,
      commands: permissionCommands,
      make: async () => {
        await requestRoles(setup, asked);
        const names = newRoles.map(({ value }) => value).join(', ');
        return { text: `Added permission ${names}`, link: portal.permissions(appIdOf(record)) };
      },
    },
  ];
}

function principalSteps(setup: Setup): readonly SetupStep[] {
  const { record, portal, application: state } = setup;
  if (presentOf(state)?.principalId !== undefined) return [];
  return [
    {
      stage: 'application',
      mark: '+',
      lines: ['service principal (enterprise application)'],
      commands: [command('az ad sp create --id APP_ID')],
      make: async () => {
        const principalId = await makePrincipal(setup);
        const recorded = record.of(applicationPart);
        if (recorded !== undefined) record.update(set(applicationPart, { ...recorded, principalId }));
        return { text: 'Created service principal', link: portal.principal(principalId, appIdOf(record)) };
      },
    },
  ];
}

async function register(setup: Setup): Promise<void> {
  const { graph, record, name, roles, place } = setup;
  const uniqueName = uniqueNameOf(name);
  const begun = record.of(applicationPart);
  // A creation that was cut off may have arrived.
  const isSame = begun !== undefined && begun.id === undefined && begun.uniqueName === uniqueName;
  const creation = (isSame ? begun.creation : undefined) ?? randomUUID();
  const own = { name, uniqueName, isOwn: true, begun: new Date(place.terminal.now()).toISOString() };
  record.update(set(applicationPart, { ...own, creation }));
  const body = {
    displayName: name,
    uniqueName,
    signInAudience: 'AzureADMyOrg',
    tags: [TAG, creation],
    notes: 'Made by "mailbox-report setup" of https://github.com/mailbox-report/mailbox-report',
    requiredResourceAccess: withRoles([], roles),
  };
  const request = { method: 'POST', path: '/v1.0/applications', body } as const;
  const isTaken = ({ status, message }: GraphAnswer): boolean => status === 400 && /property uniqueName/i.test(message);
  const { status, json } = await graph.write(request, 'the application', isTaken).catch((error: unknown) => {
    if (isDenied(error)) record.update(clear(applicationPart));
    throw refusedRegistration(error);
  });
  const made = status === 400 ? await madeBefore(setup, uniqueName, creation) : json;
  record.update(set(applicationPart, { ...own, id: textIn(made, 'id'), appId: textIn(made, 'appId') }));
}

/** The application of a creation whose answer was lost. Rejects with the UserError `SETUP_REFUSED` if another one has the name. */
async function madeBefore({ graph, record }: Setup, uniqueName: string, creation: string): Promise<Json | undefined> {
  const path = pathOfUniqueName(uniqueName, '$select=id,appId,tags');
  const found = await graph.getIfMade(path, 'the application');
  if (isTagged(found, creation)) return found;
  record.update(clear(applicationPart));
  throw new UserError(
    'SETUP_REFUSED',
    `Another application has the unique name ${uniqueName}: ${textIn(found, 'appId')}.`,
    {
      hint: 'It was made since the plan. Run the command again, and set --name to another name.',
    },
  );
}

async function restore(setup: Setup, state: DeletedApplication, path: string): Promise<readonly Credential[]> {
  const { graph, record } = setup;
  // A run that is cut off leaves the credentials to the next one.
  record.update(set(applicationPart, recordedOf(state, undefined, true)));
  await graph.write({ method: 'POST', path }, 'the application');
  const removed = await removeOthers(setup, state);
  const select = `/v1.0/applications/${state.id}?$select=requiredResourceAccess`;
  await requestRoles(setup, accessOf(await graph.getMade(select, 'the application')));
  return removed;
}

/** Removes the credentials of a restored application that the record does not name, before anything is granted to it. */
async function removeOthers({ graph, record, place }: Setup, state: TenantApplication): Promise<readonly Credential[]> {
  // Entra ID may restore the principal with the application.
  const principal = await graph.get(`/v1.0/servicePrincipals(appId='${state.appId}')?$select=id`);
  const principalId = textIn(principal, 'id') || undefined;
  const removed = await removeUnrecorded(graph, { id: state.id, principalId }, record, place);
  record.update(set(applicationPart, recordedOf(state, principalId)));
  return removed;
}

function removedText(removed: readonly Credential[]): string {
  if (removed.length === 0) return 'it had no other credentials';
  return `removed from it: ${removed.map(({ text }) => text).join('; ')}`;
}

/** Requests the permissions besides those that the application requests already. */
async function requestRoles({ graph, record, roles }: Setup, access: readonly JsonObject[]): Promise<void> {
  const path = `/v1.0/applications/${record.of(applicationPart)?.id ?? ''}`;
  const body = { requiredResourceAccess: withRoles(access, roles) };
  await graph.write({ method: 'PATCH', path, body }, 'the application');
}

function refusedRegistration(error: unknown): unknown {
  if (!isDenied(error)) return error;
  return new UserError(
    'SETUP_REFUSED',
    'The account may not register applications: the tenant allows that to administrators only.',
    {
      hint:
        'Sign in with an account that has the role Application Developer, Application Administrator or Cloud Application Administrator, or ' +
        'ask such an administrator to run this command. Or --print prints the commands for them: then run it again with --adopt APP_ID.',
      cause: error,
    },
  );
}

/** With this tag the portal lists the principal under "Enterprise applications". */
const SHOWN_TAG = 'WindowsAzureActiveDirectoryIntegratedApp';

/** A restored application may have its principal still. */
async function makePrincipal({ graph, record }: Setup): Promise<string> {
  const appId = appIdOf(record);
  const { status, json } = await graph.write(
    { method: 'POST', path: '/v1.0/servicePrincipals', body: { appId, tags: [TAG, SHOWN_TAG] } },
    'the application',
    (answer) => answer.status === 409,
  );
  if (status !== 409) return textIn(json, 'id');
  return textIn(await graph.get(`/v1.0/servicePrincipals(appId='${appId}')?$select=id`), 'id');
}

function isRequested(access: readonly JsonObject[], role: PermissionRole): boolean {
  return access.some((one) => {
    const isOfResource = textIn(one, 'resourceAppId') === role.resourceAppId;
    return isOfResource && entriesOf(one).some((entry) => textIn(entry, 'id') === role.id);
  });
}

function entriesOf(access: JsonObject): readonly Json[] {
  const entries = property(access, 'resourceAccess');
  return Array.isArray(entries) ? entries : [];
}

/** The permissions that an application requests, with further ones. */
function withRoles(access: readonly JsonObject[], roles: readonly PermissionRole[]): JsonObject[] {
  const resources = new Set([
    ...access.map((one) => textIn(one, 'resourceAppId')),
    ...roles.map(({ resourceAppId }) => resourceAppId),
  ]);
  return [...resources].map((resourceAppId) => {
    const entries = access.filter((one) => textIn(one, 'resourceAppId') === resourceAppId).flatMap(entriesOf);
    const added = roles
      .filter((role) => role.resourceAppId === resourceAppId && !isRequested(access, role))
      .map(({ id }): JsonObject => ({ id, type: 'Role' }));
    return { resourceAppId, resourceAccess: [...entries, ...added] };
  });
}

/**
 * Ends the 30 days of a deleted application and its principal. Returns whether both are gone for good: an account may delete an
 * application and not do this.
 */
async function purge(
  graph: AdminGraph,
  { kind, id, appId }: PresentApplication | DeletedApplication,
): Promise<boolean> {
  const deleted = '/v1.0/directory/deletedItems';
  try {
    const item = `${deleted}/${id}`;
    // Right after it was deleted it may not be among the deleted ones yet.
    if (kind === 'present') await graph.write({ method: 'DELETE', path: item }, 'the deletion');
    else await graph.remove(item);
    const principals = await graph.list(`${deleted}/microsoft.graph.servicePrincipal?$select=id,appId`);
    for (const one of principals) {
      if (textIn(one, 'appId') === appId) await graph.remove(`${deleted}/${textIn(one, 'id')}`);
    }
    return true;
  } catch (error) {
    if (isDenied(error)) return false;
    throw error;
  }
}
