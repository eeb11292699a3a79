import { describe, expect, test } from '@jest/globals';
import type { GraphReport } from '../../src/reports/definition.ts';
import type { Retirement } from '../../src/reports/highlight.ts';
import { openSection } from '../../src/outputs/markdown.ts';
import { panelHtml } from '../../src/outputs/page/panels.ts';
import { retirementsSection } from '../../src/features/retirement-notices.ts';
import { ReportCounts } from '../../src/totals/report-counts.ts';
import { marks, readRow } from '../outputs/rows.ts';

const STARTED = Date.parse('2026-11-28T23:59:59Z');

type Dates = Partial<Pick<Retirement, 'announced' | 'defaultOff' | 'removed'>>;

/** A report with a retirement that affects so many mailboxes for certain, and may affect others. */
function counted(
  affected: number,
  possible = 0,
  dates: Dates = { defaultOff: '2026-12-31' },
  { title = 'SMTP AUTH', ...texts }: Partial<Pick<Retirement, 'what' | 'source' | 'order'>> & { title?: string } = {},
  columns: readonly string[] = [],
): ReportCounts {
  const ends: Retirement = {
    view: 'retirement-smtp',
    what: 'Basic authentication for SMTP AUTH',
    phrase: 'used SMTP AUTH in the last 30 days',
    asOf: '2026-11-28',
    source: 'https://example.com/smtp',
    order: 0,
    announced: undefined,
    defaultOff: undefined,
    removed: undefined,
    ...dates,
    ...texts,
  };
  const report: GraphReport = {
    name: 'protocol-use',
    permissions: [],
    request: { path: 'use', version: 'v1.0' },
    columns: { Used: 'used', Same: 'same' },
    highlights: [{ title, when: {}, columns, ends }],
  };
  const counts = new ReportCounts(report);
  for (let at = 0; at < affected; at += 1) counts.add([readRow(`m${at}@x.y`, [`yes${at}`, 'same'])], marks([0]));
  for (let at = 0; at < possible; at += 1)
    counts.add([readRow(`u${at}@x.y`, [null, null])], { ofRows: [[]], possible: [0] });
  return counts;
}

/** The table of the affected mailboxes. */
function names(report: ReportCounts): unknown {
  return retirementsSection([report], STARTED, true)?.blocks.find((block) => 'table' in block);
}

function markdown(...reports: readonly ReportCounts[]): string {
  const section = retirementsSection(reports, STARTED, false);
  return section === undefined ? '' : openSection(section, 1000);
}

test.each<[string, Dates]>([
  ['is off by default in 33 days', { defaultOff: '2026-12-31' }],
  ['is off by default today', { defaultOff: '2026-11-28' }],
  ['is off by default in March 2027', { defaultOff: '2027-03', removed: '2029-01' }],
  ['ends in 1 day', { defaultOff: '2026-10-01', removed: '2026-11-29' }],
  ['ended on 2026-03-01', { removed: '2026-03-01' }],
  ['has been off by default since 2026-10-01', { announced: '2026-01-01', defaultOff: '2026-10-01' }],
  ['has been off by default since March 2026', { defaultOff: '2026-03' }],
  ['will end, as announced in January 2026', { announced: '2026-01' }],
  ['will end', {}],
])('the date is the next one, else the last: %s', (text, dates) => {
  expect(markdown(counted(14, 0, dates))).toContain(
    `Basic authentication for SMTP AUTH ${text}. 14 mailboxes used SMTP AUTH in the last 30 days. [Source](https://example.com/smtp), as of 2026-11-28.`,
  );
});

describe('the affected mailboxes', () => {
  test('are counted separately from mailboxes for which it is unknown', () => {
    expect(markdown(counted(1, 2))).toContain(
      '1 mailbox used SMTP AUTH in the last 30 days. It is unknown for 2 more mailboxes.',
    );
    expect(markdown(counted(0, 2))).toContain('in 33 days. It is unknown for 2 mailboxes.');
    expect(markdown(counted(0))).toContain('No mailbox used SMTP AUTH in the last 30 days.');
  });

  test('are a line of the summary, which names none, and a link to the rows on the page', () => {
    const report = counted(3);
    expect(markdown(report)).toMatch(/^### Retirements\n\n- \*\*SMTP AUTH\*\*: .* 3 mailboxes used .*\n\n$/);
    const section = retirementsSection([report], STARTED, true);
    expect(section && panelHtml(section).text).toContain(
      '<a href="#report=protocol-use&amp;view=retirement-smtp">3 mailboxes used SMTP AUTH in the last 30 days</a>',
    );
  });

  test.each([
    [2, 18, false],
    [2, 19, true],
  ])('are named on the page if they are less than a tenth: %s beside %s', (affected, others, isNamed) => {
    const report = counted(affected, others);
    const section = retirementsSection([report], STARTED, true);
    expect((section && panelHtml(section).text)?.includes('href="#mailbox=m1@x.y"')).toBe(isNamed);
  });

  test('are named with the cells in which they differ', () => {
    expect(names(counted(2, 30, {}, {}, ['Used', 'Same']))).toMatchObject({
      table: {
        columns: [{ name: 'Mailbox' }, { name: 'Used' }],
        rows: [{ cells: [{ mailbox: 'm0@x.y' }, 'yes0'] }, { cells: [{ mailbox: 'm1@x.y' }, 'yes1'] }],
      },
    });
  });

  test('are named with another address than that of the list, also if it is only one', () => {
    const report = counted(0, 30, {}, {}, ['Used', 'Same']);
    report.add([readRow('a@x.y', ['a@x.onmicrosoft.com', 'A@x.y'])], marks([0]));
    expect(names(report)).toMatchObject({
      table: {
        columns: [{ name: 'Mailbox' }, { name: 'Used' }],
        rows: [{ cells: [{ mailbox: 'a@x.y' }, 'a@x.onmicrosoft.com'] }],
      },
    });
  });

  test('of several reports are in the order of the list, and are no highlights', () => {
    const [first, second] = [counted(1), counted(1, 0, {}, { title: 'EWS', order: -1 })];
    expect(markdown(first, second)).toMatch(/EWS[^]*SMTP AUTH/);
    expect(first.highlights).toEqual([]);
  });

  test('have no text if the retirement is over and affects no mailbox', () => {
    expect(markdown(counted(0, 0, { removed: '2026-03-01' }))).toBe('');
  });
});

test('texts are escaped', () => {
  const hostile = counted(
    1,
    0,
    {},
    { title: '<b>|x', what: '[a](https://e.vil)', source: 'https://e.vil/)"><script>' },
  );
  const section = retirementsSection([hostile], STARTED, true);
  if (section === undefined) throw new Error('no section');
  expect(panelHtml(section).text).not.toMatch(/<b>|<script>/);
  expect(markdown(hostile)).not.toMatch(/<b>|<script>|\[a\]\(/);
});
