import path from 'node:path';
import { expect, test } from '@jest/globals';
import { azureCore } from '../../src/run/azure-core.ts';
import { agentCommand } from '../support/azure-agent.ts';

const place = { title: 'Policy: no-forwarding', file: 'lists/all.txt', startLine: 3 };

test('an agent of Azure Pipelines understands the commands, whatever text they have', () => {
  const hostile = 'a;type=b]c%0A%AZP25;\r\nd';
  const lines: string[] = [];
  const core = azureCore(
    path.resolve('/w'),
    (line) => lines.push(line),
    () => undefined,
  );
  core.startGroup('Sign in');
  core.endGroup();
  core.warning(hostile, place);
  core.error(hostile, { title: 'INPUT_INVALID' });
  core.setOutput('mailbox-count', hostile);
  core.setSecret('secret');
  expect(lines.map((line) => agentCommand(line) ?? line)).toEqual([
    '##[group]Sign in',
    '##[endgroup]',
    {
      name: 'task.logissue',
      properties: {
        type: 'warning',
        sourcepath: path.resolve('/w/lists/all.txt'),
        linenumber: '3',
        columnnumber: '1',
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
