import { hash } from 'node:crypto';
import { isObject, property, type Json, type JsonObject } from '../json.ts';
import { columnType, type ItemPart, type ReportColumns } from './definition.ts';
import { addressesOf } from './expressions/recipients.ts';
import { cellAt, shownText, type RowWithCells } from './row-view.ts';

/** What names the rows of a report, by the positions of cells: of each part, the first cell with a value counts. */
export type ItemPositions = readonly (readonly number[])[];

/** How the rows of a report are identified, in violations, baselines, comparisons, fingerprints and remediation. */
export interface RowIdentity {
  /** Names a row for people: `assistant@contoso.com; FullAccess`. '' in a report with one row a mailbox. */
  readonly itemOf: (row: RowWithCells) => string;
  /**
   * Digest of what else defines a row whose cell in `column` violates a rule; '' if nothing else does. It has 32 hex digits, so that
   * two rows with the same digest cannot be constructed.
   */
  readonly digestOf: (row: RowWithCells, column: string) => string;
}

/** The columns whose cells name a row; the first one if the report declares none. Empty with one row a mailbox. */
export function itemColumns({ rows, item, columns }: Pick<ReportColumns, 'rows' | 'item' | 'columns'>) {
  return rows === undefined ? [] : (item ?? Object.keys(columns).slice(0, 1));
}

/** The positions of the columns; undefined if one is not among them. */
export function itemPositions(item: readonly ItemPart[], columns: readonly string[]): ItemPositions | undefined {
  const positions = item.map((part) => [part].flat().map((name) => columns.indexOf(name)));
  return positions.flat().includes(-1) ? undefined : positions;
}

/** The text that names a row. */
export function itemText(positions: ItemPositions, row: RowWithCells): string {
  const texts = positions.map((part) => part.map((at) => textAt(row, at)).find((text) => text !== '') ?? '');
  return texts.join('; ');
}

function textAt(row: RowWithCells, position: number): string {
  return shownText(cellAt(row, position));
}

/** Whether it is not known what names a row. */
export function hasUnknownItem(positions: ItemPositions, row: RowWithCells): boolean {
  if (row.incomplete === undefined) return false;
  const isUnknown = (at: number): boolean => !cellAt(row, at).isKnown;
  return positions.some((part) => {
    const position = part.find((at) => textAt(row, at) !== '');
    return position === undefined ? part.some(isUnknown) : isUnknown(position);
  });
}

/** How the rows of a report are identified. Throws if the report's `item` or `row` names no column. */
export function rowIdentity(report: ReportColumns): RowIdentity {
  const { row, compare } = report;
  const columns = Object.keys(report.columns);
  const item = itemColumns(report);
  const positions = itemPositions(item, columns);
  if (positions === undefined) throw new Error(`the report ${report.name} has no column ${item.flat().join(', ')}`);
  if (item.length === 0) return { itemOf: () => '', digestOf: () => '' };
  const ignored = new Set(compare?.ignore);
  const defining = (row ?? columns.filter((name) => !ignored.has(name))).map((name) => ({
    name,
    at: columns.indexOf(name),
    schema: columnType(report, name) ?? {},
  }));
  return {
    itemOf: (one) => itemText(positions, one),
    digestOf: ({ cells, incomplete }, column) => {
      // Of a report file, the violating cell is compared by its own.
      const identifying = row === undefined ? defining.filter(({ name }) => name !== column) : defining;
      if (identifying.length === 0) return '';
      const members = identifying.map(({ name, at, schema }): [string, Json] => {
        const cell = canonical(cells[at] ?? null, schema);
        // An unknown cell is not a blank one, and digests of committed baselines have its written form.
        return [name, incomplete?.has(at) === true ? { unknown: cell } : cell];
      });
      const text = JSON.stringify(canonicalMembers(members));
      return hash('sha256', text).slice(0, 32);
    },
  };
}

/** SMTP, or X.500: `/o=ExchangeLabs/cn=megan`. */
const ADDRESS = /^(?:[^\s@]+@[^\s@]+|(?:\w+:)?\/[a-z]+=.*)$/i;

/**
 * A value so that equal ones have equal JSON: keys sorted, blank and empty members left out, addresses and values of an
 * enumeration in lower case, and a recipient as its address, or its name without one.
 */
export function canonical(value: Json, schema: JsonObject): Json {
  if (typeof value === 'string') {
    return Array.isArray(schema.enum) || ADDRESS.test(value) ? value.toLowerCase() : value;
  }
  if (Array.isArray(value)) {
    const ofElement = property(schema, 'items');
    const elements = value.map((element) => canonical(element, isObject(ofElement) ? ofElement : {}));
    return elements.filter((element) => !isEmpty(element));
  }
  if (!isObject(value)) return value;
  if (isRecipient(value)) return canonical(addressesOf(value)[0] ?? null, {});
  const schemas = property(schema, 'properties');
  return canonicalMembers(
    Object.entries(value)
      .filter(([name]) => !name.startsWith('@odata.'))
      .map(([name, member]) => {
        const ofMember = property(schemas, name);
        return [name, canonical(member, isObject(ofMember) ? ofMember : {})];
      }),
  );
}

function canonicalMembers(members: readonly (readonly [string, Json])[]): JsonObject {
  const nonEmpty = members.filter(([, member]) => !isEmpty(member));
  return Object.fromEntries(nonEmpty.sort(([one], [other]) => (one < other ? -1 : 1)));
}

function isEmpty(value: Json): boolean {
  return value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0);
}

/** https://learn.microsoft.com/graph/api/resources/recipient and its emailAddress. */
function isRecipient(value: JsonObject): boolean {
  return isObject(property(value, 'emailAddress')) || typeof property(value, 'address') === 'string';
}
