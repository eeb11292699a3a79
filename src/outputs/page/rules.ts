import { isDeepStrictEqual } from 'node:util';
import type { Json } from '../../json.ts';
import { correctedReport, type Policy, type Rule } from '../../policy/policy-definition.ts';
import { builtInReports } from '../../reports/built-in.ts';
import type { Corrections, SettingValues } from '../../reports/corrections.ts';
import { columnOf, type ReportDefinition } from '../../reports/definition.ts';
import { itemColumns } from '../../reports/row-identity.ts';
import type { CellSchema } from '../../schema/cell-schema.ts';
import type { CommandTemplate } from '../../text/power-shell.ts';
import type { PageRule } from './data.ts';

/** The rules of a policy, as the views of mailboxes show them. */
export function pageRules(policy: Policy | undefined): readonly PageRule[] {
  return (policy?.rules ?? []).map(pageRule);
}

/** A rule as the page has it. */
export function pageRule(rule: Rule): PageRule {
  const { id, title, report, help } = rule;
  const definition = builtInReports.get(report);
  const { removal } = definition ?? {};
  const corrected = definition && correctedReport(definition, Object.keys(rule.expect));
  const { corrects } = (corrected === undefined ? undefined : builtInReports.get(corrected)) ?? {};
  const settings = corrects && definition && settingsOf(rule, definition, corrects);
  return {
    id,
    title,
    report,
    help,
    item: definition && itemColumns(definition).flatMap((part) => [part].flat().slice(0, 1)),
    command: (settings && corrects.command(settings)) ?? (definition && manualCommand(rule, definition)),
    note: corrects?.note,
    removal,
    isPlanned: rule.set !== undefined,
  };
}

/** The command for the only value that a rule accepts of its only column. */
function manualCommand({ expect }: Rule, own: ReportDefinition): CommandTemplate | undefined {
  const [first, ...others] = Object.entries(expect);
  if (first === undefined || others.length > 0) return undefined;
  const [written, schema] = first;
  const { report, column } = columnOf(own, written);
  const value = onlyValue(schema);
  return builtInReports.get(report)?.manual?.find((one) => one.column === column && one.value === value)?.command;
}

/** What a violating mailbox is to be changed to: the rule's `set`, or the only values that it accepts of settings. */
function settingsOf({ set, expect }: Rule, own: ReportDefinition, corrects: Corrections): SettingValues | undefined {
  if (set !== undefined) return Object.fromEntries(set.map(({ path, value }) => [path, value]));
  const settings: Record<string, Json> = {};
  for (const [written, schema] of Object.entries(expect)) {
    const { column } = columnOf(own, written);
    const values = valuesFor(column, onlyValue(schema), corrects);
    if (values === undefined) return undefined;
    Object.assign(settings, values);
  }
  return settings;
}

function valuesFor(
  column: string,
  value: Json | undefined,
  { settings, columns = [] }: Corrections,
): SettingValues | undefined {
  if (value === undefined) return undefined;
  const other = columns.find((one) => one.column === column && isDeepStrictEqual(one.value, value));
  return other?.set ?? (Object.hasOwn(settings, column) ? { [column]: value } : undefined);
}

/** The value that a schema accepts, if it is a single one; undefined if it may accept others. */
function onlyValue(schema: CellSchema): Json | undefined {
  if (typeof schema === 'boolean') return undefined;
  if (schema.const !== undefined) return schema.const;
  if (schema.type === 'null') return null;
  if (schema.maxItems === 0) return [];
  return Array.isArray(schema.enum) && schema.enum.length === 1 ? schema.enum[0] : undefined;
}
