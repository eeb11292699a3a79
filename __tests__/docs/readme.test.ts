import { expect, test } from '@jest/globals';
import { policyFileProblems } from '../../src/policy/policy-file.ts';
import { codeBlocks } from './markdown.ts';
import { textOf } from './repository.ts';

const README = textOf('README.md');

test("the README's first policy is one, and passes over those whose automatic replies are off", () => {
  const [policy = ''] = codeBlocks(README, 'yaml').filter((block) => block.includes('rules:'));
  const read = policyFileProblems(policy, 'policy.yml', []);
  expect(read).toMatchObject({
    ok: true,
    policy: { rules: [{ when: { AutomaticReplyStatus: { enum: ['alwaysEnabled', 'scheduled'] } } }] },
  });
});
