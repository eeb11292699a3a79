import { UserError } from '../failure.ts';
import { shownText } from '../text/shown-text.ts';
import type { Exemption, Policy } from './definition.ts';
import { daysUntil, endsSoon } from './exemptions.ts';
import { isPattern, wildcard } from './wildcard.ts';

/**
 * What a run would warn of in a policy, in the file's order: exemptions that have run out, that end within 30 days, or
 * that are for mailboxes which the list has not. As UserErrors `EXEMPTION_EXPIRED`, `EXEMPTION_ENDS` and
 * `EXEMPTION_UNUSED`, each with its place.
 *
 * @param addresses of the mailbox list, in any case; undefined: there is none to compare with
 * @param now epoch ms
 */
export function policyWarnings(
  { exemptions }: Policy,
  { addresses, now }: { readonly addresses: Iterable<string> | undefined; readonly now: number },
): readonly UserError[] {
  const matched = addresses === undefined ? undefined : matchedPatterns(exemptions, addresses);
  return exemptions.flatMap((exemption) => {
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
}

function endWarning({ rule, owner, expires, place }: Exemption, now: number): UserError | undefined {
  const days = daysUntil(expires, now);
  if (days >= 0 && !endsSoon(days)) return undefined;
  const hint = `Remove it once its mailboxes follow the rule, or have ${shownText(owner)} set a later day under "expires".`;
  if (days < 0) {
    const message = `The exemption from "${rule}" ran out after ${expires}: the rule bites again.`;
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
