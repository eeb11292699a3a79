import { reworded, type UserError } from '../errors.ts';

const PASSWORD_VARIABLE = 'MAILBOX_REPORT_PFX_PASSWORD';

/** Inputs that are options of the same name. */
const NAMES = [
  ...['tenant-id', 'client-id', 'cloud', 'authority-host', 'graph-url', 'exchange-url', 'mailboxes', 'mailbox-column'],
  ...['report', 'policy', 'baseline', 'internal-domains', 'max-changes', 'plan-digest', 'output-directory', 'pfx'],
];
/** Keys of a policy, which its errors name as errors name inputs. */
const POLICY_KEYS = ['report', 'mailboxes'];

const NAMED_INPUT = new RegExp(`\\binput "(${NAMES.join('|')})"`, 'g');
const NAME = nameOf(NAMES);
const NAME_IN_POLICY = nameOf(NAMES.filter((name) => !POLICY_KEYS.includes(name)));

/** What a workflow has, and what there is of it at a terminal. */
const NOUNS: readonly (readonly [RegExp, string])[] = [
  [/"pfx-password"/g, PASSWORD_VARIABLE],
  [/\b(?:the|this) runner\b/g, 'this machine'],
  [/\bthe workspace\b/g, 'this folder'],
  [/\bThe workspace\b/g, 'This folder'],
  [/\bthe root of the repository\b/g, 'this folder'],
  [/\bRun the workflow again\b/g, 'Try again'],
  // The last sentence of a hint.
  [/ In a workflow, .*$/gs, ''],
];

/** Hints about secrets, which are options at a terminal. */
const HINTS: Readonly<Record<string, string>> = {
  EMPTY: 'Set --pfx to the PFX file, or to a text file that contains it in base64.',
  INPUT_MISSING: 'Set the option to a value. --help lists the values.',
  BAD_PASSWORD:
    `Enter the password that was set when the PFX was exported, or set ${PASSWORD_VARIABLE}, which takes precedence. ` +
    'Leading and trailing spaces and line breaks count. If the password is correct, the file is damaged: export or copy it again.',
};

/**
 * A text of the action with the names of options instead of inputs.
 *
 * @param code of the error that has the text
 */
export function inOptionNames(text: string, code?: string): string {
  const named = text
    .replace(NAMED_INPUT, 'option --$1')
    .replace(code === 'POLICY_FILE' ? NAME_IN_POLICY : NAME, '--$1');
  return NOUNS.reduce((result, [noun, ours]) => result.replace(noun, ours), named);
}

/** The same error with the names of options. */
export function asOptions(error: UserError): UserError {
  const { code, message, hint } = error;
  return reworded(error, inOptionNames(message, code), HINTS[code] ?? inOptionNames(hint, code));
}

function nameOf(names: readonly string[]): RegExp {
  return new RegExp(`"(${names.join('|')})"`, 'g');
}
