import type { Scope } from './directory.ts';
import { notSimulated, objectNotFound, unsuitableValue, type ExchangeAnswer } from './errors.ts';
import { parseFilter } from './filter.ts';
import type { ExchangeMailbox } from './mailbox.ts';
import { isSet, textOf, textsIn, type ParameterTypes, type ParameterValues } from './parameters.ts';
import { recipientTypes } from './recipient-types.ts';
import { rowsOf, type Property, type RowSource } from './rows.ts';
import type { Surroundings } from './surroundings.ts';

/** Which mailboxes a listing is about: parameters that several cmdlets have. */
export const SCOPE_PARAMETERS: ParameterTypes = {
  Identity: 'text',
  ResultSize: 'size',
  Filter: 'text',
  Anr: 'other',
  OrganizationalUnit: 'other',
  SortBy: 'other',
};

/** The mailboxes that a command is about, as rows with these properties. */
export function mailboxRows(
  values: ParameterValues,
  { directory, lacks }: Pick<Surroundings, 'directory' | 'lacks'>,
  generated: readonly Property<ExchangeMailbox>[],
  lacksByNature?: (mailbox: ExchangeMailbox, property: string) => boolean,
): RowSource | ExchangeAnswer {
  const properties = withEdits(generated, directory);
  const positions = positionsOf(values, directory, properties);
  if ('status' in positions) return positions;
  const shown = directory.shown(positions);
  return rowsOf(
    positions.length,
    (at) => directory.at(positions[at] ?? 0),
    withEdits(generated, directory, shown),
    (mailbox, name) => {
      const wasNeverSet = shown(mailbox, name) === undefined && lacksByNature?.(mailbox, name) === true;
      return wasNeverSet || lacks(mailbox.userPrincipalName, name);
    },
  );
}

/** The properties with the values that mailboxes were changed to. */
export function withEdits(
  properties: readonly Property<ExchangeMailbox>[],
  directory: Surroundings['directory'],
  edited = directory.edited.bind(directory),
): readonly Property<ExchangeMailbox>[] {
  return properties.map(([name, type, value]) => [
    name,
    type,
    (mailbox) => {
      const changed = edited(mailbox, name);
      return changed === undefined ? value(mailbox) : changed;
    },
  ]);
}

/** https://learn.microsoft.com/powershell/module/exchange/get-mailbox: switches of which a command has one. */
const INACTIVE = [
  ['SoftDeletedMailbox', 'deleted'],
  ['InactiveMailboxOnly', 'only'],
  ['IncludeInactiveMailbox', 'with'],
] as const;

function scopeOf(values: ParameterValues): Scope {
  const [, inactive = 'without'] = INACTIVE.find(([name]) => isSet(values, name)) ?? [];
  return { arbitration: isSet(values, 'Arbitration'), inactive };
}

function positionsOf(
  values: ParameterValues,
  directory: Surroundings['directory'],
  properties: readonly Property<ExchangeMailbox>[],
): readonly number[] | ExchangeAnswer {
  const scope = scopeOf(values);
  const others = [...values.keys()].filter((name) => !['SoftDeletedMailbox', 'ResultSize'].includes(name));
  if (scope.inactive === 'deleted' && others.length > 0)
    return notSimulated(`The switch SoftDeletedMailbox beside ${others.join(', ')}`);
  const identity = textOf(values, 'Identity');
  if (identity !== undefined) {
    const found = directory.find(identity, scope);
    return found === undefined ? objectNotFound(identity) : [found.position];
  }
  const filter = textOf(values, 'Filter');
  if (filter !== undefined) return filtered(filter, values, scope, directory, properties);
  const named = textsIn(values.get('RecipientTypeDetails'));
  if (named === undefined) return directory.list(scope);
  const types = recipientTypes(named);
  if ('status' in types) return types;
  return directory.list(scope, [...types].join(), ({ recipientTypeDetails }) => types.has(recipientTypeDetails));
}

function filtered(
  text: string,
  values: ParameterValues,
  scope: Scope,
  directory: Surroundings['directory'],
  properties: readonly Property<ExchangeMailbox>[],
): readonly number[] | ExchangeAnswer {
  if (values.has('RecipientTypeDetails')) return notSimulated('A filter beside RecipientTypeDetails');
  const filter = parseFilter(text);
  if (typeof filter === 'string') return unsuitableValue('Filter', filter);
  const named = new Map(properties.map(([name, , value]) => [name.toLowerCase(), value]));
  return directory.list(scope, `${String(properties.length)} ${text}`, (mailbox) =>
    filter((property) => named.get(property)?.(mailbox)),
  );
}
