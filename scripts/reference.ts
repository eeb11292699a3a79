/**
 * Writes the reference pages: `docs/inputs.md` from the table of inputs and the descriptions of each `action.yml`, `docs/report-keys.md` from the schema of
 * report files and the functions of expressions, `docs/retirements.md` from the list of retirements, and `docs/commands.md` and the lists of commands from the table of commands.
 * Usage: `node scripts/reference.ts`
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'yaml';
import { isRecord } from '../src/json.ts';
import { defaultOf, inputsOf, type ActionName } from '../src/run/inputs.ts';
import { addedFunctions } from '../src/reports/expressions/functions.ts';
import { REPORT_SCHEMA } from '../src/reports/file/report-file.ts';
import { commandPages } from './command-pages.ts';
import { formatted } from './formatted.ts';

const INTRODUCTION = `# Inputs and outputs

For reference. The [README](../README.md#quick-start) has what most workflows need. \`node scripts/reference.ts\` writes this page from the
\`action.yml\` of each action.

Outputs are set as soon as they are known, even if the step fails: read them with \`!cancelled()\`. None contains an address.
`;

const ACTIONS: readonly (readonly [title: string, action: ActionName, file: string])[] = [
  ['Report', 'report', 'action.yml'],
  ['Validate', 'validate', 'validate/action.yml'],
  ['Merge', 'merge', 'merge/action.yml'],
  ['Remediate', 'remediate', 'remediate/action.yml'],
];

interface Field {
  readonly name: string;
  readonly description: string;
  /** As a cell. */
  readonly standard: string;
  /** The page about it. */
  readonly page?: string | undefined;
}

interface Action {
  readonly title: string;
  readonly inputs: readonly Field[];
  readonly outputs: readonly Field[];
}

const root = path.resolve(import.meta.dirname, '..');

/** The pages by file, as prettier formats them. */
export async function referencePages(): Promise<Readonly<Record<string, string>>> {
  const pages = {
    'docs/inputs.md': await inputsPage(),
    'docs/report-keys.md': reportKeysPage(),
    'docs/retirements.md': await retirementsPage(),
    ...(await commandPages()),
  };
  const entries = Object.entries(pages).map(async ([file, text]) => [file, await formatted(text, 'markdown')] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function inputsPage(): Promise<string> {
  const [report, ...rest] = await Promise.all(ACTIONS.map(([title, action, file]) => actionOf(title, action, file)));
  if (report === undefined) throw new Error('there is no action');
  const sections = [
    `## Report\n\n### Inputs\n\n${table('Input', report.inputs)}\n\n### Outputs\n\n${table('Output', report.outputs)}\n`,
    ...rest.map((action) => sectionOf(action, report)),
  ];
  return [INTRODUCTION, ...sections].join('\n');
}

function reportKeysPage(): string {
  const { properties, allOf } = recordOf(REPORT_SCHEMA);
  const conditions: readonly unknown[] = Array.isArray(allOf) ? allOf : [];
  const { then: ofTenant, else: ofMailboxes } = recordOf(conditions[0]);
  const requestOf = (of: unknown, branch: 'then' | 'else'): Readonly<Record<string, unknown>> =>
    recordOf(recordOf(recordOf(recordOf(of)[branch]).properties).request);
  const graph = requestOf(ofMailboxes, 'else');
  const requests = [
    ['Request to Graph', recordOf(graph.else)],
    ['Request of a listing of Graph', recordOf(graph.then)],
    ['Request to Exchange Online', requestOf(ofMailboxes, 'then')],
    ['Request of a table about the tenant, a listing of Graph', requestOf(ofTenant, 'else')],
    ['Request of a table about the tenant, to Exchange Online', requestOf(ofTenant, 'then')],
  ] as const;
  return [
    '# Keys of a report file\n\nFor reference. [Reports](reports.md#your-own-report) has examples. `node scripts/reference.ts` writes this page from the ' +
      'schema for editors and the functions of expressions.\n',
    keysTable(recordOf(properties)),
    ...requests.map(([title, { properties: keys }]) => `## ${title}\n\n${keysTable(recordOf(keys))}`),
    `## Added functions\n\n${functionsTable()}`,
  ].join('\n');
}

const RETIREMENTS = `# Retirements

For reference. \`node scripts/reference.ts\` writes this page from [\`retirements.yml\`](../retirements.yml): parts of Exchange Online that Microsoft
switches off. The section "Retirements" of summary and report page has the dates, the affected mailboxes, the source, and the day on which it was read. It never
fails a step. Before SMTP AUTH ends: [from a password to OAuth](terminal.md#from-a-password-to-oauth).
`;

async function retirementsPage(): Promise<string> {
  const { retirements } = recordOf(parse(await readFile(path.join(root, 'retirements.yml'), 'utf8')));
  const entries: readonly unknown[] = Array.isArray(retirements) ? retirements : [];
  const rows = entries.map(recordOf).map(({ id, what, dates, source, detect }) => {
    const { announced, removed, 'default-off': off } = recordOf(dates);
    const cells = [`\`${String(id)}\``, what, announced, off, removed, `\`${String(recordOf(detect).report)}\``];
    return `| ${[...cells.map((cell) => (typeof cell === 'string' ? cell : '')), `[Microsoft](${String(source)})`].join(' | ')} |`;
  });
  const header = ['Entry', 'What ends', 'Announced', 'Off by default', 'Removed', 'Report', 'Source'];
  const table = [`| ${header.join(' | ')} |`, `|${header.map(() => ' --- |').join('')}`, ...rows].join('\n');
  return `${RETIREMENTS}\n${table}\n\n\`mobile-devices\` is the report file [mobile-devices.yml](../examples/reports/mobile-devices.yml).\n`;
}

function functionsTable(): string {
  const rows = Object.entries(addedFunctions).map(
    ([name, { takes, result }]) => `| \`${name}(${takes.join(', ')})\` | ${result} |`,
  );
  return ['| Function | Result |', '| --- | --- |', ...rows, ''].join('\n');
}

function keysTable(keys: Readonly<Record<string, unknown>>): string {
  const fields = fieldsOf(keys);
  if (fields.length === 0) throw new Error('the schema of report files has no such keys');
  return `${table('Key', fields)}\n`;
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {};
}

/** Only names an input with the default of the report action, and an output with its description. */
function sectionOf({ title, inputs, outputs }: Action, report: Action): string {
  const isShared = (field: Field) =>
    report.inputs.some((of) => of.name === field.name && of.standard === field.standard);
  const isSame = (field: Field) =>
    report.outputs.some((of) => of.name === field.name && of.description === field.description);
  const [ownInputs, ownOutputs] = [
    inputs.filter((field) => !isShared(field)),
    outputs.filter((field) => !isSame(field)),
  ];
  const parts = [
    table('Input', ownInputs),
    shared('Inputs', inputs.filter(isShared)),
    table('Output', ownOutputs),
    shared('Outputs', outputs.filter(isSame)),
  ];
  return `## ${title}\n\n${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function shared(what: 'Inputs' | 'Outputs', fields: readonly Field[]): string {
  return fields.length === 0
    ? ''
    : `${what} as of the report action: ${fields.map(({ name }) => `\`${name}\``).join(', ')}.`;
}

function table(heading: 'Input' | 'Output' | 'Key', fields: readonly Field[]): string {
  if (fields.length === 0) return '';
  const hasDefault = heading !== 'Output';
  const rows = fields.map(({ name, description, standard, page }) => {
    const cell = page === undefined ? `\`${name}\`` : `[\`${name}\`](${page})`;
    return [cell, ...(hasDefault ? [standard] : []), description.replaceAll('|', '\\|')];
  });
  const header = [heading, ...(hasDefault ? ['Default'] : []), 'Meaning'];
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

async function actionOf(title: string, action: ActionName, file: string): Promise<Action> {
  const yaml: unknown = parse(await readFile(path.join(root, file), 'utf8'));
  const { inputs, outputs } = recordOf(yaml);
  const rows = new Map(inputsOf(action));
  return {
    title,
    inputs: fieldsOf(inputs).map((field) => {
      const row = rows.get(field.name);
      const defaultValue = row === undefined ? '' : defaultOf(row, action);
      return { ...field, standard: defaultValue === '' ? field.standard : `\`${defaultValue}\``, page: row?.page };
    }),
    outputs: fieldsOf(outputs),
  };
}

function fieldsOf(yaml: unknown): Field[] {
  return Object.entries(recordOf(yaml)).map(([name, field]) => {
    const { description, required, default: standard } = recordOf(field);
    const value = typeof standard === 'string' && standard !== '' ? `\`${standard}\`` : '';
    return {
      name,
      description: typeof description === 'string' ? description.trim() : '',
      standard: required === true ? 'required' : value,
    };
  });
}

if (import.meta.main) {
  for (const [file, text] of Object.entries(await referencePages())) await writeFile(path.join(root, file), text);
}
