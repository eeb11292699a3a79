import { isSeq } from 'yaml';
import type { FileProblems } from '../../files/yaml-problems.ts';
import { isMailboxId, MAX_ADDRESS_LENGTH } from '../../mailboxes/address.ts';
import { shownText } from '../../text/display.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import {
  given,
  isBlank,
  lineOfText,
  list,
  record,
  scalarText,
  text,
  type KnownKeys,
  type YamlValue,
} from '../../files/yaml-value.ts';
import type { Exemption } from '../definition.ts';
import { isPattern } from '../exemptions.ts';

const KEYS: KnownKeys = { required: ['rule', 'mailboxes', 'reason', 'owner', 'expires'], optional: [] };
const MOST = 5000;
const LONGEST_REASON = 500;
const LONGEST_OWNER = 200;

type Pattern = Exemption['mailboxes'][number];

/**
 * Reads the exemptions of a policy file. Mistakes are added to the problems.
 *
 * @param ids those of the policy's rules; undefined if the rules are invalid: then every id is accepted
 */
export function policyExemptions(
  value: YamlValue,
  ids: readonly string[] | undefined,
  problems: FileProblems,
): readonly Exemption[] {
  // An empty key remains after the last exemption was removed.
  if (isBlank(value)) return [];
  const items = list(value, problems) ?? [];
  if (items.length > MOST) {
    problems.add(value.offset, `There are more than ${MOST} exemptions.`, 'Leave some out.');
    return [];
  }
  const exemptions = items.flatMap((item) => exemptionOf(item, ids, problems) ?? []);
  const patterns = exemptions.reduce((count, { mailboxes }) => count + mailboxes.length, 0);
  if (patterns > MOST) {
    const hint = 'Use patterns such as *@partners.contoso.com, or a "when" in the rule.';
    problems.add(value.offset, `The exemptions name more than ${MOST} mailboxes.`, hint);
  }
  return exemptions;
}

function exemptionOf(
  item: YamlValue,
  ids: readonly string[] | undefined,
  problems: FileProblems,
): Exemption | undefined {
  const keys = record(item, KEYS, problems);
  if (keys === undefined) return undefined;
  const rule = given(keys, 'rule', (value) => ruleId(value, ids, problems));
  const mailboxes = given(keys, 'mailboxes', (value) => patternsOf(value, problems));
  const reason = given(keys, 'reason', (value) => lineOfText(value, LONGEST_REASON, problems));
  const owner = given(keys, 'owner', (value) => lineOfText(value, LONGEST_OWNER, problems));
  const expires = given(keys, 'expires', (value) => expiryDate(value, problems));
  if (rule === undefined || mailboxes === undefined || reason === undefined) return undefined;
  if (owner === undefined || expires === undefined) return undefined;
  return { rule, mailboxes, reason, owner, expires, place: problems.placeOf(item.offset) };
}

function ruleId(value: YamlValue, ids: readonly string[] | undefined, problems: FileProblems): string | undefined {
  const id = text(value, problems);
  if (id === undefined || ids === undefined || ids.includes(id)) return id;
  const hint = `${suggestion(id, ids)}An exemption names the id of one rule of this file.`;
  problems.add(value.offset, `There is no rule ${shownText(id)}.`, hint);
  return undefined;
}

function patternsOf(value: YamlValue, problems: FileProblems): readonly Pattern[] | undefined {
  const items = isSeq(value.node) ? list(value, problems) : [value];
  if (items === undefined || items.length === 0) {
    problems.add(
      value.offset,
      `${shownText(value.name)} has no mailbox.`,
      'Name one, or a pattern such as *@contoso.com.',
    );
    return undefined;
  }
  if (items.length > MOST) {
    problems.add(value.offset, `${shownText(value.name)} has more than ${MOST} mailboxes.`, 'Use patterns with *.');
    return undefined;
  }
  const patterns = items.map((item) => patternOf(item, problems));
  return patterns.every((pattern) => pattern !== undefined) ? patterns : undefined;
}

function patternOf(value: YamlValue, problems: FileProblems): Pattern | undefined {
  const pattern = text(value, problems)?.trim();
  if (pattern === undefined) return undefined;
  if (pattern.startsWith('!')) {
    const hint = 'Nothing is taken out of a pattern: name the mailboxes that are meant, or give the rule a "when".';
    problems.add(value.offset, `${shownText(value.name)} begins with "!".`, hint);
    return undefined;
  }
  if (canMatch(pattern)) return { pattern, place: problems.placeOf(value.offset) };
  problems.add(
    value.offset,
    `${shownText(value.name)} is no address that a mailbox could have, and no pattern of one.`,
    /[,;\s]/.test(pattern)
      ? 'Write each address as an item of a list.'
      : 'Give an address, or a pattern in which * stands for any characters and ? for one, such as *@contoso.com.',
  );
  return undefined;
}

/** Whether a mailbox can have such an address, by its characters alone. */
function canMatch(pattern: string): boolean {
  if (!isPattern(pattern)) return isMailboxId(pattern);
  if (pattern.length > MAX_ADDRESS_LENGTH || /[\s\p{Cc}\p{Cf}\p{Cs}"<>()[\],;:\\]/u.test(pattern)) return false;
  return pattern.includes('@') || pattern.includes('*');
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
/** `2027-1-31`, `2027/01/31`, `31.01.2027`, and with a time of day. The month of 1/2/2027 is ambiguous. */
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/** A day such as 2027-01-31, in quotes or not. Anything else is added to the problems, and gives undefined. */
function expiryDate(value: YamlValue, problems: FileProblems): string | undefined {
  const written = scalarText(value, problems)?.trim();
  if (written === undefined || isDay(written)) return written;
  const meant = meantDay(written);
  const [, year, month, day] = DAY.exec(written) ?? [];
  const noSuchDay = year === undefined ? '' : lengthOfMonth(Number(year), Number(month), Number(day));
  problems.add(
    value.offset,
    `${shownText(value.name)} cannot be ${shownText(written)}.`,
    `${meant === undefined ? noSuchDay : `Did you mean ${meant}? `}Write the last day as year-month-day, such as 2027-01-31.`,
  );
  return undefined;
}

function isDay(text: string): boolean {
  if (!DAY.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function lengthOfMonth(year: number, month: number, day: number): string {
  if (month < 1 || month > 12) return `There is no month ${month}. `;
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day < 1 ? '' : `That month has ${days} days. `;
}

function meantDay(written: string): string | undefined {
  const [, year, month, day] = YEAR_FIRST.exec(written) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return dayOf(year, month, day);
  const [, first, second, ending] = DAY_FIRST.exec(written) ?? [];
  if (first === undefined || second === undefined || ending === undefined) return undefined;
  const days = [dayOf(ending, second, first), dayOf(ending, first, second)].filter((found) => found !== undefined);
  return days.length === 1 || days[0] === days[1] ? days[0] : undefined;
}

function dayOf(year: string, month: string, day: string): string | undefined {
  const found = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(found) ? found : undefined;
}
