import { consentsPath } from '../src/applications/mail-consents.ts';
import { isObject, property } from '../src/json.ts';
import { member, must, needs, readable, rowsOf, textsOf, typed, typeOf } from './answer.ts';
import { all, allowed, cmdlet, lists, page, type Assumptions, type Check, type Question } from './assumption.ts';

const GRAPH_API = 'https://learn.microsoft.com/graph/api';
const MODULE = 'https://learn.microsoft.com/powershell/module/exchange';
const GRAPH_APP = "servicePrincipals(appId='00000003-0000-0000-c000-000000000000')";
const SID_AND_ID = /^S-[\d-]+;[0-9a-f-]{36}$/i;
const EXCHANGE_APP = "servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')";

/** A listing of the organization, if the application has a role for it. */
function listing(name: string, select: string): Question {
  return allowed(name, cmdlet(name, select));
}

const policies = listing('Get-ApplicationAccessPolicy', 'AppId AccessRight ScopeIdentityRaw IsValid');
const grants = page(consentsPath('AllPrincipals'));
const personal = page(consentsPath('Principal'));

/** What the action relies on about applications and what they may do. */
export const APPLICATION_LISTINGS: Assumptions = {
  'GRAPH-50': {
    statement: 'A service principal has `appId`, and `accountEnabled` as a boolean.',
    documented: `${GRAPH_API}/resources/serviceprincipal`,
    method: 'Lists the first page.',
    check: lists(page('/v1.0/servicePrincipals?$select=id,appId,displayName,accountEnabled&$top=999'), {
      id: 'text',
      appId: 'text',
      displayName: 'text null',
      accountEnabled: 'boolean',
    }),
  },
  'GRAPH-51': {
    statement: 'An assignment of an app role names role and principal by ID, and has a `principalType`.',
    documented: `${GRAPH_API}/serviceprincipal-list-approleassignedto`,
    method: 'Lists those of Microsoft Graph.',
    check: lists(page(`/v1.0/${GRAPH_APP}/appRoleAssignedTo?$top=999`), {
      appRoleId: 'text',
      principalId: 'text',
      principalType: 'text',
      createdDateTime: 'text null',
    }),
  },
  'GRAPH-52': {
    statement: 'Delegated permissions can be filtered for those of everyone, and have their scopes in one text.',
    documented: `${GRAPH_API}/resources/oauth2permissiongrant`,
    method: 'Lists the first page.',
    check: all(
      lists(grants, { clientId: 'text', resourceId: 'text', scope: 'text null', consentType: 'text' }),
      onlyOfType(grants, 'AllPrincipals'),
    ),
  },
  'GRAPH-53': {
    statement: 'Sign-ins of applications as clients are apart from the use of their APIs.',
    documented: `${GRAPH_API}/resources/serviceprincipalsigninactivity`,
    method: 'Lists the first page.',
    check: lists(page('/beta/reports/servicePrincipalSignInActivities?$top=999'), {
      appId: 'text',
      applicationAuthenticationClientSignInActivity: 'object null absent',
      delegatedClientSignInActivity: 'object null absent',
    }),
  },
  'GRAPH-54': {
    statement: 'An administrative unit has a `visibility`, and its members an `id`.',
    documented: `${GRAPH_API}/administrativeunit-list-members`,
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
  'GRAPH-55': {
    statement:
      'A registration has lists of certificates and secrets, and of federated credentials if they are expanded.',
    documented: `${GRAPH_API}/resources/application`,
    method: 'Lists the first page.',
    check: lists(
      page(
        '/v1.0/applications?$select=appId,keyCredentials,passwordCredentials&$expand=federatedIdentityCredentials&$top=999',
      ),
      { appId: 'text', keyCredentials: 'list', passwordCredentials: 'list', federatedIdentityCredentials: 'list' },
    ),
  },
  'GRAPH-56': {
    statement: 'App roles of Office 365 Exchange Online have an `id` and a `value`.',
    documented: `${GRAPH_API}/resources/approle`,
    method: 'Requests its principal.',
    check: async (services) => {
      const { json } = readable(await services.graphPage(`/v1.0/${EXCHANGE_APP}?$select=id,appRoles`));
      const roles = property(json, 'appRoles');
      must(Array.isArray(roles), 'a list "appRoles"', typeOf(roles));
      typed(Array.isArray(roles) ? roles.filter(isObject) : [], { id: 'text', value: 'text null' });
    },
  },
  'GRAPH-57': {
    statement: 'Owners of a service principal have an `id` and a name.',
    documented: `${GRAPH_API}/serviceprincipal-list-owners`,
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
  'GRAPH-58': {
    statement: 'Delegated permissions can be filtered for those that one person consented to, and name the person.',
    documented: `${GRAPH_API}/resources/oauth2permissiongrant`,
    method: 'Lists the first page.',
    check: all(
      lists(personal, { clientId: 'text', resourceId: 'text', scope: 'text null', principalId: 'text' }),
      onlyOfType(personal, 'Principal'),
    ),
  },
  'EXCHANGE-90': {
    statement:
      '`Get-ServicePrincipal` names an application by `ObjectId` and `AppId`; `Sid` was seen and is not documented.',
    documented: `${MODULE}/get-serviceprincipal`,
    method: 'Lists them.',
    check: lists(listing('Get-ServicePrincipal', 'ObjectId AppId DisplayName'), { ObjectId: 'text', AppId: 'text' }),
  },
  'EXCHANGE-91': {
    statement:
      '`Get-ManagementRoleAssignment` lists all assignments, with role, type of assignee, and write scope; groups and units were seen in `CustomResourceScope`.',
    documented: `${MODULE}/get-managementroleassignment`,
    method: 'Lists them.',
    check: lists(
      listing('Get-ManagementRoleAssignment', 'Role RoleAssignee RoleAssigneeType RecipientWriteScope Enabled'),
      { Role: 'text', RoleAssigneeType: 'text', RecipientWriteScope: 'text', Enabled: 'boolean' },
    ),
  },
  'EXCHANGE-92': {
    statement: 'A management scope has its filter as OPATH, and `Exclusive` as a boolean.',
    documented: `${MODULE}/get-managementscope`,
    method: 'Lists them.',
    check: lists(listing('Get-ManagementScope', 'Name RecipientFilter Exclusive'), {
      Name: 'text',
      RecipientFilter: 'text null',
      Exclusive: 'boolean',
    }),
  },
  'EXCHANGE-93': {
    statement: '`ScopeIdentityRaw` of an access policy is a SID and an object ID.',
    observed: 'https://github.com/microsoft/Microsoft365DSC',
    method: 'Lists the access policies.',
    check: all(lists(policies, { AppId: 'text', AccessRight: 'text', IsValid: 'boolean text' }), async (services) => {
      const others = rowsOf(await policies(services)).filter((policy) => !SID_AND_ID.test(scopeOf(policy))).length;
      must(others === 0, 'SID;ID', `${others} others`);
    }),
  },
  'EXCHANGE-94': {
    statement: '`Get-Recipient` with `RecipientPreviewFilter` lists recipients with their object IDs.',
    inferred: `${MODULE}/get-recipient#-recipientpreviewfilter (the page names LDAP; the filters of scopes are OPATH)`,
    method: 'Lists the mailboxes of users.',
    check: lists(
      cmdlet(
        'Get-Recipient',
        'ExternalDirectoryObjectId',
        { RecipientPreviewFilter: "RecipientTypeDetails -eq 'UserMailbox'", ResultSize: 'Unlimited' },
        100,
      ),
      { ExternalDirectoryObjectId: 'text' },
    ),
  },
};

function scopeOf(policy: Parameters<typeof member>[0]): string {
  const text = member(policy, 'ScopeIdentityRaw');
  return typeof text === 'string' ? text : '';
}

function onlyOfType(question: Question, wanted: string): Check {
  return async (services) => {
    const others = textsOf(rowsOf(await question(services)), 'consentType').filter((type) => type !== wanted).length;
    must(others === 0, `only ${wanted}`, `${others} others`);
  };
}
