import { describe, expect, test } from '@jest/globals';
import { explanations } from '../../src/auth/entra-explanations.ts';
import { readPkcs12 } from '../../src/auth/pkcs12/read.ts';
import { batchOutcomes, type Outcome } from '../../src/graph/outcome.ts';
import { userErrorOf } from '../auth/thrown.ts';
import { codesIn, errorCodes, graphAnswersIn, graphErrorsGivenBy } from './error-codes.ts';
import { codeIn, inlineCode, tableOf, tablesOf } from './markdown.ts';
import { filesLike, textOf } from './repository.ts';

function documentedCodes(file: string): string[] {
  return tablesOf(textOf(file))
    .filter(({ header }) => header[0] === 'Code')
    .flatMap(({ rows }) => rows.map(([code = '']) => codeIn(code) ?? code));
}

describe('troubleshooting', () => {
  test('has every code of the sources once, and no other', async () => {
    expect(documentedCodes('docs/troubleshooting.md').sort()).toEqual(await errorCodes());
  });

  test('encodes a PFX by the commands that the error gives', () => {
    const { hint } = userErrorOf(() => readPkcs12('%%%', '', new Date()));
    const commands = ['base64 -w0 app.pfx', 'base64 -i app.pfx', '[IO.File]::ReadAllBytes("$PWD\\app.pfx")'];
    for (const command of commands) {
      expect(hint).toContain(command);
      expect(textOf('docs/troubleshooting.md')).toContain(command);
    }
    // Without the folder, .NET looks where PowerShell was started.
    for (const file of ['README.md', 'docs/setup.md']) expect(textOf(file)).toContain('ReadAllBytes("$PWD\\');
  });

  test('begins in the README with codes that it has', () => {
    const frequent = documentedCodes('README.md');
    expect(frequent).not.toHaveLength(0);
    expect(documentedCodes('docs/troubleshooting.md')).toEqual(expect.arrayContaining(frequent));
  });
});

test("Entra's codes are those that the sources explain, each once", () => {
  const entra = documentedCodes('docs/troubleshooting.md').filter((code) => code.startsWith('AADSTS'));
  expect(entra.toSorted()).toEqual(
    Object.keys(explanations)
      .map((number) => `AADSTS${number}`)
      .toSorted(),
  );
});

const RETRIED = { read: '', final: 'no', retry: 'yes', token: 'with a new token', alone: '' };

/** The outcome of a batch's only item. */
function outcomeOf(status: number, code: string, message: string): Outcome {
  const text = JSON.stringify({ responses: [{ id: '0', status, body: { error: { code, message } } }] });
  const response = { status: 200, headers: {}, text, clientRequestId: '', renewToken: () => Promise.resolve() };
  const [outcome] = batchOutcomes(response, 1, 0);
  if (outcome === undefined) throw new Error('no outcome');
  return outcome;
}

describe('what Graph answers', () => {
  const { rows } = tableOf(textOf('docs/troubleshooting.md'), 'Code in `Error`');
  const answers = rows.flatMap(([codes = '', http = '', status = '', again = '']) => {
    const told = { http: codeIn(http) ?? '', status: codeIn(status), again };
    const others = /\bany\b/.test(codes) ? ['AnyOther'] : [];
    return [...inlineCode(codes), ...others].map((code) => ({ ...told, code }));
  });

  test.each(answers)('$http $code: $status, asked again: $again', ({ http, code, status, again }) => {
    const outcome = outcomeOf(Number(http), code, 'said so');
    expect(RETRIED[outcome.kind]).toBe(again);
    expect('status' in outcome ? outcome.status : 'failed').toBe(status);
  });

  test('has each code at a status once', () => {
    const told = answers.map(({ http, code }) => `${http} ${code}`);
    expect(told).toEqual([...new Set(told)]);
  });

  test('has every status and code that the sources tell apart', () => {
    const known = graphAnswersIn(textOf('src/graph/outcome.ts'));
    const statuses = known.filter((answer) => /^\d/.test(answer));
    const codes = known.filter((answer) => !/^\d/.test(answer));
    expect(Math.min(statuses.length, codes.length)).toBeGreaterThan(4);
    // A status that nothing is said of is any other.
    expect(new Set(answers.map(({ http }) => http))).toEqual(new Set([...statuses, '400']));
    expect(answers.map(({ code }) => code)).toEqual(expect.arrayContaining(codes));
  });

  test('has every code that the embedded tenant gives, as Graph does', async () => {
    const files = await filesLike('tenant/*.ts');
    const given = files.flatMap((file) => graphErrorsGivenBy(textOf(file)));
    expect(given.length).toBeGreaterThan(12);
    const statuses = new Set(answers.map(({ http }) => http));
    const told = answers.map(({ http, code }) => `${http} ${code}`);
    const missing = given.filter(({ code, http }) => {
      if (http === undefined) return !told.some((answer) => answer.endsWith(` ${code}`));
      return !told.includes(`${statuses.has(http) ? http : '400'} ${code}`);
    });
    expect(missing).toEqual([]);
  });

  test('of an item that is not there, the root is another', () => {
    const failure = outcomeOf(404, 'ErrorItemNotFound', 'The root not found');
    expect(failure).toMatchObject({ kind: 'final', status: 'no-mailbox' });
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
