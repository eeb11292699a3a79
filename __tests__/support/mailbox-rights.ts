import type { Grant, Tenant } from '../../tenant/tenant.ts';

/** The mailboxes that Graph and Exchange Online have. */
export function mailboxesOf(tenant: Tenant): readonly string[] {
  return tenant.addresses.filter(
    (address) => tenant.expected(address).status === 'ok' && 'ImapEnabled' in tenant.exchangeProperties(address),
  );
}

/** An entry of somebody. A trustee that is no account of the tenant has no SID unless `changes` has one. */
export function grantTo(tenant: Tenant, trustee: string, rights: string, changes: Partial<Grant> = {}): Grant {
  const { name = trustee, sid = '' } = tenant.account(trustee) ?? {};
  return { identity: 'x', trustee: name, sid, rights, isInherited: false, isDenied: false, ...changes };
}

/** Entries beside those of the mailbox itself; `onBehalf`: who may send on its behalf. */
export type Rights = readonly [full?: readonly Grant[], sendAs?: readonly Grant[], onBehalf?: readonly string[]];

/** Gives a mailbox these rights and no others. */
export function setRights(tenant: Tenant, mailbox: string, ...[full = [], sendAs = [], onBehalf = []]: Rights): void {
  const own = (rights: string): Grant => grantTo(tenant, 'NT AUTHORITY\\SELF', rights, { sid: 'S-1-5-10' });
  tenant.setExchangeGrants(mailbox, 'mailbox', [own('FullAccess, ReadPermission'), ...full]);
  tenant.setExchangeGrants(mailbox, 'recipient', [own('SendAs'), ...sendAs]);
  tenant.editExchange(mailbox, { GrantSendOnBehalfTo: [...onBehalf] });
}
