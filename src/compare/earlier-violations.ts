import type { Finding, Novelty } from '../policy/verdict.ts';
import { readBackText, type CsvDelimiter } from '../text/csv.ts';
import { isText } from './compare.ts';
import type { CsvTable } from '../store/csv/csv-table.ts';

/** A violation as the earlier run found it. Texts as its CSV has them. */
export interface EarlierViolation {
  /** The rule's id. */
  readonly rule: string;
  readonly item: string;
  readonly column: string;
  readonly found: string;
  /** Whether an exemption covered it. */
  readonly exempt: boolean;
  readonly since: string | undefined;
}

/** What the earlier run says about a finding. */
export interface KnownFinding {
  readonly novelty: Novelty;
  readonly since: string | undefined;
  readonly found: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The violations of an earlier report, by mailbox. */
export class EarlierViolations {
  readonly #table: CsvTable;
  readonly #columns: Readonly<Record<'rule' | 'item' | 'column' | 'found' | 'verdict' | 'since', number>>;
  readonly #day: string | undefined;

  /** `day`: that of the earlier run, for violations without `Since`. */
  constructor(table: CsvTable, day: string | undefined) {
    const at = (column: string): number => table.columns.indexOf(column);
    this.#table = table;
    this.#day = day;
    this.#columns = {
      rule: at('Rule'),
      item: at('Item'),
      column: at('Column'),
      found: at('Found'),
      verdict: at('Verdict'),
      since: at('Since'),
    };
  }

  /** Undefined if the mailbox had none. */
  of(mailbox: number): UnmatchedViolations | undefined {
    const rows = this.#table.rowsOf(mailbox);
    if (rows === undefined) return undefined;
    const { rule, item, column, found, verdict, since } = this.#columns;
    return new UnmatchedViolations(
      rows
        .filter((cells) => cells[verdict] !== 'inconclusive')
        .map((cells) => {
          const text = (at: number): string => cells[at] ?? '';
          return {
            rule: text(rule),
            item: text(item),
            column: text(column),
            found: text(found),
            exempt: text(verdict) === 'exempt',
            since: DAY.test(text(since)) ? text(since) : this.#day,
          };
        }),
      this.#table.delimiter,
    );
  }
}

/**
 * The earlier violations of a mailbox that this run has not found again. A violation is the same if rule, item and column
 * are; several of them are matched in their order.
 */
class UnmatchedViolations {
  readonly #violations = new Map<string, EarlierViolation[]>();
  readonly #delimiter: CsvDelimiter;

  constructor(violations: readonly EarlierViolation[], delimiter: CsvDelimiter) {
    this.#delimiter = delimiter;
    for (const violation of violations) {
      const key = keyOf(violation.rule, violation.item, violation.column);
      const same = this.#violations.get(key);
      if (same === undefined) this.#violations.set(key, [violation]);
      else same.push(violation);
    }
  }

  /** Matches a finding, each violation once. Undefined if the earlier run did not find it. */
  take({ rule, item, column, found, verdict }: Finding): KnownFinding | undefined {
    const earlier = this.#violations.get(keyOf(rule.id, readBackText(item, this.#delimiter), column))?.shift();
    if (earlier === undefined) return undefined;
    // An exemption that no longer applies makes a new violation, first found earlier.
    if (earlier.exempt && verdict !== 'exempt') return { novelty: 'new', since: earlier.since, found: earlier.found };
    const novelty = isText(earlier.found, found, this.#delimiter) ? 'unchanged' : 'updated';
    return { novelty, since: earlier.since, found: earlier.found };
  }

  /** Violations that are left and were not exempt. */
  left(): readonly EarlierViolation[] {
    return [...this.#violations.values()].flat().filter(({ exempt }) => !exempt);
  }
}

function keyOf(rule: string, item: string, column: string): string {
  return JSON.stringify([rule, item, column]);
}
