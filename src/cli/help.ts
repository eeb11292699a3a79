import type { Command, Option } from 'commander';

/** The longest line of a help. */
export const HELP_WIDTH = 100;

/** What the options of a long help are about, in the order in which it shows them. All others are rare. */
const OPTION_GROUPS: readonly (readonly [heading: string, names: readonly string[]])[] = [
  ['What to read', ['mailboxes', 'report', 'config']],
  ['Sign in', ['tenant-id', 'client-id', 'credential', 'pfx', 'cloud']],
  ['Judge', ['policy', 'baseline', 'fail-on', 'max-unreadable', 'compare']],
  [
    'Files',
    ['output-directory', 'force', 'formats', 'csv', 'summary', 'summary-file', 'json', 'format', 'open', 'verbose'],
  ],
];
const RARE = 'Rare';

/** Adds options in groups, each in the order given, and the one for help. */
export function addGrouped(command: Command, options: readonly Option[]): void {
  const byGroup = Map.groupBy(options, (option) => groupOf(option.long ?? ''));
  for (const heading of [...OPTION_GROUPS.map(([name]) => name), RARE]) {
    for (const option of byGroup.get(heading) ?? []) command.addOption(option.helpGroup(`${heading}:`));
  }
  command.addHelpOption(command.createOption('-h, --help', 'show this help').helpGroup(`${RARE}:`));
}

function groupOf(flag: string): string {
  const name = flag.replace(/^--/, '');
  return OPTION_GROUPS.find(([, names]) => names.includes(name))?.[0] ?? RARE;
}

/** Paragraphs for the end of a help. */
export function notes(paragraphs: readonly string[]): string {
  return `\n${paragraphs.map((text) => wrapped(text, HELP_WIDTH)).join('\n')}`;
}

/** Command lines for the end of a help, each with what it is for. */
export function examples(lines: Readonly<Record<string, string>>): string {
  const texts = Object.entries(lines).map(([what, line]) => `  ${what}:\n    mailbox-report ${line}`);
  return `\nExamples:\n${texts.join('\n')}`;
}

/** A text with line breaks in place of spaces, so that no line is longer than `width` characters where there are spaces. */
function wrapped(text: string, width: number): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join('\n');
}
