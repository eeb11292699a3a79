import { property, type Json } from '../../../src/json.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../../tenant/tenant.ts';
import { ask, type Answer } from '../sign-in.ts';

export const GRAPH = "/servicePrincipals(appId='00000003-0000-0000-c000-000000000000')";
export const EXCHANGE = "/servicePrincipals(appId='00000002-0000-0ff1-ce00-000000000000')";
export const SETTINGS_READ = '40f97065-369a-49f4-947c-6a255697ae91';
export const MANAGE_AS_APP = 'dc50a0fb-09a3-484d-be87-e023b12c6440';
export const GLOBAL_READER = 'f2ef992c-3afb-46b9-b7cf-a126ee74c451';
export const AUDIENCE = 'api://AzureADTokenExchange';

/** A request of an administrator with the scopes of Azure CLI. */
export type Graph = (request: string, body?: unknown, prefer?: string) => Promise<Answer>;

const tenants: Tenant[] = [];

export async function closeTenants(): Promise<void> {
  await Promise.all(tenants.map((tenant) => tenant.close()));
}

export async function start(options: TenantOptions = {}): Promise<{ readonly tenant: Tenant; readonly graph: Graph }> {
  const tenant = await startTenant({ mailboxes: 1, ...options });
  tenants.push(tenant);
  const token = await tenant.administratorToken();
  return {
    tenant,
    graph: (request, body, prefer) => ask(tenant, token, request, body, prefer === undefined ? {} : { prefer }),
  };
}

export function text(value: Json | undefined): string {
  if (typeof value !== 'string') throw new Error(`no text: ${JSON.stringify(value)}`);
  return value;
}

/** The status of a response and the code of its error. */
export function codeOf({ status, body }: Answer): readonly unknown[] {
  return [status, property(body.error, 'code')];
}

/** The same with the message of the error. */
export function errorOf(answer: Answer): readonly unknown[] {
  return [...codeOf(answer), property(answer.body.error, 'message')];
}

export async function newApplication(graph: Graph, body: object = {}): Promise<{ id: string; appId: string }> {
  const { body: json } = await graph('POST /applications', {
    displayName: 'Report',
    signInAudience: 'AzureADMyOrg',
    ...body,
  });
  return { id: text(json.id), appId: text(json.appId) };
}

/** An application with its principal. */
export async function newClient(graph: Graph): Promise<{ id: string; appId: string; principalId: string }> {
  const application = await newApplication(graph);
  const { body } = await graph('POST /servicePrincipals', { appId: application.appId });
  return { ...application, principalId: text(body.id) };
}

export async function consent(
  graph: Graph,
  principalId: string,
  resource = GRAPH,
  appRoleId = SETTINGS_READ,
): Promise<Answer> {
  const { body } = await graph(`GET ${resource}?$select=id`);
  return graph(`POST /servicePrincipals/${principalId}/appRoleAssignments`, {
    principalId,
    resourceId: body.id,
    appRoleId,
  });
}

export const federated = (changes: object = {}) => ({
  name: 'github-main',
  issuer: 'https://token.actions.githubusercontent.com',
  subject: 'repo:contoso/mailboxes:ref:refs/heads/main',
  audiences: [AUDIENCE],
  ...changes,
});
