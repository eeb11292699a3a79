import { isUtf8 } from 'node:buffer';
import { isAlias, isMap, isScalar, isSeq, parseDocument, type ParsedNode, type YAMLError, type YAMLMap } from 'yaml';
import type { Checked, ErrorCode } from '../errors.ts';
import { shownText } from '../text/display.ts';
import { FileProblems } from './yaml-problems.ts';
import { keyText, YamlValue } from './yaml-value.ts';

/** In bytes. The parser takes a minute for some texts of ten times that size. */
export const LARGEST_YAML_FILE = 1_000_000;
/** Policies and reports are never nested as deep. */
const DEEPEST = 100;
/** After one syntax error the parser reports many others. */
const SYNTAX_PROBLEMS = 5;
const QUOTE_IT = 'Put a value into quotes that begins with one of & * ! @ % | > ` [ { or that holds ": " or " #".';

/**
 * Reads a YAML 1.2 file (https://yaml.org/spec/1.2.2) of one document. What YAML has beyond plain values is refused:
 * aliases, which make much of little, anchors, tags and directives. A byte order mark does no harm.
 *
 * @param content its text, or its bytes, which must be UTF-8
 * @param file its path relative to the workspace, with forward slashes
 * @param code of the problems
 * @param read adds a problem if it returns undefined
 */
export function readYaml<T>(
  content: string | Uint8Array,
  file: string,
  code: ErrorCode,
  read: (root: YamlValue) => T | undefined,
): Checked<T> {
  const text = textOf(content);
  const problems = new FileProblems(text, file, code);
  const refusal = refusedContent(content, text);
  if (refusal !== undefined) problems.add(...refusal);
  const node = refusal === undefined ? rootOf(text, problems) : undefined;
  const value = node && read(new YamlValue(node, node.range[0], '', problems));
  return problems.count === 0 ? { value, problems: [] } : { value: undefined, problems: problems.all() };
}

/** '' for a file that is too large. */
function textOf(content: string | Uint8Array): string {
  if (Buffer.byteLength(content) > LARGEST_YAML_FILE) return '';
  return (typeof content === 'string' ? content : new TextDecoder().decode(content)).replace(/^\ufeff/, '');
}

function refusedContent(
  content: string | Uint8Array,
  text: string,
): readonly [offset: number, message: string, hint: string] | undefined {
  if (Buffer.byteLength(content) > LARGEST_YAML_FILE)
    return [0, 'The file is larger than 1 MB.', 'Leave out what is not needed, or split the file.'];
  if (typeof content !== 'string' && !isUtf8(content)) {
    const hint = 'Save it as UTF-8; in PowerShell, write it with -Encoding utf8.';
    return [text.indexOf('\ufffd'), 'The file is not UTF-8.', hint];
  }
  const control = text.search(/(?![\t\n\r\u0085])\p{Cc}/u);
  if (control === -1) return undefined;
  const hint = 'Remove it, or write it as an escape such as \\t in double quotes.';
  return [control, 'There is a control character here.', hint];
}

function rootOf(text: string, problems: FileProblems): ParsedNode | undefined {
  // Whether keys are unique is looked at below: the parser would compare each key with every other.
  const { contents, errors } = parseDocument(text, { uniqueKeys: false, prettyErrors: false, logLevel: 'error' });
  for (const error of errors.slice(0, SYNTAX_PROBLEMS)) addSyntaxProblem(error, text, problems);
  if (errors.length > 0) return undefined;
  const directive = text.slice(0, contents?.range[0] ?? text.length).search(/^%/m);
  if (directive !== -1) {
    problems.add(directive, 'There is a YAML directive here.', 'Remove the line: the file is read as YAML 1.2.');
    return undefined;
  }
  if (contents === null || (isScalar(contents) && contents.value === null && contents.source === '')) {
    problems.add(0, 'The file is empty.', 'Fill it, or name another file.');
    return undefined;
  }
  return isPlain(contents, problems) ? contents : undefined;
}

/** Rewords messages of the parser that an author of the file would not understand. */
function addSyntaxProblem({ code, message, pos: [offset] }: YAMLError, text: string, problems: FileProblems): void {
  if (code === 'MULTIPLE_DOCS') {
    problems.add(offset, 'A second document begins here.', 'Keep one document a file, without lines of "---" between.');
  } else if (code === 'RESOURCE_EXHAUSTION') {
    addTooDeep(offset, problems);
  } else if (code === 'TAB_AS_INDENT') {
    problems.add(offset, 'A line is indented with a tab.', 'Indent with spaces.');
  } else {
    const cut = shownText(message).slice(1, -1);
    const lines = INDENTATION.has(code) ? differingLines(text, offset, message.startsWith('Nested')) : '';
    const hint = `${lines}Look at the indentation, and for a ":" or a quote that is missing. ${QUOTE_IT}`;
    problems.add(offset, `This is not YAML: ${cut}.`, hint);
  }
}

/** Codes of the parser for a line that is indented neither as the one before nor below it. */
const INDENTATION: ReadonlySet<string> = new Set(['BAD_INDENT', 'BLOCK_AS_IMPLICIT_KEY', 'MISSING_CHAR']);

/** The two lines around a mistake whose keys start in different columns, for a hint; '' if they do not. */
function differingLines(text: string, offset: number, isBefore: boolean): string {
  const lines = text.split('\n');
  const lineIndex = text.slice(0, offset).split('\n').length - 1;
  const isText = (line = ''): boolean => /^\s*[^\s#]/.test(line);
  const next = lines.findIndex((line, number) => number > lineIndex && isText(line));
  const previous = lines.findLastIndex((line, number) => number < lineIndex && isText(line));
  const [upper, lower] = isBefore ? [lineIndex, next] : [previous, isText(lines[lineIndex]) ? lineIndex : next];
  const columns = [upper, lower].map((number) => (lines[number] ?? '').search(/[^\s-]/));
  if (upper === -1 || lower === -1 || columns[0] === columns[1]) return '';
  const [one, other] = [upper, lower].map((number, which) => {
    const lineText = shownText((lines[number] ?? '').trimEnd());
    return `Line ${number + 1} starts in column ${(columns[which] ?? 0) + 1}: ${lineText}`;
  });
  return `${one}\n${other}\nKeys of one mapping, and items of one list, start in the same column.\n`;
}

function addTooDeep(offset: number, problems: FileProblems): void {
  problems.add(offset, 'Values are nested too deep here.', `Nest them at most ${DEEPEST} deep.`);
}

/** Looks at every node once, without recursion. Says whether there is nothing but plain values; repeated keys are added. */
function isPlain(root: ParsedNode, problems: FileProblems): boolean {
  let plain = true;
  const pending: { readonly node: ParsedNode; readonly depth: number }[] = [{ node: root, depth: 0 }];
  const add = (node: ParsedNode | null, depth: number): void => {
    if (node !== null) pending.push({ node, depth });
  };
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { node, depth } = next;
    if (depth > DEEPEST) {
      addTooDeep(node.range[0], problems);
      return false;
    }
    if (isRefused(node, problems) || isInTypographicQuotes(node, problems)) plain = false;
    if (isMap<ParsedNode, ParsedNode | null>(node)) {
      addRepeatedKeys(node, problems);
      for (const { key, value } of node.items) {
        add(key, depth + 1);
        add(value, depth + 1);
      }
    } else if (isSeq<ParsedNode>(node)) {
      for (const item of node.items) add(item, depth + 1);
    }
  }
  return plain;
}

function isRefused(node: ParsedNode, problems: FileProblems): boolean {
  const what = refusedIn(node);
  if (what === undefined) return false;
  problems.add(
    node.range[0],
    `There is ${what} here, which this file cannot have.`,
    `Write the value out. ${QUOTE_IT}`,
  );
  return true;
}

/** Word processors write them instead of quotes: to YAML they are part of the text. */
const OPENING = '“”„«‹‘‚';
const CLOSING = '“”»›’‘';
const IN_QUOTES = new RegExp(`^[${OPENING}].*[${CLOSING}]$`, 's');
/** Half of a pair, as if the text between contained ", " or ": ". An apostrophe at an end is no such half. */
const HALF_QUOTES = /^[“„«][^”“»]*$|^[^“„«]*[”»]$/s;

function isInTypographicQuotes(node: ParsedNode, problems: FileProblems): boolean {
  if (!isScalar(node) || node.type !== 'PLAIN') return false;
  const text = node.source;
  if (!IN_QUOTES.test(text) && !HALF_QUOTES.test(text)) return false;
  problems.add(
    node.range[0],
    `${shownText(text)} has typographic quotes, which are part of the text in YAML.`,
    `Use straight quotes: ' or ". If the text is to have these quotes, put straight ones around them.`,
  );
  return true;
}

function refusedIn(node: ParsedNode): string | undefined {
  if (isAlias(node)) return `an alias (${shownText(`*${node.source}`)})`;
  if (node.tag !== undefined) return `a tag (${shownText(node.tag)})`;
  return node.anchor === undefined ? undefined : `an anchor (${shownText(`&${node.anchor}`)})`;
}

function addRepeatedKeys({ items }: YAMLMap<ParsedNode, ParsedNode | null>, problems: FileProblems): void {
  const seen = new Set<string>();
  for (const { key } of items) {
    const text = keyText(key);
    if (text === undefined) continue;
    if (seen.has(text)) problems.add(key.range[0], `The key ${shownText(text)} is repeated.`, 'Keep one of them.');
    seen.add(text);
  }
}
