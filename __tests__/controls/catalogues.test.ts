import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from '@jest/globals';
import { shippedCatalogues, shippedRules } from '../../scripts/controls.ts';
import { parseCatalogue } from '../../src/controls/catalogue-file.ts';
import { SHIPPED_CATALOGUES } from '../../src/controls/shipped.ts';
import { checkPolicyFile } from '../../src/policy/file/policy-file.ts';
import { policyDigest } from '../../src/store/rows-header.ts';
import { newFolder } from '../support/new-folder.ts';
import { textOf } from '../docs/repository.ts';

const OWN = `
title: Own
source: https://contoso.com/rules
as-of: 2026-11-01
checked: 2026-12-01
controls:
  - id: '1'
    title: Forwarding is off
    parts:
      - { id: rules, subject: organization, covered: whole }
      - { id: policy, subject: organization, covered: effect, reason: Only mailboxes show it. }
  - id: '2'
    title: Time zones
    parts: [{ subject: mailboxes, covered: whole }]
`;

let folder: string;

beforeEach(() => {
  folder = newFolder();
  writeFileSync(path.join(folder, 'own.yml'), OWN);
});

/** The policy of a file with one rule, and the messages of its problems. */
async function policyWith(controls: string) {
  const text = `rules: [{ id: zone, controls: ${controls}, expect: { TimeZone: { const: UTC } } }]`;
  writeFileSync(path.join(folder, 'policy.yml'), text);
  const { value, problems } = await checkPolicyFile('policy.yml', folder, []);
  return { policy: value, problems: problems.map(({ code, message, hint }) => `${code} ${message} ${hint}`) };
}

describe('the controls of a rule', () => {
  test('are those of shipped catalogues and of files, with their parts', async () => {
    const { policy, problems } = await policyWith("[scuba-exo/MS.EXO.5.1v1, 'own.yml/1#rules', own.yml/2]");
    expect(problems).toEqual([]);
    expect(policy?.rules[0]?.controls).toMatchObject([
      { catalogue: 'scuba-exo', control: 'MS.EXO.5.1v1', part: '' },
      { catalogue: 'own.yml', control: '1', part: 'rules' },
      { catalogue: 'own.yml', control: '2', part: '' },
    ]);
    expect([...(policy?.catalogues?.keys() ?? [])].sort()).toEqual(['own.yml', 'scuba-exo']);
  });

  test.each([
    ['another version of a catalogue', 'scuba-exp/MS.EXO.5.1v1', /POLICY_FILE .*scuba-exp.*Did you mean "scuba-exo"/],
    ['an unknown control', 'scuba-exo/MS.EXO.5.1v2', /POLICY_FILE .*MS\.EXO\.5\.1v2.*Did you mean "MS\.EXO\.5\.1v1"/],
    ['an unknown part', "'own.yml/1#rule'", /POLICY_FILE .*rule.*Did you mean "rules"/],
    ['no part where there are several', 'own.yml/1', /POLICY_FILE .*2 parts.*own\.yml\/1#rules or own\.yml\/1#policy/],
    ['a part where there is one without a name', "'own.yml/2#zone'", /POLICY_FILE .*no part.*own\.yml\/2/],
    ['a file that does not exist', 'owm.yml/1', /CATALOGUE_FILE .*owm\.yml.*Did you mean own\.yml/],
    ['a file outside', '../own.yml/1', /CATALOGUE_FILE .*outside/],
    ['a text without a catalogue', 'MS.EXO.5.1v1', /POLICY_FILE .*catalogue\/control/],
  ])('refuse %s', async (_, control, expected) => {
    const { policy, problems } = await policyWith(control);
    expect(policy).toBeUndefined();
    expect(problems).toEqual([expect.stringMatching(expected)]);
  });

  test('are part of what the digest of a policy is about', async () => {
    const [one, other] = [await policyWith('own.yml/2'), await policyWith("'own.yml/1#rules'")];
    if (one.policy === undefined || other.policy === undefined) throw new Error('a policy has problems');
    expect(policyDigest(one.policy)).not.toBe(policyDigest(other.policy));
  });
});

test.each([
  ['an unknown key', OWN.replace('parts:', 'part:'), /part.* is not one of the keys/],
  ['a control twice', OWN.replace("id: '2'", "id: '1'"), /already/],
  ['a part without an id beside others', OWN.replace('id: rules, ', ''), /"id" is missing/],
  [
    'a part that is not whole without a reason',
    OWN.replace(', reason: Only mailboxes show it.', ''),
    /"reason" is missing/,
  ],
])('a catalogue with %s is refused', (_, text, message) => {
  const { value, problems } = parseCatalogue(text, 'own.yml');
  expect(value).toBeUndefined();
  expect(problems[0]).toMatchObject({ code: 'CATALOGUE_FILE', message: expect.stringMatching(message) });
});

test.each(Object.entries(SHIPPED_CATALOGUES))('the catalogue %s is read without a problem', (name, text) => {
  expect(parseCatalogue(text, name).problems).toEqual([]);
});

test('every program has the catalogues and rules of the repository: node scripts/controls.ts', async () => {
  expect(textOf('src/controls/shipped.ts')).toBe(await shippedCatalogues());
  expect(textOf('src/controls/shipped-rules.ts')).toBe(await shippedRules());
});
