import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { html, jsonText, link } from '../../../src/outputs/page/html.ts';
import { anyJson } from '../../support/any-json.ts';

const marks = fc.string({ unit: fc.constantFrom('<', '>', '&', '"', "'", 'a', ' ', '\n', '\u202e', '`', '=', '/') });

/** The text of an element or attribute with our character references decoded, as a browser reads it. */
function read(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}

describe('HTML', () => {
  test('escapes values, in elements and in attributes', () => {
    fc.assert(
      fc.property(marks, (value) => {
        const { text } = html`<p title="${value}">${value}</p>`;
        const [, attribute = '', content = ''] = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(text) ?? [];
        const shown = value.replaceAll(/\n+/g, ' ').replaceAll('\u202e', '\\u{202e}');
        expect([read(attribute), read(content)]).toEqual([shown, shown]);
        expect(text).not.toMatch(/&(?!lt;|gt;|quot;|#39;|amp;)/);
      }),
    );
  });

  test('joins HTML without escaping it, and renders undefined as empty text', () => {
    expect(html`${[html`<b>${1}</b>`, html`<i>${'<'}</i>`]}${undefined}.`.text).toBe('<b>1</b><i>&lt;</i>.');
  });

  test.each([
    ['https://github.com/o/r/commit/abc', true],
    ['http://example.com/', true],
    ['javascript:alert(1)', false],
    ['data:text/html,x', false],
    ['no address', false],
    ['https://a.b/"onclick="alert(1)', true],
  ])('writes a link to %s as %j', (url, isLink) => {
    const { text } = link('here', url);
    expect(/^<a href="https?:\/\//.test(text)).toBe(isLink);
    expect(text).not.toContain('"onclick');
  });
});

describe('JSON in a script element', () => {
  const mark = fc.constantFrom('</script>', '<!--', '<script');

  test('does not close the element', () => {
    fc.assert(
      fc.property(fc.jsonValue(), mark, (...value) => {
        expect(jsonText(value)).not.toContain('<');
      }),
    );
  });

  test('parses to the same value', () => {
    fc.assert(
      fc.property(anyJson, mark, (...value) => {
        expect(JSON.parse(jsonText(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
