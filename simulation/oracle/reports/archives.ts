import { asText, itemsOf, known, member, UNKNOWN, type Cell, type Row } from '../cells.ts';
import type { JsonObject, MailboxFacts } from '../facts.ts';
import { rounded, size } from './exchange.ts';

const GIGABYTE = 1024 ** 3;
const HOLDS = ['LitigationHoldEnabled', 'ComplianceTagHoldApplied', 'DelayHoldApplied', 'DelayReleaseHoldApplied'];

/** The row of `archives`. @param archivesExpand whether those of the organization do */
export function archivesRow({ mailbox = {}, archive, primary }: MailboxFacts, archivesExpand: boolean): Row {
  const [isActive, isKept] = [hasArchive(mailbox), isHeld(mailbox)];
  const ofArchive = (cell: Cell): Cell => (isActive === undefined ? UNKNOWN : isActive ? cell : known(null));
  const [used, quota] = [size(archive, 'TotalItemSize', 1), size(mailbox, 'ArchiveQuota', 1)];
  const expands = archivesExpand || member(mailbox, 'AutoExpandingArchiveEnabled');
  const isDecided = isActive !== undefined && isKept !== undefined;
  const items = [
    ...(isActive === true ? [size(archive, 'TotalDeletedItemSize', 1)] : []),
    ...(isKept === true ? [size(primary, 'TotalDeletedItemSize', 1)] : []),
  ];
  const hasItems = isActive === true || isKept === true;
  return {
    ArchiveGB: ofArchive(gigabytes(used)),
    ArchiveQuotaGB: ofArchive(gigabytes(quota)),
    ArchivePercent: expands === true ? known(null) : ofArchive(expands === false ? percent(used, quota) : UNKNOWN),
    RecoverableItemsGB: isDecided ? gigabytes(largest(items)) : UNKNOWN,
    RecoverableItemsQuotaGB: hasItems
      ? size(mailbox, 'RecoverableItemsQuota', GIGABYTE)
      : isDecided
        ? known(null)
        : UNKNOWN,
  };
}

/** Whether `Get-MailboxStatistics` runs for the archive of a mailbox, or for the mailbox. */
export function needsStatistics({ mailbox = {} }: MailboxFacts): boolean {
  return hasArchive(mailbox) === true || isHeld(mailbox) === true;
}

/** Undefined: Exchange does not say it. */
function hasArchive({ ArchiveStatus: status, ArchiveGuid: guid }: JsonObject): boolean | undefined {
  if (typeof status === 'string') return status === 'None' ? false : status === 'Active' ? true : undefined;
  return guid === undefined ? undefined : !/^[0-]+$/.test(asText(guid));
}

/** Whether a hold of its own keeps a mailbox. Policies that only delete, or exclude it, keep nothing. */
function isHeld(mailbox: JsonObject): boolean | undefined {
  const { InPlaceHolds: policies } = mailbox;
  const keeps = itemsOf(policies).some((id) => !/^-|:1$/.test(asText(id)));
  if (keeps || HOLDS.some((name) => mailbox[name] === true)) return true;
  return [policies, ...HOLDS.map((name) => mailbox[name])].includes(undefined) ? undefined : false;
}

function gigabytes(bytes: Cell): Cell {
  return bytes.is === 'known' && typeof bytes.value === 'number' ? known(rounded(bytes.value / GIGABYTE)) : bytes;
}

function percent(part: Cell, whole: Cell): Cell {
  if (part.is !== 'known' || whole.is !== 'known') return UNKNOWN;
  if (typeof part.value !== 'number' || typeof whole.value !== 'number') return known(null);
  return known(rounded((part.value / whole.value) * 100));
}

/** Nothing of nothing. */
function largest(sizes: readonly Cell[]): Cell {
  const numbers = sizes.flatMap((cell) => (cell.is === 'known' ? [Number(cell.value)] : []));
  if (numbers.length < sizes.length) return UNKNOWN;
  return known(sizes.length === 0 ? null : Math.max(...numbers));
}
