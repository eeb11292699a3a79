import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Mailbox } from '../../../src/mailboxes/mailbox.ts';
import type { Row } from '../../../src/reports/rows.ts';
import { folders } from '../../../src/reports/built-in/folders.ts';
import { inboxRules } from '../../../src/reports/built-in/inbox-rules.ts';
import type { ReportDefinition } from '../../../src/reports/definition.ts';
import { folderNames, ListPlaces } from '../../../src/outputs/page/lookups.ts';
import { pageRules } from '../../../src/outputs/page/rules.ts';
import type { Rule } from '../../../src/policy/definition.ts';

describe('the places of mailboxes', () => {
  test('give back the file and the line of each', () => {
    const mailboxes = fc.array(fc.tuple(fc.constantFrom('a.txt', 'b.csv'), fc.integer({ min: 1, max: 5 })));
    fc.assert(
      fc.property(mailboxes, (all) => {
        const places = new ListPlaces();
        const rows = all.flatMap(([file, line]) => places.add({ address: '', file, line } satisfies Mailbox));
        const found = [...rows, ...places.end()].flatMap(([file, line, count]) =>
          Array.from({ length: Number(count) }, (_, at) => [file, Number(line) + at]),
        );
        expect(found).toEqual(all);
      }),
    );
  });

  test('are one row for a list without other lines', () => {
    const places = new ListPlaces();
    expect([2, 3, 4].flatMap((line) => places.add({ address: '', file: 'a.txt', line }))).toEqual([]);
    expect(places.end()).toEqual([['a.txt', 2, 3]]);
  });
});

test('the folders that inbox rules name are looked up, and no others', () => {
  const mailbox: Mailbox = { address: 'a@b.c', file: 'a.txt', line: 1 };
  const row = (definition: ReportDefinition, column: string, value: string, id?: string): Row => ({
    ...{ mailbox, status: 'ok', error: '', content: 'item', id },
    cells: Object.keys(definition.columns).map((name) => (name === column ? value : null)),
  });
  const rules = {
    definition: inboxRules,
    rows: [row(inboxRules, 'MoveToFolder', 'AAMk=')],
    verdict: undefined,
  } as const;
  const tree = {
    definition: folders,
    rows: [row(folders, 'FolderPath', 'Inbox', 'AAA='), row(folders, 'FolderPath', 'Archive/Bills', 'AAMk=')],
    verdict: undefined,
  } as const;
  const result = { mailbox, status: 'ok', error: '' } as const;
  expect(folderNames({ ...result, reports: [rules, tree] })).toEqual([['a@b.c', 'AAMk=', 'Archive/Bills']]);
  expect(folderNames({ ...result, reports: [rules] })).toEqual([]);
});

describe('the settings of a rule', () => {
  const place = { file: 'policy.yml', line: 1, column: 1 };
  const settings = (rule: Pick<Rule, 'report' | 'expect'> & Partial<Rule>) =>
    pageRules({
      file: 'policy.yml',
      rules: [{ id: 'r', title: 'r', severity: 'error', when: {}, place, ...rule }],
      exemptions: [],
    })[0]?.settings;

  test('are those that it sets, or the only value that it accepts of a parameter', () => {
    const set = [{ path: 'timeZone', value: 'UTC' }];
    expect(settings({ report: 'mailbox-settings', expect: {}, set })).toEqual({ timeZone: 'UTC' });
    expect(settings({ report: 'mailbox-properties', expect: { AuditEnabled: { const: true } } })).toEqual({
      AuditEnabled: true,
    });
    expect(settings({ report: 'mailbox-properties', expect: { ExternalTargets: { maxItems: 0 } } })).toEqual({
      ForwardingAddress: null,
      ForwardingSmtpAddress: null,
    });
    expect(settings({ report: 'client-access', expect: { SmtpAuth: { enum: ['disabled'] } } })).toEqual({
      SmtpClientAuthenticationDisabled: true,
    });
  });

  test('do not exist if several values are accepted or a column is no parameter', () => {
    const expected = { AuditEnabled: { const: true }, RecipientTypeDetails: { const: 'UserMailbox' } };
    expect(settings({ report: 'mailbox-properties', expect: expected })).toBeUndefined();
    expect(settings({ report: 'mailbox-properties', expect: { AuditEnabled: { type: 'boolean' } } })).toBeUndefined();
    expect(settings({ report: 'inbox-rules', expect: { ExternalTargets: { maxItems: 0 } } })).toBeUndefined();
  });
});
