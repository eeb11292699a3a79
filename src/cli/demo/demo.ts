/**
 * Runs the packaged action against the embedded tenant, with a new certificate, in its own process, as a runner starts it.
 * Needs no tenant and no network.
 */
import { createReadStream, existsSync } from 'node:fs';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse';
import open from 'open';
import { describeError } from '../../errors.ts';
import { shortened, visibleLine } from '../../text/display.ts';
import { isReportFile } from '../../reports/choose.ts';
import { startTenant, type Tenant, type WorkflowRun } from '../../../tenant/tenant.ts';
import { changeOvernight, listsOf } from './demo-days.ts';
import { demoRemediation } from './demo-remediation.ts';
import { forwardSignals } from './forward-signals.ts';
import { newCertificate } from '../certificate/new-certificate.ts';
import { writePfx } from '../certificate/pfx-writer.ts';
import { ROOT, startStep, workspaceOf, type StartedStep } from './runner.ts';

const USAGE = `Usage: npm run demo -- [options]

  --mailboxes N      number of mailboxes (500)
  --seed N           seed of the generated organization (1)
  --report NAME      built-in report or report file; can be repeated (mailbox-settings)
  --policy FILE      policy file, such as examples/policies/replies-stay-inside.yml; also writes SARIF, JUnit and JSON
  --days N           run on N days with changes between, and show the last day (1); without --policy, with
                     examples/policies/replies-stay-inside.yml
  --remediate        plan, apply, plan again and undo what the policy sets; without --policy, with
                     examples/policies/replies-stay-inside.yml, and with 150 mailboxes and a latency of 50 ms
  --latency MS       latency of a batch of 20 (800)
  --throttle         limit Graph to 1,000 mailboxes a second
  --faults           inject connection resets, gateway errors and missing responses
  --output DIR       folder for page, CSV, summary and artifact (demo-output)
  --open             open the report page in the browser at the end
`;
const DEFAULT_OUTPUT = path.join(ROOT, 'demo-output');
const DEFAULT_POLICY = path.join(ROOT, 'examples/policies/replies-stay-inside.yml');
const MOST_DAYS = 30;
const SHOWN_ROWS = 5;
const SHOWN_COLUMNS = 5;
const WIDEST = 32;
/** The app roles that the built-in reports require. */
const ROLES = ['MailboxSettings.Read', 'Mail.ReadBasic.All', 'Calendars.ReadBasic.All', 'User.Read.All'];
const DAY = 86_400_000;
const PASSWORD = 'demo';

interface DemoOptions {
  readonly mailboxes: number;
  readonly seed: number;
  readonly report: readonly string[];
  readonly policy?: string | undefined;
  readonly days: number;
  readonly remediate: boolean;
  readonly latency: number;
  readonly throttle: boolean;
  readonly faults: boolean;
  readonly output: string;
  readonly open: boolean;
}

function readOptions(): DemoOptions | undefined {
  const { values } = parseArgs({
    options: {
      mailboxes: { type: 'string' },
      seed: { type: 'string', default: '1' },
      report: { type: 'string', multiple: true, default: ['mailbox-settings'] },
      policy: { type: 'string' },
      days: { type: 'string', default: '1' },
      remediate: { type: 'boolean', default: false },
      latency: { type: 'string' },
      throttle: { type: 'boolean', default: false },
      faults: { type: 'boolean', default: false },
      output: { type: 'string', default: DEFAULT_OUTPUT },
      open: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const days = wholeNumber('days', values.days, 1, MOST_DAYS);
  const policy = values.policy ?? (days > 1 || values.remediate ? DEFAULT_POLICY : undefined);
  const files = [...values.report.filter(isReportFile), ...(policy === undefined ? [] : [policy])];
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) throw new Error(`File not found: ${missing}`);
  return {
    ...values,
    policy,
    days,
    // Changes are made one after the other.
    mailboxes: wholeNumber('mailboxes', values.mailboxes ?? (values.remediate ? '150' : '500'), 1, 1_000_000),
    seed: wholeNumber('seed', values.seed, 0, 2 ** 31),
    latency: wholeNumber('latency', values.latency ?? (values.remediate ? '50' : '800'), 0, 60_000),
    output: path.resolve(values.output),
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`--${name} must be a whole number from ${least} to ${most}`);
}

/** Runs the demo and returns the exit code of the action. Keeps the files of the run and removes the working files. */
async function demo(options: DemoOptions, home: string): Promise<number> {
  const key = await newCertificate({
    commonName: 'Mailbox Report demo',
    notBefore: new Date(Date.now() - DAY),
    notAfter: new Date(Date.now() + 365 * DAY),
  });
  const pfx = writePfx(key, PASSWORD).toString('base64');
  const tenant = await startTenant({
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
    if (options.remediate && policy !== undefined) {
      return await demoRemediation(
        { tenant, home, pfx, password: PASSWORD, policy, output: options.output },
        { say, follow },
      );
    }
    say('The packaged action (dist/index.js) reads them, as a workflow runner would start it:\n');
    const lists = listsOf(options.days, tenant);
    let code = 0;
    for (const [at, list] of lists.entries()) {
      if (at > 0) changeOvernight(list, tenant, at);
      const started = Date.now() - (lists.length - 1 - at) * DAY;
      const run = { ...(await tenant.startRun({ started })), resultsUrl: tenant.resultsUrl };
      const isLast = at === lists.length - 1;
      if (lists.length > 1) say(`${isLast ? '\n' : ''}Day ${at + 1} of ${lists.length}:`);
      const day = { home: path.join(home, `day-${at + 1}`), list, run, pfx, isLast };
      code = await runDay(options, tenant, day);
    }
    if (options.open && existsSync(pageIn(options.output))) await open(pageIn(options.output));
    return code;
  } finally {
    await tenant.close();
  }
}

/** The run of one day. */
interface Day {
  readonly home: string;
  readonly list: readonly string[];
  readonly run: Pick<WorkflowRun, 'env' | 'runtimeToken'> & { readonly resultsUrl: string };
  readonly pfx: string;
  /** Whether its result is shown. */
  readonly isLast: boolean;
}

async function runDay(options: DemoOptions, tenant: Tenant, { home, list, run, pfx, isLast }: Day): Promise<number> {
  await mkdir(workspaceOf(home), { recursive: true });
  await writeFile(path.join(workspaceOf(home), 'mailboxes.txt'), `${list.join('\n')}\n`);
  const reports = await reportsIn(home, options.report);
  const { policy } = options;
  if (policy !== undefined) await copyFile(policy, path.join(workspaceOf(home), path.basename(policy)));
  const step = await startStep({
    home,
    results: run,
    env: run.env,
    inputs: {
      'tenant-id': tenant.tenantId,
      'client-id': tenant.clientId,
      pfx,
      'pfx-password': PASSWORD,
      'authority-host': tenant.authorityHost,
      'graph-url': tenant.graphUrl,
      'exchange-url': tenant.exchangeUrl,
      mailboxes: 'mailboxes.txt',
      report: reports.join('\n'),
      ...(policy === undefined ? {} : { policy: path.basename(policy), formats: 'csv, html, json, sarif, junit' }),
      'max-unreadable': '10%',
      'github-token': tenant.githubToken,
      'output-directory': isLast ? options.output : path.join(home, 'report'),
    },
  });
  const code = await follow(step, isLast ? undefined : /^Result: /);
  if (isLast) {
    await copyFiles(step, tenant, options.output);
    await printResult(step, options.output);
  }
  return code;
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

/** Prints the log as GitHub shows it, or only the lines that match, until the action ends. Returns its exit code. */
async function follow({ child }: StartedStep, only?: RegExp): Promise<number> {
  child.stderr.pipe(process.stderr);
  const ended = new Promise<number>((resolve, reject) => {
    child.on('error', reject).on('close', (code) => {
      resolve(code ?? 1);
    });
  });
  const stopForwarding = forwardSignals(child);
  let indent = '  ';
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('::endgroup::')) indent = '  ';
    const shown = asShown(line);
    if (shown !== undefined && only?.test(shown) !== false) say(shown.replace(/^/gm, indent));
    if (line.startsWith('::group::')) indent = '    ';
  }
  stopForwarding();
  return ended;
}

/** Workflow commands are for the runner: it masks secrets, folds groups and colours annotations. */
function asShown(line: string): string | undefined {
  const [, command = '', properties = '', message = ''] = /^::([a-z-]+)(?: ([^:]*))?::(.*)$/.exec(line) ?? [];
  if (command === '') return line;
  if (command === 'group') return `> ${message}`;
  if (command !== 'error' && command !== 'warning' && command !== 'notice') return undefined;
  const title = /title=([^,]*)/.exec(properties)?.[1];
  return unescaped([command, title, message].filter(Boolean).join(': '));
}

function unescaped(text: string): string {
  return text.replace(/%(25|0D|0A|3A|2C)/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

async function copyFiles(step: StartedStep, tenant: Tenant, output: string): Promise<void> {
  await mkdir(output, { recursive: true });
  await copyFile(step.summaryFile, path.join(output, 'summary.md'));
  // The action itself has written the page there.
  const zipped = tenant.artifacts().filter(({ mimeType }) => mimeType === 'application/zip');
  for (const artifact of zipped) await writeFile(path.join(output, `${artifact.name}.zip`), artifact.bytes);
}

async function printResult(step: StartedStep, output: string): Promise<void> {
  const outputs = await step.outputs();
  say('\nOutputs, for later steps:');
  for (const [name, value] of Object.entries(outputs)) say(`  ${name.padEnd(24)}${value}`);
  const csv = outputs['csv-path'];
  if (csv !== undefined && existsSync(csv)) {
    say('\nFirst rows and columns of the first CSV:');
    for (const row of await firstRows(csv)) say(`  ${row}`);
  }
  say('');
  const files = {
    CSV: csv,
    Page: pageIn(output),
    Summary: path.join(output, 'summary.md'),
    Artifact: path.join(output, 'mailbox-report.zip'),
  };
  for (const [name, file] of Object.entries(files)) {
    if (file !== undefined && existsSync(file)) say(`${name.padEnd(9)}${file}`);
  }
}

/** The page is named after the artifact. */
function pageIn(output: string): string {
  return path.join(output, 'mailbox-report.html');
}

async function firstRows(csv: string): Promise<string[]> {
  const records: AsyncIterable<unknown> = createReadStream(csv).pipe(parse({ bom: true, to: SHOWN_ROWS + 1 }));
  const rows: string[][] = [];
  for await (const record of records) {
    if (Array.isArray(record)) rows.push(record.slice(0, SHOWN_COLUMNS).map(shownCell));
  }
  const widths = Array.from({ length: SHOWN_COLUMNS }, (_, at) => Math.max(...rows.map((row) => row[at]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}

function shownCell(cell: unknown): string {
  return typeof cell === 'string' ? visibleLine(shortened(cell, WIDEST)) : '';
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Sets exit code 2 for invalid options, as the terminal program does. */
function optionsOrUsage(): DemoOptions | undefined {
  try {
    const found = readOptions();
    if (found === undefined) say(USAGE);
    return found;
  } catch (error) {
    process.stderr.write(`error: ${describeError(error)}\n\n${USAGE}`);
    process.exitCode = 2;
    return undefined;
  }
}

const options = optionsOrUsage();
if (options !== undefined) {
  // Remove the files of an earlier demo.
  if (options.output === DEFAULT_OUTPUT) await rm(DEFAULT_OUTPUT, { recursive: true, force: true });
  const home = await mkdtemp(path.join(tmpdir(), 'mailbox-report-demo-'));
  try {
    process.exitCode = await demo(options, home);
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}
