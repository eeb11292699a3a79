import { collectProblems, requireValue, UserError, type Checked } from '../errors.ts';
import { suggestion } from '../text/did-you-mean.ts';
import { allBuiltIn } from './built-in-tables.ts';
import { inputName, theInput } from '../text/audience.ts';
import { isDerivedReport, isListingReport, isTenantReport, type ReportDefinition } from './definition.ts';
import { isTable, type AnyReport, type TableReport } from './table.ts';

const FILE = /[/\\]|\.ya?ml$/i;
const MAX_SHOWN = 60;

/** The reports that an input names, in its order. */
export interface ChosenReports {
  /** Those about mailboxes. */
  readonly reports: readonly ReportDefinition[];
  /** Those about the tenant. */
  readonly tables: readonly TableReport[];
}

/** Separates reports about mailboxes from those about the tenant. */
export function chosenOf(all: readonly AnyReport[]): ChosenReports {
  return { reports: all.filter((one) => !isTable(one)), tables: all.filter(isTable) };
}

/**
 * The reports that the input "report" names, in its order: names of built-in reports, and paths of report files. Rejects
 * with a UserError: `INPUT_INVALID` for an unknown name, `REPORT_FILE` for a file that cannot be read or has mistakes,
 * `REPORT_NAME_TAKEN` if two reports have the same name.
 */
export async function chooseReports(names: readonly string[], workspace: string): Promise<ChosenReports> {
  return chosenOf(requireValue(await checkReports(names, workspace)));
}

/** Like `chooseReports`, with all problems. The value has the reports without problems. */
export async function checkReports(
  names: readonly string[],
  workspace: string,
): Promise<Checked<readonly AnyReport[]> & { readonly value: readonly AnyReport[] }> {
  const chosen = new Map<string, { readonly entry: string; readonly report: AnyReport }>();
  const problems: UserError[] = [];
  const warnings: UserError[] = [];
  for (const entry of names) {
    const checked = await checkEntry(entry, workspace);
    problems.push(...checked.problems);
    warnings.push(...(checked.warnings ?? []));
    const report = checked.value;
    if (report === undefined) continue;
    const other = chosen.get(report.name);
    if (other === undefined) chosen.set(report.name, { entry, report });
    else problems.push(nameTaken(report.name, other.entry, entry));
  }
  return { value: [...chosen.values()].map(({ report }) => report), problems, warnings };
}

async function checkEntry(entry: string, workspace: string): Promise<Checked<AnyReport>> {
  if (!isReportFile(entry)) return collectProblems(() => Promise.resolve({ value: namedReport(entry), problems: [] }));
  // A run without report files does not need the reader of YAML.
  const { checkReportFile } = await import('./file/report-file.ts');
  return checkReportFile(entry, workspace);
}

/** Whether an entry of the input is the path of a report file, rather than a name. */
export function isReportFile(entry: string): boolean {
  return FILE.test(entry);
}

/** The built-in report with a name, in any case. Throws the UserError `INPUT_INVALID`. */
function namedReport(entry: string): AnyReport {
  const report = allBuiltIn.get(entry.toLowerCase());
  if (report !== undefined) return report;
  const names = [...allBuiltIn.keys()];
  const entryText = entry.length > MAX_SHOWN ? `${entry.slice(0, MAX_SHOWN)}…` : entry;
  throw new UserError('INPUT_INVALID', `${theInput('report')} cannot be ${JSON.stringify(entryText)}.`, {
    hint:
      suggestion(entry, names) +
      `Use ${names.map((name) => `"${name}"`).join(', ')}, or the path of a report file, such as reports/${
        /^[a-z0-9-]{1,40}$/.test(entry) ? entry : 'categories'
      }.yml.`,
  });
}

/** The error of a report that is made of others none of which is in the run; undefined if there is none. */
export function lackingSource(reports: readonly ReportDefinition[]): UserError | undefined {
  const names = reports.map(({ name }) => name);
  const lacking = reports
    .filter(isDerivedReport)
    .find((report) => !isTenantReport(report) && !report.from.some((name) => names.includes(name)));
  if (lacking === undefined) return undefined;
  const sources = lacking.from.map((name) => `"${name}"`).join(', ');
  return new UserError(
    'INPUT_INVALID',
    `The report ${lacking.name} is made of other reports, and the run has none of them.`,
    { hint: `Add at least one of its sources to ${inputName('report')}: ${sources}.` },
  );
}

/** The error of a report that a cloud does not have; undefined if it has all. It is better known before the first request. */
export function unavailableReport(reports: readonly ReportDefinition[], cloud: string): UserError | undefined {
  if (cloud === 'global') return undefined;
  const report = reports.find((one) => isListingReport(one) && one.request.isGlobalOnly === true);
  if (report === undefined) return undefined;
  return new UserError('INPUT_INVALID', `The report ${report.name} does not exist in the cloud "${cloud}".`, {
    hint: `Remove it from ${inputName('report')}: Microsoft has usage reports of mailboxes in the global cloud only.`,
  });
}

function nameTaken(name: string, first: string, second: string): UserError {
  const twice = first === second;
  return new UserError(
    'REPORT_NAME_TAKEN',
    twice
      ? `${theInput('report')} names ${first} twice.`
      : `${theInput('report')} names two reports called "${name}": ${first} and ${second}.`,
    {
      hint: twice
        ? 'Remove one of them.'
        : 'Each report writes files with its name. Change "name" in one of the files, or remove one report.',
    },
  );
}
