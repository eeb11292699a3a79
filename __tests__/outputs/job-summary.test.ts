import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { highlightPart } from '../../src/features/highlights.ts';
import { exemptionPart } from '../../src/features/policy-upkeep.ts';
import { policyPart } from '../../src/features/policy-verdicts.ts';
import { VerdictCounts } from '../../src/totals/verdict-counts.ts';
import type { PolicySummary, RunSummary } from '../../src/totals/run-summary.ts';
import { MAX_SUMMARY_BYTES, summaryMarkdown, writeStepSummary } from '../../src/outputs/job-summary.ts';
import { MailboxCounts, BY_REMEDY } from '../../src/totals/mailbox-counts.ts';
import { ReportCounts } from '../../src/totals/report-counts.ts';
import { mailboxSettings } from '../../src/reports/built-in/mailbox-settings.ts';
import type { ReportDefinition } from '../../src/reports/definition.ts';
import type { Row } from '../../src/reports/rows.ts';
import {
  exemptionOf,
  findingOf,
  mailboxResultOf,
  policyOf,
  ruleOf,
  usedExemption,
  verdictOf,
} from './mailbox-results.ts';
import { newFolder } from '../support/new-folder.ts';
import { readRow, unreadableRow } from './rows.ts';
import { runSummary } from '../support/run-summary.ts';

const REPORT: ReportDefinition = {
  name: 'mailbox-settings',
  permissions: ['MailboxSettings.Read'],
  request: { path: 'mailboxSettings', version: 'v1.0' },
  columns: {
    Language: 'language',
    TimeZone: 'timeZone',
    AutomaticReplyStatus: 'status',
    AutomaticReplyExternalAudience: 'externalAudience',
  },
  counts: {
    values: mailboxSettings.counts?.values?.filter(({ column }) => column !== 'UserPurpose'),
  },
};

/** The counts of a run with one report. */
class Counted {
  readonly counts = new MailboxCounts();
  readonly report: ReportCounts;

  constructor(name = 'mailbox-settings') {
    this.report = new ReportCounts({ ...REPORT, name });
  }

  add(row: Row): void {
    this.counts.add(row);
    this.report.add([row]);
  }
}

function factsOf({ counts, report }: Counted, changed: Partial<RunSummary> = {}): RunSummary {
  return runSummary({
    mailboxes: counts,
    reports: [report],
    parts: [policyPart, exemptionPart, highlightPart],
    durationMs: 22_000,
    artifact: { name: 'mailbox-report', url: 'https://github.com/o/r/actions/runs/1/artifacts/2' },
    place: '/tmp/reports/mailbox-settings.csv',
    listFiles: ['lists/all.txt'],
    ...changed,
  });
}

function readCounts(mailboxes: number): Counted {
  const counted = new Counted();
  for (let i = 0; i < mailboxes; i++) {
    counted.add(
      readRow(`m${i}@x.y`, ['English', i % 4 === 0 ? 'UTC' : `Zone ${i % 40}`, i % 2 ? 'disabled' : 'Disabled', null]),
    );
  }
  return counted;
}

describe('the summary of a run that passes', () => {
  const counts = readCounts(1_000);
  const summary = summaryMarkdown(factsOf(counts), 'full');

  test('says beside the result how many mailboxes are unread, and why nothing was compared', () => {
    const some = readCounts(1);
    some.add(unreadableRow('gone@x.y', 'not-found', ''));
    const section = {
      title: '',
      folded: '',
      blocks: [{ paragraph: 'Not compared: There is no earlier run on main.' }],
    };
    const empty = { title: 'Changes', folded: 'Changes: none', blocks: [] };
    const placed = [
      { section, summary: 'compared' as const, as: 'untitled' as const },
      { section: empty, summary: 'new' as const, as: 'folded' as const },
    ];
    const parts = [{ sections: () => placed }];
    const unread = summaryMarkdown(factsOf(some, { parts }), 'counts');
    expect(unread).toMatch(/^## Mailbox Report: pass, 1 not read\n/);
    expect(unread).toContain('\nNot compared: There is no earlier run on main.\n');
    expect(unread).not.toContain('Changes: none');
  });

  test('shows how often each setting occurs, and how many mailboxes have others', () => {
    expect(summary).toContain('| Disabled: 1,000 (100%) |');
    expect(summary).toContain('| (not set): 1,000 (100%) |');
    expect(summary).toMatch(/\| UTC: 250 \(25\.0%\)<br>.*<br>all others: 650 \(65\.0%\) \|/);
    expect(summary).toContain('| English: 1,000 (100%) |');
  });
});

describe('the summary of an incomplete run', () => {
  const counts = readCounts(1);

  test('has message, hint, counts, certificate, throttling, warnings and lists', () => {
    const summary = summaryMarkdown(
      factsOf(counts, {
        result: 'incomplete',
        message: 'Cut <short>.',
        hint: 'Run it again.',
        cancelled: true,
        duplicateCount: 1_234,
        certificate: { expiresOn: new Date('2027-01-31T10:00:00Z'), daysLeft: 67, thumbprint: 'AB12' },
        throttling: { waits: 3, waitedMs: 190_000, refused: 2_500 },
        runUrl: 'https://github.com/o/r/actions/runs/1',
        warnings: Array.from({ length: 25 }, (_, i) => `warning | ${i}`),
        listFiles: Array.from({ length: 25 }, (_, i) => `list${i}.txt`),
      }),
      'full',
    );
    expect(summary).toMatch(
      /^## Mailbox Report: incomplete \(cancelled\)\n\n\*\*Cut &#60;short&#62;\.\*\*\n\nRun it again\./,
    );
    expect(summary).toContain('| 1 | 1 | 0 | 1,234 |');
    expect(summary).toContain(' Certificate `AB12`: 67 days left, until 2027-01-31.\n');
    // Only one that expires soon stands out.
    expect(summary).not.toContain('**Certificate');
    expect(summary).toContain('Throttling: 3 waits, 3 min 10 s in all; 2,500 requests refused.');
    expect(summary).toContain('- warning &#124; 19\n- and 5 more: see the log\n');
    expect(summary).toContain('list19.txt, and 5 more\n');
    expect(summary).toContain('[This run](https://github.com/o/r/actions/runs/1)');
  });

  test('says of throttling and speed only what there was', () => {
    const summaryOf = (changed: Partial<RunSummary>): string => summaryMarkdown(factsOf(counts, changed), 'full');
    expect(summaryOf({ throttling: { waits: 0, waitedMs: 0, refused: 1 } })).toContain(
      'Throttling: 0 waits, 0 s in all; 1 request refused.',
    );
    expect(summaryOf({})).toContain('No throttling.');
    expect(summaryOf({ durationMs: 500 })).toContain('<summary>Run: 1 mailbox in 1 s, 2 mailboxes a second</summary>');
    expect(summaryOf({ durationMs: 0 })).toContain('<summary>Run: 1 mailbox in 0 s</summary>');
  });

  test('highlights a certificate that expires soon, and has the path of the CSV if there is no artifact', () => {
    const { artifact, ...facts } = factsOf(counts, {
      certificate: { expiresOn: new Date('2026-12-01T00:00:00Z'), daysLeft: 1, thumbprint: 'AB12' },
      warnings: ['The certificate in "pfx" ends tomorrow.'],
    });
    const summary = summaryMarkdown(facts, 'full');
    expect(artifact).toBeDefined();
    expect(summary).toContain('**Certificate `AB12`: 1 day left, until 2026-12-01.**');
    expect(summary).toContain('- The certificate in "pfx" ends tomorrow.');
    expect(summary).toContain('Files: `/tmp/reports/mailbox-settings.csv`');
    expect(summary).toContain('The mailbox was read.');
  });
});

describe('the summary of a step', () => {
  const file = path.join(newFolder(), 'summary.md');
  const warnings: string[] = [];
  const core = { warning: (message: string) => warnings.push(message) };

  test('is added to those of other programs, each on lines of its own', async () => {
    await writeStepSummary(core, file, 'one');
    await writeStepSummary(core, file, 'two\n');
    expect(readFileSync(file, 'utf8')).toBe('one\ntwo\n');
  });

  test('is not written where the server has none', async () => {
    await writeStepSummary(core, '', 'one');
    expect(warnings).toEqual([]);
  });

  test('is left out with a warning if it cannot be written', async () => {
    await writeStepSummary(core, path.dirname(file), 'one');
    expect(warnings).toEqual([expect.stringMatching(/^The summary could not be written: EISDIR/)]);
  });
});

describe('the summary of several reports', () => {
  const settings = readCounts(2);
  const rules = new ReportCounts({
    ...REPORT,
    name: 'inbox-rules',
    rows: 'value',
    unit: 'inbox rule',
    counts: undefined,
  });
  rules.add([readRow('m0@x.y', []), readRow('m0@x.y', []), readRow('m0@x.y', [])]);
  rules.add([unreadableRow('m1@x.y', 'access-denied', 'no')]);

  test('has a table with their rows, and counts values for the first report that has them', () => {
    const summary = summaryMarkdown(factsOf(settings, { reports: [rules, settings.report] }), 'full');
    expect(summary).toContain(
      '| Report | Rows | Mailboxes read | Not read |\n| --- | ---: | ---: | ---: |\n' +
        '| inbox-rules | 3 inbox rules | 1 | 1 |\n| mailbox-settings | 2 mailboxes | 2 | 0 |\n',
    );
    expect(summary).toContain('| UTC: 1 (50.0%)');
    expect(summary).not.toContain('- Reports: ');
  });

  test('has the table for a single report with many rows per mailbox, and not for one row per mailbox', () => {
    expect(summaryMarkdown(factsOf(settings, { reports: [rules] }), 'full')).toContain(
      '| inbox-rules | 3 inbox rules | 1 | 1 |',
    );
    expect(summaryMarkdown(factsOf(settings), 'full')).not.toContain('| Report |');
  });
});

describe('unreadable mailboxes', () => {
  const counts = new Counted();
  counts.add(readRow('read@x.y', ['de', 'UTC', 'disabled', 'all']));
  for (const [i, status] of BY_REMEDY.entries()) {
    counts.add(unreadableRow(`${status}@x.y`, status, `Code: <img src=x> | @team\n# ${i}`, i + 2, 4));
  }

  test('are listed by cause with a hint, address, place and error, all escaped', () => {
    const summary = summaryMarkdown(factsOf(counts, { maxUnreadable: '90%' }), 'full');
    expect(summary).toContain('6 of 7 mailboxes could not be read; "max-unreadable" is 90%.');
    expect(summary).toMatch(/^#+ Mailboxes that could not be read$/m);
    for (const status of BY_REMEDY) {
      expect(summary).toContain(`| \`${status}\` | 1 mailbox | `);
      expect(summary).toContain(`| \`${status}@x.y\` | \`${status}\` | mailboxes.txt, line `);
    }
    expect(summary).toMatch(
      /\| `access-denied` \| 1 mailbox \| .*admin consent.*RBAC for Applications.*access policies/,
    );
    expect(summary).not.toContain('<img');
    // The mailboxes, the settings, and the run.
    expect(summary.match(/<details>/g)).toHaveLength(3);
    expect(summary.match(/<\/details>/g)).toHaveLength(3);
  });

  test('are counted beyond the twentieth, which each cause shares', () => {
    const many = new Counted();
    for (let i = 0; i < 4_211; i++) many.add(unreadableRow(`m${i}@x.y`, 'not-found', 'gone', i, 4));
    many.add(unreadableRow('late@x.y', 'throttled', 'later', 1, 4));
    expect(summaryMarkdown(factsOf(many), 'full')).toMatch(
      /`m18@x\.y`.*\n.*`late@x\.y`.*\n\nand 4,192 more: see the CSV\n/,
    );
  });

  test('have a link to their line of the list, if its web address is known', () => {
    const lines = 'https://github.com/o/r/blob/abc/{path}?plain=1#L{line}';
    expect(summaryMarkdown(factsOf(counts, { lines }), 'full')).toContain(
      '| `access-denied@x.y` | `access-denied` | [mailboxes.txt, line 2](https://github.com/o/r/blob/abc/mailboxes.txt?plain=1#L2) |',
    );
  });
});

describe('a summary with a policy', () => {
  // Each is displayed with 22 bytes.
  const turned = '\u202E';

  function policyFacts(text: string): PolicySummary {
    const rules = Array.from({ length: 60 }, (_, at) => ruleOf(`r${at}`, { title: text }));
    const counts = new VerdictCounts(policyOf(...rules));
    const texts = { found: text, expected: text, item: text };
    for (let at = 0; at < 30; at++) {
      const address = `m${at}@contoso.com`;
      counts.add(
        mailboxResultOf(
          address,
          rules.map((rule) => verdictOf(rule, [findingOf(rule, address, texts)])),
        ).reports,
      );
    }
    const [rule] = rules;
    const exemption = rule === undefined ? undefined : exemptionOf(rule, text, text, '2027-01-31');
    if (exemption === undefined) throw new Error('no exemption');
    const use = usedExemption(exemption);
    return { file: text, verdicts: counts, exemptions: Array.from({ length: 120 }, () => use) };
  }

  function hostileSummary(text: string, changed: Partial<RunSummary> = {}): string {
    const counts = new Counted();
    for (let at = 0; at < 600; at++)
      counts.add(readRow(`r${at}@x.y`, [`${text}${at}`, `${at}${text}`, `${at}${text}`, text], at));
    for (let at = 0; at < 3_000; at++) counts.add(unreadableRow(`${at}${text}@x.y`, 'failed', text, at, 4));
    const facts = factsOf(counts, { policy: policyFacts(text), message: text, hint: text, ...changed });
    const reports = [counts.report, ...(changed.reports ?? [])];
    return summaryMarkdown({ ...facts, reports }, 'full');
  }

  test.each(['漢', '😀', turned])('stays below the size limit in bytes, with %j repeated', (character) => {
    const summary = hostileSummary(character.repeat(300));
    expect(Buffer.byteLength(summary)).toBeLessThan(MAX_SUMMARY_BYTES);
    expect(summary).toContain('<summary>Mailboxes with most violations: 30</summary>\n\n| Mailbox |');
    expect(summary.match(/<details>/g)).toHaveLength(summary.match(/<\/details>/g)?.length ?? 0);
  });

  test('omits sections that exceed the limit', () => {
    const text = turned.repeat(1_000);
    const names = Array.from({ length: 100 }, () => text);
    const reports = names.map((name) => new Counted(name).report);
    const artifact = { name: text, url: 'https://github.com' };
    const all = { warnings: names, listFiles: names, place: text, maxUnreadable: text, reports, artifact };
    const summary = hostileSummary(text, all);
    expect(Buffer.byteLength(summary)).toBeLessThan(MAX_SUMMARY_BYTES);
    expect(summary).toMatch(/^## Mailbox Report: pass, [\d,]+ not read\n/);
    const parts = ['| Rule | Found |', '<summary>Settings: ', '<summary>Run: '];
    expect(parts.map((part) => summary.includes(part))).toEqual([true, true, false]);
  });
});
