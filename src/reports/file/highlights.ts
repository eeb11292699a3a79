import { suggestion } from '../../text/did-you-mean.ts';
import { shownText } from '../../text/display.ts';
import type { FileProblems } from '../../files/yaml-problems.ts';
import { given, lineOfText, list, record, text, type KnownKeys, type YamlValue } from '../../files/yaml-value.ts';
import { columnSchemas, type ConditionedReport } from '../column-schemas.ts';
import { MAILBOX_COLUMN, type ReportHighlight } from '../definition.ts';

const KEYS: KnownKeys = { required: ['title', 'when'], optional: ['columns'] };
const MAX_HIGHLIGHTS = 20;
const MAX_TITLE_LENGTH = 80;

/**
 * Reads `highlights`: a title, a condition as rules of a policy have it, and the columns to show first, by default those of
 * the condition. Mistakes are added to the problems.
 *
 * @param report the columns of the report with their types; undefined if they cannot be read: then every name is accepted
 */
export function readHighlights(
  value: YamlValue,
  report: ConditionedReport | undefined,
  problems: FileProblems,
): readonly ReportHighlight[] {
  const items = list(value, problems) ?? [];
  if (items.length > MAX_HIGHLIGHTS)
    problems.add(value.offset, `There are more than ${MAX_HIGHLIGHTS} highlights.`, 'Remove some highlights.');
  const titles = new Set<string>();
  return items.slice(0, MAX_HIGHLIGHTS).flatMap((item) => readHighlight(item, report, titles, problems) ?? []);
}

function readHighlight(
  value: YamlValue,
  report: ConditionedReport | undefined,
  titles: Set<string>,
  problems: FileProblems,
): ReportHighlight | undefined {
  const keys = record(value, KEYS, problems);
  if (keys === undefined) return undefined;
  const title = given(keys, 'title', (line) => readTitle(line, titles, problems));
  const reports = report === undefined ? [] : [report];
  const when = given(keys, 'when', (inside) => columnSchemas(inside, { report, reports }, problems));
  const columns = given(keys, 'columns', (names) =>
    list(names, problems)?.flatMap((name) => readColumn(name, report, problems) ?? []),
  );
  if (title === undefined || when === undefined) return undefined;
  return { title, when, columns: columns ?? Object.keys(when).filter((name) => name !== MAILBOX_COLUMN) };
}

function readTitle(value: YamlValue, titles: Set<string>, problems: FileProblems): string | undefined {
  const title = lineOfText(value, MAX_TITLE_LENGTH, problems);
  if (title === undefined) return undefined;
  const folded = title.toLowerCase();
  if (titles.has(folded)) {
    problems.add(value.offset, `There is a highlight ${shownText(title)} already.`, 'Give each its own title.');
  }
  titles.add(folded);
  return title;
}

function readColumn(
  value: YamlValue,
  report: ConditionedReport | undefined,
  problems: FileProblems,
): string | undefined {
  const name = text(value, problems);
  if (name === undefined || report === undefined || Object.hasOwn(report.columns, name)) return name;
  const hint = `${suggestion(name, Object.keys(report.columns))}Name columns listed under "columns" of the report.`;
  problems.add(value.offset, `The report has no column ${shownText(name)}.`, hint);
  return undefined;
}
