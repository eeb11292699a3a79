/**
 * Writes the JSON Schemas by which editors complete and check mailbox-report.yml, policy files, catalogues and
 * report files, from the tables by which the action reads these files.
 * Usage: `node scripts/schemas.ts`
 */
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { CATALOGUE } from '../src/controls/catalogue-file.ts';
import { POLICY } from '../src/policy/file/policy-file.ts';
import { CONFIG_SCHEMA } from '../src/run/config-file.ts';
import { REPORT_SCHEMA } from '../src/reports/file/report-file.ts';
import type { JsonObject } from '../src/json.ts';
import { CELL_SCHEMA } from './cell-keywords.ts';
import { formatted } from './formatted.ts';

/** Where editors find the schemas. */
const PUBLISHED = 'https://raw.githubusercontent.com/mailbox-report/mailbox-report/v1/schemas';

/** By file. The draft is 7, which all editors support. */
export const SCHEMAS: Readonly<Record<string, JsonObject>> = {
  'schemas/config.schema.json': {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${PUBLISHED}/config.schema.json`,
    title: 'mailbox-report.yml of Mailbox Report',
    description: 'Inputs of the report action, and options of the terminal program.',
    ...CONFIG_SCHEMA,
  },
  'schemas/policy.schema.json': {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${PUBLISHED}/policy.schema.json`,
    title: 'Policy file of Mailbox Report',
    description: 'Requirements for the rows of reports, and mailboxes that are exempt until a day.',
    ...POLICY.schema,
    definitions: { schema: CELL_SCHEMA },
  },
  'schemas/catalogue.schema.json': {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${PUBLISHED}/catalogue.schema.json`,
    title: 'Catalogue of controls of Mailbox Report',
    description:
      'The controls of a benchmark, which rules of a policy decide: what each asks for, and how much of it reports show.',
    ...CATALOGUE.schema,
  },
  'schemas/report.schema.json': {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $id: `${PUBLISHED}/report.schema.json`,
    title: 'Report file of Mailbox Report',
    description:
      'What to request from Microsoft Graph or Exchange Online for each mailbox, and which columns the response gives.',
    ...REPORT_SCHEMA,
    definitions: { schema: CELL_SCHEMA },
  },
};

if (import.meta.main) {
  const root = path.resolve(import.meta.dirname, '..');
  for (const [file, schema] of Object.entries(SCHEMAS)) {
    await writeFile(path.join(root, file), await formatted(JSON.stringify(schema), 'json'));
  }
}
