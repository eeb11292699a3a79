import { isGuid, isObject, type Json, type JsonObject } from '../../json.ts';
import type { Mailbox } from '../../mailboxes/mailbox.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import type { Row } from '../../reports/rows.ts';
import { cellText } from '../../text/display.ts';
import { isUnset, targetOf, type Target } from '../change.ts';
import { reasonText, type LeftRow } from '../left-row.ts';
import { isSynchronized } from '../plan.ts';
import { cellOf, isSameCell } from '../planned-change.ts';
import { ZONE } from '../targets/mailbox-settings.ts';
import { changed, isSame, settingIn, type SettingValue } from '../targets/setting-values.ts';
import { keptCells, keptSettings } from './kept-values.ts';
import { restoringChange, type Candidate, type RestoreContext, type ThenAndNow } from './restored-change.ts';

/** A column whose cell differs from that of the kept report. */
interface DifferingColumn {
  readonly report: ReportDefinition;
  readonly column: string;
  readonly then: Json;
  readonly now: Json;
  /** The settings that the cell shows. */
  readonly paths: readonly string[];
}

const NO_SETTING = 'no plan sets it';

/** The settings of one target of a mailbox, which one or two reports show. */
export class RestoredSettings {
  readonly #mailbox: Mailbox;
  readonly #context: RestoreContext;
  readonly #target: Target;
  readonly #whole: ReportDefinition;
  readonly #resource: JsonObject;
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
    this.#resource = isObject(object) ? object : {};
    for (const one of reports) this.#compare(one);
    this.#leaveOutUnneeded();
    this.#refuseUnwritable();
  }

  #compare({ report, then: { rows } }: ThenAndNow): void {
    const [row] = rows;
    const rowNow = this.#rowWith(report, []);
    if (row === undefined || rowNow === undefined) return;
    for (const [column, then] of Object.entries(keptCells(report, row))) {
      const isSeen = this.#differing.some((one) => one.column === column);
      const now = knownCell(report, rowNow, column);
      if (isSeen || now === undefined || report.compare?.ignore.includes(column) === true) continue;
      if (this.#isCell(report, column, { now, then })) continue;
      const settings = keptSettings(report, column, then);
      const paths = Object.keys(settings ?? {});
      // The cell follows from others.
      if (settings !== undefined && paths.length === 0) continue;
      this.#differing.push({ report, column, then, now, paths });
      for (const [path, value] of Object.entries(settings ?? {})) {
        if (!isSame(path, settingIn(this.#resource, path), value)) this.#values.set(path, value);
      }
    }
  }

  /** Leaves out settings without which the cells come back, too: the times of a schedule whose status alone has changed. */
  #leaveOutUnneeded(): void {
    for (const { report, column, then, paths } of this.#differing) {
      const others = this.#changes().filter(({ setting }) => !paths.includes(setting));
      const cell = this.#cellWith(report, column, others);
      if (cell === undefined || !this.#isCell(report, column, { now: cell, then })) continue;
      for (const path of paths) this.#values.delete(path);
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

  /** Leaves out what Graph would refuse together. Without one setting, another may be refused. */
  #refuseProblems(): void {
    const problem = targetOf(this.#target).problemOf?.(this.#resource, this.#changes(), this.#context.now);
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
    const isShown = guid === undefined || Object.hasOwn(this.#resource, path);
    return type?.accepts(ofType) === true && type.isManual !== true && isShown ? undefined : NO_SETTING;
  }

  /** Does not set a setting. The first reason counts. */
  refuse(path: string, reason: string): void {
    if (!this.#values.delete(path)) return;
    if (!this.#refusals.has(path)) this.#refusals.set(path, reason);
  }

  /** Whether on-premises may synchronize what is to be set. */
  get isSynchronized(): boolean {
    return this.#values.size > 0 && isSynchronized(this.#resource);
  }

  candidates(): readonly Candidate[] {
    return this.#changes().map(({ setting, after }) => {
      const ofSetting = this.#differing.filter(({ paths }) => paths.includes(setting));
      const shown = (name: 'then' | 'now'): string =>
        ofSetting.map((one) => `${one.column}: ${shownCell(one[name])}`).join('; ');
      const before = settingIn(this.#resource, setting);
      const change = restoringChange(
        this.#context.run,
        { ...this.#target, item: '', setting, before, after },
        { found: shown('now'), expected: shown('then') },
      );
      return { change, report: this.#whole, object: this.#resource };
    });
  }

  /** The columns that the values to set do not bring back. */
  left(): readonly LeftRow[] {
    return this.#differing.flatMap((one) => {
      if (this.#isRestored(one)) return [];
      const item = `${one.column}: ${shownCell(one.now)} instead of ${shownCell(one.then)}`;
      const reason = one.paths.map((path) => this.#refusals.get(path)).find((text) => text !== undefined) ?? NO_SETTING;
      return [{ mailbox: this.#mailbox.address, item, reason }];
    });
  }

  #changes(): readonly SettingValue[] {
    return [...this.#values].map(([setting, after]) => ({ setting, after }));
  }

  #isRestored({ report, column, then }: DifferingColumn): boolean {
    const now = this.#cellWith(report, column, this.#changes());
    return now !== undefined && this.#isCell(report, column, { now, then });
  }

  #isCell(
    { name }: ReportDefinition,
    column: string,
    { now, then }: { readonly now: Json; readonly then: Json },
  ): boolean {
    return isSameCell({ report: name, column, value: now }, { report: name, column, value: then });
  }

  /** The cell after changes; undefined if it is not known. */
  #cellWith(report: ReportDefinition, column: string, changes: readonly SettingValue[]): Json | undefined {
    const row = this.#rowWith(report, changes);
    return row && knownCell(report, row, column);
  }

  #rowWith(report: ReportDefinition, changes: readonly SettingValue[]): Row | undefined {
    return this.#context.readRow(report, this.#mailbox, changed(this.#resource, changes));
  }
}

function knownCell(report: ReportDefinition, row: Row, column: string): Json | undefined {
  const { isUnknown = false, value } = cellOf(report, row, column);
  return isUnknown ? undefined : value;
}

function shownCell(cell: Json): string {
  return cellText(cell) || 'blank';
}
