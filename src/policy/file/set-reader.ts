import { isDeepStrictEqual } from 'node:util';
import { jsonValue, shownJson } from '../../files/yaml-json.ts';
import type { YamlEntry, YamlValue } from '../../files/yaml-value.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { shownText } from '../../text/display.ts';
import type { Rule, Setting } from '../definition.ts';
import { WRITABLE_REPORTS, writableSettings, type WritableSettings } from './settings.ts';

/**
 * The settings under a rule's `set`. Settings that cannot be written, and values that the service does not accept, are
 * added to the problems.
 *
 * @param report the rule's report; undefined if it is unknown: then nothing is checked
 */
export function ruleSettings(value: YamlValue, report: ReportDefinition | undefined): readonly Setting[] {
  const entries = value.entries();
  if (entries === undefined || report === undefined) return [];
  const writable = writableSettings(report.name);
  if (writable === undefined) {
    const hint = `Only rules about ${WRITABLE_REPORTS.join(', ')} can have "set". Remove it here.`;
    value.report(`Settings of the report ${report.name} cannot be changed.`, hint);
    return [];
  }
  if (entries.length === 0) value.reject('names no setting.', `Add one of ${namesIn(writable, '').join(', ')}.`);
  const settings = settingsIn(entries, '', writable);
  const [start, end] = ['startTime', 'endTime'].map((name) =>
    settings.find(({ path }) => path === `workingHours.${name}`),
  );
  if (typeof start?.value === 'string' && typeof end?.value === 'string' && start.value > end.value) {
    value.report('workingHours start after they end.', 'Graph refuses this. Set an "endTime" after "startTime".');
  }
  return settings;
}

/** @param start the path above the entries with a dot, or '' */
function settingsIn(entries: readonly YamlEntry[], start: string, writable: WritableSettings): readonly Setting[] {
  return entries.flatMap(({ key, keyOffset, value }) => {
    const path = `${start}${key}`;
    if (Object.hasOwn(writable, path)) return settingOf(value, path, writable);
    const inside = `${path}.`;
    if (Object.keys(writable).some((known) => known.startsWith(inside))) {
      return settingsIn(value.entries() ?? [], inside, writable);
    }
    const names = namesIn(writable, start);
    const hint = `${suggestion(key, names)}The settings here are: ${names.join(', ')}.`;
    value.report(`${shownText(path)} is not a setting that can be changed.`, hint, keyOffset);
    return [];
  });
}

function settingOf(value: YamlValue, path: string, writable: WritableSettings): readonly Setting[] {
  const json = jsonValue(value);
  const type = writable[path];
  if (json === undefined || type === undefined) return [];
  if (type.accepts(json)) return [{ path, value: json }];
  const hint = `${typeof json === 'string' ? suggestion(json, type.choices ?? []) : ''}Use ${type.expected}.`;
  value.reject(`cannot be ${shownJson(json)}.`, hint);
  return [];
}

/** The names at one level. */
function namesIn(writable: WritableSettings, start: string): readonly string[] {
  const inside = Object.keys(writable).filter((path) => path.startsWith(start));
  return [...new Set(inside.map((path) => path.slice(start.length).split('.')[0] ?? ''))];
}

/** A rule with its `set`. */
export interface SettingRule {
  readonly rule: Rule;
  readonly set: YamlEntry;
}

/**
 * Adds to the problems each rule that sets a property to another value than an earlier rule whose `when` includes the same
 * mailboxes: no mailbox could comply with both.
 */
export function addSetConflicts(rules: readonly SettingRule[]): void {
  for (const [at, { rule, set }] of rules.entries()) {
    for (const { rule: earlier } of rules.slice(0, at)) {
      const setting = sameMailboxes(earlier, rule) ? conflict(earlier, rule) : undefined;
      if (setting === undefined) continue;
      set.value.report(
        `The rules "${earlier.id}" and "${rule.id}" set ${setting} to different values.`,
        'Set the same value in both, or limit each rule to different mailboxes under "when".',
        set.keyOffset,
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
