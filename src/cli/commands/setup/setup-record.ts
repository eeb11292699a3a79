import { hash, randomUUID } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describeError, systemErrorCode, UserError } from '../../../errors.ts';
import { arrayOf, isText, isTruth, objectOf, oneOf, optional, type Shaped } from '../../../files/json-shape.ts';
import { jsonOrUndefined } from '../../../json.ts';

/** The file that records what `setup` has made, beside the files of the repository. */
export const RECORD_FILE = 'mailbox-report-setup.json';

/** An object with an ID of its service. Without it, its creation was begun, and may have been cut off. */
const isMade = objectOf({ name: isText, id: optional(isText) });

const isRecordContent = objectOf({
  format: oneOf(['mailbox-report-setup']),
  version: oneOf([1]),
  /** A GUID that is also a tag of the application: what tells it from one that another setup made. */
  setupId: isText,
  tenantId: isText,
  cloud: isText,
  application: optional(
    objectOf({
      name: isText,
      uniqueName: isText,
      /** Whether this setup made it, so that `--undo` deletes it. */
      isOwn: isTruth,
      id: optional(isText),
      appId: optional(isText),
      principalId: optional(isText),
    }),
  ),
  /** Graph and Exchange Online have app roles with the same IDs. */
  permissions: arrayOf(objectOf({ name: isText, resourceId: isText, roleId: isText })),
  federatedCredentials: arrayOf(isMade),
  /** By name. */
  directoryRoles: arrayOf(isText),
  certificates: arrayOf(objectOf({ keyId: isText, /** Its public part: DER in base64. */ der: isText })),
  variables: arrayOf(
    objectOf({ repository: isText, name: isText, value: isText, /** Before this setup. */ before: optional(isText) }),
  ),
  files: arrayOf(objectOf({ file: isText, /** Hex. */ sha256: isText })),
  /** Whether the administrator signed in as Microsoft Graph Command Line Tools, whose consent may remain. */
  hasConsentOfTools: isTruth,
});

export type RecordContent = Shaped<typeof isRecordContent>;

/** What `setup` has made. Written before and after each object, so that a run that is cut off can be finished or undone. */
export class SetupRecord {
  readonly #file: string;
  /** Undefined: there is no file. */
  content: RecordContent;
  /** Whether the file existed. */
  readonly isEarlier: boolean;

  constructor(file: string, content: RecordContent, isEarlier: boolean) {
    this.#file = file;
    this.content = content;
    this.isEarlier = isEarlier;
  }

  /** Changes members and writes the file. Rejects with the UserError `FILE_UNWRITABLE`. */
  async update(changes: Partial<RecordContent>): Promise<void> {
    this.content = { ...this.content, ...changes };
    const temporary = `${this.#file}.tmp`;
    try {
      // A file that is cut off would lose the IDs.
      await writeFile(temporary, `${JSON.stringify(this.content, undefined, 2)}\n`);
      await rename(temporary, this.#file);
    } catch (error) {
      throw new UserError('FILE_UNWRITABLE', `${RECORD_FILE} cannot be written (${describeError(error)}).`, {
        hint: 'Run the command in a folder that you may write to: the file records what was created, so that it can be undone.',
        cause: error,
      });
    }
  }

  /** Deletes the file. */
  async remove(): Promise<void> {
    await rm(this.#file, { force: true });
  }
}

/** The record in a folder, or a new one for a tenant. Rejects with the UserError `SETUP_RECORD` for a file that is not one. */
export async function recordIn(
  folder: string,
  tenant: { readonly tenantId: string; readonly cloud: string },
): Promise<SetupRecord> {
  const earlier = await readRecord(folder);
  if (earlier === undefined) return new SetupRecord(path.join(folder, RECORD_FILE), newContent(tenant), false);
  const { tenantId, cloud } = earlier.content;
  if (tenantId.toLowerCase() === tenant.tenantId.toLowerCase() && cloud === tenant.cloud) return earlier;
  const place = `tenant ${tenantId} (${cloud})`;
  throw new UserError('SETUP_RECORD', `${RECORD_FILE} is about ${place}, and this sign-in is for ${tenant.tenantId}.`, {
    hint: `Sign in to that tenant, or run the command in another folder. "setup --undo" deletes what the file records.`,
  });
}

/** The record in a folder; undefined if there is none. Rejects as `recordIn` does. */
export async function readRecord(folder: string): Promise<SetupRecord | undefined> {
  const file = path.join(folder, RECORD_FILE);
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return undefined;
    throw unusable(describeError(error), error);
  }
  const content: unknown = jsonOrUndefined(text);
  if (!isRecordContent(content)) throw unusable('it is not a record of setup');
  return new SetupRecord(file, content, true);
}

function unusable(reason: string, cause?: unknown): UserError {
  return new UserError('SETUP_RECORD', `${RECORD_FILE} cannot be read: ${reason}.`, {
    hint: 'Restore the file from the history of the repository, or move it away: setup then finds its application again by name.',
    cause,
  });
}

function newContent({ tenantId, cloud }: { readonly tenantId: string; readonly cloud: string }): RecordContent {
  return {
    format: 'mailbox-report-setup',
    version: 1,
    setupId: randomUUID(),
    tenantId,
    cloud,
    application: undefined,
    permissions: [],
    federatedCredentials: [],
    directoryRoles: [],
    certificates: [],
    variables: [],
    files: [],
    hasConsentOfTools: false,
  };
}

/** The client ID of the application, which exists by then. */
export function appIdOf({ content }: SetupRecord): string {
  return content.application?.appId ?? '';
}

/** A list of objects with one more, which replaces one of the same name. */
export function withMade<T extends { readonly name: string }>(list: readonly T[], made: T): readonly T[] {
  return [...list.filter(({ name }) => name !== made.name), made];
}

/** The digest by which a file that was changed since is told. */
export function digestOf(content: string | Uint8Array): string {
  return hash('sha256', content);
}
