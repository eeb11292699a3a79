import { UserError } from '../../errors.ts';
import { counted, someNames } from '../../text/numbers.ts';
import { writtenText } from './baseline-entry.ts';
import { openBaseline, type Baseline } from './baseline-file.ts';

/** The mistakes of a baseline. */
export interface CheckedBaseline {
  /** Mistakes with which a run fails, and rows in another order than runs write. */
  readonly errors: readonly UserError[];
  readonly warnings: readonly UserError[];
}

export interface BaselineCheck {
  /** Absolute path of the repository's checkout. */
  readonly workspace: string;
  /** Ids of the policy's rules; undefined if they are not known. */
  readonly rules: readonly string[] | undefined;
  /** The addresses of the mailbox lists, in lower case; undefined without a list. */
  readonly addresses: Iterable<string> | undefined;
}

/** Checks a baseline offline. `file`: undefined if there is none. Rejects only for a bug. */
export async function checkBaseline(
  file: string | undefined,
  { workspace, rules, addresses }: BaselineCheck,
): Promise<CheckedBaseline> {
  if (file === undefined) return { errors: [], warnings: [] };
  try {
    const { baseline, errors, order } = await openBaseline(file, workspace, rules);
    return {
      errors: order === undefined ? errors : [...errors, order],
      warnings: addresses === undefined ? [] : unlistedWarnings(baseline, addresses),
    };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { errors: [error], warnings: [] };
  }
}

/** A run never finds out about such entries, since it reads only mailboxes of the list. */
function unlistedWarnings({ file, entries }: Baseline, addresses: Iterable<string>): readonly UserError[] {
  const listed = new Set(Array.from(addresses, writtenText));
  const unlisted = entries.filter(({ address }) => !listed.has(address.toLowerCase()));
  const [first] = unlisted;
  if (first === undefined) return [];
  const lines = someNames(
    unlisted.map(({ line }) => String(line)),
    (line) => line,
  );
  const what = counted(
    unlisted.length,
    'entry of the baseline has a mailbox',
    'entries of the baseline have mailboxes',
  );
  const message = `${what} that the list does not have: ${file}, ${unlisted.length === 1 ? 'line' : 'lines'} ${lines}.`;
  const hint = 'Remove the rows, or add the mailboxes to the list.';
  return [new UserError('BASELINE_UNUSED', message, { hint, place: { file, line: first.line } })];
}
