import { expect, test } from '@jest/globals';
import { REMEDIATION_RULES } from '../../simulation/world/remediation-rules.ts';
import { IDENTITY_CHANGES, remediationWorldOf } from '../../simulation/world/remediation.ts';
import { inOwnProcess } from './in-own-process.ts';

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
  const { printed } = await inOwnProcess('__tests__/simulation/remediation-lies.ts');
  expect(JSON.parse(printed)).toEqual({
    names: ['plan', 'apply', 'plan again', 'plan back', 'back'],
    problems: [],
    ofLies: expect.arrayContaining([
      expect.stringMatching(/^plan does not plan /),
      expect.stringMatching(/^apply says applied of /),
    ]),
  });
});
