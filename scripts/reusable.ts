/**
 * Writes the inputs and outputs of the reusable workflow, and the action that its jobs read shards with, from the inputs of the
 * root action and of the merge action. The rest of the workflow is written by hand.
 * Usage: `node scripts/reusable.ts`
 */
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseDocument, type Document } from 'yaml';
import { isRecord } from '../src/json.ts';
import { formatted } from './formatted.ts';

export const REUSABLE = '.github/workflows/report.yml';
export const READ_SHARD = '.github/actions/read-shard/action.yml';

/**
 * The inputs of the actions that the workflow sets itself or cannot have. It signs in without a secret, a shard does not look
 * for mailboxes that the list lacks, and the jobs have no folder in common.
 */
const NOT_INPUTS = ['pfx', 'pfx-password', 'github-token', 'shard', 'unlisted', 'output-directory'];
const NOT_OUTPUTS = ['csv-path', 'output-directory'];

/** What the jobs use for inputs that are empty. With `config`, they are left to the file. */
const WITHOUT_FILE: Readonly<Record<string, string>> = { mailboxes: 'mailboxes.txt' };
const DESCRIPTIONS: Readonly<Record<string, string>> = {
  credential:
    "How the jobs sign in, without a secret. By default with GitHub's OIDC token (`federated`). `managed-identity`: see `runner`.",
};

const OWN_INPUTS = {
  runner: {
    description:
      'The label of the runners, or their labels as a JSON array. With `managed-identity`, runners in Azure.',
    type: 'string',
    default: 'ubuntu-latest',
  },
  shards: {
    description: 'The shares of the list that jobs read at the same time, as a JSON array.',
    type: 'string',
    default: '["1/4", "2/4", "3/4", "4/4"]',
  },
};

/** The values that the step that reads a shard gets instead of the inputs of the workflow with these names. */
const SHARD_STEP: Readonly<Record<string, string>> = {
  'artifact-name': "${{ inputs.artifact-name || 'mailbox-report' }}",
  shard: '${{ matrix.shard }}',
  'retention-days': '1',
};

const root = path.resolve(import.meta.dirname, '..');

/** Returns the files with what they should contain. */
export async function reusableFiles(): Promise<Readonly<Record<string, string>>> {
  const [action, merge] = [await yamlOf('action.yml'), await yamlOf('merge/action.yml')];
  const [workflow, shard] = [await yamlOf(REUSABLE), await yamlOf(READ_SHARD)];
  shard.set('inputs', action.get('inputs'));
  const [ofAction, ofMerge] = [namesIn(action, 'inputs'), namesIn(merge, 'inputs')];
  const inputNames = [...new Set([...ofAction, ...ofMerge])].filter((name) => !NOT_INPUTS.includes(name));
  const described = { ...recordIn(merge, 'inputs'), ...recordIn(action, 'inputs') };
  workflow.setIn(['on', 'workflow_call', 'inputs'], {
    ...Object.fromEntries(inputNames.map((name) => [name, workflowInput(name, described[name])])),
    ...OWN_INPUTS,
  });
  const outputs = Object.entries(recordIn(merge, 'outputs')).filter(([name]) => !NOT_OUTPUTS.includes(name));
  workflow.setIn(
    ['on', 'workflow_call', 'outputs'],
    Object.fromEntries(
      outputs.map(([name, output]) => [
        name,
        { description: textIn(output, 'description'), value: `\${{ jobs.report.outputs.${name} }}` },
      ]),
    ),
  );
  workflow.setIn(
    ['jobs', 'report', 'outputs'],
    Object.fromEntries(outputs.map(([name]) => [name, `\${{ steps.merge.outputs.${name} }}`])),
  );
  const passed = (names: readonly string[], fixedValues: Readonly<Record<string, string>>) =>
    Object.fromEntries(
      names
        .filter((name) => inputNames.includes(name) || name in fixedValues)
        .map((name) => [name, fixedValues[name] ?? valueOf(name)]),
    );
  workflow.setIn(['jobs', 'read', 'steps', 1, 'with'], passed(ofAction, SHARD_STEP));
  workflow.setIn(['jobs', 'report', 'steps', 1, 'with'], passed(ofMerge, {}));
  return { [REUSABLE]: await yamlText(workflow), [READ_SHARD]: await yamlText(shard) };
}

function workflowInput(name: string, input: unknown) {
  const description = DESCRIPTIONS[name] ?? textIn(input, 'description');
  const defaultValue = WITHOUT_FILE[name];
  const defaultText = defaultValue === undefined ? '' : ` Without \`config\`, \`${defaultValue}\` by default.`;
  return { description: description + defaultText, type: 'string', default: textIn(input, 'default') };
}

function valueOf(name: string): string {
  const defaultValue = WITHOUT_FILE[name];
  if (defaultValue === undefined) return `\${{ inputs.${name} }}`;
  return `\${{ inputs.${name} || (inputs.config == '' && '${defaultValue}') || '' }}`;
}

async function yamlOf(file: string): Promise<Document> {
  return parseDocument(await readFile(path.join(root, file), 'utf8'));
}

function recordIn(document: Document, key: string): Readonly<Record<string, unknown>> {
  const content: unknown = document.toJS();
  const value = isRecord(content) ? content[key] : undefined;
  if (!isRecord(value)) throw new Error(`an action has no ${key}`);
  return value;
}

function namesIn(document: Document, key: string): readonly string[] {
  return Object.keys(recordIn(document, key));
}

function textIn(record: unknown, key: string): string {
  const value = isRecord(record) ? record[key] : undefined;
  return typeof value === 'string' ? value : '';
}

function yamlText(document: Document): Promise<string> {
  return formatted(document.toString({ lineWidth: 124 }), 'yaml');
}

if (import.meta.main) {
  for (const [file, text] of Object.entries(await reusableFiles())) await writeFile(path.join(root, file), text);
}
