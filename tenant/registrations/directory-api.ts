import { badRequest, type GraphAnswer } from '../graph-errors.ts';
import { answerAdministrativeUnits, answerSignInActivities } from './administrative-units.ts';
import { answerAssignmentsOfUser } from './app-role-assignments.ts';
import { answerApplications } from './applications.ts';
import { answerDeletedItems } from './deleted-items.ts';
import type { DirectoryRequest } from './directory-request.ts';
import { answerGrantsOfUser, answerOrganization, answerPermissionGrants } from './organization.ts';
import type { Registrations } from './registrations.ts';
import { answerRoleAssignments } from './role-assignments.ts';
import { answerServicePrincipals } from './service-principals.ts';

/** What Graph answers to a request for objects of the directory. `roles`: IDs of directory roles of Exchange. */
export function answerDirectory(
  request: DirectoryRequest,
  registrations: Registrations,
  roles: readonly string[],
): GraphAnswer {
  const { path, now } = request;
  if (path.problem !== undefined) return badRequest(path.problem, now);
  registrations.replication.begin();
  switch (path.collection) {
    case 'applications':
      return answerApplications(request, registrations);
    case 'servicePrincipals':
      return answerServicePrincipals(request, registrations);
    case 'deletedItems':
      return answerDeletedItems(request, registrations);
    case 'roleAssignments':
      return answerRoleAssignments(request, registrations, roles);
    case 'administrativeUnits':
      return answerAdministrativeUnits(request, registrations);
    case 'servicePrincipalSignInActivities':
      return answerSignInActivities(request, registrations);
    case 'oauth2PermissionGrants':
      return answerPermissionGrants(request, registrations);
    case 'userPermissionGrants':
      return answerGrantsOfUser(request, registrations);
    case 'userAssignments':
      return answerAssignmentsOfUser(request, registrations);
    case 'organization':
    case 'domains':
    case 'me':
    case 'authorizationPolicy':
      return answerOrganization(request, registrations);
  }
}
