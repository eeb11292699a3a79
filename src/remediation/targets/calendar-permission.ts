import { isText, isTruth, objectOf, oneOf, optional, where, type Shaped } from '../../files/json-shape.ts';
import { isGuid, isObject, property, textIn, type Json, type JsonObject } from '../../json.ts';
import { WHOLE_ROW } from '../../policy/policy-definition.ts';
import { DEFAULT_ID, ROLES } from '../../reports/built-in/calendar-permissions.ts';
import { cellText } from '../../text/display.ts';
import { counted } from '../../text/numbers.ts';
import { holderProblem, holdersOf, type Holder } from './calendar-holder.ts';
import { graphList, isResourceId } from './graph-service.ts';
import { answered } from './service-answer.ts';
import { isSame } from './setting-values.ts';
import { hasOnly, isWholeChange, type ValueChange, type Wanted, type Writable, type WriteTarget } from './target.ts';

/** The permission of one grantee for the calendar of a mailbox. */
interface CalendarEntry {
  readonly kind: 'calendar';
  /** Of the permission in Graph. */
  readonly id: string;
  /** Of the grantee, who has one permission. A permission that is made again may have another ID. Undefined for everyone inside. */
  readonly address?: string | undefined;
  /** Whether the grantee is outside the organization, where nothing says whose an address is. */
  readonly isOutside?: boolean | undefined;
  /** Who had the address; undefined if that is not known. */
  readonly holder?: Holder | undefined;
}

/** The member of a resource that says why its permission is not given or raised. */
const HOLDER = 'holderProblem';

const PROBLEMS = {
  'default-permission':
    'the entry of everyone in the organization cannot be taken away. Use "set: { role: none }" for it',
  'not-default': '"set: { role: none }" is only for the entry of everyone in the organization. Use "set: remove"',
  'no-address': 'the person has no address, so that the permission could not be given back',
  'custom-role': 'the permission has a custom role, which Graph could not give back',
  'fixed-permission': 'Graph does not let the permission be removed',
} as const;
type CalendarProblem = keyof typeof PROBLEMS | 'hidden';

/** A role that Graph writes. */
const isRole = where(isText, (role) => role !== 'custom' && ROLES.includes(role));
const isEntry = objectOf({
  kind: oneOf(['calendar']),
  id: isResourceId,
  address: optional(isText),
  isOutside: optional(isTruth),
  holder: optional(objectOf({ id: where(isText, isGuid), isGroup: optional(isTruth) })),
});
const isValue = objectOf({
  grantee: objectOf({ name: optional(isText), address: where(isText, (text) => text !== '') }),
  role: isRole,
  isInsideOrganization: isTruth,
});

/** Permissions of the default calendar, through Graph. */
export const calendarPermission: WriteTarget<CalendarEntry> = {
  name: 'calendarPermission',
  service: 'graph',
  needs: { permission: 'Calendars.ReadWrite' },
  restoredAs: 'rights',
  problems: PROBLEMS,
  ofRow: permissionIn,
  keyOf: permissionKey,
  toFile: (entry) => ({ entry }),
  fromFile: (members) => (hasOnly(members, 'entry') && isEntry(members.entry) ? members.entry : undefined),
  takes: (change) =>
    isWholeChange(change, (value) => isValue(value) && isOfEntry(value, change.entry)) ||
    (change.setting === 'role' && isRole(change.before) && isRole(change.after)),
  canSet: () => true,
  misfitOf: ({ [HOLDER]: problem }) => (typeof problem === 'string' ? problem : undefined),
  notes: (changes) => [...delegateNotes(changes), ...outsideNotes(changes)],
  open: ({ graph, cloud }) => {
    const list = graphList<CalendarEntry>(graph, {
      path: 'calendar/calendarPermissions',
      neverEmpty: true,
      keyOf: permissionKey,
      isRemade: isOfGrantee,
      valueOf: (permission) => {
        const writable = permissionIn(permission, { isWhole: true, isOfPolicy: false, cloud });
        return typeof writable === 'string' ? { problem: writable } : (writable.value ?? null);
      },
      bodyOf: ({ grantee = null, role = null, isInsideOrganization = null }) => ({
        emailAddress: grantee,
        role,
        isInsideOrganization,
        isRemovable: true,
      }),
    });
    return {
      read: async (place, settings) => {
        const answer = await list.read(place, settings);
        // To take a permission away, it is enough that it is there.
        const isGiven = answer.kind === 'ok' && (settings.includes('role') || answer.value[WHOLE_ROW] === null);
        const { address, isOutside, holder } = place.entry;
        if (!isGiven || address === undefined) return answer;
        if (isOutside === true && answer.value.isInsideOrganization !== true) return answer;
        return answered(async () => {
          const problem = await holderProblem(address, holder, graph);
          if (typeof problem === 'object') return problem;
          return { ...answer, value: { ...answer.value, [HOLDER]: problem ?? null } };
        });
      },
      write: (place, values) => list.write(place, values),
    };
  },
  entries: {
    label: () => 'calendar permission',
    sentence,
    // A file of an earlier version says it in the value alone.
    givenBack: (entry, { isInsideOrganization }) =>
      isInsideOrganization === false ? { ...entry, isOutside: true } : entry,
    isOf: (entry, permission) =>
      (entry.isOutside === true) === (permission.isInsideOrganization === false) &&
      (permission.id === entry.id || isOfGrantee(entry, permission)),
    namesOf: ({ entry: { id, address = '' } }) => [
      `id ${id}`,
      ...(address === '' ? [] : [`address ${address.toLowerCase()}`]),
    ],
    setBack: ({ writable: then }, { writable: now }) => {
      if (typeof now === 'string') return now;
      if (typeof then === 'string') return then;
      const [before, after] = [textIn(now.value, 'role'), textIn(then.value, 'role')];
      return isSame('role', before, after) ? undefined : { setting: 'role', before, after, entry: now.entry };
    },
    holders: {
      bound: async (changes, { graph }) => {
        const addresses = changes.flatMap(({ entry }) => (needsHolder(entry) ? (entry.address ?? []) : []));
        const holders = addresses.length === 0 ? new Map<string, Holder>() : await holdersOf(addresses, graph);
        return new Map(
          changes.flatMap(({ entry, after }): [CalendarEntry, CalendarEntry][] => {
            if (!needsHolder(entry)) return [[entry, entry]];
            const holder = holders.get(entry.address?.toLowerCase() ?? '');
            if (after === null) return [[entry, { ...entry, holder }]];
            const isSameHolder = holder !== undefined && holder.id === entry.holder?.id.toLowerCase();
            return isSameHolder ? [[entry, { ...entry, holder }]] : [];
          }),
        );
      },
      idOf: ({ holder }) => holder?.id,
      isReadForUndo: ({ after }) => after !== null,
      addressOf: (entry) => (needsHolder(entry) ? entry.address : undefined),
      keptBy: (entry, account) => ({ ...entry, holder: { id: account } }),
    },
  },
};

function permissionKey({ kind, id }: CalendarEntry): readonly string[] {
  return [kind, id];
}

/** @param permission as Graph returns it */
function permissionIn(
  permission: JsonObject,
  { isWhole, isOfPolicy }: Wanted,
): Writable<CalendarEntry> | CalendarProblem {
  const { id, emailAddress, role, isRemovable, isInsideOrganization } = permission;
  if (!isResourceId(id) || typeof role !== 'string') return 'hidden';
  const isDefault = id === DEFAULT_ID;
  // A policy takes permissions of people away, and sets that of everyone. A restore sets both.
  if (isOfPolicy && isWhole === isDefault) return isDefault ? 'default-permission' : 'not-default';
  // Graph writes no custom role, so that it could not be given back.
  if (!isRole(role)) return 'custom-role';
  const [address, name] = [textIn(emailAddress, 'address'), textIn(emailAddress, 'name')];
  if (!isDefault && address === '') return 'no-address';
  if (!isDefault && isRemovable !== true) return 'fixed-permission';
  if (typeof isInsideOrganization !== 'boolean') return 'hidden';
  const grantee = address === '' ? { name } : { name, address };
  const ofPerson = isInsideOrganization ? { address } : { address, isOutside: true };
  const entry: CalendarEntry = { kind: 'calendar', id, ...(isDefault ? {} : ofPerson) };
  return { entry, value: { grantee, role, isInsideOrganization } };
}

/** Whether only the ID of a grantee says who it is. */
function needsHolder({ address, isOutside }: CalendarEntry): boolean {
  return address !== undefined && isOutside !== true;
}

/** Files of earlier versions do not say of an entry whether its grantee is outside. */
function isOfEntry(
  { grantee, isInsideOrganization }: Shaped<typeof isValue>,
  { address, isOutside }: CalendarEntry,
): boolean {
  return grantee.address === address && (isOutside !== true || !isInsideOrganization);
}

/** https://learn.microsoft.com/graph/outlook-share-or-delegate-calendar: delegates get the meeting requests of the owner. */
function delegateNotes(changes: readonly ValueChange<CalendarEntry>[]): readonly string[] {
  const taken = changes.filter(({ before, after }) => after === null && textIn(before, 'role').startsWith('delegate'));
  if (taken.length === 0) return [];
  return [
    `The plan takes the role of ${counted(taken.length, 'delegate', 'delegates')} away. An undo gives the role back, but not the delivery of meeting requests ` +
      'to them: set that in Outlook.',
  ];
}

/** Nothing in the tenant says whether an address outside still is that of the same person. */
function outsideNotes(changes: readonly ValueChange<CalendarEntry>[]): readonly string[] {
  const outside = changes.filter(({ entry, after }) => entry.isOutside === true && after !== null).length;
  if (outside === 0) return [];
  return [
    `The plan gives ${counted(outside, 'permission', 'permissions')} on calendars to people outside the organization. ` +
      'Whether their addresses still belong to the same people cannot be known.',
  ];
}

function isOfGrantee(entry: CalendarEntry, { emailAddress }: JsonObject): boolean {
  const address = textIn(emailAddress, 'address');
  return address !== '' && address.toLowerCase() === entry.address?.toLowerCase();
}

function sentence({ address, entry, setting, before, after }: ValueChange<CalendarEntry>): {
  readonly who: string;
  readonly text: string;
} {
  if (setting !== WHOLE_ROW) {
    const who = entry.address ?? 'Everyone in the organization';
    const roles = `has the role ${cellText(after)} instead of ${cellText(before)}`;
    return { who, text: `${who} ${roles} on the calendar of ${address}` };
  }
  const value: Json = after ?? before;
  const grantee = isObject(value) ? property(value, 'grantee') : undefined;
  const who = textIn(grantee, 'address') || textIn(grantee, 'name');
  const verb = after === null ? 'loses' : 'gets back';
  return { who, text: `${who} ${verb} the role ${textIn(value, 'role')} on the calendar of ${address}` };
}
