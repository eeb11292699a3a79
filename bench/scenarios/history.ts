import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ROOT } from '../../demo/runner.ts';
import { parseJson, withValueAt } from '../../src/json.ts';
import { runAction } from '../action-run.ts';
import { costTable } from '../cost-table.ts';
import { atMost, some } from '../floor.ts';
import { ended, preloading, usageIn, type RunCost } from '../measured-run.ts';
import { medianOf } from '../median.ts';
import { megabytes, mib, seconds, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import type { Sizes } from '../sizes.ts';
import { startTenantProcess } from '../tenant-process.ts';

const DAY_MS = 86_400_000;
const FIRST_RUN = Date.parse('2027-01-01T01:00:00Z');
/** Half of the two minutes that people accept. */
const MOST_CPU_MS = 60_000;
const MOST_BYTES = 512 * 1024 * 1024;

/** The history of one mailbox, and of a target in all mailboxes, over the reports of three months. */
export async function history(premises: Premises, rounds: number, { history: size }: Sizes): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: size.mailboxes,
    options: ['--limit', 'none', '--role', 'MailboxSettings.Read', '--role', 'Exchange.ManageAsApp'],
  });
  const reports = ['mailbox-settings', 'inbox-rules', 'mailbox-properties'];
  const run = await runAction(premises, tenant, tenant.addresses, { reports }).finally(() => tenant.close());
  const rows = gunzipSync(await readFile(path.join(path.dirname(run.csvFile), 'rows.ndjson.gz'))).toString('utf8');
  await rm(run.home, { recursive: true });
  const folder = await mkdtemp(path.join(premises.folder, 'history-'));
  for (let day = 0; day < size.reports; day += 1) {
    await writeReport(path.join(folder, `day-${day}`), rows, day, size.forwardsEvery);
  }
  const days = Array.from({ length: size.reports }, (_, day) => day);
  const changedDays = days.filter((day) => day > 0 && isForwarding(day) !== isForwarding(day - 1));
  const [address = ''] = tenant.addresses;
  const runs = await shuffledRounds<'mailbox' | 'target', HistoryRun>(rounds, {
    mailbox: () => historyCost(premises, [address, folder]),
    target: () => historyCost(premises, [folder, '--target', 'mail.example']),
  });
  await rm(folder, { recursive: true });
  const target = { cpu: medianOf(runs.target, 'cpuMs'), memory: medianOf(runs.target, 'peakBytes') };
  return {
    title: `History: ${whole(size.reports)} reports of ${whole(size.mailboxes)} mailboxes`,
    notes: [
      `Three reports a mailbox, ${megabytes(rows.length)} a rows file. One mailbox in ${size.forwardsEvery} names the target.`,
    ],
    table: costTable('Of', [
      ['One mailbox', runs.mailbox],
      ['A target, in all mailboxes', runs.target],
    ]),
    floors: [
      atMost('CPU time for a target', target.cpu, MOST_CPU_MS, seconds),
      atMost('Peak memory', target.memory, MOST_BYTES, mib),
      // Of one mailbox at least.
      some('Changes to and from the target', medianOf(runs.target, 'changes'), changedDays.length),
    ],
  };
}

interface HistoryRun extends RunCost {
  /** How often a cell began or ceased to name the target. */
  readonly changes: number;
}

/** Whether mailboxes forward to the target on a day. */
function isForwarding(day: number): boolean {
  return day % 3 === 0;
}

/** Writes the rows of a run as those of a day. */
async function writeReport(folder: string, rows: string, day: number, forwardsEvery: number): Promise<void> {
  const [header = '', ...lines] = rows.split('\n');
  const started = new Date(FIRST_RUN + day * DAY_MS).toISOString();
  const ofDay = withValueAt(withValueAt(parseJson(header), ['run', 'started'], started), ['run', 'id'], String(day));
  const changed = lines.map((line, at) =>
    isForwarding(day) && at % forwardsEvery === 0
      ? line.replace(/"[\w.]+@fabrikam\.(?:com|example)"/, '"x@mail.example"')
      : line,
  );
  await mkdir(folder);
  await writeFile(path.join(folder, 'rows.ndjson.gz'), gzipSync([JSON.stringify(ofDay), ...changed].join('\n')));
}

async function historyCost({ folder }: Premises, args: readonly string[]): Promise<HistoryRun> {
  const home = await mkdtemp(path.join(folder, 'program-'));
  const started = performance.now();
  const env = { PATH: process.env.PATH, ...preloading(['usage'], home) };
  const printed = await ended(
    spawn(process.execPath, [path.join(ROOT, 'src/cli/main.ts'), 'history', ...args, '--format', 'csv'], { env }),
  );
  const wallMs = performance.now() - started;
  if (!printed.startsWith('Change,')) throw new Error('there is no history');
  const changes = printed.split('\n').filter((line) => line.startsWith('changed,') && line.includes('x@mail.example'));
  return { wallMs, ...(await usageIn(home)), changes: changes.length };
}
