import type { ListingReport } from '../definition.ts';
import { NUMBER, TEXT, TRUTH, typedColumns, WHOLE_NUMBER } from './column-types.ts';

const USED = 'storageUsedInBytes';
const QUOTA = 'prohibitSendReceiveQuotaInBytes';

/** A day, as usage reports write it. */
const DAY = { type: 'string', format: 'date' };

/**
 * How full each mailbox is, from Microsoft's usage report, which is one to two days old and still has deleted users.
 * https://learn.microsoft.com/graph/api/reportroot-getmailboxusagedetail
 */
export const mailboxUsage: ListingReport = {
  name: 'mailbox-usage',
  answers: 'How full mailboxes are, and when they were last used',
  permissions: ['Reports.Read.All'],
  request: {
    version: 'v1.0',
    listing: "reports/getMailboxUsageDetail(period='D7')",
    match: 'userPrincipalName',
    isGlobalOnly: true,
    without: { isDeleted: true },
  },
  members: {
    [USED]: 'value',
    itemCount: 'value',
    deletedItemSizeInBytes: 'value',
    [QUOTA]: 'value',
    lastActivityDate: 'blank',
    hasArchive: 'value',
    reportRefreshDate: 'value',
  },
  ...typedColumns({
    UsedGB: [`bytes_to_gigabytes(${USED})`, NUMBER],
    Items: ['itemCount', WHOLE_NUMBER],
    DeletedItemsGB: ['bytes_to_gigabytes(deletedItemSizeInBytes)', NUMBER],
    QuotaGB: [`bytes_to_gigabytes(${QUOTA})`, NUMBER],
    QuotaPercent: [`percent(${USED}, ${QUOTA})`, NUMBER],
    LastActivityDate: ['lastActivityDate', { ...TEXT, ...DAY }],
    HasArchive: ['hasArchive', TRUTH],
    ReportDate: ['reportRefreshDate', { ...TEXT, ...DAY }],
  }),
  sentences: {
    UsedGB: 'The mailbox has {UsedGB} GB',
    Items: 'The mailbox has {Items} items',
    DeletedItemsGB: 'Deleted items have {DeletedItemsGB} GB',
    QuotaGB: 'The quota is {QuotaGB} GB',
    QuotaPercent: 'The mailbox is {QuotaPercent} % full: {UsedGB} of {QuotaGB} GB',
    LastActivityDate: { '': 'The mailbox was never used', '*': 'The mailbox was last used on {LastActivityDate}' },
    HasArchive: { true: 'There is an archive', false: 'There is no archive' },
    ReportDate: 'The usage report is of {ReportDate}',
  },
  compare: {
    ignore: ['UsedGB', 'Items', 'DeletedItemsGB', 'LastActivityDate', 'ReportDate'],
    limits: { QuotaPercent: [75, 90] },
  },
  // The last is the quota of most licenses.
  counts: { sizes: { column: 'UsedGB', limits: [1, 10, 50, 100] } },
  highlights: [
    {
      title: 'Mailbox is more than 90 % full',
      counted: ['mailbox is more than 90 % full', 'mailboxes are more than 90 % full'],
      when: { QuotaPercent: { exclusiveMinimum: 90 } },
      columns: ['QuotaPercent', 'UsedGB', 'QuotaGB', 'HasArchive'],
    },
    {
      title: 'Shared mailbox above 50 GB without a license',
      counted: ['shared mailbox has over 50 GB and no license', 'shared mailboxes have over 50 GB and no license'],
      when: { UsedGB: { exclusiveMinimum: 50 } },
      beside: {
        'mailbox-settings': { UserPurpose: { const: 'shared' } },
        accounts: { Licenses: { type: 'array', maxItems: 0 } },
      },
      columns: ['UsedGB', 'QuotaGB'],
    },
  ],
};
