import { namedAddresses } from '../mailboxes/list.ts';
import type { PolicyJudge } from '../policy/judge.ts';
import type { Policy } from '../policy/policy-definition.ts';
import type { OutputInputs } from '../run/inputs.ts';
import { inputName } from '../text/audience.ts';
import type { Feature } from '../run/feature.ts';
import type { Warnings } from '../run/log.ts';
import { canFail } from '../run/result.ts';
import type { Run } from '../run/run.ts';
import { count, counted, someNames } from '../text/numbers.ts';
import type { SummaryPart } from '../totals/run-summary.ts';
import { exemptionsSection } from './policy-sections.ts';

/** What the policy no longer needs, and its exemptions. Undefined without a policy. */
export function policyUpkeep({ judge, source, policy, inputs }: Run): Feature | undefined {
  if (judge === undefined) return undefined;
  return {
    ...exemptionPart,
    conclude: ({ warnings }) => {
      if (policy !== undefined && judge.baseline !== undefined) warnOfGate(policy, inputs.failOn, warnings);
      // Single mailboxes say nothing about a policy for all.
      if (namedAddresses(source.mailboxes) === undefined) warnOfPolicy(judge, warnings);
    },
  };
}

/** The part of the summary about the exemptions. */
export const exemptionPart: SummaryPart = {
  sections: ({ policy }, { detail }) => [
    { section: policy && exemptionsSection(policy, detail), summary: 'exemptions', as: 'folded', page: 'exemptions' },
  ],
};

/**
 * Warns of what a policy no longer needs: exemptions that match no mailbox or would have covered a violation if they had not expired, rules whose
 * `when` met no row, and entries of the baseline that no longer occur.
 */
export function warnOfPolicy(judge: PolicyJudge, warnings: Warnings): void {
  warnOfExemptions(judge, warnings);
  warnOfUnmatched(judge, warnings);
  for (const { message, place } of judge.unusedRules()) warnings.add(message, place);
  warnOfStaleEntries(judge, warnings);
}

/** A baseline is there so that new violations fail the step. With `never`, that is not wanted. */
function warnOfGate(policy: Policy, failOn: OutputInputs['failOn'], warnings: Warnings): void {
  if (failOn !== 'error' || canFail(policy, failOn)) return;
  const name = inputName('fail-on');
  warnings.add(
    `No new violation can fail the step: ${name} is error, and all rules are warnings. Set "severity: error" in rules, or ${name} to warning.`,
    { file: policy.file, line: 1 },
  );
}

function warnOfExemptions({ exemptions }: PolicyJudge, warnings: Warnings): void {
  const expired = exemptions.uses.filter(({ missed }) => missed > 0);
  const [first] = expired;
  if (first === undefined) return;
  const examples = expired.slice(0, 5).map(({ exemption: { rule, expires } }) => `${rule} (until ${expires})`);
  const ending = expired.length > examples.length ? ` and ${count(expired.length - examples.length)} more` : '';
  warnings.add(`Expired exemptions no longer apply: ${examples.join(', ')}${ending}.`, first.exemption.place);
}

/** A mailbox that an exemption should protect may have another name in the list. */
function warnOfUnmatched({ exemptions }: PolicyJudge, warnings: Warnings): void {
  const all = exemptions.uses.filter(({ expired, isMatched }) => !expired && !isMatched);
  const [ofTable] = all.filter(({ exemption }) => exemption.items !== undefined);
  if (ofTable !== undefined) {
    const { rule, place } = ofTable.exemption;
    warnings.add(
      `An exemption from ${rule} names no row of the table. Name the rows as violations.csv does under Item.`,
      place,
    );
  }
  const unmatched = all.filter(({ exemption }) => exemption.items === undefined);
  const [first] = unmatched;
  if (first === undefined) return;
  const which = counted(unmatched.length, 'exemption in force matches', 'exemptions in force match');
  const rules = someNames(
    unmatched.map(({ exemption }) => exemption.rule),
    String,
  );
  warnings.add(
    `${which} no mailbox of the list: ${rules}. Name the mailboxes as the list does. IDs are looked up only in a run that reads accounts or Exchange Online; of other addresses, only the primary one and the user principal name.`,
    first.exemption.place,
  );
}

/** Only entries about mailboxes that were read can be stale. */
function warnOfStaleEntries({ baseline }: PolicyJudge, warnings: Warnings): void {
  const { file = '', stale = [] } = baseline ?? {};
  const [first] = stale;
  if (first === undefined) return;
  const entries = counted(
    stale.length,
    'entry of the baseline no longer occurs',
    'entries of the baseline no longer occur',
  );
  const numbers = stale.map(({ line }) => String(line));
  const lines = `${stale.length === 1 ? 'line' : 'lines'} ${someNames(numbers, String)}`;
  warnings.add(`${entries}: ${file}, ${lines}. Replace the file with baseline.csv from the artifact.`, {
    file,
    line: first.line,
  });
}
