import { expect, test } from '@jest/globals';
import { describeError, UserError } from '../src/errors.ts';

test('a UserError carries what to print', () => {
  const cause = new Error('ENOENT');
  const error = new UserError('LIST_NOT_FOUND', 'No list.', {
    hint: 'Commit it.',
    place: { file: 'a.txt', line: 3 },
    cause,
  });
  expect(error).toMatchObject({ code: 'LIST_NOT_FOUND', hint: 'Commit it.', place: { file: 'a.txt', line: 3 }, cause });
});

test.each([
  [new Error('outer', { cause: new Error('inner', { cause: 'text' }) }), 'outer: inner: text'],
  [new Error('same', { cause: new Error('same') }), 'same'],
  [new TypeError(), 'TypeError'],
  [new AggregateError([new Error('a'), new Error('b')]), 'a, b'],
  ['text', 'text'],
  [{ code: 1 }, '{ code: 1 }'],
  [undefined, ''],
])('describeError %#', (thrown, text) => {
  expect(describeError(thrown)).toBe(text);
});

test('describeError ends where causes go round', () => {
  const error = new Error('round');
  error.cause = error;
  expect(describeError(error)).toBe('round');
});
