import { isObject, property, textIn, type Json, type JsonObject } from '../../../json.ts';
import { union } from '../../derived-column.ts';
import { atLeast, known, NOT_KNOWN, type Known } from '../../known.ts';
import type { CmdletObjects, TableContext } from '../../table.ts';

/** Makes a cell of what cmdlets returned. What a cmdlet or an object does not say is not known. */
export type Cell = (objects: CmdletObjects, context: TableContext) => Known<Json>;

/** The objects of a cmdlet, whether it returns one or several; undefined if they were not read. */
export function objectsOf(objects: CmdletObjects, name: string): readonly JsonObject[] | undefined {
  const found = objects[name];
  return found === undefined ? undefined : [found].flat();
}

/** Of a cmdlet that returns one object. */
export function ofObject(name: string, read: (object: JsonObject) => Known<Json>): Cell {
  return (objects) => {
    const [object] = objectsOf(objects, name) ?? [];
    return object === undefined ? NOT_KNOWN : read(object);
  };
}

/** Of the default one of several objects. Each must say whether it is. */
export function ofDefault(name: string, read: (object: JsonObject) => Known<Json>): Cell {
  return ofOne(name, ({ IsDefault }) => (typeof IsDefault === 'boolean' ? IsDefault : undefined), read);
}

/** Of the one of several objects that has a name, without case. Each must have a name. */
export function ofNamed(name: string, named: string, read: (object: JsonObject) => Known<Json>): Cell {
  const isNamed = (object: JsonObject): boolean | undefined =>
    nameOf(object) === '' ? undefined : nameOf(object).toLowerCase() === named.toLowerCase();
  return ofOne(name, isNamed, read);
}

function ofOne(
  name: string,
  isMeant: (object: JsonObject) => boolean | undefined,
  read: (object: JsonObject) => Known<Json>,
): Cell {
  return (objects) => {
    const possible = (objectsOf(objects, name) ?? []).filter((object) => isMeant(object) !== false);
    const [one, ...others] = possible;
    return one === undefined || others.length > 0 || isMeant(one) === undefined ? NOT_KNOWN : read(one);
  };
}

/** `on` for true, and `off` for false. */
export function onOrOff(object: JsonObject, name: string): Known<Json> {
  const value = property(object, name);
  return typeof value === 'boolean' ? known(value ? 'on' : 'off') : NOT_KNOWN;
}

/** A word for true and one for false, of a property of the only object. */
export function choice(name: string, setting: string, ifTrue: Json, ifFalse: Json): Cell {
  return ofObject(name, (object) => {
    const value = property(object, setting);
    return typeof value === 'boolean' ? known(value ? ifTrue : ifFalse) : NOT_KNOWN;
  });
}

/** A word if the property of any object has this value, and another one if that of all has the opposite. */
export function anyIs(name: string, setting: string, value: boolean, ifAny: Json, ifNone: Json): Cell {
  return (objects) => {
    const values = (objectsOf(objects, name) ?? []).map((object) => property(object, setting));
    if (values.includes(value)) return known(ifAny);
    return values.length > 0 && values.every((one) => one === !value) ? known(ifNone) : NOT_KNOWN;
  };
}

/** The items that the objects of a cmdlet give. */
export function itemsOf(name: string, read: (object: JsonObject, context: TableContext) => Known<string[]>): Cell {
  return (objects, context) => {
    const found = objectsOf(objects, name);
    return found === undefined ? NOT_KNOWN : union(found.map((object) => read(object, context)));
  };
}

export function numberIn(object: JsonObject, name: string): Known<Json> {
  const value = property(object, name);
  return typeof value === 'number' ? known(value) : NOT_KNOWN;
}

export function wordIn(object: JsonObject, name: string): Known<Json> {
  const value = textIn(object, name);
  return value === '' ? NOT_KNOWN : known(value);
}

/**
 * The texts of a list: null is an empty one, and a single text stands for a list of one. Domains can be objects with `Domain`. An
 * empty list can have an empty text.
 */
export function textsIn(object: JsonObject, name: string): Known<string[]> {
  const value = property(object, name);
  if (value === undefined) return NOT_KNOWN;
  const parts = (Array.isArray(value) ? value : [value]).filter((part) => part !== null && part !== '');
  const texts = parts.flatMap((part) => {
    const text = isObject(part) ? textIn(part, 'Domain') : part;
    return typeof text === 'string' && text !== '' ? [text] : [];
  });
  return texts.length === parts.length ? known(texts) : atLeast(texts);
}

/** The name of an object, as people know it; '' if it has none. */
export function nameOf(object: JsonObject): string {
  return textIn(object, 'Name') || textIn(object, 'Identity');
}

/** The name of an object if a property of it is true. */
export function nameIf(setting: string, name: string): (object: JsonObject) => Known<string[]> {
  return (object) => {
    const value = property(object, setting);
    if (value === false) return known([]);
    const text = textIn(object, name);
    return value === true && text !== '' ? known([text]) : NOT_KNOWN;
  };
}
