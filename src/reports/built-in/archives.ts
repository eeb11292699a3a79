import { isObject, knownMembers, property, textIn, type Json, type JsonObject } from '../../json.ts';
import { bytesIn } from '../../text/numbers.ts';
import type { ExchangeReport } from '../definition.ts';
import { NUMBER, typedColumns } from './column-types.ts';
import { HOLD_PROPERTIES, ownHolds } from './mailbox-holds.ts';

const NO_ARCHIVE = /^[0-]*$/;
/** Whether an archive is active, by `ArchiveStatus`. */
const STATUSES: ReadonlyMap<string, boolean> = new Map([
  ['active', true],
  ['none', false],
]);

/**
 * How full archives are, and the recoverable items that holds let grow. Statistics are read of active archives, and of mailboxes that
 * a hold of their own keeps. https://learn.microsoft.com/powershell/module/exchange/get-mailboxstatistics
 */
export const archives: ExchangeReport = {
  name: 'archives',
  answers: 'Which archives and recoverable items are nearly full',
  source: 'exchange',
  permissions: ['Exchange.ManageAsApp'],
  request: {
    cmdlet: 'Get-MailboxStatistics',
    parameters: { Archive: true },
    select: ['TotalItemSize', 'TotalDeletedItemSize'],
    perMailbox: true,
    onlyIf: (mailbox) => hasArchive(mailbox) === true,
    organization: { config: { cmdlet: 'Get-OrganizationConfig', select: ['Identity', 'AutoExpandingArchiveEnabled'] } },
    beside: {
      mailbox: {
        cmdlet: 'Get-Mailbox',
        select: [
          'ArchiveStatus',
          'ArchiveGuid',
          'ArchiveQuota',
          'AutoExpandingArchiveEnabled',
          'RecoverableItemsQuota',
          ...HOLD_PROPERTIES,
        ],
      },
      primary: {
        cmdlet: 'Get-MailboxStatistics',
        select: ['TotalDeletedItemSize'],
        onlyIf: (mailbox) => isHeld(mailbox) === true,
      },
    },
  },
  members: {
    Archive: 'blank',
    ArchiveQuota: 'blank',
    FixedQuota: 'blank',
    Recoverable: 'blank',
    RecoverableQuota: 'blank',
  },
  mayBeBlank: true,
  properties: ['Archive', 'ArchiveQuota', 'FixedQuota', 'Recoverable', 'RecoverableQuota'],
  convert: ({ value, mailbox, primary, organization }) => ({
    value: [sizesOf(only(mailbox) ?? {}, only(value), only(primary), property(organization, 'config'))],
  }),
  ...typedColumns({
    ArchiveGB: ['bytes_to_gigabytes(Archive)', NUMBER],
    ArchiveQuotaGB: ['bytes_to_gigabytes(ArchiveQuota)', NUMBER],
    ArchivePercent: ['percent(Archive, FixedQuota)', NUMBER],
    RecoverableItemsGB: ['bytes_to_gigabytes(Recoverable)', NUMBER],
    RecoverableItemsQuotaGB: ['bytes_to_gigabytes(RecoverableQuota)', NUMBER],
  }),
  sentences: {
    ArchiveGB: { '': 'There is no archive', '*': 'The archive has {ArchiveGB} GB' },
    ArchiveQuotaGB: { '': 'There is no limit of an archive', '*': 'The quota of the archive is {ArchiveQuotaGB} GB' },
    ArchivePercent: {
      '': 'There is no archive with a limit',
      '*': 'The archive is {ArchivePercent} % full: {ArchiveGB} of {ArchiveQuotaGB} GB',
    },
    RecoverableItemsGB: {
      '': 'There is no archive, and no hold of the mailbox itself',
      '*': 'Recoverable items have {RecoverableItemsGB} of {RecoverableItemsQuotaGB} GB',
    },
    RecoverableItemsQuotaGB: {
      '': 'There is no archive, and no hold of the mailbox itself',
      '*': 'The quota of recoverable items is {RecoverableItemsQuotaGB} GB',
    },
  },
  compare: { ignore: ['ArchiveGB', 'RecoverableItemsGB'], limits: { ArchivePercent: [75, 90] } },
  highlights: [
    {
      title: 'Archive is more than 90 % full',
      counted: [
        'mailbox has an archive that is more than 90 % full',
        'mailboxes have an archive that is more than 90 % full',
      ],
      when: { ArchivePercent: { exclusiveMinimum: 90 } },
      columns: ['ArchivePercent', 'ArchiveGB', 'ArchiveQuotaGB'],
    },
  ],
};

function only(list: Json | undefined): JsonObject | undefined {
  const objects = Array.isArray(list) ? list : [];
  const [first] = objects;
  return objects.length === 1 && isObject(first) ? first : undefined;
}

/** Whether a mailbox has an active archive; undefined if the service does not say it. */
function hasArchive(mailbox: JsonObject): boolean | undefined {
  const [status, guid] = [textIn(mailbox, 'ArchiveStatus'), textIn(mailbox, 'ArchiveGuid')];
  if (status !== '') return STATUSES.get(status.toLowerCase());
  return guid === '' ? undefined : !NO_ARCHIVE.test(guid);
}

/** Whether a hold of its own keeps a mailbox; undefined if that is not known. */
function isHeld(mailbox: JsonObject): boolean | undefined {
  const holds = ownHolds(mailbox);
  const shown = holds.isKnown ? holds.value : holds.shown;
  if (Array.isArray(shown) && shown.length > 0) return true;
  return holds.isKnown ? false : undefined;
}

/** Bytes by what they are of: null if a mailbox has none, left out if they are not known. */
function sizesOf(
  mailbox: JsonObject,
  archive: JsonObject | undefined,
  primary: JsonObject | undefined,
  config: Json | undefined,
): JsonObject {
  const [isActive, held] = [hasArchive(mailbox), isHeld(mailbox)];
  const ofArchive = (bytes: number | null | undefined): number | null | undefined =>
    isActive === true ? bytes : isActive === false ? null : undefined;
  const quota = ofArchive(sizeIn(mailbox, 'ArchiveQuota'));
  // The quota of an archive that expands is that of its first part.
  const expands = [mailbox, config].map((one) => property(one, 'AutoExpandingArchiveEnabled'));
  const isFixed = expands.every((one) => one === false);
  const [hasItems, items] = [isActive === true || held === true, recoverable(isActive, held, archive, primary)];
  return knownMembers({
    Archive: ofArchive(sizeIn(archive, 'TotalItemSize')),
    ArchiveQuota: quota,
    FixedQuota: expands.includes(true) ? null : isFixed ? quota : ofArchive(undefined),
    Recoverable: items,
    RecoverableQuota: hasItems ? sizeIn(mailbox, 'RecoverableItemsQuota') : items,
  });
}

/** The recoverable items of the archive, or of the mailbox itself if a hold keeps it: the larger number, as both have the same quota. */
function recoverable(
  isActive: boolean | undefined,
  held: boolean | undefined,
  archive: JsonObject | undefined,
  primary: JsonObject | undefined,
): number | null | undefined {
  if (isActive === undefined || held === undefined) return undefined;
  const sizes = [...(isActive ? [archive] : []), ...(held ? [primary] : [])].map((one) =>
    sizeIn(one, 'TotalDeletedItemSize'),
  );
  const numbers = sizes.filter((size) => typeof size === 'number');
  if (numbers.length < sizes.length) return undefined;
  return sizes.length === 0 ? null : Math.max(...numbers);
}

function sizeIn(object: JsonObject | undefined, name: string): number | null | undefined {
  return bytesIn(textIn(object, name));
}
