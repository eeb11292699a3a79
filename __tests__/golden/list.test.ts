import { expect, test } from '@jest/globals';
import { COMMANDS } from '../../golden/stories/help.ts';
import { CODES_WITHOUT_RUN, STORIES } from '../../golden/stories.ts';
import { ERROR_CODES } from '../../src/errors.ts';
import { runProgram } from '../cli/command-line.ts';

/** The commands that a command lists in its help, with the words before them. */
async function commandsBelow(command: string): Promise<readonly string[]> {
  const words = command === '' ? [] : command.split(' ');
  const { stdout } = await runProgram([...words, '--help']);
  const [, ...groups] = stdout.split(/^(?=\S.*:$)/m);
  const isOfCommands = (group: string): boolean => !/^(?:Options|Arguments|Examples):/.test(group);
  const names = groups.filter(isOfCommands).flatMap((group) => [...group.matchAll(/^ {2}([a-z][a-z-]*)/gm)]);
  return names.flatMap(([, name = '']) => (name === 'help' ? [] : [[...words, name].join(' ')]));
}

const RUNS = STORIES.flatMap(({ runs }) => Object.values(runs));

test('the golden files have the help of every command', async () => {
  const commands = [''];
  for (const command of commands) {
    // Only the program and groups of commands have "Commands".
    if (command === '' || (await runProgram([...command.split(' '), '--help'])).stdout.includes('\nCommands:\n')) {
      commands.push(...(await commandsBelow(command)));
    }
  }
  expect(commands.toSorted()).toEqual([...COMMANDS].sort());
});

test('the golden files have a run of every action, and of every command that has no commands below', () => {
  const isGroup = (command: string): boolean => COMMANDS.some((other) => other.startsWith(`${command} `));
  const commands = COMMANDS.filter((command) => command !== '' && !isGroup(command));
  const actions = ['report action', 'merge action', 'remediate action', 'validate action'];
  expect([...commands, ...actions].filter((what) => !RUNS.includes(what))).toEqual([]);
});

test('the golden files have every error code, by a run or by its documents alone', () => {
  const made = new Set(STORIES.flatMap(({ codes = [] }) => codes));
  expect(CODES_WITHOUT_RUN.filter((code) => made.has(code))).toEqual([]);
  const ofProduct = [...made, ...CODES_WITHOUT_RUN].filter((code) => !code.startsWith('AADSTS'));
  expect(ofProduct.toSorted()).toEqual([...ERROR_CODES].sort());
});
