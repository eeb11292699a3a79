import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { isGraphReport } from '../../src/reports/definition.ts';
import type { Tenant, TenantOptions } from '../../tenant/tenant.ts';
import { tableBelow } from '../docs/markdown.ts';
import { textOf } from '../docs/repository.ts';
import { type RunOutcome, UPLOADED } from '../support/action-run.ts';
import { expectedReports, rulesWithPaths, words } from '../support/expected-reports.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { unzipped } from '../support/zip.ts';

describe('reports', () => {
  const { newTenant, run, runPackaged } = inProcessScenarios();

  /** Reports from Graph: those from Exchange have scenarios of their own. */
  const ALL = [...builtInReports.values()].filter(isGraphReport).map(({ name }) => name);
  const ROLES = ['MailboxSettings.Read', 'Mail.ReadBasic.All', 'Calendars.ReadBasic.All'];

  function openTenant(options: TenantOptions = {}): Promise<Tenant> {
    return newTenant({ roles: ROLES, ...options });
  }

  function reports(...names: string[]): Record<string, string> {
    return {
      report: names.join('\n'),
      'max-unreadable': '100%',
      'internal-domains': 'contoso.com\ncontoso.onmicrosoft.com',
    };
  }

  type Cells = Readonly<Record<string, string>>;

  /** The expected CSV rows of a report: every mailbox in the order of the list, each row with its own values. */
  function wantedRows(tenant: Tenant, report: string): Cells[] {
    return tenant.addresses.flatMap((address): Cells[] => {
      const expected = tenant.expected(address);
      // Each run with rules reads the folders too.
      const rowsOf = report === 'inbox-rules' ? rulesWithPaths : expectedReports[report];
      const rows = expected.status === 'ok' ? (rowsOf?.(expected) ?? []) : [];
      const named = { MailboxName: address, Status: expected.status };
      // Where the run reads folders, it takes the name of the archive folder from them, which has a scenario of its own.
      const compared = (cells: Cells) => Object.entries(cells).filter(([name]) => name !== 'ArchiveFolder');
      return rows.length === 0
        ? [named]
        : rows.map((cells): Cells => ({ ...named, ...Object.fromEntries(compared(cells)) }));
    });
  }

  /** The actual rows in the same form: the compared columns, texts as words, formulas not neutralised. */
  function comparable(rows: readonly Cells[], wanted: readonly Cells[]): Cells[] {
    return rows.map((row, at) => {
      const names = Object.keys(wanted[at] ?? {});
      // A blank row is blank in every column.
      const shown = names.length > 2 ? names : Object.keys(row).filter((name) => row[name] !== '' && name !== 'Error');
      return Object.fromEntries(shown.map((name) => [name, words(row[name])]));
    });
  }

  function expectReport(result: RunOutcome, tenant: Tenant, report: string): void {
    const wanted = wantedRows(tenant, report);
    const inWords = wanted.map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, words(cell)])),
    );
    expect(comparable(result.rowsOf(report), wanted)).toEqual(inWords);
  }

  function headerOf(result: RunOutcome, report: string): string[] {
    return Object.keys(result.rowsOf(report)[0] ?? {});
  }

  describe('several reports', () => {
    test.concurrent('are read in one pass, with a CSV each, one artifact and one summary', async () => {
      // Slow batches overlap, so a mailbox could get too many requests at a time.
      const tenant = await openTenant({ mailboxes: 60, latency: { batch: 200 }, large: { folders: 300, rules: 300 } });
      const result = await runPackaged(tenant, { inputs: { ...reports(...ALL), ...UPLOADED } });
      expect(result).toMatchObject({ code: 0, errors: [] });
      expect(tenant.counts).toMatchObject({ refused: 0, early: 0 });
      expect(tenant.counts.maxConcurrentRequests).toBeGreaterThan(1);
      for (const report of ALL) {
        expectReport(result, tenant, report);
        expect(headerOf(result, report)).toEqual([
          'MailboxName',
          ...Object.keys(builtInReports.get(report)?.columns ?? {}),
          'Status',
          'Error',
        ]);
      }
      expect(result.outputs['csv-path']).toBe(
        path.join(result.outputs['output-directory'] ?? '', 'mailbox-settings.csv'),
      );
      const [artifact] = tenant.artifacts();
      const files = unzipped(artifact?.bytes);
      expect([...files.keys()].sort()).toEqual([...ALL.map((report) => `${report}.csv`), 'rows.ndjson.gz'].sort());
      for (const report of ALL) {
        expect(parsedCsv(files.get(`${report}.csv`)?.toString('utf8') ?? '')).toEqual(result.rowsOf(report));
        expect(result.summary).toContain(`| ${report} | `);
      }
      expect(tenant.counts.tokens).toBe(1);
      expect(tenant.counts.maxConcurrentPerMailbox).toBeLessThanOrEqual(4);
      expect(tenant.counts.maxConcurrentPerMailbox).toBeGreaterThan(1);
    });

    test('are read although one has an expression that fails, and the column is named', async () => {
      const tenant = await openTenant({ mailboxes: 60 });
      const own = {
        'own.yml':
          'name: own\nrequest: { path: mailboxSettings }\ncolumns: { Zone: timeZone, Bias: length(nothing) }\n',
      };
      const result = await run(tenant, { files: own, inputs: reports('mailbox-settings', 'own.yml') });
      expectReport(result, tenant, 'mailbox-settings');
      const read = new Set(tenant.addresses.filter((address) => tenant.expected(address).status === 'ok'));
      for (const { MailboxName = '', Zone, Status, Error: error } of result.rowsOf('own')) {
        if (!read.has(MailboxName)) continue;
        expect({ Zone, Status, error }).toEqual({
          Zone: '',
          Status: 'failed',
          error: expect.stringMatching(/^column Bias cannot be evaluated on the response: .*length/),
        });
      }
    });

    test('are read although one is denied, with the missing role in the log before the first mailbox', async () => {
      const tenant = await openTenant({ mailboxes: 40, roles: ['MailboxSettings.Read'] });
      const result = await run(tenant, {
        inputs: { ...reports('folders', 'mailbox-settings'), 'max-unreadable': '0' },
      });
      expect(result.outputs).toMatchObject({ result: 'incomplete', 'read-count': '0', 'unreadable-count': '40' });
      expect(result.warnings).toEqual([]);
      expect(result.errors.map(({ message }) => message)).toEqual([
        expect.stringMatching(/^No mailbox could be read in folders: the application lacks Mail\.ReadBasic\.All\.\n/),
      ]);
      expect(result.errors[0]?.message).toContain(`/adminconsent?client_id=${tenant.clientId}`);
      expect(result.printed.indexOf('The token has')).toBeLessThan(result.printed.indexOf('Reading folders'));
      expectReport(result, tenant, 'mailbox-settings');
      const denied = result.rowsOf('folders').filter(({ Status }) => Status === 'access-denied');
      expect(denied.length).toBeGreaterThan(30);
      expect(result.summary).toContain('| folders | 0 folders | 0 | 40 |');
      expect(result.summary).toContain('folders: ErrorAccessDenied');
    });

    test('send no request to a mailbox before its Retry-After has passed', async () => {
      const tenant = await openTenant({
        mailboxes: 20,
        inFlightMs: 2000,
        latency: { batch: 50 },
        large: { folders: 400, rules: 400 },
        faults: { mailboxThrottle: { rate: 1, times: 1, retryAfter: 3 } },
      });
      const result = await run(tenant, { inputs: reports(...ALL) });
      expect(result.code).toBe(0);
      for (const report of ALL) expectReport(result, tenant, report);
      expect(tenant.counts.early).toBe(0);
    });

    test('survive throttling and lost responses, each row once', async () => {
      const faults = {
        mailboxThrottle: { rate: 0.2, times: 2, retryAfter: 0.05 },
        item503: { rate: 0.05, retryAfter: 0.05 },
        missingAnswers: { rate: 0.05 },
        emptyPages: { rate: 0.3, pages: 2 },
      };
      const tenant = await openTenant({ mailboxes: 40, faults });
      const result = await run(tenant, { inputs: reports(...ALL) });
      expect(result.code).toBe(0);
      for (const report of ALL) expectReport(result, tenant, report);
      expect(tenant.counts.maxConcurrentPerMailbox).toBeLessThanOrEqual(4);
    });
  });

  test('lists the folders of a mailbox although the children of one cannot be read', async () => {
    const options = { mailboxes: 40, seed: 3 };
    const complete = await run(await openTenant(options), {
      inputs: { ...reports('folders'), 'max-unreadable': '100%' },
    });
    const faults = { childFoldersDenied: { rate: 1 } };
    const tenant = await openTenant({ ...options, faults });
    const result = await run(tenant, { inputs: { ...reports('folders'), 'max-unreadable': '100%' } });
    const folders = ({ rowsOf }: typeof result) => rowsOf('folders').filter(({ Folder }) => Folder !== '');
    const denied = folders(result).filter(({ Status }) => Status === 'access-denied');
    expect(denied.length).toBeGreaterThan(10);
    for (const row of denied) {
      expect(row.Error).toContain('ErrorAccessDenied');
      expect(Number(row.ChildFolders)).toBeGreaterThan(0);
    }
    const top = ({ FolderPath = '' }: { FolderPath?: string }) => !/[^\\]\//.test(FolderPath);
    const names = (rows: ReturnType<typeof folders>) => rows.map(({ MailboxName, Folder }) => [MailboxName, Folder]);
    expect(names(folders(result))).toEqual(names(folders(complete).filter(top)));
    const mailboxes = new Set(denied.map(({ MailboxName }) => MailboxName)).size;
    expect(Number(result.outputs['unreadable-count'])).toBeGreaterThanOrEqual(mailboxes);
  });

  describe('pages', () => {
    test('of 600 folders and rules are read to the end, in order', async () => {
      const tenant = await openTenant({
        mailboxes: 40,
        latency: { batch: 10 },
        large: { folders: 600, rules: 600 },
      });
      const result = await run(tenant, { inputs: reports('folders', 'inbox-rules') });
      expect(result).toMatchObject({ code: 0, errors: [] });
      for (const report of ['folders', 'inbox-rules']) expectReport(result, tenant, report);
      const large = (report: string) =>
        result.rowsOf(report).filter(({ MailboxName }) => MailboxName === tenant.largeMailbox);
      expect([large('folders').length, large('inbox-rules').length]).toEqual([600, 600]);
      expect(tenant.counts.maxConcurrentPerMailbox).toBeLessThanOrEqual(4);
    });

    test('are never requested from another host: the mailbox is unreadable, and no token is sent', async () => {
      const stranger = await newTenant({ mailboxes: 1, log: true });
      const tenant = await openTenant({ mailboxes: 40 });
      const [first = '', second = ''] = tenant.addresses.filter((address) => tenant.expected(address).status === 'ok');
      tenant.setFaults({
        foreignNextLink: { addresses: [first], origin: stranger.graphUrl },
        loopingPages: { addresses: [second] },
      });
      const result = await run(tenant, { inputs: reports('folders', 'mailbox-settings') });
      const errorOf = (address: string) => result.rowsOf('folders').find(({ MailboxName }) => MailboxName === address);
      expect(errorOf(first)).toMatchObject({ Status: 'failed', Error: expect.stringContaining('another host') });
      expect(errorOf(second)).toMatchObject({
        Status: 'failed',
        Error: expect.stringContaining('a page that was read'),
      });
      expect(stranger.log).toEqual([]);
      expectReport(result, tenant, 'mailbox-settings');
    });
  });

  test('internal domains are those of the list without the input, and those of the input', async () => {
    const tenant = await openTenant({ mailboxes: 100 });
    const targets = async (domains: string) => {
      const inputs = { ...reports('inbox-rules'), 'internal-domains': domains };
      return (await run(tenant, { inputs })).rowsOf('inbox-rules').map(({ ExternalTargets = '' }) => ExternalTargets);
    };
    const found = await targets('');
    expect(found).toEqual(await targets('contoso.com\ncontoso.onmicrosoft.com'));
    expect(found.filter((cell) => cell.includes('@')).length).toBeGreaterThan(8);
    const inside = (await targets('example.org')).filter((cell) => cell.includes('@contoso.com'));
    expect(inside.length).toBeGreaterThan(5);
  });

  describe('a report file', () => {
    const example = path.resolve(import.meta.dirname, '../../examples/reports/master-categories.yml');
    const files = { 'reports/master-categories.yml': readFileSync(example) };

    test('from the examples reads categories, with a row each', async () => {
      const tenant = await openTenant({ mailboxes: 60 });
      const result = await run(tenant, { files, inputs: reports('reports/master-categories.yml') });
      expect(result).toMatchObject({ code: 0, errors: [] });
      const wanted = tenant.addresses.flatMap((address) => {
        const { status, masterCategories = [] } = tenant.expected(address);
        const categories = masterCategories.map(({ displayName, color }) => [displayName, color]);
        return (categories.length === 0 ? [['', '']] : categories).map((cells) => [address, ...cells, status]);
      });
      const found = result.rows.map(({ MailboxName, Category, Color, Status }) => [
        MailboxName,
        words(Category),
        Color,
        Status,
      ]);
      expect(found).toEqual(wanted);
    });

    test('from the examples reads contacts, and people in the order of Graph', async () => {
      const names = ['contacts', 'people'].map((name) => `reports/${name}.yml`);
      const folder = path.resolve(import.meta.dirname, '../../examples');
      const tenant = await openTenant({ mailboxes: 60, roles: ['Contacts.Read', 'People.Read.All'] });
      const result = await run(tenant, {
        files: Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name))])),
        inputs: reports(names.join('\n')),
      });
      expect(result).toMatchObject({ code: 0, errors: [] });
      const countOf = (report: string): number => result.rowsOf(report).filter(({ Status }) => Status === 'ok').length;
      const expected = tenant.addresses
        .map((address) => tenant.expected(address))
        .filter(({ status }) => status === 'ok');
      const sum = (numbers: readonly number[]): number => numbers.reduce((one, other) => one + Math.max(1, other), 0);
      expect(countOf('contacts')).toBe(sum(expected.map(({ contacts = [] }) => contacts.length)));
      expect(countOf('people')).toBe(sum(expected.map(({ people = [] }) => people.length)));
      const outside = result.rowsOf('contacts').filter(({ Addresses }) => Addresses !== '');
      expect(outside.length).toBeGreaterThan(50);
      expect(outside.every(({ Addresses, ExternalAddresses }) => Addresses === ExternalAddresses)).toBe(true);
      const relevance = result
        .rowsOf('people')
        .map(({ MailboxName, Relevance }) => [MailboxName, Number(Relevance)] as const);
      const isSorted = relevance.every(([mailbox, value], at) => {
        const [other, before = Infinity] = relevance[at - 1] ?? [];
        return other !== mailbox || before >= value;
      });
      expect(isSorted).toBe(true);
    });

    test('may use beta, together with reports that use v1.0', async () => {
      const tenant = await openTenant({ mailboxes: 40, log: true });
      const sizes = {
        'sizes.yml':
          'name: sizes\npermission: Mail.ReadBasic.All\nrequest:\n  path: mailFolders\n  version: beta\n  query: { $top: 100 }\n' +
          'rows: value\ncolumns: { Folder: displayName, Size: sizeInBytes, All: "@" }\n',
      };
      const result = await run(tenant, { files: sizes, inputs: reports('mailbox-settings', 'sizes.yml') });
      expect(result).toMatchObject({ code: 0, errors: [] });
      expect(new Set(tenant.log.filter(({ kind }) => kind === 'batch').map((entry) => entry.path))).toEqual(
        new Set(['/v1.0/$batch', '/beta/$batch']),
      );
      const read = result.rowsOf('sizes').filter(({ Status }) => Status === 'ok');
      expect(read.length).toBeGreaterThan(100);
      for (const { Size, All = '' } of read) {
        expect(Size).toMatch(/^\d+$/);
        expect(JSON.parse(All)).toMatchObject({ sizeInBytes: Number(Size) });
      }
    });
  });
});

describe('the folder of the archive', () => {
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
});

describe('connections', () => {
  const { newTenant, run } = inProcessScenarios({ 'max-unreadable': '100%' });
  const dispatcher = newDispatcher();
  afterAll(() => dispatcher.destroy());

  test('of all reports are to destinations that the page about security lists', async () => {
    const roles = ['MailboxSettings.Read', 'Mail.ReadBasic.All', 'Calendars.ReadBasic.All', 'User.Read.All'];
    const tenant = await newTenant({
      mailboxes: 5,
      roles: [...roles, 'AuditLog.Read.All', 'Reports.Read.All', 'Application.Read.All', 'GroupMember.Read.All'],
    });
    const origins = new Set<string>();
    const watched = dispatcher.compose((dispatch) => (options, handler) => {
      origins.add(String(options.origin));
      return dispatch(options, handler);
    });
    const report = [...builtInReports.keys()].join('\n');
    const result = await run(tenant, { inputs: { report }, runner: { dispatcher: watched } });
    expect(result.errors).toEqual([]);
    const destinations = new Map([
      [tenant.authorityHost, 'Sign-in of the cloud'],
      [tenant.graphUrl, 'Microsoft Graph'],
      [tenant.exchangeUrl, 'Exchange Online'],
      [tenant.usageFilesUrl, '`reports.office.com`'],
    ]);
    expect(origins).toEqual(new Set(destinations.keys()));
    const listed = tableBelow(textOf('docs/security.md'), '## Connections').rows.map(([destination]) => destination);
    for (const name of destinations.values()) expect(listed.join()).toContain(name);
  });
});
