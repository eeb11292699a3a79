import { reworded, type UserError } from '../errors.ts';

type Words = readonly [RegExp, (matched: string, input: string) => string];

/**
 * Texts of the actions about files, steps and inputs, and the same for a folder at a terminal. Each pattern is long enough
 * not to match the text of a list, report file or policy, whose keys may have the name of an input.
 */
const FOLDER_WORDS: readonly Words[] = [
  [
    /Commit the file, run actions\/checkout before this action, and set "([a-z-]+)" to its path relative to the root of the repository\./g,
    (_matched, input) => `Set --${input} to its path relative to the current folder.`,
  ],
  [
    /Run actions\/checkout in a step before this action: "mailboxes" names files of the repository\./g,
    () => 'Run this in the folder of your repository: --mailboxes names files in it.',
  ],
  [
    /"([a-z-]+)" takes paths relative to the root of the repository\. Copy the (?:file|list) there in an earlier step\./g,
    (_matched, input) =>
      `--${input} takes files of the current folder: run this in a folder that contains all of them.`,
  ],
  [
    /^Set it to the path of the mailbox list in the repository, such as/g,
    () => 'Set it to the path of the mailbox list, such as',
  ],
  [/\bSet "(mailboxes|report|policy|baseline|mailbox-column)" to\b/g, (_matched, input) => `Set --${input} to`],
  [/\blimit "mailboxes" to\b/g, () => 'limit --mailboxes to'],
  [/\ba list that "mailboxes" names\b/g, () => 'a list that --mailboxes names'],
  [/ in "mailboxes" is too broad\.$/g, () => ' in --mailboxes is too broad.'],
  [/\bremove "mailbox-column" if\b/g, () => 'remove --mailbox-column if'],
  [/\bThe input "(mailboxes|report)" (?=names|cannot)/g, (_matched, input) => `The option --${input} `],
  [/\bmust be named in the input "report" by its file\b/g, () => 'must be named in --report by its file'],
  [/\bthat the user of the runner may read\b/g, () => 'that you may read'],
  [/ in the workspace\.$/g, () => ' in this folder.'],
  [/ is outside the workspace\.$/g, () => ' is outside this folder.'],
  [/: the workspace is empty\.$/g, () => ': this folder is empty.'],
  [/^The workspace is a directory\b/g, () => 'This folder is a directory'],
];

/** Rewrites a text about files of a workflow for a folder at a terminal. */
export function inFolderWords(text: string): string {
  return FOLDER_WORDS.reduce((result, [words, ours]) => result.replace(words, ours), text);
}

/** The same problem, reworded for a folder. */
export function inFolder(error: UserError): UserError {
  return reworded(error, inFolderWords(error.message), inFolderWords(error.hint));
}
