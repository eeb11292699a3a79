import { UserError } from '../../errors.ts';
import { shownJson } from '../../files/yaml-json.ts';
import { isObject, type Json, type JsonObject } from '../../json.ts';
import { allBuiltIn } from '../../reports/built-in-tables.ts';
import { columnOf, MAILBOX_COLUMN } from '../../reports/definition.ts';
import type { AnyReport } from '../../reports/table.ts';
import { isAlwaysTrue, isUndocumented } from '../../schema/column-domain.ts';
import { compileCell } from '../../schema/cell-schema.ts';
import { mapSubschemas, typeThatRefusesBlank } from '../../schema/keywords.ts';
import { compilePattern } from '../../schema/pattern.ts';
import { resolveDates } from '../../schema/relative-dates.ts';
import { enumTexts } from '../../schema/spelling.ts';
import { shownText, visibleLine } from '../../text/display.ts';
import { daysUntil, type EpochMs } from '../../text/numbers.ts';
import { columnDomain } from '../../reports/column-schemas.ts';
import { addressMatcher } from '../../reports/conditions.ts';
import type { Exemption, Policy, Rule } from '../policy-definition.ts';
import { endsSoon, isPattern, wildcard } from '../exemptions.ts';

/** Exemptions are temporary: after five years their reason is forgotten. */
const MAX_DAYS_AHEAD = 5 * 365;

export interface PolicyContext {
  /** The reports of the run; rules may also be about built-in ones. */
  readonly reports: readonly AnyReport[];
  /** Addresses of the mailbox list, in any case; undefined without a list. */
  readonly addresses: Iterable<string> | undefined;
  readonly now: EpochMs;
}

/**
 * Probable mistakes in a valid policy, with their places: rules first, then exemptions, each in the file's order. Codes:
 * `RULE_UNUSED`, `RULE_CHECKS_NOTHING`, `BLANK_CELLS`, `VALUE_UNDOCUMENTED`, `NAME_COMPARED`, `TYPE_MISSING`, `EXEMPTION_EXPIRED`, `EXEMPTION_ENDS`,
 * `EXEMPTION_FAR`, `EXEMPTION_BROAD`, `EXEMPTION_UNUSED`.
 */
export function policyWarnings(
  { rules, exemptions }: Policy,
  { reports, addresses, now }: PolicyContext,
): readonly UserError[] {
  const list = addresses && new Set(Array.from(addresses, (address) => address.toLowerCase()));
  return [
    ...rules.flatMap((rule) => [
      ...unusedWarnings(rule, list),
      ...emptyWarnings(rule, reports),
      ...blankWarnings(rule, now),
      ...undocumentedWarnings(rule, reports),
      ...comparisonWarnings(rule, reports),
      ...caseWarnings(rule, reports),
      ...untypedWarnings(rule, reports),
    ]),
    ...exemptions.flatMap((exemption) => [
      ...expiryWarnings(exemption, now),
      ...broadWarnings(exemption),
      ...broadItems(exemption),
      ...unmatchedWarnings(exemption, list),
    ]),
  ];
}

function reportOf({ report: name }: Rule, reports: readonly AnyReport[]): AnyReport | undefined {
  return reports.find((one) => one.name === name) ?? allBuiltIn.get(name);
}

/** The columns of `when` and `expect` with their schemas. */
function conditionsOf({ when, expect }: Rule): readonly (readonly [column: string, schema: Json])[] {
  return [...Object.entries(when), ...Object.entries(expect)];
}

/** Of rules whose "when" matches no address of the list. */
function unusedWarnings({ id, when, place }: Rule, addresses: ReadonlySet<string> | undefined): readonly UserError[] {
  const schema = Object.hasOwn(when, MAILBOX_COLUMN) ? when[MAILBOX_COLUMN] : undefined;
  if (schema === undefined || addresses === undefined || [...addresses].some(addressMatcher(schema))) return [];
  const hint = `Correct ${MAILBOX_COLUMN} in its "when", or remove the rule.`;
  return [new UserError('RULE_UNUSED', `The rule "${id}" applies to no mailbox of the list.`, { hint, place })];
}

function emptyWarnings(rule: Rule, reports: readonly AnyReport[]): readonly UserError[] {
  const { id, expect, place } = rule;
  const report = reportOf(rule, reports);
  if (report === undefined) return [];
  return Object.entries(expect).flatMap(([column, schema]) => {
    const { type, blank } = columnDomain(column, report, reports);
    // A blank cell violates a negated schema by the way, which is no requirement.
    const isNegated = typeThatRefusesBlank(schema) !== undefined;
    if (!isAlwaysTrue(schema, { type, blank: blank && !isNegated })) return [];
    const values = isNegated ? 'every value that is not blank' : 'every value';
    const message = `The rule "${id}" checks nothing about ${shownText(column)}: ${values} meets its schema.`;
    const hint = 'Expect a value, such as { const: ... } or { enum: [...] }, or remove the column from the rule.';
    return [new UserError('RULE_CHECKS_NOTHING', message, { hint, place })];
  });
}

/** A blank cell meets most keywords, and so violates a rule that negates them: seldom the intention. */
function blankWarnings({ id, when, expect, place }: Rule, now: EpochMs): readonly UserError[] {
  return Object.entries(expect).flatMap(([column, schema]) => {
    const type = column === MAILBOX_COLUMN ? undefined : typeThatRefusesBlank(schema);
    const condition = Object.hasOwn(when, column) ? when[column] : undefined;
    const excludesBlank = condition !== undefined && !compileCell(resolveDates(condition, now))(null);
    if (type === undefined || excludesBlank) return [];
    const message = `The rule "${id}" fails if ${shownText(column)} is blank: a blank cell meets the schema under "not".`;
    const hint = `If blank is allowed, write not: { type: ${type}, ... }. If not, write { type: ${type}, not: ... }.`;
    return [new UserError('BLANK_CELLS', message, { hint, place })];
  });
}

/** A rule about a value that never occurs checks nothing. */
function undocumentedWarnings(rule: Rule, reports: readonly AnyReport[]): readonly UserError[] {
  const { id, place } = rule;
  const report = reportOf(rule, reports);
  if (report === undefined) return [];
  return conditionsOf(rule).flatMap(([column, schema]) => {
    const domain = columnDomain(column, report, reports);
    const values = [...new Set(comparedValues(schema))].filter((value) => isUndocumented(value, domain));
    return values.map((value) => {
      const message = `The rule "${id}" compares ${shownText(column)} with ${shownJson(value)}, which Microsoft does not document.`;
      const hint = `Check the spelling. Documented values are ${enumTexts(domain.type).join(', ')}.`;
      return new UserError('VALUE_UNDOCUMENTED', message, { hint, place });
    });
  });
}

/** A rule that compares a name, or a text that a column never has. */
function comparisonWarnings(rule: Rule, reports: readonly AnyReport[]): readonly UserError[] {
  const { id, place } = rule;
  const own = reportOf(rule, reports);
  if (own === undefined) return [];
  return conditionsOf(rule).flatMap(([written, schema]) => {
    const { report, column } = columnOf(own, written);
    const { comparisons = {} } = allBuiltIn.get(report) ?? {};
    const comparison = Object.hasOwn(comparisons, column) ? comparisons[column] : undefined;
    if (comparison === undefined) return [];
    const { form, advice } = comparison;
    const texts = comparedValues(schema).flatMap((value) => (typeof value === 'string' && value !== '' ? [value] : []));
    return [...new Set(texts)].flatMap((text) => {
      if (form !== undefined && compilePattern(form).test(text)) return [];
      const pattern = visibleLine(text.replace(/[\\^$.|?*+()[\]{}]/g, String.raw`\$&`).replaceAll("'", "''"));
      const hint = advice.replaceAll('{pattern}', () => pattern);
      const compares = `The rule "${id}" compares ${shownText(written)} with ${shownJson(text)}`;
      return form === undefined
        ? [new UserError('NAME_COMPARED', `${compares}, which is a name.`, { hint, place })]
        : [
            new UserError('VALUE_UNDOCUMENTED', `${compares}. The texts of the column have another form.`, {
              hint,
              place,
            }),
          ];
    });
  });
}

/** A pattern that matches documented texts only without regard to case. Values compare without case, patterns do not. */
function caseWarnings(rule: Rule, reports: readonly AnyReport[]): readonly UserError[] {
  const { id, place } = rule;
  const report = reportOf(rule, reports);
  if (report === undefined) return [];
  return conditionsOf(rule).flatMap(([column, schema]) => {
    const texts = enumTexts(columnDomain(column, report, reports).type);
    const matches = (pattern: string, flags: '' | 'i' = ''): boolean =>
      texts.some((text) => compilePattern(pattern, flags).test(text));
    const missing = patternsIn(schema).filter((pattern) => !matches(pattern) && matches(pattern, 'i'));
    return [...new Set(missing)].map((pattern) => {
      const message = `The rule "${id}" compares ${shownText(column)} with the pattern ${shownText(pattern)}, which none of its values matches: case counts.`;
      const hint = `Write (?i) before it. The values are ${texts.join(', ')}.`;
      return new UserError('VALUE_UNDOCUMENTED', message, { hint, place });
    });
  });
}

/** Numbers, lists and objects meet keywords about texts: https://json-schema.org/draft/2020-12/json-schema-validation#section-6.3 */
function untypedWarnings({ id, report: name, expect, place }: Rule, reports: readonly AnyReport[]): UserError[] {
  const report = reports.find((one) => one.name === name);
  if (report === undefined) return [];
  return Object.entries(expect).flatMap(([column, schema]) => {
    if (!isObject(schema)) return [];
    const keyword = ['pattern', 'format'].find((each) => Object.hasOwn(schema, each));
    const isTyped = columnDomain(column, report, reports).type !== undefined || Object.hasOwn(schema, 'type');
    if (keyword === undefined || isTyped) return [];
    const message = `The rule "${id}" passes for every ${shownText(column)} that is not a text: "${keyword}" is only about texts.`;
    const hint = `Declare the column under "types" of the report file, for example ${shownText(column)}: { type: string }.`;
    return [new UserError('TYPE_MISSING', message, { hint, place })];
  });
}

/** A schema and those inside it that are objects, at any depth. */
function schemasIn(schema: Json): readonly JsonObject[] {
  if (!isObject(schema)) return [];
  const inside: JsonObject[] = [schema];
  mapSubschemas(schema, (subschema) => {
    inside.push(...schemasIn(subschema));
    return subschema;
  });
  return inside;
}

/** The values under `const` and `enum` of a schema, at any depth. */
function comparedValues(schema: Json): readonly Json[] {
  return schemasIn(schema).flatMap((one) => [one.const ?? [], one.enum ?? []].flat());
}

/** The patterns of a schema, at any depth. */
function patternsIn(schema: Json): readonly string[] {
  return schemasIn(schema).flatMap(({ pattern }) => (typeof pattern === 'string' ? [pattern] : []));
}

function expiryWarnings({ rule, owner, expires, place }: Exemption, now: EpochMs): readonly UserError[] {
  const days = daysUntil(expires, now);
  if (days > MAX_DAYS_AHEAD) {
    const message = `The exemption from "${rule}" applies until ${expires}, more than five years from now.`;
    const hint = 'Choose an earlier day under "expires", or change the rule with a "when".';
    return [new UserError('EXEMPTION_FAR', message, { hint, place })];
  }
  if (days >= 0 && !endsSoon(days)) return [];
  const hint = `Remove it once its mailboxes comply, or ask ${shownText(owner)} for a later day under "expires".`;
  if (days < 0) {
    const message = `The exemption from "${rule}" expired after ${expires} and no longer applies.`;
    return [new UserError('EXEMPTION_EXPIRED', message, { hint, place })];
  }
  const remaining = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
  return [
    new UserError('EXEMPTION_ENDS', `The exemption from "${rule}" ends ${remaining}, on ${expires}.`, { hint, place }),
  ];
}

/** A pattern of nothing but wildcards names every row of a table. */
function broadItems({ rule, items = [] }: Exemption): readonly UserError[] {
  return items.flatMap(({ pattern, place }) => {
    if (/[^*?;\s]/.test(pattern)) return [];
    const message = `The exemption from "${rule}" applies to every row: ${shownText(pattern)}.`;
    return [
      new UserError('EXEMPTION_BROAD', message, { hint: 'Name the rows that are meant, or remove the rule.', place }),
    ];
  });
}

/** Without a letter or a digit before a top-level domain, a pattern matches every address of any organization there. */
function broadWarnings({ rule, mailboxes }: Exemption): readonly UserError[] {
  return mailboxes.flatMap(({ pattern, place }) => {
    if (!isPattern(pattern) || /[\p{L}\p{N}]/u.test(pattern.replace(/\.[\p{L}\p{N}-]+$/u, ''))) return [];
    const message = `The exemption from "${rule}" applies to every mailbox: ${shownText(pattern)}.`;
    const hint = 'Name the mailboxes or a domain, such as *@partners.contoso.com, or remove the rule.';
    return [new UserError('EXEMPTION_BROAD', message, { hint, place })];
  });
}

function unmatchedWarnings(
  { rule, mailboxes }: Exemption,
  addresses: ReadonlySet<string> | undefined,
): readonly UserError[] {
  return mailboxes.flatMap(({ pattern, place }) => {
    if (addresses === undefined || isMatched(pattern, addresses)) return [];
    const hint = `The exemption from "${rule}" has no effect for it: correct the address, or remove it. IDs and further addresses are not looked up here.`;
    return [
      new UserError('EXEMPTION_UNUSED', `No mailbox of the list matches ${shownText(pattern)}.`, { hint, place }),
    ];
  });
}

function isMatched(pattern: string, addresses: ReadonlySet<string>): boolean {
  return isPattern(pattern) ? [...addresses].some(wildcard(pattern)) : addresses.has(pattern.toLowerCase());
}
