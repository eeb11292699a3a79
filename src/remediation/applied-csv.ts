import path from 'node:path';
import { renameFile } from '../files/rename.ts';
import { outputError } from '../files/temp-folder.ts';
import { CsvFile } from '../outputs/files/csv-file.ts';
import type { CsvFormat } from '../text/csv.ts';
import { FILE_MODE } from './change-file.ts';
import { CHANGE_COLUMNS, changeCells, sideEffects, type AppliedChange } from './change.ts';

const COLUMNS = [...CHANGE_COLUMNS, 'Status', 'Error'];

/** `applied.csv`: the result of each change, on the disk as soon as it is known. Methods reject with the UserError `OUTPUT_UNWRITABLE`. */
export class AppliedCsv {
  readonly path: string;
  readonly #format: CsvFormat;
  readonly #file: CsvFile;

  /** Creates the file. Throws the UserError `OUTPUT_UNWRITABLE`. */
  constructor(folder: string, format: CsvFormat) {
    this.path = path.join(folder, 'applied.csv');
    this.#format = format;
    this.#file = new CsvFile(this.path, COLUMNS, format, FILE_MODE);
  }

  /** Adds rows, and writes all so far to the disk. */
  async add(results: readonly AppliedChange[]): Promise<void> {
    await this.#file.write(results.map(cellsOf));
    await this.#file.flush();
  }

  close(): Promise<void> {
    return this.#file.close();
  }

  /** Replaces the file, which must be closed, by one with these results. */
  async replace(results: readonly AppliedChange[]): Promise<void> {
    const file = new CsvFile(`${this.path}.new`, COLUMNS, this.#format, FILE_MODE);
    await file.write(results.map(cellsOf));
    await file.close();
    try {
      renameFile(file.path, this.path);
    } catch (error) {
      throw outputError(this.path, error);
    }
  }
}

function cellsOf(result: AppliedChange): ReturnType<typeof changeCells> {
  return [...changeCells(result.change), result.status, errorText(result)];
}

/** Why a change was not applied, and the side effects of its write. */
function errorText(result: AppliedChange): string {
  const effects = sideEffects(result);
  return [result.error, effects === '' ? '' : `Also changed: ${effects}`].filter((text) => text !== '').join('. ');
}
