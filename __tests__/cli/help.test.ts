import { expect, test } from '@jest/globals';
import { runProgram } from './command-line.ts';

async function helpOf(command: readonly string[]): Promise<string> {
  const { code, stdout } = await runProgram([...command, '--help']);
  expect({ command, code }).toEqual({ command, code: 0 });
  return stdout;
}

/** The commands below a command. Only they have an argument or options behind a name that starts a line. */
function commandsIn(help: string): readonly string[] {
  const [, ...groups] = help.split(/^(?:Set up|Read mailboxes|Check .*|Ask .*|Change .*|Commands):$/m);
  return [...groups.join('\n').matchAll(/^ {2}([a-z][a-z-]*)/gm)].flatMap(([, name = '']) =>
    name === 'help' ? [] : [name],
  );
}

test('no line of the help of any command is longer than 100 characters', async () => {
  const commands: (readonly string[])[] = [[]];
  for (const command of commands) {
    const help = await helpOf(command);
    const long = help.split('\n').filter((line) => line.length > 100);
    expect([command, long]).toEqual([command, []]);
    expect([command, /^Exit code: 0/m.test(help)]).toEqual([command, true]);
    commands.push(...commandsIn(help).map((name) => [...command, name]));
  }
  expect(commands.map((names) => names.join(' '))).toEqual(
    expect.arrayContaining(['report', 'doctor', 'remediate apply', 'baseline prune']),
  );
});

test('report has its options in groups, the rare ones last, and three examples', async () => {
  const help = await helpOf(['report']);
  const headings = [...help.matchAll(/^([A-Z].*):$/gm)].map(([, heading]) => heading);
  expect(headings).toEqual(['Arguments', 'What to read', 'Sign in', 'Judge', 'Files', 'Rare', 'Examples']);
  expect(help.match(/^ {4}mailbox-report report /gm)).toHaveLength(3);
});
