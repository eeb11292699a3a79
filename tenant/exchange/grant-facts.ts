import type { Directory } from './directory.ts';
import { sendOnBehalf } from './mailbox-properties.ts';
import { mailboxGrants, recipientGrants, type Grant } from './permissions.ts';

/** One right of a trustee on a mailbox. */
export interface GrantFact {
  readonly right: string;
  readonly trustee: string;
  /** Undefined: Exchange does not show it. */
  readonly isInherited: boolean | undefined;
  readonly isDenied: boolean;
}

/** The rights on a mailbox without its own; none for an address that Exchange does not list. */
export function grantFacts(directory: Directory, address: string): GrantFact[] {
  const mailbox = directory.find(address);
  if (mailbox === undefined) return [];
  return [
    ...mailboxGrants(mailbox).flatMap((grant) => rightsIn(grant, grant.isInherited)),
    ...recipientGrants(mailbox).flatMap((grant) => rightsIn(grant, undefined)),
    ...sendOnBehalf(mailbox).map((name) => ({
      right: 'SendOnBehalf',
      trustee: directory.find(name)?.primarySmtpAddress ?? name,
      isInherited: false,
      isDenied: false,
    })),
  ];
}

function rightsIn({ sid, trustee, rights, isDenied }: Grant, isInherited: boolean | undefined): GrantFact[] {
  if (sid === 'S-1-5-10') return [];
  return rights.split(', ').map((right) => ({ right, trustee, isInherited, isDenied }));
}
