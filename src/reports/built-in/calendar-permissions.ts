import { knownMembers } from '../../json.ts';
import { valueOf } from '../known.ts';
import { oneOf, someOf, TEXT, TRUTH, typedColumns } from './column-types.ts';
import type { GraphReport } from '../definition.ts';

/** The ID of the entry of everyone inside: `Default` in base64. https://learn.microsoft.com/graph/api/calendarpermission-get */
export const DEFAULT_ID = 'RGVmYXVsdA==';

/** https://learn.microsoft.com/graph/api/resources/calendarpermission */
export const ROLES = [
  'none',
  'freeBusyRead',
  'limitedRead',
  'read',
  'write',
  'delegateWithoutPrivateEventAccess',
  'delegateWithPrivateEventAccess',
  'custom',
];

/**
 * The permissions of the default calendar, one row a grant. The grant to everyone inside is called "My Organization" and
 * has no address. https://learn.microsoft.com/graph/api/calendar-list-calendarpermissions names the permission, which the
 * list of app roles in Entra ID calls `Calendars.ReadBasic.All`.
 */
export const calendarPermissions: GraphReport = {
  name: 'calendar-permissions',
  answers: 'Who can see or change a calendar',
  unit: 'calendar grant',
  permissions: ['Calendars.ReadBasic.All'],
  // The documentation says that "some" query options are supported, but not which.
  request: { path: 'calendar/calendarPermissions', version: 'v1.0' },
  // The grant to everyone inside cannot be taken away.
  neverEmpty: true,
  // Only the grant to everyone inside has no address. Whether it can be removed differs.
  members: {
    id: 'value',
    emailAddress: 'value',
    'emailAddress.name': 'blank',
    'emailAddress.address': 'optional',
    role: 'value',
    allowedRoles: 'value',
    isInsideOrganization: 'value',
    isRemovable: 'value',
  },
  rows: 'value',
  item: [['GrantedToAddress', 'GrantedTo']],
  // A grantee whose address is unknown, or who has none, can have the name of another.
  row: ['GrantedToAddress', 'InsideOrganization'],
  identity: ['id'],
  ...typedColumns({
    GrantedTo: ['emailAddress.name', TEXT],
    GrantedToAddress: [
      `emailAddress.address || (isRemovable == \`false\` || id == '${DEFAULT_ID}' ? \`null\` : 'inconclusive')`,
      TEXT,
    ],
    Role: ['role', oneOf(...ROLES)],
    AllowedRoles: ['allowedRoles', someOf(...ROLES)],
    InsideOrganization: ['isInsideOrganization', TRUTH],
    Removable: ['isRemovable', TRUTH],
  }),
  sentences: {
    GrantedTo: '{GrantedTo} has the role {Role} on the calendar',
    GrantedToAddress: {
      '': '{GrantedTo}, without an address, has the role {Role} on the calendar',
      '*': '{GrantedToAddress} has the role {Role} on the calendar',
    },
    Role: '{GrantedTo} has the role {Role} on the calendar',
    AllowedRoles: '{GrantedTo} can be given the roles {AllowedRoles} on the calendar',
    InsideOrganization: {
      true: '{GrantedTo}, inside the organization, has the role {Role} on the calendar',
      false: '{GrantedTo}, outside the organization, has the role {Role} on the calendar',
    },
    Removable: {
      true: 'The role {Role} of {GrantedTo} on the calendar can be removed',
      false: 'The role {Role} of {GrantedTo} on the calendar cannot be removed',
    },
  },
  right: 'The role {Role} of {GrantedTo} on the calendar',
  inView: {
    title: 'Calendar permissions',
    phrase: [
      { cell: 'GrantedTo' },
      { cell: 'GrantedToAddress', isAside: true },
      ': ',
      { cell: 'Role' },
      { cell: 'InsideOrganization', says: { false: ', outside' } },
    ],
  },
  auditLog: {
    operations: [
      'Add-MailboxFolderPermission',
      'Set-MailboxFolderPermission',
      'Remove-MailboxFolderPermission',
      'AddFolderPermissions',
      'ModifyFolderPermissions',
      'RemoveFolderPermissions',
      'UpdateFolderPermissions',
      'UpdateCalendarDelegation',
    ],
    rowParameters: ['User', 'MemberUpn'],
  },
  corrects: {
    target: 'calendarPermission',
    settings: { role: { accepts: (value) => value === 'none', expected: '"none"', choices: ['none'] } },
    removes: true,
    keptEntry: ({ cell }, { id }) =>
      knownMembers({
        id,
        emailAddress: knownMembers({
          name: valueOf(cell('GrantedTo')),
          address: valueOf(cell('GrantedToAddress')),
        }),
        role: valueOf(cell('Role')),
        isInsideOrganization: valueOf(cell('InsideOrganization')),
        isRemovable: valueOf(cell('Removable')),
      }),
    command: () => undefined,
  },
  highlights: [
    {
      title: 'Calendar open to everyone with details',
      topic: 'Access',
      counted: [
        'mailbox has a calendar open to everyone with details',
        'mailboxes have a calendar open to everyone with details',
      ],
      // The grant to everyone inside is the only one without an address.
      when: {
        GrantedToAddress: { const: null },
        Role: { enum: ROLES.filter((role) => !['none', 'freeBusyRead', 'custom'].includes(role)) },
      },
      columns: ['Role', 'GrantedTo', 'InsideOrganization'],
    },
  ],
};
