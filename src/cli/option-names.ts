import { reworded, type UserError } from '../errors.ts';
import { inFolderWords } from './folder-words.ts';

const PASSWORD_VARIABLE = 'MAILBOX_REPORT_PFX_PASSWORD';

const ENCODE = 'Set --pfx to the PFX file, or to a text file that contains it in base64.';

/** Inputs that are options. */
const NAMES = [
  ...['tenant-id', 'client-id', 'cloud', 'authority-host', 'graph-url', 'exchange-url', 'mailboxes', 'mailbox-column'],
  ...['report', 'policy', 'baseline', 'internal-domains', 'max-changes', 'plan-digest', 'output-directory'],
].join('|');

/** Replaces the names of inputs by the names of options. More specific patterns come first. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^Encode the PFX file itself: .*$/gs, ENCODE],
  [/ Store that file in base64\.$/g, ' Set --pfx to that file.'],
  [/^Store the base64 of one PFX file, once\.$/g, ENCODE],
  [/, and encode it again\.$/g, '.'],
  [/the secrets "pfx" and "pfx-password"/g, 'the secrets PFX and PFX_PASSWORD'],
  [/the secret of "pfx"/g, 'the secret PFX'],
  [/"pfx-password"/g, PASSWORD_VARIABLE],
  [/The input "pfx"/g, 'The file of --pfx'],
  [/PFX (?:in|of) "pfx"/g, 'PFX of --pfx'],
  [/"pfx"/g, 'the file of --pfx'],
  [new RegExp(`\\binput "(${NAMES})"`, 'g'), 'option --$1'],
  [new RegExp(`"(${NAMES})"`, 'g'), '--$1'],
  [/\bthat input is set/g, 'that option is given'],
  [/\bOn a self-hosted runner behind/g, 'Behind'],
  [/\b(?:the|this) runner\b/g, 'this machine'],
  [/; with debug logging the log has the request ids that Microsoft's support asks for/g, ''],
  [/\bRun the workflow again\b/g, 'Try again'],
];

/** Hints that differ at the command line, because they mention secrets and steps of a workflow. */
const HINTS: Readonly<Record<string, string>> = {
  EMPTY: ENCODE,
  INPUT_MISSING: 'Set the option to a value. --help lists the values.',
  BAD_PASSWORD:
    `Enter the password that was set when the PFX was exported, or set ${PASSWORD_VARIABLE}, which takes precedence. ` +
    'Leading and trailing spaces and line breaks count. If the password is correct, the file is damaged: export or copy it again.',
};

/** A text of the action with the names of options instead of inputs. */
export function inOptionNames(text: string): string {
  return WORDS.reduce((result, [input, option]) => result.replace(input, option), inFolderWords(text));
}

/** The same error, reworded for the command line. */
export function asOptions(error: UserError): UserError {
  const { code, message, hint } = error;
  const text =
    code === 'BAD_PASSWORD'
      ? 'The password does not open the PFX of --pfx, or the file was changed after it was made.'
      : inOptionNames(message);
  return reworded(error, text, HINTS[code] ?? inOptionNames(hint));
}
