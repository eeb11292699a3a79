import type { UserError } from '../../../errors.ts';
import { configFileOf } from '../../../run/config-file.ts';
import { counted } from '../../../text/numbers.ts';
import { check, placeText, totals, type CheckResult } from '../../../actions/validate.ts';
import { asInputs } from '../../options.ts';
import { jsonText, terminalText, type Terminal } from '../../terminal.ts';

/** The options of `validate`: inputs of the action, and `json`. */
export interface ValidateOptions {
  readonly config?: string;
  readonly json: boolean;
}

/**
 * Checks lists, reports, policy and baseline in the current folder, offline, and prints a line with the place of each
 * problem. Options that are not given are read from mailbox-report.yml. Returns the exit code: 1 if a run would fail. Rejects with
 * UserErrors about options.
 */
export async function validateAtTerminal(
  options: ValidateOptions,
  workspace: string,
  terminal: Terminal,
): Promise<number> {
  const checked = await check(
    asInputs({ ...options, config: configFileOf(options.config) }),
    workspace,
    terminal.now(),
  );
  terminal.out(options.json ? asJson(checked) : asLines(checked, terminal.style));
  return checked.errors.length === 0 ? 0 : 1;
}

function asJson({ mailboxes, reports, rules, errors, warnings, moreErrors, moreWarnings }: CheckResult): string {
  const plainProblems = { errors: errors.map(plain), warnings: warnings.map(plain) };
  return jsonText({ ok: errors.length === 0, mailboxes, reports, rules, ...plainProblems, moreErrors, moreWarnings });
}

function plain({ code, message, hint, place }: UserError): object {
  return { code, message, hint, ...place };
}

function asLines(checked: CheckResult, style: Terminal['style']): string {
  const { mailboxes, reports, rules, errors, warnings } = checked;
  const all = totals(checked);
  const hiddenCount = all.errors + all.warnings - errors.length - warnings.length;
  const ruleText = rules === undefined ? '' : `, ${counted(rules, 'rule', 'rules')}`;
  const what = `${counted(mailboxes, 'mailbox', 'mailboxes')}, ${counted(reports.length, 'report', 'reports')}${ruleText}`;
  const problemCounts = `${counted(all.errors, 'error', 'errors')}, ${counted(all.warnings, 'warning', 'warnings')}`;
  return [
    ...errors.map((problem) => line(problem, style('red', 'error'))),
    ...warnings.map((problem) => line(problem, style('yellow', 'warning'))),
    hiddenCount === 0 ? '' : `and ${counted(hiddenCount, 'more', 'more')}\n`,
    `${style(errors.length === 0 ? 'green' : 'red', errors.length === 0 ? 'valid' : 'not valid')}: ${what}; ${problemCounts}\n`,
  ].join('');
}

/** The format of compilers, so that editors open the place. */
function line({ code, message, hint, place }: UserError, level: string): string {
  const where = placeText(place);
  const text = `${level} ${code}: ${terminalText(message)}\n  ${terminalText(hint)}\n`;
  return where === '' ? text : `${terminalText(where)}: ${text}`;
}
