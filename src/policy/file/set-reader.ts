import { isDeepStrictEqual } from 'node:util';
import type { ReportDefinition } from '../../reports/definition.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { shownText } from '../../text/display.ts';
import { jsonValue, shownJson } from '../../files/yaml-json.ts';
import type { FileProblems } from '../../files/yaml-problems.ts';
import { mapping, type YamlEntry, type YamlValue } from '../../files/yaml-value.ts';
import type { Rule, Setting } from '../definition.ts';
import { WRITABLE_REPORTS, writableSettings, type WritableSettings } from './settings.ts';

/**
 * The settings under a rule's `set`. Settings that cannot be written, and values that the service does not accept, are
 * added to the problems.
 *
 * @param report the rule's report; undefined if it is unknown: then nothing is checked
 */
export function ruleSettings(
  value: YamlValue,
  report: ReportDefinition | undefined,
  problems: FileProblems,
): readonly Setting[] {
  const found = mapping(value, problems);
  if (found === undefined || report === undefined) return [];
  const writable = writableSettings(report.name);
  if (writable === undefined) {
    const hint = `Only rules about ${WRITABLE_REPORTS.join(', ')} can have "set". Remove it here.`;
    problems.add(value.offset, `Settings of the report ${report.name} cannot be changed.`, hint);
    return [];
  }
  if (found.entries.size === 0) {
    const names = namesIn(writable, '');
    problems.add(value.offset, `${shownText(value.name)} names no setting.`, `Add one of ${names.join(', ')}.`);
  }
  return settingsIn(value, '', writable, problems);
}

function settingsIn(
  value: YamlValue,
  around: string,
  writable: WritableSettings,
  problems: FileProblems,
): readonly Setting[] {
  const entries = [...(mapping(value, problems)?.entries.values() ?? [])];
  return entries.flatMap((entry) => {
    const path = around === '' ? entry.key : `${around}.${entry.key}`;
    if (Object.hasOwn(writable, path)) return settingOf(entry.value, path, writable, problems);
    if (Object.keys(writable).some((known) => known.startsWith(`${path}.`))) {
      return settingsIn(entry.value, path, writable, problems);
    }
    addUnknown(entry, around, writable, problems);
    return [];
  });
}

function settingOf(
  value: YamlValue,
  path: string,
  writable: WritableSettings,
  problems: FileProblems,
): readonly Setting[] {
  const json = jsonValue(value, problems);
  const type = writable[path];
  if (json === undefined || type === undefined) return [];
  if (type.accepts(json)) return [{ path, value: json }];
  const hint = `${typeof json === 'string' ? suggestion(json, type.choices ?? []) : ''}Use ${type.expected}.`;
  problems.add(value.offset, `${shownText(value.name)} cannot be ${shownJson(json)}.`, hint);
  return [];
}

function addUnknown(
  { key, keyOffset }: YamlEntry,
  around: string,
  writable: WritableSettings,
  problems: FileProblems,
): void {
  const start = around === '' ? '' : `${around}.`;
  const names = namesIn(writable, start);
  const hint = `${suggestion(key, names)}The settings here are: ${names.join(', ')}.`;
  problems.add(keyOffset, `${shownText(start + key)} is not a setting that can be changed.`, hint);
}

/** The names at one level. `start`: the path above them with a dot, or ''. */
function namesIn(writable: WritableSettings, start: string): readonly string[] {
  const inside = Object.keys(writable).filter((path) => path.startsWith(start));
  return [...new Set(inside.map((path) => path.slice(start.length).split('.')[0] ?? ''))];
}

/** A rule with the place of its `set`. */
export interface SettingRule {
  readonly rule: Rule;
  readonly offset: number;
}

/**
 * Adds to the problems each rule that sets a property to another value than an earlier rule whose `when` includes the same
 * mailboxes: no mailbox could comply with both.
 */
export function addSetConflicts(rules: readonly SettingRule[], problems: FileProblems): void {
  for (const [at, { rule, offset }] of rules.entries()) {
    for (const { rule: earlier } of rules.slice(0, at)) {
      const setting = sameMailboxes(earlier, rule) ? conflict(earlier, rule) : undefined;
      if (setting === undefined) continue;
      problems.add(
        offset,
        `The rules "${earlier.id}" and "${rule.id}" set ${setting} to different values.`,
        'Set the same value in both, or limit each rule to different mailboxes under "when".',
      );
      break;
    }
  }
}

/** Where a rule has no `when`, or both have the same, all mailboxes of one are mailboxes of the other. */
function sameMailboxes(one: Rule, other: Rule): boolean {
  const isInboxRules = ({ report }: Rule): boolean => report === 'inbox-rules';
  if (isInboxRules(one) !== isInboxRules(other)) return false;
  const unlimited = [one, other].some(({ when }) => Object.keys(when).length === 0);
  return unlimited || isDeepStrictEqual(one.when, other.when);
}

function conflict({ set = [] }: Rule, other: Rule): string | undefined {
  return set.find(({ path, value }) =>
    other.set?.some((setting) => setting.path === path && !isDeepStrictEqual(setting.value, value)),
  )?.path;
}
