import type { UserError } from '../failure.ts';
import { readValidateInputs, type Environment } from '../inputs.ts';
import { annotateError, annotateWarning, type Annotate } from '../publish/annotations.ts';
import { logText } from '../publish/log-text.ts';
import { counted } from '../publish/numbers.ts';
import { writeStepSummary } from '../publish/step-summary.ts';
import { check, type Checked } from './check.ts';
import { placeText } from './place-text.ts';
import { checkedSummary } from './summary.ts';

/** What a check needs of the runner: `@actions/core` satisfies it. */
export interface Core extends Annotate {
  setOutput(name: string, value: string | number): void;
}

/** GitHub shows ten errors and ten warnings a step, and drops the rest. https://docs.github.com/rest/checks/runs */
const MOST_SHOWN = 10;

/** Runs the action that checks what is committed. Never rejects: what is wrong is annotated, and the exit code says so. */
export async function runValidate(env: Environment, core: Core): Promise<void> {
  try {
    const inputs = readValidateInputs(env);
    const checked = await check(inputs, env.GITHUB_WORKSPACE ?? process.cwd());
    tell(core, checked);
    core.setOutput('result', checked.errors.length === 0 ? 'pass' : 'error');
    core.setOutput('mailbox-count', checked.mailboxes);
    core.setOutput('error-count', checked.errors.length);
    core.setOutput('warning-count', checked.warnings.length);
    await writeStepSummary(core, env, checkedSummary(checked));
    if (checked.errors.length > 0) process.exitCode = 1;
  } catch (error) {
    process.exitCode = 1;
    core.setOutput('result', 'error');
    annotateError(core, error);
  }
}

function tell(core: Core, { mailboxes, reports, errors, warnings, more }: Checked): void {
  core.info(logText(`${counted(mailboxes, 'mailbox', 'mailboxes')}; reports: ${reports.join(', ') || 'none'}`));
  for (const error of errors.slice(0, MOST_SHOWN)) annotateError(core, error);
  for (const warning of warnings.slice(0, MOST_SHOWN)) annotateWarning(core, warning);
  for (const rest of [...errors.slice(MOST_SHOWN), ...warnings.slice(MOST_SHOWN)]) core.info(logText(line(rest)));
  if (more > 0) core.info(`and ${counted(more, 'more', 'more')}`);
  core.info(`${counted(errors.length, 'error', 'errors')}, ${counted(warnings.length, 'warning', 'warnings')}`);
}

function line({ code, message, place }: UserError): string {
  return [placeText(place), code, message].filter((part) => part !== '').join(': ');
}
