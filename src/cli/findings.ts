import type { UserError } from '../errors.ts';
import { shownText, withCode, type Format, type Terminal } from './terminal.ts';

export type CheckName = 'pfx' | 'dates' | 'oidc' | 'token' | 'list' | 'roles' | 'mailbox';

/** What was found at one step, and what to do where something is wrong. */
export interface Finding {
  readonly check: CheckName;
  readonly outcome: 'ok' | 'warning' | 'failed';
  /** Of what failed: an error code, or the status of a mailbox. */
  readonly code?: string;
  readonly message: string;
  readonly hint?: string;
}

const FORMATS: Readonly<Record<Finding['outcome'], Format>> = { ok: 'green', warning: 'yellow', failed: 'red' };
const WIDTH = 'warning'.length;
/** Where the messages begin: behind outcome and check. */
const INDENT = ' '.repeat(WIDTH + 2 + 'mailbox'.length + 2);

export function failedBy(check: CheckName, { code, message, hint }: UserError): Finding {
  return { check, outcome: 'failed', code, message, hint };
}

/** A line for a terminal, and the hint below it. */
export function findingLine({ check, outcome, code, message, hint }: Finding, style: Terminal['style']): string {
  const said = indented(code === undefined ? message : withCode(code, message));
  const line = `${style(FORMATS[outcome], outcome.padEnd(WIDTH))}  ${check.padEnd('mailbox'.length)}  ${said}\n`;
  return hint === undefined ? line : `${line}${INDENT}${style('bold', indented(hint))}\n`;
}

function indented(text: string): string {
  return shownText(text).replaceAll('\n', `\n${INDENT}`);
}
