import path from 'node:path';
import { access, DIRECT } from '../reports/built-in/access.ts';
import { inboxRules } from '../reports/built-in/inbox-rules.ts';
import { mailboxPermissions } from '../reports/built-in/mailbox-permissions.ts';
import { ROWS_FILE, type RowsReport, type StoredReport, type StoredRow } from '../store/rows-file.ts';
import { readHeader, readMailboxes } from '../store/rows-reader.ts';
import { cellText } from '../text/display.ts';
import { counted } from '../text/numbers.ts';
import { rightRank, rightText } from '../text/rights.ts';
import { ruleSentence } from '../text/rule-sentence.ts';

/** Lines below a title, in columns. Their texts are hostile until escaped. */
export interface Block {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** Mailboxes whose answers are printed; the page has all. */
const MAX_MAILBOXES = 3;
const NOT_KNOWN = 'not known';

/** What is asked of a mailbox, and the reports that answer it. */
const QUESTIONS: readonly (readonly [what: string, reports: readonly string[]])[] = [
  ['inbox rules', [inboxRules.name]],
  ['who can open it', [access.name, mailboxPermissions.name]],
];

/**
 * The settings, the inbox rules and who can open it of each mailbox of a report in a folder, as far as the reports of the run show them. Empty
 * for many mailboxes. Rejects with an `UnusableRows`.
 */
export async function answersIn(folder: string): Promise<readonly Block[]> {
  const file = path.join(folder, ROWS_FILE);
  const header = await readHeader(file);
  if (header.list.length > MAX_MAILBOXES) return [];
  const names = header.reports.map(({ name }) => name);
  const blocks: Block[] = [];
  for await (const { mailbox } of readMailboxes(file, header, () => undefined)) {
    for (const [index, report] of header.reports.entries()) {
      const stored = mailbox.reports[index];
      const hidden = report.name === mailboxPermissions.name && names.includes(access.name);
      if (stored === undefined || hidden) continue;
      blocks.push({ title: `${titleOf(report)} of ${mailbox.address}`, rows: rowsOf(report, stored) });
    }
  }
  const missing = QUESTIONS.filter(([, reports]) => !reports.some((name) => names.includes(name)));
  if (missing.length === 0) return blocks;
  const reports = missing.flatMap(([, [first = '', ...others]]) => [...others, first]);
  const questions = missing.map(([what]) => what).join(' and ');
  return [...blocks, { title: 'Not read', rows: [[questions, `--report ${[...names, ...reports].join(' ')}`]] }];
}

function titleOf({ name }: RowsReport): string {
  if (name === inboxRules.name) return 'Inbox rules';
  return name === access.name || name === mailboxPermissions.name ? 'Who can open it: rights' : name;
}

function rowsOf(report: RowsReport, { status, error, rows }: StoredReport): Block['rows'] {
  if (status !== 'ok' && rows.length === 0) return [[status, error]];
  const cellsOf = (row: StoredRow) => (column: string) => textOf(report, row, column);
  // A mailbox without any has a blank row in the CSV only.
  const cells = rows.filter((row) => row.status === 'ok').map(cellsOf);
  if (report.manyRows && cells.length === 0) return [['none']];
  if (report.name === inboxRules.name) return cells.map((cell) => [cell('RuleName'), ruleText(cell)]);
  if (report.name === access.name || report.name === mailboxPermissions.name) return rightRows(cells);
  if (report.manyRows) return [[`${counted(cells.length, 'row', 'rows')}: see ${report.name}.csv`]];
  const [cell = () => ''] = cells;
  return report.columns.map((column) => [column, cell(column)]).filter(([, text]) => text !== '');
}

/** `not known` for a cell that the service did not return. */
function textOf({ columns }: RowsReport, { cells, incomplete }: StoredRow, column: string): string {
  const at = columns.indexOf(column);
  const text = cellText(cells[at] ?? null);
  if (incomplete?.has(at) !== true) return text;
  return text === '' ? NOT_KNOWN : `${text}, perhaps more`;
}

type CellText = (column: string) => string;

function ruleText(cell: CellText): string {
  return `${cell('Enabled') === 'false' ? 'disabled: ' : ''}${ruleSentence(cell)}`;
}

/** Each right with the people who have it. */
function rightRows(cells: readonly CellText[]): Block['rows'] {
  const byRight = Map.groupBy(cells, (cell) => cell('Right'));
  const rights = [...byRight].toSorted(([one], [other]) => rightRank(one) - rightRank(other));
  return rights.map(([right, of]) => [rightText(right), of.map(personText).join('; ')]);
}

function personText(cell: CellText): string {
  const through = cell('Through');
  const way = through === '' || through === DIRECT ? '' : ` through ${through}`;
  const denied = cell('Deny') === 'true' ? ' (denied)' : '';
  return `${cell('Trustee') || NOT_KNOWN}${way}${cell('Inside') === 'false' ? ' (outside)' : ''}${denied}`;
}
