import path from 'node:path';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { Policy } from '../policy/definition.ts';
import { oneOf } from '../run/read-inputs.ts';
import { openJsonReport } from './files/json.ts';
import { openJunit } from './files/junit.ts';
import { ReportPage, type ReportPageOptions } from './page/report-page.ts';
import { openSarif } from './files/sarif.ts';
import type { Sink } from './sink.ts';

/** What the file of a format can be made of. */
export interface FormatOptions extends ReportPageOptions {
  readonly folder: string;
  readonly mailboxes: MailboxList;
  readonly artifactName: string | undefined;
  readonly hasBaseline: boolean;
}

type CreateFormat = (options: FormatOptions) => Sink;

const NO_POLICY: Policy = { file: '', rules: [], exemptions: [] };

/** The formats that the input `formats` can name besides CSV. To add one, write its sink and add a line. */
const FORMATS: ReadonlyMap<string, CreateFormat> = new Map<string, CreateFormat>([
  ['html', (options) => new ReportPage(path.join(options.folder, `${options.artifactName ?? 'report'}.html`), options)],
  ['json', (options) => openJsonReport(named(options, 'json'), { ...options, lists: options.mailboxes.files })],
  [
    'sarif',
    ({ policy = NO_POLICY, artifactName: category, hasBaseline, ...options }) =>
      openSarif(named(options, 'sarif'), { policy, category, hasBaseline }),
  ],
  [
    'junit',
    ({ policy = NO_POLICY, folder, started }) => openJunit(named({ folder }, 'junit.xml'), { policy, started }),
  ],
]);

/** Throws the UserError `INPUT_INVALID` for a name that is no format. */
export function requireFormats(names: readonly string[]): void {
  for (const name of names) oneOf('formats', name, ['csv', ...FORMATS.keys()]);
}

/** Creates the files of the formats, in the order of the table, each once. Throws the UserError `OUTPUT_UNWRITABLE`. */
export function* createFormats(names: readonly string[], options: FormatOptions): Generator<Sink> {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  for (const [name, open] of FORMATS) if (wanted.has(name)) yield open(options);
}

/** The path of the files that are not the CSV of a report. No report can have their name. */
function named({ folder }: Pick<FormatOptions, 'folder'>, extension: string): string {
  return path.join(folder, `mailbox-report.${extension}`);
}
