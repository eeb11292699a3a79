import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import type { Dispatcher } from 'undici';
import { property } from '../../../../src/json.ts';
import { newDispatcher } from '../../../../src/http/dispatcher.ts';
import type { SetupOptions } from '../../../../src/cli/commands/setup/setup-place.ts';
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
    await setupInProcess(tenant, folder, changes, terminal, { ...connection, sleep: time.sleep });
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
    await expect(setupInProcess(tenant, folder, choice, terminal, connection)).rejects.toThrow('did not answer PATCH');
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
