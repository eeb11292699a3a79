import { Comparison } from '../compare/row-comparison.ts';
import type { Json } from '../json.ts';
import { itemPositions, itemText } from '../reports/row-identity.ts';
import { viewOf } from '../reports/row-view.ts';
import type { Change } from '../run/mailbox-result.ts';
import type {
  RowsHeader,
  RowsReport,
  StoredMailbox,
  StoredReport,
  StoredRow,
  StoredViolation,
} from '../store/rows-file.ts';
import { listed } from '../text/numbers.ts';
import type { KeptReport } from './kept-report.ts';
import { judgedBefore, knownAfter, rowsNamed, storedResult, type KnownResult } from './last-known.ts';
import type { Target } from './target.ts';

/**
 * What the timeline of a mailbox has. `present`: a violation, or a row with the target, of the first report that knows whether there is
 * one. `gap`: nothing is known. Texts are hostile until escaped.
 */
export interface TimelineEntry {
  readonly kind: Change['kind'] | 'present' | 'gap';
  /** '' for a report that cannot be used. */
  readonly mailbox: string;
  /** The report's name; '' for the list. */
  readonly report: string;
  readonly item: string;
  readonly column: string;
  readonly before: Json;
  readonly after: Json;
  /** The rules that the value after the change violates, else those that the value before it did, by commas. */
  readonly rule: string;
  /** After the change; '' without a rule. */
  readonly verdict: StoredViolation['verdict'] | 'pass' | '';
  /** Of a change, the latest report that knows the value before it. Of a gap, the first. */
  readonly from: KeptReport | undefined;
  /** Of a change, the first report with the value after it. Of a gap, the last. */
  readonly to: KeptReport | undefined;
  /** Why nothing is known. Of a violation that is present, since when. Else ''. */
  readonly note: string;
}

/** An entry that is about no report, cell and rule. */
export const BLANK = {
  mailbox: '',
  report: '',
  item: '',
  column: '',
  before: null,
  after: null,
  rule: '',
  verdict: '',
  note: '',
} as const;

type Values = Partial<TimelineEntry> & { readonly kind: TimelineEntry['kind'] };

/** A report of the run, with what it says about the mailbox. */
interface ReportOfRun {
  readonly report: RowsReport;
  readonly result: StoredReport;
}

/** Columns with an address of the mailbox itself. */
const NAMES = ['PrimarySmtpAddress', 'UserPrincipalName'];

const WORST_FIRST = ['fail', 'warn', 'known', 'exempt', 'inconclusive'] as const;

/** Follows a mailbox through reports, the earliest first. */
export class MailboxHistory {
  /** In the order of the reports. */
  readonly entries: TimelineEntry[] = [];
  /** Its addresses in lower case. */
  readonly names: Set<string>;
  readonly #address: string;
  readonly #target: Target | undefined;
  /** By the report's name. */
  readonly #knownResults = new Map<string, KnownResult>();
  /** The latest whose run had a policy. */
  #judged: KeptReport | undefined;
  /** The reports that no later run has read since the last gap. */
  #unread: ReadonlySet<string> = new Set();
  /** Whether the latest report of each list, by its key, has the mailbox. */
  readonly #isListed = new Map<string, boolean>();

  /** @param target all entries but gaps and changes of the list concern it; undefined: all changes are entries */
  constructor(address: string, target: Target | undefined) {
    this.#address = address;
    this.names = new Set([address.toLowerCase()]);
    this.#target = target;
  }

  /**
   * Adds what a report says about the mailbox. Call it for every report.
   *
   * @param stored undefined if its list lacks the mailbox
   * @param previous the report before of the same list; undefined for the first
   */
  next(
    keptReport: KeptReport,
    header: RowsHeader,
    stored: StoredMailbox | undefined,
    previous: KeptReport | undefined,
  ): void {
    const isListed = stored !== undefined;
    const key = listKey(header);
    if (isListed !== (this.#isListed.get(key) ?? false) && previous !== undefined) {
      this.#add({ kind: isListed ? 'mailbox-added' : 'mailbox-removed', from: previous, to: keptReport });
    }
    this.#isListed.set(key, isListed);
    if (stored === undefined) return;
    const results = header.reports.flatMap((report, index): ReportOfRun[] => {
      const result = stored.reports[index];
      return result === undefined ? [] : [{ report, result }];
    });
    const readResults = results.filter(({ result }) => result.status === 'ok');
    if (this.#knownResults.size > 0) this.#addChanges(keptReport, header, stored, readResults);
    for (const one of readResults) {
      this.#addNames(one.report, one.result);
      this.#addPresent(keptReport, one);
    }
    this.#addGap(keptReport, results);
    const hasPolicy = header.digests.policy !== undefined;
    for (const { report, result } of readResults) {
      this.#knownResults.set(
        report.name,
        knownAfter(this.#knownResults.get(report.name), { report, result, hasPolicy }, keptReport),
      );
    }
    if (hasPolicy) this.#judged = keptReport;
  }

  #add(values: Values): void {
    this.entries.push({ ...BLANK, mailbox: this.#address, from: undefined, to: undefined, ...values });
  }

  #addChanges(
    keptReport: KeptReport,
    header: RowsHeader,
    stored: StoredMailbox,
    results: readonly ReportOfRun[],
  ): void {
    const knownResults = [...this.#knownResults.values()];
    const run = (this.#judged ?? keptReport).run;
    const digests = { ...run.digests, policy: this.#judged?.run.digests.policy };
    const earlier = {
      header: { ...run, digests, list: header.list, reports: knownResults.map(({ report }) => report) },
      find: () => ({ address: this.#address, reports: knownResults.map(storedResult) }),
    };
    const { changes } = new Comparison(earlier, header.reports, header.rules, '', undefined).differenceOf(stored);
    for (const change of changes) {
      const now = results.find(({ report }) => report.name === change.report);
      const was = this.#knownResults.get(change.report);
      if (was === undefined || !this.#concernsTarget(change, was, now)) continue;
      const from = latestWith(change, was);
      // Not known before: `present` says so.
      if (change.kind === 'new-violation' && from === undefined) continue;
      const { kind, report, item, column, before, after } = change;
      this.#add({ kind, report, item, column, before, after, ...judgement(change, was, now), from, to: keptReport });
    }
  }

  #concernsTarget(change: Change, was: KnownResult, now: ReportOfRun | undefined): boolean {
    const target = this.#target;
    if (target === undefined || target(change.before) || target(change.after)) return true;
    if (!was.report.manyRows) return false;
    const rows = [
      ...rowsNamed(was, change.item).map(({ row }) => row),
      ...(now === undefined ? [] : rowsWithItem(now, change.item)),
    ];
    return rows.some(({ cells }) => cells.some(target));
  }

  /** Violations, and rows with the target, that may be older than the first report that can show them. */
  #addPresent(keptReport: KeptReport, { report, result }: ReportOfRun): void {
    const knownResult = this.#knownResults.get(report.name);
    const target = this.#target;
    const common = { kind: 'present', report: report.name, to: keptReport } as const;
    const cells =
      target === undefined || knownResult !== undefined ? [] : this.#targetCells(target, { report, result });
    for (const { item, column, value } of cells) {
      const own = result.violations.filter((one) => one.item === item && one.column === column);
      const note = sinceText(own.flatMap(({ since }) => since ?? []).toSorted()[0]);
      this.#add({ ...common, item, column, after: value, ...rulesIn(own, item, column), note });
    }
    for (const { rule, verdict, item, column, found: value, since } of result.violations) {
      const isNews = verdict !== 'inconclusive' && judgedBefore(knownResult, rule) === undefined;
      const isCell = cells.some((cell) => cell.item === item && cell.column === column);
      if (!isNews || isCell || (target !== undefined && !target(value))) continue;
      this.#add({ ...common, item, column, after: value, rule, verdict, note: sinceText(since) });
    }
  }

  /** The cells with the target that are no address of the mailbox itself. */
  #targetCells(target: Target, { report: { item, columns, manyRows }, result }: ReportOfRun) {
    const positions = itemPositions(item, columns) ?? [];
    return result.rows.flatMap((row) =>
      row.cells.flatMap((value, at) => {
        if (!target(value) || (typeof value === 'string' && this.names.has(value.toLowerCase()))) return [];
        return [{ item: manyRows ? itemText(positions, row) : '', column: columns[at] ?? '', value }];
      }),
    );
  }

  #addNames({ manyRows, columns }: RowsReport, { rows: [row] }: StoredReport): void {
    if (manyRows || row === undefined) return;
    const { cell } = viewOf(columns, row);
    for (const column of NAMES) {
      const name = cell(column);
      if (name?.isKnown === true && typeof name.value === 'string') this.names.add(name.value.toLowerCase());
    }
  }

  /** The reports that could not be read. A gap of several runs, of which none read them, is one entry. */
  #addGap(keptReport: KeptReport, results: readonly ReportOfRun[]): void {
    const unread = results.filter(({ result }) => result.status !== 'ok');
    const isOver = results.some(({ report, result }) => result.status === 'ok' && this.#unread.has(report.name));
    const continues = this.#unread.size > 0 && !isOver;
    if (isOver || unread.length > 0) this.#unread = new Set(unread.map(({ report }) => report.name));
    if (unread.length === 0) return;
    const causes = Map.groupBy(unread, ({ result: { status, error } }) =>
      error === '' ? status : `${status} (${error})`,
    );
    const texts = [...causes].map(([cause, of]) => {
      const names = of.map(({ report }) => report.name);
      return `${listed(names, 'and')}: ${cause}`;
    });
    const note = `not read: ${texts.join('; ')}`;
    const last = this.entries.at(-1);
    if (continues && last?.kind === 'gap' && last.note === note)
      this.entries.splice(-1, 1, { ...last, to: keptReport });
    else this.#add({ kind: 'gap', note, from: keptReport, to: keptReport });
  }
}

/** What names the list of a run: its files, or without any all mailboxes of the tenant, or addresses. */
export function listKey({ list: { files, listed, mailboxes } }: Pick<RowsHeader, 'list'>): string {
  const isOfAddresses = files.length === 0 && listed === undefined;
  const addresses = isOfAddresses ? mailboxes.map(({ address }) => address.toLowerCase()) : [];
  return JSON.stringify([files, listed !== undefined, addresses]);
}

function sinceText(since: string | undefined): string {
  return since === undefined ? '' : `since ${since}`;
}

/** The latest report that knows the value before a change. */
function latestWith({ kind, item, column, rule = '' }: Change, was: KnownResult): KeptReport | undefined {
  const { report, complete, violations } = was;
  if (kind === 'added') return complete;
  if (kind === 'changed' || kind === 'removed') {
    const rows = report.manyRows ? rowsNamed(was, item) : was.rows;
    const at = report.columns.indexOf(column);
    return earliest(rows.map(({ cellsFrom, rowFrom }) => (kind === 'removed' ? rowFrom : (cellsFrom[at] ?? rowFrom))));
  }
  const own = violations.filter(
    ({ violation }) => violation.rule === rule && violation.item === item && violation.column === column,
  );
  return kind === 'resolved' ? earliest(own.map(({ from }) => from)) : judgedBefore(was, rule);
}

/** Of several rows with the same name, it is not known which one changed. */
function earliest(reports: readonly KeptReport[]): KeptReport | undefined {
  return reports.toSorted((one, other) => one.run.run.started.getTime() - other.run.run.started.getTime())[0];
}

type Judgement = Pick<TimelineEntry, 'rule' | 'verdict'>;

function judgement(change: Change, was: KnownResult, now: ReportOfRun | undefined): Judgement {
  const { kind, item, column, rule, verdict = '' } = change;
  if (rule !== undefined) return { rule, verdict: kind === 'resolved' ? 'pass' : verdict };
  const violations = now?.result.violations ?? [];
  const current = rulesIn(violations, item, column);
  if (current.rule !== '') return current;
  const earlier = rulesIn(
    was.violations.map(({ violation }) => violation),
    item,
    column,
  );
  return earlier.rule === '' ? earlier : { ...earlier, verdict: 'pass' };
}

/** The rules that a row violates, or its cell in a column, with the worst verdict. */
function rulesIn(violations: readonly StoredViolation[], item: string, column: string): Judgement {
  const own = violations.filter((one) => one.item === item && (column === '' || one.column === column));
  const verdict = WORST_FIRST.find((worst) => own.some((one) => one.verdict === worst)) ?? '';
  return { rule: [...new Set(own.map(({ rule }) => rule))].join(', '), verdict };
}

function rowsWithItem({ report, result }: ReportOfRun, item: string): readonly StoredRow[] {
  const positions = itemPositions(report.item, report.columns) ?? [];
  return result.rows.filter((row) => itemText(positions, row) === item);
}
