import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeError, systemErrorCode, UserError } from '../../../errors.ts';
import { digestOf, type SetupRecord } from './setup-record.ts';
import type { PlannedSteps, SetupStep } from './setup-step.ts';

/** A file that setup writes, relative to the folder and with forward slashes. */
export interface SetupFile {
  readonly file: string;
  readonly content: string;
  /** Behind its name in the plan. */
  readonly about?: string;
}

/** Plans files: new ones are written, and own ones that nobody has changed since are replaced. */
export async function planFiles(
  files: readonly SetupFile[],
  folder: string,
  record: SetupRecord,
): Promise<Pick<PlannedSteps, 'steps' | 'kept'>> {
  const steps: SetupStep[] = [];
  const kept: string[] = [];
  for (const file of files) {
    const present = await contentOf(path.join(folder, file.file));
    if (present === file.content) continue;
    const isOwn =
      present !== undefined &&
      record.content.files.some((one) => one.file === file.file && one.sha256 === digestOf(present));
    if (present !== undefined && !isOwn) kept.push(file.file);
    else steps.push(fileStep(file, present === undefined ? '+' : '~', folder, record));
  }
  return { steps, kept };
}

function fileStep(
  { file, content, about }: SetupFile,
  mark: '+' | '~',
  folder: string,
  record: SetupRecord,
): SetupStep {
  const what = about === undefined ? '' : ` (${about})`;
  return {
    mark,
    lines: [`file ${file}${what}${mark === '+' ? '' : ', as setup wrote it before'}`],
    commands: [{ label: file, text: content }],
    make: async () => {
      const place = path.join(folder, file);
      const { files } = record.content;
      const others = files.filter((one) => one.file !== file);
      // Before it is written: a file that is cut off is then known, and one that was is unchanged.
      const made = { file, sha256: digestOf(content) };
      if (mark === '+') await record.update({ files: [...others, made] });
      try {
        await mkdir(path.dirname(place), { recursive: true });
        await writeWhole(place, content);
      } catch (error) {
        throw new UserError('FILE_UNWRITABLE', `${file} cannot be written (${describeError(error)}).`, {
          hint: 'Run the command in the folder of the repository, where you may write files.',
          cause: error,
        });
      }
      if (mark === '~') await record.update({ files: [...others, made] });
      return { text: `${mark === '+' ? 'Wrote' : 'Replaced'} ${file}` };
    },
  };
}

/** Writes a file that is there as a whole or not at all: a part of it would count as changed by somebody. */
export async function writeWhole(file: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${file}.tmp`;
  await writeFile(temporary, content);
  await rename(temporary, file);
}

/** The text of a file; undefined if there is none. */
export async function contentOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw new UserError('FILE_UNWRITABLE', `${file} cannot be read (${describeError(error)}).`, {
      hint: 'Move it away, and run the command again.',
      cause: error,
    });
  }
}
