import { isObject, type JsonObject } from '../../tenant/json.ts';
import type { Tenant } from '../../tenant/tenant.ts';
import { STRANGER } from './named-people.ts';
import type { HeldRight, MailboxRights } from '../oracle/remediation-facts.ts';
import { distinctLines } from '../world/register.ts';
import { REGISTER_FILE, REVIEW_DAYS, type Registering } from '../world/remediation.ts';
import type { WorldRegister } from '../world/world.ts';

const DAY = 86_400_000;
/** Without a line, the register would be an error. No account has the SID. */
const UNUSED_SID = 'S-1-5-21-1004336348-1177238915-682003330-1';

/** What somebody may take away of a mailbox, as reports show it. */
export function mailboxRights(tenant: Tenant, address: string): MailboxRights {
  const [mailbox = {}] = tenant.exchangeObjects('Get-Mailbox', address) ?? [];
  return {
    guid: textOf(mailbox, 'Guid'),
    rights: [
      ...tenant.grants(address).map((grant): HeldRight => {
        const [delegate = {}] = tenant.exchangeObjects('Get-Recipient', grant.trustee) ?? [];
        const isDelegate = grant.right === 'SendOnBehalf';
        const trustee = isDelegate ? textOf(delegate, 'PrimarySmtpAddress') : grant.trustee;
        const id = isDelegate ? textOf(delegate, 'ExternalDirectoryObjectId') : grant.trusteeId;
        return heldBy(tenant, grant.right, trustee, id);
      }),
      ...(tenant.expected(address).calendarPermissions ?? []).flatMap(({ role, emailAddress }) => {
        const trustee = isObject(emailAddress) ? textOf(emailAddress, 'address') : '';
        return trustee === '' || typeof role !== 'string' ? [] : [heldBy(tenant, `Calendar: ${role}`, trustee, '')];
      }),
    ],
  };
}

function heldBy(tenant: Tenant, right: string, trustee: string, id: string): HeldRight {
  const fact = `held ${right.replace(/^Calendar: /, '')} ${tenant.account(trustee)?.sid ?? trustee}`;
  return { fact, right, trustee, id };
}

function textOf(object: JsonObject, name: string): string {
  const value = object[name];
  return typeof value === 'string' ? value : '';
}

/**
 * A register as a world has it, of the rights that the mailboxes have now.
 *
 * @param people user principal names; some mailboxes are the first of them
 */
export function registerOf(
  tenant: Tenant,
  registered: readonly Registering[],
  mailboxes: readonly string[],
  { people, now }: { readonly people: readonly string[]; readonly now: number },
): WorldRegister {
  const rights = mailboxes.flatMap((mailbox) => {
    const { guid, rights: held } = mailboxRights(tenant, mailbox);
    return held.map((right) => ({ mailbox, guid, ...right }));
  });
  const dayFrom = (offset: number): string => new Date(now + offset * DAY).toISOString().slice(0, 10);
  const entries = rights.flatMap(({ mailbox, guid, right, trustee, id }, at) => {
    const other = tenant.account(people[(at * 5 + 3) % people.length] ?? '');
    const otherId = id.startsWith('S-') ? other?.sid : other?.objectId;
    const [address, review] = [`former.${at}@contoso.com`, { ReviewedOn: dayFrom(-1) }];
    const changes: Readonly<Record<Registering, Readonly<Record<string, string>> | undefined>> = {
      yes: {},
      'with the ID of the mailbox': { MailboxId: tenant.account(mailbox)?.objectId ?? '' },
      'with the GUID of the mailbox': { MailboxId: guid },
      'with the ID of another mailbox': { MailboxId: other?.objectId ?? '' },
      'with another address of the mailbox': { MailboxName: otherAddress(tenant, mailbox) },
      'without the ID of the trustee': { TrusteeId: '' },
      'with the ID of somebody else': { TrusteeId: otherId ?? '' },
      'with another address': { Trustee: address },
      'with another address, without the ID of the trustee': { Trustee: address, TrusteeId: '' },
      'for every mailbox': { MailboxName: '*' },
      'until today': { Until: dayFrom(0) },
      'until yesterday': { Until: dayFrom(-1) },
      'without a reason': { Reason: '' },
      'without a review': { ReviewedOn: '' },
      not: undefined,
    };
    const change = changes[registered[at % registered.length] ?? 'yes'];
    const usual = { MailboxName: mailbox, MailboxId: '', Trustee: trustee, TrusteeId: id, Right: right, ...PLAIN };
    return change === undefined ? [] : [{ ...usual, ...review, ...change }];
  });
  const [trustee, id] = [STRANGER, UNUSED_SID];
  const ofNobody = { MailboxName: mailboxes[0] ?? '', Trustee: trustee, TrusteeId: id, Right: 'SendAs', ...PLAIN };
  return { files: REGISTER_FILE, 'review-every': `${REVIEW_DAYS}d`, entries: distinctLines([...entries, ofNobody]) };
}

/** The last of its addresses. */
function otherAddress(tenant: Tenant, mailbox: string): string {
  const list = tenant.exchangeObjects('Get-Mailbox', mailbox)?.[0]?.EmailAddresses;
  const texts = (Array.isArray(list) ? list : []).map(String).filter((text) => /^smtp:/i.test(text));
  return texts.at(-1)?.slice('smtp:'.length) ?? mailbox;
}

const PLAIN = { Reason: 'Deputy', Owner: 'ceo@contoso.com', Until: '' };
