import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareStep, workspaceOf, type PreparedStep } from '../../demo/runner.ts';
import { runMerge } from '../../src/actions/merge.ts';
import { remediate } from '../../src/actions/remediate.ts';
import { run } from '../../src/actions/report.ts';
import { runValidate } from '../../src/actions/validate.ts';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { readPageAssets } from '../../src/outputs/page/report-page.ts';
import { readShippedRetirements } from '../../src/reports/retirements.ts';
import type { Runner } from '../../src/run/runner.ts';
import { endpointLines } from '../../tenant/endpoints.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { credential, type Credential } from './credential.ts';
import { RunLog, type Annotation } from './run-log.ts';

export type ActionName = 'report' | 'merge' | 'validate' | 'remediate';

/** A step of a workflow. */
export interface SimulatedStep {
  readonly action: ActionName;
  /** `with:`. By default the credential of the tenant, its endpoints, CSVs alone, and no artifact. */
  readonly inputs?: Readonly<Record<string, string | undefined>>;
  /** Of the workspace, by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Of merge: the output folders of the shards. */
  readonly shards?: readonly string[];
}

/** What people and later steps see of a step. */
export interface StepOutcome {
  /** The exit code. */
  readonly code: 0 | 1;
  readonly outputs: Readonly<Record<string, string>>;
  readonly annotations: readonly Annotation[];
  /** The log, without annotations. */
  readonly lines: readonly string[];
  readonly summary: string;
  /** Absolute path of the files that it wrote; '' if it has none. */
  readonly folder: string;
  readonly workspace: string;
}

export interface SimulationOptions {
  readonly seed: number;
  /** Epoch ms. */
  readonly start: number;
  /** Without what the simulation decides. */
  readonly tenant: Omit<TenantOptions, 'clock' | 'certificates'>;
}

/** Runs actions in this process against an embedded tenant. Close it after the last one. */
export class Simulation {
  readonly tenant: Tenant;
  readonly #home: string;
  readonly #credential: Credential;
  readonly #now: () => number;
  readonly #dispatcher = newDispatcher();
  #steps = 0;

  private constructor(tenant: Tenant, home: string, trusted: Credential, now: () => number) {
    this.tenant = tenant;
    this.#home = home;
    this.#credential = trusted;
    this.#now = now;
  }

  static async open({ start, tenant: options }: SimulationOptions): Promise<Simulation> {
    const trusted = await credential();
    const began = performance.now();
    const now = (): number => start + performance.now() - began;
    const tenant = await startTenant({ ...options, clock: now, certificates: [trusted.certificate] });
    return new Simulation(tenant, await mkdtemp(path.join(tmpdir(), 'simulation-')), trusted, now);
  }

  /** Runs a step to its end. Steps of one world share nothing but the tenant and what their inputs name. */
  async run({ action, inputs = {}, files = {}, shards }: SimulatedStep): Promise<StepOutcome> {
    const home = path.join(this.#home, String(++this.#steps));
    const step = await prepareStep({
      action: action === 'report' ? '.' : action,
      home,
      inputs: { ...this.#usualInputs(action), ...inputs },
    });
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(workspaceOf(home), name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    const log = new RunLog();
    const fails = await started(action, step.env, this.#runner(log), shards);
    return outcomeOf(step, log, fails);
  }

  async close(): Promise<void> {
    await this.#dispatcher.destroy();
    await rm(this.#home, { recursive: true, force: true });
    await this.tenant.close();
  }

  #runner(core: RunLog): Runner {
    return {
      core,
      dispatcher: this.#dispatcher,
      now: this.#now,
      random: () => NO_WAIT,
      signal: new AbortController().signal,
      deadline: new AbortController().signal,
      loadArtifactClient: undefined,
      loadPageAssets: () => readPageAssets('dist'),
      loadRetirements: () => readShippedRetirements('dist'),
    };
  }

  #usualInputs(action: ActionName): Readonly<Record<string, string>> {
    const { tenantId, clientId } = this.tenant;
    const { pfx, password } = this.#credential;
    const signIn = {
      'tenant-id': tenantId,
      'client-id': clientId,
      pfx,
      'pfx-password': password,
      endpoints: endpointLines(this.tenant),
      'artifact-name': '',
    };
    if (action === 'report') return { ...signIn, formats: 'csv' };
    if (action === 'merge') return { formats: 'csv', 'artifact-name': '' };
    return action === 'remediate' ? { ...signIn, 'artifact-name': 'mailbox-remediation' } : {};
  }
}

/** Below the range of a runner's random numbers, so that a backoff is a fortieth of what it is without them. */
const NO_WAIT = -0.95;

/** Returns whether the step fails. */
async function started(
  action: ActionName,
  env: PreparedStep['env'],
  runner: Runner,
  shards: readonly string[] | undefined,
): Promise<boolean> {
  switch (action) {
    case 'report':
      return (await run(env, runner)).fails;
    case 'merge':
      return (await runMerge(env, runner, shards === undefined ? {} : { shards })).fails;
    case 'remediate':
      return (await remediate(env, runner)).fails;
    case 'validate': {
      process.exitCode = 0;
      await runValidate(env, runner.core);
      const fails = process.exitCode !== 0;
      process.exitCode = 0;
      return fails;
    }
  }
}

async function outcomeOf(
  { workspace, summaryFile }: PreparedStep,
  { outputs, annotations, lines }: RunLog,
  fails: boolean,
): Promise<StepOutcome> {
  const folder = outputs.get('output-directory') ?? '';
  return {
    code: fails ? 1 : 0,
    outputs: Object.fromEntries(outputs),
    annotations,
    lines,
    summary: await readFile(summaryFile, 'utf8'),
    folder: folder === '' ? '' : path.resolve(workspace, folder),
    workspace,
  };
}
