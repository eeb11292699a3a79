import { PLAIN_SCOPE } from './directory.ts';
import { objectNotFound, unsuitableValue, type ExchangeAnswer } from './errors.ts';
import { parseFilter } from './filter.ts';
import { distinguishedName, type ExchangeMailbox } from './mailbox.ts';
import { textOf, textsIn, type ParameterValues } from './parameters.ts';
import { nullSidGrant, type Grant, RECIPIENT_PERMISSION_PROPERTIES } from './permissions.ts';
import { isNamed, mailboxRecipient, otherRecipients, RECIPIENT_PROPERTIES, type Recipient } from './recipients.ts';
import { rowsOf, rowsOfList, type Property, type RowSource } from './rows.ts';
import type { Surroundings } from './surroundings.ts';

/** A listing of objects per mailbox, a row each. @param parameter that names the mailbox */
export function rowsOfMailbox<T>(
  values: ParameterValues,
  { directory, lacks }: Surroundings,
  parameter: string,
  subjects: (mailbox: ExchangeMailbox) => readonly T[],
  properties: readonly Property<T>[],
): RowSource | ExchangeAnswer {
  const identity = textOf(values, parameter) ?? '';
  const mailbox = directory.find(identity);
  if (mailbox === undefined) return objectNotFound(identity);
  return rowsOfList(subjects(mailbox), properties, (name) => lacks(mailbox.userPrincipalName, name));
}

/** Of one mailbox, or of the whole organisation where no identity is given: then also of its contacts and groups. */
export function recipientPermissions(values: ParameterValues, surroundings: Surroundings): RowSource | ExchangeAnswer {
  if (values.has('Identity')) {
    const { rights } = surroundings.directory;
    const shown = (mailbox: ExchangeMailbox): readonly Grant[] => rights.shown('recipient', mailbox);
    return rowsOfMailbox(values, surroundings, 'Identity', shown, RECIPIENT_PERMISSION_PROPERTIES);
  }
  const { directory } = surroundings;
  const grantsAt = (position: number): readonly Grant[] =>
    directory.rights.present('recipient', directory.at(position));
  const grants = directory.cached('recipient permissions', () =>
    directory.list(PLAIN_SCOPE).flatMap((position) => {
      const { length } = grantsAt(position);
      return Array.from({ length }, (_, at) => position * GRANTS + at);
    }),
  );
  const others = otherRecipients(directory.organisation);
  return rowsOf(
    grants.length + others.length,
    (at): Grant => {
      const other = others[at - grants.length];
      if (other !== undefined) return nullSidGrant(other.name);
      const place = grants[at] ?? 0;
      const grant = grantsAt(Math.floor(place / GRANTS))[place % GRANTS];
      if (grant === undefined) throw new RangeError(`there is no row ${at}`);
      return grant;
    },
    RECIPIENT_PERMISSION_PROPERTIES,
  );
}

/** More than a mailbox has. */
const GRANTS = 64;

/** Recipients of all kinds; mailboxes that are deleted are not among them. */
export function recipients(values: ParameterValues, surroundings: Surroundings): RowSource | ExchangeAnswer {
  const { directory, lacks } = surroundings;
  const others = otherRecipients(directory.organisation);
  const filter = textOf(values, 'RecipientPreviewFilter');
  if (filter !== undefined) return previewed(filter, values, directory);
  const identity = textOf(values, 'Identity');
  const types = textsIn(values.get('RecipientTypeDetails'))?.map((type) => type.toLowerCase());
  if (types !== undefined) {
    const mailboxes = directory.list(PLAIN_SCOPE, `recipients ${types.join()}`, (mailbox) => {
      return types.includes(mailbox.recipientTypeDetails.toLowerCase());
    });
    const all = [
      ...mailboxes.map((position) => mailboxRecipient(directory.at(position))),
      ...others.filter(({ type }) => types.includes(type.toLowerCase())),
    ];
    return rowsOfList(all, RECIPIENT_PROPERTIES);
  }
  if (identity === undefined) {
    const positions = directory.list(PLAIN_SCOPE);
    const mailboxAt = (position: number): Recipient => {
      const mailbox = directory.at(position);
      const isHidden = directory.edited(mailbox, 'HiddenFromAddressListsEnabled');
      return mailboxRecipient(mailbox, typeof isHidden === 'boolean' ? isHidden : undefined);
    };
    return rowsOf(
      positions.length + others.length,
      (at) => others[at - positions.length] ?? mailboxAt(positions[at] ?? 0),
      RECIPIENT_PROPERTIES,
      ({ primarySmtpAddress }, name) => lacks(primarySmtpAddress, name),
    );
  }
  const mailbox = directory.find(identity);
  const found = mailbox === undefined ? others.find((one) => isNamed(one, identity)) : mailboxRecipient(mailbox);
  return found === undefined ? objectNotFound(identity) : rowsOfList([found], RECIPIENT_PROPERTIES);
}

/** The mailboxes that a filter matches. https://learn.microsoft.com/powershell/module/exchange/get-recipient#-recipientpreviewfilter */
function previewed(
  text: string,
  values: ParameterValues,
  directory: Surroundings['directory'],
): RowSource | ExchangeAnswer {
  if (values.has('Identity') || values.has('RecipientTypeDetails'))
    return unsuitableValue('RecipientPreviewFilter', 'It can have no other filter beside it.');
  const filter = parseFilter(text);
  if (typeof filter === 'string') return unsuitableValue('RecipientPreviewFilter', filter);
  const { groups, initialDomain } = directory.organisation;
  const memberships = groups.all.map((group) => ({
    name: distinguishedName(group.name, initialDomain),
    positions: groups.directMembers(group),
  }));
  const named = new Map(RECIPIENT_PROPERTIES.map(([name, , value]) => [name.toLowerCase(), value]));
  const positions = directory.list(PLAIN_SCOPE, `preview ${text}`, (mailbox) => {
    let recipient: Recipient | undefined;
    return filter((property) => {
      if (property === 'alias') return mailbox.alias;
      if (property !== 'memberofgroup') return named.get(property)?.((recipient ??= mailboxRecipient(mailbox)));
      return memberships.flatMap(({ name, positions: members }) => (members.has(mailbox.position) ? [name] : []));
    });
  });
  return rowsOf(positions.length, (at) => mailboxRecipient(directory.at(positions[at] ?? 0)), RECIPIENT_PROPERTIES);
}
