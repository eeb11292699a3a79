import type { DerivedTable } from '../table.ts';
import { applications, APPLICATIONS_PERMISSION } from './applications.ts';
import { TEXT, TEXTS, TRUTH, typedColumns } from './column-types.ts';

/** The applications of the tenant that reach mailboxes. `Permission`, `Scope` and `GrantedOn` are lists in one order. */
export const applicationsOfTenant = {
  about: 'tenant',
  name: 'applications-of-tenant',
  answers: 'Which applications have permissions to mailboxes, and who owns them',
  source: 'reports',
  comesWith: applications.name,
  permissions: [APPLICATIONS_PERMISSION],
  unit: 'application',
  rows: 'value',
  item: ['Application', 'AppId'],
  row: ['Permission', 'Scope'],
  ...typedColumns({
    Application: ['Application', TEXT],
    AppId: ['AppId', TEXT],
    Publisher: ['Publisher', TEXT],
    VerifiedPublisher: ['VerifiedPublisher', TEXT],
    FirstParty: ['FirstParty', TRUTH],
    Permission: ['Permission', TEXTS],
    Scope: ['Scope', TEXTS],
    GrantedOn: ['GrantedOn', TEXTS],
    LastSignIn: ['LastSignIn', TEXT],
    Owners: ['Owners', TEXTS],
    CredentialExpiresOn: ['CredentialExpiresOn', TEXT],
    Enabled: ['Enabled', TRUTH],
  }),
  comparisons: {
    Application: { advice: 'Names are not unique, and can be chosen freely: compare IDs, under AppId.' },
  },
  compare: { ignore: ['LastSignIn'] },
} satisfies DerivedTable;
