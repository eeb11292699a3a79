import type { Dispatcher } from 'undici';
import { UserError } from '../../errors.ts';
import type { ReportInputs } from '../../run/inputs.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { asOptions, inOptionNames } from '../option-names.ts';
import type { PfxFile } from '../pfx-file.ts';
import type { Terminal } from '../terminal.ts';
import { failedBy, type CheckName, type Finding } from './findings.ts';
import type { FederatedJob } from './oidc-check.ts';

/** The options of `doctor`. */
export interface DoctorOptions extends FederatedJob {
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: 'certificate' | 'federated';
  /** Absent with `federated`. */
  readonly pfx?: string;
  readonly mailbox?: string;
  readonly mailboxes?: string;
  readonly mailboxColumn?: string;
  readonly report?: readonly string[];
  readonly cloud: string;
  readonly authorityHost?: string;
  readonly graphUrl?: string;
  readonly exchangeUrl?: string;
  /** Whether the workflow sets the input `unlisted`. */
  readonly unlisted?: boolean;
  readonly json: boolean;
}

/** What the checks share. */
export interface Examination {
  readonly options: DoctorOptions;
  readonly inputs: ReportInputs;
  readonly reports: readonly ReportDefinition[];
  readonly credential: Credential;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly dispatcher: Dispatcher;
  readonly terminal: Terminal;
  readonly report: (finding: Finding) => void;
}

export interface Federation {
  readonly audience: string;
}

export type Credential = PfxFile | Federation;

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
    report(failedBy(check, asOptions(error)));
    return undefined;
  }
}

export interface CheckResult<T> {
  readonly value: T;
  readonly findings: readonly Omit<Finding, 'check'>[];
}

export function warning(message: string): Omit<Finding, 'check'> {
  return { outcome: 'warning', message: inOptionNames(message) };
}
