import type { JsonObject } from '../../json.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import type { RowCells } from '../../reports/rows.ts';
import type { ReportResult } from '../../run/mailbox-result.ts';
import type { StoredReport } from '../../store/rows-file.ts';
import type { EpochMs } from '../../text/numbers.ts';
import type { PlannedChange, SettingChange } from '../change.ts';
import type { RowReader } from '../row-reader.ts';
import type { KeptRun } from './restore-source.ts';

/** A report with what it shows of a mailbox. */
export interface ThenAndNow {
  readonly report: ReportDefinition;
  readonly then: StoredReport;
  /** Of the report that shows all that can be set. */
  readonly now: ReportResult;
}

/** A change that would bring something back, and how its rows would show it. */
export interface Candidate {
  readonly change: PlannedChange;
  readonly report: ReportDefinition;
  /** Of an entry that comes back. */
  readonly row?: RowCells;
  /** The object that is changed, if it is there. */
  readonly object?: JsonObject;
}

/** What reads rows of objects as they are, or would be. */
export interface RestoreContext {
  readonly run: KeptRun;
  readonly readRow: RowReader;
  readonly now: EpochMs;
}

/** The change of a plan, which no rule requires. */
export function restoringChange(
  { started }: KeptRun,
  change: Omit<SettingChange, 'rules'>,
  evidence: Partial<Pick<PlannedChange, 'found' | 'expected'>> = {},
): PlannedChange {
  return {
    ...change,
    rules: [],
    title: `As on ${started.slice(0, 10)}`,
    found: '',
    expected: '',
    ...evidence,
    cells: [],
  };
}
