import { describe, expect, test } from '@jest/globals';
import type { ReportDefinition } from '../../src/reports/definition.ts';
import type { ReportHighlight } from '../../src/reports/highlight.ts';
import { ReportCounts, ValueCounts, viewsOf } from '../../src/totals/report-counts.ts';
import { marks, readRow, unreadableRow } from '../outputs/rows.ts';

const REPORT: ReportDefinition = {
  name: 'replies',
  permissions: ['MailboxSettings.Read'],
  request: { path: 'mailboxSettings', version: 'v1.0' },
  columns: { TimeZone: 'timeZone', AutomaticReplyStatus: 'status' },
  counts: {
    values: [
      { column: 'TimeZone', title: 'Time zones', order: 1, group: 'settings' },
      { column: 'AutomaticReplyStatus', title: 'Automatic replies', order: 2, group: 'replies' },
    ],
  },
};

describe('the counts of a report', () => {
  test('counts mailboxes and the values of read mailboxes', () => {
    const counts = new ReportCounts(REPORT);
    counts.add([readRow('a@x.y', ['UTC', 'disabled'])]);
    counts.add([readRow('b@x.y', ['UTC', 'Disabled'])]);
    counts.add([readRow('c@x.y', [null, 'scheduled'])]);
    counts.add([unreadableRow('d@x.y', 'not-found', 'gone', 4, 2)]);
    expect([counts.name, counts.items, counts.read, counts.unreadable]).toEqual(['replies', 3, 3, 1]);
    expect(counts.values('AutomaticReplyStatus')?.values).toEqual([
      { value: 'disabled', count: 2 },
      { value: 'scheduled', count: 1 },
    ]);
    expect(counts.values('TimeZone')?.values).toEqual([
      { value: 'UTC', count: 2 },
      { value: '', count: 1 },
    ]);
    expect(counts.values('Language')).toBeUndefined();
  });

  test('counts mailboxes by the size that is known', () => {
    const counts = new ReportCounts({
      ...REPORT,
      columns: { Used: 'used' },
      counts: { sizes: { column: 'Used', limits: [1, 10, 50, 100] } },
    });
    expect(counts.sizes).toBeUndefined();
    for (const used of [0, 1, 1.01, 50, 100, 100.5, null]) counts.add([readRow('a@x.y', [used])]);
    expect(counts.sizes?.map(({ size, mailboxes }) => `${mailboxes} ${size}`)).toEqual([
      '2 up to 1 GB',
      '1 1 to 10 GB',
      '1 10 to 50 GB',
      '1 50 to 100 GB',
      '1 over 100 GB',
    ]);
  });

  test('counts rows and mailboxes of a report with many rows per mailbox, but no values', () => {
    const counts = new ReportCounts({ ...REPORT, counts: undefined, rows: 'value' });
    counts.add([readRow('a@x.y', ['UTC', null]), readRow('a@x.y', ['UTC', null])]);
    counts.add([{ ...readRow('b@x.y', [null, null]), content: 'none' }]);
    counts.add([unreadableRow('c@x.y', 'failed', '')]);
    expect([counts.items, counts.read, counts.unreadable]).toEqual([2, 2, 1]);
    expect(counts.values('TimeZone')).toBeUndefined();
  });
});

describe('the views of reports', () => {
  const view = (key: string): ReportHighlight => ({
    title: key,
    when: {},
    columns: [],
    view: { key, label: key, meaning: key },
  });
  const finding = { title: 'A finding', when: {}, columns: [] };
  const report = { ...REPORT, highlights: [finding, view('away'), view('replies')] };
  const replies = { view: 'replies', status: 'AutomaticReplyStatus', audience: 'TimeZone' };

  test('count mailboxes, apart from the findings', () => {
    const counts = new ReportCounts(report);
    counts.add([readRow('a@x.y', ['UTC', 'on'])], marks([0, 1]));
    counts.add([readRow('b@x.y', ['UTC', 'on'])], marks([1]));
    counts.add([unreadableRow('c@x.y', 'failed', '')], { ofRows: [[]], possible: [0, 1, 2] });
    expect(counts.highlights.map(({ title, mailboxes, possible }) => [title, mailboxes, possible])).toEqual([
      ['A finding', 1, 1],
    ]);
    expect(viewsOf([counts]).map(({ view: { key }, counts: { mailboxes } }) => [key, mailboxes])).toEqual([
      ['away', 2],
      ['replies', 0],
    ]);
  });

  test('are those of the first report that was read', () => {
    const [unread, first, second] = [0, 1, 2].map(() => new ReportCounts(report));
    unread?.add([unreadableRow('a@x.y', 'failed', '')]);
    first?.add([readRow('a@x.y', [null, null])], marks([1]));
    second?.add([readRow('a@x.y', [null, null])], marks([]));
    const reports = [unread, first, second].filter((one) => one !== undefined);
    expect(viewsOf(reports).map(({ counts }) => counts.mailboxes)).toEqual([1, 0]);
    expect(viewsOf(reports.slice(0, 1))).toEqual([]);
  });

  test('say whose audience of automatic replies is counted', () => {
    const counts = new ReportCounts({ ...report, counts: { replies } });
    counts.add([readRow('a@x.y', ['all', 'Scheduled'])], marks([2]));
    counts.add([readRow('b@x.y', ['none', 'alwaysEnabled'])], marks([1, 2]));
    counts.add([readRow('c@x.y', ['all', 'disabled'])], marks([1]));
    const { on, scheduled } = counts.replies ?? {};
    expect([on?.values, scheduled?.values]).toEqual([[{ value: 'none', count: 1 }], [{ value: 'all', count: 1 }]]);
    expect(new ReportCounts(report).replies).toBeUndefined();
  });
});

describe('the counts of values', () => {
  test('counts values beyond the five hundredth only in the total, case-insensitively', () => {
    const counts = new ValueCounts();
    for (let i = 0; i < 700; i++) counts.add(`zone ${i}`);
    for (let i = 0; i < 500; i++) counts.add(`ZONE ${i}`);
    expect(counts.values).toHaveLength(500);
    expect(counts.values.every(({ count }) => count === 2)).toBe(true);
    const counted = counts.values.reduce((sum, { count }) => sum + count, 0);
    expect([counts.total - counted, counts.total]).toEqual([200, 1_200]);
  });

  test('has the most frequent values first, and shortens long values', () => {
    const counts = new ValueCounts();
    ['b', 'a', 'c', 'c', ['x', 'y'], 'z'.repeat(1_000)].forEach((cell) => {
      counts.add(cell);
    });
    expect(counts.values.map(({ value }) => value)).toEqual([
      'c',
      'a',
      'b',
      'x; y',
      `${'z'.repeat(66)}…${'z'.repeat(33)}`,
    ]);
  });

  test('distinguishes long values with the same shortened text, case-insensitively', () => {
    const counts = new ValueCounts();
    const long = (inside: string): string => `${'x'.repeat(90)}${inside}${'y'.repeat(200)}`;
    for (const inside of ['one', 'two', 'ONE', 'one']) counts.add(long(inside));
    for (const end of ['three', 'four']) counts.add(`${'x'.repeat(500)}${end}`);
    expect(counts.values.map(({ count }) => count)).toEqual([3, 1, 1, 1]);
    for (const { value } of counts.values) expect(value).toHaveLength(100);
    expect(counts.values.map(({ value }) => value).join()).toContain('three');
  });
});
