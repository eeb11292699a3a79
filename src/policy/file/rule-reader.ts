import type { FileProblems } from '../../files/yaml-problems.ts';
import { shownText } from '../../text/display.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { builtInReports } from '../../reports/built-in.ts';
import { columnSchemas } from '../../reports/column-schemas.ts';
import type { ReportDefinition } from '../../reports/definition.ts';
import {
  given,
  lineOfText,
  list,
  oneOf,
  record,
  text,
  type KnownKeys,
  type YamlValue,
} from '../../files/yaml-value.ts';
import type { Rule } from '../definition.ts';
import { addSetConflicts, ruleSettings, type SettingRule } from './set-reader.ts';

const KEYS: KnownKeys = {
  required: ['id', 'expect'],
  optional: ['title', 'report', 'severity', 'when', 'set', 'help'],
};
const SEVERITIES = ['error', 'warning'] as const;
const USUAL_REPORT = 'mailbox-settings';
const MOST = 500;
const LONGEST_TITLE = 200;
const LONGEST_ADDRESS = 2000;
/** Ids are joined with `; ` in a cell, and are part of URLs and file names. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** An http or https URL without user name and password: https://www.rfc-editor.org/rfc/rfc3986#appendix-A */
const PAGE = /^https?:\/\/(?![/?#]|[^/?#]*@)[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]+$/;

/** The rules of a policy. */
export interface Rules {
  readonly rules: readonly Rule[];
  /** Includes the ids of invalid rules. Undefined if `rules` is missing or not a list. */
  readonly ids: readonly string[] | undefined;
}

/** The reports of a run. Rules may use these and the built-in reports. */
export interface NamedReports {
  readonly reports: readonly ReportDefinition[];
  /** Whether they are all that were named: where one could not be read, a rule may be about it. */
  readonly complete: boolean;
}

/** Reads the rules of a policy file. Mistakes are added to the problems. */
export function policyRules(value: YamlValue, { reports, complete }: NamedReports, problems: FileProblems): Rules {
  const items = list(value, problems);
  if (items === undefined) return { rules: [], ids: undefined };
  if (items.length > MOST) problems.add(value.offset, `There are more than ${MOST} rules.`, 'Leave some out.');
  else if (items.length === 0) {
    problems.add(value.offset, '"rules" has no rule.', 'Add one: it has an id, and columns under "expect".');
  }
  const known = new Map([...builtInReports, ...reports.map((report) => [report.name, report] as const)]);
  const ids = new Map<string, string>();
  const setting: SettingRule[] = [];
  const rules = items.slice(0, MOST).flatMap((item) => ruleOf(item, { known, complete, ids, setting, problems }) ?? []);
  addSetConflicts(setting, problems);
  return { rules, ids: [...ids.values()] };
}

interface Dependencies {
  readonly known: ReadonlyMap<string, ReportDefinition>;
  readonly complete: boolean;
  /** Earlier ids, by their lower case. */
  readonly ids: Map<string, string>;
  /** The rules with a `set`, so far. */
  readonly setting: SettingRule[];
  readonly problems: FileProblems;
}

function ruleOf(item: YamlValue, { known, complete, ids, setting, problems }: Dependencies): Rule | undefined {
  const keys = record(item, KEYS, problems);
  if (keys === undefined) return undefined;
  const id = given(keys, 'id', (value) => idOf(value, ids, problems));
  const title = keys.entries.has('title')
    ? given(keys, 'title', (value) => lineOfText(value, LONGEST_TITLE, problems))
    : id;
  const severity = given(keys, 'severity', (value) => oneOf(value, SEVERITIES, problems)) ?? 'error';
  const report = keys.entries.has('report')
    ? given(keys, 'report', (value) => reportOf(value, { known, complete, problems }))
    : known.get(USUAL_REPORT);
  const reports = [...known.values()];
  const when = given(keys, 'when', (value) => columnSchemas(value, { report, reports }, problems)) ?? {};
  const expect = given(keys, 'expect', (value) => columnSchemas(value, { report, reports }, problems));
  const set = given(keys, 'set', (value) => ruleSettings(value, report, problems));
  const help = given(keys, 'help', (value) => helpOf(value, problems));
  if (id === undefined || title === undefined || report === undefined || expect === undefined) return undefined;
  const place = problems.placeOf(item.offset);
  const rule: Rule = { id, report: report.name, title, severity, when, expect, set, help, place };
  if (set !== undefined) setting.push({ rule, offset: keys.entries.get('set')?.keyOffset ?? item.offset });
  return rule;
}

function idOf(value: YamlValue, ids: Map<string, string>, problems: FileProblems): string | undefined {
  const id = text(value, problems);
  if (id === undefined) return undefined;
  const folded = id.toLowerCase();
  const taken = ids.get(folded);
  if (!ID.test(id)) {
    const meant = id
      .trim()
      .replace(/[^A-Za-z0-9._-]+/g, '-')
      .replace(/^[^A-Za-z0-9]+|[^A-Za-z0-9]+$/g, '')
      .slice(0, 100);
    const hint = `${meant === '' ? '' : `Did you mean "${meant}"? `}Use up to 100 letters, digits, hyphens, dots and underscores, such as no-external-replies.`;
    problems.add(value.offset, `${shownText(value.name)} cannot be ${shownText(id)}.`, hint);
  } else if (taken !== undefined) {
    const hint = 'Give each rule an id of its own; case does not count.';
    problems.add(value.offset, `There is a rule ${shownText(taken)} already.`, hint);
  }
  if (taken === undefined) ids.set(folded, id);
  return id;
}

function reportOf(
  value: YamlValue,
  { known, complete, problems }: Pick<Dependencies, 'known' | 'complete' | 'problems'>,
): ReportDefinition | undefined {
  const name = text(value, problems);
  const report = name === undefined ? undefined : known.get(name);
  // The problems of the report file are reported for that file.
  if (name === undefined || report !== undefined || !complete) return report;
  problems.add(
    value.offset,
    `There is no report ${shownText(name)}.`,
    suggestion(name.replace(/^.*[/\\]|\.ya?ml$/gi, ''), known.keys()) +
      `The reports are: ${[...known.keys()].join(', ')}. One of your own must be named in the input "report" by its ` +
      'file, and here by the "name" in it.',
  );
  return undefined;
}

function helpOf(value: YamlValue, problems: FileProblems): string | undefined {
  const address = text(value, problems);
  if (address === undefined) return undefined;
  if (address.length <= LONGEST_ADDRESS && PAGE.test(address) && URL.canParse(address)) return address;
  const meant = address.replace(/^(?=[\w-]+(?:\.[\w-]+)+(?:\/|$))/, 'https://');
  const hint = meant !== address && PAGE.test(meant) && URL.canParse(meant) ? `Did you mean ${meant}? ` : '';
  problems.add(
    value.offset,
    `${shownText(value.name)} cannot be ${shownText(address)}.`,
    `${hint}Give the whole address of a page, beginning with https://, percent-encoded and without a password.`,
  );
  return undefined;
}
