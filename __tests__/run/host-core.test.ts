import path from 'node:path';
import { expect, test } from '@jest/globals';
import { hostCore } from '../../src/run/host-core.ts';
import type { Host } from '../../src/run/host.ts';
import type { Core } from '../../src/run/runner.ts';
import { agentCommand } from '../support/azure-agent.ts';

/** What a run of a few messages prints on a host. */
function printed(host: Host, run: (core: Core) => void): readonly string[] {
  const lines: string[] = [];
  run(hostCore({ host, workspace: path.resolve('/w'), print: (line) => lines.push(line), setOutput: () => undefined }));
  return lines;
}

const place = { title: 'Policy: no-forwarding', file: 'lists/all.txt', startLine: 3 };

test('an agent of Azure Pipelines understands the commands, whatever text they have', () => {
  const hostile = 'a;type=b]c%0A%AZP25;\r\nd';
  const commands = printed('azure', (core) => {
    core.startGroup('Sign in');
    core.endGroup();
    core.warning(hostile, place);
    core.error(hostile, { title: 'INPUT_INVALID' });
    core.setOutput('mailbox-count', hostile);
    core.setSecret('secret');
  });
  expect(commands.map((line) => agentCommand(line) ?? line)).toEqual([
    '##[group]Sign in',
    '##[endgroup]',
    {
      name: 'task.logissue',
      properties: {
        ...{ type: 'warning', sourcepath: path.resolve('/w/lists/all.txt'), linenumber: '3', columnnumber: '1' },
        code: place.title,
      },
      data: hostile,
    },
    {
      name: 'task.logissue',
      properties: { type: 'error', code: 'INPUT_INVALID' },
      data: `INPUT_INVALID: ${hostile}`,
    },
    { name: 'task.setvariable', properties: { variable: 'mailbox_count', isOutput: 'true' }, data: hostile },
  ]);
});

test.each(['github', 'gitlab', 'other'] as const)('the log on %s is plain text', (host) => {
  const lines = printed(host, (core) => {
    core.startGroup('Sign in');
    core.endGroup();
    core.warning('first\nsecond', place);
    core.error('Give one.', { title: 'INPUT_INVALID' });
    core.setOutput('result', 'error');
    core.setSecret('secret');
    core.debug('detail');
  });
  expect(lines).toEqual([
    'Sign in',
    'warning: lists/all.txt:3: Policy: no-forwarding: first\n  second',
    'error: INPUT_INVALID: Give one.',
  ]);
});
