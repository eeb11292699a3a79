import { grantTo, mailboxesOf, setRights } from '../../__tests__/support/mailbox-rights.ts';
import { endpointLines } from '../../tenant/endpoints.ts';
import { HOSTILE, type Habits } from '../../tenant/habits.ts';
import { People } from '../../tenant/people.ts';
import { startTenant, type ApplicationOptions, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { now } from '../fixed-time.ts';

const MAILBOXES = 20;
const SEED = 4;

/** The organisation of tests, in which a few mailboxes show every kind. */
const HABITS: Habits = {
  ...HOSTILE,
  kinds: [
    ['shared', 14],
    ['room', 8],
    ['equipment', 4],
    ['on-premises', 6],
    ['inactive', 6],
    ['blocked', 6],
    ['missing', 6],
  ],
  repliesOff: 0.4,
  repliesUnscheduled: 0.7,
  forwarding: 0.3,
  openMailboxes: 0.4,
  smtpAuth: 0.3,
  protocolUse: [0.4, 0.3, 0.2],
};

const ROLES = [
  'Mail.ReadBasic.All',
  'User.Read.All',
  'GroupMember.Read.All',
  'LicenseAssignment.Read.All',
  'AuditLog.Read.All',
  'Reports.Read.All',
  'Application.Read.All',
  'AdministrativeUnit.Read.All',
  'AuditLogsQuery-Exchange.Read.All',
  'Directory.Read.All',
];
const READING_ROLES = ['MailboxSettings.Read', 'Calendars.ReadBasic.All', ...ROLES];
export const WRITING_ROLES = ['MailboxSettings.ReadWrite', 'Calendars.ReadWrite', ...ROLES];

const APPLICATIONS: readonly ApplicationOptions[] = [
  { name: 'Backup', graph: ['Mail.ReadWrite', 'Calendars.Read'], secrets: ['2027-01-31T00:00:00Z'] },
  { name: 'CRM', roles: [{ role: 'Application Mail.Read', group: 'Sales' }], isFederated: true },
  { name: 'Unit', roles: [{ role: 'Application MailboxSettings.ReadWrite', unit: 'Berlin' }] },
  { name: 'Confined', graph: ['Mail.Read'], publisher: 'Fabrikam', isVerified: true },
  { name: 'Everyone', delegated: ['User.Read', 'Mail.Read'], lastSignIn: '2026-10-01T00:00:00Z' },
];

/** The subject of the tokens of the default branch. */
export const SUBJECT = 'repo:contoso@5113/mailboxes@81264:ref:refs/heads/main';

/** A tenant at the time of the clock, which trusts the workflow of its repository. */
export async function organisation(options: TenantOptions = {}): Promise<Tenant> {
  const [, , third = ''] = new People(MAILBOXES, SEED, 'contoso.com', 0, HABITS).addresses;
  const tenant = await startTenant({
    mailboxes: MAILBOXES,
    seed: SEED,
    clock: now,
    // A clock that stands still never ends the time of the limit.
    reportingLimit: 'none',
    habits: HABITS,
    roles: READING_ROLES,
    federatedCredentials: [{ subject: SUBJECT }],
    groups: [
      { name: 'Inner', members: [2] },
      { name: 'Sales', members: [1, 'Inner'], fullAccess: [3], sendAs: [4], calendars: [0] },
    ],
    administrativeUnits: [{ name: 'Berlin', members: [third] }],
    applications: [...APPLICATIONS, { name: 'Booster', consents: { [third]: ['Mail.Read', 'offline_access'] } }],
    ...options,
    exchange: {
      unlisted: 2,
      accessPolicies: [{ application: 'Confined', right: 'RestrictAccess', scope: 'Sales' }],
      ...options.exchange,
    },
  });
  const [mailbox = '', person = '', other = ''] = mailboxesOf(tenant);
  setRights(
    tenant,
    mailbox,
    [grantTo(tenant, person, 'FullAccess'), grantTo(tenant, other, 'FullAccess', { isDenied: true })],
    [grantTo(tenant, person, 'SendAs')],
    [tenant.account(other)?.identity ?? ''],
  );
  tenant.editExchange(person, { ForwardingSmtpAddress: 'smtp:archive@fabrikam.com', DeliverToMailboxAndForward: true });
  return tenant;
}

/** The inputs with which a job of the workflow signs in without a secret. */
export function signIn(tenant: Tenant) {
  return {
    inputs: { 'tenant-id': tenant.tenantId, 'client-id': tenant.clientId, endpoints: endpointLines(tenant) },
    env: {
      GITHUB_SHA: '89abcdef0123456789abcdef0123456789abcdef',
      GITHUB_ACTOR: 'octocat',
      ACTIONS_ID_TOKEN_REQUEST_URL: tenant.oidcUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: tenant.oidcRequestToken,
    },
  };
}

/** The options with which the terminal program signs in, by a token of the workflow. */
export async function signInAtTerminal(tenant: Tenant) {
  const assertion = await tenant.oidcToken({ sub: SUBJECT, aud: 'api://AzureADTokenExchange' });
  return {
    args: ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId].concat(
      ['--assertion-env', 'ASSERTION', '--endpoints'],
      endpointLines(tenant).split('\n'),
    ),
    env: { ASSERTION: assertion },
  };
}
