import { describe, expect, test } from '@jest/globals';
import { compileCell, linearFormats } from '../../src/schema/cell-schema.ts';
import { cpuMs, LONG, SECONDS } from './cpu.ts';

const HALF = LONG / 2;
const CRAFTED: Readonly<Record<string, string>> = {
  letters: 'a'.repeat(LONG),
  address: `http://${'a-'.repeat(HALF)}`,
  'user names': `http://${'a:'.repeat(HALF)}`,
  labels: 'a.'.repeat(HALF),
  mail: `${'a.'.repeat(HALF)}@`,
  percents: `http://a/${'%41'.repeat(LONG / 3)}%`,
  colons: ':'.repeat(LONG),
  digits: '1'.repeat(LONG),
  seconds: `10:00:00.${'1'.repeat(LONG)}x`,
  'date and time': '2027-01-04T'.repeat(LONG / 11),
  blanks: `a${' '.repeat(LONG)}a`,
  base64: `${'AAAA'.repeat(LONG / 4)}!`,
  slashes: `#${'/~0'.repeat(LONG / 3)}~`,
  templates: `${'{a,b}'.repeat(LONG / 5)}{`,
  groups: '('.repeat(LONG),
};

const TEXT_FORMATS = Object.entries(linearFormats()).flatMap(([name, format]) =>
  typeof format === 'object' && 'type' in format && format.type === 'number' ? [] : [name],
);

describe('a format', () => {
  test.each(TEXT_FORMATS)('takes linear time for long crafted texts: %s', (format) => {
    const accepts = compileCell({ format });
    for (const text of Object.values(CRAFTED)) expect(cpuMs(() => accepts(text))).toBeLessThan(SECONDS);
  });

  test.each([
    ['uri', 'https://contoso.com/a?b#c', true],
    ['uri', 'mailto:a@b.c', true],
    ['uri', 'contoso.com/a', false],
    ['uri', 'https://contoso.com/a b', false],
    ['uri-reference', '/a?b', true],
    ['uri-reference', 'a\\b', false],
    ['url', 'https://contoso.com/a', true],
    ['url', 'ftp://contoso.com', true],
    ['url', 'javascript:alert(1)', false],
    ['url', 'https://contoso.com/a b', false],
    ['url', 'https://', false],
    ['duration', 'P1DT2H', true],
    ['duration', 'P2W', true],
    ['duration', 'P', false],
    ['duration', 'P1DT', false],
    ['hostname', 'mail.contoso.com', true],
    ['hostname', `${'a.'.repeat(126)}a.`, true],
    ['hostname', `${'a.'.repeat(126)}aa`, false],
    ['hostname', '-a.b', false],
    ['hostname', `${'a'.repeat(64)}.b`, false],
    ['byte', 'QUJD', true],
    ['byte', 'QUI=', true],
    ['byte', 'QUJ', false],
    ['regex', '^a+$', true],
    ['regex', '(?=a)', false],
    ['email', 'ann@contoso.com', true],
    ['email', 'ann@contoso', false],
    ['uuid', 'F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6', true],
    ['ipv4', '10.0.0.1', true],
    ['ipv4', '10.0.0.256', false],
    ['ipv6', '2001:DB8::1', true],
    ['ipv6', '2001:db8:::1', false],
    ['json-pointer', '/a~1b', true],
    ['date', '2027-02-29', false],
    ['date-time', '2027-01-04T06:00:00Z', true],
    ['date-time', '2027-01-04T06:00:00 Customized Time Zone', false],
    ['iso-time', '08:00:00', true],
  ])('accepts what its specification allows: %s %s', (format, text, accepted) => {
    expect(compileCell({ format })(text)).toBe(accepted);
  });
});

describe('a limit of dates', () => {
  const EPOCH = '1970-01-01T00:00:00Z';
  test.each([
    [{ format: 'date-time', formatMinimum: '2026-01-01T00:00:00Z' }, EPOCH, false],
    [{ format: 'date-time', formatMaximum: EPOCH }, '1970-01-01T00:00:01Z', false],
    [{ format: 'date-time', formatMinimum: EPOCH }, '1969-12-31T23:59:59Z', false],
    [{ format: 'date-time', formatMinimum: EPOCH }, EPOCH, true],
    [{ format: 'date-time', formatExclusiveMinimum: EPOCH }, EPOCH, false],
    [{ format: 'date-time', formatMaximum: '2016-12-31T00:00:00Z' }, '2016-12-31T23:59:60Z', false],
    [{ format: 'date-time', formatMinimum: '2017-01-01T00:00:00Z' }, '2016-12-31T23:59:60Z', true],
    [{ format: 'date-time', formatMaximum: '2026-01-01T00:00:00Z' }, '2026-01-01t01:00:00+0230', true],
    [{ format: 'date-time', formatMaximum: '2026-01-01T00:00:00Z' }, '2025-12-31T23:00:00-02', false],
    [{ format: 'iso-date-time', formatMinimum: '2026-01-01T00:00:00Z' }, '2025-12-31 23:59:59', false],
    [{ format: 'date', formatMinimum: '2026-01-01' }, '0050-01-01', false],
    [{ format: 'date', formatMaximum: '2026-01-01' }, '2026-01-01', true],
    [{ format: 'time', formatMaximum: '08:00:00Z' }, '09:30:00+02:00', true],
    [{ format: 'iso-time', formatMinimum: '08:00:00' }, '07:59:59.9', false],
  ])('%j has %s: %s', (schema, text, isWithin) => {
    expect(compileCell(schema)(text)).toBe(isWithin);
  });
});
