import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readMailboxLists } from '../../src/mailboxes/list.ts';
import type { Mailbox, MailboxList } from '../../src/mailboxes/mailbox.ts';

export type Files = Readonly<Record<string, string | Uint8Array>>;

/** Runs a function in a temporary workspace with these files. */
export async function inWorkspace<T>(files: Files, run: (workspace: string) => Promise<T>): Promise<T> {
  const parent = await mkdtemp(path.join(tmpdir(), 'mailboxes-'));
  const workspace = path.join(parent, 'checkout');
  try {
    await mkdir(workspace);
    for (const [name, content] of Object.entries(files)) {
      const file = path.join(workspace, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
    return await run(workspace);
  } finally {
    await rm(parent, { recursive: true });
  }
}

/** Reads lists from these files: all of them in the given order, unless there are patterns. */
export function readLists(
  files: Files,
  { patterns = Object.keys(files), column }: { patterns?: readonly string[]; column?: string } = {},
): Promise<MailboxList> {
  return inWorkspace(files, (workspace) => readMailboxLists({ patterns, workspace, column }));
}

export function mailboxesOf(list: MailboxList): readonly Mailbox[] {
  return list.mailboxes;
}

/** `address` and `line` of each mailbox of a list of one file. */
export async function readList(
  name: string,
  content: string | Uint8Array,
  column?: string,
): Promise<readonly (readonly [string, number])[]> {
  const list = await readLists({ [name]: content }, column === undefined ? {} : { column });
  return mailboxesOf(list).map(({ address, line = 0 }) => [address, line] as const);
}
