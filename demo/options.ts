import { existsSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { describeError } from '../src/errors.ts';
import { isReportFile } from '../src/reports/choose.ts';
import { say } from './log.ts';
import { ROOT } from './runner.ts';

const USAGE = `Usage: npm run demo -- [options]

  --mailboxes N      number of mailboxes (200)
  --seed N           seed of the generated organization (1)
  --report NAME      built-in report or report file; can be repeated (mailbox-settings, inbox-rules,
                     mailbox-permissions, access)
  --policy FILE      policy file (demo/policy.yml)
  --days N           run on each of N days up to today, with changes between (7)
  --log              print the log and the outputs of the last day
  --remediate        plan, apply, plan again and undo what the policy sets, of 150 mailboxes
  --latency MS       latency of a batch of 20 (50)
  --throttle         limit Graph to 1,000 mailboxes a second
  --hostile          the organization of the tests, with texts that require escaping and odd settings
  --faults           inject connection resets, gateway errors and missing responses
  --output DIR       folder for page, CSV, summary and artifact (demo-output)
  --open             open the report page in the browser at the end
`;
export const DEFAULT_OUTPUT = path.join(ROOT, 'demo-output');
const DEFAULT_POLICY = path.join(ROOT, 'demo', 'policy.yml');
const DEFAULT_REPORTS = ['mailbox-settings', 'inbox-rules', 'mailbox-permissions', 'access'];
const MOST_DAYS = 30;

export interface DemoOptions {
  readonly mailboxes: number;
  readonly seed: number;
  readonly report: readonly string[];
  readonly policy: string;
  readonly days: number;
  readonly log: boolean;
  readonly remediate: boolean;
  readonly latency: number;
  readonly throttle: boolean;
  readonly hostile: boolean;
  readonly faults: boolean;
  readonly output: string;
  readonly open: boolean;
}

function readOptions(): DemoOptions | undefined {
  const { values } = parseArgs({
    options: {
      mailboxes: { type: 'string' },
      seed: { type: 'string', default: '1' },
      report: { type: 'string', multiple: true, default: DEFAULT_REPORTS },
      policy: { type: 'string', default: DEFAULT_POLICY },
      days: { type: 'string', default: '7' },
      log: { type: 'boolean', default: false },
      remediate: { type: 'boolean', default: false },
      latency: { type: 'string', default: '50' },
      throttle: { type: 'boolean', default: false },
      hostile: { type: 'boolean', default: false },
      faults: { type: 'boolean', default: false },
      output: { type: 'string', default: DEFAULT_OUTPUT },
      open: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return undefined;
  const days = wholeNumber('days', values.days, 1, MOST_DAYS);
  const files = [...values.report.filter(isReportFile), values.policy];
  const missingFile = files.find((file) => !existsSync(file));
  if (missingFile !== undefined) throw new Error(`File not found: ${missingFile}`);
  return {
    ...values,
    days,
    // Changes are made one after the other.
    mailboxes: wholeNumber('mailboxes', values.mailboxes ?? (values.remediate ? '150' : '200'), 1, 1_000_000),
    seed: wholeNumber('seed', values.seed, 0, 2 ** 31),
    latency: wholeNumber('latency', values.latency, 0, 60_000),
    output: path.resolve(values.output),
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const number = Number(text);
  if (Number.isInteger(number) && number >= least && number <= most) return number;
  throw new Error(`--${name} must be a whole number from ${least} to ${most}`);
}

/** The options of the demo, or undefined after printing the usage. Sets exit code 2 for invalid options, as the terminal program does. */
export function optionsOrUsage(): DemoOptions | undefined {
  try {
    const options = readOptions();
    if (options === undefined) say(USAGE);
    return options;
  } catch (error) {
    process.stderr.write(`error: ${describeError(error)}\n\n${USAGE}`);
    process.exitCode = 2;
    return undefined;
  }
}
