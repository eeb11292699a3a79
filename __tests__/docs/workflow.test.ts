import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { workflowText } from '../../src/cli/commands/setup/workflow-file.ts';
import { isRecord } from '../../src/json.ts';
import { actionInterface } from './action-yml.ts';
import { codeBlocks } from './markdown.ts';
import { documents, filesLike, textOf } from './repository.ts';
import { jobsOf, parsedYaml, textIn } from './workflow-files.ts';

const SCHEDULED = 'examples/workflows/scheduled-report.yml';
const VALIDATE = 'examples/workflows/validate.yml';
const FEDERATED = 'examples/workflows/scheduled-federated.yml';
const ACTION = 'mailbox-report/mailbox-report@';
const MERGE_ACTION = 'mailbox-report/mailbox-report/merge@';
const VALIDATE_ACTION = 'mailbox-report/mailbox-report/validate@';

interface Step {
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>>;
}

/** The steps of a workflow, or of a piece of one, wherever they stand in it. */
function stepsIn(yaml: unknown): Step[] {
  if (Array.isArray(yaml)) return yaml.flatMap(stepsIn);
  if (!isRecord(yaml)) return [];
  if (typeof yaml.uses === 'string') return [{ uses: yaml.uses, with: isRecord(yaml.with) ? yaml.with : {} }];
  return Object.values(yaml).flatMap(stepsIn);
}

test('the README starts with the workflow that setup writes', () => {
  const workflows = codeBlocks(textOf('README.md'), 'yaml').filter((block) => block.includes('jobs:'));
  expect(workflows).toEqual([textOf(FEDERATED)]);
  const written = workflowText({ config: 'mailbox-report.yml', timeZone: 'Etc/UTC', version: 'v1' });
  expect(written).toBe(textOf(FEDERATED));
});

test('every schedule of a workflow names a time zone', async () => {
  for (const file of await filesLike('examples/workflows/*.yml')) {
    const workflow: unknown = parse(textOf(file));
    const events = isRecord(workflow) && isRecord(workflow.on) ? workflow.on : {};
    const schedules: readonly unknown[] = Array.isArray(events.schedule) ? events.schedule : [];
    for (const schedule of schedules)
      expect([file, schedule]).toEqual([file, expect.objectContaining({ timezone: 'Etc/UTC' })]);
  }
});

test('every workflow in a document is an example file', async () => {
  const examples = (await filesLike('examples/workflows/*.yml')).map(textOf);
  const shown = (await documents()).flatMap((document) => codeBlocks(textOf(document), 'yaml'));
  const workflows = shown.filter((block) => /^jobs:/m.test(block));
  expect(workflows.filter((workflow) => !examples.includes(workflow))).toEqual([]);
});

test('no run takes the place of one that waits to change mailboxes', async () => {
  const places = (await filesLike('examples/workflows/*.yml')).flatMap((file) => {
    const workflow = parsedYaml(file);
    return jobsOf(file)
      .filter(({ steps }) => steps.some((step) => isRecord(step.with) && /apply|undo/.test(textIn(step.with, 'mode'))))
      .map(({ name, job }) => [name, job.concurrency ?? workflow.concurrency]);
  });
  expect(places.length).toBeGreaterThan(3);
  for (const [name, concurrency] of places)
    expect([name, concurrency]).toEqual([name, { group: 'mailbox-remediation', queue: 'max' }]);
});

test('scripts of examples get values from the environment, never by an expression within the script', async () => {
  const steps = (await filesLike('examples/workflows/*.yml')).flatMap(jobsOf).flatMap((job) => job.steps);
  const scripts = steps.map((step) => textIn(step, 'run')).filter((script) => script !== '');
  expect(scripts.length).toBeGreaterThan(1);
  expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
});

test('every example runs on a runner', async () => {
  const tests = (await filesLike('__tests__/workflows/*.act.ts')).map(textOf).join('');
  const run = tests.matchAll(/\bexample\('([\w-]+)'\)/g);
  const names = new Set([...run].map(([, name]) => `examples/workflows/${name ?? ''}.yml`));
  expect([...names].sort()).toEqual(await filesLike('examples/workflows/*.yml'));
});

test('the federated workflow may request the token, and contains no secret', () => {
  const text = textOf(FEDERATED);
  expect(parse(text)).toMatchObject({ permissions: { contents: 'read', 'id-token': 'write' } });
  expect(text).not.toMatch(/secrets\.|pfx/);
});

test('every scheduled example that reports may read the report of the run before', async () => {
  const reports = (await filesLike('examples/workflows/*.yml')).filter(
    (file) =>
      /^ +schedule:/m.test(textOf(file)) && /uses: mailbox-report\/mailbox-report(?:\/merge)?@/.test(textOf(file)),
  );
  expect(reports.length).toBeGreaterThan(5);
  expect(reports.filter((file) => !textOf(file).includes('actions: read'))).toEqual([]);
});

test.each([SCHEDULED, VALIDATE])('%s may read the repository and no more', (file) => {
  const workflow: unknown = parse(textOf(file));
  expect(workflow).toMatchObject({ permissions: { contents: 'read' } });
  expect(stepsIn(workflow)[0]).toMatchObject({
    uses: expect.stringMatching(/^actions\/checkout@/),
    with: { 'persist-credentials': false },
  });
});

describe('the scheduled workflow', () => {
  const workflow: unknown = parse(textOf(SCHEDULED));

  test('sets every required input, and the PFX for sign-in by certificate', () => {
    const [step] = stepsIn(workflow).filter(({ uses }) => uses.startsWith(ACTION));
    const required = actionInterface().inputs.filter((input) => input.required);
    const needed = [...required.map(({ name }) => name), 'pfx', 'pfx-password'];
    expect(Object.keys(step?.with ?? {})).toEqual(expect.arrayContaining(needed));
  });
});

test('the workflow for pull requests uses no secret, also in the base repository', () => {
  const text = textOf(VALIDATE);
  expect(text).not.toContain('secrets.');
  expect(parse(text)).toMatchObject({ on: { pull_request: {} } });
  expect(stepsIn(parse(text)).map(({ uses }) => uses.replace(/@.*/, ''))).toEqual([
    'actions/checkout',
    'mailbox-report/mailbox-report/validate',
  ]);
});

describe('the scheduled gate', () => {
  const workflow: unknown = parse(textOf('examples/workflows/scheduled-gate.yml'));

  test('uses the policy of the configuration, and may write only to code scanning', () => {
    expect(workflow).toMatchObject({
      on: { schedule: [{ cron: expect.stringMatching(/^\S+ \S+ \S+ \S+ \S+$/) }], workflow_dispatch: null },
      permissions: { contents: 'read', 'security-events': 'write' },
    });
    const [step] = stepsIn(workflow).filter(({ uses }) => uses.startsWith(ACTION));
    expect(step?.with).toMatchObject({ config: 'mailbox-report.yml', formats: 'html,sarif' });
  });

  test('uploads no findings of a run with unreadable mailboxes', () => {
    expect(workflow).toMatchObject({
      jobs: {
        gate: {
          steps: expect.arrayContaining([
            expect.objectContaining({
              if: "${{ !cancelled() && steps.report.outputs.unreadable-count == '0' }}",
              uses: expect.stringMatching(/^github\/codeql-action\/upload-sarif@/),
            }),
          ]),
        },
      },
    });
  });
});

describe('the workflow for pull requests', () => {
  const workflow: unknown = parse(textOf('examples/workflows/pull-request.yml'));

  test('rehearses without secrets, and comments only where the token may', () => {
    expect(textOf('examples/workflows/pull-request.yml')).not.toContain('secrets.');
    expect(workflow).toMatchObject({
      on: { pull_request: {} },
      permissions: { contents: 'read', actions: 'read', 'pull-requests': 'write' },
      jobs: {
        validate: {
          steps: expect.arrayContaining([
            expect.objectContaining({
              if: expect.stringContaining('github.event.pull_request.head.repo.full_name == github.repository'),
            }),
          ]),
        },
      },
    });
  });
});

describe('every document and example', () => {
  test('sets only existing inputs of the action', async () => {
    const steps = (await yamlTexts()).flatMap((text) => stepsIn(parse(text)));
    for (const [uses, file] of [
      [ACTION, 'action.yml'],
      [VALIDATE_ACTION, 'validate/action.yml'],
      [MERGE_ACTION, 'merge/action.yml'],
    ] as const) {
      const known = actionInterface(file).inputs.map(({ name }) => name);
      const used = steps.filter((step) => step.uses.startsWith(uses));
      expect(used).not.toHaveLength(0);
      for (const step of used) expect(known).toEqual(expect.arrayContaining(Object.keys(step.with)));
    }
  });

  test('uses only existing outputs of a step', async () => {
    const texts = [...(await yamlTexts()), ...(await documents()).map(textOf)];
    const named = texts.flatMap((text) => [...text.matchAll(/steps\.[\w-]+\.outputs\.([\w-]+)/g)]);
    expect(named).not.toHaveLength(0);
    const actions = ['action.yml', 'validate/action.yml', 'remediate/action.yml'];
    // Steps with a script have outputs of their own.
    const own = texts.flatMap((text) =>
      [...text.matchAll(/(?:GITHUB_OUTPUT, `|printf ')([\w-]+)=/g)].map(([, name]) => name),
    );
    // https://github.com/actions/create-github-app-token#outputs
    const outputs = [...actions.flatMap((file) => actionInterface(file).outputs), ...own, 'token'];
    expect(outputs).toEqual(expect.arrayContaining(named.map(([, name]) => name)));
  });
});

/** The example workflows, and what documents show of one. */
async function yamlTexts(): Promise<string[]> {
  const shown = (await documents()).flatMap((document) => codeBlocks(textOf(document), 'yaml'));
  return [...shown, ...(await filesLike('examples/**/*.yml')).map(textOf)];
}
