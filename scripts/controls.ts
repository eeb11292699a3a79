/**
 * Writes `src/controls/shipped.ts` from the catalogues in `controls`, and `src/controls/shipped-rules.ts` from the starter policies that
 * decide them, so that every program has them.
 * Usage: `node scripts/controls.ts`
 */
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { requireValue } from '../src/errors.ts';
import { allBuiltIn } from '../src/reports/built-in-tables.ts';
import { formatted } from './formatted.ts';

const root = path.resolve(import.meta.dirname, '..');
const POLICIES = 'examples/policies';
/** The starter policies that `setup` offers. */

/** The text of `src/controls/shipped.ts`. */
export async function shippedCatalogues(): Promise<string> {
  const names = (await readdir(path.join(root, 'controls'))).filter((file) => file.endsWith('.yml')).sort();
  const texts = await Promise.all(
    names.map(
      async (file) => [path.parse(file).name, await readFile(path.join(root, 'controls', file), 'utf8')] as const,
    ),
  );
  const members = texts.map(([name, text]) => `${JSON.stringify(name)}: ${JSON.stringify(text)}`);
  return formatted(
    `/** The catalogues in \`controls\`, by name, in YAML. \`node scripts/controls.ts\` writes this file. */
export const SHIPPED_CATALOGUES: Readonly<Record<string, string>> = {${members.join(',')}};`,
    'typescript',
  );
}

/** The text of `src/controls/shipped-rules.ts`. */
export async function shippedRules(): Promise<string> {
  // They read the file that this script writes first.
  const { checkPolicyFile } = await import('../src/policy/file/policy-file.ts');
  const { ruleDigest } = await import('../src/controls/rule-digest.ts');
  const { referenceText } = await import('../src/controls/catalogue.ts');
  const { expectedColumns } = await import('../src/policy/policy-definition.ts');
  const files = (await readdir(path.join(root, POLICIES))).filter((file) => file.endsWith('.yml')).sort();
  const digests = new Set<string>();
  const columns = new Map<string, ReadonlySet<string>>();
  for (const file of files) {
    // The others may need files that only their users have, such as a register.
    if (!/^ +controls:/m.test(await readFile(path.join(root, POLICIES, file), 'utf8'))) continue;
    const policy = requireValue(await checkPolicyFile(path.join(POLICIES, file), root, [...allBuiltIn.values()]));
    for (const rule of policy.rules) {
      if (rule.controls === undefined) continue;
      digests.add(ruleDigest(rule));
      for (const reference of rule.controls) {
        const name = referenceText(reference);
        columns.set(
          name,
          new Set([...(columns.get(name) ?? []), ...expectedColumns(rule, allBuiltIn.get(rule.report))]),
        );
      }
    }
  }
  const members = [...columns].sort().map(([name, of]) => [name, [...of].sort()]);
  return formatted(
    `/** Digests of the rules of starter policies that decide controls. \`node scripts/controls.ts\` writes this file. */
export const SHIPPED_RULES: ReadonlySet<string> = new Set<string>(${JSON.stringify([...digests].sort())});

/** By control, the columns that these rules expect, with their reports. */
export const SHIPPED_COLUMNS: Readonly<Record<string, readonly string[]>> = ${JSON.stringify(Object.fromEntries(members))};`,
    'typescript',
  );
}

if (import.meta.main) {
  await writeFile(path.join(root, 'src/controls/shipped.ts'), await shippedCatalogues());
  await writeFile(path.join(root, 'src/controls/shipped-rules.ts'), await shippedRules());
}
