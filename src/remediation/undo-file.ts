import { hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { UserError } from '../errors.ts';
import { arrayOf, isPresent, isText, objectOf, oneOf, optional } from '../files/json-shape.ts';
import { replaceFile } from '../files/rename.ts';
import { readWorkspaceFile } from '../files/workspace.ts';
import { isGuid, isObject, jsonOrUndefined, property, type Json } from '../json.ts';
import { outputError } from '../files/temp-folder.ts';
import { WHOLE_ROW } from '../policy/policy-definition.ts';
import type { EpochMs } from '../text/numbers.ts';
import { VERSION } from '../version.ts';
import { changeIn, changesFile, FILE_MODE, storedChange } from './change-file.ts';
import { targetKey, targetOf, type AppliedChange, type PlannedChange, type SettingChange } from './change.ts';
import { isUndoneRun, type UndoneRun } from './source-run.ts';
import { inputName } from '../text/audience.ts';

const FORMAT = 'mailbox-report-undo';
const FORMAT_VERSION = 2;
/** The versions that are read. Version 1 does not say whose the addresses of calendar permissions were. */
const READ_VERSIONS = [1, FORMAT_VERSION];
/** Bytes. 100,000 changes have some 40 MB. */
const MAX_BYTES = 256 * 1024 * 1024;
/** How many times longer than it takes to write the file the next time waits, so that long files do not slow the run down. */
const PACE = 20;

/** What an `undo.json` says about the changes in it. */
interface UndoHeader extends UndoneRun {
  readonly tenant: string;
  readonly cloud: string;
  /** The digest of the plan that it undoes. */
  readonly plan: string;
  /** Who approved the run; undefined if that is not known. */
  readonly approvers: readonly string[] | undefined;
}

/** What forwarding was before changes, as an undo must know it. */
export interface FormerForwarding {
  /** By a change of the recipient, the GUID of the recipient before it, if that is known: another one can have the name later. */
  readonly recipients: ReadonlyMap<PlannedChange, string>;
  /** Changes of an address without effect: the mailbox forwards to a recipient, or is not known not to. */
  readonly ignored: ReadonlySet<PlannedChange>;
}

/** That of changes which are not about forwarding. */
export const NO_FORWARDING: FormerForwarding = { recipients: new Map(), ignored: new Set() };

/**
 * `undo.json`: the changes of a plan before the first of them is written, and at the end those that may have been written, each with the
 * value that was read back. A run that is killed, or whose disk is full, leaves the whole file that was written last.
 */
export class UndoRecord {
  readonly path: string;
  readonly #header: object;
  readonly #changes: readonly PlannedChange[];
  readonly #forwarding: FormerForwarding;
  readonly #results = new Map<PlannedChange, AppliedChange>();
  readonly #now: () => EpochMs;
  #nextAt = 0;

  /** Writes the file. Throws the UserError `OUTPUT_UNWRITABLE`, also for a folder that has one. */
  constructor(
    folder: string,
    header: UndoHeader,
    changes: readonly PlannedChange[],
    forwarding: FormerForwarding,
    now: () => EpochMs,
  ) {
    this.path = path.join(folder, 'undo.json');
    this.#header = { format: FORMAT, version: FORMAT_VERSION, productVersion: VERSION, ...header };
    this.#changes = changes;
    this.#forwarding = forwarding;
    this.#now = now;
    if (existsSync(this.path)) {
      throw new UserError('OUTPUT_UNWRITABLE', `The folder ${folder} has the undo.json of an earlier apply.`, {
        hint: `Set ${inputName('output-directory')} to another folder, or omit it for a new one. Without this file, the earlier changes cannot be undone.`,
      });
    }
    this.save();
  }

  /** Records results. Those of which the service keeps another value than the plan's are soon on the disk. Throws as `save` does. */
  add(results: readonly AppliedChange[]): void {
    for (const result of results) this.#results.set(result.change, result);
    const isNews = results.some(
      ({ change, readBack, moved = [], others = [] }) =>
        (readBack !== undefined && !isEqual(readBack, change.after)) || moved.length + others.length > 0,
    );
    if (isNews && this.#now() > this.#nextAt) this.save();
  }

  /** Replaces the file as a whole. Throws the UserError `OUTPUT_UNWRITABLE`; the file is then as before. */
  save(): void {
    const began = this.#now();
    const entries = this.#changes.flatMap((change) => this.#entriesOf(change));
    try {
      replaceFile(this.path, changesFile(this.#header, entries), FILE_MODE);
    } catch (error) {
      throw outputError(this.path, error);
    }
    const ended = this.#now();
    this.#nextAt = ended + PACE * (ended - began);
  }

  /** A change is left out once it is certain that it was not written. */
  #entriesOf(change: PlannedChange): readonly object[] {
    const result = this.#results.get(change);
    if (result?.isWritten === false) return [];
    const { readBack, others, moved = [] } = result ?? {};
    const { title, found, expected } = change;
    const evidence = { title, found, expected };
    const recipient = this.#forwarding.recipients.get(change);
    const isIgnored = this.#forwarding.ignored.has(change) ? true : undefined;
    const ofOthers = others !== undefined && others.length > 0 ? { others } : {};
    return [
      { ...storedChange(change), ...evidence, recipient, isIgnored, readBack, ...ofOthers },
      ...moved.map((each) => ({ ...storedChange(each), ...evidence, readBack: each.after })),
    ];
  }
}

function isEqual(one: Json, other: Json): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** An `undo.json` as it was read. */
export interface UndoFile {
  readonly tenant: string;
  readonly cloud: string;
  /** The run that wrote it. */
  readonly source: UndoneRun;
  /** SHA-256 of its bytes, in hex. */
  readonly digest: string;
  /** The changes back, the last one first. */
  readonly changes: readonly PlannedChange[];
  /** By the target of a change, the GUID of the recipient to whom mail was forwarded. Earlier files do not say it. */
  readonly recipients: ReadonlyMap<string, string>;
  /** Targets of changes of an address to which the mailbox did not forward, since it forwarded to a recipient. */
  readonly ignored: ReadonlySet<string>;
}

const isUndoRecord = objectOf({
  format: oneOf([FORMAT]),
  version: oneOf(READ_VERSIONS),
  tenant: isText,
  cloud: isText,
  changes: arrayOf(isPresent),
});

const isApproved = objectOf({ plan: isText, approvers: optional(arrayOf(isText)) });

/** Whose changes an `undo.json` has, and how many; undefined if it is none. */
export function undoneRunIn(text: string): (UndoHeader & { readonly changes: number }) | undefined {
  const json = jsonOrUndefined(text);
  if (!isUndoRecord(json) || !isUndoneRun(json) || !isApproved(json)) return undefined;
  const { tenant, cloud, plan, approvers, repository, run, actor, applied } = json;
  return { tenant, cloud, plan, approvers, repository, run, actor, applied, changes: json.changes.length };
}

/**
 * Reads an `undo.json`. Rejects with the UserError `UNDO_FILE` if it is none, or if no apply could have written it: with a setting or value
 * that no policy sets, or with addresses and GUIDs that disagree.
 */
export async function readUndoFile(file: string, workspace: string): Promise<UndoFile> {
  const { bytes, relativePath } = await readWorkspaceFile(file, workspace, {
    code: 'UNDO_FILE',
    noun: 'undo file',
    input: 'undo-file',
    extensions: ['json'],
    maxBytes: MAX_BYTES,
  });
  const refused = (what: string): UserError =>
    new UserError('UNDO_FILE', `${relativePath} ${what}.`, {
      hint: `Download the artifact of the run that applied the changes, and set ${inputName('undo-file')} to the undo.json in it, unchanged.`,
      place: { file: relativePath },
    });
  const json = jsonOrUndefined(new TextDecoder().decode(bytes));
  if (!isUndoRecord(json) || !isUndoneRun(json)) throw refused('is not the undo.json of a run of this version');
  const { tenant, cloud, repository, run, actor, applied } = json;
  const changes = json.changes.map(undoneChange);
  const wrong = changes.indexOf(undefined);
  if (wrong >= 0) throw refused(`has a change, number ${wrong + 1}, that no apply makes`);
  const entries = changes.filter((change) => change !== undefined);
  const disagreeing = disagreement(entries);
  if (disagreeing !== undefined)
    throw refused(`names the mailbox ${disagreeing} with several GUIDs, or its GUID with several addresses`);
  const source = { repository, run, actor, applied };
  const recipients = new Map(
    entries.flatMap((change, at): [string, string][] => {
      const guid = property(json.changes[at], 'recipient');
      return isGuid(guid) ? [[targetKey(change), guid]] : [];
    }),
  );
  const isIgnored = (_: PlannedChange, at: number): boolean => property(json.changes[at], 'isIgnored') === true;
  const ignored = new Set(entries.filter(isIgnored).map(targetKey));
  return { tenant, cloud, source, digest: hash('sha256', bytes), recipients, ignored, changes: entries.reverse() };
}

/** The change back that an entry describes; undefined if no apply wrote it. */
function undoneChange(entry: Json): PlannedChange | undefined {
  const change = changeIn(entry);
  if (change === undefined || !isObject(entry) || !isApplicable(change)) return undefined;
  const { readBack = change.after } = entry;
  const target = targetOf(change);
  // An object as the value of a parameter can make a cmdlet do something else.
  const isParameter = target.service === 'exchange' && change.setting !== WHOLE_ROW;
  if (!isSameType(readBack, change.after) || (isParameter && isObject(readBack))) return undefined;
  // Files of earlier versions have no evidence.
  const [title = '', found = '', expected = ''] = [entry.title, entry.found, entry.expected].map((text) =>
    typeof text === 'string' ? text : '',
  );
  const undone = { ...change, title, found, expected, cells: [], before: readBack, after: change.before };
  const { after } = undone;
  if (change.setting !== WHOLE_ROW || !isObject(after)) return undone;
  return { ...undone, entry: target.entries?.givenBack(change.entry, after) ?? change.entry };
}

/** Whether a policy or a restore can set the value, or the change of a language can move it, and the earlier value is of the same type. */
function isApplicable(change: SettingChange): boolean {
  const { setting, before, after, entry } = change;
  return isSameType(before, after) && targetOf(change).canSet(setting, after, entry);
}

function isSameType(one: Json, other: Json): boolean {
  if (one === null || other === null) return true;
  return typeof one === typeof other && Array.isArray(one) === Array.isArray(other);
}

/** A mailbox that entries name by an address with several GUIDs, or by a GUID with several addresses. */
function disagreement(changes: readonly SettingChange[]): string | undefined {
  const earlierValues = new Map<string, string>();
  const disagrees = (key: string, value: string): boolean => {
    const earlier = earlierValues.get(key) ?? value;
    earlierValues.set(key, value);
    return earlier !== value;
  };
  return changes.find((change) => {
    const address = change.address.toLowerCase();
    const ids = { account: change.mailboxId?.toLowerCase(), mailbox: change.guid?.toLowerCase() };
    return Object.entries(ids).some(
      ([kind, id]) =>
        id !== undefined && (disagrees(`${kind} ${id}`, address) || disagrees(`${kind} of ${address}`, id)),
    );
  })?.address;
}
