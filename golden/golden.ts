/**
 * Writes what the actions and the terminal program print and write, run from their sources against the embedded tenant, as files without
 * times, ports and other things that differ from run to run: the folders of two checkouts differ where their behaviour does.
 */
import { spawn } from 'node:child_process';
import { mkdir, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../demo/runner.ts';
import { stopClock } from './fixed-time.ts';
import { Recorder } from './recorder.ts';
import { STORIES } from './stories.ts';

const USAGE = `Usage: node golden/golden.ts FOLDER [story...]
       node golden/golden.ts --list

Writes golden files into a new or empty folder. Compare those of two checkouts with diff -r.
`;
const AT_A_TIME = 2;

/** Makes stories in a process each: modules remember the first environment that they see. */
async function writeAll(folder: string, names: readonly string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  if ((await readdir(folder)).length > 0) throw new Error(`${folder} is not empty`);
  const known = STORIES.map(({ name }) => name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`there is no story ${unknown}; there are ${known.join(', ')}`);
  const left = known.filter((name) => names.length === 0 || names.includes(name));
  const worker = async (): Promise<void> => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) await writeInProcess(folder, name);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}

async function writeInProcess(folder: string, name: string): Promise<void> {
  const began = performance.now();
  const env = { ...process.env, NODE_COMPILE_CACHE: path.join(ROOT, 'node_modules/.cache/compiled') };
  const child = spawn(process.execPath, [import.meta.filename, '--story', name, folder], {
    env,
    // None of them a terminal but that of errors.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
  if (code !== 0) throw new Error(`the story ${name} failed`);
  process.stderr.write(`${name.padEnd(16)}${((performance.now() - began) / 1000).toFixed(1)} s\n`);
}

async function writeStory(folder: string, name: string): Promise<void> {
  stopClock();
  const recorder = await Recorder.in(folder);
  try {
    const { make, codes = [] } = STORIES.find((story) => story.name === name) ?? {};
    await make?.(recorder);
    const missing = codes.filter((code) => !recorder.hasCode(code));
    if (missing.length > 0) throw new Error(`no file of ${name} has the code ${missing.join(', ')}`);
  } finally {
    await rm(recorder.scratch, { recursive: true, force: true });
  }
}

const { values, positionals } = parseArgs({
  options: { list: { type: 'boolean' }, story: { type: 'string' } },
  allowPositionals: true,
});
const [folder, ...names] = positionals;
if (values.list === true) {
  for (const { name, runs } of STORIES) {
    for (const [run, what] of Object.entries(runs)) process.stdout.write(`${`${name}/${run}`.padEnd(48)}${what}\n`);
  }
} else if (folder === undefined) {
  process.stderr.write(USAGE);
  process.exitCode = 2;
} else if (values.story === undefined) await writeAll(path.resolve(folder), names);
else await writeStory(folder, values.story);
