import path from 'node:path';
import type { ReportInputs } from '../inputs.ts';
import type { Policy } from '../policy/definition.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import { openJsonReport, type JsonReport } from './json.ts';
import { PageRows } from './page/rows.ts';
import type { Sink } from './sink.ts';
import { openJunit } from './junit.ts';
import { openSarif } from './sarif.ts';
import { openViolations } from './violations-csv.ts';

/** What the files beside the reports' CSVs are called. A report file can have none of these names. */
const NAME = 'mailbox-report';
const NO_POLICY: Policy = { file: '', rules: [], exemptions: [] };

/** The files that are written beside the reports' CSVs. */
export interface FindingsFiles {
  readonly all: readonly Sink[];
  /** One of them, whose end tells what was counted. */
  readonly json: JsonReport | undefined;
  /** Another: the rows of the report page, which is written once it is known what came of the run. */
  readonly page: PageRows | undefined;
  /** Whether some of them have every mailbox, and not only what was found. */
  readonly everyMailbox: boolean;
}

/** What the files tell of. */
interface FindingsOf {
  readonly policy: Policy | undefined;
  readonly reports: readonly ReportDefinition[];
  /** Paths of the mailbox lists in the workspace. */
  readonly lists: readonly string[];
  /** When the run began, in epoch ms. */
  readonly started: number;
}

/**
 * Opens the files that are written beside the reports' CSVs: `violations.csv` where there is a policy, and those of the
 * input `formats`. Rejects with the UserError `OUTPUT_UNWRITABLE`.
 *
 * @param folder where they are written
 */
export async function openFindingsFiles(
  folder: string,
  { formats, csvBom: bom, artifactName: category }: Pick<ReportInputs, 'formats' | 'csvBom' | 'artifactName'>,
  { policy, reports, lists, started }: FindingsOf,
): Promise<FindingsFiles> {
  const at = (name: string): string => path.join(folder, name);
  const rules = policy ?? NO_POLICY;
  const all: Sink[] = [];
  const opened = <F extends Sink>(file: F): F => {
    all.push(file);
    return file;
  };
  try {
    if (policy !== undefined) opened(openViolations(at('violations.csv'), { bom }));
    const json = formats.has('json')
      ? opened(openJsonReport(at(`${NAME}.json`), { reports, policy, lists, started }))
      : undefined;
    if (formats.has('sarif')) opened(openSarif(at(`${NAME}.sarif`), { policy: rules, category }));
    if (formats.has('junit')) opened(openJunit(at(`${NAME}.junit.xml`), { policy: rules, folder, started }));
    const page = formats.has('html')
      ? opened(new PageRows({ page: at(`${category ?? 'report'}.html`), reports, judged: policy !== undefined }))
      : undefined;
    return { json, page, everyMailbox: formats.has('html') || formats.has('json') || formats.has('junit'), all };
  } catch (error) {
    await Promise.allSettled(all.map((file) => file.close()));
    throw error;
  }
}
