import { describeError, UserError } from '../errors.ts';

const REASONS: ReadonlyMap<string, string> = new Map([
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'the disk quota is used up'],
  ['EACCES', 'this user may not write there'],
  ['EPERM', 'this user may not write there'],
  ['EROFS', 'the disk is read-only'],
  ['EISDIR', 'a folder has that name'],
  ['ENOTDIR', 'a part of the path is a file'],
  ['EEXIST', 'a part of the path is a file'],
  ['ENAMETOOLONG', 'the path is too long'],
]);

/** The UserError `OUTPUT_UNWRITABLE` for a file that the disk does not take, whatever the file system threw. */
export function outputError(path: string, thrown: unknown): UserError {
  const reason = REASONS.get(codeOf(thrown)) ?? describeError(thrown);
  return new UserError('OUTPUT_UNWRITABLE', `${path} cannot be written: ${reason}.`, {
    hint: 'Set "output-directory" to a folder that this step may write to and that has room, or leave it out for one under RUNNER_TEMP.',
    cause: thrown,
  });
}

function codeOf(thrown: unknown): string {
  const named = typeof thrown === 'object' && thrown !== null && 'code' in thrown;
  return named && typeof thrown.code === 'string' ? thrown.code : '';
}
