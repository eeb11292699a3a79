import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mailboxesOf, readLists } from './workspace.ts';

/** An entry of a list: an address with surrounding text, or a line without an address. */
interface Item {
  readonly address: string | undefined;
  /** Blanks, a comment, a note and a quoting style. Each format uses those that it supports. */
  readonly note: string;
  readonly padding: string;
  readonly quoted: boolean;
  readonly comment: boolean;
}

interface Style {
  readonly lineEnd: string;
  readonly encoding: 'utf8' | 'utf8 with a mark' | 'utf16le';
  readonly delimiter: string;
  readonly addressFirst: boolean;
  readonly typeLine: boolean;
  readonly objects: boolean;
  readonly underValue: boolean;
}

/** The text of a file, and the line of each address in it. */
class Page {
  text = '';
  readonly lines: (readonly [string, number])[] = [];

  put(text: string): void {
    this.text += text;
  }

  putAddress(address: string, text: string): void {
    this.lines.push([address, (this.text.match(/\r\n|\n|\r/g) ?? []).length + 1]);
    this.put(text);
  }
}

function writeTxt(items: readonly Item[], { lineEnd }: Style): Page {
  const page = new Page();
  for (const { address, padding, comment, note } of items) {
    const remark = note.replaceAll(/[\r\n]/g, ' ');
    page.put(padding);
    if (address !== undefined) page.putAddress(address, address + padding);
    if (comment) page.put(address === undefined ? `#${remark}` : ` #${remark}`);
    page.put(lineEnd);
  }
  return page;
}

function writeCsv(items: readonly Item[], { lineEnd, delimiter, addressFirst, typeLine }: Style): Page {
  const page = new Page();
  if (typeLine) page.put(`#TYPE Selected.Mailbox${lineEnd}`);
  page.put((addressFirst ? ['Mail', 'Note'] : ['Note', 'Mail']).join(delimiter) + lineEnd);
  for (const { address, note, quoted } of items) {
    if (address === undefined) {
      page.put((quoted ? delimiter : '') + lineEnd);
      continue;
    }
    const cell = quoted ? `"${address}"` : address;
    const noteCell = `"${note.replaceAll('"', '""')}"`;
    if (!addressFirst) page.put(noteCell + delimiter);
    page.putAddress(address, cell);
    page.put((addressFirst ? delimiter + noteCell : '') + lineEnd);
  }
  return page;
}

function writeJson(items: readonly Item[], { lineEnd, objects, underValue }: Style): Page {
  const page = new Page();
  let separator = '';
  page.put(underValue ? `{"@odata.context": "x",${lineEnd} "value": [` : '[');
  for (const { address, note, padding, quoted } of items) {
    page.put((quoted ? lineEnd : '') + padding);
    if (address === undefined) continue;
    page.put(separator + (objects ? `{"note": [{"mail": ${JSON.stringify(note)}}],${lineEnd} "mail": ` : ''));
    page.putAddress(address, JSON.stringify(address) + padding);
    page.put(objects ? '}' : '');
    separator = ',';
  }
  page.put(underValue ? ']}' : ']');
  return page;
}

function encoded(text: string, encoding: Style['encoding']): Buffer {
  if (encoding === 'utf16le') return Buffer.from(`\ufeff${text}`, 'utf16le');
  return Buffer.from((encoding === 'utf8' ? '' : '\ufeff') + text);
}

const localPart = fc
  .string({ unit: fc.constantFrom(...Array.from("abzAZ059.#&/$+_-'!%=?^`{|}~éß李ı")), minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/^[.#]|\.$/g, 'x'));
const label = fc.string({ unit: fc.constantFrom(...Array.from('abcXYZ09-ü例')), minLength: 1, maxLength: 8 });
const address = fc
  .tuple(localPart, fc.array(label, { minLength: 1, maxLength: 3 }))
  .map(([local, labels]) => `${local}@${labels.join('.')}`);

function withOtherCase(text: string): string {
  return text.replaceAll(/[a-z]/gi, (letter) =>
    letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
  );
}

const trimmings = {
  note: fc.string({ unit: fc.constantFrom('a', '"', ',', ';', '\t', '\n', '\r\n', '#', '@', 'é', ' '), maxLength: 6 }),
  padding: fc.constantFrom('', ' ', '\t ', '  '),
  quoted: fc.boolean(),
  comment: fc.boolean(),
};
const item = fc.record({ address: fc.option(address, { nil: undefined, freq: 4 }), ...trimmings });
const items = fc
  .tuple(fc.array(item, { maxLength: 20 }), address, fc.array(fc.tuple(fc.nat(), fc.boolean()), { maxLength: 5 }))
  .map(([first, one, repeated]): readonly Item[] => {
    const all: Item[] = [...first, { address: one, note: '', padding: '', quoted: false, comment: false }];
    for (const [pick, otherCase] of repeated) {
      const again = all[pick % all.length];
      if (again?.address === undefined) continue;
      all.push({ ...again, address: otherCase ? withOtherCase(again.address) : again.address });
    }
    return all;
  });
const style = fc.record<Style>({
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf8', 'utf8 with a mark', 'utf16le'),
  delimiter: fc.constantFrom(',', ';', '\t'),
  addressFirst: fc.boolean(),
  typeLine: fc.boolean(),
  objects: fc.boolean(),
  underValue: fc.boolean(),
});

/** The expected list, by a plain implementation. */
function firstMentions(lines: Page['lines']): Page['lines'] {
  const seen = new Set<string>();
  return lines.filter(([text]) => {
    const folded = text.toLowerCase();
    return seen.has(folded) ? false : seen.add(folded);
  });
}

describe('any list of addresses is read in order, each once, with its lines, from', () => {
  test.each([
    ['txt', writeTxt],
    ['csv', writeCsv],
    ['json', writeJson],
  ] as const)('%s', async (extension, write) => {
    await fc.assert(
      fc.asyncProperty(items, style, async (entries, how) => {
        const page = write(entries, how);
        const list = await readLists({ [`list.${extension}`]: encoded(page.text, how.encoding) });
        const expected = firstMentions(page.lines);
        expect(mailboxesOf(list).map(({ address, line }) => [address, line])).toEqual(expected);
        expect(list.duplicateCount).toBe(page.lines.length - expected.length);
      }),
      { numRuns: 60 },
    );
  });
});

test('duplicates are found among many addresses', async () => {
  const addresses = Array.from({ length: 5000 }, (_, position) => `user${position}@contoso.com`);
  const list = await readLists({ 'list.txt': [...addresses, ...addresses.map(withOtherCase)].join('\n') });
  expect(list).toMatchObject({ length: 5000, duplicateCount: 5000 });
  expect(mailboxesOf(list).map(({ address }) => address)).toEqual(addresses);
  expect(list.duplicates[9]).toMatchObject({
    mailbox: { line: 5010 },
    firstAt: { address: 'user9@contoso.com', line: 10 },
  });
});
