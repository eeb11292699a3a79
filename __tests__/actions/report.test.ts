import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
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

describe('a run', () => {
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
});

describe('an error before the first mailbox', () => {
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
