import type { Json, JsonObject } from '../../json.ts';
import { isPrintable, powerShellText, powerShellValue } from './powershell.ts';

/** What a rule sets, by the path of the setting. */
export type Settings = Readonly<Record<string, Json>>;

export interface Fix {
  /** The report that the rule is about. */
  readonly report: string;
  readonly settings: Settings;
  /** The address as listed. */
  readonly mailbox: string;
  /** The name of the inbox rule, for findings about rules. */
  readonly item: string;
}

const CMDLETS: ReadonlyMap<string, string> = new Map([
  ['mailbox-properties', 'Set-Mailbox'],
  ['client-access', 'Set-CASMailbox'],
]);

/**
 * The PowerShell command that changes a mailbox to what a rule sets: of Exchange Online, or the request to Graph that the
 * remediate action sends. Undefined if there is no such command.
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
  const uri = `/v1.0/users/${encodeURIComponent(mailbox)}/mailboxSettings`;
  const body = JSON.stringify(nested(settings));
  if (!isPrintable(body)) return undefined;
  return `Invoke-MgGraphRequest -Method PATCH -Uri ${powerShellText(uri)} -Body ${powerShellText(body)}`;
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
  const groups = new Map<string, Record<string, Json>>();
  const plain: [string, Json][] = [];
  for (const [path, value] of Object.entries(settings)) {
    const dot = path.indexOf('.');
    if (dot === -1) {
      plain.push([path, value]);
      continue;
    }
    const group = groups.get(path.slice(0, dot)) ?? {};
    group[path.slice(dot + 1)] = value;
    groups.set(path.slice(0, dot), group);
  }
  return Object.fromEntries([...plain, ...[...groups].map(([name, group]) => [name, nested(group)] as const)]);
}
