import type { JsonObject } from '../../tenant/json.ts';
import type { Grant, Tenant } from '../../tenant/tenant.ts';
import { GROUPS, type Subject } from '../world/remediation.ts';
import type { NamedPeople } from './named-people.ts';

/** Makes a mailbox as a world has it: settings, inbox rules, forwarding, and who has a right on it. */
export function furnish({ tenant, people }: NamedPeople, address: string, subject: Subject): void {
  const holders = [...people.map(({ name }) => name), ...GROUPS];
  const holder = (number: number): string => holders[number % holders.length] ?? '';
  const identityOf = (who: string): string | undefined => tenant.account(who)?.identity;
  const { settings, rules, exchange, recipient } = subject;
  tenant.edit(address, settings);
  tenant.setRules(address, rules);
  const person = recipient === undefined ? undefined : people[recipient % people.length]?.name;
  const ForwardingAddress = person === undefined ? null : (identityOf(person) ?? null);
  const delegates = subject.sendOnBehalf.map((who) => identityOf(holder(who)) ?? '');
  tenant.editExchange(address, { ...exchange, ForwardingAddress, GrantSendOnBehalfTo: [...new Set(delegates)] });
  const grants = (numbers: readonly number[], rights: string): Grant[] =>
    [...new Set(numbers.map(holder))].map((who) => grantTo(tenant, who, rights));
  tenant.setExchangeGrants(address, 'mailbox', [
    own('FullAccess, ReadPermission'),
    ...grants(subject.fullAccess, 'FullAccess'),
  ]);
  tenant.setExchangeGrants(address, 'recipient', [own('SendAs'), ...grants(subject.sendAs, 'SendAs')]);
  const entries = new Map(subject.calendar.map(({ who, role }) => [addressOf(holder(who)), role]));
  const everyone = { id: 'RGVmYXVsdA==', isRemovable: false, emailAddress: { name: 'My Organization' } };
  tenant.setCalendarPermissions(address, [
    ...[...entries].map(([grantee, role]) => permission(grantee, role)),
    { ...permission('', 'none'), ...everyone },
  ]);
}

/** The entry that each mailbox has of itself. */
function own(rights: string): Grant {
  const trustee = 'NT AUTHORITY\\SELF';
  return { identity: 'x', trustee, sid: 'S-1-5-10', rights, isInherited: false, isDenied: false };
}

function grantTo(tenant: Tenant, trustee: string, rights: string): Grant {
  const { name = trustee, sid = '' } = tenant.account(trustee) ?? {};
  return { identity: 'x', trustee: name, sid, rights, isInherited: false, isDenied: false };
}

/** A person is named by an address, and a group by its name. */
function addressOf(holder: string): string {
  return holder.includes('@') ? holder : `${holder.toLowerCase()}@contoso.com`;
}

/** An entry of Graph's `calendarPermissions`. */
function permission(address: string, role: string): JsonObject {
  return {
    id: Buffer.from(`/o=ExchangeLabs/cn=${address}`).toString('base64'),
    isRemovable: true,
    isInsideOrganization: true,
    role,
    allowedRoles: ['none', 'freeBusyRead', 'limitedRead', 'read', 'write'],
    emailAddress: { name: 'Somebody', address },
  };
}
