import { UserError } from '../../../../errors.ts';
import { property, textIn, type Json, type JsonObject } from '../../../../json.ts';
import { isDenied, type AdminGraph } from '../admin-graph.ts';
import { accessOf, appIdOf, applicationPart, presentOf, TAG, uniqueNameOf } from '../application-state.ts';
import type { PermissionRole } from '../permissions.ts';
import { command, shellWord, type Resource, type Setup, type SetupStep, type StepResult } from '../resource.ts';
import { set } from '../setup-record.ts';

/** The application with the permissions that it requests, and its principal. */
export const application: Resource = {
  part: applicationPart,
  on: 'tenant',
  plan: (setup) => ({ steps: [...registrationSteps(setup), ...principalSteps(setup)] }),
  undo: ({ graph, record, place, application: end }) => {
    const { name = '', appId } = record.of(applicationPart) ?? {};
    if (end.kind === 'other') return { lines: [] };
    if (end.kind === 'shared') {
      const note = `The application ${name} is kept: it has credentials that setup did not make here.`;
      return { lines: [], notes: [note] };
    }
    const { id } = end;
    return {
      lines: [`application ${name} (${appId ?? id}), permanently, with its permissions and credentials`],
      remove: async () => {
        if (await deletePermanently(graph, id)) return;
        place.terminal.out(
          'The application is deleted, but not permanently: the account may not. Its unique name stays taken for 30 days; the next setup restores it.\n',
        );
      },
    };
  },
};

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
        lines: [`application ${name}, restored: it was deleted on ${state.on}`, ...permissionLines],
        commands: [command(`az rest --method post --url ${graph.url}${path}`), ...permissionCommands],
        make: () => restore(setup, state.id, path).then(() => result('Restored')),
      },
    ];
  }
  if (newRoles.length === 0) return [];
  return [
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
        if (recorded !== undefined) await record.update(set(applicationPart, { ...recorded, principalId }));
        return { text: 'Created service principal', link: portal.principal(principalId, appIdOf(record)) };
      },
    },
  ];
}

async function register({ graph, record, name, roles }: Setup): Promise<void> {
  const own = { name, uniqueName: uniqueNameOf(name), isOwn: true };
  await record.update(set(applicationPart, { ...own, id: undefined, appId: undefined, principalId: undefined }));
  const body = {
    displayName: name,
    uniqueName: uniqueNameOf(name),
    signInAudience: 'AzureADMyOrg',
    tags: [TAG, record.setupId],
    notes: 'Made by "mailbox-report setup" of https://github.com/mailbox-report/mailbox-report',
    requiredResourceAccess: withRoles([], roles),
  };
  const request = { method: 'POST', path: '/v1.0/applications', body } as const;
  const { json } = await graph.write(request, 'the application').catch(refusedRegistration);
  const made = { id: textIn(json, 'id'), appId: textIn(json, 'appId'), principalId: undefined };
  await record.update(set(applicationPart, { ...own, ...made }));
}

async function restore(setup: Setup, id: string, path: string): Promise<void> {
  const { graph, record, name } = setup;
  const { json } = await graph.write({ method: 'POST', path }, 'the application');
  const own = { name, uniqueName: uniqueNameOf(name), isOwn: true };
  await record.update(set(applicationPart, { ...own, id, appId: textIn(json, 'appId'), principalId: undefined }));
  const select = `/v1.0/applications/${id}?$select=requiredResourceAccess`;
  await requestRoles(setup, accessOf(await graph.getMade(select, 'the application')));
}

/** Requests the permissions besides those that the application requests already. */
async function requestRoles({ graph, record, roles }: Setup, access: readonly JsonObject[]): Promise<void> {
  const path = `/v1.0/applications/${record.of(applicationPart)?.id ?? ''}`;
  const body = { requiredResourceAccess: withRoles(access, roles) };
  await graph.write({ method: 'PATCH', path, body }, 'the application');
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
async function makePrincipal({ graph, record }: Setup): Promise<string> {
  const appId = appIdOf(record);
  const { status, json } = await graph.write(
    { method: 'POST', path: '/v1.0/servicePrincipals', body: { appId, tags: [TAG] } },
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
 * Permanently, since its unique name would stay taken. Returns whether it is gone for good: an account may delete an application and not
 * end its 30 days.
 */
async function deletePermanently(graph: AdminGraph, id: string): Promise<boolean> {
  const isDeleted = await graph.remove(`/v1.0/applications/${id}`);
  const path = `/v1.0/directory/deletedItems/${id}`;
  try {
    // Right after it was deleted it may not be among the deleted ones yet.
    if (isDeleted) await graph.write({ method: 'DELETE', path }, 'the deletion');
    else await graph.remove(path);
    return true;
  } catch (error) {
    if (isDenied(error)) return false;
    throw error;
  }
}
