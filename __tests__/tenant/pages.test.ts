import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject } from '../../src/json.ts';
import { errorOf, itemsOf, nextOf, openOffice, textAt, type Office } from './collection-reader.ts';

let office: Office;
let large: string;
/** The subfolders of the inbox of the large mailbox. */
let inbox: readonly JsonObject[];

const CHILDREN = 'mailFolders/inbox/childFolders';
const COLLECTIONS = [
  'mailFolders',
  CHILDREN,
  'mailFolders/inbox/messageRules',
  'calendar/calendarPermissions',
  'outlook/masterCategories',
];

beforeAll(async () => {
  office = await openOffice({ large: { folders: 200, rules: 1500 } });
  large = office.tenant.largeMailbox ?? '';
  inbox = (await office.readAll(large, CHILDREN)).items;
});

afterAll(async () => {
  await office.close();
});

describe('a collection', () => {
  test('is complete through its links, whatever the size of its pages', async () => {
    const folders = inbox.length;
    expect(folders).toBeGreaterThan(80);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 1000 }), async (top) => {
        const { items, pages } = await office.readAll(large, `${CHILDREN}?$top=${top}`);
        expect(items).toEqual(inbox);
        expect(pages).toBe(Math.ceil(folders / top));
      }),
      { numRuns: 25 },
    );
  });

  test('of folders has ten per page', async () => {
    expect(itemsOf(await office.ask(large, CHILDREN))).toHaveLength(10);
  });

  test('of rules is complete in one response, up to the maximum size of a page', async () => {
    const { items, pages } = await office.readAll(large, 'mailFolders/inbox/messageRules');
    expect([items.length, pages]).toEqual([1500, 2]);
    expect(items).toEqual(office.tenant.expected(large).rules);
    const few = await office.readAll(large, 'mailFolders/inbox/messageRules?$top=20');
    expect([few.items.length, few.pages]).toEqual([1500, 75]);
  });

  test.each(['calendar/calendarPermissions', 'outlook/masterCategories'])(
    'such as %s is complete in one response, and in pages with $top',
    async (below) => {
      for (const address of office.readable.slice(0, 20)) {
        const whole = await office.readAll(address, below);
        expect(whole.pages).toBe(1);
        const paged = await office.readAll(address, `${below}?$top=1`);
        expect(paged.items).toEqual(whole.items);
        expect(paged.pages).toBe(Math.max(1, whole.items.length));
      }
    },
  );

  test('supports $skip, and counts all rows', async () => {
    const answer = await office.ask(large, `${CHILDREN}?$skip=15&$top=3&$count=true`);
    expect(itemsOf(answer)).toEqual(inbox.slice(15, 18));
    expect(answer.body['@odata.count']).toBe(inbox.length);
    expect(itemsOf(await office.ask(large, `${CHILDREN}?$skip=100000`))).toEqual([]);
    expect('@odata.count' in (await office.ask(large, `${CHILDREN}?$count=false`)).body).toBe(false);
  });

  test('supports $select, case-insensitively, and the id in any case', async () => {
    const answer = await office.ask(large, `${CHILDREN}?$select=DisplayName,totalItemCount&$top=2`);
    expect(itemsOf(answer)).toEqual(
      inbox.slice(0, 2).map(({ id, displayName, totalItemCount }) => ({ id, displayName, totalItemCount })),
    );
    expect(answer.body['@odata.context']).toContain("mailFolders('inbox')/childFolders(displayName,totalItemCount)");
  });

  test('supports sizes in beta', async () => {
    const [folder] = itemsOf(await office.ask(large, `${CHILDREN}?$select=sizeInBytes`, 'beta'));
    expect(Object.keys(folder ?? {})).toEqual(['id', 'sizeInBytes']);
  });
});

describe('the link to the next page', () => {
  test.each(['v1.0', 'beta'])('is absolute in %s, and keeps the options as they were written', async (version) => {
    const answer = await office.ask(
      large,
      `${CHILDREN}?$top=7&%24select=displayName&includeHiddenFolders=true`,
      version,
    );
    const link = nextOf(answer) ?? '';
    const user = `users('${encodeURIComponent(large)}')`;
    expect(link).toBe(
      `${office.tenant.graphUrl}/${version}/${user}/mailFolders('inbox')/childFolders?$top=7&%24select=displayName&includeHiddenFolders=true&%24skip=7`,
    );
    const second = await office.follow(link);
    expect(itemsOf(second).map(({ displayName }) => displayName)).toEqual(
      inbox.slice(7, 14).map(({ displayName }) => displayName),
    );
    expect(nextOf(second)).toBe(link.replace('%24skip=7', '%24skip=14'));
  });

  test('is an opaque token, except for folders', async () => {
    const link = nextOf(await office.ask(large, 'mailFolders/inbox/messageRules?$top=10')) ?? '';
    expect(link).toMatch(/\?\$top=10&%24skiptoken=[\w-]+$/);
    expect(itemsOf(await office.follow(link))[0]).toMatchObject({ sequence: 11 });
    const broken = await office.ask(large, 'mailFolders/inbox/messageRules?$skiptoken=bm9uc2Vuc2U');
    expect([broken.status, errorOf(broken).code]).toEqual([400, 'BadRequest']);
  });

  test('works for every kind of address', async () => {
    for (const mark of ["'", '#', '+', '&', '%25', '$']) {
      const address = office.readable.find((one) => one.includes(mark)) ?? '';
      const { items } = await office.readAll(address, 'mailFolders?$top=3');
      expect(items).toEqual(itemsOf(await office.ask(address, 'mailFolders?$top=100')));
    }
  });
});

describe('a query that Graph does not support', () => {
  test.each([
    ['$top=0', "Invalid value '0' for $top query option found."],
    ['$top=-1', "Invalid value '-1' for $top query option found."],
    ['$top=', "Invalid value '' for $top query option found."],
    ['$top=ten', "Invalid value 'ten' for $top query option found."],
    ['$top=1.5', "Invalid value '1.5' for $top query option found."],
    ['$top=1001', "The limit of '1000' for Top query has been exceeded."],
    ['$top=1&$top=2', "Query option '$top' was specified more than once"],
    ['$skip=-1', "Invalid value '-1' for $skip query option found."],
    ['$count=yes', "Invalid value 'yes' for $count query option found."],
    ['$filter=nothing eq 1', "Could not find a property named 'nothing' on type 'microsoft.graph."],
    ['$filter=not (id eq 1)', 'is not simulated by the embedded tenant'],
    ['$orderby=nothing desc', "Could not find a property named 'nothing' on type 'microsoft.graph."],
    ['$orderby=length(id)', 'is not simulated by the embedded tenant'],
    ['$expand=extensions', 'is not simulated by the embedded tenant'],
    ['$search="x"', 'is not simulated by the embedded tenant'],
    ['$frobnicate=1', "'$frobnicate' is not supported"],
    ['$select=id,nothing', "Could not find a property named 'nothing' on type 'microsoft.graph."],
  ])('such as %s is rejected everywhere', async (query, message) => {
    for (const below of COLLECTIONS) {
      const answer = await office.ask(large, `${below}?${query.replaceAll(' ', '%20')}`);
      expect([below, answer.status, errorOf(answer).code]).toEqual([below, 400, 'BadRequest']);
      expect(errorOf(answer).message).toContain(message);
    }
  });

  test('is rejected if it selects the size of a folder in v1.0', async () => {
    const answer = await office.ask(large, 'mailFolders?$select=sizeInBytes');
    expect(errorOf(answer)).toEqual({
      code: 'BadRequest',
      message:
        "Parsing OData Select and Expand failed: Could not find a property named 'sizeInBytes' on type 'microsoft.graph.mailFolder'.",
    });
  });

  test.each(['messages', 'contacts/x', 'calendar/events', 'outlook', 'manager'])(
    'is rejected for %s, which only the embedded tenant does not support',
    async (below) => {
      const answer = await office.ask(large, below);
      expect([answer.status, errorOf(answer).code]).toEqual([400, 'BadRequest']);
      expect(errorOf(answer).message).toContain('is not simulated by the embedded tenant');
    },
  );

  test.each([
    ['mailFolder', 'mailFolder'],
    ['mailFolders/inbox/rules', 'rules'],
    ['mailFolders/inbox/childFolders/x', 'x'],
    ['calendar/calendarPermission', 'calendarPermission'],
    ['calendar/calendarPermissions/x', 'x'],
    ['outlook/categories', 'categories'],
    ['outlook/masterCategories/x', 'x'],
  ])('for %s is not found', async (below, segment) => {
    const answer = await office.ask(large, below);
    expect([answer.status, errorOf(answer)]).toEqual([
      400,
      { code: 'BadRequest', message: `Resource not found for the segment '${segment}'.` },
    ]);
  });

  test('is rejected before the mailbox is looked up', async () => {
    expect((await office.ask('nobody@contoso.com', 'mailFolders?$top=0')).status).toBe(400);
    const answer = await office.ask('nobody@contoso.com', 'mailFolders?$top=1');
    expect([answer.status, errorOf(answer).code]).toEqual([404, 'ErrorInvalidUser']);
  });
});

describe('a query of a collection', () => {
  const namesIn = async (query: string): Promise<unknown[]> =>
    itemsOf(
      await office.ask(
        large,
        `mailFolders?${query.includes('$top') ? '' : '$top=1000&'}${query.replaceAll(' ', '%20')}`,
      ),
    ).map((item) => item.displayName);

  test('supports $filter, also with several conditions', async () => {
    const [first = ''] = (await namesIn('$top=1')).map(String);
    expect(await namesIn(`$filter=displayName eq '${first.toUpperCase()}'`)).toEqual([first]);
    const start = `startswith(displayName,'${first.slice(0, 3)}')`;
    expect(await namesIn(`$filter=${start} and childFolderCount ge 0`)).toContain(first);
    expect(await namesIn(`$filter=${start} and childFolderCount lt 0`)).toEqual([]);
    expect(await namesIn("$filter=displayName eq 'a and b'")).toEqual([]);
  });

  test('supports $orderby', async () => {
    const names = await namesIn('$orderby=displayName desc');
    expect(names.length).toBeGreaterThan(3);
    expect(names.toReversed()).toEqual(await namesIn('$orderby=displayName'));
  });

  test('supports $expand of child folders', async () => {
    const [parent] = itemsOf(
      await office.ask(large, 'mailFolders?$filter=childFolderCount%20gt%200&$expand=childFolders'),
    );
    const children = itemsOf(
      await office.ask(large, `mailFolders/${encodeURIComponent(textAt(parent, 'id'))}/childFolders?$top=1000`),
    );
    expect(parent?.childFolders).toEqual(children);
  });
});

describe('a large mailbox', () => {
  test('is the one of the first user, with the configured size', () => {
    const { tenant } = office;
    expect(tenant.expected(large).folders).toHaveLength(200);
    expect(tenant.expected(large).rules).toHaveLength(1500);
    const others = tenant.addresses.filter((address) => address !== large);
    const most = Math.max(...others.map((address) => tenant.expected(address).folders?.length ?? 0));
    expect(most).toBeLessThan(60);
  });

  test('exists only if it is configured', async () => {
    const other = await openOffice({ mailboxes: 20 });
    const { largeMailbox } = other.tenant;
    await other.close();
    expect(largeMailbox).toBeUndefined();
  });

  test('has folders beside and inside each other, several levels deep', async () => {
    const other = await openOffice({ mailboxes: 20, large: { folders: 2000 } });
    const folders = other.tenant.expected(other.tenant.largeMailbox ?? '').folders ?? [];
    const { items } = await other.readAll(other.tenant.largeMailbox ?? '', `${CHILDREN}?$top=500`);
    await other.close();
    expect(folders).toHaveLength(2000);
    expect(new Set(folders.map(({ folder }) => textAt(folder, 'id'))).size).toBe(2000);
    expect(items.length).toBeGreaterThan(900);
    expect(Math.max(...folders.map(({ path }) => path.length))).toBeGreaterThan(6);
    const isParent = new Set(folders.map(({ folder }) => folder.parentFolderId));
    expect(isParent.size).toBeGreaterThan(200);
  });
});
