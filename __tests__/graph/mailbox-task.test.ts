import { describe, expect, test } from '@jest/globals';
import type { FollowUp, NextPage, OnPage, Query } from '../../src/graph/graph-query.ts';
import type { QueryResult } from '../../src/mailboxes/mailbox-answer.ts';
import {
  MailboxTask,
  MAX_CONCURRENT_REQUESTS,
  MAX_REQUESTS,
  urlOf,
  type PendingRequest,
} from '../../src/graph/mailbox-task.ts';
import { property, type JsonObject } from '../../src/json.ts';
import { cellText } from '../../src/text/display.ts';

const FALLBACK: QueryResult<string[]> = { status: 'cancelled', error: 'too late' };
const NONE: NextPage = { kind: 'none' };

/** Gathers the names of its pages, and asks for what a page names under `followUps`. */
function queryOf(path: string): Query<string[]> {
  return {
    version: 'v1.0',
    path,
    newCollector: () => {
      const names: string[] = [];
      const onPage: OnPage = (page) => {
        names.push(cellText(property(page, 'name')));
        const followUps = property(page, 'followUps');
        return Array.isArray(followUps) ? followUps.map((below): FollowUp => ({ path: cellText(below), onPage })) : [];
      };
      return { onPage, result: () => names };
    },
  };
}

function taskOf(...paths: string[]): MailboxTask<string[]> {
  return new MailboxTask(7, paths.map(queryOf));
}

const urls = (request: readonly PendingRequest<string[]>[]): string[] =>
  request.map((request) => urlOf(request, 'a@b.c'));

function page(name: string, ...followUps: string[]): JsonObject {
  return { name, followUps };
}

/** The only request that may be sent. */
function only(task: MailboxTask<string[]>): PendingRequest<string[]> {
  const [request, ...others] = task.start();
  if (request === undefined || others.length > 0) throw new Error('not one request');
  return request;
}

test('a query of the first page only ignores the link to the second', () => {
  const task = new MailboxTask(7, [{ ...queryOf('one'), firstPageOnly: true }]);
  task.onResponse(only(task), page('first'), { kind: 'path', path: '/users/a%40b.c/one?$skip=10' });
  expect(task.results(FALLBACK)).toEqual([{ status: 'ok', value: ['first'] }]);
});

describe('a mailbox task', () => {
  test('starts each query, and is done when all have a result', () => {
    const task = taskOf('one', 'two');
    const [one, two] = task.start();
    if (one === undefined || two === undefined) throw new Error('not two requests');
    expect(urls([one, two])).toEqual(['/users/a%40b.c/one', '/users/a%40b.c/two']);
    task.onResponse(two, page('second'), NONE);
    expect(task.isDone).toBe(false);
    task.fail(one, 'access-denied', 'no');
    expect(task.isDone).toBe(true);
    expect(task.results(FALLBACK)).toEqual([
      { status: 'access-denied', error: 'no' },
      { status: 'ok', value: ['second'] },
    ]);
  });

  test('has at most four requests in flight', () => {
    const task = taskOf('a', 'b', 'c', 'd', 'e', 'f', 'g');
    const first = task.start();
    expect(first).toHaveLength(MAX_CONCURRENT_REQUESTS);
    expect(task.start()).toEqual([]);
    const [a, b] = first;
    if (a === undefined || b === undefined) throw new Error('no requests');
    task.onResponse(a, page('a', 'a1', 'a2'), NONE);
    expect(urls(task.start())).toEqual(['/users/a%40b.c/e']);
    task.fail(b, 'failed', '');
    expect(urls(task.start())).toEqual(['/users/a%40b.c/f']);
  });

  test('requests all pages and their follow-ups', () => {
    const task = taskOf('top');
    task.onResponse(only(task), page('1', 'below'), { kind: 'path', path: '/next?$skip=1' });
    const [next, below] = task.start();
    if (next === undefined || below === undefined) throw new Error('not two requests');
    expect(urls([next, below])).toEqual(['/next?$skip=1', '/users/a%40b.c/below']);
    task.onResponse(next, page('2'), NONE);
    expect(task.isDone).toBe(false);
    task.onResponse(below, page('3'), NONE);
    expect(task.results(FALLBACK)).toEqual([{ status: 'ok', value: ['1', '2', '3'] }]);
  });

  test('keeps the results it has, and uses the fallback for the other queries', () => {
    const task = taskOf('one', 'two');
    const [one] = task.start();
    if (one !== undefined) task.onResponse(one, page('1'), NONE);
    expect(task.results(FALLBACK)).toEqual([{ status: 'ok', value: ['1'] }, FALLBACK]);
  });
});

describe('a query', () => {
  test('fails if a page links to another host', () => {
    const task = taskOf('top');
    task.onResponse(only(task), page('1'), { kind: 'refused', error: 'The link leads to another host' });
    expect(task.isDone).toBe(true);
    expect(task.results(FALLBACK)).toEqual([{ status: 'failed', error: 'The link leads to another host' }]);
    expect(task.start()).toEqual([]);
  });

  test('fails if a page links to itself', () => {
    const task = taskOf('top');
    const next: NextPage = { kind: 'path', path: '/users/a%40b.c/top' };
    task.onResponse(only(task), page('1'), next);
    task.onResponse(only(task), page('1'), next);
    expect(task.isDone).toBe(true);
    expect(task.results(FALLBACK)).toEqual([
      { status: 'failed', error: 'The link to the next page leads back to a page that was read' },
    ]);
  });

  test('fails if its pages link in a circle', () => {
    const task = taskOf('top');
    for (const link of ['/a', '/b', '/a']) task.onResponse(only(task), page('1'), { kind: 'path', path: link });
    expect(task.isDone).toBe(true);
  });

  test('fails if its pages have no end', () => {
    const task = taskOf('top');
    let requests = 0;
    while (!task.isDone) {
      task.onResponse(only(task), page('x'), { kind: 'path', path: `/next?$skip=${++requests}` });
    }
    expect(requests).toBe(MAX_REQUESTS);
    expect(task.results(FALLBACK)).toEqual([
      { status: 'failed', error: 'Not everything was read after 10,000 requests' },
    ]);
  });

  test('succeeds with many follow-ups', () => {
    const task = taskOf('top');
    const many = Array.from({ length: MAX_REQUESTS - 1 }, (_, at) => `folder${at}`);
    task.onResponse(only(task), page('top', ...many), NONE);
    for (let started = task.start(); started.length > 0; started = task.start()) {
      for (const request of started) task.onResponse(request, page('x'), NONE);
    }
    expect(task.results(FALLBACK)).toMatchObject([{ status: 'ok' }]);
  });

  test('sends nothing more after it failed, and ignores late responses', () => {
    const task = taskOf('top', 'other');
    const [top, other] = task.start();
    if (top === undefined || other === undefined) throw new Error('not two requests');
    task.onResponse(top, page('1', 'a', 'b', 'c', 'd', 'e', 'f'), NONE);
    const below = task.start();
    expect(below).toHaveLength(3);
    const [a, b, c] = below;
    if (a === undefined || b === undefined || c === undefined) throw new Error('not three requests');
    task.fail(a, 'throttled', 'busy');
    expect(task.start()).toEqual([]);
    task.onResponse(b, page('late'), NONE);
    task.fail(c, 'failed', 'late');
    task.onResponse(other, page('2'), NONE);
    expect(task.isDone).toBe(true);
    expect(task.results(FALLBACK)).toEqual([
      { status: 'throttled', error: 'busy' },
      { status: 'ok', value: ['2'] },
    ]);
  });

  test('succeeds if a follow-up with an error handler fails', () => {
    const errors: unknown[] = [];
    const names: string[] = [];
    const query: Query<string[]> = {
      version: 'v1.0',
      path: 'top',
      newCollector: () => ({
        onPage: (first) => {
          names.push(cellText(property(first, 'name')));
          return ['a', 'b'].map((path) => ({
            path,
            onPage: (page) => {
              names.push(cellText(property(page, 'name')));
              return [];
            },
            onError: (status, error) => errors.push([path, status, error]),
          }));
        },
        result: () => names,
      }),
    };
    const task = new MailboxTask(7, [query]);
    task.onResponse(only(task), page('top'), NONE);
    const [a, b] = task.start();
    if (a === undefined || b === undefined) throw new Error('not two requests');
    task.fail(a, 'access-denied', 'no');
    expect(task.isDone).toBe(false);
    task.onResponse(b, page('b'), NONE);
    expect(task.results(FALLBACK)).toEqual([{ status: 'ok', value: ['top', 'b'] }]);
    expect(errors).toEqual([['a', 'access-denied', 'no']]);
  });
});
