import { expect, test } from '@jest/globals';
import { RequestQueue, type Queued } from '../../src/graph/request-queue.ts';

interface PendingRequest extends Queued {
  alone: boolean;
}

/** Opens a mailbox with so many requests, all of one version by default. */
function queueOf(requests = 1, version: (at: number) => string = () => 'v1.0'): RequestQueue<PendingRequest> {
  return new RequestQueue((position) =>
    Array.from({ length: requests }, (_, at) => ({
      task: { position },
      state: { query: { version: version(at) } },
      alone: false,
    })),
  );
}

const positions = (batch: readonly Queued[]): number[] => batch.map(({ task }) => task.position);
const upTo = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, at) => from + at);

test('forms batches of twenty in order, up to the read-ahead limit', () => {
  const queue = queueOf();
  expect(positions(queue.next(0, 30))).toEqual(upTo(0, 20));
  expect(positions(queue.next(0, 30))).toEqual(upTo(20, 30));
  expect(queue.next(0, 30)).toEqual([]);
});

test('puts retries first and fills the batch with new mailboxes', () => {
  const queue = queueOf();
  const [first, second] = queue.next(0, 100);
  if (first === undefined || second === undefined) throw new Error('no batch');
  queue.add(second);
  queue.add(first, 500);
  expect(positions(queue.next(0, 100))).toEqual([1, ...upTo(20, 39)]);
  expect(queue.nextDue).toBe(500);
  expect(positions(queue.next(499, 39))).toEqual([]);
  expect(positions(queue.next(500, 39))).toEqual([0]);
  expect(queue.nextDue).toBe(Infinity);
});

test('puts a request that is sent alone in a batch of its own', () => {
  const queue = queueOf();
  const batch = queue.next(0, 3);
  for (const request of batch) {
    request.alone = true;
    queue.add(request);
  }
  expect([queue.next(0, 3), queue.next(0, 3), queue.next(0, 3)].map(positions)).toEqual([[0], [1], [2]]);
});

test('keeps the requests of a mailbox together, and continues in the next batch if one is full', () => {
  const queue = queueOf(3);
  expect(positions(queue.next(0, 9))).toEqual([...upTo(0, 6).flatMap((at) => [at, at, at]), 6, 6]);
  expect(positions(queue.next(0, 9))).toEqual([6, 7, 7, 7, 8, 8, 8]);
});

test('forms batches of one version of Graph', () => {
  const queue = queueOf(2, (at) => (at === 0 ? 'v1.0' : 'beta'));
  const batches = [queue.next(0, 3), queue.next(0, 3), queue.next(0, 3)];
  expect(batches.map((batch) => batch.map(({ state }) => state.query.version))).toEqual([
    ['v1.0', 'v1.0', 'v1.0'],
    ['beta', 'beta', 'beta'],
    [],
  ]);
  expect(batches.map(positions)).toEqual([[0, 1, 2], [0, 1, 2], []]);
});

test('sends neither new requests nor retries to mailboxes beyond the limit', () => {
  const queue = queueOf();
  const [first, second, third] = queue.next(0, 3);
  if (first === undefined || second === undefined || third === undefined) throw new Error('no batch');
  for (const request of [third, second, first]) queue.add(request);
  expect(positions(queue.next(0, 50, 2))).toEqual([1, 0]);
  expect(queue.next(0, 50, 2)).toEqual([]);
  expect(positions(queue.next(0, 5))).toEqual([2, 3, 4]);
});
