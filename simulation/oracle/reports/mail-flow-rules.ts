import { asText, known, UNKNOWN, type Cell } from '../cells.ts';
import type { JsonObject } from '../facts.ts';
import { ofEach, textsOf, type Objects } from './organization-cells.ts';

const RULES = 'Get-TransportRule';
/** What rules do with mail besides delivering it. */
const SENDS = [
  ['RedirectMessageTo', 'redirect to'],
  ['BlindCopyTo', 'blind copy to'],
  ['CopyTo', 'copy to'],
  ['AddToRecipients', 'added recipient to'],
] as const;

/** Undefined: it is not known. */
type IsInside = (domain: string) => boolean | undefined;

/** Rules that send mail outside what the inputs say. @param inside domains, with their subdomains */
export function forwardingRules(objects: Objects, now: number, inside: readonly string[]): Cell {
  const isInside: IsInside = (domain) => inside.some((each) => domain === each || domain.endsWith(`.${each}`));
  return ofRules(objects, now, (rule) => sentOutside(rule, SENDS, isInside));
}

/** Rules that redirect mail outside the domains that the tenant accepts. */
export function redirectRules(objects: Objects, now: number): Cell {
  const isInside: IsInside = (domain) =>
    objects['Get-AcceptedDomain']?.some(({ DomainName: name, MatchSubDomains: hasSubdomains }) => {
      const accepted = asText(name).toLowerCase();
      return domain === accepted || (hasSubdomains === true && domain.endsWith(`.${accepted}`));
    });
  return ofRules(objects, now, (rule) => sentOutside(rule, SENDS.slice(0, 1), isInside));
}

function sentOutside(
  rule: JsonObject,
  ways: readonly (typeof SENDS)[number][],
  isInside: IsInside,
): string | undefined {
  const texts = ways.map(([property, words]) => {
    const outside = textsOf(rule, property)?.map((recipient): string | undefined => {
      // The name of a recipient says nothing about its address.
      const is = recipient.includes('@') ? isInside(recipient.toLowerCase().split('@').at(-1) ?? '') : undefined;
      return is === undefined ? undefined : is ? '' : recipient;
    });
    if (outside?.includes(undefined) !== false) return undefined;
    const addresses = outside.filter((address) => address !== '');
    return addresses.length === 0 ? '' : `${words} ${addresses.join(', ')}`;
  });
  return texts.includes(undefined) ? undefined : texts.filter((text) => text !== '').join(', ');
}

/** Rules that let mail of domains bypass the filter. */
export function bypassRules(objects: Objects, now: number): Cell {
  return ofRules(objects, now, (rule) => {
    const [level, domains] = [rule.SetSCL, textsOf(rule, 'SenderDomainIs')];
    if (level === null || domains?.length === 0) return '';
    if (level === undefined || domains === undefined) return undefined;
    return Number(level) === -1 ? `SCL -1 for ${domains.join(', ')}` : '';
  });
}

/** Rules that put something before the subject of mail from outside. */
export function tagRules(objects: Objects, now: number): Cell {
  return ofRules(objects, now, tagOf);
}

/** Whether one in force does so. */
export function tagsSubjects(objects: Objects, now: number): Cell {
  const are = objects[RULES]?.map((rule) => {
    const [tag, mark] = [tagOf(rule), markOf(rule, now)];
    if (tag === '' || (mark !== undefined && mark !== '')) return false;
    return tag === undefined || mark === undefined ? undefined : true;
  });
  if (are?.includes(true) === true) return known('on');
  return are?.includes(undefined) === false ? known('off') : UNKNOWN;
}

function tagOf({ FromScope: from, PrependSubject: tag }: JsonObject): string | undefined {
  if (tag === null || (from !== undefined && from !== 'NotInOrganization')) return '';
  return tag === undefined || from === undefined ? undefined : asText(tag).trim();
}

/** Items with the names of rules. @param says what a rule does: '' for nothing, undefined if it is not known */
function ofRules(objects: Objects, now: number, says: (rule: JsonObject) => string | undefined): Cell {
  return ofEach(objects[RULES], (rule) => {
    const [text, mark] = [says(rule), markOf(rule, now)];
    if (text === '') return known([]);
    return text === undefined || mark === undefined ? UNKNOWN : known([`${asText(rule.Name)}${mark}: ${text}`]);
  });
}

/** Why a rule is not in force; '' if it is, undefined if that is not known. */
function markOf({ State: state, Mode: mode, ...times }: JsonObject, now: number): string | undefined {
  if (state === 'Disabled') return ' (disabled)';
  if (mode === 'Audit' || mode === 'AuditAndNotify') return ' (test mode)';
  const { ActivationDate: start, ExpiryDate: end } = times;
  if ((typeof start === 'string' && Date.parse(start) > now) || (typeof end === 'string' && Date.parse(end) <= now))
    return ' (not now)';
  return [state, mode, start, end].includes(undefined) ? undefined : '';
}
