import { availableParallelism, cpus, totalmem } from 'node:os';
import { mib } from './numbers.ts';

/** The machine, the runtime and the day, in one line. */
export function machineLine(now: Date): string {
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  const cores = availableParallelism();
  return (
    `${model}, ${cores} cores, ${mib(totalmem())} of memory; ${process.platform} ${process.arch}, ` +
    `Node ${process.version}; ${now.toISOString().slice(0, 16)}Z`
  );
}
