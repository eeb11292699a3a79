import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@jest/globals';

import { builtInReports } from '../src/reports/built-in.ts';

const ROOT = path.resolve(import.meta.dirname, '..');

/** The files and folders of `src`, lowest first. Each imports only from its own line and the lines above. */
const LAYERS: readonly (readonly string[])[] = [
  ['json.ts', 'errors.ts', 'version.ts'],
  ['text'],
  ['files'],
  ['http'],
  ['auth'],
  ['github'],
  ['schema'],
  ['controls'],
  ['mailboxes'],
  ['graph', 'exchange'],
  ['reports'],
  ['policy'],
  ['run', 'totals'],
  ['store'],
  ['access', 'addresses', 'applications'],
  ['source'],
  ['outputs'],
  ['compare', 'features'],
  ['history', 'incident', 'rehearsal', 'remediation', 'verification'],
  ['actions'],
  ['cli'],
];

/** Services of Microsoft: what two of them need is below both. */
const SERVICES = ['src/graph/', 'src/exchange/'];

/** The program in the report page gets its data from the file, and no code of the action. */
const PAGE_IMPORTS = [/^src\/page-app\//, /^src\/text\//, /^src\/json\.ts$/, /^src\/outputs\/page\/data\.ts$/];

const FILES = ['src', 'demo', 'probe', 'tenant'].flatMap((folder) =>
  globSync(`${folder}/**/*.ts`, { cwd: ROOT }).map((file) => file.split(path.sep).join('/')),
);

/** The files that a file imports, types included. */
const IMPORTS = new Map(FILES.map((file) => [file, importsOf(file)]));

function importsOf(file: string): string[] {
  const text = readFileSync(path.join(ROOT, file), 'utf8');
  return [...text.matchAll(/(?:from |import\()\s*'(\.[^']+\.ts)'/g)].map(([, target = '']) =>
    path.posix.join(path.posix.dirname(file), target),
  );
}

function layerOf(file: string): number {
  return LAYERS.findIndex((layer) => layer.some((place) => `${file}/`.startsWith(`src/${place}/`)));
}

/** `file -> target` for each import that is not allowed. */
function importsUnless(allowed: (file: string, target: string) => boolean, folder: string): string[] {
  return [...IMPORTS].flatMap(([file, targets]) =>
    file.startsWith(folder)
      ? targets.filter((target) => !allowed(file, target)).map((target) => `${file} -> ${target}`)
      : [],
  );
}

test('every file of the sources belongs to a layer', () => {
  const others = FILES.filter((file) => !/^(?:tenant|demo|probe|src\/page-app)\//.test(file) && layerOf(file) === -1);
  expect(others).toEqual([]);
});

test('no file imports from a higher layer', () => {
  const upwards = importsUnless((file, target) => {
    if (file.startsWith('src/page-app/')) return true;
    // The command doctor loads the probe.
    if (file.startsWith('src/cli/commands/doctor/') && target.startsWith('probe/')) return true;
    return layerOf(target) !== -1 && layerOf(target) <= layerOf(file);
  }, 'src/');
  expect(upwards).toEqual([]);
});

test('only the command doctor imports the probe, which imports nothing but types from the terminal program', () => {
  const isProbe = (file: string): boolean => file.startsWith('probe/');
  const importers = [...IMPORTS].filter(([file, targets]) => !isProbe(file) && targets.some(isProbe));
  expect(importers.map(([file]) => file)).toEqual(['src/cli/commands/doctor/doctor.ts']);
  const values = FILES.filter(isProbe).flatMap((file) => {
    const imports = readFileSync(path.join(ROOT, file), 'utf8').matchAll(/^import (?!type )[^;]* from '(\.[^']+)'/gm);
    return [...imports]
      .filter(([, target = '']) => target.includes('/src/cli/'))
      .map(([, target]) => `${file} -> ${target}`);
  });
  expect(values).toEqual([]);
});

test.each(SERVICES)('%s imports no other service', (folder) => {
  const others = SERVICES.filter((service) => service !== folder);
  expect(importsUnless((_, target) => !others.some((other) => target.startsWith(other)), folder)).toEqual([]);
});

test('no file imports itself through others', () => {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, trail: readonly string[]): void => {
    if (trail.includes(file)) cycles.push([...trail.slice(trail.indexOf(file)), file].join(' -> '));
    if (trail.includes(file) || done.has(file)) return;
    for (const target of IMPORTS.get(file) ?? []) visit(target, [...trail, file]);
    done.add(file);
  };
  for (const file of FILES) visit(file, []);
  expect(cycles).toEqual([]);
});

test('the program in the report page imports only data types, text and JSON', () => {
  expect(importsUnless((_, target) => PAGE_IMPORTS.some((allowed) => allowed.test(target)), 'src/page-app/')).toEqual(
    [],
  );
});

test('what a report means is in its definition: no other code of totals, outputs, features, history, remediation and page names one', () => {
  const names = [...builtInReports.keys()].filter((name) => name.includes('-'));
  const files = FILES.filter((file) =>
    /^src\/(?:totals|outputs|features|remediation|compare|history|page-app)\//.test(file),
  );
  const literals = files.flatMap((file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8');
    return names.filter((name) => text.includes(`'${name}'`)).map((name) => `${file}: ${name}`);
  });
  expect(literals).toEqual([]);
});

test('the embedded tenant imports nothing from the action', () => {
  expect(importsUnless((_, target) => target.startsWith('tenant/'), 'tenant/')).toEqual([]);
});
