import { afterAll, jest } from '@jest/globals';
import { prepareStep, type Step } from '../../demo/runner.ts';
import type { Core, Runner } from '../../src/run/runner.ts';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import type { Environment } from '../../src/http/proxy.ts';
import { runMerge } from '../../src/actions/merge.ts';
import type { PageAssets } from '../../src/outputs/page/document.ts';
import { readShippedRetirements } from '../../src/reports/retirements.ts';
import { run } from '../../src/actions/report.ts';
import { loadArtifactClient } from '../../src/run/artifact-client.ts';
import type { AnnotationProperties } from '../../src/run/log.ts';
import { buildAssets } from '../page-app/page-file.ts';
import {
  mergeStep,
  reportStep,
  written,
  type ActionOptions,
  type Annotation,
  type MergeOptions,
  type RunOutcome,
} from './action-run.ts';
import { scenarios, type Scenarios } from './scenario.ts';

export interface InProcessScenarios extends Omit<Scenarios, 'run'> {
  /** Runs the report action in this process, with the credential of the scenarios by default. */
  readonly run: (
    tenant: ActionOptions['tenant'],
    options?: Omit<ActionOptions, 'tenant' | 'credential' | 'during'> &
      Partial<Pick<ActionOptions, 'credential'> & Pick<Runner, 'signal'>>,
  ) => Promise<RunOutcome>;
  /** Runs the merge action in this process. */
  readonly merge: (options: MergeOptions) => Promise<RunOutcome>;
  readonly runPackaged: Scenarios['run'];
}

/**
 * The shared helpers of scenarios about what a run finds and writes, which run the source of the actions in this process:
 * a run takes a tenth of the CPU time of the packaged action, and waits that no service asks for are short. In `env`, proxies and
 * certificates have no effect.
 */
export function inProcessScenarios(usual: ActionOptions['inputs'] = {}): InProcessScenarios {
  const { credential, newTenant, run: runPackaged } = scenarios(usual);
  const dispatcher = newDispatcher();
  afterAll(() => dispatcher.destroy());
  let last: Promise<unknown> = Promise.resolve();
  const outcome = (action: Action, step: Step, signal = new AbortController().signal): Promise<RunOutcome> => {
    // The client for artifacts reads the environment of the process and prints to its standard output.
    const next = last.then(() => outcomeOf(action, step, { dispatcher, signal }));
    last = next.catch(() => undefined);
    return next;
  };
  return {
    ...{ credential, newTenant, runPackaged },
    run: async (tenant, options = {}) => {
      const inputs = { ...usual, ...options.inputs };
      const step = await reportStep({ tenant, credential: credential(), ...options, inputs });
      return outcome(run, step, options.signal);
    },
    merge: async (options) => outcome(runMerge, await mergeStep(options)),
  };
}

async function outcomeOf(
  action: Action,
  step: Step,
  { dispatcher, signal }: Pick<Runner, 'dispatcher' | 'signal'>,
): Promise<RunOutcome> {
  const { env, workspace, summaryFile } = await prepareStep(step);
  const log = new StepLog();
  const environment = process.env;
  process.env = {
    ...environment,
    ...Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined)),
  };
  const output = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
    log.printed.push(String(text));
    return true;
  });
  try {
    const { fails } = await action(env, {
      ...{ core: log, dispatcher, loadArtifactClient, random: () => NO_WAIT },
      now: () => performance.timeOrigin + performance.now(),
      loadPageAssets: () => (assets ??= buildAssets()),
      loadRetirements: () => readShippedRetirements('dist'),
      signal,
      deadline: new AbortController().signal,
    });
    const { annotations, lines, printed, masked } = log;
    return {
      ...{ code: fails ? 1 : 0, log: lines.join('\n'), printed: printed.join('\n'), masked, workspace },
      ...(await written({ annotations, outputs: Object.fromEntries(log.outputs), summaryFile })),
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

/** Replaces `@actions/core`, which prints to the standard output of the process. */
class StepLog implements Core {
  readonly outputs = new Map<string, string>();
  readonly annotations: Annotation[] = [];
  /** Without workflow commands. */
  readonly lines: string[] = [];
  readonly printed: string[] = [];
  readonly masked: string[] = [];

  error(message: string, properties?: AnnotationProperties): void {
    this.#annotate('error', message, properties);
  }
  warning(message: string, properties?: AnnotationProperties): void {
    this.#annotate('warning', message, properties);
  }
  notice(message: string, properties?: AnnotationProperties): void {
    this.#annotate('notice', message, properties);
  }
  info(message: string): void {
    this.lines.push(message);
    this.printed.push(message);
  }
  debug(message: string): void {
    this.printed.push(message);
  }
  startGroup(name: string): void {
    this.printed.push(name);
  }
  endGroup(): void {
    this.printed.push('');
  }
  setOutput(name: string, value: string | number): void {
    this.outputs.set(name, String(value));
  }
  setSecret(secret: string): void {
    this.masked.push(secret);
  }

  #annotate(level: Annotation['level'], message: string, properties: AnnotationProperties = {}): void {
    const { title, file, startLine, startColumn } = properties;
    const shown = Object.entries({ title, file, line: startLine, col: startColumn }).filter(
      ([, value]) => value !== undefined,
    );
    const texts = shown.map(([name, value]) => [name, String(value)] as const);
    this.annotations.push({ level, message, properties: Object.fromEntries(texts) });
    this.printed.push(message);
  }
}
