import { isDeepStrictEqual } from 'node:util';
import { isMap, isScalar } from 'yaml';
import { jsonValue, shownJson } from '../../files/yaml-json.ts';
import type { YamlEntry, YamlValue } from '../../files/yaml-value.ts';
import { isRemovable, WRITABLE_REPORTS, writableSettings } from '../../reports/built-in.ts';
import type { SettingTypes } from '../../reports/corrections.ts';
import { isDerivedReport, type ReportDefinition } from '../../reports/definition.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { shownText } from '../../text/display.ts';
import { listed } from '../../text/numbers.ts';
import { WHOLE_ROW, type Setting } from '../policy-definition.ts';

/** The value of `set` that takes the violating row away. */
const REMOVE = 'remove';

/**
 * The settings under a rule's `set`, or under columns of the rule that they correct. Settings that cannot be written, and values that
 * the service does not accept, are added to the problems.
 *
 * @param report the rule's report; undefined if it is unknown: then nothing is checked
 * @param columns those under `expect`
 */
export function ruleSettings(
  value: YamlValue,
  report: ReportDefinition | undefined,
  columns: readonly string[],
): readonly Setting[] {
  if (report === undefined) return [];
  const writable = writableSettings(report.name);
  const isText = isScalar(value.node) && typeof value.node.value === 'string';
  if (isText && writable !== undefined) return removal(value, report, writable);
  const entries = isText ? [] : value.entries();
  if (entries === undefined) return [];
  if (writable === undefined) {
    const sources = isDerivedReport(report)
      ? report.from.filter((name) => (isText ? isRemovable(name) : WRITABLE_REPORTS.includes(name)))
      : [];
    const hint =
      sources.length > 0
        ? `${report.name} is made of other reports: write the rule about ${listed(sources, 'or')}.`
        : `Only rules about ${WRITABLE_REPORTS.join(', ')} can have "set". Remove it here.`;
    value.report(`Settings of the report ${report.name} cannot be changed.`, hint);
    return [];
  }
  if (entries.length === 0) value.reject('names no setting.', usage(report, writable));
  const settings = entries.flatMap((entry): readonly Setting[] => {
    // A property of Exchange Online can have the name of a column, but is never a mapping.
    if (!columns.includes(entry.key) || !isMap(entry.value.node)) return settingsIn([entry], '', writable);
    return settingsIn(entry.value.entries() ?? [], '', writable).map((setting) => ({ ...setting, column: entry.key }));
  });
  const twice = settings.find(({ path, value: one }, index) =>
    settings.slice(0, index).some((earlier) => earlier.path === path && !isDeepStrictEqual(earlier.value, one)),
  );
  if (twice !== undefined) value.report(`${twice.path} has two values.`, 'Set the same value under each column.');
  const [start, end] = ['startTime', 'endTime'].map((name) =>
    settings.find(({ path }) => path === `workingHours.${name}`),
  );
  if (typeof start?.value === 'string' && typeof end?.value === 'string' && start.value > end.value) {
    value.report('workingHours start after they end.', 'Graph refuses this. Set an "endTime" after "startTime".');
  }
  return settings;
}

/** `set: remove`. */
function removal(value: YamlValue, report: ReportDefinition, writable: SettingTypes): readonly Setting[] {
  const text = value.text();
  if (text === undefined) return [];
  if (text === REMOVE && isRemovable(report.name)) return [{ path: WHOLE_ROW, value: null }];
  const example = namesIn(writable, '').find((name) => Object.hasOwn(writable, name));
  const why =
    text === REMOVE && report.rows === undefined
      ? `"${REMOVE}" takes a row away, and a mailbox has one row in ${report.name}: write settings, such as set: { ${example ?? ''}: ... }. `
      : '';
  value.reject(`cannot be ${shownText(text)}.`, why + usage(report, writable));
  return [];
}

/** What rules about a report can set. */
function usage({ name }: ReportDefinition, writable: SettingTypes): string {
  const names = namesIn(writable, '');
  const remove = `Write "set: ${REMOVE}" to take the row away`;
  if (!isRemovable(name)) return `Add one of ${names.join(', ')}.`;
  return names.length === 0 ? `${remove}.` : `${remove}, or set ${names.join(', ')}.`;
}

/** @param start the path above the entries with a dot, or '' */
function settingsIn(entries: readonly YamlEntry[], start: string, writable: SettingTypes): readonly Setting[] {
  return entries.flatMap(({ key, keyOffset, value }) => {
    const path = `${start}${key}`;
    if (Object.hasOwn(writable, path)) return settingOf(value, path, writable);
    const inside = `${path}.`;
    if (Object.keys(writable).some((setting) => setting.startsWith(inside))) {
      return settingsIn(value.entries() ?? [], inside, writable);
    }
    const names = namesIn(writable, start);
    const hint =
      names.length === 0
        ? `Rules about this report take the row away: write "set: ${REMOVE}".`
        : `${suggestion(key, names)}The settings here are: ${names.join(', ')}.`;
    value.report(`${shownText(path)} is not a setting that can be changed.`, hint, keyOffset);
    return [];
  });
}

function settingOf(value: YamlValue, path: string, writable: SettingTypes): readonly Setting[] {
  const json = jsonValue(value);
  const type = writable[path];
  if (json === undefined || type === undefined) return [];
  if (type.accepts(json)) return [{ path, value: json }];
  const hint = `${typeof json === 'string' ? suggestion(json, type.choices ?? []) : ''}Use ${type.expected}.`;
  value.reject(`cannot be ${shownJson(json)}.`, hint);
  return [];
}

/** The names at one level. */
function namesIn(writable: SettingTypes, start: string): readonly string[] {
  const inside = Object.keys(writable).filter((path) => path.startsWith(start));
  return [...new Set(inside.map((path) => path.slice(start.length).split('.')[0] ?? ''))];
}
