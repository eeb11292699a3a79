import type { MailboxResult, ReportResult } from '../../run/mailbox-result.ts';
import type { Mailbox } from '../../mailboxes/mailbox.ts';
import { cellText } from '../../text/display.ts';
import type { PageCell } from './data.ts';

/** The columns of the lookup `places`. */
export const PLACE_COLUMNS = ['File', 'Line', 'Mailboxes'] as const;
/** The columns of the lookup `folder-names`. */
export const FOLDER_NAME_COLUMNS = ['MailboxName', 'FolderId', 'FolderPath'] as const;

/** Joins mailboxes on successive lines of a list to one row, since most lists have no other lines. */
export class ListPlaces {
  #file = '';
  #line = 0;
  #mailboxes = 0;

  /** Returns the rows that are complete. */
  add({ file, line }: Mailbox): readonly (readonly PageCell[])[] {
    if (this.#mailboxes > 0 && file === this.#file && line === this.#line + this.#mailboxes) {
      this.#mailboxes += 1;
      return [];
    }
    const complete = this.end();
    this.#file = file;
    this.#line = line;
    this.#mailboxes = 1;
    return complete;
  }

  /** Returns the last row. */
  end(): readonly (readonly PageCell[])[] {
    return this.#mailboxes === 0 ? [] : [[this.#file, this.#line, this.#mailboxes]];
  }
}

/** The folders that the inbox rules of a mailbox name by their ids, if both reports were read. */
export function folderNames({ mailbox, reports }: MailboxResult): readonly (readonly PageCell[])[] {
  const rules = reports.find(({ definition }) => definition.name === 'inbox-rules');
  const folders = reports.find(({ definition }) => definition.name === 'folders');
  if (rules === undefined || folders === undefined) return [];
  const wanted = new Set([...cellsOf(rules, 'MoveToFolder'), ...cellsOf(rules, 'CopyToFolder')]);
  if (wanted.size === 0) return [];
  const paths = cellsOf(folders, 'FolderPath');
  return folders.rows.flatMap(({ id }, at) =>
    id === undefined || !wanted.has(id) ? [] : [[mailbox.address, id, paths[at] ?? '']],
  );
}

/** The cells of a column as texts, one for each row. */
function cellsOf({ definition, rows }: ReportResult, column: string): readonly string[] {
  const at = Object.keys(definition.columns).indexOf(column);
  return rows.map(({ cells }) => cellText(cells[at]));
}
