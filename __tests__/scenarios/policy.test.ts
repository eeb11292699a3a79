import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isRecord, textIn } from '../../src/json.ts';
import type { Expected, Tenant } from '../../tenant/tenant.ts';
import { actionInterface } from '../docs/action-yml.ts';
import { UPLOADED, type Annotation, type RunOutcome } from '../support/action-run.ts';
import { expectedCells } from '../support/expected-row.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { junitErrors } from '../support/junit-schema.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { sarifErrors, sarifSchemaErrors } from '../support/sarif-schema.ts';
import { until } from '../support/scenario.ts';
import { unzipped } from '../support/zip.ts';
import { newFolder } from '../support/new-folder.ts';

const { newTenant, run, runPackaged } = inProcessScenarios();

const REPLIES = `rules:
  - id: no-external-replies
    title: Automatic replies stay inside
    expect: { AutomaticReplyExternalAudience: { enum: [NONE, contactsonly] } }
`;
const INSIDE = ['none', 'contactsonly'];
const NEVER = { 'max-unreadable': '100%' };

/** The environment with an event file, as the runner sets it. */
async function eventIn(event: string): Promise<{ readonly GITHUB_EVENT_PATH: string }> {
  const file = path.join(newFolder(), 'event.json');
  await writeFile(file, event);
  return { GITHUB_EVENT_PATH: file };
}

interface Wanted {
  readonly policy: string;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly files?: Readonly<Record<string, string>>;
}

function runPolicy(tenant: Tenant, wanted: Wanted): Promise<RunOutcome> {
  return run(tenant, optionsOf(wanted));
}

function optionsOf({ policy, inputs = {}, env = {}, files = {} }: Wanted) {
  return {
    files: { 'policy.yml': policy, ...files },
    inputs: { ...NEVER, policy: 'policy.yml', ...inputs },
    env,
  };
}

/** In lower case, since the case in Graph varies. */
function audienceOf(expected: Expected): string {
  return (expectedCells(expected).AutomaticReplyExternalAudience ?? '').toLowerCase();
}

/** The mailboxes that violate the rule of `REPLIES`, by the data of the tenant. */
function outward(tenant: Tenant): string[] {
  return tenant.addresses.filter((address) => {
    const expected = tenant.expected(address);
    return expected.status === 'ok' && !INSIDE.includes(audienceOf(expected));
  });
}

function named(found: readonly Annotation[], tenant: Tenant): string[] {
  const all = found.map(({ message, properties }) => message + JSON.stringify(properties)).join('\n');
  return tenant.addresses.filter((address) => all.includes(address));
}

async function fileOf(result: RunOutcome, name: string): Promise<string> {
  return readFile(path.join(result.outputs['output-directory'] ?? '', name), 'utf8');
}

describe('a rule', () => {
  test('that is violated fails the step, annotates ten lines of the list at most, and each row has its verdict', async () => {
    const tenant = await newTenant({ mailboxes: 100 });
    const inputs = { ...UPLOADED, formats: 'csv, json, sarif, junit' };
    const result = await runPackaged(tenant, optionsOf({ policy: REPLIES, inputs }));
    const broken = outward(tenant);
    expect(broken.length).toBeGreaterThan(5);
    expect(result.code).toBe(1);
    expect(result.outputs).toMatchObject({
      result: 'violations',
      'violation-count': String(broken.length),
      'exempt-count': '0',
    });
    // Everything is known by then, except for a comparison without an earlier report, controls without rules, and the link to a page.
    const unknown = [
      'change-count',
      'compared-run-url',
      'new-violation-count',
      'new-warning-count',
      'report-url',
      'resolved-count',
      'unlisted-count',
      'unmet-control-count',
    ];
    const known = actionInterface().outputs.filter((name) => !unknown.includes(name));
    expect(Object.keys(result.outputs).sort()).toEqual(known.toSorted());
    const header = result.csv?.replace(/^\uFEFF/, '').split('\r\n', 1)[0];
    expect(header).toMatch(/,Status,Error,Verdict,Violations$/);
    expect(result.rows.map(({ Verdict, Violations }) => [Verdict, Violations])).toEqual(
      tenant.addresses.map((address) => {
        if (tenant.expected(address).status !== 'ok') return ['inconclusive', ''];
        return broken.includes(address) ? ['fail', 'no-external-replies'] : ['pass', ''];
      }),
    );
    expect(result.rowsOf('violations')).toEqual(
      broken.map((address) => ({
        Rule: 'no-external-replies',
        Title: expect.stringMatching(/./),
        Severity: 'error',
        Report: 'mailbox-settings',
        MailboxName: address,
        Item: '',
        Message: expect.stringMatching(/answer (?:everyone outside|is not set)/),
        Column: 'AutomaticReplyExternalAudience',
        Found: expectedCells(tenant.expected(address)).AutomaticReplyExternalAudience ?? '',
        Expected: 'none or contactsOnly',
        Verdict: 'fail',
        Since: '',
        Exemption: '',
      })),
    );
    const files = unzipped(tenant.artifacts()[0]?.bytes);
    expect([...files.keys()].sort()).toEqual([
      'baseline.csv',
      'mailbox-report.json',
      'mailbox-report.junit.xml',
      'mailbox-report.sarif',
      'mailbox-settings.csv',
      'policy.yml',
      'rows.ndjson.gz',
      'violations.csv',
    ]);
    const last = result.errors.at(-1);
    expect(last).toMatchObject({ properties: { title: 'VIOLATIONS' } });
    expect(last?.message).toContain(`${broken.length} violations of 1 rule`);
    const marked = result.errors.filter(({ properties }) => properties.file === 'mailboxes.txt');
    expect(result.errors.length).toBeLessThanOrEqual(10);
    expect(marked.length).toBeGreaterThan(5);
    for (const { message, properties } of marked) {
      const address = tenant.addresses[Number(properties.line) - 1] ?? '';
      expect(broken).toContain(address);
      expect(message).toContain(address);
      expect(message).toMatch(/answer (?:everyone outside|is not set)/);
    }
    expect(result.log).toMatch(new RegExp(`The policy found ${broken.length} violations`));
    expect(result.summary).toContain('## Mailbox Report: violations');
    expect(result.summary).toContain('`no-external-replies`');
    const places = [
      '`no-external-replies`',
      '<summary>Mailboxes with most violations: ',
      '<summary>Settings: ',
      '| Mailboxes | Read |',
    ];
    const found = places.map((place) => result.summary.indexOf(place));
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((one, other) => one - other));
  });

  test('leaves ten annotated lines in all, errors first', async () => {
    const tenant = await newTenant({ mailboxes: 80 });
    const policy = `${REPLIES}  - { id: zone, title: Zone, severity: warning, expect: { TimeZone: { const: Nowhere } } }\n`;
    const list = `${tenant.addresses.join('\n')}\n${tenant.addresses[0] ?? ''}\n`;
    const result = await runPolicy(tenant, { policy, files: { 'mailboxes.txt': list } });
    const marked = [...result.errors, ...result.warnings].filter(({ properties }) => properties.file !== undefined);
    expect(marked).toHaveLength(10);
    expect(new Set(marked.map(({ properties }) => properties.title?.replace(/:.*/, '')))).toEqual(
      new Set(['Policy', 'Repeated mailboxes']),
    );
  });

  test('with fail-on: never ends with exit code 0 and the same outputs', async () => {
    const tenant = await newTenant({ mailboxes: 100 });
    const result = await runPolicy(tenant, { policy: REPLIES, inputs: { 'fail-on': 'never' } });
    expect(result).toMatchObject({ code: 0, errors: [] });
    expect(result.outputs).toMatchObject({ result: 'violations', 'violation-count': String(outward(tenant).length) });
    expect(result.warnings.map(({ properties }) => properties.title)).toContain('VIOLATIONS');
  });

  test('of severity warning gives warnings and never fails', async () => {
    const tenant = await newTenant({ mailboxes: 100 });
    const result = await runPolicy(tenant, { policy: `${REPLIES}    severity: warning\n` });
    expect(result).toMatchObject({ code: 0, errors: [] });
    expect(result.outputs).toMatchObject({ result: 'pass', 'violation-count': '0' });
    const warned = result.rows.filter(({ Verdict }) => Verdict === 'warn').map(({ MailboxName }) => MailboxName);
    expect(warned).toEqual(outward(tenant));
    expect(result.warnings.some(({ properties }) => properties.title === 'Policy: no-external-replies')).toBe(true);
  });

  test('about a report that is not requested adds the report', async () => {
    const tenant = await newTenant({ mailboxes: 100 });
    const policy = `rules:
  - id: no-forwarding
    report: inbox-rules
    title: Nothing goes outside
    expect: { ExternalTargets: { maxItems: 0 } }
`;
    const result = await runPolicy(tenant, { policy });
    expect(result.log).toMatch(/policy needs it: inbox-rules \(MailboxSettings\.Read\)$/m);
    const rules = result.rowsOf('inbox-rules');
    const unknown = (row: Readonly<Record<string, string>>): boolean =>
      row.Status !== 'ok' || row.ExternalTargets === 'inconclusive';
    expect(rules.map(({ Verdict }) => Verdict)).toEqual(
      rules.map((row) => (unknown(row) ? 'inconclusive' : row.ExternalTargets === '' ? 'pass' : 'fail')),
    );
    const verdicts = new Set(rules.map(({ Status, Verdict }) => `${Status} ${Verdict}`));
    for (const verdict of ['ok pass', 'ok fail', 'ok inconclusive']) expect(verdicts).toContain(verdict);
    // A report without rules has blank verdict columns.
    expect(new Set(result.rowsOf('mailbox-settings').map(({ Verdict }) => Verdict))).toEqual(new Set(['']));
  });
});

describe('the result of a run', () => {
  test('is violations before it is incomplete, and reports both', async () => {
    const tenant = await newTenant({ mailboxes: 100 });
    const inputs = { 'max-unreadable': '0', formats: 'html, json' };
    const result = await runPolicy(tenant, { policy: REPLIES, inputs });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'violations' } });
    expect(Number(result.outputs['violation-count'])).toBe(outward(tenant).length);
    const last = result.errors.at(-1);
    expect(last?.properties.title).toBe('VIOLATIONS');
    const unreadable = result.rows.filter(({ Status }) => Status !== 'ok').length;
    expect(Number(result.outputs['unreadable-count'])).toBe(unreadable);
    const incomplete = `${unreadable} of 100 mailboxes could not be read; "max-unreadable" allows 0.`;
    expect(last?.message).toMatch(/^\d+ violations of 1 rule/);
    expect(last?.message).toContain(incomplete);
    // The findings are errors too, beside the error with the reason of the failure.
    const titles = new Set(result.errors.slice(0, -1).map(({ properties }) => properties.title));
    expect(titles).toEqual(new Set(['Policy: no-external-replies']));
    expect(result.summary).toMatch(/^## Mailbox Report: violations\n/);
    const report: unknown = JSON.parse(await fileOf(result, 'mailbox-report.json'));
    expect(report).toMatchObject({ result: 'violations', message: expect.stringContaining(incomplete) });
  });

  test('is violations of a warning rule with fail-on: warning', async () => {
    const tenant = await newTenant({ mailboxes: 100 });
    const policy = `${REPLIES}    severity: warning\n`;
    const result = await runPolicy(tenant, { policy, inputs: { 'fail-on': 'warning' } });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'violations', 'violation-count': '0' } });
    expect(result.errors.at(-1)).toMatchObject({
      message: expect.stringContaining(`${outward(tenant).length} warnings of 1 rule`),
      properties: { title: 'VIOLATIONS' },
    });
    expect(result.errors[0]?.properties.title).toBe('Policy: no-external-replies');
  });

  test('is error if the policy is wrong, with line and column, before any request', async () => {
    const tenant = await newTenant({ mailboxes: 20 });
    const policy = REPLIES.replace('AutomaticReplyExternalAudience:', 'AutomaticReplyAudience:');
    const result = await runPolicy(tenant, { policy });
    expect(result).toMatchObject({
      code: 1,
      outputs: { result: 'error' },
      errors: [{ properties: { title: 'POLICY_FILE', file: 'policy.yml', line: '4', col: '15' } }],
    });
    expect(result.errors[0]?.message).toContain('AutomaticReplyExternalAudience');
    expect(tenant.counts).toMatchObject({ tokens: 0, batches: 0 });
  });
});

describe('exemptions', () => {
  const exempting = (patterns: readonly string[], expires: string): string =>
    `${REPLIES}exemptions:\n  - rule: no-external-replies\n    mailboxes: ${JSON.stringify(patterns)}\n` +
    `    reason: Board decision\n    owner: messaging@contoso.com\n    expires: ${expires}\n`;

  test('prevent failures of a mailbox, by address or pattern, and are listed', async () => {
    const tenant = await newTenant({ mailboxes: 60 });
    const [first = '', ...others] = outward(tenant);
    const domain = '*@contoso.onmicrosoft.com';
    const result = await runPolicy(tenant, { policy: exempting([first.toUpperCase(), domain], '2099-12-31') });
    const covered = [first, ...others.filter((address) => address.toLowerCase().endsWith(domain.slice(1)))];
    const exempt = result.rows.filter(({ Verdict }) => Verdict === 'exempt');
    expect(exempt.map(({ MailboxName }) => MailboxName)).toEqual(covered);
    expect(exempt[0]).toMatchObject({ Violations: 'no-external-replies' });
    expect(result.outputs).toMatchObject({
      'exempt-count': String(covered.length),
      'violation-count': String(others.length + 1 - covered.length),
    });
    expect(result.summary).toContain('| `no-external-replies` | 2099-12-31 | in use |');
    expect(result.rowsOf('violations').find(({ MailboxName }) => MailboxName === first)).toMatchObject({
      Verdict: 'exempt',
      Exemption: expect.stringContaining('Board decision'),
    });
  });

  test('count by object ID, Guid and user principal name where the run has read them, also if the list has another name', async () => {
    const tenant = await newTenant({ mailboxes: 60, roles: ['MailboxSettings.Read', 'User.Read.All'] });
    const ids = new Map(
      tenant
        .listed('users', ['id', 'userPrincipalName'])
        .map((user) => [textIn(user, 'userPrincipalName').toLowerCase(), textIn(user, 'id')]),
    );
    const idOf = (address: string | undefined): string => ids.get(address?.toLowerCase() ?? '') ?? '';
    const [first = '', second = ''] = outward(tenant).filter((address) => idOf(address) !== '');
    const list = [first, idOf(second)].join('\n');
    const options = (report: string) => ({
      files: { 'list.txt': list, 'policy.yml': exempting([idOf(first), second], '2099-12-31') },
      inputs: { mailboxes: 'list.txt', policy: 'policy.yml', report, 'max-unreadable': '100%' },
    });
    const both = await run(tenant, options('mailbox-settings\naccounts'));
    expect(both).toMatchObject({
      errors: [],
      outputs: { result: 'pass', 'exempt-count': '2', 'violation-count': '0' },
    });
    expect(both.warnings.map(({ message }) => message).join()).not.toContain('no mailbox of the list');
    const without = await run(tenant, options('mailbox-settings'));
    expect(without.outputs).toMatchObject({ result: 'violations', 'exempt-count': '0' });
    expect(without.warnings.map(({ message }) => message).join()).toMatch(
      /no mailbox of the list: .*IDs are looked up only/,
    );
  });

  test('that cover all violations give a run that passes', async () => {
    const tenant = await newTenant({ mailboxes: 60 });
    const result = await runPolicy(tenant, { policy: exempting(['*'], '2099-12-31') });
    expect(result).toMatchObject({ code: 0, errors: [], outputs: { result: 'pass', 'violation-count': '0' } });
    expect(result.outputs['exempt-count']).toBe(String(outward(tenant).length));
  });

  test('that have expired no longer apply, and the run warns of them', async () => {
    const tenant = await newTenant({ mailboxes: 60 });
    const result = await runPolicy(tenant, { policy: exempting(['*'], '2026-01-31') });
    expect(result).toMatchObject({ code: 1, outputs: { result: 'violations', 'exempt-count': '0' } });
    expect(result.warnings).toContainEqual(
      expect.objectContaining({
        message: expect.stringContaining('no-external-replies (until 2026-01-31)'),
        properties: { file: 'policy.yml', line: '6', col: '5' },
      }),
    );
    expect(result.summary).toContain('**expired**');
  });
});

describe('mailbox names', () => {
  test('are neither in the summary nor in annotations with counts', async () => {
    const tenant = await newTenant({ mailboxes: 100 });
    const [first = ''] = outward(tenant);
    const policy = `${REPLIES}exemptions:\n  - { rule: no-external-replies, mailboxes: ["${first}"], reason: For ${first}, owner: ${first}, expires: 2099-12-31 }\n`;
    const result = await runPolicy(tenant, { policy, inputs: { summary: 'counts' } });
    expect(named(result.annotations, tenant)).toEqual([]);
    expect(tenant.addresses.filter((address) => result.summary.includes(address))).toEqual([]);
    expect(result.summary).toContain('`no-external-replies`');
    expect(
      result.annotations.filter(({ properties: { file } }) => file !== undefined && file !== 'policy.yml'),
    ).toEqual([]);
    expect(result.annotations.map(({ message }) => message)).toContainEqual(
      expect.stringMatching(/^The policy found \d+ violations\.$/),
    );
  });

  test('in a public repository give one warning, by the visibility in the event', async () => {
    const tenant = await newTenant({ mailboxes: 20 });
    for (const [visibility, warned] of [
      ['public', 1],
      ['internal', 0],
    ] as const) {
      const event = JSON.stringify({ repository: { visibility, private: visibility !== 'public' } });
      const result = await runPolicy(tenant, { policy: REPLIES, env: await eventIn(event), inputs: UPLOADED });
      const warnings = result.warnings.filter(({ message }) => message.startsWith('This repository is public'));
      expect(warnings).toHaveLength(warned);
      for (const { message } of warnings) expect(message).toMatch(/"summary" to "counts" and "artifact-name"/);
    }
  });

  test('that are only in the artifact give a warning about the artifact alone', async () => {
    const tenant = await newTenant({ mailboxes: 20 });
    const env = await eventIn('{"repository":{"private":false}}');
    const result = await runPolicy(tenant, { policy: REPLIES, env, inputs: { ...UPLOADED, summary: 'counts' } });
    const [warning] = result.warnings.filter(({ message }) => message.startsWith('This repository is public'));
    expect(warning?.message).toContain('everybody can see the artifact, which');
    const hidden = await runPolicy(tenant, { policy: REPLIES, env, inputs: { summary: 'counts' } });
    expect(hidden.warnings.filter(({ message }) => message.startsWith('This repository is public'))).toEqual([]);
  });
});

describe('files', () => {
  test('contain everything as JSON, and a case for each mailbox that fails or is unread as JUnit readers accept it', async () => {
    const tenant = await newTenant({ mailboxes: 60 });
    const [exempt = '', ...others] = outward(tenant);
    const unreadable = tenant.addresses.filter((address) => tenant.expected(address).status !== 'ok');
    const exemption = (mailbox: string, expires: string): string =>
      `  - { rule: no-external-replies, mailboxes: ["${mailbox}"], reason: r, owner: o, expires: ${expires} }\n`;
    const policy = `${REPLIES}exemptions:\n${exemption(exempt, '2099-12-31')}${exemption(others[0] ?? '', '2026-01-31')}${exemption('nobody@x.y', '2099-12-31')}`;
    const result = await runPolicy(tenant, { policy, inputs: { formats: 'json, junit', 'max-unreadable': '50%' } });
    const report: unknown = JSON.parse(await fileOf(result, 'mailbox-report.json'));
    expect(report).toMatchObject({
      version: 1,
      lists: ['mailboxes.txt'],
      policy: { file: 'policy.yml' },
      result: 'violations',
      message: expect.stringContaining(`${others.length} violation`),
      maxUnreadable: '50%',
      failOn: 'error',
      counts: {
        mailboxes: 60,
        read: 60 - unreadable.length,
        unreadable: unreadable.length,
        repeated: 0,
        violations: others.length,
        warnings: 0,
        known: 0,
        exempt: 1,
        inconclusive: unreadable.length,
      },
      exemptions: [
        { rule: 'no-external-replies', state: 'in-use', covered: 1, missed: 0, endsSoon: false },
        { state: 'expired', covered: 0, missed: 1 },
        { state: 'unused', covered: 0, missed: 0 },
      ],
    });
    const mailboxes = isRecord(report) && Array.isArray(report.mailboxes) ? report.mailboxes.filter(isRecord) : [];
    expect(mailboxes.map(({ mailbox, line }) => [mailbox, line])).toEqual(
      tenant.addresses.map((address, at) => [address, at + 1]),
    );
    const found = mailboxes.flatMap(({ mailbox, findings }) =>
      (Array.isArray(findings) ? findings.filter(isRecord) : []).map(({ verdict }) => [mailbox, verdict]),
    );
    expect(found).toEqual(outward(tenant).map((address) => [address, address === exempt ? 'exempt' : 'fail']));
    const junit = await fileOf(result, 'mailbox-report.junit.xml');
    expect(await junitErrors(junit)).toEqual([]);
    expect(junit).toContain(' tests="60" ');
    expect(junit.match(/<testcase /g)).toHaveLength(others.length + unreadable.length);
    expect(junit.match(/<failure /g)).toHaveLength(others.length);
  });

  test('of SARIF are accepted by code scanning, and keep their fingerprints between runs', async () => {
    const tenant = await newTenant({ mailboxes: 60 });
    const inputs = { formats: 'sarif' };
    const first = await runPolicy(tenant, { policy: REPLIES, inputs });
    const file = path.join(first.outputs['output-directory'] ?? '', 'mailbox-report.sarif');
    expect(await sarifErrors(file)).toEqual([]);
    const moved = `# a comment\n${tenant.addresses.toReversed().join('\n')}\n`;
    const second = await runPolicy(tenant, { policy: REPLIES, inputs, files: { 'mailboxes.txt': moved } });
    const prints = async (result: RunOutcome): Promise<string[]> =>
      [...(await fileOf(result, 'mailbox-report.sarif')).matchAll(/"primaryLocationLineHash":\s*"([^"]+)"/g)]
        .map(([, print = '']) => print)
        .sort();
    expect(await prints(second)).toEqual(await prints(first));
    expect(new Set(await prints(first)).size).toBe(outward(tenant).length);
  });

  test('of a run that is cancelled are complete', async () => {
    const tenant = await newTenant({ mailboxes: 900, latency: { batch: 300 } });
    const stop = new AbortController();
    const running = run(tenant, {
      files: { 'policy.yml': REPLIES },
      inputs: { policy: 'policy.yml', formats: 'json, sarif, junit' },
      runner: { signal: stop.signal },
    });
    await until(() => tenant.counts.batches > 24);
    stop.abort();
    const result = await running;
    expect(result).toMatchObject({ code: 1, outputs: { result: 'violations' } });
    expect(result.errors.at(-1)?.message).toContain('The run was cancelled: ');
    expect(result.summary).toMatch(/^## Mailbox Report: violations \(cancelled\)/);
    const report: unknown = JSON.parse(await fileOf(result, 'mailbox-report.json'));
    expect(report).toMatchObject({ mailboxes: expect.any(Array) });
    expect(await sarifSchemaErrors(JSON.parse(await fileOf(result, 'mailbox-report.sarif')))).toEqual([]);
    expect(await fileOf(result, 'mailbox-report.junit.xml')).toMatch(/<\/testsuites>\s*$/);
    expect(parsedCsv(await fileOf(result, 'mailbox-settings.csv'))).toHaveLength(900);
  });
});

test('a run warns of rules that check nothing and of exemptions without limits, as validate does', async () => {
  const policy = `rules:
  - { id: nothing, title: Nothing, expect: { TimeZone: { pattern: '' } } }
  - { id: zone, title: UTC, expect: { TimeZone: { const: UTC } } }
exemptions:
  - { rule: zone, mailboxes: ['*'], reason: All, owner: o@contoso.com, expires: 9999-12-31 }
`;
  const result = await runPolicy(await newTenant(), { policy });
  const found = result.warnings.flatMap(({ message, properties: { file, line } }) =>
    file === 'policy.yml' ? [[line, message]] : [],
  );
  expect(found).toEqual([
    ['2', expect.stringContaining('"nothing" checks nothing about "TimeZone"')],
    ['5', expect.stringContaining('until 9999-12-31')],
    ['5', expect.stringContaining('applies to every mailbox: "*"')],
  ]);
  expect(result.summary).toContain('checks nothing about');
});
