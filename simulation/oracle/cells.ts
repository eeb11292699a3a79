import type { Json, JsonObject } from './facts.ts';

/** What is known about a cell. A list of which a part is unknown has the items that are certain. */
export type Cell =
  /** `display`: what the CSV shows instead, where rules see something else. */
  | { readonly is: 'known'; readonly value: Json; readonly display?: string }
  /** `isOpen`: the documents do not say what it shows. */
  | { readonly is: 'unknown'; readonly shown: Json; readonly display?: string; readonly isOpen?: boolean }
  /** A condition about it is left out. */
  | { readonly is: 'not-applicable' };

export type Row = Readonly<Record<string, Cell>>;

export const UNKNOWN: Cell = { is: 'unknown', shown: null };
export const NOT_APPLICABLE: Cell = { is: 'not-applicable' };

export function known(value: Json): Cell {
  return { is: 'known', value };
}

/** A list that may have further items. */
export function partly(items: readonly Json[]): Cell {
  return { is: 'unknown', shown: items };
}

export function shownValue(cell: Cell): Json {
  if (cell.is === 'not-applicable') return null;
  return cell.is === 'known' ? cell.value : cell.shown;
}

export function cellText(cell: Cell): string {
  return cell.is !== 'not-applicable' && cell.display !== undefined ? cell.display : csvText(shownValue(cell));
}

/** A value as the CSV shows it, before formulas are neutralized. */
export function csvText(value: Json): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return itemsOf(value).map(csvText).join('; ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The items of a list; none of any other value. */
export function itemsOf(value: Json | undefined): readonly Json[] {
  const items: readonly Json[] = Array.isArray(value) ? value : [];
  return items;
}

/** A text as it is, and any other value as JSON. */
export function asText(value: Json | undefined): string {
  return typeof value === 'string' ? value : JSON.stringify(value ?? null);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function member(value: Json | undefined, name: string): Json | undefined {
  return isObject(value) ? value[name] : undefined;
}

/** A property that the service sends as text. What it leaves out is unknown; an empty text is blank. */
export function textCell(object: Json | undefined, name: string): Cell {
  const value = member(object, name);
  if (value === undefined) return UNKNOWN;
  return known(typeof value === 'string' && value !== '' ? value : null);
}

/** A property that the service sends as it is. What it leaves out is unknown. */
export function plainCell(object: Json | undefined, name: string): Cell {
  const value = member(object, name);
  return value === undefined ? UNKNOWN : known(value);
}

export function isKnownAs(cell: Cell | undefined, value: Json): boolean {
  return cell?.is === 'known' && cell.value === value;
}
