import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { isRecord } from '../../../../src/json.ts';
import { allBuiltIn } from '../../../../src/reports/built-in-tables.ts';
import { starterPolicy, STARTER_RULES } from '../../../../src/cli/commands/setup/starter-policy.ts';
import { environmentsOf, workflowText } from '../../../../src/cli/commands/setup/workflow-file.ts';
import { filesLike, textOf } from '../../../docs/repository.ts';

/** The rules of a policy file, by ID. */
function rulesOf(text: string): ReadonlyMap<unknown, Readonly<Record<string, unknown>>> {
  const policy: unknown = parse(text);
  const rules: readonly unknown[] = isRecord(policy) && Array.isArray(policy.rules) ? policy.rules : [];
  return new Map(rules.filter(isRecord).map((rule) => [rule.id, rule]));
}

test.each(['Etc/UTC', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])(
  'the workflow has the time zone %s',
  (timeZone) => {
    expect(parse(workflowText({ config: 'mailbox-report.yml', timeZone, version: 'v1' }))).toMatchObject({
      on: { schedule: [{ timezone: timeZone }] },
    });
  },
);

test.each<[string, readonly (string | undefined)[]]>([
  ['jobs: { a: { environment: prod } }', ['prod']],
  ['jobs: { a: { environment: { name: prod, url: x } } }', ['prod']],
  ['jobs: { a: { runs-on: x } }', [undefined]],
  [
    'jobs: { deploy: { environment: prod }, report: { steps: [{ uses: mailbox-report/mailbox-report@v1 }] } }',
    [undefined],
  ],
  [
    'jobs: { a: { uses: mailbox-report/mailbox-report/.github/workflows/report.yml@v1 }, b: { environment: b, steps: [{ uses: mailbox-report/mailbox-report@abc }] } }',
    [undefined, 'b'],
  ],
  ['jobs: {', [undefined]],
])('finds the environments of the jobs that sign in, in %j', (workflow, environments) => {
  expect(environmentsOf(workflow)).toEqual(environments);
});

test('refuses an environment that only a run knows', () => {
  expect(() => environmentsOf('jobs: { a: { environment: "${{ inputs.place }}" } }')).toThrow(/inputs\.place/);
});

test('the starter rules are rules of the examples, as warnings, and each is about its report', async () => {
  const examples = new Map((await filesLike('examples/policies/*.yml')).flatMap((file) => [...rulesOf(textOf(file))]));
  const starter = rulesOf(starterPolicy([...STARTER_RULES.keys()]) ?? '');
  expect(starter.size).toBeGreaterThan(3);
  for (const [id, rule] of starter) {
    expect(rule).toEqual({ ...examples.get(id), severity: 'warning' });
  }
  expect([...STARTER_RULES.keys()].filter((name) => !allBuiltIn.has(name))).toEqual([]);
  for (const [report, text] of STARTER_RULES) {
    const rules = [...rulesOf(`rules:\n${text}`).values()];
    expect(rules.map((rule) => rule.report ?? 'mailbox-settings')).toEqual(rules.map(() => report));
  }
  expect(starterPolicy(['folders'])).toBeUndefined();
});
