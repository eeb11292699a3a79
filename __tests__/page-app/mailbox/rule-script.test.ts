import { expect, test } from '@jest/globals';
import { ruleScript } from '../../../src/page-app/mailbox/rule-script.ts';

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
