import { expect, test } from '@jest/globals';
import type { Setting } from '../../src/policy/policy-definition.ts';
import type { RuleEffect } from '../../src/rehearsal/rule-effects.ts';
import { blocksText } from '../../src/cli/section-text.ts';
import { wholeSection } from '../../src/outputs/markdown.ts';
import { rehearsalJson, rehearsalSection } from '../../src/rehearsal/rehearsal-text.ts';

const NONE = { count: 0, addresses: [] };
const STARTED = new Date('2027-01-31T00:00:00Z');

/** A rehearsal of a rule that a mailbox newly violates. */
function rehearsed(...set: readonly Setting[]) {
  const effect: RuleEffect = {
    rule: 'r',
    severity: 'error',
    severityBefore: undefined,
    presence: 'kept',
    isBeforeKnown: true,
    isAfterKnown: true,
    by: {
      error: { before: 0, after: 1, new: { count: 1, addresses: ['a@x.y'] }, resolved: NONE },
      warning: { before: 0, after: 0, new: NONE, resolved: NONE },
    },
    known: NONE,
    exempt: NONE,
    noLongerFails: NONE,
    weakenedBy: [],
    inconclusive: 0,
    set,
    isSetChanged: false,
  };
  return {
    rehearsal: { mailboxes: 1, unread: 0, rules: [effect], unjudged: [], lists: undefined },
    source: { kind: 'path', path: 'report' } as const,
    started: STARTED,
    skipped: [],
    before: 'the policy base.yml',
  };
}

test.each<[string, Setting, string, object]>([
  ['a value', { path: 'AuditEnabled', value: true }, 'AuditEnabled: true', { path: 'AuditEnabled', value: true }],
  ['nothing', { path: 'Forwarding', value: null }, 'Forwarding: null', { path: 'Forwarding', value: null }],
  ['remove', { path: 'entry', value: null }, 'remove', { remove: true }],
])('says what a plan would set: %s', (_, setting, text, json) => {
  const result = rehearsed(setting);
  const section = rehearsalSection(result, true, STARTED.getTime());
  expect(blocksText(section.blocks, (_, plain) => plain)).toContain(
    `A remediation plan would set for r, in 1 mailbox: ${text}\n`,
  );
  expect(wholeSection(section)).toContain(`- A remediation plan would set for \`r\`, in 1 mailbox: \`${text}\`\n`);
  expect(rehearsalJson(result)).toMatchObject({ rules: [{ rule: 'r', set: [json] }] });
});
