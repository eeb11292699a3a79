import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { UserError } from '../../../errors.ts';
import { removeTemp } from '../../../files/temp-folder.ts';
import { wholeSection } from '../../../outputs/markdown.ts';
import { reviewed } from '../../../policy/register/register-changes.ts';
import { sortedEntries, type PlacedEntry } from '../../../policy/register/register-entry.ts';
import { unreadableReport } from '../../../store/report-files.ts';
import { blocksText } from '../../section-text.ts';
import { terminalText, type Terminal } from '../../terminal.ts';
import { keptRights, type KeptRights } from './kept-rights.ts';
import { openRegister, registerOfPolicy, writeRegister } from './register-files.ts';
import { reviewSection } from './review-section.ts';

/** The arguments of `register review`. */
interface ReviewArguments {
  /** Relative to the current folder and within it. */
  readonly register: string;
  readonly due: string;
  readonly markdown: boolean;
  /** The policy whose register has the file. Undefined: every line is due. */
  readonly policy?: string | undefined;
  /** A report, or a folder with several. */
  readonly report: string | undefined;
}

/**
 * Sets the day of the review in the lines of a file that are due, and prints the page for their owner. Rejects with the UserErrors
 * `REGISTER_FILE`, `POLICY_FILE`, `INPUT_INVALID`, `REPORT_UNREADABLE` and `FILE_UNWRITABLE`; the file is unchanged then.
 */
export async function reviewRegister(
  { register: name, due, markdown, policy, report }: ReviewArguments,
  folder: string,
  terminal: Terminal,
): Promise<void> {
  const file = await openRegister(name, folder);
  const whole = policy === undefined ? undefined : await registerOfPolicy(policy, file.path, folder);
  const now = terminal.now();
  const after = reviewed(file.entries, { due, everyDays: whole?.reviewEveryDays, now });
  const entries = sortedEntries(after.due);
  const kept = report === undefined ? undefined : await readKept(report, entries, folder);
  const lineCount = file.entries.length;
  const section = reviewSection({ file: file.path, due, now, lineCount, entries, kept });
  await writeRegister(file, after.entries, folder);
  if (markdown) terminal.out(wholeSection(section));
  else
    terminal.out(
      `${terminal.style('bold', terminalText(section.title))}\n${blocksText(section.blocks, terminal.style)}`,
    );
}

async function readKept(
  report: string,
  entries: readonly PlacedEntry[],
  folder: string,
): Promise<KeptRights<PlacedEntry>> {
  const temp = await mkdtemp(path.join(tmpdir(), 'mailbox-report-'));
  try {
    const kept = await keptRights(path.resolve(folder, report), entries, temp);
    if (kept.runs.length > 0) return kept;
    const [first] = kept.missing;
    const reason = first === undefined ? 'It has no rows.' : `${first.name}: ${first.reason}`;
    throw new UserError('REPORT_UNREADABLE', `The report ${report} cannot be used. ${reason}`, {
      hint: 'Name the artifact of a run, or a folder with several.',
    });
  } catch (error) {
    throw unreadableReport(report, error);
  } finally {
    await removeTemp(temp);
  }
}
