import type { Json, JsonObject } from '../../json.ts';
import { WHOLE_ROW } from '../../policy/policy-definition.ts';
import { reportsWriting, writableSettings } from '../../reports/built-in.ts';
import type { SettingTypes } from '../../reports/corrections.ts';
import type { Restored } from '../../run/input-readers.ts';
import type { Exchange } from '../../source/exchange-source.ts';
import type { Graph } from '../../source/graph-source.ts';
import type { EpochMs } from '../../text/numbers.ts';
import type { TargetService } from './service-answer.ts';
import type { OtherChange, SettingValue } from './setting-values.ts';

/** A mailbox as changes name it. */
export interface Place {
  readonly address: string;
  /** The object ID of the mailbox's account in Entra ID, if it is known. Addresses can change, and name another mailbox then. */
  readonly mailboxId?: string | undefined;
  /** Of a target of Exchange Online: the GUID of the mailbox in Exchange's directory. '' if it is not known. */
  readonly guid?: string | undefined;
}

/** What is written to in a mailbox. `entry`: null for settings of the mailbox itself. */
export interface Placed<E> extends Place {
  readonly entry: E;
}

/** A change of a setting, or of a whole entry. Null: there is none. */
export interface ValueChange<E> extends Placed<E> {
  readonly setting: string;
  readonly before: Json;
  readonly after: Json;
}

/** What can be written for a row. */
export interface Writable<E> {
  readonly entry: E;
  /** An entry as a whole, in the form in which it is compared and given back. Undefined if only its settings are written. */
  readonly value?: JsonObject;
}

/** What is to be done to a row. */
export interface Wanted {
  /** Whether the whole entry is taken away or given back. */
  readonly isWhole: boolean;
  /** Whether a policy wants it, which may do less than a restore. */
  readonly isOfPolicy: boolean;
  readonly cloud: string;
}

/** An entry of a mailbox that a row shows. */
export interface ShownEntry<E> {
  /** The object of the service. Of a kept row: what its cells and its identity say of it. */
  readonly object: JsonObject;
  /** The whole entry, or the code of the reason why it is never written. */
  readonly writable: Writable<E> | string;
}

/** What is set back in an entry that is there. */
export interface SetBack<E> extends OtherChange {
  readonly entry: E;
}

/** The members of a change in `plan.json` and `undo.json` that say what it writes to. */
interface FileMembers {
  readonly inboxRule?: string | undefined;
  readonly cmdlet?: string | undefined;
  readonly entry?: Json | object | undefined;
  readonly ruleDigest?: string | undefined;
}

/** Why a service would refuse changes of one target. */
export interface Problem {
  /** The settings that must not be written. */
  readonly settings: readonly string[];
  /** What is wrong, to complete "The mailbox": "would ...". */
  readonly text: string;
}

/** How a target is read and written, in a run. */
export interface Services {
  readonly graph: Graph;
  /** Undefined if the run is of Graph alone. */
  readonly exchange: Exchange | undefined;
  readonly cloud: string;
  readonly now: () => EpochMs;
  /** The properties of Exchange Online that a report of the run reads. */
  readonly selectOf: (report: string) => readonly string[];
}

/**
 * Something that remediation can write, as `corrects.target` of a report names it. To add one, add a file or a row to this folder, and
 * the target to the table.
 *
 * @typeParam E its entries; null for settings of the mailbox itself
 */
export interface WriteTarget<E> {
  readonly name: string;
  readonly service: 'graph' | 'exchange';
  readonly needs: {
    /** Of Graph, to write. */
    readonly permission?: string;
    /** Of Exchange Online, to write. */
    readonly cmdlets?: readonly string[];
    /** Of Exchange Online, before anything is written. */
    readonly lookups?: readonly string[];
  };
  readonly restoredAs: Restored;
  /** The properties that remediation reads in addition to those of the report. */
  readonly alsoReads?: readonly string[];
  /** Settings that may be safe only together. */
  readonly together?: readonly string[];
  /** Why rows are left as they are, to complete "3 violations are not changed: ...", by a code. */
  readonly problems?: Readonly<Record<string, string>>;

  /** What is written to for a row, present or kept, or the code of the reason why nothing is. What is unknown is a reason, too. */
  ofRow(object: JsonObject, wanted: Wanted): Writable<E> | string;
  /** Identifies an entry in its mailbox. */
  keyOf(entry: E): readonly string[];
  toFile(entry: E): FileMembers;
  /** Undefined if the members are those of another target, or of none. */
  fromFile(members: FileMembers): E | undefined;
  /** Whether a plan can have a change. */
  takes(change: ValueChange<E>): boolean;
  /** Whether a policy or a restore can set a value, or a change of another setting can move it. */
  canSet(setting: string, value: Json, entry: E): boolean;
  open(services: Services): TargetService<Placed<E>>;
  /** The cmdlet that makes a change; undefined for a change through Graph. */
  cmdletOf?(change: ValueChange<E>): string;

  /** The code of the reason why nothing of an object can be written. */
  refusalOf?(entry: E, object: JsonObject): string | undefined;
  /** Why the service would refuse changes of an object, as just read; undefined if that is not known. */
  problemOf?(object: JsonObject, changes: readonly SettingValue[], now: EpochMs): Problem | undefined;
  /** Why an object that was just read is not to be written, as a sentence. */
  misfitOf?(object: JsonObject): string | undefined;
  /** The same, of a change that no policy judges. */
  differenceOf?(entry: E, object: JsonObject): string | undefined;
  /** What people must know of the changes of a plan, in sentences. */
  notes?(changes: readonly ValueChange<E>[]): readonly string[];

  /** Undefined for settings of the mailbox itself. */
  readonly entries?: EntriesOf<E>;
}

/** What targets have whose rows are entries of a mailbox, which can be taken away and given back. */
interface EntriesOf<E> {
  /** What it is, for people. */
  label(entry: E): string;
  /** A sentence, without its full stop, that says who loses or gets back access, and that person: '' for none. Hostile text until escaped. */
  sentence(change: ValueChange<E>): { readonly who: string; readonly text: string } | undefined;
  /** An entry in the form in which it is given back. */
  givenBack(entry: E, value: JsonObject, options?: { readonly autoMapping: boolean }): E;
  /** An entry as an undo file has it, without what the plan of an undo adds. By default the entry itself. */
  asRecorded?(entry: E): E;
  /** Whether an object is an entry whose settings are changed. */
  isOf?(entry: E, object: JsonObject): boolean;
  /** What identifies a whole entry then and now: one that was made again has another ID. */
  namesOf(writable: Writable<E>): readonly string[];
  /** What sets an entry back to what it was, or the code of the reason why nothing does; undefined if there is nothing to set. */
  setBack(then: ShownEntry<E>, now: ShownEntry<E>): SetBack<E> | string | undefined;
  /** Who has an entry. */
  readonly holders?: HoldersOf<E>;
}

/** An entry that is taken away, and the other entries of the mailbox that stay. */
export interface RemovedEntry<E> {
  readonly entry: E;
  readonly staying: readonly E[];
}

interface HoldersOf<E> {
  /** The entries of changes whose holders are known now, as far as they must be, with what is read of these. Others are left out. */
  bound(changes: readonly ValueChange<E>[], services: Pick<Services, 'graph' | 'exchange'>): Promise<ReadonlyMap<E, E>>;
  /** The entries that are taken away, with what their holders keep by others of the mailbox. Those of holders who keep nothing are left out. */
  keeping?(
    removed: readonly RemovedEntry<E>[],
    services: Pick<Services, 'graph' | 'exchange'>,
  ): Promise<ReadonlyMap<E, E>>;
  /** The ID of who has an entry: two accounts can have one name. Undefined if it is not known. */
  idOf(entry: E): string | undefined;
  /** Whether the plan of an undo reads the holder: the read before each write shows less. */
  isReadForUndo(change: ValueChange<E>): boolean;
  /** The address of a holder, if an entry does not say who that is. */
  addressOf?(entry: E): string | undefined;
  /** An entry of a kept report with the account that had its address then. */
  keptBy?(entry: E, account: string): E;
}

/** Whether a change takes a whole entry away or gives it back. `isValue`: whether an entry could have a value. */
export function isWholeChange(
  { setting, before, after }: Pick<ValueChange<unknown>, 'setting' | 'before' | 'after'>,
  isValue: (value: Json) => boolean,
): boolean {
  return setting === WHOLE_ROW && ((after === null && isValue(before)) || (before === null && isValue(after)));
}

/** Whether a change in a file has some members, and no others. */
export function hasOnly(members: FileMembers, ...names: readonly (keyof FileMembers)[]): boolean {
  const { inboxRule, cmdlet, entry, ruleDigest } = members;
  return Object.entries({ inboxRule, cmdlet, entry, ruleDigest }).every(
    ([name, value]) => value === undefined || names.some((one) => one === name),
  );
}

/** What policies and restores can set in a target. */
export function settingsOf(target: string): SettingTypes {
  const [report = ''] = reportsWriting(target);
  return writableSettings(report) ?? {};
}
