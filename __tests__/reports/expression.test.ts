import { describe, expect, test } from '@jest/globals';
import { UserError } from '../../src/failure.ts';
import { compileExpression } from '../../src/reports/expression.ts';

const evaluate = (expression: string, answer: Parameters<ReturnType<typeof compileExpression>>[0]) =>
  compileExpression(expression)(answer);

describe('a plain path', () => {
  test.each([
    ['timeZone', { timeZone: 'UTC' }, 'UTC'],
    ['language.displayName', { language: { displayName: 'čeština' } }, 'čeština'],
    ['a.b', { a: { b: [1, 2] } }, [1, 2]],
    ['a.b', { a: null }, null],
    ['a.b', { a: 'text' }, null],
    ['a.b', {}, null],
    ['a', null, null],
    ['a.length', { a: [1] }, null],
    ['constructor', {}, null],
    ['__proto__.x', {}, null],
    ['flag', { flag: false }, false],
  ])('%s of %j', (expression, answer, value) => {
    expect(evaluate(expression, answer)).toEqual(value);
  });
});

describe('JMESPath', () => {
  test.each([
    ['userPurpose.value || userPurpose', { userPurpose: 'user' }, 'user'],
    ['userPurpose.value || userPurpose', { userPurpose: { value: 'room' } }, 'room'],
    ['userPurpose.value || userPurpose', {}, null],
    ['length(a)', { a: [1, 2, 3] }, 3],
    ['time(start)', { start: '08:00:00.0000000' }, '08:00:00'],
    ['time(start)', { start: '08:00:00.5000000' }, '08:00:00.5000000'],
    ['time(start)', {}, null],
    ["same(a, 'scheduled')", { a: 'Scheduled' }, true],
    ["same(a, 'scheduled')", { a: null }, false],
    ['utc(at)', { at: { dateTime: '2026-11-25T08:00:00.0000000', timeZone: 'UTC' } }, '2026-11-25T08:00:00Z'],
    ['utc(at)', { at: { dateTime: '2026-11-25T08:00:00' } }, '2026-11-25T08:00:00Z'],
    ['utc(at)', { at: { dateTime: '2026-11-25T08:00:00', timeZone: 'Nowhere' } }, '2026-11-25T08:00:00 Nowhere'],
    ['utc(at)', { at: 'now' }, null],
    ['utc(at)', {}, null],
  ])('%s of %j', (expression, answer, value) => {
    expect(evaluate(expression, answer)).toEqual(value);
  });

  test('that does not parse is an error that quotes it', () => {
    expect(() => compileExpression('a ||')).toThrow(UserError);
    expect(() => compileExpression('a ||')).toThrow("'a ||' is not a JMESPath expression");
  });
});
