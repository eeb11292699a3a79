import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../src/json.ts';
import { UserError } from '../../../src/errors.ts';
import { EvaluationContext } from '../../../src/reports/expressions/evaluation.ts';
import { compileExpression } from '../../../src/reports/expressions/expression.ts';

const evaluate = (expression: string, answer: Parameters<ReturnType<typeof compileExpression>>[0]) =>
  compileExpression(expression)(answer, new EvaluationContext());

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
  ])('%s of %j is evaluated', (expression, answer, value) => {
    expect(evaluate(expression, answer)).toEqual(value);
  });
});

describe('an expression that grows without limit', () => {
  const thousand = Array.from({ length: 1000 }, (_, at) => at);
  test.each<[string, string, Json]>([
    ['flattens a copy of its own result 40 times', `[@, @][]${'|[@, @][]'.repeat(40)}`, [1]],
    ['compares large results', `[[@,@]${'|[@,@]'.repeat(40)}, [@,@]${'|[@,@]'.repeat(40)}] | [0] == [1]`, 1],
    ['joins every element with every other twice', 'a[].[$.a[].[$.a[].[@]]]', { a: thousand }],
    ['joins text to itself', `join('', ['ab', 'ab'])${"|join('', [@, @])".repeat(40)}`, null],
    [
      'replaces characters by texts',
      `replace('aaaa', 'a', 'aaaaaaaa')${"|replace(@, 'a', 'aaaaaaaa')".repeat(20)}`,
      null,
    ],
    ['pads text', "pad_left('a', `500000000`)", null],
    ['writes a large result as text', `[@,@]${'|[@,@]'.repeat(30)}|to_string(@)`, 1],
  ])('fails within seconds if it %s', (_case, expression, value) => {
    expect(() => evaluate(expression, value)).toThrow('EXPRESSION_LIMIT');
  });

  test.each([`${'!'.repeat(900)}a`, `a${'.b'.repeat(900)}|@`, `a${'||b'.repeat(900)}`])(
    'is refused if it is nested 900 deep: %s',
    (expression) => {
      expect(() => compileExpression(expression)).toThrow(UserError);
    },
  );

  test('does not limit a text of 131,072 characters, whatever it contains', () => {
    const text = `x${' '.repeat(131_070)}y`;
    for (const name of ['trim', 'trim_left', 'trim_right']) expect(evaluate(`${name}(a)`, { a: text })).toBe(text);
  });
});

describe('the trim functions', () => {
  test.each([
    ["trim('  a b  ')", 'a b'],
    ["trim_left('  a ')", 'a '],
    ["trim_right('  a ')", '  a'],
    ["trim('xyaxy', 'xy')", 'a'],
    ["trim('   ')", ''],
  ])('return for %s the text %j', (expression, text) => {
    expect(evaluate(expression, null)).toBe(text);
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
    ['utc(at)', { at: { dateTime: '2026-11-25T08:00:00' } }, null],
    ['utc(at)', { at: { dateTime: '2026-11-25T08:00:00', timeZone: null } }, null],
    ['utc(at)', { at: { dateTime: '2026-11-25T08:00:00+01:00' } }, '2026-11-25T07:00:00Z'],
    ['utc(at)', { at: { dateTime: '2026-11-25T08:00:00', timeZone: 'Nowhere' } }, '2026-11-25T08:00:00 Nowhere'],
    ['utc(at)', { at: { dateTime: null, timeZone: 'UTC' } }, null],
    ['utc(at)', { at: 'now' }, null],
    ['utc(at)', {}, null],
  ])('%s of %j is evaluated', (expression, answer, value) => {
    expect(evaluate(expression, answer)).toEqual(value);
  });

  test.each([
    [{ dateTime: null, timeZone: 'UTC' }, undefined],
    [{ timeZone: 'UTC' }, 'absent'],
    [{ dateTime: '2026-11-25T08:00:00' }, 'absent'],
    [null, undefined],
  ])('utc() of %j, which is null, is unknown as: %j', (at, unknown) => {
    const context = new EvaluationContext();
    expect(compileExpression('utc(at)')({ at }, context)).toBeNull();
    expect(context.takeUnknown()).toBe(unknown);
  });

  test.each([
    ['nope(a)', "there is no function 'nope'; there are abs, addresses, app_used, avg"],
    ['constructor(a)', "there is no function 'constructor'"],
    ['a || b[?c].nope(d)', "there is no function 'nope'"],
    ['map(&nope(@), a)', "there is no function 'nope'"],
    ['{x: [a, nope()]}', "there is no function 'nope'"],
    ['a ? b : nope(c)', "there is no function 'nope'"],
    ['let $x = nope(a) in $x', "there is no function 'nope'"],
    ['same(a)', 'same() takes 2 arguments, not 1'],
    ['external(a, b)', 'external() takes 1 argument, not 2'],
    ['external()', 'external() takes 1 argument, not 0'],
    ['length(a, b)', 'length() takes 1 argument, not 2'],
    ['merge()', 'merge() takes at least 1 argument, not 0'],
    ['replace(a)', 'replace() takes 3 to 4 arguments, not 1'],
  ])('%s is an error at compile time', (text, message) => {
    expect(() => compileExpression(text)).toThrow(UserError);
    expect(() => compileExpression(text)).toThrow(`'${text}' is not a JMESPath expression: ${message}`);
  });

  test.each([
    ['`{"type": "Function", "name": "nope", "children": []}`.name', 'nope'],
    ['merge(a, b, c)', { x: 3 }],
    ["replace('a-b-c', '-', '+', `1`)", 'a+b-c'],
    ['not_null(nope, a.x)', 1],
  ])('%s is not an error', (text, value) => {
    expect(evaluate(text, { a: { x: 1 }, b: { x: 2 }, c: { x: 3 } })).toEqual(value);
  });

  test('quotes an expression that does not parse', () => {
    expect(() => compileExpression('a ||')).toThrow(UserError);
    expect(() => compileExpression('a ||')).toThrow("'a ||' is not a JMESPath expression");
  });
});
