import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { pathOfUniqueName } from '../../../../src/cli/commands/setup/application-state.ts';
import { RECORD_PARTS, RESOURCES } from '../../../../src/cli/commands/setup/resources.ts';
import { RECORD_FILE, recordIn } from '../../../../src/cli/commands/setup/setup-record.ts';
import { isRecord, parseJson } from '../../../../src/json.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { runProgram } from '../../command-line.ts';

/** A folder with a new record, whose members can be changed. */
async function folderWith(tenantId: string, changes: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const folder = newFolder();
  const record = await recordIn(folder, RECORD_PARTS, { tenantId, cloud: 'global' });
  record.update(...Object.entries(changes));
  return folder;
}

test('a new record has the members of version 1 in their order', async () => {
  const folder = await folderWith('contoso.com');
  const content: unknown = parseJson(readFileSync(path.join(folder, RECORD_FILE), 'utf8'));
  expect(content).toEqual({
    format: 'mailbox-report-setup',
    version: 1,
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
  // The application and the records of the ones that write and that answer questions have their places, and no value yet.
  expect(RECORD_PARTS.map(({ member }) => member)).toEqual([
    'application',
    ...Object.keys(isRecord(content) ? content : {}).slice(4),
    'remediation',
    'incident',
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

test('a unique name from a record leads to no other path', () => {
  const { pathname, search } = new URL(
    pathOfUniqueName("x')/owners/../../users?$top=9&z=('", '$select=id'),
    'https://g',
  );
  expect([pathname.split('/').length, search]).toEqual([3, '?$select=id']);
});

test('each resource has a member of the record', () => {
  const members = RECORD_PARTS.map(({ member }) => member);
  expect(RESOURCES.filter(({ part }) => !members.includes(part.member))).toEqual([]);
});
