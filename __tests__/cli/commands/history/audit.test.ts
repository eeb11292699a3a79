import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { isObject, isRecord, parseJson, property, textIn, type JsonObject } from '../../../../src/json.ts';
import { endpointLines } from '../../../../tenant/endpoints.ts';
import {
  startTenant,
  type AuditedAction,
  type AuditLogOptions,
  type Tenant,
  type TenantOptions,
} from '../../../../tenant/tenant.ts';
import { keptFolder, startOf, type KeptRuns } from '../../../history/kept-runs.ts';
import { newCredential } from '../../../support/credential.ts';
import { parsedCsv } from '../../../support/parsed-csv.ts';
import { runProgram } from '../../command-line.ts';

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

async function audited(
  log: AuditLogOptions,
  args: readonly string[] = ['--json'],
  roles = [PERMISSION],
  runs: KeptRuns = RUNS,
) {
  const now = at(5, 0);
  const tenant = await startTenant({ mailboxes: 1, roles, auditLog: log, clock: () => now });
  tenants.push(tenant);
  const folder = await keptFolder(runs, { reports: REPORTS });
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
        at(3, 2),
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
        data: {
          MailboxOwnerUPN: 'A@x.y',
          OperationProperties: [
            { Name: 'RuleName', Value: 'R' },
            { Name: 'RuleOperation', Value: 'AddMailboxRule' },
          ],
        },
      },
      action(at(2, 6), 'Remove-MailboxPermission', { Identity: 'a@x.y', User: 'eve@x.y', AccessRights: 'FullAccess' }),
      action(at(2, 7), 'Add-MailboxPermission', { Identity: 'a@x.y', User: 'mallory@x.y', AccessRights: 'FullAccess' }),
    ];
    const { code, stdout, stderr, queries } = await audited({ actions });
    expect({ code, queries }).toEqual({ code: 0, queries: ['Mailbox Report history'] });
    expect(stderr).toMatch(
      /^Records that name a mailbox by its alias or ID are not joined: .* The access token is for Graph alone\.\n$/,
    );
    expect(actors(stdout)).toEqual({
      ForwardingSmtpAddress: { at: new Date(at(2, 1)).toISOString(), by: 'eve@x.y', operation: 'Set-Mailbox' },
      AuditEnabled: null,
      R: { at: new Date(at(2, 5)).toISOString(), by: 'a@x.y', operation: 'UpdateInboxRules' },
      'eve@x.y; FullAccess': null,
    });
  });

  test.each([
    ['sets another value', 'Set-Mailbox', { ForwardingSmtpAddress: 'smtp:helpdesk@x.y' }, 'ForwardingSmtpAddress'],
    ['removes the value', 'Set-Mailbox', { ForwardingSmtpAddress: '' }, 'ForwardingSmtpAddress'],
    ['names several rules', 'New-InboxRule', { Name: 'R, S' }, 'R'],
  ])('does not join a record that %s', async (_, operation, values, place) => {
    const innocent = action(at(2, 1), operation, { Identity: 'a@x.y', Mailbox: 'a@x.y', ...values });
    const { stdout } = await audited({ actions: [innocent] });
    expect(actors(stdout)[place]).toBeNull();
    expect(stdout).not.toContain('eve@x.y"');
  });

  describe('of a changed rule', () => {
    const ruleRun = (target: string) => ({
      mailboxes: { 'a@x.y': [{ rows: [[null, 'adele@x.y', true]] }, { rows: [['R', [target]]] }, {}] },
    });
    const runs = { 1: ruleRun('x@mail.example'), 3: ruleRun('y@mail.example') };
    const by = (actor: string, hour: number, values: Readonly<Record<string, string>>) =>
      action(at(2, hour), 'Set-InboxRule', { Identity: 'a@x.y\\R', ...values }, { actor });

    test('joins the record with the new target, and none about its priority', async () => {
      const actions = [
        by('target@x.y', 1, { ForwardTo: 'y@mail.example' }),
        by('other@x.y', 2, { RedirectTo: 'z@mail.example' }),
        by('priority@x.y', 3, { Priority: '1' }),
      ];
      const { stdout } = await audited({ actions }, ['--json'], [PERMISSION], runs);
      expect(actors(stdout)).toEqual({ ExternalTargets: expect.objectContaining({ by: 'target@x.y' }) });
    });

    test('lists all records without a value as possible', async () => {
      const properties = { OperationProperties: [{ Name: 'RuleName', Value: 'R' }] };
      const outlook = { recordType: 'ExchangeItem', data: { MailboxOwnerUPN: 'a@x.y', ...properties } } as const;
      const actions = ['one@x.y', 'two@x.y'].map((actor, hour) => ({
        ...action(at(2, hour), 'UpdateInboxRules', {}, { actor }),
        ...outlook,
      }));
      const json = await audited({ actions }, ['--json'], [PERMISSION], runs);
      expect(property(parseJson(json.stdout), 'changes')).toMatchObject([
        { audit: null, possible: [{ by: 'one@x.y' }, { by: 'two@x.y' }] },
      ]);
      const text = await audited({ actions }, [], [PERMISSION], runs);
      expect(text.stdout).toMatch(/ {2}possibly .* by one@x\.y: UpdateInboxRules\n {2}possibly .* by two@x\.y/);
    });
  });

  test('joins a record of the time in which the run that found the change was reading', async () => {
    const ended = new Date(at(3, 0) + 600_000).toISOString();
    const runs = { ...RUNS, 3: { ...RUNS[3], ended } };
    const values = { Identity: 'a@x.y', ForwardingSmtpAddress: 'x@mail.example' };
    const actions = [action(at(3, 0) + 300_000, 'Set-Mailbox', values)];
    const { stdout } = await audited({ actions }, ['--json'], [PERMISSION], runs);
    expect(actors(stdout).ForwardingSmtpAddress).toMatchObject({ by: 'eve@x.y' });
  });

  test('does not call an answer a part that does not say whether it is whole', async () => {
    const { stderr } = await audited({ isCut: null });
    expect(stderr).not.toContain('only a part');
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

  describe('of an application of Exchange Online', () => {
    const COLUMNS = ['AuditEnabled', 'HiddenFromAddressListsEnabled', 'DeliverToMailboxAndForward', 'ArchiveStatus'];

    /** What Exchange Online calls a mailbox. */
    async function namesOf(tenant: Tenant, address: string): Promise<JsonObject> {
      const response = await fetch(`${tenant.exchangeUrl}/adminapi/beta/${tenant.tenantId}/InvokeCommand`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${await tenant.accessToken('exchange')}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ CmdletInput: { CmdletName: 'Get-Mailbox', Parameters: { Identity: address } } }),
      });
      const objects = property(parseJson(await response.text()), 'value');
      const [names] = Array.isArray(objects) ? objects : [];
      return isObject(names) ? names : {};
    }

    /** The records of a mailbox whose first report has a 0 in all columns, and the second a 1 and a right of a trustee. */
    async function auditedInTenant(
      recordsOf: (tenant: Tenant, address: string, trustee: string) => Promise<readonly AuditedAction[]>,
      exchange: TenantOptions['exchange'] = {},
    ) {
      const now = at(5, 0);
      const certified = await newCredential();
      const options = { mailboxes: 3, roles: [PERMISSION], exchange, certificates: [certified.certificate] };
      const tenant = await startTenant({ ...options, clock: () => now });
      tenants.push(tenant);
      const [address = '', trustee = ''] = tenant.addresses;
      for (const one of await recordsOf(tenant, address, trustee)) tenant.audit(one);
      const run = (value: number) => {
        const rights = value === 0 ? [] : [[trustee, 'FullAccess']];
        return { mailboxes: { [address]: [{ rows: [COLUMNS.map(() => value)] }, { rows: rights }] } };
      };
      const folder = await keptFolder(
        { 1: run(0), 3: run(1) },
        {
          reports: {
            'mailbox-properties': { columns: COLUMNS },
            'mailbox-permissions': REPORTS['mailbox-permissions'],
          },
        },
      );
      writeFileSync(path.join(folder, 'app.pfx'), Buffer.from(certified.pfx, 'base64'));
      const signIn = ['--tenant-id', tenant.tenantId, '--client-id', tenant.clientId, '--pfx', 'app.pfx'];
      const args = ['history', address, '.', '--audit', '--json', ...signIn, '--endpoints', endpointLines(tenant)];
      const env = { MAILBOX_REPORT_PFX_PASSWORD: certified.password };
      const { stdout, stderr } = await runProgram(args, env, folder, { now: () => now });
      const found = Object.entries(actors(stdout));
      return {
        by: Object.fromEntries(found.map(([name, audit]) => [name.replace(trustee, 'TRUSTEE'), byOf(audit)])),
        stderr,
      };
    }

    function byOf(audit: unknown): unknown {
      return isRecord(audit) ? audit.by : audit;
    }

    test('joins records that name mailbox and trustee by alias, IDs or canonical name', async () => {
      const { by, stderr } = await auditedInTenant(async (tenant, address, trustee) => {
        const names = await namesOf(tenant, address);
        const { Alias, Guid, ExternalDirectoryObjectId } = names;
        const setting = (column: string, values: object, more: Partial<AuditedAction> = {}) =>
          action(at(2, 1), 'Set-Mailbox', { [column]: '1', ...values }, more);
        return [
          setting('AuditEnabled', { Identity: Alias }, { actor: 'alias' }),
          setting('HiddenFromAddressListsEnabled', { Identity: Guid }, { actor: 'guid' }),
          setting('DeliverToMailboxAndForward', { Identity: ExternalDirectoryObjectId }, { actor: 'account' }),
          action(
            at(2, 1),
            'Add-MailboxPermission',
            {
              Identity: textIn(names, 'Alias'),
              User: textIn(await namesOf(tenant, trustee), 'Alias'),
              AccessRights: 'FullAccess',
            },
            { actor: 'giver' },
          ),
          setting('Archive', {}, { actor: 'name', objectId: `EURPR01A001.example/contoso/${textIn(names, 'Name')}` }),
        ];
      });
      expect({ by, stderr }).toEqual({
        by: {
          AuditEnabled: 'alias',
          HiddenFromAddressListsEnabled: 'guid',
          DeliverToMailboxAndForward: 'account',
          ArchiveStatus: 'name',
          'TRUSTEE; FullAccess': 'giver',
        },
        stderr: '',
      });
    });

    test('says that such records are not joined if Exchange Online does not return these names', async () => {
      const { by, stderr } = await auditedInTenant(
        () => Promise.resolve([action(at(2, 1), 'Set-Mailbox', { Identity: 'adele', AuditEnabled: '1' })]),
        { directoryRoles: [] },
      );
      expect(by.AuditEnabled).toBeNull();
      expect(stderr).toMatch(/^Records that name a mailbox by its alias or ID are not joined: /);
    });
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
    expect({ code, count: queries.length }).toEqual({ code: 0, count: 1 });
    expect(stderr).not.toContain('audit log');
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
