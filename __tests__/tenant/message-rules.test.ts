import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/json.ts';
import { at, errorOf, itemsOf, listAt, openOffice, textAt, type Office } from './collection-reader.ts';

const RULES = 'mailFolders/inbox/messageRules';

let office: Office;
let all: readonly JsonObject[];

beforeAll(async () => {
  office = await openOffice({ mailboxes: 1000 });
  all = office.readable.flatMap((address) => office.tenant.expected(address).rules ?? []);
});

afterAll(async () => {
  await office.close();
});

const SENDING = ['forwardTo', 'redirectTo', 'forwardAsAttachmentTo'] as const;

function addresses(): string[] {
  const targets = all.flatMap((rule) => SENDING.flatMap((action) => listAt(rule, 'actions', action)));
  return targets.map((target) => textAt(target, 'emailAddress', 'address'));
}

describe('inbox rules', () => {
  test.each(['v1.0', 'beta'])('match the expected data in %s', async (version) => {
    for (const address of office.readable.slice(0, 60)) {
      const { body } = await office.ask(address, RULES, version);
      expect(body).toEqual({
        '@odata.context': `${office.tenant.graphUrl}/${version}/$metadata#users('${encodeURIComponent(address)}')/mailFolders('inbox')/messageRules`,
        value: office.tenant.expected(address).rules,
      });
    }
  });

  test('are none, one or several per mailbox, in sequence, each with a unique id', () => {
    const counts = new Set<number>();
    for (const address of office.readable) {
      const rules = office.tenant.expected(address).rules ?? [];
      counts.add(rules.length);
      expect(rules.map(({ sequence }) => sequence)).toEqual(rules.map((_, position) => position + 1));
      expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    }
    expect([...counts].toSorted()).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  test.each(SENDING)('%s people, inside and outside', (action) => {
    const targets = all.flatMap((rule) => listAt(rule, 'actions', action));
    const to = targets.map((target) => textAt(target, 'emailAddress', 'address'));
    expect(to.some((address) => address.endsWith('@contoso.com'))).toBe(true);
    expect(to.some((address) => address.endsWith('@fabrikam.com'))).toBe(true);
  });

  test('send to subdomains, in other case, and to domains similar to the own domain', () => {
    for (const end of ['@emea.contoso.com', '@CONTOSO.COM', '@evilcontoso.com', '@contoso.com.example']) {
      expect(addresses().some((address) => address.endsWith(end))).toBe(true);
    }
  });

  test('send to X.500 addresses, and to names without an address', () => {
    expect(addresses().some((address) => address.startsWith('/o=ExchangeLabs/ou='))).toBe(true);
    const targets = all.flatMap((rule) => listAt(rule, 'actions', 'forwardTo'));
    const nameless = targets.filter((target) => textAt(target, 'emailAddress', 'address') === '');
    expect(nameless.every((target) => textAt(target, 'emailAddress', 'name') !== '')).toBe(true);
    expect(new Set(nameless.map((target) => at(target, 'emailAddress', 'address')))).toEqual(
      new Set([undefined, null]),
    );
  });

  test('delete, move and mark in every combination that hides messages or does not', () => {
    const seen = new Set(
      all.map((rule) =>
        ['delete', 'permanentDelete', 'moveToFolder', 'markAsRead']
          .filter((action) => ![undefined, null, false].some((off) => at(rule, 'actions', action) === off))
          .join('+'),
      ),
    );
    expect([...seen]).toEqual(
      expect.arrayContaining([
        '',
        'delete',
        'permanentDelete',
        'moveToFolder',
        'moveToFolder+markAsRead',
        'markAsRead',
      ]),
    );
    expect(all.some((rule) => at(rule, 'actions', 'markAsRead') === false)).toBe(true);
  });

  test('move to an existing folder of the mailbox', () => {
    for (const address of office.readable.slice(0, 200)) {
      const { rules = [], folders = [] } = office.tenant.expected(address);
      const ids = folders.map(({ folder }) => folder.id);
      const moves = rules.map((rule) => at(rule, 'actions', 'moveToFolder')).filter((id) => id !== undefined);
      expect(ids).toEqual(expect.arrayContaining(moves));
    }
  });

  test('may be disabled, or in error', () => {
    expect(new Set(all.map(({ isEnabled }) => isEnabled))).toEqual(new Set([true, false]));
    expect(new Set(all.map(({ hasError }) => hasError))).toEqual(new Set([true, false]));
  });

  test('that Graph cannot show have neither conditions nor actions, omitted or null', () => {
    const hidden = all.filter((rule) => rule.isReadOnly === true && (rule.actions ?? null) === null);
    expect(hidden.every((rule) => (rule.conditions ?? null) === null && (rule.exceptions ?? null) === null)).toBe(true);
    expect(new Set(hidden.map((rule) => 'actions' in rule))).toEqual(new Set([true, false]));
    expect(all.some((rule) => rule.isReadOnly === true && rule.actions !== undefined && rule.actions !== null)).toBe(
      true,
    );
    expect(all.filter((rule) => !hidden.includes(rule)).every((rule) => rule.actions !== undefined)).toBe(true);
  });

  test('may have exceptions', () => {
    expect(all.some((rule) => Object.keys(rule.exceptions ?? {}).length > 0)).toBe(true);
  });

  test('belong to the inbox, by any of its names, and to no other folder', async () => {
    const [address = ''] = office.readable;
    const { rules, folders = [] } = office.tenant.expected(address);
    const rest = await office.ask(address, "mailFolders('INBOX')/messageRules");
    expect(itemsOf(rest)).toEqual(rules);
    const answers: unknown[] = [];
    for (const { folder } of folders) {
      const answer = await office.ask(address, `mailFolders/${encodeURIComponent(textAt(folder, 'id'))}/messageRules`);
      answers.push([answer.status, errorOf(answer).code]);
    }
    const refused = answers.filter((answer) => JSON.stringify(answer) === '[404,"ErrorItemNotFound"]');
    expect([answers.length - refused.length, refused.length > 6]).toEqual([1, true]);
    expect(answers).toContainEqual([200, undefined]);
  });
});
