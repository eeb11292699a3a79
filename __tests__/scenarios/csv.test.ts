import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import { hostileGraph, type HostileAnswer } from '../support/hostile-graph.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';

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
