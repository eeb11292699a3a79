import { AFTER_CONSENT, consentUrl } from '../../../../auth/app-roles.ts';
import { isText, objectOf, where } from '../../../../files/json-shape.ts';
import { isGuid, isObject, property, textIn, type Json } from '../../../../json.ts';
import { isDenied, type AdminGraph } from '../admin-graph.ts';
import { CONSENT_SCOPE } from '../admin-token.ts';
import { appIdOf, applicationPart, presentOf } from '../application-state.ts';
import type { PermissionRole } from '../permissions.ts';
import { command, stayingOf, type Resource, type Setup, type StepResult } from '../resource.ts';
import { listPart, set, withMade } from '../setup-record.ts';

const isId = where(isText, isGuid);

/** Graph and Exchange Online have app roles with the same IDs. */
export const permissionsPart = listPart('permissions', objectOf({ name: isText, resourceId: isId, roleId: isId }));

/** The permissions that an administrator consents to. */
export const adminConsent: Resource = {
  part: permissionsPart,
  on: 'principal',
  plan: async (setup) => {
    const missing = await missingConsents(setup);
    if (missing.length === 0) return { steps: [] };
    const commands = [command('az ad app permission admin-consent --id APP_ID')];
    const make = (): Promise<StepResult> => consent(missing, setup);
    return { steps: [{ stage: 'application', mark: '+', lines: ['admin consent'], commands, make }] };
  },
  undo: async (undo) => {
    const { graph, record } = undo;
    const { principalId, name = '' } = stayingOf(undo) ?? {};
    const permissions = record.of(permissionsPart);
    if (principalId === undefined || permissions.length === 0) return { lines: [] };
    const path = assignmentsOf(principalId);
    const made = (await graph.list(path)).filter((granted) =>
      permissions.some(({ resourceId, roleId }) => isGrantOf(granted, resourceId, roleId)),
    );
    const names = await roleNames(graph, made);
    return {
      lines: made.map((granted) => `consent of ${name} to ${names.get(textIn(granted, 'appRoleId')) ?? ''}`),
      remove: async () => {
        for (const granted of made) await graph.remove(`${path}/${textIn(granted, 'id')}`);
      },
    };
  },
};

/** The names of permissions that were granted, by ID: those of the record may have been changed. */
async function roleNames(graph: AdminGraph, grants: readonly Json[]): Promise<ReadonlyMap<string, string>> {
  const names = new Map(grants.map((grant) => [textIn(grant, 'appRoleId'), textIn(grant, 'appRoleId')]));
  for (const resourceId of new Set(grants.map((grant) => textIn(grant, 'resourceId')))) {
    const roles = property(await graph.get(`/v1.0/servicePrincipals/${resourceId}?$select=appRoles`), 'appRoles');
    for (const role of (Array.isArray(roles) ? roles : []).filter(isObject)) {
      const id = textIn(role, 'id');
      if (names.has(id)) names.set(id, textIn(role, 'value'));
    }
  }
  return names;
}

function assignmentsOf(principalId = ''): string {
  return `/v1.0/servicePrincipals/${principalId}/appRoleAssignments`;
}

function isGrantOf(grant: Json, resourceId: string, roleId: string): boolean {
  return textIn(grant, 'resourceId') === resourceId && textIn(grant, 'appRoleId') === roleId;
}

async function missingConsents({ graph, application, roles }: Setup): Promise<readonly PermissionRole[]> {
  const principalId = presentOf(application)?.principalId;
  if (principalId === undefined) return roles;
  const grants = await graph.list(assignmentsOf(principalId));
  return roles.filter(({ resourceId, id }) => !grants.some((grant) => isGrantOf(grant, resourceId, id)));
}

/** Grants permissions. Without the role for it, the step is left, with the link for another administrator. */
async function consent(roles: readonly PermissionRole[], setup: Setup): Promise<StepResult> {
  const { record, portal, place } = setup;
  const clientId = appIdOf(record);
  for (const role of roles) {
    if (await grant(role, setup)) continue;
    const { lacks, source } = setup.token;
    const who = lacks.includes(CONSENT_SCOPE)
      ? `the token of ${source} lacks ${CONSENT_SCOPE}. Run setup again with --device-code, or an administrator opens the link`
      : 'a Privileged Role Administrator or Global Administrator opens the link';
    const text = `Admin consent is missing: ${who}. ${AFTER_CONSENT}`;
    const { authorityHost } = place;
    return { text, link: consentUrl({ authorityHost, tenantId: record.tenantId, clientId }), isLeft: true };
  }
  return { text: `Granted ${roles.map(({ value }) => value).join(', ')}`, link: portal.permissions(clientId) };
}

/** Returns whether the administrator may consent. */
async function grant({ id: roleId, value, resourceId }: PermissionRole, { graph, record }: Setup): Promise<boolean> {
  const principalId = record.of(applicationPart)?.principalId ?? '';
  const earlier = record.of(permissionsPart);
  record.update(set(permissionsPart, withMade(earlier, { name: value, resourceId, roleId })));
  try {
    const { status } = await graph.write(
      { method: 'POST', path: assignmentsOf(principalId), body: { principalId, resourceId, appRoleId: roleId } },
      'the service principal',
      (answer) => answer.status === 400 && /already exists/i.test(answer.message),
    );
    // Somebody else has consented meanwhile.
    if (status === 400) record.update(set(permissionsPart, earlier));
    return true;
  } catch (error) {
    if (!isDenied(error)) throw error;
    record.update(set(permissionsPart, earlier));
    return false;
  }
}
