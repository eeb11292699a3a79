import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from '@jest/globals';
import { newFolder } from '../support/new-folder.ts';
import { inRepository, textOf } from './repository.ts';

const run = promisify(execFile);

/** Folders that a copy of the repository does not need. */
const LEFT_OUT = ['node_modules', '.git', 'coverage', 'demo-output', 'dist'];
/** In ms. Both programs take some ten seconds of CPU time, which a busy machine gives late. */
const SLOW = 300_000;
/** Of `src`, for one addition. */
const MOST_FILES = 3;
/** Tests of the repository that hold every report, command and import to the rules of the house. */
const RULES = [
  '__tests__/layers.test.ts',
  '__tests__/reports/built-in/built-in.test.ts',
  '__tests__/remediation/targets.test.ts',
  '__tests__/source/derivers.test.ts',
  '__tests__/cli/commands.test.ts',
  '__tests__/incident/questions.test.ts',
];

/** A block of the page: a new file, or what is inserted into one. */
interface Block {
  readonly file: string;
  readonly isNew: boolean;
  readonly text: string;
}

interface Addition {
  readonly title: string;
  readonly blocks: readonly Block[];
}

const ADDITIONS: readonly Addition[] = textOf('docs/extending.md')
  .split(/^## /m)
  .slice(1)
  .map((section) => ({ title: section.split('\n')[0] ?? '', blocks: blocksOf(section) }));

/** All files of the page. */
const FILES = [...new Set(ADDITIONS.flatMap(({ blocks }) => blocks.map(({ file }) => file)))];

function blocksOf(section: string): Block[] {
  return [...section.matchAll(/^In `([^`]+)`:\n\n```(ts|diff)\n([\s\S]*?)^```$/gm)].map(
    ([, file = '', language, text = '']) => ({ file, isNew: language === 'ts', text }),
  );
}

/** Writes a new file, or inserts the lines of a diff at the one place that has its other lines. */
function apply({ file, isNew, text }: Block, copy: string): void {
  const target = path.join(copy, file);
  if (isNew) {
    if (existsSync(target)) throw new Error(`${file} exists`);
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, text);
    return;
  }
  let whole = readFileSync(target, 'utf8').replaceAll('\r\n', '\n');
  for (const hunk of text.split('@@\n')) {
    const [before, after] = [linesOf(hunk, '+'), linesOf(hunk, '-')];
    const [start, end, ...others] = whole.split(before);
    if (start === undefined || end === undefined || others.length > 0)
      throw new Error(`${file} has not one place for:\n${hunk}`);
    whole = start + after + end;
  }
  writeFileSync(target, whole);
}

/** The lines of a hunk without those of a sign. */
function linesOf(hunk: string, without: '+' | '-'): string {
  return hunk
    .split('\n')
    .filter((line) => !line.startsWith(without))
    .map((line) => line.slice(1))
    .join('\n');
}

const copy = newFolder();

beforeAll(() => {
  const leftOut = new Set(LEFT_OUT.map(inRepository));
  cpSync(inRepository('.'), copy, { recursive: true, filter: (source) => !leftOut.has(source) });
  symlinkSync(inRepository('node_modules'), path.join(copy, 'node_modules'), 'junction');
  for (const block of ADDITIONS.flatMap(({ blocks }) => blocks)) apply(block, copy);
});

/** Runs a program in the copy. What it printed if it fails, else ''. */
async function failureOf(...args: readonly string[]): Promise<string> {
  try {
    await run(process.execPath, ['--max-semi-space-size=64', ...args], { cwd: copy });
    return '';
  } catch (error) {
    const { stdout, stderr } = Object.assign({ stdout: '', stderr: '' }, error);
    return `${stdout}\n${stderr}`;
  }
}

test('the page has an example of each addition', () => {
  expect(ADDITIONS.map(({ title }) => title)).toEqual([
    'A report',
    'A column',
    'A setting that rules can write',
    'A `Set-` cmdlet',
    'An entry that remediation takes away and gives back',
    'A derived report',
    'A question of `incident`',
    'A command of the terminal program',
  ]);
});

test.each(ADDITIONS)('$title takes at most three files of src, and has a test', ({ blocks }) => {
  const files = [...new Set(blocks.map(({ file }) => file))];
  const sources = files.filter((file) => file.startsWith('src/'));
  expect(sources.length).toBeGreaterThan(0);
  expect(sources.length).toBeLessThanOrEqual(MOST_FILES);
  expect(files.filter((file) => file.startsWith('__tests__/') && file.endsWith('.test.ts'))).not.toEqual([]);
});

test(
  'the sources with all additions have no type errors',
  async () => {
    expect(await failureOf('__tests__/docs/type-errors.ts', ...FILES)).toBe('');
  },
  SLOW,
);

test(
  'the tests of the additions pass, and those of the rules that apply to them',
  async () => {
    const tests = FILES.filter((file) => file.endsWith('.test.ts'));
    const jest = ['--experimental-vm-modules', 'node_modules/jest/bin/jest.js', '--runInBand', '--runTestsByPath'];
    expect(await failureOf(...jest, ...tests, ...RULES)).toBe('');
  },
  SLOW,
);
