import { X509Certificate } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { needsOf } from '../../../../src/incident/needs.ts';
import { QUESTIONS } from '../../../../src/incident/questions.ts';
import { isRecord, parseJson, property, textIn, type Json } from '../../../../src/json.ts';
import { AZURE_CLI_SCOPES } from '../../../../tenant/registrations/administrator.ts';
import type { Tenant } from '../../../../tenant/tenant.ts';
import { endpointLines } from '../../../../tenant/endpoints.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { scenarios } from '../../../support/scenario.ts';
import { runProgram } from '../../command-line.ts';
import { inDirectory, madeApplication, PASSWORD, planOf, setup } from './setup-run.ts';

const { newTenant } = scenarios();

const INCIDENT = ['--incident', '--yes'];
/** With which directory roles can be assigned. */
const ADMINISTRATOR = {
  administrator: { scopes: [...AZURE_CLI_SCOPES, 'RoleManagement.ReadWrite.Directory'] },
};
const PFX = 'mailbox-report-incident.pfx';

function incidentApplication(tenant: Tenant): Promise<Json | undefined> {
  return inDirectory(tenant, "/applications(uniqueName='mailbox-incident')");
}

/** How long each certificate of an application is valid, in days. */
function daysOf(application: Json | undefined): readonly number[] {
  const keys = property(application, 'keyCredentials');
  return (Array.isArray(keys) ? keys : []).map((key) => {
    const [start, end] = ['startDateTime', 'endDateTime'].map((name) => Date.parse(textIn(key, name)));
    return Math.round(((end ?? NaN) - (start ?? NaN)) / 86_400_000);
  });
}

test('registers an application with what the questions need, each permission with its questions, and takes it away', async () => {
  const tenant = await newTenant({ certificates: [] });
  const folder = newFolder();
  const made = await setup(tenant, folder, INCIDENT, ADMINISTRATOR);
  expect(made).toMatchObject({ code: 0, stderr: '' });
  const plan = planOf(made);
  for (const { name, questions } of needsOf(QUESTIONS)) {
    const permission = plan.find((line) => line.startsWith(`permission ${name} (`));
    expect(permission?.endsWith(`; for ${questions.join(', ')})`)).toBe(true);
  }
  expect(plan.filter((line) => !line.startsWith('permission '))).toEqual([
    'application Mailbox Incident',
    'service principal (enterprise application)',
    'admin consent',
    'directory role Global Reader (reads all settings of the tenant, and the mailboxes of Exchange Online; changes nothing)',
    `file .gitignore, which names ${PFX}`,
    `certificate in ${PFX}, valid for 30 days; its public part is added to the application`,
  ]);
  const application = await incidentApplication(tenant);
  expect(daysOf(application)).toEqual([30]);
  expect(await madeApplication(tenant)).toBeUndefined();
  // The sign-in works, says what can be answered, and does not warn of a certificate that is new.
  expect(made.stdout).not.toMatch(/^(?:warning|failed) /m);
  expect(made.stdout).toMatch(/^ok +question +evidence: .* Can be answered\.$/m);
  expect(made.stdout).toContain(`--client-id ${textIn(application, 'appId')} --pfx ${PFX}`);
  expect(readdirSync(folder).sort()).toEqual(['.gitignore', PFX, 'mailbox-report-setup.json'].sort());

  expect(planOf(await setup(tenant, folder, INCIDENT, ADMINISTRATOR))).toEqual([]);
  const undone = await setup(tenant, folder, ['--undo', '--incident', '--forever', '--yes']);
  expect(undone).toMatchObject({ code: 0, stderr: '' });
  expect(await incidentApplication(tenant)).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});

test('registers an application beside the one that reports, and undoes each by itself', async () => {
  const tenant = await newTenant({ certificates: [] });
  const folder = newFolder();
  await setup(tenant, folder, ['--terminal', '--yes']);
  const files = ['.gitignore', 'mailbox-report-setup.json', 'mailbox-report.pfx', 'mailbox-report.yml'];
  const before = readdirSync(folder).sort();
  expect(before).toEqual(files);
  const ignored = readFileSync(path.join(folder, '.gitignore'), 'utf8');
  const reporting = textIn(await madeApplication(tenant), 'appId');

  const adopted = await setup(tenant, folder, [...INCIDENT, '--adopt', reporting]);
  expect(adopted).toMatchObject({ code: 1, stderr: expect.stringContaining('must not read sign-ins too') });
  expect(await setup(tenant, folder, INCIDENT, ADMINISTRATOR)).toMatchObject({ code: 0 });
  expect(readFileSync(path.join(folder, '.gitignore'), 'utf8')).toBe(`${ignored}${PFX}\n`);
  const [key] = [property(await incidentApplication(tenant), 'keyCredentials')].flat();
  expect(property(await madeApplication(tenant), 'keyCredentials')).not.toContainEqual(key);

  const undone = await setup(tenant, folder, ['--undo', '--incident', '--forever', '--yes']);
  expect(undone).toMatchObject({ code: 0, stderr: '' });
  expect(readdirSync(folder).sort()).toEqual(files);
  expect(readFileSync(path.join(folder, '.gitignore'), 'utf8')).toBe(ignored);
  expect(await incidentApplication(tenant)).toBeUndefined();
  expect(planOf(await setup(tenant, folder, ['--terminal', '--yes']))).toEqual([]);

  expect(await setup(tenant, folder, INCIDENT, ADMINISTRATOR)).toMatchObject({ code: 0 });
  const all = await setup(tenant, folder, ['--undo', '--forever', '--yes']);
  expect(all).toMatchObject({ code: 0, stderr: '' });
  expect(readdirSync(folder)).toEqual([]);
  expect([await incidentApplication(tenant), await madeApplication(tenant)]).toEqual([undefined, undefined]);
});

test('what it registers is enough for every question', async () => {
  const tenant = await newTenant({ certificates: [] });
  const folder = newFolder();
  await setup(tenant, folder, INCIDENT, ADMINISTRATOR);
  const clientId = textIn(await incidentApplication(tenant), 'appId');
  const signIn = ['--tenant-id', tenant.tenantId, '--client-id', clientId, '--pfx', PFX];
  const run = await runProgram(
    ['incident', tenant.addresses[0] ?? '', ...signIn, '--json', '--endpoints', endpointLines(tenant)],
    { MAILBOX_REPORT_PFX_PASSWORD: PASSWORD },
    folder,
  );
  const questions = property(parseJson(run.stdout), 'questions');
  const answers = Array.isArray(questions) ? questions : [];
  expect(answers).toHaveLength(QUESTIONS.length);
  const missing = answers.map((answer) => JSON.stringify(property(answer, 'missing')));
  expect(missing.filter((text) => /refuse|grant|permission/i.test(text))).toEqual([]);
});

test('says which questions stay unknown if the cloud has no such permission', async () => {
  const tenant = await newTenant({ certificates: [] });
  tenant.setFaults({ altered: [{ request: "appId='00000003-", set: { appRoles: [] } }] });
  const run = await setup(tenant, newFolder(), ['--incident', '--dry-run'], ADMINISTRATOR);
  for (const { name, questions } of needsOf(QUESTIONS).filter((need) => need.name !== 'Exchange.ManageAsApp'))
    expect(run.stdout).toContain(`no permission ${name}: a part of ${questions.join(', ')} stays unknown.`);
  expect(planOf(run).filter((line) => line.startsWith('permission '))).toEqual([
    expect.stringMatching(/^permission Exchange\.ManageAsApp /),
  ]);
});

test('replaces a certificate that ends within a week', async () => {
  const tenant = await newTenant({ certificates: [], tokenLifetime: 31 * 86_400 });
  const folder = newFolder();
  await setup(tenant, folder, INCIDENT, ADMINISTRATOR);
  const day = 86_400_000;
  const later = (days: number) => ({ ...ADMINISTRATOR, terminal: { now: () => Date.now() + days * day } });
  expect(planOf(await setup(tenant, folder, ['--incident', '--dry-run'], later(20)))).toEqual([]);
  expect(planOf(await setup(tenant, folder, ['--incident', '--dry-run'], later(24)))).toEqual([
    `certificate in ${PFX}, valid for 30 days; its public part is added to the application`,
  ]);
  const record: unknown = parseJson(readFileSync(path.join(folder, 'mailbox-report-setup.json'), 'utf8'));
  const own = isRecord(record) && isRecord(record.incident) ? record.incident.certificates : [];
  const ders = Array.isArray(own) ? own.flatMap((one: unknown) => (isRecord(one) ? [String(one.der)] : [])) : [];
  expect(ders.map((der) => new X509Certificate(Buffer.from(der, 'base64')).subject)).toEqual(['CN=Mailbox Incident']);
});

test.each([
  ['--remediate', '--remediate'],
  ['--repository', '--repository=contoso/mailboxes'],
  ['--report', '--report=folders'],
])('takes no %s', async (name, option) => {
  const tenant = await newTenant({ certificates: [] });
  const run = await setup(tenant, newFolder(), [...INCIDENT, option]);
  expect(run).toMatchObject({ code: 2, stderr: expect.stringContaining(`--incident takes no '${name}'`) });
});
