import { parseJson, property, type Json } from '../../json.ts';
import { MAX_TEXT } from './lines.ts';
import { UnusableShard } from './unusable.ts';

// Checks of the values in a shard file. All throw an `UnusableShard`.

/** The JSON of a line. */
export function parsed(line: string | undefined): Json {
  if (line === undefined) throw new UnusableShard('It ends early.');
  try {
    return parseJson(line);
  } catch {
    throw malformed();
  }
}

/** An array of a length. */
export function tuple(value: Json | undefined, length: number): readonly Json[] {
  if (!Array.isArray(value) || value.length !== length) throw malformed();
  return value;
}

/** The array under a key, with a maximum length. */
export function array(value: Json | undefined, key: string, most: number): readonly Json[] {
  const found = property(value, key);
  if (!Array.isArray(found) || found.length > most) throw malformed();
  return found;
}

/** A text of a length that the files can have. */
export function text(value: Json | undefined): string {
  if (typeof value !== 'string' || value.length > MAX_TEXT) throw malformed();
  return value;
}

/** The SHA-256 under a key, in hex. */
export function digest(value: Json | undefined, key: string): string {
  const found = text(property(value, key));
  if (!/^[0-9a-f]{64}$/.test(found)) throw malformed();
  return found;
}

/** The integer under a key. */
export function integer(value: Json | undefined, key: string, least: number, most: number): number {
  const found = property(value, key);
  if (!isInteger(found, least, most)) throw malformed();
  return found;
}

export function isInteger(value: Json | undefined, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

export function malformed(): UnusableShard {
  return new UnusableShard('It has a malformed line.');
}

export function unexpected(): never {
  throw malformed();
}
