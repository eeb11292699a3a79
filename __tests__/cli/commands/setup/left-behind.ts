import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { isRecord } from '../../../../src/json.ts';
import type { Tenant } from '../../../../tenant/tenant.ts';

export const WORKFLOW = '.github/workflows/mailbox-report.yml';

/** What the step of the workflow that setup wrote passes to the action. */
export function stepInputs(tenant: Tenant, folder: string): Readonly<Record<string, string>> {
  const workflow: unknown = parse(readFileSync(path.join(folder, WORKFLOW), 'utf8'));
  const jobs = isRecord(workflow) ? workflow.jobs : undefined;
  const job = isRecord(jobs) ? jobs.report : undefined;
  const steps: readonly unknown[] = isRecord(job) && Array.isArray(job.steps) ? job.steps : [];
  const step = steps.at(-1);
  const inputs = isRecord(step) && isRecord(step.with) ? step.with : {};
  const variables = tenant.variables();
  return Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [
      name,
      String(value).replaceAll(/\$\{\{ vars\.(\w+) \}\}/g, (_, variable: string) => variables[variable] ?? ''),
    ]),
  );
}

/** The files of a folder, as a checkout of the repository has them. */
export function checkout(folder: string): Readonly<Record<string, string>> {
  const files = globSync(['**/*', '.github/**/*'], { cwd: folder }).filter((file) => path.extname(file) !== '');
  return Object.fromEntries(files.map((file) => [file, readFileSync(path.join(folder, file), 'utf8')]));
}
