import { graphError, type GraphAnswer } from '../graph-errors.ts';
import type { JsonObject } from '../json.ts';
import { denied, isAllowed, REQUIREMENTS } from './callers.ts';
import { found, isAnswer, methodNotAllowed, notPresent, refused, type DirectoryRequest } from './directory-request.ts';
import { listAnswer, selected, selectIn, usersAnswer, type ObjectType } from './object-list.ts';
import type { Owner } from './application.ts';
import type { Registrations } from './registrations.ts';
import { administrativeUnitId } from './tenant-applications.ts';

/** https://learn.microsoft.com/graph/api/resources/administrativeunit */
const UNIT: ObjectType = {
  name: 'administrativeUnit',
  context: 'administrativeUnits',
  properties: ['id', 'displayName', 'description', 'visibility'],
  filters: { id: 'text', displayName: 'text' },
};
/** https://learn.microsoft.com/graph/api/reportroot-list-serviceprincipalsigninactivities */
const SIGN_IN: ObjectType = {
  name: 'servicePrincipalSignInActivity',
  context: 'reports/servicePrincipalSignInActivities',
  properties: [
    'id',
    'appId',
    'lastSignInActivity',
    'applicationAuthenticationClientSignInActivity',
    'applicationAuthenticationResourceSignInActivity',
    'delegatedClientSignInActivity',
    'delegatedResourceSignInActivity',
  ],
  filters: { appId: 'text' },
};

/** The answer to a request for administrative units and their members. */
export function answerAdministrativeUnits(request: DirectoryRequest, registrations: Registrations): GraphAnswer {
  const { path, method, caller, now } = request;
  if (method !== 'GET') return methodNotAllowed(now);
  if (!isAllowed(caller, REQUIREMENTS.readAdministrativeUnits)) return denied(now);
  const units = registrations.units.map(({ name, members, visibility = null }) => ({
    json: { id: administrativeUnitId({ name }), displayName: name, description: null, visibility },
    // Without Member.Read.Hidden. https://learn.microsoft.com/graph/api/administrativeunit-list-members
    members: visibility === null ? members : [],
  }));
  const { key, child } = path;
  if (key === undefined)
    return listAnswer(
      request,
      units.map(({ json }) => json),
      UNIT,
    );
  const unit = units.find(({ json }) => json.id === key.value.toLowerCase());
  if (unit === undefined) return notPresent(key.value, now);
  if (child === 'members') return usersAnswer(request, presentMembers(unit.members, registrations));
  if (child !== undefined) return refused(`Resource not found for the segment '${child}'.`, now);
  const select = selectIn(request, UNIT);
  return isAnswer(select) ? select : found(200, selected(unit.json, select), request, UNIT.context);
}

/** Those that were deleted are no members. */
function presentMembers(members: readonly string[], { userAt }: Registrations): readonly Owner[] {
  return members.map(userAt).filter(({ id }) => id !== '');
}

/** The answer to a request for the sign-ins of applications, which only beta has. */
export function answerSignInActivities(request: DirectoryRequest, registrations: Registrations): GraphAnswer {
  const { method, caller, root, now } = request;
  if (!root.endsWith('/beta'))
    return refused("Resource not found for the segment 'servicePrincipalSignInActivities'.", now);
  if (method !== 'GET') return methodNotAllowed(now);
  if (!isAllowed(caller, REQUIREMENTS.readSignIns)) {
    const message = 'Calling principal does not have required MSGraph permissions AuditLog.Read.All';
    return graphError(403, 'Authentication_MSGraphPermissionMissing', message, now);
  }
  if (registrations.options.withoutPremium === true) {
    const message = "Neither tenant is B2C or tenant doesn't have premium license";
    return graphError(403, 'Authentication_RequestFromNonPremiumTenantOrB2CTenant', message, now);
  }
  const activity = (time: string | undefined): JsonObject | null =>
    time === undefined ? null : { lastSignInDateTime: time, lastSignInRequestId: 'Aggregated' };
  const rows = registrations.principals.flatMap(({ clientId, about }) => {
    const { lastSignIn, lastUse } = about ?? {};
    const [last] = [lastSignIn ?? '', lastUse ?? ''].sort().reverse();
    if (last === undefined || last === '') return [];
    return [
      {
        id: Buffer.from(clientId).toString('base64'),
        appId: clientId,
        lastSignInActivity: activity(last),
        applicationAuthenticationClientSignInActivity: activity(lastSignIn),
        applicationAuthenticationResourceSignInActivity: activity(lastUse),
        // Sub-objects with null dates were seen.
        delegatedClientSignInActivity: { lastSignInDateTime: null, lastSignInRequestId: null },
        delegatedResourceSignInActivity: null,
      },
    ];
  });
  return listAnswer(request, rows, SIGN_IN);
}
