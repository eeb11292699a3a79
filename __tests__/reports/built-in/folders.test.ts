import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { JsonObject } from '../../../src/json.ts';
import { folders } from '../../../src/reports/built-in/folders.ts';
import { collectedRows } from '../collected-rows.ts';

const folder = (id: string, displayName: string | null, childFolderCount = 0): JsonObject => ({
  id,
  displayName,
  childFolderCount,
  totalItemCount: 7,
  unreadItemCount: 2,
});

test('returns the whole tree, each folder followed by its subfolders', () => {
  const root = { value: [folder('i', 'Inbox', 2), folder('s', 'Sent Items')] };
  const digests = { ...folder('d', 'Digests'), '@odata.type': '#microsoft.graph.mailSearchFolder' };
  const below = {
    'mailFolders/i/childFolders': { value: [folder('p', 'Projects', 1), folder('q', 'Q/A')] },
    'mailFolders/p/childFolders': { value: [digests] },
  };
  expect(collectedRows(folders, root, { below }).map(({ cells }) => Object.values(cells))).toEqual([
    ['Inbox', 'Inbox', 7, 2, 2, false],
    ['Inbox/Projects', 'Projects', 7, 2, 1, false],
    ['Inbox/Projects/Digests', 'Digests', 7, 2, 0, true],
    [String.raw`Inbox/Q\/A`, 'Q/A', 7, 2, 0, false],
    ['Sent Items', 'Sent Items', 7, 2, 0, false],
  ]);
});

test('keeps the place of a folder without a name', () => {
  const [row] = collectedRows(folders, { value: [folder('n', null)] });
  expect(row?.cells).toMatchObject({ FolderPath: null, Folder: null });
});

test('separates names in a path unambiguously, whatever the names', () => {
  const name = fc.string({ unit: fc.constantFrom('a', '/', '\\', ' '), minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(name, name, (outer, inner) => {
      const below = { 'mailFolders/o/childFolders': { value: [folder('i', inner)] } };
      const path = collectedRows(folders, { value: [folder('o', outer, 1)] }, { below })[1]?.cells.FolderPath;
      if (typeof path !== 'string') throw new Error('no path');
      const names = [...path.matchAll(/(?:^|\/)((?:\\.|[^\\/])*)/g)].map(([, part = '']) =>
        part.replaceAll(/\\(.)/g, '$1'),
      );
      expect(names).toEqual([outer, inner]);
    }),
  );
});
