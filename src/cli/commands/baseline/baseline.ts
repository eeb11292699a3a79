import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { UserError } from '../../../errors.ts';
import { writeFault } from '../../../files/temp-folder.ts';
import { baselineAfter, withReportBaseline } from '../../../compare/report-baseline.ts';
import { csvRecord } from '../../../outputs/files/csv-file.ts';
import { BASELINE_COLUMNS, baselineCells, type BaselineEntry } from '../../../policy/baseline/baseline-entry.ts';
import { baselineFormat, readBaseline, readReplaceable } from '../../../policy/baseline/baseline-file.ts';
import { count, counted } from '../../../text/numbers.ts';
import { workspaceAt, pathInWorkspace, statInWorkspace } from '../../../files/workspace.ts';
import { unreadableReport } from '../../../store/report-files.ts';
import { jsonText, terminalText, type Terminal } from '../../terminal.ts';

/** The arguments of `baseline update` and `baseline prune`. */
interface BaselineArguments {
  readonly command: 'update' | 'prune';
  /** A downloaded report, relative to the current folder: a folder or a zip. */
  readonly report: string;
  /** The committed file, relative to the current folder and within it. */
  readonly baseline: string;
  readonly json: boolean;
}

/**
 * Writes the committed baseline as a downloaded report has it, and prints how many entries that adds, removes and keeps.
 * `prune` adds none. Rejects with the UserErrors `REPORT_UNREADABLE`, `BASELINE_FILE` and `FILE_UNWRITABLE`; the file is
 * unchanged then.
 */
export async function changeBaseline(
  { command, report, baseline, json }: BaselineArguments,
  folder: string,
  terminal: Terminal,
): Promise<void> {
  const adds = command === 'update';
  const committed = await committedEntries(baseline, folder, adds);
  try {
    await withReportBaseline(path.resolve(folder, report), report, async (ofReport) => {
      const { entries, added, removed, kept } = baselineAfter(committed, ofReport, adds);
      await writeBaseline(path.resolve(folder, baseline), entries, ofReport.bytes);
      if (json) {
        terminal.out(jsonText({ ok: true, baseline, added: adds ? added : 0, removed, kept }));
        return;
      }
      const entriesAdded = adds ? `${counted(added, 'entry', 'entries')} added, ` : '';
      const removal = adds ? count(removed) : counted(removed, 'entry', 'entries');
      terminal.out(`${terminalText(baseline)}: ${entriesAdded}${removal} removed, ${count(kept)} kept\n`);
    });
  } catch (error) {
    const hint = 'Download the artifact of a run with a policy, and name its zip or the folder with its files.';
    throw unreadableReport(report, error, hint);
  }
}

/** False for a path outside the folder, which reading refuses with the reason. */
async function isMissing(file: string, folder: string): Promise<boolean> {
  const workspace = await workspaceAt(folder);
  const inside = pathInWorkspace(file, workspace);
  return inside !== undefined && (await statInWorkspace(inside, workspace)).kind === 'missing';
}

/** `update` creates a file that is missing, and replaces one that does not say which rows were accepted. */
async function committedEntries(file: string, folder: string, adds: boolean): Promise<readonly BaselineEntry[]> {
  if (!adds) return (await readBaseline(file, folder, undefined)).entries;
  return (await isMissing(file, folder)) ? [] : (await readReplaceable(file, folder)).entries;
}

/** `format`: the bytes of a baseline that a run wrote, whose format the text gets. */
export function baselineText(entries: readonly BaselineEntry[], format: Uint8Array): string {
  const { bom, delimiter } = baselineFormat(format);
  const records = [[...BASELINE_COLUMNS], ...entries.map(baselineCells)].map((cells) => csvRecord(cells, delimiter));
  return (bom ? '\uFEFF' : '') + records.join('');
}

async function writeBaseline(file: string, entries: readonly BaselineEntry[], format: Uint8Array): Promise<void> {
  try {
    await writeFile(file, baselineText(entries, format));
  } catch (error) {
    throw new UserError('FILE_UNWRITABLE', `The baseline ${file} cannot be written: ${writeFault(error)}.`, {
      hint: 'Set --baseline to a file in an existing folder that you may write to.',
      cause: error,
    });
  }
}
