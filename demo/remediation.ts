import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Tenant } from '../tenant/tenant.ts';
import { follow, say } from './log.ts';
import { startStep, workspaceOf, type StartedStep } from './runner.ts';

export interface DemoRemediation {
  readonly tenant: Tenant;
  /** For the working files. */
  readonly home: string;
  readonly pfx: string;
  readonly password: string;
  /** Path of a policy whose rules set something. */
  readonly policy: string;
  /** Folder for the files of each step. */
  readonly output: string;
}

/** The lines of the log about changes. */
const CHANGES = /^(?:Plan: |Result: |error|\S+@\S+ )/;

/** Runs the packaged action that changes settings: a plan, its apply, a second plan, which is empty, and an undo. */
export async function demoRemediation(demo: DemoRemediation): Promise<number> {
  const { tenant, output } = demo;
  let digest = '';
  const steps = [
    { name: 'plan', title: 'Plan: what the policy changes', inputs: () => ({ mode: 'plan' }) },
    {
      name: 'apply',
      title: 'Apply the plan with this digest',
      inputs: () => ({ mode: 'apply', 'plan-digest': digest }),
    },
    { name: 'plan-again', title: 'Plan again: nothing is left', inputs: () => ({ mode: 'plan' }) },
    { name: 'undo', title: 'Undo what was applied', inputs: () => ({ mode: 'undo', 'undo-file': 'undo.json' }) },
  ];
  say('The packaged action (dist/remediate/index.js) changes them, as a workflow runner would start it.');
  for (const { name, title, inputs } of steps) {
    say(`\n${title}:\n`);
    const step = await startRemediation(demo, name, inputs());
    const code = await follow(step, CHANGES);
    if (code !== 0) return code;
    digest ||= (await step.outputs())['plan-digest'] ?? '';
  }
  say(`\n${tenant.counts.writes} changes were sent. Each folder has the files of a step: ${output}`);
  return 0;
}

async function startRemediation(
  { tenant, home, pfx, password, policy, output }: DemoRemediation,
  name: string,
  inputs: Readonly<Record<string, string>>,
): Promise<StartedStep> {
  const own = path.join(home, name);
  const workspace = workspaceOf(own);
  await mkdir(workspace, { recursive: true });
  await writeFile(path.join(workspace, 'mailboxes.txt'), `${tenant.addresses.join('\n')}\n`);
  await copyFile(policy, path.join(workspace, 'policy.yml'));
  if (name === 'undo') await copyFile(path.join(output, 'apply', 'undo.json'), path.join(workspace, 'undo.json'));
  return startStep({
    action: 'remediate',
    home: own,
    results: tenant,
    inputs: {
      'tenant-id': tenant.tenantId,
      'client-id': tenant.clientId,
      pfx,
      'pfx-password': password,
      'authority-host': tenant.authorityHost,
      'graph-url': tenant.graphUrl,
      'exchange-url': tenant.exchangeUrl,
      mailboxes: 'mailboxes.txt',
      policy: 'policy.yml',
      'max-changes': '10000',
      'artifact-name': '',
      'output-directory': path.join(output, name),
      ...inputs,
    },
  });
}
