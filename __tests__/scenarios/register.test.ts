import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { jsonOrUndefined, property, type Json } from '../../src/json.ts';
import { verifyReport } from '../../src/verification/verify.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { UPLOADED, type RunOutcome } from '../support/action-run.ts';
import { everyone, permission } from '../support/calendar-permission.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { grantTo, mailboxesOf, setRights } from '../support/mailbox-rights.ts';
import { newFolder } from '../support/new-folder.ts';

const { newTenant, run, validate } = inProcessScenarios({ 'fail-on': 'never', 'max-unreadable': '100%' });

const POLICY = `register: { files: 'grants/*.csv', review-every: 180d }
rules:
  - { id: registered, report: mailbox-permissions, expect: { Registered: { enum: [yes, due] } } }
  - { id: reviewed, report: mailbox-permissions, severity: warning, expect: { Registered: { not: { const: Due } } } }
  - { id: calendars, report: calendar-permissions, expect: { Registered: { const: 'yes' } }, message: '{GrantedToAddress}: {Registered}' }
  - { id: access, report: access, when: { Through: { const: direct } }, expect: { Registered: { not: { const: 'no' } } } }
`;
const HEADER = 'Ticket,MailboxName,Trustee,TrusteeId,Right,Reason,Owner,Until,ReviewedOn';
const OTHER_SID = 'S-1-5-21-9-9-9-9999';

let tenant: Tenant;
/** A mailbox with rights, and who has them: registered, expired, due, the successor of somebody, and nobody's. */
let owner: string;
let people: readonly string[];
let lists: string;

/** The files of a commit; `without`: the trustee whose lines it lacks. */
function files(without = ''): Readonly<Record<string, string>> {
  const [yes = '', expired = '', due = '', successor = ''] = people;
  const sid = (name: string): string => tenant.account(name)?.sid ?? '';
  const lines = [
    ['=1', owner.toUpperCase(), yes, sid(yes), 'FullAccess', 'Deputy', 'amy@contoso.com', '', today()],
    ['', owner, expired, sid(expired), 'FullAccess', 'Audit', 'amy@contoso.com', '2026-01-31', today()],
    ['', owner, due, sid(due), 'FullAccess', '', 'amy@contoso.com', '', today()],
    ['', owner, successor, OTHER_SID, 'FullAccess', 'Deputy', 'amy@contoso.com', '', today()],
  ];
  const ofCalendar = ['', '*', yes, '', 'Calendar: write', 'Rooms', 'amy@contoso.com', '', today()];
  const kept = lines.filter(([, , trustee]) => trustee !== without);
  return {
    'mailboxes.txt': lists,
    'policies/policy.yml': POLICY,
    'policies/grants/mail.csv': `${[HEADER, ...kept.map((cells) => cells.join(','))].join('\r\n')}\r\n`,
    'policies/grants/calendars.csv': `${HEADER}\n${ofCalendar.join(',')}\n`,
  };
}

function today(): string {
  return new Date().toISOString().slice(0, 10);
}

beforeAll(async () => {
  tenant = await newTenant({ mailboxes: 12, roles: ['MailboxSettings.Read', 'Calendars.ReadBasic.All'] });
  const [first = '', ...others] = mailboxesOf(tenant);
  [owner, people] = [first, others.slice(0, 5)];
  lists = `${tenant.addresses.join('\n')}\n`;
  for (const mailbox of mailboxesOf(tenant)) {
    setRights(tenant, mailbox);
    tenant.setCalendarPermissions(mailbox, [everyone('freeBusyRead')]);
  }
  const full = people.map((one) => grantTo(tenant, one, 'FullAccess'));
  const inherited = grantTo(tenant, people[4] ?? '', 'FullAccess', { isInherited: true });
  setRights(tenant, owner, [...full, { ...inherited, trustee: 'Admins', sid: OTHER_SID }]);
  tenant.setCalendarPermissions(owner, [
    everyone('read'),
    permission(people[0] ?? '', 'write'),
    permission('eve@x.y', 'read'),
  ]);
});

const REPORTS = { report: 'mailbox-permissions\ncalendar-permissions\naccess', policy: 'policies/policy.yml' };

describe('a run with a register', () => {
  test('says of each right whether it is registered, and why', async () => {
    const found = await run(tenant, { files: files(), inputs: { ...REPORTS, formats: 'json' } });
    expect(found.errors).toEqual([]);
    const ofReport = (report: string, ...columns: readonly string[]): readonly string[] =>
      found
        .rowsOf(report)
        .filter(({ MailboxName }) => MailboxName === owner)
        .map((row) => [...columns, 'Registered', 'Verdict'].map((name) => row[name]).join(' | '));
    const [yes, expired, due, successor, none] = people;
    expect(ofReport('mailbox-permissions', 'Trustee')).toEqual([
      `${yes} | yes | pass`,
      `${expired} | expired | fail`,
      `${due} | due | warn`,
      `${successor} | no | fail`,
      `${none} | no | fail`,
      'Admins |  | pass',
    ]);
    expect(ofReport('calendar-permissions', 'GrantedTo')).toEqual([
      'My Organization |  | pass',
      'Somebody | yes | pass',
      'Somebody | no | fail',
    ]);
    expect(ofReport('access', 'Trustee', 'Right')).toEqual(
      expect.arrayContaining([
        `${yes} | Calendar: write | yes | pass`,
        `${successor} | FullAccess | no | fail`,
        'My Organization | Calendar: read |  | pass',
        'Admins | FullAccess |  | pass',
      ]),
    );
    const folder = found.outputs['output-directory'] ?? '';
    const [header = ''] = (await readFile(path.join(folder, 'access.csv'), 'utf8')).split('\r\n');
    expect(header).toMatch(/Inside(?:,DisplayName)?,Registered,Status,Error,Verdict,Violations$/);
    const json = jsonOrUndefined(await readFile(path.join(folder, 'mailbox-report.json'), 'utf8'));
    const [stored] = arrayIn(json, 'mailboxes').filter((one) => property(one, 'mailbox') === owner);
    const rows = arrayIn(property(property(stored, 'reports'), 'mailbox-permissions'), 'rows');
    expect(rows.map((row) => property(row, 'Registered'))).toEqual(['yes', 'expired', 'due', 'no', 'no', null]);
    const messages = found
      .rowsOf('violations')
      .filter(({ Rule }) => Rule !== 'access')
      .map(({ Message }) => Message);
    expect(messages).toEqual(
      expect.arrayContaining([
        `The right FullAccess of ${successor} is not registered: the address belongs to another account now`,
        `The right FullAccess of ${expired} has expired in the register: it was meant to end on 2026-01-31`,
        `The right FullAccess of ${none} is not registered`,
        'eve@x.y: no',
      ]),
    );
  });
});

function arrayIn(value: Json | undefined, key: string): readonly Json[] {
  const list = property(value, key);
  return Array.isArray(list) ? list : [];
}

/** What errors say, with hints and places. */
function textOf(errors: RunOutcome['errors']): string {
  return errors.map((error) => JSON.stringify(error)).join('\n');
}

/** Validates the files of a pull request whose base commit has other ones. */
async function pullRequest(changed: Readonly<Record<string, string>>, base = files()): Promise<RunOutcome> {
  const sha = tenant.commit(base);
  const { env } = await tenant.startRun({ event: 'pull_request', branch: 'change', workflow: 77 });
  const repository = { id: 1, visibility: 'private' };
  const event = { repository, pull_request: { base: { sha, repo: repository }, head: { sha: 'x', repo: repository } } };
  const eventFile = path.join(newFolder(), 'event.json');
  await writeFile(eventFile, JSON.stringify(event));
  const inputs = { mailboxes: 'mailboxes.txt', policy: 'policies/policy.yml', rehearse: 'auto' };
  return validate(changed, { ...inputs, 'github-token': tenant.githubToken }, { ...env, GITHUB_EVENT_PATH: eventFile });
}

describe('a pull request', () => {
  let found: RunOutcome;
  beforeAll(async () => {
    const { env, runtimeToken } = await tenant.startRun({ conclusion: 'success' });
    found = await run({ ...tenant, runtimeToken }, { env, files: files(), inputs: { ...UPLOADED, ...REPORTS } });
  });

  test('that changes a register is rehearsed by that of its base commit', async () => {
    const [yes] = people;
    const { outputs, errors } = await pullRequest(files(yes));
    expect(errors).toEqual([]);
    // The right is one in mailbox-permissions, and one in access.
    expect(outputs).toMatchObject({ 'would-be-new-count': '2', 'would-be-resolved-count': '0' });
  });

  test('changes no register of an earlier run', async () => {
    const place = found.outputs['output-directory'] ?? '';
    const request = { place, workspace: found.workspace, digest: undefined, baseline: undefined, reports: [] };
    // The kept policy does not say where it was.
    await expect(verifyReport({ ...request, policy: undefined })).rejects.toMatchObject({
      code: 'REGISTER_FILE',
      hint: expect.stringContaining('--policy'),
    });
    const grants = path.join(found.workspace, 'policies/grants/mail.csv');
    await writeFile(grants, files(people[0])['policies/grants/mail.csv'] ?? '');
    const { checks } = await verifyReport({ ...request, policy: REPORTS.policy });
    const results = checks.map(({ name, result, about }) => [name, result, about]);
    expect(results).toContainEqual(['register', 'differs', expect.anything()]);
    expect(results).toContainEqual(['verdicts', 'not-verified', 'The register is not that of the run']);
  });

  test('that adds a register is rehearsed', async () => {
    const none = 'rules: [{ id: any, report: mailbox-permissions, expect: { Right: { type: string } } }]\n';
    const { outputs, errors } = await pullRequest(files(), { 'mailboxes.txt': lists, 'policies/policy.yml': none });
    expect(errors).toEqual([]);
    expect(outputs['would-be-new-count']).toBe(found.outputs['violation-count']);
  });

  test('has all mistakes of its register and its rules named', async () => {
    const line = (trustee: string, right: string, until = ''): string =>
      `,a@contoso.com,${trustee},,${right},Deputy,amy@contoso.com,${until},`;
    const { code, errors } = await validate(
      {
        'mailboxes.txt': 'a@contoso.com\n',
        'policies/policy.yml': POLICY.replace('enum: [yes, due]', 'enum: [yes, dew]'),
        'policies/grants/a.csv': [HEADER, line('b@x.y', 'FullAcess'), line('c@x.y', 'SendAs', '2026-13-01')].join('\n'),
      },
      { mailboxes: 'mailboxes.txt', policy: 'policies/policy.yml' },
    );
    expect(code).toBe(1);
    expect(textOf(errors)).toContain('dew');
    const { errors: ofRegister } = await validate(
      {
        'mailboxes.txt': 'a@contoso.com\n',
        'policies/policy.yml': POLICY,
        'policies/grants/a.csv': [HEADER, line('b@x.y', 'FullAcess'), line('c@x.y', 'SendAs', '2026-13-01')].join('\n'),
        'policies/grants/b.csv': [HEADER, line('d@x.y', 'SendAs'), line('d@X.y', 'SendAs')].join('\n'),
      },
      { mailboxes: 'mailboxes.txt', policy: 'policies/policy.yml' },
    );
    const texts = textOf(ofRegister);
    for (const part of ['FullAcess', '2026-13-01', 'b.csv, line 3']) expect(texts).toContain(part);
    const { errors: without } = await validate(
      { 'mailboxes.txt': 'a@contoso.com\n', 'policies/policy.yml': POLICY.replace(/^register.*\n/, '') },
      { mailboxes: 'mailboxes.txt', policy: 'policies/policy.yml' },
    );
    expect(textOf(without)).toContain('Name a register under the key');
  });
});
