import { Directory } from '../../tenant/exchange/directory.ts';
import { grantFacts } from '../../tenant/exchange/grant-facts.ts';
import { TenantGroups } from '../../tenant/groups.ts';
import { isObject } from '../../tenant/json.ts';
import { Mailboxes } from '../../tenant/mailboxes.ts';
import { People } from '../../tenant/people.ts';
import { DOMAIN } from './tenants.ts';
import type { WorldTenant } from './world.ts';

/** A mailbox by its names, as the tenant has them at first. */
export interface WorldMailbox {
  /** The user principal name. */
  readonly name: string;
  readonly primaryAddress: string;
  readonly objectId: string;
  /** In Exchange. */
  readonly guid: string;
}

/** A right that somebody has in a mailbox at first. */
export interface WorldRight {
  readonly mailbox: WorldMailbox;
  /** In the words of the report `access`. */
  readonly right: string;
  /** As reports show it. */
  readonly trustee: string;
  /** '' if there is none. */
  readonly sid: string;
  readonly objectId: string;
}

const INITIAL_DOMAIN = 'contoso.onmicrosoft.com';

/** The rights that the tenant has when it starts, mailbox by mailbox. */
export function rightsOf({ mailboxes, seed, habits, groups = [], exchange = {} }: WorldTenant): readonly WorldRight[] {
  const people = new People(mailboxes, seed, DOMAIN, exchange.unlisted, habits);
  const ofGroups = new TenantGroups(groups, people);
  const organisation = {
    people,
    groups: ofGroups,
    recipients: [],
    applications: () => [],
    seed,
    initialDomain: INITIAL_DOMAIN,
    today: 0,
  };
  const directory = new Directory(organisation, () => 0);
  const calendars = new Mailboxes(people, seed, 0, undefined, ofGroups);
  return people.addresses.flatMap((name, position) => {
    const { primarySmtpAddress: primaryAddress, objectId, guid } = directory.at(position);
    const mailbox: WorldMailbox = { name, primaryAddress, objectId, guid };
    const rightOf = (right: string, trustee: string): WorldRight => {
      const { sid = '', objectId: id = '' } = directory.rights.principal(trustee) ?? {};
      return { mailbox, right, trustee, sid: sid === '' && trustee.startsWith('S-1-') ? trustee : sid, objectId: id };
    };
    const ofCalendar = calendars.permissionsAt(position).flatMap(({ role, emailAddress }) => {
      const address = isObject(emailAddress) ? emailAddress.address : undefined;
      const isRight = typeof role === 'string' && role !== 'none' && typeof address === 'string' && address !== '';
      return isRight ? [rightOf(`Calendar: ${role}`, address)] : [];
    });
    return [...grantFacts(directory, name).map(({ right, trustee }) => rightOf(right, trustee)), ...ofCalendar];
  });
}
