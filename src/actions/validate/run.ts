import { reworded, type UserError } from '../../errors.ts';
import type { Environment } from '../../http/proxy.ts';
import { annotateError, annotateWarning } from '../../outputs/annotations.ts';
import { markdownCode, markdownTable, markdownText } from '../../outputs/markdown.ts';
import type { Log } from '../../run/log.ts';
import { logText } from '../../run/log.ts';
import { stepEnvironment } from '../../run/runner.ts';
import { count, counted } from '../../text/numbers.ts';
import { writeStepSummary } from '../../outputs/job-summary.ts';
import { check, placeText, totals, type CheckResult } from './check.ts';

/** The runner as a check uses it: `@actions/core` satisfies it. */
export interface Core extends Log {
  setOutput(name: string, value: string | number): void;
}

/** GitHub shows ten errors and ten warnings of a step. https://docs.github.com/rest/checks/runs */
const MOST_SHOWN = 10;
/** In the summary. */
const MOST_LISTED = 200;

/** Runs the validate action and sets the exit code. Annotates the problems. Never rejects. */
export async function runValidate(env: Environment, core: Core): Promise<void> {
  try {
    const { workspace, summaryFile } = stepEnvironment(env);
    const checked = await check(env, workspace, Date.now());
    annotate(core, checked);
    core.setOutput('result', checked.errors.length === 0 ? 'pass' : 'error');
    core.setOutput('mailbox-count', checked.mailboxes);
    const { errors, warnings } = totals(checked);
    core.setOutput('error-count', errors);
    core.setOutput('warning-count', warnings);
    await writeStepSummary(core, summaryFile, summaryOf(checked));
    if (checked.errors.length > 0) process.exitCode = 1;
  } catch (error) {
    process.exitCode = 1;
    core.setOutput('result', 'error');
    core.setOutput('error-count', 1);
    annotateError(core, error);
  }
}

function annotate(core: Core, checked: CheckResult): void {
  const { mailboxes, reports, rules, errors, warnings } = checked;
  const named = reports.length === 0 ? '' : `; reports: ${reports.join(', ')}`;
  const ruleText = rules === undefined ? '' : `; ${counted(rules, 'rule', 'rules')}`;
  core.info(logText(`${counted(mailboxes, 'mailbox', 'mailboxes')}${named}${ruleText}`));
  for (const error of errors.slice(0, MOST_SHOWN)) annotateError(core, placed(error));
  for (const warning of warnings.slice(0, MOST_SHOWN)) annotateWarning(core, placed(warning));
  for (const rest of [...errors.slice(MOST_SHOWN), ...warnings.slice(MOST_SHOWN)]) core.info(logText(line(rest)));
  const all = totals(checked);
  const more = all.errors + all.warnings - errors.length - warnings.length;
  if (more > 0) core.info(`and ${count(more)} more`);
  core.info(`${counted(all.errors, 'error', 'errors')}, ${counted(all.warnings, 'warning', 'warnings')}`);
}

/** The message includes the place, because the log shows only the message of an annotation. */
function placed(error: UserError): UserError {
  const text = [placeText(error.place), error.message].filter((part) => part !== '').join(': ');
  return reworded(error, text, error.hint);
}

function line({ code, message, place }: UserError): string {
  return [placeText(place), code, message].filter((part) => part !== '').join(': ');
}

/** The job summary of a check in GitHub's Markdown. GitHub allows 1 MiB. */
function summaryOf(checked: CheckResult): string {
  const { mailboxes, reports, rules, errors, warnings } = checked;
  const all = totals(checked);
  const found = [...errors.map(row('error')), ...warnings.map(row('warning'))];
  const shown = found.slice(0, MOST_LISTED);
  const hidden = all.errors + all.warnings - shown.length;
  return [
    `## Mailbox Report: ${errors.length === 0 ? 'valid' : 'not valid'}\n\n`,
    `${counted(all.errors, 'error', 'errors')}, ${counted(all.warnings, 'warning', 'warnings')} in `,
    `${counted(mailboxes, 'mailbox', 'mailboxes')} and ${counted(reports.length, 'report', 'reports')}`,
    rules === undefined ? '' : `, a policy of ${counted(rules, 'rule', 'rules')}`,
    '.\n\n',
    shown.length === 0 ? '' : markdownTable(['Place', '', 'Problem', 'What to do'], shown),
    hidden === 0 ? '' : `and ${count(hidden)} more: see the log\n`,
  ].join('');
}

function row(level: 'error' | 'warning'): (problem: UserError) => string[] {
  return ({ code, message, hint, place }) => [
    markdownText(placeText(place), 300),
    `${level} ${markdownCode(code)}`,
    markdownText(message, 500),
    markdownText(hint, 500),
  ];
}
