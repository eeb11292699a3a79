import { describe, expect, test } from '@jest/globals';
import { parseConfigFile, withFile } from '../../src/run/config-file.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';

const { newTenant, run } = inProcessScenarios();

describe('a file with inputs', () => {
  test('has values as the runner passes them', () => {
    const text = `mailboxes:
  - a.txt
  - lists/*.csv
report: |
  inbox-rules
  folders
max-unreadable: 2%
retention-days: 8
csv: plain
artifact-name: ''
`;
    expect(parseConfigFile(text, 'mailbox-report.yml').value).toEqual({
      INPUT_MAILBOXES: 'a.txt\nlists/*.csv',
      INPUT_REPORT: 'inbox-rules\nfolders\n',
      'INPUT_MAX-UNREADABLE': '2%',
      'INPUT_RETENTION-DAYS': '8',
      INPUT_CSV: 'plain',
      'INPUT_ARTIFACT-NAME': '',
    });
  });

  test.each([
    ['mailbox: a.txt', 1, 1, 'Did you mean "mailboxes"?'],
    ['Tenant-ID: contoso.com', 1, 1, 'Did you mean "tenant-id"?'],
    ['Mailboxes: a.txt', 1, 1, 'Did you mean "mailboxes"?'],
    ['cloud: global\npfx: MIIK', 2, 1, 'A secret'],
    ['pfx-password: x', 1, 1, 'A secret'],
    ['github-token: x', 1, 1, 'A secret'],
    ['config: other.yml', 1, 1, 'another'],
    ['endpoints: graph=https://graph.example', 1, 1, 'where tokens are sent'],
    ['cloud: global\nconcurrency: auto', 2, 1, 'remove it'],
    ['unlisted: include', 1, 1, 'Use "mailboxes"'],
    ['mode: apply', 1, 1, 'The keys here are'],
    ['fail-on: errors', 1, 10, 'Did you mean "error"?'],
    ['policy:', 1, 8, 'text'],
    ['mailboxes: { a: b }', 1, 12, 'Put a text'],
  ])('that has the mistake %j is refused at its place', (text, line, column, hint) => {
    const { value, problems } = parseConfigFile(text, 'mailbox-report.yml');
    expect(value).toBeUndefined();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ code: 'CONFIG_FILE', place: { file: 'mailbox-report.yml', line, column } });
    expect(problems[0]?.hint).toContain(hint);
  });
});

test('an input that is set takes precedence over the file, even with the usual value', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const files = { 'config.yml': 'report: inbox-rules\nformats: json\nsummary: counts\nmax-unreadable: 100%\n' };
  const { code, log, outputs, summary } = await run(tenant, {
    files,
    inputs: { config: 'config.yml', report: 'mailbox-settings', formats: 'csv', 'max-unreadable': undefined },
  });
  expect(code).toBe(0);
  expect(outputs['csv-path']).toMatch(/mailbox-settings\.csv$/);
  expect(log).toContain('max-unreadable: 100%');
  expect(summary).not.toContain(tenant.addresses[0] ?? '');
});

test('log and summary say what the file sets of the inputs that decide whether the step fails', async () => {
  const tenant = await newTenant({ mailboxes: 5 });
  const files = { 'own.yml': 'fail-on: never\nmax-unreadable: 50%\nunlisted: ignore\nformats: json\n' };
  const inputs = { config: 'own.yml', 'max-unreadable': '100%' };
  const { log, summary } = await run(tenant, { files, inputs });
  expect(log.match(/own\.yml sets .*/g)).toEqual(['own.yml sets fail-on: never', 'own.yml sets unlisted: ignore']);
  expect(summary).toContain('own.yml sets fail-on: never; own.yml sets unlisted: ignore');
});

test('the name of the artifact is set if it is not the default, even if it is blank', () => {
  const name = 'INPUT_ARTIFACT-NAME';
  const nameWith = (env: Readonly<Record<string, string>>) => withFile(env, { [name]: 'of-file' })[name];
  expect([{}, { [name]: 'mailbox-report' }, { [name]: '' }, { [name]: 'own' }].map(nameWith)).toEqual([
    'of-file',
    'of-file',
    '',
    'own',
  ]);
});

test('a mistake in the file fails the action at its place', async () => {
  const tenant = await newTenant({ mailboxes: 1 });
  const { errors } = await run(tenant, { files: { 'c.yml': 'cloud: x' }, inputs: { config: 'c.yml' } });
  expect(errors).toMatchObject([{ properties: { title: 'CONFIG_FILE', file: 'c.yml', line: '1', col: '8' } }]);
});
