import { requireValue, type Checked, type UserError } from '../errors.ts';
import { allBuiltIn, tablesWith } from '../reports/built-in-tables.ts';
import { chosenOf, type ChosenReports } from '../reports/choose.ts';
import {
  columnOf,
  isMadeReport,
  madeFirst,
  withListColumns,
  type ColumnReference,
  type ReportDefinition,
} from '../reports/definition.ts';
import { sourcesOf } from '../reports/derived-row.ts';
import { isTable, type AnyReport, type TableReport } from '../reports/table.ts';
import type { Baseline } from './baseline/baseline-file.ts';
import { columnsIn } from './finding-message.ts';
import type { Policy, Rule } from './policy-definition.ts';
import type { PolicyContext } from './file/policy-warnings.ts';
import { withRegister } from './register/row-right.ts';
import type { EpochMs } from '../text/numbers.ts';

// Modules that parse YAML and check schemas are imported lazily: a run without a policy does not need them.

/** The policy of a run and the reports that it reads. */
export interface ChosenPolicy {
  readonly policy: Policy | undefined;
  /**
   * The reports about mailboxes of the input, in its order, then the built-in ones that only the policy needs. Reports that are made
   * come first.
   */
  readonly reports: readonly ReportDefinition[];
  /** Those about the tenant, also those that come with the others. */
  readonly tables: readonly TableReport[];
  /** Those of both kinds that only the policy needs. */
  readonly added: readonly AnyReport[];
}

/**
 * Reads the policy that the input `policy` names, and adds the built-in reports that only its rules need. Rejects with the
 * UserError `POLICY_FILE` for a file that cannot be read or has mistakes.
 *
 * @param definitions the reports of the input `report`
 * @param listColumns columns of the mailbox list, which every report carries
 * @param input the name of the input, for errors
 */
export async function choosePolicy(
  file: string | undefined,
  workspace: string,
  { reports: named, tables }: ChosenReports,
  listColumns: readonly string[],
  input = 'policy',
): Promise<ChosenPolicy> {
  const reports = named.map((report) => withListColumns(report, listColumns));
  if (file === undefined) {
    return { policy: undefined, reports: madeFirst(reports), tables: tablesWith(tables, reports), added: [] };
  }
  const { checkPolicyFile } = await import('./file/policy-file.ts');
  const own = [...reports, ...tables];
  const available = new Map([...builtInWith(listColumns), ...own].map((report) => [report.name, report]));
  const policy = requireValue(await checkPolicyFile(file, workspace, [...available.values()], { input }));
  const names = reportsOfPolicy(policy, available);
  const needed = [...available.values()].filter(({ name }) => names.has(name) && own.every((one) => one.name !== name));
  const additions = chosenOf(needed);
  const all = madeFirst([...reports, ...additions.reports]);
  const withColumns = all.map((report) => registered(report, policy));
  return { policy, reports: withColumns, tables: tablesWith([...tables, ...additions.tables], all), added: needed };
}

/** The reports that the rules of a policy need: whose columns they name, and of which these are made. */
export function reportsOfPolicy(
  { rules }: Pick<Policy, 'rules'>,
  available: ReadonlyMap<string, AnyReport>,
): ReadonlySet<string> {
  const names = new Set(rules.map(({ report }) => report));
  for (const rule of rules) {
    const own = available.get(rule.report);
    if (own === undefined) continue;
    for (const { report: name, column } of columnsOfRule(rule, own)) {
      names.add(name);
      const report = available.get(name);
      const isMade = report !== undefined && !isTable(report) && isMadeReport(report);
      for (const source of isMade ? sourcesOf(report, column) : []) names.add(source);
    }
  }
  return names;
}

/** The columns that a rule names. `own`: its report. */
export function columnsOfRule(
  { when, expect, message = '' }: Pick<Rule, 'when' | 'expect' | 'message'>,
  own: AnyReport,
): readonly ColumnReference[] {
  const names = [...Object.keys(when), ...Object.keys(expect), ...columnsIn(message)];
  return names.map((name) => columnOf(own, name));
}

/** A report with the column of the register, if the policy names one and its rows are rights. */
export function registered<Report extends AnyReport>(report: Report, policy: Policy | undefined): Report {
  return policy?.register === undefined ? report : withRegister(report);
}

/** The built-in reports, those about mailboxes with the columns of a mailbox list. */
export function builtInWith(listColumns: readonly string[]): readonly AnyReport[] {
  return [...allBuiltIn.values()].map((report) => carrying(report, listColumns));
}

/** Only reports about mailboxes carry the columns of a list. */
function carrying(report: AnyReport, listColumns: readonly string[]): AnyReport {
  return isTable(report) ? report : withListColumns(report, listColumns);
}

/**
 * Reads the baseline that the input `baseline` names, which needs a policy. Rejects with the UserError `BASELINE_FILE` for a file
 * that cannot be read or has mistakes.
 */
export async function chooseBaseline(
  file: string | undefined,
  workspace: string,
  policy: Policy | undefined,
): Promise<Baseline | undefined> {
  if (file === undefined || policy === undefined) return undefined;
  const { readBaseline } = await import('./baseline/baseline-file.ts');
  const rules = policy.rules.map(({ id }) => id);
  return readBaseline(file, workspace, rules);
}

/** What a policy is checked against. */
interface PolicyCheck extends PolicyContext {
  readonly workspace: string;
  /** False if a report file could not be read. */
  readonly complete: boolean;
  /** Columns of the lists, which every report carries. */
  readonly listColumns: readonly string[];
}

/** Checks a policy file, also for probable mistakes. Rejects only for a bug. */
export async function checkPolicy(file: string, check: PolicyCheck): Promise<Checked<Policy>> {
  const { checkPolicyFile } = await import('./file/policy-file.ts');
  const { workspace, listColumns, complete } = check;
  const ofFiles = check.reports.map((report) => carrying(report, listColumns));
  const reports = [...builtInWith(listColumns), ...ofFiles];
  const checked = await checkPolicyFile(file, workspace, reports, { complete });
  if (checked.value === undefined) return checked;
  const { policyWarnings } = await import('./file/policy-warnings.ts');
  const { value: policy } = checked;
  const withColumns = reports.map((report) => registered(report, policy));
  return { ...checked, warnings: policyWarnings(policy, { ...check, reports: withColumns }) };
}

/** The probable mistakes that a run does not find by itself: they hide violations. */
const OF_RUN: ReadonlySet<string> = new Set([
  'RULE_CHECKS_NOTHING',
  'VALUE_UNDOCUMENTED',
  'NAME_COMPARED',
  'BLANK_CELLS',
  'EXEMPTION_BROAD',
  'EXEMPTION_FAR',
]);

/** What a run warns of in its policy before it reads a mailbox, as `checkPolicy` does. */
export async function warningsOfRun(
  policy: Policy | undefined,
  reports: readonly AnyReport[],
  now: EpochMs,
): Promise<readonly UserError[]> {
  if (policy === undefined) return [];
  const { policyWarnings } = await import('./file/policy-warnings.ts');
  return policyWarnings(policy, { reports, addresses: undefined, now: now }).filter(({ code }) => OF_RUN.has(code));
}
