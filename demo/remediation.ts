import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Tenant } from '../tenant/tenant.ts';
import { follow, say } from './log.ts';
import { startStep, workspaceOf, type StartedStep } from './runner.ts';
import { endpointLines } from '../tenant/endpoints.ts';

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
const CHANGES = /^ *(?:Plan: |Result: |error|\S+@\S+ )/;

/** Runs the packaged action that changes settings: a plan, its apply, a second plan, which is empty, the plan of an undo, and the undo. */
export async function demoRemediation(demo: DemoRemediation): Promise<number> {
  const { tenant, output } = demo;
  let digest = '';
  const plan = 'plan.json';
  const undo = 'undo.json';
  const steps: readonly Step[] = [
    { name: 'plan', title: 'Plan: what the policy changes', inputs: { mode: 'plan' } },
    {
      name: 'apply',
      title: 'Apply the plan with this digest',
      inputs: { mode: 'apply', 'plan-file': plan },
      files: { [plan]: 'plan' },
    },
    { name: 'plan-again', title: 'Plan again: nothing is left', inputs: { mode: 'plan' } },
    {
      name: 'plan-undo',
      title: 'Plan: what an undo changes back',
      inputs: { mode: 'plan', 'undo-file': undo },
      files: { [undo]: 'apply' },
    },
    {
      name: 'undo',
      title: 'Undo what was applied',
      inputs: { mode: 'undo', 'plan-file': plan, 'undo-file': undo },
      files: { [plan]: 'plan-undo', [undo]: 'apply' },
    },
  ];
  say('The packaged action (dist/remediate/index.js) changes them, as a workflow runner would start it.');
  for (const step of steps) {
    say(`\n${step.title}:\n`);
    const startedStep = await startRemediation(demo, step, step.inputs.mode === 'plan' ? '' : digest);
    const code = await follow(startedStep, (line) => {
      if (CHANGES.test(line)) say(line);
    });
    if (code !== 0) return code;
    await copyFile(startedStep.summaryFile, path.join(output, step.name, 'summary.md'));
    const outputs = await startedStep.outputs();
    // With few mailboxes, the first plan may be empty.
    if (step.name === 'plan' && outputs.result === 'unchanged') return 0;
    digest = outputs['plan-digest'] ?? digest;
  }
  say(`\n${tenant.counts.writes} changes were sent. Each folder has the files of a step: ${output}`);
  return 0;
}

interface Step {
  readonly name: string;
  readonly title: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Files of earlier steps by name, with the name of the step. */
  readonly files?: Readonly<Record<string, string>>;
}

async function startRemediation(
  { tenant, home, pfx, password, policy, output }: DemoRemediation,
  { name, inputs, files = {} }: Step,
  digest: string,
): Promise<StartedStep> {
  const folder = path.join(home, name);
  const workspace = workspaceOf(folder);
  await mkdir(workspace, { recursive: true });
  await writeFile(path.join(workspace, 'mailboxes.txt'), `${tenant.addresses.join('\n')}\n`);
  await copyFile(policy, path.join(workspace, 'policy.yml'));
  for (const [file, step] of Object.entries(files)) {
    await copyFile(path.join(output, step, file), path.join(workspace, file));
  }
  return startStep({
    action: 'remediate',
    home: folder,
    results: tenant,
    inputs: {
      'tenant-id': tenant.tenantId,
      'client-id': tenant.clientId,
      pfx,
      'pfx-password': password,
      endpoints: endpointLines(tenant),
      mailboxes: 'mailboxes.txt',
      policy: 'policy.yml',
      'max-changes': '10000',
      'max-unreadable': '10%',
      'artifact-name': `mailbox-remediation-${name}`,
      'output-directory': path.join(output, name),
      'plan-digest': digest,
      ...inputs,
    },
  });
}
