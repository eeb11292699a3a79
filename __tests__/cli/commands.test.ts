import { readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';
import { COMMANDS } from '../../src/cli/commands.ts';
import type { RunnableCommand } from '../../src/cli/command.ts';
import { runProgram } from './command-line.ts';

const FOLDER = path.resolve(import.meta.dirname, '../../src/cli/commands');

/** The commands that run, by the names before their options. */
const RUNNABLE = new Map<string, RunnableCommand>(
  COMMANDS.flatMap((command) =>
    'subcommands' in command
      ? command.subcommands.map((subcommand): [string, RunnableCommand] => [
          `${command.name} ${subcommand.name}`,
          subcommand,
        ])
      : [[command.name, command]],
  ),
);

test('the table has each folder of commands', () => {
  expect(COMMANDS.map(({ name }) => name).toSorted()).toEqual(readdirSync(FOLDER).toSorted());
});

test('--help lists each command below the heading of its group', async () => {
  const { stdout } = await runProgram(['--help']);
  for (const { name, group } of COMMANDS) {
    const [, listed = ''] = stdout.split(`\n${group}:\n`);
    expect(listed.split('\n\n')[0]).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  }
});

test('samples and examples name a command and its options', () => {
  const lines = [
    ...COMMANDS.map(({ sample: [line] }) => line),
    ...[...RUNNABLE.values()].flatMap(({ examples = {} }) => Object.values(examples)),
  ];
  const unknown = lines.flatMap((line) => {
    const command = [...RUNNABLE].find(([names]) => line === names || line.startsWith(`${names} `))?.[1];
    const known = new Set(['--help', ...(command?.options ?? []).map(({ long }) => long)]);
    const options = line.match(/--[a-z-]+/g) ?? [];
    return command === undefined ? [line] : options.filter((option) => !known.has(option));
  });
  expect(unknown).toEqual([]);
});
