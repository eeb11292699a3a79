import type { Json } from '../json.ts';
import { domainOf, isAddress } from '../mailboxes/address.ts';
import type { StoredMailbox } from '../store/rows-file.ts';

/** Whether a cell is the target or an address in its domain, or a list with one of them. */
export type Target = (cell: Json) => boolean;

/** `target`: an address, or a domain with its subdomains, without regard to case. */
export function targetOf(target: string): Target {
  const wanted = target.toLowerCase();
  const isTarget = (text: string): boolean => {
    const address = text.toLowerCase();
    if (wanted.includes('@') || !isAddress(address)) return address === wanted;
    const domain = domainOf(address) ?? '';
    return domain === wanted || domain.endsWith(`.${wanted}`);
  };
  return (cell) => (Array.isArray(cell) ? cell : [cell]).some((one) => typeof one === 'string' && isTarget(one));
}

/** Whether a line of a rows file can name the target, before it is parsed: JSON escapes no character of an address. */
export function mayName(target: string): (line: string) => boolean {
  const wanted = target.toLowerCase();
  return (line) => line.toLowerCase().includes(wanted);
}

/** Whether a mailbox has a cell that names the target, other than its own address. */
export function namesTarget({ address, reports }: StoredMailbox, target: Target): boolean {
  const own = address.toLowerCase();
  return reports.some(({ rows }) => rows.some(({ cells }) => cells.some((cell) => target(cell) && !isOwn(cell, own))));
}

/** Whether a cell is the mailbox itself. `own`: in lower case. */
function isOwn(cell: Json, own: string): boolean {
  return typeof cell === 'string' && cell.toLowerCase() === own;
}
