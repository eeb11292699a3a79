import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** In the npm package, and in a clone of the repository. */
const PLACES = ['..', '../../../../examples'].map((place) => path.join(import.meta.dirname, place));

/** The text of an example that is shipped, with line breaks as in the repository. `folder`: of `examples`. Throws if it is missing. */
export function shippedExample(folder: 'policies' | 'workflows', name: string): string {
  const files = PLACES.map((place) => path.join(place, folder, name));
  const file = files.find((one) => existsSync(one)) ?? files[0] ?? '';
  return readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
}
