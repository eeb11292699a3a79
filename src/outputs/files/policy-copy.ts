import path from 'node:path';
import { finished } from 'node:stream/promises';
import { outputError } from '../../files/temp-folder.ts';
import type { Policy } from '../../policy/policy-definition.ts';
import type { Sink } from '../../run/sink.ts';
import { createFile } from './text-file.ts';

/** The policy of a run beside its other files, byte for byte. */
export const POLICY_COPY = 'policy.yml';

/**
 * Writes `policy.yml`, unless the policy itself has that path. Undefined without the bytes of a file. Rejects with the UserError
 * `OUTPUT_UNWRITABLE`.
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
  const stream = createFile(copy);
  try {
    stream.end(content);
    await finished(stream);
  } catch (error) {
    throw outputError(copy, error);
  }
  return sink;
}
