import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { Rule } from '../policy/definition.ts';
import type { Finding, ReportVerdict } from '../policy/verdict.ts';
import { redefusedText, type CsvDelimiter } from '../text/csv.ts';
import type { CsvTable } from '../store/csv/csv-table.ts';
import { VIOLATIONS_FILE, type EarlierReport } from '../store/earlier-report.ts';

/** The rules that the violations of reports name, by id. What they require is unknown. */
export function rulesIn(...reports: readonly EarlierReport[]): ReadonlyMap<string, Rule> {
  const rules = new Map<string, Rule>();
  for (const { violations, mailboxes } of reports) {
    if (violations === undefined) continue;
    const cell = cellReader(violations);
    for (const number of mailboxes.numbers()) {
      for (const row of violations.rowsOf(number) ?? []) {
        const id = cell(row, 'Rule');
        if (!rules.has(id)) rules.set(id, ruleOf(id, cell(row, 'Report')));
      }
    }
  }
  return rules;
}

function ruleOf(id: string, report: string): Rule {
  const place = { file: VIOLATIONS_FILE, line: 1, column: 1 };
  return { id, report, title: id, severity: 'error', when: {}, expect: {}, place };
}

/** The findings in the CSV of a run. */
export class StoredFindings {
  readonly #table: CsvTable;
  readonly #rules: ReadonlyMap<string, Rule>;
  readonly #cell: CellReader;
  readonly #delimiter: CsvDelimiter;

  /**
   * `rules`: all that the table names. `delimiter`: that of the CSV with which the findings are compared, if it may be
   * another.
   */
  constructor(table: CsvTable, rules: ReadonlyMap<string, Rule>, delimiter = table.delimiter) {
    this.#table = table;
    this.#rules = rules;
    this.#cell = cellReader(table);
    this.#delimiter = delimiter;
  }

  /** The findings of a mailbox, by its number, in a report. Compliant rows have no verdict there. */
  of(number: number, mailbox: Mailbox, report: string): ReportVerdict {
    const findings = new Map<Rule, Finding[]>();
    for (const row of this.#table.rowsOf(number) ?? []) {
      const rule = this.#rules.get(this.#cell(row, 'Rule'));
      const verdict = VERDICTS.find((one) => one === this.#cell(row, 'Verdict'));
      if (rule?.report !== report || verdict === undefined) continue;
      const cells = {
        item: this.#text(row, 'Item'),
        column: this.#cell(row, 'Column'),
        found: this.#text(row, 'Found'),
      };
      findings.set(rule, [...(findings.get(rule) ?? []), { rule, verdict, mailbox, ...cells, expected: '' }]);
    }
    const rules = [...findings].map(([rule, found]) => ({ rule, verdict: undefined, findings: found }));
    return { rows: [], rules };
  }

  #text(row: readonly string[], column: string): string {
    return redefusedText(this.#cell(row, column), this.#table.delimiter, this.#delimiter);
  }
}

const VERDICTS: readonly Finding['verdict'][] = ['fail', 'warn', 'known', 'exempt', 'inconclusive'];

type CellReader = (row: readonly string[], column: string) => string;

function cellReader({ columns }: CsvTable): CellReader {
  const positions = new Map(columns.map((column, at) => [column, at]));
  return (row, column) => row[positions.get(column) ?? -1] ?? '';
}
