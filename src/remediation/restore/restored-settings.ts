import { isGuid, isObject, type Json, type JsonObject } from '../../json.ts';
import type { Mailbox } from '../../mailboxes/mailbox.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { known } from '../../reports/known.ts';
import { shownText } from '../../reports/row-view.ts';
import { isUnset, targetOf, type PlannedCell, type Target } from '../change.ts';
import { reasonText, type LeftRow } from '../left-row.ts';
import { cellsAfter, isSameCell } from '../planned-change.ts';
import { ZONE } from '../targets/mailbox-settings.ts';
import { isSame, settingIn, type SettingValue } from '../targets/setting-values.ts';
import { keptCells, keptSettings } from './kept-values.ts';
import { restoringChange, type Candidate, type RestoreContext, type ThenAndNow } from './restored-change.ts';

/** A column whose cell differs from that of the kept report. */
interface DifferingColumn {
  readonly report: ReportDefinition;
  readonly then: PlannedCell;
  readonly now: PlannedCell;
  /** The settings that the cell shows. */
  readonly paths: readonly string[];
}

const NO_SETTING = 'no plan sets it';

/** The settings of one target of a mailbox, which one or two reports show. */
export class RestoredSettings {
  /** What they are set in. */
  readonly resource: JsonObject;
  readonly #mailbox: Mailbox;
  readonly #context: RestoreContext;
  readonly #target: Target;
  readonly #whole: ReportDefinition;
  readonly #differing: DifferingColumn[] = [];
  /** The values to set, by path. */
  readonly #values = new Map<string, Json>();
  /** Why settings are not set, by path. */
  readonly #refusals = new Map<string, string>();

  constructor(
    mailbox: Mailbox,
    target: Target,
    reports: readonly [ThenAndNow, ...ThenAndNow[]],
    context: RestoreContext,
  ) {
    this.#mailbox = mailbox;
    this.#context = context;
    this.#target = target;
    const [{ now }] = reports;
    this.#whole = now.definition;
    const { object } = now.rows[0];
    this.resource = isObject(object) ? object : {};
    for (const one of reports) this.#compare(one);
    this.#leaveOutUnneeded();
    this.#refuseUnwritable();
  }

  #compare({ report, then: { rows } }: ThenAndNow): void {
    const [row] = rows;
    const cellNow = this.#cellsAfter(report, []);
    if (row === undefined || cellNow === undefined) return;
    for (const [column, value] of keptCells(report, row)) {
      const [then, now] = [{ report: report.name, column, cell: known(value) }, cellNow(column)];
      const isSeen = this.#differing.some((one) => one.then.column === column);
      if (isSeen || !now.cell.isKnown || report.compare?.ignore.includes(column) === true) continue;
      if (isSameCell(now, then)) continue;
      const settings = keptSettings(report, column, value);
      const paths = Object.keys(settings ?? {});
      // The cell follows from others.
      if (settings !== undefined && paths.length === 0) continue;
      this.#differing.push({ report, then, now, paths });
      for (const [path, after] of Object.entries(settings ?? {})) {
        if (!isSame(path, settingIn(this.resource, path), after)) this.#values.set(path, after);
      }
    }
  }

  /** Leaves out settings without which the cells come back, too: the times of a schedule whose status alone has changed. */
  #leaveOutUnneeded(): void {
    for (const one of this.#differing) {
      const others = this.#changes().filter(({ setting }) => !one.paths.includes(setting));
      if (this.#isRestored(one, others)) for (const path of one.paths) this.#values.delete(path);
    }
  }

  /** Leaves out what cannot be written, or would not show the kept cell. */
  #refuseUnwritable(): void {
    for (const [path, value] of this.#values) {
      const reason = this.#reasonAgainst(path, value);
      if (reason !== undefined) this.refuse(path, reason);
    }
    this.#refuseProblems();
    for (const one of this.#differing) {
      if (this.#isRestored(one)) continue;
      for (const path of one.paths) this.refuse(path, 'the report does not show its whole value');
    }
  }

  /** Leaves out what the service would refuse together. Without one setting, another may be refused. */
  #refuseProblems(): void {
    const problem = targetOf(this.#target).problemOf?.(this.resource, this.#changes(), this.#context.now);
    const paths = [...this.#values.keys()].filter((path) =>
      problem?.settings.some((one) => path === one || path.startsWith(`${one}.`)),
    );
    if (problem === undefined || paths.length === 0) return;
    for (const path of paths) this.refuse(path, `the mailbox ${problem.text}`);
    this.#refuseProblems();
  }

  #reasonAgainst(path: string, value: Json): string | undefined {
    const { guid, target } = this.#target;
    const type = this.#whole.corrects?.settings[path === ZONE ? `${path}.name` : path];
    const ofType = path === ZONE && isObject(value) ? (value.name ?? null) : value;
    if (guid !== undefined && !isGuid(guid)) return reasonText('hidden');
    if (isUnset({ setting: path, target }, value)) return 'it had no value, and Graph cannot clear it';
    const isShown = guid === undefined || Object.hasOwn(this.resource, path);
    return type?.accepts(ofType) === true && type.isManual !== true && isShown ? undefined : NO_SETTING;
  }

  /** Does not set a setting. The first reason counts. */
  refuse(path: string, reason: string): void {
    if (!this.#values.delete(path)) return;
    if (!this.#refusals.has(path)) this.#refusals.set(path, reason);
  }

  candidates(): readonly Candidate[] {
    return this.#changes().map(({ setting, after }) => {
      const ofSetting = this.#differing.filter(({ paths }) => paths.includes(setting));
      const shown = (name: 'then' | 'now'): string =>
        ofSetting.map((one) => `${one.then.column}: ${shownCell(one[name])}`).join('; ');
      const change = restoringChange(
        this.#context.run,
        { ...this.#target, item: '', setting, before: settingIn(this.resource, setting), after },
        { found: shown('now'), expected: shown('then') },
      );
      return { change, report: this.#whole, object: this.resource };
    });
  }

  /** The columns that the values to set do not bring back. */
  left(): readonly LeftRow[] {
    return this.#differing
      .filter((one) => !this.#isRestored(one))
      .map(({ then, now, paths }) => ({
        mailbox: this.#mailbox.address,
        item: `${then.column}: ${shownCell(now)} instead of ${shownCell(then)}`,
        reason: paths.map((path) => this.#refusals.get(path)).find((text) => text !== undefined) ?? NO_SETTING,
      }));
  }

  #changes(): readonly SettingValue[] {
    return [...this.#values].map(([setting, after]) => ({ setting, after }));
  }

  #isRestored({ report, then }: DifferingColumn, changes = this.#changes()): boolean {
    const cell = this.#cellsAfter(report, changes)?.(then.column);
    return cell !== undefined && isSameCell(cell, then);
  }

  #cellsAfter(report: ReportDefinition, changes: readonly SettingValue[]): ReturnType<typeof cellsAfter> {
    return cellsAfter(this.#context.readRow, { report, mailbox: this.#mailbox, object: this.resource, changes });
  }
}

function shownCell({ cell }: PlannedCell): string {
  return shownText(cell) || 'blank';
}
