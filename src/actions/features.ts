import { comparison } from '../compare/run-comparison.ts';
import { history } from '../compare/run-history.ts';
import { controls } from '../features/controls.ts';
import { highlights } from '../features/highlights.ts';
import { nextSteps } from '../features/next-steps.ts';
import { outsideSenders } from '../features/outside-senders.ts';
import { policyUpkeep } from '../features/policy-upkeep.ts';
import { policyVerdicts } from '../features/policy-verdicts.ts';
import { reachingApplications } from '../features/reaching-applications.ts';
import { registerUpkeep } from '../features/register-upkeep.ts';
import { retirementNotices } from '../features/retirement-notices.ts';
import { tenantTables } from '../features/tenant-tables.ts';
import { unlistedMailboxes } from '../features/unlisted-mailboxes.ts';
import type { Feature } from '../run/feature.ts';
import type { Run } from '../run/run.ts';

/**
 * The features of a run, in the order of their stages, files and lines of the log. Rejects as `comparison` does. Close all of
 * them.
 */
export async function featuresOf(run: Run): Promise<readonly Feature[]> {
  const highlighting = await highlights(run);
  // Last, since it has files to remove.
  const compared = await comparison(run);
  return [
    policyVerdicts(run),
    compared,
    controls(run),
    policyUpkeep(run),
    registerUpkeep(run),
    history,
    outsideSenders(run.reports),
    reachingApplications(run),
    tenantTables(run),
    highlighting,
    retirementNotices,
    nextSteps(run.reports, run.policy !== undefined),
    unlistedMailboxes(run),
  ].filter((feature) => feature !== undefined);
}
