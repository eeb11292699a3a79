import { readFileSync } from 'node:fs';

/** The task of a client: read the settings of every address of a list into a CSV. */
export interface Task {
  readonly graphUrl: string;
  /** An access token. It is given, so that no client pays for getting one. */
  readonly token: string;
  readonly addresses: readonly string[];
  readonly csvFile: string;
  /** Batches at a time. */
  readonly inFlight: number;
}

/** Reads the task from the environment that `runClient` made. */
export function readTask(env: Readonly<Record<string, string | undefined>>): Task {
  const list = readFileSync(required(env, 'BENCH_LIST'), 'utf8');
  return {
    graphUrl: required(env, 'BENCH_GRAPH_URL'),
    token: required(env, 'BENCH_TOKEN'),
    addresses: list.split('\n').filter((line) => line !== ''),
    csvFile: required(env, 'BENCH_CSV'),
    inFlight: Number(env.BENCH_IN_FLIGHT ?? 1),
  };
}

function required(env: Readonly<Record<string, string | undefined>>, name: string): string {
  const value = env[name];
  if (value === undefined) throw new Error(`${name} is not set`);
  return value;
}
