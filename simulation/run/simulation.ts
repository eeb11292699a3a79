import { mkdtemp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { prepareStep, ROOT, workspaceOf, type PreparedStep } from '../../demo/runner.ts';
import { runMerge } from '../../src/actions/merge.ts';
import { remediate } from '../../src/actions/remediate.ts';
import { run } from '../../src/actions/report.ts';
import { runValidate } from '../../src/actions/validate.ts';
import { TIMEOUTS, withLimits } from '../../src/http/dispatcher.ts';
import type { Machine } from '../../src/http/machine.ts';
import { readPageAssets } from '../../src/outputs/page/report-page.ts';
import { readShippedRetirements } from '../../src/reports/retirements.ts';
import type { Runner } from '../../src/run/runner.ts';
import { Chance, hashed } from '../../tenant/chance.ts';
import { endpointLines } from '../../tenant/endpoints.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { DirectDispatcher, type ArrivedRequest } from './direct-dispatcher.ts';
import { RunLog, type Annotation } from './run-log.ts';
import { SimulatedTime } from './simulated-time.ts';

export type ActionName = 'report' | 'merge' | 'validate' | 'remediate';

/** A step of a workflow. */
export interface SimulatedStep {
  readonly action: ActionName;
  /** `with:`. By default the sign-in of the job, the endpoints of the tenant, CSVs alone, and no artifact. */
  readonly inputs?: Readonly<Record<string, string | undefined>>;
  /** Of the workspace, by path. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  /** Of merge: the output folders of the shards. */
  readonly shards?: readonly string[];
  /** Cancels the step. */
  readonly signal?: AbortSignal;
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
  readonly tenant: Omit<TenantOptions, 'clock' | 'certificates' | 'host'>;
}

/** The script of the page, and the list of retirements. */
const DIST = path.join(ROOT, 'dist');
/** The job that the application trusts. */
export const SUBJECT = 'repo:contoso/mailboxes:ref:refs/heads/main';
/** What a connection takes at least and at most, there and back each: ms. */
const [SHORTEST, LONGEST] = [5, 120];

/**
 * Runs actions in this process against an embedded tenant, in simulated time: the seed decides in which order requests arrive, how long
 * answers take, and what is random. Close it after the last one.
 */
export class Simulation {
  readonly tenant: Tenant;
  readonly #home: string;
  readonly #machine: Machine;
  readonly #time: SimulatedTime;
  readonly #dispatcher: DirectDispatcher;
  #steps = 0;

  private constructor(
    tenant: Tenant,
    home: string,
    machine: Machine,
    time: SimulatedTime,
    dispatcher: DirectDispatcher,
  ) {
    this.tenant = tenant;
    this.#home = home;
    this.#machine = machine;
    this.#time = time;
    this.#dispatcher = dispatcher;
  }

  static async open({ seed, start, tenant: options }: SimulationOptions): Promise<Simulation> {
    const time = new SimulatedTime(start);
    const machine = newMachine(seed, time);
    const dispatcher = new DirectDispatcher({
      time,
      timeouts: TIMEOUTS,
      delay: (text) => SHORTEST + (LONGEST - SHORTEST) * new Chance(seed, hashed(text)).next(),
    });
    const tenant = await startTenant({
      ...options,
      clock: time.now,
      // Keys of a certificate are random, and rows name it.
      federatedCredentials: [{ subject: SUBJECT }],
      oidc: { subject: SUBJECT },
      host: {
        serve: (handler, onBug) => dispatcher.serve(handler, onBug),
        elapsed: time.now,
        pause: (ms) => (ms > 0 ? time.sleep(ms) : undefined),
        newId: newIds(seed, 'tenant'),
      },
    });
    const home = await mkdtemp(path.join(tmpdir(), 'simulation-'));
    return new Simulation(tenant, home, machine, time, dispatcher);
  }

  /** Every request so far, in the order in which they arrived. */
  get requests(): readonly ArrivedRequest[] {
    return this.#dispatcher.requests;
  }

  /** Requests that a step sent again earlier than it was asked to, in sentences. */
  get early(): readonly string[] {
    return this.#dispatcher.retryAfters.early;
  }

  /** Epoch ms. */
  get now(): number {
    return this.#time.now();
  }

  /** Lets time pass between two steps. */
  async passTime(ms: number): Promise<void> {
    await this.#time.during(() => this.#time.sleep(ms));
  }

  /** Runs a step to its end. Steps of one world share nothing but the tenant and what their inputs name. */
  async run({ action, inputs = {}, files = {}, shards, signal }: SimulatedStep): Promise<StepOutcome> {
    const home = path.join(this.#home, String(++this.#steps));
    const step = await prepareStep({
      action: action === 'report' ? '.' : action,
      home,
      inputs: { ...this.#usualInputs(action), ...inputs },
      env: {
        ACTIONS_ID_TOKEN_REQUEST_URL: this.tenant.oidcUrl,
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: this.tenant.oidcRequestToken,
      },
    });
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(workspaceOf(home), name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    // It knows nothing of what another step was asked to wait for.
    this.#dispatcher.retryAfters.forget();
    const log = new RunLog();
    const runner = this.#runner(log, signal);
    const fails = await this.#time.during(() => started(action, step.env, runner, shards));
    return outcomeOf(step, log, fails);
  }

  async close(): Promise<void> {
    await rm(this.#home, { recursive: true, force: true });
    await this.tenant.close();
  }

  #runner(core: RunLog, signal = new AbortController().signal): Runner {
    return {
      ...this.#machine,
      core,
      dispatcher: withLimits(this.#dispatcher, TIMEOUTS.total, this.#time.timer),
      signal,
      deadline: new AbortController().signal,
      loadArtifactClient: undefined,
      loadPageAssets: () => readPageAssets(DIST),
      loadRetirements: () => readShippedRetirements(DIST),
    };
  }

  #usualInputs(action: ActionName): Readonly<Record<string, string>> {
    const { tenantId, clientId } = this.tenant;
    const signIn = {
      'tenant-id': tenantId,
      'client-id': clientId,
      credential: 'federated',
      endpoints: endpointLines(this.tenant),
      'artifact-name': '',
    };
    if (action === 'report') return { ...signIn, formats: 'csv' };
    if (action === 'merge') return { formats: 'csv', 'artifact-name': '' };
    return action === 'remediate' ? { ...signIn, 'artifact-name': 'mailbox-remediation' } : {};
  }
}

function newMachine(seed: number, { now, sleep, timer }: SimulatedTime): Machine {
  const chance = new Chance(seed, hashed('machine'));
  return { now, sleep, timer, random: () => chance.next(), newId: newIds(seed, 'machine') };
}

/** UUIDs that the seed decides. */
function newIds(seed: number, stream: string): () => string {
  const chance = new Chance(seed, hashed(`IDs of the ${stream}`));
  return () => `${chance.hex(8)}-${chance.hex(4)}-4${chance.hex(3)}-a${chance.hex(3)}-${chance.hex(12)}`;
}

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
    case 'validate':
      return (await runValidate(env, runner)).fails;
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
