import { request } from 'undici';
import { parseJson, type Json } from '../../../src/json.ts';
import { runProgram, type ProgramRun } from '../command-line.ts';
import type { Terminal } from '../../../src/cli/terminal.ts';
import { endpointLines } from '../../../tenant/endpoints.ts';
import type { AdministratorOptions, Tenant } from '../../../tenant/tenant.ts';

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
    {
      ADMIN_TOKEN: await tenant.administratorToken(administrator),
      MAILBOX_REPORT_PFX_PASSWORD: PASSWORD,
      GITHUB_API_URL: tenant.githubUrl,
      GH_TOKEN: tenant.githubToken,
      ...env,
    },
    folder,
    terminal,
  );
}

/** GETs an object of the directory as the administrator; undefined if there is none. */
export async function inDirectory(tenant: Tenant, path: string): Promise<Json | undefined> {
  const headers = { authorization: `Bearer ${await tenant.administratorToken()}` };
  const { statusCode, body } = await request(`${tenant.graphUrl}/v1.0${path}`, { headers });
  const text = await body.text();
  return statusCode === 200 ? parseJson(text) : undefined;
}

/** The lines of the plan, without the sign before them. */
export function planOf({ stdout }: ProgramRun): readonly string[] {
  return [...stdout.matchAll(/^ {2}[+~] (.*)$/gm)].map(([, line = '']) => line);
}

/** The application that setup made. */
export function madeApplication(tenant: Tenant): Promise<Json | undefined> {
  return inDirectory(tenant, "/applications(uniqueName='mailbox-report')");
}
