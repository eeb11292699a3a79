import { describe, expect, test } from '@jest/globals';
import { UPLOADED } from '../support/action-run.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { expectNoSecret } from '../support/no-secret.ts';

const { credential, newTenant, run, runPackaged } = inProcessScenarios();

const inputs = { 'max-unreadable': '100%' };

describe('the log', () => {
  test.concurrent('shows the progress every few seconds', async () => {
    const tenant = await newTenant({ mailboxes: 1000, latency: { batch: 2800 } });
    const { log } = await runPackaged(tenant, { inputs });
    const lines = log.split('\n').filter((line) => / mailboxes, .*\/s/.test(line));
    expect(lines.length).toBeGreaterThanOrEqual(2);
    expect(lines[0]).toMatch(/^\d+ \/ 1,000 mailboxes, \d+\/s, .* s left$/);
    expect(lines.at(-1)).toMatch(/^1,000 \/ 1,000 mailboxes, \d+\/s, 0 s left$/);
  });

  test.concurrent('has one group for each phase, then a line about uploads and three about the result', async () => {
    const uploaded = { ...inputs, ...UPLOADED, formats: 'html' };
    const { stdout } = await runPackaged(await newTenant(), { inputs: uploaded });
    const phases = [
      ['Settings', 'mailboxes: mailboxes.txt'],
      ['Sign in', `certificate ${credential().thumbprint}`],
      ['Mailbox list', '60 mailboxes in mailboxes.txt'],
      ['Read the mailboxes', '60 / 60 mailboxes, '],
      ['Findings', ' of 60 mailboxes in '],
    ] as const;
    const groups = [...stdout.matchAll(/^::group::(.*)\n([\s\S]*?)^::endgroup::$/gm)];
    expect(groups.map(([, name]) => name)).toEqual(phases.map(([name]) => name));
    for (const [at, [, line]] of phases.entries()) expect(groups[at]?.[2]).toContain(line);
    const outside = stdout.replaceAll(/^::group::[\s\S]*?^::endgroup::$/gm, '');
    expect(outside.match(/^\w.*$/gm)).toEqual([
      'Uploading mailbox-report and mailbox-report.html',
      expect.stringMatching(/^Result: pass/),
      expect.stringMatching(/^Report page: /),
      expect.stringMatching(/^Artifact: /),
    ]);
    expect(outside).toMatch(/^::debug::Finished uploading artifact content/m);
  });

  test.each([
    ['passes', { 'max-unreadable': '100%' }, 0],
    ['fails', { 'max-unreadable': '0' }, 1],
  ] as const)('ends with the result, the page and the artifact if the run %s', async (_, limits, exitCode) => {
    const tenant = await newTenant();
    const { log, code, outputs } = await run(tenant, {
      inputs: { ...limits, ...UPLOADED, formats: 'html' },
    });
    expect(code).toBe(exitCode);
    const page = tenant.artifacts().find(({ name }) => name === 'mailbox-report.html');
    const url = (id: unknown) => String(outputs['artifact-url']).replace(/\d+$/, String(id));
    const lines = log.split('\n').slice(-3);
    expect(lines[0]).toMatch(new RegExp(`^Result: ${outputs.result}\\b`));
    expect(lines.slice(1)).toEqual([`Report page: ${url(page?.id)}`, `Artifact: ${outputs['artifact-url']}`]);
  });

  test('names the folder on the runner if nothing is uploaded', async () => {
    const { log, outputs } = await run(await newTenant(), {
      inputs: { ...inputs, formats: 'html' },
    });
    const lines = log.split('\n').slice(-2);
    for (const line of lines) expect(line).toContain(outputs['output-directory']);
  });

  test('ends with the result if nothing could be read', async () => {
    const { log } = await run(await newTenant(), { inputs: { 'tenant-id': '-' } });
    expect(log.split('\n').at(-1)).toBe('Result: error');
  });

  test('has warnings for at most ten unreadable mailboxes, at their lines of the list, and counts the others', async () => {
    const tenant = await newTenant({ mailboxes: 400 });
    const list = `# a comment\n\n${tenant.addresses.join('\n')}\n`;
    const { warnings, rows, log } = await run(tenant, { inputs, files: { 'mailboxes.txt': list } });
    expect(warnings).toHaveLength(10);
    for (const { message, properties } of warnings) {
      const address = list.split('\n')[Number(properties.line) - 1] ?? '';
      expect(properties.file).toBe('mailboxes.txt');
      expect(message.startsWith(`${address}: `)).toBe(true);
      expect(properties.title).toContain(tenant.expected(address).status);
    }
    const unreadable = rows.filter(({ Status }) => Status !== 'ok').length;
    expect(log).toContain(`${unreadable} mailboxes could not be read`);
  });

  test('has the request ids of failures only with debug logging', async () => {
    // A tenant for each run, since the faults depend on the number of requests.
    const faults = { item503: { rate: 0.1, retryAfter: 0.1 } };
    const quiet = await run(await newTenant({ faults }), { inputs });
    const debug = await runPackaged(await newTenant({ faults }), { inputs, env: { RUNNER_DEBUG: '1' } });
    expect(quiet.printed).not.toContain('request-id');
    const lines = debug.stdout.split('\n').filter((line) => line.startsWith('::debug::'));
    const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
    const failure = new RegExp(
      `^::debug::\\S+@contoso\\.com: \\w+.* \\(request-id (?:${id}|none), client-request-id ${id}\\)`,
    );
    expect(lines.filter((line) => failure.test(line)).length).toBeGreaterThan(3);
    expect(lines.some((line) => line.endsWith(', will be retried'))).toBe(true);
    expect(lines.some((line) => new RegExp(`request-id ${id}, `).test(line))).toBe(true);
    expectNoSecret(debug, credential());
  });

  test.concurrent('masks each secret before it is used, and contains none', async () => {
    const tenant = await newTenant({ mailboxes: 1000, latency: { batch: 100 } });
    let reads = 0;
    tenant.watch(() => {
      if (++reads === 60) tenant.revokeTokens();
    });
    const result = await runPackaged(tenant, { inputs });
    expect(result.code).toBe(0);
    expect(tenant.counts.tokens).toBe(2);
    const { pfx, password } = credential();
    expect(result.masked.slice(0, 2)).toEqual([pfx, password]);
    // An assertion and a token for each sign-in.
    expect(result.masked.filter((secret) => /^ey[\w-]+\.[\w-]+\.[\w-]+$/.test(secret))).toHaveLength(4);
    const first = result.stdout.split('\n').findIndex((line) => !line.startsWith('::add-mask::'));
    expect(first).toBeGreaterThanOrEqual(2);
    expectNoSecret(result, credential());
  });

  test('masks the lines of a PFX that has line breaks', async () => {
    const lines = credential().pfx.match(/.{1,76}/g) ?? [];
    const { code, masked } = await run(await newTenant(), { inputs: { ...inputs, pfx: lines.join('\n') } });
    expect(code).toBe(0);
    expect(masked).toEqual(expect.arrayContaining(lines));
  });
});
