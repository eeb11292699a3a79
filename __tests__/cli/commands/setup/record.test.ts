import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { RECORD_PARTS, RESOURCES } from '../../../../src/cli/commands/setup/resources.ts';
import { RECORD_FILE, recordIn } from '../../../../src/cli/commands/setup/setup-record.ts';
import { isRecord, parseJson } from '../../../../src/json.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { scenarios } from '../../../support/scenario.ts';
import { runProgram } from '../../command-line.ts';
import { setup } from './setup-run.ts';

const { newTenant } = scenarios();

/** A folder with a new record, whose members can be changed. */
async function folderWith(tenantId: string, changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const folder = newFolder();
  const record = await recordIn(folder, RECORD_PARTS, { tenantId, cloud: 'global' });
  await record.update(...Object.entries(changes));
  return folder;
}

test('a new record has the members of version 1 in their order', async () => {
  const folder = await folderWith('contoso.com');
  const content: unknown = parseJson(readFileSync(path.join(folder, RECORD_FILE), 'utf8'));
  expect(content).toEqual({
    format: 'mailbox-report-setup',
    version: 1,
    setupId: expect.stringMatching(/^[0-9a-f-]{36}$/),
    tenantId: 'contoso.com',
    cloud: 'global',
    permissions: [],
    federatedCredentials: [],
    directoryRoles: [],
    certificates: [],
    variables: [],
    files: [],
    hasConsentOfTools: false,
  });
  // The application has its place, and no value yet.
  expect(RECORD_PARTS.map(({ member }) => member)).toEqual([
    'application',
    ...Object.keys(isRecord(content) ? content : {}).slice(5),
  ]);
});

describe('refuses a record of which one member is not', () => {
  test.each(RECORD_PARTS.map(({ member }) => member))('%s', async (member) => {
    const folder = await folderWith('contoso.com', { [member]: [{ other: true }] });
    const before = readFileSync(path.join(folder, RECORD_FILE), 'utf8');
    const undone = await runProgram(['setup', '--undo', '--yes', '--tenant-id', 'contoso.com'], {}, folder);
    expect(undone).toMatchObject({ code: 1, stderr: expect.stringContaining('it is not a record of setup') });
    expect(readFileSync(path.join(folder, RECORD_FILE), 'utf8')).toBe(before);
  });
});

test('each resource has a member of the record', () => {
  const members = RECORD_PARTS.map(({ member }) => member);
  expect(RESOURCES.filter(({ part }) => !members.includes(part.member))).toEqual([]);
});

test('undo lists everything that is recorded of an application that another setup made', async () => {
  const tenant = await newTenant({ mailboxes: 3 });
  const folder = await folderWith(tenant.tenantId, {
    application: { name: 'Mailbox Report', uniqueName: 'mailbox-report', isOwn: false, id: 'A', appId: 'B' },
    permissions: [{ name: 'Mail.Read', resourceId: 'C', roleId: 'D' }],
    federatedCredentials: [{ name: 'mailbox-report-1', id: 'E' }],
    directoryRoles: ['Global Reader'],
    certificates: [{ keyId: 'F', der: '' }],
    variables: [
      { repository: 'contoso/mailboxes', name: 'TENANT_ID', value: 'G' },
      { repository: 'contoso/mailboxes', name: 'CLIENT_ID', value: 'H', before: 'I' },
    ],
    files: [
      { file: 'policy.yml', sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855' },
      { file: 'mailbox-report.yml', sha256: 'J' },
      { file: 'gone.yml', sha256: 'K' },
    ],
    hasConsentOfTools: true,
  });
  for (const file of ['policy.yml', 'mailbox-report.yml']) writeFileSync(path.join(folder, file), '');
  const { stdout } = await setup(tenant, folder, ['--undo', '--dry-run']);
  const [, list = ''] = stdout.split('setup --undo will delete:\n\n');
  expect(list.split('\n').slice(0, 11)).toEqual([
    '  - consent to Mail.Read',
    '  - federated credential mailbox-report-1',
    '  - certificate F',
    '  - directory role Global Reader',
    '  - variable TENANT_ID in contoso/mailboxes',
    '  - variable CLIENT_ID in contoso/mailboxes: back to I',
    '  - file policy.yml',
    '',
    'mailbox-report.yml is kept: it was changed since.',
    '',
    expect.stringMatching(/^The consent to the scopes of this sign-in may remain/),
  ]);
});
