import type { UserError } from '../../errors.ts';
import { shownText, withCode, type Format, type Terminal } from '../terminal.ts';

export type CheckName = 'pfx' | 'dates' | 'oidc' | 'token' | 'list' | 'roles' | 'mailbox' | 'exchange';

/** The result of a check, and what to do if it failed. */
export interface Finding {
  readonly check: CheckName;
  readonly outcome: 'ok' | 'warning' | 'failed';
  /** If the check failed: an error code, or the status of a mailbox. */
  readonly code?: string;
  readonly message: string;
  readonly hint?: string;
}

const FORMATS: Readonly<Record<Finding['outcome'], Format>> = { ok: 'green', warning: 'yellow', failed: 'red' };
const WIDTH = 'warning'.length;
const CHECK_WIDTH = 'exchange'.length;
/** Indentation of messages, after outcome and check. */
const INDENT = ' '.repeat(WIDTH + 2 + CHECK_WIDTH + 2);

export function ok(message: string): Omit<Finding, 'check'> {
  return { outcome: 'ok', message };
}

export function failedBy(check: CheckName, { code, message, hint }: UserError): Finding {
  return { check, outcome: 'failed', code, message, hint };
}

/** The line of a finding for a terminal, with its hint below. */
export function findingLine({ check, outcome, code, message, hint }: Finding, style: Terminal['style']): string {
  const text = indented(code === undefined ? message : withCode(code, message));
  const line = `${style(FORMATS[outcome], outcome.padEnd(WIDTH))}  ${check.padEnd(CHECK_WIDTH)}  ${text}\n`;
  return hint === undefined ? line : `${line}${INDENT}${style('bold', indented(hint))}\n`;
}

function indented(text: string): string {
  return shownText(text).replaceAll('\n', `\n${INDENT}`);
}
