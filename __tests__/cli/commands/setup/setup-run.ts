import { request } from 'undici';
import { parseJson, property, textIn, type Json, type JsonObject } from '../../../../src/json.ts';
import { runProgram, type ProgramRun } from '../../command-line.ts';
import { runSetup } from '../../../../src/cli/commands/setup/setup.ts';
import type { SetupOptions } from '../../../../src/cli/commands/setup/setup-place.ts';
import type { Terminal } from '../../../../src/cli/terminal.ts';
import { endpointLines } from '../../../../tenant/endpoints.ts';
import type { AdministratorOptions, Tenant } from '../../../../tenant/tenant.ts';

export const PASSWORD = 'the password of the new PFX';

/** Runs `setup` in a folder, signed in by a token of the administrator in a variable. */
export async function setup(
  tenant: Tenant,
  folder: string,
  args: readonly string[] = [],
  {
    env = {},
    terminal = {},
    administrator = {},
  }: {
    readonly env?: Readonly<Record<string, string>>;
    readonly terminal?: Partial<Terminal>;
    readonly administrator?: AdministratorOptions;
  } = {},
): Promise<ProgramRun> {
  return runProgram(
    [
      'setup',
      '--endpoints',
      endpointLines(tenant),
      '--access-token-env',
      'ADMIN_TOKEN',
      '--tenant-id',
      tenant.tenantId,
      ...args,
    ],
    { ...(await environment(tenant, administrator)), ...env },
    folder,
    terminal,
  );
}

/** Runs `setup` without the command line, over another connection and clock. */
export async function setupInProcess(
  tenant: Tenant,
  folder: string,
  choice: Partial<SetupOptions>,
  terminal: Terminal,
  connection: Parameters<typeof runSetup>[3],
): Promise<number> {
  const options: SetupOptions = {
    tenantId: tenant.tenantId,
    endpoints: [endpointLines(tenant)],
    yes: false,
    dryRun: false,
    print: false,
    json: false,
    undo: false,
    remediate: false,
    incident: false,
    forever: false,
    deviceCode: false,
    accessTokenEnv: 'ADMIN_TOKEN',
    allowPublic: false,
    ...choice,
  };
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await runSetup(options, await environment(tenant), terminal, connection);
  } finally {
    process.chdir(before);
  }
}

async function environment(tenant: Tenant, administrator: AdministratorOptions = {}): Promise<Record<string, string>> {
  return {
    ADMIN_TOKEN: await tenant.administratorToken(administrator),
    MAILBOX_REPORT_PFX_PASSWORD: PASSWORD,
    GITHUB_API_URL: tenant.githubUrl,
    GH_TOKEN: tenant.githubAccountToken,
  };
}

/** GETs an object of the directory as the administrator; undefined if there is none. */
export async function inDirectory(tenant: Tenant, path: string): Promise<Json | undefined> {
  const headers = { authorization: `Bearer ${await tenant.administratorToken()}` };
  const { statusCode, body } = await request(`${tenant.graphUrl}/v1.0${path}`, { headers });
  const text = await body.text();
  return statusCode === 200 ? parseJson(text) : undefined;
}

/** POSTs to the directory as an administrator. Returns the answer. */
export function post(
  tenant: Tenant,
  path: string,
  body: JsonObject,
  administrator: AdministratorOptions = {},
): Promise<Json> {
  return change(tenant, ['POST', path], body, administrator);
}

/** Sends a write to the directory as an administrator. Returns the answer; null if it is empty. */
export async function change(
  tenant: Tenant,
  [method, path]: readonly ['POST' | 'DELETE', string],
  body: JsonObject = {},
  administrator: AdministratorOptions = {},
): Promise<Json> {
  const headers = {
    authorization: `Bearer ${await tenant.administratorToken(administrator)}`,
    'content-type': 'application/json',
  };
  const response = await request(`${tenant.graphUrl}/v1.0${path}`, {
    method,
    headers,
    body: JSON.stringify(body),
  });
  const text = await response.body.text();
  if (response.statusCode >= 300) throw new Error(text);
  return text === '' ? null : parseJson(text);
}

/** The lines of the plan, without the sign before them. */
export function planOf({ stdout }: ProgramRun): readonly string[] {
  return [...stdout.matchAll(/^ {2}[+~] (.*)$/gm)].map(([, line = '']) => line);
}

/** The application that setup made. */
export function madeApplication(tenant: Tenant): Promise<Json | undefined> {
  return inDirectory(tenant, "/applications(uniqueName='mailbox-report')");
}

/** The subjects of the federated credentials of the application that setup made, sorted. */
export async function madeSubjects(tenant: Tenant): Promise<readonly string[]> {
  const id = textIn(await madeApplication(tenant), 'id');
  const list = property(await inDirectory(tenant, `/applications/${id}/federatedIdentityCredentials`), 'value');
  return (Array.isArray(list) ? list : []).map((one) => textIn(one, 'subject')).sort();
}
