import path from 'node:path';
import type { RunContext } from '../run/context.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import type { Policy } from '../policy/definition.ts';
import { oneOf } from '../run/input-values.ts';
import { openJsonReport } from './files/json.ts';
import { openJunit } from './files/junit.ts';
import { ReportPage } from './page/report-page.ts';
import { openSarif } from './files/sarif.ts';
import type { Sink } from './sink.ts';

/** What the file of a format can be made of. */
export interface FormatOptions {
  readonly context: RunContext;
  readonly mailboxes: MailboxList;
  readonly folder: string;
  readonly hasBaseline: boolean;
  readonly isCompared: boolean;
}

type OpenFormat = (options: FormatOptions) => Sink;

const NO_POLICY: Policy = { file: '', rules: [], exemptions: [] };

/** The formats that the input `formats` can name besides CSV. To add one, write its sink and add a line. */
const FORMATS: ReadonlyMap<string, OpenFormat> = new Map<string, OpenFormat>([
  ['html', ({ context, folder, isCompared }) => new ReportPage(pageFile(folder, context), context, isCompared)],
  [
    'json',
    ({ context, folder, mailboxes }) => openJsonReport(named(folder, 'json'), { ...context, lists: mailboxes.files }),
  ],
  [
    'sarif',
    ({ context: { policy = NO_POLICY, inputs }, folder, hasBaseline }) =>
      openSarif(named(folder, 'sarif'), { policy, category: inputs.artifactName, hasBaseline }),
  ],
  [
    'junit',
    ({ context: { policy = NO_POLICY, started }, folder }) =>
      openJunit(named(folder, 'junit.xml'), { policy, started }),
  ],
]);

/** Throws the UserError `INPUT_INVALID` for a name that is no format. */
export function requireFormats(names: readonly string[]): void {
  for (const name of names) oneOf('formats', name, ['csv', ...FORMATS.keys()]);
}

/** Opens the files of the formats, in the order of the table, each once. Throws the UserError `OUTPUT_UNWRITABLE`. */
export function* openFormats(names: readonly string[], options: FormatOptions): Generator<Sink> {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  for (const [name, open] of FORMATS) if (wanted.has(name)) yield open(options);
}

/** The name of the files that are not the CSV of a report. No report can have it. */
function named(folder: string, extension: string): string {
  return path.join(folder, `mailbox-report.${extension}`);
}

function pageFile(folder: string, { inputs }: RunContext): string {
  return path.join(folder, `${inputs.artifactName ?? 'report'}.html`);
}
