import { closeSync, fsyncSync, openSync, rmSync, writeSync } from 'node:fs';
import { UserError } from '../errors.ts';
import { jsonOrUndefined, property } from '../json.ts';
import { outputError } from '../outputs/files/output-directory.ts';
import { readWorkspaceFile } from '../files/workspace.ts';
import { changeIn, storedChange, type PlannedChange, type SettingChange } from './change.ts';
import { sha256 } from './plan-file.ts';

const START = '{"version":1,"changes":[';
const END = '\n]}\n';

/**
 * `undo.json`, written before each write to a mailbox: it is complete JSON at every moment, so that a run that is killed
 * can be undone.
 */
export class UndoRecord {
  readonly path: string;
  readonly #file: number;
  /** Bytes up to the end of the last entry, and of the whole file. */
  #length = 0;
  #size = 0;
  #entries = 0;

  /** Throws the UserError `OUTPUT_UNWRITABLE`, as its methods do. */
  constructor(file: string) {
    this.path = file;
    this.#file = this.#guard(() => {
      rmSync(file, { force: true });
      return openSync(file, 'wx');
    });
    this.#put(START);
  }

  /** Adds changes that are about to be written. Returns a function that takes them back. */
  add(changes: readonly SettingChange[]): () => void {
    const before = { length: this.#length, entries: this.#entries };
    for (const change of changes) {
      this.#put(`${this.#entries === 0 ? '' : ','}\n${JSON.stringify(storedChange(change))}`);
      this.#entries += 1;
    }
    return () => {
      this.#length = before.length;
      this.#entries = before.entries;
      this.#put('');
    };
  }

  close(): void {
    this.#guard(() => {
      closeSync(this.#file);
    });
  }

  /** Overwrites the end. Entries that were taken back leave blanks behind, which JSON allows. */
  #put(text: string): void {
    this.#guard(() => {
      const end = this.#length + Buffer.byteLength(text);
      const blanks = Math.max(this.#size - end - END.length, 0);
      writeSync(this.#file, `${text}${END}${' '.repeat(blanks)}`, this.#length);
      fsyncSync(this.#file);
      this.#length = end;
      this.#size = end + END.length + blanks;
    });
  }

  #guard<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw outputError(this.path, error);
    }
  }
}

/** An `undo.json` as it was read. */
export interface UndoFile {
  /** SHA-256 of its bytes, in hex. */
  readonly digest: string;
  /** The changes back, the last one first. */
  readonly changes: readonly PlannedChange[];
}

/** Reads an `undo.json`. Rejects with the UserError `UNDO_FILE`. */
export async function readUndoFile(file: string, workspace: string): Promise<UndoFile> {
  const { bytes, shown } = await readWorkspaceFile(file, workspace, {
    ...{ code: 'UNDO_FILE', noun: 'undo file', input: 'undo-file', extensions: ['json'], names: [] },
  });
  const json = jsonOrUndefined(new TextDecoder().decode(bytes));
  const entries = property(json, 'changes');
  const changes = Array.isArray(entries) && property(json, 'version') === 1 ? entries.map(changeIn) : undefined;
  const known = changes?.filter((change) => change !== undefined);
  if (known !== undefined && known.length === changes?.length) {
    const none = { title: '', found: '', expected: '', cells: [] };
    const back = known.map((change) => ({ ...change, ...none, before: change.after, after: change.before }));
    return { digest: sha256(bytes), changes: back.reverse() };
  }
  throw new UserError('UNDO_FILE', `${shown} is not the undo.json of a run.`, {
    hint: 'Download the artifact of the run that applied the changes, and set "undo-file" to the undo.json in it, unchanged.',
    place: { file: shown },
  });
}
