import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { isRecord } from '../../src/json.ts';
import { licencesText } from '../../scripts/licences.ts';
import { inRepository, textOf } from '../docs/repository.ts';

const about: unknown = JSON.parse(textOf('package.json'));
const dependencies = isRecord(about) && isRecord(about.dependencies) ? Object.keys(about.dependencies) : [];

const lock: unknown = JSON.parse(textOf('package-lock.json'));
const installed = new Set(
  Object.keys(isRecord(lock) && isRecord(lock.packages) ? lock.packages : {}).map((place) =>
    place.replace(/^.*node_modules\//, ''),
  ),
);

interface Entry {
  readonly name: string;
  readonly text: string;
}

/** What a bundle's licences say of each package: its name stands on a line of its own, after a blank one. */
function entriesOf(folder: string): readonly Entry[] {
  const entries: Entry[] = [];
  for (const block of textOf(`${folder}/licenses.txt`).split('\n\n')) {
    const [name = '', ...lines] = block.split('\n');
    const last = entries.at(-1);
    if (installed.has(name)) entries.push({ name, text: lines.join('\n') });
    else if (last) entries[entries.length - 1] = { name: last.name, text: `${last.text}\n\n${block}` };
  }
  return entries;
}

const licensed = entriesOf('dist');

describe('the licences beside a bundle', () => {
  test('include every package that an action uses', () => {
    const names = new Set(licensed.map(({ name }) => name));
    expect(dependencies.length).toBeGreaterThan(10);
    // These are part of the terminal program only, whose package has its own licences.
    expect(dependencies.filter((name) => !names.has(name))).toEqual(['commander', 'nodemailer', 'open']);
    expect([...names]).toEqual(expect.arrayContaining(['yauzl', '@tanstack/virtual-core']));
  });

  test('contain the text that each licence requires', () => {
    expect(licensed.length).toBeGreaterThan(150);
    expect(licensed.filter(({ text }) => text.length < 400)).toEqual([]);
  });

  test('use the text from SPDX for a package without one, and reject an unknown licence', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'licences-'));
    const about = { name: 'without-text', license: 'MIT', author: { name: 'Ada' } };
    try {
      await writeFile(path.join(folder, 'package.json'), JSON.stringify(about));
      expect(await licencesText([folder])).toMatch(/^without-text\nMIT\nMIT License\n\nCopyright \(c\) Ada\n/);
      await writeFile(path.join(folder, 'package.json'), JSON.stringify({ ...about, license: 'Own' }));
      await expect(licencesText([folder])).rejects.toThrow('without-text ships no licence, and SPDX knows no "Own"');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  test('are of packages in the bill of materials, which has all packages of the action', () => {
    const printed = execFileSync(process.execPath, [inRepository('scripts/sbom.ts')], { encoding: 'utf8' });
    const bill: unknown = JSON.parse(printed);
    expect(bill).toMatchObject({
      bomFormat: 'CycloneDX',
      metadata: { component: { name: 'mailbox-report', version: isRecord(about) ? about.version : '' } },
    });
    const components = isRecord(bill) && Array.isArray(bill.components) ? bill.components : [];
    const named = components.map((component: unknown) => (isRecord(component) ? component : {}));
    const names = new Set(named.map(({ name }) => name));
    expect(dependencies.filter((name) => !names.has(name))).toEqual([]);
    // What the bundler itself puts into a bundle is a tool of development.
    const unknown = licensed.filter(({ name }) => !names.has(name) && name !== '@vercel/ncc');
    expect(unknown.map(({ name }) => name)).toEqual([]);
    expect(names).not.toContain('jest');
    // And it names the same licence for each.
    const licences = new Map(named.map(({ name, licenses }) => [name, JSON.stringify(licenses)]));
    const other = licensed.filter(
      ({ name, text }) => licences.has(name) && !licences.get(name)?.includes(`"${text.split('\n')[0]}"`),
    );
    expect(other.map(({ name, text }) => [name, text.slice(0, 40), licences.get(name)])).toEqual([]);
  });
});
