import { PassThrough } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import { terminalCore } from '../../src/cli/action-run.ts';
import { askLine, Interrupted, jsonText, terminalText } from '../../src/cli/terminal.ts';
import { quietTerminal } from './quiet-terminal.ts';

/** Answers the prompt with chunks of input, and expects that nothing but the prompt is shown. */
async function typed(...chunks: readonly string[]): Promise<string> {
  const [stdin, stderr] = [new PassThrough(), new PassThrough()];
  const asked = askLine('Password: ', { isSecret: true }, { stdin, stderr });
  for (const chunk of chunks) stdin.write(chunk);
  try {
    return await asked;
  } finally {
    expect(String(stderr.read())).toBe('Password: \n');
  }
}

test('the log of an action is one line on a terminal, with a bar while mailboxes are read', () => {
  const shown: string[] = [];
  const core = terminalCore(quietTerminal({ progress: (text) => shown.push(text) }));
  core.info('Signing in');
  core.progress?.(0.5, '50 / 100 mailboxes');
  core.progress?.(1, '100 / 100 mailboxes');
  expect(shown).toEqual([
    'Signing in',
    `[${'='.repeat(12)}${' '.repeat(12)}]  50% 50 / 100 mailboxes`,
    `[${'='.repeat(24)}] 100% 100 / 100 mailboxes`,
  ]);
});

test('keeps every character, including blanks and non-Latin scripts', async () => {
  expect(await typed(' pâss', 'пароль 🔑[O~ \r')).toBe(' pâssпароль 🔑[O~ ');
});

test('erases one character, or all', async () => {
  expect(await typed('ab🔑\u007f\u0008c\r')).toBe('ac');
  expect(await typed('\u007fa\r')).toBe('a');
  expect(await typed('wrong\u0015right\r')).toBe('right');
});

describe('a key without a character adds nothing', () => {
  test.each([
    ['Arrow up', '\u001b[A'],
    ['Arrow right in application mode', '\u001bOC'],
    ['Delete', '\u001b[3~'],
    ['F5', '\u001b[15~'],
  ])('%s', async (_key, sequence) => {
    expect(await typed(`ab${sequence}cd\r`)).toBe('abcd');
    expect(await typed('ab', sequence, 'cd\r')).toBe('abcd');
  });

  test('the markers around pasted text', async () => {
    expect(await typed('\u001b[200~pasted\u001b[201~\r')).toBe('pasted');
  });
});

test('ends at the first line, and with no text at Ctrl+D', async () => {
  expect(await typed('first\nsecond\n')).toBe('first');
  expect(await typed('\u0004')).toBe('');
});

test('is interrupted by Ctrl+C', async () => {
  await expect(typed('secret\u0003')).rejects.toThrow(Interrupted);
});

test('no text is a command for a CI, and JSON keeps its value', () => {
  const value = { name: '::error::a ##vso[task.setsecret]b ##[error]' };
  expect(JSON.parse(jsonText(value))).toEqual(value);
  for (const text of [jsonText(value), terminalText(`a\n${value.name}`)]) expect(text).not.toMatch(/^::|##\[|##vso/m);
});
