import { anyText, line, list, oneOrMore, record, type Field } from '../../files/fields.ts';
import type { YamlValue } from '../../files/yaml-value.ts';
import { isMailboxId, MAX_ADDRESS_LENGTH } from '../../mailboxes/address.ts';
import { suggestion } from '../../text/did-you-mean.ts';
import { shownText } from '../../text/display.ts';
import { isTable, type AnyReport } from '../../reports/table.ts';
import type { Exemption, ExemptionPattern } from '../policy-definition.ts';
import { isPattern } from '../exemptions.ts';

const MOST = 5000;
const MAX_ITEM_LENGTH = 1_000;

/** Characters that a mailbox address can have, with an `@` unless it is a pattern. */
const PATTERN = /^\s*(?=\S*[@*])[^\s\p{Cc}\p{Cf}\p{Cs}"<>()[\],;:\\]+\s*$/u;
const MAILBOX: Field<ExemptionPattern> = {
  schema: { type: 'string', maxLength: MAX_ADDRESS_LENGTH, pattern: PATTERN.source },
  read: (value) => {
    const pattern = value.text()?.trim();
    if (pattern === undefined) return undefined;
    if (pattern.startsWith('!')) {
      const hint = 'Nothing is taken out of a pattern: name the mailboxes that are meant, or give the rule a "when".';
      return value.reject('begins with "!".', hint);
    }
    const fits = isPattern(pattern)
      ? pattern.length <= MAX_ADDRESS_LENGTH && PATTERN.test(pattern)
      : isMailboxId(pattern);
    if (fits) return { pattern, place: value.problems.placeOf(value.offset) };
    if (/^[\p{L}\p{M}'.-]+(?: [\p{L}\p{M}'.-]+)+$/u.test(pattern)) {
      return value.reject('is a name.', 'Write the address of the mailbox: names are not unique.');
    }
    return value.reject(
      'is no address that a mailbox could have, and no pattern of one.',
      /[,;\s]/.test(pattern)
        ? 'Write each address as an item of a list.'
        : 'Give an address, or a pattern in which * stands for any characters and ? for one, such as *@contoso.com.',
    );
  },
};

/** What names a row of a table, of any characters. */
const ITEM: Field<ExemptionPattern> = {
  schema: line(MAX_ITEM_LENGTH).schema,
  read: (value) => {
    const pattern = line(MAX_ITEM_LENGTH).read(value);
    return pattern === undefined ? undefined : { pattern, place: value.problems.placeOf(value.offset) };
  },
};

/** `2027-01-31`. */
const DAY = /^\s*([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])\s*$/;
const EXPIRY: Field<string> = { schema: { type: 'string', pattern: DAY.source }, read: expiryDate };

const EXEMPTION = record({
  rule: {
    is: anyText,
    required: true,
    description: 'The id of a rule of this file.',
    examples: ['no-external-replies'],
  },
  mailboxes: {
    is: oneOrMore(MAILBOX, {
      noun: 'mailbox',
      maxItems: MOST,
      hint: `Name 1 to ${MOST}, or a pattern such as *@contoso.com.`,
    }),
    description:
      'Addresses, or patterns in which * stands for any characters and ? for one. Case-insensitive. Put a pattern that starts with * into quotes. Required for a rule about mailboxes.',
    examples: [['ceo@contoso.com', '*@partners.contoso.com']],
  },
  items: {
    is: oneOrMore(ITEM, { noun: 'item', maxItems: MOST, hint: `Name 1 to ${MOST}, or a pattern such as Contoso *.` }),
    description:
      'For a rule about a table of the tenant, instead of mailboxes: what names its rows, as in violations.csv under Item, or patterns. Left out for a table with one row.',
    examples: [['Contoso Backup; *']],
  },
  reason: {
    is: line(500),
    required: true,
    description: 'Why the mailboxes are exempt, in one line.',
    examples: ['Board decision 2026-11'],
  },
  owner: {
    is: line(200),
    required: true,
    description: 'Who is responsible for the exemption.',
    examples: ['messaging@contoso.com'],
  },
  expires: {
    is: EXPIRY,
    required: true,
    description: 'The last day on which the exemption applies, in UTC.',
    examples: ['2027-01-31'],
  },
});

const ITEMS = list(EXEMPTION, { noun: 'exemption', maxItems: MOST, hint: 'Leave some out.' });

/** The exemptions of a policy file. An empty key remains after the last exemption was removed. */
export const EXEMPTIONS: Field<YamlValue> = {
  schema: { ...ITEMS.schema, type: ['array', 'null'] },
  read: (value) => value,
};

/**
 * Reads the exemptions of a policy file.
 *
 * @param ids those of the policy's rules; undefined if the rules are invalid: then every id is accepted
 * @param reportOf the report of a rule; undefined if it is not known
 */
export function policyExemptions(
  value: YamlValue,
  ids: readonly string[] | undefined,
  reportOf: (rule: string) => AnyReport | undefined,
): readonly Exemption[] {
  const items = value.isBlank ? [] : (ITEMS.read(value) ?? []);
  const exemptions = items.flatMap((keys): Exemption[] => {
    const rule = keys.get('rule');
    const names = namesIn(keys, rule === undefined ? undefined : reportOf(rule));
    const [reason, owner, expires] = [keys.get('reason'), keys.get('owner'), keys.get('expires')];
    if (rule !== undefined && ids?.includes(rule) === false) {
      const hint = `${suggestion(rule, ids)}An exemption names the id of one rule of this file.`;
      keys.valueOf('rule')?.report(`There is no rule ${shownText(rule)}.`, hint);
    }
    if (rule === undefined || names === undefined || reason === undefined) return [];
    if (owner === undefined || expires === undefined) return [];
    return [{ rule, ...names, reason, owner, expires, place: value.problems.placeOf(keys.value.offset) }];
  });
  const patterns = exemptions.reduce(
    (count, { mailboxes, items: ofTable = [] }) => count + mailboxes.length + ofTable.length,
    0,
  );
  if (patterns > MOST) {
    const hint = 'Use patterns such as *@partners.contoso.com, or a "when" in the rule.';
    value.report(`The exemptions name more than ${MOST} mailboxes.`, hint);
  }
  return exemptions;
}

type ExemptionKeys = NonNullable<ReturnType<typeof EXEMPTION.read>>;

/**
 * The mailboxes of an exemption, or the rows of a table. Undefined, with a problem, if it names what the rule is not about.
 *
 * @param report of the rule; undefined if it is not known: then both are accepted
 */
function namesIn(
  keys: ExemptionKeys,
  report: AnyReport | undefined,
): Pick<Exemption, 'mailboxes' | 'items'> | undefined {
  const [mailboxes, items] = [keys.get('mailboxes'), keys.get('items')];
  const has = (key: 'mailboxes' | 'items'): boolean => keys.valueOf(key) !== undefined;
  const refuse = (key: 'mailboxes' | 'items', hint: string): undefined =>
    keys.value.report(`"${key}" does not fit: the rule is about ${report?.name ?? ''}.`, hint, keys.keyOffset(key));
  if (report === undefined) return has('items') ? items && { mailboxes: [], items } : { mailboxes: mailboxes ?? [] };
  if (isTable(report)) {
    const isOneRow = report.rows === undefined;
    const instead = isOneRow ? 'which has one row: remove the key.' : 'whose rows are named under "items".';
    if (has('mailboxes')) return refuse('mailboxes', `${report.name} is about the tenant, ${instead}`);
    if (isOneRow && has('items')) return refuse('items', `${report.name} has one row: remove the key.`);
    if (isOneRow) return { mailboxes: [] };
    if (has('items')) return items && { mailboxes: [], items };
    return keys.value.report('"items" is missing.', `Add "items: ...": what names the rows of ${report.name}.`);
  }
  if (has('items')) return refuse('items', 'Name mailboxes under "mailboxes".');
  if (has('mailboxes')) return mailboxes && { mailboxes };
  return keys.value.report(`${shownText(keys.value.nameOf('mailboxes'))} is missing.`, 'Add "mailboxes: ...".');
}

/** `2027-1-31`, `2027/01/31`, `31.01.2027`, and with a time of day. The month of 1/2/2027 is ambiguous. */
const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const DAY_FIRST = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/;

/** A day such as 2027-01-31, in quotes or not. */
function expiryDate(value: YamlValue): string | undefined {
  const text = value.scalarText()?.trim();
  if (text === undefined || isDay(text)) return text;
  const meant = meantDay(text);
  return value.reject(
    `cannot be ${shownText(text)}.`,
    `${meant === undefined ? '' : `Did you mean ${meant}? `}Write the last day as year-month-day, such as 2027-01-31.`,
  );
}

function isDay(text: string): boolean {
  return DAY.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
}

function meantDay(text: string): string | undefined {
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined && month !== undefined && day !== undefined) return dayOf(year, month, day);
  const [, first, second, ending] = DAY_FIRST.exec(text) ?? [];
  if (first === undefined || second === undefined || ending === undefined) return undefined;
  const days = [dayOf(ending, second, first), dayOf(ending, first, second)].filter((one) => one !== undefined);
  return days.length === 1 || days[0] === days[1] ? days[0] : undefined;
}

function dayOf(year: string, month: string, day: string): string | undefined {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(date) ? date : undefined;
}
