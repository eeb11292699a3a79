import { execFile, execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isRecord, parseJson } from '../../src/json.ts';
import { inRepository, textOf } from '../docs/repository.ts';
import { storedRun } from '../support/rows-file.ts';
import { scenarios } from '../support/scenario.ts';
import { zipped } from '../support/zip.ts';

const { credential, newTenant } = scenarios();
const SETTING_POLICY = `rules:
  - id: delivery
    expect: { DelegateMeetingMessages: { const: sendToDelegateOnly } }
    set: { delegateMeetingMessageDeliveryOptions: sendToDelegateOnly }
`;
const PROGRAM = 'node_modules/mailbox-report/mailbox-report.js';
/** Node.js that runs the program, if it is another version than that of the tests. */
const NODE = process.env.PACKAGE_NODE ?? process.execPath;

let temp: string;
let tarball: string;
/** A folder with nothing but the installed package. */
let home: string;

beforeAll(async () => {
  temp = await mkdtemp(path.join(tmpdir(), 'package-'));
  home = path.join(temp, 'empty');
  await mkdir(home);
  execFileSync(process.execPath, [inRepository('scripts/build-cli.ts'), path.join(temp, 'cli')]);
  const packed = parseJson(npm(['pack', '--json', path.join(temp, 'cli')], temp));
  const [about]: readonly unknown[] = Array.isArray(packed) ? packed : [];
  tarball = path.join(temp, isRecord(about) ? String(about.filename) : '');
  // Offline and with an empty cache: a dependency could not be installed.
  npm(['install', '--offline', '--no-audit', '--no-fund', tarball], home);
});

afterAll(() => rm(temp, { recursive: true, force: true }));

function npm(args: readonly string[], cwd: string): string {
  // npm is a script of the shell on Windows.
  const shell = process.platform === 'win32';
  const env = { ...process.env, npm_config_cache: path.join(temp, 'cache') };
  return execFileSync('npm', args, { cwd, shell, env, encoding: 'utf8' });
}

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function started(file: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return new Promise((resolve) => {
    const options = { cwd: home, env: { PATH: process.env.PATH, ...env } };
    const child = execFile(NODE, [file, ...args], options, (_error, stdout, stderr) => {
      resolve({ code: child.exitCode ?? -1, stdout, stderr });
    });
  });
}

/** Runs the installed program without anything else of the environment. */
function program(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  return started(path.join(home, PROGRAM), args, env);
}

describe('the package of the terminal program', () => {
  test('starts with npx, in the version of this repository', () => {
    const about = parseJson(textOf('package.json'));
    const printed = npm(['exec', '--offline', '--', 'mailbox-report', '--version'], home);
    expect(about).toMatchObject({ version: printed.trimEnd() });
  });

  test('has no dependencies or scripts, and names the repository that npm compares with the provenance', async () => {
    const about = parseJson(await readFile(path.join(home, 'node_modules/mailbox-report/package.json'), 'utf8'));
    expect(about).toMatchObject({
      name: 'mailbox-report',
      license: 'MIT',
      repository: { type: 'git', url: 'git+https://github.com/mailbox-report/mailbox-report.git' },
    });
    const without = ['private', 'dependencies', 'devDependencies', 'scripts', 'publishConfig'];
    expect(without.filter((key) => isRecord(about) && key in about)).toEqual([]);
    const files = (await readdir(path.join(home, 'node_modules/mailbox-report'))).sort();
    const texts = ['LICENSE', 'README.md', 'chunks', 'licenses.txt'];
    expect(files).toEqual([...texts, 'mailbox-report.js', 'package.json', 'page.css', 'page.js', 'retirements.yml']);
  });

  test('is smaller than 9 MB installed', async () => {
    const folder = path.join(home, 'node_modules/mailbox-report');
    const sizes = (await readdir(folder, { recursive: true })).map(
      async (name) => (await stat(path.join(folder, name))).size,
    );
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(9_000_000);
  });

  test('contains the licences of its packages', async () => {
    const licences = await readFile(path.join(home, 'node_modules/mailbox-report/licenses.txt'), 'utf8');
    for (const name of ['commander', 'node-forge', 'undici', 'yaml']) {
      expect(licences).toMatch(new RegExp(`^${name}\n`, 'm'));
    }
    expect(licences).not.toMatch(/^@actions\/artifact\n/m);
  });

  test('lists every command of the program in its README, and loads every chunk', async () => {
    const { stdout } = await program(['--help']);
    const commands = [...stdout.matchAll(/^ {2}([a-z-]+) \[?/gm)].map(([, name = '']) => name);
    const described = textOf('src/cli/README.md');
    expect(commands).toEqual(expect.arrayContaining(['certificate', 'doctor', 'validate', 'baseline']));
    expect(commands.filter((name) => name !== 'help' && !described.includes(`mailbox-report ${name}`))).toEqual([]);
    const chunks = path.join(home, 'node_modules/mailbox-report/chunks');
    const script = path.join(temp, 'load.mjs');
    const names = await readdir(chunks);
    await writeFile(
      script,
      names.map((name) => `await import('${pathToFileURL(path.join(chunks, name)).href}');\n`).join(''),
    );
    const { code, stderr } = await started(script, []);
    expect({ code, stderr: stderr.slice(0, 1_000) }).toEqual({ code: 0, stderr: '' });
  });

  test('reports on mailboxes, also in shards, with the report page', async () => {
    const tenant = await newTenant({ mailboxes: 10 });
    await writeFile(path.join(home, 'tenant.pfx'), Buffer.from(credential().pfx, 'base64'));
    await writeFile(path.join(home, 'all.txt'), tenant.addresses.join('\n'));
    const options = [
      ...[
        '--tenant-id',
        tenant.tenantId,
        '--client-id',
        tenant.clientId,
        '--pfx',
        'tenant.pfx',
        '--mailboxes',
        'all.txt',
      ],
      ...['--authority-host', tenant.authorityHost, '--graph-url', tenant.graphUrl, '--max-unreadable', '100%'],
    ];
    const env = { MAILBOX_REPORT_PFX_PASSWORD: credential().password };
    const report = await program(['report', ...options, '--formats', 'html,junit,sarif,json', '--json'], env);
    expect(report.code).toBe(0);
    expect(parseJson(report.stdout)).toMatchObject({ result: 'pass', 'mailbox-count': 10 });
    expect(await readFile(path.join(home, 'mailbox-report/mailbox-report.html'), 'utf8')).toMatch(/<script>.{10000}/s);
    for (const shard of ['1/2', '2/2']) {
      expect(await program(['report', ...options, '--shard', shard], env)).toMatchObject({ code: 0 });
    }
    const shards = ['1', '2'].map((number) => `mailbox-report-shard-${number}-of-2`);
    const merge = await program(['merge', ...shards, '--max-unreadable', '100%', '--output-directory', 'merged']);
    expect(merge).toMatchObject({ code: 0, stdout: expect.stringContaining('Result: pass') });
    const [whole, merged] = await Promise.all(
      ['mailbox-report', 'merged'].map((folder) => readFile(path.join(home, folder, 'mailbox-settings.csv'), 'utf8')),
    );
    expect(merged).toBe(whole);
  });

  test('creates a certificate, checks files and a set-up, and plans changes in an empty folder', async () => {
    const created = await program(['certificate', '--bits', '2048', '--password-file', '--json']);
    expect({ code: created.code, stderr: created.stderr }).toEqual({ code: 0, stderr: '' });
    expect(await readdir(home)).toContain('mailbox-report.pfx');

    await writeFile(path.join(home, 'list.txt'), 'a@contoso.com\n');
    await writeFile(path.join(home, 'policy.yml'), textOf('examples/policies/replies-stay-inside.yml'));
    const checked = await program(['validate', '--mailboxes', 'list.txt', '--policy', 'policy.yml']);
    expect(checked).toMatchObject({ code: 0, stdout: expect.stringMatching(/^valid: 1 mailbox/), stderr: '' });

    const tenant = await newTenant({ mailboxes: 15, roles: ['MailboxSettings.ReadWrite'] });
    await writeFile(path.join(home, 'report.pfx'), Buffer.from(credential().pfx, 'base64'));
    await writeFile(path.join(home, 'mailboxes.txt'), tenant.addresses.join('\n'));
    await writeFile(path.join(home, 'set.yml'), SETTING_POLICY);
    const signIn = [
      ...['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId, '--pfx', 'report.pfx'],
      ...['--authority-host', tenant.authorityHost, '--graph-url', tenant.graphUrl],
    ];
    const env = { MAILBOX_REPORT_PFX_PASSWORD: credential().password };
    const doctor = await program(['doctor', ...signIn, '--mailbox', tenant.addresses[0] ?? ''], env);
    expect(doctor).toMatchObject({ code: 0, stdout: expect.stringMatching(/^ok +mailbox /m), stderr: '' });
    const files = ['--mailboxes', 'mailboxes.txt', '--policy', 'set.yml', '--max-unreadable', '100%'];
    const plan = await program(['remediate', 'plan', ...signIn, ...files], env);
    expect(plan).toMatchObject({ code: 0, stdout: expect.stringMatching(/digest [0-9a-f]{64}/) });
  });

  test('signs in with a managed identity', async () => {
    const tenant = await newTenant({ mailboxes: 3, managedIdentity: {} });
    const hosts = ['--authority-host', tenant.authorityHost, '--graph-url', tenant.graphUrl];
    const args = ['doctor', '--credential', 'managed-identity', ...hosts, '--mailbox', tenant.addresses[0] ?? ''];
    const ended = await program(args, { AZURE_POD_IDENTITY_AUTHORITY_HOST: tenant.identityUrl });
    expect(ended).toMatchObject({ code: 0, stdout: expect.stringMatching(/^ok +mailbox /m), stderr: '' });
  });

  test('reads zips: compares two, and updates a baseline from one', async () => {
    const violations = [{ rule: 'r', verdict: 'fail', item: '', column: 'A', found: 'x' }];
    for (const name of ['x', 'y']) {
      const mailboxes = { 'a@x.y': [{ rows: [[name]], violations }] };
      const rows = storedRun({ reports: { one: { columns: ['A'] } }, hasPolicy: true, mailboxes });
      const baseline = `Rule,MailboxName,Item,Column,Found,Row,AddedOn\r\nr,a@x.y,,A,${name},,2026-11-28\r\n`;
      const files = Object.entries({ 'rows.ndjson.gz': rows, 'baseline.csv': baseline });
      await writeFile(path.join(home, `${name}.zip`), zipped(files));
    }
    const compared = await program(['compare', 'x.zip', 'y.zip']);
    expect(compared).toMatchObject({ code: 1, stdout: expect.stringContaining('a@x.y'), stderr: '' });
    const updated = await program(['baseline', 'update', 'x.zip']);
    expect(updated).toMatchObject({ code: 0, stderr: '' });
    expect(await readFile(path.join(home, 'baseline.csv'), 'utf8')).toContain('r,a@x.y');
  });
});
