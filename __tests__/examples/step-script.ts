import { execFile, execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { endpointLines } from '../../tenant/endpoints.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { jobsOf, textIn } from '../docs/workflow-files.ts';

export interface ScriptResult {
  readonly code: number;
  readonly stdout: string;
}

/** The script of a step, by the name of an example workflow and of the step. Throws if there is none. */
export function scriptOf(example: string, name: string): string {
  const [script] = scriptsOf(example, name);
  if (script === undefined) throw new Error(`${example} has no step ${name}`);
  return script;
}

/** The scripts of all steps of a name. */
export function scriptsOf(example: string, name: string): readonly string[] {
  const steps = jobsOf(`examples/workflows/${example}.yml`).flatMap((job) => job.steps);
  return steps.filter((step) => step.name === name).map((step) => textIn(step, 'run'));
}

/** Runs a script with `bash -e`, as a runner does, or with Node.js. It finds the programs of the folder first. */
export async function runScript(
  script: string,
  { home, env, shell = 'bash' }: { home: string; env: Readonly<Record<string, string>>; shell?: 'bash' | 'node' },
): Promise<ScriptResult> {
  const file = path.join(home, shell === 'bash' ? 'step.sh' : 'step.cjs');
  writeFileSync(file, script);
  const [program, ...args] = shell === 'bash' ? ['bash', '-e', file] : [process.execPath, file];
  const found = `${path.join(home, 'bin')}${path.delimiter}${process.env.PATH}`;
  const { NODE_COMPILE_CACHE } = process.env;
  return new Promise((resolve) => {
    const options = { env: { PATH: found, HOME: home, NODE_COMPILE_CACHE, ...env } };
    const child = execFile(program, args, options, (_error, stdout) => {
      resolve({ code: child.exitCode ?? -1, stdout });
    });
  });
}

/** Writes a program `bin/gh` that answers as GitHub's command line, and returns its folder. */
export function githubCli(home: string): string {
  return writeProgram(home, 'gh', `exec '${process.execPath}' '${path.join(import.meta.dirname, 'gh.ts')}' "$@"`);
}

/** Writes a program `bin/gh` that sends requests to the GitHub of a tenant, and returns its folder. */
export function githubApi(home: string, { githubUrl }: Pick<Tenant, 'githubUrl'>): string {
  const program = path.join(import.meta.dirname, 'gh-api.ts');
  return writeProgram(home, 'gh', `exec '${process.execPath}' '${program}' '${githubUrl}' "$@"`);
}

/** Writes a program `bin/npx` that runs a command of this repository, `leaver` against a tenant, whatever the version that is asked for. */
export function writeNpx(home: string, tenant: Tenant): void {
  const main = path.resolve(import.meta.dirname, '../../src/cli/main.ts');
  const lines = [
    'command=$3',
    'shift 3',
    `if [ "$command" = leaver ]; then set -- --endpoints '${endpointLines(tenant)}' "$@"; fi`,
    `exec '${process.execPath}' '${main}' "$command" "$@"`,
  ];
  writeProgram(home, 'npx', lines.join('\n'));
}

/** Writes a script that steps find by its name, and returns its folder. */
function writeProgram(home: string, name: string, script: string): string {
  const folder = path.join(home, 'bin');
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  return folder;
}

/** Creates a bare repository, and returns what runs git in it. */
export function newRemote(folder: string): (...args: readonly string[]) => string {
  execFileSync('git', ['init', '--quiet', '--bare', folder]);
  return (...args) => execFileSync('git', ['--git-dir', folder, ...args], { encoding: 'utf8' }).trim();
}
