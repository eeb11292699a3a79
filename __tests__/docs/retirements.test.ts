import { expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { SCHEMAS } from '../../scripts/schemas.ts';
import { parseReportFile } from '../../src/reports/file/report-file.ts';
import { parseRetirements } from '../../src/reports/file/retirements-file.ts';
import { filesLike, textOf } from './repository.ts';

const TEXT = textOf('retirements.yml');
const MAX_AGE_DAYS = 120;

const { value: retirements = [], problems } = parseRetirements(TEXT, 'retirements.yml', await exampleReports());

async function exampleReports() {
  const files = await filesLike('examples/reports/*.yml');
  return files.flatMap((file) => parseReportFile(textOf(file), file).value ?? []);
}

/** The day of the release that this version is, or of the latest one; undefined before the first. */
function releasedOn(): string | undefined {
  return /^## \[\d+\.\d+\.\d+\] - (\d{4}-\d\d-\d\d)$/m.exec(textOf('CHANGELOG.md'))?.[1];
}

test('each retirement has what the schema asks for, and names columns of a report', () => {
  const validate = new Ajv({ allowUnionTypes: true, strictTypes: false, strictRequired: false }).compile(
    SCHEMAS['schemas/retirements.schema.json'] ?? {},
  );
  expect([validate(parse(TEXT)), validate.errors]).toEqual([true, null]);
  expect(problems).toEqual([]);
  expect(new Set(retirements.map(({ id }) => id)).size).toBe(6);
});

test.each(retirements)('the source of $id was read at most 120 days before the release', ({ asOf, dates }) => {
  const released = Date.parse(releasedOn() ?? asOf);
  expect((released - Date.parse(asOf)) / 86_400_000).toBeLessThanOrEqual(MAX_AGE_DAYS);
  expect(Object.values(dates).some((date) => date !== undefined)).toBe(true);
});

test('the page about retirements lists them', () => {
  const page = textOf('docs/retirements.md');
  for (const { id, source, detect } of retirements) {
    expect(page).toContain(`\`${id}\``);
    expect(page).toContain(source);
    expect(page).toContain(`\`${detect.report}\``);
  }
});
