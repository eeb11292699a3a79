import { isObject, type Json, type JsonObject } from '../json.ts';
import { CLIENT_ACCESS_PROPERTIES } from './client-access.ts';
import type { Cmdlet } from './cmdlet.ts';
import type { Directory } from './directory.ts';
import { JSON_TYPE, objectNotFound, onPremises, unsuitableValue, type ExchangeAnswer } from './errors.ts';
import type { ExchangeMailbox } from './mailbox.ts';
import { withEdits } from './mailbox-listing.ts';
import { lacksLateProperty, MAILBOX_PROPERTIES, sendOnBehalf } from './mailbox-properties.ts';
import { textOf, textsIn, type ParameterTypes, type ParameterValues } from './parameters.ts';
import { hiddenRecipient, isNamed, otherRecipients } from './recipients.ts';
import type { Property } from './rows.ts';
import type { Surroundings } from './surroundings.ts';

/** https://learn.microsoft.com/powershell/module/exchange/set-mailbox */
const MAILBOX_PARAMETERS: ParameterTypes = {
  ForwardingSmtpAddress: 'text or null',
  ForwardingAddress: 'text or null',
  DeliverToMailboxAndForward: 'truth',
  AuditEnabled: 'truth',
  MessageCopyForSentAsEnabled: 'truth',
  HiddenFromAddressListsEnabled: 'truth',
  GrantSendOnBehalfTo: 'changes',
};

/** https://learn.microsoft.com/powershell/module/exchange/set-casmailbox */
const CLIENT_ACCESS_PARAMETERS: ParameterTypes = {
  SmtpClientAuthenticationDisabled: 'truth or null',
  ImapEnabled: 'truth',
  PopEnabled: 'truth',
  ActiveSyncEnabled: 'truth',
  OWAEnabled: 'truth',
};

/** Properties that a directory on premises synchronizes, unless the mailbox is managed in the cloud. Inferred: no list exists. */
const SYNCHRONIZED = ['HiddenFromAddressListsEnabled', 'ForwardingAddress', 'DeliverToMailboxAndForward'] as const;

/** The cmdlets that change a mailbox. They set properties, so that running one twice changes nothing the second time. */
export const SET_CMDLETS: readonly Cmdlet[] = [
  {
    name: 'Set-Mailbox',
    role: 'Mail Recipients',
    parameters: { Identity: 'text', Confirm: 'switch', ...MAILBOX_PARAMETERS },
    parameterRoles: { AuditEnabled: 'Audit Logs' },
    mandatory: 'Identity',
    run: (values, surroundings) => change(values, surroundings, MAILBOX_PROPERTIES),
  },
  {
    name: 'Set-CASMailbox',
    role: 'Mail Recipients',
    parameters: { Identity: 'text', ...CLIENT_ACCESS_PARAMETERS },
    parameterRoles: { SmtpClientAuthenticationDisabled: 'Organization Client Access' },
    mandatory: 'Identity',
    run: (values, surroundings) => change(values, surroundings, CLIENT_ACCESS_PROPERTIES),
  },
];

/** All that these cmdlets can change of a mailbox, as `Get-Mailbox` and `Get-CASMailbox` show it; empty if there is none. */
export function changeableProperties(directory: Directory, address: string): JsonObject {
  const mailbox = directory.find(address);
  if (mailbox === undefined) return {};
  const names = Object.keys({ ...MAILBOX_PARAMETERS, ...CLIENT_ACCESS_PARAMETERS });
  const found = withEdits([...MAILBOX_PROPERTIES, ...CLIENT_ACCESS_PROPERTIES], directory).flatMap(
    ([name, , value]): [string, Json][] => (names.includes(name) ? [[name, value(mailbox) ?? null]] : []),
  );
  return Object.fromEntries(found);
}

function change(
  values: ParameterValues,
  { directory, losesWrite, lag, writeAnswer }: Surroundings,
  generated: readonly Property<ExchangeMailbox>[],
): ExchangeAnswer {
  const identity = textOf(values, 'Identity') ?? '';
  const mailbox = directory.find(identity);
  if (mailbox === undefined) return objectNotFound(identity);
  const edits = new Map<string, Json>();
  const current = new Map(withEdits(generated, directory).map(([name, , value]) => [name, value(mailbox) ?? null]));
  for (const [name, value] of values) {
    if (name === 'Identity' || name === 'Confirm') continue;
    const stored = isObject(value)
      ? changedDelegates(value, delegatesOf(directory, mailbox), directory)
      : storedValue(name, value, directory);
    if (typeof stored === 'object' && stored !== null && 'status' in stored) return stored;
    // A property that was never set is not in responses, whatever value it would have.
    const wasNeverSet = directory.edited(mailbox, name) === undefined && lacksLateProperty(mailbox, name);
    if (JSON.stringify(stored) !== JSON.stringify(current.get(name)) || wasNeverSet) edits.set(name, stored);
  }
  const isMasteredOnPremises = current.get('IsDirSynced') === true && current.get('IsExchangeCloudManaged') !== true;
  const synchronized = SYNCHRONIZED.find((name) => edits.has(name));
  if (isMasteredOnPremises && synchronized !== undefined) return onPremises(mailbox.name, synchronized);
  const address = mailbox.userPrincipalName;
  if (!losesWrite(address)) directory.edit(mailbox.position, edits, lag(address));
  if (writeAnswer !== 'list') return { status: writeAnswer === 'empty' ? 200 : 204, body: '' };
  return edits.size > 0 ? answer({ value: [] }, []) : answer({}, [unchanged(mailbox.name)]);
}

/** The names of those who may send on behalf of a mailbox, as they are now. */
export function delegatesOf(directory: Directory, mailbox: ExchangeMailbox): string[] {
  return textsIn(directory.edited(mailbox, 'GrantSendOnBehalfTo'))?.slice() ?? sendOnBehalf(mailbox);
}

/** A list of delegates with those that a hashtable adds, and without those that it removes. */
function changedDelegates(
  changes: JsonObject,
  current: readonly string[],
  directory: Directory,
): Json[] | ExchangeAnswer {
  const names = new Set(current);
  for (const [key, value] of Object.entries(changes)) {
    if (key.startsWith('@')) continue;
    for (const text of textsIn(value) ?? []) {
      const principal = directory.rights.principal(text);
      if (principal === undefined) return objectNotFound(text);
      if (key.toLowerCase() === 'add') names.add(principal.identity);
      else names.delete(principal.identity);
    }
  }
  return [...names];
}

/** The value as `Get-Mailbox` returns it, or the error. */
function storedValue(name: string, value: Json, directory: Directory): string | boolean | null | ExchangeAnswer {
  if (value === null || typeof value === 'boolean') return value;
  const text = typeof value === 'string' ? value : '';
  if (name === 'ForwardingSmtpAddress') {
    const [, address] = /^(?:smtp:)?([^\s@:]+@[^\s@]+)$/i.exec(text) ?? [];
    const reason = `Cannot convert value "${text}" to type "Microsoft.Exchange.Data.ProxyAddress".`;
    return address === undefined ? unsuitableValue(name, reason) : `smtp:${address}`;
  }
  const { organisation } = directory;
  const others = [...otherRecipients(organisation), hiddenRecipient(organisation)];
  const known = directory.find(text) ?? others.find((recipient) => isNamed(recipient, text));
  if (known === undefined) return objectNotFound(text);
  return text.toLowerCase() === known.distinguishedName.toLowerCase() ? known.distinguishedName : known.name;
}

/** The response to a command without objects. If nothing was changed, it has a warning and no list at all. */
export function answer(rest: JsonObject, warnings: readonly string[]): ExchangeAnswer {
  const body: JsonObject = {
    'adminapi.warnings@odata.type': '#Collection(String)',
    '@adminapi.warnings': [...warnings],
    ...rest,
  };
  return { status: 200, body: JSON.stringify(body), headers: { 'Content-Type': JSON_TYPE } };
}

function unchanged(name: string): string {
  return `The command completed successfully but no settings of '${name}' have been modified.`;
}
