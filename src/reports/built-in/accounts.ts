import { signInCommands } from '../corrections.ts';
import type { ListingReport } from '../definition.ts';
import { oneOf, TEXT, TEXTS, TIME, TRUTH, typedColumns, WHOLE_NUMBER } from './column-types.ts';

const LAST = 'signIn.signInActivity.lastSignInDateTime';
const LAST_OTHER = 'signIn.signInActivity.lastNonInteractiveSignInDateTime';
const LAST_SUCCESS = 'signIn.signInActivity.lastSuccessfulSignInDateTime';
const PREMIUM = 'the application permission AuditLog.Read.All and Microsoft Entra ID P1';
const LICENSED = { type: 'array', minItems: 1 };

function utc(path: string): string {
  return `utc({ dateTime: ${path}, timeZone: 'UTC' })`;
}

/**
 * The account behind each mailbox. Graph shows no sign-ins of an account that never signed in, so that they are blank. Attempts that
 * failed, such as those of a password spray, say nothing about use, so that only success counts. Sign-ins are a listing of their own, since Graph refuses users altogether without the grants for them.
 * https://learn.microsoft.com/graph/api/user-list, https://learn.microsoft.com/graph/api/resources/signinactivity
 */
export const accounts: ListingReport = {
  name: 'accounts',
  answers: 'Who can sign in, when somebody last did, with which licenses and MFA',
  permissions: ['User.Read.All'],
  request: {
    version: 'v1.0',
    listing: 'users',
    query: {
      $select:
        'id,userPrincipalName,mail,proxyAddresses,displayName,accountEnabled,userType,department,jobTitle,assignedLicenses,createdDateTime,lastPasswordChangeDateTime',
      $top: '999',
    },
    match: 'userPrincipalName',
    alsoMatch: ['id', 'mail', 'proxyAddresses'],
    absent: 'not-found',
    beside: {
      signIn: {
        version: 'v1.0',
        listing: 'users',
        // The largest page with sign-ins.
        query: { $select: 'id,signInActivity', $top: '500' },
        key: 'id',
        shows: 'sign-ins',
        needs: PREMIUM,
      },
      registration: {
        version: 'v1.0',
        listing: 'reports/authenticationMethods/userRegistrationDetails',
        key: 'id',
        shows: 'MFA',
        needs: PREMIUM,
      },
      skus: {
        version: 'v1.0',
        listing: 'subscribedSkus',
        key: undefined,
        shows: 'part numbers of licenses',
        otherwise: '"Licenses" has their IDs, and rules about part numbers are inconclusive',
        needs: 'the application permission LicenseAssignment.Read.All',
      },
    },
  },
  members: {
    displayName: 'blank',
    userPrincipalName: 'value',
    accountEnabled: 'value',
    userType: 'value',
    department: 'blank',
    jobTitle: 'blank',
    assignedLicenses: 'blank',
    createdDateTime: 'value',
    lastPasswordChangeDateTime: 'blank',
    signIn: 'value',
    'signIn.signInActivity': 'optional',
    [LAST]: 'blank',
    [LAST_OTHER]: 'blank',
    [LAST_SUCCESS]: 'blank',
    registration: 'value',
    'registration.isMfaRegistered': 'value',
    'registration.isMfaCapable': 'value',
  },
  ...typedColumns({
    DisplayName: ['displayName', TEXT],
    UserPrincipalName: ['userPrincipalName', TEXT],
    AccountEnabled: ['accountEnabled', TRUTH],
    UserType: ['userType', oneOf('Member', 'Guest')],
    Department: ['department', TEXT],
    JobTitle: ['jobTitle', TEXT],
    Licenses: ['part_numbers(assignedLicenses, skus)', TEXTS],
    CreatedOn: [utc('createdDateTime'), TIME],
    LastSignIn: [utc(LAST), TIME],
    LastNonInteractiveSignIn: [utc(LAST_OTHER), TIME],
    LastSuccessfulSignIn: [utc(LAST_SUCCESS), TIME],
    DaysSinceSignIn: [`days_since(${LAST_SUCCESS})`, WHOLE_NUMBER],
    MfaRegistered: ['registration.isMfaRegistered', TRUTH],
    MfaCapable: ['registration.isMfaCapable', TRUTH],
    LastPasswordChange: [utc('lastPasswordChangeDateTime'), TIME],
  }),
  sentences: {
    DisplayName: 'The display name is {DisplayName}',
    UserPrincipalName: 'The user principal name is {UserPrincipalName}',
    AccountEnabled: { true: 'The account can sign in', false: 'Sign-in to the account is blocked' },
    UserType: 'The account is a {UserType}',
    Department: 'The department is {Department}',
    JobTitle: 'The job title is {JobTitle}',
    Licenses: { '': 'The account has no license', '*': 'The account has the licenses {Licenses}' },
    CreatedOn: 'The account was created at {CreatedOn}',
    LastSignIn: { '': 'No attempt to sign in is known', '*': 'The last attempt to sign in was at {LastSignIn}' },
    LastNonInteractiveSignIn: {
      '': 'No attempt of an application to sign in for the account is known',
      '*': 'The last attempt of an application to sign in for the account was at {LastNonInteractiveSignIn}',
    },
    LastSuccessfulSignIn: {
      '': 'No successful sign-in is known',
      '*': 'The last successful sign-in was at {LastSuccessfulSignIn}',
    },
    DaysSinceSignIn: {
      '': 'No successful sign-in is known',
      '*': 'The last successful sign-in was {DaysSinceSignIn} days ago',
    },
    MfaRegistered: { true: 'MFA is registered', false: 'MFA is not registered' },
    MfaCapable: { true: 'The account can use MFA', false: 'The account cannot use MFA' },
    LastPasswordChange: {
      '': 'No change of the password is known',
      '*': 'The password was last changed at {LastPasswordChange}',
    },
  },
  // Entra ID lists no registration of disabled accounts.
  notApplicable: {
    MfaRegistered: { column: 'AccountEnabled', is: false },
    MfaCapable: { column: 'AccountEnabled', is: false },
  },
  compare: { ignore: ['LastSignIn', 'LastNonInteractiveSignIn', 'LastSuccessfulSignIn', 'DaysSinceSignIn'] },
  manual: signInCommands('AccountEnabled', true),
  highlights: [
    {
      title: 'Shared mailbox can sign in and has a license',
      topic: 'Access',
      counted: ['shared mailbox can sign in and has a license', 'shared mailboxes can sign in and have a license'],
      when: { AccountEnabled: { const: true }, Licenses: LICENSED },
      beside: { 'mailbox-settings': { UserPurpose: { const: 'shared' } } },
      columns: ['AccountEnabled', 'Licenses', 'LastSuccessfulSignIn'],
    },
    {
      title: 'No sign-in for 90 days, and still licensed',
      topic: 'Access',
      counted: ['licensed mailbox had no sign-in for 90 days', 'licensed mailboxes had no sign-in for 90 days'],
      when: {
        Licenses: LICENSED,
        DaysSinceSignIn: { anyOf: [{ type: 'null' }, { minimum: 90 }] },
        CreatedOn: { format: 'date-time', formatMaximum: 'today-90d' },
      },
      columns: ['DaysSinceSignIn', 'LastSuccessfulSignIn', 'LastSignIn', 'Licenses', 'CreatedOn'],
    },
    {
      title: 'Enabled account without MFA',
      topic: 'Access',
      counted: ['enabled account has no MFA', 'enabled accounts have no MFA'],
      when: { AccountEnabled: { const: true }, MfaRegistered: { const: false } },
      columns: ['AccountEnabled', 'MfaRegistered', 'MfaCapable'],
    },
  ],
};
