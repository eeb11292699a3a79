import type { UserError } from '../failure.ts';
import { counted } from '../publish/numbers.ts';
import { check, type Checked } from '../validate/check.ts';
import { placeText } from '../validate/place-text.ts';
import { shownText, type Terminal } from './terminal.ts';

/** What `validate` is told on its command line. */
export interface ValidateOptions {
  readonly list: readonly string[];
  readonly mailboxColumn?: string;
  readonly report: readonly string[];
  readonly json: boolean;
}

/**
 * Checks lists and reports of the current folder, offline, and prints a line for each mistake with its place; answers with
 * the exit code: 1 where a run would fail.
 */
export async function validate(options: ValidateOptions, workspace: string, terminal: Terminal): Promise<number> {
  const { list: mailboxes, report, mailboxColumn } = options;
  const checked = await check({ mailboxes, mailboxColumn, report }, workspace);
  terminal.out(options.json ? asJson(checked) : asLines(checked, terminal.style));
  return checked.errors.length === 0 ? 0 : 1;
}

function asJson({ mailboxes, reports, errors, warnings, more }: Checked): string {
  const shown = { errors: errors.map(plain), warnings: warnings.map(plain) };
  return `${JSON.stringify({ ok: errors.length === 0, mailboxes, reports, ...shown, more }, undefined, 2)}\n`;
}

function plain({ code, message, hint, place }: UserError): object {
  return { code, message, hint, ...place };
}

function asLines({ mailboxes, reports, errors, warnings, more }: Checked, style: Terminal['style']): string {
  const what = `${counted(mailboxes, 'mailbox', 'mailboxes')}, ${counted(reports.length, 'report', 'reports')}`;
  const found = `${counted(errors.length, 'error', 'errors')}, ${counted(warnings.length, 'warning', 'warnings')}`;
  return [
    ...errors.map((problem) => line(problem, style('red', 'error'))),
    ...warnings.map((problem) => line(problem, style('yellow', 'warning'))),
    more === 0 ? '' : `and ${counted(more, 'more', 'more')}\n`,
    `${style(errors.length === 0 ? 'green' : 'red', errors.length === 0 ? 'valid' : 'not valid')}: ${what}; ${found}\n`,
  ].join('');
}

/** As compilers have it, so that editors find the place. */
function line({ code, message, hint, place }: UserError, level: string): string {
  const where = placeText(place);
  const said = `${level} ${code}: ${shownText(message)}\n  ${shownText(hint)}\n`;
  return where === '' ? said : `${shownText(where)}: ${said}`;
}
