import { isText, isTruth, objectOf, oneOf, optional, where } from '../../files/json-shape.ts';
import { isObject, property, textIn, type Json, type JsonObject } from '../../json.ts';
import { WHOLE_ROW } from '../../policy/policy-definition.ts';
import { DEFAULT_ID, ROLES } from '../../reports/built-in/calendar-permissions.ts';
import { cellText } from '../../text/display.ts';
import { graphList, isResourceId } from './graph-service.ts';
import { isSame } from './setting-values.ts';
import { hasOnly, isWholeChange, type ValueChange, type Wanted, type Writable, type WriteTarget } from './target.ts';

/** The permission of one grantee for the calendar of a mailbox. */
interface CalendarEntry {
  readonly kind: 'calendar';
  /** Of the permission in Graph. */
  readonly id: string;
  /** Of the grantee, who has one permission. A permission that is made again may have another ID. Undefined for everyone inside. */
  readonly address?: string | undefined;
}

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
const isEntry = objectOf({ kind: oneOf(['calendar']), id: isResourceId, address: optional(isText) });
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
    isWholeChange(change, isValue) || (change.setting === 'role' && isRole(change.before) && isRole(change.after)),
  canSet: () => true,
  open: ({ graph, cloud }) =>
    graphList(graph, {
      path: 'calendar/calendarPermissions',
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
    }),
  entries: {
    label: () => 'calendar permission',
    sentence,
    givenBack: (entry) => entry,
    isOf: (entry, permission) => permission.id === entry.id || isOfGrantee(entry, permission),
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
  const entry: CalendarEntry = isDefault ? { kind: 'calendar', id } : { kind: 'calendar', id, address };
  return { entry, value: { grantee, role, isInsideOrganization } };
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
