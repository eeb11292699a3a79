import { UserError } from '../errors.ts';
import { policyStage } from '../run/policy-stage.ts';
import { mailboxList } from '../mailboxes/mailbox.ts';
import { compilePolicy } from '../policy/judge.ts';
import { logGroup, logText } from '../run/log.ts';
import { findingsOf, type MailboxResult } from '../run/mailbox-result.ts';
import { visibleLine } from '../text/display.ts';
import { count, someNames } from '../text/numbers.ts';
import type { AppliedChange } from './change.ts';
import { openReading, readAll } from './reading.ts';
import { mailboxesOf, type PolicyBasis } from './remediation-inputs.ts';
import type { RemediationRun } from './remediation-run.ts';

/**
 * Reads the mailboxes that were changed and judges them again. Returns which of them still violate the rules of their changes, as a
 * sentence, with a warning if some do or it is not known; undefined if nothing was changed, or the run was cancelled. Never rejects with
 * a UserError: what was changed stays reported.
 */
export async function remainingViolations(
  run: RemediationRun,
  { policy, baseline }: PolicyBasis,
  results: readonly AppliedChange[],
): Promise<string | undefined> {
  const { runner, reports, list, warnings, inputs } = run;
  const changes = results.filter(({ status }) => status === 'applied').map(({ change }) => change);
  if (changes.length === 0 || runner.signal.aborted) return undefined;
  const ofMailbox = Map.groupBy(changes, ({ address }) => address.toLowerCase());
  const violating: string[] = [];
  let known = 0;
  const add = (result: MailboxResult): void => {
    if (result.status !== 'ok') return;
    const findings = findingsOf(result);
    const ofChanges = (ofMailbox.get(result.mailbox.address.toLowerCase()) ?? []).flatMap(({ rules, item }) =>
      findings.filter((finding) => rules.includes(finding.rule.id) && finding.item === item),
    );
    if (ofChanges.some(({ verdict }) => verdict === 'fail' || verdict === 'warn'))
      violating.push(result.mailbox.address);
    else if (ofChanges.some(({ verdict }) => verdict === 'inconclusive')) return;
    known += 1;
  };
  try {
    await logGroup(runner.core, 'Judge the changed mailboxes again', async () => {
      const changed = mailboxesOf(changes, list);
      const reading = await openReading(run, reports, mailboxList(changed.mailboxes), reports);
      const judge = compilePolicy(policy, reading.reports, reading.started, baseline, reading.identities.namesOf);
      await readAll(run, reading, [policyStage(judge)], [{ add }]);
    });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    runner.core.info(logText(error.message));
  }
  const unknown = ofMailbox.size - known;
  const unknownText = unknown === 0 ? '' : ` Of ${count(unknown)} it is not known.`;
  const isNamed = inputs.summary !== 'counts' && violating.length > 0;
  const names = isNamed ? `: ${someNames(violating, visibleLine)}` : '';
  const text = `The changed mailboxes were judged again: ${count(violating.length)} of ${count(ofMailbox.size)} still violate${names}.${unknownText}`;
  if (violating.length + unknown > 0) warnings.add(text);
  else runner.core.info(text);
  return text;
}
