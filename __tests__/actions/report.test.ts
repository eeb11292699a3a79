import { describe, expect, test } from '@jest/globals';
import { newDispatcher } from '../../src/http/dispatcher.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { RecordingCore } from '../support/recording-core.ts';
import { check, totals } from '../../src/actions/validate.ts';
import { type Files, inWorkspace } from '../mailboxes/workspace.ts';

describe('the report action', () => {
  const { newTenant, run } = inProcessScenarios({ 'max-unreadable': '100%' });

  test('the log names unlisted only if it is set', async () => {
    const tenant = await newTenant();
    const settings = async (inputs: Readonly<Record<string, string>>): Promise<readonly string[]> =>
      (await run(tenant, { inputs })).log.split('\n').filter((line) => line.startsWith('unlisted: '));
    expect(await settings({})).toEqual([]);
    expect(await settings({ unlisted: 'warn' })).toEqual(['unlisted: warn']);
  });

  describe('the domains of the mailbox list', () => {
    async function runWithForeignAddresses(inputs: Readonly<Record<string, string>> = {}) {
      const tenant = await newTenant();
      const list = [...tenant.addresses, 'nobody@fabrikam.com', 'typo@adatum.com'].join('\n');
      const options = { files: { 'mailboxes.txt': list }, inputs: { report: 'inbox-rules', ...inputs } };
      const { rows, warnings } = await run(tenant, options);
      const messages = warnings.map(({ message }) => message).filter((message) => message.includes('external'));
      return { tenant, messages, external: rows.map(({ ExternalTargets = '' }) => ExternalTargets).join(' ') };
    }

    test('are external, with a warning, unless the tenant has a mailbox in them', async () => {
      const { external, messages } = await runWithForeignAddresses();
      expect(external).toContain('@fabrikam.com');
      expect(external).toContain('@adatum.com');
      expect(external).not.toMatch(/@contoso\.com(?![.\w])/);
      expect(messages).toEqual([expect.stringContaining('fabrikam.com, adatum.com')]);
    });

    test('are not checked if "internal-domains" lists the internal ones', async () => {
      const { external, messages, tenant } = await runWithForeignAddresses({
        'internal-domains': 'contoso.com, fabrikam.com',
      });
      expect(external).not.toContain('@fabrikam.com');
      expect(external).toContain('@adatum.com');
      expect(messages).toEqual([]);
      expect(tenant.counts.items).toBe(tenant.addresses.length + 2);
    });

    test('are not checked if no report distinguishes external addresses', async () => {
      const tenant = await newTenant();
      await run(tenant);
      expect(tenant.counts.items).toBe(tenant.addresses.length);
    });
  });

  describe('a run', () => {
    test('whose report page cannot be drawn reports a bug, and passes', async () => {
      const loadPageAssets = () => Promise.reject(new Error('no page.js'));
      const result = await run(await newTenant(), { inputs: { formats: 'html' }, runner: { loadPageAssets } });
      expect(result).toMatchObject({ code: 0, outputs: { result: 'pass' } });
      expect(result.summary).toContain('The report page could not be written: no page.js. This is a bug');
    });

    test('whose requests time out retries them', async () => {
      const tenant = await newTenant({ faults: { hang: { first: 1 } } });
      const dispatcher = newDispatcher({ connect: 10_000, headers: 2_000, body: 2_000, total: 60_000 });
      const { code, outputs } = await run(tenant, { runner: { dispatcher } });
      await dispatcher.destroy();
      const read = tenant.addresses.filter((address) => tenant.expected(address).status === 'ok').length;
      expect([code, outputs['read-count']]).toEqual([0, String(read)]);
      expect(tenant.counts.batches).toBeGreaterThan(3);
    });

    test('whose summary cannot be written warns of it, with an unchanged result', async () => {
      const tenant = await newTenant();
      const env = { GITHUB_STEP_SUMMARY: import.meta.dirname };
      const good = await run(tenant, { env });
      expect(good).toMatchObject({ code: 0, errors: [] });
      expect(good.warnings.map(({ message }) => message)).toContainEqual(
        expect.stringContaining('summary could not be written: EISDIR'),
      );
      const bad = await run(tenant, { inputs: { mailboxes: 'nowhere.txt' }, env });
      expect(bad).toMatchObject({ code: 1, errors: [{ properties: { title: 'LIST_NOT_FOUND' } }] });
    });

    test('with a bug before the first mailbox reports it as a bug, with its cause', async () => {
      class BrokenCore extends RecordingCore {
        override startGroup(): void {
          throw new TypeError('no groups', { cause: new Error('a broken runner') });
        }
      }
      const core = new BrokenCore();
      const { code, outputs, errors, summary } = await run(await newTenant(), { runner: { core } });
      expect([code, outputs.result]).toEqual([1, 'error']);
      expect(errors).toMatchObject([
        {
          message: 'no groups: a broken runner',
          properties: { title: 'Unexpected error, this is a bug in Mailbox Report' },
        },
      ]);
      expect(summary).toContain('Mailbox Report: error');
      expect(core.printed.join('\n')).toContain('at BrokenCore.startGroup');
    });
  });
});

describe('the validate action', () => {
  const NOW = Date.parse('2026-11-25T12:00:00Z');
  const POLICY = `rules:
  - id: zone
    report: zones
    title: A zone is set
    expect: { Zone: { type: string } }
exemptions:
  - { rule: zone, mailboxes: [b@x.y], reason: R, owner: O, expires: 2026-11-24 }
`;
  const ZONES = 'name: zones\nrequest: { path: mailboxSettings }\ncolumns: { Zone: timeZone }\n';

  function checked(files: Files, report: readonly string[] = ['zones.yml']) {
    const inputs = { INPUT_MAILBOXES: 'list.txt', INPUT_REPORT: report.join('\n'), INPUT_POLICY: 'policy.yml' };
    return inWorkspace(files, (workspace) => check(inputs, workspace, NOW));
  }

  describe('a check', () => {
    test('evaluates the policy against the reports and the lists', async () => {
      const found = await checked({ 'list.txt': 'a@x.y', 'zones.yml': ZONES, 'policy.yml': POLICY });
      expect(found).toMatchObject({ mailboxes: 1, reports: ['zones'], rules: 1, errors: [] });
      expect(found.warnings.map(({ code }) => code)).toEqual(['EXEMPTION_EXPIRED', 'EXEMPTION_UNUSED']);
      expect(totals(found)).toEqual({ errors: 0, warnings: 2 });
    });

    test('reports once a report that cannot be read, and not again for the policy', async () => {
      const broken = ZONES.replace('columns', 'colums');
      const found = await checked({ 'list.txt': 'a@x.y', 'zones.yml': broken, 'policy.yml': POLICY });
      expect(new Set(found.errors.map(({ code }) => code))).toEqual(new Set(['REPORT_FILE']));
    });

    test('includes the warnings of report files', async () => {
      const newest =
        'name: newest\nrequest: { path: messages, query: { $top: 1, $orderby: receivedDateTime desc } }\ncolumns: { A: a }\n';
      const found = await checked({ 'list.txt': 'a@x.y', 'r.yml': newest, 'zones.yml': ZONES, 'policy.yml': POLICY }, [
        'r.yml',
        'zones.yml',
      ]);
      expect(found.errors).toEqual([]);
      expect(found.warnings[0]).toMatchObject({ code: 'REPORT_FILE', place: { file: 'r.yml', line: 2, column: 28 } });
    });

    test('reports a policy about a report that was not requested, and a missing policy', async () => {
      const found = await checked({ 'list.txt': 'a@x.y', 'policy.yml': POLICY }, ['folders']);
      expect(found.errors.map(({ code }) => code)).toEqual(['POLICY_FILE']);
      expect(found.rules).toBeUndefined();
      const missing = await checked({ 'list.txt': 'a@x.y' }, ['folders']);
      expect(missing.errors).toMatchObject([{ code: 'POLICY_FILE', message: expect.stringContaining('policy.yml') }]);
    });
  });
});
