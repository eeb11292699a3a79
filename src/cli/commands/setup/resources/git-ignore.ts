import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeError, UserError } from '../../../../errors.ts';
import { replaceFile } from '../../../../files/rename.ts';
import { contentOf, withLineFeeds } from '../present-files.ts';
import type { ReportSetup, Resource, Setup, StepResult } from '../resource.ts';
import { digestOf, set } from '../setup-record.ts';
import { filesPart, GIT_IGNORE, PFX_FILE } from './files.ts';

const LINE = `${PFX_FILE}\n`;

/** The line that keeps the PFX out of commits: in a file of its own, or added to one of somebody else. Comes before the PFX. */
export const gitIgnore: Resource<ReportSetup> = {
  part: filesPart,
  on: 'elsewhere',
  plan: async (setup) => {
    if (!setup.choice.terminal) return { steps: [] };
    const present = await contentOf(path.join(setup.place.folder, GIT_IGNORE));
    if (present !== undefined && ignoresPfx(present)) return { steps: [] };
    const line = present === undefined ? `file ${GIT_IGNORE}, which names ${PFX_FILE}` : lineText();
    const commands = [{ label: GIT_IGNORE, text: LINE }];
    const mark = present === undefined ? '+' : '~';
    return { steps: [{ stage: 'terminal', mark, lines: [line], commands, make: () => write(setup) }] };
  },
  undo: async ({ record, place: { folder } }) => {
    const recorded = record.of(filesPart).find(({ file }) => file === GIT_IGNORE);
    const file = path.join(folder, GIT_IGNORE);
    const present = recorded === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
    if (present === undefined) return { lines: [] };
    // A PFX that somebody has changed stays, and must not be committed either.
    const pfx = record.of(filesPart).find((one) => one.file === PFX_FILE);
    const bytes = await readFile(path.join(folder, PFX_FILE)).catch(() => undefined);
    if (bytes !== undefined && digestOf(bytes) !== pfx?.sha256)
      return { lines: [], notes: [`${GIT_IGNORE} still names ${PFX_FILE}, which stays.`] };
    if (recorded?.isAdded !== true) {
      if (withLineFeeds(present) !== LINE) return { lines: [], kept: [GIT_IGNORE] };
      return { lines: [`file ${GIT_IGNORE}`], remove: () => rm(file, { force: true }) };
    }
    if (withoutLine(present) === present) return { lines: [] };
    // Other lines may have changed since the question.
    const remove = async (): Promise<void> => {
      const content = await contentOf(file);
      if (content !== undefined) await writeFile(file, withoutLine(content));
    };
    return { lines: [lineText()], remove };
  },
};

function lineText(): string {
  return `line ${PFX_FILE} in ${GIT_IGNORE}`;
}

async function write({ record, place }: Setup): Promise<StepResult> {
  const file = path.join(place.folder, GIT_IGNORE);
  const present = await contentOf(file);
  const others = record.of(filesPart).filter((one) => one.file !== GIT_IGNORE);
  const content = present === undefined ? LINE : present + addedLine(present);
  const isAdded = present === undefined ? undefined : true;
  record.update(set(filesPart, [...others, { file: GIT_IGNORE, sha256: digestOf(content), isAdded }]));
  try {
    // In place: the file of somebody else keeps its mode.
    if (present === undefined) replaceFile(file, LINE);
    else await appendFile(file, addedLine(present));
  } catch (error) {
    throw new UserError('FILE_UNWRITABLE', `${GIT_IGNORE} cannot be written (${describeError(error)}).`, {
      hint: 'Run the command in the folder of the repository, where you may write files.',
      cause: error,
    });
  }
  return { text: present === undefined ? `Wrote ${GIT_IGNORE}` : `Added ${PFX_FILE} to ${GIT_IGNORE}` };
}

/** With the ends of lines of the file, and no end where its last line has none, so that undo gives back each byte. */
function addedLine(present: string): string {
  const end = present.includes('\r\n') ? '\r\n' : '\n';
  return present === '' || present.endsWith('\n') ? `${PFX_FILE}${end}` : `${end}${PFX_FILE}`;
}

function withoutLine(text: string): string {
  return text.replace(/\r?\nmailbox-report\.pfx$|(?<=^|\n)mailbox-report\.pfx(?:\r?\n|$)/, '');
}

/** Whether the last line that matches does not begin with `!`. https://git-scm.com/docs/gitignore */
function ignoresPfx(text: string): boolean {
  const last = withLineFeeds(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .findLast((line) => matchesPfx(line.replace(/^!/, '')));
  return last !== undefined && !last.startsWith('!');
}

/** Patterns with further characters count as others: a line too many does no harm. */
function matchesPfx(pattern: string): boolean {
  const name = pattern.replace(/^(?:\*\*)?\//, '');
  return /^[\w.*?-]+$/.test(name) && path.posix.matchesGlob(PFX_FILE, name);
}
