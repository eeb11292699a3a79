import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startStep, workspaceOf } from '../demo/runner.ts';
import { digested, type Digests } from './csv-digest.ts';
import { ended, numberIn, preloading, seen, usageIn, type MeasuredRun, type RunCost } from './measured-run.ts';
import type { Premises } from './premises.ts';
import type { TenantProcess } from './tenant-process.ts';
import { endpointLines } from '../tenant/endpoints.ts';

/** A use of the packaged action, to be run: its environment is a runner's, and nothing is uploaded. */
export interface ActionUse {
  readonly home: string;
  /** Runs it to its end; gives ms from start to end. */
  readonly run: (env: Readonly<Record<string, string>>) => Promise<number>;
  /** The CSV of the first report. The other CSVs are in the same folder. */
  readonly csvFile: string;
}

/** The list to read, and the expected result. */
export interface Wanted {
  readonly reports?: readonly string[];
  /** The text of a policy file. It fails no run. */
  readonly policy?: string;
  /** The folder of an earlier report that it is compared with. */
  readonly compare?: string;
  /** Whether the report page is written, too. */
  readonly page?: boolean;
  /** Such as `2/8`: reads this share of the list, and uploads it. */
  readonly shard?: string;
}

/** Creates the home of a step, with these files in its workspace. */
export async function newHome({ folder }: Premises, files: Readonly<Record<string, string>>): Promise<string> {
  const home = await mkdtemp(path.join(folder, 'action-'));
  await mkdir(workspaceOf(home));
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(workspaceOf(home), name), text);
  return home;
}

/** The inputs that sign in to the tenant. */
export function signInInputs({ credential }: Premises, tenant: TenantProcess): Readonly<Record<string, string>> {
  return {
    'tenant-id': tenant.tenantId,
    'client-id': tenant.clientId,
    pfx: credential.pfx,
    'pfx-password': credential.password,
    endpoints: endpointLines(tenant),
  };
}

export async function useAction(
  premises: Premises,
  tenant: TenantProcess,
  addresses: readonly string[],
  { reports = ['mailbox-settings'], policy, compare, page = false, shard }: Wanted = {},
): Promise<ActionUse> {
  const home = await newHome(premises, {
    'mailboxes.txt': `${addresses.join('\n')}\n`,
    ...(policy === undefined ? {} : { 'policy.yml': policy }),
  });
  const outputs = path.join(home, 'report');
  const inputs = {
    ...signInInputs(premises, tenant),
    mailboxes: 'mailboxes.txt',
    report: reports.join('\n'),
    ...(policy === undefined ? {} : { policy: 'policy.yml', 'fail-on': 'never' }),
    ...(shard === undefined ? { 'artifact-name': '' } : { shard }),
    ...(compare === undefined ? {} : { compare }),
    // The clients that it is compared with write a CSV.
    formats: page ? 'csv, html' : 'csv',
    'max-unreadable': '100%',
    'output-directory': outputs,
  };
  return {
    home,
    csvFile: path.join(outputs, `${reports[0] ?? ''}.csv`),
    run: async (env) => {
      const started = performance.now();
      const { child } = await startStep({
        home,
        inputs,
        results: tenant,
        env: { NODE_EXTRA_CA_CERTS: premises.authority.file, ...env },
      });
      await ended(child);
      return performance.now() - started;
    },
  };
}

/** Runs the packaged action on these addresses. */
export async function runAction(
  premises: Premises,
  tenant: TenantProcess,
  addresses: readonly string[],
  wanted?: Wanted,
): Promise<MeasuredRun> {
  const { home, run, csvFile } = await useAction(premises, tenant, addresses, wanted);
  const wallMs = await run(preloading(['usage', 'reading'], home));
  const readingMs = numberIn(await seen('reading', home), 'readingMs');
  return { wallMs, readingMs, ...(await usageIn(home)), csvFile, home };
}

/** The cost of a run, and its CSVs. */
export type ComparedRun = RunCost & Digests;

/** Runs the packaged action on all mailboxes with these reports, and removes its files. */
export async function comparedRun(
  premises: Premises,
  tenant: TenantProcess,
  reports: readonly string[],
): Promise<ComparedRun> {
  const { home, run, csvFile } = await useAction(premises, tenant, tenant.addresses, { reports });
  const wallMs = await run(preloading(['usage'], home));
  return digested({ wallMs, ...(await usageIn(home)), csvFile, home }, reports);
}
