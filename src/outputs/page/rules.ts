import type { Json } from '../../json.ts';
import type { Policy, Rule } from '../../policy/policy-definition.ts';
import type { CellSchema } from '../../schema/cell-schema.ts';
import type { PageRule } from './data.ts';

/** The rules of a policy, as the views of mailboxes show them. */
export function pageRules(policy: Policy | undefined): readonly PageRule[] {
  return (policy?.rules ?? []).map((rule) => {
    const { id, title, report, help } = rule;
    return { id, title, report, help, settings: settingsOf(rule), isPlanned: rule.set !== undefined };
  });
}

/** What a violating mailbox is to be changed to: the rule's `set`, or the only values that it accepts of Exchange's parameters. */
function settingsOf({ set, report, expect }: Rule): Readonly<Record<string, Json>> | undefined {
  if (set !== undefined) return Object.fromEntries(set.map(({ path, value }) => [path, value]));
  const settings: Record<string, Json> = {};
  for (const [column, schema] of Object.entries(expect)) {
    const parameters = parametersFor(report, column, schema);
    if (parameters === undefined) return undefined;
    Object.assign(settings, parameters);
  }
  return settings;
}

/** Columns that are parameters of `Set-Mailbox` and `Set-CASMailbox` of the same name and type. */
const PARAMETERS: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'mailbox-properties',
    [
      'ForwardingAddress',
      'ForwardingSmtpAddress',
      'DeliverToMailboxAndForward',
      'LitigationHoldEnabled',
      'SingleItemRecoveryEnabled',
      'AuditEnabled',
      'HiddenFromAddressListsEnabled',
      'MessageCopyForSentAsEnabled',
    ],
  ],
  [
    'client-access',
    [
      'SmtpClientAuthenticationDisabled',
      'ImapEnabled',
      'PopEnabled',
      'ActiveSyncEnabled',
      'OWAEnabled',
      'MAPIEnabled',
      'EwsEnabled',
    ],
  ],
]);

function parametersFor(report: string, column: string, schema: CellSchema): Record<string, Json> | undefined {
  const value = onlyValue(schema);
  if (report === 'client-access' && column === 'SmtpAuth' && value === 'disabled') {
    return { SmtpClientAuthenticationDisabled: true };
  }
  if (report === 'mailbox-properties' && column === 'ExternalTargets' && allowsNone(schema)) {
    return { ForwardingAddress: null, ForwardingSmtpAddress: null };
  }
  const isParameter = PARAMETERS.get(report)?.includes(column) === true;
  return isParameter && value !== undefined ? { [column]: value } : undefined;
}

/** The value that a schema accepts, if it is a single one; undefined if it may accept others. */
function onlyValue(schema: CellSchema): Json | undefined {
  if (typeof schema === 'boolean') return undefined;
  if (schema.const !== undefined) return schema.const;
  if (schema.type === 'null') return null;
  return Array.isArray(schema.enum) && schema.enum.length === 1 ? schema.enum[0] : undefined;
}

function allowsNone(schema: CellSchema): boolean {
  if (typeof schema === 'boolean') return false;
  return schema.maxItems === 0 || (Array.isArray(schema.const) && schema.const.length === 0);
}
