import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { JsonObject } from '../../src/json.ts';
import type { ExpectedFolder } from '../../tenant/tenant.ts';
import { errorOf, itemsOf, openOffice, textAt, type Office } from './collection-reader.ts';

let office: Office;
/** The expected folders of every mailbox. */
let trees: ReadonlyMap<string, readonly ExpectedFolder[]>;

beforeAll(async () => {
  office = await openOffice({ mailboxes: 1000 });
  trees = new Map(office.readable.map((address) => [address, office.tenant.expected(address).folders ?? []]));
});

afterAll(async () => {
  await office.close();
});

/** Reads the tree without relying on `childFolderCount`. */
async function readTree(
  address: string,
  options = '',
  below = 'mailFolders',
  path: readonly string[] = [],
): Promise<ExpectedFolder[]> {
  const read: ExpectedFolder[] = [];
  for (const folder of (await office.readAll(address, below + options)).items) {
    const inside = [...path, textAt(folder, 'displayName')];
    const children = `mailFolders/${encodeURIComponent(textAt(folder, 'id'))}/childFolders`;
    read.push({ path: inside, folder }, ...(await readTree(address, options, children, inside)));
  }
  return read;
}

function everyFolder(): JsonObject[] {
  return [...trees.values()].flatMap((tree) => tree.map(({ folder }) => folder));
}

/** The first mailbox with a matching folder, and the folder. */
function find(matches: (one: ExpectedFolder) => boolean): { address: string; id: string; folder: JsonObject } {
  for (const [address, tree] of trees) {
    const found = tree.find(matches);
    if (found !== undefined)
      return { address, id: encodeURIComponent(textAt(found.folder, 'id')), folder: found.folder };
  }
  throw new Error('no mailbox has such a folder');
}

describe('the folders of a mailbox', () => {
  test('are the expected tree, by level and page', async () => {
    for (const address of office.readable.slice(0, 30)) {
      expect(await readTree(address)).toEqual(trees.get(address));
    }
  });

  test('come in pages of ten, in the order of their names', async () => {
    const [address = ''] = office.readable.filter(
      (one) => (trees.get(one) ?? []).filter(({ path }) => path.length === 1).length > 10,
    );
    const first = await office.ask(address, 'mailFolders');
    expect(itemsOf(first)).toHaveLength(10);
    const { items, pages } = await office.readAll(address, 'mailFolders');
    expect(pages).toBe(Math.ceil(items.length / 10));
    const names = items.map((folder) => textAt(folder, 'displayName'));
    expect(names).toEqual(names.toSorted());
  });

  test('have the properties of v1.0, and a size only in beta', async () => {
    const { address, folder } = find(({ folder: one }) => one['@odata.type'] === undefined);
    expect(Object.keys(folder)).toEqual([
      'id',
      'displayName',
      'parentFolderId',
      'childFolderCount',
      'unreadItemCount',
      'totalItemCount',
      'isHidden',
    ]);
    const beta = itemsOf(await office.ask(address, 'mailFolders', 'beta'));
    expect(beta.every(({ sizeInBytes }) => typeof sizeInBytes === 'number')).toBe(true);
    const v1 = itemsOf(await office.ask(address, 'mailFolders'));
    expect(v1.some((one) => 'sizeInBytes' in one)).toBe(false);
  });

  test('include the well-known folders in every mailbox, by their names', async () => {
    for (const [address, tree] of trees) {
      expect([address, tree.filter(({ path }) => path.length === 1).length >= 8]).toEqual([address, true]);
    }
    const { address, id } = find(({ path, folder }) => path.join() === 'Inbox' && folder.childFolderCount !== 0);
    const byId = await office.ask(address, `mailFolders/${id}/childFolders`);
    for (const name of ['inbox', 'Inbox']) {
      expect(itemsOf(await office.ask(address, `mailFolders/${name}/childFolders`))).toEqual(itemsOf(byId));
    }
    const known = ['drafts', 'sentitems', 'deleteditems', 'junkemail', 'archive', 'outbox', 'conversationhistory'];
    for (const name of known) {
      expect((await office.ask(address, `mailFolders('${name}')/childFolders`)).status).toBe(200);
    }
  });

  test('have a root with a name and an id that is not listed', async () => {
    const [address = ''] = office.readable;
    const top = itemsOf(await office.ask(address, 'mailFolders'));
    const rootId = encodeURIComponent(textAt(top[0], 'parentFolderId'));
    for (const root of ['msgfolderroot', rootId]) {
      expect(itemsOf(await office.ask(address, `mailFolders/${root}/childFolders`))).toEqual(top);
    }
    expect(top.every(({ id }) => id !== decodeURIComponent(rootId))).toBe(true);
  });

  test('contain the id of their parent, and have unique names in it', () => {
    for (const tree of trees.values()) {
      const byPath = new Map(tree.map(({ path, folder }) => [JSON.stringify(path).toLowerCase(), folder]));
      expect(byPath.size).toBe(tree.length);
      for (const { path, folder } of tree.filter((one) => one.path.length > 1)) {
        expect(folder.parentFolderId).toBe(byPath.get(JSON.stringify(path.slice(0, -1)).toLowerCase())?.id);
      }
    }
  });

  test('have unique ids, also between mailboxes', () => {
    const ids = everyFolder().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('are nested several levels deep in some mailboxes', () => {
    const depths = [...trees.values()].map((tree) => Math.max(...tree.map(({ path }) => path.length)));
    expect(new Set(depths).size).toBeGreaterThan(4);
    expect(Math.max(...depths)).toBeGreaterThan(6);
  });

  test('have names in the language of the mailbox, and names with special characters', () => {
    const names = new Set(everyFolder().map((folder) => textAt(folder, 'displayName')));
    for (const name of ['Posteingang', 'Boîte de réception', '受信トレイ', 'Inbox']) expect(names).toContain(name);
    for (const mark of ['/', ';', '"', '\\', '🎉', '<script>', '::error']) {
      expect([...names].some((name) => name.includes(mark))).toBe(true);
    }
    for (const sign of ['=', '+', '-', '@']) expect([...names].some((name) => name.startsWith(sign))).toBe(true);
    expect([...names].some((name) => /[\r\n]/.test(name))).toBe(false);
  });

  test('never have more unread items than items', () => {
    for (const { unreadItemCount, totalItemCount } of everyFolder()) {
      expect(Number(unreadItemCount)).toBeLessThanOrEqual(Number(totalItemCount));
    }
  });
});

describe('hidden folders', () => {
  test('are listed, with their subfolders, only if requested', async () => {
    for (const address of office.readable.slice(0, 10)) {
      expect(itemsOf(await office.ask(address, 'mailFolders')).some(({ isHidden }) => isHidden)).toBe(false);
      const visible = trees.get(address) ?? [];
      expect(visible.some(({ folder }) => folder.isHidden)).toBe(false);
      const whole = await readTree(address, '?includeHiddenFolders=true');
      expect(whole.filter(({ folder }) => folder.isHidden).length).toBeGreaterThan(0);
      const ids = new Set(visible.map(({ folder }) => folder.id));
      expect(whole.filter(({ folder }) => ids.has(folder.id ?? ''))).toEqual(visible);
    }
  });

  test('count as children of a folder that shows none', async () => {
    const address = office.readable.find((one) => {
      const tree = trees.get(one) ?? [];
      return tree.some(({ path, folder }) => path.join() === 'Conversation History' && folder.childFolderCount === 1);
    });
    const children = 'mailFolders/conversationhistory/childFolders';
    expect(itemsOf(await office.ask(address ?? '', children))).toEqual([]);
    expect(itemsOf(await office.ask(address ?? '', `${children}?includeHiddenFolders=true`))).toHaveLength(1);
  });

  test('may be requested with a slash before the question mark', async () => {
    const [address = ''] = office.readable;
    const plain = await office.ask(address, 'mailFolders?includeHiddenFolders=true&$top=100');
    const slashed = await office.ask(address, 'mailFolders/?includeHiddenFolders=true&$top=100');
    expect(itemsOf(slashed)).toEqual(itemsOf(plain));
  });
});

describe('a search folder', () => {
  test('has its type also with selected properties, and has no subfolders', async () => {
    const { address, id, folder } = find(({ folder: one }) => one['@odata.type'] !== undefined);
    expect(folder).toMatchObject({
      '@odata.type': '#microsoft.graph.mailSearchFolder',
      childFolderCount: 0,
      isSupported: true,
      filterQuery: expect.any(String),
    });
    expect(itemsOf(await office.ask(address, `mailFolders/${id}/childFolders`))).toEqual([]);
    const selected = itemsOf(await office.ask(address, 'mailFolders?$top=100&$select=displayName'));
    expect(selected).toContainEqual({
      '@odata.type': '#microsoft.graph.mailSearchFolder',
      id: folder.id,
      displayName: folder.displayName,
    });
  });
});

describe('an unknown folder', () => {
  test('is not found, and neither is the folder of another mailbox or an id in other case', async () => {
    const [address = '', other = ''] = office.readable;
    const own = textAt(trees.get(address)?.[0]?.folder, 'id');
    const foreign = textAt(trees.get(other)?.[0]?.folder, 'id');
    for (const id of ['nothing', encodeURIComponent(foreign), encodeURIComponent(own.toLowerCase())]) {
      const answer = await office.ask(address, `mailFolders/${id}/childFolders`);
      expect([answer.status, errorOf(answer).code]).toEqual([404, 'ErrorItemNotFound']);
    }
  });
});
