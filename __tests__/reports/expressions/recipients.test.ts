import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Json } from '../../../src/json.ts';
import { internalDomains } from '../../../src/mailboxes/internal-domains.ts';
import { EvaluationContext } from '../../../src/reports/expressions/evaluation.ts';
import { compileExpression } from '../../../src/reports/expressions/expression.ts';

const inside = internalDomains(['contoso.com', 'fabrikam.co.uk']);
const addresses = (recipients: Json) => compileExpression('addresses(r)')({ r: recipients }, new EvaluationContext());
const external = (recipients: Json, domains = inside) =>
  compileExpression('external(r)')({ r: recipients }, new EvaluationContext(domains));
const unresolved = (recipients: Json) =>
  compileExpression('unresolved(r)')({ r: recipients }, new EvaluationContext(inside));
const to = (address: Json, name: Json = null) => ({ emailAddress: { address, name } });

const folded = (text: Json) => (typeof text === 'string' ? text.toLowerCase() : '');

describe('the function addresses', () => {
  test.each<[Json, Json]>([
    [
      [to('megan@contoso.com', 'Megan'), to('eve@evil.com')],
      ['megan@contoso.com', 'eve@evil.com'],
    ],
    [
      [to(null, 'Megan'), to('', ' Alex '), to(null), {}, null, 7],
      ['Megan', 'Alex', 'unnamed', 'unnamed', 'unnamed'],
    ],
    [[to(' SMTP:megan@contoso.com ')], ['megan@contoso.com']],
    [{ name: 'Megan', address: 'megan@contoso.com' }, ['megan@contoso.com']],
    ['megan@contoso.com', ['megan@contoso.com']],
    [[], []],
    [null, []],
  ])('returns the addresses of %j', (recipients, expected) => {
    expect(addresses(recipients)).toEqual(expected);
  });
});

describe('the function external', () => {
  test('omits internal addresses, and returns each other address once, in order', () => {
    const recipients = [
      to('b@evil.com'),
      to('megan@contoso.com'),
      to('A@evil.com'),
      to('B@EVIL.com'),
      to('a@evil.com'),
    ];
    expect(external(recipients)).toEqual(['b@evil.com', 'A@evil.com']);
  });

  test('leaves targets without an SMTP address to unresolved', () => {
    const unknown = [
      '/o=ExchangeLabs/ou=Group/cn=Recipients/cn=abc',
      'EX:/o=contoso.com',
      'Megan Bowen',
      'contoso.com',
    ];
    const all = [...unknown.map((address) => to(address)), to(null, 'megan'), to(null), to('eve@evil.com')];
    expect(unresolved([...all, ...all])).toEqual([...unknown, 'megan', 'unnamed']);
    expect(external(all)).toEqual(['eve@evil.com']);
  });

  test('does not know which addresses are external if it is not known what is inside', () => {
    const context = new EvaluationContext();
    expect(compileExpression('external(r)')({ r: [to('megan@contoso.com')] }, context)).toEqual([]);
    expect(context.takeUnknown()).toBe('part');
    expect(compileExpression('external(r)')({ r: [] }, context)).toEqual([]);
    expect(context.takeUnknown()).toBeUndefined();
    expect(external([to('megan@contoso.com')], internalDomains([]))).toEqual(['megan@contoso.com']);
  });

  test.each([
    ['a name that looks like an address inside', { emailAddress: { name: 'megan@contoso.com' } }, 'megan@contoso.com'],
    ['the same beside a blank', { emailAddress: { name: 'megan@contoso.com', address: '' } }, 'megan@contoso.com'],
    [
      'an X.500 address whose last name looks like one',
      { emailAddress: { address: '/o=Evil/ou=x/cn=Recipients/cn=megan@contoso.com' } },
      '/o=Evil/ou=x/cn=Recipients/cn=megan@contoso.com',
    ],
  ])('leaves %s to unresolved', (_what, recipient, kept) => {
    expect([external([recipient]), unresolved([recipient])]).toEqual([[], [kept]]);
  });

  test('keeps an address outside that looks like an X.500 address', () => {
    expect([external([to('/o=x/cn=eve@evil.com')]), unresolved([to('/o=x/cn=eve@evil.com')])]).toEqual([
      ['/o=x/cn=eve@evil.com'],
      [],
    ]);
  });

  test('keeps the domains of two runs separate, also inside other expressions', () => {
    const text = 'map(&external([@]), r) | [[], external(@.nothing), @[]] | [2]';
    const evaluate = (domain: string) => (answer: Json) =>
      compileExpression(text)(answer, new EvaluationContext(internalDomains([domain])));
    const [one, other] = [evaluate('a.com'), evaluate('b.com')];
    const answer = { r: [to('x@a.com'), to('x@b.com')] };
    expect([one(answer), other(answer), one(answer)]).toEqual([['x@b.com'], ['x@a.com'], ['x@b.com']]);
  });

  const outside = fc.constantFrom(
    'evil.com',
    'contoso.com.evil.com',
    'evilcontoso.com',
    'contoso.com@evil.com',
    'contoso.co',
    'com',
    'co.uk',
    'cоntoso.com',
    'xn--ontoso-vxg.com',
  );
  const local = fc.string({
    unit: fc.constantFrom('a', 'B', '.', '@', '+', '%', ' ', '"', '<', 'é'),
    minLength: 1,
    maxLength: 8,
  });

  test('never omits an address of another domain, however it is written', () => {
    const anyCase = (text: string) =>
      fc
        .array(fc.boolean(), { minLength: text.length, maxLength: text.length })
        .map((up) => Array.from(text, (letter, at) => (up[at] === true ? letter.toUpperCase() : letter)).join(''));
    const address = fc
      .tuple(fc.constantFrom('', 'smtp:'), local, outside, fc.constantFrom('', '.'))
      .chain(([prefix, user, domain, dot]) => anyCase(`${prefix}${user}@${domain}${dot}`));
    fc.assert(
      fc.property(fc.array(address), fc.array(fc.constant('megan@contoso.com')), (strangers, own) => {
        const found = external([...own, ...strangers, ...own].map((text) => to(text)));
        const expected = strangers.map((text) =>
          folded(text)
            .replace(/^smtp:\s*/, '')
            .trim(),
        );
        expect(new Set(Array.isArray(found) ? found.map(folded) : [])).toEqual(new Set(expected));
      }),
    );
  });

  test('never treats a text that contains a second address as internal', () => {
    fc.assert(
      fc.property(local, (text) => {
        const kept = external([to(`eve@evil.com${text}megan@contoso.com`)]);
        expect(kept).toHaveLength(1);
      }),
    );
  });
});
