import { describe, expect, test } from '@jest/globals';
import { isAddress } from '../../src/mailboxes/address.ts';

describe('the check of an address', () => {
  test.each([
    'adele@contoso.com',
    '$x@contoso.com',
    'a+b@contoso.com',
    "o'neil@contoso.com",
    'user_x.com#EXT#@contoso.onmicrosoft.com',
    'r&d/1@contoso.com',
    'zoë@münchen.example',
    'a@例え.テスト',
    'a@xn--mnchen-3ya.example',
    'admin@localhost',
    `${'a'.repeat(64)}@${'b'.repeat(255)}`,
  ])('accepts %s', (address) => {
    expect(isAddress(address)).toBe(true);
  });

  test.each([
    '',
    'adele',
    '@contoso.com',
    'adele@',
    'a@b@c',
    'a b@contoso.com',
    'a\u00a0b@contoso.com',
    'a\u200bb@contoso.com',
    'a\u0007b@contoso.com',
    'a\ud800b@contoso.com',
    'andr\ufffd@contoso.com',
    '"a"@contoso.com',
    'Adele <adele@contoso.com>',
    'a@contoso.com,b@contoso.com',
    'a;b@contoso.com',
    'CONTOSO\\adele@contoso.com',
    'smtp:adele@contoso.com',
    'a[1]@contoso.com',
    'a(1)@contoso.com',
    '.a@contoso.com',
    'a.@contoso.com',
    'a@.contoso.com',
    'a@contoso.com.',
    'a@contoso..com',
    'a@contoso_mail.com',
    'a@contoso.com/x',
    `${'a'.repeat(65)}@${'b'.repeat(255)}`,
  ])('rejects %j', (text) => {
    expect(isAddress(text)).toBe(false);
  });
});
