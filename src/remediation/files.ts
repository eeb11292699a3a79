import path from 'node:path';
import type { OutputInputs } from '../run/inputs.ts';
import { CsvFile, type CsvOptions } from '../outputs/files/csv.ts';
import type { AppliedChange, ChangeStatus } from './apply.ts';
import { CHANGE_COLUMNS, changeCells, type SettingChange } from './change.ts';
import { UndoRecord } from './undo-file.ts';

/** Writes `plan.csv` and returns its path. Rejects with the UserError `OUTPUT_UNWRITABLE`. */
export async function writePlan(
  folder: string,
  changes: readonly SettingChange[],
  inputs: OutputInputs,
): Promise<string> {
  const file = new CsvFile(path.join(folder, 'plan.csv'), CHANGE_COLUMNS, csvOptions(inputs));
  try {
    await file.write(changes.map(changeCells));
  } finally {
    await file.close();
  }
  return file.path;
}

/** `applied.csv` and `undo.json`, on disk after each change. */
export class AppliedFiles {
  readonly #csv: CsvFile;
  readonly #undo: UndoRecord;
  readonly #counts = new Map<ChangeStatus, number>();

  /** Creates the files. Throws the UserError `OUTPUT_UNWRITABLE`. */
  constructor(folder: string, inputs: OutputInputs) {
    this.#csv = new CsvFile(
      path.join(folder, 'applied.csv'),
      [...CHANGE_COLUMNS, 'Status', 'Error'],
      csvOptions(inputs),
    );
    this.#undo = new UndoRecord(path.join(folder, 'undo.json'));
  }

  get paths(): readonly string[] {
    return [this.#csv.path, this.#undo.path];
  }

  count(status: ChangeStatus): number {
    return this.#counts.get(status) ?? 0;
  }

  /** Records changes that are about to be written. Returns a function that takes them back. */
  beforeWrite(changes: readonly SettingChange[]): () => void {
    return this.#undo.add(changes);
  }

  async add(changes: readonly AppliedChange[]): Promise<void> {
    for (const { status } of changes) this.#counts.set(status, this.count(status) + 1);
    await this.#csv.write(changes.map(({ change, status, error }) => [...changeCells(change), status, error]));
    await this.#csv.flush();
  }

  async close(): Promise<void> {
    this.#undo.close();
    await this.#csv.close();
  }
}

function csvOptions({ csvBom, csvDelimiter }: OutputInputs): CsvOptions {
  return { bom: csvBom, delimiter: csvDelimiter };
}
