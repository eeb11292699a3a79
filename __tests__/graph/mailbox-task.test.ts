import { describe, expect, test } from '@jest/globals';
import type { Further, Query, TakePage } from '../../src/graph/query.ts';
import type { NextPage } from '../../src/graph/pagination.ts';
import {
  MailboxTask,
  MOST_AT_ONCE,
  MOST_REQUESTS,
  urlOf,
  type PendingRequest,
  type QueryResult,
} from '../../src/graph/mailbox-task.ts';
import { property, type JsonObject } from '../../src/json.ts';
import { cellText } from '../../src/text/display.ts';

const INSTEAD: QueryResult<string[]> = { status: 'cancelled', error: 'too late' };
const NONE: NextPage = { kind: 'none' };

/** Gathers the names of its pages, and asks for what a page names under `further`. */
function inquiryOf(path: string): Query<string[]> {
  return {
    version: 'v1.0',
    path,
    gather: () => {
      const names: string[] = [];
      const take: TakePage = (page) => {
        names.push(cellText(property(page, 'name')));
        const further = property(page, 'further');
        return Array.isArray(further) ? further.map((below): Further => ({ path: cellText(below), take })) : [];
      };
      return { take, result: () => names };
    },
  };
}

function turnOf(...paths: string[]): MailboxTask<string[]> {
  return new MailboxTask(7, paths.map(inquiryOf));
}

const urls = (asked: readonly PendingRequest<string[]>[]): string[] => asked.map((request) => urlOf(request, 'a@b.c'));

function page(name: string, ...further: string[]): JsonObject {
  return { name, further };
}

/** The only request that may be sent. */
function only(turn: MailboxTask<string[]>): PendingRequest<string[]> {
  const [asked, ...others] = turn.begin();
  if (asked === undefined || others.length > 0) throw new Error('not one request');
  return asked;
}

describe('a mailbox', () => {
  test('is asked each query, and done when all have ended', () => {
    const turn = turnOf('one', 'two');
    const [one, two] = turn.begin();
    if (one === undefined || two === undefined) throw new Error('not two requests');
    expect(urls([one, two])).toEqual(['/users/a%40b.c/one', '/users/a%40b.c/two']);
    turn.read(two, page('second'), NONE);
    expect(turn.done).toBe(false);
    turn.fail(one, 'access-denied', 'no');
    expect(turn.done).toBe(true);
    expect(turn.results(INSTEAD)).toEqual([
      { status: 'access-denied', error: 'no' },
      { status: 'ok', value: ['second'] },
    ]);
  });

  test('is never asked more than four things at a time', () => {
    const turn = turnOf('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const first = turn.begin();
    expect(first).toHaveLength(MOST_AT_ONCE);
    expect(turn.begin()).toEqual([]);
    const [a, b] = first;
    if (a === undefined || b === undefined) throw new Error('no requests');
    turn.read(a, page('a', 'a1', 'a2'), NONE);
    expect(urls(turn.begin())).toEqual(['/users/a%40b.c/e']);
    turn.fail(b, 'failed', '');
    expect(urls(turn.begin())).toEqual(['/users/a%40b.c/f']);
  });

  test('is asked for pages to the end, and for what they name', () => {
    const turn = turnOf('top');
    turn.read(only(turn), page('1', 'below'), { kind: 'path', path: '/next?$skip=1' });
    const [next, below] = turn.begin();
    if (next === undefined || below === undefined) throw new Error('not two requests');
    expect(urls([next, below])).toEqual(['/next?$skip=1', '/users/a%40b.c/below']);
    turn.read(next, page('2'), NONE);
    expect(turn.done).toBe(false);
    turn.read(below, page('3'), NONE);
    expect(turn.results(INSTEAD)).toEqual([{ status: 'ok', value: ['1', '2', '3'] }]);
  });

  test('that is cut off keeps what has ended', () => {
    const turn = turnOf('one', 'two');
    const [one] = turn.begin();
    if (one !== undefined) turn.read(one, page('1'), NONE);
    expect(turn.results(INSTEAD)).toEqual([{ status: 'ok', value: ['1'] }, INSTEAD]);
  });
});

describe('an query fails', () => {
  test('where a page links to another host', () => {
    const turn = turnOf('top');
    turn.read(only(turn), page('1'), { kind: 'refused', error: 'The link leads to another host' });
    expect(turn.done).toBe(true);
    expect(turn.results(INSTEAD)).toEqual([{ status: 'failed', error: 'The link leads to another host' }]);
    expect(turn.begin()).toEqual([]);
  });

  test('where a page links to itself', () => {
    const turn = turnOf('top');
    const next: NextPage = { kind: 'path', path: '/users/a%40b.c/top' };
    turn.read(only(turn), page('1'), next);
    turn.read(only(turn), page('1'), next);
    expect(turn.done).toBe(true);
    expect(turn.results(INSTEAD)).toEqual([
      { status: 'failed', error: 'The link to the next page leads back to a page that was read' },
    ]);
  });

  test('where its pages go round in a circle', () => {
    const turn = turnOf('top');
    for (const link of ['/a', '/b', '/a']) turn.read(only(turn), page('1'), { kind: 'path', path: link });
    expect(turn.done).toBe(true);
  });

  test('where its pages have no end', () => {
    const turn = turnOf('top');
    let requests = 0;
    while (!turn.done) {
      turn.read(only(turn), page('x'), { kind: 'path', path: `/next?$skip=${++requests}` });
    }
    expect(requests).toBe(MOST_REQUESTS);
    expect(turn.results(INSTEAD)).toEqual([
      { status: 'failed', error: 'Not everything was read after 10,000 requests' },
    ]);
  });

  test('not for what is only asked: a tree of more folders than requests may be read at a time has an end', () => {
    const turn = turnOf('top');
    const many = Array.from({ length: MOST_REQUESTS - 1 }, (_, at) => `folder${at}`);
    turn.read(only(turn), page('top', ...many), NONE);
    for (let begun = turn.begin(); begun.length > 0; begun = turn.begin()) {
      for (const asked of begun) turn.read(asked, page('x'), NONE);
    }
    expect(turn.results(INSTEAD)).toMatchObject([{ status: 'ok' }]);
  });

  test('once and for all: what it still wanted is asked no more, and what comes late changes nothing', () => {
    const turn = turnOf('top', 'other');
    const [top, other] = turn.begin();
    if (top === undefined || other === undefined) throw new Error('not two requests');
    turn.read(top, page('1', 'a', 'b', 'c', 'd', 'e', 'f'), NONE);
    const below = turn.begin();
    expect(below).toHaveLength(3);
    const [a, b, c] = below;
    if (a === undefined || b === undefined || c === undefined) throw new Error('not three requests');
    turn.fail(a, 'throttled', 'busy');
    expect(turn.begin()).toEqual([]);
    turn.read(b, page('late'), NONE);
    turn.fail(c, 'failed', 'late');
    turn.read(other, page('2'), NONE);
    expect(turn.done).toBe(true);
    expect(turn.results(INSTEAD)).toEqual([
      { status: 'throttled', error: 'busy' },
      { status: 'ok', value: ['2'] },
    ]);
  });
});
