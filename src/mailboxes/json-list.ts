import { describeError, UserError } from '../errors.ts';
import { isObject, parseJson, property, type Json, type JsonObject } from '../json.ts';
import { shortened, shownText, visibleLine } from '../text/display.ts';
import { columnKey } from './list-columns.ts';
import { addressColumn, AddressColumnSearch, noColumnError, type AddressSink, type ListSource } from './list-format.ts';

/** Beside the list: `@odata.nextLink`, `odata.nextLink` of OData 3, `nextLink` of other services. */
const NEXT_LINK = /(?:^|@)(?:odata\.)?nextLink$/i;
const COUNT = /^@?(?:odata\.)?count$/i;
const MAX_LINK_SHOWN = 200;
const SHAPES = 'an array of addresses or of objects, or an object with such an array in "value", as Graph returns it';

/**
 * Reads a JSON array of addresses, or of objects with an address under one of their keys, or an object with such an array
 * under `value`. https://www.rfc-editor.org/rfc/rfc8259: no comments, no trailing commas. Throws a UserError `LIST_MALFORMED`,
 * `LIST_NO_COLUMN`, or `LIST_INCOMPLETE` for an object that has more than the list: the first of several pages, a count above
 * the number of its items, or another array.
 */
export function readJson(text: string, source: ListSource, addAddress: AddressSink): void {
  if (text.trim() === '') return;
  const { file } = source;
  const whole = parsed(text, file);
  const list = Array.isArray(whole) ? whole : property(whole, 'value');
  if (!Array.isArray(list)) throw malformed(file, 'there is no list', { line: 1 });
  const places = placesIn(text, isObject(whole));
  if (isObject(whole)) checkBesideList(whole, list, places.members, file);
  const entries = list.map((item, index): Entry => ({
    item,
    part: places.items[index] ?? { text, line: 1, column: 1 },
  }));
  if (places.items.length !== list.length)
    throw malformed(file, '"value" occurs more than once', places.members.get('value') ?? { line: 1 });
  const key = keyOf(entries, source);
  for (const { item, part } of entries) {
    if (isObject(item)) passObject(item, part, key, source, addAddress);
    else addAddress(textOf(item), part.line, () => part.column + (typeof item === 'string' ? 1 : 0));
  }
}

/** A place in the text. Line and column count from 1. */
interface Place {
  readonly line: number;
  readonly column: number;
}

/** The text from an item of the list on, up to the next one. */
interface Part extends Place {
  readonly text: string;
}

interface Entry {
  readonly item: Json;
  readonly part: Part;
}

function parsed(text: string, file: string): Json {
  try {
    return parseJson(text);
  } catch {
    throw syntaxError(text, file);
  }
}

/** What `JSON.parse` says, without the text that it quotes, and the place, which it says only sometimes. */
function syntaxError(text: string, file: string): UserError {
  let message = '';
  try {
    JSON.parse(text);
  } catch (error) {
    message = describeError(error);
  }
  const position = /\bat position (\d+)/.exec(message)?.[1];
  const offset = position === undefined ? (misplaced(text) ?? text.length) : Number(position);
  const what = message.replace(/, (?:\.\.\.)?".*$|(?: in JSON)? at position .*$/s, '');
  return malformed(file, what.charAt(0).toLowerCase() + what.slice(1), new LineCounter(text).at(offset));
}

/** Where the first token is that cannot stand there. */
function misplaced(text: string): number | undefined {
  let before = '';
  for (const { text: token, index } of tokensIn(text)) {
    const isValue = /^(?:"|-?\d|(?:true|false|null)$)/.test(token);
    const lacksValue = /^[,:]$/.test(token) ? /^[[{,:]?$/.test(before) : /^[\]}]$/.test(token) && /^[,:]$/.test(before);
    if (lacksValue || !(isValue || /^[[\]{},:]$/.test(token))) return index;
    before = token;
  }
  return undefined;
}

interface Token {
  readonly text: string;
  readonly index: number;
  /** The number of arrays and objects around it. */
  readonly depth: number;
  /** Whether an item or a member begins with it. */
  readonly isFirst: boolean;
}

/** The strings, brackets, commas, colons and other values of a JSON text. */
function* tokensIn(text: string): Generator<Token> {
  let [depth, before] = [0, ''];
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s"[\]{},:]+/g)) {
    const isEnd = token === ']' || token === '}';
    yield { text: token, index, depth, isFirst: !isEnd && /^[[{,]$/.test(before) };
    if (token === '[' || token === '{') depth += 1;
    if (isEnd) depth -= 1;
    before = token;
  }
}

/**
 * Finds the items of the list in a valid JSON text, since parsed values have no places, and the members beside the list.
 *
 * @param isUnderValue whether the list is an object's `value`
 */
function placesIn(
  text: string,
  isUnderValue: boolean,
): { readonly items: readonly Part[]; readonly members: ReadonlyMap<string, Place> } {
  const starts: (Place & { readonly index: number })[] = [];
  const members = new Map<string, Place>();
  const lines = new LineCounter(text);
  let name = isUnderValue ? '' : 'value';
  for (const { text: token, index, depth, isFirst } of tokensIn(text)) {
    if (!isFirst) continue;
    if (isUnderValue && depth === 1) {
      name = nameIn(token);
      members.set(name, lines.at(index));
    } else if (name === 'value' && depth === (isUnderValue ? 2 : 1)) starts.push({ index, ...lines.at(index) });
  }
  const items = starts.map(({ index, ...place }, number) => ({
    ...place,
    text: text.slice(index, starts[number + 1]?.index),
  }));
  return { items, members };
}

/** The place of the value of a member of an object: where its text begins. */
function placeOf(name: string, { text, line, column }: Part): Place {
  let isNext = false;
  let start: number | undefined;
  for (const token of tokensIn(text)) {
    if (token.depth !== 1 || token.text === ':') continue;
    if (isNext) start = token.index + (token.text.startsWith('"') ? 1 : 0);
    isNext = token.isFirst && nameIn(token.text) === name;
  }
  const place = new LineCounter(text).at(start ?? 0);
  return { line: line + place.line - 1, column: place.column + (place.line === 1 ? column - 1 : 0) };
}

function nameIn(token: string): string {
  const name = token.startsWith('"') ? parseJson(token) : '';
  return typeof name === 'string' ? name : '';
}

/** Finds lines and columns of places, each after the one before. */
class LineCounter {
  readonly #text: string;
  readonly #end = /\r\n|\n|\r/g;
  #line = 1;
  #start = 0;
  #next: number | undefined = 0;

  constructor(text: string) {
    this.#text = text;
    this.#find();
  }

  at(index: number): Place {
    while (this.#next !== undefined && this.#next <= index) {
      this.#line += 1;
      this.#start = this.#next;
      this.#find();
    }
    return { line: this.#line, column: index - this.#start + 1 };
  }

  #find(): void {
    this.#next = this.#end.test(this.#text) ? this.#end.lastIndex : undefined;
  }
}

/** The address key for comparison, as the first object names it that has one. Undefined if there are only addresses. */
function keyOf(entries: readonly Entry[], source: ListSource): string | undefined {
  const { file, column } = source;
  const search = new AddressColumnSearch<string>();
  let first: { readonly noun: 'key'; readonly names: readonly string[]; readonly line: number } | undefined;
  for (const { item, part } of entries) {
    if (!isObject(item)) continue;
    const keys = { noun: 'key', names: Object.keys(item), line: part.line } as const;
    const position = addressColumn({ file, column }, keys);
    if (position !== undefined) return columnKey(keys.names[position] ?? '');
    first ??= keys;
    for (const [name, value] of Object.entries(item)) if (!isNested(value)) search.add(name, textOf(value));
  }
  if (first === undefined) return undefined;
  const isSearched = column === undefined && entries.every(({ item }) => isObject(item));
  const only = isSearched ? search.only(source, first) : undefined;
  if (only === undefined) throw noColumnError(source, first);
  return columnKey(only);
}

/** Passes on the address of an object, and its columns. */
function passObject(
  item: JsonObject,
  part: Part,
  key: string | undefined,
  { file, columns }: ListSource,
  addAddress: AddressSink,
): void {
  const names = Object.keys(item);
  const position = addressColumn({ file, column: key }, { noun: 'key', names, line: part.line });
  const values = columns.positionsIn(names, { file, line: part.line })?.map((index) => {
    const name = names[index];
    const value = item[name ?? ''];
    if (name === undefined || value === undefined) return null;
    if (!isNested(value)) return textOf(value).trim();
    throw malformed(
      file,
      `${shownText(name)} has an array or an object, which no column can show`,
      placeOf(name, part),
    );
  });
  const name = names[position ?? -1];
  const place = name === undefined ? part : placeOf(name, part);
  addAddress(name === undefined ? '' : textOf(item[name] ?? null), place.line, () => place.column, values);
}

/** Throws a UserError `LIST_INCOMPLETE` if an object says that there is more than its list. */
function checkBesideList(
  whole: JsonObject,
  list: readonly Json[],
  places: ReadonlyMap<string, Place>,
  file: string,
): void {
  const refuse = (name: string, reason: string): never => {
    const place = places.get(name) ?? { line: 1, column: 1 };
    throw new UserError('LIST_INCOMPLETE', `${file}, line ${place.line}: ${shownText(name)} ${reason}.`, {
      hint: 'Join all pages or arrays into the "value" array of one file, and remove what is beside it.',
      place: { file, ...place },
    });
  };
  for (const [name, value] of Object.entries(whole)) {
    // Graph returns users in pages. https://learn.microsoft.com/graph/paging
    if (NEXT_LINK.test(name) && value !== null && value !== '')
      refuse(name, `says that the list continues${linkText(value)}`);
    if (COUNT.test(name) && Number(value) > list.length)
      refuse(name, `is ${Number(value)}, but the list has ${list.length}`);
    const isList = Array.isArray(value) && value.some((item) => typeof item === 'string' || isNested(item));
    if (isList && name !== 'value' && !name.startsWith('@')) refuse(name, 'is a second array, which is not read');
  }
}

function isNested(value: Json): boolean {
  return typeof value === 'object' && value !== null;
}

/** A null is a missing address, such as the `mail` of a user without a mailbox. */
function textOf(value: Json): string {
  if (value === null) return '';
  if (isNested(value)) return Array.isArray(value) ? '[…' : '{…';
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function malformed(file: string, what: string, place: { line: number; column?: number }): UserError {
  const where = place.column === undefined ? `line ${place.line}` : `line ${place.line}, column ${place.column}`;
  return new UserError('LIST_MALFORMED', `${file}, ${where}: this is not a JSON list of mailboxes: ${what}.`, {
    hint: `The file must be ${SHAPES}, in plain JSON without comments and trailing commas.`,
    place: { file, ...place },
  });
}

/** The token grants nothing by itself, but it encodes data of the directory. */
function linkText(link: Json): string {
  if (typeof link !== 'string') return '';
  const redactedLink = link.replace(/(skiptoken|deltatoken)=[^&]*/gi, '$1=...');
  return ` at ${visibleLine(shortened(redactedLink, MAX_LINK_SHOWN))}`;
}
