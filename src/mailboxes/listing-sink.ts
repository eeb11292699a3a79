import type { JsonObject } from '../json.ts';

/** Receives the objects of a listing, in their order. A page may come in parts. */
export interface ListingSink {
  add(items: readonly JsonObject[]): void;
  /** A page of Exchange Online ends. */
  endPage?(): void;
  /** The listing begins again: everything that was added is dropped. */
  restart(): void;
}
