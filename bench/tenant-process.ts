import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Agent, request } from 'undici';
import { thisMachine } from '../src/http/machine.ts';
import { readPkcs12 } from '../src/auth/pfx/read.ts';
import { tokensByCertificate } from '../src/auth/credential.ts';
import { ROOT } from '../demo/runner.ts';
import { parseJson, property, type Json } from '../src/json.ts';
import type { Premises } from './premises.ts';

export interface TenantOptions {
  readonly mailboxes: number;
  /** Further options of tenant/serve.ts. */
  readonly options?: readonly string[];
}

export interface TenantProcess {
  readonly authorityHost: string;
  readonly graphUrl: string;
  readonly exchangeUrl: string;
  readonly resultsUrl: string;
  readonly runtimeToken: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly addresses: readonly string[];
  /** A new access token, for the clients that sign in with none of their own. */
  token(): Promise<string>;
  /** Reads paths below `/__tenant/`, which describe the tenant. */
  inspect(path: string): Promise<Json>;
  /** CPU time so far in ms; undefined where the system has no /proc. */
  cpuMs(): number | undefined;
  close(): Promise<void>;
}

/** Starts the embedded tenant in a separate process, over TLS, so that it uses no CPU time of its client. */
export async function startTenantProcess(premises: Premises, options: TenantOptions): Promise<TenantProcess> {
  const { authority, tlsFolder, credential, folder } = premises;
  const addressFile = path.join(await mkdtemp(path.join(folder, 'tenant-')), 'addresses.txt');
  const child = spawn(
    process.execPath,
    [
      path.join(ROOT, 'tenant', 'serve.ts'),
      '--mailboxes',
      String(options.mailboxes),
      '--tls',
      tlsFolder,
      '--certificate',
      credential.certificateFile,
      '--addresses',
      addressFile,
      ...(options.options ?? []),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = once(child, 'exit');
  const greeting = await firstLine(child.stdout);
  if (greeting === undefined) throw new Error('the tenant did not start');
  const about = parseJson(greeting);
  const word = (name: string): string => {
    const value = property(about, name);
    if (typeof value !== 'string') throw new Error(`the tenant has no ${name}`);
    return value;
  };
  const origins = {
    authorityHost: word('authorityHost'),
    graphUrl: word('graphUrl'),
    exchangeUrl: word('exchangeUrl'),
  };
  const ids = { tenantId: word('tenantId'), clientId: word('clientId') };
  const dispatcher = new Agent({ connect: { ca: authority.pem } });
  return {
    ...origins,
    ...ids,
    resultsUrl: word('resultsUrl'),
    runtimeToken: word('runtimeToken'),
    addresses: (await readFile(addressFile, 'utf8')).trimEnd().split('\n'),
    token: async () => {
      const certificate = readPkcs12(credential.pfx, credential.password, new Date());
      const signal = AbortSignal.timeout(30_000);
      const tokens = tokensByCertificate({
        ...origins,
        ...ids,
        certificate,
        dispatcher,
        signal,
        ...thisMachine(),
        mask: () => undefined,
      });
      return (await tokens.get()).value;
    },
    inspect: async (below) => {
      const { body } = await request(`${origins.graphUrl}/__tenant/${below}`, { dispatcher });
      return parseJson(await body.text());
    },
    cpuMs: () => cpuMs(child.pid ?? 0),
    close: async () => {
      await dispatcher.close();
      child.stdin.end();
      await ended;
    },
  };
}

async function firstLine(stream: NodeJS.ReadableStream): Promise<string | undefined> {
  const lines = createInterface(stream);
  for await (const line of lines) return line;
  return undefined;
}

/** Linux counts in ticks of 10 ms, in the 14th and 15th field; the second may hold blanks, but ends in the last `)`. */
function cpuMs(pid: number): number | undefined {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return undefined;
  const stat = readFileSync(file, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}
