import { afterEach, describe, expect, test } from '@jest/globals';
import { itemsOf, nextOf, openOffice, type Office } from './collection-reader.ts';
import type { Faults } from '../../tenant/tenant.ts';

let office: Office | undefined;

afterEach(async () => {
  await office?.close();
  office = undefined;
});

const RULES = 'mailFolders/inbox/messageRules';

interface Running extends Office {
  /** A mailbox of many folders and rules, and another one. */
  readonly large: string;
  readonly other: string;
}

async function start(faults: (large: string) => Faults): Promise<Running> {
  office = await openOffice({ mailboxes: 60, large: { folders: 60, rules: 45 } });
  const large = office.tenant.largeMailbox ?? '';
  const other = office.readable.find((address) => address !== large) ?? '';
  office.tenant.setFaults(faults(large.toUpperCase()));
  return { ...office, large, other };
}

describe('empty pages', () => {
  test.each([`${RULES}?$top=10`, 'mailFolders/inbox/childFolders?$top=10', 'outlook/masterCategories?$top=2'])(
    'precede each page of %s, and no row is lost',
    async (below) => {
      const { tenant, large, other, ask, follow, readAll } = await start((address) => ({
        emptyPages: { addresses: [address], pages: 2 },
      }));
      const { items, pages } = await readAll(large, below);
      let answer = await ask(large, below);
      const sizes = [itemsOf(answer).length];
      for (let link = nextOf(answer); link !== undefined; link = nextOf(answer)) {
        answer = await follow(link);
        sizes.push(itemsOf(answer).length);
      }
      expect(sizes.map((size) => size === 0)).toEqual(sizes.map((_, position) => position % 3 !== 2));
      expect(sizes).toHaveLength(pages);
      const sound = (await readAll(other, below)).items;
      tenant.setFaults({});
      expect((await readAll(large, below)).items).toEqual(items);
      expect((await readAll(other, below)).items).toEqual(sound);
      expect((await readAll(large, below)).pages).toBe(pages / 3);
    },
  );

  test('precede a collection of one page, too', async () => {
    const { large, other, readAll, tenant } = await start((address) => ({
      emptyPages: { addresses: [address], pages: 3 },
    }));
    const { items, pages } = await readAll(large, 'calendar/calendarPermissions');
    expect([items, pages]).toEqual([tenant.expected(large).calendarPermissions, 4]);
    expect((await readAll(other, 'calendar/calendarPermissions')).pages).toBe(1);
  });

  test('affect a fraction of the mailboxes, always the same', async () => {
    const { readable, ask } = await start(() => ({ emptyPages: { rate: 0.5, pages: 1 } }));
    const met = async (): Promise<readonly string[]> => {
      const empty: string[] = [];
      for (const address of readable) {
        if (itemsOf(await ask(address, 'mailFolders')).length === 0) empty.push(address);
      }
      return empty;
    };
    const first = await met();
    expect(first.length).toBeGreaterThan(readable.length / 5);
    expect(first.length).toBeLessThan((readable.length * 4) / 5);
    expect(await met()).toEqual(first);
  });
});

describe('a foreign link', () => {
  test('is on every page, including the last', async () => {
    const origin = 'http://127.0.0.1:9';
    const { large, other, ask } = await start((address) => ({ foreignNextLink: { addresses: [address], origin } }));
    for (const [version, below] of [
      ['v1.0', 'calendar/calendarPermissions'],
      ['beta', `${RULES}?$top=10`],
    ] as const) {
      const answer = await ask(large, below, version);
      expect(itemsOf(answer).length).toBeGreaterThan(0);
      expect(nextOf(answer)).toMatch(new RegExp(`^http://127\\.0\\.0\\.1:9/${version}/users\\('`));
    }
    expect(nextOf(await ask(other, 'calendar/calendarPermissions'))).toBeUndefined();
  });
});

describe('endless pages', () => {
  test('repeat the collection, each with a new link', async () => {
    const { tenant, large, other, ask, follow } = await start((address) => ({
      endlessPages: { addresses: [address] },
    }));
    const links = new Set<string>();
    let answer = await ask(large, `${RULES}?$top=20`);
    const sizes: number[] = [];
    for (let page = 0; page < 20; page++) {
      sizes.push(itemsOf(answer).length);
      const link = nextOf(answer) ?? '';
      links.add(link);
      answer = await follow(link);
    }
    expect(links.size).toBe(20);
    expect(sizes.slice(0, 6)).toEqual([20, 20, 5, 20, 20, 5]);
    const [first] = tenant.expected(large).rules ?? [];
    expect(itemsOf(await ask(large, `${RULES}?$top=20`))[0]).toEqual(first);
    expect(nextOf(await ask(other, RULES))).toBeUndefined();
  });
});

describe('looping pages', () => {
  test('link to themselves', async () => {
    const { tenant, large, other, ask, follow } = await start((address) => ({
      loopingPages: { addresses: [address] },
    }));
    const answer = await ask(large, 'outlook/masterCategories?$top=2');
    const user = `users('${encodeURIComponent(large)}')`;
    expect(nextOf(answer)).toBe(`${tenant.graphUrl}/v1.0/${user}/outlook/masterCategories?$top=2`);
    expect((await follow(nextOf(answer) ?? '')).body).toEqual(answer.body);
    expect(nextOf(await ask(other, 'outlook/masterCategories'))).toBeUndefined();
  });
});

test('faults of pages do not affect settings', async () => {
  const everything = { rate: 1 };
  const { readable, ask, tenant } = await start(() => ({
    emptyPages: { rate: 1, pages: 1 },
    foreignNextLink: { rate: 1, origin: 'http://127.0.0.1:9' },
    endlessPages: everything,
    loopingPages: everything,
  }));
  for (const address of readable.slice(0, 5)) {
    expect((await ask(address, 'mailboxSettings')).body).toEqual(tenant.expected(address).settings);
  }
});
