import { EXCHANGE_APP_ID, GRAPH_APP_ID, guidOf } from './app-role-ids.ts';
import { DEFAULTS } from './application-body.ts';
import { Application, type Owner } from './application.ts';
import { secretUntil } from './password-credentials.ts';
import type { AdministrativeUnitOptions, Registrations, ServicePrincipal } from './registrations.ts';
import { BEFORE_ALL, type Moment } from './replication.ts';

/** Ms before the tenant starts at which people consented to its first applications. */
const LONG_AGO = 100 * 86_400_000;

/** An application of the tenant, other than the one that signs in, with its permissions. */
export interface ApplicationOptions {
  readonly name: string;
  /** By default one that depends on the name. */
  readonly appId?: string;
  /** It belongs to Microsoft, or to a publisher in another tenant. */
  readonly isFirstParty?: boolean;
  readonly publisher?: string;
  readonly isVerified?: boolean;
  readonly isDisabled?: boolean;
  /** Application permissions of Graph and of Exchange Online that were consented to. */
  readonly graph?: readonly string[];
  readonly exchange?: readonly string[];
  /** Delegated permissions of Graph with consent for everyone. */
  readonly delegated?: readonly string[];
  /** The people who consented for themselves alone, by user principal name, with the delegated permissions of Graph. */
  readonly consents?: Readonly<Record<string, readonly string[]>>;
  /** When people consented: epoch ms. By default long before the tenant started, or now if it is added later. */
  readonly consented?: number;
  /** User principal names, and names of service principals. */
  readonly owners?: readonly (string | { readonly application: string })[];
  /** The same of its registration, which has owners of its own. */
  readonly registrationOwners?: readonly string[];
  /** ISO 8601: as a client, and the use of its API by others. None if not given. */
  readonly lastSignIn?: string;
  readonly lastUse?: string;
  /** ISO 8601: when its client secrets expire. */
  readonly secrets?: readonly string[];
  /** It trusts the tokens of an issuer. */
  readonly isFederated?: boolean;
  /** Roles of RBAC for Applications in Exchange. */
  readonly roles?: readonly ApplicationRole[];
  /** Rights on mailboxes, by address. */
  readonly rights?: readonly { readonly mailbox: string; readonly right: 'FullAccess' | 'SendAs' }[];
}

/** A role of Exchange, such as `Application Mail.Read`. Without a scope it is for the whole tenant. */
export interface ApplicationRole {
  readonly role: string;
  /** The name of a management scope, of a group, or of an administrative unit. */
  readonly scope?: string;
  readonly group?: string;
  readonly unit?: string;
  readonly isDelegating?: boolean;
  readonly isDisabled?: boolean;
}

/** An application that was added to the directory. */
export interface AddedApplication extends ApplicationOptions {
  readonly principal: ServicePrincipal;
}

export function administrativeUnitId({ name }: Pick<AdministrativeUnitOptions, 'name'>): string {
  return guidOf(`administrative unit ${name}`);
}

/** Adds an application, its principal and its permissions. `since`: from when replicas know it. */
export function addApplication(
  options: ApplicationOptions,
  registrations: Registrations,
  since: Moment,
): AddedApplication {
  const { name, isFirstParty = false, publisher, isDisabled = false } = options;
  const clientId = options.appId ?? guidOf(`application ${name}`);
  const isForeign = isFirstParty || publisher !== undefined;
  const application = new Application(
    { id: guidOf(`registration ${clientId}`), clientId, uniqueName: null },
    {
      since,
      created: registrations.now,
      owners: (options.registrationOwners ?? []).map((owner) => ownerOf(owner, registrations)),
      properties: { ...DEFAULTS, displayName: name },
    },
  );
  application.secrets = (options.secrets ?? []).map(secretUntil);
  if (options.isFederated === true)
    application.federate({ issuer: 'https://issuer.example', subject: name, audience: 'api://AzureADTokenExchange' });
  if (!isForeign) registrations.addApplication(application);
  const principal = isFirstParty
    ? registrations.addFirstParty(clientId, name)
    : registrations.addPrincipal(application, since, guidOf(`principal ${clientId}`));
  principal.accountEnabled = !isDisabled;
  principal.about = {
    publisher: isFirstParty ? 'Microsoft Services' : (publisher ?? 'Contoso'),
    isVerified: options.isVerified === true,
    isForeign,
    owners: (options.owners ?? []).map((owner) => ownerOf(owner, registrations)),
    lastSignIn: options.lastSignIn,
    lastUse: options.lastUse,
  };
  registrations.assignByName(principal, GRAPH_APP_ID, options.graph ?? [], since);
  registrations.assignByName(principal, EXCHANGE_APP_ID, options.exchange ?? [], since);
  const graph = registrations.principals.find((one) => one.clientId === GRAPH_APP_ID);
  if (graph !== undefined) {
    const grant = { clientId: principal.id, resourceId: graph.id };
    const consented = options.consented ?? registrations.now - (since === BEFORE_ALL ? LONG_AGO : 0);
    if (options.delegated !== undefined) registrations.consent({ ...grant, principalId: null }, options.delegated);
    for (const [person, scopes] of Object.entries(options.consents ?? {}))
      registrations.consent({ ...grant, principalId: userIdOf(person, registrations) }, scopes, consented);
  }
  return { ...options, principal };
}

/** https://learn.microsoft.com/graph/api/serviceprincipal-list-owners: users or service principals. */
function ownerOf(owner: string | { readonly application: string }, registrations: Registrations): Owner {
  if (typeof owner === 'string') return { ...registrations.userAt(owner), id: userIdOf(owner, registrations) };
  const { application } = owner;
  return {
    id: guidOf(`principal ${guidOf(`application ${application}`)}`),
    displayName: application,
    userPrincipalName: null,
  };
}

function userIdOf(address: string, registrations: Registrations): string {
  const { id } = registrations.userAt(address);
  if (id === '') throw new Error(`there is no account ${address}`);
  return id;
}

/** Begins every SID of the organisation's domain. */
export const SIDS = 'S-1-5-21-1010745126-2004126391-3024671531-';

/** The SID that Exchange gives an application. */
export function applicationSid({ principal }: AddedApplication): string {
  return `${SIDS}${String(parseInt(principal.id.slice(0, 6), 16))}`;
}

/** Applications for benchmarks, each with a permission for the whole tenant or a role in one of the scopes. */
export function patternApplications(
  count: number,
  tenantWide: number,
  scopes: number,
): {
  readonly applications: readonly ApplicationOptions[];
  readonly scopes: readonly { name: string; filter: string }[];
} {
  const scopeName = (at: number): string => `Scope ${String(at)}`;
  // Names begin with any letter, so that a scope has some thousand of a hundred thousand mailboxes.
  const filterOf = (at: number): string => `Alias -like '${String.fromCharCode(97 + (at % 26))}*'`;
  return {
    applications: Array.from({ length: count }, (_, at) => ({
      name: `Application ${String(at)}`,
      ...(at < tenantWide
        ? { graph: ['Mail.Read', 'Mail.Send'] }
        : { roles: [{ role: 'Application Mail.Read', scope: scopeName(at % scopes) }] }),
    })),
    scopes: Array.from({ length: scopes }, (_, at) => ({ name: scopeName(at), filter: filterOf(at) })),
  };
}

/** Applications for benchmarks, to each of which people consented for themselves alone. */
export function consentedApplications(people: readonly string[], count: number): readonly ApplicationOptions[] {
  const byApplication = Map.groupBy(people.entries(), ([at]) => at % count);
  return [...byApplication].map(([at, own]) => ({
    name: `Consented ${String(at)}`,
    consents: Object.fromEntries(own.map(([, person]) => [person, ['Mail.Read', 'offline_access']])),
  }));
}
