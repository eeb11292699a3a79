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
  /** When an administrator consented to an application permission, by its name: ISO 8601. */
  readonly granted: Readonly<Record<string, string>>;
  /** Null: nobody says it. */
  readonly publisher: string | null;
  readonly verifiedPublisher: string | null;
  readonly isFirstParty: boolean;
  /** User principal names, and names of applications. */
  readonly owners: readonly string[];
  /** ISO 8601, as a client. */
  readonly lastSignIn: string | null;
  /** ISO 8601: when its secrets expire, as far as they are of this tenant. */
  readonly secrets: readonly string[];
  readonly isFederated: boolean;
}

/** An administrative unit, with the object IDs of its members, whoever may see them. */
export interface UnitFact {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
}

export function applicationFacts(registrations: Registrations): readonly ApplicationFact[] {
  const present = registrations.principals.filter((principal) => registrations.isPresent(principal));
  return present.map(({ id, clientId, displayName, accountEnabled, isFirstParty, about, ...principal }) => {
    const registered = registrations.applications.find((one) => one.clientId === clientId);
    const grants = [...registrations.grants.values()].filter((grant) => grant.clientId === id);
    return {
      id,
      appId: clientId,
      name: displayName,
      isEnabled: accountEnabled,
      graph: registrations.grantsOf(id, GRAPH_APP_ID).roles,
      exchange: registrations.grantsOf(id, EXCHANGE_APP_ID).roles,
      consents: grants.map(({ principalId: account, scopes }) => ({ account, scopes })),
      granted: grantedIn(id, registrations),
      publisher: about?.publisher ?? null,
      verifiedPublisher: about?.isVerified === true ? about.publisher : null,
      isFirstParty,
      owners: (about?.owners ?? [])
        .flatMap(registrations.presentOwner)
        .map((owner) => owner.userPrincipalName ?? owner.displayName),
      lastSignIn: about?.lastSignIn ?? null,
      secrets: [...principal.secrets, ...(registered?.secrets ?? [])].map(({ endDateTime }) => endDateTime),
      isFederated: (registered?.federatedCredentials ?? []).length > 0,
    };
  });
}

function grantedIn(principal: string, registrations: Registrations): Readonly<Record<string, string>> {
  const own = registrations.assignments.filter(({ principalId }) => principalId === principal);
  return Object.fromEntries(
    own.map(({ appRoleId, resourceId, created }) => {
      // Two APIs use one ID for different roles.
      const api = registrations.principals.find(({ id }) => id === resourceId)?.clientId ?? '';
      return [registrations.rolesOf(api).get(appRoleId) ?? appRoleId, new Date(created).toISOString()];
    }),
  );
}

export function unitFacts({ units, idOfUser }: Registrations): readonly UnitFact[] {
  return units.map(({ name, members }) => ({
    id: administrativeUnitId({ name }),
    name,
    members: members.flatMap((member) => idOfUser(member) ?? []),
  }));
}
