import type { JsonObject } from '../json.ts';

/** Receives the objects of a listing, page by page. */
export interface ListingSink {
  add(items: readonly JsonObject[]): void;
  /** The listing begins again: everything that was added is dropped. */
  restart(): void;
}
