import { describe, expect, test } from '@jest/globals';
import { runAction, runMerge, runRemediate, runValidate, type RunOutcome } from '../support/action-run.ts';
import { newCredential } from '../support/credential.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { atTerminal } from '../../src/text/audience.ts';
import { expectNoSecret } from '../support/no-secret.ts';
import { CASES, type Case } from './bad-input-cases.ts';

const { credential, newTenant, run, runPackaged } = inProcessScenarios();

function expectOneClearError(
  result: RunOutcome,
  { code, says, place = {} }: Pick<Case, 'code' | 'says' | 'place'>,
): void {
  expect(result).toMatchObject({ code: 1, outputs: { result: 'error' }, csv: undefined });
  expect(result.errors).toHaveLength(1);
  const [error] = result.errors;
  expect(error?.properties).toMatchObject({ title: code, ...place });
  for (const said of says) expect(error?.message).toMatch(said);
  // No stack trace, and only short output.
  expect(result.printed).not.toMatch(/^\s+at .+:\d+:\d+|node:internal|dist\/index\.js/m);
  expect(result.printed.length).toBeLessThan(4000);
  expect(result.summary).toMatch(/^## Mailbox Report: error/);
}

/** Mistakes that the terminal program finds before, or cannot have. */
const WORKFLOW_ONLY = new Set([
  'neither a PFX nor an OIDC token',
  'an input that was replaced',
  'an input that was removed',
  'a value that was replaced',
]);
const WORKFLOW_WORDS =
  /\bthe input\b|workspace|repository|\bworkflow|(?<!client |& |A )\bsecrets?\b|\brunner\b|actions\/checkout|job summary|"with:"/i;

describe('one error for', () => {
  test('an authority on a closed port', async () => {
    const tenant = await newTenant({ mailboxes: 3 });
    const result = await run(tenant, { inputs: { endpoints: 'authority=http://127.0.0.1:9' } });
    expectOneClearError(result, { code: 'ENTRA_UNREACHABLE', says: [/127\.0\.0\.1:9/] });
  });

  test('a certificate that is not registered, by its thumbprint', async () => {
    const [tenant, stranger] = await Promise.all([newTenant({ mailboxes: 3 }), newCredential()]);
    const result = await run(tenant, { credential: stranger });
    expectOneClearError(result, { code: 'AADSTS700027', says: [new RegExp(stranger.thumbprint), /"pfx"/] });
    expectNoSecret(result, stranger);
    expect(result.outputs['certificate-days-left']).toBe('365');
  });

  test('a certificate that has expired', async () => {
    const [tenant, old] = await Promise.all([newTenant({ mailboxes: 3 }), newCredential(0)]);
    const result = await runAction({ tenant, credential: old });
    expect(result).toMatchObject({ signal: null, stderr: '' });
    expectOneClearError(result, { code: 'EXPIRED', says: [new RegExp(old.thumbprint), /"pfx"/, /new certificate/] });
    expectNoSecret(result, old);
    expect(tenant.counts.tokens).toBe(0);
    expect(Number(result.outputs['certificate-days-left'])).toBeLessThan(0);
  });

  test.each(CASES)('$what', async ({ options, ...wanted }) => {
    const tenant = await newTenant({ mailboxes: 3 });
    const given = options(credential());
    const result = await run(tenant, given);
    expectOneClearError(result, wanted);
    expectNoSecret(result, credential());
    const { pfx = '', 'pfx-password': password = '' } = given.inputs ?? {};
    for (const secret of [pfx, password].filter((text) => text !== '')) {
      expect(`${result.printed}${result.summary}`.includes(secret)).toBe(false);
    }
    expect(tenant.counts.items).toBe(0);
    expect(tenant.artifacts()).toEqual([]);
  });

  test('each of them at a terminal, in the words of a terminal', async () => {
    const tenant = await newTenant({ mailboxes: 3 });
    for (const { what, options, code } of CASES) {
      if (WORKFLOW_ONLY.has(what)) continue;
      const { errors } = await atTerminal(() => run(tenant, options(credential())));
      expect([what, errors.map(({ properties }) => properties.title)]).toEqual([what, [code]]);
      expect([what, errors[0]?.message]).toEqual([what, expect.not.stringMatching(WORKFLOW_WORDS)]);
    }
  });

  test('an output directory that cannot be written', async () => {
    const tenant = await newTenant({ mailboxes: 3 });
    const inputs = { 'output-directory': 'mailboxes.txt/reports' };
    const result = await runPackaged(tenant, { inputs });
    expect(result).toMatchObject({ signal: null, stderr: '' });
    expectOneClearError(result, { code: 'OUTPUT_UNWRITABLE', says: [/"output-directory"/, /mailboxes\.txt/] });
    expect(tenant.counts.items).toBe(0);
  });
});

test('former names are refused by the other actions, too', async () => {
  const tenant = await newTenant({ mailboxes: 3 });
  const env = { 'INPUT_MAILBOX-COLUMNS': 'Department' };
  const files = { 'policy.yml': 'rules: [{ id: r, title: T, expect: { TimeZone: { const: UTC } } }]' };
  const runs = [
    await runValidate(files, { policy: 'policy.yml' }, env),
    await runMerge({ tenant, env }),
    await runRemediate({ tenant, credential: credential(), files, env }),
  ];
  for (const { code, outputs, errors } of runs) {
    expect({ code, outputs, errors }).toMatchObject({ code: 1, outputs: { result: 'error' } });
    expect(errors).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/"mailbox-columns" no longer exists.*"extra-columns"/s),
      }),
    ]);
  }
  expect(tenant.counts.tokens).toBe(0);
});
