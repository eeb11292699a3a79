import { describe, expect, test } from '@jest/globals';
import { builtInReports } from '../../src/reports/built-in.ts';
import { typeOfExpression, typeOfPath } from './expression-types.ts';
import { graphEnums, graphTypes } from './graph-types.ts';

describe.each([...builtInReports.values()])('$name', ({ request, rows, inconclusive, columns }) => {
  const answer = typeOfPath(request.path);
  const row = answer.replace(/\[\]$/, '');
  const parents = request.children === undefined ? undefined : row;

  test('asks for what Graph has, and makes a row of each where there are many', () => {
    expect(graphTypes).toHaveProperty(row);
    expect(rows).toBe(answer.endsWith('[]') ? 'value' : undefined);
    expect(typeOfPath(request.children?.path ?? request.path)).toBe(answer);
  });

  test('reads properties that exist, as what they are', () => {
    for (const text of Object.values(columns)) expect(typeOfExpression(text, row, parents)).toMatch(/\w/);
    const conditions = [inconclusive, request.children?.when].filter((text) => text !== undefined);
    for (const text of conditions) expect(typeOfExpression(text, row, parents)).toMatch(/^(Boolean|any)/);
  });

  test('selects what it reads', () => {
    const read = [...Object.values(columns), request.children?.when ?? ''].join(' ');
    const used = Object.keys(graphTypes[row] ?? {}).filter((name) => new RegExp(String.raw`\b${name}\b`).test(read));
    const selected = request.query?.$select?.split(',') ?? ['id', ...used];
    expect(new Set(selected)).toEqual(new Set(['id', ...used]));
  });
});

describe('these tests notice', () => {
  test.each([
    ['displayNames', 'messageRule', 'messageRule has no property displayNames'],
    ['actions.forwardTo.address', 'messageRule', 'recipient[] has no property address'],
    ['addresses(conditions.subjectContains)', 'messageRule', 'addresses takes recipient[], and gets String[]'],
    ['map(&nope, [actions.forwardTo, actions.redirectTo][])', 'messageRule', 'recipient has no property nope'],
    [
      "same(status, 'planned')",
      'automaticRepliesSetting',
      'a comparison takes String, and gets automaticRepliesStatus',
    ],
    ["childFolderCount > '0'", 'mailFolder', 'a comparison takes String, and gets Int32'],
    ['time(daysOfWeek)', 'workingHours', 'time takes TimeOfDay, and gets dayOfWeek[]'],
    ['parents[].displayName', 'mailFolder', 'mailFolder has no property parents'],
    ['displayName[0].x[]', 'mailFolder', ''],
  ])('%s of %s', (text, type, message) => {
    expect(() => typeOfExpression(text, type)).toThrow(message);
  });

  test('a path that leads nowhere', () => {
    expect(() => typeOfPath('mailboxSettings/automaticReplies')).toThrow('no property automaticReplies');
  });

  test('every type that a property has is here or one of OData', () => {
    const types = Object.values(graphTypes).flatMap((properties) => Object.values(properties));
    const known = [...Object.keys(graphTypes), ...Object.keys(graphEnums), 'String', 'Boolean', 'Int32', 'TimeOfDay'];
    expect(known).toEqual(expect.arrayContaining(types.map((type) => type.replace('[]', ''))));
  });
});

test('a built-in report says of each of its columns what it can hold', () => {
  for (const { columns, types } of builtInReports.values()) {
    expect(Object.keys(types ?? {})).toEqual(Object.keys(columns));
  }
});
