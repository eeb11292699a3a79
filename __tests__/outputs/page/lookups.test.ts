import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Mailbox } from '../../../src/mailboxes/mailbox.ts';
import type { Row } from '../../../src/reports/rows.ts';
import { folders } from '../../../src/reports/built-in/folders.ts';
import { inboxRules } from '../../../src/reports/built-in/inbox-rules.ts';
import type { ReportDefinition } from '../../../src/reports/definition.ts';
import { folderNames, ListPlaces } from '../../../src/outputs/page/rows.ts';

describe('the places of mailboxes', () => {
  test('give back the file and the line of each', () => {
    const mailboxes = fc.array(fc.tuple(fc.constantFrom('a.txt', 'b.csv'), fc.integer({ min: 1, max: 5 })));
    fc.assert(
      fc.property(mailboxes, (all) => {
        const places = new ListPlaces();
        const rows = all.map(([file, line]) => places.add({ address: '', file, line } satisfies Mailbox));
        const found = [...rows, places.last]
          .filter((row) => row !== undefined)
          .flatMap(([file, line, count]) => Array.from({ length: count }, (_, at) => [file, line + at]));
        expect(found).toEqual(all);
      }),
    );
  });

  test('are one row for a list without other lines', () => {
    const places = new ListPlaces();
    for (const line of [2, 3, 4]) expect(places.add({ address: '', file: 'a.txt', line })).toBeUndefined();
    expect(places.last).toEqual(['a.txt', 2, 3]);
  });
});

test('the folders that inbox rules name are looked up, and no others', () => {
  const mailbox: Mailbox = { address: 'a@b.c', file: 'a.txt', line: 1 };
  const row = (definition: ReportDefinition, column: string, value: string, id?: string): Row => ({
    ...{ mailbox, status: 'ok', error: '', content: 'item', id },
    cells: Object.keys(definition.columns).map((name) => (name === column ? value : null)),
  });
  const rules = {
    definition: inboxRules,
    rows: [row(inboxRules, 'MoveToFolder', 'AAMk=')],
    verdict: undefined,
  } as const;
  const tree = {
    definition: folders,
    rows: [row(folders, 'FolderPath', 'Inbox', 'AAA='), row(folders, 'FolderPath', 'Archive/Bills', 'AAMk=')],
    verdict: undefined,
  } as const;
  const result = { mailbox, status: 'ok', error: '' } as const;
  expect(folderNames({ ...result, reports: [rules, tree] })).toEqual([['a@b.c', 'AAMk=', 'Archive/Bills']]);
  expect(folderNames({ ...result, reports: [rules] })).toEqual([]);
});
