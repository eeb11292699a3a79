import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parse } from 'yaml';
import { applyEdits, diffOf, type LineEdit } from '../../../../../src/cli/commands/setup/edit/line-edits.ts';
import { configOf, workflowEdit } from '../../../../../src/cli/commands/setup/edit/workflow-edit.ts';

const NEEDS = { config: 'mailbox-report.yml', keys: ['report', 'mailboxes', 'policy'] };
const HEAD = `# ours
on:
  schedule:
    - cron: '17 5 * * 1-5' # before work
      timezone: Etc/UTC # UTC
  workflow_dispatch:

permissions:
  contents: read
  id-token: write # signs in
  actions: read

jobs:
  report:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v7
`;
const STEP = `      - name: "Read"
        uses: 'mailbox-report/mailbox-report@0123456789012345678901234567890123456789' # v1
`;
const AFTER = `      - run: echo done # not ours
`;

function added(text: string, needs: object = NEEDS): readonly string[] {
  const edit = workflowEdit(text, { ...NEEDS, ...needs });
  if (edit.steps.length > 0) return edit.steps;
  const marked = diffOf(text, edit.edits).filter((line) => /^[-+]/.test(line));
  // Nothing else changed: taking the new lines away again gives the old text.
  const result = applyEdits(text, edit.edits);
  expect(result.length - text.length).toBe(
    marked.reduce((sum, line) => sum + (line.startsWith('+') ? 1 : -1) * (line.length - 1), 0),
  );
  return marked;
}

describe('a workflow that people have edited gets', () => {
  test.each([
    [
      'config as a last input',
      `${HEAD}${STEP}        with:\n          tenant-id: '1' # ours\n          client-id: "2"\n\n${AFTER}`,
      {},
      ['+           config: mailbox-report.yml'],
    ],
    [
      'config as the only input',
      `${HEAD}${STEP}${AFTER}`,
      {},
      ['+         with:', '+           config: mailbox-report.yml'],
    ],
    [
      'config as an input of the reusable workflow',
      `${HEAD}${AFTER}  all:\n    uses: mailbox-report/mailbox-report/.github/workflows/report.yml@v1\n    with:\n      shards: 2\n`,
      {},
      ['+       config: mailbox-report.yml'],
    ],
    [
      'nothing if one of its two steps names the file',
      `${HEAD}${STEP}${STEP}        with:\n          config: mailbox-report.yml\n          policy: p.yml\n`,
      { keys: ['report'] },
      [],
    ],
    [
      'a permission of the job, which counts',
      `${HEAD.replace('    steps:', '    permissions:\n      contents: read\n    steps:')}${STEP}        with: # here\n          config: mailbox-report.yml\n`,
      {},
      ['+       id-token: write', '+       actions: read'],
    ],
    [
      'another time zone',
      `${HEAD}${STEP}        with:\n          config: mailbox-report.yml\n`,
      { timeZone: 'Europe/Berlin' },
      ['-       timezone: Etc/UTC # UTC', '+       timezone: Europe/Berlin # UTC'],
    ],
    [
      'a time zone that it lacks',
      `${HEAD.replace('      timezone: Etc/UTC # UTC\n', '')}${STEP}        with:\n          config: mailbox-report.yml\n`,
      { timeZone: 'Europe/Berlin' },
      ['+       timezone: Europe/Berlin'],
    ],
    ['nothing that it has', `${HEAD}${STEP}        with: { config: mailbox-report.yml }\n`, {}, []],
  ])('%s', (_, text, needs, lines) => {
    expect(added(text, needs)).toEqual(lines);
  });

  test('lines that end as on Windows', () => {
    const text = `${HEAD}${STEP}${AFTER}`.replaceAll('\n', '\r\n');
    const edit = workflowEdit(text, NEEDS);
    expect(applyEdits(text, edit.edits).replaceAll('\r\n', '')).not.toMatch(/\n/);
    expect(configOf(applyEdits(text, edit.edits))).toBe('mailbox-report.yml');
  });
});

describe('a workflow is left alone, and what to do is said, if', () => {
  test.each([
    [
      'an input would count more than the file',
      `${HEAD}${STEP}        with:\n          report: access\n`,
      /take report out/,
    ],
    ['there are two steps of the report', `${HEAD}${STEP}${STEP}`, /there are 2/],
    ['no step is of the report', `${HEAD}${STEP.replace('report@', 'report/validate@')}`, /has none/],
    [
      'an input of the reusable workflow would count more than the file',
      `${HEAD}  all:\n    uses: mailbox-report/mailbox-report/.github/workflows/report.yml@v1\n    with: { report: access }\n`,
      /take report out/,
    ],
    ['its inputs are on one line', `${HEAD}${STEP}        with: { tenant-id: x }\n`, /below "with"/],
    [
      'its inputs are shared by an anchor',
      `${HEAD}${STEP}        with: &inputs\n          tenant-id: x\n`,
      /below "with"/,
    ],
    ['it has another file', `${HEAD}${STEP}        with:\n          config: other.yml\n`, /Set "config/],
    [
      'its permissions are another word',
      HEAD.replace(/permissions:[^]*?\n\n/, 'permissions: read-all\n\n') + STEP,
      /id-token: write/,
    ],
    ['it forbids the token', HEAD.replace('id-token: write', 'id-token: none') + STEP, /"id-token: write"/],
    ['it is not YAML', `${HEAD}${STEP}  - [`, /YAML/],
  ])('%s', (_, text, said) => {
    expect(added(text).join(' ')).toMatch(said);
  });
});

/** Parts of workflows as people write them. */
const schedules = fc.constantFrom(
  'on:\n  schedule:\n  - cron: \'1 2 * * *\' # early\n    timezone: "Etc/UTC"  # ours\n',
  'on:\n    schedule:\n        - { cron: "1 2 * * *", timezone: Etc/UTC } # flow\n    push:\n',
  "'on':\n  schedule:\n    - timezone: Etc/UTC\n      cron: 1 2 * * *\n    - cron: 3 4 * * *\n\n# second\n",
  'on: [push] # no schedule\n',
);
const permissions = fc.constantFrom(
  '',
  'permissions: {} # none\n',
  'permissions: read-all\n',
  'permissions: &p\n  contents: read # checkout\n',
  'permissions:\n  "contents": read # checkout\n  actions: write\n',
);
const withs = fc.constantFrom(
  '',
  '\n        with: # inputs\n          tenant-id: "x" # ID\n          policy: p.yml\n          extra-columns: |\n            a\n            b # no comment',
  '\n        with: { tenant-id: x } # flow',
  '\n        with: &w\n            tenant-id: x',
  "\n        env: { A: b }\n        with:\n          'config': ops/tenant.yml",
  '\n        with:\n          formats: html,json # for us\n        id: report # name',
);
const step = fc
  .record({ with: withs, quote: fc.constantFrom('', "'", '"') })
  .map(({ with: inputs, quote }) => `      - uses: ${quote}mailbox-report/mailbox-report@v1${quote} # pin${inputs}\n`);
const steps = fc.oneof(
  step.map((one) => `      - run: 'true' # before\n${one}      - run: 'echo a: b' # after\n`),
  fc.tuple(step, step).map((both) => both.join('\n')),
);

test('of any workflow, all lines but those that are changed stay, and the result is what was wanted', () => {
  fc.assert(
    fc.property(schedules, permissions, steps, fc.boolean(), (on, rights, all, isOfWindows) => {
      const lines = `# ours\n${on}${rights}jobs:\n  report: # job\n    runs-on: ubuntu-latest\n    steps:\n${all}`;
      const text = isOfWindows ? lines.replaceAll('\n', '\r\n') : lines;
      const needs = { ...NEEDS, timeZone: 'Europe/Berlin' };
      const { edits, steps: left, patch } = workflowEdit(text, needs);
      const result = applyEdits(text, edits);
      const kept = new Set(result.split(/\r?\n/));
      const lost = text.split(/\r?\n/).filter((line) => !line.includes('timezone:') && !kept.has(line));
      expect(lost).toEqual([]);
      expect(parse(result)).toMatchObject({ jobs: { report: { 'runs-on': 'ubuntu-latest' } } });
      expect(parse(applyEdits(text, patch))).toMatchObject({ jobs: { report: { 'runs-on': 'ubuntu-latest' } } });
      expect(left.length > 0 || configOf(result) === NEEDS.config).toBe(true);
      // A second time, nothing is left to change.
      expect(workflowEdit(result, needs)).toMatchObject({ edits: [], steps: left });
    }),
    { numRuns: 200 },
  );
});

test('the changes that somebody has to make are shown', () => {
  const inputs = ['tenant-id: x', 'report: | # ours', '  access', '  folders', 'policy: p.yml', 'formats: json'];
  const text = `${HEAD}${STEP}        with:\n${inputs.map((line) => `          ${line}\n`).join('')}${AFTER}`;
  const { edits, patch } = workflowEdit(text, { ...NEEDS, timeZone: 'Europe/Berlin' });
  const changes = (all: readonly LineEdit[]): readonly string[] =>
    diffOf(text, all).filter((line) => /^[-+]/.test(line));
  expect(changes(edits)).toEqual(['-       timezone: Etc/UTC # UTC', '+       timezone: Europe/Berlin # UTC']);
  expect(changes(patch)).toEqual([
    '-           report: | # ours',
    '-             access',
    '-             folders',
    '-           policy: p.yml',
    '+           config: mailbox-report.yml',
  ]);
});

test.each([
  [`${HEAD}${STEP}        with:\n          config: ops/tenant.yml\n`, 'ops/tenant.yml'],
  [`${HEAD}${STEP}`, undefined],
  ['jobs: [', undefined],
])('says which file a workflow names', (text, file) => {
  expect(configOf(text)).toBe(file);
});
