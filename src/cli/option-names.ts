import { reworded, type UserError } from '../errors.ts';
import { inFolderWords } from './folder-words.ts';

const PASSWORD_VARIABLE = 'MAILBOX_REPORT_PFX_PASSWORD';

const ENCODE = 'Give --pfx the PFX file itself, or a text file that holds all of it in base64.';

/** What the action says of its inputs, as it holds for the options that stand for them. The first that fit go first. */
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^Encode the PFX file itself: .*$/gs, ENCODE],
  [/ Store that file in base64\.$/g, ' Give --pfx that file.'],
  [/^Store the base64 of one PFX file, once\.$/g, ENCODE],
  [/, and encode it again\.$/g, '.'],
  [/the secrets "pfx" and "pfx-password"/g, 'the secrets PFX and PFX_PASSWORD'],
  [/the secret of "pfx"/g, 'the secret PFX'],
  [/"pfx-password"/g, PASSWORD_VARIABLE],
  [/The input "pfx"/g, 'The file of --pfx'],
  [/PFX (?:in|of) "pfx"/g, 'PFX of --pfx'],
  [/"pfx"/g, 'the file of --pfx'],
  [/\binput "mailboxes"/g, 'option --list'],
  [/"mailboxes"/g, '--list'],
  [/\binput "(tenant-id|client-id|cloud|authority-host|graph-url|mailbox-column|report)"/g, 'option --$1'],
  [/"(tenant-id|client-id|cloud|authority-host|graph-url|mailbox-column|report)"/g, '--$1'],
  [/\bthat input is set/g, 'that option is given'],
  [/\bOn a self-hosted runner behind/g, 'Behind'],
  [/\b(?:the|this) runner\b/g, 'this machine'],
  [/; with debug logging the log has the request ids that Microsoft's support asks for/g, ''],
  [/\bRun the workflow again\b/g, 'Try again'],
];

/** Hints that speak of secrets and steps of a workflow, for a command line. */
const HINTS: Readonly<Record<string, string>> = {
  EMPTY: ENCODE,
  INPUT_MISSING: 'Give the option a value; --help says which.',
  BAD_PASSWORD:
    `Give the password that the PFX was exported with, where it is asked for or in ${PASSWORD_VARIABLE}, which goes first. ` +
    'Blanks and line breaks at its ends count. If the password is right, the file was damaged: export or copy it again.',
};

/** A text of the action with its inputs called as the options are. */
export function inOptionNames(text: string): string {
  return WORDS.reduce((said, [input, option]) => said.replace(input, option), inFolderWords(text));
}

/** The same failure, told to whom calls this program rather than to whom writes a workflow. */
export function asOptions(error: UserError): UserError {
  const { code, message, hint } = error;
  const said =
    code === 'BAD_PASSWORD'
      ? 'The password does not open the PFX of --pfx, or the file was changed after it was made.'
      : inOptionNames(message);
  return reworded(error, said, HINTS[code] ?? inOptionNames(hint));
}
