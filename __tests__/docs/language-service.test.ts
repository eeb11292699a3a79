import { validate } from '@actions/languageservice';
import { expect, test } from '@jest/globals';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';
import { applyEdits } from '../../src/cli/commands/setup/edit/line-edits.ts';
import { workflowEdit } from '../../src/cli/commands/setup/edit/workflow-edit.ts';
import { REMEDIATION_EXAMPLES, remediationText } from '../../src/cli/commands/setup/remediation-workflow.ts';
import { workflowText } from '../../src/cli/commands/setup/workflow-file.ts';
import { codeBlocks } from './markdown.ts';
import { documents, filesLike, textOf } from './repository.ts';

let documentCount = 0;

/** What the extension of GitHub for editors reports of a workflow. */
async function findings(workflow: string): Promise<readonly string[]> {
  // It keeps what it parsed, by the address.
  documentCount += 1;
  const document = TextDocument.create(`file:///workflow-${documentCount}.yml`, 'yaml', 1, workflow);
  const found = await validate(document, {
    actionsMetadataProvider: {
      // Of actions of others, the network would be asked.
      fetchActionMetadata: ({ owner, name, path }) =>
        Promise.resolve(
          owner === 'mailbox-report'
            ? parse(textOf(`${path === undefined ? '' : `${path}/`}action.yml`))
            : { name, description: '' },
        ),
    },
    fileProvider: {
      getFileContent: ({ path }) => Promise.resolve({ name: path, content: textOf(path) }),
    },
  });
  return found.map(
    ({ message, range }) => `${range.start.line + 1}: ${typeof message === 'string' ? message : message.value}`,
  );
}

/** A workflow with a step, or with the inputs of one, of a document. */
function workflowWith(block: string): string {
  const step = block.startsWith('with:')
    ? `- uses: mailbox-report/mailbox-report@v1\n${block.replace(/^/gm, '  ')}`
    : block;
  const isLater = block.includes('steps.report.') && !block.includes('id: report');
  const steps = isLater ? `- { id: report, uses: mailbox-report/mailbox-report@v1 }\n${step}` : step;
  return `on: push\njobs:\n  report:\n    runs-on: ubuntu-latest\n    steps:\n${steps.replace(/^/gm, '      ')}\n`;
}

test('names inputs that an action does not have, or requires', async () => {
  const wrong = '- uses: mailbox-report/mailbox-report@v1\n  with:\n    csv-bom: true\n';
  expect(await findings(workflowWith(wrong))).toEqual(["8: Invalid action input 'csv-bom'"]);
});

test.each(await filesLike('examples/workflows/*.yml'))('reports nothing of %s', async (file) => {
  expect(await findings(textOf(file))).toEqual([]);
});

test('reports nothing of the workflow that setup writes before the first release', async () => {
  const version = '0123456789012345678901234567890123456789';
  expect(await findings(workflowText({ config: 'a b.yml', timeZone: 'Asia/Kathmandu', version }))).toEqual([]);
});

const OWN = workflowText({ config: 'mailbox-report.yml', timeZone: 'Etc/UTC', version: 'v1' });
const BARE = OWN.replace(/ +config: .*\n/, '');
const EDITED: readonly (readonly [string, string])[] = [
  ['without "config"', BARE],
  ['without inputs', BARE.replace(/( +)with:\n +tenant-id[^]*/, '$1env: { A: b } # ours\n')],
  [
    'without permissions, with lines of Windows',
    BARE.replace(/ +(?:id-token|actions): .*\n/g, '').replaceAll('\n', '\r\n'),
  ],
  [
    'with inputs that count more',
    BARE.replace(/( +)(client-id: .*\n)/, '$1$2$1report: |\n$1  access\n$1policy: "p.yml" # ours\n'),
  ],
  ['with an anchor', BARE.replace('with:\n          tenant-id', 'with: &ids\n          tenant-id')],
  ['with two steps of the report', BARE + BARE.slice(BARE.indexOf('      - uses: mailbox-report'))],
  ['with a schedule on one line', BARE.replace(/ +- cron: .*\n.*\n/, "    - { cron: '1 2 * * *' }\n")],
];

test.each([...EDITED, ...(await filesLike('examples/workflows/*.yml')).map((file) => [file, textOf(file)] as const)])(
  'reports nothing of a workflow that setup changes: %s',
  async (_, text) => {
    const needs = { config: 'mailbox-report.yml', keys: ['mailboxes', 'report', 'policy'], timeZone: 'Europe/Berlin' };
    const { edits, patch } = workflowEdit(text, needs);
    expect(await findings(applyEdits(text, edits))).toEqual([]);
    expect(await findings(applyEdits(text, patch))).toEqual([]);
  },
);

test.each(REMEDIATION_EXAMPLES)('reports nothing of the %s that setup writes', async (name) => {
  const inputs = { mailboxes: ['a.txt', 'b c.csv'], policy: ["it's.yml"], baseline: ["it's.csv"], summary: ['counts'] };
  const text = remediationText(name, { inputs, timeZone: 'Asia/Kathmandu', version: 'v1' });
  expect(await findings(text)).toEqual([]);
});

test.each(['action.yml', ...(await filesLike('*/action.yml'))])('%s requires no input', (file) => {
  expect(textOf(file)).not.toMatch(/^ +required:/m);
});

test.each(await documents())('reports nothing of the workflows in %s', async (file) => {
  const blocks = codeBlocks(textOf(file), 'yaml');
  const workflows = [
    ...blocks.filter((block) => /^on:/m.test(block)),
    ...blocks.filter((block) => /^(?:- (?:name|uses|id):|with:)/.test(block)).map(workflowWith),
  ];
  for (const workflow of workflows) expect([workflow, ...(await findings(workflow))]).toEqual([workflow]);
});
