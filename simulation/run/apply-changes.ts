import type { Tenant } from '../../tenant/tenant.ts';
import type { WorldChange } from '../world/world.ts';

/** Changes the tenant as its people and administrators do between two runs. */
export function applyChanges(tenant: Tenant, changes: readonly WorldChange[]): void {
  for (const change of changes) apply(tenant, change);
}

function apply(tenant: Tenant, change: WorldChange): void {
  const { address } = change;
  switch (change.kind) {
    case 'settings':
      tenant.edit(address, change.settings);
      return;
    case 'rules':
      tenant.setRules(address, change.rules);
      return;
    case 'calendar':
      tenant.setCalendarPermissions(address, change.permissions);
      return;
    case 'exchange':
      tenant.editExchange(address, change.properties);
      return;
    case 'account':
      tenant.editAccount(address, change.properties);
      return;
    case 'rename':
      tenant.identities.rename(address, change.names);
      return;
    case 'remove':
      tenant.identities.remove(address);
      return;
    case 'remake':
      tenant.identities.remake(address, change.name);
      return;
    case 'grant':
    case 'revoke':
      changeRight(tenant, change);
  }
}

function changeRight(
  tenant: Tenant,
  { kind, address, right, trustee, isInherited = false }: Extract<WorldChange, { readonly kind: 'grant' | 'revoke' }>,
): void {
  const cmdlet = right === 'SendAs' ? 'recipient' : 'mailbox';
  const grants = tenant.exchangeGrants(address, cmdlet);
  const principal = tenant.account(trustee);
  const [own] = grants;
  if (principal === undefined || own === undefined) return;
  const { name, sid } = principal;
  const kept = grants.filter((grant) => grant.sid !== sid);
  const added = { identity: own.identity, trustee: name, sid, rights: right, isInherited, isDenied: false };
  tenant.setExchangeGrants(address, cmdlet, kind === 'grant' ? [...kept, added] : kept);
}
