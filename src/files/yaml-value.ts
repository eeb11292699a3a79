import { isMap, isScalar, isSeq, Scalar, type ParsedNode } from 'yaml';
import type { FileProblems } from './yaml-problems.ts';
import { shownText } from '../text/display.ts';
import { didYouMean, suggestion } from '../text/did-you-mean.ts';

/** A value in a YAML file, with its place. */
export interface YamlValue {
  readonly node: ParsedNode | null;
  /** Offset in the file, in UTF-16 code units. */
  readonly offset: number;
  /** Its name in messages, such as `request.path`; '' for the whole file. */
  readonly name: string;
}

/** A key with its value. */
export interface YamlEntry {
  readonly key: string;
  readonly keyOffset: number;
  readonly value: YamlValue;
}

/** A mapping's entries in the file's order, each key once. */
export interface YamlMapping {
  readonly name: string;
  readonly offset: number;
  readonly entries: ReadonlyMap<string, YamlEntry>;
}

/** The keys that a mapping may have. */
export interface KnownKeys {
  readonly required: readonly string[];
  readonly optional: readonly string[];
}

/** The text of a key: any scalar but null, as it was written. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key) || key.value === null) return undefined;
  return typeof key.value === 'string' ? key.value : key.source;
}

/** The entries of a mapping with arbitrary keys. Adds a problem and returns undefined for any other value. */
export function mapping(value: YamlValue, problems: FileProblems): YamlMapping | undefined {
  const { node, offset, name } = value;
  if (!isMap<ParsedNode, ParsedNode | null>(node)) {
    addWrongType(value, 'a mapping, "key: value" on each line', problems);
    return undefined;
  }
  const entries = new Map<string, YamlEntry>();
  for (const pair of node.items) {
    const key = keyText(pair.key);
    const [keyOffset, keyEnd] = pair.key.range;
    if (key === undefined) {
      problems.add(keyOffset, 'A key is missing or is not a text.', 'Write each entry as "key: value".');
    } else if (!entries.has(key)) {
      const inside = { node: pair.value, offset: pair.value?.range[0] ?? keyEnd, name: nameInside(name, key) };
      entries.set(key, { key, keyOffset, value: inside });
    }
  }
  return { name, offset, entries };
}

/** The entries of a mapping with known keys. Adds a problem for each unknown key and each missing required key. */
export function record(value: YamlValue, known: KnownKeys, problems: FileProblems): YamlMapping | undefined {
  const found = mapping(value, problems);
  if (found === undefined) return undefined;
  const keys = [...known.required, ...known.optional];
  const meantKeys = new Set<string>();
  const where = found.name === '' ? 'here' : `in "${found.name}"`;
  for (const { key, keyOffset } of found.entries.values()) {
    if (keys.includes(key)) continue;
    const meant = didYouMean(key, keys);
    if (meant !== undefined) meantKeys.add(meant);
    const hint = `${meant === undefined ? '' : `Did you mean "${meant}"? `}The keys ${where} are: ${keys.join(', ')}.`;
    problems.add(keyOffset, `${shownText(key)} is not one of the keys ${where}.`, hint);
  }
  for (const key of known.required) {
    // The misspelt key is already reported.
    if (found.entries.has(key) || meantKeys.has(key)) continue;
    problems.add(found.offset, `${shownText(nameInside(found.name, key))} is missing.`, `Add "${key}: ...".`);
  }
  return found;
}

/** Reads the value of a key; undefined if the key is missing. */
export function given<T>({ entries }: YamlMapping, key: string, read: (value: YamlValue) => T): T | undefined {
  const entry = entries.get(key);
  return entry === undefined ? undefined : read(entry.value);
}

/** Whether a key has no value. */
export function isBlank({ node }: YamlValue): boolean {
  return node === null || (isScalar(node) && node.value === null);
}

/** The items of a list. Adds a problem and returns undefined for any other value. */
export function list(value: YamlValue, problems: FileProblems): readonly YamlValue[] | undefined {
  const { node, name } = value;
  if (!isSeq<ParsedNode>(node)) {
    addWrongType(value, 'a list, "- item" on each line', problems);
    return undefined;
  }
  return node.items.map((item, at) => ({ node: item, offset: item.range[0], name: `${name}[${at}]` }));
}

/** A text that is not blank. Adds a problem and returns undefined for any other value. */
export function text(value: YamlValue, problems: FileProblems): string | undefined {
  const scalar = isScalar(value.node) ? value.node.value : undefined;
  if (typeof scalar === 'string' && scalar.trim() !== '') return scalar;
  addWrongType(value, 'text', problems);
  return undefined;
}

/** A trimmed text of one line. Adds a problem and returns undefined for any other value. */
export function lineOfText(value: YamlValue, longest: number, problems: FileProblems): string | undefined {
  const line = text(value, problems)?.trim();
  if (line === undefined) return undefined;
  const name = shownText(value.name);
  if (line.length > longest) {
    problems.add(
      value.offset,
      `${name} is longer than ${longest} characters.`,
      'Shorten it. A rule can link to a page under "help".',
    );
    return undefined;
  }
  if (/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/u.test(line)) {
    const hint = 'Write it on one line without invisible characters. ">-" joins lines.';
    problems.add(value.offset, `${name} has a line break or an invisible character.`, hint);
    return undefined;
  }
  return line;
}

/** A text, number or boolean, as written. Adds a problem and returns undefined for any other value. */
export function scalarText(value: YamlValue, problems: FileProblems): string | undefined {
  const { node } = value;
  if (isScalar(node) && typeof node.value !== 'string' && node.value !== null) return node.source;
  return text(value, problems);
}

/** One of the choices. Adds a problem and returns undefined for any other value. */
export function oneOf<T extends string>(
  value: YamlValue,
  choices: readonly T[],
  problems: FileProblems,
): T | undefined {
  const written = scalarText(value, problems);
  const found = choices.find((choice) => choice === written);
  if (written === undefined || found !== undefined) return found;
  const hint = `${suggestion(written, choices)}Use ${choices.map((choice) => `"${choice}"`).join(' or ')}.`;
  problems.add(value.offset, `${shownText(value.name)} cannot be ${shownText(written)}.`, hint);
  return undefined;
}

/**
 * The offset of a character of a text in the file, in UTF-16 code units. Exact for plain and quoted texts of one line; for
 * other texts the start of the text.
 */
export function offsetInText({ node, offset }: YamlValue, at: number): number {
  if (!isScalar(node) || typeof node.value !== 'string') return offset;
  const { value, type } = node;
  const written = node.range[1] - node.range[0];
  if (type === Scalar.PLAIN) return written === value.length ? offset + at : offset;
  const quotes = type === Scalar.QUOTE_SINGLE ? quotesIn(value) : 0;
  if ((type !== Scalar.QUOTE_SINGLE && type !== Scalar.QUOTE_DOUBLE) || written !== value.length + quotes + 2) {
    return offset;
  }
  return offset + 1 + at + (quotes === 0 ? 0 : quotesIn(value.slice(0, at)));
}

/** Inside single quotes, a single quote is written twice. */
function quotesIn(text: string): number {
  return text.split("'").length - 1;
}

function nameInside(name: string, key: string): string {
  return name === '' ? key : `${name}.${key}`;
}

function addWrongType({ node, offset, name }: YamlValue, wanted: string, problems: FileProblems): void {
  const whole = name === '';
  const [what, hint] = kindOf(node);
  if (what === undefined) {
    problems.add(
      offset,
      whole ? 'The file has no value.' : `${shownText(name)} has no value.`,
      `It must be ${wanted}.`,
    );
  } else {
    problems.add(offset, `${whole ? 'The file' : shownText(name)} must be ${wanted}, not ${what}.`, hint);
  }
}

/** The kind of a value, undefined for none, and how to fix a value that has another kind by mistake. */
function kindOf(node: ParsedNode | null): readonly [what: string | undefined, hint: string] {
  if (isMap(node)) return ['a mapping', 'Put a text that begins with { or holds ": " into quotes.'];
  if (isSeq(node)) return ['a list', 'Put a text that begins with [ or "- " into quotes.'];
  const value = isScalar(node) ? node.value : null;
  if (value === null || (typeof value === 'string' && value.trim() === '')) return [undefined, ''];
  if (typeof value === 'string') return ['text', 'Check its indentation.'];
  const quoted = isScalar(node) ? `'${node.source}'` : 'quotes';
  return [typeof value === 'boolean' ? 'true or false' : 'a number', `Write it as ${quoted} if it is a text.`];
}
