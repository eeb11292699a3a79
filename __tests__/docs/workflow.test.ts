import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { isRecord } from '../../src/json.ts';
import { actionInterface } from './action-yml.ts';
import { codeBlocks } from './markdown.ts';
import { documents, filesLike, textOf } from './repository.ts';

const EXAMPLE = 'examples/workflows/scheduled-report.yml';
const ACTION = 'mailbox-report/mailbox-report@';

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

describe('the workflow of the README', () => {
  test('is the example file, to the letter', () => {
    const workflows = codeBlocks(textOf('README.md'), 'yaml').filter((block) => block.includes('jobs:'));
    expect(workflows).toEqual([textOf(EXAMPLE)]);
  });

  test('asks for no more than reading the repository, runs on a schedule and by hand', () => {
    const workflow: unknown = parse(textOf(EXAMPLE));
    expect(workflow).toMatchObject({
      permissions: { contents: 'read' },
      on: { schedule: [{ cron: expect.stringMatching(/^\S+ \S+ \S+ \S+ \S+$/) }], workflow_dispatch: null },
    });
    expect(stepsIn(workflow).map(({ uses }) => uses.replace(/@.*/, ''))).toEqual([
      'actions/checkout',
      'mailbox-report/mailbox-report',
    ]);
  });

  test('gives every required input, and the PFX that signing in by certificate takes', () => {
    const [step] = stepsIn(parse(textOf(EXAMPLE))).filter(({ uses }) => uses.startsWith(ACTION));
    const required = actionInterface().inputs.filter((input) => input.required);
    const needed = [...required.map(({ name }) => name), 'pfx', 'pfx-password'];
    expect(Object.keys(step?.with ?? {})).toEqual(expect.arrayContaining(needed));
  });
});

describe('wherever a document or example', () => {
  test('uses the action, its inputs exist', async () => {
    const known = actionInterface().inputs.map(({ name }) => name);
    const steps = (await yamlTexts())
      .flatMap((text) => stepsIn(parse(text)))
      .filter(({ uses }) => uses.startsWith(ACTION));
    expect(steps).not.toHaveLength(0);
    for (const step of steps) expect(known).toEqual(expect.arrayContaining(Object.keys(step.with)));
  });

  test('names an output of a step, it exists', async () => {
    const texts = [...(await yamlTexts()), ...(await documents()).map(textOf)];
    const named = texts.flatMap((text) => [...text.matchAll(/steps\.[\w-]+\.outputs\.([\w-]+)/g)]);
    expect(named).not.toHaveLength(0);
    expect(actionInterface().outputs).toEqual(expect.arrayContaining(named.map(([, name]) => name)));
  });
});

/** The example workflows, and what documents show of one. */
async function yamlTexts(): Promise<string[]> {
  const shown = (await documents()).flatMap((document) => codeBlocks(textOf(document), 'yaml'));
  return [...shown, ...(await filesLike('examples/**/*.yml')).map(textOf)];
}
