import { execFile, execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { isRecord, parseJson } from '../../src/json.ts';
import { allBuiltIn } from '../../src/reports/built-in-tables.ts';
import { filesLike, inRepository, textOf } from '../docs/repository.ts';
import { storedRun } from '../support/rows-file.ts';
import { scenarios } from '../support/scenario.ts';
import { zipped } from '../support/zip.ts';
import { newFolder } from '../support/new-folder.ts';
import { endpointLines } from '../../tenant/endpoints.ts';

const { credential, newTenant } = scenarios();
/** The embedded tenant has not the file of this report, so that no mailbox has all reports. */
const LACKING = 'email-activity.csv';
/** What the built-in reports and the examples require. */
const ROLES = [
  'MailboxSettings.Read',
  'Mail.ReadBasic.All',
  'Calendars.ReadBasic.All',
  'User.Read.All',
  'GroupMember.Read.All',
  'LicenseAssignment.Read.All',
  'AuditLog.Read.All',
  'Reports.Read.All',
  'Application.Read.All',
  'Contacts.Read',
  'People.Read.All',
];
const PROGRAM = 'node_modules/mailbox-report/mailbox-report.js';
/** Node.js that runs the program, if it is another version than that of the tests. */
const NODE = process.env.PACKAGE_NODE ?? process.execPath;

const temp = newFolder();
let tarball: string;
/** A folder with nothing but the installed package. */
const home = path.join(temp, 'empty');

beforeAll(async () => {
  await mkdir(home);
  execFileSync(process.execPath, [inRepository('scripts/build-cli.ts'), path.join(temp, 'cli')]);
  const packed = parseJson(npm(['pack', '--json', path.join(temp, 'cli')], temp));
  const [about]: readonly unknown[] = Array.isArray(packed) ? packed : [];
  tarball = path.join(temp, isRecord(about) ? String(about.filename) : '');
  // Offline and with an empty cache: a dependency could not be installed.
  npm(['install', '--offline', '--no-audit', '--no-fund', tarball], home);
});

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

  test('says on an older Node.js which one it needs', async () => {
    const older = "Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '18.20.4' } })";
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(older)}`;
    const { code, stdout, stderr } = await program(['--version'], { NODE_OPTIONS });
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/Node\.js 22\.19 or newer, and this is 18\.20\.4/);
  });

  test('has no dependencies or scripts, and names the repository that npm compares with the provenance, and is small', async () => {
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
    expect(files).toEqual([
      ...texts,
      'mailbox-report.js',
      'package.json',
      'page.css',
      'page.js',
      'policies',
      'program.js',
      'retirements.yml',
      'workflows',
    ]);
    const folder = path.join(home, 'node_modules/mailbox-report');
    const sizes = (await readdir(folder, { recursive: true })).map(
      async (name) => (await stat(path.join(folder, name))).size,
    );
    const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(9_000_000);
  });

  test('has the sign-in of administrators, which the actions do not have', async () => {
    const licences = await readFile(path.join(home, 'node_modules/mailbox-report/licenses.txt'), 'utf8');
    expect(licences).toContain('@azure/msal-node');
    expect(textOf('dist/licenses.txt')).not.toContain('@azure/msal-node');
    const { code, stdout, stderr } = await program(['setup', '--help']);
    expect({ code, stderr, hasPlan: stdout.includes('--dry-run') }).toEqual({ code: 0, stderr: '', hasPlan: true });
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

  test('creates a certificate, checks files, and reports with the report page in an empty folder', async () => {
    const created = await program(['certificate', '--bits', '2048', '--password-file', '--json']);
    expect({ code: created.code, stderr: created.stderr }).toEqual({ code: 0, stderr: '' });
    const tenant = await newTenant({ mailboxes: 10 });
    await writeFile(path.join(home, 'tenant.pfx'), Buffer.from(credential().pfx, 'base64'));
    await writeFile(path.join(home, 'all.txt'), tenant.addresses.join('\n'));
    await writeFile(path.join(home, 'policy.yml'), textOf('examples/policies/replies-stay-inside.yml'));
    const checked = await program(['validate', '--mailboxes', 'all.txt', '--policy', 'policy.yml']);
    expect(checked).toMatchObject({ code: 0, stdout: expect.stringMatching(/^valid: 10 mailboxes/), stderr: '' });
    const options = [
      '--tenant-id',
      tenant.tenantId,
      '--client-id',
      tenant.clientId,
      '--pfx',
      'tenant.pfx',
      '--endpoints',
      endpointLines(tenant),
      '--mailboxes',
      'all.txt',
      '--max-unreadable',
      '100%',
      '--formats',
      'html,junit,sarif,json',
      '--json',
    ];
    const env = { MAILBOX_REPORT_PFX_PASSWORD: credential().password };
    const report = await program(['report', ...options], env);
    expect(parseJson(report.stdout)).toMatchObject({ result: 'pass', 'mailbox-count': 10 });
    expect(await readFile(path.join(home, 'mailbox-report/mailbox-report.html'), 'utf8')).toMatch(/<script>.{10000}/s);
  });

  test('reads every built-in report and every example as the sources do', async () => {
    const tenant = await newTenant({ mailboxes: 7, roles: ROLES });
    // For the table of deleted mailboxes.
    const [deleted = '', ...listed] = tenant.addresses;
    tenant.identities.remove(deleted);
    const examples = await filesLike('examples/reports/*.yml');
    for (const file of examples) await writeFile(path.join(home, path.basename(file)), textOf(file));
    const reports = [...allBuiltIn.keys(), ...examples.map((file) => path.basename(file))];
    await writeFile(path.join(home, 'tenant.pfx'), Buffer.from(credential().pfx, 'base64'));
    await writeFile(path.join(home, 'six.txt'), listed.join('\n'));
    const options = Object.entries({
      'tenant-id': tenant.tenantId,
      'client-id': tenant.clientId,
      pfx: 'tenant.pfx',
      endpoints: endpointLines(tenant),
      mailboxes: 'six.txt',
      'max-unreadable': '100%',
      report: reports.join('\n'),
    }).flatMap(([name, value]) => [`--${name}`, value]);
    const args = (folder: string): string[] => ['report', ...options, '--output-directory', folder, '--json'];
    const env = { MAILBOX_REPORT_PFX_PASSWORD: credential().password };
    const installed = await program(args('installed'), env);
    const fromSources = await started(inRepository('src/cli/main.ts'), args('sources'), env);
    expect([installed.code, fromSources.code]).toEqual([1, 1]);
    const csvs = (await readdir(path.join(home, 'sources'))).filter((file) => file.endsWith('.csv'));
    expect(csvs.length).toBeGreaterThanOrEqual(reports.length);
    const textsIn = (folder: string): Promise<readonly string[]> =>
      Promise.all(csvs.map((file) => readFile(path.join(home, folder, file), 'utf8')));
    const texts = await textsIn('installed');
    expect(texts).toEqual(await textsIn('sources'));
    const unread = csvs.filter((_, at) => !/(?:^|,)ok(?:,|\r)/m.test(texts[at] ?? ''));
    expect(unread.sort()).toEqual([LACKING]);
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
