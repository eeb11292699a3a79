#!/usr/bin/env node
/**
 * Tries the simulation: runs it against copies of the sources with one mistake each, until the first seed that fails.
 *
 *     node simulation/mutations/try.ts [--only NAME,...] [--seeds 100]
 *
 * `--only` takes mutations with one of these kinds or names. Prints a table, and exits with 1 if a mutation is not found.
 */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { MUTATIONS, type Mutation } from './mutations.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** What a simulation imports. It is copied, since a module behind a link imports from where it really is. */
const COPIED = ['src', 'tenant', 'demo', 'probe', 'simulation', '__tests__', 'package.json'];
const LEFT_OUT = ['.git', 'coverage'];
/** Most output of a simulation, in bytes. */
const MAX_OUTPUT = 64 * 1024 * 1024;

/** What became of a mutation. */
interface Trial {
  readonly mutation: Mutation;
  /** The first seed that fails; undefined if none does. */
  readonly seed: number | undefined;
  readonly seconds: number;
}

const { values } = parseArgs({
  options: { only: { type: 'string', default: '' }, seeds: { type: 'string', default: '100' } },
});
const only = values.only.split(',');
const chosen = MUTATIONS.filter(({ name, kind }) => values.only === '' || only.includes(kind) || only.includes(name));
const copy = await copyOfSources();
try {
  if (await firstFailure(copy, values.seeds)) throw new Error('A seed fails without any mutation');
  const trials: Trial[] = [];
  for (const mutation of chosen) {
    const trial = await tried(copy, mutation, values.seeds);
    trials.push(trial);
    console.error(rowOf(trial));
  }
  console.log(
    ['| Kind | Mistake | Found by seed | Seconds |', '| --- | --- | ---: | ---: |', ...trials.map(rowOf)].join('\n'),
  );
  if (trials.some(({ seed }) => seed === undefined)) process.exitCode = 1;
} finally {
  await rm(copy, { recursive: true });
}

/** A folder with a copy of the sources, and links to the rest of the checkout. */
async function copyOfSources(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'mutation-'));
  for (const name of await readdir(ROOT)) {
    if (LEFT_OUT.includes(name)) continue;
    const [from, to] = [path.join(ROOT, name), path.join(folder, name)];
    if (COPIED.includes(name)) await cp(from, to, { recursive: true });
    else await symlink(from, to);
  }
  return folder;
}

async function tried(copy: string, { file, text, replacement, ...named }: Mutation, seeds: string): Promise<Trial> {
  const place = path.join(copy, file);
  const whole = await readFile(place, 'utf8');
  const parts = whole.split(text);
  if (parts.length !== 2) throw new Error(`${file} has ${JSON.stringify(text)} ${parts.length - 1} times`);
  const began = performance.now();
  await writeFile(place, parts.join(replacement));
  try {
    const seed = await firstFailure(copy, seeds);
    const seconds = Math.round((performance.now() - began) / 1000);
    return { mutation: { file, text, replacement, ...named }, seed, seconds };
  } finally {
    await writeFile(place, whole);
  }
}

/** Runs seeds until the first that fails. Returns undefined if none does. Rejects if the simulation itself cannot run. */
async function firstFailure(copy: string, seeds: string): Promise<number | undefined> {
  const program = path.join(copy, 'simulation/simulate.ts');
  const { code, output } = await new Promise<{ readonly code: unknown; readonly output: string }>((resolve) => {
    const options = { cwd: copy, maxBuffer: MAX_OUTPUT };
    execFile(process.execPath, [program, '--seeds', seeds, '--first'], options, (error, stdout, stderr) =>
      resolve({ code: error?.code ?? 0, output: `${stdout}\n${stderr}` }),
    );
  });
  if (code === 0) return undefined;
  const [, seed] = /^seed (\d+)\b/m.exec(output) ?? [];
  if (code !== 1 || seed === undefined) throw new Error(`The simulation ended with ${String(code)}:\n${output}`);
  return Number(seed);
}

function rowOf({ mutation: { kind, name }, seed, seconds }: Trial): string {
  return `| ${kind} | ${name} | ${seed ?? 'not found'} | ${seconds} |`;
}
