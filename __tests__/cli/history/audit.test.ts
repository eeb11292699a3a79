import { afterAll, describe, expect, test } from '@jest/globals';
import { parseJson, property, textIn } from '../../../src/json.ts';
import { endpointLines } from '../../../tenant/endpoints.ts';
import { startTenant, type AuditedAction, type AuditLogOptions, type Tenant } from '../../../tenant/tenant.ts';
import { keptFolder, startOf } from '../../history/kept-runs.ts';
import { parsedCsv } from '../../support/parsed-csv.ts';
import { runProgram } from '../command-line.ts';

const PERMISSION = 'AuditLogsQuery-Exchange.Read.All';
const REPORTS = {
  'mailbox-properties': { columns: ['ForwardingSmtpAddress', 'PrimarySmtpAddress', 'AuditEnabled'] },
  'inbox-rules': { columns: ['RuleName', 'ExternalTargets'], many: true },
  'mailbox-permissions': { columns: ['Trustee', 'Right'], many: true, item: ['Trustee', 'Right'] },
};

/** The first report, and one of the third day with a forwarding address, a rule and a right more. */
const RUNS = {
  1: { mailboxes: { 'a@x.y': [{ rows: [[null, 'adele@x.y', true]] }, {}, {}] } },
  3: {
    mailboxes: {
      'a@x.y': [
        { rows: [['x@mail.example', 'adele@x.y', false]] },
        { rows: [['R', ['x@mail.example']]] },
        { rows: [['eve@x.y', 'FullAccess']] },
      ],
    },
  },
};

const tenants: Tenant[] = [];
afterAll(() => Promise.all(tenants.map((tenant) => tenant.close())));

function at(day: number, hour: number): number {
  return Date.parse(startOf(day)) + hour * 3_600_000;
}

function parameters(values: Readonly<Record<string, string>>) {
  return { Parameters: Object.entries(values).map(([Name, Value]) => ({ Name, Value })) };
}

function action(
  time: number,
  operation: string,
  values: Readonly<Record<string, string>>,
  more: Partial<AuditedAction> = {},
) {
  return { time, operation, actor: 'eve@x.y', data: parameters(values), ...more };
}

async function audited(log: AuditLogOptions, args: readonly string[] = ['--json'], roles = [PERMISSION]) {
  const now = at(5, 0);
  const tenant = await startTenant({ mailboxes: 1, roles, auditLog: log, clock: () => now });
  tenants.push(tenant);
  const folder = await keptFolder(RUNS, { reports: REPORTS });
  const endpoints = ['--endpoints', endpointLines(tenant), '--access-token-env', 'TOKEN'];
  const command = ['history', 'a@x.y', folder, '--audit', ...endpoints, ...args];
  const run = await runProgram(command, { TOKEN: await tenant.accessToken('graph') }, folder, { now: () => now });
  return { ...run, queries: tenant.auditQueries() };
}

/** Operation and actor of each change, by column or item. */
function actors(stdout: string): Readonly<Record<string, unknown>> {
  const changes = property(parseJson(stdout), 'changes');
  if (!Array.isArray(changes)) throw new Error('there are no changes');
  return Object.fromEntries(
    changes.map((change) => [textIn(change, 'column') || textIn(change, 'item'), property(change, 'audit') ?? null]),
  );
}

describe('--audit', () => {
  test('joins the records of one query by mailbox, operation, time and what they set', async () => {
    const forwarding = 'ForwardingSmtpAddress';
    const actions: AuditedAction[] = [
      action(at(2, 1), 'Set-Mailbox', { Identity: 'adele@x.y', [forwarding]: 'smtp:x@mail.example' }),
      // Later, but with another value.
      action(
        at(2, 2),
        'Set-Mailbox',
        { Identity: 'adele@x.y', [forwarding]: 'smtp:z@mail.example' },
        { actor: 'z@x.y' },
      ),
      // Of another mailbox, of another time, and one that failed.
      action(at(2, 3), 'Set-Mailbox', { Identity: 'b@x.y', [forwarding]: 'smtp:x@mail.example' }, { actor: 'b@x.y' }),
      action(
        at(3, 1),
        'Set-Mailbox',
        { Identity: 'adele@x.y', [forwarding]: 'smtp:x@mail.example' },
        { actor: 'late@x.y' },
      ),
      {
        ...action(at(2, 4), 'Set-Mailbox', {}),
        actor: 'failed@x.y',
        data: { ...parameters({ Identity: 'adele@x.y', [forwarding]: 'smtp:x@mail.example' }), ResultStatus: 'False' },
      },
      {
        time: at(2, 5),
        operation: 'UpdateInboxRules',
        actor: 'a@x.y',
        recordType: 'ExchangeItem',
        data: { MailboxOwnerUPN: 'A@x.y', OperationProperties: [{ Name: 'RuleName', Value: 'R' }] },
      },
      action(at(2, 6), 'Remove-MailboxPermission', { Identity: 'a@x.y', User: 'eve@x.y', AccessRights: 'FullAccess' }),
      action(at(2, 7), 'Add-MailboxPermission', { Identity: 'a@x.y', User: 'mallory@x.y', AccessRights: 'FullAccess' }),
    ];
    const { code, stdout, stderr, queries } = await audited({ actions });
    expect({ code, stderr, queries }).toEqual({ code: 0, stderr: '', queries: ['Mailbox Report history'] });
    expect(actors(stdout)).toEqual({
      ForwardingSmtpAddress: { at: new Date(at(2, 1)).toISOString(), by: 'eve@x.y', operation: 'Set-Mailbox' },
      AuditEnabled: null,
      R: { at: new Date(at(2, 5)).toISOString(), by: 'a@x.y', operation: 'UpdateInboxRules' },
      'eve@x.y; FullAccess': null,
    });
  });

  test('follows the pages of the records, and takes a rule of the own mailbox without its name', async () => {
    const others = Array.from({ length: 250 }, (_, minute) =>
      action(at(2, 0) + minute, 'Set-Mailbox', { Identity: 'b@x.y' }),
    );
    const own = action(at(2, 8), 'New-InboxRule', { Name: 'R' }, { actor: 'adele@x.y', objectId: 'x.y/Users/1f' });
    const { stdout } = await audited({ actions: [...others, own], inV1: true }, ['--format', 'csv']);
    expect(parsedCsv(stdout).filter(({ By }) => By !== '')).toMatchObject([
      { Item: 'R', By: 'adele@x.y', Operation: 'New-InboxRule', At: new Date(at(2, 8)).toISOString() },
    ]);
  });

  test('shows the record below its change as text, escaped', async () => {
    const values = { Identity: 'a@x.y', ForwardingSmtpAddress: 'x@mail.example' };
    const { stdout } = await audited(
      { actions: [action(at(2, 1), 'Set-Mailbox', values, { actor: 'e\u001bve' })] },
      [],
    );
    expect(stdout).toContain(`"x@mail.example"\n  2027-01-02 02:00 by e${String.raw`\u{1b}`}ve: Set-Mailbox\n`);
  });

  test.each<[string, AuditLogOptions, readonly string[], RegExp]>([
    [
      'the permission is missing',
      {},
      ['MailboxSettings.Read'],
      /grant it the application permission AuditLogsQuery-Exchange/,
    ],
    ['the query fails', { outcome: 'failed' }, [PERMISSION], /ended as failed/],
    ['the answer is not whole', { isCut: true }, [PERMISSION], /only a part of its records/],
  ])('prints the changes and a sentence if %s', async (_, log, roles, sentence) => {
    const { code, stdout, stderr } = await audited(log, [], [...roles]);
    expect([code, stderr]).toEqual([0, expect.stringMatching(sentence)]);
    expect(stdout).toContain('2027-01-01 01:00 to 2027-01-03 01:00  changed ');
  });

  test('retries the submission of a query after 429', async () => {
    const { code, queries, stderr } = await audited({ throttled: 1 });
    expect({ code, stderr, count: queries.length }).toEqual({ code: 0, stderr: '', count: 1 });
  });

  test('asks nothing in another cloud', async () => {
    const { code, stderr, queries } = await audited({}, ['--json', '--cloud', 'china']);
    expect({ code, stderr, queries }).toEqual({
      code: 0,
      stderr: 'Only the global cloud has queries of the audit log.\n',
      queries: [],
    });
  });

  test('needs a credential', async () => {
    const folder = await keptFolder(RUNS, { reports: REPORTS });
    const { code, stderr } = await runProgram(['history', 'a@x.y', '.', '--audit'], {}, folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining('missing: --tenant-id')]);
  });
});
