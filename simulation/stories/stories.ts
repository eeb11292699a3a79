import { remediationProblems } from '../oracle/remediation.ts';
import { runRemediation } from '../run/remediation.ts';
import { remediationPartsOf, remediationWorldOf } from '../world/remediation.ts';
import { merge } from './merge.ts';
import { packaged } from './packaged.ts';
import { replay } from './replay.ts';
import { rehearse } from './rehearse.ts';
import { report } from './reports.ts';
import type { Story } from './story.ts';

const remediation: Story = {
  name: 'remediate',
  every: 2,
  parts: remediationPartsOf,
  failures: async (seed, without) => {
    const world = remediationWorldOf(seed, without);
    return remediationProblems(world, await runRemediation(world));
  },
};

/** In the order in which they run. */
export const STORIES: readonly Story[] = [report, merge, rehearse, remediation, replay, packaged];
