import { describe, expect, test } from '@jest/globals';
import { codesIn, errorCodes } from './error-codes.ts';
import { codeIn, tablesOf } from './markdown.ts';
import { textOf } from './repository.ts';

function documentedCodes(file: string): string[] {
  return tablesOf(textOf(file))
    .filter(({ header }) => header[0] === 'Code')
    .flatMap(({ rows }) => rows.map(([code = '']) => codeIn(code) ?? code));
}

describe('troubleshooting', () => {
  test('has every code of the sources once, and no other', async () => {
    expect(documentedCodes('docs/troubleshooting.md').sort()).toEqual(await errorCodes());
  });

  test('begins in the README with codes that it has', () => {
    const frequent = documentedCodes('README.md');
    expect(frequent).not.toHaveLength(0);
    expect(documentedCodes('docs/troubleshooting.md')).toEqual(expect.arrayContaining(frequent));
  });
});

describe('the codes of a source', () => {
  test.each([
    ["throw new UserError('LIST_EMPTY', `no ${file}`, { hint });", ['LIST_EMPTY']],
    ["throw pfxError('NOT_BASE64', pointer ? 'a' : 'B');", ['NOT_BASE64']],
    ["new UserError(name === 'pfx' ? 'EMPTY' : 'INPUT_MISSING', `x`, { hint })", ['EMPTY', 'INPUT_MISSING']],
    ["const outcome = { result: 'incomplete', code: 'CANCELLED', hint };", ['CANCELLED']],
    ["type PfxErrorCode = 'IS_PEM' | 'NOT_PFX';", ['IS_PEM', 'NOT_PFX']],
    ["// Throws new UserError('IN_A_COMMENT', x)", []],
    ['new UserError(outcome.code, outcome.message, { hint })', []],
  ])('%j', (source, codes) => {
    expect(codesIn(source, 'source.ts')).toEqual(codes);
  });

  test('an error whose code cannot be told is not passed over', () => {
    expect(() => codesIn('new UserError(someCode(), message, { hint })', 'source.ts')).toThrow('source.ts');
  });
});
