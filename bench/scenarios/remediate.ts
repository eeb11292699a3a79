import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { startStep } from '../../demo/runner.ts';
import { newHome, signInInputs } from '../action-run.ts';
import { atMost, some } from '../floor.ts';
import { ended, preloading, usageIn, type RunCost } from '../measured-run.ts';
import { mib, minutes, ms, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import type { Section } from '../section.ts';
import type { Sizes } from '../sizes.ts';
import { startTenantProcess, type TenantProcess } from '../tenant-process.ts';

const REQUEST_MS = 150;
const MOST_MS = 6 * 60_000;
const MOST_BYTES = 512 * 1024 * 1024;
const POLICY = `rules:
  - id: format
    expect: { DateFormat: { const: yyyy-MM-dd } }
    set: { dateFormat: yyyy-MM-dd }
`;

/** Applies a plan where Graph answers as slowly as it might in the field. One round: it takes minutes. */
export async function remediate(premises: Premises, _rounds: number, { remediate: size }: Sizes): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: size.mailboxes,
    options: [
      '--latency-batch',
      String(REQUEST_MS),
      '--latency-single',
      String(REQUEST_MS),
      '--role',
      'MailboxSettings.ReadWrite',
      '--role',
      'User.Read.All',
    ],
  });
  try {
    const { plan, applied, changes } = await appliedPlan(premises, tenant, POLICY, size.changes);
    return section(size, plan, applied, changes);
  } finally {
    await tenant.close();
  }
}

/** Plans what a policy changes, and applies the changes of some mailboxes. `changes`: how many were applied. */
export async function appliedPlan(
  premises: Premises,
  tenant: TenantProcess,
  policy: string,
  limit: number,
): Promise<{ readonly plan: RunCost; readonly applied: RunCost; readonly changes: number }> {
  const files = { 'policy.yml': policy };
  const plan = await run(premises, tenant, { 'artifact-name': '' }, files);
  const digest = /digest ([0-9a-f]{64})/.exec(plan.printed)?.[1] ?? '';
  const approved = { 'plan-file': 'plan.json', 'plan-digest': digest, limit: String(limit) };
  const text = await readFile(path.join(plan.folder, 'plan.json'), 'utf8');
  const applied = await run(premises, tenant, { mode: 'apply', ...approved }, { ...files, 'plan.json': text });
  const csv = await readFile(path.join(applied.folder, 'applied.csv'), 'utf8');
  return { plan, applied, changes: csv.match(/,applied,/g)?.length ?? 0 };
}

interface Run extends RunCost {
  readonly printed: string;
  /** Of its files. */
  readonly folder: string;
}

async function run(
  premises: Premises,
  tenant: TenantProcess,
  inputs: Readonly<Record<string, string>>,
  files: Readonly<Record<string, string>>,
): Promise<Run> {
  const list = `${tenant.addresses.join('\n')}\n`;
  const home = await newHome(premises, { 'mailboxes.txt': list, ...files });
  const outputs = path.join(home, 'out');
  const started = performance.now();
  const { child } = await startStep({
    action: 'remediate',
    home,
    results: tenant,
    inputs: {
      ...signInInputs(premises, tenant),
      mailboxes: 'mailboxes.txt',
      policy: 'policy.yml',
      'max-unreadable': '100000',
      'max-changes': '100000',
      'output-directory': outputs,
      ...inputs,
    },
    env: { NODE_EXTRA_CA_CERTS: premises.authority.file, ...preloading(['usage'], home) },
  });
  const printed = await ended(child);
  const wallMs = performance.now() - started;
  return { wallMs, ...(await usageIn(home)), printed, folder: outputs };
}

function section(size: Sizes['remediate'], plan: RunCost, applied: RunCost, changes: number): Section {
  const row = (what: string, { wallMs, cpuMs, peakBytes }: RunCost) => [
    what,
    minutes(wallMs),
    ms(cpuMs),
    mib(peakBytes),
  ];
  return {
    title: `Remediation: ${whole(size.changes)} changes, ${REQUEST_MS} ms a request`,
    notes: [
      `Plans the settings of ${whole(size.mailboxes)} addresses and applies ${whole(size.changes)} changes, each in a mailbox of its own: ` +
        'a read, a write and another read. Both upload their files.',
    ],
    table: { head: ['', 'Wall', 'CPU', 'Peak memory'], rows: [row('Plan', plan), row('Apply', applied)] },
    floors: [
      some('Applied and verified', changes, size.changes),
      atMost('Time of the apply', applied.wallMs, MOST_MS, minutes),
      atMost('Peak memory', applied.peakBytes, MOST_BYTES, mib),
    ],
  };
}
