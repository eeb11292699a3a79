import type { QueryResult } from '../../graph/query.ts';
import type { JsonObject } from '../../json.ts';
import type { Target } from '../change.ts';

/** Reads and writes one target at a time, with the retries and the throttling of the readers. Never rejects. */
export interface Service {
  /** @param settings those that are compared; others may be left out */
  read(target: Target, settings: readonly string[]): Promise<QueryResult<JsonObject>>;
  /** Sets values of a target. The request may be sent more than once: a second time changes nothing. */
  write(target: Target, values: JsonObject): Promise<QueryResult<JsonObject>>;
}
