import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import { EvaluationContext } from '../../../src/reports/expressions/evaluation.ts';
import { compileExpression } from '../../../src/reports/expressions/expression.ts';
import { loadPlainText, plainText } from '../../../src/reports/expressions/plain-text.ts';

beforeAll(loadPlainText);

function attribute(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
}

describe('plain_text', () => {
  test.each([
    [
      '<html>\r\n<body>\r\n<p>I am away.<br>\r\nBack on <b>Monday</b>.</p><p>Megan</p></body></html>',
      'I am away.\nBack on Monday.\n\nMegan',
    ],
    ['<div>one</div><div>two</div><div><br></div><div>three&nbsp;</div>', 'one\ntwo\n\nthree'],
    ['<table><tr><th>Who</th><th>Phone</th></tr><tr><td>Alex</td><td>123</td></tr></table>', 'Who Phone\nAlex 123'],
    ['<a href="https://contoso.com/">https://contoso.com/</a>', 'https://contoso.com/'],
    ['<a href="mailto:alex@contoso.com">alex@contoso.com</a>', 'alex@contoso.com'],
    ['<a href="https://evil.com/">contoso.com</a>', 'contoso.com [https://evil.com/]'],
    ['Before<img src="https://evil.com/x.png" alt="logo"> after', 'Before after'],
    ['<ul><li>one</li><li>two</li></ul>', '- one\n- two'],
    ['<h1>Away</h1>', 'Away'],
    ['<head><title>T</title><style>p { color: red }</style></head><script>alert(1)</script><p>text</p>', 'text'],
    ['a &lt;b&gt; &amp; c', 'a <b> & c'],
    ['No tags\r\nbut lines\rof text', 'No tags\nbut lines\nof text'],
    ['Write to Alex <alex@contoso.com>\nor wait', 'Write to Alex <alex@contoso.com>\nor wait'],
    ['<p>Write to Alex <alex@contoso.com></p>', 'Write to Alex <alex@contoso.com>'],
    ['1 < 2 and\n3 > 2', '1 < 2 and\n3 > 2'],
    ['<p>before</p><body>one</body> <p>after</p>', 'before\n\none\n\nafter'],
    ['<p>a<!-- no text --></p>', 'a'],
    ['<!--[if mso]><p>for <b>Outlook</b></p><![endif]--><p>for all</p>', 'for Outlook\n\nfor all'],
    ['a <!-- [if (gte mso 9)|(IE)]>b &amp; <x@y.z><![endif]  --> c <!--[if mso]>d', 'a\nb & <x@y.z>\nc\nd'],
    ['<!--[if !mso]><!--><p>for others</p><!--<![endif]--><![if !mso]>and these<![endif]>', 'for others\n\nand these'],
    ['<!--[if mso]><script><![endif]-->seen by others', 'seen by others'],
    ['<!--[if mso]><!-- [if mso] -->seen<![endif]-->', 'seen'],
    ['<iframe srcdoc="&lt;p&gt;within &amp;amp; &lt;b&gt;seen&lt;/b&gt;"></iframe> after', 'within & seen\nafter'],
    ["<iframe srcdoc='<!--[if mso]>deep<![endif]-->'></iframe>", 'deep'],
    ['  ', ''],
    ['', ''],
    [`<p>${'long '.repeat(60)}</p>`, 'long '.repeat(60).trim()],
  ])('converts %j', (html, text) => {
    expect(plainText(html)).toEqual({ text, complete: true });
  });

  test.each([null, 7, true, [], {}])('returns null for %j', (value) => {
    expect(compileExpression('plain_text(m)')({ m: value }, new EvaluationContext())).toBeNull();
  });

  test.each([
    ['nested deeper than 100 elements', `${'<div>'.repeat(101)}call +49 30 1234567`],
    ['in more than 10,000 siblings', `<div>${'<br>x'.repeat(10_001)}</div>`],
    ['in four documents in attributes', [1, 2, 3, 4].reduce((html) => `<iframe srcdoc="${attribute(html)}">`, 'deep')],
    ['longer than 131,072 characters', `<p>${'x '.repeat(70_000)}</p>`],
    ['longer than 131,072 characters without tags', 'x\n'.repeat(70_000)],
    ['longer than 131,072 characters once it is escaped', '< '.repeat(60_000)],
  ])('marks text that is %s as incomplete, with an ellipsis', (_case, html) => {
    const { text, complete } = plainText(html);
    expect(complete).toBe(false);
    expect(text.endsWith('…')).toBe(true);
  });

  test('does not mark a message as incomplete because it ends with an ellipsis', () => {
    expect(plainText('<p>Wait…</p>')).toEqual({ text: 'Wait…', complete: true });
  });

  test('limits the size of text from hostile HTML, and prints nothing', () => {
    const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    const length = 1_000_000;
    for (const piece of [
      '<div>',
      '<p>x',
      '<br>',
      '<blockquote>',
      '<table><tr><td colspan=999999999>x',
      '<ol start=999999999><li>',
      '&nbsp;',
      '\u00a0',
      '<',
      '<a href=x>',
      '<!--[if mso]>',
      '<!--[if mso]>x-->',
      '<iframe srcdoc="x">',
      '<![endif] ',
      'x ',
    ]) {
      expect(plainText(piece.repeat(length / piece.length)).text.length).toBeLessThan(4 * 128 * 1024);
    }
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  test('returns text without carriage returns and without blanks around it', () => {
    const html = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('<p>', '</p>', '<td>', '<pre>', '\r\n', '&nbsp;', '<ul><li>')),
    );
    fc.assert(
      fc.property(html, (parts) => {
        const { text } = plainText(parts.join(''));
        expect(text).toBe(text.trim());
        expect(text).not.toMatch(/\r|\n\n\n/);
      }),
    );
  });
});
