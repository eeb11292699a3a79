import { withValueAt, type Json, type JsonObject } from '../../json.ts';
import type { PageRule } from '../../outputs/page/data.ts';
import type { CellText } from './mailbox-rows.ts';

/** What a rule sets, by the path of the setting. */
type Settings = Readonly<Record<string, Json>>;

interface Fix {
  readonly report: string;
  readonly settings: Settings;
  /** The address as listed. */
  readonly mailbox: string;
  /** The name of the inbox rule, for findings about rules. */
  readonly item: string;
}

/** A right on a mailbox, as the report `mailbox-permissions` has it. */
interface Grant {
  readonly mailbox: string;
  readonly trustee: string;
  readonly right: string;
}

const CMDLETS: ReadonlyMap<string, string> = new Map([
  ['mailbox-properties', 'Set-Mailbox'],
  ['client-access', 'Set-CASMailbox'],
]);

/** Settings of Graph as parameters of `Set-MailboxAutoReplyConfiguration`, and their values. */
const REPLY_PARAMETERS: ReadonlyMap<string, readonly [name: string, values: Readonly<Record<string, string>>]> =
  new Map([
    [
      'automaticRepliesSetting.externalAudience',
      ['ExternalAudience', { none: 'None', contactsOnly: 'Known', all: 'All' }],
    ],
    // A schedule needs its times too.
    ['automaticRepliesSetting.status', ['AutoReplyState', { disabled: 'Disabled', alwaysEnabled: 'Enabled' }]],
  ]);

/** Whether findings of a rule may have a command. */
export function canCorrect({ report, settings }: PageRule): boolean {
  return report === 'mailbox-permissions' || settings !== undefined;
}

/**
 * The PowerShell command that corrects a finding of a rule. Undefined if none is certain to.
 *
 * @param cell reads the row of the table of findings
 * @param isUnique whether the mailbox has only one row with an item in the report of the rule
 */
export function correction(
  cell: CellText,
  { report, settings }: PageRule,
  isUnique: (item: string) => boolean,
): string | undefined {
  const [mailbox, item, column] = [cell('MailboxName'), cell('Item'), cell('Column')];
  if (column === '') return undefined;
  if (report === 'mailbox-permissions') {
    // Only an entry on the mailbox itself that grants a right can be removed.
    const isKept = ['Inherited', 'Deny'].includes(column) && cell('Found') !== 'false';
    const [, trustee = '', right = ''] = /^(.*); (.*)$/s.exec(item) ?? [];
    return isKept ? undefined : removeCommand({ mailbox, trustee, right });
  }
  if (settings === undefined || (item !== '' && !isUnique(item))) return undefined;
  return fixCommand({ report, settings, mailbox, item });
}

/**
 * The PowerShell command that removes a right on a mailbox. Undefined for rights that Exchange Online cannot remove, or whose
 * cmdlet is not known. https://learn.microsoft.com/powershell/module/exchange/remove-mailboxpermission
 */
export function removeCommand({ mailbox, trustee, right }: Grant): string | undefined {
  if (!isPrintable(mailbox) || !isPrintable(trustee) || trustee === '') return undefined;
  const [identity, user] = [powerShellText(mailbox), powerShellText(trustee)];
  if (right === 'FullAccess') {
    return `Remove-MailboxPermission -Identity ${identity} -User ${user} -AccessRights FullAccess -Confirm:$false`;
  }
  if (right === 'SendAs') {
    return `Remove-RecipientPermission -Identity ${identity} -Trustee ${user} -AccessRights SendAs -Confirm:$false`;
  }
  return right === 'SendOnBehalf'
    ? `Set-Mailbox -Identity ${identity} -GrantSendOnBehalfTo @{Remove = ${user}}`
    : undefined;
}

/**
 * The PowerShell command that changes a mailbox to the settings of a rule: a cmdlet of Exchange Online, or if none is certain
 * to have all settings, the request to Graph that the remediate action sends. Undefined if there is no such command.
 */
export function fixCommand({ report, settings, mailbox, item }: Fix): string | undefined {
  if (!isPrintable(mailbox) || Object.keys(settings).length === 0) return undefined;
  const cmdlet = CMDLETS.get(report);
  if (cmdlet !== undefined) return exchangeCommand(cmdlet, mailbox, settings);
  if (report === 'inbox-rules') {
    if (settings.isEnabled !== false || item.trim() === '' || !isPrintable(item)) return undefined;
    return `Disable-InboxRule -Mailbox ${powerShellText(mailbox)} -Identity ${powerShellText(item)}`;
  }
  if (report !== 'mailbox-settings' && report !== 'automatic-replies') return undefined;
  const replies = repliesCommand(mailbox, settings);
  if (replies !== undefined) return replies;
  const uri = `/v1.0/users/${encodeURIComponent(mailbox)}/mailboxSettings`;
  const body = JSON.stringify(nested(settings));
  if (!isPrintable(body)) return undefined;
  return `Invoke-MgGraphRequest -Method PATCH -Uri ${powerShellText(uri)} -Body ${powerShellText(body)}`;
}

function repliesCommand(mailbox: string, settings: Settings): string | undefined {
  const parameters = Object.entries(settings).map(([path, value]) => {
    const [name, values] = REPLY_PARAMETERS.get(path) ?? [];
    const shown =
      typeof value === 'string' && values !== undefined && Object.hasOwn(values, value) ? values[value] : undefined;
    return shown === undefined ? undefined : `-${name} ${shown}`;
  });
  if (parameters.includes(undefined)) return undefined;
  return `Set-MailboxAutoReplyConfiguration -Identity ${powerShellText(mailbox)} ${parameters.join(' ')}`;
}

function exchangeCommand(cmdlet: string, mailbox: string, settings: Settings): string | undefined {
  const parameters = Object.entries(settings).map(([name, value]) => {
    const shown = powerShellValue(value);
    return shown === undefined || !/^[A-Za-z]+$/.test(name) ? undefined : `-${name} ${shown}`;
  });
  if (parameters.includes(undefined)) return undefined;
  return `${cmdlet} -Identity ${powerShellText(mailbox)} ${parameters.join(' ')}`;
}

/** `{'a.b': 1}` as `{a: {b: 1}}`. */
function nested(settings: Settings): JsonObject {
  const entries = Object.entries(settings);
  return entries.reduce<JsonObject>((whole, [path, value]) => withValueAt(whole, path.split('.'), value), {});
}

/**
 * A text as a PowerShell literal, in which nothing is expanded. PowerShell ends such a literal at typographic quotes too.
 * https://learn.microsoft.com/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export function powerShellText(text: string): string {
  return `'${text.replace(/['\u2018\u2019\u201A\u201B]/g, '$&$&')}'`;
}

/** A value as a PowerShell expression; undefined for objects, and for texts that do not fit on a line as they are. */
export function powerShellValue(value: Json): string | undefined {
  if (value === null) return '$null';
  if (typeof value === 'string') return isPrintable(value) ? powerShellText(value) : undefined;
  if (typeof value === 'boolean') return `$${value}`;
  if (typeof value === 'number') return String(value);
  if (!Array.isArray(value)) return undefined;
  const items = value.map(powerShellValue);
  return items.includes(undefined) ? undefined : `@(${items.join(', ')})`;
}

/** Whether a text has no line ends and no hidden characters, so that a command shows what it does. */
function isPrintable(text: string): boolean {
  return text.isWellFormed() && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text);
}
