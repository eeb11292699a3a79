import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { requireValue } from '../../src/errors.ts';
import { isObject, isRecord, parseJson, property, type Json, type JsonObject } from '../../src/json.ts';
import { compileCell } from '../../src/schema/cell-schema.ts';
import type { Policy } from '../../src/policy/policy-definition.ts';
import { compilePolicy, type PolicyJudge } from '../../src/policy/judge.ts';
import { parsePolicyFile } from '../../src/policy/file/policy-file.ts';
import { KEYWORDS } from '../../src/schema/keywords.ts';
import { worst, type ReportVerdict, type Verdict } from '../../src/policy/verdict.ts';
import type { MailboxResult } from '../../src/run/mailbox-result.ts';
import type { FileSink } from '../../src/run/sink.ts';
import { BY_REMEDY } from '../../src/totals/mailbox-counts.ts';
import { createViolationsCsv, VIOLATION_COLUMNS } from '../../src/outputs/files/csv-sinks.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import {
  MAILBOX_COLUMN,
  STATUS_COLUMNS,
  VERDICT_COLUMNS,
  type ReportDefinition,
} from '../../src/reports/definition.ts';
import { mailboxSettings } from '../../src/reports/built-in/mailbox-settings.ts';
import { parseReportFile } from '../../src/reports/file/report-file.ts';
import type { MailboxRows } from '../../src/reports/rows.ts';
import { actionInterface } from './action-yml.ts';
import { codeBlocks, codeIn, inlineCode, tableBelow, tablesOf } from './markdown.ts';
import { filesLike, textOf } from './repository.ts';
import { newFolder } from '../support/new-folder.ts';
import { mailboxReport } from '../support/mailbox-report.ts';

const SCHEMAS = 'https://raw.githubusercontent.com/mailbox-report/mailbox-report/v1/schemas';
const DOCUMENT = textOf('docs/policy.md');
/** Where what is found shows. */
const OUTPUTS = textOf('docs/outputs.md');
const BUILT_IN = [...builtInReports.values()];
const NOW = Date.parse('2026-12-01T12:00:00Z');
const STARTERS = await filesLike('examples/policies/*.yml');

function keysOf(text: string): string[] {
  const value: unknown = parse(text);
  return isRecord(value) ? Object.keys(value) : [];
}

const YAML = [DOCUMENT, OUTPUTS].flatMap((text) => codeBlocks(text, 'yaml'));
const POLICIES = YAML.filter((text) => keysOf(text).includes('rules'));
const OWN_REPORTS = YAML.filter((text) => keysOf(text).includes('columns'));

function ownReport(): ReportDefinition {
  const [text = ''] = OWN_REPORTS;
  return mailboxReport(requireValue(parseReportFile(text, 'reports/master-categories.yml')));
}

function policyOf(text: string): Policy {
  return requireValue(parsePolicyFile(text, 'policy.yml', [ownReport()]));
}

/** A mailbox with the given cells in each of its rows. Other cells are blank. */
function rowsOf(
  report: ReportDefinition,
  address: string,
  line: number,
  rows: readonly Record<string, Json>[],
): MailboxRows {
  const mailbox = { address, file: 'mailboxes.txt', line };
  const [first = {}, ...more] = rows;
  const row = (cells: Record<string, Json>): MailboxRows[0] => ({
    mailbox,
    status: 'ok',
    error: '',
    content: 'item',
    cells: Object.keys(report.columns).map((column) => cells[column] ?? null),
  });
  return [row(first), ...more.map(row)];
}

function verdictsOf(
  judgeAll: PolicyJudge,
  report: ReportDefinition,
  rows: MailboxRows,
): MailboxResult & { verdict: ReportVerdict } {
  const verdict = judgeAll.judgeOf(report.name)?.(rows);
  if (verdict === undefined) throw new Error(`no rule about ${report.name}`);
  const [{ mailbox, status, error }] = rows;
  return { mailbox, status, error, reports: [{ definition: report, rows, verdict }], verdict };
}

/** The mailboxes of the examples: replies to everyone, replies to contacts, and replies that were never set. */
const EXAMPLES = [
  ['adele@contoso.com', 'all'],
  ['alex@contoso.com', 'contactsOnly'],
  ['megan@contoso.com', null],
] as const;

function judgedExamples(policy: Policy): (MailboxResult & { verdict: ReportVerdict })[] {
  const judgeAll = compilePolicy(policy, BUILT_IN, NOW);
  return EXAMPLES.map(([address, audience], at) =>
    verdictsOf(
      judgeAll,
      mailboxSettings,
      rowsOf(mailboxSettings, address, at + 1, [{ AutomaticReplyExternalAudience: audience }]),
    ),
  );
}

const folder = newFolder();

async function written(file: FileSink, mailboxes: readonly MailboxResult[]): Promise<string> {
  for (const mailbox of mailboxes) await file.add(mailbox);
  await file.close();
  return readFile(file.path, 'utf8');
}

describe('an example in the documents', () => {
  test.each(POLICIES.map((text, at) => [at + 1, text] as const))('is a valid policy, number %i', (_, text) => {
    expect(parsePolicyFile(text, 'policy.yml', [ownReport()])).toMatchObject({ problems: [] });
  });

  test('in YAML is a policy, a report file or a step of a workflow', () => {
    const others = YAML.filter((text) => !POLICIES.includes(text) && !OWN_REPORTS.includes(text)).map((text): unknown =>
      parse(text),
    );
    expect(POLICIES.length).toBeGreaterThan(3);
    expect(OWN_REPORTS).toHaveLength(1);
    for (const other of others) {
      const [step, ...more] = Array.isArray(other) ? other.filter(isRecord) : [];
      expect(more).toEqual([]);
      expect(Object.keys(step ?? {})).toContainEqual(expect.stringMatching(/^(?:uses|run)$/));
    }
  });

  test('of violations.csv is the result of the first policy', async () => {
    const [shown, ...more] = codeBlocks(DOCUMENT, 'csv');
    expect(more).toEqual([]);
    const file = createViolationsCsv(path.join(folder, 'violations.csv'), { bom: false, delimiter: ',' });
    const text = await written(file, judgedExamples(policyOf(POLICIES[0] ?? '')));
    expect(text.replaceAll('\r\n', '\n')).toBe(shown);
  });
});

describe('the table', () => {
  function keysBelow(heading: string): unknown[] {
    return tableBelow(DOCUMENT, heading).rows.map(([key = '']) => codeIn(key));
  }

  test('of keys of rules and exemptions has the keys of the schema, in its order', () => {
    const schema = parseJson(textOf('schemas/policy.schema.json'));
    const keysIn = (list: string): string[] => {
      const keys = ['properties', list, 'items', 'properties'].reduce<Json | undefined>(property, schema);
      return isObject(keys) ? Object.keys(keys) : [];
    };
    expect(keysBelow('## First rule').toSorted()).toEqual(keysIn('rules').toSorted());
    expect(keysBelow('## Exemptions')).toEqual(keysIn('exemptions'));
  });

  test('of types has the types of the reports, with existing keywords', () => {
    const { rows } = tableBelow(DOCUMENT, '## Schemas');
    const documented = new Set(rows.map(([type]) => type));
    const types = tablesOf(textOf('docs/reports.md'))
      .filter(({ header }) => header[1] === 'Type')
      .flatMap(({ rows: columns }) => columns.map(([, type]) => type));
    expect(documented).toEqual(new Set(types));
    const keywords = rows.flatMap(([, , cell = '']) => inlineCode(cell));
    expect(keywords.length).toBeGreaterThan(20);
    expect(KEYWORDS).toEqual(expect.arrayContaining(keywords));
  });

  test('of cells has the verdicts of the code', () => {
    const [table] = tablesOf(DOCUMENT).filter(({ header }) => header.join() === 'Column,Schema,Passes,Fails');
    const rows = table?.rows ?? [];
    expect(rows.length).toBeGreaterThan(5);
    for (const [column = '', schema = '', met = '', unmet = ''] of rows) {
      const documented = [
        ...valuesIn(met).map((cell) => [cell, 'pass']),
        ...valuesIn(unmet).map((cell) => [cell, 'fail']),
      ];
      const cellVerdicts = [...valuesIn(met), ...valuesIn(unmet)].map((cell) => [
        cell,
        verdictOf(column, schema, cell),
      ]);
      expect({ column, schema, cells: cellVerdicts }).toEqual({ column, schema, cells: documented });
      expect(new Set(documented.map(([, verdict]) => verdict)).size).toBe(2);
    }
  });

  test('of blank cells has the results of the code', () => {
    for (const [schema = '', holds] of tableBelow(DOCUMENT, '### Blank cells').rows) {
      const cellSchema = schemaIn(schema);
      expect([schema, compileCell(cellSchema)(null) ? 'yes' : 'no']).toEqual([schema, holds]);
    }
  });

  function valuesOf(report: string, column: string, type: JsonObject): readonly string[][] {
    const own = type.enum ?? (isObject(type.items) ? type.items.enum : undefined);
    return Array.isArray(own) ? [[report, column, ...own.map(String)]] : [];
  }

  test('of columns in reports.md lists every value that compares case-insensitively', () => {
    const expected = BUILT_IN.flatMap(({ name, types = {} }) =>
      Object.entries(types).flatMap(([column, type]) => [
        ...valuesOf(name, column, type),
        ...Object.entries(isObject(type.properties) ? type.properties : {}).flatMap(([member, inside]) =>
          isObject(inside) ? valuesOf(name, `${column}.${member}`, inside) : [],
        ),
      ]),
    );
    for (const [report = '', column = '', ...words] of expected) {
      const [, section = ''] = textOf('docs/reports.md').split(`\n## \`${report}\`\n`);
      expect([column, inlineCode(section.split('\n## ')[0] ?? '')]).toEqual([column, expect.arrayContaining(words)]);
    }
  });

  test('of verdicts has all verdicts, the worst first', () => {
    const verdicts = keysBelow('## Verdicts');
    const all: Verdict[] = ['pass', 'warn', 'fail', 'known', 'exempt', 'inconclusive'];
    const sorted = all.toSorted((one, other) => (worst([one, other]) === one ? -1 : 1));
    expect(verdicts).toEqual(sorted);
  });

  test('of violations.csv has the columns of the file, in its order', () => {
    const { rows } = tableBelow(OUTPUTS, '## violations.csv');
    expect(rows.map(([column = '']) => codeIn(column))).toEqual([...VIOLATION_COLUMNS]);
  });

  test('of starter policies has every file, and their rules can be combined', () => {
    const { rows } = tableBelow(DOCUMENT, '## Starter policies');
    const files = rows.map(([file = '']) => file.replace(/^\[`(.*)`\]\(\.\.\/examples\/policies\/\1\)$/, '$1'));
    expect(files.map((file) => `examples/policies/${file}`).sort()).toEqual(STARTERS);
    const joined = STARTERS.map((file) => textOf(file).replace(/^[\s\S]*?\nrules:\n/, '')).join('\n');
    expect(parsePolicyFile(`register: grants.csv\nrules:\n${joined}`, 'policy.yml', [])).toMatchObject({
      problems: [],
    });
  });
});

describe.each(STARTERS)('%s', (file) => {
  const text = textOf(file);

  test('is a policy, and each rule has a help page', () => {
    const { rules } = policyOf(text);
    expect(rules.length).toBeGreaterThan(0);
    for (const { help } of rules) expect(help).toMatch(/^https:\/\//);
  });

  test('names the schema, its source and its permission', () => {
    const [schema = '', ...comments] = text.split('\nrules:\n')[0]?.split('\n') ?? [];
    const named = /^# yaml-language-server: \$schema=(.*)$/.exec(schema)?.[1] ?? '';
    // Whole, so that an editor finds it where the file is copied to.
    expect(named).toBe(`${SCHEMAS}/policy.schema.json`);
    expect(comments.join('\n')).toMatch(/# Sources?: .*(?:\n# .*)*https:\/\//);
    expect(comments.join('\n')).toMatch(/Needs: (?:MailboxSettings\.Read|Exchange\.ManageAsApp)/);
  });
});

test('the document names the columns that rules cannot use, and the columns that a policy adds', () => {
  const named = inlineCode(DOCUMENT);
  expect(named).toEqual(expect.arrayContaining([MAILBOX_COLUMN, ...STATUS_COLUMNS, ...VERDICT_COLUMNS]));
  for (const column of [...STATUS_COLUMNS, ...VERDICT_COLUMNS]) {
    const rule = { id: 'a', title: 'A', expect: { [column]: { type: 'string' } } };
    expect(problemsOf({ rules: [rule] })).toHaveLength(1);
  }
});

test('inputs that are shown with a value exist, and so do the outputs', () => {
  const { inputs, outputs } = actionInterface();
  const known = [...inputs.map(({ name }) => name), ...outputs];
  const shown = [DOCUMENT, OUTPUTS]
    .flatMap(inlineCode)
    .flatMap((code) => /^([a-z]+-[a-z-]+|formats|summary)(?:: | == |$)/.exec(code)?.[1] ?? []);
  const others: string[] = [
    'mailbox-settings',
    'mailbox-report',
    'no-external-forwarding',
    'system-out',
    'automatic-replies',
    'inbox-rules',
    'calendar-permissions',
    'mailbox-properties',
    'client-access',
    'mailbox-permissions',
    'mailbox-usage',
    'protocol-use',
    ...BY_REMEDY,
  ];
  expect(shown.filter((name) => !known.includes(name) && !others.includes(name))).toEqual([]);
  expect(shown).toEqual(expect.arrayContaining(['fail-on', 'formats', 'summary', 'violation-count', 'exempt-count']));
});

function problemsOf(policy: unknown): readonly { readonly message: string; readonly hint: string }[] {
  return parsePolicyFile(JSON.stringify(policy), 'policy.yml', []).problems;
}

function schemaIn(cell: string): Record<string, Json> {
  const schema: unknown = parse(codeIn(cell) ?? '');
  const json = parseJson(JSON.stringify(schema));
  if (!isObject(json)) throw new Error(`no schema: ${cell}`);
  return { ...json };
}

/** The JSON values that stand in a cell of a table. */
function valuesIn(cell: string): Json[] {
  return inlineCode(cell).map(parseJson);
}

/** What a rule that expects this of a column says of a cell. */
function verdictOf(cell: string, schema: string, value: Json): Verdict | undefined {
  const column = codeIn(cell) ?? '';
  const report =
    column === MAILBOX_COLUMN ? mailboxSettings : BUILT_IN.find(({ columns }) => Object.hasOwn(columns, column));
  if (report === undefined) throw new Error(`no report has ${column}`);
  const rule = `{ id: a, title: A, report: ${report.name}, expect: { ${column}: ${codeIn(schema) ?? ''} } }`;
  const judgeAll = compilePolicy(policyOf(`rules: [${rule}]`), BUILT_IN, NOW);
  const address = column === MAILBOX_COLUMN && typeof value === 'string' ? value : 'adele@contoso.com';
  const rows = rowsOf(report, address, 1, [column === MAILBOX_COLUMN ? {} : { [column]: value }]);
  return verdictsOf(judgeAll, report, rows).verdict.rules[0]?.verdict;
}
