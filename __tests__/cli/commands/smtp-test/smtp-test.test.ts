import { writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import type { SMTPServerOptions } from 'smtp-server';
import { SmtpFailure, SmtpSession } from '../../../../src/cli/commands/smtp-test/session.ts';
import type { CertifiedKey } from '../../../../src/cli/commands/certificate/new-certificate.ts';
import { parseJson } from '../../../../src/json.ts';
import { scenarios } from '../../../support/scenario.ts';
import { runProgram, type ProgramRun } from '../../command-line.ts';
import { serverKey, smtpServer, trustAuthority, type Replies, type TestServer } from './server.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { listening } from '../../../support/listening.ts';
import { endpointLines } from '../../../../tenant/endpoints.ts';

const { credential, newTenant } = scenarios();
const home = newFolder();
const pfx = path.join(home, 'report.pfx');
const FROM = 'scanner@contoso.com';
const PASSWORD = 'a.Long-Pass+word/1';
const ROLE = { exchange: { appRoles: ['SMTP.SendAsApp'] } };

let distrust: () => void;
let key: CertifiedKey;
const opened: { readonly close: () => unknown }[] = [];

beforeAll(async () => {
  writeFileSync(pfx, Buffer.from(credential().pfx, 'base64'));
  distrust = await trustAuthority();
  key = await serverKey(100);
});
afterEach(async () => {
  for (const { close } of opened.splice(0)) await close();
});
afterAll(() => {
  distrust();
});

async function serverWith(replies?: Replies, options?: SMTPServerOptions, own = key): Promise<TestServer> {
  const server = await smtpServer(own, replies, options);
  opened.push(server);
  return server;
}

function smtpTest({ port }: Pick<TestServer, 'port'>, more: readonly string[], env = {}): Promise<ProgramRun> {
  return runProgram(['smtp-test', '--host', '127.0.0.1', '--port', String(port), ...more], env);
}

/** Signs in with a token of a tenant whose application has these roles. */
async function withToken(
  server: TestServer,
  more: readonly string[] = [],
  options: Parameters<typeof newTenant>[0] = ROLE,
): Promise<ProgramRun> {
  const tenant = await newTenant(options);
  const hosts = ['--endpoints', endpointLines(tenant)];
  const signIn = ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId, '--pfx', pfx, '--from', FROM];
  return smtpTest(server, [...hosts, ...signIn, ...more], { MAILBOX_REPORT_PFX_PASSWORD: credential().password });
}

function withPassword(server: TestServer, more: readonly string[] = []): Promise<ProgramRun> {
  return smtpTest(server, ['--basic', '--from', FROM, ...more], { MAILBOX_REPORT_SMTP_PASSWORD: PASSWORD });
}

/** Outcome and name of each check. */
function checks({ stdout }: ProgramRun): string[] {
  return [...stdout.matchAll(/^(ok|warning|failed) +([\w-]+) /gm)].map(([, outcome, check]) => `${outcome} ${check}`);
}

const SIGNED_IN = ['ok pfx', 'ok dates', 'ok token', 'ok smtp', 'ok tls', 'ok sign-in'];

test('shows the certificate without signing in', async () => {
  const server = await serverWith();
  const run = await smtpTest(server, []);
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(checks(run)).toEqual(['ok smtp', 'ok tls']);
  for (const text of ['TLSv1.3', 'CN=mail.contoso.com', 'CN=Test authority', 'IP Address:127.0.0.1', '100 days left'])
    expect(run.stdout).toContain(text);
  expect(run.stdout).toContain('mail.contoso.com < Test authority');
  expect(server.signIns).toEqual([]);
});

test('signs in with an app-only token and sends one message', async () => {
  const server = await serverWith();
  const run = await withToken(server, ['--to', 'adele@contoso.com']);
  expect(run.stderr).toBe('');
  expect(checks(run)).toEqual([...SIGNED_IN, 'ok message']);
  expect(server.signIns).toMatchObject([{ method: 'XOAUTH2', user: FROM }]);
  expect(server.messages).toMatchObject([{ from: FROM, to: ['adele@contoso.com'] }]);
  expect(server.messages[0]?.text).toMatch(
    /^From: scanner@contoso\.com\r?\nTo: adele@contoso\.com\r?\n[^]*test message/m,
  );
  expect(run.stdout).not.toContain(server.signIns[0]?.secret);
});

test('signs in with a password, and says that it will stop', async () => {
  const server = await serverWith();
  const run = await withPassword(server);
  expect(run.code).toBe(0);
  expect(checks(run)).toEqual(['ok smtp', 'ok tls', 'warning sign-in']);
  expect(server.signIns).toMatchObject([{ user: FROM, secret: PASSWORD }]);
});

test.each([
  ['a message without a sender', ['--to', 'a@b.c']],
  ['a password without a sender', ['--basic']],
  ['a token without a sign-in', ['--from', FROM]],
  ['a sender that is no address', ['--from', 'x\r\ny@b.c', '--basic']],
  ['a port that is none', ['--port', '70000']],
  ['a host with a path', ['--host', 'a/b']],
  ['a cloud whose server is not known', ['--cloud', 'usgov-dod']],
])('refuses %s', async (_, args) => {
  expect(await runProgram(['smtp-test', ...args])).toMatchObject({ code: 2, stdout: '' });
});

test('needs a password that is not empty', async () => {
  const run = await runProgram(['smtp-test', '--basic', '--from', FROM]);
  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining('NO_TERMINAL') });
});

describe('a certificate', () => {
  test.each([
    [
      'of another host',
      () => serverKey(100, { ipAddresses: ['192.0.2.1'] }),
      /not for 127\.0\.0\.1[^]*192\.0\.2\.1 \(not the host\)/,
    ],
    ['that has expired', () => serverKey(-3), /has expired[^]*-3 days left/],
    ['that is self-signed', () => serverKey(100, {}, true), /DEPTH_ZERO_SELF_SIGNED_CERT[^]*NODE_EXTRA_CA_CERTS/],
  ])('%s is shown, and receives no password', async (_, newKey, message) => {
    const server = await serverWith({}, {}, await newKey());
    const run = await withPassword(server, ['--to', FROM]);
    expect(run.code).toBe(1);
    expect(checks(run)).toEqual(['ok smtp', 'failed tls']);
    expect(run.stdout).toMatch(message);
    expect([...server.signIns, ...server.messages]).toEqual([]);
  });

  test('that expires within 30 days is a warning with exit code 1', async () => {
    const server = await serverWith({}, {}, await serverKey(30));
    const run = await smtpTest(server, ['--json']);
    expect(run.code).toBe(1);
    expect(parseJson(run.stdout)).toMatchObject({
      ok: false,
      checks: [{ check: 'smtp' }, { check: 'tls', outcome: 'warning', certificate: { daysLeft: 30, namesHost: true } }],
    });
  });
});

const OBJECT_ID = '6b0e5f0c-3c1f-4c3e-9a57-6c1d9f0d2a11';

describe('a refused token', () => {
  test.each<[name: string, Replies, readonly string[]]>([
    [
      'of an application that is not registered or has no access',
      { signIn: () => '535 5.7.3 Authentication unsuccessful [DB6P18901CA0015.EURP189.PROD.OUTLOOK.COM]' },
      [
        `-ObjectId ${OBJECT_ID}`,
        `Add-MailboxPermission -Identity '${FROM}' -User ${OBJECT_ID} -AccessRights FullAccess`,
      ],
    ],
    [
      'where SMTP AUTH is disabled',
      {
        signIn: () => '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Mailbox.',
      },
      [`Set-CASMailbox -Identity '${FROM}' -SmtpClientAuthenticationDisabled $false`],
    ],
    ['that is throttled', { signIn: () => '454 4.7.0 Temporary authentication failure' }, ['temporary']],
  ])('%s is explained', async (_, replies, texts) => {
    const server = await serverWith(replies);
    const run = await withToken(server, ['--to', FROM]);
    expect(run.code).toBe(1);
    expect(checks(run)).toEqual([...SIGNED_IN.slice(0, -1), 'failed sign-in']);
    for (const text of ['SMTP_REFUSED', ...texts]) expect(run.stdout).toContain(text);
    // The token has it.
    expect(run.stdout).not.toContain('SMTP.SendAsApp');
    expect(server.messages).toEqual([]);
  });

  test('names the permission that it lacks', async () => {
    const server = await serverWith({ signIn: () => '535 5.7.3 Authentication unsuccessful' });
    const run = await withToken(server, [], {});
    expect(run.stdout).toContain('The token has no SMTP.SendAsApp.');
    expect(run.stdout).not.toContain('New-ServicePrincipal');
  });
});

test.each<[name: string, Replies, string]>([
  [
    'sender',
    { mailFrom: '550 5.7.60 SMTP; Client does not have permissions to send as this sender' },
    'AccessRights SendAs',
  ],
  ['mailbox without full access', { message: '430 4.2.0 STOREDRV; mailbox logon failure' }, 'AccessRights FullAccess'],
])('explains a message that is refused because of the %s', async (_, replies, text) => {
  const run = await withToken(await serverWith(replies), ['--to', FROM]);
  expect(run.code).toBe(1);
  expect(checks(run)).toEqual([...SIGNED_IN, 'failed message']);
  expect(run.stdout).toContain(text);
});

test.each([
  [
    '535 5.7.139 Authentication unsuccessful, basic authentication is disabled.',
    /switched off[^]*smtp-test without --basic/,
  ],
  [
    "535 5.7.139 Authentication unsuccessful, user is locked by your organization's security defaults policy.",
    /Security defaults/,
  ],
  [
    '535 5.7.139 Authentication unsuccessful, the request did not meet the criteria to be authenticated',
    /Conditional Access/,
  ],
  ['535 5.7.139 Authentication unsuccessful, the user credentials were incorrect.', /sign-in log/],
  ['550 5.7.30 Basic authentication is not supported for Client Submission.', /smtp-test without --basic/],
  ['535 5.7.3 Authentication unsuccessful', /password is wrong/],
])('explains for a password: %s', async (reply, hint) => {
  const run = await withPassword(await serverWith({ signIn: () => reply }));
  expect(run.code).toBe(1);
  expect(run.stdout).toMatch(hint);
});

describe('hostile text', () => {
  test('of a reply is escaped, cut and without secrets', async () => {
    const xoauth2 = (token: string) =>
      Buffer.from(`user=${FROM}\u0001auth=Bearer ${token}\u0001\u0001`).toString('base64');
    const signIn = (secret: string): string =>
      `535 \u001b[2J::error::x ${secret} ${xoauth2(secret)} ${'y'.repeat(9_000)}`;
    const server = await serverWith({ signIn });
    const run = await withToken(server);
    const token = server.signIns[0]?.secret ?? '';
    expect(checks(run)).toContain('failed sign-in');
    expect(run.stdout).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}|^ *::error|y{500}/mu);
    for (const secret of [token, xoauth2(token)]) {
      for (let at = 0; at + 20 <= secret.length; at += 20) expect(run.stdout).not.toContain(secret.slice(at, at + 20));
    }
  });

  test('of a reply does not show a password', async () => {
    const basic = Buffer.from(`\0${FROM}\0${PASSWORD}`).toString('base64');
    const forms = [PASSWORD, Buffer.from(PASSWORD).toString('base64'), basic];
    const run = await withPassword(await serverWith({ signIn: () => `535 no: ${forms.join(' ')}` }));
    expect(run.stdout).toContain('no: *** *** ***');
  });

  test('of a certificate is escaped', async () => {
    const server = await serverWith({}, {}, await serverKey(100, { commonName: 'x\u001b[2J\u202e\nok  sign-in ' }));
    const run = await smtpTest(server, []);
    expect(checks(run)).toEqual(['ok smtp', 'ok tls']);
    expect(run.stdout).not.toMatch(/\p{Cf}|(?!\n)\p{Cc}/u);
  });
});

describe('a server', () => {
  test('without STARTTLS receives no password', async () => {
    const server = await serverWith(
      {},
      { hideSTARTTLS: true, disabledCommands: ['STARTTLS'], allowInsecureAuth: true },
    );
    const run = await withPassword(server);
    expect(run.code).toBe(1);
    expect(checks(run)).toEqual(['failed smtp']);
    expect(run.stdout).toContain('SMTP_TLS');
    expect(server.signIns).toEqual([]);
  });

  test.each([
    ['that is no SMTP server', 'HTTP/1.1 400 \u001b[2J\r\n\r\n', /SMTP_REFUSED[^]*HTTP\/1\.1 400 \\u\{1b\}/],
    ['that is busy', '421 4.7.0 Service not available\r\n', /4\.7\.0[^]*temporary/],
  ])('%s is named with its greeting', async (_, greeting, message) => {
    const run = await smtpTest(await plainServer(greeting), []);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(message);
  });

  test('that closes the connection, or is none, cannot be reached', async () => {
    const server = await plainServer('');
    const closed = await smtpTest(server, []);
    for (const { close } of opened.splice(0)) await close();
    for (const run of [closed, await smtpTest(server, [])]) {
      expect(run.code).toBe(1);
      expect(run.stdout).toContain('SMTP_UNREACHABLE');
    }
  });

  test('that does not answer ends the step after its time', async () => {
    const { port } = await plainServer(undefined);
    const session = new SmtpSession({ host: '127.0.0.1', port, timeout: 20 });
    const failure: unknown = await session.connect().catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(SmtpFailure);
    expect(failure).toMatchObject({ step: 'connect', reply: undefined });
  });
});

test('doctor --smtp also signs in as the mailbox', async () => {
  const server = await serverWith();
  const tenant = await newTenant({ exchange: { appRoles: ['SMTP.SendAsApp'] } });
  const [mailbox = ''] = tenant.addresses;
  const hosts = ['--endpoints', endpointLines(tenant)];
  const signIn = ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId, '--pfx', pfx, '--mailbox', mailbox];
  const more = ['--smtp', `127.0.0.1:${server.port}`];
  const run = await runProgram(['doctor', ...hosts, ...signIn, ...more], {
    MAILBOX_REPORT_PFX_PASSWORD: credential().password,
  });
  expect(run).toMatchObject({ code: 0, stderr: '' });
  expect(checks(run).slice(-4)).toEqual(['ok token', 'ok smtp', 'ok tls', 'ok sign-in']);
  expect(server.signIns).toMatchObject([{ method: 'XOAUTH2', user: mailbox }]);
});

/** A server without TLS that sends a greeting and closes; undefined: it never answers. */
async function plainServer(greeting: string | undefined): Promise<{ readonly port: number }> {
  const server: Server = createServer((socket) => {
    if (greeting !== undefined) socket.end(greeting);
  });
  const plain = await listening(server);
  opened.push(plain);
  return plain;
}
