import { withReportFiles, type ReportPlace, type UnpackOptions } from './report-files.ts';
import type { RowsEnd, RowsHeader, StoredMailbox, StoredTable } from './rows-file.ts';
import { readHeader, readMailboxes, readTables } from './rows-reader.ts';

/** A report whose rows are read in the order of its list. */
export interface ReportRows {
  readonly header: RowsHeader;
  /**
   * The mailboxes. Rejects with an `UnusableRows` if the file is cut or damaged, after the mailboxes that precede the problem.
   *
   * @param isWanted whether to return the mailbox of a line; all are if not given
   * @param onEnd receives the last line after the last mailbox
   */
  mailboxes(
    isWanted?: (address: string, line: string) => boolean,
    onEnd?: (end: RowsEnd) => void,
  ): AsyncGenerator<StoredMailbox>;
  /** The tables about the tenant, in the order of the header. Rejects as `readTables` does. */
  tables(): Promise<readonly StoredTable[]>;
  /** The last line. Reads the file to its end, and rejects with an `UnusableRows` if it is cut or damaged. */
  end(): Promise<RowsEnd>;
}

/**
 * Does work with a report that was kept, and removes what is temporary in every case. Rejects with an `UnusableRows` for what is no report
 * of this version, as the file system does, and as the work does.
 */
export function withKeptReport<T>(
  place: ReportPlace,
  options: UnpackOptions,
  work: (report: ReportRows) => Promise<T>,
): Promise<T> {
  return withReportFiles(place, options, async ({ rowsFile }) => {
    const header = await readHeader(rowsFile);
    return work({
      header,
      tables: () => readTables(rowsFile, header),
      async *mailboxes(isWanted, onEnd = () => undefined) {
        for await (const { mailbox } of readMailboxes(rowsFile, header, onEnd, isWanted)) yield mailbox;
      },
      async end() {
        let end: RowsEnd | undefined;
        // Without a mailbox that is wanted, this reads to the end.
        await readMailboxes(
          rowsFile,
          header,
          (last) => (end = last),
          () => false,
        ).next();
        if (end === undefined) throw new Error('a rows file that was read completely has no last line');
        return end;
      },
    });
  });
}

/** Whose a report is, in a sentence, if it is not of a tenant and its cloud; undefined if it is. */
export function foreignReason(
  { tenant, cloud }: Pick<RowsHeader, 'tenant' | 'cloud'>,
  own: { readonly tenant: string; readonly cloud?: string },
): string | undefined {
  if (tenant.toLowerCase() !== own.tenant.toLowerCase()) return `It is of another tenant, ${tenant}.`;
  return own.cloud === undefined || own.cloud === cloud ? undefined : `It is of another cloud, ${cloud}.`;
}
