import { must, needs, rowsOf, textsOf } from './answer.ts';
import { cmdlet, have, rows, some, type Assumptions, type Form, type Objects } from './assumption.ts';

const MODULE = 'https://learn.microsoft.com/powershell/module/exchange';
const CIPP = 'https://github.com/KelvinTegelaar/CIPP-API';
const DELETED = 'ExchangeGuid IsInactiveMailbox WhenSoftDeleted InPlaceHolds';
const DATE: Form = [/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/, 'a date with a zone'];
const SIZE: Form = [/^[\d.]+ [KMGT]?B \([\d,]+ bytes\)$/, 'a size with its bytes'];

const softDeleted = rows(cmdlet('Get-Mailbox', DELETED, { SoftDeletedMailbox: true }));
const inactive = rows(cmdlet('Get-Mailbox', DELETED, { InactiveMailboxOnly: true }));

/** The statistics of the first archive that is active. */
const archive: Objects = async (services) => {
  const mailboxes = rowsOf(await services.command('Get-Mailbox', ['PrimarySmtpAddress', 'ArchiveStatus'], {}));
  const [address] = textsOf(
    mailboxes.filter(({ ArchiveStatus }) => ArchiveStatus === 'Active'),
    'PrimarySmtpAddress',
  );
  needs(address !== undefined, 'No mailbox that was read has an archive.');
  const parameters = { Identity: address ?? '', Archive: true };
  return rowsOf(await services.command('Get-MailboxStatistics', ['TotalItemSize', 'TotalDeletedItemSize'], parameters));
};

/** What the action relies on in deleted mailboxes and in archives. */
export const DELETED_MAILBOXES: Assumptions = {
  'EXCHANGE-130': {
    statement: '`Get-Mailbox -SoftDeletedMailbox` lists deleted mailboxes, with `ExchangeGuid` and a time of deletion.',
    observed: CIPP,
    method: 'Runs it. Needs a deleted mailbox.',
    check: have(
      some(softDeleted, 'No mailbox is deleted.'),
      { ExchangeGuid: 'text', IsInactiveMailbox: 'boolean', InPlaceHolds: 'list null' },
      { WhenSoftDeleted: DATE },
    ),
  },
  'EXCHANGE-131': {
    statement: '`-SoftDeletedMailbox` also lists inactive mailboxes, which `-InactiveMailboxOnly` lists alone.',
    observed: `${MODULE}/get-mailbox; ${CIPP} (leaves them out)`,
    method: 'Runs both. Needs an inactive mailbox.',
    check: async (services) => {
      const found = await some(inactive, 'No mailbox is inactive.')(services);
      const others = found.filter(({ IsInactiveMailbox }) => IsInactiveMailbox !== true).length;
      must(others === 0, 'inactive mailboxes alone', `${others} others`);
      const all = new Set(textsOf(await softDeleted(services), 'ExchangeGuid'));
      const missing = textsOf(found, 'ExchangeGuid').filter((guid) => !all.has(guid)).length;
      must(missing === 0, 'all of them among deleted ones', `${missing} are missing`);
    },
  },
  'EXCHANGE-132': {
    statement: 'A deleted mailbox that nothing keeps can be restored for 30 days after `WhenSoftDeleted`.',
    documented: 'https://learn.microsoft.com/exchange/recipients-in-exchange-online/delete-or-restore-mailboxes',
    method: 'It would take 30 days.',
  },
  'EXCHANGE-133': {
    statement:
      '`Get-MailboxStatistics -Archive` has the sizes of an archive: `TotalDeletedItemSize` is that of recoverable items.',
    observed: 'https://github.com/12Knocksinna/Office365itpros',
    method: 'Reads those of the first active archive of a page of mailboxes.',
    check: have(archive, {}, { TotalItemSize: SIZE, TotalDeletedItemSize: SIZE }),
  },
  'EXCHANGE-134': {
    statement: '`ArchiveStatus` is `Active` of a mailbox with an archive, and otherwise `None`.',
    observed: 'https://github.com/rknightion/graph2otel',
    method: 'Reads the first page of mailboxes.',
    check: have(rows(cmdlet('Get-Mailbox', 'Identity ArchiveStatus')), { ArchiveStatus: 'text' }),
  },
};
