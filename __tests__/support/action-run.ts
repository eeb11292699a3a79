import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import { isRecord } from '../../src/json.ts';
import type { Tenant } from '../../src/tenant/tenant.ts';
import type { TestCredential } from './credential.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** What a runner, and a person who looks at the run, see of one use of the action. */
export interface ActionRun {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The log as a person sees it: without the commands that the runner takes out of it. */
  readonly log: string;
  /** All that was printed, masking commands left out: no secret may stand in it. */
  readonly printed: string;
  readonly stderr: string;
  readonly masked: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The CSV's text, or undefined where there is none. */
  readonly csv: string | undefined;
  readonly rows: readonly Readonly<Record<string, string>>[];
  readonly tookMs: number;
  readonly workspace: string;
}

export interface ActionOptions {
  readonly tenant: Tenant;
  readonly credential: TestCredential;
  /** Inputs that differ from the usual ones; an undefined one is not set at all. */
  readonly inputs?: Readonly<Record<string, string | undefined>>;
  /** Files of the workspace; `mailboxes.txt` holds the tenant's addresses unless it is among them. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Called with all that was printed so far; may send a signal. */
  readonly onPrint?: (printed: string, kill: (signal: NodeJS.Signals) => void) => void;
}

/** What a runner reads of the root `action.yml`: the defaults of its inputs, and what to start. */
async function actionYaml(): Promise<{ readonly defaults: Readonly<Record<string, string>>; readonly main: string }> {
  const yaml: unknown = parseYaml(await readFile(path.join(ROOT, 'action.yml'), 'utf8'));
  if (!isRecord(yaml) || !isRecord(yaml.inputs) || !isRecord(yaml.runs)) throw new Error('action.yml is no action');
  const inputs = Object.entries(yaml.inputs);
  const defaultOf = (input: unknown) => (isRecord(input) && typeof input.default === 'string' ? input.default : '');
  return {
    defaults: Object.fromEntries(inputs.map(([name, input]) => [name, defaultOf(input)])),
    main: String(yaml.runs.main),
  };
}

const folders: string[] = [];

/** Removes what the runs of a test file left behind; for `afterAll`. */
export async function removeWorkspaces(): Promise<void> {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true, force: true })));
}

/**
 * Runs the packaged action as a runner does: `main` of `action.yml` in a process of its own, with the defaults of
 * `action.yml` as `INPUT_*`, files for outputs and summary, and the results service of the tenant.
 */
export async function runAction(options: ActionOptions): Promise<ActionRun> {
  const { tenant, credential, files = {} } = options;
  const yaml = await actionYaml();
  const home = await mkdtemp(path.join(tmpdir(), 'mailbox-report-'));
  folders.push(home);
  const workspace = path.join(home, 'workspace');
  const runnerTemp = path.join(home, 'temp');
  const outputFile = path.join(home, 'output');
  const summaryFile = path.join(home, 'summary.md');
  await Promise.all([mkdir(workspace), mkdir(runnerTemp), writeFile(outputFile, ''), writeFile(summaryFile, '')]);
  const withList = { 'mailboxes.txt': `${tenant.addresses.join('\n')}\n`, ...files };
  for (const [name, content] of Object.entries(withList)) {
    const file = path.join(workspace, name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  const inputs: Record<string, string | undefined> = {
    ...yaml.defaults,
    'tenant-id': tenant.tenantId,
    'client-id': tenant.clientId,
    pfx: credential.pfx,
    'pfx-password': credential.password,
    'authority-host': tenant.authorityHost,
    'graph-url': tenant.graphUrl,
    mailboxes: 'mailboxes.txt',
    ...options.inputs,
  };
  const env = {
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
    ACTIONS_RESULTS_URL: tenant.resultsUrl,
    ACTIONS_RUNTIME_TOKEN: tenant.runtimeToken,
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...options.env,
  };
  const started = performance.now();
  // As a runner starts it: nothing in argv, the workspace as the working directory.
  const child = spawn(process.execPath, [path.join(ROOT, yaml.main)], {
    cwd: workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text;
    options.onPrint?.(stdout, (signal) => child.kill(signal));
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const [code, signal] = await new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on('error', reject).on('close', (...ending) => {
      resolve(ending);
    });
  });
  const tookMs = performance.now() - started;
  const outputs = outputsIn(await readFile(outputFile, 'utf8'));
  const csv = await readFile(outputs['csv-path'] ?? '', 'utf8').catch(() => undefined);
  const lines = stdout.split('\n');
  return {
    code,
    signal,
    log: lines.filter((line) => !line.startsWith('::')).join('\n'),
    printed: lines.filter((line) => !line.startsWith('::add-mask::')).join('\n') + stderr,
    stderr,
    masked: lines.flatMap((line) => (line.startsWith('::add-mask::') ? [unescaped(line.slice(12))] : [])),
    annotations: lines.flatMap(annotationIn),
    outputs,
    summary: await readFile(summaryFile, 'utf8'),
    csv,
    rows: csv === undefined ? [] : parseCsv(csv, { bom: true, columns: true }),
    tookMs,
    workspace,
  };
}

function annotationIn(line: string): Annotation[] {
  const [, level, properties = '', message = ''] = /^::(error|warning|notice)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
  if (level !== 'error' && level !== 'warning' && level !== 'notice') return [];
  const pairs = properties.split(',').map((pair) => pair.split('='));
  return [
    {
      level,
      message: unescaped(message),
      properties: Object.fromEntries(pairs.map(([name = '', value = '']) => [name, unescaped(value)])),
    },
  ];
}

/** As the runner reads a workflow command. */
function unescaped(text: string): string {
  return text.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The file that GITHUB_OUTPUT names: `name<<delimiter`, the value's lines, the delimiter. */
function outputsIn(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  for (const [, name = '', , value = ''] of text.matchAll(/^([\w-]+)<<(\S+)\r?\n([\s\S]*?)\r?\n\2$/gm))
    outputs[name] = value;
  return outputs;
}
