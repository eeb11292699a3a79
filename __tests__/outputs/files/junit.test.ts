import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Policy } from '../../../src/policy/policy-definition.ts';
import type { MailboxResult } from '../../../src/run/mailbox-result.ts';
import { createJunit } from '../../../src/outputs/files/junit.ts';
import { anyCodePoint } from '../../support/code-point.ts';
import { junitErrors, parsedXml, type XmlElement } from '../../support/junit-schema.ts';
import { exemptionOf, findingOf, mailboxResultOf, policyOf, ruleOf, verdictOf } from '../mailbox-results.ts';
import { unreadableRow } from '../rows.ts';
import { newFolder } from '../../support/new-folder.ts';

const folder = newFolder();

const zone = ruleOf('zone', { title: 'Zones are "UTC" & nothing < else' });
const soft = ruleOf('soft', { severity: 'warning' });
const unused = ruleOf('unused', { report: 'other' });
const STARTED = Date.UTC(2026, 10, 25, 6, 5, 4, 321);

async function written(
  results: Iterable<MailboxResult>,
  policy: Policy = policyOf(zone, soft, unused),
): Promise<string> {
  const file = createJunit(path.join(folder, 'junit.xml'), policy, STARTED);
  for (const mailbox of results) await file.add(mailbox);
  await file.close();
  await file.close();
  return readFile(file.path, 'utf8');
}

/** The parsed document, after validation against the schema. */
async function parsed(xml: string): Promise<XmlElement> {
  expect(await junitErrors(xml)).toEqual([]);
  return parsedXml(xml);
}

describe('a JUnit file', () => {
  test('has a suite for each rule that counts all mailboxes, and a case for each that fails or is unread', async () => {
    const exemption = exemptionOf(zone, 'Board', 'messaging@contoso.com', '2027-01-31');
    const xml = await written([
      mailboxResultOf('pass@b.c', [verdictOf(zone, []), verdictOf(soft, [])]),
      mailboxResultOf('fail@b.c', [
        verdictOf(zone, [
          findingOf(zone, 'fail@b.c', { found: '<GMT>', item: 'One' }),
          findingOf(zone, 'fail@b.c', { found: null }),
        ]),
        verdictOf(soft, [findingOf(soft, 'fail@b.c')]),
      ]),
      mailboxResultOf('exempt@b.c', [
        verdictOf(zone, [findingOf(zone, 'exempt@b.c', { verdict: 'exempt', exemption })]),
        { rule: soft, verdict: undefined, findings: [] },
      ]),
      mailboxResultOf('known@b.c', [
        verdictOf(zone, [findingOf(zone, 'known@b.c', { verdict: 'known', addedOn: '2026-11-01' })]),
      ]),
      mailboxResultOf('partial@b.c', [
        verdictOf(zone, [
          findingOf(zone, 'partial@b.c', {
            verdict: 'inconclusive',
            column: '',
            item: 'Two',
            message: 'Cannot be read',
          }),
        ]),
      ]),
      mailboxResultOf(
        'unreadable@b.c',
        [verdictOf(zone, [], 'inconclusive')],
        unreadableRow('unreadable@b.c', 'access-denied', 'ErrorAccessDenied: no'),
      ),
      mailboxResultOf('late@b.c', [verdictOf(zone, [], 'inconclusive')], unreadableRow('late@b.c', 'cancelled', '')),
      {
        ...mailboxResultOf('other@b.c', [verdictOf(zone, [], 'inconclusive'), verdictOf(soft, [])]),
        status: 'failed',
        error: 'accounts: no answer',
      },
    ]);
    const document = await parsed(xml);
    expect(document.attributes).toEqual({ name: 'Mailbox Report', tests: '12', failures: '1', errors: '0', time: '0' });
    const counts = { errors: '0', time: '0', timestamp: '2026-11-25T06:05:04' };
    expect(document.children.map(({ name, attributes }) => [name, attributes])).toEqual([
      [
        'testsuite',
        { ...counts, name: 'zone: Zones are "UTC" & nothing < else', tests: '8', failures: '1', skipped: '6' },
      ],
      ['testsuite', { ...counts, name: 'soft: Title of soft', tests: '4', failures: '0', skipped: '1' }],
      ['testsuite', { ...counts, name: 'unused: Title of unused', tests: '0', failures: '0', skipped: '0' }],
    ]);
    const cases = (suite: number): unknown[] =>
      (document.children[suite]?.children ?? []).map(({ attributes, children: [outcome] }) => [
        `${attributes.classname ?? ''} ${attributes.name ?? ''}`,
        [outcome?.name, outcome?.attributes.type].filter((part) => part !== undefined).join(' '),
        outcome?.attributes.message,
        outcome?.text,
      ]);
    expect(cases(0)).toEqual([
      [
        'mailbox-settings.zone fail@b.c',
        'failure violation',
        'TimeZone of "One" is <GMT>, expected UTC, and 1 more',
        'TimeZone of "One" is <GMT>, expected UTC\nTimeZone is blank, expected UTC',
      ],
      [
        'mailbox-settings.zone unreadable@b.c',
        'skipped inconclusive',
        'Could not be read: access-denied, ErrorAccessDenied: no',
        '',
      ],
      ['mailbox-settings.zone late@b.c', 'skipped inconclusive', 'Could not be read: cancelled', ''],
      ['mailbox-settings.zone other@b.c', 'skipped inconclusive', 'Could not be read: failed, accounts: no answer', ''],
    ]);
    expect(cases(1)).toEqual([]);
    expect(cases(2)).toEqual([]);
  });

  test('is valid without mailboxes and without rules', async () => {
    expect((await parsed(await written([]))).children).toHaveLength(3);
    expect((await parsed(await written([], policyOf()))).children).toEqual([]);
  });

  test('omits reports without rules, and counts the findings that a case does not list', async () => {
    const { reports, ...mailbox } = mailboxResultOf('a@b.c', [
      verdictOf(
        zone,
        Array.from({ length: 30 }, (_, item) => findingOf(zone, 'a@b.c', { item: `r${item}` })),
      ),
    ]);
    const [report] = reports;
    if (report === undefined) throw new Error('It has one report');
    const document = await parsed(
      await written([{ ...mailbox, reports: [{ ...report, verdict: undefined }, report] }]),
    );
    const failure = document.children[0]?.children[0]?.children[0];
    expect(failure?.text.split('\n')).toHaveLength(21);
    expect(failure?.text).toContain('r19');
    expect(failure?.text).toMatch(/\nand 10 more$/);
  });

  test('is rejected by the test schema if readers do not accept it', async () => {
    const xml = await written([mailboxResultOf('a@b.c', [verdictOf(zone, [findingOf(zone, 'a@b.c')])])]);
    const faults: [string | RegExp, string][] = [
      ['</testsuite>', '</testsuit>'],
      [/(<testsuite [^>]*) tests="1"/, '$1'],
      ['failures="1"', 'failures="none"'],
      [/ classname="[^"]*"/, ''],
      ['<testcase', '<case'],
      ['04"', '04Z"'],
      ['a@b.c', 'a&b'],
      ['a@b.c', 'a\u0001b'],
    ];
    for (const [right, wrong] of faults) {
      const broken = xml.replace(right, wrong);
      expect(broken).not.toBe(xml);
      expect(await junitErrors(broken)).not.toEqual([]);
    }
  });

  test('cannot be created below a file', async () => {
    await written([]);
    const file = path.join(folder, 'junit.xml', 'below');
    expect(() => createJunit(file, policyOf(), STARTED)).toThrow('a part of the path is a file');
  });
});

describe('text in XML', () => {
  test('reads back unchanged, except for characters that XML forbids', async () => {
    const text = fc.oneof(
      fc.string({ unit: anyCodePoint }),
      fc.string({
        unit: fc.constantFrom('<', '>', '&', '"', "'", ']', '\t', '\r', '\n', ' ', '\u0000', '\uD800', 'a'),
      }),
    );
    const texts = fc.sample(text, { numRuns: 1_000, seed: 7 });
    const results = texts.map((address) =>
      mailboxResultOf(address, [verdictOf(zone, [findingOf(zone, address, { found: address, item: address })])]),
    );
    const document = await parsed(await written(results, policyOf(zone)));
    const cases = document.children[0]?.children ?? [];
    expect(cases.map(({ attributes }) => attributes.name)).toEqual(texts.map(allowed));
    expect(cases.every(({ children: [failure] }) => failure?.text === failure?.attributes.message)).toBe(true);
  });

  function allowed(text: string): string {
    return Array.from(text, (character) => {
      const code = character.codePointAt(0) ?? 0;
      const forbidden =
        (code < 0x20 && !'\t\r\n'.includes(character)) ||
        (code >= 0xd800 && code < 0xe000) ||
        code === 0xfffe ||
        code === 0xffff;
      return forbidden ? `\\u{${code.toString(16)}}` : character;
    }).join('');
  }
});
