import { UserError } from '../errors.ts';
import { shownText } from '../text/display.ts';
import { MAILBOX_COLUMN } from '../reports/definition.ts';
import { typeThatRefusesBlank } from '../schema/keywords.ts';
import type { Exemption, Policy, Rule } from './definition.ts';
import { daysUntil, endsSoon } from './exemptions.ts';
import { addressMatcher } from './compile-rule.ts';
import { isPattern, wildcard } from './wildcard.ts';

/**
 * What to look at in a policy, in the file's order: rules that concern no mailbox of the list by its address, or that blank
 * cells break by what stands under `not`; then exemptions that have expired, that end within 30 days, or that are for
 * mailboxes which the list has not. As UserErrors `RULE_UNUSED`, `BLANK_CELLS`, `EXEMPTION_EXPIRED`, `EXEMPTION_ENDS` and
 * `EXEMPTION_UNUSED`, each with its place.
 *
 * @param addresses of the mailbox list, in any case; undefined: there is none to compare with
 * @param now epoch ms
 */
export function policyWarnings(
  { rules, exemptions }: Policy,
  { addresses, now }: { readonly addresses: Iterable<string> | undefined; readonly now: number },
): readonly UserError[] {
  const matched = addresses === undefined ? undefined : matchedPatterns(exemptions, addresses);
  const ofExemptions = exemptions.flatMap((exemption) => {
    const ending = endWarning(exemption, now);
    const unused = exemption.mailboxes.filter(({ pattern }) => matched?.has(pattern.toLowerCase()) === false);
    return [
      ...(ending === undefined ? [] : [ending]),
      ...unused.map(
        ({ pattern, place }) =>
          new UserError('EXEMPTION_UNUSED', `No mailbox of the list is ${shownText(pattern)}.`, {
            hint: `The exemption from "${exemption.rule}" does nothing for it: correct the address, or remove it.`,
            place,
          }),
      ),
    ];
  });
  const ofRules = rules.flatMap((rule) => [...unusedWarnings(rule, addresses), ...blankWarnings(rule)]);
  return [...ofRules, ...ofExemptions];
}

/** A `when` may ask for addresses, which are known before anything is read. */
function unusedWarnings({ id, when, place }: Rule, addresses: Iterable<string> | undefined): readonly UserError[] {
  const schema = Object.hasOwn(when, MAILBOX_COLUMN) ? when[MAILBOX_COLUMN] : undefined;
  if (schema === undefined || addresses === undefined) return [];
  const meets = addressMatcher(schema);
  for (const address of addresses) if (meets(address)) return [];
  const hint = `Correct what its "when" says of ${MAILBOX_COLUMN}, or take the rule out.`;
  return [new UserError('RULE_UNUSED', `The rule "${id}" concerns no mailbox of the list.`, { hint, place })];
}

/** Most keywords hold for a blank cell, and so it breaks what negates them: seldom what was meant. */
function blankWarnings({ id, expect, place }: Rule): readonly UserError[] {
  return Object.entries(expect).flatMap(([column, schema]) => {
    const type = column === MAILBOX_COLUMN ? undefined : typeThatRefusesBlank(schema);
    if (type === undefined) return [];
    const message = `The rule "${id}" does not hold for a blank ${shownText(column)}, which meets what stands under "not".`;
    const hint = `Where blank is good enough, write not: { type: ${type}, ... }; where it is not, { type: ${type}, not: ... }.`;
    return [new UserError('BLANK_CELLS', message, { hint, place })];
  });
}

function endWarning({ rule, owner, expires, place }: Exemption, now: number): UserError | undefined {
  const days = daysUntil(expires, now);
  if (days >= 0 && !endsSoon(days)) return undefined;
  const hint = `Remove it once its mailboxes follow the rule, or have ${shownText(owner)} set a later day under "expires".`;
  if (days < 0) {
    const message = `The exemption from "${rule}" expired after ${expires}: the rule bites again.`;
    return new UserError('EXEMPTION_EXPIRED', message, { hint, place });
  }
  const left = days === 0 ? 'today' : days === 1 ? 'tomorrow' : `in ${days} days`;
  return new UserError('EXEMPTION_ENDS', `The exemption from "${rule}" ends ${left}, on ${expires}.`, { hint, place });
}

/** The patterns, in lower case, that some address matches. */
function matchedPatterns(exemptions: readonly Exemption[], addresses: Iterable<string>): ReadonlySet<string> {
  const exact = new Set<string>();
  const open = new Map<string, (address: string) => boolean>();
  for (const { pattern } of exemptions.flatMap(({ mailboxes }) => mailboxes)) {
    const folded = pattern.toLowerCase();
    if (isPattern(folded)) open.set(folded, wildcard(folded));
    else exact.add(folded);
  }
  const matched = new Set<string>();
  for (const address of addresses) {
    const folded = address.toLowerCase();
    if (exact.has(folded)) matched.add(folded);
    for (const [pattern, matches] of open) {
      if (!matches(folded)) continue;
      matched.add(pattern);
      open.delete(pattern);
    }
  }
  return matched;
}
