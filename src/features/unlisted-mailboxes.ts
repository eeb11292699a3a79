import path from 'node:path';
import { csvSink } from '../outputs/files/csv-file.ts';
import type { Feature } from '../run/feature.ts';
import type { Run } from '../run/run.ts';
import type { Source } from '../run/source.ts';

/** The name of the number of unlisted mailboxes among the counts of a run. */
export const UNLISTED_COUNT = 'unlisted';

const COLUMNS = ['MailboxName', 'RecipientTypeDetails', 'WhenCreated'];

/** `unlisted.csv`: the mailboxes that the tenant has and the list lacks, written if everything was listed. */
export function unlistedMailboxes({ source }: Run): Feature | undefined {
  const { unlisted } = source;
  if (unlisted === undefined || unlisted.mode === 'all') return undefined;
  const rows = () =>
    unlisted.isComplete ? unlisted.mailboxes.map(({ address, type, created }) => [address, type, created]) : [];
  return {
    sinks: (folder, csv) => [csvSink(path.join(folder, 'unlisted.csv'), COLUMNS, { lastRows: rows }, csv)],
    counts: () => {
      const count = unlistedCount(source);
      return count === undefined ? {} : { [UNLISTED_COUNT]: count };
    },
  };
}

/** How many mailboxes the tenant has that the list lacks. Undefined if the run did not look for them all, or reads them too. */
export function unlistedCount({ unlisted }: Pick<Source, 'unlisted'>): number | undefined {
  return unlisted?.isComplete === true && unlisted.mode !== 'all' ? unlisted.count : undefined;
}
