import { existsSync } from 'node:fs';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import { UserError } from '../../errors.ts';
import { outputError } from '../../files/temp-folder.ts';
import type { Policy } from '../../policy/policy-definition.ts';
import type { Sink } from '../../run/sink.ts';
import { ROWS_FILE } from '../../store/rows-file.ts';
import { inputName } from '../../text/audience.ts';
import { visibleLine } from '../../text/display.ts';
import { createFile } from './text-file.ts';

/** The policy of a run beside its other files, byte for byte. */
export const POLICY_COPY = 'policy.yml';

/**
 * Writes `policy.yml`, unless the policy itself has that path. Undefined without the bytes of a file. Call it before the rows file is
 * made. Rejects with the UserError `OUTPUT_UNWRITABLE`, also if the folder has a `policy.yml` and no earlier report: people have a policy of that name.
 */
export async function copyPolicy(
  folder: string,
  { file, content }: Policy,
  workspace: string,
): Promise<Sink | undefined> {
  if (content === undefined) return undefined;
  const copy = path.join(folder, POLICY_COPY);
  const sink = { path: copy, add: () => undefined, close: () => Promise.resolve() };
  if (path.resolve(workspace, file) === copy) return sink;
  if (existsSync(copy) && !existsSync(path.join(folder, ROWS_FILE))) {
    throw new UserError('OUTPUT_UNWRITABLE', `${copy} is there already, and is of no earlier report.`, {
      hint: `The report keeps the policy ${visibleLine(file)} under this name. Set ${inputName('output-directory')} to a folder of its own.`,
    });
  }
  const stream = createFile(copy);
  try {
    stream.end(content);
    await finished(stream);
  } catch (error) {
    throw outputError(copy, error);
  }
  return sink;
}
