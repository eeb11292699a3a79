import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { needsOf, needsOfQuestion } from '../../../../src/incident/needs.ts';
import type { Question } from '../../../../src/incident/question.ts';
import { QUESTIONS } from '../../../../src/incident/questions.ts';
import { endpointLines } from '../../../../tenant/endpoints.ts';
import type { Tenant } from '../../../../tenant/tenant.ts';
import { newCredential } from '../../../support/credential.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { scenarios } from '../../../support/scenario.ts';
import { runProgram, type ProgramRun } from '../../command-line.ts';

const { credential, newTenant } = scenarios();
const pfx = path.join(newFolder(), 'incident.pfx');
const EXCHANGE = 'Exchange.ManageAsApp';
const PERMISSIONS = needsOf(QUESTIONS)
  .map(({ name }) => name)
  .filter((name) => name !== EXCHANGE);

beforeAll(() => {
  writeFileSync(pfx, Buffer.from(credential().pfx, 'base64'));
});

async function doctor(tenant: Tenant, ...more: readonly string[]): Promise<ProgramRun> {
  const set = ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId, '--pfx', pfx];
  return runProgram(['doctor', '--incident', ...set, '--endpoints', endpointLines(tenant), ...more], {
    MAILBOX_REPORT_PFX_PASSWORD: credential().password,
  });
}

/** The line about a question. */
function lineOf({ stdout }: ProgramRun, { id }: Question): string {
  return stdout.split('\n').find((line) => line.includes(` question  ${id}: `)) ?? '';
}

test('an application with all permissions can answer all questions, and what E5 adds is said', async () => {
  const run = await doctor(await newTenant({ roles: PERMISSIONS }));
  expect(run).toMatchObject({ code: 0, stderr: '' });
  for (const question of QUESTIONS) expect(lineOf(run, question)).toMatch(/^ok .* Can be answered\.$/);
  const audited = QUESTIONS.filter(({ audit }) => audit !== undefined).map(({ id }) => id);
  const said = `E5 adds an audit log of 365 days instead of 180 for ${audited.join(', ')}.`;
  expect(run.stdout.includes(said)).toBe(audited.length > 0);
});

test('names the permission and the role that each question lacks, and what registers an application with them', async () => {
  const run = await doctor(await newTenant({ roles: [], exchange: { directoryRoles: [] } }));
  for (const question of QUESTIONS) {
    const line = lineOf(run, question);
    expect(line).toMatch(/^warning .* Not answered: lacks /);
    for (const { name } of needsOfQuestion(question))
      expect(line).toContain(name === EXCHANGE ? 'the role' : `the permission ${name} (`);
  }
  expect(run.stdout).toContain('setup --incident');
  expect(run.code).toBe(0);
});

test('a question that lacks only a part is answered in part', async () => {
  for (const question of QUESTIONS) {
    const [need, ...others] = needsOfQuestion(question).filter(({ name }) => name !== EXCHANGE);
    const isExchange = needsOfQuestion(question).some(({ name }) => name === EXCHANGE);
    if (need === undefined || (others.length === 0 && !isExchange)) continue;
    const run = await doctor(await newTenant({ roles: PERMISSIONS.filter((name) => name !== need.name) }));
    expect(lineOf(run, question)).toMatch(/Answered in part: lacks /);
  }
});

test('a tenant without Entra ID P1 lacks it for the questions that need it', async () => {
  const run = await doctor(await newTenant({ roles: PERMISSIONS, faults: { listings: { signIns: { free: true } } } }));
  const premium = QUESTIONS.filter(({ permissions }) => permissions.some(({ license = '' }) => license.includes('P1')));
  for (const question of QUESTIONS)
    expect(lineOf(run, question).includes('the license Entra ID P1')).toBe(premium.includes(question));
  const isSaid = /^warning +license +The tenant does not have Microsoft Entra ID P1/m.test(run.stdout);
  expect(isSaid).toBe(premium.length > 0);
});

test('warns of permissions to write', async () => {
  const run = await doctor(await newTenant({ roles: [...PERMISSIONS, 'MailboxSettings.ReadWrite', 'Mail.Send'] }));
  expect(run.stdout).toMatch(/^warning +question +.*: MailboxSettings\.ReadWrite, Mail\.Send\.$/m);
});

test('without a sign-in, no question is checked', async () => {
  writeFileSync(pfx, Buffer.from((await newCredential()).pfx, 'base64'));
  const run = await doctor(await newTenant());
  writeFileSync(pfx, Buffer.from(credential().pfx, 'base64'));
  expect(run.code).toBe(1);
  expect(run.stdout).not.toContain('question');
  const tenant = await newTenant();
  expect(await doctor(tenant, '--mailbox', tenant.addresses[0] ?? '')).toMatchObject({ code: 2 });
});
