import { arrayOf, isPresent, isText, objectOf, oneOf, optional, where } from '../files/json-shape.ts';
import { isGuid, type Json } from '../json.ts';
import { isMailboxId } from '../mailboxes/address.ts';
import { reportsWriting, writableSettings } from '../reports/built-in.ts';
import type { SetCmdlet } from '../reports/corrections.ts';
import type { ReportDefinition } from '../reports/definition.ts';
import { WHOLE_ROW } from '../policy/policy-definition.ts';
import { cellText, shortened } from '../text/display.ts';
import {
  entryKey,
  entrySentence,
  isEntryValue,
  isResourceId,
  isRole,
  rightCmdlet,
  storedEntry,
  targetOfEntry,
  type Entry,
} from './entry.ts';

/** What a change writes to: the settings of a mailbox in Graph or in Exchange Online, or one of its inbox rules. */
export interface Target {
  readonly address: string;
  /** The id of the inbox rule; undefined: the settings of the mailbox. */
  readonly inboxRule: string | undefined;
  /** Undefined: Graph. */
  readonly exchange?: ExchangeTarget | undefined;
  /** The object ID of the mailbox's account in Entra ID, if it is known. Addresses can change, and name another mailbox then. */
  readonly mailboxId?: string | undefined;
  /** What is taken away or given back as a whole, or has the setting. Undefined: a setting of the mailbox or of the rule. */
  readonly entry?: Entry | undefined;
}

/** The properties of a mailbox that a cmdlet of Exchange Online changes. */
export interface ExchangeTarget {
  readonly cmdlet: SetCmdlet;
  /** GUID of the mailbox in Exchange's directory: addresses and names can change. */
  readonly identity: string;
}

/** Characters of each value of an unplanned change. */
const LONGEST_EFFECT = 80;
const SET_CMDLETS: readonly SetCmdlet[] = ['Set-Mailbox', 'Set-CASMailbox'];

/** The cmdlet for the properties of a report; undefined for a report of Graph. */
export function setCmdletOf({ corrects }: Pick<ReportDefinition, 'corrects'>): SetCmdlet | undefined {
  return SET_CMDLETS.find((cmdlet) => cmdlet === corrects?.target);
}

type Written = Pick<Target, 'inboxRule' | 'exchange' | 'entry'>;

/** The names of the reports whose rows show what a target is changed to. The first one shows all of it. */
export function reportsOf({ inboxRule, exchange, entry }: Written): readonly string[] {
  if (entry !== undefined) return reportsWriting(targetOfEntry(entry));
  return reportsWriting(exchange?.cmdlet ?? (inboxRule === undefined ? 'mailboxSettings' : 'inboxRule'));
}

/** The report whose rows show all that a target is changed to. */
export function reportOf(target: Written): string {
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
  /** Of an inbox rule: the digest of its conditions, exceptions and actions when the change was planned. */
  readonly ruleDigest?: string | undefined;
}

/** A property that a write has changed without a plan. */
export interface OtherChange extends SettingValue {
  readonly before: Json;
}

/** A setting and its new value. */
export interface SettingValue {
  readonly setting: string;
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
  readonly value: Json;
  /** Whether the service did not say it, or not all of it. */
  readonly isUnknown?: boolean | undefined;
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
  return [address, rules.join('; '), title, item, setting, before, after, found, expected];
}

/** A change as `storedChange` writes it. */
const isStoredChange = objectOf({
  mailbox: where(isText, isMailboxId),
  mailboxId: optional(where(isText, isGuid)),
  rules: arrayOf(isText),
  item: isText,
  inboxRule: optional(isResourceId),
  exchange: optional(objectOf({ cmdlet: oneOf(SET_CMDLETS), identity: where(isText, isGuid) })),
  setting: isText,
  entry: optional(isPresent),
  before: isPresent,
  after: isPresent,
  ruleDigest: optional(isText),
});

/** The change of an object of a `plan.json` or an `undo.json`. Undefined unless it is of a setting that a policy can set. */
export function changeIn(stored: Json): SettingChange | undefined {
  if (!isStoredChange(stored)) return undefined;
  const { mailbox: address, mailboxId, rules, item, inboxRule, exchange, setting, before, after, ruleDigest } = stored;
  const change = { address, mailboxId, rules, item, inboxRule, exchange, setting, before, after, ruleDigest };
  if (stored.entry !== undefined) return entryChange(change, stored.entry);
  // An object as the value of a parameter can make a cmdlet do something else.
  const hasObject = [before, after].some((value) => typeof value === 'object' && value !== null);
  if (exchange !== undefined && (inboxRule !== undefined || hasObject)) return undefined;
  const isOfMailbox = inboxRule === undefined && exchange === undefined;
  const isWholeZone = isOfMailbox && setting === 'workingHours.timeZone';
  const writable = writableSettings(reportOf({ inboxRule, exchange })) ?? {};
  return Object.hasOwn(writable, setting) || isWholeZone ? change : undefined;
}

/** A change of an entry: it is taken away or given back as it was, or its role is set. */
function entryChange(change: SettingChange, stored: Json): SettingChange | undefined {
  const entry = storedEntry(stored);
  const { inboxRule, exchange, setting, before, after } = change;
  const isOfCmdlet = exchange?.cmdlet === 'Set-Mailbox';
  if (entry === undefined || inboxRule !== undefined || (entry.kind === 'right') !== isOfCmdlet) return undefined;
  if (!isOfCmdlet && exchange !== undefined) return undefined;
  const isWhole =
    setting === WHOLE_ROW &&
    ((after === null && isEntryValue(entry, before)) || (before === null && isEntryValue(entry, after)));
  const setsRole = entry.kind === 'calendar' && setting === 'role' && isRole(before) && isRole(after);
  return isWhole || setsRole ? { ...change, entry } : undefined;
}

/** A change in the form that `changeIn` reads. Members that are undefined are left out of its JSON. */
export function storedChange(change: SettingChange): Readonly<Record<string, unknown>> {
  const { address: mailbox, mailboxId, rules, item, inboxRule, exchange, entry, setting, before, after } = change;
  const { ruleDigest } = change;
  return { mailbox, mailboxId, rules, item, inboxRule, exchange, entry, setting, before, after, ruleDigest };
}

/** Permissions of the files of a remediation, which name mailboxes and can change them. */
export const FILE_MODE = 0o600;

/** The text of a `plan.json` or an `undo.json`, with a line for each change. */
export function changesFile(header: object, changes: readonly object[]): string {
  const lines = changes.map((change) => JSON.stringify(change));
  return `${JSON.stringify(header).slice(0, -1)},"changes":[\n${lines.join(',\n')}\n]}\n`;
}

/** Identifies the target of a change. Addresses compare without case; in Exchange Online, a mailbox can have several. */
export function targetKey({ address, inboxRule = '', exchange, entry }: Target): string {
  if (entry !== undefined)
    return JSON.stringify([exchange?.identity ?? address, 'entry', entryKey(entry)]).toLowerCase();
  if (exchange !== undefined) return JSON.stringify([exchange.identity.toLowerCase(), exchange.cmdlet]);
  return JSON.stringify([address.toLowerCase(), inboxRule]);
}

/** The unplanned changes of a write, in words; '' without any. Hostile text until escaped. */
export function sideEffects({ change, others = [] }: AppliedChange): string {
  return others.map((other) => changeText({ ...change, ...other }, LONGEST_EFFECT)).join('; ');
}

/** What a change is about, for people. */
export function settingLabel({ setting, entry }: Pick<SettingChange, 'setting' | 'entry'>): string {
  if (entry === undefined || setting !== WHOLE_ROW) return setting;
  return entry.kind === 'right' ? entry.right : entry.kind === 'calendar' ? 'calendar permission' : 'inbox rule';
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
export function settingName(change: Pick<SettingChange, 'item' | 'setting' | 'entry'>): string {
  const { item } = change;
  if (item !== '' && change.setting === WHOLE_ROW) return item;
  const label = settingLabel(change);
  return item === '' ? label : `${item}: ${label}`;
}

/** The cmdlet that writes a change; undefined for a change through Graph. */
export function cmdletOf({ exchange, entry, after }: SettingChange): string | undefined {
  return entry?.kind === 'right' ? rightCmdlet(entry, after !== null) : exchange?.cmdlet;
}

/** Who loses or gets what by a change of an entry; undefined for a setting. Hostile text until escaped. */
export function sentenceOf({
  entry,
  address,
  before,
  after,
}: SettingChange): ReturnType<typeof entrySentence> | undefined {
  return entry && entrySentence(entry, address, [before, after]);
}

/** A change on one line. Hostile text until escaped. `longest`: of each value. */
export function changeText(change: SettingChange, longest = Infinity): string {
  const sentence = sentenceOf(change);
  if (sentence !== undefined) return sentence.text;
  const [before, after] = [change.before, change.after].map((value) => shortened(cellText(value), longest) || 'blank');
  return `${change.address} ${settingName(change)}: ${before} -> ${after}`;
}
