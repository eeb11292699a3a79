import { createServer } from 'node:http';
import { afterAll, describe, expect, test } from '@jest/globals';
import { AdminGraph, isReplicating } from '../../../../src/cli/commands/setup/admin-graph.ts';
import { GraphClient } from '../../../../src/graph/graph-client.ts';
import { newDispatcher } from '../../../../src/http/dispatcher.ts';
import { thisMachine } from '../../../../src/http/machine.ts';
import { scenarios } from '../../../support/scenario.ts';
import { listening } from '../../../support/listening.ts';
import { newFolder } from '../../../support/new-folder.ts';
import { VirtualTime } from '../../../support/virtual-time.ts';
import { quietTerminal } from '../../quiet-terminal.ts';
import { madeSubjects, planOf, setup, setupInProcess } from './setup-run.ts';

const { newTenant } = scenarios();
const DELAY = { requests: 9 };
const dispatcher = newDispatcher();
afterAll(() => dispatcher.destroy());

const GONE = "Resource 'x' does not exist or one of its queried reference-property objects are not present.";

describe('a refused write is sent again', () => {
  test.each([
    ['an object that other servers do not have', 404, GONE, 'PATCH', true],
    [
      'an application that other servers do not have',
      400,
      "The appId 'x' of the service principal does not reference a valid application object.",
      'POST',
      true,
    ],
    [
      'the same with another text',
      403,
      'When using this permission, the backing application of the service principal being created must in the local tenant',
      'POST',
      true,
    ],
    ['a principal that other servers do not have', 400, 'Not a valid reference update.', 'POST', true],
    ['two servers that disagree', 409, 'A conflict.', 'PATCH', true],
    [
      'another change at the same time',
      409,
      'Error due to concurrent requests being made to the tenant.',
      'POST',
      true,
    ],
    [
      'a name that is taken',
      409,
      'Another object with the same value for property name already exists.',
      'POST',
      false,
    ],
    ['a mistake in the request', 400, 'Invalid value specified for property.', 'POST', false],
    ['a missing role', 403, 'Insufficient privileges to complete the operation.', 'POST', false],
    ['a path that does not exist', 404, 'Resource not found for the segment.', 'POST', false],
  ] as const)('%s', (_, status, message, method, expected) => {
    expect(isReplicating({ status, message, code: '', json: undefined }, method)).toBe(expected);
  });
});

test('waits longer each time, shows for how long, and gives up after ten minutes', async () => {
  const tenant = await newTenant({ mailboxes: 3 });
  const time = new VirtualTime();
  const shown: string[] = [];
  const value = await tenant.administratorToken();
  const token = { value, expiresAt: Infinity, roles: undefined };
  const tokens = { get: () => Promise.resolve(token), renew: () => Promise.resolve(token) };
  const { graphUrl } = tenant;
  const client = new GraphClient({
    ...thisMachine(),
    graphUrl,
    dispatcher,
    tokens,
    signal: new AbortController().signal,
  });
  const progress = (text: string) => void shown.push(text);
  const graph = new AdminGraph({ client, graphUrl, clock: time, progress });
  const path = '/v1.0/applications/00000000-0000-4000-8000-000000000000';
  const written = graph.write({ method: 'PATCH', path, body: { notes: 'x' } }, 'the application');
  await expect(written).rejects.toMatchObject({ code: 'SETUP_FAILED' });
  expect(time.waits.slice(0, 3)).toEqual([2_000, 3_000, 4_500]);
  const total = time.waits.reduce((sum, wait) => sum + wait, 0);
  expect(total).toBeGreaterThan(590_000);
  expect(total).toBeLessThan(670_000);
  expect(shown.at(-2)).toMatch(/^Waiting until Microsoft Entra ID has replicated the application \([56]\d\d s\)…$/);
});

test('sends the token to no other host, whatever the link to the next page is', async () => {
  const paths: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    paths.push(url);
    const next = paths.length > 1 ? {} : { '@odata.nextLink': 'https://graph.example.com/v1.0/next?$skiptoken=2' };
    response.end(JSON.stringify({ value: [{ id: paths.length }], ...next }));
  });
  const { port } = await listening(server);
  const graphUrl = `http://127.0.0.1:${port}`;
  const token = { value: 'secret', expiresAt: Infinity, roles: undefined };
  const tokens = { get: () => Promise.resolve(token), renew: () => Promise.resolve(token) };
  const client = new GraphClient({
    ...thisMachine(),
    graphUrl,
    dispatcher,
    tokens,
    signal: new AbortController().signal,
  });
  const graph = new AdminGraph({ client, graphUrl, clock: thisMachine(), progress: () => undefined });
  expect(await graph.list('/v1.0/first')).toEqual([{ id: 1 }, { id: 2 }]);
  expect(paths).toEqual(['/v1.0/first', '/v1.0/next?$skiptoken=2']);
  server.close();
});

test('setup waits for each new object', async () => {
  const replication = { application: DELAY, principal: DELAY, credential: DELAY, consent: DELAY, conflicts: 2 };
  const tenant = await newTenant({ mailboxes: 3, registrations: { replication } });
  const folder = newFolder();
  const time = new VirtualTime();
  const terminal = quietTerminal({ interactive: false });
  const choice = { repository: 'contoso/mailboxes', terminal: true, yes: true };
  const code = await setupInProcess(tenant, folder, choice, terminal, {
    ...thisMachine(),
    dispatcher,
    sleep: time.sleep,
  });
  expect(code).toBe(0);
  expect(time.waits.length).toBeGreaterThan(20);
  tenant.setReplication({});
  expect(await madeSubjects(tenant)).toHaveLength(1);
  expect(planOf(await setup(tenant, folder, ['--repository', 'contoso/mailboxes', '--terminal', '--yes']))).toEqual([]);
});
