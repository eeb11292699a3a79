import path from 'node:path';
import { parse } from 'yaml';
import { isRecord } from '../../src/json.ts';
import { textOf } from './repository.ts';

type Parsed = Readonly<Record<string, unknown>>;

export interface Job {
  /** `file: job`. */
  readonly name: string;
  readonly job: Parsed;
  readonly steps: readonly Parsed[];
}

/** Parses a YAML file of the repository. Throws unless it is a mapping. */
export function parsedYaml(file: string): Parsed {
  const yaml: unknown = parse(textOf(file));
  if (!isRecord(yaml)) throw new Error(`${file} is not a mapping`);
  return yaml;
}

export function jobsOf(file: string): Job[] {
  const { jobs } = parsedYaml(file);
  return Object.entries(isRecord(jobs) ? jobs : {}).map(([id, job]) => {
    if (!isRecord(job)) throw new Error(`${file}: ${id} is not a job`);
    const steps: readonly unknown[] = Array.isArray(job.steps) ? job.steps : [];
    return { name: `${path.posix.basename(file)}: ${id}`, job, steps: steps.filter(isRecord) };
  });
}

export function jobNamed(file: string, id: string): Job {
  const found = jobsOf(file).find(({ name }) => name === `${path.posix.basename(file)}: ${id}`);
  if (found === undefined) throw new Error(`${file} has no job ${id}`);
  return found;
}

/** The text of a key, or '' if it has none. */
export function textIn(record: Parsed, key: string): string {
  const value = record[key];
  return typeof value === 'string' ? value : '';
}
