import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { UserError } from '../../src/errors.ts';
import { domainsOfList, InternalDomains, internalDomains } from '../../src/mailboxes/internal-domains.ts';
import { mailboxList, type MailboxList } from '../../src/mailboxes/mailbox.ts';

function listOf(...addresses: string[]): MailboxList {
  return mailboxList(addresses.map((address, at) => ({ address, file: 'list.txt', line: at + 1 })));
}

describe('internal domains', () => {
  const inside = internalDomains(['contoso.com', 'bücher.example', 'a.fabrikam.com']);

  test.each([
    'contoso.com',
    'CONTOSO.com',
    'contoso.com.',
    'eu.contoso.com',
    'a.b.contoso.com',
    'bücher.example',
    'BÜCHER.example',
    'xn--bcher-kva.example',
    'x.a.fabrikam.com',
  ])('include %s', (domain) => {
    expect(inside.has(domain)).toBe(true);
    expect(inside.hasAddress(`megan@${domain}`)).toBe(true);
  });

  test.each([
    'contoso.com.evil.com',
    'evilcontoso.com',
    'contoso.co',
    'com',
    'fabrikam.com',
    'b.fabrikam.com',
    'bucher.example',
    'cоntoso.com',
    'xn--contoso.com',
    '',
    '.',
    '.contoso.com',
    'contoso.com..',
    'contoso.com/x',
    'evil.com#contoso.com',
    'con\u00adtoso.com',
    'contoso.com%2eevil.com',
    'constructor',
  ])('do not include %j', (domain) => {
    expect(inside.has(domain)).toBe(false);
    expect(inside.hasAddress(`megan@${domain}`)).toBe(false);
  });

  test('include all subdomains of a domain, and no similar name', () => {
    const label = fc.stringMatching(/^[a-z][a-z0-9]{0,7}$/);
    const domain = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.'));
    fc.assert(
      fc.property(domain, label, (own, other) => {
        const domains = internalDomains([own]);
        expect(domains.has(own.toUpperCase())).toBe(true);
        expect(domains.has(`${other}.${own}`)).toBe(true);
        expect(domains.has(`${other}${own}`)).toBe(false);
        expect(domains.has(`${own}.${other}.evil`)).toBe(false);
        expect(domains.has(own.slice(own.indexOf('.') + 1))).toBe(false);
      }),
    );
  });
});

describe('an address', () => {
  const inside = internalDomains(['contoso.com']);

  test.each([
    'megan@contoso.com',
    ' Megan@Contoso.com ',
    'first.last+tag@eu.contoso.com',
    'user_x@contoso.com',
    "o'brien@contoso.com",
    'megan@contoso.com.',
  ])('is internal: %j', (address) => {
    expect(inside.hasAddress(address)).toBe(true);
  });

  test.each([
    'user@contoso.com@evil.com',
    'user@evil.com@contoso.com',
    '"eve@evil.com"@contoso.com',
    'eve@evil.com <megan@contoso.com>',
    'megan@contoso.com <eve@evil.com>',
    'eve@evil.com megan@contoso.com',
    '@evil.com:megan@contoso.com',
    'IMCEASMTP-eve+40evil+2Ecom@contoso.com',
    'imceaex-_o=x@contoso.com',
    'eve_evil.com#EXT#@contoso.com',
    'megan@contoso.com\neve@evil.com',
    'eve@evil.com\n@contoso.com',
    '/o=ExchangeLabs/cn=megan@contoso.com/x',
    'contoso.com',
    '@contoso.com',
    'megan@',
    '',
  ])('is external: %j', (address) => {
    expect(inside.hasAddress(address)).toBe(false);
  });
});

describe('the input "internal-domains"', () => {
  test('accepts @contoso.com and *.contoso.com for contoso.com, and ignores blanks and empty lines', () => {
    for (const line of ['contoso.com', '  Contoso.COM. ', '@contoso.com', '*.contoso.com', '.contoso.com']) {
      const inside = internalDomains(['', line, ' ']);
      expect([inside.has('contoso.com'), inside.has('eu.contoso.com'), inside.has('evil.com')]).toEqual([
        true,
        true,
        false,
      ]);
    }
  });

  test.each([
    'megan@contoso.com',
    'https://contoso.com',
    'com',
    'contoso',
    '*',
    '@',
    'contoso..com',
    'contoso.com, fabrikam.com',
    '*contoso.com',
    '::error::',
  ])('rejects %j', (line) => {
    expect(() => internalDomains(['fabrikam.com', line])).toThrow(UserError);
    expect(() => internalDomains([line])).toThrow(`The input "internal-domains" cannot be ${JSON.stringify(line)}.`);
  });
});

describe('the domains of a list', () => {
  const domains = (...addresses: string[]): Record<string, string[]> =>
    Object.fromEntries(
      [...domainsOfList(listOf(...addresses), 2)].map(([domain, mailboxes]) => [
        domain,
        mailboxes.map(({ address }) => address),
      ]),
    );

  test('are listed once each, with their first mailboxes', () => {
    expect(domains('a@contoso.com', 'b@CONTOSO.com', 'c@bücher.example', 'd@contoso.com')).toEqual({
      'contoso.com': ['a@contoso.com', 'b@CONTOSO.com'],
      'xn--bcher-kva.example': ['c@bücher.example'],
    });
  });

  test('do not include object IDs', () => {
    expect(domains('87d349ed-44d7-43e1-9a83-5f2406dee5bd')).toEqual({});
  });
});

test('a domain of one label has no internal subdomains', () => {
  const inside = new InternalDomains(['localhost', 'com']);
  expect(['localhost', 'com', 'x.localhost', 'evil.com'].map((domain) => inside.has(domain))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

test('without domains nothing is internal', () => {
  expect(new InternalDomains([]).hasAddress('a@b.c')).toBe(false);
});
