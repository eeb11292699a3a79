import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/json.ts';
import type { Faults } from '../../tenant/tenant.ts';
import { errorOf, itemsOf, nextOf, openOffice, textAt, type Office } from './collection-reader.ts';

const CHILDREN = 'mailFolders/inbox/childFolders';
const RULES = 'mailFolders/inbox/messageRules';
const CATEGORIES = 'outlook/masterCategories';

let office: Office;
let large: string;
let other: string;
/** The subfolders of the inbox of the large mailbox. */
let inbox: readonly JsonObject[];

beforeAll(async () => {
  office = await openOffice({ mailboxes: 100, large: { folders: 200, rules: 1100 } });
  large = office.tenant.largeMailbox ?? '';
  other = office.readable.find((address) => address !== large) ?? '';
  inbox = (await office.readAll(large, CHILDREN)).items;
});
afterAll(() => office.close());

/** Runs with faults of the large mailbox. */
async function withFaults(faults: (on: { addresses: string[] }) => Faults, act: () => Promise<void>): Promise<void> {
  office.tenant.setFaults(faults({ addresses: [large.toUpperCase()] }));
  try {
    await act();
  } finally {
    office.tenant.setFaults({});
  }
}

describe('a collection', () => {
  test.each([1, 7, 10, 1000])('is complete through its links in pages of %d', async (top) => {
    const { items, pages } = await office.readAll(large, `${CHILDREN}?$top=${top}`);
    expect([items, pages]).toEqual([inbox, Math.ceil(inbox.length / top)]);
  });

  test('has pages of ten folders, and of a thousand rules', async () => {
    expect(itemsOf(await office.ask(large, CHILDREN))).toHaveLength(10);
    const { items, pages } = await office.readAll(large, RULES);
    expect([items, pages]).toEqual([office.tenant.expected(large).rules, 2]);
  });

  test('supports $skip, $count, $select, and sizes in beta', async () => {
    const answer = await office.ask(large, `${CHILDREN}?$skip=15&$top=3&$count=true&$select=DisplayName`);
    expect(itemsOf(answer)).toEqual(inbox.slice(15, 18).map(({ id, displayName }) => ({ id, displayName })));
    expect(answer.body['@odata.count']).toBe(inbox.length);
    const [folder] = itemsOf(await office.ask(large, `${CHILDREN}?$select=sizeInBytes`, 'beta'));
    expect(Object.keys(folder ?? {})).toEqual(['id', 'sizeInBytes']);
    expect((await office.ask(large, 'mailFolders?$select=sizeInBytes')).status).toBe(400);
  });

  test('supports $filter, $orderby, and $expand of child folders', async () => {
    const names = async (query: string) =>
      itemsOf(await office.ask(large, `mailFolders?$top=1000&${query.replaceAll(' ', '%20')}`)).map((one) =>
        textAt(one, 'displayName'),
      );
    const [first = ''] = await names('');
    expect(await names(`$filter=displayName eq '${first.toUpperCase()}' and childFolderCount ge 0`)).toEqual([first]);
    expect((await names('$orderby=displayName desc')).toReversed()).toEqual(await names('$orderby=displayName'));
    const [parent] = itemsOf(
      await office.ask(large, 'mailFolders?$filter=childFolderCount%20gt%200&$expand=childFolders'),
    );
    const children = `mailFolders/${encodeURIComponent(textAt(parent, 'id'))}/childFolders?$top=1000`;
    expect(parent?.childFolders).toEqual(itemsOf(await office.ask(large, children)));
  });
});

test('the link to the next page is absolute, keeps the options as they were written, and is a token for rules', async () => {
  const answer = await office.ask(large, `${CHILDREN}?$top=7&%24select=displayName`, 'beta');
  const link = nextOf(answer) ?? '';
  const user = `users('${encodeURIComponent(large)}')`;
  expect(link).toBe(
    `${office.tenant.graphUrl}/beta/${user}/mailFolders('inbox')/childFolders?$top=7&%24select=displayName&%24skip=7`,
  );
  expect(nextOf(await office.follow(link))).toBe(link.replace('%24skip=7', '%24skip=14'));
  const ofRules = nextOf(await office.ask(large, `${RULES}?$top=10`)) ?? '';
  expect(ofRules).toMatch(/\?\$top=10&%24skiptoken=[\w-]+$/);
  expect((await office.ask(large, `${RULES}?$skiptoken=bm9uc2Vuc2U`)).status).toBe(400);
});

describe('a query that Graph does not support', () => {
  test.each([
    ['$top=0', "Invalid value '0' for $top query option found."],
    ['$top=ten', "Invalid value 'ten' for $top query option found."],
    ['$top=1001', "The limit of '1000' for Top query has been exceeded."],
    ['$top=1&$top=2', "Query option '$top' was specified more than once"],
    ['$skip=-1', "Invalid value '-1' for $skip query option found."],
    ['$filter=nothing eq 1', "Could not find a property named 'nothing' on type 'microsoft.graph."],
    ['$filter=not (id eq 1)', 'is not simulated by the embedded tenant'],
    ['$search="x"', 'is not simulated by the embedded tenant'],
    ['$frobnicate=1', "'$frobnicate' is not supported"],
    ['$select=id,nothing', "Could not find a property named 'nothing' on type 'microsoft.graph."],
  ])('such as %s is rejected everywhere', async (query, message) => {
    for (const below of [CHILDREN, RULES, 'calendar/calendarPermissions', CATEGORIES]) {
      const answer = await office.ask(large, `${below}?${query.replaceAll(' ', '%20')}`);
      expect([below, answer.status, errorOf(answer).code]).toEqual([below, 400, 'BadRequest']);
      expect(errorOf(answer).message).toContain(message);
    }
  });

  test.each([
    ['messages', 'is not simulated by the embedded tenant'],
    ['mailFolder', "Resource not found for the segment 'mailFolder'."],
    ['calendar/calendarPermissions/x', "Resource not found for the segment 'x'."],
  ])('such as %s is rejected', async (below, message) => {
    const answer = await office.ask(large, below);
    expect(answer.status).toBe(400);
    expect(errorOf(answer).message).toContain(message);
  });
});

describe('a fault of pages', () => {
  test('puts empty pages before each page, and no row is lost', async () => {
    for (const below of [`${RULES}?$top=400`, `${CHILDREN}?$top=100`, 'calendar/calendarPermissions']) {
      const sound = await office.readAll(large, below);
      await withFaults(
        (on) => ({ emptyPages: { ...on, pages: 2 } }),
        async () => {
          expect(await office.readAll(large, below)).toEqual({ items: sound.items, pages: 3 * sound.pages });
          expect(itemsOf(await office.ask(large, below))).toEqual([]);
          expect((await office.readAll(other, 'calendar/calendarPermissions')).pages).toBe(1);
        },
      );
    }
  });

  test('links to another host', () =>
    withFaults(
      (on) => ({ foreignNextLink: { ...on, origin: 'http://127.0.0.1:9' } }),
      async () => {
        const answer = await office.ask(large, 'calendar/calendarPermissions');
        expect(nextOf(answer)).toMatch(/^http:\/\/127\.0\.0\.1:9\/v1\.0\/users\('/);
        expect(nextOf(await office.ask(other, 'calendar/calendarPermissions'))).toBeUndefined();
      },
    ));

  test('repeats a collection without an end, each page with a new link', () =>
    withFaults(
      (on) => ({ endlessPages: on }),
      async () => {
        const links = new Set<string>();
        let answer = await office.ask(large, `${RULES}?$top=600`);
        const sizes: number[] = [];
        for (let page = 0; page < 6; page++) {
          sizes.push(itemsOf(answer).length);
          const link = nextOf(answer) ?? '';
          links.add(link);
          answer = await office.follow(link);
        }
        expect([links.size, sizes]).toEqual([6, [600, 500, 600, 500, 600, 500]]);
      },
    ));

  test('links to the same page', () =>
    withFaults(
      (on) => ({ loopingPages: on }),
      async () => {
        const answer = await office.ask(large, `${RULES}?$top=2`);
        expect((await office.follow(nextOf(answer) ?? '')).body).toEqual(answer.body);
      },
    ));
});
