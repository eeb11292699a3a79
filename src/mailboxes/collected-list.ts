import { AddressBytes } from './address-bytes.ts';
import { AddressIndex } from './address-index.ts';
import { isAddress } from './address.ts';
import { MalformedAddresses } from './malformed-addresses.ts';
import type { Mailbox, MailboxList } from './mailbox.ts';
import { NumberColumn } from './number-column.ts';

const DUPLICATES_KEPT = 10;

/** Gathers mailboxes file by file, each address once. */
export class MailboxCollector {
  private readonly addresses = new AddressBytes();
  private readonly lines = new NumberColumn();
  private readonly files: ListedFile[] = [];
  private readonly index = new AddressIndex(this.addresses);
  private readonly duplicates: { mailbox: Mailbox; firstAt: Mailbox }[] = [];
  private duplicateCount = 0;

  /**
   * Takes in one file: `read` calls back with each text that stands for an address, '' where one is missing. Throws a
   * UserError `ADDRESS_MALFORMED` when one is no address.
   */
  addFile(file: string, read: (found: (text: string, line: number) => void) => void): void {
    this.files.push({ file, start: this.addresses.length });
    const malformed = new MalformedAddresses();
    read((text, line) => {
      const address = text.trim();
      if (isAddress(address)) this.add(address, line);
      else malformed.add(address, line);
    });
    malformed.throwIfAny(file);
  }

  finish(): MailboxList {
    return new CollectedList(
      { addresses: this.addresses, lines: this.lines, files: this.files },
      { count: this.duplicateCount, first: this.duplicates },
    );
  }

  private add(address: string, line: number): void {
    const earlier = this.index.claim(address);
    if (earlier !== undefined) {
      this.addDuplicate(address, line, earlier);
      return;
    }
    this.addresses.add(address);
    this.lines.add(line);
  }

  private addDuplicate(address: string, line: number, earlier: number): void {
    this.duplicateCount += 1;
    if (this.duplicates.length === DUPLICATES_KEPT) return;
    this.duplicates.push({
      mailbox: { address, file: this.files.at(-1)?.file ?? '', line },
      firstAt: {
        address: this.addresses.at(earlier) ?? '',
        file: fileAt(this.files, earlier),
        line: this.lines.at(earlier) ?? 0,
      },
    });
  }
}

/** A file of the list, with the position of the first mailbox that it added. */
interface ListedFile {
  readonly file: string;
  readonly start: number;
}

function fileAt(files: readonly ListedFile[], position: number): string {
  return files.findLast(({ start }) => start <= position)?.file ?? '';
}

interface Columns {
  readonly addresses: AddressBytes;
  readonly lines: NumberColumn;
  readonly files: readonly ListedFile[];
}

class CollectedList implements MailboxList {
  readonly length: number;
  readonly duplicateCount: number;
  readonly duplicates: MailboxList['duplicates'];
  readonly files: readonly string[];
  private readonly columns: Columns;

  constructor(columns: Columns, duplicates: { readonly count: number; readonly first: MailboxList['duplicates'] }) {
    this.columns = columns;
    this.length = columns.addresses.length;
    this.files = columns.files.map(({ file }) => file);
    this.duplicateCount = duplicates.count;
    this.duplicates = duplicates.first;
  }

  at(position: number): Mailbox {
    const { addresses, lines, files } = this.columns;
    const address = addresses.at(position);
    const line = lines.at(position);
    if (address === undefined || line === undefined) {
      throw new RangeError(`The list has ${this.length} mailboxes, and none at position ${position}.`);
    }
    return { address, file: fileAt(files, position), line };
  }
}
