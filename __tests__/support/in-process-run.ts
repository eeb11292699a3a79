import { afterAll, afterEach, beforeEach, expect, jest } from '@jest/globals';
import { prepareStep, type Step } from '../../demo/runner.ts';
import type { TenantOptions } from '../../tenant/tenant.ts';
import type { Runner } from '../../src/run/runner.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import type { Environment } from '../../src/http/proxy.ts';
import { runMerge } from '../../src/actions/merge.ts';
import type { PageAssets } from '../../src/outputs/page/document.ts';
import { readShippedRetirements } from '../../src/reports/retirements.ts';
import { remediate } from '../../src/actions/remediate.ts';
import { run } from '../../src/actions/report.ts';
import { runValidate } from '../../src/actions/validate.ts';
import { loadArtifactClient } from '../../src/run/artifact-client.ts';
import { buildAssets } from '../page-app/page-file.ts';
import {
  mergeStep,
  remediateStep,
  reportStep,
  validateStep,
  written,
  type ActionOptions,
  type MergeOptions,
  type RunOutcome,
} from './action-run.ts';
import { expectSums } from './control-sums.ts';
import { expectSameFromShards } from './sharded-run.ts';
import { RecordingCore } from './recording-core.ts';
import { expectSameVerdicts } from './rehearsed-run.ts';
import { expectVerified } from './verified-run.ts';
import { scenarios, type Scenarios } from './scenario.ts';

/**
 * The suites of scenarios whose runs are read again by shards: of each kind of source and of row, and of what joins lists. Worlds of the
 * simulation are read so too, with any policy.
 */
const READ_BY_SHARDS: ReadonlySet<string> = new Set([
  'addresses',
  'controls',
  'deleted-mailboxes',
  'derived-reports',
  'exchange',
  'faults',
  'listings',
  'lists',
  'organization',
  'register',
  'report',
  'reports',
  'tables',
]);

/** Parts of a runner in place of the usual ones. */
export type RunnerParts = Partial<Omit<Runner, 'core'>> & { readonly core?: RecordingCore };

export interface InProcessScenarios extends Omit<Scenarios, 'run'> {
  /** Runs the report action in this process, with the credential of the scenarios by default. */
  readonly run: (
    tenant: ActionOptions['tenant'],
    options?: Omit<ActionOptions, 'tenant' | 'credential' | 'during'> &
      Partial<Pick<ActionOptions, 'credential'>> & { readonly runner?: RunnerParts },
  ) => Promise<RunOutcome>;
  /** Runs the merge action in this process. */
  readonly merge: (options: MergeOptions) => Promise<RunOutcome>;
  /** Runs the validate action in this process, in a workspace with these files. */
  readonly validate: (...step: Parameters<typeof validateStep>) => Promise<RunOutcome>;
  /** Runs the remediate action in this process. */
  readonly remediate: (options: ActionOptions, runner: RunnerParts) => Promise<RunOutcome>;
  readonly runPackaged: Scenarios['run'];
}

/**
 * The shared helpers of scenarios about what a run finds and writes, which run the source of the actions in this process:
 * a run takes a tenth of the CPU time of the packaged action, and waits that no service asks for are short. In `env`, proxies and
 * certificates have no effect. The last run of each test of some suites is read again by shards, which must give the same when they are merged.
 */
export function inProcessScenarios(
  usual: ActionOptions['inputs'] = {},
  usualTenant: TenantOptions = {},
): InProcessScenarios {
  const { credential, newTenant, run: runPackaged } = scenarios(usual, usualTenant);
  const dispatcher = newDispatcher();
  afterAll(() => dispatcher.destroy());
  let last: Promise<unknown> = Promise.resolve();
  let mergeAfterTest: (() => Promise<void>) | undefined;
  beforeEach(() => {
    mergeAfterTest = undefined;
  });
  // After its own expectations, which may be about the requests that a tenant received.
  afterEach(async () => {
    const [suite = ''] =
      /[/\\]scenarios[/\\]([^/\\]+)\.test\.ts$/.exec(expect.getState().testPath ?? '')?.slice(1) ?? [];
    if (READ_BY_SHARDS.has(suite)) await mergeAfterTest?.();
  });
  const outcome = (action: Action, step: Step, runner: RunnerParts = {}): Promise<RunOutcome> => {
    // The client for artifacts reads the environment of the process and prints to its standard output.
    const next = last.then(() => outcomeOf(action, step, { dispatcher, ...runner }));
    last = next.catch(() => undefined);
    return next;
  };
  return {
    credential,
    newTenant,
    runPackaged,
    run: async (tenant, options = {}) => {
      const { runner, ...others } = options;
      const ofStep = { tenant, credential: credential(), ...others, inputs: { ...usual, ...options.inputs } };
      const result = await outcome(run, await reportStep(ofStep), runner);
      mergeAfterTest = (): Promise<void> =>
        expectSameFromShards(result, ofStep, (action, step) => outcome(action, step, runner));
      return result;
    },
    merge: async (options) => outcome(runMerge, await mergeStep(options)),
    validate: async (...step) => outcome(runValidate, await validateStep(...step)),
    remediate: async (options, runner) => outcome(remediate, await remediateStep(options), runner),
  };
}

async function outcomeOf(
  action: Action,
  step: Step,
  { core = new RecordingCore(), ...parts }: RunnerParts & Pick<Runner, 'dispatcher'>,
): Promise<RunOutcome> {
  const { env, workspace, summaryFile } = await prepareStep(step);
  const environment = process.env;
  process.env = {
    ...environment,
    ...Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
  };
  const output = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    core.printed.push(String(text));
    return true;
  });
  try {
    const { fails } = await action(env, {
      ...thisMachine(),
      core,
      loadArtifactClient,
      random: () => NO_WAIT,
      loadPageAssets: () => (assets ??= buildAssets()),
      loadRetirements: () => readShippedRetirements('dist'),
      signal: new AbortController().signal,
      deadline: new AbortController().signal,
      ...parts,
    });
    await expectSums(Object.fromEntries(core.outputs));
    if (action === run) await expectSameVerdicts(env, workspace, core.outputs.get('output-directory'));
    const isWhole = core.outputs.get('result') !== 'error';
    if (isWhole && (action === run || action === runMerge)) {
      await expectVerified(env, workspace, core.outputs.get('output-directory'));
    }
    const { annotations, lines, printed, masked } = core;
    return {
      code: fails ? 1 : 0,
      log: lines.join('\n'),
      printed: printed.join('\n'),
      masked,
      workspace,
      ...(await written({ annotations, outputs: Object.fromEntries(core.outputs), summaryFile })),
    };
  } finally {
    output.mockRestore();
    process.env = environment;
  }
}

/** Below the range of a runner's random numbers, so that a backoff is a fortieth of what it is without them. */
const NO_WAIT = -0.95;

type Action = (env: Environment, runner: Runner) => Promise<{ readonly fails: boolean }>;

let assets: Promise<PageAssets> | undefined;
