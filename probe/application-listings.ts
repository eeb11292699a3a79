import { isObject, property } from '../src/json.ts';
import { codeOf, member, must, needs, readable, rowsOf, textsOf, typed, typeOf } from './answer.ts';
import { lists, page, type Assumption, type Question } from './assumption.ts';

const GRAPH_API = 'https://learn.microsoft.com/graph/api';
const MODULE = 'https://learn.microsoft.com/powershell/module/exchange';
const GRAPH_APP = "servicePrincipals(appId='00000003-0000-0000-c000-000000000000')";
const EXCHANGE_APP = "servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')";

/** A listing of the organization, if the application has a role for it. */
function listing(cmdlet: string, ...select: readonly string[]): Question {
  return async (services) => {
    const answer = await services.command(cmdlet, select, {});
    needs(codeOf(answer) !== 'CommandNotFoundException', `The application has no role for ${cmdlet}.`);
    return answer;
  };
}

/** What the action relies on about applications and what they may do. */
export const APPLICATION_LISTINGS: readonly Assumption[] = [
  {
    id: 'GRAPH-50',
    statement: 'A service principal has `appId`, and `accountEnabled` as a boolean.',
    basis: 'documented',
    source: `${GRAPH_API}/resources/serviceprincipal`,
    method: 'Lists the first page.',
    check: lists(page('/v1.0/servicePrincipals?$select=id,appId,displayName,accountEnabled&$top=999'), {
      id: 'text',
      appId: 'text',
      displayName: 'text null',
      accountEnabled: 'boolean',
    }),
  },
  {
    id: 'GRAPH-51',
    statement: 'An assignment of an app role names role and principal by ID, and has a `principalType`.',
    basis: 'documented',
    source: `${GRAPH_API}/serviceprincipal-list-approleassignedto`,
    method: 'Lists those of Microsoft Graph.',
    check: lists(page(`/v1.0/${GRAPH_APP}/appRoleAssignedTo?$top=999`), {
      appRoleId: 'text',
      principalId: 'text',
      principalType: 'text',
      createdDateTime: 'text null',
    }),
  },
  {
    id: 'GRAPH-52',
    statement: 'Delegated permissions can be filtered for those of everyone, and have their scopes in one text.',
    basis: 'documented',
    source: `${GRAPH_API}/resources/oauth2permissiongrant`,
    method: 'Lists the first page.',
    check: async (services) => {
      const path = "/v1.0/oauth2PermissionGrants?$filter=consentType%20eq%20'AllPrincipals'&$top=999";
      const grants = rowsOf(await services.graphPage(path));
      typed(grants, { clientId: 'text', resourceId: 'text', scope: 'text null', consentType: 'text' });
      const others = textsOf(grants, 'consentType').filter((type) => type !== 'AllPrincipals');
      must(others.length === 0, 'only AllPrincipals', `${others.length} others`);
    },
  },
  {
    id: 'GRAPH-53',
    statement: 'Sign-ins of applications as clients are apart from the use of their APIs.',
    basis: 'documented',
    source: `${GRAPH_API}/resources/serviceprincipalsigninactivity`,
    method: 'Lists the first page.',
    check: lists(page('/beta/reports/servicePrincipalSignInActivities?$top=999'), {
      appId: 'text',
      applicationAuthenticationClientSignInActivity: 'object null absent',
      delegatedClientSignInActivity: 'object null absent',
    }),
  },
  {
    id: 'GRAPH-54',
    statement: 'An administrative unit has a `visibility`, and its members an `id`.',
    basis: 'documented',
    source: `${GRAPH_API}/administrativeunit-list-members`,
    method: 'Lists those of the first unit.',
    check: async (services) => {
      const units = rowsOf(
        await services.graphPage('/v1.0/directory/administrativeUnits?$select=id,displayName,visibility'),
      );
      typed(units, { visibility: 'text null' });
      const [id] = textsOf(units, 'id');
      needs(id !== undefined, 'The tenant has no administrative unit.');
      const path = `/v1.0/directory/administrativeUnits/${id ?? ''}/members?$select=id&$top=999`;
      typed(rowsOf(await services.graphPage(path)), { id: 'text' });
    },
  },
  {
    id: 'GRAPH-55',
    statement:
      'A registration has lists of certificates and secrets, and of federated credentials if they are expanded.',
    basis: 'documented',
    source: `${GRAPH_API}/resources/application`,
    method: 'Lists the first page.',
    check: lists(
      page(
        '/v1.0/applications?$select=appId,keyCredentials,passwordCredentials&$expand=federatedIdentityCredentials&$top=999',
      ),
      { appId: 'text', keyCredentials: 'list', passwordCredentials: 'list', federatedIdentityCredentials: 'list' },
    ),
  },
  {
    id: 'GRAPH-56',
    statement: 'App roles of Office 365 Exchange Online have an `id` and a `value`.',
    basis: 'documented',
    source: `${GRAPH_API}/resources/approle`,
    method: 'Requests its principal.',
    check: async (services) => {
      const { json } = readable(await services.graphPage(`/v1.0/${EXCHANGE_APP}?$select=id,appRoles`));
      const roles = property(json, 'appRoles');
      must(Array.isArray(roles), 'a list "appRoles"', typeOf(roles));
      typed(Array.isArray(roles) ? roles.filter(isObject) : [], { id: 'text', value: 'text null' });
    },
  },
  {
    id: 'GRAPH-57',
    statement: 'Owners of a service principal have an `id` and a name.',
    basis: 'documented',
    source: `${GRAPH_API}/serviceprincipal-list-owners`,
    method: 'Lists those of the first five service principals until one has an owner.',
    check: async (services) => {
      const principals = rowsOf(await services.graphPage('/v1.0/servicePrincipals?$select=id&$top=5'));
      for (const id of textsOf(principals, 'id')) {
        const path = `/v1.0/servicePrincipals/${id}/owners?$select=id,displayName,userPrincipalName`;
        const owners = rowsOf(await services.graphPage(path));
        if (owners.length === 0) continue;
        typed(owners, { id: 'text', displayName: 'text null absent', userPrincipalName: 'text null absent' });
        return;
      }
      needs(false, 'None of the service principals has an owner.');
    },
  },
  {
    id: 'EXCHANGE-90',
    statement: '`Get-ServicePrincipal` names an application by `ObjectId` and `AppId`.',
    basis: 'documented',
    source: `${MODULE}/get-serviceprincipal`,
    method: 'Lists them.',
    check: lists(listing('Get-ServicePrincipal', 'ObjectId', 'AppId', 'DisplayName'), {
      ObjectId: 'text',
      AppId: 'text',
    }),
  },
  {
    id: 'EXCHANGE-91',
    statement: '`Get-ManagementRoleAssignment` lists all assignments, with role, type of assignee, and write scope.',
    basis: 'documented',
    source: `${MODULE}/get-managementroleassignment`,
    method: 'Lists them.',
    check: lists(
      listing(
        'Get-ManagementRoleAssignment',
        'Role',
        'RoleAssignee',
        'RoleAssigneeType',
        'RecipientWriteScope',
        'Enabled',
      ),
      { Role: 'text', RoleAssigneeType: 'text', RecipientWriteScope: 'text', Enabled: 'boolean' },
    ),
  },
  {
    id: 'EXCHANGE-92',
    statement: 'A management scope has its filter as OPATH, and `Exclusive` as a boolean.',
    basis: 'documented',
    source: `${MODULE}/get-managementscope`,
    method: 'Lists them.',
    check: lists(listing('Get-ManagementScope', 'Name', 'RecipientFilter', 'Exclusive'), {
      Name: 'text',
      RecipientFilter: 'text null',
      Exclusive: 'boolean',
    }),
  },
  {
    id: 'EXCHANGE-93',
    statement: '`ScopeIdentityRaw` of an access policy is a SID and an object ID.',
    basis: 'observed',
    source: 'https://github.com/microsoft/Microsoft365DSC',
    method: 'Lists the access policies.',
    check: async (services) => {
      const policies = rowsOf(
        await listing('Get-ApplicationAccessPolicy', 'AppId', 'AccessRight', 'ScopeIdentityRaw', 'IsValid')(services),
      );
      typed(policies, { AppId: 'text', AccessRight: 'text', IsValid: 'boolean text' });
      const others = policies.filter((policy) => !/^S-[\d-]+;[0-9a-f-]{36}$/i.test(textOf(policy)));
      must(others.length === 0, 'SID;ID', `${others.length} others`);
    },
  },
  {
    id: 'EXCHANGE-94',
    statement: '`Get-Recipient` with `RecipientPreviewFilter` lists recipients with their object IDs.',
    basis: 'documented',
    source: `${MODULE}/get-recipient#-recipientpreviewfilter`,
    method: 'Lists the mailboxes of users.',
    check: lists(
      (services) =>
        services.command(
          'Get-Recipient',
          ['ExternalDirectoryObjectId'],
          { RecipientPreviewFilter: "RecipientTypeDetails -eq 'UserMailbox'", ResultSize: 'Unlimited' },
          { size: 100 },
        ),
      { ExternalDirectoryObjectId: 'text' },
    ),
  },
];

function textOf(policy: Parameters<typeof member>[0]): string {
  const text = member(policy, 'ScopeIdentityRaw');
  return typeof text === 'string' ? text : '';
}
