import { isRecord } from '../../src/json.ts';
import type { ListingName, Tenant } from '../../tenant/tenant.ts';
import type { Facts, JsonObject, MailboxFacts } from '../oracle/facts.ts';

const LISTINGS: readonly ListingName[] = [
  'users',
  'subscribedSkus',
  'userRegistrationDetails',
  'getMailboxUsageDetail',
];
const USER_PROPERTIES = [
  'id',
  'userPrincipalName',
  'displayName',
  'mail',
  'proxyAddresses',
  'accountEnabled',
  'userType',
  'department',
  'jobTitle',
  'assignedLicenses',
  'createdDateTime',
  'signInActivity',
  'lastPasswordChangeDateTime',
];

/** What the tenant has at this moment, as it says itself, for the addresses of a list. */
export function factsOf(tenant: Tenant, addresses: readonly string[]): Facts {
  return {
    mailboxes: Object.fromEntries(addresses.map((address) => [address.toLowerCase(), mailboxFacts(tenant, address)])),
    listings: Object.fromEntries(
      LISTINGS.map((name) => [name, tenant.listed(name, name === 'users' ? USER_PROPERTIES : undefined)]),
    ),
    // As the tenant has them unless a world says something else.
    organization: {
      auditDisabled: false,
      smtpAuthDisabled: true,
      ewsEnabled: true,
      ewsAllowedAppIds: '9e2f2f9b-5f0a-4a0c-8d0e-3a1b6c7d8e9f',
    },
  };
}

function mailboxFacts(tenant: Tenant, address: string): MailboxFacts {
  const { status, settings, rules = [], folders = [], calendarPermissions = [] } = tenant.expected(address);
  const mailbox = tenant.exchangeObjects('Get-Mailbox', address)?.[0];
  return {
    status,
    settings: isObject(settings) ? settings : {},
    rules,
    folders,
    calendarPermissions,
    mailbox,
    clientAccess: tenant.exchangeObjects('Get-CASMailbox', address)?.[0],
    rights: tenant.grants(address),
    isBypassed: tenant.exchangeObjects('Get-MailboxAuditBypassAssociation', address)?.[0]?.AuditBypassEnabled === true,
    forwardingAddress: addressOf(tenant, mailbox?.ForwardingAddress),
  };
}

/** The primary address of the recipient of a name, as Exchange shows it. */
function addressOf(tenant: Tenant, name: unknown): string | undefined {
  if (typeof name !== 'string' || name === '') return undefined;
  const address = tenant.exchangeObjects('Get-Recipient', name)?.[0]?.PrimarySmtpAddress;
  return typeof address === 'string' ? address : undefined;
}

function isObject(value: unknown): value is JsonObject {
  return isRecord(value);
}
