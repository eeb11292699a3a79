import { isMap, isScalar, isSeq, Scalar, type Pair, type ParsedNode } from 'yaml';
import { shownText } from '../text/display.ts';
import type { FileProblems } from './yaml-problems.ts';

/** A key with its value. */
export interface YamlEntry {
  readonly key: string;
  readonly keyOffset: number;
  readonly value: YamlValue;
}

/** A value in a YAML file, with its place. What reads it adds a problem and returns undefined if it is of another kind. */
export class YamlValue {
  readonly node: ParsedNode | null;
  /** In the file, in UTF-16 code units. */
  readonly offset: number;
  /** Its name in messages, such as `request.path`; '' for the whole file. */
  readonly name: string;
  /** Those of the file. */
  readonly problems: FileProblems;

  constructor(node: ParsedNode | null, offset: number, name: string, problems: FileProblems) {
    this.node = node;
    this.offset = offset;
    this.name = name;
    this.problems = problems;
  }

  /** Adds a problem of this value: a sentence that follows its name. */
  reject(sentence: string, hint: string): undefined {
    return this.report(`${this.name === '' ? 'The file' : shownText(this.name)} ${sentence}`, hint);
  }

  /** Adds a problem at this value, or at another offset. */
  report(message: string, hint: string, offset = this.offset): undefined {
    this.problems.add(offset, message, hint);
    return undefined;
  }

  /** Whether a key has no value. */
  get isBlank(): boolean {
    return this.node === null || (isScalar(this.node) && this.node.value === null);
  }

  /** The entries of a mapping in the file's order, each key once. */
  entries(): readonly YamlEntry[] | undefined {
    if (!isMap<ParsedNode, ParsedNode | null>(this.node))
      return this.#rejectKind('a mapping, "key: value" on each line');
    const entries = new Map<string, YamlEntry>();
    for (const pair of this.node.items) {
      const key = keyText(pair.key);
      if (key === undefined) {
        this.report('A key is missing or is not a text.', 'Write each entry as "key: value".', pair.key.range[0]);
      } else if (!entries.has(key)) entries.set(key, this.#entry(key, pair));
    }
    return [...entries.values()];
  }

  /** The entry of a mapping that has a key; undefined if there is none. */
  entry(key: string): YamlEntry | undefined {
    if (!isMap<ParsedNode, ParsedNode | null>(this.node)) return undefined;
    const pair = this.node.items.find((item) => keyText(item.key) === key);
    return pair && this.#entry(key, pair);
  }

  /** The items of a list. */
  items(): readonly YamlValue[] | undefined {
    if (!isSeq<ParsedNode>(this.node)) return this.#rejectKind('a list, "- item" on each line');
    return this.node.items.map((node, index) => this.#item(node, index));
  }

  /** The value under a key or at a position; undefined if there is none. */
  inside(step: string | number): YamlValue | undefined {
    const node = isSeq<ParsedNode>(this.node) ? this.node.items[Number(step)] : undefined;
    return node === undefined ? this.entry(String(step))?.value : this.#item(node, Number(step));
  }

  /** A text that is not blank. */
  text(): string | undefined {
    const scalar = isScalar(this.node) ? this.node.value : undefined;
    return typeof scalar === 'string' && scalar.trim() !== '' ? scalar : this.#rejectKind('text');
  }

  /** A text, number or boolean, as written. */
  scalarText(): string | undefined {
    const { node } = this;
    return isScalar(node) && typeof node.value !== 'string' && node.value !== null ? node.source : this.text();
  }

  /** The name of the value under a key. */
  nameOf(key: string): string {
    return this.name === '' ? key : `${this.name}.${key}`;
  }

  #entry(key: string, { key: keyNode, value: node }: Pair<ParsedNode, ParsedNode | null>): YamlEntry {
    const [keyOffset, keyEnd] = keyNode.range;
    return { key, keyOffset, value: new YamlValue(node, node?.range[0] ?? keyEnd, this.nameOf(key), this.problems) };
  }

  #item(node: ParsedNode, index: number): YamlValue {
    return new YamlValue(node, node.range[0], `${this.name}[${index}]`, this.problems);
  }

  #rejectKind(kindNames: string): undefined {
    const [kind, hint] = kindOf(this.node);
    return kind === undefined
      ? this.reject('has no value.', `It must be ${kindNames}.`)
      : this.reject(`must be ${kindNames}, not ${kind}.`, hint);
  }
}

/** The text of a key: any scalar but null, as it was written. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key) || key.value === null) return undefined;
  return typeof key.value === 'string' ? key.value : key.source;
}

/**
 * The offset of a character of a text in the file, in UTF-16 code units. Exact for plain and quoted texts of one line; for
 * other texts the start of the text.
 */
export function offsetInText({ node, offset }: YamlValue, position: number): number {
  if (!isScalar(node) || typeof node.value !== 'string') return offset;
  const { value, type } = node;
  const writtenLength = node.range[1] - node.range[0];
  if (type === Scalar.PLAIN) return writtenLength === value.length ? offset + position : offset;
  const quotes = type === Scalar.QUOTE_SINGLE ? quotesIn(value) : 0;
  if ((type !== Scalar.QUOTE_SINGLE && type !== Scalar.QUOTE_DOUBLE) || writtenLength !== value.length + quotes + 2) {
    return offset;
  }
  return offset + 1 + position + (quotes === 0 ? 0 : quotesIn(value.slice(0, position)));
}

/** Inside single quotes, a single quote is written twice. */
function quotesIn(text: string): number {
  return text.split("'").length - 1;
}

/** The kind of a value, undefined for none, and how to fix a value that has another kind by mistake. */
function kindOf(node: ParsedNode | null): readonly [kind: string | undefined, hint: string] {
  if (isMap(node)) return ['a mapping', 'Put a text that begins with { or holds ": " into quotes.'];
  if (isSeq(node)) return ['a list', 'Put a text that begins with [ or "- " into quotes.'];
  const value = isScalar(node) ? node.value : null;
  if (value === null || (typeof value === 'string' && value.trim() === '')) return [undefined, ''];
  if (typeof value === 'string') return ['text', 'Check its indentation.'];
  const quoted = isScalar(node) ? `'${node.source}'` : 'quotes';
  return [typeof value === 'boolean' ? 'true or false' : 'a number', `Write it as ${quoted} if it is a text.`];
}
