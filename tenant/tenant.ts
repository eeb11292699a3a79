import { randomUUID } from 'node:crypto';
import { AccessTokens } from './access-tokens.ts';
import { alteredObject } from './alterations.ts';
import { AuditLog, type AuditedAction, type AuditLogOptions } from './audit-log.ts';
import { newCounts, type Counts, type LogEntry } from './counts.ts';
import { DirectoryAudits, type DirectoryActivity } from './directory-audits.ts';
import { Entra } from './entra.ts';
import { directoryRoleIds, APP_ROLE, type ExchangeGrants } from './exchange/access.ts';
import { AdminApi } from './exchange/admin-api.ts';
import { Directory } from './exchange/directory.ts';
import { grantFacts, type GrantFact } from './exchange/grant-facts.ts';
import { objectsAbout } from './exchange/objects-about.ts';
import type { ExchangeMailbox } from './exchange/mailbox.ts';
import { TracedMessages, type TracedMessage } from './exchange/message-trace.ts';
import type { RecipientOptions } from './exchange/more-recipients.ts';
import type { AcceptedDomain } from './exchange/organisation-settings.ts';
import { MOST_A_PAGE } from './exchange/paging.ts';
import type { Grant, RightsCmdlet } from './exchange/permissions.ts';
import type { Principal } from './exchange/rights.ts';
import { changeableProperties } from './exchange/set-cmdlets.ts';
import type { AccessPolicy, ManagementScope } from './exchange/surroundings.ts';
import { FaultPlan, type Faults } from './faults.ts';
import { Graph } from './graph.ts';
import { TenantGroups, type GroupOptions } from './groups.ts';
import { Github, type GithubFaults, type RunOptions, type WorkflowRun } from './github.ts';
import type { Habits } from './habits.ts';
import { send, sendJson, type HttpHandler } from './http.ts';
import { Identities } from './identities.ts';
import type { JsonObject } from './json.ts';
import { thisHost, type Host, type Listener, type ServerIdentity } from './listen.ts';
import { MailboxReads } from './mailbox-reads.ts';
import { Listings, type ListingName } from './listings.ts';
import { Mailboxes, type Expected, type LargeMailbox } from './mailboxes.ts';
import { ManagedIdentity, type ManagedIdentityOptions } from './managed-identity.ts';
import { Oidc, type OidcOptions } from './oidc.ts';
import { People } from './people.ts';
import { PersonSecurity } from './person-security.ts';
import { usualSignIns } from './protocol-use.ts';
import { Application, type FederatedCredential } from './registrations/application.ts';
import { DEFAULTS } from './registrations/application-body.ts';
import { EXCHANGE_APP_ID, GRAPH_APP_ID } from './registrations/app-role-ids.ts';
import { administratorToken, type AdministratorOptions } from './registrations/administrator.ts';
import {
  Registrations,
  type AdministrativeUnitOptions,
  type RegistrationOptions,
} from './registrations/registrations.ts';
import { applicationFacts, unitFacts, type ApplicationFact, type UnitFact } from './registrations/application-facts.ts';
import { addApplication, type AddedApplication, type ApplicationOptions } from './registrations/tenant-applications.ts';
import { BEFORE_ALL, type ReplicationDelays } from './registrations/replication.ts';
import type { PullRequest } from './pull-requests.ts';
import { Repository, type RepositoryOptions } from './repository.ts';
import { Results, type ArtifactFaults, type StoredArtifact } from './results.ts';
import type { Resource } from './resource.ts';
import { runtimeToken } from './runtime-token.ts';
import { SignInLog, type SignIn } from './sign-ins.ts';
import { UserSignIn } from './user-sign-in/user-sign-in.ts';
import { Accesses, type Access, type Write } from './writes.ts';
import { unknownUserProperty, userJson } from './user.ts';
import { UsageFiles } from './usage-files.ts';
import { IN_FLIGHT_MS, Limit, type LimitOptions } from './throttle.ts';

export type { Counts, LogEntry } from './counts.ts';
export type { AuditedAction, AuditLogOptions } from './audit-log.ts';
export type { Alteration } from './alterations.ts';
export type { DirectoryActivity } from './directory-audits.ts';
export type { Device, Method } from './person-security.ts';
export type { SignIn } from './sign-ins.ts';
export type { RetryAfter, Which, WhichMailboxes } from './fault-options.ts';
export type { Faults } from './faults.ts';
export type { ListingFaults, ListingName } from './listings.ts';
export type { FederatedCredential } from './registrations/application.ts';
export type { ApplicationOptions } from './registrations/tenant-applications.ts';
export type { GroupOptions } from './groups.ts';
export type { RecipientOptions } from './exchange/more-recipients.ts';
export type { TracedMessage } from './exchange/message-trace.ts';
export type { Grant } from './exchange/permissions.ts';
export type { Host, Listener, ServerIdentity } from './listen.ts';
export type { Expected, ExpectedFolder, LargeMailbox } from './mailboxes.ts';
export type { GithubFaults, RunJob, RunOptions, WorkflowRun } from './github.ts';
export type { AdministratorOptions } from './registrations/administrator.ts';
export type { RegistrationOptions } from './registrations/registrations.ts';
export type { ReplicationDelays } from './registrations/replication.ts';
export type { OidcOptions } from './oidc.ts';
export type { Job, RepositoryOptions } from './repository.ts';
export type { ArtifactFaults, StoredArtifact } from './results.ts';
export type { LimitOptions } from './throttle.ts';
export type { Access, Write, WriteFault } from './writes.ts';

const TENANT_ID = '5c1f8a3e-7d42-4b9e-9a61-0f3b6f2d8c17';
const CLIENT_ID = 'b8e2d7c4-13a5-4f60-8d9b-2c7e5a914f33';
const APPLICATION_ID = '2f0c1a64-9d3b-4e57-a8f1-60b7c3d5e912';
const PRINCIPAL_ID = '6b0e5f0c-3c1f-4c3e-9a57-6c1d9f0d2a11';
/** https://learn.microsoft.com/graph/throttling-limits#identity-and-access-reports-best-practices */
const REPORTING_LIMIT: LimitOptions = { requests: 5, per: 10_000, retryAfter: 10 };
/** https://learn.microsoft.com/graph/throttling-limits#global-limit */
const GRAPH_LIMIT: LimitOptions = { requests: 130_000, per: 10_000, retryAfter: 10 };
/** https://learn.microsoft.com/entra/workload-id/workload-identity-federation-create-trust */
const FEDERATED_AUDIENCE = 'api://AzureADTokenExchange';
const DOMAIN = 'contoso.com';
const INITIAL_DOMAIN = 'contoso.onmicrosoft.com';
const DOMAINS = [DOMAIN, INITIAL_DOMAIN];
const USUAL_DOMAIN = { isDefault: false, isInitial: false, type: 'Authoritative', matchSubDomains: false } as const;
/** The audience of tokens for Exchange in the global cloud. */
const EXCHANGE_AUDIENCE = 'https://outlook.office365.com';
/** Older entries of the log make room. */
const MOST_LOG_ENTRIES = 100_000;

export interface TenantOptions {
  /** How many addresses the organisation has; 500 if not given. */
  readonly mailboxes?: number;
  /** The size of the first user's mailbox, for reports with many pages. By default as for others. */
  readonly large?: LargeMailbox;
  /** The seed of all generated data. 1 by default. */
  readonly seed?: number;
  /** How people behave. By default everything that a service may return, for tests. */
  readonly habits?: Habits;
  readonly tenantId?: string;
  readonly clientId?: string;
  /** PEM certificates that are registered for the application. */
  readonly certificates?: readonly string[];
  /**
   * What the application trusts besides: an issuer (the tenant's own if not given), a subject and an audience (that of
   * the global cloud if not given). None if not given.
   */
  readonly federatedCredentials?: readonly FederatedRegistration[];
  /** The claims of the job in the OIDC tokens of GitHub and Azure DevOps. */
  readonly oidc?: OidcOptions;
  /** The identities of the runner's host in Azure. */
  readonly managedIdentity?: ManagedIdentityOptions;
  /** App roles that an administrator consented to; `MailboxSettings.Read` if not given. */
  readonly roles?: readonly string[];
  /** Who signs in to register applications. */
  readonly administrator?: AdministratorOptions;
  /** What is unusual about app registrations: replication delays, who may register. */
  readonly registrations?: RegistrationOptions;
  /** The repository of the workflow, with the settings of its OIDC tokens. */
  readonly repository?: RepositoryOptions;
  /** The groups of the organisation, without the distribution group of all people in Exchange. */
  readonly groups?: readonly GroupOptions[];
  readonly administrativeUnits?: readonly AdministrativeUnitOptions[];
  /** Applications other than the one that signs in. */
  readonly applications?: readonly ApplicationOptions[];
  /** The unified audit log; empty if not given. */
  readonly auditLog?: AuditLogOptions;
  /** The grants of the application in Exchange, and the data of Exchange. */
  readonly exchange?: ExchangeOptions;
  /** Serves all APIs over https. */
  readonly tls?: ServerIdentity;
  /** What the tenant takes from the machine. By default the machine itself; `tls` has no effect on another host. */
  readonly host?: Host;
  /** Epoch ms; rules token times and limits. Latency takes the time of the host. */
  readonly clock?: () => number;
  /** Seconds; 3599 if not given. */
  readonly tokenLifetime?: number;
  /** Ms that a request takes at least; 0 where not given. */
  readonly latency?: {
    readonly batch?: number;
    readonly single?: number;
    readonly token?: number;
    readonly exchange?: number;
  };
  /** The limit for all requests. By default that of Graph, 130,000 in 10 s. */
  readonly limit?: LimitOptions | 'none';
  /** The limit of sign-ins and directory audits. By default that of Graph, 5 in 10 s. */
  readonly reportingLimit?: LimitOptions | 'none';
  /** Ms after a Retry-After during which requests count as sent before it was received. 250 by default. */
  readonly inFlightMs?: number;
  readonly faults?: Faults;
  readonly artifacts?: ArtifactFaults;
  /** Keep a log of requests. */
  readonly log?: boolean;
}

export interface ExchangeOptions extends ExchangeGrants {
  /** The number of mailboxes that are not in `Tenant.addresses`. None by default. */
  readonly unlisted?: number;
  /** The most rows on a page; 1000 if not given. */
  readonly mostAPage?: number;
  /** Properties of `Get-TransportConfig` and `Get-OrganizationConfig` that differ from the usual ones. */
  readonly settings?: JsonObject;
  /**
   * By the name of a cmdlet about the organisation, such as `Get-TransportRule`, the objects that it returns instead of the usual ones.
   * What an object leaves out is as usual.
   */
  readonly objects?: Readonly<Record<string, readonly JsonObject[]>>;
  /** Accepted domains besides the verified ones. */
  readonly domains?: readonly (Pick<AcceptedDomain, 'name'> & Partial<AcceptedDomain>)[];
  /** Recipients besides mailboxes, groups and the usual contacts. */
  readonly recipients?: readonly RecipientOptions[];
  /** Management scopes, and application access policies. */
  readonly scopes?: readonly ManagementScope[];
  readonly accessPolicies?: readonly AccessPolicy[];
}

export type FederatedRegistration = Pick<FederatedCredential, 'subject'> & Partial<FederatedCredential>;

export interface Tenant {
  /** Origin of Entra, such as `http://127.0.0.1:43210`. Entra, Graph, Exchange, the results service and the issuer of OIDC tokens have an origin each. */
  readonly authorityHost: string;
  /** Origin of Graph. */
  readonly graphUrl: string;
  /** Origin of Exchange's admin API. */
  readonly exchangeUrl: string;
  /** Origin of the files of usage reports. */
  readonly usageFilesUrl: string;
  /** The value of ACTIONS_RESULTS_URL on a runner. */
  readonly resultsUrl: string;
  /** The value of ACTIONS_RUNTIME_TOKEN on a runner. */
  readonly runtimeToken: string;
  /** The value of GITHUB_API_URL on a runner. */
  readonly githubUrl: string;
  /** The value of `github.token` on a runner. */
  readonly githubToken: string;
  /** The token of a GitHub App that is installed in the repository. */
  readonly githubAppToken: string;
  /** The token of the account that sets up the repository, as `gh auth token` prints it. */
  readonly githubAccountToken: string;
  /** The value of ACTIONS_ID_TOKEN_REQUEST_URL in a job with `id-token: write`. */
  readonly oidcUrl: string;
  /** The value of ACTIONS_ID_TOKEN_REQUEST_TOKEN in such a job. */
  readonly oidcRequestToken: string;
  /** The value of SYSTEM_OIDCREQUESTURI in a job of Azure DevOps, whose SYSTEM_ACCESSTOKEN is `oidcRequestToken`. */
  readonly pipelineUrl: string;
  /** Origin of the metadata service of a host in Azure, with the identity endpoint of App Service at `/msi/token`. */
  readonly identityUrl: string;
  /** The value of IDENTITY_HEADER in App Service. */
  readonly identityHeader: string;
  /** The issuer of OIDC tokens, which publishes its keys at this URL. */
  readonly oidcIssuer: string;
  readonly tenantId: string;
  readonly clientId: string;
  /** Verified domains, which name the tenant as well as its ID does. */
  readonly domains: readonly string[];
  /** The addresses of the mailbox list, in order: users, shared mailboxes, rooms, and addresses that Graph rejects. */
  readonly addresses: readonly string[];
  /** Mailboxes in Exchange that are not in the list. */
  readonly unlisted: readonly string[];
  /** The mailbox of `TenantOptions.large`. Undefined without this option. */
  readonly largeMailbox: string | undefined;
  /** Updated with each request. */
  readonly counts: Readonly<Counts>;
  /** Updated with each request, oldest first. Empty without the option `log`. */
  readonly log: readonly LogEntry[];
  /** Every request for a change of a mailbox in Graph or Exchange, whatever its result. Oldest first, updated with each request. */
  readonly writes: readonly Write[];
  /** The names of the queries of the audit log that were submitted. */
  auditQueries(): readonly string[];
  /** Calls a function after each read and change of a mailbox, before its response is sent, such as to edit the mailbox between two requests. */
  watch(watch: ((access: Access) => void) | undefined): void;
  /**
   * The expected data of an address, regardless of faults: `settings` is the JSON of `GET
   * /v1.0/users/{address}/mailboxSettings`, and the collections contain the items of all pages.
   */
  expected(address: string): Expected;
  /** The objects of a listing of Graph, regardless of faults; `select` names properties of users. */
  listed(name: ListingName, select?: readonly string[]): readonly JsonObject[];
  /** The rights on a mailbox, in the order of Exchange's sources: Full Access, Send As, Send on Behalf. */
  grants(address: string): readonly GrantFact[];
  /** The applications of the directory and the administrative units, regardless of faults. */
  applications(): readonly ApplicationFact[];
  administrativeUnits(): readonly UnitFact[];
  /** The members of a group by its ID, as `directoryObject`s, regardless of faults and visibility. */
  members(group: string): readonly JsonObject[];
  /** The members of a group by its ID and those of groups in it, as `directoryObject`s, regardless of faults and visibility. */
  transitiveMembers(group: string): readonly JsonObject[];
  /**
   * What a cmdlet returns about a mailbox, or without an address about the tenant, without annotations, pages and faults; undefined if
   * Exchange has no such mailbox.
   */
  exchangeObjects(
    cmdlet: string,
    address: string | undefined,
    parameters?: JsonObject,
  ): readonly JsonObject[] | undefined;
  /** Adds a sign-in to the log. */
  signIn(signIn: SignIn): void;
  /** Adds what somebody did in the directory to its audits. */
  directoryActivity(activity: DirectoryActivity): void;
  /** Adds what somebody did in Exchange to the unified audit log. */
  audit(action: AuditedAction): void;
  /** The methods and devices with which people sign in. */
  readonly personSecurity: PersonSecurity;
  /** Changes properties of an account in the directory, such as `{ accountEnabled: false }`. */
  editAccount(address: string, properties: JsonObject): void;
  /** Changes settings of a mailbox, such as `{ timeZone: 'UTC' }`, as its owner does. Throws if Graph would reject them. */
  edit(address: string, settings: JsonObject): void;
  /** Replaces the inbox rules of a mailbox, as its owner does in Outlook. */
  setRules(address: string, rules: readonly JsonObject[]): void;
  /** Replaces the rules of a mailbox that only Exchange shows, and only with `IncludeHidden`, as a program makes them through MAPI. */
  setHiddenRules(address: string, rules: readonly JsonObject[]): void;
  /** Adds messages to the message trace. */
  trace(...messages: readonly TracedMessage[]): void;
  /** Replaces the permissions of a calendar, as its owner does in Outlook. */
  setCalendarPermissions(address: string, permissions: readonly JsonObject[]): void;
  /** The grants that `Get-MailboxPermission` or `Get-RecipientPermission` lists of a mailbox, as they are. */
  exchangeGrants(address: string, cmdlet: RightsCmdlet): readonly Grant[];
  /** Replaces them. A grant needs the SID of its trustee: `account` has it. */
  setExchangeGrants(address: string, cmdlet: RightsCmdlet, grants: readonly Grant[]): void;
  /** The account of a mailbox or the group of this name, as Exchange knows it; undefined if there is none. */
  account(name: string): Principal | undefined;
  /** Renames, deletes and makes accounts and groups. */
  readonly identities: Identities;
  /** What `Set-Mailbox` and `Set-CASMailbox` can change of a mailbox, as Exchange shows it; empty if it does not list the mailbox. */
  exchangeProperties(address: string): JsonObject;
  /** Changes such properties, as another administrator does; of an inactive mailbox too, as somebody did before it was one. */
  editExchange(address: string, properties: JsonObject): void;
  /** A token of the issuer with these claims, such as one of GitLab. */
  oidcToken(claims: JsonObject): Promise<string>;
  /** An access token of the application for Graph, or for Exchange. */
  accessToken(service: 'graph' | 'exchange'): Promise<string>;
  /** A delegated token of the administrator for Graph, by default with the scopes that Azure CLI has. */
  administratorToken(changes?: AdministratorOptions): Promise<string>;
  /** Adds an application to the directory, as an administrator does. Replicas know it after the delays. */
  addApplication(application: ApplicationOptions): void;
  /** Replaces the delays of changes in the directory. */
  setReplication(delays: ReplicationDelays): void;
  /** Adds a certificate (PEM) to the application. */
  register(pem: string): void;
  /** Removes a certificate (PEM) from the application. */
  revoke(pem: string): void;
  /** Adds a federated credential to the application. */
  federate(credential: FederatedRegistration): void;
  /** Refuses every access token issued so far, with a claims challenge. */
  revokeTokens(): void;
  /** Replaces the faults and restarts the counts of `first` and `times`. */
  setFaults(faults: Faults): void;
  setArtifactFaults(faults: ArtifactFaults): void;
  setGithubFaults(faults: GithubFaults): void;
  /** The variables of the repository by name. */
  variables(): Readonly<Record<string, string>>;
  /** The environments of the repository, as GitHub's API shows them. */
  environments(): readonly JsonObject[];
  /** Starts a run of a workflow in GitHub, which can have artifacts. */
  startRun(options?: RunOptions): Promise<WorkflowRun>;
  /** Adds a commit to the repository, with its files by path. Returns its SHA. */
  commit(files: Readonly<Record<string, string>>): string;
  /** Adds a commit with these files to a branch, which it creates if it is missing. Returns the SHA. */
  pushCommit(branch: string, files: Readonly<Record<string, string>>): string;
  /** The files of a branch or a commit; undefined if there is none. */
  filesOf(ref: string): Readonly<Record<string, string>> | undefined;
  /** The pull requests of the repository, oldest first. */
  pullRequests(): readonly PullRequest[];
  /** Merges a pull request as a reviewer does. Throws if it is not open. */
  mergePullRequest(number: number): void;
  /** The finalised artifacts of all runs, oldest first. */
  artifacts(): readonly StoredArtifact[];
  /** A runtime token of another job of the same run, such as a second attempt's; or of another run. */
  runtimeTokenFor(ids: { readonly job: string; readonly run?: string }): Promise<string>;
  /** Closes all connections and ports. Rejects if a request caused an error in the tenant. */
  close(): Promise<void>;
}

/** Starts an isolated organisation on loopback. */
export async function startTenant(options: TenantOptions = {}): Promise<Tenant> {
  const { seed = 1, clock = Date.now, tokenLifetime = 3599, latency = {}, host = thisHost(options.tls) } = options;
  const tenantId = (options.tenantId ?? TENANT_ID).toLowerCase();
  const clientId = (options.clientId ?? CLIENT_ID).toLowerCase();
  const { exchange = {} } = options;
  const today = clock();
  const people = new People(options.mailboxes ?? 500, seed, DOMAIN, exchange.unlisted, options.habits);
  const recipients = exchange.recipients ?? [];
  const groups = new TenantGroups(options.groups ?? [], people, recipients);
  const mailboxes = new Mailboxes(people, seed, clock(), options.large, groups);
  const registrations = new Registrations(options.registrations ?? {}, { tenantId, domains: DOMAINS }, clock);
  const application = new Application(
    { id: APPLICATION_ID, clientId, uniqueName: null },
    { since: BEFORE_ALL, created: clock(), owners: [], properties: { ...DEFAULTS, displayName: 'Exchange reports' } },
  );
  for (const pem of options.certificates ?? []) application.register(pem);
  registrations.addApplication(application);
  const principal = registrations.addPrincipal(application, BEFORE_ALL, PRINCIPAL_ID);
  registrations.assignByName(principal, GRAPH_APP_ID, options.roles ?? ['MailboxSettings.Read']);
  registrations.assignByName(principal, EXCHANGE_APP_ID, exchange.appRoles ?? [APP_ROLE]);
  for (const id of directoryRoleIds(exchange.directoryRoles ?? ['Global Reader'])) {
    registrations.addRole(principal.id, id, BEFORE_ALL);
  }
  registrations.units = options.administrativeUnits ?? [];
  registrations.idOfUser = (address) => {
    const position = people.find(address);
    return position === undefined ? undefined : people.objectId(position);
  };
  registrations.deletedUsers = () => people.deleted;
  registrations.nameOfUser = (id) => {
    const position = people.find(id);
    return position === undefined || people.changed(position)?.isGone === true ? undefined : people.addresses[position];
  };
  let applications: readonly AddedApplication[] = (options.applications ?? []).map((one) =>
    addApplication(one, registrations, BEFORE_ALL),
  );
  const tokens = new AccessTokens({
    tenantId,
    grantsOf: (principalId, resourceAppId) => registrations.grantsOf(principalId, resourceAppId),
    clock,
    lifetime: tokenLifetime,
    altered: (claims) => alteredObject(claims, 'claims', plan.alterations),
    nextCheck: () => plan.nextCheck(),
  });
  const counts = newCounts();
  const usageFiles = new UsageFiles(clock, counts, () => origins.usageFilesUrl, host.newId);
  const logs = {
    signIns: new SignInLog(people, () => usualSignIns(people, seed, today)),
    directoryAudits: new DirectoryAudits(people),
  };
  const personSecurity = new PersonSecurity(
    people,
    (position) =>
      userJson(people, position, seed, today, ['lastPasswordChangeDateTime']).lastPasswordChangeDateTime ?? null,
  );
  const trace = new TracedMessages(clock);
  const listings = new Listings({ people, groups, files: usageFiles, logs, seed, today });
  const auditLog = new AuditLog(options.auditLog ?? {});
  const accesses = new Accesses();
  const entries: LogEntry[] = [];
  const log = (entry: LogEntry): void => {
    if (options.log !== true) return;
    entries.push(entry);
    if (entries.length > MOST_LOG_ENTRIES) entries.shift();
  };
  const bugs: unknown[] = [];
  let plan = new FaultPlan(options.faults ?? {}, seed);
  let artifactFaults = options.artifacts ?? {};
  let githubFaults: GithubFaults = {};
  const origins = {
    authorityHost: '',
    graphUrl: '',
    exchangeUrl: '',
    resultsUrl: '',
    githubUrl: '',
    oidcIssuer: '',
    usageFilesUrl: '',
  };
  const graphResource: Resource = {
    appId: GRAPH_APP_ID,
    audiences: () => [origins.graphUrl],
  };
  const exchangeResource: Resource = {
    appId: EXCHANGE_APP_ID,
    audiences: () => [origins.exchangeUrl, EXCHANGE_AUDIENCE],
  };
  const dependencies = {
    clock,
    host,
    counts,
    log,
    tokens,
    faults: () => plan,
    authorityHost: () => origins.authorityHost,
  };
  const oidcRequestToken = randomUUID();
  const repository = new Repository(options.repository ?? {});
  const oidc = new Oidc({
    options: options.oidc ?? {},
    repository,
    requestToken: oidcRequestToken,
    clock,
    counts,
    log,
    faults: () => plan,
    origin: () => origins.oidcIssuer,
  });
  const federate = ({ issuer = origins.oidcIssuer, audience = FEDERATED_AUDIENCE, subject }: FederatedRegistration) => {
    application.federate({ issuer, subject, audience });
  };
  const users = new UserSignIn({
    administrator: options.administrator ?? {},
    registrations,
    tokens,
    graph: graphResource,
    tokenLifetime,
    clock,
    authorityHost: () => origins.authorityHost,
  });
  const entra = new Entra({
    ...dependencies,
    tenantId,
    domains: DOMAINS,
    registrations,
    users,
    resources: [graphResource, exchangeResource],
    tokenLifetime,
    latency: latency.token ?? 0,
    keysOf: (issuer) => oidc.keysOf(issuer),
  });
  const managedIdentity = new ManagedIdentity({
    options: options.managedIdentity ?? {},
    tokens,
    principal,
    clock,
    lifetime: tokenLifetime,
    resources: [graphResource, exchangeResource],
  });
  const graph = new Graph({
    ...dependencies,
    graphUrl: () => origins.graphUrl,
    resource: graphResource,
    reads: new MailboxReads({
      mailboxes,
      listings,
      groups,
      auditLog,
      registrations,
      personSecurity,
      limit: options.limit === 'none' ? undefined : new Limit(options.limit ?? GRAPH_LIMIT),
      reportingLimit:
        options.reportingLimit === 'none' ? undefined : new Limit(options.reportingLimit ?? REPORTING_LIMIT),
      clock,
      host,
      faults: () => plan,
      accesses,
    }),
    seed,
    inFlightMs: options.inFlightMs ?? IN_FLIGHT_MS,
    latency: { batch: latency.batch ?? 0, single: latency.single ?? 0 },
  });
  const presentApplications = (): readonly AddedApplication[] =>
    applications.filter(({ principal: one }) => registrations.isPresent(one));
  const directory = new Directory(
    {
      people,
      groups,
      recipients,
      applications: presentApplications,
      seed,
      initialDomain: INITIAL_DOMAIN,
      today: clock(),
    },
    clock,
  );
  const mailboxOf = (address: string): ExchangeMailbox => {
    const mailbox = directory.find(address);
    if (mailbox === undefined) throw new Error(`Exchange does not list ${address}`);
    return mailbox;
  };
  const exchangeData = {
    directory,
    settings: exchange.settings ?? {},
    objects: exchange.objects ?? {},
    rulesOf: (position: number) => mailboxes.rulesAt(position),
    trace,
    applicationData: {
      applications: presentApplications,
      scopes: exchange.scopes ?? [],
      policies: exchange.accessPolicies ?? [],
    },
    domains: [
      ...DOMAINS.map((name) => ({ name, isDefault: name === DOMAIN, isInitial: name === INITIAL_DOMAIN })),
      ...(exchange.domains ?? []),
    ].map((domain): AcceptedDomain => ({ ...USUAL_DOMAIN, ...domain })),
  };
  const adminApi = new AdminApi({
    ...dependencies,
    tenantId,
    domains: DOMAINS,
    clientId,
    surroundings: exchangeData,
    grants: exchange,
    resource: exchangeResource,
    mostAPage: exchange.mostAPage ?? MOST_A_PAGE,
    seed,
    latency: latency.exchange ?? 0,
    origin: () => origins.exchangeUrl,
    accesses,
  });
  const results = new Results({
    clock,
    log,
    faults: () => artifactFaults,
    resultsUrl: () => origins.resultsUrl,
  });
  const githubToken = `ghs_${randomUUID().replaceAll('-', '')}`;
  const githubAppToken = `ghs_${randomUUID().replaceAll('-', '')}`;
  const githubAccountToken = `gho_${randomUUID().replaceAll('-', '')}`;
  const github = new Github({
    clock,
    log,
    results,
    repository,
    token: githubToken,
    appToken: githubAppToken,
    accountToken: githubAccountToken,
    faults: () => githubFaults,
    githubUrl: () => origins.githubUrl,
    oidcOf: (job) => ({
      ACTIONS_ID_TOKEN_REQUEST_URL: oidc.requestUrlOf(job),
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: oidcRequestToken,
    }),
  });
  const expected = (address: string): Expected => mailboxes.expected(address, `${origins.graphUrl}/v1.0`);
  const graphOrInspection: HttpHandler = (request, response) => {
    if (request.url?.startsWith('/__tenant/') !== true) return graph.handle(request, response);
    const url = new URL(request.url, 'http://tenant');
    if (url.pathname === '/__tenant/counts') sendJson(response, 200, counts);
    else if (url.pathname === '/__tenant/expected') {
      sendJson(response, 200, expected(url.searchParams.get('address') ?? ''));
    } else send(response, 404, {});
    return Promise.resolve();
  };

  const onBug = (error: unknown): void => void bugs.push(error);
  const listeners: Listener[] = [];
  const open = async (handler: HttpHandler): Promise<string> => {
    const listener = await host.serve(handler, onBug);
    listeners.push(listener);
    return listener.origin;
  };
  origins.authorityHost = await open((request, response) => entra.handle(request, response));
  origins.graphUrl = await open(graphOrInspection);
  origins.exchangeUrl = await open((request, response) => adminApi.handle(request, response));
  origins.resultsUrl = await open((request, response) => results.handle(request, response));
  origins.usageFilesUrl = await open((request, response) => usageFiles.handle(request, response));
  origins.githubUrl = await open((request, response) => github.handle(request, response));

  origins.oidcIssuer = await open((request, response) => oidc.handle(request, response));
  const identityUrl = await open((request, response) => managedIdentity.handle(request, response));
  for (const credential of options.federatedCredentials ?? []) federate(credential);

  const run = randomUUID();
  return {
    ...origins,
    runtimeToken: await runtimeToken({ run, job: randomUUID() }, clock()),
    githubToken,
    githubAppToken,
    githubAccountToken,
    oidcUrl: oidc.requestUrl,
    pipelineUrl: oidc.pipelineUrl,
    identityUrl,
    identityHeader: managedIdentity.header,
    oidcRequestToken,
    tenantId,
    clientId,
    domains: DOMAINS,
    addresses: people.addresses.slice(0, people.listed),
    unlisted: people.addresses.slice(people.listed),
    largeMailbox: mailboxes.largeMailbox,
    counts,
    log: entries,
    writes: accesses.writes,
    auditQueries: () => auditLog.submitted,
    watch: (watch) => {
      accesses.watch = watch;
    },
    expected,
    listed: (name, select) => listings.all(name, select),
    grants: (address) => grantFacts(directory, address),
    applications: () => applicationFacts(registrations),
    administrativeUnits: () => unitFacts(registrations),
    members: (group) => groups.membersOf(group),
    transitiveMembers: (group) => groups.transitiveMembers(group),
    exchangeObjects: (cmdlet, address, parameters) =>
      objectsAbout(cmdlet, address, { surroundings: exchangeData, parameters }),
    signIn: (signIn) => {
      logs.signIns.add(signIn);
    },
    directoryActivity: (activity) => {
      logs.directoryAudits.add(activity);
    },
    audit: (action) => {
      auditLog.add(action);
    },
    personSecurity,
    editAccount: (address, properties) => {
      const position = people.find(address);
      if (position === undefined) throw new Error(`there is no account ${address}`);
      const unknown = unknownUserProperty(Object.keys(properties));
      if (unknown !== undefined) throw new Error(`an account has no ${unknown}`);
      people.editAccount(position, properties);
    },
    edit: (address, settings) => {
      mailboxes.edit(address, settings);
    },
    setRules: (address, rules) => {
      mailboxes.setRules(address, rules);
    },
    setHiddenRules: (address, rules) => {
      mailboxes.setHiddenRules(address, rules);
    },
    trace: (...messages) => {
      trace.add(messages);
    },
    setCalendarPermissions: (address, permissions) => {
      mailboxes.setCalendarPermissions(address, permissions);
    },
    exchangeGrants: (address, cmdlet) => directory.rights.present(cmdlet, mailboxOf(address)),
    setExchangeGrants: (address, cmdlet, grants) => {
      directory.rights.replace(cmdlet, mailboxOf(address), grants);
    },
    account: (name) => directory.rights.principal(name),
    identities: new Identities(directory, mailboxes),
    exchangeProperties: (address) => changeableProperties(directory, address),
    editExchange: (address, properties) => {
      const position = people.find(address);
      const isInactive = position !== undefined && people.kind(position) === 'inactive';
      directory.edit(isInactive ? position : mailboxOf(address).position, new Map(Object.entries(properties)));
    },
    oidcToken: (claims) => oidc.sign(claims),
    accessToken: (service) => {
      const resource = service === 'graph' ? graphResource : exchangeResource;
      return tokens.issue(principal, { resource, audience: resource.audiences()[0] ?? '' }, undefined);
    },
    administratorToken: (changes) =>
      administratorToken(tokens, graphResource, { ...options.administrator, ...changes }),
    addApplication: (application) => {
      applications = [...applications, addApplication(application, registrations, registrations.replication.now())];
    },
    setReplication: (delays) => {
      registrations.replication.delays = delays;
    },
    register: (pem) => {
      application.register(pem);
    },
    revoke: (pem) => {
      application.revoke(pem);
    },
    federate,
    revokeTokens: () => {
      tokens.revokeAll();
    },
    setFaults: (faults) => {
      plan = new FaultPlan(faults, seed);
    },
    setArtifactFaults: (faults) => {
      artifactFaults = faults;
    },
    setGithubFaults: (faults) => {
      githubFaults = faults;
    },
    variables: () => github.settings.variables,
    environments: () => github.environments.list,
    startRun: (run) => github.startRun(run),
    commit: (files) => github.contents.add(files),
    pushCommit: (branch, files) => github.contents.push(branch, files),
    filesOf: (ref) => github.contents.filesOf(ref),
    pullRequests: () => github.pulls.list,
    mergePullRequest: (number) => {
      github.pulls.merge(number);
    },
    artifacts: () => results.artifacts(),
    runtimeTokenFor: ({ job, run: otherRun = run }) => runtimeToken({ run: otherRun, job }, clock()),
    close: async () => {
      await Promise.all(listeners.map((listener) => listener.close()));
      if (bugs.length > 0) throw new AggregateError(bugs, 'the tenant failed at a request');
    },
  };
}
