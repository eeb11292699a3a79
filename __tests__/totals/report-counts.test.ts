import { describe, expect, test } from '@jest/globals';
import type { ReportDefinition } from '../../src/reports/definition.ts';
import { ReportCounts, ValueCounts } from '../../src/totals/report-counts.ts';
import { readRow, unreadableRow } from '../outputs/rows.ts';

const REPORT: ReportDefinition = {
  name: 'replies',
  permissions: ['MailboxSettings.Read'],
  request: { path: 'mailboxSettings', version: 'v1.0' },
  columns: { TimeZone: 'timeZone', AutomaticReplyStatus: 'status' },
};

describe('the counts of a report', () => {
  test('counts mailboxes and the values of read mailboxes', () => {
    const counts = new ReportCounts(REPORT, 0);
    counts.add([readRow('a@x.y', ['UTC', 'disabled'])]);
    counts.add([readRow('b@x.y', ['UTC', 'Disabled'])]);
    counts.add([readRow('c@x.y', [null, 'scheduled'])]);
    counts.add([unreadableRow('d@x.y', 'not-found', 'gone', 4, 2)]);
    expect([counts.name, counts.found, counts.read, counts.unreadable]).toEqual(['replies', 3, 3, 1]);
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
    const counts = new ReportCounts({ ...REPORT, columns: { UsedGB: 'used' } }, 0);
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
    const counts = new ReportCounts({ ...REPORT, rows: 'value' }, 0);
    counts.add([readRow('a@x.y', ['UTC', null]), readRow('a@x.y', ['UTC', null])]);
    counts.add([{ ...readRow('b@x.y', [null, null]), content: 'none' }]);
    counts.add([unreadableRow('c@x.y', 'failed', '')]);
    expect([counts.found, counts.read, counts.unreadable]).toEqual([2, 2, 1]);
    expect(counts.values('TimeZone')).toBeUndefined();
  });
});

describe('the number of mailboxes with automatic replies', () => {
  const NOON = Date.parse('2026-11-25T12:00:00Z');
  const report: ReportDefinition = {
    ...REPORT,
    columns: { AutomaticReplyStatus: 'a', AutomaticReplyStart: 'b', AutomaticReplyEnd: 'c' },
  };

  test.each([
    [['disabled', null, null], 0, 0],
    [['alwaysEnabled', null, null], 1, 1],
    [['ALWAYSENABLED', '2026-12-01T00:00:00Z', '2026-12-02T00:00:00Z'], 1, 1],
    [['scheduled', '2026-11-25T12:00:00Z', '2026-11-25T12:00:01Z'], 1, 1],
    [['Scheduled', '2026-11-25T12:00:01Z', '2026-11-26T00:00:00Z'], 0, 1],
    [['scheduled', '2026-11-24T00:00:00Z', '2026-11-25T12:00:00Z'], 0, 0],
    [['scheduled', '2026-11-24T00:00:00', 'Someday'], 0, 1],
    [['scheduled', null, null], 0, 1],
    [[null, null, null], 0, 0],
    [[7, 'a', {}], 0, 0],
  ])('counts the states %j', (cells, away, on) => {
    const counts = new ReportCounts(report, NOON);
    counts.add([readRow('a@x.y', cells)]);
    counts.add([unreadableRow('b@x.y', 'not-found', 'gone', 2, 3)]);
    expect([counts.away, counts.repliesOn]).toEqual([away, on]);
  });

  test('is that of the column that says whether replies are sent', () => {
    const counts = new ReportCounts({ ...report, columns: { ...report.columns, AutomaticReplyActive: 'd' } }, NOON);
    for (const active of ['yes', 'no', null]) counts.add([readRow('a@x.y', ['alwaysEnabled', null, null, active])]);
    expect(counts.away).toBe(1);
  });

  test('is unknown before a mailbox was read', () => {
    const counts = new ReportCounts(report, NOON);
    counts.add([unreadableRow('b@x.y', 'not-found', 'gone', 2, 3)]);
    expect([counts.away, counts.repliesOn]).toEqual([undefined, undefined]);
  });

  test('is unknown without the column for dates, and so is the number of replies without the state', () => {
    const counts = new ReportCounts({ ...REPORT, columns: { AutomaticReplyStatus: 'a' } }, NOON);
    counts.add([readRow('a@x.y', ['alwaysEnabled'])]);
    expect([counts.away, counts.repliesOn]).toEqual([undefined, 1]);
    const many = new ReportCounts({ ...report, rows: 'value' }, NOON);
    expect([many.away, many.repliesOn]).toEqual([undefined, undefined]);
  });
});

describe('the counts of values', () => {
  test('counts values beyond the five hundredth together, case-insensitively', () => {
    const counts = new ValueCounts();
    for (let i = 0; i < 700; i++) counts.add(`zone ${i}`);
    for (let i = 0; i < 500; i++) counts.add(`ZONE ${i}`);
    expect(counts.values).toHaveLength(500);
    expect(counts.values.every(({ count }) => count === 2)).toBe(true);
    expect([counts.other, counts.total]).toEqual([200, 1_200]);
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
