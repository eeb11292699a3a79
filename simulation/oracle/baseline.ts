import { cellText, csvText, shownValue, type Row } from './cells.ts';
import { subjectsOf, type ExpectedRun } from './expected-run.ts';
import { itemOf } from './items.ts';
import type { Finding, IsKnown } from './judge.ts';
import { plain } from './texts.ts';

type Entry = Readonly<Record<string, string>>;

const COLUMNS = ['Rule', 'MailboxName', 'Item', 'Column', 'Found', 'Row', 'AddedOn'];

/**
 * The baseline that a run wrote, without some of its entries, and what it accepts: violations of this run whose entry is there, as long
 * as rule, mailbox, what names the row, column, value and all that defines the row are equal.
 */
export function baselineOf(
  entries: readonly Entry[],
  before: ExpectedRun,
  isKept: (entry: Entry) => boolean,
): { readonly accepted: number; readonly text: string; readonly isKnown: IsKnown } {
  const kept = entries.filter(isKept);
  const record = (cells: readonly string[]): string =>
    `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\r\n`;
  const keys = new Set(kept.map(entryKey));
  const findings = subjectsOf(before)
    .flatMap(({ rules }) => rules.flatMap((rule) => rule.findings))
    .filter((finding) => keys.has(findingKey(finding)));
  const accepted = new Set(findings.map(wholeKey));
  return {
    accepted: kept.length,
    text: [COLUMNS, ...kept.map((entry) => COLUMNS.map((column) => entry[column] ?? ''))].map(record).join(''),
    isKnown: (finding) => accepted.has(wholeKey(finding)),
  };
}

function entryKey({ Rule = '', MailboxName = '', Item = '', Column = '', Found = '' }: Entry): string {
  return JSON.stringify([Rule, MailboxName.toLowerCase(), Item, Column, Found].map(plain));
}

function findingKey({ rule, mailbox, report, row, column, found }: Finding): string {
  const shown = CHANGING.has(column.slice(column.indexOf('.') + 1)) ? '' : csvText(found);
  return JSON.stringify([rule.id, mailbox.toLowerCase(), itemOf(report, row), column, shown].map(plain));
}

/** Columns that comparisons leave out, or bound by limits: they change by themselves, whichever report names them. */
export const CHANGING = new Set([
  'SmtpAuthLastUsed',
  'SmtpAuthUses30d',
  'LastSignIn',
  'LastNonInteractiveSignIn',
  'LastSuccessfulSignIn',
  'DaysSinceSignIn',
  'DaysLeft',
  'UsedGB',
  'ArchiveGB',
  'ArchivePercent',
  'RecoverableItemsGB',
  'Items',
  'DeletedItemsGB',
  'QuotaPercent',
  'LastActivityDate',
  'ReportDate',
  'UnreadItems',
  'Unknown',
]);

/** With what else defines the row. */
function wholeKey(finding: Finding): string {
  return `${findingKey(finding)} ${JSON.stringify(definition(finding.report, finding.row))}`;
}

const DEFINING: Readonly<Record<string, readonly string[]>> = {
  'inbox-rules': [
    'Enabled',
    'ForwardTo',
    'RedirectTo',
    'ForwardAsAttachmentTo',
    'Delete',
    'PermanentDelete',
    'MoveToFolder',
    'CopyToFolder',
    'MarkAsRead',
    'MarkImportance',
    'AssignCategories',
    'StopProcessingRules',
    'Conditions',
    'Exceptions',
  ],
  'mailbox-permissions': ['Inherited', 'Deny'],
  'applications-of-tenant': ['Permission', 'Scope'],
  'deleted-mailboxes': ['DeletedOn'],
  // Of a report file, all other cells.
  'remote-domains': ['Forwards'],
  addresses: ['Owner'],
};

export function definition(report: string, row: Row): readonly string[] {
  return (DEFINING[report] ?? []).map((column) => {
    const cell = row[column];
    return cell === undefined ? '' : cellText({ is: 'known', value: shownValue(cell) });
  });
}
