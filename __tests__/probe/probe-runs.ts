import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Dispatcher } from 'undici';
import { readPkcs12 } from '../../src/auth/pfx/read.ts';
import { tokensByCertificate } from '../../src/auth/credential.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { Differs } from '../../probe/answer.ts';
import { ASSUMPTIONS, PROBE_FILE } from '../../probe/probe.ts';
import { Services } from '../../probe/services.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import type { TestCredential } from '../support/credential.ts';
import { newFolder } from '../support/new-folder.ts';
import { runProgram, type ProgramRun } from '../cli/command-line.ts';
import { endpointLines } from '../../tenant/endpoints.ts';

export interface ProbeRun extends ProgramRun {
  /** `holds`, `differs` or `not checked` by assumption. */
  readonly outcomes: ReadonlyMap<string, string>;
}

/** Runs the probe with a certificate for mailboxes of a tenant, among them one that is not in Exchange Online. */
export async function probe(
  tenant: Tenant,
  credential: TestCredential,
  { more = [], env = {}, folder = newFolder() }: ProbeOptions = {},
): Promise<ProbeRun> {
  const pfx = path.join(folder, 'report.pfx');
  writeFileSync(pfx, Buffer.from(credential.pfx, 'base64'));
  return run(tenant, ['--pfx', pfx, ...more], { MAILBOX_REPORT_PFX_PASSWORD: credential.password, ...env }, folder);
}

/** Runs the probe in a job, with a federated credential. */
export function probeInJob(tenant: Tenant): Promise<ProbeRun> {
  const job = {
    ACTIONS_ID_TOKEN_REQUEST_URL: tenant.oidcUrl,
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: tenant.oidcRequestToken,
    GITHUB_API_URL: tenant.githubUrl,
    GITHUB_TOKEN: tenant.githubToken,
    GITHUB_REPOSITORY: 'contoso/mailboxes',
  };
  return run(tenant, ['--credential', 'federated'], job, newFolder());
}

export function probeFile(folder: string): string {
  return readFileSync(path.join(folder, PROBE_FILE), 'utf8');
}

export interface ProbeOptions {
  readonly more?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly folder?: string;
}

async function run(
  tenant: Tenant,
  more: readonly string[],
  env: Readonly<Record<string, string>>,
  folder: string,
): Promise<ProbeRun> {
  const list = path.join(folder, 'mailboxes.txt');
  writeFileSync(list, probed(tenant).join('\n'));
  const hosts = ['--endpoints', endpointLines(tenant)];
  const set = ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId];
  const finished = await runProgram(['doctor', '--probe', ...set, ...hosts, '--mailboxes', list, ...more], env, folder);
  const lines = finished.stdout.matchAll(/^(holds|differs|not checked) +([A-Z]+-\d+) /gm);
  return { ...finished, outcomes: new Map([...lines].map(([, outcome = '', id = '']) => [id, outcome])) };
}

/** The mailboxes of a tenant, first those that a check needs. */
function probed(tenant: Tenant): readonly string[] {
  const { addresses, largeMailbox = addresses[0] ?? '' } = tenant;
  const isMissing = (address: string): boolean => tenant.expected(address).status === 'no-mailbox';
  const hasSid = (address: string): boolean =>
    tenant.grants(address).some(({ right, trustee }) => right === 'FullAccess' && trustee.startsWith('S-1-5-21-'));
  const special = [largeMailbox, addresses.find(isMissing) ?? '', addresses.find(hasSid) ?? ''];
  const others = addresses.filter((address) => !special.includes(address) && !isMissing(address));
  return [...special, ...others].filter((address) => address !== '');
}

/** Makes one check with a certificate, as a probe does. Resolves with what it found; undefined if the assumption holds. */
export async function check(
  id: string,
  tenant: Tenant,
  { pfx, password }: TestCredential,
  dispatcher: Dispatcher,
): Promise<Differs | undefined> {
  const certificate = readPkcs12(Buffer.from(pfx, 'base64'), password, new Date());
  const options = {
    ...thisMachine(),
    ...tenant,
    dispatcher,
    mask: () => undefined,
    signal: new AbortController().signal,
  };
  const services = new Services({
    ...options,
    certificate,
    tokens: {
      Graph: tokensByCertificate({ ...options, certificate }),
      Exchange: tokensByCertificate({ ...options, certificate, exchangeScope: tenant.exchangeUrl }),
    },
    oidcClaims: undefined,
    oidcAudience: undefined,
    env: {},
    repository: undefined,
    addresses: probed(tenant).slice(0, 10),
  });
  try {
    await ASSUMPTIONS.find((assumption) => assumption.id === id)?.check?.(services);
    return undefined;
  } catch (error) {
    if (error instanceof Differs) return error;
    throw error;
  }
}
