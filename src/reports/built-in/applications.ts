import type { DerivedReport } from '../definition.ts';
import { TEXTS, typedColumns } from './column-types.ts';

/** The permission to list applications and what they may do. https://learn.microsoft.com/graph/api/serviceprincipal-list */
export const APPLICATIONS_PERMISSION = 'Application.Read.All';

/** Columns of names alone. */
const NAMES = [
  'CanReadMail',
  'CanWriteMail',
  'CanSend',
  'CanChangeSettings',
  'CanUseCalendar',
  'Delegated',
  'ConsentedByPerson',
];

/**
 * Which applications reach which mailbox, a row a mailbox. It is made of listings of the tenant, and of the rights on mailboxes that
 * applications have.
 */
export const applications: DerivedReport = {
  name: 'applications',
  answers: 'Which applications can read, change and send mail',
  revision: 2,
  source: 'reports',
  deriver: 'applications',
  from: ['mailbox-permissions'],
  isOfTenant: true,
  asksExchange: true,
  permissions: [APPLICATIONS_PERMISSION],
  members: {},
  ...typedColumns({
    CanReadMail: ['CanReadMail', TEXTS],
    CanWriteMail: ['CanWriteMail', TEXTS],
    CanSend: ['CanSend', TEXTS],
    CanChangeSettings: ['CanChangeSettings', TEXTS],
    CanUseCalendar: ['CanUseCalendar', TEXTS],
    Through: ['Through', TEXTS],
    AppIds: ['AppIds', TEXTS],
    Delegated: ['Delegated', TEXTS],
    ConsentedByPerson: ['ConsentedByPerson', TEXTS],
    Unknown: ['Unknown', TEXTS],
  }),
  inView: { phrase: 'applications' },
  comparisons: {
    ...Object.fromEntries(
      NAMES.map((column) => [
        column,
        {
          advice:
            "Names are not unique, and can be chosen freely: compare IDs, under AppIds or, as pattern: '\\(ID\\): ', under Through.",
        },
      ]),
    ),
    Through: {
      form: '\\): [^:,]+, .',
      advice:
        "Its texts are NAME (ID): permission, way. Write pattern: '^{pattern} \\(' instead of const, or better the ID, which is unique: pattern: '\\(ID\\): '.",
    },
  },
  // What could not be decided is not a change.
  compare: { ignore: ['Unknown'] },
  sentences: {
    CanReadMail: { '': 'No application can read the mail', '*': '{CanReadMail} can read the mail' },
    CanWriteMail: { '': 'No application can change the mail', '*': '{CanWriteMail} can change the mail' },
    CanSend: { '': 'No application can send as the mailbox', '*': '{CanSend} can send as the mailbox' },
    CanChangeSettings: {
      '': 'No application can change the settings',
      '*': '{CanChangeSettings} can change the settings',
    },
    CanUseCalendar: { '': 'No application can use the calendar', '*': '{CanUseCalendar} can use the calendar' },
    Through: { '': 'No application has a permission', '*': 'Applications have permissions: {Through}' },
    AppIds: { '': 'No application has a permission', '*': 'Applications with these IDs have permissions: {AppIds}' },
    Delegated: {
      '': 'No application has consent for everyone to read mail',
      '*': '{Delegated} can read what the signed-in user can',
    },
    ConsentedByPerson: {
      '': 'The person consented to no application that uses mail',
      '*': 'The person consented to applications that use mail: {ConsentedByPerson}',
    },
    Unknown: { '': 'Everything about applications is known', '*': 'Not known: {Unknown}' },
  },
};
