import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument, isMap, isSeq, type Document } from 'yaml';
import { ROOT } from '../../demo/runner.ts';
import type { Tenant } from '../../tenant/tenant.ts';

/** A workflow that users paste, by its name in `examples/workflows`. */
export function example(name: string): string {
  return readFileSync(path.join(ROOT, 'examples', 'workflows', `${name}.yml`), 'utf8');
}

/**
 * The same workflow against a tenant on loopback: where the action signs in, `authority-host` and `graph-url` are added,
 * and `more` inputs where given. All else stays as users paste it.
 */
export function against(
  { authorityHost, graphUrl }: Pick<Tenant, 'authorityHost' | 'graphUrl'>,
  workflow: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const document = parseDocument(workflow);
  let changed = 0;
  for (const inputs of inputsOfReports(document)) {
    for (const [name, value] of Object.entries({ 'authority-host': authorityHost, 'graph-url': graphUrl, ...more })) {
      inputs.set(name, value);
    }
    changed += 1;
  }
  if (changed === 0) throw new Error('the workflow does not use the action');
  return document.toString();
}

function inputsOfReports(document: Document): { set(name: string, value: string): void }[] {
  const jobs = document.get('jobs');
  if (!isMap(jobs)) return [];
  return jobs.items.flatMap(({ value: job }) => {
    const steps = isMap(job) ? job.get('steps') : undefined;
    if (!isSeq(steps)) return [];
    return steps.items.flatMap((step) => {
      const inputs = isMap(step) ? step.get('with') : undefined;
      return isMap(inputs) && inputs.has('client-id') ? [inputs] : [];
    });
  });
}
