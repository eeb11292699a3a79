import { property, textIn, type JsonObject } from '../../../json.ts';
import { isAddress } from '../../../mailboxes/address.ts';
import { acceptedInternalDomains, type InternalDomains } from '../../../mailboxes/internal-domains.ts';
import type { EpochMs } from '../../../text/numbers.ts';
import { atLeast, known, NOT_KNOWN, shownOf, type Known } from '../../known.ts';
import type { CmdletObjects } from '../../table.ts';
import { itemsOf, nameOf, objectsOf, textsIn, type Cell } from './cells.ts';

/** The names under which the functions find the rules and the accepted domains. */
const RULES = 'rules';
const DOMAINS = 'domains';

/** What a rule does, by the property with its recipients. https://learn.microsoft.com/powershell/module/exchange/new-transportrule */
export const SENDS = [
  ['RedirectMessageTo', 'redirect'],
  ['BlindCopyTo', 'blind copy'],
  ['CopyTo', 'copy'],
  ['AddToRecipients', 'added recipient'],
] as const;

/** The rules that send mail outside. */
export const forwardingRules: Cell = (objects, context) =>
  rulesThatSend(SENDS, context.inside ?? acceptedDomains(objects))(objects, context);

/** The rules that redirect mail to no accepted domain, whatever counts as inside by the input: the control asks for these domains. */
export const redirectRules: Cell = (objects, context) =>
  rulesThatSend(
    SENDS.filter(([name]) => name === 'RedirectMessageTo'),
    acceptedDomains(objects),
  )(objects, context);

function rulesThatSend(ways: readonly (typeof SENDS)[number][], inside: InternalDomains | undefined): Cell {
  return ofRules((rule) => {
    const parts = ways.map(([name, word]) => {
      const outside = outsideOf(textsIn(rule, name), inside);
      const addresses = shownOf(outside) ?? [];
      return { isKnown: outside.isKnown, text: addresses.length === 0 ? '' : `${word} to ${addresses.join(', ')}` };
    });
    const text = parts.flatMap((part) => part.text || []).join(', ');
    return parts.every(({ isKnown }) => isKnown) ? known(text) : atLeast(text);
  });
}

/** The rules that let mail of some domains bypass the spam filter. */
export const spamBypassRules: Cell = ofRules((rule) => {
  const [level, domains] = [property(rule, 'SetSCL'), textsIn(rule, 'SenderDomainIs')];
  const isLevel = typeof level === 'number' || (typeof level === 'string' && /^-?\d+$/.test(level));
  const isBypass = level === null ? false : isLevel ? Number(level) === -1 : undefined;
  if (isBypass === false || (domains.isKnown && domains.value.length === 0)) return known('');
  return isBypass === true && domains.isKnown ? known(`SCL -1 for ${domains.value.join(', ')}`) : NOT_KNOWN;
});

/** The tag that a rule puts before the subject of mail from outside; '' if it puts none. */
function subjectTag(rule: JsonObject): Known<string> {
  const [scope, tag] = [property(rule, 'FromScope'), property(rule, 'PrependSubject')];
  const isFromOutside =
    scope === undefined ? undefined : textIn(rule, 'FromScope').toLowerCase() === 'notinorganization';
  if (isFromOutside === false || tag === null || tag === '') return known('');
  return isFromOutside === true && typeof tag === 'string' ? known(tag.trim()) : NOT_KNOWN;
}

/** The rules that put a tag before the subject of mail from outside. */
export const subjectTagRules: Cell = ofRules(subjectTag);

/** Whether a rule in force does so. */
export const tagsSubjects: Cell = (objects, { now }) => {
  const results = objectsOf(objects, RULES)?.map((rule) => {
    const [tag, mark] = [subjectTag(rule), markOf(rule, now)];
    if ((tag.isKnown && tag.value === '') || (mark !== undefined && mark !== '')) return false;
    return tag.isKnown && mark === '' ? true : undefined;
  });
  if (results?.includes(true) === true) return known('on');
  return results?.includes(undefined) === false ? known('off') : NOT_KNOWN;
};

/** @param says what a rule does; '' if it does nothing of the kind */
function ofRules(says: (rule: JsonObject) => Known<string>): Cell {
  return itemsOf(RULES, (rule, { now }) => {
    const what = says(rule);
    const [text, name, mark] = [shownOf(what) ?? '', nameOf(rule), markOf(rule, now)];
    if (text === '') return what.isKnown ? known([]) : NOT_KNOWN;
    if (name === '' || mark === undefined) return NOT_KNOWN;
    const items = [`${name}${mark}: ${text}`];
    return what.isKnown ? known(items) : atLeast(items);
  });
}

/** Why a mail flow rule is not in force, for its item: '' if it is, undefined if that is not known. */
export function markOf(rule: JsonObject, now: EpochMs): string | undefined {
  const [state, mode] = [textIn(rule, 'State').toLowerCase(), textIn(rule, 'Mode').toLowerCase()];
  if (state === 'disabled') return ' (disabled)';
  if (mode === 'audit' || mode === 'auditandnotify') return ' (test mode)';
  const [starts, ends] = [timeIn(rule, 'ActivationDate', -Infinity), timeIn(rule, 'ExpiryDate', Infinity)];
  if (Number(starts) > now || Number(ends) <= now) return ' (not now)';
  const isInForce = state === 'enabled' && mode === 'enforce' && starts !== undefined && ends !== undefined;
  return isInForce ? '' : undefined;
}

/** @returns undefined if it is not known */
function timeIn(rule: JsonObject, name: string, ifNone: number): EpochMs | undefined {
  const value = property(rule, name);
  if (value === null) return ifNone;
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? undefined : time;
}

/** The addresses outside. A recipient without an address may be outside. */
function outsideOf(recipients: Known<string[]>, inside: InternalDomains | undefined): Known<string[]> {
  const shown = shownOf(recipients) ?? [];
  const addresses = inside === undefined ? [] : shown.filter((text) => isAddress(text) && !inside.hasAddress(text));
  const isDecided = shown.length === 0 || (inside !== undefined && shown.every(isAddress));
  return recipients.isKnown && isDecided ? known(addresses) : atLeast(addresses);
}

/** The domains of the tenant; undefined if they are not known. */
function acceptedDomains(objects: CmdletObjects): InternalDomains | undefined {
  const domains = objectsOf(objects, DOMAINS) ?? [];
  return acceptedInternalDomains(
    domains.map((domain) => ({ name: textIn(domain, 'DomainName'), hasSubdomains: domain.MatchSubDomains === true })),
  );
}
