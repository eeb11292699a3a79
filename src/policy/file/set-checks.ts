import { isDeepStrictEqual } from 'node:util';
import type { YamlEntry } from '../../files/yaml-value.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { compileColumns } from '../../reports/columns.ts';
import { compileConditions, resultOf } from '../../reports/conditions.ts';
import type { ColumnSchemas, ReportDefinition } from '../../reports/definition.ts';
import { EvaluationContext } from '../../reports/expressions/evaluation.ts';
import type { Row } from '../../reports/rows.ts';
import { resolveDates } from '../../schema/relative-dates.ts';
import type { Rule } from '../definition.ts';

// Problems of `set` that do not depend on a mailbox: only the values that are set are known.

/** A rule, with its `set` in the file. */
export interface SettingRule {
  readonly rule: Rule;
  readonly report: ReportDefinition;
  readonly set: YamlEntry;
}

/** A rule, with its columns compiled once for all rules that are compared with it. */
interface ComparedRule extends SettingRule {
  readonly when: readonly ColumnCheck[];
  readonly expect: readonly ColumnCheck[];
}

/**
 * Adds to the problems each rule that its own `set` does not satisfy, and each that sets a property to another value than an earlier
 * rule about the same mailboxes, or undoes what an earlier rule sets: no mailbox could comply with both.
 */
export function addSetProblems(rules: readonly SettingRule[]): void {
  const compared = rules.map((one): ComparedRule => {
    const { rule, report } = one;
    return { ...one, when: columnChecks(rule.when, report), expect: columnChecks(rule.expect, report) };
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
  const same = sameMailboxes(earlier.rule, one.rule);
  const setting = same ? otherValue(earlier.rule, one.rule) : undefined;
  if (setting !== undefined) return `set ${setting} to different values`;
  const [back, forth] = [violatedColumn(earlier, one), violatedColumn(one, earlier)];
  const column = back ?? forth;
  const isConflict = same ? column !== undefined : back !== undefined && forth !== undefined;
  return isConflict ? `undo each other: what one sets violates ${column} of the other` : undefined;
}

/** Where a rule has no `when`, or both have the same, all mailboxes of one are mailboxes of the other. */
function sameMailboxes(one: Rule, other: Rule): boolean {
  const isInboxRules = ({ report }: Rule): boolean => report === 'inbox-rules';
  if (isInboxRules(one) !== isInboxRules(other)) return false;
  const unlimited = [one, other].some(({ when }) => Object.keys(when).length === 0);
  return unlimited || isDeepStrictEqual(one.when, other.when);
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
  const object = whatIsSet(setting.rule, judged.report);
  if (object === undefined) return undefined;
  const when = judged.when.map(({ check }) => check(object, 'met'));
  const needsAll = setting !== judged && !sameMailboxes(setting.rule, judged.rule);
  if (when.includes('unmet') || (needsAll && when.includes('unknown'))) return undefined;
  return judged.expect.find(({ check }) => check(object, 'unmet') === 'unmet')?.column;
}

/** The part of a service's object that a rule sets, as a report reads it; undefined if the report reads another. */
function whatIsSet({ report: own, set = [] }: Rule, report: ReportDefinition): JsonObject | undefined {
  const replies = 'automatic-replies';
  const isSettings = (name: string): boolean => name === 'mailbox-settings' || name === replies;
  if (own !== report.name && !(isSettings(own) && isSettings(report.name))) return undefined;
  const object: JsonObject = {};
  for (const { path, value } of set) {
    const names = path.split('.');
    let part = object;
    for (const name of names.slice(0, -1)) {
      const inside = part[name];
      part = isObject(inside) ? inside : (part[name] = {});
    }
    part[names.at(-1) ?? ''] = value;
  }
  if (report.name !== replies) return object;
  return isObject(object.automaticRepliesSetting) ? object.automaticRepliesSetting : {};
}

interface ColumnCheck {
  readonly column: string;
  /** Whether the column of a part of an object meets its schema. */
  readonly check: (object: JsonObject, certain: 'met' | 'unmet') => ReturnType<typeof resultOf>;
}

/** A column that depends on the time, the tenant or the list is unknown. */
function columnChecks(schemas: ColumnSchemas, report: ReportDefinition): readonly ColumnCheck[] {
  return Object.entries(schemas).map(([column, schema]) => {
    const expression = Object.hasOwn(report.columns, column) ? report.columns[column] : undefined;
    const isTimed = !isDeepStrictEqual(resolveDates(schema, 0), resolveDates(schema, 1e12));
    const isOpen =
      expression === undefined || isTimed || /\b(?:external|unresolved|plain_text|replies_active)\(/.test(expression);
    if (isOpen) return { column, check: () => 'unknown' };
    const alone = { ...report, columns: { [column]: expression }, inconclusive: undefined, keepsObject: undefined };
    const [condition] = compileConditions({ [column]: schema }, alone, 0);
    const read = compileColumns(alone);
    return {
      column,
      check: (object, certain) => {
        try {
          const cells = read(object, new EvaluationContext());
          const mailbox = { address: '', file: '', line: 1 };
          const row: Row = { mailbox, status: 'ok', error: '', content: 'item', ...cells };
          return condition === undefined ? 'unknown' : resultOf(condition, row, certain);
        } catch (error) {
          // A report that cannot read the part alone says nothing about it.
          if (error instanceof Error) return 'unknown';
          throw error;
        }
      },
    };
  });
}
