import { printParseErrorCode, visit, type JSONPath } from 'jsonc-parser';
import { UserError } from '../errors.ts';
import { shortened, visibleLine } from '../text/display.ts';
import { addressColumn, columnKey, noColumnError, type AddressSink, type ListSource } from './list-format.ts';

const NEXT_LINK = '@odata.nextLink';
const MAX_DEPTH = 100;
const MAX_LINK_SHOWN = 200;
const SHAPES = 'an array of addresses or of objects, or an object with such an array in "value", as Graph returns it';

/**
 * Reads a JSON array of addresses, or of objects with an address under one of their keys, or an object with such arrays
 * under `value`. https://www.rfc-editor.org/rfc/rfc8259: no comments, no trailing commas. A visitor instead of a parser:
 * parsed values have no lines, and 300,000 objects take hundreds of megabytes. Throws a UserError `LIST_MALFORMED`,
 * `LIST_NO_COLUMN`, or `LIST_INCOMPLETE` for the first of several pages from Graph.
 */
export function readJson(text: string, source: ListSource, found: AddressSink): void {
  if (text.trim() === '') return;
  const { file } = source;
  const list = new ListWalk(source, found);
  visit(
    text,
    {
      onObjectBegin: (_offset, _length, line, character, path) => {
        list.open('{', path(), { line: line + 1, column: character + 1 });
      },
      onArrayBegin: (_offset, _length, line, character, path) => {
        list.open('[', path(), { line: line + 1, column: character + 1 });
      },
      onLiteralValue: (value: unknown, _offset, _length, line, character, path) => {
        // The text of a string starts behind its quote.
        const column = character + (typeof value === 'string' ? 2 : 1);
        list.value(textOf(value), path(), { line: line + 1, column });
      },
      onError: (code, _offset, _length, line, character) => {
        throw malformed(file, inWords(printParseErrorCode(code)), { line: line + 1, column: character + 1 });
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  list.end();
}

/** A place in the text; both count from 1. */
interface At {
  readonly line: number;
  readonly column: number;
}

interface Entry {
  readonly at: At;
  /** Values by key; only that of the address key once it is known. */
  readonly fields: Map<string, { readonly text: string; readonly at: At }>;
}

/** Passes on the values in the places of addresses. */
class ListWalk {
  readonly #source: ListSource;
  readonly #found: AddressSink;
  #hasList = false;
  /** The last object of the list, until the next entry begins. */
  #entry: Entry | undefined;
  /** The address key for comparison, found in the first object that has one. */
  #key: string | undefined;
  #keyless: { readonly names: readonly string[]; readonly line: number } | undefined;

  constructor(source: ListSource, found: AddressSink) {
    this.#source = source;
    this.#found = found;
  }

  open(bracket: '{' | '[', path: JSONPath, at: At): void {
    if (path.length >= MAX_DEPTH) throw malformed(this.#source.file, 'nested too deeply', { line: at.line });
    const inList = pathInList(path);
    if (inList?.length === 0) this.#hasList ||= bracket === '[';
    else if (inList?.length === 1 && bracket === '{') {
      this.#endEntry();
      this.#entry = { at, fields: new Map() };
    } else this.value(`${bracket}…`, path, at);
  }

  /** A value in the list or in an object of the list; others are ignored, except the link to a next page. */
  value(text: string, path: JSONPath, at: At): void {
    if (path.length === 1 && path[0] === NEXT_LINK && text !== '') throw incomplete(this.#source.file, text, at);
    const inList = pathInList(path);
    const name = inList?.[1];
    if (inList?.length === 1) {
      this.#endEntry();
      this.#pass(text, at);
    } else if (inList?.length === 2 && typeof name === 'string') {
      if (this.#key === undefined || columnKey(name) === this.#key) this.#entry?.fields.set(name, { text, at });
    }
  }

  end(): void {
    this.#endEntry();
    if (!this.#hasList) throw malformed(this.#source.file, 'there is no list', { line: 1 });
    if (this.#key === undefined && this.#keyless !== undefined) {
      throw noColumnError(this.#source, { noun: 'key', ...this.#keyless });
    }
  }

  #pass(text: string, { line, column }: At): void {
    this.#found(text, line, () => column);
  }

  #endEntry(): void {
    if (this.#entry === undefined) return;
    const { fields, at } = this.#entry;
    this.#entry = undefined;
    const names = [...fields.keys()];
    const position = addressColumn(names, this.#key ?? this.#source.column);
    const name = position === undefined ? undefined : names[position];
    if (name === undefined) this.#keyless ??= { names, line: at.line };
    else this.#key ??= columnKey(name);
    const field = name === undefined ? undefined : fields.get(name);
    this.#pass(field?.text ?? '', field?.at ?? at);
  }
}

/** The path from the list, which is the root or `value`; undefined for what is beside it. */
function pathInList(path: JSONPath): JSONPath | undefined {
  const inList = path[0] === 'value' ? path.slice(1) : path;
  return inList.length === 0 || typeof inList[0] === 'number' ? inList : undefined;
}

/** A null is a missing address, such as the `mail` of a user without a mailbox. */
function textOf(literal: unknown): string {
  if (literal === null) return '';
  return typeof literal === 'string' ? literal : JSON.stringify(literal);
}

/** `ValueExpected` as `value expected`. */
function inWords(code: string): string {
  return code.replaceAll(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

function malformed(file: string, what: string, at: { line: number; column?: number }): UserError {
  const where = at.column === undefined ? `line ${at.line}` : `line ${at.line}, column ${at.column}`;
  return new UserError('LIST_MALFORMED', `${file}, ${where}: this is not a JSON list of mailboxes: ${what}.`, {
    hint: `The file must be ${SHAPES}, in plain JSON without comments and trailing commas.`,
    place: { file, ...at },
  });
}

/** Graph returns users in pages. https://learn.microsoft.com/graph/paging */
function incomplete(file: string, link: string, { line, column }: At): UserError {
  // The token grants nothing by itself, but it encodes data of the directory.
  const shown = link.replace(/(skiptoken|deltatoken)=[^&]*/gi, '$1=...');
  return new UserError(
    'LIST_INCOMPLETE',
    `${file}, line ${line}: "${NEXT_LINK}" says that the list continues at ${visibleLine(shortened(shown, MAX_LINK_SHOWN))}.`,
    {
      hint: 'Request all pages, join their "value" arrays into one file, and remove "@odata.nextLink".',
      place: { file, line, column },
    },
  );
}
