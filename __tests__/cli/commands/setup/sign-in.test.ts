import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { adminScopes } from '../../../../src/cli/commands/setup/admin-token.ts';
import { signInInteractively } from '../../../../src/cli/commands/setup/interactive-sign-in.ts';
import { newDispatcher } from '../../../../src/http/dispatcher.ts';
import { allBuiltIn } from '../../../../src/reports/built-in-tables.ts';
import { endpointLines } from '../../../../tenant/endpoints.ts';
import type { Tenant } from '../../../../tenant/tenant.ts';
import { press } from '../../../support/browser.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { scenarios } from '../../../support/scenario.ts';
import { runProgram, type ProgramRun } from '../../command-line.ts';
import type { Terminal } from '../../../../src/cli/terminal.ts';
import { madeApplication, PASSWORD, planOf } from './setup-run.ts';

const { newTenant } = scenarios();
const dispatcher = newDispatcher();
afterAll(() => dispatcher.destroy());

/** Runs `setup --terminal` without a token in a variable. */
function signingIn(
  tenant: Tenant,
  terminal: Partial<Terminal>,
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<ProgramRun> {
  const options = ['--terminal', '--mailboxes', 'all', '--report', 'mailbox-settings', '--tenant-id', tenant.tenantId];
  return runProgram(
    ['setup', '--endpoints', endpointLines(tenant), ...options, ...args],
    { MAILBOX_REPORT_PFX_PASSWORD: PASSWORD, ...env },
    newFolder(),
    terminal,
  );
}

/** A folder with a program `az` that prints a token. */
function azureCli(token: string): Readonly<Record<string, string>> {
  const folder = newFolder();
  const file = path.join(folder, 'az');
  writeFileSync(file, `#!/bin/sh\necho '{ "accessToken": "${token}", "tokenType": "Bearer" }'\n`);
  chmodSync(file, 0o755);
  return { PATH: `${folder}${path.delimiter}${process.env.PATH ?? ''}` };
}

/** What the person does in the browser that setup opens. */
async function accept(url: string): Promise<void> {
  await press(url, 'Accept');
}

/** Opens the page that a text names, and enters its code. */
function enterCode(text: string): void {
  const [, page, code] = /^Open (\S+) .* code (\S+)$/m.exec(text) ?? [];
  if (page !== undefined) void press(`${page}?otc=${code ?? ''}`, 'Accept');
}

describe('in the browser', () => {
  test('names the scopes before, asks once, and says that the consent may remain', async () => {
    const tenant = await newTenant({ mailboxes: 3 });
    const run = await signingIn(tenant, {
      interactive: true,
      open: accept,
      ask: () => Promise.resolve('yes'),
    });
    expect(run.code).toBe(0);
    expect(run.stderr).toMatch(
      /^Microsoft Graph Command Line Tools will ask for: Application\.ReadWrite\.All, AppRoleAssignment\.ReadWrite\.All, User\.Read\n/,
    );
    expect(run.stdout).toContain('by the browser');
    expect(run.stdout).toContain('may remain in the tenant');
    expect(await madeApplication(tenant)).toBeDefined();
  });

  test('signs in again if a Conditional Access policy demands it on the way', async () => {
    const tenant = await newTenant({ mailboxes: 3 });
    let count = 0;
    const run = await signingIn(tenant, {
      interactive: true,
      open: (url) => {
        count++;
        return accept(url);
      },
      ask: () => {
        tenant.revokeTokens();
        return Promise.resolve('yes');
      },
    });
    expect(run.code).toBe(0);
    expect(count).toBe(2);
  });

  test('does not go on if the person declines', async () => {
    const tenant = await newTenant({ mailboxes: 3 });
    const run = await signingIn(tenant, {
      interactive: true,
      open: async (url) => {
        await press(url, 'Decline');
      },
    });
    expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining('AADSTS65004: The consent was declined.') });
  });

  test('changes nothing unless the plan is confirmed', async () => {
    const tenant = await newTenant({ mailboxes: 3 });
    const run = await signingIn(tenant, {
      interactive: true,
      open: accept,
      ask: () => Promise.resolve('y'),
    });
    expect(run).toMatchObject({ code: 1, stdout: expect.stringContaining('Nothing was changed.') });
    expect(await madeApplication(tenant)).toBeUndefined();
  });

  test('ends if the sign-in is not completed in time', async () => {
    const { authorityHost, graphUrl, tenantId } = await newTenant({ mailboxes: 3 });
    const terminal = { err: () => undefined, open: () => Promise.resolve() };
    const place = { authorityHost, graphUrl, tenantId, dispatcher, terminal };
    const signIn = signInInteractively({ ...place, way: 'browser', scopes: adminScopes(false), maxMs: 100 });
    await expect(signIn).rejects.toMatchObject({ code: 'SETUP_SIGN_IN', message: expect.stringContaining('Nobody') });
  });

  test('is not opened without a terminal', async () => {
    const run = await signingIn(await newTenant({ mailboxes: 3 }), {}, ['--yes']);
    expect(run).toMatchObject({ code: 1, stderr: expect.stringContaining('no browser is opened') });
  });
});

describe('with a device code', () => {
  test('prints page and code', async () => {
    const tenant = await newTenant({ mailboxes: 3 });
    const run = await signingIn(tenant, { err: enterCode }, ['--device-code', '--yes']);
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('by a device code') });
  });

  test('explains that a policy of the tenant blocks device codes', async () => {
    const refusals = [{ at: 'device-code', code: 53003 }] as const;
    const tenant = await newTenant({ mailboxes: 3, administrator: { refusals } });
    let text = '';
    const err = (line: string): void => {
      text += line;
      enterCode(line);
    };
    expect(await signingIn(tenant, { err }, ['--device-code', '--yes'])).toMatchObject({ code: 1 });
    expect(text).toContain('AADSTS53003: A Conditional Access policy');
    expect(text).toContain('without --device-code');
  });
});

// The Azure CLI of Windows is a script of its shell.
(process.platform === 'win32' ? describe.skip : describe)('with the token of the Azure CLI', () => {
  test('needs no browser', async () => {
    const tenant = await newTenant({ mailboxes: 3 });
    const run = await signingIn(tenant, {}, ['--yes'], azureCli(await tenant.administratorToken()));
    expect(run).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('by the Azure CLI') });
  });

  test('opens the browser if it lacks a scope', async () => {
    const tenant = await newTenant({ mailboxes: 3 });
    const token = await tenant.administratorToken({ scopes: ['Application.ReadWrite.All', 'User.Read.All'] });
    const run = await signingIn(
      tenant,
      {
        interactive: true,
        open: accept,
        ask: () => Promise.resolve('yes'),
      },
      [],
      azureCli(token),
    );
    expect(run.stderr).toContain('lacks AppRoleAssignment.ReadWrite.All');
    expect(run).toMatchObject({ code: 0, stdout: expect.stringContaining('by the browser') });
  });

  test('leaves what it lacks a scope for, if there is no terminal', async () => {
    const tenant = await newTenant({ mailboxes: 3 });
    const token = await tenant.administratorToken({ scopes: ['Application.ReadWrite.All', 'User.Read.All'] });
    const run = await signingIn(tenant, {}, ['--yes'], azureCli(token));
    expect(run.stderr).toContain('lacks AppRoleAssignment.ReadWrite.All');
    expect(run.stdout).toMatch(
      /^left {2}Admin consent is missing: the token of the Azure CLI lacks .* again with --device-code/m,
    );
  });

  test('is refused for another cloud and another tenant', async () => {
    const [tenant, other] = [await newTenant({ mailboxes: 3 }), await newTenant({ mailboxes: 3 })];
    const elsewhere = await signingIn(tenant, {}, ['--yes'], azureCli(await other.administratorToken()));
    expect(elsewhere).toMatchObject({ code: 1, stderr: expect.stringContaining('az cloud set') });
    const token = await tenant.administratorToken();
    const args = ['--yes', '--tenant-id', '00000000-0000-4000-8000-000000000000'];
    const foreign = await signingIn(tenant, {}, args, azureCli(token));
    expect(foreign).toMatchObject({ code: 1, stderr: expect.stringContaining(`is of tenant ${tenant.tenantId}`) });
  });
});

test('asks three questions, whose defaults are the options that are not given', async () => {
  const tenant = await newTenant({ mailboxes: 3 });
  const questions: string[] = [];
  const run = await runProgram(
    ['setup', '--endpoints', endpointLines(tenant), '--access-token-env', 'ADMIN_TOKEN'],
    { ADMIN_TOKEN: await tenant.administratorToken(), MAILBOX_REPORT_PFX_PASSWORD: PASSWORD },
    newFolder(),
    {
      interactive: true,
      ask: (question) => {
        questions.push(question);
        return Promise.resolve(question.startsWith('Where') ? 'terminal' : '');
      },
    },
  );
  expect(questions).toEqual([
    'Where does it run: OWNER/REPO of GitHub, or terminal? ',
    'Which mailboxes: all, or paths of mailbox lists? [all] ',
    'Which reports? [mailbox-settings, inbox-rules] ',
    'Make these changes? Only "yes" is accepted: ',
  ]);
  for (const name of allBuiltIn.keys()) expect(run.stderr).toMatch(new RegExp(`^ {2}${name} +[A-Z].{10,}$`, 'm'));
  expect(run.stderr).toMatch(/^ {2}access +Who can open a mailbox/m);
  expect(planOf(run)[1]).toMatch(/^permission MailboxSettings\.Read /);
});

test('asks again after an answer that cannot be used, and ends after the fifth', async () => {
  const tenant = await newTenant({ mailboxes: 3 });
  const asked = async (answers: Readonly<Record<string, readonly string[]>>) => {
    const questions: string[] = [];
    const run = await runProgram(
      ['setup', '--dry-run', '--endpoints', endpointLines(tenant), '--access-token-env', 'ADMIN_TOKEN'],
      { ADMIN_TOKEN: await tenant.administratorToken() },
      newFolder(),
      {
        interactive: true,
        ask: (question) => {
          const [, word = ''] = /^\S+ (\w+)/.exec(question) ?? [];
          questions.push(word);
          const count = questions.filter((one) => one === word).length;
          return Promise.resolve(answers[word]?.[count - 1] ?? '');
        },
      },
    );
    return { ...run, questions };
  };
  const typed = {
    does: ['', 'a/b/c/d', 'terminal'],
    mailboxes: ['adele@contoso.com', 'lists/none.txt', 'all'],
    reports: ['inbox-rule', 'inbox-rules'],
  };
  const run = await asked(typed);
  expect(run.code).toBe(0);
  expect(run.questions).toEqual(['does', 'does', 'does', 'mailboxes', 'mailboxes', 'mailboxes', 'reports', 'reports']);
  for (const text of ['gh repo create', 'OWNER/REPO', 'which is an address', 'none.txt', 'Did you mean'])
    expect(run.stderr).toContain(text);
  expect(planOf(run)[1]).toMatch(/^permission MailboxSettings\.Read /);
  const nowhere = await asked({});
  expect(nowhere).toMatchObject({ code: 2, questions: ['does', 'does', 'does', 'does', 'does'] });
  expect(nowhere.stderr).toContain('INPUT_MISSING');
});

test('--yes needs --tenant-id, and without both there must be a terminal', async () => {
  expect(await runProgram(['setup', '--terminal', '--yes'])).toMatchObject({ code: 2 });
  expect(await runProgram(['setup', '--terminal'])).toMatchObject({ code: 2 });
});
