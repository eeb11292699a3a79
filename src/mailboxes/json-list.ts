import { printParseErrorCode, visit, type JSONPath } from 'jsonc-parser';
import { UserError } from '../errors.ts';
import { shortened, shownText, visibleLine } from '../text/display.ts';
import { columnKey } from './list-columns.ts';
import { addressColumn, AddressColumnSearch, noColumnError, type AddressSink, type ListSource } from './list-format.ts';
import type { Mailbox } from './mailbox.ts';

/** Beside the list: `@odata.nextLink`, `odata.nextLink` of OData 3, `nextLink` of other services. */
const NEXT_LINK = /(?:^|@)(?:odata\.)?nextLink$/i;
const COUNT = /^@?(?:odata\.)?count$/i;
const MAX_DEPTH = 100;
const MAX_LINK_SHOWN = 200;
const SHAPES = 'an array of addresses or of objects, or an object with such an array in "value", as Graph returns it';

/**
 * Reads a JSON array of addresses, or of objects with an address under one of their keys, or an object with such arrays
 * under `value`. https://www.rfc-editor.org/rfc/rfc8259: no comments, no trailing commas. A visitor instead of a parser:
 * parsed values have no lines, and 300,000 objects take hundreds of megabytes. Throws a UserError `LIST_MALFORMED`,
 * `LIST_NO_COLUMN`, or `LIST_INCOMPLETE` for an object that has more than the list: the first of several pages, a count above
 * the number of its items, or another array.
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
        list.value(value, path(), { line: line + 1, column });
      },
      onError: (code, _offset, _length, line, character) => {
        throw malformed(file, inWords(printParseErrorCode(code)), { line: line + 1, column: character + 1 });
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  const only = list.end();
  if (only !== undefined) readJson(text, { ...source, column: only }, found);
}

/** A place in the text; both count from 1. */
interface At {
  readonly line: number;
  readonly column: number;
}

interface Field {
  readonly text: string;
  readonly at: At;
  /** Whether it is an array or an object. */
  readonly isNested: boolean;
}

interface Entry {
  readonly at: At;
  /** Values by key; only those of the address key and of the list's columns once the former is known. */
  readonly fields: Map<string, Field>;
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
  /** The first object without an address key. */
  #keyless: { readonly noun: 'key'; readonly names: readonly string[]; readonly line: number } | undefined;
  /** Such objects before the first with an address key. */
  readonly #undecided: At[] = [];
  readonly #search = new AddressColumnSearch<string>();
  #hasTexts = false;
  #entries = 0;
  /** The number of entries that the file says, and an array of texts or objects beside the list. */
  #said: { readonly name: string; readonly count: number; readonly at: At } | undefined;
  #other: { readonly name: string; readonly at: At } | undefined;

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
      this.#entries += 1;
      this.#entry = { at, fields: new Map() };
    } else this.value(bracket === '{' ? {} : [], path, at);
  }

  /**
   * Takes a value of the list or of an object in it. Other values count only if they say that the list has more. An array or an
   * object is passed empty, since its members follow.
   */
  value(literal: unknown, path: JSONPath, at: At): void {
    const text = textOf(literal);
    this.#besideList(literal, path, at);
    const inList = pathInList(path);
    const name = inList?.[1];
    if (inList?.length === 1) {
      this.#endEntry();
      this.#entries += 1;
      this.#hasTexts = true;
      this.#pass(text, at);
    } else if (inList?.length === 2 && typeof name === 'string') {
      const isRead = this.#key === undefined || columnKey(name) === this.#key || this.#source.columns.includes(name);
      if (isRead) this.#entry?.fields.set(name, { text, at, isNested: isNested(literal) });
    }
  }

  /** Returns the only key with addresses if no key is known to be one: the list is to be read again with it. */
  end(): string | undefined {
    this.#endEntry();
    const { file } = this.#source;
    if (!this.#hasList) throw malformed(file, 'there is no list', { line: 1 });
    if (this.#said !== undefined && this.#said.count > this.#entries) {
      const { name, count, at } = this.#said;
      throw incomplete(file, `${shownText(name)} is ${count}, but the list has ${this.#entries}`, at);
    }
    if (this.#other !== undefined) {
      const { name, at } = this.#other;
      throw incomplete(file, `${shownText(name)} is a second array, which is not read`, at);
    }
    if (this.#key !== undefined || this.#keyless === undefined) return undefined;
    const isFound = this.#source.column === undefined && !this.#hasTexts;
    const only = isFound ? this.#search.only(this.#source, this.#keyless) : undefined;
    if (only !== undefined) return only;
    throw noColumnError(this.#source, this.#keyless);
  }

  #besideList(literal: unknown, path: JSONPath, at: At): void {
    const [name, position] = path;
    if (typeof name !== 'string') return;
    if (path.length === 1 && NEXT_LINK.test(name) && literal !== null && literal !== '') {
      throw incomplete(this.#source.file, `${shownText(name)} says that the list continues${linkText(literal)}`, at);
    }
    if (path.length === 1 && COUNT.test(name) && Number(literal) > (this.#said?.count ?? 0)) {
      this.#said = { name, count: Number(literal), at };
    }
    const isOther = path.length === 2 && typeof position === 'number' && name !== 'value' && !name.startsWith('@');
    if (isOther && (typeof literal === 'string' || isNested(literal))) this.#other ??= { name, at };
  }

  #pass(text: string, { line, column }: At, values?: Mailbox['columns']): void {
    this.#found(text, line, () => column, values);
  }

  #endEntry(): void {
    if (this.#entry === undefined) return;
    const { fields, at } = this.#entry;
    this.#entry = undefined;
    const { file, column } = this.#source;
    const keyless = { noun: 'key', names: [...fields.keys()], line: at.line } as const;
    const position = addressColumn({ file, column: this.#key ?? column }, keyless);
    const name = position === undefined ? undefined : keyless.names[position];
    if (name !== undefined && this.#key === undefined) {
      this.#key = columnKey(name);
      for (const place of this.#undecided) this.#pass('', place);
    }
    if (this.#key === undefined) {
      this.#keyless ??= keyless;
      this.#undecided.push(at);
      for (const [key, { text, isNested }] of fields) if (!isNested) this.#search.add(key, text);
      return;
    }
    const field = name === undefined ? undefined : fields.get(name);
    this.#pass(field?.text ?? '', field?.at ?? at, this.#valuesOf(fields));
  }

  #valuesOf(fields: Entry['fields']): Mailbox['columns'] {
    const { columns, file } = this.#source;
    const found = [...fields];
    return columns.positionsIn([...fields.keys()])?.map((position) => {
      const [name, field] = found[position] ?? [];
      if (name === undefined || field === undefined) return null;
      if (!field.isNested) return field.text.trim();
      throw malformed(file, `${shownText(name)} has an array or an object, which no column can show`, field.at);
    });
  }
}

/** The path from the list, which is the root or `value`; undefined for what is beside it. */
function pathInList(path: JSONPath): JSONPath | undefined {
  const inList = path[0] === 'value' ? path.slice(1) : path;
  return inList.length === 0 || typeof inList[0] === 'number' ? inList : undefined;
}

function isNested(literal: unknown): boolean {
  return typeof literal === 'object' && literal !== null;
}

/** A null is a missing address, such as the `mail` of a user without a mailbox. */
function textOf(literal: unknown): string {
  if (literal === null) return '';
  if (isNested(literal)) return Array.isArray(literal) ? '[…' : '{…';
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
function incomplete(file: string, reason: string, { line, column }: At): UserError {
  return new UserError('LIST_INCOMPLETE', `${file}, line ${line}: ${reason}.`, {
    hint: 'Join all pages or arrays into the "value" array of one file, and remove what is beside it.',
    place: { file, line, column },
  });
}

/** The token grants nothing by itself, but it encodes data of the directory. */
function linkText(link: unknown): string {
  if (typeof link !== 'string') return '';
  const shown = link.replace(/(skiptoken|deltatoken)=[^&]*/gi, '$1=...');
  return ` at ${visibleLine(shortened(shown, MAX_LINK_SHOWN))}`;
}
