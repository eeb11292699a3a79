import { hash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { describeError, systemErrorCode, UserError } from '../../../errors.ts';
import {
  arrayOf,
  both,
  isText,
  isTruth,
  objectOf,
  oneOf,
  optional,
  type Shape,
  type Shaped,
} from '../../../files/json-shape.ts';
import { replaceFile } from '../../../files/rename.ts';
import { isRecord, jsonOrUndefined } from '../../../json.ts';

/** The file that records what `setup` has made, beside the files of the repository. */
export const RECORD_FILE = 'mailbox-report-setup.json';

/** A member of the record: what it has of one kind of resource. */
export interface RecordPart<T> {
  readonly member: string;
  /** A record in which this member has another shape is refused as a whole. */
  readonly shape: Shape<T>;
  /** Before anything is made. */
  readonly empty: T;
}

/** The part of a kind of which there can be several. */
export function listPart<T>(member: string, item: Shape<T>): RecordPart<readonly T[]> {
  return { member, shape: arrayOf(item), empty: [] };
}

/** The part that is a record of its own, of a further application: it has some of the parts. */
export type RecordInRecord = RecordPart<Readonly<Record<string, unknown>> | undefined>;

export function recordPart(member: string, parts: readonly RecordPart<unknown>[]): RecordInRecord {
  const members = objectOf(Object.fromEntries(parts.map((part) => [part.member, optional(part.shape)])));
  return { member, shape: optional(both(isRecord, members)), empty: undefined };
}

/** A new value of a part. */
export type RecordChange = readonly [member: string, value: unknown];

export function set<T>({ member }: RecordPart<T>, value: NoInfer<T>): RecordChange {
  return [member, value];
}

export function clear<T>(part: RecordPart<T>): RecordChange {
  return set(part, part.empty);
}

const isHeader = objectOf({
  format: oneOf(['mailbox-report-setup']),
  version: oneOf([1]),
  tenantId: isText,
  cloud: isText,
});

/** Whether the administrator signed in as Microsoft Graph Command Line Tools, whose consent may remain. */
export const toolsConsentPart: RecordPart<boolean> = { member: 'hasConsentOfTools', shape: isTruth, empty: false };

const isContent = both(isRecord, isHeader);
type Content = Shaped<typeof isContent>;

/** The file in a folder, and what it has. */
interface RecordFile {
  readonly path: string;
  content: Content;
}

/** What `setup` has made. Written before and after each object, so that a run that is cut off can be finished or undone. */
export class SetupRecord {
  readonly #file: RecordFile;
  /** Of the record in the record that it is; undefined for the whole. */
  readonly #member: string | undefined;

  constructor(file: RecordFile, member?: string) {
    this.#file = file;
    this.#member = member;
  }

  get tenantId(): string {
    return this.#file.content.tenantId;
  }

  get cloud(): string {
    return this.#file.content.cloud;
  }

  /** What the file has. */
  get content(): Readonly<Record<string, unknown>> {
    return this.#file.content;
  }

  /** The record of a further application, in the same file. */
  in({ member }: RecordInRecord): SetupRecord {
    return new SetupRecord(this.#file, member);
  }

  /** What the record has of a kind. */
  of<T>({ member, shape, empty }: RecordPart<T>): T {
    const value = this.#members[member];
    if (value === undefined && this.#member !== undefined) return empty;
    if (shape(value)) return value;
    throw notARecord();
  }

  get #members(): Readonly<Record<string, unknown>> {
    if (this.#member === undefined) return this.#file.content;
    const members = this.#file.content[this.#member];
    return isRecord(members) ? members : {};
  }

  /** Changes parts and writes the file once. Throws the UserError `FILE_UNWRITABLE`. */
  update(...changes: readonly RecordChange[]): void {
    const members = { ...this.#members, ...Object.fromEntries(changes) };
    const changed = this.#member === undefined ? members : { [this.#member]: members };
    this.#file.content = { ...this.#file.content, ...changed };
    try {
      // A file that is cut off would lose the IDs.
      replaceFile(this.#file.path, `${JSON.stringify(this.#file.content, undefined, 2)}\n`);
    } catch (error) {
      throw new UserError('FILE_UNWRITABLE', `${RECORD_FILE} cannot be written (${describeError(error)}).`, {
        hint: 'Run the command in a folder that you may write to: the file records what was created, so that it can be undone.',
        cause: error,
      });
    }
  }

  /** Deletes the file. */
  async remove(): Promise<void> {
    await rm(this.#file.path, { force: true });
  }
}

/** The record in a folder, or a new one for a tenant. Rejects with the UserError `SETUP_RECORD` for a file that is not one. */
export async function recordIn(
  folder: string,
  parts: readonly RecordPart<unknown>[],
  { tenantId, cloud }: { readonly tenantId: string; readonly cloud: string },
): Promise<SetupRecord> {
  const earlier = await readRecord(folder, parts);
  if (earlier === undefined) {
    const header = { format: 'mailbox-report-setup', version: 1, tenantId, cloud } as const;
    const content = { ...header, ...Object.fromEntries(parts.map(clear)) };
    return new SetupRecord({ path: path.join(folder, RECORD_FILE), content });
  }
  if (earlier.tenantId.toLowerCase() === tenantId.toLowerCase() && earlier.cloud === cloud) return earlier;
  const place = `tenant ${earlier.tenantId} (${earlier.cloud})`;
  throw new UserError('SETUP_RECORD', `${RECORD_FILE} is about ${place}, and this sign-in is for ${tenantId}.`, {
    hint: `Sign in to that tenant, or run the command in another folder. "setup --undo" deletes what the file records.`,
  });
}

/** The record in a folder; undefined if there is none. Rejects as `recordIn` does. */
export async function readRecord(
  folder: string,
  parts: readonly RecordPart<unknown>[],
): Promise<SetupRecord | undefined> {
  let text: string;
  try {
    text = await readFile(path.join(folder, RECORD_FILE), 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw unusable(describeError(error), error);
  }
  const content: unknown = jsonOrUndefined(text);
  if (!isContent(content)) throw notARecord();
  for (const { member, shape } of parts) if (!shape(content[member])) throw notARecord();
  return new SetupRecord({ path: path.join(folder, RECORD_FILE), content });
}

function notARecord(): UserError {
  return unusable('it is not a record of setup');
}

function unusable(reason: string, cause?: unknown): UserError {
  return new UserError('SETUP_RECORD', `${RECORD_FILE} cannot be read: ${reason}.`, {
    hint: 'Restore the file from the history of the repository, or move it away, and set --adopt to the client ID of the application.',
    cause,
  });
}

/** A list of objects with one more, which replaces one of the same name. */
export function withMade<T extends { readonly name: string }>(list: readonly T[], made: T): readonly T[] {
  return [...list.filter(({ name }) => name !== made.name), made];
}

/** The digest by which a file that was changed since is told. */
export function digestOf(content: string | Uint8Array): string {
  return hash('sha256', content);
}
