import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Agent } from 'undici';
import { artifactsOfRun, artifactsOnBranch, runsOf, usableArtifact, workflowRun } from '../../src/github/artifacts.ts';
import { Repository } from '../../src/github/repository.ts';
import { thisMachine } from '../../src/http/machine.ts';
import { startTenant, type RunOptions, type Tenant } from '../../tenant/tenant.ts';

const NOW = Date.parse('2027-01-20T00:00:00Z');
const DAY = 86_400_000;
const NAME = 'mailbox-report';
const MANY = 77;

const dispatcher = new Agent();
let tenant: Tenant;
let waits: number[] = [];

beforeAll(async () => {
  tenant = await startTenant({ mailboxes: 1, clock: () => NOW, log: true });
});
afterEach(() => {
  tenant.setGithubFaults({});
  waits = [];
});
afterAll(async () => {
  await dispatcher.destroy();
  await tenant.close();
});

function repository(): Repository {
  const found = Repository.at({
    url: tenant.githubUrl,
    serverUrl: 'https://github.com',
    name: 'contoso/mailboxes',
    token: tenant.githubToken,
    ...thisMachine(),
    dispatcher,
    sleep: (ms) => {
      waits.push(ms);
      return Promise.resolve();
    },
  });
  if (found === undefined) throw new Error('no repository');
  return found;
}

async function stored(options: RunOptions, names: readonly string[] = [NAME], more: object = {}) {
  const run = await tenant.startRun(options);
  for (const name of names) run.store({ name, bytes: Buffer.from(`${run.id}`), ...more });
  return run;
}

async function runsIn(workflow: number, since?: Date) {
  const search = since === undefined ? { workflow, branch: 'main' } : { workflow, branch: 'main', since };
  const runs = [];
  for await (const run of runsOf(repository(), search, 10)) runs.push(run);
  return runs;
}

describe('runs', () => {
  test('of a branch are listed over all pages, and up to the given one', async () => {
    for (let number = 1; number <= 230; number += 1) await tenant.startRun({ workflow: MANY });
    const runs = await runsIn(MANY);
    expect(runs.map(({ number }) => number)).toEqual(Array.from({ length: 230 }, (_, at) => 230 - at));
    const two: number[] = [];
    for await (const { number } of runsOf(repository(), { workflow: MANY, branch: 'main' }, 2)) two.push(number);
    expect(two).toHaveLength(200);
  });

  test('count if they ran the code of the branch itself', async () => {
    const others = [{ fork: true }, { fork: 'deleted' as const }, { event: 'pull_request' }, { event: 'workflow_run' }];
    for (const options of others) await tenant.startRun({ workflow: 78, ...options });
    for (const event of ['schedule', 'push', 'workflow_dispatch']) await tenant.startRun({ workflow: 78, event });
    await tenant.startRun({ workflow: 78, branch: 'other' });
    const runs = await runsIn(78);
    expect(runs.map(({ counts }) => counts)).toEqual([true, true, true, false, false, false, false]);
  });

  test('are listed since a day', async () => {
    await tenant.startRun({ workflow: 79, started: NOW - 9 * DAY });
    const run = await tenant.startRun({ workflow: 79, started: NOW - DAY, conclusion: 'cancelled' });
    const { id, number, url } = run;
    const described = { id, number, url, workflow: 79, event: 'schedule', branch: 'main', conclusion: 'cancelled' };
    expect(await runsIn(79, new Date(NOW - 2 * DAY))).toMatchObject([described]);
    expect(await workflowRun(repository(), id)).toMatchObject({ ...described, started: new Date(NOW - DAY) });
  });

  test('are listed beyond the thousand that one search finds', async () => {
    const HOURS = 1_230;
    for (let hour = HOURS; hour > 0; hour -= 1)
      await tenant.startRun({ workflow: 83, started: NOW - hour * 3_600_000 });
    const runs = await runsIn(83, new Date(NOW - 90 * DAY));
    expect(runs.map(({ number }) => number)).toEqual(Array.from({ length: HOURS }, (_, at) => HOURS - at));
  });

  test('are listed after a limit of requests', async () => {
    tenant.setGithubFaults({ secondary: { requests: 1, retryAfter: 12 } });
    expect(await runsIn(79)).toHaveLength(2);
    expect(waits).toEqual([12_000]);
  });

  test('are not listed while the hour has no more requests', async () => {
    tenant.setGithubFaults({ quota: 0 });
    await expect(runsIn(79)).rejects.toMatchObject({ status: 403, isLimited: true });
    expect(waits).toEqual([]);
  });

  test('are not listed from a page on another server', async () => {
    tenant.setGithubFaults({ linkOrigin: 'https://api.github.example' });
    await expect(runsIn(MANY)).rejects.toThrow('the next page is on another server');
  });
});

describe('artifacts', () => {
  test('of a name are those of runs of the repository itself on a branch, the newest first', async () => {
    for (const options of [{ fork: true }, { branch: 'other' }, {}])
      await stored({ workflow: 80, ...options }, ['own']);
    await stored({ workflow: 80 }, ['own-2']);
    const last = await stored({ workflow: 81 }, ['own'], { expiresAt: NOW - 1 });
    const { artifacts } = await artifactsOnBranch(repository(), 'own', 'main', 3);
    expect(artifacts.map(({ runId, isExpired }) => [runId, isExpired])).toEqual([
      [last.id, true],
      [last.id - 2, false],
    ]);
    expect(artifacts[1]?.digest).toMatch(/^[0-9a-f]{64}$/);
  });

  test('are found on every page', async () => {
    for (let at = 0; at < 130; at += 1) await stored({ workflow: 82 }, ['many']);
    const whole = await artifactsOnBranch(repository(), 'many', 'main', 2);
    const first = await artifactsOnBranch(repository(), 'many', 'main', 1);
    expect([whole.artifacts.length, whole.isWhole]).toEqual([130, true]);
    expect([first.artifacts.length, first.isWhole]).toEqual([100, false]);
  });

  test('of a run are used unless they have expired', async () => {
    const artifactOf = async (run: { readonly id: number }) =>
      usableArtifact(await artifactsOfRun(repository(), run, NAME));
    const size = 10;
    expect(await artifactOf(await stored({}, [NAME, 'other']))).toMatchObject({ size });
    expect(await artifactOf(await stored({}, [NAME], { expiresAt: NOW }))).toBe('expired');
    expect(await artifactOf(await stored({}, ['other']))).toBe('none');
  });

  test('without a digest of the known form have none', async () => {
    for (const digest of [null, 'md5:0', 'sha256:0']) {
      const [artifact] = await artifactsOfRun(repository(), await stored({}, [NAME], { digest }), NAME);
      expect(artifact?.digest).toBeUndefined();
    }
  });
});
