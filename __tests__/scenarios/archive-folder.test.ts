import { expect, test } from '@jest/globals';
import { inProcessScenarios } from '../support/in-process-run.ts';

const { newTenant, run, merge } = inProcessScenarios({ compare: 'off', 'max-unreadable': '100%' });

const ROLES = ['MailboxSettings.Read', 'Mail.ReadBasic.All'];
const POLICY = 'rules:\n  - id: archive\n    expect: { ArchiveFolder: { type: string } }\n';

test('the archive folder has its name where the run reads folders, else it is unknown', async () => {
  const tenant = await newTenant({ mailboxes: 60, roles: ROLES });
  const files = { 'p.yml': POLICY };
  const report = 'mailbox-settings\nfolders';
  const both = await run(tenant, { files, inputs: { report, policy: 'p.yml' } });
  const folders = Map.groupBy(both.rowsOf('folders'), ({ MailboxName }) => MailboxName);
  const read = both.rowsOf('mailbox-settings').filter(({ Status }) => Status === 'ok');
  const named = read.filter(({ ArchiveFolder }) => ArchiveFolder !== '');
  for (const { MailboxName, ArchiveFolder, Verdict } of named) {
    expect(folders.get(MailboxName)?.map(({ Folder }) => Folder)).toContain(ArchiveFolder);
    expect(Verdict).toBe('pass');
  }
  // A folder that was deleted is unknown, and no folder is known.
  const verdicts = read.filter((row) => !named.includes(row)).map(({ Verdict }) => Verdict);
  expect([named.length > 20, new Set(verdicts)]).toEqual([true, new Set(['fail', 'inconclusive'])]);

  const alone = await run(tenant, { files, inputs: { report: 'mailbox-settings', policy: 'p.yml' } });
  const cells = alone.rowsOf('mailbox-settings').map(({ ArchiveFolder, Verdict }) => [ArchiveFolder, Verdict]);
  expect(new Set(cells.map(([folder]) => folder))).toEqual(new Set(['']));
  expect(new Set(cells.map(([, verdict]) => verdict))).toEqual(new Set(['fail', 'inconclusive']));

  for (const shard of ['1/2', '2/2']) {
    const inputs = { report, shard, 'artifact-name': 'mailbox-report' };
    expect(await run(tenant, { inputs })).toMatchObject({ code: 0 });
  }
  const inputs = { 'artifact-name': 'mailbox-report', 'max-unreadable': '100%', compare: 'off' };
  const merged = await merge({ tenant, files: {}, inputs });
  expect(merged.rowsOf('mailbox-settings').map(({ ArchiveFolder }) => ArchiveFolder)).toEqual(
    both.rowsOf('mailbox-settings').map(({ ArchiveFolder }) => ArchiveFolder),
  );
});
