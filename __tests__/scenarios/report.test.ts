import { X509Certificate } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { expectedCells, expectedRow, withoutError } from '../support/expected-row.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { UPLOADED } from '../support/action-run.ts';
import { expectNoSecret } from '../support/no-secret.ts';
import { parseJson } from '../../src/json.ts';
import { unzipped } from '../support/zip.ts';
import { type HostileAnswer, hostileGraph } from '../support/hostile-graph.ts';

describe('a report', () => {
  const { credential, newTenant, run, runPackaged } = inProcessScenarios();

  const COLUMNS = [
    'MailboxName',
    'Language',
    'Locale',
    'TimeZone',
    'AutomaticReplyStatus',
    'AutomaticReplyExternalAudience',
    'AutomaticReplyStart',
    'AutomaticReplyEnd',
    'AutomaticReplyActive',
    'DateFormat',
    'TimeFormat',
    'WorkingDays',
    'WorkingHoursStart',
    'WorkingHoursEnd',
    'WorkingHoursTimeZone',
    'DelegateMeetingMessages',
    'ArchiveFolder',
    'UserPurpose',
    'Status',
    'Error',
  ];

  describe('a successful run', () => {
    test('writes a row for every mailbox of the list, in order, with its own values', async () => {
      const tenant = await newTenant({ mailboxes: 700 });
      const result = await runPackaged(tenant, { inputs: { 'max-unreadable': '100%' } });
      expect(result).toMatchObject({ code: 0, stderr: '', errors: [] });
      expect(Object.keys(result.rows[0] ?? {})).toEqual(COLUMNS);
      const wanted = tenant.addresses.map((address) => expectedRow(address, tenant.expected(address)));
      expect(result.rows.map(withoutError)).toEqual(wanted);
      expect(new Set(result.rows.map(({ Status }) => Status))).toEqual(
        new Set(['ok', 'not-found', 'no-mailbox', 'access-denied']),
      );
      expect(wanted.filter(({ AutomaticReplyStart }) => AutomaticReplyStart !== '').length).toBeGreaterThan(10);
    });

    test('sets its outputs', async () => {
      const tenant = await newTenant();
      const result = await run(tenant, { inputs: { 'max-unreadable': '100%' } });
      const read = tenant.addresses.filter((address) => tenant.expected(address).status === 'ok').length;
      expect(read).toBeGreaterThan(40);
      expect(result.outputs).toMatchObject({
        result: 'pass',
        'mailbox-count': '60',
        'read-count': String(read),
        'unreadable-count': String(60 - read),
        'certificate-days-left': '365',
      });
      const { validTo } = new X509Certificate(credential().certificate);
      expect(result.outputs['certificate-expires-on']).toBe(new Date(validTo).toISOString().slice(0, 10));
      expect(result.outputs['csv-path']).toBe(
        path.join(result.outputs['output-directory'] ?? '', 'mailbox-settings.csv'),
      );
    });

    test('sends batches of 20, with one token, and no request twice', async () => {
      const tenant = await newTenant({ mailboxes: 205 });
      await run(tenant, { inputs: { 'max-unreadable': '100%' } });
      expect(tenant.counts).toMatchObject({ tokens: 1, batches: 11, singles: 0, items: 205, early: 0 });
    });

    test('writes to the requested folder, and leaves the workspace unchanged', async () => {
      const tenant = await newTenant({ mailboxes: 20 });
      const inputs = { 'max-unreadable': '100%', 'output-directory': 'reports/today' };
      const result = await run(tenant, { inputs });
      expect(result.outputs['output-directory']).toBe(path.join(result.workspace, 'reports', 'today'));
      expect(result.rows).toHaveLength(20);
      expect((await readdir(result.workspace)).sort()).toEqual(['mailboxes.txt', 'reports']);
      expect(await readdir(`${result.workspace}/reports/today`)).toEqual(['mailbox-settings.csv', 'rows.ndjson.gz']);
    });
  });
});

describe('the outcome of a run', () => {
  const { newTenant, run } = inProcessScenarios(UPLOADED);

  /** A tenant of 100 mailboxes, and the number of unreadable ones. */
  async function hundred() {
    const tenant = await newTenant({ mailboxes: 100 });
    const unreadable = tenant.addresses.filter((address) => tenant.expected(address).status !== 'ok').length;
    expect(unreadable).toBeGreaterThan(2);
    return { tenant, unreadable };
  }

  describe('unreadable mailboxes', () => {
    test.each([
      ['as many as a number allows', (unreadable: number) => String(unreadable), 'pass'],
      ['a little more than a percentage allows', (unreadable: number) => `${unreadable - 0.1}%`, 'incomplete'],
      ['more than two percent, which is the default', () => undefined, 'incomplete'],
    ])('%s', async (_, maxUnreadable, wanted) => {
      const { tenant, unreadable } = await hundred();
      const allowed = maxUnreadable(unreadable);
      const inputs = allowed === undefined ? {} : { 'max-unreadable': allowed };
      const { code, outputs, errors, rows, summary } = await run(tenant, { inputs });
      expect(code).toBe(wanted === 'pass' ? 0 : 1);
      expect(outputs).toMatchObject({
        result: wanted,
        'mailbox-count': '100',
        'read-count': String(100 - unreadable),
        'unreadable-count': String(unreadable),
      });
      expect(rows).toHaveLength(100);
      expect(summary).toMatch(
        new RegExp(`^## Mailbox Report: ${wanted}${wanted === 'pass' ? `, ${unreadable} not read` : ''}\\n`),
      );
      const error: unknown = expect.stringMatching(
        `${unreadable} of 100 .*"max-unreadable" allows ${allowed ?? '2%, at least 1'}\\.`,
      );
      expect(errors.map(({ message }) => message)).toEqual(wanted === 'pass' ? [] : [error]);
      // The report is complete and uploaded before the step fails.
      expect(tenant.artifacts().map(({ id }) => String(id))).toEqual([outputs['artifact-id']]);
      expect(Object.keys(outputs).sort()).toEqual([
        'artifact-digest',
        'artifact-id',
        'artifact-url',
        'certificate-days-left',
        'certificate-expires-on',
        'csv-path',
        'mailbox-count',
        'output-directory',
        'read-count',
        'result',
        'unreadable-count',
      ]);
    });
  });

  test('a run that ends with an error sets the outputs that it knows', async () => {
    const tenant = await newTenant();
    const { outputs } = await run(tenant, { inputs: { mailboxes: 'none.txt' } });
    expect(Object.keys(outputs).sort()).toEqual(['certificate-days-left', 'certificate-expires-on', 'result']);
    expect(outputs.result).toBe('error');
  });
});

describe('the log', () => {
  const { credential, newTenant, run, runPackaged } = inProcessScenarios();

  const inputs = { 'max-unreadable': '100%' };

  describe('the log', () => {
    test.concurrent('shows the progress every few seconds', async () => {
      const tenant = await newTenant({ mailboxes: 1000, latency: { batch: 2800 } });
      const { log } = await runPackaged(tenant, { inputs });
      const lines = log.split('\n').filter((line) => / mailboxes, .*\/s/.test(line));
      expect(lines.length).toBeGreaterThanOrEqual(2);
      expect(lines[0]).toMatch(/^\d+ \/ 1,000 mailboxes, \d+\/s, .* s left$/);
      expect(lines.at(-1)).toMatch(/^1,000 \/ 1,000 mailboxes, \d+\/s, 0 s left$/);
    });

    test.concurrent('has one group for each phase, then a line about uploads and three about the result', async () => {
      const uploaded = { ...inputs, ...UPLOADED, formats: 'html' };
      const { stdout } = await runPackaged(await newTenant(), { inputs: uploaded });
      const phases = [
        ['Settings', 'mailboxes: mailboxes.txt'],
        ['Sign in', `certificate ${credential().thumbprint}`],
        ['Mailbox list', '60 mailboxes in mailboxes.txt'],
        ['Read the mailboxes', '60 / 60 mailboxes, '],
        ['Findings', ' of 60 mailboxes in '],
      ] as const;
      const groups = [...stdout.matchAll(/^::group::(.*)\n([\s\S]*?)^::endgroup::$/gm)];
      expect(groups.map(([, name]) => name)).toEqual(phases.map(([name]) => name));
      for (const [at, [, line]] of phases.entries()) expect(groups[at]?.[2]).toContain(line);
      const outside = stdout.replaceAll(/^::group::[\s\S]*?^::endgroup::$/gm, '');
      expect(outside.match(/^\w.*$/gm)).toEqual([
        'Uploading mailbox-report and mailbox-report.html',
        expect.stringMatching(/^Result: pass/),
        expect.stringMatching(/^Report page: /),
        expect.stringMatching(/^Artifact: /),
      ]);
      expect(outside).toMatch(/^::debug::Finished uploading artifact content/m);
    });

    test.each([
      ['passes', { 'max-unreadable': '100%' }, 0],
      ['fails', { 'max-unreadable': '0' }, 1],
    ] as const)('ends with the result, the page and the artifact if the run %s', async (_, limits, exitCode) => {
      const tenant = await newTenant();
      const { log, code, outputs } = await run(tenant, {
        inputs: { ...limits, ...UPLOADED, formats: 'html' },
      });
      expect(code).toBe(exitCode);
      const page = tenant.artifacts().find(({ name }) => name === 'mailbox-report.html');
      const url = (id: unknown) => String(outputs['artifact-url']).replace(/\d+$/, String(id));
      const lines = log.split('\n').slice(-3);
      expect(lines[0]).toMatch(new RegExp(`^Result: ${outputs.result}\\b`));
      expect(lines.slice(1)).toEqual([`Report page: ${url(page?.id)}`, `Artifact: ${outputs['artifact-url']}`]);
    });

    test('names the folder on the runner if nothing is uploaded', async () => {
      const { log, outputs } = await run(await newTenant(), {
        inputs: { ...inputs, formats: 'html' },
      });
      const lines = log.split('\n').slice(-2);
      for (const line of lines) expect(line).toContain(outputs['output-directory']);
    });

    test('ends with the result if nothing could be read', async () => {
      const { log } = await run(await newTenant(), { inputs: { 'tenant-id': '-' } });
      expect(log.split('\n').at(-1)).toBe('Result: error');
    });

    test('has warnings for at most ten unreadable mailboxes, at their lines of the list, and counts the others', async () => {
      const tenant = await newTenant({ mailboxes: 400 });
      const list = `# a comment\n\n${tenant.addresses.join('\n')}\n`;
      const { warnings, rows, log } = await run(tenant, { inputs, files: { 'mailboxes.txt': list } });
      expect(warnings).toHaveLength(10);
      for (const { message, properties } of warnings) {
        const address = list.split('\n')[Number(properties.line) - 1] ?? '';
        expect(properties.file).toBe('mailboxes.txt');
        expect(message.startsWith(`${address}: `)).toBe(true);
        expect(properties.title).toContain(tenant.expected(address).status);
      }
      const unreadable = rows.filter(({ Status }) => Status !== 'ok').length;
      expect(log).toContain(`${unreadable} mailboxes could not be read`);
    });

    test('has the request ids of failures only with debug logging', async () => {
      // A tenant for each run, since the faults depend on the number of requests.
      const faults = { item503: { rate: 0.1, retryAfter: 0.1 } };
      const quiet = await run(await newTenant({ faults }), { inputs });
      const debug = await runPackaged(await newTenant({ faults }), { inputs, env: { RUNNER_DEBUG: '1' } });
      expect(quiet.printed).not.toContain('request-id');
      const lines = debug.stdout.split('\n').filter((line) => line.startsWith('::debug::'));
      const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
      const failure = new RegExp(
        `^::debug::\\S+@contoso\\.com: \\w+.* \\(request-id (?:${id}|none), client-request-id ${id}\\)`,
      );
      expect(lines.filter((line) => failure.test(line)).length).toBeGreaterThan(3);
      expect(lines.some((line) => line.endsWith(', will be retried'))).toBe(true);
      expect(lines.some((line) => new RegExp(`request-id ${id}, `).test(line))).toBe(true);
      expectNoSecret(debug, credential());
    });

    test.concurrent('masks each secret before it is used, and contains none', async () => {
      const tenant = await newTenant({ mailboxes: 1000, latency: { batch: 100 } });
      let reads = 0;
      tenant.watch(() => {
        if (++reads === 60) tenant.revokeTokens();
      });
      const result = await runPackaged(tenant, { inputs });
      expect(result.code).toBe(0);
      expect(tenant.counts.tokens).toBe(2);
      const { pfx, password } = credential();
      expect(result.masked.slice(0, 2)).toEqual([pfx, password]);
      // An assertion and a token for each sign-in.
      expect(result.masked.filter((secret) => /^ey[\w-]+\.[\w-]+\.[\w-]+$/.test(secret))).toHaveLength(4);
      const first = result.stdout.split('\n').findIndex((line) => !line.startsWith('::add-mask::'));
      expect(first).toBeGreaterThanOrEqual(2);
      expectNoSecret(result, credential());
    });

    test('masks the lines of a PFX that has line breaks', async () => {
      const lines = credential().pfx.match(/.{1,76}/g) ?? [];
      const { code, masked } = await run(await newTenant(), { inputs: { ...inputs, pfx: lines.join('\n') } });
      expect(code).toBe(0);
      expect(masked).toEqual(expect.arrayContaining(lines));
    });
  });
});

describe('the summary', () => {
  const { credential, newTenant, run } = inProcessScenarios();

  const MOST_BYTES = 900 * 1024;
  const inputs = { 'max-unreadable': '100%' };

  describe('the job summary', () => {
    test('has result, highlights, counts, distribution, unreadable mailboxes by cause, certificate and throttling', async () => {
      const tenant = await newTenant({ mailboxes: 300 });
      const reports = { report: 'mailbox-settings\ninbox-rules', formats: 'json', ...UPLOADED };
      const result = await run(tenant, { inputs: { ...reports, 'max-unreadable': '50' } });
      const { summary, rows } = result;
      const read = rows.filter(({ Status }) => Status === 'ok').length;
      expect(summary).toMatch(/^## Mailbox Report: pass, 17 not read\n/);
      expect(summary).toContain(`| 300 | ${read} | ${300 - read} |`);
      expect(summary).toContain(`Certificate \`${credential().thumbprint}\`: 365 days left, until 20`);
      expect(summary).toMatch(/<summary>Run: 300 mailboxes in \d+ s, .* mailboxes a second<\/summary>/);
      expect(summary).toContain('No throttling.');
      const sending = result.rowsOf('inbox-rules').filter(({ Status, Enabled, ExternalTargets = '' }) => {
        return Status === 'ok' && Enabled === 'true' && !['', 'inconclusive'].includes(ExternalTargets);
      });
      const senders = new Set(sending.map(({ MailboxName }) => MailboxName)).size;
      expect(senders).toBeGreaterThan(5);
      expect(summary).toContain(`| Rule forwards outside | ${senders} mailboxes, ${sending.length} inbox rules |`);
      const text = unzipped(tenant.artifacts()[0]?.bytes).get('mailbox-report.json')?.toString('utf8') ?? '';
      expect(parseJson(text)).toMatchObject({
        highlights: expect.arrayContaining([
          {
            report: 'inbox-rules',
            title: 'Rule forwards outside',
            unit: 'inbox rule',
            mailboxes: senders,
            rows: sending.length,
          },
        ]),
      });
      // An unknown cell has another type than the word of the CSV.
      expect(text).not.toMatch(/"(?:ExternalTargets|Hides)":"/);
      expect(text).toMatch(/"ExternalTargets":null,.*"Inconclusive":\["ExternalTargets"\]/);
      const ok = tenant.addresses.map((address) => tenant.expected(address)).filter(({ status }) => status === 'ok');
      const [header = [], , lists = []] = (/<summary>Settings: .*<\/summary>\n\n((?:\|.*\n)+)/.exec(summary)?.[1] ?? '')
        .split('\n')
        .map((line) => line.split('|').map((cell) => cell.trim()));
      for (const [title, column] of [
        ['Time zones', 'TimeZone'],
        ['Languages', 'Language'],
        ['Automatic replies', 'AutomaticReplyStatus'],
      ] as const) {
        const folded = ok.map((expected) => (expectedCells(expected)[column] ?? '').toLowerCase());
        const list = lists[header.indexOf(title)] ?? '';
        const values = [...list.matchAll(/(?:^|<br>)([^<]+): (\d+) \(\d+(?:\.\d)?%\)/g)];
        const [[, top = '', count] = []] = values;
        expect(folded.filter((value) => value === top.toLowerCase())).toHaveLength(Number(count));
        expect(values.reduce((sum, [, , number = '0']) => sum + Number(number), 0)).toBe(read);
      }
      for (const status of ['not-found', 'no-mailbox', 'access-denied']) {
        const number = rows.filter(({ Status }) => Status === status).length;
        expect(number).toBeGreaterThan(0);
        expect(summary).toContain(`| \`${status}\` | ${number} mailbox`);
      }
    });

    test('names no mailbox with counts, and neither does the log', async () => {
      const tenant = await newTenant({ mailboxes: 100 });
      const { summary, printed } = await run(tenant, { inputs: { ...inputs, summary: 'counts' } });
      expect(summary).toMatch(/\| `not-found` \| \d/);
      const printedText = `${summary}\n${printed}`.toLowerCase();
      expect(tenant.addresses.filter((address) => printedText.includes(address.toLowerCase()))).toEqual([]);
    });

    test('is not written with none, after success or error', async () => {
      const tenant = await newTenant();
      const [good, bad] = await Promise.all([
        run(tenant, { inputs: { ...inputs, summary: 'none' } }),
        run(tenant, { inputs: { summary: 'none', cloud: 'mars' } }),
      ]);
      expect(good).toMatchObject({ code: 0, summary: '' });
      expect(bad).toMatchObject({ code: 1, summary: '' });
    });

    test('stays below its limit however many mailboxes are unreadable, and links to the others', async () => {
      const tenant = await newTenant({ mailboxes: 1 });
      const long = 'a'.repeat(200);
      const addresses = Array.from({ length: 6000 }, (_, at) => `${long}${at}@contoso.com`);
      const { summary, rows, outputs } = await run({ ...tenant, addresses }, { inputs: { ...inputs, ...UPLOADED } });
      expect(rows).toHaveLength(6000);
      expect(outputs['unreadable-count']).toBe('6000');
      expect(Buffer.byteLength(summary)).toBeLessThan(MOST_BYTES);
      expect(summary).toMatch(/<details>/);
      expect(summary).toMatch(/and 5,\d{3} more: see the CSV/);
      expect(summary).toContain('/artifacts/');
    });

    test('states the cause if nothing could be read', async () => {
      const { summary } = await run(await newTenant(), { inputs: { 'client-id': 'app | <b>' } });
      expect(summary).toMatch(/^## Mailbox Report: error\n\n\*\*`INPUT_INVALID`:\*\* .*client-id/);
      expect(summary).not.toContain('<b>');
    });
  });
});

describe('the CSV files', () => {
  const { newTenant, run, runPackaged } = inProcessScenarios();

  const HOSTILE = [
    `=cmd|' /C calc'!A0`,
    '+1+1',
    '-2+3',
    '@SUM(1+1)*cmd',
    '\t=1+1',
    '\r=1+1',
    'a;=1+1;b',
    '\0=1+1',
    'a "quoted", text',
    'first\r\nsecond\n::error::third',
    '::add-mask::mailbox',
    '##[error]no',
    '<script>alert(1)</script> | [x](https://evil.example) ![i](https://evil.example)',
    'Ελληνικά 日本語 \u{1F4EC}',
  ] as const;

  const ADDRESSES = HOSTILE.map((_, at) => `${['=', '+', '-', ''][at % 4] ?? ''}user${at}@contoso.com`);

  /** A cell that a spreadsheet evaluates unless an apostrophe precedes it. */
  const FORMULA = /^\0?[=+\-@\t\r\n]/;

  const answers: readonly HostileAnswer[] = HOSTILE.map((text, at) =>
    at % 2 === 0
      ? { status: 200, body: { language: { displayName: text, locale: text }, timeZone: text, dateFormat: text } }
      : { status: 404, body: { error: { code: text, message: text } } },
  );
  const server = hostileGraph(answers);
  afterAll(async () => {
    await (await server).close();
  });

  async function hostileRun(runIn: typeof run | typeof runPackaged = run) {
    const { origin } = await server;
    const tenant = await newTenant();
    return runIn(
      { ...tenant, authorityHost: origin, graphUrl: origin, addresses: ADDRESSES },
      { inputs: { 'max-unreadable': '100%' } },
    );
  }

  test('neutralises formulas and changes nothing else', async () => {
    const { code, rows } = await hostileRun();
    expect(code).toBe(0);
    expect(rows).toHaveLength(HOSTILE.length);
    expect(rows.flatMap((row) => Object.values(row)).filter((cell) => FORMULA.test(cell))).toEqual([]);
    expect(rows.map(({ MailboxName = '' }) => MailboxName.replace(/^'/, ''))).toEqual(ADDRESSES);
    // A spreadsheet that splits at tabs or semicolons turns the parts into cells.
    const defused = (text: string): string =>
      (FORMULA.test(text) ? "'" : '') + text.replaceAll(/(?<=[,;\t\r\n])[=+\-@]/g, "'$&");
    const cells = rows.map(({ Language, Locale, TimeZone, Status, Error }) => [
      Language,
      Locale,
      TimeZone,
      Status,
      Error,
    ]);
    expect(cells).toEqual(
      HOSTILE.map((text, at) =>
        at % 2 === 0
          ? [defused(text), defused(text), defused(text), 'ok', '']
          : ['', '', '', 'not-found', defused(`${text}: ${text}`)],
      ),
    );
  });

  test('keeps hostile text out of workflow commands and out of the markup of the summary', async () => {
    const { annotations, masked, log, summary, warnings } = await hostileRun(runPackaged);
    expect(annotations.map(({ level }) => level)).not.toContain('error');
    expect(warnings.map(({ properties }) => properties.file)).toEqual(warnings.map(() => 'mailboxes.txt'));
    expect(masked).not.toContain('mailbox');
    expect(log).not.toMatch(/##\[error\]/);
    expect(summary).not.toMatch(/<script|\]\(https:\/\/evil|^::/m);
    expect(summary).toContain('Ελληνικά 日本語 \u{1F4EC}');
  });

  test('writes every file with semicolons, if "csv" says so', async () => {
    const tenant = await newTenant({ mailboxes: 30 });
    const policy = 'rules:\n  - { id: r, title: t, expect: { AutomaticReplyStatus: { const: disabled } } }\n';
    const inputs = { 'max-unreadable': '100%', 'fail-on': 'never', policy: 'policy.yml' };
    const [commas, semicolons] = await Promise.all([
      run(tenant, { inputs, files: { 'policy.yml': policy } }),
      run(tenant, { inputs: { ...inputs, csv: 'excel-semicolon' }, files: { 'policy.yml': policy } }),
    ]);
    for (const file of ['mailbox-settings.csv', 'violations.csv']) {
      const [comma, semicolon] = [commas, semicolons].map(({ outputs }) =>
        readFileSync(path.join(outputs['output-directory'] ?? '', file), 'utf8'),
      );
      expect(parse(semicolon ?? '', { bom: true, delimiter: ';' })).toEqual(parse(comma ?? '', { bom: true }));
      expect(semicolon).not.toBe(comma);
    }
  });

  test('writes UTF-8 with CRLF, and a byte order mark unless "csv" is plain', async () => {
    const tenant = await newTenant({ mailboxes: 30 });
    const inputs = { 'max-unreadable': '100%' };
    const [marked, plain] = await Promise.all([
      run(tenant, { inputs }),
      run(tenant, { inputs: { ...inputs, csv: 'plain' } }),
    ]);
    expect(marked.csv?.startsWith('\uFEFFMailboxName,Language,')).toBe(true);
    expect(plain.csv?.startsWith('MailboxName,Language,')).toBe(true);
    expect(marked.csv?.slice(1)).toBe(plain.csv);
    // No value of these mailboxes spans lines, so each CRLF ends a record, and there is no other line end.
    expect(plain.csv?.match(/\r\n/g)).toHaveLength(31);
    expect(plain.csv?.endsWith('\r\n')).toBe(true);
    expect(plain.csv?.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  });
});
