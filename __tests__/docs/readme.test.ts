import { expect, test } from '@jest/globals';
import { isRecord } from '../../src/json.ts';
import { parsePolicyFile } from '../../src/policy/file/policy-file.ts';
import { codeBlocks } from './markdown.ts';
import { textOf } from './repository.ts';

const README = textOf('README.md');

test('the README explains what to write in place of v1 only until the first release', () => {
  const about: unknown = JSON.parse(textOf('package.json'));
  const version = isRecord(about) ? String(about.version) : '';
  expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  const isTold = README.includes('Nothing is released yet') || README.includes('Until the first release');
  expect([version, isTold]).toEqual([version, version.startsWith('0.')]);
});

test('"the README\'s first policy is valid, and passes for mailboxes whose automatic replies are off"', () => {
  const [policy = ''] = codeBlocks(README, 'yaml').filter((block) => block.includes('rules:'));
  const read = parsePolicyFile(policy, 'policy.yml', []);
  expect(read).toMatchObject({
    value: { rules: [{ when: { AutomaticReplyActive: { const: 'yes' } } }] },
  });
});
