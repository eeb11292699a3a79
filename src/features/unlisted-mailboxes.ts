import path from 'node:path';
import { csvSink } from '../outputs/files/csv-file.ts';
import type { Feature } from '../run/feature.ts';
import type { Run } from '../run/run.ts';

const COLUMNS = ['MailboxName', 'RecipientTypeDetails', 'WhenCreated'];

/** `unlisted.csv`: the mailboxes that the tenant has and the list lacks, written if everything was listed. */
export function unlistedMailboxes({ source: { unlisted } }: Run): Feature | undefined {
  if (unlisted === undefined || unlisted.mode === 'all') return undefined;
  const rows = () =>
    unlisted.isComplete ? unlisted.mailboxes.map(({ address, type, created }) => [address, type, created]) : [];
  return { sinks: (folder, csv) => [csvSink(path.join(folder, 'unlisted.csv'), COLUMNS, { lastRows: rows }, csv)] };
}
