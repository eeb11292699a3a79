import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseJson, property, type Json } from '../src/json.ts';

/** CPU time, user and system, and peak memory of a whole process. */
export interface Usage {
  readonly cpuMs: number;
  readonly peakBytes: number;
}

/** Time and memory of one run of a program. */
export interface RunCost extends Usage {
  /** From starting the process to its end. */
  readonly wallMs: number;
}

/** Time, memory and output of one run of a program. */
export interface MeasuredRun extends RunCost {
  /** From the first request for mailboxes to the last answer, or to the last record written. */
  readonly readingMs: number;
  readonly csvFile: string;
  /** The folder of this run; it is the caller's to remove. */
  readonly home: string;
}

const LONGEST_RUN_MS = 600_000;

type Preload = 'usage' | 'reading' | 'token-request' | 'loaded-files' | 'interleaving';

/** The file into which a preload writes its measurements. */
const VARIABLES: Readonly<Record<Preload, string>> = {
  usage: 'BENCH_USAGE',
  reading: 'BENCH_READING',
  'token-request': 'BENCH_TOKEN_REQUEST',
  'loaded-files': 'BENCH_LOADED',
  interleaving: 'BENCH_INTERLEAVING',
};

/** The environment that makes a process measure itself, with files in the folder given. */
export function preloading(preloads: readonly Preload[], folder: string): Record<string, string> {
  const modules = preloads.map((name) => pathToFileURL(path.join(import.meta.dirname, 'preload', `${name}.js`)).href);
  return {
    NODE_OPTIONS: modules.map((module) => `--import ${module}`).join(' '),
    ...Object.fromEntries(preloads.map((name) => [VARIABLES[name], fileOf(name, folder)])),
  };
}

/** The measurements of a preload in a process that has ended. */
export async function seen(preload: Preload, folder: string): Promise<Json> {
  return parseJson(await readFile(fileOf(preload, folder), 'utf8'));
}

/** The measurements of the preload `usage`. */
export async function usageIn(folder: string): Promise<Usage> {
  const usage = await seen('usage', folder);
  return { cpuMs: numberIn(usage, 'cpuMs'), peakBytes: numberIn(usage, 'peakBytes') };
}

export function numberIn(value: Json, key: string): number {
  const number = property(value, key);
  if (typeof number !== 'number') throw new Error(`"${key}" is no number`);
  return number;
}

/** Waits for a process with piped output, and returns the output. Rejects if it fails or does not end. */
export async function ended(child: ChildProcess): Promise<string> {
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => (printed += text));
  }
  const killer = setTimeout(() => child.kill('SIGKILL'), LONGEST_RUN_MS);
  await once(child, 'close');
  clearTimeout(killer);
  if (child.exitCode !== 0) throw new Error(`${child.spawnfile} ended with ${child.exitCode}:\n${printed}`);
  return printed;
}

function fileOf(preload: Preload, folder: string): string {
  return path.join(folder, `${preload}.json`);
}
