import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../src/json.ts';
import { ruleSentence } from '../../../src/text/rule-sentence.ts';
import { ruleScript } from '../../../src/page-app/mailbox/rule-script.ts';

function sentence(cells: Readonly<Record<string, string>>): string {
  return ruleSentence((column) => cells[column] ?? '');
}

function conditions(predicates: Readonly<Record<string, Json>>): string {
  return sentence({ Delete: 'true', Conditions: JSON.stringify(predicates) });
}

describe('an inbox rule in a sentence', () => {
  test('names the mail, its actions in order, and the folder', () => {
    expect(
      sentence({
        MoveToFolder: 'Archive',
        MarkAsRead: 'true',
        ForwardTo: 'x@y.example; z@y.example',
        Conditions: '{"subjectContains":["invoice"]}',
        StopProcessingRules: 'true',
      }),
    ).toBe(
      "moves mail with 'invoice' in the subject to Archive, marks it as read, forwards it to x@y.example and z@y.example" +
        ' and stops processing more rules',
    );
  });

  test('says what is not known', () => {
    expect(sentence({ CopyToFolder: 'AAMkAGVmMDEzMTM4LTZmYWUtNDdkNC1hMDZiLTU1OGY5OTZhYmY4OAAuAAA=' })).toBe(
      'copies mail to a folder',
    );
    expect(sentence({})).toBe('does nothing with mail');
    expect(sentence({ ReadOnly: 'true' })).toBe('does something that Graph does not show with mail');
    expect(sentence({ ReadOnly: 'true', Delete: 'true' })).toBe('deletes mail; Graph does not show all of it');
    expect(sentence({ Delete: 'true', Conditions: '{"subj' })).toBe(
      'deletes mail with conditions that cannot be shown',
    );
    expect(conditions({ newPredicate: ['a\u202Eb'] })).toBe('deletes mail with newPredicate ["a\\u{202e}b"]');
  });

  test('has conditions, exceptions and long lists', () => {
    const from = { emailAddress: { name: 'Adele', address: 'adele@contoso.com' } };
    expect(conditions({ fromAddresses: [from], hasAttachments: true, sentToMe: false, importance: null })).toBe(
      'deletes mail from adele@contoso.com and with attachments',
    );
    expect(conditions({ withinSizeRange: { minimumSize: 10, maximumSize: 20 } })).toBe('deletes mail of 10 to 20 kB');
    expect(conditions({ bodyContains: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] })).toBe(
      "deletes mail with 'a', 'b', 'c', 'd', 'e' or 2 more in the body",
    );
    expect(sentence({ PermanentDelete: 'true', Exceptions: '{"senderContains":["boss"],"isSigned":true}' })).toBe(
      "deletes mail (except mail with 'boss' in the sender's address or that is signed) permanently",
    );
  });
});

test('the script of a rule has one line for each text, however hostile, and says what has no command', () => {
  const command = ['Disable-InboxRule -Mailbox ', { cell: 'MailboxName' }, ' -Identity ', { cell: 'RuleName' }];
  const about = { id: 'no-rules', title: 'No\r\nrule\u2028#', report: 'inbox-rules', item: ['RuleName'] };
  const rule = { ...about, command, note: 'Client-side\nrules go.', isPlanned: true };
  const row =
    (mailbox: string, Item: string) =>
    (column: string): string =>
      ({ MailboxName: mailbox, Item, Column: 'Enabled', Message: 'On\nRemove-Mailbox x' })[column] ?? '';
  const hostile = "o'x\u2019; Remove-Mailbox x #@contoso.com";
  const findings = [row('a@x.y', 'Out'), row('a@x.y', 'Out'), row(hostile, '$(calc)'), row('b@x.y', 'Twice')];
  const { text, commands, without } = ruleScript(rule, findings, 'tenant x.y', (_, item) => item !== 'Twice');
  expect({ commands, without }).toEqual({ commands: 2, without: 1 });
  expect(text.split('\n').filter((line) => !line.startsWith('# '))).toEqual([
    'Connect-ExchangeOnline',
    '',
    "Disable-InboxRule -Mailbox 'a@x.y' -Identity 'Out'",
    "Disable-InboxRule -Mailbox 'o''x\u2019\u2019; Remove-Mailbox x #@contoso.com' -Identity '$(calc)'",
    '',
  ]);
  expect(text).toMatch(
    /rule no-rules, No rule\\u\{2028\}#\n# Run: tenant x\.y\n# 2 commands for 4 findings, 1 without a command:/,
  );
  expect(text).toContain('\n# - b@x.y, Twice: On Remove-Mailbox x\n');
  expect(text).toContain('\n# Client-side rules go.\n');
  const replies = { ...rule, command: ["Invoke-MgGraphRequest -Method PATCH -Uri '/v1.0/users'"] };
  const graph = ruleScript(replies, [row('a@x.y', '')], 'tenant x.y', () => true).text;
  expect(graph.match(/^Connect-.*$/gm)).toEqual([expect.stringMatching(/^Connect-MgGraph /)]);
});
