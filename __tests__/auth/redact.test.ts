import { describe, expect, test } from '@jest/globals';
import { Redactor } from '../../src/auth/redact.ts';
import { fixedBytes } from '../support/fixed-bytes.ts';

const TOKEN = ['{"alg":"RS256","typ":"JWT"}', fixedBytes(900, 'claims'), fixedBytes(256, 'signature')]
  .map((part) => Buffer.from(part).toString('base64url'))
  .join('.');

function redactorOf(...secrets: string[]): Redactor {
  const redactor = new Redactor();
  for (const secret of secrets) redactor.add(secret);
  return redactor;
}

describe('a secret is redacted', () => {
  test.each([
    ['whole', (token: string) => token, '***'],
    ['without its first three characters', (token: string) => token.slice(3), '***'],
    ['without its last three characters', (token: string) => token.slice(0, -3), '***'],
    ['as 20 characters of its middle', (token: string) => token.slice(500, 520), '***'],
    ['as two pieces', (token: string) => `${token.slice(0, 100)} ${token.slice(200)}`, '*** ***'],
  ])('%s', (_name, echo, shown) => {
    for (const before of ['', 'a', 'Bearer ', 'x'.repeat(14), 'é'.repeat(15)]) {
      expect(redactorOf(TOKEN).redact(`${before}${echo(TOKEN)} end`)).toBe(`${before}${shown} end`);
    }
  });

  test('in JSON, which stays JSON', () => {
    for (const echo of [TOKEN, TOKEN.slice(3)]) {
      const json = JSON.stringify({ id: '1', body: { timeZone: `your token ${echo}`, path: 'C:\\u\\n' } });
      expect(JSON.parse(redactorOf(TOKEN).redact(json))).toMatchObject({ body: { timeZone: 'your token ***' } });
    }
  });

  test.each([
    ['JSON requires', '\\"', '/', '+', '='],
    ['PHP writes', '\\"', '\\/', '+', '='],
    ['.NET writes', '\\u0022', '\\u002F', '\\u002B', '\\u003D'],
    ['Python or Java write', '\\u0022', '\\u002f', '\\u002b', '\\u003d'],
  ])('with the escapes that %s', (_name, quote, slash, plus, equals) => {
    const of = (...marks: readonly string[]): string => `0123456789${marks.join('abcdefghij')}`;
    expect(redactorOf(of('"', '/', '+', '=')).redact(`{"a":"b ${of(quote, slash, plus, equals)} c"}`)).toBe(
      '{"a":"b *** c"}',
    );
  });

  test.each([
    ['nearly a secret', `${TOKEN.slice(0, 19)}, `],
    ['spaced pieces of a secret', `${TOKEN.slice(10, 16)} `],
  ])('in a long text of %s in linear time', (_name, part) => {
    // In quadratic time, this takes minutes.
    const text = part.repeat(300_000 / part.length);
    expect(redactorOf(TOKEN).redact(`${text}|${TOKEN}`)).toBe(`${text}|***`);
  });

  test('in every header', () => {
    const headers = {
      'content-type': `text/html; t=${TOKEN.slice(3)}`,
      via: ['a', TOKEN],
      server: 'x',
      date: undefined,
    };
    expect(redactorOf(TOKEN).redactHeaders(headers)).toEqual({
      'content-type': 'text/html; t=***',
      via: ['a', '***'],
      server: 'x',
      date: undefined,
    });
  });

  test('whichever of several it is', () => {
    const others = Array.from({ length: 20 }, (_, at) => fixedBytes(300, String(at)).toString('base64url'));
    const redactor = redactorOf(...others, TOKEN, TOKEN);
    expect(redactor.redact([...others, TOKEN].map((secret) => secret.slice(7)).join(' '))).toBe(
      Array.from({ length: 21 }, () => '***').join(' '),
    );
  });
});

describe('a text is unchanged', () => {
  test.each([
    ['that is short', 'W. Europe Standard Time'],
    ['with 19 characters of a secret', `${TOKEN.slice(0, 19)} ${TOKEN.slice(300, 319)}`],
    ['with another token', fixedBytes(600, 'another').toString('base64url')],
    ['with escapes', '{"reply":"\\u003cp\\u003eHello %41%42 \\u00fc\\u0041\\u003c/p\\u003e"}'],
  ])('%s', (_name, text) => {
    expect(redactorOf(TOKEN).redact(text)).toBe(text);
  });

  test('without a secret to redact', () => {
    expect(redactorOf('', 'short').redact(`${TOKEN} short`)).toBe(`${TOKEN} short`);
  });
});
