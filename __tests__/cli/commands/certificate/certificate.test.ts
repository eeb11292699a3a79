import { execFileSync } from 'node:child_process';
import { createHash, X509Certificate } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { makeCertificate } from '../../../../src/cli/commands/certificate/certificate.ts';
import { registrationSteps } from '../../../../src/cli/commands/certificate/registration.ts';
import { readPkcs12 } from '../../../../src/auth/pfx/read.ts';
import { isRecord, parseJson } from '../../../../src/json.ts';
import { runAction } from '../../../support/action-run.ts';
import { describeWithLinks, describeWithOpenssl, WINDOWS } from '../../../support/platform.ts';
import { COMMAND } from '../../../../src/version.ts';
import { startTenant } from '../../../../tenant/tenant.ts';
import { quietTerminal } from '../../quiet-terminal.ts';
import { runProgram, type ProgramRun } from '../../command-line.ts';
import { newFolder } from '../../../support/new-folder.ts';

const NAMES = ['pfx', 'cer', 'pem', 'keyCredentials.json', 'keyCredentials.graph.json', 'password.txt'].map(
  (end) => `contoso-report.${end}`,
);
const home = newFolder();
const folder = path.join(home, 'made here');
let run: ProgramRun = { code: 0, stdout: '', stderr: '' };

beforeAll(async () => {
  run = await runProgram([
    'certificate',
    '--name',
    'Contoso Réport',
    '--directory',
    folder,
    '--password-file',
    '--days',
    '90',
  ]);
});

function made(end: string): Buffer {
  return readFileSync(path.join(folder, `contoso-report.${end}`));
}

function elementsOf(end: string): Record<string, unknown>[] {
  const elements: unknown = parseJson(made(end).toString());
  return Array.isArray(elements) ? elements.filter(isRecord) : [];
}

describe('certificate', () => {
  test('writes every file for a registration, readable only by its owner', () => {
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(folder).sort()).toEqual([...NAMES].sort());
    const modes = NAMES.map((name) => statSync(path.join(folder, name)).mode & 0o777);
    expect(modes).toEqual(NAMES.map(() => (WINDOWS ? 0o666 : 0o600)));
  });

  test('writes the same certificate to every file', () => {
    const certificate = new X509Certificate(made('cer'));
    const password = made('password.txt').toString();
    const { thumbprint, privateKey } = readPkcs12(made('pfx'), password, new Date());
    expect(new X509Certificate(made('pem')).raw.equals(certificate.raw)).toBe(true);
    expect(createHash('sha1').update(certificate.raw).digest('hex').toUpperCase()).toBe(thumbprint);
    expect(run.stdout).toContain(thumbprint);
    expect(certificate.subject).toBe('CN=Contoso Réport');
    expect(certificate.checkPrivateKey(privateKey)).toBe(true);
    expect(privateKey.asymmetricKeyDetails?.modulusLength).toBe(3072);
    const days = (new Date(certificate.validTo).getTime() - Date.now()) / 86_400_000;
    expect(Math.round(days)).toBe(90);
    expect(parseJson(made('keyCredentials.json').toString())).toEqual([
      {
        customKeyIdentifier: Buffer.from(thumbprint, 'hex').toString('base64'),
        keyId: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/),
        type: 'AsymmetricX509Cert',
        usage: 'Verify',
        value: made('cer').toString('base64'),
        startDate: new Date(certificate.validFrom).toISOString(),
        endDate: new Date(certificate.validTo).toISOString(),
      },
    ]);
  });

  describeWithOpenssl('as openssl reads it', () => {
    test('writes a PFX with AES-256 and SHA-256, which openssl opens', () => {
      const text = execFileSync(
        'openssl',
        ['pkcs12', '-in', path.join(folder, 'contoso-report.pfx'), '-passin', 'stdin', '-nodes', '-info'],
        { input: made('password.txt'), encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'] },
      );
      expect(text).toContain('-----BEGIN PRIVATE KEY-----');
      expect(text).toMatch(/friendlyName: Contoso R/);
      const structure = execFileSync('openssl', ['asn1parse', '-inform', 'DER'], {
        input: made('pfx'),
        encoding: 'utf8',
      });
      expect(structure).toContain('sha256');
    });
  });

  test('does not print the password if it is written to a file, and never puts it in a command', () => {
    const password = made('password.txt').toString();
    expect(Buffer.from(password, 'base64url').length).toBeGreaterThanOrEqual(16);
    const others = NAMES.filter((name) => !name.endsWith('password.txt')).map((name) =>
      readFileSync(path.join(folder, name)),
    );
    expect([run.stdout, run.stderr, ...others].some((text) => text.includes(password))).toBe(false);
    expect(run.stdout).toContain(
      WINDOWS ? '| gh secret set PFX_PASSWORD --repo OWNER/REPO\n' : 'gh secret set PFX_PASSWORD --repo OWNER/REPO <',
    );
  });

  test('prints commands that register it until its expiry, in any shell', () => {
    const pem = path.join(folder, 'contoso-report.pem');
    const end = new Date(new X509Certificate(made('cer')).validTo).toISOString().replace('.000Z', 'Z');
    const register = `az ad app credential reset --id CLIENT_ID --append --cert '@${pem}' --end-date ${end}\n`;
    expect(run.stdout).toContain(register);
    const pfx = path.join(folder, 'contoso-report.pfx');
    const encode = WINDOWS ? `[Convert]::ToBase64String([IO.File]::ReadAllBytes('${pfx}'))` : `base64 < '${pfx}'`;
    expect(run.stdout).toContain(`${encode} | gh secret set PFX --repo`);
    expect(run.stdout).toMatch(/\nWhen doctor reports no failure .* delete the PFX and the password file\.\n$/);
  });

  test('prints the credential in the format of Microsoft Graph too', () => {
    const certificate = new X509Certificate(made('cer'));
    const [azure] = elementsOf('keyCredentials.json');
    const [graph] = elementsOf('keyCredentials.graph.json');
    expect(graph).toEqual({
      displayName: 'CN=Contoso Réport',
      keyId: azure?.keyId,
      type: 'AsymmetricX509Cert',
      usage: 'Verify',
      key: made('cer').toString('base64'),
      startDateTime: new Date(certificate.validFrom).toISOString(),
      endDateTime: new Date(certificate.validTo).toISOString(),
    });
  });

  test('gets a token in the packaged action', async () => {
    const tenant = await startTenant({ mailboxes: 3, certificates: [made('pem').toString()] });
    try {
      const credential = {
        certificate: made('pem').toString(),
        pfx: made('pfx').toString('base64'),
        password: made('password.txt').toString(),
        thumbprint: '',
      };
      const result = await runAction({ tenant, credential, inputs: { 'max-unreadable': '100%' } });
      expect(result).toMatchObject({ code: 0, errors: [] });
      expect(tenant.counts.tokens).toBe(1);
    } finally {
      await tenant.close();
    }
  });

  test.each(NAMES)('overwrites nothing, and writes no file beside an existing %s', async (name) => {
    const other = mkdtempSync(path.join(home, 'old-'));
    writeFileSync(path.join(other, name), 'old');
    const args = ['certificate', '--name', 'Contoso Report', '--directory', other, '--password-file'];
    const result = await runProgram(args);
    expect(result).toMatchObject({ code: 1, stdout: '' });
    expect(result.stderr).toContain('FILE_EXISTS');
    expect(readdirSync(other)).toEqual([name]);
    expect(readFileSync(path.join(other, name), 'utf8')).toBe('old');
  });

  describeWithLinks('where there is a link', () => {
    test('does not follow the link, even to a missing file', async () => {
      const other = mkdtempSync(path.join(home, 'link-'));
      symlinkSync(path.join(other, 'elsewhere'), path.join(other, 'mailbox-report.pfx'));
      const result = await runProgram(['certificate', '--directory', other, '--password-file']);
      expect(result.code).toBe(1);
      expect(readdirSync(other)).toEqual(['mailbox-report.pfx']);
    });
  });

  test('prints the password once on a terminal, and writes no file with it', async () => {
    const other = mkdtempSync(path.join(home, 'shown-'));
    let printed = '';
    const say = (text: string): void => {
      printed += text;
    };
    await makeCertificate(
      { name: 'x', bits: 2048, months: 1, directory: other, passwordFile: false, json: false },
      quietTerminal({ out: say, err: say }),
    );
    const passwords = [...printed.matchAll(/^ {2}([\w-]{32})$/gm)].map(([, password = '']) => password);
    expect(passwords).toHaveLength(1);
    expect(readPkcs12(readFileSync(path.join(other, 'x.pfx')), passwords[0] ?? '', new Date()).thumbprint).toHaveLength(
      40,
    );
    expect(readdirSync(other).sort()).toEqual([
      'x.cer',
      'x.keyCredentials.graph.json',
      'x.keyCredentials.json',
      'x.pem',
      'x.pfx',
    ]);
  });
});

test('the commands quote special characters of a shell', () => {
  const registered = { files: { pfx: "it's here/a.pfx", pem: '/b/a.pem' }, notAfter: '2028-02-29T23:59:59.000Z' };
  const posix = registrationSteps(registered, 'linux').flatMap(({ commands }) => commands);
  const windows = registrationSteps(registered, 'win32').flatMap(({ commands }) => commands);
  expect(posix).toContain("base64 < 'it'\\''s here/a.pfx' | gh secret set PFX --repo OWNER/REPO");
  expect(windows[1]).toContain("ReadAllBytes('it''s here/a.pfx')");
  for (const commands of [posix, windows]) {
    // PowerShell takes a bare @name for something of its own.
    expect(commands[0]).toContain("--cert '@/b/a.pem' --end-date 2028-02-29T23:59:59Z");
    expect(commands.at(-1)).toContain(`${COMMAND} doctor --`);
    expect(commands.filter((command) => command.includes('gh secret set'))).toEqual([
      expect.stringContaining('PFX --repo OWNER/REPO'),
      expect.stringContaining('PFX_PASSWORD --repo OWNER/REPO'),
    ]);
  }
});

describe('a wrong call ends with exit code 2 and the reason on standard error', () => {
  test.each([
    [[], 'Usage: mailbox-report'],
    [['certify'], 'unknown command'],
    [['certificate', '--bits', '1024'], '2048 to 4096'],
    [['certificate', '--days', '3', '--months', '3'], 'cannot be used with'],
    [['certificate', '--not-after', '2031-02-31'], '--not-after'],
    [['certificate', '--not-after', '2030-02-30T00:00:00Z'], '--not-after'],
    [['certificate', '--not-after', '2030-12-31T25:00'], '--not-after'],
    [['certificate', '--not-after', '2001-01-01'], '2001-01-01 is in the past'],
    [['certificate', '--name', '***', '--password-file'], 'NAME_INVALID'],
    [['certificate'], '--password-file'],
    [['doctor', '--client-id', 'x', '--pfx', 'y', '--mailbox', 'z'], '--tenant-id'],
    [['doctor', '--tenant-id', 'contoso.com', '--client-id', 'x', '--pfx', 'y'], '--mailbox'],
    [['doctor', '--tenant-id', 'contoso.com', '--client-id', 'x', '--pfx', 'y', '--mailbox', 'z'], 'INPUT_INVALID'],
  ])('with the arguments %j', async (args, message) => {
    const result = await runProgram(args);
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(result.stderr).toContain(message);
  });

  test('help and version end with exit code 0', async () => {
    expect(await runProgram(['--version'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
    expect(await runProgram(['doctor', '--help'])).toMatchObject({ code: 0, stdout: expect.stringContaining('--pfx') });
  });
});
