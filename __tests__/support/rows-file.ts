import { gunzipSync, gzipSync } from 'node:zlib';
import { isObject, parseJson, type JsonObject } from '../../src/json.ts';

/** The lines of a `rows.ndjson.gz`, parsed. */
export function storedLines(bytes: Uint8Array = new Uint8Array()): JsonObject[] {
  const lines = gunzipSync(bytes).toString('utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const value = parseJson(line);
    if (!isObject(value)) throw new Error(`${line} is no object`);
    return value;
  });
}

/** A `rows.ndjson.gz` with these lines. */
export function rowsFileOf(lines: readonly JsonObject[]): Buffer {
  return gzipSync(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
