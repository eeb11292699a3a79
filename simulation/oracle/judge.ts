import { isTable, REPORTS, type ReportColumns } from '../world/columns.ts';
import { REPORTS_OF_RIGHTS } from '../world/register.ts';
import type { WorldExemption, WorldPolicy, WorldRule } from '../world/world.ts';
import { asText, isObject, known, shownValue, UNKNOWN, type Cell, type Row } from './cells.ts';
import type { Json } from './facts.ts';
import { itemOf } from './items.ts';
import type { RunOf, Seen, SeenReport } from './run.ts';
import { fits } from './schemas.ts';

export type Verdict = 'pass' | 'fail' | 'warn' | 'known' | 'exempt' | 'inconclusive';

/** A cell that violates a rule; with a blank column, a row for which the rule is inconclusive. */
export interface Finding {
  readonly rule: WorldRule;
  readonly mailbox: string;
  readonly report: string;
  readonly row: Row;
  readonly column: string;
  readonly found: Json;
  readonly verdict: Exclude<Verdict, 'pass'>;
}

/** What a rule says of a mailbox: undefined for a row, or a mailbox, that it is not about. */
export interface RuleOfMailbox {
  readonly rule: WorldRule;
  readonly verdict: Verdict | undefined;
  readonly rows: readonly (Verdict | undefined)[];
  readonly findings: readonly Finding[];
  /** Whether something that is unknown may violate the rule too. */
  readonly isUndecided: boolean;
}

/** Whether the baseline has a violation. */
export type IsKnown = (finding: Finding) => boolean;

/** From worst to best, as docs/policy.md lists the verdicts of several rules. */
const ACROSS_RULES: readonly Verdict[] = ['fail', 'inconclusive', 'warn', 'known', 'exempt', 'pass'];
/** Of one rule: a violation outweighs a row that is unknown. */
const ACROSS_ROWS: readonly Verdict[] = ['fail', 'warn', 'known', 'exempt', 'inconclusive', 'pass'];

export function worstOfRules(verdicts: readonly (Verdict | undefined)[]): Verdict {
  return ACROSS_RULES.find((each) => verdicts.includes(each)) ?? 'pass';
}

export function worstOfRows(verdicts: readonly (Verdict | undefined)[]): Verdict | undefined {
  return ACROSS_ROWS.find((each) => verdicts.includes(each));
}

/** What a rule says of a mailbox, or of the tenant. */
export function judged(rule: WorldRule, seen: Seen, run: RunOf, isKnown: IsKnown): RuleOfMailbox {
  const report = reportOf(rule);
  const own = seen.reports[report];
  const exemptions = (run.policy?.exemptions ?? []).filter((each) => covers(each, rule, seen, run.start));
  const applies = applicability(rule, seen, run);
  const unread = applies(undefined) === false ? undefined : 'inconclusive';
  if (own === undefined || (own.status !== 'ok' && own.rows.length === 0)) {
    return { rule, verdict: unread, rows: [unread], findings: [], isUndecided: unread !== undefined };
  }
  if (own.rows.length === 0) {
    const verdict = applies(undefined) === false ? undefined : 'pass';
    return { rule, verdict, rows: [verdict], findings: [], isUndecided: false };
  }
  const ofRows = own.rows.map((row) =>
    judgedRow(rule, row, {
      seen,
      run,
      applies,
      isKnown,
      isExempt: exemptions.some((each) => coversRow(each, report, row)),
    }),
  );
  const rows = [...ofRows.map(({ verdict }) => verdict), ...(own.status === 'ok' ? [] : ([unread] as const))];
  const isUndecided = rows.at(ofRows.length) !== undefined || ofRows.some((row) => row.isUndecided);
  return { rule, verdict: worstOfRows(rows), rows, findings: ofRows.flatMap(({ findings }) => findings), isUndecided };
}

export function reportOf({ report = 'mailbox-settings' }: WorldRule): string {
  return report;
}

interface Judging {
  readonly seen: Seen;
  readonly run: RunOf;
  readonly applies: (row: Row | undefined) => boolean | undefined;
  readonly isExempt: boolean;
  readonly isKnown: IsKnown;
}

function judgedRow(
  rule: WorldRule,
  row: Row,
  { seen, run, applies, isExempt, isKnown }: Judging,
): Pick<RuleOfMailbox, 'verdict' | 'findings' | 'isUndecided'> {
  const isAbout = applies(row);
  const nothing = { verdict: undefined, findings: [], isUndecided: false };
  if (isAbout === false) return nothing;
  const report = reportOf(rule);
  const finding = { rule, mailbox: seen.entry.address, report, row };
  const inconclusive = {
    verdict: 'inconclusive',
    findings: [{ ...finding, column: '', found: null, verdict: 'inconclusive' }],
    isUndecided: true,
  } as const;
  const conditions = Object.entries(rule.expect).flatMap(([column, schema]) => {
    const { cell, ignoresCase } = cellOf(column, report, row, seen, run);
    return cell.is === 'not-applicable'
      ? []
      : [{ column, cell, holds: decided(cell, schema, ignoresCase, run, false) }];
  });
  // A rule that expects something of cells alone that are not applicable does not apply.
  if (conditions.length === 0) return nothing;
  if (isAbout === undefined) return inconclusive;
  const violating = conditions.filter(({ holds }) => holds === false);
  const isUndecided = conditions.some(({ holds }) => holds === undefined);
  if (violating.length === 0) return isUndecided ? inconclusive : { verdict: 'pass', findings: [], isUndecided };
  const findings = violating.map(({ column, cell }): Finding => {
    const found = shownValue(cell);
    const violation: Finding = {
      ...finding,
      column,
      found,
      verdict: rule.severity === 'warning' ? 'warn' : 'fail',
    };
    if (isExempt) return { ...violation, verdict: 'exempt' };
    return isKnown(violation) ? { ...violation, verdict: 'known' } : violation;
  });
  return { verdict: worstOfRows(findings.map(({ verdict }) => verdict)), findings, isUndecided };
}

/** Whether a rule is about a row; undefined: unknown. Without a row, only conditions about the mailbox count. */
function applicability(rule: WorldRule, seen: Seen, run: RunOf): (row: Row | undefined) => boolean | undefined {
  const report = reportOf(rule);
  return (row) => {
    let isUnknown = false;
    for (const [column, schema] of Object.entries(rule.when ?? {})) {
      if (row === undefined && isOfReport(column, report, run)) continue;
      const { cell, ignoresCase } = cellOf(column, report, row ?? {}, seen, run);
      if (cell.is === 'not-applicable') return false;
      const holds = decided(cell, schema, ignoresCase, run, true);
      if (holds === false) return false;
      if (holds === undefined) isUnknown = true;
    }
    return isUnknown ? undefined : true;
  };
}

function isOfReport(column: string, report: string, { policy }: RunOf): boolean {
  return REPORTS[report]?.columns[column] !== undefined || isRegistered(column, report, policy);
}

function isRegistered(column: string, report: string, policy: WorldPolicy | undefined): boolean {
  return column === 'Registered' && hasRegister(report, policy);
}

/** Whether the rows of a report have the column `Registered`. */
export function hasRegister(report: string, policy: WorldPolicy | undefined): boolean {
  return policy?.register !== undefined && REPORTS_OF_RIGHTS.includes(report);
}

/** The cell of a column of the rule's own report, of the list, or of another report. */
export function cellOf(
  column: string,
  report: string,
  row: Row,
  { entry, reports }: Seen,
  { world, policy }: RunOf,
): { readonly cell: Cell; readonly ignoresCase: boolean } {
  if (column === 'MailboxName') return { cell: known(entry.address), ignoresCase: true };
  if (isRegistered(column, report, policy)) return { cell: row[column] ?? UNKNOWN, ignoresCase: true };
  const own = REPORTS[report];
  if (own?.columns[column] !== undefined)
    return { cell: row[column] ?? UNKNOWN, ignoresCase: ignoresCase(own, column) };
  const at = world.list.columns.indexOf(column);
  if (at !== -1) return { cell: listCell(entry.cells[at]), ignoresCase: false };
  const dot = column.indexOf('.');
  const [other, name] = [column.slice(0, dot), column.slice(dot + 1)];
  const definition = REPORTS[other];
  if (definition === undefined) throw new Error(`there is no column ${column}`);
  const read: SeenReport | undefined = reports[other];
  const cell = read?.status === 'ok' ? (read.rows[0]?.[name] ?? UNKNOWN) : UNKNOWN;
  return { cell, ignoresCase: ignoresCase(definition, name) };
}

/** A value that a list file lacks is unknown; one that is empty is blank. */
function listCell(text: string | undefined): Cell {
  return text === undefined ? UNKNOWN : known(text === '' ? null : text);
}

function ignoresCase({ columns }: ReportColumns, name: string): boolean {
  const kind = columns[name];
  return kind?.type === 'word' || (kind?.type === 'list' && kind.values !== undefined);
}

/**
 * Whether a cell meets a condition; undefined: unknown. A list of which a part is unknown decides only `certain`, and only if no further items
 * would change that.
 */
function decided(
  cell: Exclude<Cell, { readonly is: 'not-applicable' }>,
  schema: Json,
  ignoresCase: boolean,
  { start }: RunOf,
  certain: boolean,
): boolean | undefined {
  const comparison = { ignoresCase, now: start };
  if (cell.is === 'known') return fits(schema, cell.value, comparison);
  const items: readonly Json[] = Array.isArray(cell.shown) ? cell.shown : [];
  // A cell may have an ID in place of a name that is not known.
  const isNamed = !items.some((item) => GUID.test(asText(item))) || !JSON.stringify(schema).includes('"pattern"');
  if (items.length === 0 || !isNamed) return undefined;
  if (fits(schema, items, comparison) !== certain) return undefined;
  const further = [...textsIn(schema), 'another@other.example', 'x@y.test', '?', ...items];
  const longer = further.flatMap((one) => [
    [...items, one],
    [one, ...items],
    [...items, one, ...further],
  ]);
  return longer.every((list) => fits(schema, list, comparison) === certain) ? certain : undefined;
}

const GUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The texts that a schema names: further items may be these. */
function textsIn(schema: Json): readonly string[] {
  if (typeof schema === 'string') return [schema];
  const parts: readonly Json[] = Array.isArray(schema) ? schema : isObject(schema) ? Object.values(schema) : [];
  return parts.flatMap(textsIn);
}

/** Whether an exemption is in force for a rule and a mailbox. */
export function covers(
  { rule: id, mailboxes, expires }: WorldExemption,
  rule: WorldRule,
  { entry, names }: Pick<Seen, 'entry' | 'names'>,
  start: number,
): boolean {
  if (id !== rule.id || expires < new Date(start).toISOString().slice(0, 10)) return false;
  if (isTable(reportOf(rule))) return true;
  const own = [entry.address.toLowerCase(), ...names];
  return (mailboxes ?? []).some((pattern) => own.some((name) => matches(pattern, name)));
}

/** Of a table with many rows, an exemption names some. */
function coversRow({ items }: WorldExemption, report: string, row: Row): boolean {
  if (REPORTS[report]?.rows !== 'table of many') return true;
  const item = itemOf(report, row).toLowerCase();
  return (items ?? []).some((pattern) => matches(pattern, item));
}

/** `*` matches any characters, `?` one. */
function matches(pattern: string, name: string): boolean {
  const source = Array.from(pattern.toLowerCase())
    .map((letter) =>
      letter === '*' ? '.*' : letter === '?' ? '.' : letter.replaceAll(/[$()+.[\\\]^{|}/]/g, String.raw`\$&`),
    )
    .join('');
  return new RegExp(`^${source}$`, 'su').test(name);
}
