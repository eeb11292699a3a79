import { readdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import path from 'node:path';
import { EVIDENCE_FILE } from '../../../controls/evidence.ts';
import { systemErrorCode, UserError } from '../../../errors.ts';
import { POLICY_COPY } from '../../../outputs/files/policy-copy.ts';
import { allBuiltIn } from '../../../reports/built-in-tables.ts';
import { ROWS_FILE } from '../../../store/rows-file.ts';
import { readHeader } from '../../../store/rows-reader.ts';
import { visibleLine } from '../../../text/display.ts';
import { someNames } from '../../../text/numbers.ts';

/** The files that a run writes in addition to the CSV of each report. */
const FILES = [
  'violations.csv',
  'changes.csv',
  'baseline.csv',
  'unlisted.csv',
  'controls.csv',
  EVIDENCE_FILE,
  POLICY_COPY,
  ROWS_FILE,
  ...['json', 'sarif', 'junit.xml', 'html'].map((extension) => `mailbox-report.${extension}`),
];
/** Files that systems create by themselves, and the temporary folder that a killed run leaves. */
const IGNORED = /^(?:\.DS_Store|Thumbs\.db|desktop\.ini|page-\w{6})$/;

/**
 * Refuses a folder in which a report would be mixed with other files, or could replace some of them. Returns the names of files
 * there that the earlier report wrote whose rows file is there. Nothing is changed. Rejects with the UserError `OUTPUT_FOLDER`.
 *
 * @param force writes beside other files
 * @param names further names that a report may have
 */
export async function checkOutputFolder(
  folder: string,
  force: boolean,
  names: readonly string[],
): Promise<readonly string[]> {
  const home = homeFolder();
  if (home !== undefined && isHomeOrAbove(await realOrGiven(folder), await realOrGiven(home))) {
    throw refused(`The output directory ${folder} is a home directory, or contains it.`);
  }
  const entries = await entriesOf(folder);
  const relevantEntries = entries.filter((name) => !IGNORED.test(name));
  if (relevantEntries.length === 0) return [];
  const reportFiles = new Set([...FILES, ...names, ...(await reportsIn(folder)).map((name) => `${name}.csv`)]);
  const productFiles = new Set([...reportFiles, ...[...allBuiltIn.keys()].map((name) => `${name}.csv`)]);
  // A baseline.csv or a policy's CSV alone may be a committed file.
  const foreignFiles = entries.includes(ROWS_FILE)
    ? relevantEntries.filter((name) => !productFiles.has(name))
    : relevantEntries;
  if (foreignFiles.length === 0 || force) {
    return entries.includes(ROWS_FILE) ? relevantEntries.filter((name) => reportFiles.has(name)) : [];
  }
  const fileNames = someNames(foreignFiles.toSorted(), visibleLine);
  throw refused(`The output directory ${folder} has files that are not of an earlier report: ${fileNames}.`);
}

/** Whether a folder is a home directory or one above it. `paths`: those of the system. */
export function isHomeOrAbove(
  folder: string,
  home: string,
  paths: Pick<typeof path, 'relative' | 'isAbsolute'> = path,
) {
  const from = paths.relative(folder, home);
  return !paths.isAbsolute(from) && !/^\.\.(?:[\\/]|$)/.test(from);
}

/** Undefined without HOME for a user without an account, as in some containers. */
function homeFolder(): string | undefined {
  try {
    return homedir();
  } catch {
    return undefined;
  }
}

async function entriesOf(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return [];
    throw refused(`The output directory ${folder} cannot be read (${systemErrorCode(error)}).`, error);
  }
}

/** The names of the reports of an earlier run. */
async function reportsIn(folder: string): Promise<readonly string[]> {
  try {
    const { reports, tables } = await readHeader(path.join(folder, ROWS_FILE));
    return [...reports, ...tables].map(({ name }) => name);
  } catch {
    // The file of a run that was killed is cut.
    return [];
  }
}

function realOrGiven(folder: string): Promise<string> {
  return realpath(folder).catch(() => path.resolve(folder));
}

function refused(message: string, cause?: unknown): UserError {
  return new UserError('OUTPUT_FOLDER', message, {
    hint: 'Set --output-directory to a new folder, to an empty one or to that of an earlier report, or add --force to write beside other files.',
    cause,
  });
}
