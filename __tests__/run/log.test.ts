import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { logLines, logText } from '../../src/run/log.ts';
import { anyCodePoint } from '../support/code-point.ts';

test.each([
  ['::error::x', '\\::error::x'],
  ['  ::add-mask::x', '  \\::add-mask::x'],
  ['\n::set-output name=a::b', ' \\::set-output name=a::b'],
  ['a ##[error]b', 'a ##\\[error]b'],
  ['a ##vso[task.setvariable variable=b]c', 'a ##\\vso[task.setvariable variable=b]c'],
  // The agent's search skips characters without a width.
  ['#\u200D##\uFE0Fv\u034Fso[task.setsecret]c', '#\u200D##\uFE0F\\v\u034Fso[task.setsecret]c'],
  ['\u001B[0Ksection_start:1:a\r\u001B[0Kb', '\\u{1b}[0Ksection_start:1:a \\u{1b}[0Kb'],
  ['fe80::1', 'fe80::1'],
  ['\u001B[31mred', '\\u{1b}[31mred'],
  ['a\u202Eb', 'a\\u{202e}b'],
  ['می‌خواهم', 'می‌خواهم'],
])('%j is logged as %j', (text, line) => {
  expect(logText(text)).toBe(line);
});

test('no text becomes a workflow command, a second line or an escape sequence', () => {
  const unit = fc.constantFrom(
    ':',
    '#',
    '[',
    'vso',
    '\u200D',
    ' ',
    '\n',
    '\r',
    '\t',
    '\u001B',
    '\u2028',
    '\u00A0',
    '\u0085',
    'a',
    ']',
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit, maxLength: 30 }), fc.string({ unit: anyCodePoint })), (text) => {
      const line = logText(text);
      expect(line.trimStart().startsWith('::')).toBe(false);
      expect(line.replaceAll(/\p{DI}/gu, '')).not.toMatch(/##(?:vso|\[)/);
      expect(line).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
    }),
  );
});

test('a long text is shortened, and lines are escaped one by one', () => {
  expect(logText('a'.repeat(5_000))).toHaveLength(2_000);
  expect(logLines('first\r\n::error::second\n\nthird')).toBe('first\n\\::error::second\nthird');
});
