import { readFile } from 'node:fs/promises';
import { isClientSecret } from '../auth/pfx/encoding.ts';
import { CERTIFICATE } from '../auth/pfx/pfx-errors.ts';
import { systemErrorCode, UserError } from '../errors.ts';
import { nearFile, slashed } from '../files/workspace.ts';
import type { Terminal } from './terminal.ts';

const PASSWORD = 'MAILBOX_REPORT_PFX_PASSWORD';
const PATH_HINT = 'Set --pfx to the path of the PFX file, or of a text file that contains it in base64.';

/** A PFX as the file has it, binary or as text in base64, and its password. */
export interface PfxFile {
  readonly content: Buffer;
  readonly password: string;
}

/**
 * Reads the file of `--pfx`, and its password from the environment or a prompt. Rejects with the UserErrors
 * `PFX_UNREADABLE` and `NO_TERMINAL`.
 */
export async function readPfxFile(
  file: string,
  env: Readonly<Record<string, string | undefined>>,
  terminal: Pick<Terminal, 'askSecret'>,
): Promise<PfxFile> {
  const content = await contentOf(file);
  const password = env[PASSWORD] ?? (await terminal.askSecret('Password of the PFX: '));
  if (password === undefined) throw noPassword();
  return { content, password };
}

async function contentOf(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') throw await missingFile(file);
    throw new UserError('PFX_UNREADABLE', `The file ${file} of --pfx cannot be read (${systemErrorCode(error)}).`, {
      hint: PATH_HINT,
      cause: error,
    });
  }
}

async function missingFile(file: string): Promise<UserError> {
  // The message below would print the secret.
  if (isClientSecret(file)) {
    return new UserError('PFX_UNREADABLE', 'The value of --pfx is a client secret of the application, not a file.', {
      hint: CERTIFICATE,
    });
  }
  const near = await nearFile(slashed(file), process.cwd(), ['pfx', 'p12']);
  return new UserError('PFX_UNREADABLE', `There is no file ${file}, which --pfx names.`, {
    hint: `${near === undefined ? '' : `Did you mean ${near}? `}${PATH_HINT}`,
  });
}

function noPassword(): UserError {
  return new UserError('NO_TERMINAL', 'The password of the PFX is missing, and there is no terminal to enter it.', {
    hint: `Set the environment variable ${PASSWORD}, to an empty text if the PFX has no password.`,
  });
}
