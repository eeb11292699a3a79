import { APP_ROLE as EXCHANGE_PERMISSION } from '../../exchange/cmdlets.ts';
import { shownText } from '../../text/display.ts';
import type { FileProblems } from '../../files/yaml-problems.ts';
import { list, text, type YamlValue } from '../../files/yaml-value.ts';
import type { ReportDefinition } from '../definition.ts';

type Source = NonNullable<ReportDefinition['source']>;

const USUAL_PERMISSION = 'MailboxSettings.Read';
/** `Mail.ReadBasic.All`, `User-Mail.Read`, `eDiscovery.Read.All`. https://learn.microsoft.com/graph/permissions-reference */
const APP_ROLE = /^[A-Za-z][A-Za-z0-9-]*(?:\.[A-Z][A-Za-z0-9]*){1,2}$/;

/** The permissions of a report file that names none. */
export function usualPermission(source: Source): readonly string[] {
  return [source === 'exchange' ? EXCHANGE_PERMISSION : USUAL_PERMISSION];
}

/** Reads `permission`: one, or a list of them. Mistakes are added to the problems. */
export function readPermissions(
  value: YamlValue,
  source: Source,
  problems: FileProblems,
): readonly string[] | undefined {
  if (value.node === null || !('items' in value.node)) {
    const permission = readPermission(value, source, problems);
    return permission === undefined ? undefined : [permission];
  }
  const items = list(value, problems) ?? [];
  if (items.length === 0)
    problems.add(value.offset, `${shownText(value.name)} is empty.`, 'Name a permission, or remove the key.');
  return items.map((item) => readPermission(item, source, problems)).filter((permission) => permission !== undefined);
}

function readPermission(value: YamlValue, source: Source, problems: FileProblems): string | undefined {
  const role = text(value, problems);
  const hint = role === undefined ? undefined : permissionHint(role, source);
  if (role === undefined || hint === undefined) return role;
  problems.add(value.offset, `${shownText(value.name)} cannot be ${shownText(role)}.`, hint);
  return undefined;
}

/** What to do about a permission that a report cannot have; undefined if it can. */
function permissionHint(role: string, source: Source): string | undefined {
  if (source === 'exchange') {
    return role === EXCHANGE_PERMISSION
      ? undefined
      : `Remove the key: reports from Exchange Online need ${EXCHANGE_PERMISSION}.`;
  }
  return APP_ROLE.test(role)
    ? undefined
    : `Name an application permission of Microsoft Graph as Entra writes it, such as ${USUAL_PERMISSION} or Mail.ReadBasic.All.`;
}
