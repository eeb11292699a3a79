import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { overdueEntries } from '../../scripts/retirements.ts';
import { parseJson, property } from '../../src/json.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { compileHighlights } from '../../src/reports/conditions.ts';
import { parseReportFile } from '../../src/reports/file/report-file.ts';
import { retirementsIn } from '../../src/reports/retirement-list.ts';
import { withRetirements } from '../../src/reports/retirements.ts';
import { textAt } from '../tenant/collection-reader.ts';
import { filesLike, textOf } from './repository.ts';
import { chosenOf } from '../../src/reports/choose.ts';

const TEXT = textOf('retirements.yml');
const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_OR_MONTH = /^\d{4}-\d\d(?:-\d\d)?$/;

const list = parseJson(JSON.stringify(parse(TEXT)));
const retirements = retirementsIn(TEXT);

function entries(): readonly (readonly [id: string, checked: string])[] {
  const all = property(list, 'retirements');
  if (!Array.isArray(all)) throw new Error('no list');
  return all.map((entry) => [textAt(entry, 'id'), textAt(entry, 'checked')]);
}

async function reports() {
  const files = await filesLike('examples/reports/*.yml');
  const examples = files.flatMap((file) => chosenOf([parseReportFile(textOf(file), file).value ?? []].flat()).reports);
  return [...builtInReports.values(), ...examples];
}

test.each(['0000-01', '2026-13', '2026-02-30', '1970-01-01', 'soon'])('a retirement on %s is refused', (date) => {
  const text = TEXT.replace('announced: 2026-01-27', `announced: '${date}'`);
  expect(() => retirementsIn(text)).toThrow(`${date} as the date announced`);
});

test('each retirement has an ID of its own, dates that exist, and conditions about a report', async () => {
  expect(new Set(entries().map(([id]) => id)).size).toBe(retirements.length);
  for (const [, checked] of entries()) expect(checked).toMatch(DAY);
  for (const { highlight } of retirements) {
    const { announced, defaultOff, removed, asOf, source } = highlight.ends ?? {};
    const dates = [announced, defaultOff, removed].filter((date) => date !== undefined);
    expect(dates).not.toEqual([]);
    expect(asOf).toMatch(DAY);
    for (const date of dates) {
      expect(date).toMatch(DAY_OR_MONTH);
      expect(new Date(date).toISOString()).toContain(date);
    }
    expect(URL.canParse(source ?? '')).toBe(true);
  }
  const before = await reports();
  const after = await withRetirements(before, () => Promise.resolve(TEXT));
  const added = after.flatMap(({ highlights = [] }) => highlights.filter(({ ends }) => ends !== undefined));
  expect(added).toHaveLength(retirements.length);
  for (const report of after) expect(() => compileHighlights(report, 0, after)).not.toThrow();
});

test('entries whose source was not read for 60 days are overdue', () => {
  const text = 'retirements:\n  - { id: old, checked: 2026-09-29 }\n  - { id: new, checked: 2026-09-30 }\n';
  expect(overdueEntries(text, Date.parse('2026-11-29T12:00:00Z'))).toEqual(['old: 2026-09-29']);
});

test('the page about retirements lists them', () => {
  const page = textOf('docs/retirements.md');
  for (const [id] of entries()) expect(page).toContain(`\`${id}\``);
  for (const { report, highlight } of retirements) {
    expect(page).toContain(highlight.ends?.source);
    expect(page).toContain(`\`${report}\``);
  }
});
