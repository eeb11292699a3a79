import { expect, test } from '@jest/globals';
import { grantsOfRoles, policiesIn, readRoleGrants } from '../../src/applications/role-grants.ts';
import { known } from '../../src/reports/known.ts';
import type { JsonObject } from '../../src/json.ts';

const ID = '61d16b8e-dd90-491b-8166-430ad68352c8';
const UNIT = '1aa4fac8-abe3-4481-8151-b561ea757c4b';
const CRM = { id: ID, appId: 'app', name: 'CRM', names: [ID, 'app', 'crm'], sid: '' };
const ROOT = 'EURPR05A010.PROD.OUTLOOK.COM/Microsoft Exchange Hosted Organizations/contoso.onmicrosoft.com';
const SALES: JsonObject = {
  Name: 'Sales',
  ScopeRestrictionType: 'RecipientScope',
  Exclusive: false,
  RecipientRoot: ROOT,
  RecipientFilter: "Alias -eq 'x'",
};
const ASSIGNMENT: JsonObject = {
  Role: 'Application Mail.Read',
  RoleAssignee: ID,
  RoleAssigneeType: 'ServicePrincipal',
  RoleAssignmentDelegationType: 'Regular',
  Enabled: true,
  CustomResourceScope: null,
  RecipientWriteScope: 'Organization',
  CustomRecipientWriteScope: null,
};

function grantsOf(assignment: JsonObject, scope: JsonObject = {}, principals = [CRM]) {
  const assignments = [{ ...ASSIGNMENT, ...assignment }];
  const roles = {
    principals: known(principals),
    assignments: known(assignments),
    scopes: known([{ ...SALES, ...scope }]),
    policies: known([]),
  };
  return grantsOfRoles(roles, ({ id, appId, name }) => ({ id, appId, name, isEnabled: true }));
}

const REGULAR = { RecipientWriteScope: 'CustomRecipientScope', CustomResourceScope: 'sales' };

test.each<[string, JsonObject, string, string]>([
  ['no scope', {}, 'tenant', ''],
  ['no scope that applies', { RecipientWriteScope: 'Not Applicable' }, 'tenant', ''],
  ['a management scope', REGULAR, 'scope', "filter Alias -eq 'x'"],
  [
    'one that only the old property names',
    { ...REGULAR, CustomResourceScope: null, CustomRecipientWriteScope: 'Sales' },
    'scope',
    "filter Alias -eq 'x'",
  ],
  ['a group', { RecipientWriteScope: 'Group', RecipientGroupScope: 'Board' }, 'group', 'group Board'],
  [
    'a group in another property',
    { RecipientWriteScope: 'Group', CustomResourceScope: 'Board' },
    'group',
    'group Board',
  ],
  [
    'a unit',
    { RecipientWriteScope: 'AdministrativeUnit', CustomRecipientWriteScope: UNIT.toUpperCase() },
    'scope',
    `unit ${UNIT}`,
  ],
  ['a unit in place of a scope', { ...REGULAR, CustomResourceScope: UNIT }, 'scope', `unit ${UNIT}`],
  ['a scope that is not listed', { ...REGULAR, CustomResourceScope: 'Nowhere' }, 'unknown', ''],
  ['a scope of another kind', { RecipientWriteScope: 'MyDistributionGroups' }, 'unknown', ''],
  ['a write scope that is left out', { RecipientWriteScope: null }, 'unknown', ''],
  ['a state that is left out', { Enabled: null }, 'unknown', ''],
  ['a scope without its name', { RecipientWriteScope: 'CustomRecipientScope' }, 'unknown', ''],
])('reads the scope of an assignment with %s', (_case, assignment, kind, members) => {
  const { grants, scopes, gaps } = grantsOf(assignment);
  expect(grants.map(({ scope }) => scope?.kind)).toEqual([kind]);
  expect(scopes.map((scope) => scope.members)).toEqual(members === '' ? [] : [members]);
  expect(gaps).toEqual([]);
});

test.each<[string, JsonObject]>([
  ['is exclusive', { Exclusive: true }],
  ['may be exclusive', { Exclusive: null }],
  ['is about servers', { ScopeRestrictionType: 'ServerScope' }],
  ['has no filter', { RecipientFilter: null }],
  ['is about an organizational unit', { RecipientRoot: `${ROOT}/Board` }],
])('does not know the mailboxes of a scope that %s', (_case, scope) => {
  expect(grantsOf(REGULAR, scope).grants.map((grant) => grant.scope?.kind)).toEqual(['unknown']);
});

test.each<[string, JsonObject]>([
  ['delegates', { RoleAssignmentDelegationType: 'DelegatingOrgWide' }],
  ['is disabled', { Enabled: false }],
  ['is of a role group', { RoleAssigneeType: 'RoleGroup', RoleAssignee: 'CRM' }],
  ['is of another role', { Role: 'Mail Recipients' }],
])('ignores an assignment that %s', (_case, assignment) => {
  expect(grantsOf(assignment)).toEqual({ grants: [], scopes: [], gaps: [] });
});

test('does not know whose an assignment is whose role is left out', () => {
  expect(grantsOf({ Role: null })).toEqual({
    grants: [],
    scopes: [],
    gaps: ['RBAC for Applications: an assignment of a role has no Role'],
  });
});

test('finds the application by ID or name, in any property, and the role in any case', () => {
  for (const assignment of [
    { RoleAssignee: 'CRM' },
    { RoleAssignee: 'contoso.onmicrosoft.com/crm', RoleAssigneeName: ID.toUpperCase() },
    { Role: 'application  mail.read' },
  ]) {
    const { grants } = grantsOf(assignment);
    expect(grants.map(({ principal }) => principal.id)).toEqual([ID]);
  }
});

test('does not know whose an assignment is that names no application, or several', () => {
  const other = { ...CRM, id: 'other', names: ['other', 'crm'] };
  for (const { grants, gaps } of [
    grantsOf({ RoleAssignee: 'x' }),
    grantsOf({ RoleAssignee: 'CRM' }, {}, [CRM, other]),
  ]) {
    expect(grants).toEqual([]);
    expect(gaps).toEqual([expect.stringContaining('it is not known which application it is')]);
  }
});

test.each<[string, JsonObject, string, string, readonly boolean[]]>([
  ['a group', {}, 'nested', `nested ${UNIT}`, [false]],
  ['text for a truth value', { IsValid: 'True' }, 'nested', `nested ${UNIT}`, [false]],
  ['a denial', { AccessRight: 'DenyAccess' }, 'nested', `nested ${UNIT}`, [true]],
  ['a group that is gone', { IsValid: false }, 'unknown', `gone ${UNIT}`, [false]],
  ['no validity', { IsValid: null }, 'unknown', `gone ${UNIT}`, [false]],
  ['no ID', { ScopeIdentityRaw: 'S-1-5-21-1' }, 'unknown', 'gone ', [false]],
  // It may do either.
  [
    'another right',
    { AccessRight: 'AuditAccess' },
    'unknown',
    'unknown its right AuditAccess is not supported',
    [true, false],
  ],
  ['no right', { AccessRight: null }, 'unknown', 'unknown the policy has no AccessRight', [true, false]],
])('reads an access policy with %s', (_case, changes, kind, members, denials) => {
  const policy = {
    AppId: 'APP',
    AccessRight: 'RestrictAccess',
    ScopeName: 'Sales',
    ScopeIdentityRaw: `S-1-5-21-1;${UNIT.toUpperCase()}`,
    IsValid: true,
    ...changes,
  };
  const { policies, scopes } = policiesIn(known([policy]));
  expect(policies).toEqual(
    known(
      denials.map((isDenied) => ({
        appId: 'app',
        isDenied,
        name: 'Sales',
        members: expect.stringMatching(new RegExp(`^${members}$`, 'i')),
      })),
    ),
  );
  expect(scopes.map((scope) => scope.kind)).toEqual([kind]);
});

test('takes a policy whose application is left out for one of any application', () => {
  const { policies } = policiesIn(known([{ AccessRight: 'DenyAccess', ScopeName: 'Sales', IsValid: true }]));
  expect(policies.isKnown ? policies.value.map(({ appId, isDenied }) => [appId, isDenied]) : []).toEqual([
    ['*', true],
    ['*', false],
  ]);
});

test('takes no assignment at all for no answer, since every tenant has those of its administrators', async () => {
  const roles = await readRoleGrants({
    runner: { run: () => Promise.resolve({ kind: 'read', body: { value: [] } }) },
    grants: () => Promise.resolve({ clientId: 'id', roles: [], isManagedIdentity: false }),
  });
  expect(roles).toMatchObject({
    assignments: { isKnown: false, detail: expect.stringMatching(/^Get-ManagementRoleAssignment returned nothing/) },
    principals: known([]),
    scopes: known([]),
    policies: known([]),
  });
  const { gaps } = grantsOfRoles(roles, ({ id, appId, name }) => ({ id, appId, name, isEnabled: true }));
  expect(gaps).toEqual([
    expect.stringMatching(/^RBAC for Applications: Get-ManagementRoleAssignment returned nothing/),
  ]);
});
