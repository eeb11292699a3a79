import type { Json } from '../json.ts';
import { MAILBOX_COLUMN, type ReportDefinition } from '../reports/definition.ts';
import type { Row } from '../reports/row.ts';
import { compileAddress, compileCell, type CellSchema } from '../schema/cell-schema.ts';
import type { ColumnSchemas, Rule } from './definition.ts';
import { expectedText } from '../schema/expected-text.ts';
import { Spelling } from '../schema/spelling.ts';
import type { RuleVerdict, Verdict } from './verdict.ts';

/** What a rule asks of one column. */
export interface Condition {
  readonly column: string;
  /** Where the column stands in a row's cells; the mailbox's address where it does not. */
  readonly cell: number;
  readonly holds: (cell: Json) => boolean;
  /** For people. */
  readonly expected: string;
}

/** A rule as rows are held against it, and what it says of nearly all mailboxes, made once. */
export interface CompiledRule {
  readonly rule: Rule;
  readonly when: readonly Condition[];
  readonly expect: readonly Condition[];
  /** What a row is that does not hold. */
  readonly broken: 'fail' | 'warn';
  readonly passed: RuleVerdict;
  readonly inconclusive: RuleVerdict;
  readonly unconcerned: RuleVerdict;
}

const BESIDE_CELLS = -1;

/** @param report the one that the rule names; throws where it has no such column, which a policy file's rule never does */
export function compileRule(rule: Rule, report: ReportDefinition): CompiledRule {
  const says = (verdict: Verdict | undefined): RuleVerdict =>
    Object.freeze({ rule, verdict, findings: Object.freeze([]) });
  return {
    rule,
    when: conditions(rule.when, report),
    expect: conditions(rule.expect, report),
    broken: rule.severity === 'error' ? 'fail' : 'warn',
    passed: says('pass'),
    inconclusive: says('inconclusive'),
    unconcerned: says(undefined),
  };
}

/** What a condition looks at. */
export function cellOf({ cell }: Condition, { cells, mailbox }: Row): Json {
  return cell === BESIDE_CELLS ? mailbox.address : (cells[cell] ?? null);
}

export function holds(condition: Condition, row: Row): boolean {
  return condition.holds(cellOf(condition, row));
}

/** Whether the value of a condition's cell is not fully known. */
export function isIncomplete({ cell }: Condition, { incomplete }: Row): boolean {
  return incomplete?.has(cell) === true;
}

/** Whether a condition looks at the mailbox's address, and not at a cell. */
export function isAboutAddress({ cell }: Condition): boolean {
  return cell === BESIDE_CELLS;
}

/** Whether what a rule asks of the mailbox's address, which is known whatever Graph shows, holds or may hold. */
export function concernsAddress({ when }: CompiledRule, row: Row): boolean {
  return when.every((condition) => !isAboutAddress(condition) || holds(condition, row));
}

function conditions(columns: ColumnSchemas, report: ReportDefinition): readonly Condition[] {
  const names = Object.keys(report.columns);
  return Object.entries(columns).map(([column, schema]) => {
    const cell = column === MAILBOX_COLUMN ? BESIDE_CELLS : names.indexOf(column);
    if (cell === -1 && column !== MAILBOX_COLUMN) throw new Error(`the report ${report.name} has no column ${column}`);
    return { column, cell, ...compiled(schema, column, report) };
  });
}

function compiled(
  schema: CellSchema,
  column: string,
  { types }: ReportDefinition,
): Pick<Condition, 'holds' | 'expected'> {
  const type = types !== undefined && Object.hasOwn(types, column) ? types[column] : undefined;
  if (column === MAILBOX_COLUMN) return remembered(schemaOfAddresses(schema), 'addresses');
  const spelling = new Spelling(type);
  if (!spelling.matters) return remembered({ meets: compileCell(schema), spelled: schema }, 'cells');
  const spelled = spelling.schema(schema);
  const meets = compileCell(spelled);
  return remembered({ meets: (cell) => meets(spelling.cell(cell)), spelled }, 'cells');
}

interface Meets {
  readonly meets: (cell: Json) => boolean;
  readonly spelled: CellSchema;
}

function remembered({ meets, spelled }: Meets, of: 'cells' | 'addresses'): Pick<Condition, 'holds' | 'expected'> {
  return { holds: remembering(meets), expected: expectedText(spelled, of) };
}

/** Addresses compare without case, whatever asks for them. */
function schemaOfAddresses(schema: CellSchema): Meets {
  const spelling = new Spelling(undefined, true);
  const spelled = spelling.schema(schema);
  const meets = compileAddress(spelled);
  return { meets: (address) => meets(spelling.cell(address)), spelled };
}

/** Whether a mailbox's address meets what a rule says of `MailboxName`, as a function. */
export function meetsAddress(schema: CellSchema): (address: string) => boolean {
  return schemaOfAddresses(schema).meets;
}

/** Time zones, languages and the like are few: beyond so many texts a column is of another kind. */
const MOST_REMEMBERED = 500;

/** The same for texts that were asked before, which most cells are, without asking again. */
function remembering(meets: (cell: Json) => boolean): (cell: Json) => boolean {
  const known = new Map<string, boolean>();
  return (cell) => {
    if (typeof cell !== 'string') return meets(cell);
    const said = known.get(cell);
    if (said !== undefined) return said;
    const met = meets(cell);
    if (known.size < MOST_REMEMBERED) known.set(cell, met);
    return met;
  };
}
