import { EXCHANGE_APP_ID, GRAPH_APP_ID } from './app-role-ids.ts';
import type { Registrations } from './registrations.ts';
import { administrativeUnitId } from './tenant-applications.ts';

/** An application of the directory, with all that people consented to. */
export interface ApplicationFact {
  /** The object ID of its principal. */
  readonly id: string;
  readonly appId: string;
  readonly name: string;
  readonly isEnabled: boolean;
  /** Application permissions. */
  readonly graph: readonly string[];
  readonly exchange: readonly string[];
  /** Delegated permissions of Graph. `account`: its object ID; null for everyone. */
  readonly consents: readonly { readonly account: string | null; readonly scopes: readonly string[] }[];
}

/** An administrative unit, with the object IDs of its members, whoever may see them. */
export interface UnitFact {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
}

export function applicationFacts(registrations: Registrations): readonly ApplicationFact[] {
  const present = registrations.principals.filter((principal) => registrations.isPresent(principal));
  return present.map(({ id, clientId, displayName, accountEnabled }) => {
    const grants = [...registrations.grants.values()].filter((grant) => grant.clientId === id);
    return {
      id,
      appId: clientId,
      name: displayName,
      isEnabled: accountEnabled,
      graph: registrations.grantsOf(id, GRAPH_APP_ID).roles,
      exchange: registrations.grantsOf(id, EXCHANGE_APP_ID).roles,
      consents: grants.map(({ principalId: account, scopes }) => ({ account, scopes })),
    };
  });
}

export function unitFacts({ units, idOfUser }: Registrations): readonly UnitFact[] {
  return units.map(({ name, members }) => ({
    id: administrativeUnitId({ name }),
    name,
    members: members.flatMap((member) => idOfUser(member) ?? []),
  }));
}
