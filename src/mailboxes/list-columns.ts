import { UserError, type SourcePlace } from '../errors.ts';
import { suggestion } from '../text/did-you-mean.ts';
import { shownText, visibleLine } from '../text/display.ts';
import { someNames } from '../text/numbers.ts';
import { inputName } from '../text/audience.ts';

/** Carried without being named, if a list has it. */
export const USUAL_COLUMN = 'DisplayName';
/** Headers that are kept for an error. */
const MAX_SEEN = 1_000;

interface ListColumn {
  /** As the input has it. */
  readonly name: string;
  readonly key: string;
  /** As the first list with the column has it. */
  header: string | undefined;
}

/** The columns of mailbox lists that reports carry besides the address. Names compare without case, spaces and hyphens. */
export class ListColumns {
  readonly #isNamed: boolean;
  readonly #columns: readonly ListColumn[];
  readonly #seen = new Set<string>();

  /** @param columnNames as the input names them; none: the usual one, if a list has it */
  constructor(columnNames: readonly string[]) {
    this.#isNamed = columnNames.length > 0;
    const byKey = new Map((this.#isNamed ? columnNames : [USUAL_COLUMN]).map((name) => [columnKey(name), name]));
    this.#columns = [...byKey].map(([key, name]) => ({ name, key, header: undefined }));
  }

  /** The names of the columns in reports, in the order of the values of a mailbox. */
  get names(): readonly string[] {
    if (this.#isNamed) return this.#columns.map(({ name, header }) => header ?? name);
    return this.#columns.flatMap(({ name, header }) => (header === undefined ? [] : [name]));
  }

  /** Whether a column or key is one of them. */
  includes(name: string): boolean {
    if (this.#seen.size < MAX_SEEN) this.#seen.add(name.trim());
    const key = columnKey(name);
    return this.#columns.some((column) => column.key === key);
  }

  /**
   * Their positions among the columns of a list, or the keys of an entry, -1 for one that is not there; undefined if none is. Throws
   * a UserError `LIST_NO_COLUMN` if two have one name.
   */
  positionsIn(names: readonly string[], place: SourcePlace): readonly number[] | undefined {
    const keys = names.map((name) => (this.includes(name) ? columnKey(name) : undefined));
    const positions = this.#columns.map((column) => {
      const position = onlyPosition(names, keys, column, place);
      if (position !== -1) column.header ??= names[position]?.trim().replace(/\s+/g, ' ');
      return position;
    });
    return positions.every((position) => position === -1) ? undefined : positions;
  }

  /** The UserErrors `LIST_NO_COLUMN` of named columns that no list has. */
  problems(files: readonly string[]): readonly UserError[] {
    const seenNames = [...this.#seen].filter((name) => name !== '').map(visibleLine);
    const [file] = files;
    const lists = files.length === 1 ? `${file} has` : 'The mailbox lists have';
    const actual =
      seenNames.length === 0
        ? 'Only .csv and .json lists have columns.'
        : `They are: ${someNames(seenNames, shownText)}.`;
    return this.#columns
      .filter(({ header }) => this.#isNamed && header === undefined)
      .map(({ name }) => {
        const message = `${lists} no column ${shownText(name)}, which ${inputName('extra-columns')} names. ${actual}`;
        return new UserError('LIST_NO_COLUMN', message, {
          hint: `${suggestion(name, seenNames)}Correct ${inputName('extra-columns')}, or add the column to a list.`,
          ...(file === undefined ? {} : { place: { file } }),
        });
      });
  }
}

/** Two columns of one name, in any spelling, may have different values: which of them counts would be a guess. */
function onlyPosition(
  names: readonly string[],
  keys: readonly (string | undefined)[],
  { key }: ListColumn,
  place: SourcePlace,
): number {
  const positions = keys.flatMap((other, index) => (other === key ? [index] : []));
  const [first = -1, ...rest] = positions;
  if (rest.length === 0) return first;
  const columns = positions.map((position) => shownText(names[position]?.trim() ?? '')).join(', ');
  throw new UserError('LIST_NO_COLUMN', `${place.file} has several columns of one name: ${columns}.`, {
    hint: 'Rename or remove all but one.',
    place,
  });
}

/** A column name for comparison: in lower case, without spaces and hyphens. */
export function columnKey(name: string): string {
  return name.toLowerCase().replaceAll(/[\s-]/g, '');
}
