import { cp, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UserError } from '../../src/errors.ts';
import { isObject, parseJson, type JsonObject } from '../../src/json.ts';
import { DAY_MS } from '../../src/text/numbers.ts';
import type { Check } from '../../src/verification/check.ts';
import { verifyReport } from '../../src/verification/verify.ts';
import { runProgram } from '../cli/command-line.ts';
import { another, changedAt, leaves } from '../support/changed-json.ts';
import { inProcessScenarios } from '../support/in-process-run.ts';
import { newFolder } from '../support/new-folder.ts';
import { rowsFileOf, storedLines } from '../support/rows-file.ts';

/** The day in UTC so many days from now. */
function dayIn(days: number): string {
  return new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
}

const SKUS = `name: skus
about: tenant
request: { listing: subscribedSkus }
rows: value
item: Sku
columns: { Sku: skuPartNumber }
`;
const POLICY = `rules:
  - id: zone
    controls: [own.yml/zone]
    expect: { TimeZone: { const: UTC } }
  - id: targets
    severity: warning
    report: inbox-rules
    expect: { ExternalTargets: { type: array, maxItems: 0 } }
  - id: bought
    controls: [own.yml/bought]
    report: skus
    expect: { Sku: { const: NONE } }
exemptions:
  - rule: zone
    mailboxes: ['*']
    reason: A month to change
    owner: ops@contoso.com
    expires: ${dayIn(30)}
`;
const CATALOGUE = `title: Our controls
source: https://intranet.contoso.com
as-of: 2026-11-01
checked: 2026-12-01
controls:
  - { id: zone, title: One time zone, parts: [{ subject: mailboxes, covered: whole }] }
  - { id: bought, title: Nothing else is bought, parts: [{ subject: organization, covered: whole }] }
  - { id: paper, title: It is printed, parts: [{ subject: organization, covered: no, reason: It is on paper. }] }
`;
const ROLES = ['MailboxSettings.Read', 'LicenseAssignment.Read.All'];
const { newTenant, run } = inProcessScenarios({}, { mailboxes: 4, roles: ROLES });

describe('a report with controls', () => {
  let folder: string;
  let stored: readonly JsonObject[];
  const kept: Record<string, string> = {};

  beforeAll(async () => {
    const tenant = await newTenant();
    folder = newFolder();
    const files = { 'policy.yml': POLICY, 'skus.yml': SKUS, 'own.yml': CATALOGUE };
    const inputs = { report: 'mailbox-settings\ninbox-rules\nskus.yml', policy: 'policy.yml', 'fail-on': 'never' };
    const { outputs } = await run(tenant, { files, inputs });
    await cp(outputs['output-directory'] ?? '', path.join(folder, 'report'), { recursive: true });
    for (const name of ['skus.yml', 'own.yml'] as const) await writeFile(path.join(folder, name), files[name]);
    stored = storedLines(await readFile(path.join(folder, 'report', 'rows.ndjson.gz')));
    for (const name of ['policy.yml', 'controls.csv', 'evidence.json']) {
      kept[name] = await readFile(path.join(folder, 'report', name), 'utf8');
    }
  });

  /** Verifies the report with other files, and returns the checks that are not `ok`, by name; `error` if it cannot be used. */
  async function changed(files: Readonly<Record<string, string | Buffer>>): Promise<Readonly<Record<string, Check>>> {
    const place = newFolder();
    const all = { ...kept, 'rows.ndjson.gz': rowsFileOf(stored), ...files };
    for (const [name, content] of Object.entries(all)) await writeFile(path.join(place, name), content);
    const named = { policy: undefined, baseline: undefined, reports: ['skus.yml'] };
    try {
      const { checks } = await verifyReport({ place, workspace: folder, digest: undefined, ...named });
      return Object.fromEntries(checks.flatMap((one) => (one.result === 'ok' ? [] : [[one.name, one]])));
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { error: { name: 'rows', result: 'differs', about: error.message, count: 1, differences: [] } };
    }
  }

  const namesOf = async (files: Readonly<Record<string, string | Buffer>>): Promise<readonly string[]> =>
    Object.keys(await changed(files));

  test('says what its rows say, with its own policy', async () => {
    expect(await changed({})).toEqual({});
    await expect(runProgram(['verify', 'report', '--report', 'skus.yml'], {}, folder)).resolves.toMatchObject({
      code: 0,
      stdout: expect.stringContaining('check its signature'),
    });
  });

  test('names any value of its rows that is changed, and where it belongs', async () => {
    const all = stored.flatMap((line, number) => leaves(line).map((leaf) => ({ number, ...leaf })));
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...all), async ({ number, at, value }) => {
        const lines = stored.map((line, index) => (index === number ? changedAt(line, at, another(value)) : line));
        const found = await namesOf({ 'rows.ndjson.gz': rowsFileOf(lines.filter((one) => isObject(one))) });
        const owners: Readonly<Record<string, boolean>> = {
          verdicts: number > 0 && at[0] !== 'counts' && at.includes('violations') && !at.includes('since'),
          counts: at[0] === 'counts' && at[1] !== 'mailboxes',
          controls: at[0] === 'controls' && !at.includes('tenant'),
          policy: number === 0 && at[0] === 'digests' && at[1] === 'policy',
          catalogues: number === 0 && at[0] === 'digests' && at[1] === 'catalogues',
          evidence: true,
        };
        const expected = Object.keys(owners).filter((name) => owners[name] === true);
        // An error says that the file is no report, and a line that no reader accepts is a difference of the rows.
        const isUnreadable = found.includes('error') || found.includes('rows');
        expect(isUnreadable ? [] : expected.filter((name) => !found.includes(name))).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  test('names any value of evidence.json that is changed', async () => {
    const evidence = parseJson(kept['evidence.json'] ?? '');
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...leaves(evidence)), async ({ at, value }) => {
        const text = JSON.stringify(changedAt(evidence, at, another(value)));
        expect(await namesOf({ 'evidence.json': text })).toEqual(['evidence']);
      }),
      { numRuns: 30 },
    );
  });

  test('names a member of evidence.json that is there twice', async () => {
    const text = kept['evidence.json'] ?? '';
    const twice = text.replace('"result": ', '"result": "pass",\n  "result": ');
    expect(parseJson(twice)).toEqual(parseJson(text));
    expect(await namesOf({ 'evidence.json': twice })).toEqual(['evidence']);
  });

  test('names any line of controls.csv that is changed, and one that is missing', async () => {
    const lines = (kept['controls.csv'] ?? '').split('\r\n');
    for (const [at, line] of lines.slice(0, -1).entries()) {
      const { controls, ...others } = await changed({ 'controls.csv': lines.with(at, `${line}0`).join('\r\n') });
      expect([controls?.differences.map(({ what }) => what), others]).toEqual([[`line ${at + 1} of controls.csv`], {}]);
    }
    expect(await namesOf({ 'controls.csv': lines.toSpliced(1, 1).join('\r\n') })).toEqual(['controls']);
  });

  test('names its policy, and a catalogue', async () => {
    const policy = kept['policy.yml'] ?? '';
    for (const [before, after] of [
      ['const: UTC', 'const: GMT'],
      ['severity: warning', 'severity: error'],
      ['A month to change', 'A year'],
      ['controls: [own.yml/zone]', 'controls: [own.yml/paper]'],
    ] as const) {
      expect(policy).toContain(before);
      expect(await namesOf({ 'policy.yml': policy.replace(before, after) })).toContain('policy');
    }
    await writeFile(path.join(folder, 'own.yml'), CATALOGUE.replace('covered: whole', 'covered: effect, reason: x'));
    expect(await changed({})).toMatchObject({
      catalogues: { result: 'differs', differences: [{ what: 'digest of the catalogue own.yml' }] },
      controls: { result: 'not-verified' },
    });
    await writeFile(path.join(folder, 'own.yml'), CATALOGUE);
  });

  test('that lacks a file which its run wrote, or has that of another tenant, is named', async () => {
    const place = newFolder();
    await writeFile(path.join(place, 'rows.ndjson.gz'), rowsFileOf(stored));
    await writeFile(path.join(place, 'policy.yml'), kept['policy.yml'] ?? '');
    const { stdout } = await runProgram(['verify', place, '--report', 'skus.yml'], {}, folder);
    expect(stdout).toMatch(/differs +controls: [^\n]*\n +The report has no controls\.csv/);
    expect(stdout).toMatch(/differs +evidence: [^\n]*\n +The report has no evidence\.json/);
    const evidence = changedAt(parseJson(kept['evidence.json'] ?? ''), ['tenant'], 'other.example');
    const { evidence: other } = await changed({ 'evidence.json': JSON.stringify(evidence) });
    expect(other?.differences).toEqual([expect.objectContaining({ what: 'tenant', stored: 'other.example' })]);
  });
});
