import { UserError } from '../errors.ts';

/** The error code of Node's file system calls, such as `ENOENT`; '' for anything else that was thrown. */
export function fileErrorCode(error: unknown): string {
  const hasCode = typeof error === 'object' && error !== null && 'code' in error;
  return hasCode && typeof error.code === 'string' ? error.code : '';
}

/** The error for a list file that is there and cannot be read. */
export function unreadableError(file: string, cause: unknown): UserError {
  const code = fileErrorCode(cause);
  return new UserError('LIST_UNREADABLE', `${file} cannot be read${code === '' ? '' : ` (${code})`}.`, {
    hint: 'It must be a regular file that the user of the runner may read.',
    place: { file },
    cause,
  });
}
