import { existsSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, jest, test } from '@jest/globals';
import type { RepositoryOptions } from '../../tenant/repository.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { describeOnPosix } from '../support/platform.ts';
import { UNREADABLE } from '../support/usual-tenant.ts';
import { firstMonth, statedSteps } from './first-month-page.ts';
import { hosted, Month } from './first-month-run.ts';

// In ms: some forty processes start, one after another.
jest.setTimeout(400_000);

/** The steps of a section. */
function stepsOf(title: string): number {
  const section = firstMonth().find((one) => one.title === title);
  return section?.parts.filter(({ isStep }) => isStep).length ?? 0;
}

test('the page counts the steps to each result, and there are at most six to a change', () => {
  const counts = firstMonth().flatMap(({ title }) => {
    const anchor = title
      .toLowerCase()
      .replaceAll(/[^a-z0-9 -]/g, '')
      .replaceAll(' ', '-');
    const count = stepsOf(title);
    return count === 0 ? [] : [[anchor, count] as const];
  });
  const { 'A policy that warns, and what changed': none, ...stated } = statedSteps();
  expect(stated).toEqual(Object.fromEntries(counts));
  // The scenario below sees it without a step.
  expect(none).toBe(0);
  // The first of "The first changes", or the two by hand in place of the last step of the plan.
  expect(stepsOf('Week 4: a plan') + 1).toBeLessThanOrEqual(6);
  expect(stepsOf('Week 4: a plan') - 1 + stepsOf('Without required reviewers')).toBeLessThanOrEqual(6);
});

describeOnPosix('the first month', () => {
  const months: Month[] = [];
  afterAll(async () => {
    await Promise.all(months.map((month) => month.close()));
  });

  async function start(options?: RepositoryOptions): Promise<Month> {
    const month = await Month.start(options);
    months.push(month);
    return month;
  }

  test('goes as the page says, from an empty repository to undo', async () => {
    const month = await start({ plan: 'enterprise' });
    const { tenant } = month;

    const first = await month.follow('Day 1: a report');
    expect(first.conclusion).toBe('success');
    expect(first.outputs).toMatchObject({
      result: 'pass',
      'mailbox-count': '40',
      'unreadable-count': String(UNREADABLE),
    });
    expect(existsSync(path.join(month.person.folder(), '../report/mailbox-report.html'))).toBe(true);
    const found = parsedCsv(month.textOf('../report/violations.csv')).filter(({ Verdict }) => Verdict === 'warn');
    const forwarding = found.filter(({ Rule }) => Rule === 'no-external-forwarding');
    expect(forwarding.length).toBeGreaterThan(1);

    const readable = tenant.addresses.filter((address) => tenant.expected(address).status === 'ok');
    const inside = readable.filter((address) => forwarding.every(({ MailboxName }) => MailboxName !== address));
    const [changed = '', ...others] = inside;
    month.forward([changed]);
    const second = await month.nextDay();
    expect(second.outputs).toMatchObject({ result: 'pass', 'new-warning-count': '1' });
    expect(second.summary).toContain(changed);

    await month.follow('Day 2: another report');
    month.adele = forwarding[0]?.MailboxName ?? '';
    await month.follow('Week 1: exemptions');
    const exempt = await month.nextDay();
    expect(exempt.outputs).toMatchObject({ result: 'pass', 'exempt-count': '1' });
    await month.person.run('gh run download --name mailbox-report --dir ../second');
    expect(parsedCsv(month.textOf('../second/calendar-permissions.csv')).length).toBeGreaterThan(0);

    await month.follow('Week 2: a gate');
    const accepted = await month.nextDay();
    expect(accepted.outputs).toMatchObject({ result: 'pass', 'violation-count': '0' });
    expect(Number(accepted.outputs['known-count'])).toBeGreaterThan(1);
    const attacked = others.slice(0, 22);
    month.forward(attacked);
    const failed = await month.nextDay();
    expect(failed.conclusion).toBe('failure');
    expect(failed.outputs).toMatchObject({ result: 'violations', 'violation-count': '22' });

    const rehearsed = await month.follow('Week 3: an issue');
    expect(rehearsed.conclusion).toBe('success');
    const { comments } = hosted(month);
    expect(comments).toMatchObject([{ body: expect.stringContaining('hides-mail') }]);
    expect((await month.nextDay()).conclusion).toBe('failure');
    expect(hosted(month).issues).toMatchObject([
      { state: 'OPEN', comments: [expect.stringContaining('22 violations')] },
    ]);

    const before = tenant.addresses.map((address) => tenant.expected(address));
    const planned = await month.follow('Week 4: a plan');
    expect(planned).toMatchObject({ conclusion: 'waiting', waiting: 'first' });
    for (const address of attacked) expect(planned.summary).toContain(address);
    expect(tenant.counts.writes).toBe(0);
    const applied = await month.follow('The first changes');
    expect(applied.conclusion).toBe('success');
    const [ofFirst = 0, ofRest = 0] = ['first', 'rest'].map((job) =>
      Number(applied.jobs[job]?.steps.at(-1)?.outputs['applied-count']),
    );
    // A mailbox can have several changes.
    expect(ofFirst).toBeGreaterThanOrEqual(20);
    expect(ofRest).toBeGreaterThan(0);
    expect(String(ofFirst + ofRest)).toBe(planned.outputs['change-count']);
    expect(month.forwarding()).toEqual([changed]);
    const undone = await month.follow('Undo');
    expect(undone).toMatchObject({ conclusion: 'success' });
    expect(tenant.addresses.map((address) => tenant.expected(address))).toEqual(before);
  });

  test('ends with changes by hand where GitHub has no required reviewers', async () => {
    const month = await start();
    await month.follow('Day 1: a report');
    month.skipTo('Week 4: a plan');
    // Without the step that the other section replaces.
    await month.follow('Week 4: a plan', stepsOf('Week 4: a plan') - 1);
    month.skipTo('Without required reviewers');
    const applied = await month.follow('Without required reviewers');
    expect(applied.outputs).toMatchObject({ result: 'applied', 'pending-count': '0' });
    expect(Number(applied.outputs['applied-count'])).toBeGreaterThan(1);
    expect(month.tenant.counts.writes).toBe(Number(applied.outputs['applied-count']));
  });
});
