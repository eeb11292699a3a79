import { describe, expect, test } from '@jest/globals';
import { runValidate, type ActionRun } from '../support/action-run.ts';

const GOOD_REPORT = 'name: zones\nrequest: { path: mailboxSettings }\ncolumns: { Zone: timeZone }\n';

function places({ annotations }: ActionRun): string[] {
  return annotations.map(
    ({ level, properties: { title, file, line, col } }) => `${level} ${title} ${[file, line, col].join(':')}`,
  );
}

describe('the committed files', () => {
  test.concurrent('pass without secrets and without a network', async () => {
    const result = await runValidate(
      { 'lists/all.csv': 'Mail\na@contoso.com\nb@contoso.com\n', 'reports/zones.yml': GOOD_REPORT },
      { mailboxes: 'lists/*.csv', report: 'inbox-rules\nreports/zones.yml' },
    );
    expect(result).toMatchObject({ code: 0, stderr: '', annotations: [] });
    expect(result.outputs).toEqual({
      result: 'pass',
      'mailbox-count': '2',
      'error-count': '0',
      'warning-count': '0',
    });
    expect(result.summary).toMatch(
      /^## Mailbox Report: valid\n\n0 errors, 0 warnings in 2 mailboxes and 2 reports\.\n/,
    );
  });

  test.concurrent('have each mistake reported at its line and column', async () => {
    const result = await runValidate(
      {
        'list.txt': 'a@contoso.com\n no address\nA@contoso.com\n',
        'wrong.yml': 'name: zones\nrequest:\n  path: /me/messages\ncolumns:\n  Zone: timeZone(\n  Error: x\n',
        'zones.yml': GOOD_REPORT,
        'again.yml': GOOD_REPORT,
      },
      { mailboxes: 'list.txt', report: 'wrong.yml\nzones.yml\nagain.yml\nfolder' },
    );
    expect(result.code).toBe(1);
    expect(places(result)).toEqual([
      'error ADDRESS_MALFORMED list.txt:2:2',
      'error REPORT_FILE wrong.yml:3:9',
      expect.stringMatching(/^error REPORT_FILE wrong\.yml:5:\d+$/),
      'error REPORT_FILE wrong.yml:6:3',
      'error REPORT_NAME_TAKEN ::',
      'error INPUT_INVALID ::',
      'warning ADDRESS_REPEATED list.txt:3:1',
    ]);
    expect(result.outputs).toEqual({
      result: 'error',
      'mailbox-count': '1',
      'error-count': '6',
      'warning-count': '1',
    });
    expect(result.summary).toContain('| wrong.yml:6:3 | error `REPORT_FILE` | ');
  });

  test.concurrent('give only a warning for a repeated address', async () => {
    const result = await runValidate({ 'list.txt': 'a@contoso.com\na@contoso.com' }, { mailboxes: 'list.txt' });
    expect(result).toMatchObject({ code: 0, outputs: { result: 'pass', 'warning-count': '1' } });
  });

  test.concurrent('give ten annotations of each level, and the others in the log', async () => {
    const result = await runValidate(
      { 'list.txt': 'nobody\n'.repeat(25) + 'a@x.y\n'.repeat(25) },
      { mailboxes: '*.txt' },
    );
    expect([result.errors.length, result.warnings.length]).toEqual([10, 10]);
    expect(result.log.match(/list\.txt:\d+:1: ADDRESS_MALFORMED: /g)).toHaveLength(15);
    expect(result.log).toContain('25 errors, 24 warnings');
  });

  test.concurrent('cannot write workflow commands', async () => {
    const result = await runValidate(
      { 'list.txt': '::set-output name=x::y\n', 'r.yml': '"::error::<img src=x>|": 1\n' },
      { mailboxes: 'list.txt', report: 'r.yml' },
    );
    expect(places(result).every((place) => /^error (ADDRESS_MALFORMED|REPORT_FILE) /.test(place))).toBe(true);
    expect(result.stdout.split('\n').filter((line) => line.startsWith('::set-output'))).toEqual([]);
    expect(result.summary).not.toContain('<img');
  });
});

describe('a policy', () => {
  const good = `rules:
  - id: inside
    title: Replies stay inside
    expect: { AutomaticReplyExternalAudience: { enum: [none, contactsOnly] } }
`;

  test.concurrent('passes, also about a report file', async () => {
    const policy = `${good}  - id: zones
    report: zones
    title: A zone is set
    expect: { Zone: { type: string } }
exemptions:
  - { rule: inside, mailboxes: ['*@contoso.com'], reason: Because, owner: me@contoso.com, expires: 2029-12-31 }
`;
    const result = await runValidate(
      { 'list.txt': 'a@contoso.com', 'reports/zones.yml': GOOD_REPORT, 'policy.yml': policy },
      { mailboxes: 'list.txt', report: 'reports/zones.yml', policy: 'policy.yml' },
    );
    expect(result).toMatchObject({ code: 0, annotations: [], outputs: { result: 'pass' } });
    expect(result.log).toContain('reports: zones; 2 rules');
    expect(result.summary).toContain('1 mailbox and 1 report, a policy of 2 rules.');
  });

  test.concurrent('has each mistake reported at its line and column, with a hint', async () => {
    const policy = `${good.replace('title', 'severty: warning\n    title')}exemptions:
  - { rule: insde, mailboxes: [a@contoso.com], reason: R, owner: O, expires: 2099-02-30 }
`;
    const result = await runValidate({ 'policy.yml': policy }, { policy: 'policy.yml' });
    expect(result.code).toBe(1);
    const annotations = result.errors.map(({ message, properties: { title, line } }) => `${title} ${line}: ${message}`);
    for (const [line, meant] of [
      [3, 'severity'],
      [7, 'inside'],
      [7, '2099-02-30'],
    ] as const) {
      expect(annotations).toContainEqual(expect.stringMatching(new RegExp(`^POLICY_FILE ${line}: [\\s\\S]*${meant}`)));
    }
  });

  test.concurrent('gives warnings for exemptions that have expired or match no mailbox of the list', async () => {
    const policy = `${good}exemptions:
  - { rule: inside, mailboxes: [a@contoso.com], reason: R, owner: O, expires: 2026-01-31 }
  - { rule: inside, mailboxes: [A@contoso.com, '*@fabrikam.com'], reason: R, owner: O, expires: 2029-12-31 }
`;
    const result = await runValidate(
      { 'list.txt': 'a@contoso.com', 'policy.yml': policy },
      { mailboxes: 'list.txt', policy: 'policy.yml' },
    );
    expect(result).toMatchObject({ code: 0, outputs: { result: 'pass', 'warning-count': '2' } });
    expect(places(result)).toEqual([
      expect.stringMatching(/^warning EXEMPTION_EXPIRED policy\.yml:6:\d+$/),
      expect.stringMatching(/^warning EXEMPTION_UNUSED policy\.yml:7:\d+$/),
    ]);
    expect(result.warnings.at(-1)?.message).toContain('*@fabrikam.com');
  });
});

test('requires a file to check', async () => {
  const result = await runValidate({}, {});
  expect(result).toMatchObject({
    code: 1,
    outputs: { result: 'error' },
    errors: [{ properties: { title: 'INPUT_MISSING' } }],
  });
});
