import { isObject, textIn, type Json, type JsonObject } from '../../json.ts';
import type { InternalDomains } from '../../mailboxes/internal-domains.ts';
import type { Known } from '../../reports/known.ts';
import { shownText, visibleLine } from '../../text/display.ts';
import { listed } from '../../text/numbers.ts';

/** A rule as Exchange Online lists it. Texts are hostile until escaped. */
export interface ExchangeRule {
  readonly name: string;
  /** `mailbox\number`: the number alone has more digits than a JSON number keeps. */
  readonly identity: string;
  readonly isEnabled: boolean;
  /** The name of the folder, without the mailbox; '' if it moves nothing. */
  readonly folder: string;
  /** Whether it deletes mail, or moves it where nobody looks, or marks what it moves as read. */
  readonly hides: boolean;
  /** SMTP addresses, and the names of recipients without one. */
  readonly targets: readonly string[];
  /** Whether Exchange shows that it does anything. */
  readonly acts: boolean;
}

export const RULE_SELECT = [
  'Name',
  'Identity',
  'Enabled',
  'MoveToFolder',
  'CopyToFolder',
  'MarkAsRead',
  'DeleteMessage',
  'SoftDeleteMessage',
  'ForwardTo',
  'RedirectTo',
  'ForwardAsAttachmentTo',
];
/** Where attackers move mail, in English; names of folders are in the language of the mailbox. */
const QUIET_FOLDER =
  /^(?:RSS (?:Feeds|Subscriptions)|Conversation History|Deleted Items|Junk E-?mail|Sync Issues|Archive)$/i;
const SENDS = ['ForwardTo', 'RedirectTo', 'ForwardAsAttachmentTo'];

export function exchangeRule(object: JsonObject): ExchangeRule {
  const folder = folderName(object.MoveToFolder);
  const targets = SENDS.flatMap((name) => targetsIn(object[name]));
  const deletes = object.DeleteMessage === true || object.SoftDeleteMessage === true;
  return {
    name: textIn(object, 'Name'),
    identity: textIn(object, 'Identity'),
    isEnabled: object.Enabled !== false,
    folder,
    hides: deletes || (folder !== '' && object.MarkAsRead === true) || QUIET_FOLDER.test(folder),
    targets,
    acts: deletes || folder !== '' || targets.length > 0 || folderName(object.CopyToFolder) !== '',
  };
}

/** The targets that are not known to be inside. Without the domains of the tenant, no address is. */
export function outsideTargets({ targets }: ExchangeRule, inside: Known<InternalDomains>): readonly string[] {
  return targets.filter((one) => one.includes('@') && !(inside.isKnown && inside.value.hasAddress(one)));
}

/** `The hidden rule "x" moves mail to RSS Feeds and sends it to a@b.c`. */
export function ruleText(kind: string, { name, folder, hides, targets }: ExchangeRule): string {
  const acts = [
    ...(folder === '' ? [] : [`moves mail to ${visibleLine(folder)}`]),
    ...(hides && folder === '' ? ['deletes mail'] : []),
    ...(targets.length === 0 ? [] : [`sends mail to ${targets.map(visibleLine).join(', ')}`]),
  ];
  return `The ${kind} ${shownText(name)} ${acts.length === 0 ? 'does something that Exchange does not show' : listed(acts, 'and')}`;
}

/** `adele:\RSS Feeds`, `RSS Feeds`, or an object with a name. */
function folderName(value: Json | undefined): string {
  const text = typeof value === 'string' ? value : isObject(value) ? textIn(value, 'Name') : '';
  return text.slice(text.lastIndexOf('\\') + 1);
}

/** `"Eve" [SMTP:eve@evil.example]`, `"Adele Vance" [EX:/o=ExchangeLabs/...]`, or an address. */
function targetsIn(value: Json | undefined): readonly string[] {
  const texts = Array.isArray(value) ? value : [value ?? null];
  return texts.flatMap((one) => {
    if (typeof one !== 'string' || one === '') return [];
    const smtp = /\[SMTP:([^\]]+)\]\s*$/i.exec(one)?.[1];
    return [smtp ?? /^"(.*)" \[EX:.*\]$/i.exec(one)?.[1] ?? one];
  });
}
