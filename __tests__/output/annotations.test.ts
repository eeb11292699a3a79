import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../src/errors.ts';
import type { Mailbox, MailboxList } from '../../src/mailboxes/mailbox.ts';
import {
  annotateDuplicates,
  annotateError,
  annotateUnread,
  type Annotate,
  type AnnotationProperties,
} from '../../src/output/annotations.ts';
import { Tally } from '../../src/output/tally.ts';
import type { UnreadStatus } from '../../src/graph/outcome.ts';
import { readRow, unreadRow } from './rows.ts';

interface Said {
  readonly kind: string;
  readonly message: string;
  readonly properties: AnnotationProperties;
}

/** Writes down what a core is told. */
class Log implements Annotate {
  readonly said: Said[] = [];
  error(message: string, properties: AnnotationProperties = {}): void {
    this.#add('error', message, properties);
  }
  warning(message: string, properties: AnnotationProperties = {}): void {
    this.#add('warning', message, properties);
  }
  notice(message: string, properties: AnnotationProperties = {}): void {
    this.#add('notice', message, properties);
  }
  info(message: string): void {
    this.#add('info', message);
  }
  debug(message: string): void {
    this.#add('debug', message);
  }
  startGroup(name: string): void {
    this.#add('group', name);
  }
  endGroup(): void {
    this.#add('end', '');
  }
  of(kind: string): Said[] {
    return this.said.filter((said) => said.kind === kind);
  }
  #add(kind: string, message: string, properties: AnnotationProperties = {}): void {
    this.said.push({ kind, message, properties });
  }
}

test('the core of a runner will do', async () => {
  const core: Annotate = await import('@actions/core');
  expect(Object.keys(core)).toContain('endGroup');
});

describe('an error', () => {
  test('of the user is one annotation at its place, with the hint', () => {
    const log = new Log();
    const cause = new Error('inner', { cause: new Error('innermost') });
    annotateError(
      log,
      new UserError('LIST_NO_COLUMN', 'No column.\n::stop-commands::x', {
        hint: 'Set mailbox-column.',
        place: { file: 'a.csv', line: 1, column: 3 },
        cause,
      }),
    );
    expect(log.said).toEqual([
      {
        kind: 'error',
        message: 'No column.\n\\::stop-commands::x\nSet mailbox-column.',
        properties: { title: 'LIST_NO_COLUMN', file: 'a.csv', startLine: 1, startColumn: 3 },
      },
      { kind: 'debug', message: 'Caused by: inner: innermost', properties: {} },
    ]);
  });

  test('without a place has none', () => {
    const log = new Log();
    annotateError(log, new UserError('EMPTY', 'Empty.', { hint: 'Fill.' }));
    annotateError(log, new UserError('EMPTY', 'Empty.', { hint: 'Fill.', place: { file: 'a.txt' } }));
    expect(log.said.map(({ properties }) => properties)).toEqual([
      { title: 'EMPTY' },
      { title: 'EMPTY', file: 'a.txt' },
    ]);
  });

  test.each([
    [new TypeError('x is not a function', { cause: new Error('why') }), 'x is not a function: why', 1],
    ['thrown text', 'thrown text', 0],
  ])('of ours is said to be one: %p', (error, message, stacks) => {
    const log = new Log();
    annotateError(log, error);
    expect(log.of('error')).toEqual([
      { kind: 'error', message, properties: { title: 'Unexpected error, this is a bug in Mailbox Report' } },
    ]);
    expect(log.of('debug').filter((said) => said.message.includes('annotations.test'))).toHaveLength(stacks);
  });
});

function tallyOf(counts: Partial<Record<UnreadStatus, number>>): Tally {
  const tally = new Tally();
  let line = 0;
  tally.add(readRow('read@x.y', ['de'], ++line));
  for (const [status, number] of Object.entries(counts)) {
    for (let i = 0; i < number; i++)
      tally.add(unreadRow(`${status}${i}@x.y`, asStatus(status), `E${i}: ::why\n::x`, ++line));
  }
  return tally;
}

function asStatus(status: string): UnreadStatus {
  if (status === 'not-found' || status === 'throttled' || status === 'cancelled') return status;
  return 'failed';
}

/** Where nothing was said before. */
const FIRST = { warned: 0, marked: 0 };

describe('unread mailboxes', () => {
  test('stand on their lines', () => {
    const log = new Log();
    annotateUnread(log, tallyOf({ 'not-found': 1 }), { ...FIRST, detail: 'full' });
    expect(log.said).toEqual([
      {
        kind: 'warning',
        message: 'not-found0@x.y: E0: ::why\n\\::x',
        properties: { title: 'Mailbox not read: not-found', file: 'mailboxes.txt', startLine: 2 },
      },
    ]);
  });

  test('are at most ten, of every cause one, and the rest are counted', () => {
    const log = new Log();
    annotateUnread(log, tallyOf({ throttled: 1_500, 'not-found': 2, cancelled: 50 }), { ...FIRST, detail: 'full' });
    const titles = log.of('warning').map(({ properties }) => properties.title);
    expect(titles).toEqual([
      ...['Mailbox not read: not-found', 'Mailbox not read: throttled'],
      ...['Mailbox not read: not-found', 'Mailbox not read: throttled'],
      ...Array<string>(6).fill('Mailbox not read: throttled'),
    ]);
    expect(log.of('info').map(({ message }) => message)).toEqual([
      '1,542 more mailboxes were not read; in all: 2 not-found, 1,500 throttled, 50 cancelled. See the CSV.',
    ]);
  });

  test('share the ten lines with what a policy found', () => {
    const log = new Log();
    annotateUnread(log, tallyOf({ throttled: 50 }), { detail: 'full', warned: 0, marked: 7 });
    expect(log.of('warning')).toHaveLength(3);
    annotateUnread(log, tallyOf({ throttled: 50 }), { detail: 'full', warned: 40, marked: 9 });
    expect(log.of('warning')).toHaveLength(4);
  });

  test('of a cancelled run are only counted', () => {
    const log = new Log();
    annotateUnread(log, tallyOf({ cancelled: 1 }), { ...FIRST, detail: 'full' });
    expect(log.said.map(({ message }) => message)).toEqual([
      '1 mailbox was not read; in all: 1 cancelled. See the CSV.',
    ]);
  });

  test('without an error say what to do', () => {
    const log = new Log();
    const tally = new Tally();
    tally.add(unreadRow('a@x.y', 'throttled', ''));
    annotateUnread(log, tally, { ...FIRST, detail: 'full' });
    expect(log.said[0]?.message).toMatch(/^a@x\.y: Microsoft 365 refused/);
  });

  test('are not named where only counts are wanted', () => {
    const log = new Log();
    annotateUnread(log, tallyOf({ throttled: 3, 'not-found': 1 }), { ...FIRST, detail: 'counts' });
    expect(log.said).toEqual([
      {
        kind: 'warning',
        message: '4 mailboxes were not read: 1 not-found, 3 throttled.',
        properties: { title: 'Mailboxes not read' },
      },
    ]);
  });

  test('that are none give no word', () => {
    const log = new Log();
    annotateUnread(log, tallyOf({}), { ...FIRST, detail: 'full' });
    annotateUnread(log, tallyOf({}), { ...FIRST, detail: 'counts' });
    expect(log.said).toEqual([]);
  });
});

function listWith(duplicateCount: number): MailboxList {
  const firstAt: Mailbox = { address: 'a@x.y', file: 'one.txt', line: 2 };
  const mailbox: Mailbox = { address: 'A@x.y', file: 'two.txt', line: 5 };
  return {
    length: 1,
    at: () => firstAt,
    duplicateCount,
    duplicates: duplicateCount === 0 ? [] : [{ mailbox, firstAt }],
    files: ['one.txt', 'two.txt'],
  };
}

describe('repeated mailboxes', () => {
  const properties = { title: 'Repeated mailboxes', file: 'two.txt', startLine: 5 };

  test('are one warning at the first', () => {
    const log = new Log();
    annotateDuplicates(log, listWith(1_200), 'full');
    annotateDuplicates(log, listWith(1), 'full');
    annotateDuplicates(log, listWith(1), 'counts');
    annotateDuplicates(log, listWith(0), 'full');
    expect(log.said).toEqual([
      {
        kind: 'warning',
        message:
          '1,200 lines of the mailbox lists repeat addresses, reported once. The first is A@x.y, which stands in one.txt, line 2 already.',
        properties,
      },
      {
        kind: 'warning',
        message:
          '1 line of the mailbox lists repeats an address, reported once. It is A@x.y, which stands in one.txt, line 2 already.',
        properties,
      },
      { kind: 'warning', message: '1 line of the mailbox lists repeats an address, reported once.', properties },
    ]);
  });
});
