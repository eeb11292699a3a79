import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { EOL } from 'node:os';
import path from 'node:path';
import { startStep, workspaceOf, type Step } from '../../demo/runner.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import type { TestCredential } from './credential.ts';
import { parsedCsv } from './parsed-csv.ts';
import { newFolder } from './new-folder.ts';
import { endpointLines } from '../../tenant/endpoints.ts';

export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly properties: Readonly<Record<string, string>>;
}

/** The results of one run of an action, as the runner and a reader of the log see them. */
export interface RunOutcome {
  /** The exit code. */
  readonly code: number | null;
  /** The log without workflow commands. */
  readonly log: string;
  /** The whole output without masking commands. It must not contain a secret. */
  readonly printed: string;
  readonly masked: readonly string[];
  readonly annotations: readonly Annotation[];
  readonly errors: readonly Annotation[];
  readonly warnings: readonly Annotation[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
  /** The CSV of the first report as text. Undefined if there is none. */
  readonly csv: string | undefined;
  readonly rows: readonly Readonly<Record<string, string>>[];
  /** The rows of a report by its name. Empty without a CSV. */
  readonly rowsOf: (report: string) => readonly Readonly<Record<string, string>>[];
  readonly workspace: string;
}

/** The results of one run of the packaged action in a process. */
export interface ActionRun extends RunOutcome {
  readonly signal: NodeJS.Signals | null;
  /** Standard output with workflow commands, and with \n line ends on Windows too. */
  readonly stdout: string;
  readonly stderr: string;
  /** By `performance.now()`. */
  readonly startedAt: number;
  readonly endedAt: number;
}

/** A run in progress. */
export interface StartedRun {
  /** All of standard output so far. */
  readonly printed: () => string;
  readonly kill: (signal: NodeJS.Signals) => void;
  /** Closes the reading end of the run's standard output. */
  readonly closeOutput: () => void;
}

export interface ActionOptions {
  readonly tenant: Pick<
    Tenant,
    'tenantId' | 'clientId' | 'authorityHost' | 'graphUrl' | 'resultsUrl' | 'runtimeToken' | 'addresses'
  > &
    Partial<Pick<Tenant, 'exchangeUrl'>>;
  readonly credential: TestCredential;
  /** Inputs that differ from the usual ones; an undefined one is not set at all. */
  readonly inputs?: Readonly<Record<string, string | undefined>>;
  /** Files of the workspace. By default, `mailboxes.txt` contains the addresses of the tenant. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Commands of bash that run in the process of the action before it. */
  readonly shell?: string;
  /** Runs during the run. */
  readonly during?: (run: StartedRun) => Promise<void>;
}

/** The input for a run whose test needs the artifact: uploading takes half of the CPU time of a short run. */
export const UPLOADED = { 'artifact-name': 'mailbox-report' };

/** Runs the packaged action as a runner does, against the tenant, until it ends. */
export async function runAction(options: ActionOptions): Promise<ActionRun> {
  return followed(await reportStep(options), options.during);
}

/** A step that reports on the tenant, with its files in place. */
export function reportStep(options: ActionOptions): Promise<Step> {
  // The report page has separate tests, and rendering it is slow.
  return signedIn(options, { action: '.', inputs: { formats: 'csv', 'artifact-name': '' } });
}

/** Runs the packaged action that changes settings, as a runner does, against the tenant, until it ends. */
export async function runRemediate(options: ActionOptions): Promise<ActionRun> {
  return followed(await remediateStep(options), options.during);
}

/** A step that changes settings of the tenant, with its files in place. */
export function remediateStep(options: ActionOptions): Promise<Step> {
  return signedIn(options, { action: 'remediate', inputs: { policy: 'policy.yml' } });
}

/** A step that signs in to the tenant and reads a list of its addresses. */
async function signedIn(
  options: ActionOptions,
  { action, inputs }: { readonly action: string; readonly inputs: Step['inputs'] },
): Promise<Step> {
  const { tenant, credential, files = {} } = options;
  return {
    action,
    home: await newHome({ 'mailboxes.txt': `${tenant.addresses.join('\n')}\n`, ...files }),
    results: tenant,
    env: options.env ?? {},
    shell: options.shell,
    inputs: {
      'tenant-id': tenant.tenantId,
      'client-id': tenant.clientId,
      pfx: credential.pfx,
      'pfx-password': credential.password,
      endpoints: endpointLines(tenant),
      mailboxes: 'mailboxes.txt',
      ...inputs,
      ...options.inputs,
    },
  };
}

/** Runs the packaged validate action as a runner does, in a workspace with these files. */
export async function runValidate(
  files: Readonly<Record<string, string | Uint8Array>>,
  inputs: Readonly<Record<string, string | undefined>>,
  env: ActionOptions['env'] = {},
): Promise<ActionRun> {
  return followed(await validateStep(files, inputs, env));
}

/** A step that checks these files. */
export async function validateStep(
  files: Readonly<Record<string, string | Uint8Array>>,
  inputs: Readonly<Record<string, string | undefined>>,
  env: Step['env'] = {},
): Promise<Step> {
  return { action: 'validate', home: await newHome(files), inputs, env };
}

export type MergeOptions = Omit<ActionOptions, 'credential' | 'during' | 'tenant'> & {
  readonly tenant: Pick<Tenant, 'resultsUrl' | 'runtimeToken'>;
};

/** Runs the packaged action that merges the shards of a run, as a runner does, on a workspace of these files. */
export async function runMerge(options: MergeOptions): Promise<ActionRun> {
  return followed(await mergeStep(options));
}

/** A step that merges the shards of a run, with its files in place. */
export async function mergeStep({ tenant, files = {}, inputs = {}, env = {} }: MergeOptions): Promise<Step> {
  const step = { action: 'merge', home: await newHome(files), results: tenant, env };
  return { ...step, inputs: { formats: 'csv', ...inputs } };
}

async function newHome(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
  const home = newFolder();
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(workspaceOf(home), name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, content);
  }
  return home;
}

/** Runs a step to its end. */
export async function followed(
  step: Step,
  during: (run: StartedRun) => Promise<void> = () => Promise.resolve(),
): Promise<ActionRun> {
  const startedAt = performance.now();
  const { child, workspace, summaryFile, outputs } = await startStep(step);
  let printed = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = new Promise<[number | null, NodeJS.Signals | null]>((resolve, reject) => {
    child.on('error', reject).on('close', (...ending) => {
      resolve(ending);
    });
  });
  const beside = during({
    printed: () => printed,
    kill: (signal) => child.kill(signal),
    closeOutput: () => child.stdout.destroy(),
  });
  const [code, signal] = await ended;
  const endedAt = performance.now();
  // Ends the waits of the test beside the run.
  const waitsInVain = new Promise<'in vain'>((resolve) => setTimeout(resolve, 2_000, 'in vain').unref());
  if ((await Promise.race([beside, waitsInVain])) === 'in vain') {
    throw new Error(`the run ended before it was as the test waits for:\n${printed}${stderr}`);
  }
  const stdout = printed.replaceAll(EOL, '\n');
  const lines = stdout.split('\n');
  const annotations = lines.flatMap(annotationIn);
  return {
    code,
    signal,
    stdout,
    stderr,
    log: lines.filter((line) => !line.startsWith('::')).join('\n'),
    printed: lines.filter((line) => !line.startsWith('::add-mask::')).join('\n') + stderr,
    masked: lines.flatMap((line) => (line.startsWith('::add-mask::') ? [unescaped(line.slice(12))] : [])),
    ...(await written({ annotations, outputs: await outputs(), summaryFile })),
    startedAt,
    endedAt,
    workspace,
  };
}

/** The parts of an outcome that are derived from annotations and files. */
export async function written({
  annotations,
  outputs,
  summaryFile,
}: Pick<RunOutcome, 'annotations' | 'outputs'> & { readonly summaryFile: string }): Promise<
  Pick<RunOutcome, 'annotations' | 'errors' | 'warnings' | 'outputs' | 'summary' | 'csv' | 'rows' | 'rowsOf'>
> {
  const csv = await readFile(outputs['csv-path'] ?? '', 'utf8').catch(() => undefined);
  const csvs = await csvsIn(outputs['output-directory']);
  const parsed = new Map<string, readonly Readonly<Record<string, string>>[]>();
  const rowsOf = (report: string): readonly Readonly<Record<string, string>>[] => {
    const rows = parsed.get(report) ?? parsedCsv(csvs.get(`${report}.csv`) ?? '');
    parsed.set(report, rows);
    return rows;
  };
  return {
    annotations,
    errors: annotations.filter(({ level }) => level === 'error'),
    warnings: annotations.filter(({ level }) => level === 'warning'),
    outputs,
    summary: await readFile(summaryFile, 'utf8'),
    csv,
    rows: csv === undefined ? [] : parsedCsv(csv),
    rowsOf,
  };
}

async function csvsIn(folder: string | undefined): Promise<ReadonlyMap<string, string>> {
  if (folder === undefined) return new Map();
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.csv'));
  const texts = names.map(async (name) => [name, await readFile(path.join(folder, name), 'utf8')] as const);
  return new Map(await Promise.all(texts));
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

/** Parses workflow commands as the runner does. */
function unescaped(text: string): string {
  return text.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
