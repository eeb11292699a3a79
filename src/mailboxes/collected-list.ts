import { AddressIndex } from './address-index.ts';
import { isAddress } from './address.ts';
import { MalformedAddresses } from './malformed-addresses.ts';
import type { Mailbox, MailboxList } from './mailbox.ts';

const DUPLICATES_KEPT = 10;

/** Gathers mailboxes file by file, each address once. */
export class MailboxCollector {
  private readonly addresses: string[] = [];
  private readonly lines: number[] = [];
  private readonly fileIndexes: number[] = [];
  private readonly files: string[] = [];
  private readonly index = new AddressIndex(this.addresses);
  private readonly duplicates: { mailbox: Mailbox; firstAt: Mailbox }[] = [];
  private duplicateCount = 0;

  /**
   * Takes in one file: `read` calls back with each text that stands for an address, '' where one is missing. Throws a
   * UserError `ADDRESS_MALFORMED` when one is no address.
   */
  addFile(file: string, read: (found: (text: string, line: number) => void) => void): void {
    this.files.push(file);
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
      this.addresses,
      { lines: Uint32Array.from(this.lines), fileIndexes: Uint32Array.from(this.fileIndexes), files: this.files },
      { count: this.duplicateCount, first: this.duplicates },
    );
  }

  private add(address: string, line: number): void {
    const earlier = this.index.claim(address);
    if (earlier !== undefined) {
      this.addDuplicate(address, line, earlier);
      return;
    }
    // A copy of its own: as a slice it would keep the whole file's text in memory for the length of the run.
    this.addresses.push(Buffer.from(address).toString());
    this.lines.push(line);
    this.fileIndexes.push(this.files.length - 1);
  }

  private addDuplicate(address: string, line: number, earlier: number): void {
    this.duplicateCount += 1;
    if (this.duplicates.length === DUPLICATES_KEPT) return;
    this.duplicates.push({
      mailbox: { address, file: this.files.at(-1) ?? '', line },
      firstAt: {
        address: this.addresses[earlier] ?? '',
        file: this.files[this.fileIndexes[earlier] ?? 0] ?? '',
        line: this.lines[earlier] ?? 0,
      },
    });
  }
}

interface Places {
  readonly lines: Uint32Array;
  /** For each mailbox, its file's position in `files`. */
  readonly fileIndexes: Uint32Array;
  readonly files: readonly string[];
}

class CollectedList implements MailboxList {
  readonly length: number;
  readonly duplicateCount: number;
  readonly duplicates: MailboxList['duplicates'];
  readonly files: readonly string[];
  private readonly addresses: readonly string[];
  private readonly places: Places;

  constructor(
    addresses: readonly string[],
    places: Places,
    duplicates: { readonly count: number; readonly first: MailboxList['duplicates'] },
  ) {
    this.addresses = addresses;
    this.places = places;
    this.length = addresses.length;
    this.files = places.files;
    this.duplicateCount = duplicates.count;
    this.duplicates = duplicates.first;
  }

  at(position: number): Mailbox {
    const address = this.addresses[position];
    const line = this.places.lines[position];
    const file = this.files[this.places.fileIndexes[position] ?? -1];
    if (address === undefined || line === undefined || file === undefined) {
      throw new RangeError(`The list has ${this.length} mailboxes, and none at position ${position}.`);
    }
    return { address, file, line };
  }
}
