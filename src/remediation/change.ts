import type { Json, JsonObject } from '../json.ts';
import type { Known } from '../reports/known.ts';
import { reportsWriting } from '../reports/built-in.ts';
import { WHOLE_ROW } from '../policy/policy-definition.ts';
import { cellText, shortened } from '../text/display.ts';
import type { TargetService } from './targets/service-answer.ts';
import type { OtherChange } from './targets/setting-values.ts';
import type { Placed, WriteTarget } from './targets/target.ts';
import { targetNamed, type Entry } from './targets/targets.ts';

/** What a change writes to in a mailbox. */
export interface Target extends Placed<Entry> {
  /** The name of the target in its table. */
  readonly target: string;
}

/** Reads and writes what changes are about. */
export type SettingsService = TargetService<Target>;

/** Characters of each value of an unplanned change. */
const LONGEST_EFFECT = 80;

/** The target of a change. */
export function targetOf({ target }: Pick<Target, 'target'>): WriteTarget<Entry> {
  return targetNamed(target);
}

/** The names of the reports whose rows show what a target is changed to. The first one shows all of it. */
export function reportsOf({ target }: Pick<Target, 'target'>): readonly string[] {
  return reportsWriting(target);
}

/** The report whose rows show all that a target is changed to. */
export function reportOf(target: Pick<Target, 'target'>): string {
  return reportsOf(target)[0] ?? '';
}

/** One setting of a target, before and after. */
export interface SettingChange extends Target {
  /** Ids of the rules of the policy that require it. */
  readonly rules: readonly string[];
  /** The name of the inbox rule, else ''. Hostile text until escaped. */
  readonly item: string;
  /** As the service names it: `automaticRepliesSetting.externalAudience`, `ForwardingSmtpAddress`. */
  readonly setting: string;
  /** Null if the mailbox has no value. */
  readonly before: Json;
  readonly after: Json;
}

/** A change of a plan, with the reasons for it. */
export interface PlannedChange extends SettingChange {
  /** The titles of its rules, for people: `Automatic replies stay inside; No replies`. */
  readonly title: string;
  /** The violating cells in words: `AutomaticReplyExternalAudience: all`. Hostile text until escaped. */
  readonly found: string;
  /** What the rules expect of these cells, in words. */
  readonly expected: string;
  /** The cells that its rules read. Empty in the plan of an undo, which no policy judges. */
  readonly cells: readonly PlannedCell[];
}

/** A cell of the row that a change is about. */
export interface PlannedCell {
  readonly report: string;
  readonly column: string;
  /** What is shown of an unknown one is its written form. */
  readonly cell: Known<Json>;
}

/** The result of a change. `pending`: not tried, because of `limit`, `max-failures` or what stopped the run. */
export type ChangeStatus = 'applied' | 'unchanged' | 'stale' | 'not-verified' | 'failed' | 'pending' | 'cancelled';

export interface AppliedChange {
  readonly change: PlannedChange;
  readonly status: ChangeStatus;
  /** Why it was not applied, else ''. Hostile text until escaped. */
  readonly error: string;
  /** Whether a write was sent that the service did not clearly refuse, so that its undo entry is kept. */
  readonly isWritten: boolean;
  /** The value as read after the write, if it was applied. */
  readonly readBack?: Json;
  /** Formats of dates and times that its write has moved. They are recorded, and undone with it. */
  readonly moved?: readonly SettingChange[];
  /** Other properties of the resource that differ after its write, by a side effect or by a person. */
  readonly others?: readonly OtherChange[];
  /** What was read before a write that is not verified. */
  readonly resourceBefore?: JsonObject;
  /** Epoch ms: until then, the service asked not to read a change that is not verified. */
  readonly readableAt?: number | undefined;
  /** Whether its mailbox exists and could not be read. */
  readonly isUnread?: boolean;
  /** Whether the service refused the write for a reason that may concern another change of the same request. */
  readonly isRefused?: boolean;
  /** Whether the application may not run the cmdlet. */
  readonly isDenied?: boolean;
}

/** The result of a change of which no write was sent. */
export function unwritten(change: PlannedChange, status: ChangeStatus, error = ''): AppliedChange {
  return { change, status, error, isWritten: false };
}

/** The columns of `plan.csv`, and the first of `applied.csv`. */
export const CHANGE_COLUMNS = [
  'MailboxName',
  'Rule',
  'Title',
  'Item',
  'Setting',
  'Before',
  'After',
  'Found',
  'Expected',
] as const;

/** A change as the cells of a record. */
export function changeCells(change: SettingChange & Partial<PlannedChange>): readonly Json[] {
  const { address, rules, title = '', item, setting, before, after, found = '', expected = '' } = change;
  const id = targetOf(change).entries?.holders?.idOf(change.entry);
  const evidence = [found, id === undefined ? '' : `ID: ${id}`].filter((text) => text !== '').join('; ');
  return [address, rules.join('; '), title, item, setting, before, after, evidence, expected];
}

/** Whether two changes of a target may be safe only together: settings of a rule, and what the target says of them. */
export function areTogether(one: PlannedChange, other: PlannedChange): boolean {
  return one.rules.some((rule) => other.rules.includes(rule)) || areInseparable(one, other);
}

/** What the target says of them. */
export function areInseparable(one: PlannedChange, other: PlannedChange): boolean {
  const { together = [] } = targetOf(one);
  return one.target === other.target && [one, other].every(({ setting }) => together.includes(setting));
}

/** Identifies the target of a change. Addresses compare without case; in Exchange Online, a mailbox can have several. */
export function targetKey(target: Target): string {
  const { address, guid, target: name, entry } = target;
  return JSON.stringify([(guid ?? address).toLowerCase(), name, ...targetOf(target).keyOf(entry)]);
}

/**
 * Whether a value of a setting is one that Graph returns and does not accept: none, or a blank that is no text for people. In Exchange
 * Online, null clears a property, and an entry that is null is absent.
 */
export function isUnset(change: Pick<SettingChange, 'setting' | 'target'>, value: Json): boolean {
  const { setting } = change;
  if (targetOf(change).service !== 'graph' || setting === WHOLE_ROW) return false;
  return value === null || (value === '' && !setting.endsWith('Message'));
}

/** The unplanned changes of a write, in words; '' without any. Hostile text until escaped. */
export function sideEffects({ change, others = [] }: AppliedChange): string {
  return others.map((other) => changeText({ ...change, ...other }, LONGEST_EFFECT)).join('; ');
}

/** What a change is about, for people. */
export function settingLabel(change: Pick<SettingChange, 'setting' | 'target' | 'entry'>): string {
  const { setting, entry } = change;
  return setting === WHOLE_ROW ? (targetOf(change).entries?.label(entry) ?? setting) : setting;
}

/** The values before and after. Of a whole entry, only whether it is there: its sentence has the details. */
export function valueTexts({
  setting,
  before,
  after,
}: Pick<SettingChange, 'setting' | 'before' | 'after'>): readonly string[] {
  return [before, after].map((value) => {
    if (setting === WHOLE_ROW) return value === null ? 'absent' : 'present';
    return cellText(value) || 'blank';
  });
}

/** A setting with the name of its inbox rule. */
export function settingName(change: Pick<SettingChange, 'item' | 'setting' | 'target' | 'entry'>): string {
  const { item } = change;
  if (item !== '' && change.setting === WHOLE_ROW) return item;
  const label = settingLabel(change);
  return item === '' ? label : `${item}: ${label}`;
}

/** The cmdlet that writes a change; undefined for a change through Graph. */
export function cmdletOf(change: SettingChange): string | undefined {
  return targetOf(change).cmdletOf?.(change);
}

/** Who loses or gets what by a change of an entry; undefined for a setting. Hostile text until escaped. */
export function sentenceOf(change: SettingChange): { readonly who: string; readonly text: string } | undefined {
  return targetOf(change).entries?.sentence(change);
}

/** A change on one line. Hostile text until escaped. `longest`: of each value. */
export function changeText(change: SettingChange, longest = Infinity): string {
  const sentence = sentenceOf(change);
  if (sentence !== undefined) return sentence.text;
  const [before, after] = [change.before, change.after].map((value) => shortened(cellText(value), longest) || 'blank');
  return `${change.address} ${settingName(change)}: ${before} -> ${after}`;
}
