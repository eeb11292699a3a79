import type { Json } from '../../../json.ts';
import { cellText, shownText } from '../../../text/display.ts';
import { counted } from '../../../text/numbers.ts';
import type { CheckResult, Difference } from '../../../verification/check.ts';
import { verifyReport, type Verification } from '../../../verification/verify.ts';
import { aligned } from '../../section-text.ts';
import { jsonText, terminalText, type Format, type Terminal } from '../../terminal.ts';

/** The options of `verify`. Paths are relative to the current folder. */
export interface VerifyOptions {
  /** The argument: a downloaded report. */
  readonly place: string;
  readonly policy?: string;
  readonly baseline?: string;
  readonly report: readonly string[];
  /** In hex. */
  readonly digest?: string;
  readonly json: boolean;
}

/** Prints what a report has that its rows do not say, and returns the exit code: 0 if all is equal. Rejects as `verifyReport` does. */
export async function verifyAtTerminal(
  { place, policy, baseline, report: reports, digest, json }: VerifyOptions,
  folder: string,
  terminal: Terminal,
): Promise<number> {
  const verification = await verifyReport({ place, workspace: folder, policy, baseline, reports, digest });
  const ok = verification.result === 'ok';
  terminal.out(json ? jsonText({ ok, ...verificationJson(verification) }) : verificationText(verification, terminal));
  return ok ? 0 : 1;
}

function verificationJson({ result, header, checks, beyond }: Verification): object {
  const { productVersion, tenant, cloud, run } = header;
  return {
    result,
    product: productVersion,
    tenant,
    cloud,
    run,
    checks: checks.map(({ name: check, ...members }) => ({ check, ...members })),
    notVerified: beyond,
  };
}

/** Differences of a check that are printed. JSON has more. */
const MAX_SHOWN = 20;
const FORMATS: Readonly<Record<CheckResult, Format>> = { ok: 'green', differs: 'red', 'not-verified': 'yellow' };
const WIDTH = 'not-verified'.length;

const CONCLUSIONS: Readonly<Record<CheckResult, string>> = {
  ok: 'Verified: the report says what its rows say.',
  differs: 'The report differs from what its rows say.',
  'not-verified': 'Not verified: some checks could not be made.',
};

function verificationText({ result, header, checks, beyond }: Verification, { style }: Terminal): string {
  const { run, shown, productVersion } = header;
  const url = run.url === undefined ? '' : `, ${run.url}`;
  const about = `Report of ${run.started.toISOString()} on ${shown.tenant}, version ${productVersion}${url}`;
  return [
    `${terminalText(about.replaceAll('\n', ' '))}\n`,
    ...checks.flatMap(({ name, result: of, about: what, differences, count: number }) => [
      `${style(FORMATS[of], of.padEnd(WIDTH))}  ${terminalText(`${name}: ${what}`.replaceAll('\n', ' '))}\n`,
      aligned(differences.slice(0, MAX_SHOWN).map((one) => [differenceText(one)])),
      number > MAX_SHOWN ? `  and ${counted(number - MAX_SHOWN, 'difference', 'differences')} more\n` : '',
    ]),
    'Not verified:\n',
    ...beyond.map((sentence) => `  ${sentence}\n`),
    `${style('bold', CONCLUSIONS[result])}\n`,
  ].join('');
}

/** `adele@contoso.com: rule no-imap: ImapEnabled: verdict: stored pass, computed fail`. Hostile until escaped. */
function differenceText({
  what,
  mailbox,
  table,
  rule = '',
  item = '',
  column = '',
  stored,
  computed,
}: Difference): string {
  const parts = [mailbox ?? table ?? '', rule === '' ? '' : `rule ${rule}`, item === '' ? '' : shownText(item), column];
  const values =
    stored === undefined && computed === undefined
      ? ''
      : `: stored ${valueText(stored)}, computed ${valueText(computed)}`;
  return [...parts.filter(Boolean), `${what}${values}`].join(': ');
}

function valueText(value: Json | undefined): string {
  return value === undefined || value === null ? 'nothing' : cellText(value);
}
