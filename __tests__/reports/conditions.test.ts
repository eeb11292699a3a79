import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { MailboxAnswer } from '../../src/mailboxes/mailbox-answer.ts';
import type { Json } from '../../src/json.ts';
import { mailboxResult, type MailboxResult } from '../../src/run/mailbox-result.ts';
import { reportColumns, reportRecords } from '../../src/outputs/files/csv-sinks.ts';
import { Totals } from '../../src/totals/totals.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import type { RowCells } from '../../src/reports/rows.ts';
import type { ReportDefinition } from '../../src/reports/definition.ts';
import { compileHighlights } from '../../src/reports/conditions.ts';
import { highlightStage } from '../../src/features/highlights.ts';
import { csvRecord } from '../../src/outputs/files/csv-file.ts';
import { marks, readRow, unreadableRow } from '../outputs/rows.ts';
import { parsedCsv } from '../support/parsed-csv.ts';

const NOW = Date.parse('2026-11-26T12:00:00Z');

const report: ReportDefinition = {
  name: 'things',
  permissions: ['MailboxSettings.Read'],
  request: { path: 'things', version: 'v1.0' },
  rows: 'value',
  columns: { Name: 'name', State: 'state', Targets: 'targets' },
  types: { State: { enum: ['on', 'off'] } },
  highlights: [
    { title: 'On', when: { State: { const: 'on' } }, columns: ['State'] },
    { title: 'On and sends', when: { State: { const: 'on' }, Targets: { type: 'array', minItems: 1 } }, columns: [] },
    { title: 'Not blank', when: { Name: { type: 'string' } }, columns: ['Name'] },
  ],
};

const rowCells: fc.Arbitrary<RowCells> = fc.record({
  cells: fc.tuple(
    fc.constantFrom(null, 'a', '=b', 'ö'),
    fc.constantFrom(null, 'on', 'On', 'off'),
    fc.constantFrom<Json>(null, [], ['x'], ['x', 'y']),
  ),
  incomplete: fc.constant(undefined),
});

const answers = fc.array(
  fc.oneof(
    fc.array(rowCells, { maxLength: 4 }).map((value) => ({ status: 'ok' as const, value })),
    fc.constant({ status: 'not-found' as const, error: 'Gone' }),
  ),
  { maxLength: 12 },
);

/** The CSV of a report, as its sink writes it. */
function csvOf(results: readonly MailboxResult[]): string {
  const records = results.flatMap(({ reports }) => reports.flatMap((one) => reportRecords(one, false)));
  return [reportColumns(report, false), ...records].map((record) => csvRecord(record)).join('');
}

describe('highlights', () => {
  test('are counted as a naive count over the CSV does', async () => {
    const stage = await highlightStage([report], NOW);
    fc.assert(
      fc.property(answers, (all) => {
        const totals = new Totals([report], undefined);
        const results = all.map((result, line) => {
          const mailbox = { address: `m${line}@x.y`, file: 'mailboxes.txt', line };
          const answer: MailboxAnswer<RowCells[]> = { mailbox, results: [result] };
          const marked = stage?.(mailboxResult(answer, [report]));
          if (marked === undefined) throw new Error('no stage');
          totals.add(marked);
          return marked;
        });
        const rows = parsedCsv(csvOf(results)).filter(({ Status }) => Status === 'ok');
        const naive = [
          rows.filter(({ State = '' }) => State.toLowerCase() === 'on'),
          rows.filter(({ State = '', Targets }) => State.toLowerCase() === 'on' && Targets !== ''),
          rows.filter(({ Name }) => Name !== ''),
        ].map((found) => [new Set(found.map(({ MailboxName }) => MailboxName)).size, found.length]);
        expect(totals.reports[0]?.highlights.map(({ mailboxes, rows: found }) => [mailboxes, found])).toEqual(naive);
      }),
      { numRuns: 60 },
    );
  });

  test('leave out unknown cells, unread rows and placeholders', () => {
    const find = compileHighlights(
      { ...report, highlights: [{ title: 'Blank', when: { Name: { const: null } }, columns: [] }] },
      NOW,
    );
    const blank = readRow('a@x.y', [null, 'on', []]);
    expect(find?.([blank, { ...blank, incomplete: new Set([0]) }])).toEqual(marks([0], []));
    expect(find?.([{ ...blank, incomplete: new Set([0]) }])).toEqual({ ofRows: [[]], possible: [0] });
    expect(find?.([{ ...blank, content: 'none' }])).toEqual(marks([]));
    expect(find?.([unreadableRow('a@x.y', 'failed', 'Gone', 1, 3)])).toEqual({ ofRows: [[]], possible: [0] });
  });

  test('need the other reports of the mailbox that they name', () => {
    const other = { ...report, name: 'other' };
    const beside = { other: { State: { const: 'on' } } };
    const highlights = [{ title: 'Both', when: { Name: { const: 'x' } }, beside, columns: [] }];
    const rows = [readRow('a@x.y', ['x', 'off', []])] as const;
    const others = (state: string) => [readRow('a@x.y', ['y', state, []])] as const;
    const find = compileHighlights({ ...report, highlights }, NOW, [other]);
    expect(find?.(rows, () => others('on'))).toEqual(marks([0]));
    expect(find?.(rows, () => others('off'))).toEqual(marks([]));
    expect(find?.(rows)).toEqual({ ofRows: [[]], possible: [0] });
    expect(compileHighlights({ ...report, highlights }, NOW)?.(rows, () => others('on')).ofRows).toEqual([[]]);
  });

  test('need no stage if no report has any', async () => {
    expect(await highlightStage([{ ...report, highlights: undefined }], NOW)).toBeUndefined();
  });

  test.each([
    [
      ['alwaysEnabled', 'all', null, null],
      [0, 1, 2, 3],
    ],
    [
      ['ALWAYSENABLED', 'none', null, null],
      [1, 2, 3],
    ],
    [
      ['scheduled', 'all', '2026-11-26T12:00:00Z', '2026-11-26T12:00:01Z'],
      [0, 2, 3],
    ],
    [['scheduled', 'all', '2026-11-26T12:00:01Z', '2026-11-27T00:00:00Z'], [3]],
    [['scheduled', 'all', '2026-11-20T00:00:00Z', '2026-11-26T12:00:00Z'], []],
    [['scheduled', 'all', '2026-11-20T00:00:00 Customized', '2026-12-01T00:00:00Z'], [3]],
    [['disabled', 'all', null, null], []],
  ])(
    'find replies to everyone and mailboxes that are away at the time of the run, and replies without an end: %j',
    (cells, expected) => {
      const replies = builtInReports.get('automatic-replies');
      if (replies === undefined) throw new Error('no report');
      expect(compileHighlights(replies, NOW)?.([readRow('a@x.y', [...cells, null, null])])).toMatchObject({
        ofRows: [expected],
      });
    },
  );

  test.each([
    ['FullAccess', [[0]]],
    ['Calendar: read', [[0]]],
    ['Forwarding', [[]]],
    ['InboxRule', [[]]],
  ])('find somebody outside with %s only if it opens the mailbox', (right, ofRows) => {
    const access = builtInReports.get('access');
    if (access === undefined) throw new Error('no report');
    const row = readRow('a@x.y', ['eve@evil.example', null, right, 'direct', false]);
    expect(compileHighlights(access, NOW)?.([row]).ofRows).toEqual(ofRows);
  });

  test.each([...builtInReports.values()])(
    'of $name name columns of the report, each title once, and count mailboxes',
    (builtIn) => {
      const { highlights = [], columns } = builtIn;
      for (const { when, columns: shown } of highlights) {
        for (const column of [...Object.keys(when), ...shown]) expect(Object.keys(columns)).toContain(column);
      }
      expect(new Set(highlights.map(({ title }) => title)).size).toBe(highlights.length);
      for (const { counted, view } of highlights) {
        expect(counted?.[1] ?? (view && 'mailboxes')).toMatch(/mailboxes|^enabled accounts/);
      }
      expect(() => compileHighlights(builtIn, NOW)).not.toThrow();
    },
  );
});
