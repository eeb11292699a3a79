import { spawn } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseJson } from '../src/json.ts';
import { ended, numberIn, preloading, usageIn, type MeasuredRun } from './measured-run.ts';
import type { Premises } from './premises.ts';
import type { TenantProcess } from './tenant-process.ts';

export interface ClientRun extends MeasuredRun {
  /** Answers of 429 that the client took for answers. */
  readonly throttled: number;
}

/** Runs a client that the action is compared with on these addresses. */
export async function runClient(
  premises: Premises,
  tenant: TenantProcess,
  client: keyof Premises['clients'],
  addresses: readonly string[],
  inFlight = 1,
): Promise<ClientRun> {
  const home = await mkdtemp(path.join(premises.folder, 'client-'));
  const list = path.join(home, 'mailboxes.txt');
  const csvFile = path.join(home, 'mailbox-settings.csv');
  await writeFile(list, `${addresses.join('\n')}\n`);
  const token = await tenant.token();
  const started = performance.now();
  const child = spawn(process.execPath, [premises.clients[client]], {
    env: {
      PATH: process.env.PATH,
      NODE_EXTRA_CA_CERTS: premises.authority.file,
      BENCH_GRAPH_URL: tenant.graphUrl,
      BENCH_TOKEN: token,
      BENCH_LIST: list,
      BENCH_CSV: csvFile,
      BENCH_IN_FLIGHT: String(inFlight),
      ...preloading(['usage'], home),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const printed = parseJson(await ended(child));
  const wallMs = performance.now() - started;
  return {
    wallMs,
    readingMs: numberIn(printed, 'readingMs'),
    ...(await usageIn(home)),
    csvFile,
    home,
    throttled: numberIn(printed, 'throttled'),
  };
}
