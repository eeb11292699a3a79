import { isDeepStrictEqual } from 'node:util';
import {
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { isGuid, isRecord } from '../../../../json.ts';
import { applyEdits, linesOf, type LineEdit } from './line-edits.ts';

/** Keys of mailbox-report.yml, and their values: one, or a list. Without a value, the file is not to have the key. */
export type ConfigValues = Readonly<Record<string, readonly string[]>>;

/** What a file is edited by. */
export interface Source {
  readonly text: string;
  readonly lineOf: (offset: number) => number;
}

/** The file with these values. */
export function configText(head: readonly string[], values: ConfigValues): string {
  const lines = Object.entries(values).flatMap(([key, all]) => keyLines(key, all));
  return `${[...head.map((line) => `# ${line}`), ...lines].join('\n')}\n`;
}

/**
 * The changes that give keys of a file other values. What people wrote besides stays: comments, order, quotes, and the items of a list
 * that keep their place. Undefined if the file cannot be changed like this: it has an alias, or keys on one line.
 */
export function configEdits(text: string, values: ConfigValues): readonly LineEdit[] | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const map = document.contents;
  if (document.errors.length > 0 || (map !== null && (!isMap(map) || map.flow === true))) return undefined;
  const source = { text, lineOf: (offset: number) => lines.linePos(offset).line - 1 };
  const edits: LineEdit[] = [];
  const added: string[] = [];
  for (const [key, wanted] of Object.entries(values)) {
    const pair = map?.items.find((one) => isScalar(one.key) && one.key.value === key);
    if (pair === undefined) added.push(...keyLines(key, wanted));
    else if (wanted.length === 0) edits.push(linesOfPair(pair, source));
    else if (!isDeepStrictEqual(new Set(valuesOf(pair.value)), new Set(wanted))) {
      const change = valueEdits(pair, wanted, source);
      if (change === undefined) return undefined;
      edits.push(...change);
    }
  }
  if (added.length > 0)
    edits.push({ line: map === null ? linesOf(text).length : endOf(map, source), removed: 0, added });
  return isWhatIsWanted(document, applyEdits(text, edits), values) ? edits : undefined;
}

/** Takes the lines of a key and its value away. */
export function linesOfPair({ key, value }: Pair, { text, lineOf }: Source): LineEdit {
  const line = isNode(key) ? lineOf(startOf(key)) : 0;
  const end = text.slice(0, isNode(value) ? (value.range?.[1] ?? 0) : 0).trimEnd().length;
  return { line, removed: Math.max(line, lineOf(Math.max(0, end - 1))) - line + 1, added: [] };
}

/** The values that a node has: a text by line, or the items of a list. Undefined for anything else. */
export function valuesOf(node: unknown): readonly string[] | undefined {
  if (isScalar(node)) return trimmed(textOf(node));
  if (!isSeq(node)) return undefined;
  return node.items.flatMap((item) => (isScalar(item) ? trimmed(textOf(item)) : []));
}

/** A text as it is, and a number as the file has it: an input is a text. */
function textOf({ value, source }: Scalar): string {
  if (value === null) return '';
  return typeof value === 'string' ? value : (source ?? '');
}

function trimmed(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** Lines of a list change one by one; a value in a line is written anew. */
function valueEdits(pair: Pair, wanted: readonly string[], source: Source): readonly LineEdit[] | undefined {
  const { value } = pair;
  if (isSeq(value) && value.flow !== true && value.anchor === undefined) {
    const items = value.items.map((item) => (isScalar(item) ? { item, text: textOf(item).trim() } : undefined));
    const present = items.filter((item) => item !== undefined);
    if (present.length < items.length) return undefined;
    return listEdits(
      present.map(({ item, text }) => ({ line: source.lineOf(startOf(item)), text })),
      wanted,
      (one) => `- ${scalarText(one)}`,
      source,
    );
  }
  if (!isScalar(value) && !isSeq(value)) return undefined;
  const range = value.range;
  if (value.anchor !== undefined || !range) return undefined;
  if (isScalar(value) && (value.type === 'BLOCK_LITERAL' || value.type === 'BLOCK_FOLDED')) {
    const first = source.lineOf(range[0]) + 1;
    const all = linesOf(source.text).slice(first, source.lineOf(Math.max(range[0], range[1] - 1)) + 1);
    const present = all.flatMap((line, at) => (line.trim() === '' ? [] : [{ line: first + at, text: line.trim() }]));
    return listEdits(present, wanted, (one) => one, source);
  }
  const [start, end] = [source.lineOf(range[0]), source.lineOf(range[1])];
  const [firstLine = '', lastLine = ''] = [linesOf(source.text)[start], linesOf(source.text)[end]];
  const before = firstLine.slice(0, range[0] - source.text.lastIndexOf('\n', range[0] - 1) - 1);
  const after = lastLine.slice(range[1] - source.text.lastIndexOf('\n', range[1] - 1) - 1);
  const space = before.endsWith(':') ? ' ' : '';
  return [{ line: start, removed: end - start + 1, added: [`${before}${space}${inlineText(wanted)}${after}`] }];
}

/** Takes the lines away that are not wanted, and adds the others behind the last one. Undefined if there is none. */
function listEdits(
  present: readonly { readonly line: number; readonly text: string }[],
  wanted: readonly string[],
  lineFor: (value: string) => string,
  { text }: Source,
): readonly LineEdit[] | undefined {
  const last = present.at(-1);
  if (last === undefined) return undefined;
  const indent = /^\s*/.exec(linesOf(text)[last.line] ?? '')?.[0] ?? '';
  const missing = wanted.filter((one) => present.every(({ text: other }) => other !== one));
  const gone = present.filter((one) => !wanted.includes(one.text));
  return [
    ...gone.map(({ line }) => ({ line, removed: 1, added: [] })),
    { line: last.line + 1, removed: 0, added: missing.map((one) => `${indent}${lineFor(one)}`) },
  ];
}

/** Whether the keys have these values, and all else is as it was. */
function isWhatIsWanted(before: Document, text: string, values: ConfigValues): boolean {
  const after = parseDocument(text);
  if (after.errors.length > 0 || !isMap(after.contents)) return false;
  const was: unknown = before.toJS() ?? {};
  const is: unknown = after.toJS();
  if (!isRecord(was) || !isRecord(is)) return false;
  const others = ([key]: [string, unknown]): boolean => !(key in values);
  return (
    isDeepStrictEqual(Object.entries(was).filter(others), Object.entries(is).filter(others)) &&
    after.contents.items.every(({ key, value }) => {
      const wanted = isScalar(key) ? values[String(key.value)] : undefined;
      if (wanted === undefined) return true;
      return wanted.length > 0 && isDeepStrictEqual(new Set(valuesOf(value)), new Set(wanted));
    })
  );
}

/** The line behind the last one of a map. */
export function endOf(map: YAMLMap, { text, lineOf }: Source): number {
  const end = map.range?.[1] ?? text.length;
  const last = text.slice(0, end).trimEnd().length;
  return lineOf(Math.max(0, last - 1)) + 1;
}

/** Gives a scalar on a line another value; what stands beside it stays. */
export function replaced(scalar: Scalar, value: string, { text, lineOf }: Source): LineEdit {
  const [start = 0, end = 0] = scalar.range ?? [];
  const line = linesOf(text)[lineOf(start)] ?? '';
  const column = start - text.lastIndexOf('\n', start - 1) - 1;
  const changed = `${line.slice(0, column)}${scalarText(value)}${line.slice(column + end - start)}`;
  return { line: lineOf(start), removed: 1, added: [changed] };
}

function startOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** A key with one value on its line, or with several on lines of their own. */
function keyLines(key: string, values: readonly string[]): readonly string[] {
  const [first, ...rest] = values;
  if (first === undefined) return [];
  if (rest.length === 0) return [`${key}: ${scalarText(first)}`];
  return [`${key}:`, ...values.map((value) => `  - ${scalarText(value)}`)];
}

function inlineText(values: readonly string[]): string {
  const [first = '', ...rest] = values;
  return rest.length === 0 ? scalarText(first) : `[${values.map(scalarText).join(', ')}]`;
}

/** A value that YAML reads as this text. */
export function scalarText(text: string): string {
  const isPlain = /^[1-9]\d{0,8}$/.test(text) || isGuid(text) || /^[A-Za-z][\w./-]*$/.test(text);
  return isPlain && !/^(?:true|false|null)$/i.test(text) ? text : `'${text.replaceAll("'", "''")}'`;
}
