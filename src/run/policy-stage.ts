import { idsOf } from '../mailboxes/identities.ts';
import type { MailboxAnswer } from '../mailboxes/mailbox-answer.ts';
import type { Baseline } from '../policy/baseline/baseline-file.ts';
import type { PolicyJudge } from '../policy/judge.ts';
import { warningsOfRun } from '../policy/load.ts';
import type { Policy } from '../policy/policy-definition.ts';
import type { Finding } from '../policy/verdict.ts';
import { accounts } from '../reports/built-in/accounts.ts';
import { mailboxProperties } from '../reports/built-in/mailbox-properties.ts';
import { valueOf } from '../reports/known.ts';
import { viewOf } from '../reports/row-view.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import type { RowsOf } from '../reports/conditions.ts';
import type { RowCells } from '../reports/rows.ts';
import type { AnyReport } from '../reports/table.ts';
import type { EpochMs } from '../text/numbers.ts';
import type { Warnings } from './log.ts';
import { findingsOf, mailboxResult, rowsByReport, type MailboxResult } from './mailbox-result.ts';
import type { Stage } from './pipeline.ts';
import { registeredReport } from './registered-rows.ts';
import type { TableResult, TableStage } from './table-result.ts';

/** Compiles the policy, and warns of what it cannot decide. Undefined without a policy. */
export async function judgeOf(
  policy: Policy | undefined,
  reports: readonly AnyReport[],
  now: EpochMs,
  baseline: Baseline | undefined,
  warnings: Warnings,
): Promise<PolicyJudge | undefined> {
  for (const { message, place } of await warningsOfRun(policy, reports, now)) warnings.add(message, place);
  // Loaded lazily: a run without a policy does not need Ajv.
  return policy && (await import('../policy/judge.ts')).compilePolicy(policy, reports, now, baseline);
}

/**
 * Adds the verdicts of a policy to each mailbox.
 *
 * @param ofTables the rows of tables about the tenant, of which rules may name columns
 */
export function policyStage(judge: PolicyJudge, ofTables: RowsOf = () => undefined): Stage {
  return (result) => {
    const ofMailbox = rowsByReport(result.reports);
    const rowsOf: RowsOf = (name) => ofMailbox(name) ?? ofTables(name);
    const names = readNames(result);
    const reports = result.reports.map((report) => registeredReport(report, judge, result, names));
    return {
      ...result,
      reports: reports.map((report) => ({
        ...report,
        verdict: judge.judgeOf(report.definition.name)?.(report.rows, rowsOf, names),
      })),
    };
  };
}

/** Adds the verdicts of a policy to each table about the tenant. */
export function tablePolicyStage(judge: PolicyJudge): TableStage {
  return (result, all) => ({
    ...result,
    verdict: judge.judgeOfTable(result.definition.name)?.(result.rows, rowsOfTables(all)),
  });
}

/** The rows of tables by their names. */
export function rowsOfTables(tables: readonly TableResult[]): RowsOf {
  return (name) => tables.find(({ definition }) => definition.name === name)?.rows;
}

/** Columns with an address of the mailbox, by report. */
export const ADDRESS_COLUMNS: Readonly<Record<string, string>> = {
  [accounts.name]: 'UserPrincipalName',
  [mailboxProperties.name]: 'PrimarySmtpAddress',
};

/** The names of a mailbox that the run has read: IDs, and addresses in the rows of its reports. */
export function readNames({ ids = {}, reports }: MailboxResult): readonly string[] {
  const addresses = reports.flatMap(({ definition: { name, columns }, rows: [row] }) => {
    const column = ADDRESS_COLUMNS[name];
    const address = column === undefined ? undefined : valueOf(viewOf(Object.keys(columns), row).cell(column));
    return typeof address === 'string' ? [address.toLowerCase()] : [];
  });
  return [...addresses, ...idsOf(ids)];
}

/**
 * What a policy says of a mailbox if its reports have these results: those of an earlier run, or those after changes. The use of exemptions
 * is counted as in a run.
 *
 * @param ofTables the rows of tables about the tenant
 */
export function supposedFindings(
  judge: PolicyJudge,
  answer: MailboxAnswer<RowCells[]>,
  definitions: readonly ReportDefinition[],
  ofTables?: RowsOf,
): readonly Finding[] {
  return findingsOf(policyStage(judge, ofTables)(mailboxResult(answer, definitions)));
}
