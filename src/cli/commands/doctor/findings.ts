import type { Dispatcher } from 'undici';
import { hintLines, UserError, type CopyText } from '../../../errors.ts';
import type { KeylessCredential } from '../../../auth/credential.ts';
import type { ReportInputs } from '../../../run/inputs.ts';
import type { ReportDefinition } from '../../../reports/definition.ts';
import type { TableReport } from '../../../reports/table.ts';
import type { CredentialOptions } from '../../options.ts';
import type { PfxFile } from '../../pfx-file.ts';
import type { ServerCertificate } from '../smtp-test/server-certificate.ts';
import type { SmtpServer } from '../smtp-test/session.ts';
import { jsonText, terminalText, withCode, type Format, type Terminal } from '../../terminal.ts';
import type { FederatedJob } from './oidc-check.ts';

/** The options of `doctor`. */
export interface DoctorOptions extends FederatedJob, CredentialOptions {
  readonly mailbox?: string;
  /** Paths and globs, on lines of their own. */
  readonly mailboxes?: string;
  readonly addressColumn?: string;
  readonly report?: string | readonly string[];
  readonly policy?: string;
  readonly cloud?: string;
  readonly endpoints?: readonly string[];
  /** True, or the value of the file, if the workflow sets the input `unlisted`. */
  readonly unlisted?: true | string;
  readonly json: boolean;
  /** Whether the federated credential was just registered, so that nothing about it is left to do. */
  readonly isRegistered?: boolean;
  /** Receives each finding, besides what is printed. */
  readonly onFinding?: (finding: Finding) => void;
  /** Whether to check the assumptions of the action instead of a mailbox and the roles. */
  readonly probe?: boolean;
  /** Whether to check which questions about an account can be answered, instead of a mailbox. */
  readonly incident?: boolean;
  /** Signs in to SMTP as the mailbox: at the server of the cloud, or another. */
  readonly smtp?: true | SmtpServer;
}

/** What the checks need of the program and its options. */
export interface DoctorContext {
  readonly options: DoctorOptions;
  readonly inputs: ReportInputs;
  readonly reports: readonly ReportDefinition[];
  /** Those about the tenant. */
  readonly tables: readonly TableReport[];
  readonly credential: Credential;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dispatcher: Dispatcher;
  readonly terminal: Terminal;
  readonly report: (finding: Finding) => void;
}

/** The certificate is still in its file. */
export type Credential = PfxFile | KeylessCredential;

/** Runs a check and prints its findings. Returns its value, or undefined if it failed. */
export async function step<T>(
  check: CheckName,
  report: (finding: Finding) => void,
  run: () => Promise<CheckResult<T>> | CheckResult<T>,
): Promise<T | undefined> {
  try {
    const { value, findings } = await run();
    for (const finding of findings) report({ check, ...finding });
    return value;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { code, message, hint, copy } = error;
    report({ check, outcome: 'failed', code, message, hint, ...(copy.length === 0 ? {} : { copy }) });
    return undefined;
  }
}

export interface CheckResult<T> {
  readonly value: T;
  readonly findings: readonly CheckFinding[];
}

/** A finding before the name of its check is added. */
export type CheckFinding = Omit<Finding, 'check'>;

export function ok(message: string): CheckFinding {
  return { outcome: 'ok', message };
}

export function warning(message: string): CheckFinding {
  return { outcome: 'warning', message };
}

type CheckName =
  | 'pfx'
  | 'dates'
  | 'oidc'
  | 'token'
  | 'list'
  | 'policy'
  | 'roles'
  | 'mailbox'
  | 'exchange'
  | 'smtp'
  | 'tls'
  | 'sign-in'
  | 'question'
  | 'license'
  | 'message';

/** The result of a check, and what to do if it failed. */
export interface Finding {
  readonly check: CheckName;
  readonly outcome: 'ok' | 'warning' | 'failed';
  /** If the check failed: an error code, or the status of a mailbox. */
  readonly code?: string;
  readonly message: string;
  readonly hint?: string;
  readonly copy?: readonly CopyText[];
  /** Of an SMTP server, for programs. */
  readonly certificate?: ServerCertificate;
}

/**
 * Runs checks and prints their findings, as they come or as JSON. Returns the exit code: 1 if a check failed, or the certificate of
 * an SMTP server expires soon.
 */
export async function printFindings(
  { json, probe = false, onFinding }: Pick<DoctorOptions, 'json' | 'probe' | 'onFinding'>,
  terminal: Terminal,
  run: (report: (finding: Finding) => void) => Promise<boolean>,
): Promise<0 | 1> {
  const findings: Finding[] = [];
  // The probe prints its own JSON.
  const isHeld = json && !probe;
  const allGood = await run((finding) => {
    findings.push(finding);
    onFinding?.(finding);
    terminal.progress('');
    if (!isHeld) terminal.out(findingLine(finding, terminal.style));
  });
  const passes = ({ check, outcome }: Finding): boolean =>
    outcome === 'ok' || (outcome === 'warning' && check !== 'tls');
  const ok = allGood && findings.every(passes);
  if (isHeld) terminal.out(jsonText({ ok, checks: findings }));
  return ok ? 0 : 1;
}

const FORMATS: Readonly<Record<Finding['outcome'], Format>> = { ok: 'green', warning: 'yellow', failed: 'red' };
const WIDTH = 'warning'.length;
const CHECK_WIDTH = 'exchange'.length;
/** Indentation of messages, after outcome and check. */
const INDENT = ' '.repeat(WIDTH + 2 + CHECK_WIDTH + 2);

/** The line of a finding for a terminal, with its hint, and what to copy, below. */
function findingLine({ check, outcome, code, message, hint, copy = [] }: Finding, style: Terminal['style']): string {
  const text = indented(code === undefined ? message : withCode(code, message));
  const line = `${style(FORMATS[outcome], outcome.padEnd(WIDTH))}  ${check.padEnd(CHECK_WIDTH)}  ${text}\n`;
  return hint === undefined ? line : `${line}${INDENT}${style('bold', indented(hintLines({ hint, copy })))}\n`;
}

function indented(text: string): string {
  return terminalText(text).replaceAll('\n', `\n${INDENT}`);
}
