import { expect, test } from '@jest/globals';
import { parseJson, property } from '../../src/json.ts';
import { worldOf } from '../../simulation/world/world-of.ts';
import { smallestForm } from '../../simulation/smallest-form.ts';
import type { Story } from '../../simulation/stories/story.ts';
import { textOf } from '../docs/repository.ts';
import { inOwnProcess } from './in-own-process.ts';

test('the clock moves only when nothing else is to do, and work that waits for nothing or for ever is given up', async () => {
  const { code, printed } = await inOwnProcess('__tests__/simulation/trials.ts');
  expect(code).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({
    timeline: [
      '0 written and compressed',
      '10 first of two',
      '10 second of two',
      '15 stopped',
      '20 twenty',
      '3600000 an hour',
    ],
    givenUp: ['Error: Everything waits, and nothing is due', 'Error: The run does not end'],
  });
});

test('a client sees the same without sockets: large bodies, chunks, gzip, cuts, time-outs and aborts', async () => {
  const { printed } = await inOwnProcess('__tests__/simulation/trials.ts');
  const result = parseJson(printed);
  expect(property(result, 'sockets')).toHaveLength(8);
  expect(property(result, 'direct')).toEqual(property(result, 'sockets'));
});

test('the same seed gives the same requests in simulated time, the same result and the same files', async () => {
  const { code, printed } = await inOwnProcess('simulation/simulate.ts', '--only', 'replay', '--seeds', '40');
  expect(printed).toMatch(/^40 seeds from 1, 0 failed/);
  expect(code).toBe(0);
});

test('a run without a result, whose rows file is not whole, replays too', async () => {
  const seed = Array.from({ length: 1_000 }, (_, at) => at + 1).find((each) => {
    const { faults, reports } = worldOf(each);
    return faults.exchangeServerError?.cmdlets?.includes('Get-CASMailbox') && reports.includes('client-access');
  });
  const { printed } = await inOwnProcess('simulation/simulate.ts', '--only', 'replay', '--seed', String(seed));
  expect(printed).toMatch(/^1 seed from \d+, 0 failed/);
});

test('a seed runs all that happens in its worlds, and an unknown kind of world is none', async () => {
  const { code, printed } = await inOwnProcess('simulation/simulate.ts', '--seed', '6');
  expect(printed).toMatch(/^1 seed from 6, 0 failed/);
  expect(code).toBe(0);
  expect((await inOwnProcess('simulation/simulate.ts', '--only', 'nothing')).code).not.toBe(0);
});

test('the packaged action reports in real time what a world without faults has in simulated time', async () => {
  const { code, printed } = await inOwnProcess('simulation/simulate.ts', '--only', 'packaged', '--seeds', '2');
  expect(printed).toMatch(/^2 seeds from 1, 0 failed/);
  expect(code).toBe(0);
});

test('a seed that fails is made small: what it does not need is left out', async () => {
  const needed = ['faults', 'faults reset', 'rules'];
  const story: Story = {
    name: 'made up',
    every: 1,
    parts: (_, without) =>
      ['faults', 'faults hang', 'faults reset', 'rules', 'before'].filter((part) => !without.includes(part)),
    failures: (_, without) =>
      Promise.resolve(needed.some((part) => without.includes(part)) ? [] : [`fails without ${without.join()}`]),
  };
  expect(await smallestForm(story, 1, [])).toEqual({
    without: ['faults hang', 'before'],
    failures: ['fails without faults hang,before'],
  });
});

test('.ci/run runs 50 seeds, and counts the result', () => {
  const script = textOf('.ci/run');
  expect(script).toMatch(/^ {2}check simulate npm run --silent simulate -- --seeds 50$/m);
  expect(/^names=\((.*)\)$/m.exec(script)?.[1]?.split(' ')).toContain('simulate');
});
