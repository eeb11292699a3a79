import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { requireValue, UserError } from '../../../errors.ts';
import { matchesOf } from '../../../files/glob-files.ts';
import { writeFault } from '../../../files/temp-folder.ts';
import { checkWorkspaceFile, isGlob, pathInWorkspace, statInWorkspace, workspaceAt } from '../../../files/workspace.ts';
import { readYaml } from '../../../files/yaml-file.ts';
import { csvRecord } from '../../../outputs/files/csv-file.ts';
import { POLICY } from '../../../policy/file/policy-file.ts';
import {
  columnNamed,
  entryCells,
  REGISTER_COLUMNS,
  type Register,
  registerPath,
  type NamedRegister,
  type RegisterColumn,
  type RegisterEntry,
  type RegisterFile,
} from '../../../policy/register/register-entry.ts';
import { checkRegister, checkRegisterFile } from '../../../policy/register/register-file.ts';
import { shownText } from '../../../text/display.ts';

/** A file of a register as a command changes it. */
export interface OpenRegister extends RegisterFile {
  readonly lineEnd: '\n' | '\r\n';
}

/** How a new file is written: as CSV files of Excel are, whose line ends Git leaves alone. */
const NEW_FILE = { columns: REGISTER_COLUMNS, format: { bom: false, delimiter: ',' }, lineEnd: '\n' } as const;

/** Reads a file of a register. Rejects with the UserError `REGISTER_FILE`, for the first of several problems. */
export async function openRegister(file: string, folder: string): Promise<OpenRegister> {
  const value = requireValue(await checkRegisterFile(file, folder));
  const text = await readFile(path.resolve(folder, file), 'utf8');
  return { ...value, lineEnd: /^[^\n]*\r\n/.test(text) ? '\r\n' : '\n' };
}

/** The same, but a file without entries if there is none. A path outside the folder is refused with the reason. */
export async function openOrCreateRegister(file: string, folder: string): Promise<OpenRegister> {
  const workspace = await workspaceAt(folder);
  const inside = pathInWorkspace(file, workspace);
  const isMissing = inside !== undefined && (await statInWorkspace(inside, workspace)).kind === 'missing';
  return isMissing ? { ...NEW_FILE, path: inside, entries: [] } : openRegister(file, folder);
}

/**
 * The text of a file: the header as it was, and after it columns that the entries need. Formulas are defused, and what people wrote in other
 * columns stays.
 */
export function registerText(
  { columns: header, format: { bom, delimiter }, lineEnd }: Pick<OpenRegister, 'columns' | 'format' | 'lineEnd'>,
  entries: readonly RegisterEntry[],
): string {
  const present = new Set(header.map(columnNamed));
  const isNeeded = (column: RegisterColumn): boolean =>
    !present.has(column) && entries.some((entry) => entryCells(entry, [column])[0] !== '');
  const columns = [...header, ...REGISTER_COLUMNS.filter(isNeeded)];
  const records = [columns, ...entries.map((entry) => entryCells(entry, columns))];
  const lines = records.map((cells) => csvRecord(cells, delimiter).replace(/\r\n$/, lineEnd));
  return (bom ? '\uFEFF' : '') + lines.join('');
}

/** Writes a file with other entries. Rejects with the UserError `FILE_UNWRITABLE`. */
export async function writeRegister(
  register: OpenRegister,
  entries: readonly RegisterEntry[],
  folder: string,
): Promise<void> {
  try {
    await writeFile(path.resolve(folder, register.path), registerText(register, entries));
  } catch (error) {
    throw new UserError('FILE_UNWRITABLE', `The register ${register.path} cannot be written: ${writeFault(error)}.`, {
      hint: 'Set --register to a file in an existing folder that you may write to.',
      cause: error,
    });
  }
}

/**
 * The whole register that a policy names. Rejects with the UserErrors `POLICY_FILE` and `REGISTER_FILE`, and with `INPUT_INVALID` if the file
 * is not a part of it.
 */
export async function registerOfPolicy(policy: string, file: string, folder: string): Promise<Register> {
  const { named, policyPath } = await registerNamedBy(policy, folder);
  const register = requireValue(await checkRegister(named, policyPath, folder));
  if (!register.files.some((one) => one.path === file)) throw notNamed(policyPath, named, file);
  return register;
}

/** The files besides one of the register that a policy names. They may have no entries yet. Rejects as `registerOfPolicy` does. */
export async function otherFiles(policy: string, file: string, folder: string): Promise<readonly RegisterFile[]> {
  const { named, policyPath } = await registerNamedBy(policy, folder);
  const workspace = await workspaceAt(folder);
  const pattern = pathInWorkspace(registerPath(named.files, policyPath), workspace) ?? '';
  const paths = isGlob(pattern) ? ((await matchesOf(pattern, workspace)) ?? []) : [pattern];
  const isPart = isGlob(pattern) ? path.matchesGlob(file, pattern) : pattern === file;
  if (!isPart) throw notNamed(policyPath, named, file);
  const files: RegisterFile[] = [];
  for (const one of paths) if (one !== file) files.push(requireValue(await checkRegisterFile(one, folder)));
  return files;
}

async function registerNamedBy(policy: string, folder: string) {
  const kind = { code: 'POLICY_FILE', noun: 'policy file', input: '--policy', extensions: ['yml', 'yaml'] } as const;
  const { named, policyPath } = requireValue(
    await checkWorkspaceFile(policy, folder, kind, (bytes, name) =>
      readYaml(bytes, name, 'POLICY_FILE', (root) => ({ named: POLICY.read(root)?.get('register'), policyPath: name })),
    ),
  );
  if (named !== undefined) return { named, policyPath };
  throw new UserError('INPUT_INVALID', `The policy ${shownText(policyPath)} names no register.`, {
    hint: 'Add the key "register", or leave --policy out.',
  });
}

function notNamed(policy: string, { files }: NamedRegister, file: string): UserError {
  const message = `The policy ${shownText(policy)} has another register, ${shownText(files)}: ${shownText(file)} is not in it.`;
  return new UserError('INPUT_INVALID', message, { hint: 'Set --policy to the policy that names the file.' });
}
