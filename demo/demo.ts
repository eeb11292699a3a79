/**
 * Runs the packaged action against the embedded tenant, with a new certificate, in its own process, as a runner starts it, after
 * runs of earlier days to compare with. Needs no tenant and no network.
 */
import { existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { stringify } from 'csv-stringify/sync';
import open from 'open';
import { FRIENDLY, HOSTILE, type Habits } from '../tenant/habits.ts';
import { People } from '../tenant/people.ts';
import { startTenant, type GroupOptions, type Tenant } from '../tenant/tenant.ts';
import { systemErrorCode } from '../src/errors.ts';
import { isReportFile } from '../src/reports/choose.ts';
import { newCertificate } from '../src/cli/commands/certificate/new-certificate.ts';
import { writePfx } from '../src/cli/commands/certificate/pfx-writer.ts';
import { daysOf } from './days.ts';
import type { EarlierDay } from './earlier-days.ts';
import { demoRemediation } from './remediation.ts';
import { follow, say } from './log.ts';
import { DEFAULT_OUTPUT, optionsOrUsage, type DemoOptions } from './options.ts';
import { copyFiles, pageIn, printDay, printFindings, printOutputs, type DayResult } from './result.ts';
import { startStep, workspaceOf, type Step } from './runner.ts';
import { endpointLines } from '../tenant/endpoints.ts';

/** The app roles that the built-in reports require. */
const ROLES = [
  'MailboxSettings.Read',
  'Mail.ReadBasic.All',
  'Calendars.ReadBasic.All',
  'User.Read.All',
  'GroupMember.Read.All',
  'LicenseAssignment.Read.All',
  'AuditLog.Read.All',
  'Reports.Read.All',
];
const DAY = 86_400_000;
const PASSWORD = 'demo';

/** Runs the demo and returns the exit code of the action, 0 also for violations: the demo has some. */
async function demo(options: DemoOptions, home: string): Promise<number> {
  const key = await newCertificate({
    commonName: 'Mailbox Report demo',
    notBefore: new Date(Date.now() - options.days * DAY),
    notAfter: new Date(Date.now() + 365 * DAY),
  });
  const pfx = writePfx(key, PASSWORD).toString('base64');
  const time = { ago: 0 };
  const habits = options.hostile ? HOSTILE : FRIENDLY;
  const tenant = await startTenant({
    habits,
    groups: teamsOf(options, habits),
    clock: () => Date.now() - time.ago,
    mailboxes: options.mailboxes,
    seed: options.seed,
    roles: options.remediate ? [...ROLES, 'MailboxSettings.ReadWrite'] : ROLES,
    ...(options.remediate ? { exchange: { directoryRoles: ['Exchange Administrator'] } } : {}),
    certificates: [key.certificate],
    latency: { batch: options.latency },
    ...(options.throttle ? { limit: { requests: 1000, per: 1000, retryAfter: 1 } } : {}),
    ...(options.faults
      ? {
          faults: {
            reset: { rate: 0.03 },
            gatewayHtml: { rate: 0.03 },
            item503: { rate: 0.02 },
            missingAnswers: { rate: 0.01 },
          },
        }
      : {}),
  });
  try {
    say(`An embedded tenant with ${options.mailboxes.toLocaleString('en-US')} mailboxes listens on loopback.`);
    const { policy } = options;
    if (options.remediate) {
      return await demoRemediation({ tenant, home, pfx, password: PASSWORD, policy, output: options.output });
    }
    const code = await demoDays(options, tenant, { home, pfx, time });
    if (options.open && existsSync(pageIn(options.output))) await open(pageIn(options.output));
    return code;
  } finally {
    await tenant.close();
  }
}

/** Runs each day and prints what it found. Returns the exit code: 0 also for violations. */
async function demoDays(
  options: DemoOptions,
  tenant: Tenant,
  { home, pfx, time }: { readonly home: string; readonly pfx: string; readonly time: { ago: number } },
): Promise<number> {
  const after = options.days === 1 ? '' : ', after runs of earlier days';
  say(`The packaged action (dist/index.js) reads them, as a runner starts it${after}:\n`);
  const program = new URL('earlier-days.ts', import.meta.url);
  const worker = options.days === 1 ? undefined : new Worker(program, { stdout: true });
  try {
    for (const [index, { list, begin }] of daysOf(options.days, tenant, options.seed).entries()) {
      const isLast = index === options.days - 1;
      time.ago = (options.days - 1 - index) * DAY;
      begin();
      const day = { home: path.join(home, `day-${index + 1}`), list, output: isLast ? options.output : undefined };
      const step = await stepOf(options, tenant, pfx, day);
      const result =
        isLast || worker === undefined
          ? await runPackaged(step, tenant, options)
          : await runSources(worker, { step, ago: time.ago });
      if (result.outputs.result !== 'pass' && result.outputs.result !== 'violations') {
        for (const line of options.log && isLast ? [] : result.log) say(line);
        return 1;
      }
      printDay(result, time.ago);
    }
  } finally {
    await worker?.terminate();
  }
  await printFindings(options.output);
  return 0;
}

/** Teams, which have access to shared mailboxes through their groups. */
function teamsOf({ mailboxes, seed }: DemoOptions, habits: Habits): GroupOptions[] {
  const people = new People(Math.min(mailboxes, 500), seed, 'contoso.com', 0, habits);
  const users = [...people.addresses.keys()].filter((position) => people.kind(position) === 'user');
  const shared = (name: string): number[] =>
    [...people.addresses.keys()].filter(
      (position) => people.kind(position) === 'shared' && people.addresses[position]?.startsWith(name) === true,
    );
  return [
    { name: 'Service Desk', members: users.slice(10, 16), fullAccess: shared('support'), sendAs: shared('support') },
    { name: 'Finance', members: users.slice(30, 34), fullAccess: [...shared('billing'), ...shared('orders')] },
  ];
}

/** What differs between the runs of two days. */
interface DayRun {
  readonly home: string;
  readonly list: readonly string[];
  /** The folder for its files; undefined for one below `home`, and fewer files. */
  readonly output: string | undefined;
}

/** Makes the workspace of a day, and returns the step that runs in it. */
async function stepOf(
  options: DemoOptions,
  tenant: Tenant,
  pfx: string,
  { home, list, output }: DayRun,
): Promise<Step> {
  await mkdir(workspaceOf(home), { recursive: true });
  await writeFile(path.join(workspaceOf(home), 'mailboxes.csv'), listFile(list, tenant));
  const reports = await reportsIn(home, options.report);
  const policy = path.basename(options.policy);
  await copyFile(options.policy, path.join(workspaceOf(home), policy));
  const { env, runtimeToken } = await tenant.startRun();
  return {
    home,
    results: { runtimeToken, resultsUrl: tenant.resultsUrl },
    env,
    inputs: {
      'tenant-id': tenant.tenantId,
      'client-id': tenant.clientId,
      pfx,
      'pfx-password': PASSWORD,
      endpoints: endpointLines(tenant),
      mailboxes: 'mailboxes.csv',
      report: reports.join('\n'),
      policy,
      formats: output === undefined ? 'csv' : 'html, json',
      'max-unreadable': '25%',
      'github-token': tenant.githubToken,
      'output-directory': output ?? path.join(home, 'report'),
    },
  };
}

/** Runs an earlier day in the worker. */
function runSources(worker: Worker, day: EarlierDay): Promise<DayResult> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject).postMessage(day);
  });
}

/** Runs the packaged action in its own process and copies its files. */
async function runPackaged(step: Step, tenant: Tenant, { log: printsLog, output }: DemoOptions): Promise<DayResult> {
  const log: string[] = [];
  const startedStep = await startStep(step);
  await follow(startedStep, (line) => {
    log.push(line);
    if (printsLog) say(line);
  });
  await copyFiles(startedStep.summaryFile, tenant, output);
  const outputs = await startedStep.outputs();
  if (printsLog) printOutputs(outputs);
  return { outputs, log };
}

/** The mailbox list with the columns of the admin center's export. */
function listFile(list: readonly string[], tenant: Tenant): string {
  const names = new Map(
    tenant
      .listed('users', ['userPrincipalName', 'displayName'])
      .map((user) => [user.userPrincipalName, user.displayName]),
  );
  return stringify([['Display name', 'Email address'], ...list.map((address) => [names.get(address), address])]);
}

/** Copies report files into the workspace. */
async function reportsIn(home: string, reports: readonly string[]): Promise<string[]> {
  return Promise.all(
    reports.map(async (report) => {
      if (!isReportFile(report)) return report;
      const name = path.basename(report);
      await copyFile(report, path.join(workspaceOf(home), name));
      return name;
    }),
  );
}

/** Removes the files of an earlier demo. Ends the program where the checkout is read-only. */
async function removeEarlier(): Promise<void> {
  try {
    await rm(DEFAULT_OUTPUT, { recursive: true, force: true });
    await mkdir(DEFAULT_OUTPUT, { recursive: true });
  } catch (error) {
    console.error(
      `${DEFAULT_OUTPUT} cannot be written (${systemErrorCode(error)}). Name another folder: --output FOLDER`,
    );
    process.exit(1);
  }
}

const options = optionsOrUsage();
if (options !== undefined) {
  if (options.output === DEFAULT_OUTPUT) await removeEarlier();
  const home = await mkdtemp(path.join(tmpdir(), 'mailbox-report-demo-'));
  try {
    process.exitCode = await demo(options, home);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
