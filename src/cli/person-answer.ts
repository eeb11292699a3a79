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

/** With more mailboxes, no answers are printed: the page has them. */
const MAX_MAILBOXES = 3;

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
      blocks.push({ title: `${titleOf(report)} ${mailbox.address}`, rows: rowsOf(report, stored) });
    }
  }
  const missing = QUESTIONS.filter(([, reports]) => !reports.some((name) => names.includes(name)));
  if (missing.length === 0) return blocks;
  const reports = missing.flatMap(([, [first = '', ...others]]) => [...others, first]);
  const questions = missing.map(([what]) => what).join(' and ');
  return [...blocks, { title: 'Not read', rows: [[questions, `--report ${[...names, ...reports].join(' ')}`]] }];
}

function titleOf({ name }: RowsReport): string {
  if (name === inboxRules.name) return 'Inbox rules of';
  return name === access.name || name === mailboxPermissions.name ? 'Who can open' : `${name} of`;
}

function rowsOf(report: RowsReport, { status, error, rows }: StoredReport): Block['rows'] {
  const unread = status === 'ok' ? [] : [[status, error]];
  // A mailbox without rows has a blank row, which is only for the CSV.
  const answers = rows.filter((row) => row.status === 'ok').map((row) => answerRow(report, row));
  if (report.manyRows && answers.length === 0 && status === 'ok') return [['none']];
  return [...answerLines(report, answers), ...unread];
}

function answerLines({ name, manyRows, columns }: RowsReport, rows: readonly AnswerRow[]): Block['rows'] {
  if (name === inboxRules.name) return rows.map(({ cell }) => [cell('RuleName'), ruleText(cell)]);
  if (name === access.name || name === mailboxPermissions.name) return rightLines(rows);
  if (manyRows) return rows.length === 0 ? [] : [[`${counted(rows.length, 'row', 'rows')}: see ${name}.csv`]];
  return rows.flatMap(({ cell, isKnown }) =>
    columns.map((column) => [column, settingText(cell(column), isKnown(column))]).filter(([, text]) => text !== ''),
  );
}

interface AnswerRow {
  readonly cell: (column: string) => string;
  /** Whether the service returned all of a cell. */
  readonly isKnown: (column: string) => boolean;
}

function answerRow({ columns }: RowsReport, { cells, incomplete }: StoredRow): AnswerRow {
  return {
    cell: (column) => cellText(cells[columns.indexOf(column)] ?? null),
    isKnown: (column) => incomplete?.has(columns.indexOf(column)) !== true,
  };
}

function settingText(text: string, isKnown: boolean): string {
  if (isKnown) return text;
  return text === '' ? 'not known' : `${text}, perhaps more`;
}

function ruleText(cell: AnswerRow['cell']): string {
  return `${cell('Enabled') === 'false' ? 'disabled: ' : ''}${ruleSentence(cell)}`;
}

/** Each right with the people who have it, and the number of rights whose people are not known. */
function rightLines(rows: readonly AnswerRow[]): Block['rows'] {
  const ofPeople = rows.filter(({ cell, isKnown }) => isKnown('Trustee') && cell('Trustee') !== '');
  const byRight = Map.groupBy(ofPeople, ({ cell }) => cell('Right'));
  const rights = [...byRight].toSorted(([one], [other]) => rightRank(one) - rightRank(other));
  const unknownCount = rows.length - ofPeople.length;
  const unknown = counted(unknownCount, 'right', 'rights');
  return [
    ...rights.map(([right, of]) => [rightText(right), of.map(personText).join('; ')]),
    ...(unknownCount === 0
      ? []
      : [['Not known', `${unknown} of groups or other trustees that the run could not resolve`]]),
  ];
}

function personText({ cell }: AnswerRow): string {
  const through = cell('Through');
  const way = through === '' || through === DIRECT ? '' : ` through ${through}`;
  const denied = cell('Deny') === 'true' ? ' (denied)' : '';
  return `${cell('Trustee')}${way}${cell('Inside') === 'false' ? ' (outside)' : ''}${denied}`;
}
