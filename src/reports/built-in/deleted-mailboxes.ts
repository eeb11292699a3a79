import { property, textIn, type Json, type JsonObject } from '../../json.ts';
import { DAY_MS } from '../../text/numbers.ts';
import { union } from '../derived-column.ts';
import { toUtc } from '../expressions/functions.ts';
import { isCertainly, known, NOT_KNOWN, type Known } from '../known.ts';
import type { CmdletObjects, MadeTable, TableContext } from '../table.ts';
import { oneOf, TEXT, TEXTS, TIME, typedColumns, WHOLE_NUMBER } from './column-types.ts';
import { HOLD_PROPERTIES, organizationHolds, ownHolds } from './mailbox-holds.ts';
import { MAILBOX_TYPES } from './mailbox-properties.ts';

/** https://learn.microsoft.com/exchange/recipients-in-exchange-online/delete-or-restore-mailboxes */
const DAYS_KEPT = 30;
const INACTIVE = 'inactive';
const SOFT_DELETED = 'soft-deleted';

const LISTING = {
  cmdlet: 'Get-Mailbox',
  select: [
    'ExchangeGuid',
    'Guid',
    'PrimarySmtpAddress',
    'DisplayName',
    'RecipientTypeDetails',
    'IsInactiveMailbox',
    'WhenSoftDeleted',
    ...HOLD_PROPERTIES,
    'ArchiveStatus',
  ],
  many: true,
  isRequired: true,
};

/**
 * Mailboxes whose account was deleted: soft-deleted ones for thirty days, inactive ones as long as something keeps them. Names and
 * addresses may be of another mailbox by now. https://learn.microsoft.com/powershell/module/exchange/get-mailbox
 */
export const deletedMailboxes: MadeTable = {
  about: 'tenant',
  name: 'deleted-mailboxes',
  answers: 'Which deleted mailboxes can still be saved, how long, and what keeps them',
  source: 'cmdlets',
  permissions: ['Exchange.ManageAsApp'],
  unit: 'deleted mailbox',
  cmdlets: {
    deleted: { ...LISTING, parameters: { ResultSize: 'Unlimited', SoftDeletedMailbox: true } },
    inactive: { ...LISTING, parameters: { ResultSize: 'Unlimited', InactiveMailboxOnly: true } },
    config: { cmdlet: 'Get-OrganizationConfig', select: ['Name', 'InPlaceHolds'] },
  },
  rows: 'mailboxes',
  eachOf: eachMailbox,
  item: ['ExchangeGuid'],
  row: ['DeletedOn'],
  made: {
    Address: said('PrimarySmtpAddress'),
    DisplayName: said('DisplayName'),
    Kind: kindOf,
    Type: said('RecipientTypeDetails'),
    DeletedOn: deletedOn,
    DaysLeft: daysLeft,
    KeptBy: keptBy,
    ArchiveStatus: said('ArchiveStatus'),
    ExchangeGuid: said('ExchangeGuid'),
  },
  ...typedColumns({
    Address: ['Address', TEXT],
    DisplayName: ['DisplayName', TEXT],
    Kind: ['Kind', oneOf(SOFT_DELETED, INACTIVE)],
    Type: ['Type', oneOf(...MAILBOX_TYPES)],
    DeletedOn: ['DeletedOn', TIME],
    DaysLeft: ['DaysLeft', WHOLE_NUMBER],
    KeptBy: ['KeptBy', TEXTS],
    ArchiveStatus: ['ArchiveStatus', TEXT],
    ExchangeGuid: ['ExchangeGuid', TEXT],
  }),
  sentences: {
    Address: 'The deleted mailbox {Address} is kept',
    DisplayName: 'The deleted mailbox {Address} has the name {DisplayName}',
    Kind: {
      [SOFT_DELETED]: 'The mailbox {Address} is deleted, and kept for 30 days',
      [INACTIVE]: 'The mailbox {Address} is inactive',
    },
    Type: 'The deleted mailbox {Address} is of the type {Type}',
    DeletedOn: 'The mailbox {Address} was deleted on {DeletedOn}',
    DaysLeft: {
      '': 'The mailbox {Address} is kept for no fixed time',
      '*': 'The deleted mailbox {Address} can be restored for {DaysLeft} more days',
    },
    KeptBy: { '': 'Nothing keeps the deleted mailbox {Address}', '*': 'The mailbox {Address} is kept by {KeptBy}' },
    ArchiveStatus: 'The status of the archive of {Address} is {ArchiveStatus}',
    ExchangeGuid: 'The deleted mailbox {Address} has the ID {ExchangeGuid}',
  },
  compare: { ignore: ['DaysLeft'] },
};

/** Each mailbox once: the first listing also has the inactive ones of the second. */
function eachMailbox({ deleted = [], inactive = [], ...others }: CmdletObjects): readonly CmdletObjects[] {
  const all = [...[deleted].flat(), ...[inactive].flat().map((one) => ({ ...one, IsInactiveMailbox: true }))];
  const mailboxes = new Map(all.map((one) => [idOf(one), one]));
  return [...mailboxes.values()].map((mailbox) => ({ ...others, mailbox }));
}

/** Addresses and names repeat: a new mailbox may have those of a deleted one. */
function idOf(mailbox: JsonObject): string {
  const guid = textIn(mailbox, 'ExchangeGuid') || textIn(mailbox, 'Guid');
  return guid === '' ? JSON.stringify({ ...mailbox, IsInactiveMailbox: null }) : guid.toLowerCase();
}

function mailboxIn({ mailbox = [] }: CmdletObjects): JsonObject {
  const [one = {}] = [mailbox].flat();
  return one;
}

/** A text that every mailbox has. */
function said(name: string): (objects: CmdletObjects) => Known<Json> {
  return (objects) => {
    const text = textIn(mailboxIn(objects), name);
    return text === '' ? NOT_KNOWN : known(text);
  };
}

function kindOf(objects: CmdletObjects): Known<Json> {
  const { IsInactiveMailbox: isInactive } = mailboxIn(objects);
  return typeof isInactive === 'boolean' ? known(isInactive ? INACTIVE : SOFT_DELETED) : NOT_KNOWN;
}

/** ISO 8601, in UTC as other times of mailboxes; undefined if the service does not say it. */
function timeOf(objects: CmdletObjects): string | undefined {
  return toUtc(textIn(mailboxIn(objects), 'WhenSoftDeleted'), 'UTC');
}

function deletedOn(objects: CmdletObjects): Known<Json> {
  const time = timeOf(objects);
  return time === undefined ? NOT_KNOWN : known(time);
}

/** Blank for an inactive mailbox. A clock that is days ahead says nothing. */
function daysLeft(objects: CmdletObjects, { now }: TableContext): Known<Json> {
  const [kind, time] = [kindOf(objects), Date.parse(timeOf(objects) ?? '')];
  if (isCertainly(kind, INACTIVE)) return known(null);
  if (!kind.isKnown || Number.isNaN(time) || time > now + DAY_MS) return NOT_KNOWN;
  const days = Math.floor(Math.max(0, now - time) / DAY_MS);
  return known(Math.max(0, DAYS_KEPT - days));
}

/** https://learn.microsoft.com/purview/ediscovery-identify-a-hold-on-an-exchange-online-mailbox */
function keptBy(objects: CmdletObjects): Known<Json> {
  const mailbox = mailboxIn(objects);
  const [config = {}] = [objects.config ?? []].flat();
  return union([ownHolds(mailbox), organizationHolds(property(config, 'InPlaceHolds'), mailbox)]);
}
