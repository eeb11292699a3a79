import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import type { Dispatcher } from 'undici';
import { property } from '../../../../src/json.ts';
import { newDispatcher } from '../../../../src/http/dispatcher.ts';
import type { SetupOptions } from '../../../../src/cli/commands/setup/setup-place.ts';
import { thisMachine } from '../../../../src/http/machine.ts';
import type { Tenant } from '../../../../tenant/tenant.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { scenarios } from '../../../support/scenario.ts';
import { VirtualTime } from '../../../support/virtual-time.ts';
import { quietTerminal } from '../../quiet-terminal.ts';
import { inDirectory, madeApplication, madeSubjects, planOf, setup, setupInProcess } from './setup-run.ts';

const { newTenant } = scenarios();
const dispatcher = newDispatcher();
afterAll(() => dispatcher.destroy());

/** Where a request is cut off: before the service receives it, or before its answer arrives. */
type Cut = 'before' | 'after';

/** Cuts one of certain requests, and all that follow it. */
function cutting(
  number: number,
  cut: Cut,
  counts: (request: Dispatcher.DispatchOptions) => boolean = () => true,
): { readonly dispatcher: Dispatcher } {
  let sent = 0;
  const composed = dispatcher.compose((dispatch) => (options, handler) => {
    if (counts(options)) sent++;
    else if (sent < number) return dispatch(options, handler);
    if (sent > number || (sent === number && cut === 'before')) throw new Error('cut off');
    if (sent < number) return dispatch(options, handler);
    return dispatch(options, {
      onRequestStart: (controller, context) => handler.onRequestStart?.(controller, context),
      onResponseStart: (controller) => {
        controller.abort(new Error('cut off'));
      },
      onResponseError: (controller, error) => handler.onResponseError?.(controller, error),
    });
  });
  return { dispatcher: composed };
}

const CHOICE = { repository: 'contoso/mailboxes', mailboxes: ['all'], yes: true };

/** Runs setup in a folder until a request is cut off. Returns whether it was. */
async function cutOff(
  tenant: Tenant,
  folder: string,
  changes: Partial<SetupOptions>,
  number: number,
  cut: Cut,
): Promise<boolean> {
  const connection = cutting(number, cut);
  const time = new VirtualTime();
  const terminal = quietTerminal({ interactive: false });
  try {
    await setupInProcess(tenant, folder, changes, terminal, { ...thisMachine(), ...connection, sleep: time.sleep });
    return false;
  } catch (error) {
    expect(String(error)).toMatch(/SETUP_FAILED|SETUP_GITHUB|cut off/);
    return true;
  }
}

/** Calls a function for the first request, the second and so on, until there is no further one. */
async function forEachRequest(run: (number: number) => Promise<boolean>): Promise<number> {
  for (let number = 1; ; number++) if (!(await run(number))) return number - 1;
}

async function expectNothing(tenant: Tenant, folder: string): Promise<void> {
  expect(await madeApplication(tenant)).toBeUndefined();
  expect(await inDirectory(tenant, '/directory/deletedItems/microsoft.graph.application')).toMatchObject({ value: [] });
  expect(tenant.variables()).toEqual({});
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  expect(files.map(({ name }) => name)).toEqual([]);
}

const ARGS = ['--repository', 'contoso/mailboxes', '--yes'];

test.each<Cut>(['before', 'after'])(
  'a run that is cut off %s a request arrives is finished by the next',
  async (cut) => {
    const tenant = await newTenant({ mailboxes: 3 });
    const count = await forEachRequest(async (number) => {
      const folder = newFolder();
      const isCut = await cutOff(tenant, folder, CHOICE, number, cut);
      const finished = await setup(tenant, folder, ARGS);
      expect({ number, ...finished }).toMatchObject({ number, code: 0, stderr: '' });
      expect(planOf(await setup(tenant, folder, ARGS))).toEqual([]);
      expect(await madeSubjects(tenant)).toHaveLength(1);
      await setup(tenant, folder, ['--undo', '--forever', '--yes']);
      await expectNothing(tenant, folder);
      return isCut;
    });
    expect(count).toBeGreaterThan(15);
  },
);

test.each<Cut>(['before', 'after'])('a run that is cut off %s a request arrives is undone', async (cut) => {
  const tenant = await newTenant({ mailboxes: 3 });
  await forEachRequest(async (number) => {
    const folder = newFolder();
    const isCut = await cutOff(tenant, folder, CHOICE, number, cut);
    expect(await setup(tenant, folder, ['--undo', '--forever', '--yes'])).toMatchObject({ code: 0, stderr: '' });
    await expectNothing(tenant, folder);
    return isCut;
  });
});

test('an undo that is cut off is finished by the next', async () => {
  const tenant = await newTenant({ mailboxes: 3 });
  await forEachRequest(async (number) => {
    const folder = newFolder();
    await setup(tenant, folder, ARGS);
    const isCut = await cutOff(tenant, folder, { ...CHOICE, undo: true, forever: true }, number, 'after');
    expect(await setup(tenant, folder, ['--undo', '--forever', '--yes'])).toMatchObject({ code: 0, stderr: '' });
    await expectNothing(tenant, folder);
    return isCut;
  });
});

describe('what changes mailboxes', () => {
  const REMEDIATE = ['--remediate', '--yes'];

  /** The objects of it that are there. */
  async function left(tenant: Tenant, folder: string) {
    const application = await inDirectory(tenant, "/applications(uniqueName='mailbox-remediation')");
    const environments = tenant.environments().map(({ protection_rules: rules }) => JSON.stringify(rules));
    const isReviewed = environments.map((rules) => rules.includes('required_reviewers'));
    const files = readdirSync(path.join(folder, '.github/workflows')).filter((file) => file !== 'mailbox-report.yml');
    const { WRITER_CLIENT_ID: variable } = tenant.variables();
    return { application: application !== undefined, isReviewed, files, hasVariable: variable !== undefined };
  }

  const NOTHING = { application: false, isReviewed: [], files: [], hasVariable: false };
  const WITH_REVIEWERS = { application: true, isReviewed: [true], files: ['remediate.yml'], hasVariable: true };
  const BY_HAND = { application: true, isReviewed: [], files: ['remediate-by-hand.yml'], hasVariable: true };

  test.each<[string, Cut, 'team' | 'enterprise', object]>([
    ['with reviewers', 'after', 'enterprise', WITH_REVIEWERS],
    ['without GitHub Enterprise', 'before', 'team', BY_HAND],
    ['without GitHub Enterprise', 'after', 'team', BY_HAND],
  ])('is finished and undone %s if any request is cut off %s it arrives', async (_, cut, plan, whole) => {
    const tenant = await newTenant({ mailboxes: 3, repository: { plan } });
    const folder = newFolder();
    await setup(tenant, folder, ARGS);
    const cutAt = async (number: number): Promise<boolean> => {
      const isCut = await cutOff(tenant, folder, { remediate: true, yes: true }, number, cut);
      // GitHub makes one without reviewers when it refuses them: nothing else is made until it is gone.
      const found = await left(tenant, folder);
      const isOpen = found.isReviewed.includes(false);
      expect({ number, ...(isOpen ? { ...found, isReviewed: [] } : NOTHING) }).toEqual({ number, ...NOTHING });
      return isCut;
    };
    const undo = async (number: number): Promise<void> => {
      const undone = await setup(tenant, folder, [...REMEDIATE, '--undo', '--forever']);
      expect({ number, ...undone }).toMatchObject({ number, code: 0, stderr: '' });
      expect({ number, ...(await left(tenant, folder)) }).toEqual({ number, ...NOTHING });
    };
    const count = await forEachRequest(async (number) => {
      await cutAt(number);
      await undo(number);
      const isCut = await cutAt(number);
      expect({ number, ...(await setup(tenant, folder, REMEDIATE)) }).toMatchObject({ number, code: 0, stderr: '' });
      expect({ number, ...(await left(tenant, folder)) }).toEqual({ number, ...whole });
      expect(planOf(await setup(tenant, folder, REMEDIATE))).toEqual([]);
      await cutOff(tenant, folder, { remediate: true, undo: true, forever: true, yes: true }, number, cut);
      await undo(number);
      return isCut;
    });
    expect(count).toBeGreaterThan(20);
    await setup(tenant, folder, ['--undo', '--forever', '--yes']);
    await expectNothing(tenant, folder);
  });
});

test.each<Cut>(['before', 'after'])(
  'a certificate whose registration is cut off %s it arrives is registered by the next run',
  async (cut) => {
    const tenant = await newTenant({ mailboxes: 3 });
    const folder = newFolder();
    const choice = { terminal: true, mailboxes: ['all'], yes: true };
    const isKeys = ({ method, body }: Dispatcher.DispatchOptions): boolean =>
      method === 'PATCH' && typeof body === 'string' && body.includes('keyCredentials');
    const connection = cutting(1, cut, isKeys);
    const terminal = quietTerminal({ interactive: false });
    await expect(setupInProcess(tenant, folder, choice, terminal, { ...thisMachine(), ...connection })).rejects.toThrow(
      'did not answer PATCH',
    );
    const args = ['--terminal', '--yes'];
    expect(await setup(tenant, folder, args)).toMatchObject({ code: 0, stdout: expect.stringMatching(/^ok +token /m) });
    expect(property(await madeApplication(tenant), 'keyCredentials')).toHaveLength(1);
    expect(planOf(await setup(tenant, folder, args))).toEqual([]);
    await setup(tenant, folder, ['--undo', '--forever', '--yes']);
    await expectNothing(tenant, folder);
  },
);

test('the record has no secret', async () => {
  const tenant = await newTenant({ mailboxes: 3 });
  const folder = newFolder();
  await setup(tenant, folder, ARGS);
  const record = readFileSync(path.join(folder, 'mailbox-report-setup.json'), 'utf8');
  expect(record).not.toMatch(/eyJ|gh[a-z]_|Bearer/);
});
