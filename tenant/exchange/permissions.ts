import { applicationSid, SIDS } from '../registrations/tenant-applications.ts';
import type { ExchangeMailbox } from './mailbox.ts';
import type { Property } from './rows.ts';

/** A right that somebody has on a mailbox. */
export interface Grant {
  /** The name of the mailbox, contact or group. */
  readonly identity: string;
  /** User principal name, group, or the SID of an account that is gone. */
  readonly trustee: string;
  readonly sid: string;
  /** Of one grant together, as Exchange writes them: joined by commas. */
  readonly rights: string;
  readonly isInherited: boolean;
  readonly isDenied: boolean;
  /** `All` if not given. */
  readonly inheritance?: string;
  /** An account that was deleted, which `Get-MailboxPermission` shows only with a switch. */
  readonly gone?: 'unresolved' | 'soft-deleted';
}

/** Which cmdlets list and change a grant: those of `MailboxPermission` or of `RecipientPermission`. */
export type RightsCmdlet = 'mailbox' | 'recipient';

/** What `Get-MailboxPermission` returns by switches. */
export interface GoneTrustees {
  readonly unresolved: boolean;
  readonly softDeleted: boolean;
}

const SELF = { trustee: 'NT AUTHORITY\\SELF', sid: 'S-1-5-10', isInherited: false, isDenied: false } as const;

/** The right of a mailbox to itself, which every one has. */
export function selfGrants(kind: RightsCmdlet, identity: string): readonly Grant[] {
  return [{ ...SELF, identity, rights: kind === 'mailbox' ? 'FullAccess, ReadPermission' : 'SendAs' }];
}

/** What `Get-MailboxPermission` returns with all switches. https://learn.microsoft.com/powershell/module/exchange/get-mailboxpermission */
export function mailboxGrants(mailbox: ExchangeMailbox): Grant[] {
  const chance = mailbox.chance('mailbox permissions');
  const identity = mailbox.name;
  const grants = [...selfGrants('mailbox', identity)];
  const { hasHostileTexts, openMailboxes } = mailbox.organisation.people.habits;
  const shares = mailbox.kind === 'shared' ? 0.8 : openMailboxes;
  for (let count = 0; count < 4 && chance.next() < shares; count++) {
    const isDenied = chance.next() < 0.04 && hasHostileTexts;
    const rights = chance.next() < 0.9 || !hasHostileTexts ? 'FullAccess' : 'ReadPermission, ExternalAccount';
    grants.push({ ...someone(mailbox, chance), identity, rights, isInherited: false, isDenied });
  }
  grants.push(...ofGroups(mailbox, 'fullAccess', 'FullAccess'), ...ofApplications(mailbox, 'FullAccess'));
  if (chance.next() < 0.2) {
    grants.push({
      identity,
      trustee: 'EURPR05A010\\Exchange Servers',
      sid: `${SIDS}1118`,
      rights: 'FullAccess, DeleteItem, ReadPermission, ChangePermission, ChangeOwner',
      isInherited: true,
      isDenied: false,
    });
  }
  return grants;
}

/** The grants that `Get-MailboxPermission` returns with some switches. */
export function shownGrants(grants: readonly Grant[], { unresolved, softDeleted }: GoneTrustees): Grant[] {
  return grants.filter(({ gone }) => gone === undefined || (gone === 'unresolved' ? unresolved : softDeleted));
}

/** What `Get-RecipientPermission` returns of a mailbox. https://learn.microsoft.com/powershell/module/exchange/get-recipientpermission */
export function recipientGrants(mailbox: ExchangeMailbox): Grant[] {
  const chance = mailbox.chance('recipient permissions');
  const identity = mailbox.name;
  const grants = [...selfGrants('recipient', identity)];
  const share = mailbox.kind === 'shared' ? 0.6 : 0.04;
  for (let count = 0; count < 3 && chance.next() < share; count++) {
    grants.push({ ...someone(mailbox, chance), identity, rights: 'SendAs', isInherited: false, isDenied: false });
  }
  return [...grants, ...ofGroups(mailbox, 'sendAs', 'SendAs'), ...ofApplications(mailbox, 'SendAs')];
}

function ofGroups(
  { organisation, position, name }: ExchangeMailbox,
  right: 'fullAccess' | 'sendAs',
  rights: string,
): Grant[] {
  return organisation.groups.withRight(right, position).map((group) => ({
    identity: name,
    trustee: group.name,
    sid: groupSid(group.id),
    rights,
    isInherited: false,
    isDenied: false,
  }));
}

/** Exchange shows an application by the name of its record, which is its object ID. */
function ofApplications(
  { organisation, userPrincipalName, name }: ExchangeMailbox,
  right: 'FullAccess' | 'SendAs',
): Grant[] {
  return organisation.applications().flatMap((application) =>
    (application.rights ?? [])
      .filter((one) => one.right === right && one.mailbox.toLowerCase() === userPrincipalName.toLowerCase())
      .map(() => ({
        identity: name,
        trustee: application.principal.id,
        sid: applicationSid(application),
        rights: right,
        isInherited: false,
        isDenied: false,
      })),
  );
}

/** What `Get-RecipientPermission` returns of a contact or group: a trustee that does not exist. */
export function nullSidGrant(identity: string): Grant {
  const trustee = { trustee: 'NULL SID', sid: 'S-1-0-0' };
  return { identity, ...trustee, rights: 'SendAs', isInherited: false, isDenied: false };
}

function someone(
  { organisation }: ExchangeMailbox,
  chance: ReturnType<ExchangeMailbox['chance']>,
): Pick<Grant, 'trustee' | 'sid' | 'gone'> {
  const sid = `${SIDS}${String(10_000 + chance.below(90_000))}`;
  // An account that was deleted leaves its SID behind.
  if (chance.next() < organisation.people.habits.goneTrustees)
    return { trustee: sid, sid, gone: chance.next() < 0.5 ? 'unresolved' : 'soft-deleted' };
  const { people } = organisation;
  const position = people.anybody(chance);
  return { trustee: people.addresses[position] ?? sid, sid: sidOf(position) };
}

/** The SID of the first account, by the position of its mailbox. */
export function sidOf(position: number): string {
  return `${SIDS}${String(100_000 + position)}`;
}

/** The SID of the account of a mailbox, which one that is made again does not have. */
export function accountSid({ organisation: { people }, position }: ExchangeMailbox): string {
  const generation = people.generation(position);
  return `${sidOf(position)}${generation === 0 ? '' : generation}`;
}

/** The SID of a group. */
export function groupSid(id: string): string {
  return `${SIDS}${id.slice(-6)}`;
}

export const MAILBOX_PERMISSION_PROPERTIES: readonly Property<Grant>[] = [
  ['Identity', 'plain', ({ identity }) => identity],
  ['User', 'plain', ({ trustee }) => trustee],
  ['UserSid', 'plain', ({ sid }) => sid],
  ['AccessRights', 'list', ({ rights }) => [rights]],
  ['IsInherited', 'plain', ({ isInherited }) => isInherited],
  ['Deny', 'plain', ({ isDenied }) => isDenied],
  ['InheritanceType', 'plain', ({ inheritance = 'All' }) => inheritance],
];

export const RECIPIENT_PERMISSION_PROPERTIES: readonly Property<Grant>[] = [
  ['Identity', 'plain', ({ identity }) => identity],
  ['Trustee', 'plain', ({ trustee }) => trustee],
  ['TrusteeSidString', 'plain', ({ sid }) => sid],
  ['AccessControlType', 'plain', ({ isDenied }) => (isDenied ? 'Deny' : 'Allow')],
  ['AccessRights', 'list', ({ rights }) => [rights]],
  ['InheritanceType', 'plain', () => 'None'],
];
