import { printParseErrorCode, visit } from 'jsonc-parser';
import { UserError } from '../errors.ts';
import { addressColumn, columnKey, noColumnError, type AddressSink, type ListSource } from './list-format.ts';

const DEEPEST = 100;
const SHAPES = 'an array of addresses or of objects, or an object whose "value" is such an array, as Graph answers';

/**
 * Reads a JSON array of addresses, of objects with an address under one of their keys, or such an array under `value`.
 * https://www.rfc-editor.org/rfc/rfc8259: no comments, no trailing commas. The text is visited, never built up: a tree of
 * 300,000 entries takes hundreds of megabytes, and a parsed value has no lines.
 */
export function readJson(text: string, source: ListSource, found: AddressSink): void {
  if (text.trim() === '') return;
  const walk = new ListWalk(source, found);
  visit(
    text,
    {
      onObjectBegin: (_offset, _length, line, character) => {
        walk.open('{', { line: line + 1, column: character + 1 });
      },
      onArrayBegin: (_offset, _length, line, character) => {
        walk.open('[', { line: line + 1, column: character + 1 });
      },
      onObjectEnd: () => {
        walk.close();
      },
      onArrayEnd: () => {
        walk.close();
      },
      onObjectProperty: (name) => {
        walk.property(name);
      },
      onLiteralValue: (value: unknown, _offset, _length, line, character) => {
        // A text begins behind its quote.
        const column = character + (typeof value === 'string' ? 2 : 1);
        walk.value(textOf(value), { line: line + 1, column });
      },
      onError: (code, _offset, _length, line, character) => {
        throw malformed(source.file, inWords(printParseErrorCode(code)), { line: line + 1, column: character + 1 });
      },
    },
    { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false },
  );
  walk.end();
}

/** A place in the text; both count from 1. */
interface At {
  readonly line: number;
  readonly column: number;
}

interface Entry {
  readonly at: At;
  /** Its keys with what stands there; only the address key's once that is known. */
  readonly fields: Map<string, { readonly text: string; readonly at: At }>;
}

/** Follows the visitor through the text and picks out what stands where addresses should. */
class ListWalk {
  private readonly source: ListSource;
  private readonly found: AddressSink;
  private depth = 0;
  /** The depth inside the list's array while that is open. */
  private listDepth: number | undefined;
  private listSeen = false;
  private lastProperty = '';
  private entry: Entry | undefined;
  /** The address key, folded. The first object that has one decides. */
  private key: string | undefined;
  private keyless: { readonly names: readonly string[]; readonly line: number } | undefined;

  constructor(source: ListSource, found: AddressSink) {
    this.source = source;
    this.found = found;
  }

  open(bracket: '{' | '[', at: At): void {
    if (this.depth >= DEEPEST) throw malformed(this.source.file, 'nested too deeply', { line: at.line });
    if (this.depth === this.listDepth && bracket === '{') this.entry = { at, fields: new Map() };
    else if (this.listDepth !== undefined) this.value(`${bracket}…`, at);
    else if (bracket === '[' && !this.listSeen && this.listStartsHere()) {
      this.listDepth = this.depth + 1;
      this.listSeen = true;
    }
    this.depth += 1;
  }

  close(): void {
    this.depth -= 1;
    if (this.listDepth === undefined) return;
    if (this.depth === this.listDepth && this.entry !== undefined) this.closeEntry(this.entry);
    else if (this.depth < this.listDepth) this.listDepth = undefined;
  }

  property(name: string): void {
    this.lastProperty = name;
  }

  /** A value in the list, or in an object of the list; any other is passed over. */
  value(text: string, at: At): void {
    if (this.listDepth === undefined) return;
    if (this.depth === this.listDepth) this.hand(text, at);
    else if (this.depth === this.listDepth + 1 && this.entry !== undefined) {
      const name = this.lastProperty;
      if (this.key === undefined || columnKey(name) === this.key) this.entry.fields.set(name, { text, at });
    }
  }

  end(): void {
    const { file } = this.source;
    if (!this.listSeen) throw malformed(file, 'there is no list in it', { line: 1 });
    if (this.key === undefined && this.keyless !== undefined) {
      throw noColumnError(this.source, { noun: 'key', ...this.keyless });
    }
  }

  private listStartsHere(): boolean {
    return this.depth === 0 || (this.depth === 1 && this.lastProperty === 'value');
  }

  private hand(text: string, { line, column }: At): void {
    this.found(text, line, () => column);
  }

  private closeEntry({ fields, at }: Entry): void {
    this.entry = undefined;
    const names = [...fields.keys()];
    const position = addressColumn(names, this.key ?? this.source.column);
    const name = position === undefined ? undefined : names[position];
    if (name === undefined) this.keyless ??= { names, line: at.line };
    else this.key ??= columnKey(name);
    const field = name === undefined ? undefined : fields.get(name);
    this.hand(field?.text ?? '', field?.at ?? at);
  }
}

/** A null is no address at all, such as Graph's `mail` of a user without a mailbox. */
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
  return new UserError('LIST_MALFORMED', `${file}, ${where}: this is no JSON list of mailboxes: ${what}.`, {
    hint: `The file must be ${SHAPES}, in plain JSON without comments and trailing commas.`,
    place: { file, ...at },
  });
}
