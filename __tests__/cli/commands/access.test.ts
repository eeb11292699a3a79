import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { parseJson, type Json } from '../../../src/json.ts';
import { parsedCsv } from '../../support/parsed-csv.ts';
import { storedRun } from '../../support/rows-file.ts';
import { zipped } from '../../support/zip.ts';
import { runProgram, type ProgramRun } from '../command-line.ts';
import { newFolder } from '../../support/new-folder.ts';

const COLUMNS = ['Trustee', 'TrusteeName', 'Right', 'Through', 'Inside'];

const folder = newFolder();
beforeAll(async () => {
  const reports = {
    'mailbox-settings': { columns: ['TimeZone'] },
    access: { columns: COLUMNS, many: true },
  };
  const account = { columns: ['UserPrincipalName', 'DisplayName'] };
  const settings = { rows: [['UTC']] };
  const stored = storedRun({
    reports,
    mailboxes: {
      'shared@x.y': [
        settings,
        {
          rows: [
            ['Adele@x.y', 'Adele', 'FullAccess', 'sales@x.y', true],
            ['eve@evil.example', '\u001b[2JEve', 'Forwarding', 'direct', false],
          ],
        },
      ],
      'room@x.y': [settings, { rows: [['adele@x.y', null, 'Calendar: read', 'direct', true]] }],
      'unread@x.y': [settings, { status: 'throttled' }],
    },
  });
  await mkdir(path.join(folder, 'run'));
  await writeFile(path.join(folder, 'run', 'rows.ndjson.gz'), stored);
  for (const file of ['access.csv', path.join('run', 'access.csv')])
    await writeFile(path.join(folder, file), 'MailboxName,Trustee\r\n');
  await writeFile(path.join(folder, 'cut.zip'), zipped([['rows.ndjson.gz', stored]]).subarray(0, 100));
  const others = storedRun({
    reports: { 'mailbox-settings': reports['mailbox-settings'] },
    mailboxes: { 'a@x.y': [settings] },
  });
  await writeFile(path.join(folder, 'run.zip'), zipped([['rows.ndjson.gz', stored]]));
  await writeFile(path.join(folder, 'other.zip'), zipped([['rows.ndjson.gz', others]]));
  const withAccounts = storedRun({
    reports: { accounts: account, access: reports.access },
    mailboxes: {
      'lakshmi.gupta@x.y': [
        { rows: [['l.gupta@x.y', 'Lakshmi Gupta']] },
        { rows: [['eve@evil.example', 'Eve', 'FullAccess', 'direct', false]] },
      ],
    },
  });
  await writeFile(path.join(folder, 'accounts.zip'), zipped([['rows.ndjson.gz', withAccounts]]));
});

function printed(...args: readonly string[]): Promise<ProgramRun> {
  return runProgram(['access', ...args], {}, folder);
}

describe('access', () => {
  test('prints what somebody can open, and how much is not known', async () => {
    const { code, stdout, stderr } = await printed('run.zip', 'ADELE@x.y');
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: 'shared@x.y  FullAccess through sales@x.y\nroom@x.y  Calendar: read\n',
    });
    expect(stderr).toContain('1 mailbox was not read');
  });

  test.each([[['shared@x.y', '--mailbox']], [['--mailbox', 'Shared@x.y']]])(
    'prints who can open a mailbox: %j',
    async (args) => {
      const { code, stdout, stderr } = await printed('run.zip', ...args);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toMatch(
        /^Adele@x\.y \(Adele\) {2}FullAccess through sales@x\.y\neve@evil\.example .*receives mail: Forwarding \(outside\)\n$/,
      );
      expect(stdout).not.toContain('\u001b');
    },
  );

  test('prints rows of the CSV', async () => {
    const { stdout } = await printed('run.zip', 'adele@x.y', '--format', 'csv');
    expect(parsedCsv(stdout)).toMatchObject([
      { MailboxName: 'shared@x.y', Trustee: 'Adele@x.y', Through: 'sales@x.y', Inside: 'true' },
      { MailboxName: 'room@x.y', TrusteeName: '', Right: 'Calendar: read' },
    ]);
  });

  const MISTAKES: [string, string[], string, string][] = [
    ['a display name', ['run.zip', 'adele'], '"adele" is no address.', 'Did you mean "Adele@x.y"?'],
    ['a display name of accounts', ['accounts.zip', 'lakshmi gupta'], 'is no address.', 'Did you mean "l.gupta@x.y"?'],
    ['a name among addresses', ['run.zip', 'adele@x.y', 'Nobody'], '"Nobody" is no address.', 'by an address'],
    ['a typo', ['run.zip', 'adel@x.y'], 'nobody with the address "adel@x.y"', 'Did you mean "adele@x.y"?'],
    ['two letters of a domain', ['run.zip', 'eve@evil.exmapel'], 'nobody', 'Did you mean "eve@evil.example"?'],
    ['a typo of an account', ['accounts.zip', 'l.gupda@x.y'], 'nobody', 'Did you mean "l.gupta@x.y"?'],
    ['an address inside, with accounts', ['accounts.zip', 'somebody@x.y'], 'nobody', 'Check the spelling.'],
    [
      'a typo of a mailbox',
      ['run.zip', '--mailbox', 'sharde@x.y'],
      'no mailbox sharde@x.y',
      'Did you mean "shared@x.y"?',
    ],
  ];
  test.each(MISTAKES)('refuses %s, and names who is near', async (_case, args, message, hint) => {
    for (const format of [[], ['--format', 'csv']]) {
      const { code, stdout, stderr } = await printed(...args, ...format);
      expect({ code, rows: stdout.includes('nobody') }).toEqual({ code: 2, rows: false });
      expect(stderr).toContain(message);
      expect(stderr).toContain(hint);
    }
    expect(parseJson((await printed(...args, '--json')).stdout)).toMatchObject({ ok: false });
  });

  test('says of an unknown address that may be gone that the report knows nothing', async () => {
    const gone = 'The report knows no right, account or mailbox of leaver.of.may@x.y.\n';
    expect(await printed('run.zip', 'leaver.of.may@x.y')).toMatchObject({ code: 0, stdout: gone });
    const outside = await printed('accounts.zip', 'someone@elsewhere.example');
    expect(outside).toMatchObject({ code: 0, stdout: expect.stringContaining('knows no right') });
    // A mailbox is known, and another address of a person may be an alias.
    expect(await printed('run.zip', 'room@x.y')).toMatchObject({ code: 0, stdout: 'Nothing found\n' });
    const alias = await printed('run.zip', 'adele@x.y', 'leaver.of.may@x.y');
    expect(alias).toMatchObject({ code: 0, stdout: expect.stringContaining('FullAccess') });
    expect(alias.stderr).toContain(gone);
  });

  test('prints typed rows and what is not known as JSON', async () => {
    const { code, stdout } = await printed('run.zip', 'adele@x.y', '--json');
    expect({ code, printed: parseJson(stdout) }).toMatchObject({
      code: 0,
      printed: {
        ok: true,
        rows: [
          { MailboxName: 'shared@x.y', Trustee: 'Adele@x.y', Through: 'sales@x.y', Inside: true },
          { MailboxName: 'room@x.y', TrusteeName: null, Right: 'Calendar: read' },
        ],
        notes: ['Not known: 1 mailbox was not read.'],
      },
    });
  });

  test.each([
    ['a report without access', ['other.zip', 'adele@x.y'], 1, 'REPORT_UNREADABLE'],
    ['a file that is missing', ['gone.zip', 'adele@x.y'], 1, 'REPORT_UNREADABLE'],
    ['a mailbox that the report lacks', ['run.zip', '--mailbox', 'nobody@x.y'], 2, 'nobody@x.y'],
    ['no address', ['run.zip'], 2, 'missing the address'],
    ['a CSV', ['access.csv', 'adele@x.y'], 1, 'The report access.csv cannot be used. It is a CSV.'],
    ['a file of a report', [path.join('run', 'access.csv'), 'adele@x.y'], 1, `Its folder is a report: ${folder}`],
    ['a zip that is cut', ['cut.zip', 'adele@x.y'], 1, 'The report cut.zip cannot be used.'],
  ])('fails for %s', async (_case, args, code, text) => {
    const run = await printed(...args);
    expect({ code: run.code, stdout: run.stdout }).toEqual({ code, stdout: '' });
    expect(run.stderr).toContain(text);
  });
});

const [CRM, BACKUP, OTHER, OUTLOOK] = ['1a', '2b', '3c', '4d'].map((end) => `00000000-0000-4000-8000-0000000000${end}`);

/** A row of an application with its permissions and their scopes. */
function application(
  name: string,
  appId = '',
  grants: Readonly<Record<string, string>> = {},
  isEnabled = true,
): Json[] {
  const [permissions, scopes] = [Object.keys(grants), Object.values(grants)];
  return [name, appId, null, null, false, permissions, scopes, scopes.map(() => ''), null, null, null, isEnabled];
}

const LEFT_OUT = 'Not in the report: applications to which a person consented for that person alone.\n';

describe('access of applications', () => {
  beforeAll(async () => {
    const stored = storedRun({
      reports: {
        access: { columns: COLUMNS, many: true },
        applications: { columns: ['Through', 'Delegated', 'Unknown'] },
      },
      applications: [
        application('CRM', CRM, { 'Mail.Read': 'tenant-wide' }),
        application('Backup', BACKUP, { 'Mail.Read': 'scope S', 'Exchange.ManageAsApp': 'roles of the application' }),
        application('backup', OTHER, { 'Mail.Send': 'scope S' }),
        application('Outlook', OUTLOOK, { 'Mail.Read': 'delegated' }),
        application('Off', 'off', { 'Mail.Read': 'tenant-wide' }, false),
      ],
      mailboxes: {
        'ceo@x.y': [
          { rows: [['adele@x.y', 'Adele', 'FullAccess', 'direct', true]] },
          {
            rows: [
              [
                [
                  `CRM (${CRM}): Mail.Read, tenant-wide`,
                  `Backup (${BACKUP}): Mail.Read, scope S, T`,
                  `Two\nlines (${OTHER}): Mail.Send, scope S`,
                ],
                ['Outlook'],
                [],
              ],
            ],
          },
        ],
        'room@x.y': [
          { rows: [] },
          {
            rows: [
              [
                [`CRM (${CRM}): Mail.Read, tenant-wide`],
                ['Outlook'],
                [`Backup (${BACKUP}): Mail.Read: policy Sales (EU): gone`, `CRM (${CRM}): Mail.Send: scope S: gone`],
              ],
            ],
          },
        ],
      },
    });
    await writeFile(path.join(folder, 'applications.zip'), zipped([['rows.ndjson.gz', stored]]));
  });

  test('prints people and then applications that open a mailbox', async () => {
    const { code, stdout } = await printed('applications.zip', '--mailbox', 'ceo@x.y');
    expect({ code, lines: stdout.trimEnd().split('\n') }).toEqual({
      code: 0,
      lines: [
        'adele@x.y (Adele)  FullAccess',
        `CRM (${CRM})  Mail.Read, tenant-wide`,
        `Backup (${BACKUP})  Mail.Read, scope S, T`,
        expect.stringMatching(new RegExp(`^Two\\W+lines \\(${OTHER}\\) {2}Mail\\.Send, scope S$`)),
        'Outlook  delegated, as the signed-in user',
      ],
    });
  });

  test.each(['outlook', OUTLOOK])('prints in one line that an application reaches every mailbox: %s', async (name) => {
    const { stdout, stderr } = await printed('applications.zip', '--application', String(name));
    expect({ stdout, stderr }).toEqual({
      stdout: 'Outlook: 2 mailboxes  delegated, as the signed-in user\n',
      stderr: LEFT_OUT,
    });
  });

  test('prints the mailboxes in the scope of an application, its roles, and what could not be decided', async () => {
    const { stdout, stderr } = await printed('applications.zip', '--application', String(BACKUP));
    expect(stdout).toBe(
      `ceo@x.y  Mail.Read, scope S, T\nBackup (${BACKUP})  Exchange.ManageAsApp, roles of the application\n`,
    );
    expect(stderr).toBe(`Not known: Backup (${BACKUP}): Mail.Read: policy Sales (EU): gone\n${LEFT_OUT}`);
  });

  test('prints what a person alone consented to for the mailbox, and for the application by its name', async () => {
    const stored = storedRun({
      reports: { applications: { columns: ['Through', 'Delegated', 'ConsentedByPerson', 'Unknown'] } },
      applications: [application('Outlook', OUTLOOK, { 'Mail.Read': 'delegated' })],
      mailboxes: {
        'ceo@x.y': [{ rows: [[[], ['Outlook'], ['Booster', `Reader (${OTHER})`], []]] }],
        'room@x.y': [{ rows: [[[], ['Outlook'], [], []]] }],
      },
    });
    await writeFile(path.join(folder, 'consents.zip'), zipped([['rows.ndjson.gz', stored]]));
    const ofMailbox = await printed('consents.zip', '--mailbox', 'ceo@x.y');
    expect({ lines: ofMailbox.stdout.trimEnd().split('\n'), stderr: ofMailbox.stderr }).toEqual({
      lines: [
        'Outlook  delegated, as the signed-in user',
        'Booster  delegated, by consent of this person',
        `Reader (${OTHER})  delegated, by consent of this person`,
      ],
      stderr: '',
    });
    for (const [name, subject] of [
      ['booster', 'Booster: ceo@x.y'],
      [OTHER, `Reader (${OTHER}): ceo@x.y`],
    ]) {
      const { stdout, stderr } = await printed('consents.zip', '--application', String(name));
      expect({ stdout, stderr }).toEqual({
        stdout: `${String(subject)}  delegated, by consent of this person\n`,
        stderr: '',
      });
    }
  });

  test('names the application of each mailbox if several have the name', async () => {
    const { stdout } = await printed('applications.zip', '--application', 'Backup');
    expect(stdout).toContain(`Backup (${BACKUP}): ceo@x.y  Mail.Read, scope S, T\n`);
  });

  test('prints that an application is disabled', async () => {
    const { stdout, stderr } = await printed('applications.zip', '--application', 'off');
    expect({ stdout, stderr }).toEqual({
      stdout: 'Nothing found\n',
      stderr: `${LEFT_OUT}Off (off) is disabled: it reaches no mailbox.\n`,
    });
  });

  test('prints a record for each mailbox as CSV', async () => {
    const { stdout } = await printed('applications.zip', '--application', 'CRM', '--format', 'csv');
    expect(parsedCsv(stdout).map(({ MailboxName, Right, Through }) => [MailboxName, Right, Through])).toEqual([
      ['ceo@x.y', 'Mail.Read', 'tenant-wide'],
      ['room@x.y', 'Mail.Read', 'tenant-wide'],
    ]);
  });

  test('requires the report about applications', async () => {
    const { code, stderr } = await printed('run.zip', '--application', 'CRM');
    expect(code).toBe(1);
    expect(stderr).toContain('no rows of the report applications');
    expect(stderr).toContain('a run with "applications" in "report"');
  });

  test('refuses an application that the report does not have', async () => {
    for (const wanted of ['CRMM', 'Bakcup', 'mailbox-report']) {
      const { code, stdout, stderr } = await printed('applications.zip', '--application', wanted);
      expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
      expect(stderr).toContain(`The report has no application "${wanted}".`);
      expect(stderr.includes('Did you mean')).toBe(wanted !== 'mailbox-report');
    }
  });
});
