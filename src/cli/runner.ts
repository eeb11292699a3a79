import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { parse } from 'yaml';
import { isRecord } from '../json.ts';

/** The folder of this repository, which holds `action.yml`. */
export const ROOT = path.resolve(import.meta.dirname, '../..');

/** What a workflow says of a step, and what a runner has for it. */
export interface Step {
  /** The folder of the action in this repository; that of the report action if not given. */
  readonly action?: string;
  /** A folder for this step alone: its workspace, its temporary folder and the runner's files are made in it. */
  readonly home: string;
  /** `with:`; an undefined one is passed as if the runner did not know it. */
  readonly inputs: Readonly<Record<string, string | undefined>>;
  /** The results service of the run; none is told if not given. */
  readonly results?: { readonly resultsUrl: string; readonly runtimeToken: string };
  /** In place of, or besides, what a runner sets. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

export interface StartedStep {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly workspace: string;
  /** The outputs set so far. */
  readonly outputs: () => Promise<Readonly<Record<string, string>>>;
  readonly summaryFile: string;
}

/** Where a step's files are found once it runs: the list must be there before. */
export function workspaceOf(home: string): string {
  return path.join(home, 'workspace');
}

/**
 * Starts the packaged action as a runner does: `main` of `action.yml` in a process of its own, the workspace as its
 * working directory, nothing in argv, inputs with their defaults as `INPUT_*`, and files for outputs and summary.
 */
export async function startStep({ action = '.', home, inputs, results, env = {} }: Step): Promise<StartedStep> {
  const { defaults, main } = await actionYaml(action);
  const workspace = workspaceOf(home);
  const outputFile = path.join(home, 'output');
  const summaryFile = path.join(home, 'summary.md');
  const runnerTemp = path.join(home, 'temp');
  await Promise.all([mkdir(workspace, { recursive: true }), mkdir(runnerTemp, { recursive: true })]);
  await Promise.all([writeFile(outputFile, ''), writeFile(summaryFile, '')]);
  const unknown = Object.keys(inputs).filter((name) => !Object.hasOwn(defaults, name));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`);
  const given = Object.entries({ ...defaults, ...inputs });
  const child = spawn(process.execPath, [path.join(ROOT, action, main)], {
    cwd: workspace,
    env: {
      PATH: process.env.PATH,
      HOME: home,
      GITHUB_ACTIONS: 'true',
      GITHUB_WORKSPACE: workspace,
      GITHUB_OUTPUT: outputFile,
      GITHUB_STEP_SUMMARY: summaryFile,
      GITHUB_SERVER_URL: 'https://github.com',
      GITHUB_REPOSITORY: 'contoso/mailboxes',
      GITHUB_RUN_ID: '1234567890',
      GITHUB_RUN_ATTEMPT: '1',
      GITHUB_RETENTION_DAYS: '90',
      RUNNER_TEMP: runnerTemp,
      ACTIONS_RESULTS_URL: results?.resultsUrl,
      ACTIONS_RUNTIME_TOKEN: results?.runtimeToken,
      ...Object.fromEntries(given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, workspace, summaryFile, outputs: async () => outputsIn(await readFile(outputFile, 'utf8')) };
}

async function actionYaml(
  action: string,
): Promise<{ readonly defaults: Readonly<Record<string, string>>; readonly main: string }> {
  const yaml: unknown = parse(await readFile(path.join(ROOT, action, 'action.yml'), 'utf8'));
  if (!isRecord(yaml) || !isRecord(yaml.inputs) || !isRecord(yaml.runs)) throw new Error('action.yml is no action');
  const defaultOf = (input: unknown) => (isRecord(input) && typeof input.default === 'string' ? input.default : '');
  const inputs = Object.entries(yaml.inputs);
  return {
    defaults: Object.fromEntries(inputs.map(([name, input]) => [name, defaultOf(input)])),
    main: String(yaml.runs.main),
  };
}

/** The file that GITHUB_OUTPUT names: `name<<delimiter`, the value's lines, the delimiter. */
function outputsIn(text: string): Record<string, string> {
  const entries = text.matchAll(/^([\w-]+)<<(\S+)\r?\n([\s\S]*?)\r?\n\2$/gm);
  return Object.fromEntries([...entries].map(([, name = '', , value = '']) => [name, value]));
}
