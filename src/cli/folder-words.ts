import { reworded, type UserError } from '../errors.ts';

const OPTIONS: Readonly<Record<string, string>> = { mailboxes: '--list' };

/** `--list` for the input `mailboxes`; other options are called as the inputs they stand for. */
function option(input: string): string {
  return OPTIONS[input] ?? `--${input}`;
}

type Words = readonly [RegExp, (said: string, input: string) => string];

/**
 * What the actions say of files, steps and inputs, as it holds in a folder at a terminal. Each is long enough to be no
 * text of a list, report file or policy, whose own keys may be called as an input is.
 */
const FOLDER_WORDS: readonly Words[] = [
  [
    /Commit the file, run actions\/checkout before this action, and give its path in "([a-z-]+)" relative to the root of the repository\./g,
    (_said, input) => `Give its path in ${option(input)} relative to the folder that you are in.`,
  ],
  [
    /Run actions\/checkout in a step before this action: "mailboxes" names files of the repository\./g,
    () => 'Run this in the folder of your repository: --list names files in it.',
  ],
  [
    /The input "([a-z-]+)" takes paths relative to the root of the repository; copy the (?:file|list) there in an earlier step\./g,
    (_said, input) =>
      `${option(input)} takes files of the folder that you are in: run this in a folder that holds all.`,
  ],
  [
    /^Set it to the path of the mailbox list in the repository, such as/g,
    () => 'Give it the path of the mailbox list, such as',
  ],
  [/\bLet "(mailboxes|report|policy)" name\b/g, (_said, input) => `Let ${option(input)} name`],
  [/\bnarrow "mailboxes" to\b/g, () => 'narrow --list to'],
  [/\ba list that "mailboxes" names\b/g, () => 'a list that --list names'],
  [/\bSet "mailbox-column" to\b/g, () => 'Set --mailbox-column to'],
  [/\bThe input "(mailboxes|report)" (?=names|cannot)/g, (_said, input) => `The option ${option(input)} `],
  [/\bmust be named in the input "report" by its file\b/g, () => 'must be named in --report by its file'],
  [/\bthat the user of the runner may read\b/g, () => 'that you may read'],
  [/ in the workspace\.$/g, () => ' in this folder.'],
  [/ is outside the workspace\.$/g, () => ' is outside this folder.'],
  [/: the workspace is empty\.$/g, () => ': this folder is empty.'],
  [/^The workspace is a directory\b/g, () => 'This folder is a directory'],
];

/** A text of a check, told to whoever calls it in a folder rather than in a workflow. */
export function inFolderWords(text: string): string {
  return FOLDER_WORDS.reduce((said, [words, ours]) => said.replace(words, ours), text);
}

/** The same problem, in the words of a folder. */
export function inFolder(error: UserError): UserError {
  return reworded(error, inFolderWords(error.message), inFolderWords(error.hint));
}
