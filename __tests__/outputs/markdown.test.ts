import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { markdownCode, markdownCopies, markdownLink, markdownTable, markdownText } from '../../src/outputs/markdown.ts';
import { anyCodePoint } from '../support/code-point.ts';
import { codesIn } from '../support/rendered-codes.ts';

/** The displayed form of escaped text: references decoded, without code marks and the invisible break. */
function shown(markdown: string): string {
  return markdown
    .replace(/`([^`]*)`/g, '$1')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))
    .replaceAll('\u2060', '');
}

describe('escaped text', () => {
  test.each([
    ['<script>alert(1)</script>', '&#60;script&#62;alert(1)&#60;/script&#62;'],
    ['a|b `c` *d* _e_ [f](g)', 'a&#124;b &#96;c&#96; &#42;d&#42; &#95;e&#95; &#91;f&#93;(g)'],
    ['![x](y)', '&#33;&#91;x&#93;(y)'],
    ['&amp;', '&#38;amp;'],
    ['- item', '&#45; item'],
    ['1. item', '1&#46; item'],
    ['12) item', '12&#41; item'],
    ['well-known 1.5', 'well-known 1.5'],
    ['a\r\n\r\n# b\tc', 'a &#35; b c'],
    ['   indented', 'indented'],
    ['a\u202Eb\u0007', 'a&#92;u&#123;202e&#125;b&#92;u&#123;7&#125;'],
    ['\uD800', '\uFFFD'],
  ])('%j is written as %j', (text, markdown) => {
    expect(markdownText(text)).toBe(markdown);
  });

  test.each(['@octocat', 'see #123', 'GH-123', 'https://evil.example', 'www.evil.example', 'mailto:a@b.c', 'a@b.c'])(
    '%j is displayed unchanged, and without a link',
    (text) => {
      const markdown = markdownText(text);
      expect(shown(markdown)).toBe(text);
      const outside = markdown.replace(/`[^`]*`/g, '');
      expect(outside.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)))).not.toMatch(
        /@\w|#\d|GH-\d|:\/\/|www\.\w|mailto:\w/i,
      );
    },
  );

  test('is one line without Markdown structure, whatever it contains', () => {
    const hostile = fc.string({
      unit: fc.constantFrom(
        ...'<>&|`*_[](){}!#@\\~$^=-+"\n\r\t :/.1a'.split(''),
        '\u202E',
        '\u0000',
        '\u2028',
        'www.',
        'http://',
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(fc.oneof(hostile, fc.string({ unit: anyCodePoint })), (text) => {
        // Addresses and URLs are code, in which nothing is structure.
        const markdown = markdownText(text).replace(/`[^\s`|<>]*(?:@|:\/\/)[^\s`|<>]+`/g, '§');
        expect(markdown).not.toMatch(/[<>`*_{}[\]\\|~^=$!@]|&(?!#\d+;)|(?<!&)#|[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]/u);
        // A link needs a scheme before it.
        expect(markdown).not.toMatch(/^(?:\s|[-+]|\d+[.)])|\s$|\u202E|\w:\/\/[\p{L}\p{N}]|www\.\w/u);
        expect(markdown.isWellFormed()).toBe(true);
      }),
    );
  });

  test('is cut at the requested length', () => {
    expect(markdownText('a'.repeat(50), 10)).toBe(`${'a'.repeat(9)}…`);
  });
});

describe('code', () => {
  test('contains an address unchanged', () => {
    expect(markdownCode('user_x.com#EXT#@contoso.onmicrosoft.com')).toBe('`user_x.com#EXT#@contoso.onmicrosoft.com`');
    expect(markdownCode('jörg@contoso.com')).toBe('`jörg@contoso.com`');
    expect(markdownCode('D:\\a\\_temp\\All mailboxes.csv')).toBe('`D:\\a\\_temp\\All mailboxes.csv`');
  });

  test('shows exactly the address, whatever it contains, in a paragraph and in a table', () => {
    const part = fc.constantFrom(
      'a',
      'B.c',
      '`',
      '``',
      '|',
      '\\',
      '<b>',
      '&amp;',
      '*',
      '_',
      '#',
      "'",
      '@',
      '\u00e9',
      ' ',
      ']',
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const text = parts.join('');
        const code = markdownCode(text);
        const expected = text.trim() === '' ? [] : [text];
        expect(codesIn(`Found ${code} today`)).toEqual(expected);
        expect(codesIn(markdownTable(['a', 'b'], [[code, 'x']]))).toEqual(expected);
      }),
    );
  });

  test('in a block is exactly the text, whatever its characters', () => {
    const line = fc.string({
      unit: fc.constantFrom('`', '``', '~', '|', '\\', '<b>', '&amp;', '{"', ' ', 'a', '://', '@'),
    });
    fc.assert(
      fc.property(
        fc.array(
          line.map((text) => `x${text}`),
          { minLength: 1, maxLength: 3 },
        ),
        (lines) => {
          const text = lines.join('\n');
          const copies = markdownCopies([
            { label: 'Issuer', text: 'https://a.b/c' },
            { label: 'Command', text },
          ]);
          expect(codesIn(`# Title\n\n${copies}`)).toEqual(['https://a.b/c', text]);
        },
      ),
    );
    const url = 'https://a.b/t/adminconsent?client_id=c&x=1';
    expect(markdownCopies([{ label: 'Grant admin consent', text: url, isLink: true }])).toBe(
      `[Grant admin consent](${url})\n\n`,
    );
  });

  test('contains the URLs of a text, as they can be copied', () => {
    const urls = [
      'https://token.actions.githubusercontent.com',
      'http://a.b/c?d=e&f=%20#g_h',
      'api://AzureADTokenExchange',
    ];
    const text = markdownText(`Grant consent at ${urls[0]} . See (${urls[1]}), or "${urls[2]}".`);
    expect(codesIn(text)).toEqual(urls);
    expect(shown(text)).toBe(`Grant consent at ${urls[0]} . See (${urls[1]}), or "${urls[2]}".`);
  });

  test('contains the addresses of a text, as they can be copied', () => {
    const text = markdownText("To eve@evil.com; 'p.o'hara@x.y'; \"o\u2019brien@x.y\", <adele@contoso.com>. @octocat");
    expect(codesIn(text)).toEqual([
      'eve@evil.com',
      "p.o'hara@x.y",
      'o\u2019brien@x.y',
      'adele@contoso.com',
      '@octocat',
    ]);
    expect(text).not.toContain('\u2060');
  });
});

describe('a link', () => {
  test('leads only to http and https URLs', () => {
    expect(markdownLink('a]b', 'https://github.com/o/r/actions/runs/1/artifacts/2')).toBe(
      '[a&#93;b](https://github.com/o/r/actions/runs/1/artifacts/2)',
    );
    expect(markdownLink('x', 'javascript:alert(1)')).toBe('x');
    expect(markdownLink('x', 'nothing')).toBe('x');
  });

  test('does not end early because of its URL', () => {
    expect(markdownLink('x', 'https://h/a)[b](c "d')).toBe('[x](https://h/a%29%5Bb%5D%28c%20%22d)');
    expect(markdownLink('x', 'https://h/a#b')).toBe('[x](https://h/a#b)');
  });
});

test('a table ends with a blank line', () => {
  expect(markdownTable(['a', 'b'], [['1', '2']], [1])).toBe('| a | b |\n| --- | ---: |\n| 1 | 2 |\n\n');
});
