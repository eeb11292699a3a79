import { delimiterOf, readCsvRows } from '../../../files/csv-reader.ts';
import type { MissingReport } from '../../../history/kept-report.ts';
import type { RemediationFiles } from '../../../history/period/kept-files.ts';
import { undoneRunIn } from '../../../remediation/undo-file.ts';
import { foreignReason } from '../../../store/kept-report.ts';

/** A run that changed mailboxes, or may have. */
export interface Remediation {
  /** The page of its run, or a path in the folder. Hostile text until escaped, as all that follows. */
  readonly name: string;
  /** When it began to apply its plan; undefined if the files do not say it. */
  readonly applied: Date | undefined;
  /** The ID of the workflow run; '' outside a workflow, and if the files do not say it. */
  readonly run: string;
  readonly actor: string;
  /** Undefined: not known. */
  readonly approvers: readonly string[] | undefined;
  /** The digest of the plan; '' if the files do not say it. */
  readonly plan: string;
  /** How many changes have each status; undefined if only the record from before the first change is there. */
  readonly changes: ReadonlyMap<string, number> | undefined;
  /** The changes in the record; undefined without one. */
  readonly recorded: number | undefined;
}

/**
 * The remediations of a tenant in a period, and those with an unknown time, by their time. The record that a run uploads before its first change
 * counts only if nothing else of the run is there.
 */
export function remediationsIn(
  files: readonly RemediationFiles[],
  own: { readonly tenant: string; readonly cloud: string },
  { from, end }: { readonly from: Date; readonly end: Date },
): { readonly remediations: readonly Remediation[]; readonly refused: readonly MissingReport[] } {
  const found = new Map<string, Remediation>();
  const refused: MissingReport[] = [];
  for (const { name, applied: csv, undo: text } of files) {
    const refuse = (reason: string): void => {
      refused.push({ name, reason, started: undefined });
    };
    const undo = text === undefined ? undefined : undoneRunIn(text);
    const changes = csv === undefined ? undefined : statusesIn(csv);
    if (text !== undefined && undo === undefined) refuse('Its undo.json is damaged, or of another version.');
    if (csv !== undefined && changes === undefined) refuse('Its applied.csv is damaged.');
    if (undo === undefined && changes === undefined) continue;
    const foreign = undo && foreignReason(undo, own);
    if (foreign !== undefined) {
      refuse(foreign);
      continue;
    }
    const applied = undo?.applied === undefined ? undefined : new Date(undo.applied);
    if (applied !== undefined && (applied < from || applied >= end)) continue;
    const { run: { id: run, attempt } = { id: '', attempt: 1 }, actor = '', approvers, plan = '' } = undo ?? {};
    const key = JSON.stringify(undo === undefined ? [name] : [undo.repository, run, attempt, undo.applied, plan]);
    const one = { name, applied, run, actor, approvers, plan, changes, recorded: undo?.changes };
    if (found.get(key)?.changes === undefined) found.set(key, one);
  }
  const timeOf = ({ applied }: Remediation): number => applied?.getTime() ?? Infinity;
  return { remediations: [...found.values()].sort((one, other) => timeOf(one) - timeOf(other) || 0), refused };
}

/** How many rows of an `applied.csv` have each status; undefined if it is none. */
function statusesIn(text: string): ReadonlyMap<string, number> | undefined {
  const content = text.replace(/^\uFEFF/, '');
  const counts = new Map<string, number>();
  let at: number | undefined;
  const broken = readCsvRows(content, delimiterOf(content, [',', ';']), false, (cells) => {
    if (at === undefined) at = cells.indexOf('Status');
    else counts.set(cells[at] ?? '', (counts.get(cells[at] ?? '') ?? 0) + 1);
  });
  return broken !== undefined || at === undefined || at === -1 ? undefined : counts;
}
