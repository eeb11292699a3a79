import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { COMMANDS } from '../src/cli/commands.ts';
import { runCommandLine } from '../src/cli/program.ts';
import { processTerminal } from '../src/cli/terminal.ts';

const INTRODUCTION = `# Commands of the terminal program

For reference. [At a terminal](terminal.md) has examples. \`node scripts/reference.ts\` writes this page from the \`--help\` of each command.
`;

/** What is between these lines of a document comes from the table of commands. */
const START = '<!-- commands, by node scripts/reference.ts -->';
const END = '<!-- end of commands -->';

const root = path.resolve(import.meta.dirname, '..');

/** The texts about commands by file: the reference, and the page of the npm package, which lists the commands. */
export async function commandPages(): Promise<Readonly<Record<string, string>>> {
  return {
    'docs/commands.md': await reference(),
    'src/cli/README.md': await withList('src/cli/README.md', commandLines()),
  };
}

async function reference(): Promise<string> {
  const sections: string[] = [];
  for (const command of COMMANDS) {
    const { name } = command;
    sections.push(`## ${name}\n\n${await helpOf([name])}`);
    const subcommands = 'subcommands' in command ? command.subcommands : [];
    for (const { name: subcommand } of subcommands) {
      sections.push(`### ${name} ${subcommand}\n\n${await helpOf([name, subcommand])}`);
    }
  }
  return [INTRODUCTION, `${table()}\n`, ...sections].join('\n');
}

async function helpOf(names: readonly string[]): Promise<string> {
  let help = '';
  const code = await runCommandLine(
    { args: [...names, '--help'], env: {}, version: '', assets: '' },
    { ...processTerminal(), out: (text) => (help += text) },
  );
  if (code !== 0) throw new Error(`there is no help of ${names.join(' ')}`);
  return `\`\`\`text\n${help.trimEnd()}\n\`\`\`\n`;
}

function table(): string {
  const rows = COMMANDS.map(({ name, description }) => `| [\`${name}\`](#${name}) | ${description} |`);
  return ['| Command | Purpose |', '| --- | --- |', ...rows].join('\n');
}

function commandLines(): string {
  const lines = COMMANDS.map(({ sample: [line, about] }) =>
    about === undefined ? `npx mailbox-report ${line}` : `npx mailbox-report ${line} # ${about}`,
  );
  return `\`\`\`sh\n${lines.join('\n')}\n\`\`\``;
}

/** A document with another list of commands. */
async function withList(file: string, list: string): Promise<string> {
  const text = (await readFile(path.join(root, file), 'utf8')).replaceAll('\r\n', '\n');
  const [before, rest] = text.split(`${START}\n`);
  const after = rest?.split(`${END}\n`)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} lacks ${START} or ${END}`);
  return `${before}${START}\n\n${list}\n\n${END}\n${after}`;
}
