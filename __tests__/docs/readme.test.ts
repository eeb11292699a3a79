import { expect, test } from '@jest/globals';
import { parsePolicyFile } from '../../src/policy/file/policy-file.ts';
import { COMMAND, VERSION } from '../../src/version.ts';
import { codeBlocks } from './markdown.ts';
import { documents, filesLike, textOf } from './repository.ts';

const README = textOf('README.md');

test('documents and examples have the command of this version, and notes for the time before the first release', async () => {
  const others = ['CHANGELOG.md', 'CONTRIBUTING.md'];
  const files = [...(await documents()), ...(await filesLike('examples/**/*.yml'))];
  const commands = new Set(
    files
      .filter((file) => !others.includes(file))
      .flatMap((file) => textOf(file).match(/npm run cli --|npx mailbox-report/g) ?? []),
  );
  expect([...commands]).toEqual([COMMAND]);
  expect(README.includes('Nothing is released yet')).toBe(VERSION.startsWith('0.'));
});

test('"the README\'s first policy is valid, and passes for mailboxes whose automatic replies are off"', () => {
  const [policy = ''] = codeBlocks(README, 'yaml').filter((block) => block.includes('rules:'));
  const read = parsePolicyFile(policy, 'policy.yml', []);
  expect(read).toMatchObject({
    value: { rules: [{ when: { AutomaticReplyActive: { const: 'yes' } } }] },
  });
});

test('the first workflow of the README ends within 100 lines', () => {
  const lines = README.split('\n');
  expect(lines.indexOf('```', lines.indexOf('```yaml'))).toBeLessThan(100);
});
