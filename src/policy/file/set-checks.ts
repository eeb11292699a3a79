import { isDeepStrictEqual } from 'node:util';
import type { YamlEntry } from '../../files/yaml-value.ts';
import { isObject, withValueAt, type Json, type JsonObject } from '../../json.ts';
import { compileColumns } from '../../reports/columns.ts';
import { compileConditions, resultOf } from '../../reports/conditions.ts';
import type { ColumnSchemas, ReportDefinition } from '../../reports/definition.ts';
import { EvaluationContext } from '../../reports/expressions/evaluation.ts';
import type { Row } from '../../reports/rows.ts';
import { resolveDates } from '../../schema/relative-dates.ts';
import type { Rule } from '../policy-definition.ts';

// Problems of `set` that do not depend on a mailbox: only the values that are set are known.

/** A rule, with its `set` in the file. */
export interface SettingRule {
  readonly rule: Rule;
  readonly report: ReportDefinition;
  readonly set: YamlEntry;
}

/** A rule, with what is needed again for each rule that is compared with it. */
interface ComparedRule extends SettingRule {
  readonly when: readonly ColumnCheck[];
  readonly expect: readonly ColumnCheck[];
  /** Equal for rules with the same `when`; '' without. */
  readonly limit: string;
  /** What it sets, as each report reads it; undefined if the report reads another object. */
  readonly parts: ReadonlyMap<string, SetPart | undefined>;
}

/**
 * Adds to the problems each rule that its own `set` does not satisfy, and each that sets a property to another value than an earlier
 * rule about the same mailboxes, or undoes what an earlier rule sets: no mailbox could comply with both.
 */
export function addSetProblems(rules: readonly SettingRule[]): void {
  const reports = new Map(rules.map(({ report }) => [report.name, report]));
  const readers: RowReaders = new Map();
  const compared = rules.map((one): ComparedRule => {
    const { rule, report } = one;
    const [when, expect] = [columnChecks(rule.when, report, readers), columnChecks(rule.expect, report, readers)];
    const limit = when.length === 0 ? '' : JSON.stringify(rule.when, sortedMembers);
    const parts = new Map([...reports].map(([name, other]) => [name, partOf(rule, other)]));
    return { ...one, when, expect, limit, parts };
  });
  for (const [at, one] of compared.entries()) {
    const { rule, set } = one;
    const column = violatedColumn(one, one);
    if (column !== undefined) {
      const hint = `Set what "expect" accepts, or correct ${column} under "expect".`;
      set.value.report(`The "set" of the rule "${rule.id}" does not satisfy its ${column}.`, hint, set.keyOffset);
    }
    for (const earlier of compared.slice(0, at)) {
      const conflict = conflictOf(earlier, one);
      if (conflict === undefined) continue;
      set.value.report(
        `The rules "${earlier.rule.id}" and "${rule.id}" ${conflict}.`,
        'Set the same value in both, or limit each rule to different mailboxes under "when".',
        set.keyOffset,
      );
      break;
    }
  }
}

function conflictOf(earlier: ComparedRule, one: ComparedRule): string | undefined {
  const same = sameMailboxes(earlier, one);
  const setting = same ? otherValue(earlier.rule, one.rule) : undefined;
  if (setting !== undefined) return `set ${setting} to different values`;
  const [back, forth] = [violatedColumn(earlier, one), violatedColumn(one, earlier)];
  const column = back ?? forth;
  const isConflict = same ? column !== undefined : back !== undefined && forth !== undefined;
  return isConflict ? `undo each other: what one sets violates ${column} of the other` : undefined;
}

/** Where a rule has no `when`, or both have the same, all mailboxes of one are mailboxes of the other. */
function sameMailboxes(one: ComparedRule, other: ComparedRule): boolean {
  const isInboxRules = ({ rule }: ComparedRule): boolean => rule.report === 'inbox-rules';
  if (isInboxRules(one) !== isInboxRules(other)) return false;
  return one.limit === '' || other.limit === '' || one.limit === other.limit;
}

function sortedMembers(_name: string, value: Json): Json {
  return isObject(value) ? Object.fromEntries(Object.entries(value).sort()) : value;
}

function otherValue({ set = [] }: Rule, other: Rule): string | undefined {
  return set.find(({ path, value }) =>
    other.set?.some((setting) => setting.path === path && !isDeepStrictEqual(setting.value, value)),
  )?.path;
}

/**
 * The column of a rule that the `set` of a rule violates for certain; undefined if there is none. Of another rule, `when` must be met
 * for certain, unless both are about the same mailboxes.
 */
function violatedColumn(setting: ComparedRule, judged: ComparedRule): string | undefined {
  const part = setting.parts.get(judged.report.name);
  if (part === undefined) return undefined;
  const needsAll = setting !== judged && !sameMailboxes(setting, judged);
  for (const check of judged.when) {
    const result = check.resultOf(part, 'met');
    if (result === 'unmet' || (needsAll && result === 'unknown')) return undefined;
  }
  return judged.expect.find((check) => check.resultOf(part, 'unmet') === 'unmet')?.column;
}

/** What a rule sets of a service's object, as a report reads it, with the rows that were read of it by column. */
interface SetPart {
  readonly object: JsonObject;
  readonly rows: Map<string, Row | undefined>;
}

/** Undefined if the report reads another object. */
function partOf({ report: own, set = [] }: Rule, report: ReportDefinition): SetPart | undefined {
  const replies = 'automatic-replies';
  const isSettings = (name: string): boolean => name === 'mailbox-settings' || name === replies;
  if (own !== report.name && !(isSettings(own) && isSettings(report.name))) return undefined;
  const object = set.reduce<JsonObject>((whole, { path, value }) => withValueAt(whole, path.split('.'), value), {});
  if (report.name !== replies) return { object, rows: new Map() };
  const ofReplies = object.automaticRepliesSetting;
  return { object: isObject(ofReplies) ? ofReplies : {}, rows: new Map() };
}

interface ColumnCheck {
  readonly column: string;
  /** Whether the column of what a rule sets meets its schema. */
  readonly resultOf: (part: SetPart, certain: 'met' | 'unmet') => ReturnType<typeof resultOf>;
}

function columnChecks(schemas: ColumnSchemas, report: ReportDefinition, readers: RowReaders): readonly ColumnCheck[] {
  return Object.entries(schemas).map(([column, schema]): ColumnCheck => {
    const key = `${report.name} ${column}`;
    const read = readers.get(key) ?? rowReader(column, report);
    readers.set(key, read);
    const isTimed = !isDeepStrictEqual(resolveDates(schema, 0), resolveDates(schema, 1e12));
    if (isTimed) return { column, resultOf: () => 'unknown' };
    const [condition] = compileConditions({ [column]: schema }, ofColumn(column, report), 0);
    return {
      column,
      resultOf: (part, certain) => {
        const row = read(part);
        return condition === undefined || row === undefined ? 'unknown' : resultOf(condition, row, certain);
      },
    };
  });
}

/** Reads the row with one column of what a rule sets; undefined if the report cannot read it alone. */
type RowReader = (part: SetPart) => Row | undefined;

/** By report and column. */
type RowReaders = Map<string, RowReader>;

/** A column that depends on the time, the tenant or the list is never read. */
function rowReader(column: string, report: ReportDefinition): RowReader {
  const expression = Object.hasOwn(report.columns, column) ? report.columns[column] : undefined;
  const isOpen = expression === undefined || /\b(?:external|unresolved|plain_text|replies_active)\(/.test(expression);
  if (isOpen) return () => undefined;
  const read = compileColumns(ofColumn(column, report));
  return ({ object, rows }) => {
    if (rows.has(column)) return rows.get(column);
    let row: Row | undefined;
    try {
      const cells = read(object, new EvaluationContext());
      row = { mailbox: { address: '', file: '', line: 1 }, status: 'ok', error: '', content: 'item', ...cells };
    } catch (error) {
      // A report that cannot read the part alone says nothing about it.
      if (!(error instanceof Error)) throw error;
    }
    rows.set(column, row);
    return row;
  };
}

function ofColumn(column: string, report: ReportDefinition): ReportDefinition {
  const columns = { [column]: report.columns[column] ?? '' };
  return { ...report, columns, inconclusive: undefined, keepsObject: undefined };
}
