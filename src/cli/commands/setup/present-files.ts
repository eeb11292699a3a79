import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { isMap, isScalar, parseDocument } from 'yaml';
import { describeError, systemErrorCode, UserError } from '../../../errors.ts';
import { pathInWorkspace, realPathInWorkspace, workspaceAt } from '../../../files/workspace.ts';
import { readMailboxLists } from '../../../mailboxes/list.ts';
import { shownText } from '../../../text/display.ts';
import { valuesOf, type ConfigValues } from './edit/config-edit.ts';
import { configOf, stepInputsOf } from './edit/workflow-edit.ts';
import { WORKFLOW_FILE } from './workflow-file.ts';

/** The file with what people chose, unless their workflow names another one. */
export const CONFIG_FILE = 'mailbox-report.yml';

/** What the files of the folder say before setup changes something. */
export interface PresentFiles {
  /** The file that the workflow names by `config`, relative to the folder. */
  readonly configFile: string;
  /** Whether the workflow names it. */
  readonly isNamed: boolean;
  /** Whether neither a workflow nor the file says what to read. */
  readonly isFirst: boolean;
  /** The inputs of the step and of the file, by name. Those of the step count more if it names the file. */
  readonly inputs: ConfigValues;
}

/** Reads them. Rejects with the UserErrors `CONFIG_FILE` and `FILE_UNWRITABLE`. */
export async function presentFiles(folder: string): Promise<PresentFiles> {
  const workflow = await contentOf(path.join(folder, WORKFLOW_FILE));
  const named = workflow === undefined ? undefined : configOf(workflow);
  const configFile = named === undefined ? CONFIG_FILE : await requireInside(named, folder);
  const inputsOfFile = inputsIn((await contentOf(path.join(folder, configFile))) ?? '');
  const ofStep = Object.fromEntries(
    [...stepInputsOf(workflow ?? '')].map(([name, value]) => [name, partsOf(value)] as const),
  );
  // Somebody has yet to name the file that has what was chosen.
  const inputs = named === undefined ? { ...ofStep, ...inputsOfFile } : { ...inputsOfFile, ...ofStep };
  const isFirst = workflow === undefined && inputs.mailboxes === undefined && inputs.report === undefined;
  return { configFile, isNamed: named !== undefined, isFirst, inputs };
}

/**
 * The columns that reports carry of the mailbox lists, as `extra-columns` and `address-column` choose them; none without a list. Rejects
 * with the UserErrors of `readMailboxLists`.
 *
 * @param mailboxes paths of lists, and `all`
 */
export async function listColumnsOf(
  mailboxes: readonly string[],
  { 'address-column': addressColumn = [], 'extra-columns': columns = [] }: ConfigValues,
  workspace: string,
): Promise<readonly string[]> {
  const patterns = mailboxes.filter((one) => one !== 'all');
  if (patterns.length === 0) return [];
  const [column] = addressColumn;
  return (await readMailboxLists({ patterns, workspace, column, columns })).columns;
}

/** The parts of an input, as the action splits it. */
export function partsOf(text: string): readonly string[] {
  return text
    .split(/[\n,]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function inputsIn(config: string): ConfigValues {
  const { contents, errors } = parseDocument(config);
  if (errors.length > 0 || !isMap(contents)) return {};
  return Object.fromEntries(
    contents.items.flatMap(({ key, value }) =>
      isScalar(key) ? [[String(key.value), (valuesOf(value) ?? []).flatMap(partsOf)] as const] : [],
    ),
  );
}

/** A workflow must not make setup read or write elsewhere. */
async function requireInside(file: string, folder: string): Promise<string> {
  const workspace = await workspaceAt(folder);
  const inside = pathInWorkspace(file, workspace);
  if (inside === CONFIG_FILE && !existsSync(path.join(folder, CONFIG_FILE))) return inside;
  const real = inside === undefined ? undefined : await realPathInWorkspace(inside, workspace).catch(() => undefined);
  if (inside !== undefined && real !== undefined) return inside;
  throw new UserError('CONFIG_FILE', `${WORKFLOW_FILE} names the file ${shownText(file)}, which this folder lacks.`, {
    hint: `Write the file, or name ${CONFIG_FILE} by "config".`,
  });
}

/** Git may check out a file with other ends of lines than it was written with. */
export function withLineFeeds(text: string): string {
  return text.replaceAll('\r\n', '\n');
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
