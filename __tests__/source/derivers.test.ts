import { describe, expect, test } from '@jest/globals';
import type { MailboxAnswer } from '../../src/mailboxes/mailbox-answer.ts';
import { mailboxList } from '../../src/mailboxes/mailbox.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { isDerivedReport, type DerivedReport, type ReportDefinition } from '../../src/reports/definition.ts';
import type { Derivation, DeriverServices } from '../../src/reports/deriver.ts';
import type { RowCells } from '../../src/reports/rows.ts';
import type { AnswerReader } from '../../src/run/source.ts';
import { DerivedReader } from '../../src/source/derived-reader.ts';
import { beginDerivers, derivationsOf, deriverOf } from '../../src/source/derivers.ts';

type Answer = MailboxAnswer<RowCells[]>;

const SERVICES: DeriverServices = {
  graph: {
    listing: { graphUrl: 'https://graph.example', get: () => Promise.reject(new Error('a request')) },
    readEach: () => {
      throw new Error('a request');
    },
  },
  exchange: undefined,
  cloud: 'global',
  signal: new AbortController().signal,
  notice: () => undefined,
};

function builtIn(name: string): ReportDefinition {
  const report = builtInReports.get(name);
  if (report === undefined) throw new Error(name);
  return report;
}

describe('derived reports', () => {
  test.each([...builtInReports.values()].filter(isDerivedReport).map((report) => [report.name, report] as const))(
    '%s names its deriver',
    (_, report) => {
      expect(deriverOf(report).begin).toBeInstanceOf(Function);
    },
  );

  test('of an unknown deriver are a bug', () => {
    const report: DerivedReport = {
      name: 'other',
      source: 'reports',
      deriver: 'other',
      from: [],
      permissions: [],
      columns: {},
    };
    expect(() => deriverOf(report)).toThrow('no deriver of the report other');
  });

  test.each([[['mailboxes', 'access', 'accounts']], [['accounts', 'access', 'mailboxes']]])(
    'are made after those that they are made of, and have their place in the order of %s',
    (names) => {
      const reports = names.map(builtIn);
      const begun = beginDerivers(reports, SERVICES);
      expect(begun.map(({ report }) => report.name)).toEqual(['access', 'mailboxes']);
      const run = { mailboxes: mailboxList([]), inside: undefined };
      const present = ['accounts'];
      for (const [at, { index }] of derivationsOf(begun, reports, run).entries()) {
        present.splice(index, 0, begun[at]?.report.name ?? '');
      }
      expect(present).toEqual(names);
    },
  );

  test('that are made of each other are a bug', () => {
    const [access, mailboxes] = [builtIn('access'), builtIn('mailboxes')];
    if (!isDerivedReport(access)) throw new Error('access');
    expect(() => beginDerivers([{ ...access, from: ['mailboxes'] }, mailboxes], SERVICES)).toThrow(
      'made of each other: access, mailboxes',
    );
  });
});

/** A reader of mailboxes `0@contoso.com` and so on, in chunks. */
function readerOf(length: number, size: number): AnswerReader & { pulled: number } {
  const reader = {
    finished: 0,
    stoppedBy: undefined,
    pulled: 0,
    read: async function* (): AsyncGenerator<readonly Answer[], void> {
      for (let at = 0; at < length; at += size) {
        reader.pulled += size;
        await new Promise(setImmediate);
        yield Array.from({ length: Math.min(size, length - at) }, (_, offset) => ({
          mailbox: { address: `${at + offset}@contoso.com`, file: '', line: 1 },
          results: [ok('first'), ok('last')],
        }));
      }
    },
  };
  return reader;
}

function ok(cell: string): Answer['results'][number] {
  return { status: 'ok', value: [{ cells: [cell], incomplete: undefined }] };
}

function positions(answers: readonly Answer[], first: number): readonly Answer['results'][number][] {
  return answers.map((_, at) => ok(String(first + at)));
}

async function cellsIn(reader: AnswerReader): Promise<unknown[]> {
  const cells: unknown[] = [];
  for await (const answers of reader.read()) {
    for (const { results } of answers)
      cells.push(results.map((result) => result.status === 'ok' && result.value[0]?.cells[0]));
  }
  return cells;
}

describe('the reader of a derived report', () => {
  const expected = Array.from({ length: 7 }, (_, at) => ['first', String(at), 'last']);

  test('puts its results in its place', async () => {
    expect(await cellsIn(new DerivedReader(readerOf(7, 3), { resultsOf: positions }, 1))).toEqual(expected);
  });

  test('keeps the order of mailboxes, whichever results are known first', async () => {
    const derivation: Derivation = {
      resultsOf: async (answers, first) => {
        for (let turns = 10 - first; turns > 0; turns -= 1) await new Promise(setImmediate);
        return positions(answers, first);
      },
    };
    expect(await cellsIn(new DerivedReader(readerOf(7, 1), derivation, 1))).toEqual(expected);
  });

  test('reads on while results are made, but not without limit', async () => {
    const reader = readerOf(10_000, 500);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const answers = new DerivedReader(
      reader,
      {
        resultsOf: async (chunk, first) => {
          await promise;
          return positions(chunk, first);
        },
      },
      1,
    ).read();
    const first = answers.next();
    for (let turns = 0; turns < 50; turns += 1) await new Promise(setImmediate);
    expect(reader.pulled).toBe(2_000);
    resolve(undefined);
    expect((await first).value).toHaveLength(500);
    await answers.return();
  });

  test('requests the first mailboxes at once, and makes no result before it is ready', async () => {
    const reader = readerOf(7, 3);
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const calls: string[] = [];
    const derivation: Derivation = {
      ready: promise,
      start: () => {
        calls.push('start');
      },
      resultsOf: (answers, first) => {
        calls.push('results');
        return positions(answers, first);
      },
    };
    const cells = cellsIn(new DerivedReader(reader, derivation, 1));
    for (let turns = 0; turns < 10; turns += 1) await new Promise(setImmediate);
    expect([reader.pulled, calls]).toEqual([3, ['start']]);
    resolve(undefined);
    expect(await cells).toEqual(expected);
  });

  test('rejects if its deriver cannot go on, also without a mailbox', async () => {
    const derivation = { ready: Promise.reject(new Error('a bug')), resultsOf: positions };
    await expect(cellsIn(new DerivedReader(readerOf(0, 1), derivation, 0))).rejects.toThrow('a bug');
  });
});
