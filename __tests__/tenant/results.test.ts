import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultArtifactClient } from '@actions/artifact';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Json } from '../../src/json.ts';
import { startTenant, type Tenant } from '../../tenant/tenant.ts';
import { answerOf, type Answer } from './sign-in.ts';

let tenant: Tenant;
let folder: string;
const environment = { ...process.env };

beforeEach(async () => {
  // The client logs its progress to standard output, where a runner would read workflow commands.
  jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  tenant = await startTenant({ mailboxes: 1, log: true });
  folder = mkdtempSync(join(tmpdir(), 'results-'));
  process.env.ACTIONS_RESULTS_URL = tenant.resultsUrl;
  process.env.ACTIONS_RUNTIME_TOKEN = tenant.runtimeToken;
  process.env.GITHUB_SERVER_URL = 'https://github.com';
  process.env.GITHUB_WORKSPACE = folder;
});

afterEach(async () => {
  jest.restoreAllMocks();
  process.env = { ...environment };
  rmSync(folder, { recursive: true, force: true });
  await tenant.close();
});

async function upload(name = 'mailbox-report', text = 'MailboxName\r\n') {
  const file = join(folder, 'mailbox-settings.csv');
  writeFileSync(file, text);
  return new DefaultArtifactClient().uploadArtifact(name, [file], folder, { retentionDays: 5 });
}

describe('the artifact client', () => {
  test('uploads, lists, downloads and deletes', async () => {
    const client = new DefaultArtifactClient();
    const uploaded = await upload();
    const [stored] = tenant.artifacts();
    expect(stored).toMatchObject({ name: 'mailbox-report', id: uploaded.id, size: uploaded.size });
    expect(stored?.digest).toBe(`sha256:${uploaded.digest ?? ''}`);
    expect(stored?.bytes.subarray(0, 2).toString()).toBe('PK');
    const days = ((stored?.expiresAt?.getTime() ?? 0) - (stored?.createdAt.getTime() ?? 0)) / 86_400_000;
    expect(Math.round(days)).toBe(5);

    const { artifacts } = await client.listArtifacts();
    expect(artifacts).toMatchObject([{ name: 'mailbox-report', id: uploaded.id, size: uploaded.size }]);
    const target = join(folder, 'back');
    const downloaded = await client.downloadArtifact(uploaded.id ?? 0, { path: target });
    expect(downloaded.digestMismatch).not.toBe(true);
    expect(readFileSync(join(target, 'mailbox-settings.csv'), 'utf8')).toBe('MailboxName\r\n');

    expect(await client.deleteArtifact('mailbox-report')).toEqual({ id: uploaded.id });
    expect(tenant.artifacts()).toEqual([]);
  });

  test('cannot use a name that the run has, also from another job, until that artifact is deleted', async () => {
    await upload();
    await expect(upload()).rejects.toThrow(
      '(409) Conflict: an artifact with this name already exists on the workflow run',
    );
    process.env.ACTIONS_RUNTIME_TOKEN = await tenant.runtimeTokenFor({ job: randomUUID() });
    await expect(upload()).rejects.toThrow('(409)');
    await new DefaultArtifactClient().deleteArtifact('mailbox-report');
    await upload();
    process.env.ACTIONS_RUNTIME_TOKEN = await tenant.runtimeTokenFor({ job: randomUUID(), run: randomUUID() });
    await upload();
    expect(tenant.artifacts()).toHaveLength(2);
  });

  test.each([
    ['create', 'quota'],
    ['upload', 'AuthorizationFailure'],
    ['finalize', 'could not be finalized'],
  ] as const)('fails at %s if configured', async (fail, message) => {
    tenant.setArtifactFaults({ fail });
    await expect(upload()).rejects.toThrow(message);
    expect(tenant.artifacts()).toEqual([]);
  });
});

function textOf(value: Json | undefined): string {
  if (typeof value !== 'string') throw new Error('no text');
  return value;
}

describe('the service', () => {
  const run = (): { run: string; job: string } => {
    const [, payload = ''] = tenant.runtimeToken.split('.');
    const [, first = '', second = ''] =
      /Actions\.Results:([^:]+):([^" ]+)/.exec(Buffer.from(payload, 'base64url').toString()) ?? [];
    return { run: first, job: second };
  };

  async function call(method: string, message: object, token = tenant.runtimeToken): Promise<Answer> {
    const ids = { workflow_run_backend_id: run().run, workflow_job_run_backend_id: run().job };
    return answerOf(
      await fetch(`${tenant.resultsUrl}/twirp/github.actions.results.api.v1.ArtifactService/${method}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ...ids, ...message }),
      }),
    );
  }

  async function put(url: Json | undefined, body: string): Promise<number> {
    return (await fetch(textOf(url), { method: 'PUT', headers: { 'x-ms-blob-type': 'BlockBlob' }, body })).status;
  }

  test('checks the token and its ids', async () => {
    expect((await call('CreateArtifact', { name: 'a' }, 'x.y.z')).status).toBe(401);
    expect((await call('CreateArtifact', { name: 'a', workflow_run_backend_id: 'x' })).status).toBe(403);
    expect((await call('CreateArtifact', { name: 'a', workflow_job_run_backend_id: 'x' })).status).toBe(403);
    expect((await call('Nothing', {})).status).toBe(404);
  });

  test('verifies size and hash', async () => {
    const { body } = await call('CreateArtifact', { name: 'a', version: 7 });
    expect((await call('FinalizeArtifact', { name: 'a', size: '3' })).status).toBe(412);
    expect(await put(body.signed_upload_url, 'abc')).toBe(201);
    const hash = `sha256:${createHash('sha256').update('abc').digest('hex')}`;
    expect((await call('FinalizeArtifact', { name: 'a', size: '4', hash })).status).toBe(400);
    expect((await call('FinalizeArtifact', { name: 'a', size: '3', hash: 'sha256:00' })).status).toBe(400);
    expect((await call('FinalizeArtifact', { name: 'a', size: '3', hash })).body).toMatchObject({ ok: true });
    expect(tenant.artifacts()).toMatchObject([{ name: 'a', size: 3, digest: hash }]);
  });

  test('signs its URLs', async () => {
    const { body } = await call('CreateArtifact', { name: 'a', version: 7 });
    const url = new URL(textOf(body.signed_upload_url));
    const other = new URL(url);
    other.pathname += 'x';
    const longer = new URL(url);
    longer.searchParams.set('se', '2999-01-01T00:00:00Z');
    expect([await put(other.href, 'a'), await put(longer.href, 'a')]).toEqual([403, 403]);
    expect((await fetch(url)).status).toBe(403);
    expect(tenant.log.every(({ path }) => !path.includes('sig='))).toBe(true);
  });
});
