import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { parse } from 'yaml';
import { isRecord } from '../src/json.ts';
import { inputVariable } from '../src/run/input-readers.ts';

/** The root of this repository, with `action.yml`. */
export const ROOT = path.resolve(import.meta.dirname, '..');

/** A step of a workflow, and the environment of its runner. */
export interface Step {
  /** The folder of the action in this repository; the report action by default. */
  readonly action?: string;
  /** A folder of this step only, for its workspace, its temporary folder and the runner's files. */
  readonly home: string;
  /** `with:`. An undefined value is not passed at all. */
  readonly inputs: Readonly<Record<string, string | undefined>>;
  /** The results service of the run; none by default. */
  readonly results?: { readonly resultsUrl: string; readonly runtimeToken: string };
  /** Overrides of the environment that a runner sets. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Commands of bash that run in the process of the action before it, such as limits. */
  readonly shell?: string | undefined;
}

export interface StartedStep {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly workspace: string;
  /** The outputs set so far. */
  readonly outputs: () => Promise<Readonly<Record<string, string>>>;
  readonly summaryFile: string;
}

/** The workspace of a step. Write its files before the start. */
export function workspaceOf(home: string): string {
  return path.join(home, 'workspace');
}

/** What a runner provides before it starts a step. */
export interface PreparedStep {
  /** The path of the action's program. */
  readonly main: string;
  readonly workspace: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly outputFile: string;
  readonly summaryFile: string;
}

/** Creates the folders and files of a step, and returns its environment: inputs with their defaults are `INPUT_*`. */
export async function prepareStep({ action = '.', home, inputs, results, env = {} }: Step): Promise<PreparedStep> {
  const { defaults, main } = await actionYaml(action);
  const workspace = workspaceOf(home);
  const outputFile = path.join(home, 'output');
  const summaryFile = path.join(home, 'summary.md');
  const runnerTemp = path.join(home, 'temp');
  await Promise.all([mkdir(workspace, { recursive: true }), mkdir(runnerTemp, { recursive: true })]);
  await Promise.all([writeFile(outputFile, ''), writeFile(summaryFile, '')]);
  const unknown = Object.keys(inputs).filter((name) => !Object.hasOwn(defaults, name));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`);
  const inputValues = Object.entries({ ...defaults, ...inputs });
  return {
    main: path.join(ROOT, action, main),
    workspace,
    outputFile,
    summaryFile,
    env: {
      PATH: process.env.PATH,
      HOME: home,
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE,
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
      ...Object.fromEntries(inputValues.map(([name, value]) => [inputVariable(name), value])),
      ...env,
    },
  };
}

/**
 * Starts the packaged action as a runner does: `main` of `action.yml` in its own process, with the workspace as working
 * directory, no arguments, inputs with their defaults as `INPUT_*`, and files for outputs and summary.
 */
export async function startStep(step: Step): Promise<StartedStep> {
  const { main, workspace, env, outputFile, summaryFile } = await prepareStep(step);
  const program = [process.execPath, main] as const;
  const [command, ...args] =
    step.shell === undefined ? program : (['bash', '-c', `${step.shell}; exec "$0" "$@"`, ...program] as const);
  const child = spawn(command, args, {
    cwd: workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return { child, workspace, summaryFile, outputs: async () => outputsIn(await readFile(outputFile, 'utf8')) };
}

interface ActionFile {
  /** By the name of the input. */
  readonly defaults: Readonly<Record<string, string>>;
  readonly main: string;
}

/** By action: many steps run the same, and the files have hundreds of lines. */
const actionFiles = new Map<string, Promise<ActionFile>>();

function actionYaml(action: string): Promise<ActionFile> {
  const file = actionFiles.get(action) ?? readActionYaml(action);
  actionFiles.set(action, file);
  return file;
}

async function readActionYaml(action: string): Promise<ActionFile> {
  const yaml: unknown = parse(await readFile(path.join(ROOT, action, 'action.yml'), 'utf8'));
  if (!isRecord(yaml) || !isRecord(yaml.inputs) || !isRecord(yaml.runs))
    throw new Error('action.yml does not define an action');
  const defaultOf = (input: unknown) =>
    isRecord(input) && typeof input.default === 'string' ? input.default.replace(/^\$\{\{.*\}\}$/, '') : '';
  const inputs = Object.entries(yaml.inputs);
  return {
    defaults: Object.fromEntries(inputs.map(([name, input]) => [name, defaultOf(input)])),
    main: String(yaml.runs.main),
  };
}

/** Parses the file of GITHUB_OUTPUT: `name<<delimiter`, the value's lines, the delimiter. */
export function outputsIn(text: string): Record<string, string> {
  const entries = text.matchAll(/^([\w-]+)<<(\S+)\r?\n([\s\S]*?)\r?\n\2$/gm);
  return Object.fromEntries([...entries].map(([, name = '', , value = '']) => [name, value]));
}
