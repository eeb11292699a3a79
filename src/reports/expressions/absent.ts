import { isObject, property, type Json, type JsonObject } from '../../json.ts';

/**
 * Replaces, in an answer, what the service did not say: a member that it left out, or null where it always has a value. It
 * is compared by identity. Expressions never get it: reading it makes their result unknown.
 */
export const ABSENT: Json = Object.freeze<JsonObject>({});

/**
 * Whether a service sends a member. `value`: always a value, so null, '' and [] are unknown too. `blank`: null and '' mean that
 * there is none. `optional`: the service may leave the member out for the same reason.
 */
export type Presence = 'value' | 'blank' | 'optional';

/** By the name of a member. */
export type Members = ReadonlyMap<string, Member>;

export interface Member {
  readonly presence: Presence;
  readonly members: Members;
}

/** A name in a path: annotations of OData contain a dot. */
const NAME = /^(?:@odata\.)?[^.]+$/;

/** The members at some paths, such as `language.locale`. The path above each is given too. */
export function membersAt(paths: Readonly<Record<string, Presence>>, above = ''): Members {
  const below = Object.entries(paths).filter(([path]) => path.startsWith(above) && NAME.test(path.slice(above.length)));
  return new Map(
    below.map(([path, presence]) => [path.slice(above.length), { presence, members: membersAt(paths, `${path}.`) }]),
  );
}

/**
 * A copy of an object of an answer in which `ABSENT` replaces what is unknown, also null and '' in a list; the object itself if
 * nothing is. Throws a TypeError for another value where the members of an object are given.
 */
export function withAbsent(item: JsonObject, members: Members, path = ''): JsonObject {
  let copy: JsonObject | undefined;
  for (const [name, member] of members) {
    const value = property(item, name);
    const part = isAbsent(value, member) ? ABSENT : knownPart(value ?? null, member.members, `${path}${name}`);
    if (part !== (value ?? null)) {
      copy ??= { ...item };
      copy[name] = part;
    }
  }
  return copy ?? item;
}

function isAbsent(value: Json | undefined, { presence, members }: Member): boolean {
  if (value === undefined) return presence !== 'optional';
  return (
    presence === 'value' &&
    (value === null || value === '' || (members.size === 0 && Array.isArray(value) && value.length === 0))
  );
}

function knownPart(value: Json, members: Members, path: string): Json {
  if (Array.isArray(value) && members.size === 0) {
    const isUnknown = (part: Json): boolean => part === null || part === '';
    return value.some(isUnknown) ? value.map((part) => (isUnknown(part) ? ABSENT : part)) : value;
  }
  if (members.size === 0 || value === null || value === ABSENT) return value;
  if (!isObject(value)) throw new TypeError(`The response has no object under ${path}`);
  return withAbsent(value, members, `${path}.`);
}

/** Whether a value is, or has anywhere, what the service did not say. */
export function hasAbsent(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return value === ABSENT || Object.values(value).some(hasAbsent);
}

/** A value with null for what the service did not say. */
export function absentAsNull(value: Json): Json {
  if (value === ABSENT) return null;
  if (Array.isArray(value)) return value.map(absentAsNull);
  if (!isObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, absentAsNull(part)]));
}

/** An object without its members that the service did not say. */
export function withoutAbsent(item: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(item).flatMap(([name, part]) =>
      part === ABSENT ? [] : [[name, isObject(part) ? withoutAbsent(part) : part]],
    ),
  );
}
