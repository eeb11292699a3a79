import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { ROOT } from '../../demo/runner.ts';
import { isRecord, jsonOrUndefined } from '../../src/json.ts';
import { forwardArtifacts } from './artifact-forwarder.ts';
import { listening } from '../support/listening.ts';

/** A workflow that a runner which we did not write is to run. */
export interface WorkflowUse {
  /** The text of the workflow file. */
  readonly workflow: string;
  /** Such as `schedule`. */
  readonly event: string;
  /** The event's payload; a small one if not given. */
  readonly payload?: unknown;
  /** Files of the repository, by path. */
  readonly files: Readonly<Record<string, string | Uint8Array>>;
  /** What of this repository stands in it as well. */
  readonly folders?: readonly string[];
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  /** What the runner has besides in the environment of every step. */
  readonly env?: Readonly<Record<string, string>>;
  /** A folder with programs that steps find before all others. */
  readonly programs?: string;
  /** Actions that are not to be fetched: `owner/name@ref` with their folder. */
  readonly actions?: Readonly<Record<string, string>>;
}

/** What people see of the run. */
export interface WorkflowRun {
  /** By the job's id; those that were skipped have none. */
  readonly jobs: Readonly<Record<string, string>>;
  /** `success` or `failure`, by the step's name or what it uses. */
  readonly steps: Readonly<Record<string, string>>;
  /** Of the steps, by their ids. */
  readonly outputs: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly annotations: readonly { readonly level: string; readonly message: string; readonly title: string }[];
  readonly summary: string;
  /** What steps printed, and the runner's own words. */
  readonly log: string;
}

const REPOSITORY = 'https://github.com/contoso/mailboxes';
const OURS = 'mailbox-report/mailbox-report@v1';
/** The version that continuous integration installs. */
const LEAST_ACT = '0.2.87';

/**
 * Runs a workflow by nektos/act on this machine, without containers: a repository of its own, secrets from the
 * environment, act's own server for artifacts. Throws where act is missing or too old, and says how to install it.
 */
export async function runWorkflow(use: WorkflowUse): Promise<WorkflowRun> {
  const home = await mkdtemp(path.join(tmpdir(), 'workflow-'));
  try {
    const repository = await newRepository(home, use);
    const port = await freePort();
    const forwarder = await forwardArtifacts(`http://127.0.0.1:${port}`);
    try {
      return seenIn(await output(use, { home, repository, port, artifacts: forwarder.origin }));
    } finally {
      await forwarder.close();
    }
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

interface Place {
  readonly home: string;
  readonly repository: string;
  readonly port: number;
  /** Where steps find act's server for artifacts. */
  readonly artifacts: string;
}

async function output(use: WorkflowUse, { home, repository, port, artifacts }: Place): Promise<string> {
  const { event, payload = {}, secrets = {}, variables = {}, env = {}, actions = {}, programs } = use;
  const eventFile = path.join(home, 'event.json');
  await writeFile(eventFile, JSON.stringify(payload));
  const environment = path.join(home, 'environment');
  await writeFile(
    environment,
    Object.entries(env)
      .map(([name, value]) => `${name}=${JSON.stringify(value)}\n`)
      .join(''),
    {
      mode: 0o600,
    },
  );
  const local = Object.entries({ [OURS]: await ourActions(home), ...actions }).map(
    ([name, folder]) => `${name}=${folder}`,
  );
  const many = (option: string, values: readonly string[]): string[] => values.flatMap((value) => [option, value]);
  const child = spawn(
    actPath(),
    [
      event,
      '--json',
      '--pull=false',
      '--no-cache-server',
      '--eventpath',
      eventFile,
      '--platform',
      'ubuntu-latest=-self-hosted',
      '--artifact-server-path',
      path.join(home, 'artifacts'),
      '--artifact-server-addr',
      '127.0.0.1',
      '--artifact-server-port',
      String(port),
      ...many('--local-repository', local),
      // By name alone: act takes the values from its environment, and none stands in a command line.
      ...many('--secret', Object.keys(secrets)),
      ...many(
        '--var',
        Object.entries(variables).map(([name, value]) => `${name}=${value}`),
      ),
      '--env-file',
      environment,
    ],
    {
      cwd: repository,
      env: {
        // The Node.js of this repository is that of the runner.
        PATH: [programs ?? [], path.dirname(process.execPath), process.env.PATH ?? ''].flat().join(path.delimiter),
        HOME: home,
        XDG_CACHE_HOME: path.join(home, 'cache'),
        ACTIONS_RUNTIME_URL: `${artifacts}/`,
        ...secrets,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
  }
  await once(child, 'close');
  return text;
}

/** What a runner fetches of this repository: act copies the whole folder, whatever is in it. */
async function ourActions(home: string): Promise<string> {
  const folder = path.join(home, 'mailbox-report');
  for (const part of ['action.yml', 'dist', 'validate', 'merge', 'remediate']) {
    await cp(path.join(ROOT, part), path.join(folder, part), { recursive: true });
  }
  return folder;
}

/** The program that ACT names, or the first `act`. Throws an error that says how to install it if there is none. */
function actPath(): string {
  const usual = [path.join(homedir(), 'go', 'bin'), '/usr/local/bin', '/usr/bin'];
  const folders = [...usual, ...(process.env.PATH ?? '').split(path.delimiter)];
  const places = process.env.ACT === undefined ? folders.map((folder) => path.join(folder, 'act')) : [process.env.ACT];
  const program = places.find((place) => existsSync(place));
  const { stdout = '' } = program === undefined ? {} : spawnSync(program, ['--version'], { encoding: 'utf8' });
  const [, version = ''] = /^act version v?(\d+\.\d+\.\d+)/.exec(stdout) ?? [];
  if (program !== undefined && version.localeCompare(LEAST_ACT, 'en', { numeric: true }) >= 0) return program;
  const found = program === undefined ? 'which is not here' : `${LEAST_ACT} or newer: ${program} is "${version}"`;
  const install = `go install github.com/nektos/act@v${LEAST_ACT}`;
  throw new Error(
    `These tests run workflows by nektos/act, ${found}. Install it (${install}), or set ACT to the program.`,
  );
}

async function newRepository(home: string, { workflow, files, folders = [] }: WorkflowUse): Promise<string> {
  const repository = path.join(home, 'mailboxes');
  for (const part of folders) await cp(path.join(ROOT, part), path.join(repository, part), { recursive: true });
  // act refuses the queues of concurrency, which it does not know, and runs no workflow beside another.
  const known = workflow.replaceAll(/^ +queue: max.*\n/gm, '');
  for (const [name, content] of Object.entries({ '.github/workflows/workflow.yml': known, ...files })) {
    const file = path.join(repository, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: repository, stdio: 'ignore' });
  git('init', '--initial-branch=main');
  git('remote', 'add', 'origin', REPOSITORY);
  git('add', '--all');
  git('-c', 'user.name=Test', '-c', 'user.email=test@contoso.com', 'commit', '--message=Start');
  return repository;
}

async function freePort(): Promise<number> {
  const { port, close } = await listening(createServer());
  await close();
  return port;
}

/** act writes a line of JSON for all that it does. */
function seenIn(text: string): WorkflowRun {
  const jobs: Record<string, string> = {};
  const steps: Record<string, string> = {};
  const outputs: Record<string, Record<string, string>> = {};
  const annotations: { level: string; message: string; title: string }[] = [];
  let summary = '';
  let log = '';
  for (const line of text.split('\n')) {
    const entry = jsonOrUndefined(line);
    const word = (name: string): string => (isRecord(entry) && typeof entry[name] === 'string' ? entry[name] : '');
    if (!isRecord(entry)) log += `${line}\n`;
    else if (entry.raw_output === true) log += word('msg');
    const [id]: readonly unknown[] = isRecord(entry) && Array.isArray(entry.stepID) ? entry.stepID : [];
    const stepId = typeof id === 'string' ? id : '';
    const command = word('command');
    if (word('jobResult') !== '') jobs[word('jobID')] = word('jobResult');
    if (word('stepResult') !== '' && word('stage') === 'Main') steps[word('step')] = word('stepResult');
    if (command === 'set-output') (outputs[stepId] ??= {})[word('name')] = word('arg');
    if (command === 'summary') summary += word('content');
    if (command === 'error' || command === 'warning' || command === 'notice') {
      const properties = isRecord(entry) && isRecord(entry.kvPairs) ? entry.kvPairs : {};
      const title = typeof properties.title === 'string' ? properties.title : '';
      annotations.push({ level: command, message: word('arg'), title });
    }
  }
  return { jobs, steps, outputs, annotations, summary, log };
}
