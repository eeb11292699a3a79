import { expect, test } from '@jest/globals';
import { clouds } from '../../src/auth/clouds.ts';
import { CONTROL_RESULTS } from '../../src/controls/evidence.ts';
import { REPLACEMENTS } from '../../src/run/former-names.ts';
import { INPUTS } from '../../src/run/inputs.ts';
import { BY_REMEDY } from '../../src/totals/mailbox-counts.ts';
import { builtInReports } from '../../src/reports/built-in.ts';
import { builtInTables } from '../../src/reports/built-in-tables.ts';
import { actionInterface } from './action-yml.ts';
import { inlineCode } from './markdown.ts';
import { documents, textOf } from './repository.ts';

/** Names of the same form that are GitHub's, Graph's, a folder's, an artifact's or a report file's. */
const OTHERS = [
  'id-token',
  'timeout-minutes',
  'demo-output',
  'request-id',
  'client-request-id',
  'mailbox-report',
  'mailbox-report-evidence',
  'mailbox-report-signatures',
  'smtp-test',
  'mailbox-remediation',
  'master-categories',
  'first-page-only',
  'system-trustees',
  'allow-listed',
  'mailbox-added',
  'mailbox-removed',
  'new-violation',
  'rule-added',
  'rule-removed',
  'no-external-replies',
  'not-verified',
  'system-trustees',
  'sign-ins',
  'app-usage',
  'mobile-devices',
  'default-off',
  'as-of',
  ...builtInTables.keys(),
  'soft-deleted',
  'review-every',
  'organization-wide',
];

/** Policies show ids and keywords of the same look; the test of that document holds its names. */
const HELD_ELSEWHERE = ['docs/policy.md', 'docs/outputs.md', 'docs/report-keys.md', 'CONTRIBUTING.md'];

test.each((await documents()).filter((document) => !HELD_ELSEWHERE.includes(document)))(
  '%s mentions only existing inputs, outputs and values',
  (document) => {
    const interfaces = [
      actionInterface(),
      actionInterface('validate/action.yml'),
      actionInterface('merge/action.yml'),
      actionInterface('remediate/action.yml'),
    ];
    const inputs = interfaces.flatMap((of) => of.inputs);
    const outputs = interfaces.flatMap((of) => of.outputs);
    const known = new Set<string>([
      ...inputs.map(({ name }) => name),
      ...outputs,
      ...BY_REMEDY,
      ...CONTROL_RESULTS,
      ...builtInReports.keys(),
      ...Object.keys(clouds),
      ...[...INPUTS.values()].flatMap(({ read }) => read?.choices ?? []),
      ...(document === 'CHANGELOG.md' ? REPLACEMENTS.keys() : []),
      ...[...textOf('retirements.yml').matchAll(/ id: (\S+)/g)].map(([, id = '']) => id),
      ...OTHERS,
    ]);
    const named = inlineCode(textOf(document)).flatMap(
      (code) => /^([a-z]+(?:-[a-z]+)+)(?:: .*)?$/.exec(code)?.[1] ?? [],
    );
    expect(named.filter((name) => !known.has(name))).toEqual([]);
  },
);
