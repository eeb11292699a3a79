import { describe, expect, test } from '@jest/globals';
import { pageRules } from '../../../src/outputs/page/rules.ts';
import { correction } from '../../../src/page-app/mailbox/fix-command.ts';
import type { Rule } from '../../../src/policy/policy-definition.ts';

/** The command for a finding of a rule, as the page shows it. */
function commandOf(
  rule: Pick<Rule, 'report'> & Partial<Rule>,
  { item = '', isUnique = true, ...cells }: { item?: string; isUnique?: boolean; Column?: string; Found?: string } = {},
): string | undefined {
  const place = { file: 'policy.yml', line: 1, column: 1 };
  const rules = [{ id: 'r', title: 'r', severity: 'error' as const, when: {}, expect: {}, place, ...rule }];
  const [pageRule] = pageRules({ file: 'policy.yml', rules, exemptions: [] });
  if (pageRule === undefined) throw new Error('no rule');
  const finding: Readonly<Record<string, string>> = {
    MailboxName: "o'hara@contoso.com",
    Column: 'Any',
    Found: 'x',
    ...cells,
    Item: item,
  };
  return correction(
    (column) => finding[column] ?? '',
    pageRule,
    () => isUnique,
  );
}

function setting(settings: Readonly<Record<string, string | boolean | null>>): Pick<Rule, 'set'> {
  return { set: Object.entries(settings).map(([path, value]) => ({ path, value })) };
}

describe('the command that corrects a finding', () => {
  const MAILBOX = "'o''hara@contoso.com'";

  test('has what the rule sets, or the only value that it accepts of a setting', () => {
    const report = 'mailbox-properties';
    expect(commandOf({ report, ...setting({ AuditEnabled: true }) })).toBe(
      `Set-Mailbox -Identity ${MAILBOX} -AuditEnabled $true`,
    );
    expect(commandOf({ report, expect: { LitigationHoldEnabled: { const: true } } })).toBe(
      `Set-Mailbox -Identity ${MAILBOX} -LitigationHoldEnabled $true`,
    );
    expect(commandOf({ report, expect: { ExternalTargets: { maxItems: 0 } } })).toBe(
      `Set-Mailbox -Identity ${MAILBOX} -ForwardingAddress $null -ForwardingSmtpAddress $null`,
    );
    expect(commandOf({ report: 'client-access', expect: { SmtpAuth: { enum: ['disabled'] } } })).toBe(
      `Set-CASMailbox -Identity ${MAILBOX} -SmtpClientAuthenticationDisabled $true`,
    );
    expect(commandOf({ report: 'client-access', ...setting({ PopEnabled: false, ImapEnabled: false }) })).toBe(
      `Set-CASMailbox -Identity ${MAILBOX} -PopEnabled $false -ImapEnabled $false`,
    );
  });

  test('changes the report whose columns the rule expects', () => {
    const report = 'accounts';
    const expected = { 'client-access.SmtpAuth': { const: 'disabled' } };
    expect(commandOf({ report, expect: expected })).toBe(
      `Set-CASMailbox -Identity ${MAILBOX} -SmtpClientAuthenticationDisabled $true`,
    );
    const mixed = { ...expected, 'mailbox-properties.AuditEnabled': { const: true } };
    expect(commandOf({ report, expect: mixed })).toBeUndefined();
  });

  test('blocks or allows the sign-in to an account, which no plan sets', () => {
    const command = `Update-MgUser -UserId ${MAILBOX} -AccountEnabled`;
    const disabled = (value: boolean) =>
      commandOf({ report: 'mailbox-properties', expect: { AccountDisabled: { const: value } } });
    expect([disabled(true), disabled(false)]).toEqual([`${command}:$false`, `${command}:$true`]);
    expect(commandOf({ report: 'accounts', expect: { AccountEnabled: { const: false } } })).toBe(`${command}:$false`);
    const referred = { 'accounts.AccountEnabled': { const: false } };
    expect(commandOf({ report: 'mailbox-settings', expect: referred })).toBe(`${command}:$false`);
    const both = { AccountDisabled: { const: true }, RecipientTypeDetails: { const: 'SharedMailbox' } };
    expect(commandOf({ report: 'mailbox-properties', expect: both })).toBeUndefined();
  });

  test('does not exist if several values are accepted, or a column is no setting', () => {
    const report = 'mailbox-properties';
    const expected = { AuditEnabled: { const: true }, RecipientTypeDetails: { const: 'UserMailbox' } };
    expect(commandOf({ report, expect: expected })).toBeUndefined();
    expect(commandOf({ report, expect: { AuditEnabled: { type: 'boolean' } } })).toBeUndefined();
    expect(commandOf({ report: 'inbox-rules', expect: { ExternalTargets: { maxItems: 0 } } })).toBeUndefined();
    expect(commandOf({ report: 'folders', expect: { Items: { const: 0 } } })).toBeUndefined();
    expect(commandOf({ report, ...setting({ AuditEnabled: true }) }, { Column: '' })).toBeUndefined();
  });

  test('is the request to Graph, or the cmdlet for replies if it has all settings', () => {
    const settings = { timeZone: 'UTC', 'automaticRepliesSetting.externalReplyMessage': "We're off" };
    expect(commandOf({ report: 'mailbox-settings', ...setting(settings) })).toBe(
      "Invoke-MgGraphRequest -Method PATCH -Uri '/v1.0/users/o''hara%40contoso.com/mailboxSettings' -Body " +
        '\'{"timeZone":"UTC","automaticRepliesSetting":{"externalReplyMessage":"We\'\'re off"}}\'',
    );
    const report = 'automatic-replies';
    const inside = { 'automaticRepliesSetting.externalAudience': 'contactsOnly' };
    expect(commandOf({ report, ...setting(inside) })).toBe(
      `Set-MailboxAutoReplyConfiguration -Identity ${MAILBOX} -ExternalAudience Known`,
    );
    const off = { ...inside, 'automaticRepliesSetting.status': 'disabled' };
    expect(commandOf({ report, ...setting(off) })).toMatch(/ Known -AutoReplyState Disabled$/);
    const planned = { ...inside, 'automaticRepliesSetting.status': 'scheduled' };
    expect(commandOf({ report, ...setting(planned) })).toMatch(/^Invoke-MgGraphRequest /);
  });

  test('disables an inbox rule whose name is unique and fits on a line', () => {
    const rule = { report: 'inbox-rules', ...setting({ isEnabled: false }) };
    expect(commandOf(rule, { item: 'a; b' })).toBe(`Disable-InboxRule -Mailbox ${MAILBOX} -Identity 'a; b'`);
    for (const item of ['', 'a\nb', 'a\u202eb']) expect(commandOf(rule, { item })).toBeUndefined();
    expect(commandOf(rule, { item: 'a', isUnique: false })).toBeUndefined();
  });

  test('removes a right of the mailbox itself', () => {
    const rule = { report: 'mailbox-permissions' };
    const trustee = "Pat; o'brien@contoso.com";
    const written = "'Pat; o''brien@contoso.com'";
    expect(
      ['FullAccess', 'SendAs', 'SendOnBehalf', 'ReadPermission', 'constructor'].map((right) =>
        commandOf(rule, { item: `${trustee}; ${right}`, Column: 'Trustee' }),
      ),
    ).toEqual([
      `Remove-MailboxPermission -Identity ${MAILBOX} -User ${written} -AccessRights FullAccess -Confirm:$false`,
      `Remove-RecipientPermission -Identity ${MAILBOX} -Trustee ${written} -AccessRights SendAs -Confirm:$false`,
      `Set-Mailbox -Identity ${MAILBOX} -GrantSendOnBehalfTo @{Remove = ${written}}`,
      undefined,
      undefined,
    ]);
    const item = 'a@x.y; FullAccess';
    expect(commandOf(rule, { item, Column: 'Inherited', Found: 'true' })).toBeUndefined();
    expect(commandOf(rule, { item, Column: 'Deny', Found: 'false' })).toContain('Remove-MailboxPermission');
    // A right that is due for review is meant to be.
    expect(commandOf(rule, { item, Column: 'Registered', Found: 'due' })).toBeUndefined();
    expect(commandOf(rule, { item, Column: 'Registered', Found: 'no' })).toContain('Remove-MailboxPermission');
    expect(commandOf(rule, { item: '; FullAccess' })).toBeUndefined();
  });
});
