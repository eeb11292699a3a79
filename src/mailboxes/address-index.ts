import type { AddressBytes } from './address-bytes.ts';

const SMALLEST = 1024;

/**
 * Finds an address that was listed before, without case. A Map keyed by lower-case addresses would for a while take more
 * memory than the list itself; this keeps four bytes a slot, and looks the addresses up where they stand.
 */
export class AddressIndex {
  private readonly addresses: AddressBytes;
  /** Open addressing: position + 1 of an address, 0 for a free slot. At most half of the slots are taken. */
  private slots = new Uint32Array(SMALLEST);

  /** @param addresses the list's, to which whoever owns it adds each address right after `claim` found it new */
  constructor(addresses: AddressBytes) {
    this.addresses = addresses;
  }

  /** The position at which the address stands already; undefined if it is new, and then it has the list's next position. */
  claim(address: string): number | undefined {
    if (this.addresses.length * 2 >= this.slots.length) this.grow();
    const folded = address.toLowerCase();
    const slot = this.slotOf(folded);
    const taken = this.slots[slot] ?? 0;
    if (taken !== 0) return taken - 1;
    this.slots[slot] = this.addresses.length + 1;
    return undefined;
  }

  /** The slot that holds the address, or the free one where it belongs. */
  private slotOf(folded: string): number {
    const mask = this.slots.length - 1;
    for (let slot = hashOf(folded) & mask; ; slot = (slot + 1) & mask) {
      const taken = this.slots[slot] ?? 0;
      if (taken === 0 || this.addresses.at(taken - 1)?.toLowerCase() === folded) return slot;
    }
  }

  private grow(): void {
    this.slots = new Uint32Array(this.slots.length * 2);
    for (let position = 0; position < this.addresses.length; position += 1) {
      this.slots[this.slotOf(this.addresses.at(position)?.toLowerCase() ?? '')] = position + 1;
    }
  }
}

/** FNV-1a over the text's code units, with its high bits folded in. http://www.isthe.com/chongo/tech/comp/fnv/ */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let position = 0; position < text.length; position += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(position), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}
