import { expect, test } from '@jest/globals';
import { remediationProblems } from '../../simulation/oracle/remediation.ts';
import { runRemediation } from '../../simulation/run/remediation.ts';
import { REMEDIATION_RULES } from '../../simulation/world/remediation-rules.ts';
import { IDENTITY_CHANGES, remediationWorldOf } from '../../simulation/world/remediation.ts';

const WORLDS = Array.from({ length: 100 }, (_, at) => remediationWorldOf(at + 1));

test('each rule, change of names and way back is in some of the first worlds', () => {
  const rules = new Set(WORLDS.flatMap((world) => world.rules.map(({ id }) => id)));
  expect(REMEDIATION_RULES.filter(({ id }) => !rules.has(id))).toEqual([]);
  const events = WORLDS.flatMap(({ beforeApply, beforeUndo }) => [...beforeApply, ...beforeUndo]);
  const changes = new Set(events.map((event) => (event.kind === 'identity' ? event.change : '')));
  expect(IDENTITY_CHANGES.filter((change) => !changes.has(change))).toEqual([]);
  expect(new Set(WORLDS.map(({ back }) => back)).size).toBe(2);
});

test('the oracle agrees with what the action does in a world, and not with a run that leaves out a change', async () => {
  const world = remediationWorldOf(3);
  const runs = await runRemediation(world);
  expect(runs.steps.map(({ name }) => name)).toEqual(['plan', 'apply', 'plan back', 'back']);
  expect(remediationProblems(world, runs)).toEqual([]);
  const steps = runs.steps.map((step) =>
    step.name === 'plan' ? { ...step, planned: step.planned.slice(1) } : { ...step, after: step.before },
  );
  const problems = remediationProblems(world, { ...runs, steps });
  expect(problems.map((problem) => problem.replace(/(?<=plan does not plan ).*/, 'something'))).toEqual(
    expect.arrayContaining(['plan does not plan something', expect.stringMatching(/^apply says applied of /)]),
  );
});
