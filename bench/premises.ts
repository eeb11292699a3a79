import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { newCertificate } from '../src/cli/commands/certificate/new-certificate.ts';
import { writePfx } from '../src/cli/commands/certificate/pfx-writer.ts';
import { ROOT } from '../demo/runner.ts';

/** Files that all measurements share, in a temporary folder that is removed at the end. */
export interface Premises {
  readonly folder: string;
  /** The certificate of the authority that signed the tenant's, PEM and file. */
  readonly authority: { readonly pem: string; readonly file: string };
  /** The folder with the tenant's key.pem and cert.pem. */
  readonly tlsFolder: string;
  /** The credential of the application: the certificate for the tenant, the PFX in base64 for the action. */
  readonly credential: { readonly certificateFile: string; readonly pfx: string; readonly password: string };
  /** The clients that the action is compared with. */
  readonly clients: { readonly graphClient: string; readonly sequential: string };
  readonly remove: () => Promise<void>;
}

const DAY = 86_400_000;
const PASSWORD = 'benchmark';

export async function newPremises(): Promise<Premises> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mailbox-report-bench-'));
  const during = { notBefore: new Date(Date.now() - DAY), notAfter: new Date(Date.now() + 60 * DAY) };
  const authority = await newCertificate({ commonName: 'Benchmark authority', authority: true, ...during });
  const server = await newCertificate({
    commonName: '127.0.0.1',
    ipAddresses: ['127.0.0.1'],
    issuer: authority,
    ...during,
  });
  const application = await newCertificate({ commonName: 'Mailbox Report benchmark', ...during });
  const tlsFolder = path.join(folder, 'tls');
  const authorityFile = path.join(folder, 'authority.pem');
  const certificateFile = path.join(folder, 'application.pem');
  await mkdir(tlsFolder);
  await Promise.all([
    writeFile(path.join(tlsFolder, 'key.pem'), server.privateKey, { mode: 0o600 }),
    writeFile(path.join(tlsFolder, 'cert.pem'), server.certificate),
    writeFile(authorityFile, authority.certificate),
    writeFile(certificateFile, application.certificate),
  ]);
  return {
    folder,
    authority: { pem: authority.certificate, file: authorityFile },
    tlsFolder,
    credential: {
      certificateFile,
      pfx: writePfx(application, PASSWORD).toString('base64'),
      password: PASSWORD,
    },
    clients: { graphClient: await bundle('graph-client', folder), sequential: await bundle('sequential', folder) },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** Packs a client as the action is packed, so that neither spends its start on finding and translating modules. */
async function bundle(client: string, folder: string): Promise<string> {
  const packed = path.join(folder, client);
  await build({
    absWorkingDir: ROOT,
    entryPoints: [path.join('bench', 'clients', `${client}.ts`)],
    outdir: packed,
    bundle: true,
    splitting: true,
    format: 'esm',
    outExtension: { '.js': '.mjs' },
    platform: 'node',
    target: 'node24',
    // CommonJS packages require modules of Node.js.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'warning',
  });
  return path.join(packed, `${client}.mjs`);
}
