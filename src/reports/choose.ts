import { UserError } from '../errors.ts';
import { suggestion } from '../text/did-you-mean.ts';
import { builtInReports } from './built-in.ts';
import type { ReportDefinition } from './definition.ts';

const FILE = /[/\\]|\.ya?ml$/i;
const MAX_SHOWN = 60;

/**
 * The reports that the input "report" names, in its order: names of built-in reports, and paths of report files. Rejects
 * with a UserError: `INPUT_INVALID` for an unknown name, `REPORT_FILE` for a file that cannot be read or has mistakes,
 * `REPORT_NAME_TAKEN` if two reports have the same name.
 *
 * @param workspace absolute path of the repository's checkout
 */
export async function chooseReports(names: readonly string[], workspace: string): Promise<ReportDefinition[]> {
  const chosen = new ChosenReports();
  for (const entry of names)
    chosen.add(entry, isReportFile(entry) ? await readFile(entry, workspace) : namedReport(entry));
  return chosen.all();
}

/** The reports of a run, in order, each with a different name. */
export class ChosenReports {
  readonly #chosen = new Map<string, { readonly entry: string; readonly report: ReportDefinition }>();

  /** Throws the UserError `REPORT_NAME_TAKEN`. `entry`: the entry of the input. */
  add(entry: string, report: ReportDefinition): void {
    const other = this.#chosen.get(report.name);
    if (other !== undefined) throw nameTaken(report.name, other.entry, entry);
    this.#chosen.set(report.name, { entry, report });
  }

  all(): ReportDefinition[] {
    return [...this.#chosen.values()].map(({ report }) => report);
  }
}

/** Whether an entry of the input is the path of a report file, rather than a name. */
export function isReportFile(entry: string): boolean {
  return FILE.test(entry);
}

/** Loads the YAML reader only when it is needed: loading takes time. */
async function readFile(entry: string, workspace: string): Promise<ReportDefinition> {
  const { readReportFile } = await import('./file/open.ts');
  return readReportFile(entry, workspace);
}

/** The built-in report with a name, in any case. Throws the UserError `INPUT_INVALID`. */
export function namedReport(entry: string): ReportDefinition {
  const report = builtInReports.get(entry.toLowerCase());
  if (report !== undefined) return report;
  const names = [...builtInReports.keys()];
  const shown = entry.length > MAX_SHOWN ? `${entry.slice(0, MAX_SHOWN)}…` : entry;
  throw new UserError('INPUT_INVALID', `The input "report" cannot be ${JSON.stringify(shown)}.`, {
    hint:
      suggestion(entry, names) +
      `Use ${names.map((name) => `"${name}"`).join(', ')}, or the path of a report file, such as reports/${
        /^[a-z0-9-]{1,40}$/.test(entry) ? entry : 'categories'
      }.yml.`,
  });
}

function nameTaken(name: string, first: string, second: string): UserError {
  const twice = first === second;
  return new UserError(
    'REPORT_NAME_TAKEN',
    twice
      ? `The input "report" names ${first} twice.`
      : `The input "report" names two reports called "${name}": ${first} and ${second}.`,
    {
      hint: twice
        ? 'Remove one of them.'
        : 'Each report writes files with its name. Change "name" in one of the files, or remove one report.',
    },
  );
}
