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
