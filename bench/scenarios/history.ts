import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { ROOT } from '../../demo/runner.ts';
import { parseJson, withValueAt } from '../../src/json.ts';
import { runAction } from '../action-run.ts';
import { costTable } from '../cost-table.ts';
import { ended, preloading, usageIn, type RunCost } from '../measured-run.ts';
import { medianOf } from '../median.ts';
import { megabytes, mib, seconds, whole } from '../numbers.ts';
import type { Premises } from '../premises.ts';
import { shuffledRounds } from '../rounds.ts';
import type { Section } from '../section.ts';
import { startTenantProcess } from '../tenant-process.ts';

const MAILBOXES = 10_000;
const REPORTS = 90;
const DAY_MS = 86_400_000;
const FIRST_RUN = Date.parse('2027-01-01T01:00:00Z');
/** One mailbox in this number forwards in every third report. */
const FORWARDS_EVERY = 500;
/** Half of the two minutes that people accept. */
const MOST_CPU_MS = 60_000;
const MOST_BYTES = 512 * 1024 * 1024;

/** The history of one mailbox, and of a target in all mailboxes, over the reports of three months. */
export async function history(premises: Premises, rounds: number): Promise<Section> {
  const tenant = await startTenantProcess(premises, {
    mailboxes: MAILBOXES,
    options: ['--limit', 'none', '--role', 'MailboxSettings.Read', '--role', 'Exchange.ManageAsApp'],
  });
  const reports = ['mailbox-settings', 'inbox-rules', 'mailbox-properties'];
  const run = await runAction(premises, tenant, tenant.addresses, { reports }).finally(() => tenant.close());
  const rows = gunzipSync(await readFile(path.join(path.dirname(run.csvFile), 'rows.ndjson.gz'))).toString('utf8');
  await rm(run.home, { recursive: true });
  const folder = await mkdtemp(path.join(premises.folder, 'history-'));
  for (let day = 0; day < REPORTS; day += 1) await writeReport(path.join(folder, `day-${day}`), rows, day);
  const [address = ''] = tenant.addresses;
  const runs = await shuffledRounds<'mailbox' | 'target', RunCost>(rounds, {
    mailbox: () => historyCost(premises, [address, folder]),
    target: () => historyCost(premises, [folder, '--target', 'mail.example']),
  });
  await rm(folder, { recursive: true });
  const target = { cpu: medianOf(runs.target, 'cpuMs'), memory: medianOf(runs.target, 'peakBytes') };
  return {
    title: `History: ${whole(REPORTS)} reports of ${whole(MAILBOXES)} mailboxes`,
    notes: [
      `Three reports a mailbox, ${megabytes(rows.length)} a rows file. One mailbox in ${FORWARDS_EVERY} names the target.`,
    ],
    table: costTable('Of', [
      ['One mailbox', runs.mailbox],
      ['A target, in all mailboxes', runs.target],
    ]),
    floors: [
      { what: 'CPU time for a target', value: target.cpu, bound: MOST_CPU_MS, side: 'most', show: seconds },
      { what: 'Peak memory', value: target.memory, bound: MOST_BYTES, side: 'most', show: mib },
    ],
  };
}

/** Writes the rows of a run as those of a day. */
async function writeReport(folder: string, rows: string, day: number): Promise<void> {
  const [header = '', ...lines] = rows.split('\n');
  const started = new Date(FIRST_RUN + day * DAY_MS).toISOString();
  const ofDay = withValueAt(withValueAt(parseJson(header), ['run', 'started'], started), ['run', 'id'], String(day));
  const changed = lines.map((line, at) =>
    day % 3 === 0 && at % FORWARDS_EVERY === 0
      ? line.replace(/"[\w.]+@fabrikam\.(?:com|example)"/, '"x@mail.example"')
      : line,
  );
  await mkdir(folder);
  await writeFile(path.join(folder, 'rows.ndjson.gz'), gzipSync([JSON.stringify(ofDay), ...changed].join('\n')));
}

async function historyCost({ folder }: Premises, args: readonly string[]): Promise<RunCost> {
  const home = await mkdtemp(path.join(folder, 'program-'));
  const started = performance.now();
  const env = { PATH: process.env.PATH, ...preloading(['usage'], home) };
  const printed = await ended(
    spawn(process.execPath, [path.join(ROOT, 'src/cli/main.ts'), 'history', ...args, '--format', 'csv'], { env }),
  );
  if (!printed.startsWith('Change,') || (args.includes('--target') && !printed.includes(',x@mail.example,'))) {
    throw new Error('there is no history');
  }
  return { wallMs: performance.now() - started, ...(await usageIn(home)) };
}
