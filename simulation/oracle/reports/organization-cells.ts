import { asText, itemsOf, known, partly, shownValue, UNKNOWN, type Cell } from '../cells.ts';
import type { Facts, Json, JsonObject } from '../facts.ts';

export type Objects = Facts['cmdlets'];

/** The object of a cmdlet that returns one. */
export function only(objects: Objects, cmdlet: string): JsonObject | undefined {
  return objects[cmdlet]?.[0];
}

export function said(object: JsonObject | undefined, property: string): Cell {
  const value = object?.[property];
  return value === undefined || value === null ? UNKNOWN : known(value);
}

export function worded(
  object: JsonObject | undefined,
  property: string,
  [ifTrue, ifFalse]: readonly [ifTrue: Json, ifFalse: Json],
): Cell {
  const value = object?.[property];
  return typeof value === 'boolean' ? known(value ? ifTrue : ifFalse) : UNKNOWN;
}

/** The names of the objects of which a property is true. An object that does not say it may be one of them. */
export function named(objects: Objects, cmdlet: string, property: string, name: string): Cell {
  return ofEach(objects[cmdlet], (object) => {
    if (object[property] === false) return known([]);
    const text = object[name];
    return object[property] === true && typeof text === 'string' && text !== '' ? known([text]) : UNKNOWN;
  });
}

/** A list of lists, with all that is certain. */
export function joined(parts: readonly Cell[]): Cell {
  const items = parts.flatMap((part) => itemsOf(shownValue(part)));
  return parts.every(({ is }) => is === 'known') ? known(items) : partly(items);
}

/** What the objects of a cmdlet list, without empty texts. */
export function listed(objects: Objects, cmdlet: string, property: string): Cell {
  return ofEach(objects[cmdlet], (object) => {
    const texts = textsOf(object, property);
    return texts === undefined ? UNKNOWN : known(texts);
  });
}

/** The items of the objects of a cmdlet. */
export function ofEach(objects: readonly JsonObject[] | undefined, cellOf: (object: JsonObject) => Cell): Cell {
  return objects === undefined ? UNKNOWN : joined(objects.map(cellOf));
}

/** A list of texts without empty ones; one text may stand for a list. Undefined: it is not known. */
export function textsOf(object: JsonObject, property: string): readonly string[] | undefined {
  const value = object[property];
  if (value === undefined) return undefined;
  return (typeof value === 'string' ? [value] : itemsOf(value)).map(asText).filter((text) => text !== '');
}

export function anyOn(objects: Objects, cmdlet: string, property: string): Cell {
  const values = (objects[cmdlet] ?? []).map((object) => object[property]);
  if (values.includes(true)) return known('on');
  return values.length > 0 && values.every((value) => value === false) ? known('off') : UNKNOWN;
}

/** Of the default object of several. */
export function ofDefault(objects: Objects, cmdlet: string, property: string): Cell {
  return ofOne(
    objects,
    cmdlet,
    ({ IsDefault: isDefault }) => isDefault,
    (object) => said(object, property),
  );
}

/** Of the one object of which something is true. It is not known which that is if another one does not say it. */
export function ofOne(
  objects: Objects,
  cmdlet: string,
  isMeant: (object: JsonObject) => Json | undefined,
  cellOf: (object: JsonObject) => Cell,
): Cell {
  const [own, ...others] = (objects[cmdlet] ?? []).filter((object) => isMeant(object) !== false);
  return own !== undefined && others.length === 0 && isMeant(own) === true ? cellOf(own) : UNKNOWN;
}
