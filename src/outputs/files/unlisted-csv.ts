import type { Unlisted } from '../../exchange/unlisted.ts';
import { CsvFile, type CsvOptions } from './csv.ts';
import type { FileSink } from '../sink.ts';

const COLUMNS = ['MailboxName', 'RecipientTypeDetails', 'WhenCreated'];

/**
 * Opens `unlisted.csv`: the mailboxes that the tenant has and the list lacks, written when everything was listed. Throws as
 * `openTextFile` does.
 */
export function openUnlisted(file: string, unlisted: Unlisted, options: CsvOptions): FileSink {
  const csv = new CsvFile(file, COLUMNS, options);
  let isWritten = false;
  return {
    path: csv.path,
    add: () => undefined,
    close: async () => {
      if (!isWritten && unlisted.isComplete) {
        isWritten = true;
        await csv.write(unlisted.mailboxes.map(({ address, type, created }) => [address, type, created]));
      }
      await csv.close();
    },
  };
}
