import type { Directory } from './directory.ts';
import { delegatesOf } from './set-cmdlets.ts';
import type { Grant } from './permissions.ts';

/** One right of a trustee on a mailbox. */
export interface GrantFact {
  readonly right: string;
  readonly trustee: string;
  /** The SID for Full Access and Send As, the object ID for Send on Behalf; '' if Exchange does not show it. */
  readonly trusteeId: string;
  /** Undefined: Exchange does not show it. */
  readonly isInherited: boolean | undefined;
  readonly isDenied: boolean;
}

/** The rights on a mailbox without its own; none for an address that Exchange does not list. */
export function grantFacts(directory: Directory, address: string): GrantFact[] {
  const mailbox = directory.find(address);
  if (mailbox === undefined) return [];
  return [
    ...directory.rights.present('mailbox', mailbox).flatMap((grant) => rightsIn(grant, grant.isInherited)),
    ...directory.rights.present('recipient', mailbox).flatMap((grant) => rightsIn(grant, undefined)),
    ...delegatesOf(directory, mailbox).map((name) => ({
      right: 'SendOnBehalf',
      trustee: directory.find(name)?.primarySmtpAddress ?? name,
      trusteeId: directory.rights.principal(name)?.objectId ?? '',
      isInherited: false,
      isDenied: false,
    })),
  ];
}

function rightsIn({ sid, trustee, rights, isDenied }: Grant, isInherited: boolean | undefined): GrantFact[] {
  if (sid === 'S-1-5-10') return [];
  return rights.split(', ').map((right) => ({ right, trustee, trusteeId: sid, isInherited, isDenied }));
}
