import { UserError } from '../../../errors.ts';
import { inboxRules } from '../../../reports/built-in/inbox-rules.ts';
import { isCertainly, shownOf, type RowView } from '../../../reports/known.ts';
import { rowViewer, shownText as cellTextOf } from '../../../reports/row-view.ts';
import { storedNames } from '../../../store/indexed-report.ts';
import type { ReportRows } from '../../../store/kept-report.ts';
import { UnusableRows } from '../../../store/rows-reader.ts';
import { didYouMean } from '../../../text/did-you-mean.ts';
import { shownText, visibleLine } from '../../../text/display.ts';
import { ruleSentence } from '../../../text/rule-sentence.ts';

/** The table that says whose addresses are. */
export const ADDRESSES = 'addresses';

/** What is known of the inbox rules of a mailbox: what each that may send mail on does. Undefined: they were not read. */
export type RulesOf = (owner: string) => readonly string[] | undefined;

/** The addresses of a report that have a text. */
export interface FoundAddresses {
  readonly columns: readonly string[];
  readonly rows: readonly RowView[];
  /** What the run could not read, for people; '' if nothing. */
  readonly gaps: string;
}

/**
 * The address that is a text, or all that contain it, without case. Rejects with the UserError `INPUT_INVALID` if the report has no
 * addresses, or none with the text, and with an `UnusableRows` if the run could not read them.
 */
export async function addressesWith(text: string, report: ReportRows): Promise<FoundAddresses> {
  const at = report.header.tables.findIndex(({ name }) => name === ADDRESSES);
  const { columns } = report.header.tables[at] ?? {};
  if (columns === undefined) {
    throw new UserError('INPUT_INVALID', `The report has no table ${ADDRESSES}.`, {
      hint: `Read it: "mailbox-report report --report ${ADDRESSES}", or leave out the report: "mailbox-report route ${shownText(text)}".`,
    });
  }
  const table = (await report.tables())[at];
  if (table?.status !== 'ok') throw new UnusableRows(`Its run could not read ${ADDRESSES}: ${table?.error ?? ''}`);
  const wanted = text.replace(/^smtp:/i, '').toLowerCase();
  const all = table.rows.map(rowViewer(columns));
  const addressOf = (row: RowView): string => cellTextOf(row.cell('Address')).toLowerCase();
  const same = all.filter((row) => addressOf(row) === wanted);
  const rows = same.length > 0 ? same : all.filter((row) => addressOf(row).includes(wanted));
  if (rows.length === 0) {
    const near = didYouMean(wanted, all.map(addressOf));
    throw new UserError('INPUT_INVALID', `No address of the tenant has the text ${shownText(text)}.`, {
      hint: `${near === undefined ? '' : `Did you mean ${shownText(near)}? `}Name an address, or a part of it.`,
    });
  }
  return { columns, rows, gaps: table.rows[0]?.error ?? '' };
}

/** What inbox rules of some mailboxes may do with mail. @param owners primary addresses */
export async function rulesIn(report: ReportRows, owners: readonly string[]): Promise<RulesOf> {
  const at = report.header.reports.findIndex(({ name }) => name === inboxRules.name);
  const { columns } = report.header.reports[at] ?? {};
  const wanted = new Set(owners.map((owner) => owner.toLowerCase()));
  const found = new Map<string, readonly string[]>();
  if (columns !== undefined && wanted.size > 0) {
    const view = rowViewer(columns);
    for await (const mailbox of report.mailboxes()) {
      const names = [mailbox.address.toLowerCase(), ...storedNames(report.header, mailbox)];
      const owner = names.find((name) => wanted.has(name));
      const stored = mailbox.reports[at];
      if (owner !== undefined && stored?.status === 'ok')
        found.set(
          owner,
          stored.rows.flatMap((row) => ruleText(view(row))),
        );
    }
  }
  return (owner) => found.get(owner.toLowerCase());
}

const SENDING = ['ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo'];

/** What a rule may do, if it is perhaps enabled and perhaps sends mail on. */
function ruleText({ cell }: RowView): readonly string[] {
  if (isCertainly(cell('Enabled'), false)) return [];
  const targets = SENDING.map((column) => cell(column));
  const sends = targets.some((one) => {
    const shown = shownOf(one);
    return one?.isKnown !== true || (Array.isArray(shown) && shown.length > 0);
  });
  if (!sends) return [];
  const name = visibleLine(cellTextOf(cell('RuleName')));
  return [`The inbox rule "${name}" ${ruleSentence((column) => cellTextOf(cell(column)))}`];
}
