import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { ROOT } from '../../demo/runner.ts';
import { remediations } from '../support/remediation-run.ts';

const FOLDER = path.join(ROOT, 'examples/policies');
const POLICIES = readdirSync(FOLDER)
  .map((name) => [name, readFileSync(path.join(FOLDER, name), 'utf8')] as const)
  // That about a register takes away what the register lacks.
  .filter(([, text]) => /^ {4}set: /m.test(text) && !/^register:/m.test(text));

const { run, apply, newTenant } = remediations('');

test('mailboxes comply with the rules of a starter policy that set something, once its plan is applied', async () => {
  const tenant = await newTenant({ mailboxes: 40, seed: 3 });
  expect(POLICIES.length).toBeGreaterThan(5);
  let changes = 0;
  for (const [name, text] of POLICIES) {
    const files = { 'policy.yml': text };
    const plan = await run(tenant, { files });
    expect({ name, codes: plan.codes }).toEqual({ name, codes: [] });
    changes += plan.planned.length;
    if (plan.planned.length === 0) continue;
    expect((await apply(tenant, plan, { files })).outputs).toMatchObject({ result: 'applied' });
    const again = await run(tenant, { files });
    expect(again).toMatchObject({ outputs: { result: 'unchanged' } });
    expect(again.warnings.filter((warning) => warning.includes('not corrected by'))).toEqual([]);
  }
  expect(changes).toBeGreaterThan(20);
});
