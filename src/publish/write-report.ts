import path from 'node:path';
import type { Pace } from '../graph/pace.ts';
import type { MailboxReader } from '../graph/read.ts';
import type { Job } from '../job.ts';
import type { Json } from '../json.ts';
import type { MailboxList } from '../mailboxes/mailbox.ts';
import { setOutputs } from '../outputs.ts';
import { columnNames } from '../reports/definition.ts';
import { rowsOf } from '../reports/rows.ts';
import { openCsv } from './csv.ts';
import { openOutputDirectory } from './output-directory.ts';
import { Progress } from './progress.ts';
import { DISTRIBUTED_COLUMNS } from './summary-distributions.ts';
import { Tally } from './tally.ts';

/** The files of a report on the disk, and what was counted as its rows passed. */
export interface Written {
  readonly tally: Tally;
  readonly folder: string;
  readonly csvPath: string;
}

/** Reads every mailbox and writes its rows as they come. Throws the UserError `OUTPUT_UNWRITABLE`. */
export async function writeReport(
  { inputs, env, core, now, signal }: Job,
  mailboxes: MailboxList,
  reader: MailboxReader<Json[]>,
  pace: Pace,
): Promise<Written> {
  const { report, csvBom } = inputs;
  const folder = await openOutputDirectory(inputs.outputDirectory, env);
  const csvPath = path.join(folder, `${report.name}.csv`);
  const columns = columnNames(report);
  const csv = openCsv(csvPath, columns, { bom: csvBom });
  setOutputs(core, { 'output-directory': folder, 'csv-path': csvPath });
  core.info(`Reading ${report.name} from ${inputs.graphUrl}`);
  const tally = new Tally(columns, DISTRIBUTED_COLUMNS);
  const log = (line: string): void => {
    core.info(line);
  };
  const done = (): number => reader.answered;
  const waits = (): number => pace.throttling.waits;
  const progress = new Progress({ total: mailboxes.length, log, now, done, waits });
  try {
    for await (const rows of rowsOf(reader.read(), report)) {
      for (const row of rows) tally.add(row);
      await csv.write(rows);
    }
    if (!signal.aborted) progress.report();
  } finally {
    progress.stop();
    await csv.close();
  }
  setOutputs(core, { 'read-count': tally.read, 'unread-count': tally.unread });
  return { tally, folder, csvPath };
}
