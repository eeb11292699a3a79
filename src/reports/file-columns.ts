import type { Json } from '../json.ts';
import type { Mailbox } from '../mailboxes/mailbox.ts';
import type { ReportColumns } from './definition.ts';
import { known, NOT_KNOWN, type Known } from './known.ts';

/**
 * How a column that comes from committed files, and not from a service, is computed where rows are judged: a column of the mailbox list.
 * Undefined: the report has no such column. A list file without the column says nothing.
 */
export function fileColumn(
  { listColumns }: Pick<ReportColumns, 'listColumns'>,
  name: string,
): ((mailbox: Mailbox) => Known<Json>) | undefined {
  const position = listColumns?.get(name);
  if (position === undefined) return undefined;
  return ({ columns }) => {
    const text = columns?.[position];
    if (typeof text !== 'string') return NOT_KNOWN;
    return known(text === '' ? null : text);
  };
}
