import type { JsonObject } from '../../src/json.ts';
import type { CmdletObjects } from '../../src/reports/table.ts';

const GUID = '6f2b1c3d-0000-4000-8000-00000000000';

/** A deleted mailbox that nothing keeps, as `Get-Mailbox` returns it. @param digit the last of its ID */
export function deletedMailbox(digit: number, more: JsonObject = {}): JsonObject {
  return {
    ExchangeGuid: `${GUID}${digit}`,
    Guid: `${GUID}${digit}`.replace('6f2b', '7a3c'),
    PrimarySmtpAddress: `person${digit}@contoso.com`,
    DisplayName: `Person ${digit}`,
    RecipientTypeDetails: 'UserMailbox',
    IsInactiveMailbox: false,
    WhenSoftDeleted: '2026-11-10T08:07:47.0000000+00:00',
    InPlaceHolds: [],
    LitigationHoldEnabled: false,
    ComplianceTagHoldApplied: false,
    DelayHoldApplied: false,
    DelayReleaseHoldApplied: false,
    ArchiveStatus: 'None',
    ...more,
  };
}

/** An inactive mailbox on litigation hold. */
export const INACTIVE = deletedMailbox(2, { IsInactiveMailbox: true, LitigationHoldEnabled: true });

/** What cmdlets return for the table `deleted-mailboxes`. */
export const DELETED_ANSWERS: CmdletObjects = {
  deleted: [deletedMailbox(1), INACTIVE],
  inactive: [INACTIVE, deletedMailbox(3, { IsInactiveMailbox: true, InPlaceHolds: ['UniH00', 'mbx1:1', 'odd'] })],
  config: { Name: 'contoso', InPlaceHolds: ['mbxaa:2', 'grpbb:2', 'mbxcc:1'] },
};
