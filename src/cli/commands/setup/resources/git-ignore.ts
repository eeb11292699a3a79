import { appendFile, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeError, UserError } from '../../../../errors.ts';
import { replaceFile } from '../../../../files/rename.ts';
import { contentOf, withLineFeeds } from '../present-files.ts';
import type { Resource, Setup, SetupStep, StepResult, Undo, Undone } from '../resource.ts';
import { digestOf, set } from '../setup-record.ts';
import { filesPart, GIT_IGNORE, PFX_FILES, type PfxName } from './files.ts';

/** The line that keeps a PFX out of commits: in a file of its own, or added to one of somebody else. Comes before the PFX. */
export function gitIgnore<S extends Setup>(pfx: PfxName, isWanted: (setup: S) => boolean): Resource<S> {
  return {
    part: filesPart,
    on: 'elsewhere',
    plan: async (setup) => (isWanted(setup) ? { steps: await missingLine(pfx, setup) } : { steps: [] }),
    undo: (undo) => undoLine(pfx, undo),
  };
}

async function missingLine(pfx: PfxName, setup: Setup): Promise<readonly SetupStep[]> {
  const present = await contentOf(path.join(setup.place.folder, GIT_IGNORE));
  if (present !== undefined && ignores(pfx, present)) return [];
  const line = present === undefined ? `file ${GIT_IGNORE}, which names ${pfx}` : lineText(pfx);
  const commands = [{ label: GIT_IGNORE, text: `${pfx}\n` }];
  const mark = present === undefined ? '+' : '~';
  return [{ stage: 'terminal', mark, lines: [line], commands, make: () => write(pfx, setup) }];
}

async function undoLine(pfxFile: PfxName, { record, place: { folder } }: Undo): Promise<Undone> {
  const recorded = record.of(filesPart).find(({ file }) => file === GIT_IGNORE);
  const file = path.join(folder, GIT_IGNORE);
  const present = recorded === undefined ? undefined : await readFile(file, 'utf8').catch(() => undefined);
  if (present === undefined) return { lines: [] };
  const isOwn = recorded?.isAdded !== true;
  // A PFX that somebody has changed stays, and must not be committed either.
  const pfx = record.of(filesPart).find((one) => one.file === pfxFile);
  const bytes = await readFile(path.join(folder, pfxFile)).catch(() => undefined);
  if (bytes !== undefined && digestOf(bytes) !== pfx?.sha256)
    return { lines: [], notes: [`${GIT_IGNORE} still names ${pfxFile}, which stays.`] };
  // Other lines may have changed since the question, and those of other applications of setup go first.
  const remove = async (): Promise<void> => {
    const content = await contentOf(file);
    const rest = content === undefined ? undefined : withoutLine(pfxFile, content);
    if (rest === '' && isOwn) await rm(file, { force: true });
    else if (rest !== undefined) await writeFile(file, rest);
  };
  if (isOwn) {
    const others = PFX_FILES.reduce((text, name) => withoutLine(name, text), withLineFeeds(present));
    return others === '' ? { lines: [`file ${GIT_IGNORE}`], remove } : { lines: [], kept: [GIT_IGNORE] };
  }
  if (withoutLine(pfxFile, present) === present) return { lines: [] };
  return { lines: [lineText(pfxFile)], remove };
}

function lineText(pfx: PfxName): string {
  return `line ${pfx} in ${GIT_IGNORE}`;
}

async function write(pfx: PfxName, { record, place }: Setup): Promise<StepResult> {
  const file = path.join(place.folder, GIT_IGNORE);
  const present = await contentOf(file);
  const others = record.of(filesPart).filter((one) => one.file !== GIT_IGNORE);
  const content = present === undefined ? `${pfx}\n` : present + addedLine(pfx, present);
  const isAdded = present === undefined ? undefined : true;
  record.update(set(filesPart, [...others, { file: GIT_IGNORE, sha256: digestOf(content), isAdded }]));
  try {
    // In place: the file of somebody else keeps its mode.
    if (present === undefined) replaceFile(file, content);
    else await appendFile(file, addedLine(pfx, present));
  } catch (error) {
    throw new UserError('FILE_UNWRITABLE', `${GIT_IGNORE} cannot be written (${describeError(error)}).`, {
      hint: 'Run the command in the folder of the repository, where you may write files.',
      cause: error,
    });
  }
  return { text: present === undefined ? `Wrote ${GIT_IGNORE}` : `Added ${pfx} to ${GIT_IGNORE}` };
}

/** With the ends of lines of the file, and no end where its last line has none, so that undo gives back each byte. */
function addedLine(pfx: PfxName, present: string): string {
  const end = present.includes('\r\n') ? '\r\n' : '\n';
  return present === '' || present.endsWith('\n') ? `${pfx}${end}` : `${end}${pfx}`;
}

function withoutLine(pfx: PfxName, text: string): string {
  const line = pfx.replaceAll('.', '\\.');
  return text.replace(new RegExp(`\\r?\\n${line}$|(?<=^|\\n)${line}(?:\\r?\\n|$)`), '');
}

/** Whether the last line that matches does not begin with `!`. https://git-scm.com/docs/gitignore */
function ignores(pfx: PfxName, text: string): boolean {
  const last = withLineFeeds(text)
    .split('\n')
    .map((line) => line.trimEnd())
    .findLast((line) => matches(pfx, line.replace(/^!/, '')));
  return last !== undefined && !last.startsWith('!');
}

/** Patterns with further characters count as others: a line too many does no harm. */
function matches(pfx: PfxName, pattern: string): boolean {
  const name = pattern.replace(/^(?:\*\*)?\//, '');
  return /^[\w.*?-]+$/.test(name) && path.posix.matchesGlob(pfx, name);
}
