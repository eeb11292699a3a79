import {
  isKnownAs,
  itemsOf,
  known,
  partly,
  shownValue,
  asText,
  textCell,
  UNKNOWN,
  type Cell,
  type Row,
} from '../cells.ts';
import type { Facts, JsonObject, OrganizationFacts } from '../facts.ts';
import type { OfTable } from '../run.ts';
import { time } from './exchange.ts';
import { isHold, policiesKeeping } from './mailboxes.ts';

const DAY = 86_400_000;
const DAYS_KEPT = 30;
/** Properties that keep a mailbox, in words. */
const HOLDS: Readonly<Record<string, string>> = {
  LitigationHoldEnabled: 'litigation hold',
  ComplianceTagHoldApplied: 'retention label',
  DelayHoldApplied: 'delay hold',
  DelayReleaseHoldApplied: 'delay release hold',
};

/** The table `deleted-mailboxes`: each mailbox once. @param now epoch ms: the start of the run */
export function deletedOf({ deleted, organization, cmdlets }: Facts, now: number): OfTable {
  if (deleted === undefined) return { statuses: ['failed'], rows: [], hasGaps: true };
  const inactive = deleted.inactive.map((one): JsonObject => ({ ...one, IsInactiveMailbox: true }));
  const all = new Map([...deleted.softDeleted, ...inactive].map((one) => [one.ExchangeGuid, one]));
  const policies = cmdlets['Get-OrganizationConfig'] === undefined ? undefined : organization;
  return {
    statuses: ['ok'],
    rows: [...all.values()].map((one) => rowOf(one, policies, now)),
    hasGaps: policies === undefined,
  };
}

/** @param organization undefined if it was not read */
function rowOf(mailbox: JsonObject, organization: OrganizationFacts | undefined, now: number): Row {
  const isInactive = mailbox.IsInactiveMailbox === true;
  const deletedOn = time(mailbox, 'WhenSoftDeleted');
  return {
    Address: textCell(mailbox, 'PrimarySmtpAddress'),
    DisplayName: textCell(mailbox, 'DisplayName'),
    Kind: known(isInactive ? 'inactive' : 'soft-deleted'),
    Type: textCell(mailbox, 'RecipientTypeDetails'),
    DeletedOn: deletedOn,
    DaysLeft: isInactive ? known(null) : daysLeft(deletedOn, now),
    KeptBy: keptBy(mailbox, organization),
    ArchiveStatus: textCell(mailbox, 'ArchiveStatus'),
    ExchangeGuid: textCell(mailbox, 'ExchangeGuid'),
  };
}

function daysLeft(deletedOn: Cell, now: number): Cell {
  if (deletedOn.is !== 'known' || typeof deletedOn.value !== 'string') return UNKNOWN;
  const passed = Math.floor(Math.max(0, now - Date.parse(deletedOn.value)) / DAY);
  return known(Math.max(0, DAYS_KEPT - passed));
}

function keptBy(mailbox: JsonObject, organization: OrganizationFacts | undefined): Cell {
  const flags = Object.entries(HOLDS).map(([name, words]): Cell => {
    const value = mailbox[name];
    return typeof value === 'boolean' ? known(value ? [words] : []) : UNKNOWN;
  });
  const { InPlaceHolds: own } = mailbox;
  const identifiers = itemsOf(own).map(asText);
  const isGroup = isKnownAs(textCell(mailbox, 'RecipientTypeDetails'), 'GroupMailbox');
  const ofOrganization =
    organization === undefined || own === undefined
      ? UNKNOWN
      : known(policiesKeeping(organization, identifiers, isGroup).map((id) => `organization-wide ${id}`));
  const parts = [...flags, own === undefined ? UNKNOWN : known(identifiers.filter(isHold)), ofOrganization];
  const items = parts.flatMap((part) => itemsOf(shownValue(part)));
  return parts.every(({ is }) => is === 'known') ? known(items) : partly(items);
}
