import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isRecord, parseJson, property } from '../../../src/json.ts';
import type { Finding } from '../../../src/policy/verdict.ts';
import type { MailboxResult } from '../../../src/run/mailbox-result.ts';
import { createSarif, type SarifOptions } from '../../../src/outputs/files/sarif.ts';
import { visibleLine } from '../../../src/text/display.ts';
import packageJson from '../../../package.json' with { type: 'json' };
import { anyCodePoint } from '../../support/code-point.ts';
import { sarifErrors, sarifSchemaErrors } from '../../support/sarif-schema.ts';
import { fixedBytes } from '../../support/fixed-bytes.ts';
import { exemptionOf, findingOf, mailboxResultOf, policyOf, ruleOf, verdictOf } from '../mailbox-results.ts';
import { unreadableRow } from '../rows.ts';
import { newFolder } from '../../support/new-folder.ts';

const folder = newFolder();

const zone = ruleOf('standard-zone', {
  when: { UserPurpose: { const: 'user' } },
  help: 'https://intranet.contoso.com/mail policy?a=[b]#c',
});
const soft = ruleOf('soft', { severity: 'warning', title: 'Ends with a stop.' });
const policy = policyOf(zone, soft);

/** Writes a file for some mailboxes, and returns its path. */
async function written(
  mailboxes: Iterable<MailboxResult>,
  options: Partial<SarifOptions> = {},
  name = 'findings.sarif',
): Promise<string> {
  const file = createSarif(path.join(folder, name), { policy, ...options });
  for (const mailbox of mailboxes) await file.add(mailbox);
  await file.close();
  await file.close();
  return file.path;
}

/** The only run of a log, after validation against the schema. */
async function runOf(file: string): Promise<SarifRun> {
  const log = parseJson(await readFile(file, 'utf8'));
  expect(await sarifSchemaErrors(log)).toEqual([]);
  const runs = property(log, 'runs');
  const run: unknown = Array.isArray(runs) ? runs[0] : undefined;
  if (!isRun(run)) throw new Error(`${file} has no run`);
  return run;
}

/** The schema describes its members. */
function isRun(run: unknown): run is SarifRun {
  return (
    isRecord(run) && ['tool', 'automationDetails', 'results', 'invocations', 'properties'].every((key) => key in run)
  );
}

interface SarifRun {
  readonly tool: { readonly driver: { readonly rules: readonly object[] } };
  readonly automationDetails: { readonly id: string };
  readonly results: readonly SarifResult[];
  readonly invocations: readonly [
    { readonly executionSuccessful: boolean; readonly toolExecutionNotifications: readonly object[] },
  ];
  readonly properties: { readonly omittedResults: number; readonly unreadableMailboxes: number };
}

interface SarifResult {
  readonly ruleId: string;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly partialFingerprints: { readonly primaryLocationLineHash: string };
  readonly suppressions?: readonly object[];
}

function broken(address: string, findings: readonly Finding[]): MailboxResult {
  const rules = new Set(findings.map(({ rule }) => rule));
  return mailboxResultOf(
    address,
    [...rules].map((rule) =>
      verdictOf(
        rule,
        findings.filter((finding) => finding.rule === rule),
      ),
    ),
  );
}

function fingerprints({ results }: SarifRun): string[] {
  return results.map((result) => result.partialFingerprints.primaryLocationLineHash);
}

/** Files that the validator also checks. */
const located = (name?: string): Promise<string> => {
  const mailbox = { address: 'A@contoso.com', file: 'lists/all öf: them #1.txt', line: 7 };
  const subject = { kind: 'mailbox', mailbox } as const;
  const hides = { subject, item: 'To home', column: 'Hides', found: true, expected: 'false' };
  const findings = [findingOf(zone, 'A@contoso.com', { subject }), findingOf(soft, 'A@contoso.com', hides)];
  return written([broken('A@contoso.com', findings)], { category: 'exchange/daily' }, name);
};
const suppressing = (name?: string): Promise<string> => {
  const known = findingOf(zone, 'a@b.c', { verdict: 'known', addedOn: '2026-11-01' });
  const findings = [known, findingOf(zone, 'a@b.c', { column: 'Language' })];
  return written([broken('a@b.c', findings)], { hasBaseline: true }, name);
};
const hostile = (name?: string): Promise<string> => {
  const title = 'A [link](https://example.com) {0} <b> \u0000\u202E\uD800 "\\';
  const rule = ruleOf('zone', { title, help: 'https://example.com/%zz[]{}|\\^`"<>' });
  const findings = [findingOf(rule, title, { item: title, found: { a: [title] }, expected: title })];
  return written([broken(title, findings)], { policy: policyOf(rule), category: title }, name);
};

describe('a SARIF file', () => {
  test('has rules with help, and results at the line of the list', async () => {
    const run = await runOf(await located());
    expect(run.tool.driver).toEqual({
      name: 'Mailbox Report',
      informationUri: 'https://github.com/mailbox-report/mailbox-report',
      semanticVersion: packageJson.version,
      rules: [
        {
          id: 'standard-zone',
          name: 'StandardZone',
          shortDescription: { text: 'Title of standard-zone' },
          fullDescription: {
            text:
              'Title of standard-zone. Applies to rows of the report mailbox-settings where UserPurpose is user. ' +
              'Expected: TimeZone is UTC.',
          },
          help: {
            text:
              'Title of standard-zone.\nApplies to rows of the report mailbox-settings where UserPurpose is user.\n' +
              'Expected: TimeZone is UTC.\nSee https://intranet.contoso.com/mail policy?a=[b]#c',
            markdown:
              '**Title of standard-zone**\n\nApplies, in the report `mailbox-settings`, to:\n\n- UserPurpose: user\n\n' +
              'Expected:\n\n- TimeZone: UTC\n\n' +
              '[More about this rule](https://intranet.contoso.com/mail%20policy?a=%5Bb%5D#c)',
          },
          helpUri: 'https://intranet.contoso.com/mail%20policy?a=%5Bb%5D#c',
          defaultConfiguration: { level: 'error' },
          properties: { tags: ['exchange-online', 'policy', 'mailbox-settings'] },
        },
        {
          id: 'soft',
          shortDescription: { text: 'Ends with a stop.' },
          fullDescription: {
            text: 'Ends with a stop. Applies to every row of the report mailbox-settings. Expected: TimeZone is UTC.',
          },
          help: {
            text: 'Ends with a stop.\nApplies to every row of the report mailbox-settings.\nExpected: TimeZone is UTC.',
            markdown:
              '**Ends with a stop.**\n\nApplies, in the report `mailbox-settings`, to:\n\n- every row\n\n' +
              'Expected:\n\n- TimeZone: UTC',
          },
          defaultConfiguration: { level: 'warning' },
          properties: { tags: ['exchange-online', 'policy', 'mailbox-settings'] },
        },
      ],
    });
    expect(run.automationDetails).toEqual({ id: 'exchange/daily/' });
    const locations = [
      {
        physicalLocation: {
          artifactLocation: { uri: 'lists/all%20%C3%B6f%3A%20them%20%231.txt', uriBaseId: '%SRCROOT%' },
          region: { startLine: 7 },
        },
      },
    ];
    expect(run.results).toEqual([
      {
        ruleId: 'standard-zone',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'A@contoso.com: TimeZone is GMT, expected UTC.' },
        locations,
        properties: { column: 'TimeZone', found: 'GMT', expected: 'UTC' },
        partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{64}:1$/) },
      },
      {
        ruleId: 'soft',
        ruleIndex: 1,
        level: 'warning',
        message: { text: 'A@contoso.com: Hides of "To home" is true, expected false.' },
        locations,
        properties: { item: 'To home', column: 'Hides', found: 'true', expected: 'false' },
        partialFingerprints: { primaryLocationLineHash: expect.stringMatching(/^[0-9a-f]{64}:1$/) },
      },
    ]);
    expect(run.properties).toEqual({ omittedResults: 0, unreadableMailboxes: 0 });
  });

  test.each([
    ['throttled', true],
    ['cancelled', false],
  ] as const)('reports a mailbox that is %s', async (status, executionSuccessful) => {
    const row = unreadableRow('c@b.c', status, '');
    const file = await written([{ ...mailboxResultOf('c@b.c', [verdictOf(zone, [], 'inconclusive')], row), status }]);
    expect(await sarifSchemaErrors(JSON.parse(await readFile(file, 'utf8')))).toEqual([]);
    const { properties, invocations } = await runOf(file);
    expect(properties.unreadableMailboxes).toBe(1);
    expect(invocations).toMatchObject([
      {
        executionSuccessful,
        toolExecutionNotifications: [{ message: { text: '1 mailbox could not be read and may have more results.' } }],
      },
    ]);
  });

  test('is valid without mailboxes', async () => {
    const file = await written([]);
    expect(await sarifSchemaErrors(JSON.parse(await readFile(file, 'utf8')))).toEqual([]);
    expect((await runOf(file)).results).toEqual([]);
  });

  test('has no result for exempt, inconclusive and unreadable mailboxes', async () => {
    const exemption = exemptionOf(zone, 'r', 'o', '2027-01-31');
    const file = await written([
      broken('a@b.c', [findingOf(zone, 'a@b.c', { verdict: 'exempt', exemption })]),
      broken('b@b.c', [findingOf(soft, 'b@b.c', { verdict: 'inconclusive', column: '', found: null })]),
      mailboxResultOf('c@b.c', [verdictOf(zone, [], 'inconclusive')], unreadableRow('c@b.c', 'throttled', '')),
    ]);
    expect((await runOf(file)).results).toEqual([]);
  });

  test('has failures before warnings up to the limit, and counts the others', async () => {
    const mailboxes = Array.from({ length: 6 }, (_, number) => {
      const address = `é${number}@b.c`;
      return broken(address, [findingOf(soft, address), ...(number % 2 === 1 ? [findingOf(zone, address)] : [])]);
    });
    const levels = async (maxResults: number): Promise<[string, number, number]> => {
      const file = await written(mailboxes, { maxResults });
      expect(await sarifSchemaErrors(JSON.parse(await readFile(file, 'utf8')))).toEqual([]);
      const { results, properties, invocations } = await runOf(file);
      const text = results.map(({ level, message }) => `${level.slice(0, 1)}${message.text.slice(1, 2)}`).join(' ');
      return [text, properties.omittedResults, invocations[0].toolExecutionNotifications.length];
    };
    expect(await levels(9)).toEqual(['e1 e3 e5 w0 w1 w2 w3 w4 w5', 0, 0]);
    expect(await levels(5)).toEqual(['e1 e3 e5 w0 w1', 4, 1]);
    expect(await levels(3)).toEqual(['e1 e3 e5', 6, 1]);
    expect(await levels(2)).toEqual(['e1 e3', 7, 1]);
  });

  test('has as many results as fit into the size that GitHub accepts, failures first, and counts the others', async () => {
    // Hardly compressible, so that the size is that of the values.
    const noise = fixedBytes(40 * 600).toString('base64');
    const mailboxes = Array.from({ length: 40 }, (_, at) => {
      const rule = at % 2 === 0 ? soft : zone;
      return broken(`m${at}@b.c`, [findingOf(rule, `m${at}@b.c`, { found: noise.slice(at * 800, (at + 1) * 800) })]);
    });
    const maxGzippedBytes = 6_000;
    const file = await written(mailboxes, { maxGzippedBytes });
    const { results, properties, invocations } = await runOf(file);
    expect(gzipSync(await readFile(file)).length).toBeLessThanOrEqual(maxGzippedBytes);
    expect(results.length + properties.omittedResults).toBe(40);
    expect(results.length).toBeGreaterThan(5);
    expect(properties.omittedResults).toBeGreaterThan(5);
    const levels = results.map(({ level }) => level);
    expect(levels).toEqual(levels.toSorted());
    expect(invocations[0].toolExecutionNotifications).toHaveLength(1);
    const one = await runOf(await written(mailboxes, { maxGzippedBytes: 100 }));
    expect([one.results.length, one.properties.omittedResults]).toEqual([0, 40]);
  });

  test('suppresses known findings, and says of every result whether it is suppressed', async () => {
    expect((await runOf(await suppressing())).results).toMatchObject([
      { level: 'error', suppressions: [] },
      {
        level: 'error',
        suppressions: [{ kind: 'external', status: 'accepted', justification: 'In the baseline since 2026-11-01.' }],
      },
    ]);
    const without = await runOf(await written([broken('a@b.c', [findingOf(zone, 'a@b.c')])]));
    expect(without.results[0]).not.toHaveProperty('suppressions');
  });

  test('omits known findings before warnings', async () => {
    const of = (verdict: 'fail' | 'warn' | 'known') =>
      findingOf(verdict === 'warn' ? soft : zone, 'a@b.c', { verdict });
    const mailboxes = [broken('a@b.c', [of('known'), of('warn'), of('fail'), of('known'), of('warn')])];
    const suppressed = async (maxResults: number): Promise<unknown[]> => {
      const { results, properties } = await runOf(await written(mailboxes, { maxResults, hasBaseline: true }));
      const counts = results.map(({ suppressions }) => suppressions?.length);
      return [results.map(({ level }) => level.slice(0, 1)).join(''), counts.join(''), properties.omittedResults];
    };
    expect(await suppressed(9)).toEqual(['ewwee', '00011', 0]);
    expect(await suppressed(4)).toEqual(['ewwe', '0001', 1]);
    expect(await suppressed(2)).toEqual(['ew', '00', 3]);
  });
});

describe('a fingerprint', () => {
  test('does not depend on the value found, the line of the list or other results', async () => {
    const first = await runOf(
      await written([
        broken('a@b.c', [findingOf(zone, 'a@b.c', { found: 'GMT' })]),
        broken('z@b.c', [findingOf(zone, 'z@b.c')]),
      ]),
    );
    const subject = { kind: 'mailbox', mailbox: { address: 'A@B.c', file: 'other.txt', line: 99 } } as const;
    const second = await runOf(
      await written([broken('A@B.c', [findingOf(zone, 'A@B.c', { subject, found: 'CET', expected: 'UTC or GMT' })])]),
    );
    expect(fingerprints(second)).toEqual(fingerprints(first).slice(0, 1));
  });

  test('differs by rule, mailbox, report, column and item, and for items of one name', async () => {
    const renamed = ruleOf('standard-zone', { report: 'other' });
    const run = await runOf(
      await written([
        broken('a@b.c', [
          findingOf(zone, 'a@b.c'),
          findingOf(zone, 'a@b.c', { column: 'Locale' }),
          findingOf(zone, 'a@b.c', { item: 'To home' }),
          findingOf(zone, 'a@b.c', { item: 'To home' }),
          findingOf(zone, 'a@b.c', { item: 'To home' }),
          findingOf({ ...soft, severity: 'error' }, 'a@b.c', { verdict: 'fail' }),
          findingOf(renamed, 'a@b.c'),
        ]),
        broken('b@b.c', [findingOf(zone, 'b@b.c')]),
      ]),
    );
    expect(new Set(fingerprints(run)).size).toBe(8);
    expect(fingerprints(run).map((fingerprint) => fingerprint.slice(64))).toEqual([
      ':1',
      ':1',
      ':1',
      ':2',
      ':3',
      ':1',
      ':1',
      ':1',
    ]);
  });
});

describe('hostile text', () => {
  test('gives a valid file whose messages have one line and no link', async () => {
    const text = fc.oneof(
      fc.string({ unit: anyCodePoint }),
      fc.string({
        unit: fc.constantFrom('[', ']', '(', ')', '{', '0', '}', '"', '\\', '\n', '\u0000', '\u202E', '\uD800'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text, text, text), { minLength: 1 }), async (cells) => {
        const rule = ruleOf('zone', { title: cells.map(([title]) => title).join(''), help: 'https://example.com' });
        const mailboxes = cells.map(([address, found, item, file]) => {
          const subject = { kind: 'mailbox', mailbox: { address, file: `a/${file}`, line: 1 } } as const;
          return broken(address, [findingOf(rule, address, { subject, found, item, expected: item })]);
        });
        const { results } = await runOf(
          await written(mailboxes, { policy: policyOf(rule), category: cells[0]?.[0] ?? '' }),
        );
        const messages = results.map(({ message }) => message.text);
        expect(messages.map((message) => message.replaceAll(']\u2060(', ']('))).toEqual(
          cells.map(([address, found, item]) => {
            const [of, is, expected] = [item, found, item].map(visibleLine);
            const named = item === '' ? '' : ` of "${of}"`;
            return `${visibleLine(address)}: TimeZone${named} is ${found === '' ? 'blank' : is}, expected ${expected}.`;
          }),
        );
        expect(messages.join('')).not.toContain('](');
      }),
      { numRuns: 60 },
    );
  });

  test('is shortened', async () => {
    const run = await runOf(await written([broken('a@b.c', [findingOf(zone, 'a@b.c', { found: 'x'.repeat(9_000) })])]));
    expect(run.results[0]?.message.text.length).toBeLessThan(300);
  });
});

describe('the validator', () => {
  test('accepts locations, suppressions and hostile text, and rejects what the schema or GitHub does not allow', async () => {
    const good = await written([broken('a@b.c', [findingOf(zone, 'a@b.c')])]);
    const text = await readFile(good, 'utf8');
    const level = parseJson(text.replace('"level":"error","message"', '"level":"fatal","message"'));
    expect((await sarifSchemaErrors(level)).join('\n')).toContain('/runs/0/results/0/level');
    const bad = path.join(folder, 'bad.sarif');
    await writeFile(bad, text.replace(/"locations":\[.*\],"properties/, '"locations":[],"properties'));
    const files = [await located('a.sarif'), await suppressing('b.sarif'), await hostile('c.sarif')];
    // One start of the validator checks them all.
    const errors = await sarifErrors(...files, bad);
    expect(errors.filter((error) => !error.includes('bad.sarif'))).toEqual([]);
    expect(errors.join('\n')).toContain('GH1015');
  });
});
