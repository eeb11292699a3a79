import { counted } from '../../text/numbers.ts';
import type { OutsideSenders } from '../../totals/outside-senders.ts';
import type { ReportCounts } from '../../totals/report-counts.ts';
import { highlightsOf } from './run.ts';
import type { Block, Piece, Section, Table } from './section.ts';

const OPEN_ROWS = 10;

export const SENDERS_TITLE = 'Who sends mail outside';

/** The built-in reports that show how mailboxes send mail outside. */
const WAYS = [
  { name: 'inbox-rules', way: 'inbox rules' },
  { name: 'mailbox-properties', way: 'forwarding of the mailbox' },
] as const;

/**
 * The mailboxes that send mail out of the tenant, by any way, and the ways that the run did not read. Undefined if no report
 * shows such mailboxes.
 */
export function sendersSection(
  senders: OutsideSenders | undefined,
  reports: readonly ReportCounts[],
): Section | undefined {
  if (senders === undefined) return undefined;
  const { mailboxes, named } = senders;
  const total = counted(mailboxes, 'mailbox sends', 'mailboxes send');
  const ways = highlightsOf(reports).found.flatMap(({ sends, report, at, ...found }): Piece[] => {
    if (sends === undefined) return [];
    const number = counted(found.mailboxes, 'mailbox', 'mailboxes');
    const items = found.items === '' ? '' : ` (${found.items})`;
    return [', ', { about: `${number} by ${sends}${items}`, rows: { report, highlight: at } }];
  });
  const paragraph = [`${total} mail outside${ways.length === 0 ? '' : ': '}`, ...ways.slice(1), '.'];
  const title = SENDERS_TITLE;
  const blocks = [{ paragraph }, ...notRead(reports), ...(named.length === 0 ? [] : [{ table: tableOf(senders) }])];
  return { title, short: 'Forwarding', folded: `${title}: ${counted(mailboxes, 'mailbox', 'mailboxes')}`, blocks };
}

/** An unread mailbox may send mail outside, and so may any mailbox in a way whose report is not in the run. */
function notRead(reports: readonly ReportCounts[]): readonly Block[] {
  return WAYS.flatMap(({ name, way }): readonly Block[] => {
    const report = reports.find((one) => one.name === name);
    if (report === undefined) return [{ paragraph: ['Not known: ', way, '. Add the report ', { code: name }, '.'] }];
    const unread = counted(report.unreadable, 'mailbox', 'mailboxes');
    return report.unreadable === 0 ? [] : [{ paragraph: `Not known: ${way} of ${unread} that could not be read.` }];
  });
}

function tableOf({ mailboxes, named }: OutsideSenders): Table {
  const rows = named.map(({ address, ways }) => ({
    cells: [
      { mailbox: address },
      { lines: ways.map(({ way, rows: found }) => (found === 1 ? way : `${way} (${found})`)) },
      { lines: ways.map(({ targets }) => targets.join(', ')) },
    ],
  }));
  return {
    label: SENDERS_TITLE,
    rows,
    unit: ['mailbox', 'mailboxes'],
    open: OPEN_ROWS,
    more: mailboxes - rows.length,
    columns: [{ name: 'Mailbox' }, { name: 'By', kind: 'short' }, { name: 'To', kind: 'prose' }],
  };
}
