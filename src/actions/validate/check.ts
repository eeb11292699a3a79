import { UserError, type SourcePlace } from '../../errors.ts';
import type { Environment } from '../../http/proxy.ts';
import { checkMailboxLists } from '../../mailboxes/list.ts';
import { columnCollisions } from '../../outputs/files/csv-sinks.ts';
import { checkBaseline } from '../../policy/baseline/baseline-file.ts';
import { checkPolicy } from '../../policy/load.ts';
import { builtInReports } from '../../reports/built-in.ts';
import { checkReports, lackingSource } from '../../reports/choose.ts';
import { isDerivedReport } from '../../reports/definition.ts';
import { checkConfig } from '../../run/config-file.ts';
import { baseline, entries, lines, text } from '../../run/read-inputs.ts';

/** What to check. */
interface CheckedInputs {
  /** Paths and globs of mailbox lists. */
  readonly mailboxes: readonly string[];
  readonly mailboxColumn: string | undefined;
  /** Columns of the lists that reports carry. */
  readonly mailboxColumns: readonly string[];
  /** Names of built-in reports and paths of report files. */
  readonly report: readonly string[];
  readonly policy: string | undefined;
  readonly baseline: string | undefined;
}

/** The result of a check, in the order of the inputs and of the files. */
export interface CheckResult {
  /** Number of distinct mailboxes in the lists. */
  readonly mailboxes: number;
  /** Names of the valid reports. */
  readonly reports: readonly string[];
  /** Number of rules of the policy; undefined without a valid policy. */
  readonly rules: number | undefined;
  /** Problems that fail a run. */
  readonly errors: readonly UserError[];
  /** Problems that a run warns of. */
  readonly warnings: readonly UserError[];
  /** Further problems of the lists, which are only counted. */
  readonly moreErrors: number;
  readonly moreWarnings: number;
}

/** Reads the inputs of the validate action. Throws a UserError `INPUT_MISSING` if there is nothing to check. */
export function readValidateInputs(env: Environment): CheckedInputs {
  const mailboxes = lines(env, 'mailboxes');
  const report = lines(env, 'report');
  const policy = text(env, 'policy');
  if (text(env, 'config') === undefined && mailboxes.length + report.length === 0 && policy === undefined) {
    throw new UserError('INPUT_MISSING', 'There is nothing to check: "mailboxes", "report" and "policy" are empty.', {
      hint: 'Set "mailboxes" to mailbox lists, "report" to report files, "policy" to a policy file, or "config" to a file that names them.',
    });
  }
  const mailboxColumn = text(env, 'mailbox-column');
  const mailboxColumns = entries(env, 'mailbox-columns');
  return { mailboxes, mailboxColumn, mailboxColumns, report, policy, baseline: baseline(env) };
}

/**
 * Checks the committed files, offline and without secrets. `env` has the inputs; those that are blank are taken from the file of
 * `config`. Throws UserErrors about inputs only. `now`: epoch ms.
 */
export async function check(env: Environment, workspace: string, now: number): Promise<CheckResult> {
  const file = text(env, 'config');
  const config = file === undefined ? undefined : await checkConfig(file, workspace);
  const given = Object.entries(env).filter(([, value = '']) => value.trim() !== '');
  const inputs = readValidateInputs({ ...config?.value, ...Object.fromEntries(given) });
  const { mailboxes: patterns, mailboxColumn: column, mailboxColumns: columns } = inputs;
  const { report, policy: policyFile, baseline: baselineFile } = inputs;
  const lists = patterns.length === 0 ? undefined : await checkMailboxLists({ patterns, workspace, column, columns });
  const listColumns = lists?.value.columns ?? columns;
  const addresses = lists?.value.mailboxes.map(({ address }) => address.toLowerCase());
  const reports = await checkReports(report, workspace);
  const about = {
    ...{ workspace, reports: reports.value, complete: reports.problems.length === 0 },
    ...{ addresses, listColumns, now },
  };
  const policy = policyFile === undefined ? undefined : await checkPolicy(policyFile, about);
  const rules = policy?.value?.rules.map(({ id }) => id);
  const checkedBaseline =
    baselineFile === undefined ? undefined : await checkBaseline(baselineFile, workspace, rules, addresses);
  const judged = new Set(policy?.value?.rules.map((rule) => rule.report));
  const read = [...reports.value, ...[...builtInReports.values()].filter(({ name }) => judged.has(name))];
  // A policy alone does not say which reports are in the run.
  const lacking = (reports.value.some(isDerivedReport) ? lackingSource(read) : undefined) ?? [];
  const taken = columns.length === 0 ? [] : columnCollisions(read, listColumns);
  const checks = [config, lists, reports, policy, checkedBaseline].filter((checked) => checked !== undefined);
  return {
    mailboxes: lists?.value.length ?? 0,
    reports: reports.value.map(({ name }) => name),
    rules: rules?.length,
    errors: [...checks.flatMap(({ problems }) => problems), ...taken].concat(lacking),
    warnings: checks.flatMap(({ warnings = [] }) => warnings),
    moreErrors: lists?.moreProblems ?? 0,
    moreWarnings: lists?.moreWarnings ?? 0,
  };
}

/** Number of errors and warnings, including those that are only counted. */
export function totals({ errors, warnings, moreErrors, moreWarnings }: CheckResult): {
  readonly errors: number;
  readonly warnings: number;
} {
  return { errors: errors.length + moreErrors, warnings: warnings.length + moreWarnings };
}

/** A place as compilers and editors write it, `reports/rules.yml:4:7`; '' without a place. */
export function placeText(place: SourcePlace | undefined): string {
  if (place === undefined) return '';
  return [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
}
