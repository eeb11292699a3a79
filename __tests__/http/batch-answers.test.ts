import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseBatchResponse } from '../../src/http/batch-answers.ts';

describe('the parser of batch responses', () => {
  const itemsOf = (responses: unknown[], size: number) => parseBatchResponse(JSON.stringify({ responses }), size);

  test('identifies responses by id, in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...Array(20).keys()]), (ids) => {
        const found = itemsOf(
          ids.map((id) => ({ id: String(id), status: 200, body: { id } })),
          20,
        );
        for (let id = 0; id < 20; id++) {
          expect(found[id]?.map(({ body }) => body)).toEqual(ids.includes(id) ? [{ id }] : []);
        }
      }),
    );
  });

  test('returns every response to a request, and ignores unknown ids', () => {
    const found = itemsOf(
      [
        { id: '0', status: 200, body: { first: true } },
        { id: '0', status: 404, body: {} },
        { id: '7', status: 200, body: {} },
        { id: 'x', status: 200, body: {} },
        { id: null, status: 200, body: {} },
        { id: '', status: 200, body: {} },
        { id: 1, status: 200, body: {} },
        { id: '01', status: 200, body: {} },
        { id: '1' },
        null,
      ],
      2,
    );
    expect(found).toEqual([
      [
        { status: 200, body: { first: true }, retryAfter: undefined, requestId: undefined },
        { status: 404, body: {}, retryAfter: undefined, requestId: undefined },
      ],
      [],
    ]);
  });

  test('finds headers in any case, and converts numbers to text', () => {
    const [[found] = []] = itemsOf([{ id: '0', status: 429, headers: { 'RETRY-after': 2.128, 'request-id': 'r' } }], 1);
    expect(found).toEqual({ status: 429, body: null, retryAfter: '2.128', requestId: 'r' });
  });

  test.each(['<html>', '{}', '{"responses":{}}', 'null', ''])(
    'throws if the text is not a batch response: %s',
    (text) => {
      expect(() => parseBatchResponse(text, 1)).toThrow();
    },
  );
});
