import { rowJson } from '../../../outputs/files/json-report.ts';
import { access, DIRECT } from '../../../reports/built-in/access.ts';
import { inboxRules } from '../../../reports/built-in/inbox-rules.ts';
import { mailboxPermissions } from '../../../reports/built-in/mailbox-permissions.ts';
import type { RowView } from '../../../reports/known.ts';
import { rowViewer, shownText, viewOf } from '../../../reports/row-view.ts';
import { withKeptReport } from '../../../store/kept-report.ts';
import type { RowsReport, StoredMailbox, StoredReport, StoredRow } from '../../../store/rows-file.ts';
import { counted } from '../../../text/numbers.ts';
import { accessTitle, rightRank, rightText } from '../../../text/rights.ts';
import { ruleSentence } from '../../../text/rule-sentence.ts';

/** Lines below a title, in columns. Their texts are hostile until escaped. */
export interface Block {
  readonly title: string;
  readonly rows: readonly (readonly string[])[];
}

/** What the reports of a run show of the mailboxes that it was asked for. */
export interface Answer {
  readonly reports: readonly RowsReport[];
  /** Their results are in the order of `reports`. */
  readonly mailboxes: readonly StoredMailbox[];
}

const NOT_FOUND = 'There is no user with this user principal name. Check the spelling.';
/** With more mailboxes, no answers are printed: the page has them. */
const MAX_PRINTED = 3;

/** What is asked of a mailbox, and the reports that answer it. */
const QUESTIONS: readonly (readonly [what: string, reports: readonly [string, ...string[]]])[] = [
  ['inbox rules', [inboxRules.name]],
  ['who can open it', [access.name, mailboxPermissions.name]],
];

/**
 * The rows of a report in a folder, if its list has no other mailboxes than the addresses that were asked for. Rejects with an
 * `UnusableRows`.
 */
export function answerIn(folder: string, addresses: readonly string[]): Promise<Answer | undefined> {
  return withKeptReport(folder, {}, async (rows) => {
    if (rows.header.list.length > addresses.length) return undefined;
    const mailboxes: StoredMailbox[] = [];
    for await (const mailbox of rows.mailboxes()) mailboxes.push(mailbox);
    return { reports: rows.header.reports, mailboxes };
  });
}

/** The settings, the inbox rules and who can open it of each mailbox, as far as the reports show them. Empty for many mailboxes. */
export function answerBlocks({ reports, mailboxes }: Answer): readonly Block[] {
  if (mailboxes.length > MAX_PRINTED) return [];
  const names = reports.map(({ name }) => name);
  const blocks = mailboxes.flatMap((mailbox) =>
    reports.flatMap((report, index): Block[] => {
      const stored = mailbox.reports[index];
      const hidden = report.name === mailboxPermissions.name && names.includes(access.name);
      if (stored === undefined || hidden) return [];
      return [{ title: titleOf(report, stored, mailbox.address), rows: rowsOf(report, stored) }];
    }),
  );
  const missing = unanswered(names);
  if (missing.length === 0) return blocks;
  const missingReports = missing.flatMap(([, [first, ...others]]) => [...others, first]);
  const questions = missing.map(([what]) => what).join(' and ');
  return [...blocks, { title: 'Not read', rows: [[questions, `--report ${[...names, ...missingReports].join(' ')}`]] }];
}

/** The rows of each report by mailbox, in the form of the JSON report, and the questions that no report answers. */
export function answerJson({ reports, mailboxes }: Answer): object {
  return {
    mailboxes: mailboxes.map((mailbox) => ({
      mailbox: mailbox.address,
      reports: Object.fromEntries(
        mailbox.reports.map(({ status, error, rows }, at) => [
          reports[at]?.name ?? '',
          {
            status,
            error,
            rows: rows.filter(isRead).map((row) => rowJson({ columns: reports[at]?.columns ?? [] }, row)),
          },
        ]),
      ),
    })),
    notRead: unanswered(reports.map(({ name }) => name)).map(([question, of]) => ({ question, reports: of })),
  };
}

function unanswered(names: readonly string[]): typeof QUESTIONS {
  return QUESTIONS.filter(([, reports]) => !reports.some((name) => names.includes(name)));
}

/** A mailbox without rows has a blank row, which is only for the CSV. */
function isRead({ status }: StoredRow): boolean {
  return status === 'ok';
}

function titleOf(report: RowsReport, { rows }: StoredReport, address: string): string {
  const { name } = report;
  if (name === inboxRules.name) return `Inbox rules of ${address}`;
  if (name !== access.name && name !== mailboxPermissions.name) return `${name} of ${address}`;
  const rights = rows.filter(isRead).map((row) => textOf(viewOf(report.columns, row), 'Right'));
  const opens = `Who can open ${address}`;
  return accessTitle(rights, opens, `Who gets mail of ${address}`, `${opens}, or gets its mail`);
}

function rowsOf(report: RowsReport, { status, error, rows }: StoredReport): Block['rows'] {
  const advice = status === 'not-found' ? [NOT_FOUND] : [];
  const unread = status === 'ok' ? [] : [[status, error, ...advice]];
  const answers = rows.filter(isRead).map(rowViewer(report.columns));
  if (report.manyRows && answers.length === 0 && status === 'ok') return [['none']];
  return [...answerLines(report, answers), ...unread];
}

function answerLines({ name, manyRows, columns }: RowsReport, rows: readonly RowView[]): Block['rows'] {
  if (name === inboxRules.name) return rows.map((row) => [textOf(row, 'RuleName'), ruleText(row)]);
  if (name === access.name || name === mailboxPermissions.name) return rightLines(rows);
  if (manyRows) return rows.length === 0 ? [] : [[`${counted(rows.length, 'row', 'rows')}: see ${name}.csv`]];
  return rows.flatMap((row) =>
    columns.map((column) => [column, settingText(row, column)]).filter(([, text]) => text !== ''),
  );
}

function textOf(row: RowView, column: string): string {
  return shownText(row.cell(column));
}

function settingText(row: RowView, column: string): string {
  const text = textOf(row, column);
  if (row.cell(column)?.isKnown === true) return text;
  return text === '' ? 'not known' : `${text}, perhaps more`;
}

function ruleText(row: RowView): string {
  const cell = (column: string): string => textOf(row, column);
  return `${cell('Enabled') === 'false' ? 'disabled: ' : ''}${ruleSentence(cell)}`;
}

/** Each right with the people who have it, and the number of rights whose people are not known. */
function rightLines(rows: readonly RowView[]): Block['rows'] {
  const ofPeople = rows.filter((row) => row.cell('Trustee')?.isKnown === true && textOf(row, 'Trustee') !== '');
  const byRight = Map.groupBy(ofPeople, (row) => textOf(row, 'Right'));
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

function personText(row: RowView): string {
  const cell = (column: string): string => textOf(row, column);
  const through = cell('Through');
  const way = through === '' || through === DIRECT ? '' : ` through ${through}`;
  const denied = cell('Deny') === 'true' ? ' (denied)' : '';
  return `${cell('Trustee')}${way}${cell('Inside') === 'false' ? ' (outside)' : ''}${denied}`;
}
