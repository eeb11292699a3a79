import path from 'node:path';
import type { Json } from '../json.ts';
import type { OutputInputs } from '../run/inputs.ts';
import { CsvFile, type CsvOptions } from '../outputs/files/csv.ts';
import { CHANGE_COLUMNS, changeCells, type PlannedChange } from './change.ts';
import type { AppliedChange } from './write.ts';

/** Writes `plan.csv` and returns its path. Rejects with the UserError `OUTPUT_UNWRITABLE`. */
export async function writePlan(
  folder: string,
  changes: readonly PlannedChange[],
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

/** Creates `applied.csv`. Throws the UserError `OUTPUT_UNWRITABLE`. */
export function createAppliedCsv(folder: string, inputs: OutputInputs): CsvFile {
  return new CsvFile(path.join(folder, 'applied.csv'), [...CHANGE_COLUMNS, 'Status', 'Error'], csvOptions(inputs));
}

export function appliedCells({ change, status, error }: AppliedChange): readonly Json[] {
  return [...changeCells(change), status, error];
}

function csvOptions({ csvBom, csvDelimiter }: OutputInputs): CsvOptions {
  return { bom: csvBom, delimiter: csvDelimiter };
}
