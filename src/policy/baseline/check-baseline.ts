import { collectProblems, UserError, type Checked } from '../../errors.ts';
import { counted, someNames } from '../../text/numbers.ts';
import { writtenText } from './baseline-entry.ts';
import { openBaseline, type Baseline } from './baseline-file.ts';

export interface BaselineCheck {
  /** Absolute path of the repository's checkout. */
  readonly workspace: string;
  /** Ids of the policy's rules; undefined if they are not known. */
  readonly rules: readonly string[] | undefined;
  /** The addresses of the mailbox lists, in lower case; undefined without a list. */
  readonly addresses: Iterable<string> | undefined;
}

/** Checks a baseline offline. Rows in another order than runs write are a problem too. Rejects only for a bug. */
export function checkBaseline(
  file: string,
  { workspace, rules, addresses }: BaselineCheck,
): Promise<Checked<Baseline>> {
  return collectProblems(async () => {
    const { baseline, errors, order } = await openBaseline(file, workspace, rules);
    return {
      value: baseline,
      problems: order === undefined ? errors : [...errors, order],
      warnings: addresses === undefined ? [] : unlistedWarnings(baseline, addresses),
    };
  });
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
