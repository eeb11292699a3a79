import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Dispatcher } from 'undici';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { loadArtifactClient } from '../../src/run/artifact-client.ts';
import { inputVariable } from '../../src/run/input-table.ts';
import type { PageAssets } from '../../src/outputs/page/document.ts';
import { readPageAssets } from '../../src/outputs/page/report-page.ts';
import { readShippedRetirements } from '../../src/reports/retirements.ts';
import { run } from '../../src/actions/report.ts';
import { startTenant, type Tenant, type TenantOptions } from '../../tenant/tenant.ts';
import { newCredential, type TestCredential } from '../support/credential.ts';
import { parsedCsv } from '../support/parsed-csv.ts';
import { RecordingCore } from '../support/recording-core.ts';

let credential: TestCredential;
let folder: string;
const dispatcher = newDispatcher({ connect: 2_000, headers: 2_000, body: 2_000, total: 60_000 });
const tenants: Tenant[] = [];

beforeAll(async () => {
  credential = await newCredential();
});
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'mailbox-report-run-'));
});
afterEach(async () => {
  await Promise.all([...tenants.splice(0).map((tenant) => tenant.close()), rm(folder, { recursive: true })]);
});
afterAll(() => dispatcher.destroy());

async function newTenant(options: TenantOptions = {}): Promise<Tenant> {
  const tenant = await startTenant({ mailboxes: 60, certificates: [credential.certificate], ...options });
  tenants.push(tenant);
  await writeFile(path.join(folder, 'list.txt'), tenant.addresses.join('\n'));
  return tenant;
}

interface Ran {
  readonly core: RecordingCore;
  readonly fails: boolean;
  readonly summary: string;
}

async function runIn(
  tenant: Tenant,
  inputs: Record<string, string> = {},
  more: {
    env?: Record<string, string>;
    signal?: AbortSignal;
    core?: RecordingCore;
    dispatcher?: Dispatcher;
    loadPageAssets?: () => Promise<PageAssets>;
  } = {},
): Promise<Ran> {
  const { core = new RecordingCore() } = more;
  const summaryFile = path.join(folder, 'summary.md');
  await writeFile(summaryFile, '');
  const all = {
    'tenant-id': tenant.tenantId,
    'client-id': tenant.clientId,
    pfx: credential.pfx,
    'pfx-password': credential.password,
    'authority-host': tenant.authorityHost,
    'graph-url': tenant.graphUrl,
    mailboxes: 'list.txt',
    'max-unreadable': '100%',
    'artifact-name': '',
    'output-directory': 'out',
    ...inputs,
  };
  const { fails } = await run(
    {
      ...Object.fromEntries(Object.entries(all).map(([name, value]) => [inputVariable(name), value])),
      GITHUB_WORKSPACE: folder,
      GITHUB_STEP_SUMMARY: summaryFile,
      ...more.env,
    },
    {
      core,
      dispatcher: more.dispatcher ?? dispatcher,
      now: () => performance.timeOrigin + performance.now(),
      random: Math.random,
      loadArtifactClient,
      loadPageAssets: more.loadPageAssets ?? (() => readPageAssets('dist')),
      loadRetirements: () => readShippedRetirements('dist'),
      signal: more.signal ?? new AbortController().signal,
      deadline: new AbortController().signal,
    },
  );
  return { core, fails, summary: await readFile(summaryFile, 'utf8') };
}

describe('the settings in the log', () => {
  test('name exchange-url and unlisted only if they are used', async () => {
    const tenant = await newTenant({});
    await writeFile(path.join(folder, 'list.txt'), tenant.addresses.join('\n'));
    const exchange = { 'exchange-url': tenant.exchangeUrl };
    const graph = await runIn(tenant, exchange);
    expect(graph.core.lines.filter((line) => /^(?:exchange-url|unlisted): /.test(line))).toEqual([]);
    const asked = await runIn(tenant, { ...exchange, unlisted: 'warn' });
    expect(asked.core.lines.filter((line) => /^(?:exchange-url|unlisted): /.test(line))).toEqual(['unlisted: warn']);
    const read = await runIn(tenant, { ...exchange, report: 'mailbox-properties' });
    expect(read.core.lines).toContain(`exchange-url: ${tenant.exchangeUrl}`);
  });
});

describe('the domains of the mailbox list', () => {
  async function runWithForeignAddresses(inputs: Record<string, string> = {}) {
    const tenant = await newTenant({});
    const list = [...tenant.addresses, 'nobody@fabrikam.com', 'typo@adatum.com'];
    await writeFile(path.join(folder, 'list.txt'), list.join('\n'));
    const { core } = await runIn(tenant, { report: 'inbox-rules', formats: 'csv', ...inputs });
    const csv = parsedCsv(await readFile(path.join(folder, 'out', 'inbox-rules.csv'), 'utf8'));
    const external = csv.map(({ ExternalTargets = '' }) => ExternalTargets).join(' ');
    return { tenant, core, external, warnings: core.warnings.filter((warning) => warning.includes('external')) };
  }

  test('are external, with a warning, unless the tenant has a mailbox in them', async () => {
    const { external, warnings } = await runWithForeignAddresses();
    expect(external).toContain('@fabrikam.com');
    expect(external).toContain('@adatum.com');
    expect(external).not.toMatch(/@contoso\.com(?![.\w])/);
    expect(warnings).toEqual([expect.stringContaining('fabrikam.com, adatum.com')]);
  });

  test('are not checked if "internal-domains" lists the internal ones', async () => {
    const { external, warnings, tenant } = await runWithForeignAddresses({
      'internal-domains': 'contoso.com, fabrikam.com',
    });
    expect(external).not.toContain('@fabrikam.com');
    expect(external).toContain('@adatum.com');
    expect(warnings).toEqual([]);
    expect(tenant.counts.items).toBe(tenant.addresses.length + 2);
  });

  test('are not checked if no report distinguishes external addresses', async () => {
    const tenant = await newTenant({});
    await runIn(tenant);
    expect(tenant.counts.items).toBe(tenant.addresses.length);
  });
});

describe('a run whose report page cannot be drawn', () => {
  test('reports a bug, and writes all other files', async () => {
    const tenant = await newTenant({});
    const { core, fails, summary } = await runIn(
      tenant,
      { formats: 'html' },
      { loadPageAssets: () => Promise.reject(new Error('no page.js')) },
    );
    expect(fails).toBe(false);
    expect(core.outputs.get('result')).toBe('pass');
    expect(summary).toContain('The report page could not be written: no page.js. This is a bug');
  });
});

describe('a run with GitHub’s OIDC token', () => {
  const subject = 'repo:contoso/mailboxes:ref:refs/heads/main';
  const inputs = { credential: 'federated', pfx: '', 'pfx-password': '' };

  test('succeeds without a certificate', async () => {
    const tenant = await newTenant({ certificates: [], federatedCredentials: [{ subject }], oidc: { subject } });
    const env = {
      ACTIONS_ID_TOKEN_REQUEST_URL: tenant.oidcUrl,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: tenant.oidcRequestToken,
    };
    const { core, fails, summary } = await runIn(tenant, inputs, { env });
    expect(fails).toBe(false);
    expect(core.outputs.get('result')).toBe('pass');
    expect([...core.outputs.keys()].filter((name) => name.startsWith('certificate'))).toEqual([]);
    expect(summary).not.toMatch(/certificate/i);
    expect(core.secrets).toContain(tenant.oidcRequestToken);
  });

  test('names the permission that the job lacks', async () => {
    const { core, fails } = await runIn(await newTenant(), inputs, { env: { GITHUB_ACTIONS: 'true' } });
    expect(fails).toBe(true);
    expect(core.errors[0]?.message).toContain('id-token: write');
  });
});

describe('a run', () => {
  test('that succeeds reports it in outputs, log and summary', async () => {
    const { core, fails, summary } = await runIn(await newTenant());
    expect(fails).toBe(false);
    expect(Object.fromEntries(core.outputs)).toMatchObject({
      result: 'pass',
      'mailbox-count': 60,
      'csv-path': path.join(folder, 'out', 'mailbox-settings.csv'),
      'output-directory': path.join(folder, 'out'),
      'certificate-days-left': 365,
    });
    expect(core.errors).toEqual([]);
    expect(summary).toContain('## Mailbox Report: pass');
    expect(core.lines.at(core.lines.indexOf('Settings') + 1)).toMatch(/^tenant-id: /);
    expect(core.lines).toContainEqual(expect.stringMatching(/^60 \/ 60 mailboxes, [\d,]+\/s, 0 s left$/));
  });

  test('writes a file for each of its formats', async () => {
    await runIn(await newTenant(), { formats: 'json, sarif, junit' });
    expect((await readdir(path.join(folder, 'out'))).sort()).toEqual([
      'mailbox-report.json',
      'mailbox-report.junit.xml',
      'mailbox-report.sarif',
      'mailbox-settings.csv',
      'rows.ndjson.gz',
    ]);
  });

  test('masks its secrets before anything else', async () => {
    const { core } = await runIn(await newTenant());
    expect(core.secrets.slice(0, 2)).toEqual([credential.pfx, credential.password]);
    // The assertion and the token follow.
    expect(core.secrets.slice(2).filter((secret) => secret.startsWith('eyJ'))).toHaveLength(2);
  });

  test('with too many unreadable mailboxes fails, and shows how many', async () => {
    const tenant = await newTenant();
    const unreadable = tenant.addresses.filter((address) => tenant.expected(address).status !== 'ok').length;
    const { core, fails, summary } = await runIn(tenant, { 'max-unreadable': '0' });
    expect(fails).toBe(true);
    expect(core.outputs.get('result')).toBe('incomplete');
    expect(core.errors.map(({ properties }) => properties?.title)).toEqual(['INCOMPLETE']);
    expect(core.errors[0]?.message).toContain(
      `${unreadable} of 60 mailboxes could not be read; "max-unreadable" allows 0.`,
    );
    expect(summary).toContain('## Mailbox Report: incomplete');
  });

  test('writes no summary with none, and names no mailbox with counts', async () => {
    const tenant = await newTenant();
    expect((await runIn(tenant, { summary: 'none' })).summary).toBe('');
    const { summary, core } = await runIn(tenant, { summary: 'counts' });
    expect(summary).toContain('60');
    expect(summary + core.warnings.join()).not.toContain('@contoso.com');
  });

  test('logs request ids of failures with debug logging', async () => {
    const tenant = await newTenant();
    const quiet = await runIn(tenant);
    expect(quiet.core.lines.filter((line) => line.startsWith('debug: '))).toEqual([]);
    const { core } = await runIn(tenant, {}, { env: { RUNNER_DEBUG: '1' } });
    expect(core.lines).toContainEqual(
      expect.stringMatching(/^debug: .*@contoso\.com: \w+: .* \(request-id [\w-]{36}, client-request-id [\w-]{36}\)$/),
    );
  });

  test('warns of a token without the app role, and the mailboxes are access-denied', async () => {
    const { core, summary } = await runIn(await newTenant({ roles: [] }));
    expect(core.warnings).toEqual([expect.stringMatching(/^No mailbox could be read: the application lacks MailboxS/)]);
    expect(summary).toContain('access-denied');
    expect(core.outputs.get('read-count')).toBe(0);
  });

  test('that was cancelled before it had a token reports every mailbox as cancelled', async () => {
    const { core, fails } = await runIn(await newTenant(), { 'max-unreadable': '0' }, { signal: AbortSignal.abort() });
    expect(fails).toBe(true);
    expect(Object.fromEntries(core.outputs)).toMatchObject({ result: 'incomplete', 'unreadable-count': 60 });
    expect(core.errors.map(({ properties }) => properties?.title)).toEqual(['CANCELLED']);
    const csv = await readFile(path.join(folder, 'out', 'mailbox-settings.csv'), 'utf8');
    expect(csv.split('\r\n').filter((line) => line.includes(',cancelled,'))).toHaveLength(60);
  });

  test('whose token cannot be renewed keeps its rows, and reports the reason', async () => {
    const tenant = await newTenant({ mailboxes: 2_000, latency: { batch: 50 } });
    let revoked = false;
    const watch = setInterval(() => {
      if (revoked || tenant.counts.items < 600) return;
      revoked = true;
      tenant.revoke(credential.certificate);
      tenant.revokeTokens();
    }, 5);
    const { core, fails } = await runIn(tenant, { 'max-unreadable': '0' });
    clearInterval(watch);
    expect(fails).toBe(true);
    expect(core.outputs.get('result')).toBe('incomplete');
    expect(Number(core.outputs.get('read-count'))).toBeGreaterThan(0);
    expect(core.errors[0]?.message).toContain('AADSTS700027');
    expect(core.errors[0]?.message).toContain(credential.thumbprint);
  });

  test('whose requests time out retries them', async () => {
    const tenant = await newTenant({ faults: { hang: { first: 1 } } });
    const impatient = newDispatcher({ connect: 10_000, headers: 2_000, body: 2_000, total: 60_000 });
    const { core, fails } = await runIn(tenant, {}, { dispatcher: impatient });
    await impatient.destroy();
    expect(fails).toBe(false);
    const read = tenant.addresses.filter((address) => tenant.expected(address).status === 'ok').length;
    expect(core.outputs.get('read-count')).toBe(read);
    expect(tenant.counts.batches).toBeGreaterThan(3);
  });

  test('whose summary cannot be written warns of it, with an unchanged result', async () => {
    const tenant = await newTenant();
    const env = { GITHUB_STEP_SUMMARY: folder };
    const good = await runIn(tenant, {}, { env });
    expect(good.fails).toBe(false);
    expect(good.core.errors).toEqual([]);
    expect(good.core.warnings).toContainEqual(expect.stringContaining('summary could not be written: EISDIR'));
    const bad = await runIn(tenant, { mailboxes: 'nowhere.txt' }, { env });
    expect(bad.fails).toBe(true);
    expect(bad.core.errors.map(({ properties }) => properties?.title)).toEqual(['LIST_NOT_FOUND']);
  });

  test('that cannot upload fails with the CSV on disk', async () => {
    const { core, fails, summary } = await runIn(await newTenant(), { 'artifact-name': 'report' });
    expect(fails).toBe(true);
    expect(core.outputs.get('result')).toBe('error');
    expect(core.errors.map(({ properties }) => properties?.title)).toEqual(['ARTIFACT_UNAVAILABLE']);
    expect(summary).toContain('## Mailbox Report: error');
    expect(await readFile(String(core.outputs.get('csv-path')), 'utf8')).toContain('MailboxName');
  });
});

describe('an error before the first mailbox', () => {
  test('of the user is one annotation with its code and hint, and a summary', async () => {
    const { core, fails, summary } = await runIn(await newTenant(), { mailboxes: 'nowhere.txt' });
    expect(fails).toBe(true);
    expect(core.outputs.get('result')).toBe('error');
    expect(core.errors.map(({ properties }) => properties?.title)).toEqual(['LIST_NOT_FOUND']);
    expect(summary).toContain('LIST_NOT_FOUND');
    const silent = await runIn(await newTenant(), { mailboxes: 'nowhere.txt', summary: 'none' });
    expect(silent.summary).toBe('');
  });

  test('of an expired certificate sets its dates in the outputs', async () => {
    const expired = await newCredential(0);
    const { core } = await runIn(await newTenant(), { pfx: expired.pfx, 'pfx-password': expired.password });
    expect(core.errors.map(({ properties }) => properties?.title)).toEqual(['EXPIRED']);
    expect(Number(core.outputs.get('certificate-days-left'))).toBeLessThan(0);
  });

  test('of a bug is reported as a bug, with its cause', async () => {
    class BrokenCore extends RecordingCore {
      override startGroup(): void {
        throw new TypeError('no groups', { cause: new Error('a broken runner') });
      }
    }
    const { core, fails, summary } = await runIn(await newTenant(), {}, { core: new BrokenCore() });
    expect(fails).toBe(true);
    expect(core.outputs.get('result')).toBe('error');
    expect(core.errors).toEqual([
      {
        message: 'no groups: a broken runner',
        properties: { title: 'Unexpected error, this is a bug in Mailbox Report' },
      },
    ]);
    expect(summary).toContain('Mailbox Report: error');
  });
});
