import type { JsonObject } from '../json.ts';
import type { AddedApplication } from '../registrations/tenant-applications.ts';
import type { Directory } from './directory.ts';
import type { WriteAnswer } from './faults.ts';
import type { MailboxRules } from '../message-rules.ts';
import type { TracedMessages } from './message-trace.ts';
import type { AcceptedDomain } from './organisation-settings.ts';
import type { Lag } from '../writes.ts';

/** A management scope. https://learn.microsoft.com/powershell/module/exchange/get-managementscope */
export interface ManagementScope {
  readonly name: string;
  /** OPATH. */
  readonly filter: string;
  readonly isExclusive?: boolean;
  /** `RecipientScope` if not given. */
  readonly type?: string;
}

/** An application access policy. https://learn.microsoft.com/powershell/module/exchange/get-applicationaccesspolicy */
export interface AccessPolicy {
  /** The name of an application; `*` for all. */
  readonly application: string;
  readonly right: 'RestrictAccess' | 'DenyAccess';
  /** The name of a group, or the address of a mailbox. One that does not exist was deleted. */
  readonly scope: string;
}

/** What Exchange knows of applications. */
export interface ApplicationData {
  /** All applications of the directory: Exchange forgets those whose principal is gone. */
  readonly applications: () => readonly AddedApplication[];
  readonly scopes: readonly ManagementScope[];
  readonly policies: readonly AccessPolicy[];
}

/** The data of the organisation, which cmdlets read and change. */
export interface OrganisationData {
  readonly directory: Directory;
  readonly domains: readonly AcceptedDomain[];
  /** Settings of the organisation that differ from the usual ones, by property. */
  readonly settings: JsonObject;
  /** The objects of cmdlets about the organisation that differ from the usual ones, by the name of the cmdlet. */
  readonly objects: Readonly<Record<string, readonly JsonObject[]>>;
  readonly applicationData: ApplicationData;
  /** The inbox rules of the mailbox at a position. */
  readonly rulesOf: (position: number) => MailboxRules;
  readonly trace: TracedMessages;
}

/** The data on which a cmdlet runs, and the faults on the way. */
export interface Surroundings extends OrganisationData {
  /** Whether a fault removes a property from responses about a mailbox. */
  readonly lacks: (address: string, property: string) => boolean;
  /** Whether a fault accepts and ignores a change of a mailbox. */
  readonly losesWrite: (address: string) => boolean;
  /** How long reads lag behind a change of a mailbox. */
  readonly lag: (address: string) => Lag;
  readonly writeAnswer: WriteAnswer;
}
