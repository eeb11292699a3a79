import { reworded, UserError, type SourcePlace } from '../errors.ts';
import type { Environment } from '../http/proxy.ts';
import { checkMailboxLists } from '../mailboxes/list.ts';
import { columnCollisions } from '../outputs/files/csv-sinks.ts';
import { checkBaseline } from '../policy/baseline/baseline-file.ts';
import { checkPolicy, reportsOfPolicy } from '../policy/load.ts';
import { builtInReports } from '../reports/built-in.ts';
import { allBuiltIn } from '../reports/built-in-tables.ts';
import { checkReports, chosenOf, lackingSource } from '../reports/choose.ts';
import { isDerivedReport } from '../reports/definition.ts';
import { checkConfig, withFile } from '../run/config-file.ts';
import type { ValuesOf } from '../run/inputs.ts';
import { readInputs, secretInputs, text } from '../run/read-inputs.ts';
import { annotateError, annotateWarning } from '../outputs/annotations.ts';
import { wholeSection } from '../outputs/markdown.ts';
import type { Section, Table, TableRow } from '../run/section.ts';
import { shortened } from '../text/display.ts';
import { logText, type Log } from '../run/log.ts';
import { stepEnvironment, type Core as RunnerCore, type Network } from '../run/runner.ts';
import { count, counted, type EpochMs } from '../text/numbers.ts';
import { writeStepSummary } from '../outputs/job-summary.ts';
import { inputName } from '../text/audience.ts';
import { rehearseStep } from './rehearse.ts';

/** The runner as a check uses it: `@actions/core` satisfies it. */
type Core = Log & Pick<RunnerCore, 'setOutput' | 'setSecret'>;

/** GitHub shows ten errors and ten warnings of a step. https://docs.github.com/rest/checks/runs */
const MOST_SHOWN = 10;
/** In the summary. */
const MOST_LISTED = 200;

/** Runs the validate action. Returns whether the step fails. Annotates the problems. Never rejects. */
export async function runValidate(
  env: Environment,
  { core, ...network }: Network & { readonly core: Core },
): Promise<{ readonly fails: boolean }> {
  try {
    for (const secret of secretInputs(env)) core.setSecret(secret);
    const step = stepEnvironment(env);
    const checked = await check(env, step.workspace, network.now());
    annotate(core, checked);
    const isValid = checked.errors.length === 0;
    core.setOutput('result', isValid ? 'pass' : 'error');
    core.setOutput('mailbox-count', checked.mailboxes);
    const { errors, warnings } = totals(checked);
    core.setOutput('error-count', errors);
    core.setOutput('warning-count', warnings);
    if (checked.inputs.summary !== 'none')
      await writeStepSummary(core, step.summaryFile, wholeSection(summaryOf(checked)));
    const passes = isValid ? await rehearseStep(env, checked.inputs, step, core, network) : false;
    return { fails: !passes };
  } catch (error) {
    core.setOutput('result', 'error');
    core.setOutput('error-count', 1);
    annotateError(core, error);
    return { fails: true };
  }
}

function annotate(core: Core, checked: CheckResult): void {
  const { mailboxes, reports, rules, errors, warnings } = checked;
  const reportText = reports.length === 0 ? '' : `; reports: ${reports.join(', ')}`;
  const ruleText = rules === undefined ? '' : `; ${counted(rules, 'rule', 'rules')}`;
  core.info(logText(`${counted(mailboxes, 'mailbox', 'mailboxes')}${reportText}${ruleText}`));
  for (const error of errors.slice(0, MOST_SHOWN)) annotateError(core, placed(error));
  for (const warning of warnings.slice(0, MOST_SHOWN)) annotateWarning(core, placed(warning));
  for (const rest of [...errors.slice(MOST_SHOWN), ...warnings.slice(MOST_SHOWN)]) core.info(logText(line(rest)));
  const all = totals(checked);
  const hiddenCount = all.errors + all.warnings - errors.length - warnings.length;
  if (hiddenCount > 0) core.info(`and ${count(hiddenCount)} more`);
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

/** The job summary of a check. GitHub allows 1 MiB. */
function summaryOf(checked: CheckResult): Section {
  const { mailboxes, reports, rules, errors, warnings } = checked;
  const all = totals(checked);
  const problems = [...errors.map(row('error')), ...warnings.map(row('warning'))];
  const visible = problems.slice(0, MOST_LISTED);
  const title = `Mailbox Report: ${errors.length === 0 ? 'valid' : 'not valid'}`;
  const counts = [
    `${counted(all.errors, 'error', 'errors')}, ${counted(all.warnings, 'warning', 'warnings')} in `,
    `${counted(mailboxes, 'mailbox', 'mailboxes')} and ${counted(reports.length, 'report', 'reports')}`,
    rules === undefined ? '' : `, a policy of ${counted(rules, 'rule', 'rules')}`,
  ];
  const table: Table = {
    label: 'Problems',
    columns: [
      { name: 'Place' },
      { name: '' },
      { name: 'Problem', kind: 'prose' },
      { name: 'What to do', kind: 'prose' },
    ],
    rows: visible,
    unit: ['problem', 'problems'],
    more: all.errors + all.warnings - visible.length,
    moreIn: 'the log',
  };
  const blocks = [{ paragraph: `${counts.join('')}.` }, ...(visible.length === 0 ? [] : [{ table }])];
  return { title, folded: title, blocks };
}

function row(level: 'error' | 'warning'): (problem: UserError) => TableRow {
  return ({ code, message, hint, place }) => ({
    cells: [shortened(placeText(place), 300), [`${level} `, { code }], shortened(message, 500), shortened(hint, 500)],
  });
}

/** The result of a check, in the order of the inputs and of the files. */
export interface CheckResult {
  /** The inputs, with those of the file of `config`. */
  readonly inputs: ValuesOf<'validate'>;
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
export function readValidateInputs(env: Environment): ValuesOf<'validate'> {
  const inputs = readInputs(env, 'validate');
  const { mailboxes, report, policy } = inputs;
  if (text(env, 'config') !== undefined || mailboxes.lists.length + report.length > 0 || policy !== undefined)
    return inputs;
  throw new UserError(
    'INPUT_MISSING',
    `There is nothing to check: ${inputName('mailboxes')} names no list, and ${inputName('report')} and ${inputName('policy')} are empty.`,
    {
      hint: `Set ${inputName('mailboxes')} to mailbox lists, ${inputName('report')} to report files, ${inputName('policy')} to a policy file, or ${inputName('config')} to a file that names them.`,
    },
  );
}

/**
 * Checks the committed files, offline and without secrets. `env` has the inputs; those that are blank are taken from the file of
 * `config`. Throws UserErrors about inputs only.
 */
export async function check(env: Environment, workspace: string, now: EpochMs): Promise<CheckResult> {
  const file = text(env, 'config');
  const config = file === undefined ? undefined : await checkConfig(file, workspace);
  const inputs = readValidateInputs(withFile(env, config?.value ?? {}));
  const { addressColumn: column, extraColumns: columns } = inputs;
  const { lists: patterns, all } = inputs.mailboxes;
  const { report, policy: policyFile, baseline: baselineFile } = inputs;
  const lists = patterns.length === 0 ? undefined : await checkMailboxLists({ patterns, workspace, column, columns });
  const listColumns = lists?.value.columns ?? columns;
  // With `all`, a run also has mailboxes that no list names.
  const addresses = all ? undefined : lists?.value.mailboxes.map(({ address }) => address.toLowerCase());
  const reports = await checkReports(report, workspace);
  const context = {
    workspace,
    reports: reports.value,
    complete: reports.problems.length === 0,
    addresses,
    listColumns,
    now,
  };
  const policy = policyFile === undefined ? undefined : await checkPolicy(policyFile, context);
  const rules = policy?.value?.rules.map(({ id }) => id);
  const checkedBaseline =
    baselineFile === undefined ? undefined : await checkBaseline(baselineFile, workspace, rules, addresses);
  const available = new Map([...allBuiltIn, ...reports.value.map((one) => [one.name, one] as const)]);
  const ruleReports = policy?.value === undefined ? new Set() : reportsOfPolicy(policy.value, available);
  const named = chosenOf(reports.value).reports;
  const definitions = [...named, ...[...builtInReports.values()].filter(({ name }) => ruleReports.has(name))];
  // A policy alone does not say which reports are in the run.
  const lacking = (named.some(isDerivedReport) ? lackingSource(definitions) : undefined) ?? [];
  const collisions = columns.length === 0 ? [] : columnCollisions(definitions, listColumns);
  const checks = [config, lists, reports, policy, checkedBaseline].filter((checked) => checked !== undefined);
  return {
    inputs,
    mailboxes: lists?.value.length ?? 0,
    reports: reports.value.map(({ name }) => name),
    rules: rules?.length,
    errors: [...checks.flatMap(({ problems }) => problems), ...collisions].concat(lacking),
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
