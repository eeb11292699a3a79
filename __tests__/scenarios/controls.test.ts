import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { parseEvidence, type Evidence } from '../../src/controls/evidence.ts';
import { parseJson, property } from '../../src/json.ts';
import { FRIENDLY } from '../../tenant/habits.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { UPLOADED, type RunOutcome } from '../support/action-run.ts';
import { evidenceIn } from '../support/control-sums.ts';
import { expectedCells } from '../support/expected-row.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { storedLines } from '../support/rows-file.ts';
import { unzipped } from '../support/zip.ts';

const ROLES = ['MailboxSettings.Read', 'User.Read.All', 'Exchange.ManageAsApp'];
const MAILBOXES = 40;
const { newTenant, run } = inProcessScenarios(
  { policy: 'policy.yml', 'fail-on': 'never', 'max-unreadable': '100%' },
  { mailboxes: MAILBOXES, roles: ROLES },
);

const CATALOGUE = `title: Our controls
source: https://intranet.contoso.com/controls
as-of: 2026-11-01
checked: 2026-12-01
controls:
  - { id: replies, title: Replies stay inside, parts: [{ subject: mailboxes, covered: whole }] }
  - { id: smtp, title: SMTP AUTH is off, parts: [{ subject: organization, covered: whole }] }
  - id: both
    title: Language and time zone
    parts: [{ id: language, subject: mailboxes, covered: whole }, { id: zone, subject: mailboxes, covered: whole }]
  - { id: rooms, title: Rooms have a language, parts: [{ subject: mailboxes, covered: whole }] }
  - { id: paper, title: The policy is printed, parts: [{ subject: organization, covered: no, reason: It is on paper. }] }
`;
const EXEMPT = 1;

/** The mailboxes that violate the first rule, by the data of the tenant. */
function outward(tenant: Tenant): readonly string[] {
  return tenant.addresses.filter((address) => {
    const expected = tenant.expected(address);
    return expected.status === 'ok' && expectedCells(expected).AutomaticReplyExternalAudience?.toLowerCase() === 'all';
  });
}

function policyFor(tenant: Tenant): string {
  const exempt = outward(tenant).slice(0, EXEMPT);
  return `rules:
  - id: replies-inside
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
    controls: [own.yml/replies]
  - id: smtp-off
    report: organization
    expect: { SmtpAuth: { enum: [on, off] } }
    controls: [own.yml/smtp]
  - id: has-language
    severity: warning
    expect: { MailboxName: { minLength: 1 } }
    controls: [own.yml/both#language]
  - id: rooms-have-language
    when: { MailboxName: { const: nobody@contoso.com } }
    expect: { Language: { type: string } }
    controls: [own.yml/rooms]
exemptions:
  - rule: replies-inside
    mailboxes: [${exempt.join(', ')}]
    reason: Board decision
    owner: it@contoso.com
    expires: 2036-01-31
  - rule: replies-inside
    mailboxes: ['*@old.contoso.com']
    reason: Long ago
    owner: it@contoso.com
    expires: 2020-01-31
`;
}

function filesFor(tenant: Tenant) {
  return { 'policy.yml': policyFor(tenant), 'own.yml': CATALOGUE };
}

const textIn = ({ outputs }: RunOutcome, name: string): Promise<string> =>
  readFile(path.join(outputs['output-directory'] ?? '', name), 'utf8');

async function evidenceOf({ outputs }: RunOutcome): Promise<Evidence> {
  const evidence = await evidenceIn(outputs['output-directory'] ?? '');
  if (evidence === undefined) throw new Error('no evidence');
  return evidence;
}

const SMTP = 'scuba-exo/MS.EXO.5.1v1';

describe('a shipped control', () => {
  test.each([
    ['is met by the shipped rule', SMTP, 'organization', "SmtpAuth: { const: 'off' }", 'met', 'shipped', []],
    ['is met by a rule of its column', SMTP, 'organization', "SmtpAuth: { enum: ['off'] }", 'met', 'own', []],
    [
      'is met in part by a rule of one of its columns',
      'cis-m365-7.0.0/6.2.3',
      'organization',
      "ExternalTag: { const: 'on' }",
      'met-in-part',
      'own',
      ['No rule about it expects organization.ExternalTagAllowList.'],
    ],
    [
      'is not met by a rule about something else',
      SMTP,
      'organization',
      "Audited: { const: 'yes' }",
      'met-in-part',
      'own',
      ['No rule about it expects organization.SmtpAuth.'],
    ],
    [
      'is not met by what mailboxes have',
      SMTP,
      'client-access',
      'PopEnabled: { enum: [true, false] }',
      'met-in-part',
      'own',
      ['The rule r is not about the organization.'],
    ],
  ])('%s', async (_, name, report, column, result, basis, missing) => {
    const tenant = await newTenant({
      mailboxes: 3,
      habits: FRIENDLY,
      exchange: { settings: { SmtpClientAuthenticationDisabled: true } },
    });
    const policy = `rules: [{ id: r, report: ${report}, expect: { ${column} }, controls: ${name} }]\n`;
    const { controls } = await evidenceOf(await run(tenant, { files: { 'policy.yml': policy } }));
    const lines = controls.filter(({ catalogue, control }) => `${catalogue}/${control}` === name);
    expect(lines.map((line) => [line.result, line.basis, line.missing])).toEqual(
      lines.map(() => [result, basis, missing]),
    );
    expect(lines).not.toEqual([]);
  });
});

describe('a run with controls', () => {
  test('says for each of them how many mailboxes it concerns, and what is missing', async () => {
    const tenant = await newTenant();
    const result = await run(tenant, { files: filesFor(tenant) });
    const evidence = await evidenceOf(result);
    const unread = MAILBOXES - Number(result.outputs['read-count']);
    const violating = outward(tenant).length;
    expect(violating).toBeGreaterThan(EXEMPT + 1);
    expect(unread).toBeGreaterThan(0);
    const ofMailboxes = { tenant: null, listed: MAILBOXES, read: MAILBOXES - unread, unread };
    const none = { passed: 0, failed: 0, warned: 0, known: 0, exempt: 0, inconclusive: 0 };
    expect(evidence.controls).toMatchObject([
      {
        control: 'replies',
        result: 'not-met',
        basis: 'own',
        rules: ['replies-inside'],
        population: { ...ofMailboxes, failed: violating - EXEMPT, exempt: EXEMPT },
      },
      { control: 'smtp', subject: 'organization', result: 'met', population: { listed: 1, read: 1, passed: 1 } },
      { control: 'both', result: 'unknown', missing: ['zone: No rule is about it.'], population: ofMailboxes },
      { control: 'rooms', result: 'not-checked', population: { ...none, listed: MAILBOXES, concerned: 0 } },
      { control: 'paper', result: 'not-checked', rules: [], missing: ['No report shows it. It is on paper.'] },
    ]);
    expect(evidence.exceptions).toEqual([
      {
        rule: 'replies-inside',
        mailboxes: EXEMPT,
        items: null,
        expires: '2036-01-31',
        reason: 'Board decision',
        owner: 'it@contoso.com',
      },
    ]);
    expect(evidence.reports).toMatchObject([
      { name: 'mailbox-settings', permission: 'MailboxSettings.Read', role: null },
      { name: 'organization', permission: 'Exchange.ManageAsApp', role: 'View-Only Configuration, or Global Reader' },
    ]);
    expect(result.outputs['unmet-control-count']).toBe('2');

    const [header] = (await textIn(result, 'controls.csv')).replace(/^\uFEFF/, '').split('\r\n', 1);
    expect(header).toBe(
      'Catalogue,Control,Title,Subject,Result,Covered,Basis,Rules,Tenant,Listed,Read,Concerned,Passed,Failed,Warned,Known,Exempt,Inconclusive,Unread',
    );
    const bytes = await readFile(path.join(result.outputs['output-directory'] ?? '', 'rows.ndjson.gz'));
    expect(evidence.digests.rows).toBe(createHash('sha256').update(gunzipSync(bytes)).digest('hex'));
    const numbers = Object.entries(evidence.controls[0]?.population ?? {}).filter(([, number]) => number !== null);
    expect(storedLines(bytes).at(-1)?.controls).toMatchObject({ 'own.yml/replies': Object.fromEntries(numbers) });
    expect(await textIn(result, 'policy.yml')).toBe(policyFor(tenant));
  });

  test('uploads the evidence by itself, kept as long as the repository says, and names no mailbox in it', async () => {
    const tenant = await newTenant();
    const inputs = { ...UPLOADED, 'retention-days': '7', formats: 'csv\nhtml\njson', summary: 'counts' };
    const result = await run(tenant, { files: filesFor(tenant), inputs });
    const artifacts = new Map(tenant.artifacts().map((artifact) => [artifact.name, artifact]));
    expect([...artifacts.keys()]).toEqual(['mailbox-report', 'mailbox-report.html', 'mailbox-report-evidence']);
    expect(artifacts.get('mailbox-report')?.expiresAt).toBeDefined();
    expect(artifacts.get('mailbox-report-evidence')?.expiresAt).toBeUndefined();
    const files = unzipped(artifacts.get('mailbox-report')?.bytes);
    const alone = unzipped(artifacts.get('mailbox-report-evidence')?.bytes);
    expect([...alone]).toEqual([['evidence.json', files.get('evidence.json')]]);
    expect(files.has('controls.csv') && files.has('policy.yml')).toBe(true);
    const addresses = tenant.addresses.filter((address) => address !== 'it@contoso.com');
    for (const name of ['evidence.json', 'controls.csv']) {
      const text = files.get(name)?.toString('utf8').toLowerCase() ?? '';
      expect(addresses.filter((address) => text.includes(address.toLowerCase()))).toEqual([]);
    }
    expect(result.summary).toContain('<summary>Controls: 1 not met, 1 unknown, 1 met, 2 not checked</summary>');
    const page = files.get('mailbox-report.html')?.toString('utf8') ?? '';
    expect(page).toContain('zone: No rule is about it.');
    const json = parseJson(files.get('mailbox-report.json')?.toString('utf8') ?? '');
    const { controls } = parsed(files.get('evidence.json')?.toString('utf8') ?? '');
    expect(property(json, 'controls')).toEqual(controls);
  });

  test('warns if the evidence cannot be uploaded, and has it in the other artifact', async () => {
    const tenant = await newTenant();
    const files = filesFor(tenant);
    const first = await run(tenant, { files, inputs: { ...UPLOADED, 'artifact-name': 'x-evidence' } });
    expect(first.outputs.result).not.toBe('error');
    const result = await run(tenant, { files, inputs: { ...UPLOADED, 'artifact-name': 'x' } });
    expect(result.outputs.result).not.toBe('error');
    expect(result.warnings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('The evidence is only in the artifact with all files'),
    );
  });

  test('knows the size of the tenant where it looks for unlisted mailboxes', async () => {
    const tenant = await newTenant({ mailboxes: 30 });
    const sizeOf = async (inputs: Readonly<Record<string, string>>): Promise<number | null | undefined> => {
      // Of an address that cannot be read, it is not known whether the tenant has it.
      const known = tenant.addresses.filter((address) => tenant.expected(address).status === 'ok').slice(0, 10);
      const files = { ...filesFor(tenant), 'mailboxes.txt': known.join('\n') };
      const [first, second] = (await evidenceOf(await run(tenant, { files, inputs }))).controls;
      expect(second).toMatchObject({ subject: 'organization', population: { tenant: null } });
      return first?.population.tenant;
    };
    const all = await sizeOf({ mailboxes: 'all' });
    expect(all).toBeGreaterThan(20);
    const [without, warned, both] = [
      await sizeOf({}),
      await sizeOf({ unlisted: 'warn' }),
      await sizeOf({ mailboxes: 'mailboxes.txt\nall' }),
    ];
    expect([without, warned, both]).toEqual([null, all, all]);
  });

  test('meets no control as a whole for a list that lacks a mailbox and has one that does not exist', async () => {
    const tenant = await newTenant({ mailboxes: 2, habits: FRIENDLY });
    const rule =
      "{ id: a, when: { MailboxName: { pattern: '^[^x]' } }, expect: { MailboxName: { minLength: 1 } }, controls: own.yml/rooms }";
    const files = {
      'policy.yml': `rules: [${rule}]\n`,
      'own.yml': CATALOGUE,
      'mailboxes.txt': `${tenant.addresses[0]}\nx@contoso.com\n`,
    };
    const { controls } = await evidenceOf(await run(tenant, { files, inputs: { unlisted: 'warn' } }));
    expect(controls.find(({ control }) => control === 'rooms')).toMatchObject({
      result: 'met-in-part',
      missing: ['1 mailbox of the tenant is not in the list.'],
      population: { tenant: 2, listed: 2, concerned: 1, passed: 1 },
    });
  });
});

function parsed(text: string): Evidence {
  const evidence = parseEvidence(text);
  if ('problem' in evidence) throw new Error(evidence.problem);
  return evidence;
}
