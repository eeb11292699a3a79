/**
 * The program of a worker that runs the sources of the report action, as they would have run some time ago, one day after another.
 * A day takes a quarter of the time of the packaged action, which starts cold in a process of its own.
 */
import path from 'node:path';
import { parentPort } from 'node:worker_threads';
import { run } from '../src/actions/report.ts';
import { withProcessRunner } from '../src/actions/process-runner.ts';
import { loadArtifactClient } from '../src/run/artifact-client.ts';
import type { Core } from '../src/run/runner.ts';
import type { DayResult } from './result.ts';
import { prepareStep, ROOT, type Step } from './runner.ts';

/** A day that is `ago` ms before now. */
export interface EarlierDay {
  readonly step: Step;
  readonly ago: number;
}

parentPort?.on('message', (day: EarlierDay) => {
  void runDay(day).then((result) => parentPort?.postMessage(result));
});

async function runDay({ step, ago }: EarlierDay): Promise<DayResult> {
  const outputs: Record<string, string> = {};
  const log: string[] = [];
  const { env } = await prepareStep(step);
  // The client for artifacts reads it.
  process.env = { ...env };
  await withProcessRunner(recordingCore(outputs, log), path.join(ROOT, 'dist'), env, loadArtifactClient, (runner) =>
    run(env, { ...runner, now: () => runner.now() - ago }),
  );
  return { outputs, log };
}

function recordingCore(outputs: Record<string, string>, log: string[]): Core {
  const add = (line: string): void => {
    log.push(line);
  };
  const ignore = (): void => undefined;
  return {
    error: add,
    warning: add,
    notice: add,
    info: add,
    debug: ignore,
    startGroup: add,
    endGroup: ignore,
    setSecret: ignore,
    setOutput: (name, value) => {
      outputs[name] = String(value);
    },
  };
}
