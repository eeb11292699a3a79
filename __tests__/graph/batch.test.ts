import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { batchBody, mailboxUrl } from '../../src/graph/batch.ts';

describe('the URL of a mailbox resource', () => {
  test.each([
    ['megan@contoso.com', '/users/megan%40contoso.com/mailboxSettings'],
    ["o'neil+x@contoso.com", '/users/o%27neil%2Bx%40contoso.com/mailboxSettings'],
    ['a_b.com#EXT#@contoso.com', '/users/a_b.com%23EXT%23%40contoso.com/mailboxSettings'],
    ['a/../../b@contoso.com', '/users/a%2F..%2F..%2Fb%40contoso.com/mailboxSettings'],
    ['87d349ed-44d7-43e1-9a83-5f2406dee5bd', '/users/87d349ed-44d7-43e1-9a83-5f2406dee5bd/mailboxSettings'],
    ['$a@contoso.com', "/users('%24a%40contoso.com')/mailboxSettings"],
    ["$o'neil@contoso.com", "/users('%24o%27%27neil%40contoso.com')/mailboxSettings"],
  ])('of %s is %s', (address, url) => {
    expect(mailboxUrl(address, 'mailboxSettings')).toBe(url);
  });

  test('requests the user itself if the path is empty', () => {
    expect(mailboxUrl('a@b.c', '')).toBe('/users/a%40b.c');
    expect(mailboxUrl('a@b.c', '?$select=id')).toBe('/users/a%40b.c?$select=id');
    expect(mailboxUrl('$a@b.c', '?$select=id')).toBe("/users('%24a%40b.c')?$select=id");
  });

  test('keeps the path whatever the address contains', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (address) => {
        const url = mailboxUrl(address, 'mailboxSettings');
        expect(url).toMatch(/^\/users(?:\/[A-Za-z0-9%._~-]+|\('[A-Za-z0-9%._~-]+'\))\/mailboxSettings$/);
      }),
    );
  });
});

test('the body of a batch numbers its requests', () => {
  expect(JSON.parse(batchBody([{ url: '/a' }, { url: '/b' }]))).toEqual({
    requests: [
      { id: '0', method: 'GET', url: '/a' },
      { id: '1', method: 'GET', url: '/b' },
    ],
  });
});
