import { covers } from '../../../auth/app-roles.ts';
import { UserError } from '../../../errors.ts';
import { choosePolicy } from '../../../policy/load.ts';
import { withCorrectedReports } from '../../../remediation/corrected-rule.ts';
import { reportsToRead } from '../../../remediation/remediation-inputs.ts';
import { builtInReports } from '../../../reports/built-in.ts';
import { chooseReports, isReportFile } from '../../../reports/choose.ts';
import { withListColumns } from '../../../reports/definition.ts';
import { shownText } from '../../../text/display.ts';
import { graphPermissions, writesOf } from '../doctor/remediation-checks.ts';
import type { ConfigValues } from './edit/config-edit.ts';
import { neededPermissions, type NeededPermission } from './permissions.ts';
import { listColumnsOf } from './present-files.ts';
import { SHARED_INPUTS } from './remediation-workflow.ts';

/** What is corrected, and what an application needs for it. */
export interface RemediationChoice {
  /** Inputs of the workflow, which are those of the report. */
  readonly inputs: ConfigValues;
  readonly permissions: readonly NeededPermission[];
}

const EXAMPLES = 'https://github.com/mailbox-report/mailbox-report/blob/main/docs/remediation.md#1-write-set';

/**
 * What the policy of the report corrects. Rejects with the UserErrors `SETUP_REFUSED` if there is no policy, or none of its rules has
 * `set`, and as the readers of reports, lists and policies do.
 *
 * @param inputs those of the report, by name
 */
export async function chooseRemediation(inputs: ConfigValues, folder: string): Promise<RemediationChoice> {
  const { mailboxes = ['all'], policy: [file] = [], report = [] } = inputs;
  if (file === undefined) {
    throw new UserError('SETUP_REFUSED', 'The report has no policy: nothing says what to change.', {
      hint: 'Name a policy in mailbox-report.yml, with rules that have "set", and run the command again.',
    });
  }
  const files = report.filter(isReportFile);
  const chosen = await chooseReports(files, folder);
  const columns = await listColumnsOf(mailboxes, inputs, folder);
  const { policy } = await choosePolicy(file, folder, chosen, columns);
  const definitions = [...builtInReports.values(), ...chosen.reports];
  const available = new Map(definitions.map((one) => [one.name, withListColumns(one, columns)]));
  const corrected = policy && withCorrectedReports(policy, undefined, available).policy;
  const reports = corrected === undefined ? [] : reportsToRead(corrected, available, columns);
  if (policy === undefined || reports.length === 0) {
    throw new UserError('SETUP_REFUSED', `No rule of ${shownText(file)} has "set": nothing says what to change.`, {
      hint: `Add "set" to a rule, as ${EXAMPLES} shows, and run the command again.`,
    });
  }
  const toWrite = graphPermissions(writesOf(policy, [...available.values()]));
  const toRead = neededPermissions(reports, mailboxes.includes('all')).filter(({ name }) => !covers(toWrite, name));
  const writing = toWrite.map((name): NeededPermission => ({ resource: 'Microsoft Graph', name }));
  const shared = new Set<string>([...SHARED_INPUTS, 'baseline']);
  const ofReport = Object.entries({ ...inputs, mailboxes, report: files }).filter(([name]) => shared.has(name));
  return { inputs: Object.fromEntries(ofReport), permissions: [...writing, ...toRead] };
}
