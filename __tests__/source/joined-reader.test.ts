import { describe, expect, test } from '@jest/globals';
import type { MailboxAnswer } from '../../src/mailboxes/mailbox-answer.ts';
import { mailboxList, type MailboxList } from '../../src/mailboxes/mailbox.ts';
import type { RowCells } from '../../src/reports/rows.ts';
import { JoinedReader } from '../../src/source/joined-reader.ts';
import type { AnswerReader } from '../../src/run/source.ts';

type Answer = MailboxAnswer<RowCells[]>;

function listOf(length: number): MailboxList {
  return mailboxList(
    Array.from({ length }, (_, at) => ({ address: `m${at}@contoso.com`, file: 'a.txt', line: at + 1 })),
  );
}

function answersOf(list: MailboxList, source: string): Answer[] {
  return Array.from({ length: list.length }, (_, at) => ({
    mailbox: list.at(at),
    results: [
      { status: 'ok', value: [{ cells: [source, at, null], incomplete: new Set([2]) }] },
      { status: 'failed', error: `${source} ${at}` },
    ],
  }));
}

/** A reader that yields chunks of a size once `ready` resolves. */
function readerOf(
  answers: readonly Answer[],
  size: number,
  ready: Promise<void> = Promise.resolve(),
): AnswerReader & { pulled: number } {
  const reader = {
    finished: 0,
    stoppedBy: undefined,
    pulled: 0,
    read: async function* () {
      await ready;
      for (let at = 0; at < answers.length; at += size) {
        reader.pulled += 1;
        yield answers.slice(at, at + size);
        await new Promise(setImmediate);
      }
    },
  };
  return reader;
}

async function joined(reader: JoinedReader): Promise<Answer[]> {
  const found: Answer[] = [];
  for await (const chunk of reader.read()) found.push(...chunk);
  return found;
}

describe('two readers', () => {
  test.each([
    [7, 3],
    [3, 7],
    [100, 1],
  ])('are joined by mailbox and in the order of the reports, with chunks of %i and %i', async (one, other) => {
    const mailboxes = listOf(20);
    const [graph, exchange] = [answersOf(mailboxes, 'graph'), answersOf(mailboxes, 'exchange')];
    const order = ['exchange', 'graph', 'graph', 'exchange'] as const;
    const found = await joined(
      new JoinedReader(mailboxes, order, { graph: readerOf(graph, one), exchange: readerOf(exchange, other) }),
    );
    expect(found).toEqual(
      mailboxes.length === 0
        ? []
        : graph.map(({ mailbox, results }, at) => ({
            mailbox,
            results: [exchange[at]?.results[0], results[0], results[1], exchange[at]?.results[1]],
          })),
    );
  });

  test('name the more certain cause of a mailbox that neither can read', async () => {
    const mailboxes = listOf(3);
    const answered = (...statuses: ('no-mailbox' | 'not-found' | 'failed')[]): Answer[] =>
      statuses.map((status, at) => ({ mailbox: mailboxes.at(at), results: [{ status, error: `${status} here` }] }));
    const found = await joined(
      new JoinedReader(mailboxes, ['graph', 'exchange'], {
        graph: readerOf(answered('no-mailbox', 'not-found', 'no-mailbox'), 1),
        exchange: readerOf(answered('not-found', 'not-found', 'failed'), 3),
      }),
    );
    expect(found.map(({ results }) => results.map(({ status }) => status))).toEqual([
      ['no-mailbox', 'no-mailbox'],
      ['not-found', 'not-found'],
      ['no-mailbox', 'failed'],
    ]);
  });

  test('are read side by side: Graph proceeds while Exchange lists', async () => {
    const mailboxes = listOf(50);
    let list = (): void => undefined;
    const listed = new Promise<void>((resolve) => (list = resolve));
    const graph = readerOf(answersOf(mailboxes, 'graph'), 5);
    const exchange = readerOf(answersOf(mailboxes, 'exchange'), 50, listed);
    const order = ['graph', 'graph', 'exchange', 'exchange'] as const;
    const found = joined(new JoinedReader(mailboxes, order, { graph, exchange }));
    while (graph.pulled < 10) await new Promise(setImmediate);
    list();
    expect(await found).toHaveLength(50);
  });

  test('give what Graph answered meanwhile in the order of the list', async () => {
    const mailboxes = listOf(250);
    let list = (): void => undefined;
    const listed = new Promise<void>((resolve) => (list = resolve));
    const graph = readerOf(answersOf(mailboxes, 'graph'), 120);
    const exchange = readerOf(answersOf(mailboxes, 'exchange'), 100, listed);
    const found = joined(new JoinedReader(mailboxes, ['graph', 'graph', 'exchange'], { graph, exchange }));
    while (graph.pulled < 2) await new Promise(setImmediate);
    list();
    const expected = answersOf(mailboxes, 'exchange');
    expect(await found).toEqual(
      answersOf(mailboxes, 'graph').map(({ mailbox, results }, at) => ({
        mailbox,
        results: [...results, expected[at]?.results[0]],
      })),
    );
  });

  test('give their answers once something else is listed, too: Graph proceeds meanwhile', async () => {
    const mailboxes = listOf(250);
    const graph = readerOf(answersOf(mailboxes, 'graph'), 125);
    let list = (): void => undefined;
    const listed = new Promise<void>((resolve) => (list = resolve));
    const reader = new JoinedReader(mailboxes, ['graph', 'graph'], { graph }, listed);
    let hasAnswers = false;
    const found = joined(reader).finally(() => (hasAnswers = true));
    while (graph.pulled < 2) await new Promise(setImmediate);
    expect(hasAnswers).toBe(false);
    list();
    expect(await found).toEqual(answersOf(mailboxes, 'graph'));
  });

  test('fail together', async () => {
    const mailboxes = listOf(50);
    const exchange = readerOf([], 1, Promise.reject(new Error('no listing')));
    const graph = readerOf(answersOf(mailboxes, 'graph'), 5);
    await expect(joined(new JoinedReader(mailboxes, [], { graph, exchange }))).rejects.toThrow('no listing');
  });
});
