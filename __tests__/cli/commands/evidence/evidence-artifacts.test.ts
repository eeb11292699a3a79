import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, describe, expect, test } from '@jest/globals';
import { parseJson, property, type Json } from '../../../../src/json.ts';
import { startTenant, type RunOptions, type Tenant } from '../../../../tenant/tenant.ts';
import { evidenceOf, type EvidenceValues } from '../../../history/period/evidence-files.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { zipped } from '../../../support/zip.ts';
import { runProgram } from '../../command-line.ts';

const NOW = Date.parse('2027-01-20T12:00:00Z');
const NAME = 'mailbox-report-evidence';

let tenant: Tenant | undefined;
let now = NOW;
afterEach(async () => {
  await tenant?.close();
  tenant = undefined;
  now = NOW;
});

async function newTenant(): Promise<Tenant> {
  tenant = await startTenant({ mailboxes: 1, clock: () => now });
  return tenant;
}

function at(day: number, hour = 5): number {
  return Date.UTC(2027, 0, day, hour);
}

function startOfDay(day: number): string {
  return new Date(at(day, 0)).toISOString();
}

interface RunOfDay extends RunOptions {
  /** What its evidence says; null: there is none. */
  readonly says?: Partial<EvidenceValues> | null;
  readonly name?: string;
  readonly expiresAt?: number;
}

async function runOf(on: Tenant, day: number, { says = {}, name = NAME, expiresAt, ...options }: RunOfDay = {}) {
  const run = await on.startRun({ started: at(day), conclusion: 'success', ...options });
  if (says === null) return run;
  const started = new Date(options.started ?? at(day)).toISOString();
  const text = evidenceOf({ started, ...says, run: { id: String(run.id), url: run.url, ...says.run } });
  run.store({ name, bytes: zipped([['evidence.json', text]]), ...(expiresAt === undefined ? {} : { expiresAt }) });
  return run;
}

async function evidence(on: Tenant, args: readonly string[] = []) {
  const env = { GITHUB_API_URL: on.githubUrl, GH_TOKEN: on.githubAccountToken };
  const period = ['--from', '2027-01-01', '--to', '2027-01-07', '--repository', 'contoso/mailboxes', '--json'];
  return runProgram(['evidence', ...args, ...period], env, newFolder(), { now: () => NOW });
}

async function answerOf(on: Tenant, args: readonly string[] = []): Promise<Json> {
  const { code, stdout, stderr } = await evidence(on, args);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return parseJson(stdout);
}

describe('the artifacts of a repository', () => {
  test('are read, and each night without one is named with the reason', async () => {
    const on = await newTenant();
    const second = await runOf(on, 2, { number: 40 });
    const third = await runOf(on, 3, { expiresAt: NOW - 1 });
    const fourth = await runOf(on, 4, { says: null, conclusion: 'cancelled' });
    const last = await runOf(on, 6, { says: { results: { '6.1.2': 'not-met' } } });
    await runOf(on, 7, { fork: true });
    await runOf(on, 8);
    const answer = await answerOf(on);
    const gap = (day: number, reason: string) => ({ start: startOfDay(day), reason });
    expect(property(answer, 'nights')).toMatchObject({
      expected: 7,
      run: 2,
      gaps: [
        gap(1, 'Not kept, or no run started: GitHub shows no run so old.'),
        gap(3, `${third.url}: Not kept: the artifact has expired.`),
        gap(4, `${fourth.url}: The run has no evidence (cancelled).`),
        gap(5, 'No run of the workflow started.'),
        gap(7, 'No run of the workflow started.'),
      ],
    });
    expect(answer).toMatchObject({
      repository: 'contoso/mailboxes',
      controls: [
        {
          runs: [
            { name: second.url, run: String(second.id), result: 'met' },
            { name: last.url, run: String(last.id), result: 'not-met' },
          ],
        },
      ],
    });
  });

  test('of which a later one of the night is missing, are read with a note', async () => {
    const on = await newTenant();
    await runOf(on, 2);
    const later = await runOf(on, 2, { started: at(2, 9), says: null, conclusion: 'failure' });
    expect(property(await answerOf(on), 'nights')).toMatchObject({
      run: 1,
      notes: [{ start: startOfDay(2), reason: `${later.url}: The run has no evidence (failure).` }],
    });
  });

  test('count in the night in which their run began to read', async () => {
    const on = await newTenant();
    const late = await runOf(on, 2, { started: at(2, 23), says: { started: new Date(at(3, 0)).toISOString() } });
    expect(property(await answerOf(on), 'nights')).toMatchObject({
      run: 1,
      gaps: [
        {},
        { start: startOfDay(2), reason: `${late.url}: The run began to read after the end of the night.` },
        {},
        {},
        {},
        {},
      ],
    });
  });

  test('are those of one workflow and one tenant, and of the run that uploaded them', async () => {
    const on = await newTenant();
    for (const day of [1, 2, 3]) await runOf(on, day);
    const workflow = await runOf(on, 4, { workflow: 77 });
    const foreign = await runOf(on, 5, { says: { tenant: 'another' } });
    const strange = await runOf(on, 6, { says: { run: { id: '1' } } });
    const answer = await answerOf(on);
    expect(property(answer, 'controls')).toMatchObject([{ nights: { met: 3 } }]);
    expect(property(answer, 'unused')).toMatchObject([
      { name: foreign.url, reason: 'It is of another tenant, another.' },
      { name: workflow.url, reason: expect.stringMatching(/^It is of another workflow of the repository\./) },
    ]);
    expect(property(property(answer, 'nights'), 'gaps')).toMatchObject([
      { start: startOfDay(4), reason: 'No run of the workflow started.' },
      { start: startOfDay(5), reason: `${foreign.url}: It is of another tenant, another.` },
      { start: startOfDay(6), reason: `${strange.url}: It says that it is of the run 1.` },
      { start: startOfDay(7) },
    ]);
  });

  test('are kept in the folder, which has them when GitHub does not', async () => {
    const on = await newTenant();
    await runOf(on, 2);
    await runOf(on, 3, { expiresAt: NOW + 1_000 });
    const folder = path.join(newFolder(), 'kept');
    await answerOf(on, [folder]);
    expect(await readdir(folder)).toHaveLength(2);
    now = NOW + 2_000;
    await runOf(on, 4);
    expect(property(await answerOf(on, [folder]), 'nights')).toMatchObject({ run: 3, notes: [] });
  });

  test('of remediations are counted, and those that are not kept are named', async () => {
    const on = await newTenant();
    await runOf(on, 2);
    const applied = await on.startRun({ workflow: 32, started: at(3) });
    const undo = JSON.stringify({
      format: 'mailbox-report-undo',
      version: 2,
      tenant: '8f2b0c1d-0000-4000-8000-000000000001',
      cloud: 'global',
      repository: 'contoso/mailboxes',
      run: { id: String(applied.id), attempt: 1, url: applied.url },
      actor: 'eve',
      approvers: [],
      applied: new Date(at(3)).toISOString(),
      plan: 'p',
      changes: [{}, {}],
    });
    const csv = 'MailboxName,Status,Error\r\na@x.y,applied,\r\nb@x.y,stale,\r\n';
    const files = { 'undo.json': undo, 'applied.csv': csv, 'plan.csv': '' };
    now = at(4);
    applied.store({ name: 'mailbox-remediation-plan', bytes: zipped([['plan.json', '{}']]) });
    applied.store({ name: 'mailbox-remediation-record', bytes: zipped([['undo.json', undo]]) });
    applied.store({ name: 'mailbox-remediation-first', bytes: zipped(Object.entries(files)) });
    const expired = await runOf(on, 4);
    expired.store({ name: 'mailbox-remediation', bytes: zipped(Object.entries(files)), expiresAt: NOW - 1 });
    now = NOW;
    const answer = await answerOf(on);
    expect(property(answer, 'remediations')).toMatchObject([
      { name: applied.url, applied: new Date(at(3)).toISOString(), changes: { applied: 1, stale: 1 }, approvers: [] },
    ]);
    expect(property(answer, 'unused')).toMatchObject([
      { name: expired.url, reason: 'The artifact mailbox-remediation has expired. What it changed is not known.' },
    ]);
  });

  test('that are missing end with an error', async () => {
    const on = await newTenant();
    expect(await evidence(on)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/REPORT_UNREADABLE: There is no evidence of the period/),
    });
    await runOf(on, 2, { expiresAt: NOW - 1 });
    expect(await evidence(on)).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/Not kept: the artifact has expired/),
    });
  });

  test('that have another name are read with the name of the reports', async () => {
    const on = await newTenant();
    await runOf(on, 2, { name: 'nightly-evidence' });
    expect(property(await answerOf(on, ['--artifact-name', 'nightly']), 'nights')).toMatchObject({ run: 1 });
  });
});
