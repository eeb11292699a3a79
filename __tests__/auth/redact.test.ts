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

/** The characters of a text in a JSON escape each. */
function inJsonEscapes(text: string): string {
  return Array.from(text, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
}

function percentEncoded(text: string): string {
  return Array.from(text, (character) => `%${character.charCodeAt(0).toString(16)}`).join('');
}

function hexOf(text: string): string {
  return Buffer.from(text).toString('hex');
}

function entities(text: string, base: 10 | 16): string {
  return Array.from(text, (character) => `&#${base === 16 ? 'x' : ''}${character.charCodeAt(0).toString(base)};`).join(
    '',
  );
}

describe('a secret is redacted', () => {
  test.each([
    ['whole', (token: string) => token, '***'],
    ['without its first three characters', (token: string) => token.slice(3), '***'],
    ['without its last three characters', (token: string) => token.slice(0, -3), '***'],
    ['as 20 characters of its middle', (token: string) => token.slice(500, 520), '***'],
    ['as two pieces', (token: string) => `${token.slice(0, 100)} ${token.slice(200)}`, '*** ***'],
    ['in JSON escapes', inJsonEscapes, '***'],
    ['in JSON escapes of JSON', (token: string) => JSON.stringify(inJsonEscapes(token)), '"***"'],
    ['in percent encoding', percentEncoded, '***'],
    ['in percent encoding twice', (token: string) => percentEncoded(token).replaceAll('%', '%25'), '***'],
    ['in hex', hexOf, '***'],
    ['in hex, in capitals', (token: string) => hexOf(token).toUpperCase(), '***'],
    ['in hex with hyphens', (token: string) => hexOf(token).replaceAll(/..(?!$)/g, '$&-'), '***'],
    ['in hex with blanks', (token: string) => hexOf(token).replaceAll(/..(?!$)/g, '$& '), '***'],
    ['as 20 characters in hex', (token: string) => hexOf(token.slice(700, 720)), '***'],
    ['spaced', (token: string) => Array.from(token).join(' '), '***'],
    ['as 20 spaced characters', (token: string) => Array.from(token.slice(30, 50)).join(' '), '***'],
    ['in groups with line breaks in JSON', (token: string) => token.replaceAll(/.{7}(?!$)/g, '$&\\r\\n'), '***'],
    ['with zero-width characters', (token: string) => Array.from(token).join('\u200b'), '***'],
    ['with zero-width characters in JSON escapes', (token: string) => Array.from(token).join('\\u200D'), '***'],
    ['with zero-width characters in HTML', (token: string) => Array.from(token).join('&ZeroWidthSpace;'), '***'],
    ['in decimal HTML entities', (token: string) => entities(token, 10), '***'],
    ['in hexadecimal HTML entities', (token: string) => entities(token, 16), '***'],
    ['in HTML entities of JSON', (token: string) => entities(token, 10).replaceAll('&', '\\u0026'), '***'],
    ['in HTML entities twice', (token: string) => entities(token, 16).replaceAll('&', '&amp;'), '***'],
    [
      'with marks as named entities',
      (token: string) => token.replaceAll('.', '&period;').replaceAll('_', '&lowbar;'),
      '***',
    ],
  ])('%s', (_name, echo, shown) => {
    for (const before of ['', 'a', 'Bearer ', 'x'.repeat(14), 'é'.repeat(15)]) {
      expect(redactorOf(TOKEN).redact(`${before}${echo(TOKEN)} end`)).toBe(`${before}${shown} end`);
    }
  });

  test.each([0, 1, 2, 3, 4, 5])('in base64 behind %d other characters', (length) => {
    const encoded = Buffer.from(`${'x'.repeat(length)}${TOKEN}, and more`).toString('base64');
    const redacted = redactorOf(TOKEN).redact(`debug=${encoded};`);
    expect(redacted).toMatch(/^debug=.{0,8}\*\*\*.{0,20};$/);
  });

  test('in JSON, which stays JSON', () => {
    for (const echo of [TOKEN, TOKEN.slice(3)]) {
      const json = JSON.stringify({ id: '1', body: { timeZone: `your token ${echo}`, path: 'C:\\u\\n' } });
      for (const body of [json, json.replace(echo, inJsonEscapes(echo))]) {
        expect(JSON.parse(redactorOf(TOKEN).redact(body))).toMatchObject({ body: { timeZone: 'your token ***' } });
      }
    }
  });

  test('with single characters in JSON escapes', () => {
    const escaped = TOKEN.replace(/[0-9]/g, inJsonEscapes);
    expect(JSON.parse(redactorOf(TOKEN).redact(`{"a":"b ${escaped} c"}`))).toEqual({ a: 'b *** c' });
  });

  test('in base64 with a line break after every 76 characters', () => {
    const lines = Buffer.from(TOKEN).toString('base64').replaceAll(/.{76}/g, '$&\r\n');
    expect(redactorOf(TOKEN).redact(`debug: ${lines}`)).toMatch(/^debug: \*{3}.{0,8}$/s);
  });

  test.each([
    ['nearly a secret', `${TOKEN.slice(0, 19)}, `],
    ['spaced pieces of a secret', `${TOKEN.slice(10, 16)} `],
    ['the start of an escape', '&#000'],
    ['escapes of an ampersand', '&amp;'],
    ['escapes of a percent sign', '%25'],
    ['backslashes', '\\'],
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
