import { csvText, shownValue, type Row } from './cells.ts';

/** What names a row of a report with many rows a mailbox, or of a table with many rows. */
export const ITEMS: Readonly<Record<string, readonly string[]>> = {
  'inbox-rules': ['RuleName'],
  folders: ['FolderPath'],
  'mailbox-permissions': ['Trustee', 'Right'],
  access: ['Trustee', 'Right', 'Through'],
  'applications-of-tenant': ['Application', 'AppId'],
  'deleted-mailboxes': ['ExchangeGuid'],
  addresses: ['Address'],
  'remote-domains': ['Domain'],
};

export function itemOf(report: string, row: Row): string {
  const text = (column: string): string => {
    const cell = row[column];
    return cell === undefined ? '' : csvText(shownValue(cell));
  };
  if (report === 'calendar-permissions') return text('GrantedToAddress') || text('GrantedTo');
  return (ITEMS[report] ?? []).map(text).join('; ');
}
