import { describe, expect, test } from '@jest/globals';
import type { Json } from '../../../src/json.ts';
import { fixCommand, removeCommand } from '../../../src/page-app/mailbox/fix-command.ts';
import { ruleSentence } from '../../../src/page-app/mailbox/rule-sentence.ts';
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

describe('the command that fixes a finding', () => {
  const mailbox = 'adele@contoso.com';

  test('is one of Exchange Online, or the request to Graph', () => {
    expect(fixCommand({ report: 'mailbox-properties', settings: { AuditEnabled: true }, mailbox, item: '' })).toBe(
      "Set-Mailbox -Identity 'adele@contoso.com' -AuditEnabled $true",
    );
    expect(
      fixCommand({ report: 'client-access', settings: { PopEnabled: false, ImapEnabled: false }, mailbox, item: '' }),
    ).toBe("Set-CASMailbox -Identity 'adele@contoso.com' -PopEnabled $false -ImapEnabled $false");
    const settings = { timeZone: 'UTC', 'automaticRepliesSetting.externalReplyMessage': "We're off" };
    expect(fixCommand({ report: 'mailbox-settings', settings, mailbox, item: '' })).toBe(
      "Invoke-MgGraphRequest -Method PATCH -Uri '/v1.0/users/adele%40contoso.com/mailboxSettings' -Body " +
        '\'{"timeZone":"UTC","automaticRepliesSetting":{"externalReplyMessage":"We\'\'re off"}}\'',
    );
  });

  test('is the cmdlet for replies if it has all settings', () => {
    const report = 'automatic-replies';
    const inside = { 'automaticRepliesSetting.externalAudience': 'contactsOnly' };
    expect(fixCommand({ report, settings: inside, mailbox, item: '' })).toBe(
      "Set-MailboxAutoReplyConfiguration -Identity 'adele@contoso.com' -ExternalAudience Known",
    );
    const off = { ...inside, 'automaticRepliesSetting.status': 'disabled' };
    expect(fixCommand({ report, settings: off, mailbox, item: '' })).toMatch(/ Known -AutoReplyState Disabled$/);
    const planned = { ...inside, 'automaticRepliesSetting.status': 'scheduled' };
    expect(fixCommand({ report, settings: planned, mailbox, item: '' })).toMatch(/^Invoke-MgGraphRequest /);
  });

  test('removes a right', () => {
    const trustee = "o'brien@contoso.com";
    expect(
      ['FullAccess', 'SendAs', 'SendOnBehalf', 'ReadPermission'].map((right) =>
        removeCommand({ mailbox, trustee, right }),
      ),
    ).toEqual([
      "Remove-MailboxPermission -Identity 'adele@contoso.com' -User 'o''brien@contoso.com' -AccessRights FullAccess -Confirm:$false",
      "Remove-RecipientPermission -Identity 'adele@contoso.com' -Trustee 'o''brien@contoso.com' -AccessRights SendAs -Confirm:$false",
      "Set-Mailbox -Identity 'adele@contoso.com' -GrantSendOnBehalfTo @{Remove = 'o''brien@contoso.com'}",
      undefined,
    ]);
  });

  test('does not exist if it is not certain', () => {
    const settings = { isEnabled: false };
    expect(fixCommand({ report: 'inbox-rules', settings, mailbox, item: '' })).toBeUndefined();
    expect(fixCommand({ report: 'inbox-rules', settings, mailbox, item: 'a\nb' })).toBeUndefined();
    expect(fixCommand({ report: 'folders', settings, mailbox, item: 'a' })).toBeUndefined();
    expect(fixCommand({ report: 'mailbox-properties', settings: {}, mailbox, item: '' })).toBeUndefined();
    expect(
      fixCommand({ report: 'mailbox-properties', settings: { 'A; rm': true }, mailbox, item: '' }),
    ).toBeUndefined();
  });
});

test('the script of a rule has one line for each text, however hostile, and says what has no command', () => {
  const settings = { isEnabled: false };
  const rule = { id: 'no-rules', title: 'No\r\nrule\u2028#', report: 'inbox-rules', settings, isPlanned: true };
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
  const replies = { ...rule, report: 'mailbox-settings', settings: { timeZone: 'UTC' } };
  const graph = ruleScript(replies, [row('a@x.y', '')], 'tenant x.y', () => true).text;
  expect(graph.match(/^Connect-.*$/gm)).toEqual([expect.stringMatching(/^Connect-MgGraph /)]);
});
