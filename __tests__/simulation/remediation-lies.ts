/** Prints, as JSON, the steps of a world, and what its oracle says about them, and about steps that leave out a change. */
import { remediationProblems } from '../../simulation/oracle/remediation.ts';
import { runRemediation } from '../../simulation/run/remediation.ts';
import { remediationWorldOf } from '../../simulation/world/remediation.ts';

const world = remediationWorldOf(3, ['takeover']);
const runs = await runRemediation(world);
const steps = runs.steps.map((step) =>
  step.name === 'plan' ? { ...step, planned: step.planned.slice(1) } : { ...step, after: step.before },
);
const result = {
  names: runs.steps.map(({ name }) => name),
  problems: remediationProblems(world, runs),
  ofLies: remediationProblems(world, { ...runs, steps }),
};
process.stdout.write(JSON.stringify(result));
