import { describe, expect, test } from '@jest/globals';
import { isRecord } from '../../src/json.ts';
import { filesInStats, licencesText, packagesOf } from '../../scripts/licences.ts';
import { inRepository, textOf } from './repository.ts';

const about: unknown = JSON.parse(textOf('package.json'));
const dependencies = isRecord(about) && isRecord(about.dependencies) ? Object.keys(about.dependencies) : [];

/** The packages that a bundle's licences are of: a name on a line of its own, after a blank one. */
function named(file: string): readonly string[] {
  return textOf(file).split('\n');
}

describe('the licences beside a bundle', () => {
  test('are there for every package that the action, the check or the terminal program uses', () => {
    const all = ['dist', 'validate/dist', 'cli'].flatMap((folder) => named(`${folder}/licenses.txt`));
    expect(dependencies.length).toBeGreaterThan(10);
    expect(dependencies.filter((name) => !all.includes(name))).toEqual([]);
    expect(named('dist/licenses.txt')).toEqual(
      expect.arrayContaining(['vega', 'csv-stringify', '@tanstack/virtual-core']),
    );
  });

  test('have the text of each, and are the same in whatever order files come', async () => {
    const folders = [inRepository('node_modules/yaml'), inRepository('node_modules/@tanstack/virtual-core')];
    const text = await licencesText(folders);
    expect(text).toBe(await licencesText(folders.toReversed()));
    expect(text).toMatch(/^@tanstack\/virtual-core\nMIT\nMIT License\n/);
    expect(text).toMatch(/\n\nyaml\nISC\nCopyright/);
  });

  test('are of the packages that files are of, nested ones too', () => {
    const files = ['/a/node_modules/b/lib/x.js', '/a/node_modules/b/node_modules/@c/d/y.js', '/a/src/z.ts'];
    expect([...packagesOf(files)]).toEqual(['/a/node_modules/b', '/a/node_modules/b/node_modules/@c/d']);
    const module = { nameForCondition: files[0], modules: [{ nameForCondition: files[1] }] };
    expect(filesInStats({ modules: [module], children: [{ modules: [{ nameForCondition: null }] }] })).toEqual(
      files.slice(0, 2),
    );
  });
});
