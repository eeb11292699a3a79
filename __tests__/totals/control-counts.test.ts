import { describe, expect, it } from '@jest/globals';
import type { Catalogue, ControlPart } from '../../src/controls/catalogue.ts';
import type { EvidenceControl } from '../../src/controls/evidence.ts';
import type { Policy, Rule } from '../../src/policy/policy-definition.ts';
import type { Verdict } from '../../src/policy/verdict.ts';
import { applicationsOfTenant } from '../../src/reports/built-in/applications-of-tenant.ts';
import { mailboxes } from '../../src/reports/built-in/mailboxes.ts';
import { mailboxSettings } from '../../src/reports/built-in/mailbox-settings.ts';
import { organization } from '../../src/reports/built-in/organization.ts';
import type { RowStatus } from '../../src/reports/rows.ts';
import { ControlCounts, unmetControls } from '../../src/totals/control-counts.ts';
import { policyOf, ruleOf } from '../policy/judge-policy.ts';

const CATALOGUE = 'own.yml';
const RUN = { isStopped: false, tenant: undefined, unlisted: 0 };

function part(id: string, more: Partial<ControlPart> = {}): ControlPart {
  return { id, subject: 'mailboxes', covered: 'whole', reason: '', choice: '', criteria: [], source: '', ...more };
}

function policyWith(parts: readonly ControlPart[], rules: readonly Rule[]): Policy {
  const control = { id: '1', title: 'One', level: '', references: [], parts };
  const version = { asOf: '2026-01-01', checked: '2026-01-01', digest: '' };
  const catalogue: Catalogue = { name: CATALOGUE, title: 'Own', source: '', ...version, controls: [control] };
  return { ...policyOf(rules), catalogues: new Map([[CATALOGUE, catalogue]]) };
}

function rule(id: string, parts: readonly string[] = [''], more: Partial<Rule> = {}): Rule {
  const place = { file: 'p.yml', line: 1, column: 1 };
  const controls = parts.map((of) => ({ catalogue: CATALOGUE, control: '1', part: of, place }));
  return ruleOf({ id, report: mailboxes.name, controls, ...more });
}

/** What a rule says of a mailbox in a report whose row has a status. */
type Says = readonly [rule: Rule, verdict: Verdict | undefined, status?: RowStatus];

const judged = ([of, verdict, status = 'ok']: Says) => ({
  rows: [{ status }],
  verdict: { rows: [], rules: [{ rule: of, verdict, findings: [] }] },
});

/** The lines of the control after some mailboxes. */
function linesOf(
  parts: readonly ControlPart[],
  rules: readonly Rule[],
  all: readonly (readonly Says[])[],
  run: Parameters<ControlCounts['lines']>[0] = RUN,
): readonly EvidenceControl[] {
  const counts = new ControlCounts(policyWith(parts, rules), [mailboxes, mailboxSettings, organization]);
  for (const says of all) counts.add({ reports: says.map(judged) });
  return counts.lines(run);
}

const [first, second] = [rule('a'), rule('b', [''], { report: mailboxSettings.name })];
const UNREAD: readonly Says[] = [
  [first, 'inconclusive', 'not-found'],
  [second, 'inconclusive', 'not-found'],
];

describe('the counts of a control', () => {
  it('have each mailbox once, by the worst of its rules, and add up', () => {
    const [line] = linesOf(
      [part('')],
      [first, second],
      [
        [
          [first, 'pass'],
          [second, 'fail'],
        ],
        [
          [first, 'exempt'],
          [second, 'pass'],
        ],
        [
          [first, 'known'],
          [second, undefined],
        ],
        [
          [first, 'warn'],
          [second, 'pass'],
        ],
        [
          [first, 'pass'],
          [second, 'inconclusive', 'throttled'],
        ],
        [
          [first, 'pass'],
          [second, 'pass'],
        ],
        [
          [first, undefined],
          [second, undefined],
        ],
        UNREAD,
        // A column of the list says that no rule applies.
        [
          [first, undefined, 'not-found'],
          [second, undefined, 'not-found'],
        ],
      ],
      { ...RUN, tenant: 12 },
    );
    expect(line?.population).toEqual({
      tenant: 12,
      listed: 9,
      read: 8,
      concerned: 6,
      passed: 1,
      failed: 1,
      warned: 1,
      known: 1,
      exempt: 1,
      inconclusive: 1,
      unread: 1,
    });
  });

  it('are blank without rules', () => {
    const [line] = linesOf([part('')], [], [[]]);
    expect(line).toMatchObject({ result: 'not-checked', basis: null, rules: [] });
    expect(new Set(Object.values(line?.population ?? {}))).toEqual(new Set([null]));
  });

  it('are 1 for the organization, which is unread with its table', () => {
    const ofTenant = rule('t', [''], { report: organization.name });
    const of = (verdict: Verdict, status: RowStatus): EvidenceControl | undefined => {
      const counts = new ControlCounts(policyWith([part('', { subject: 'organization' })], [ofTenant]), [organization]);
      const row = { status, error: '', content: 'item' as const, cells: [] };
      const verdicts = { rows: [], rules: [{ rule: ofTenant, verdict, findings: [] }] };
      counts.addTable({ definition: organization, rows: [row], verdict: verdicts });
      return counts.lines({ ...RUN, tenant: 5 })[0];
    };
    const none = { failed: 0, warned: 0, known: 0, exempt: 0, inconclusive: 0 };
    expect([of('pass', 'ok'), of('inconclusive', 'access-denied')]).toMatchObject([
      { result: 'met', population: { ...none, tenant: null, listed: 1, read: 1, concerned: 1, passed: 1, unread: 0 } },
      { result: 'unknown', population: { ...none, listed: 1, read: 0, concerned: 0, passed: 0, unread: 1 } },
    ]);
  });
});

it('counts a table as inconclusive if a row is exempt and another is not known', () => {
  const ofTable = rule('t', [''], { report: applicationsOfTenant.name });
  const of = (isUncertain: boolean): EvidenceControl | undefined => {
    const policy = policyWith([part('', { subject: 'organization' })], [ofTable]);
    const counts = new ControlCounts(policy, [applicationsOfTenant]);
    const rules = [{ rule: ofTable, verdict: 'exempt', findings: [], isUncertain } as const];
    counts.addTable({ definition: applicationsOfTenant, rows: [], verdict: { rows: [], rules } });
    return counts.lines(RUN)[0];
  };
  expect([of(false), of(true)]).toMatchObject([
    { result: 'excepted', population: { exempt: 1, inconclusive: 0 } },
    { result: 'unknown', population: { exempt: 0, inconclusive: 1 } },
  ]);
});

describe('the result of a control', () => {
  const PASS: readonly Says[] = [[first, 'pass']];
  const two = [part('x'), part('y')];
  const [ofX, ofY, ofBoth] = [rule('x', ['x']), rule('y', ['y']), rule('both', ['x', 'y'])];

  it.each([
    ['met, if all pass', 'met', [part('')], [first], [PASS, [[first, undefined]]]],
    ['not met, if the baseline has the violation', 'not-met', [part('')], [first], [PASS, [[first, 'known']]]],
    [
      'not met, if a warning stands beside what is not known',
      'not-met',
      [part('')],
      [first, second],
      [
        [
          [first, 'warn'],
          [second, 'inconclusive'],
        ],
      ],
    ],
    ['unknown, if a mailbox is unread', 'unknown', [part('')], [first, second], [PASS, UNREAD]],
    [
      'unknown, if something is exempt and something unknown',
      'unknown',
      [part('')],
      [first],
      [[[first, 'exempt']], [[first, 'inconclusive']]],
    ],
    ['excepted, if all violations are exempt', 'excepted', [part('')], [first], [PASS, [[first, 'exempt']]]],
    ['not checked, if the rule applies to nothing', 'not-checked', [part('')], [first], [[[first, undefined]]]],
    ['met in part, with one of two parts', 'met-in-part', two, [ofX], [[[ofX, 'pass']]]],
    [
      'met in part, if a rule of a part applies to nothing',
      'met-in-part',
      two,
      [ofX, ofY],
      [
        [
          [ofX, 'pass'],
          [ofY, undefined],
        ],
      ],
    ],
    ['met, if a rule is about both parts', 'met', two, [ofBoth], [[[ofBoth, 'pass']]]],
    [
      'met in part, if only the effect is read',
      'met-in-part',
      [part('', { covered: 'effect', reason: 'r' })],
      [first],
      [PASS],
    ],
    [
      'met in part, if the rule is about another subject',
      'met-in-part',
      [part('', { subject: 'organization' })],
      [first],
      [PASS],
    ],
  ] satisfies [string, string, ControlPart[], Rule[], (readonly Says[])[]][])(
    'is %s',
    (_, result, parts, rules, all) => {
      const lines = linesOf(parts, rules, all);
      expect(lines.map((line) => line.result)).toEqual(lines.map(() => result));
    },
  );

  it.each([
    ['has no rule', [part('x'), part('y')], [ofX], 'y: No rule is about it.'],
    [
      'has a rule that applies to nothing',
      [part('x')],
      [rule('z', ['x'])],
      'x: Nothing that was read is concerned by z.',
    ],
    [
      'is read by its effect',
      [part('x', { covered: 'effect', reason: 'Why' })],
      [ofX],
      'x: Reports show only its effect in mailboxes. Why.',
    ],
    [
      'is about the organization',
      [part('', { subject: 'organization' })],
      [first],
      'The rule a is not about the organization.',
    ],
  ])('says what is missing if a part %s', (_, parts, rules, missing) => {
    expect(linesOf(parts, rules, [[[ofX, 'pass']]])[0]?.missing).toEqual([missing]);
  });

  it('is unknown if the run was cancelled, whatever it read', () => {
    const lines = linesOf([part('')], [first], [PASS, [[second, undefined, 'cancelled']]]);
    expect(lines.map(({ result }) => result)).toEqual(['unknown']);
  });

  it.each([
    [1, 0, 'met', []],
    [2, 1, 'met-in-part', ['1 mailbox of the tenant is not in the list.']],
    [9, 8, 'met-in-part', ['8 mailboxes of the tenant are not in the list.']],
    [undefined, 0, 'met', []],
    // The tenant lacks the mailbox of the list, or that is not known.
    [1, 1, 'met-in-part', ['1 mailbox of the tenant is not in the list.']],
    [undefined, 1, 'met-in-part', ['1 mailbox of the tenant is not in the list.']],
  ])(
    'is met only if the list is not known to lack mailboxes of the tenant: %j, %j',
    (tenant, unlisted, result, missing) => {
      const ofRun = { ...RUN, tenant, unlisted };
      const ofTenant = rule('t', ['y'], { report: organization.name });
      expect(linesOf([part('')], [first], [PASS], ofRun)).toMatchObject([{ result, missing }]);
      // A control of the organization does not depend on the list.
      const counts = new ControlCounts(policyWith([part('y', { subject: 'organization' })], [ofTenant]), [
        organization,
      ]);
      const row = { status: 'ok' as const, error: '', content: 'item' as const, cells: [] };
      const verdict = { rows: [], rules: [{ rule: ofTenant, verdict: 'pass' as const, findings: [] }] };
      counts.addTable({ definition: organization, rows: [row], verdict });
      expect(counts.lines(ofRun)).toMatchObject([{ result: 'met', missing: [] }]);
    },
  );

  it.each([
    [{}, 'met'],
    [{ Name: { const: 'x' } }, 'not-checked'],
  ])('of a table without rows is decided by a rule unless that has a "when": %j', (when, result) => {
    const ofTable = rule('t', [''], { report: organization.name, when });
    const counts = new ControlCounts(policyWith([part('', { subject: 'organization' })], [ofTable]), [organization]);
    const verdict = { rows: [], rules: [{ rule: ofTable, verdict: 'pass' as const, findings: [] }] };
    counts.addTable({ definition: organization, rows: [], verdict });
    expect(counts.lines(RUN)).toMatchObject([{ result }]);
  });

  it('is unknown if the run was stopped, and counts once as unmet', () => {
    const lines = linesOf([part('x'), part('y', { subject: 'organization' })], [ofX], [[[ofX, 'pass']]], {
      ...RUN,
      isStopped: true,
    });
    expect([lines.map(({ result }) => result), unmetControls(lines)]).toEqual([['unknown', 'unknown'], 1]);
  });
});
