import type { DerivedReport } from '../definition.ts';
import { ROLES } from './calendar-permissions.ts';
import { CALENDAR_RIGHT, MAILBOX_RIGHTS, RECEIVING } from '../../text/rights.ts';
import { mostly, TEXT, TRUTH, typedColumns } from './column-types.ts';

/** The permission to list groups and their members. https://learn.microsoft.com/graph/api/group-list-transitivemembers */
export const GROUPS_PERMISSION = 'GroupMember.Read.All';

/** The rights of trustees besides those on a calendar. */
const RIGHTS = [...MAILBOX_RIGHTS, ...RECEIVING];
/** `Through` of a right that the trustee has without a group. */
export const DIRECT = 'direct';

/** Who can open or receive what: a row for each trustee and right, of all reports in the run that have some. Groups are expanded. */
export const access: DerivedReport = {
  name: 'access',
  answers: 'Who can open a mailbox, also through groups, and who gets its mail',
  revision: 3,
  source: 'reports',
  deriver: 'access',
  usesInternalDomains: true,
  from: ['mailbox-permissions', 'calendar-permissions', 'mailbox-properties', 'inbox-rules'],
  unit: 'right',
  // To expand groups. The report is useful without it.
  permissions: [GROUPS_PERMISSION],
  members: {},
  rows: 'rights',
  item: ['Trustee', 'Right', 'Through'],
  row: ['Inside'],
  ...typedColumns({
    Trustee: ['Trustee', TEXT],
    TrusteeName: ['TrusteeName', TEXT],
    // Not an enumeration: Graph may add roles.
    Right: [
      'Right',
      {
        ...mostly(...RIGHTS, ...ROLES.map((role) => CALENDAR_RIGHT + role)),
        pattern: `^(?:${RIGHTS.join('|')}|${CALENDAR_RIGHT}.+)$`,
      },
    ],
    Through: ['Through', TEXT],
    Inside: ['Inside', TRUTH],
  }),
  sentences: {
    Trustee: '{Trustee} has the right {Right}',
    TrusteeName: '{TrusteeName} ({Trustee}) has the right {Right}',
    Right: '{Trustee} has the right {Right}',
    Through: { [DIRECT]: '{Trustee} has the right {Right}', '*': '{Trustee} has the right {Right} through {Through}' },
    Inside: {
      true: '{Trustee}, who is inside, has the right {Right}',
      false: '{Trustee}, who is outside, has the right {Right}',
    },
  },
  right: 'The right {Right} of {Trustee}',
  inView: { phrase: 'access' },
  highlights: [
    {
      title: 'Somebody outside has access',
      topic: 'Access',
      counted: ['mailbox gives somebody outside access', 'mailboxes give somebody outside access'],
      when: { Inside: { const: false }, Right: { not: { enum: [...RECEIVING] } } },
      columns: ['Trustee', 'Right', 'Through'],
    },
  ],
};
