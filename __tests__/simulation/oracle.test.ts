import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

const ROOT = path.resolve(import.meta.dirname, '../..');
const ORACLE = path.join(ROOT, 'simulation', 'oracle');

/** The files that the oracle consists of, and all that these import, without what exists only as a type. */
function filesOf(file: string, found = new Set<string>()): ReadonlySet<string> {
  if (found.has(file)) return found;
  found.add(file);
  const imports = readFileSync(file, 'utf8').matchAll(/^(?:import|export) (?!type )[^;]*? from '(\.[^']+)';/gms);
  for (const [, target = ''] of imports) filesOf(path.resolve(path.dirname(file), target), found);
  return found;
}

test('the oracle knows neither the code of the product nor that of the tenant', () => {
  const own = readdirSync(ORACLE, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  expect(own.length).toBeGreaterThan(5);
  const all = own.flatMap((name) => [...filesOf(path.join(ORACLE, name))]);
  const folders = new Set(all.map((file) => path.relative(ROOT, file).split(path.sep).slice(0, 2).join('/')));
  expect([...folders].filter((folder) => !['simulation/oracle', 'simulation/world'].includes(folder))).toEqual([]);
  // Types of the product would be its words too.
  const texts = own.map((name) => readFileSync(path.join(ORACLE, name), 'utf8'));
  expect(texts.filter((text) => /from '[./]*\/src\//.test(text))).toEqual([]);
});
